"""Which files in content/ does nothing read because of their names, and what should they be called?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from difflib import get_close_matches

from msgspec import Struct

from site_builder.problems import Problem

LISTS = ("sources", "quotes", "figures", "reactions", "events", "claims")  # of a dossier
TOP = ("site.yaml", "outlets.yaml", "actors.yaml")
OWN = ("dossier.yaml", "story.md", *(f"{name}.yaml" for name in LISTS))
ENDINGS = (".yaml", ".yml", ".md")  # of what is read in content/, or would be under another name
TEXTS = (*ENDINGS, ".markdown", ".txt")
FOR_COLLEAGUES = frozenset("readme notes todo license licence changelog contributing".split())
PAGES = frozenset(("page", "pages"))  # folders that are meant to hold free pages, in small letters


class Stray(Struct, frozen=True):
    """A file that nothing reads."""

    path: str  # from content/
    hint: str
    meant: tuple[str, ...] = ()  # the files of which it is one, or which stand beside it, as they should be called: "quotes.yaml"


def strays(names: Iterable[str]) -> list[Stray]:
    """What stands in the wrong place or is called wrongly among the files of content/ (paths from there). Notes are let be."""
    own: dict[str, list[str]] = {}
    for name in sorted(names):
        folder, slash, rest = name.partition("/")
        folder, rest = (folder, rest) if slash else ("", name)
        own.setdefault(folder, []).append(rest)
    return [stray for folder, inside in own.items() for stray in _kind_of(folder, inside)(folder, inside, own.get("", ()))]


def told(stray: Stray) -> Problem:
    """It is a slip: what it says would silently be left out."""
    return Problem(f"content/{stray.path}", "unknown-file", "no such file is read here", stray.hint)


def _kind_of(folder: str, inside: Collection[str]) -> Callable[[str, list[str], Collection[str]], Iterator[Stray]]:
    if not folder:
        return _at_the_top
    if folder == "pages":
        return _among_pages
    return _for_pages if folder.lower() in PAGES and "dossier.yaml" not in inside else _in_dossier


def _at_the_top(_: str, inside: list[str], top: Collection[str]) -> Iterator[Stray]:
    for name in inside:
        if name in TOP or not _is_text(name):
            continue
        if meant := _meant(name, TOP):
            yield Stray(name, _called(meant, top), (meant,))
        elif meant := _meant(name, OWN):
            yield Stray(name, f"it belongs in a dossier's folder: content/<dossier>/{meant}", (meant,))
        elif name.endswith(ENDINGS[:2]):
            yield Stray(name, _nearest(name, TOP, top))
        elif not name.lower().endswith(".txt") and _stem(name) not in FOR_COLLEAGUES:
            yield Stray(name, f"free pages stand in content/pages/: call it content/pages/{_page(name)}")


def _among_pages(_: str, inside: list[str], __: Collection[str]) -> Iterator[Stray]:
    for name in inside:
        if "/" in name and _is_text(name):
            yield Stray(f"pages/{name}", f"pages have no folders: call it content/pages/{_page(name)}")
        elif _is_text(name) and not name.endswith(".md") and _stem(name) not in FOR_COLLEAGUES:
            yield Stray(f"pages/{name}", f"the name of a free page ends in .md: call it content/pages/{_page(name)}")


def _for_pages(folder: str, inside: list[str], _: Collection[str]) -> Iterator[Stray]:
    """The folder of free pages under another name: said once."""
    for name in list(filter(_is_text, inside))[:1]:
        yield Stray(f"{folder}/{name}", "free pages stand in content/pages/: rename the folder")


def _in_dossier(folder: str, inside: list[str], top: Collection[str]) -> Iterator[Stray]:
    nested: set[str] = set()
    for name in inside:
        if name in OWN or not _is_text(name):
            continue
        above, _, last = name.rpartition("/")
        if above in nested:
            continue
        if above and (last in OWN or last.endswith(ENDINGS[:2])):
            nested.add(above)  # said once
            hint = f"dossiers don't stand in each other: move the folder to content/{above.rpartition('/')[2]}/"
            yield Stray(f"{folder}/{name}", hint, tuple(one for one in OWN if f"{above}/{one}" in inside))
        elif not above:
            yield from _beside_records(folder, name, inside, top)


def _beside_records(folder: str, name: str, inside: Collection[str], top: Collection[str]) -> Iterator[Stray]:
    if meant := _meant(name, OWN):
        yield Stray(f"{folder}/{name}", _called(meant, inside), (meant,))
    elif meant := _meant(name, TOP):
        there = f"it counts for all dossiers and belongs in content/: move what it says to content/{meant}"
        yield Stray(f"{folder}/{name}", there if meant in top else f"it counts for all dossiers: move it to content/{meant}", (meant,))
    elif name.endswith(ENDINGS[:2]):
        yield Stray(f"{folder}/{name}", _nearest(name, OWN, inside))


def _is_text(name: str) -> bool:
    return name.lower().endswith(TEXTS)


def _page(name: str) -> str:
    return f"{'-'.join(_stem(name.rpartition('/')[2]).split())}.md"


def _stem(name: str) -> str:
    """A name as it was meant, without its endings: reactions of Reactions.yaml.txt."""
    stem = name.lower()
    while ending := next((one for one in TEXTS if stem.endswith(one) and stem != one), ""):
        stem = stem.removesuffix(ending)
    return stem


def _meant(name: str, known: Iterable[str]) -> str:
    """The file that has this name but for its ending, its capitals, or an s."""
    return next((one for one in known if _stem(one).rstrip("s") == _stem(name).rstrip("s")), "")


def _called(meant: str, there: Collection[str]) -> str:
    return f"'{meant}' stands there already: move what this file says into it, or delete it" if meant in there else f"call it '{meant}'"


def _nearest(name: str, known: tuple[str, ...], there: Collection[str]) -> str:
    near = get_close_matches(name[:80], known, 1, 0.6)
    return f"did you mean '{near[0]}'?" if near and near[0] not in there else f"read here are: {', '.join(known)}"
