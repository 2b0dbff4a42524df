"""How are warnings, and the editor's answers to them, shown to readers?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice

from msgspec import Struct
from msgspec.structs import replace

from site_builder.codes import explained
from site_builder.problems import Noted
from site_builder.render import links
from site_builder.render.page import Link
from site_builder.render.shown import Shelf

MOST_OF_A_KIND = 50  # warnings of one kind on one page; each dossier's report has its own
PLACES = {"actor": "actors", "outlet": "outlets", "source": "sources", "dossier": "dossiers"}


class RemarkShown(Struct, frozen=True):
    """A warning: in which file it stands, what it says, and where on the site what it is about is shown."""

    file: str
    about: Link | None
    message: str
    hint: str
    reason: str  # the editor's, where it is silenced


class Remarks(Struct, frozen=True):
    """The warnings of one kind."""

    code: str
    explained: str
    count: int
    shown: tuple[RemarkShown, ...]
    more: int


def by_kind(remarks: Iterable[Noted], shelf: Shelf, titles: Mapping[str, str], root: str) -> tuple[Remarks, ...]:
    """The warnings by kind, those of most warnings first. `titles`: of the dossiers."""
    of: dict[str, list[Noted]] = {}
    for one in remarks:
        of.setdefault(one.placed.problem.code, []).append(one)
    ranked = sorted(of.items(), key=lambda kind: (-len(kind[1]), kind[0]))
    return tuple(_remarks(code, found, shelf, titles, root) for code, found in ranked)


def together(of_parts: Iterable[Sequence[Remarks]]) -> tuple[Remarks, ...]:
    """The warnings of several parts of the site by kind, those of most warnings first."""
    of: dict[str, list[Remarks]] = {}
    for one in chain.from_iterable(of_parts):
        of.setdefault(one.code, []).append(one)
    joined = [_joined(found) for found in of.values()]
    return tuple(sorted(joined, key=lambda one: (-one.count, one.code)))


def _joined(found: Sequence[Remarks]) -> Remarks:
    shown = tuple(islice(chain.from_iterable(one.shown for one in found), MOST_OF_A_KIND))
    count = sum(one.count for one in found)
    return replace(found[0], count=count, shown=shown, more=count - len(shown))


def _remarks(code: str, found: list[Noted], shelf: Shelf, titles: Mapping[str, str], root: str) -> Remarks:
    shown = tuple(_shown(one, shelf, titles, root) for one in found[:MOST_OF_A_KIND])
    return Remarks(code, explained(code), len(found), shown, len(found) - len(shown))


def _shown(one: Noted, shelf: Shelf, titles: Mapping[str, str], root: str) -> RemarkShown:
    problem = one.placed.problem
    return RemarkShown(problem.file, _about(one, shelf, titles, root), problem.message, problem.hint, one.reason)


def _about(one: Noted, shelf: Shelf, titles: Mapping[str, str], root: str) -> Link | None:
    """Where on the site what it is about is shown."""
    if one.kind == "page":
        return Link(one.id, f"{root}{one.id}.html")
    if one.kind in PLACES:
        name = shelf.names.get(one.id, one.id) if one.kind == "source" else titles.get(one.id, one.id)
        return Link(name, f"{root}{PLACES[one.kind]}/{one.id}.html")
    return Link(f"{one.kind} {one.id}", links.to_record(root, one.dossier, one.kind, one.id)) if one.id else None
