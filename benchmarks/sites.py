"""A newsroom's site on the disk, written twice: in the program's own format, and for Hugo."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from newsroom import Actor, Article, Cited, Dossier, Newsroom

LAYOUTS = Path(__file__).parent / "hugo"


def in_our_format(newsroom: Newsroom, root: Path) -> None:
    """`content/` and `seeds/` as people write them."""
    _write(root / "content/site.yaml", "title: News dossiers\nbase_url: https://news.example/\nlanguage: en\npublish: full\n")
    _write(root / "content/actors.yaml", "".join(_our_actor(one) for one in newsroom.actors))
    _write(root / "content/outlets.yaml", "".join(f"- id: outlet-{n}\n  name: {name}\n" for n, name in enumerate(newsroom.outlets)))
    for dossier in newsroom.all_dossiers():
        folder = root / "content" / dossier.id
        _write(folder / "dossier.yaml", f"title: {quoted(dossier.title)}\nupdated: {dossier.updated}\n")
        _write(
            folder / "story.md",
            "".join(one if isinstance(one, str) else f'[@{one.article.id} "{one.paragraph.words}"]' for one in dossier.story),
        )
        _write(folder / "sources.yaml", "".join(_our_source(one) for one in dossier.sources))
        _write(folder / "quotes.yaml", "".join(_our_quote(f"{dossier.id}-q{n}", newsroom, one) for n, one in enumerate(dossier.quotes, 1)))
        _write(folder / "figures.yaml", "".join(_our_figure(f"{dossier.id}-f{n}", one) for n, one in enumerate(dossier.figures, 1)))
        _write(folder / "events.yaml", "".join(_our_event(f"{dossier.id}-e{n}", one) for n, one in enumerate(dossier.events, 1)))
        _write(folder / "reactions.yaml", "".join(_our_reaction(dossier, n, newsroom) for n in range(len(dossier.reactions))))
    for article in newsroom.all_articles():
        _write(seed(root, article.id), article.text)


def seed(root: Path, article: str) -> Path:
    """Where an article's text stands; no folder holds more than 1,000."""
    return root / "seeds" / article[:4] / f"{article}.txt"


def quoted(text: str) -> str:
    """A text as both kinds of YAML and JSON have it."""
    return json.dumps(text, ensure_ascii=False)


def _our_actor(one: Actor) -> str:
    return f"- id: {one.id}\n  name: {one.name}\n  kind: {'person' if one.is_person else 'organisation'}\n" + (
        f"  role: {one.role}\n" if one.role else ""
    )


def _our_source(one: Article) -> str:
    return (
        f"- id: {one.id}\n  file: {one.id[:4]}/{one.id}.txt\n  outlet: outlet-{one.outlet}\n  title: {quoted(one.title)}\n"
        f"  published: {one.published}\n  authors: [{one.author}]\n  url: {address(one)}\n"
    )


def address(one: Article) -> str:
    return f"https://press.example/{one.published:%Y/%m/%d}/{one.id}"


def _our_quote(name: str, newsroom: Newsroom, one: Cited) -> str:
    actor, kind = newsroom.actors[one.paragraph.actor].id, one.paragraph.kind
    return f"- id: {name}\n  actor: {actor}\n  words: {quoted(one.paragraph.words)}\n  sources: [{one.article.id}]\n  kind: {kind}\n"


def _our_figure(name: str, one: Cited) -> str:
    said = one.paragraph
    says = f"    - source: {one.article.id}\n      value: {said.value}\n      words: {quoted(said.words)}\n"
    return f"- id: {name}\n  of: {said.unit}\n  says:\n{says}"


def _our_event(name: str, one: Cited) -> str:
    return f"- id: {name}\n  date: {one.paragraph.day}\n  what: {quoted(one.paragraph.words)}\n{_our_cites(one)}"


def _our_reaction(dossier: Dossier, n: int, newsroom: Newsroom) -> str:
    stance, one = dossier.reactions[n]
    return (
        f"- id: {dossier.id}-r{n + 1}\n  actor: {newsroom.actors[one.paragraph.actor].id}\n  stance: {stance}\n  to: {dossier.id}-e1\n"
        f"  summary: {quoted(one.paragraph.words)}\n{_our_cites(one)}"
    )


def _our_cites(one: Cited) -> str:
    return f"  cites:\n    - source: {one.article.id}\n      words: {quoted(one.paragraph.words)}\n"


def for_hugo(newsroom: Newsroom, root: Path) -> None:
    """The same records as front matter, data files and the layouts beside this file."""
    shutil.copytree(LAYOUTS, root, dirs_exist_ok=True)
    shown = {one.id: {"name": one.name, "role": one.role} for one in newsroom.actors}
    _write(root / "data/actors.json", json.dumps(shown, ensure_ascii=False))
    _write(root / "data/outlets.json", json.dumps({f"outlet-{n}": name for n, name in enumerate(newsroom.outlets)}, ensure_ascii=False))
    for article in newsroom.all_articles():
        head = {"title": article.title, "date": f"{article.published}", "author": article.author, "original": address(article)}
        _write(root / f"content/sources/{article.id}.md", _page({**head, "outlets": [f"outlet-{article.outlet}"]}, [], article.text))
    for dossier in newsroom.all_dossiers():
        _write(root / f"content/dossiers/{dossier.id}.md", _hugo_dossier(dossier, newsroom))


def _hugo_dossier(dossier: Dossier, newsroom: Newsroom) -> str:
    actor = [one.id for one in newsroom.actors]
    said = [*dossier.quotes, *(one for _, one in dossier.reactions)]
    head: dict[str, str | list[str]] = {
        "title": dossier.title,
        "date": f"{dossier.updated}",
        "articles": [one.id for one in dossier.sources],
        "actors": sorted({actor[one.paragraph.actor] for one in said}),
    }
    lists = [
        ("quotes", [{"actor": actor[one.paragraph.actor], **_at(one)} for one in dossier.quotes]),
        ("figures", [{"of": one.paragraph.unit, "value": one.paragraph.value, **_at(one)} for one in dossier.figures]),
        ("reactions", [{"actor": actor[one.paragraph.actor], "stance": stance, **_at(one)} for stance, one in dossier.reactions]),
        ("events", [{"day": f"{one.paragraph.day}", **_at(one)} for one in dossier.events]),
    ]
    links = iter(range(1, 7))
    story = "".join(
        one if isinstance(one, str) else f"[[{next(links)}]](/sources/{one.article.id}/#p{one.at + 1})" for one in dossier.story
    )
    return _page(head, lists, story)


def _at(one: Cited) -> dict[str, str | int]:
    return {"words": one.paragraph.words, "source": one.article.id, "paragraph": one.at + 1}


def _page(head: dict[str, str | list[str]], lists: Iterable[tuple[str, list[dict[str, str | int]]]], body: str) -> str:
    """Front matter in YAML as people write it, and what follows."""
    lines = [f"{key}: " + (quoted(value) if isinstance(value, str) else f"[{', '.join(value)}]") for key, value in head.items()]
    for key, rows in lists:
        lines.append(f"{key}:")
        for row in rows:
            entries = [f"{name}: {quoted(value) if isinstance(value, str) else value}" for name, value in row.items()]
            lines.append("  - " + "\n    ".join(entries))
    return "---\n" + "\n".join(lines) + f"\n---\n{body}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
