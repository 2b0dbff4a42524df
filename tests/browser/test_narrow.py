"""However long a single word is, wherever it stands, no page is wider than the screen."""

from pathlib import Path

import pytest

from site_builder.build import build
from tests.browser.conftest import Site, Visit
from tests.browser.test_access import SCROLLERS, TOO_WIDE, longest_and_shortest, unfold
from tests.conftest import LittleSite

WORD = "Donaudampfschifffahrtselektrizitaetenhauptbetrieb"
TEXT = f"""The mayor of the harbour town said on Tuesday that the old {WORD} bridge would be closed to all lorries for two years.

"We will not leave {WORD}," said Ann Lee. It cost {{n}} euros."""
SEEDS = "\n".join(f"-- seeds/s{n}.txt --\n{TEXT.format(n=n)}" for n in range(1, 10))
OUTLETS = "\n".join(f"- {{id: o{n}, name: {WORD}{n}, country: {WORD}}}" for n in range(1, 8))
SOURCES = "\n".join(
    f"- {{id: s{n}, file: s{n}.txt, {f'outlet: o{n}' if n < 8 else f'title: {WORD}'}, authors: [{WORD}], credit: {WORD}, "
    f'url: "https://example.org/{WORD}", archive: {{url: "https://example.org/{WORD}"}}}}'
    for n in range(1, 10)
)
SAYS = ", ".join(f"{{source: s{n}, value: {n}, words: It cost {n} euros}}" for n in range(1, 10))
SITE = f"""
{SEEDS}
-- content/site.yaml --
title: {WORD}
tagline: {WORD}
base_url: https://example.org/
-- content/pages/about.md --
# {WORD}

{WORD}
-- content/outlets.yaml --
{OUTLETS}
-- content/actors.yaml --
- {{id: ann, name: {WORD}, role: {WORD}, aliases: [{WORD}Lee], misspelt: [{WORD}Leo], affiliation: town, url: "https://example.org/{WORD}"}}
- {{id: town, name: {WORD}town}}
-- content/d/dossier.yaml --
title: {WORD}
status: {WORD}
standfirst: {WORD}
editors: [{WORD}]
tags: [{WORD}]
corrections: [{{date: 2024-11-20, text: {WORD}}}]
-- content/d/story.md --
{WORD} [@quote] [@s8 "It cost 8 euros"].
-- content/d/sources.yaml --
{SOURCES}
-- content/d/quotes.yaml --
- {{id: quote, actor: ann, words: We will not leave {WORD}, place: {WORD}, role: {WORD}, note: {WORD}, about: claim}}
-- content/d/figures.yaml --
- {{id: cost, of: {WORD}, unit: {WORD}, note: {WORD}, says: [{SAYS}]}}
-- content/d/events.yaml --
- {{id: event, what: {WORD}, date: 2024-11-20, note: {WORD}, cites: [{{source: s1, words: said on Tuesday}}]}}
-- content/d/claims.yaml --
- {{id: claim, claim: {WORD}, note: {WORD}, positions: [{{source: s1, says: differs, as: {WORD}, words: The mayor}}]}}
-- content/d/reactions.yaml --
- {{id: reaction, actor: ann, stance: critical, to: event, summary: {WORD}, note: {WORD}, cites: [{{source: s8, words: The mayor}}]}}
"""

OVERLAPPING = """() => {
    const boxes = [...document.querySelectorAll('.contents a')].map(one => one.getBoundingClientRect())
    const within = (box, x, y) => box.left + 1 < x && x < box.right - 1 && box.top < y && y < box.bottom
    return [...document.querySelectorAll('.contents .count')].filter(count => {
        const {right, top, bottom} = count.getBoundingClientRect()
        return boxes.filter(box => within(box, right - 2, (top + bottom) / 2)).length > 1
    }).map(count => count.parentElement.textContent)
}"""


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_word_is_wider_than_the_page(visit: Visit, tmp_path: Path, width: int) -> None:
    little = LittleSite(tmp_path, SITE)
    outcome = build(little.root, little.root / "_site")
    assert outcome.written, outcome.problems
    page = visit(viewport={"width": width, "height": 900})
    wide = []
    for path in sorted((little.root / "_site").rglob("[a-z]*.html")):  # without 404.html, which only a server dresses
        page.goto(path.as_uri())
        unfold(page)
        wide += [(path.name, found) for found in page.evaluate(TOO_WIDE)]
        wide += [(path.name, inner) for inner in page.evaluate(SCROLLERS)]
    assert not wide, "\n".join(map(str, wide))


def test_letters_of_twice_the_size_fit_too(site: Site, visit: Visit) -> None:
    page = visit(viewport={"width": 390, "height": 900})
    wide = []
    for path in longest_and_shortest(site):
        page.goto(site.address + path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        wide += [(path, found) for found in [*page.evaluate(TOO_WIDE), *page.evaluate(OVERLAPPING)]]
    assert not wide, "\n".join(map(str, wide))
