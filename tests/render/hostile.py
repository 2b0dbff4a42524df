"""A site whose every field tries to be more than text."""

from __future__ import annotations

import json
from pathlib import Path

EVIL = "</script><script>alert(1)</script>\"><img src=x onerror=alert(2)> {{ 6*7 }} {% raw %} ]]> \u202eevil & <b> ' ` \u2028 \\ --> é"
MARKDOWN = """
[@s] [@q] [@s "of 200 mines"] <script>alert(4)</script> <img src=x onerror=alert(5)> [x](javascript:alert(6)) [y](data:text/html,x) ![i](http://evil.example/x.png)
<a href="vbscript:x" style="x" onclick=y>z</a> <svg onload=alert(1)>

<details open ontoggle=alert(1)>

&#106;avascript: [a](&#106;avascript:alert(1)) <math><mi xlink:href="javascript:1">x</mi></math> {{ 6*7 }}

<h1>one</h1><h5>five</h5>

<table><tr><td colspan=3 rowspan=-1>x</table><p><p></blockquote><ol start="x"><li>text

[q]: javascript:alert(1) "x"
"""
SEED = f"""{EVIL}

"=cmd('x') they said </mark><script>alert(3)</script> {{{{ 6*7 }}}} words" he said.\x9f\x7f \ufffe \ufdd0 \U0001ffff Next.

@SUM(A1) of 200 mines ]]> here. And Loyd <Austin> went.
"""


def hostile(root: Path) -> Path:
    """Writes the site there."""
    evil, formula = json.dumps(EVIL), json.dumps("=cmd() " + EVIL)
    cites = "cites: [{source: s, words: And Loyd <Austin> went}]"
    written = {
        "seeds/a.txt": SEED,
        "content/site.yaml": f"title: {evil}\ntagline: {evil}\nbase_url: https://example.org/re%22po'&amp\n"
        f"editors: [{evil}]\npublish: full\n",
        "content/outlets.yaml": f'- {{id: o, name: {formula}, url: "javascript:alert(1)", country: {evil}, language: en}}\n',
        "content/actors.yaml": f'- {{id: a, name: {formula}, role: {evil}, aliases: [{evil}], misspelt: ["Loyd <Austin>"], '
        'url: "data:text/html,<script>alert(1)</script>"}\n- {id: b, name: "Loyd\\nB", affiliation: a}\n',
        "content/d/dossier.yaml": f"title: {formula}\nstandfirst: {evil}\nstatus: {evil}\nupdated: 2024-11-20\neditors: [{evil}]\n"
        f"tags: [{evil}]\ncorrections: [{{date: 2024-11-20, text: {evil}}}]\n",
        "content/d/sources.yaml": f"- {{id: s, file: a.txt, outlet: o, title: {formula}, deck: {evil}, "
        f'authors: [{formula}, "Doe, J\\nTY  - X"],'
        f' url: "javascript:alert(1)", credit: {evil}, archive: {{url: "data:x"}}}}\n',
        "content/d/quotes.yaml": "- {id: q, actor: a, sources: [s], "
        "words: \"=cmd('x') they said </mark><script>alert(3)</script> {{ 6*7 }} words\", "
        f"place: {evil}, role: {evil}, note: {evil}, translation: {{language: en, words: {evil}, by: {evil}}}}}\n",
        "content/d/figures.yaml": f"- {{id: f, of: {evil}, unit: {evil}, note: {evil}, "
        'says: [{source: s, value: 200, words: "@SUM(A1) of 200 mines ]]> here", unit: mines}]}\n',
        "content/d/events.yaml": f"- {{id: e, what: {evil}, date: 2024, resolved: {evil}, note: {evil}, {cites}}}\n",
        "content/d/reactions.yaml": f"- {{id: r, actor: a, stance: critical, summary: {evil}, note: {evil}, to: e, {cites}}}\n",
        "content/d/claims.yaml": f"- {{id: c, claim: {evil}, note: {evil}, "
        f"positions: [{{source: s, says: differs, as: {evil}, words: And Loyd <Austin> went}}]}}\n",
        "content/d/story.md": f"{EVIL}\n\n{MARKDOWN}",
        "content/pages/about.md": f"# {EVIL}\n\n{EVIL}\n{MARKDOWN}",
    }
    for path, text in written.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return root
