"""How are warnings, and the editor's answers to them, shown to readers?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from site_builder.codes import explained
from site_builder.problems import Noted
from site_builder.render import links
from site_builder.render.page import Link
from site_builder.render.shown import Shelf

MOST_OF_A_KIND = 50  # warnings of one kind on one page; each dossier's report has its own
PLACES = {"actor": "actors", "outlet": "outlets", "source": "sources", "dossier": "dossiers"}


class RemarkShown(Struct, frozen=True):
    """A warning: where it stands in the files, what it says, and where on the site what it is about is shown."""

    place: str
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


def _remarks(code: str, found: list[Noted], shelf: Shelf, titles: Mapping[str, str], root: str) -> Remarks:
    shown = tuple(_shown(one, shelf, titles, root) for one in found[:MOST_OF_A_KIND])
    return Remarks(code, explained(code), len(found), shown, len(found) - len(shown))


def _shown(one: Noted, shelf: Shelf, titles: Mapping[str, str], root: str) -> RemarkShown:
    problem = one.placed.problem
    place = f"{problem.file}:{one.placed.line}"
    return RemarkShown(place, _about(one, shelf, titles, root), problem.message, problem.hint, one.reason)


def _about(one: Noted, shelf: Shelf, titles: Mapping[str, str], root: str) -> Link | None:
    """Where on the site what it is about is shown."""
    if one.kind == "page":
        return Link(one.id, f"{root}{one.id}.html")
    if one.kind in PLACES:
        name = shelf.names.get(one.id, one.id) if one.kind == "source" else titles.get(one.id, one.id)
        return Link(name, f"{root}{PLACES[one.kind]}/{one.id}.html")
    return Link(f"{one.kind} {one.id}", links.to_record(root, one.dossier, one.kind, one.id)) if one.id else None
