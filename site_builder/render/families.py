"""How many reports stand behind a dossier's sources, and why?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from site_builder.model import Kinship, Related
from site_builder.render import links
from site_builder.render.kin import MEASURED, RANK, at, reason
from site_builder.render.page import Link
from site_builder.render.shown import Shelf

MOST_TIES = 12  # pairs told of one family: hundreds of sources make thousands of pairs, and each source's page tells its own
MOST_PAIRS = 50  # probable pairs, and pairs told apart
MOST_MEMBERS = 100  # sources of one family that are named


class Tie(Struct, frozen=True):
    """Two sources that are, or may be, one report; `href` leads to their words side by side."""

    one: Link
    other: Link
    why: str
    href: str
    shares: bool  # there are words to be seen side by side
    measured: str  # what texts and credits alone show, where the editor says otherwise


class FamilyShown(Struct, frozen=True):
    """Sources that carry one report."""

    sources: tuple[Link, ...]
    more_sources: int
    ties: tuple[Tie, ...]
    more: int  # pairs that are not told


class FamiliesShown(Struct, frozen=True):
    """The families of a dossier's sources: certain, probable, and pairs that the editor holds apart."""

    sources: int
    reports: int
    perhaps: int  # reports if what is probable is so
    certain: tuple[FamilyShown, ...]
    probable: tuple[Tie, ...]
    more_probable: int
    apart: tuple[Tie, ...]
    more_apart: int


def families_shown(related: Related, shelf: Shelf, root: str) -> FamiliesShown:
    """What is known of the reports behind the dossier's sources."""
    family = {source: n for n, members in enumerate(related.families) for source in members}
    ranked = sorted(related.kinships, key=lambda one: (RANK[one.kin], -one.words))
    apart = [one for one in ranked if one.kin == "apart" and one.editor]
    inside = [one for one in ranked if one.kin != "apart" and family[one.one] == family[one.other]]
    probable = [one for one in ranked if one.kin == "probable" and family[one.one] != family[one.other]]
    return FamiliesShown(
        sources=len(related.brief.sources),
        reports=len(related.families),
        perhaps=perhaps(related),
        certain=tuple(_families(related, inside, shelf, root)),
        probable=_ties(probable[:MOST_PAIRS], shelf, root),
        more_probable=max(0, len(probable) - MOST_PAIRS),
        apart=_ties(apart[:MOST_PAIRS], shelf, root),
        more_apart=max(0, len(apart) - MOST_PAIRS),
    )


def perhaps(related: Related) -> int:
    """How many reports there are if what is probable is so."""
    return len(related.perhaps or related.families)


def _families(related: Related, inside: Sequence[Kinship], shelf: Shelf, root: str) -> Iterator[FamilyShown]:
    """The families of more than one source, each with the pairs in it."""
    order = {source: n for n, source in enumerate(related.brief.sources)}
    for family in related.families:
        if len(family) > 1:
            pairs = [one for one in inside if one.one in family]
            yield _family(sorted(family, key=lambda source: order[source]), pairs, shelf, root)


def _family(members: Sequence[str], pairs: Sequence[Kinship], shelf: Shelf, root: str) -> FamilyShown:
    return FamilyShown(
        tuple(_source(source, shelf, root) for source in members[:MOST_MEMBERS]),
        max(0, len(members) - MOST_MEMBERS),
        _ties(pairs[:MOST_TIES], shelf, root),
        max(0, len(pairs) - MOST_TIES),
    )


def _ties(pairs: Iterable[Kinship], shelf: Shelf, root: str) -> tuple[Tie, ...]:
    return tuple(_tie(one, shelf, root) for one in pairs)


def _tie(one: Kinship, shelf: Shelf, root: str) -> Tie:
    return Tie(
        _source(one.one, shelf, root),
        _source(one.other, shelf, root),
        reason(one),
        f"{links.to_source(root, one.one)}#{at(one.other)}",
        bool(one.runs),
        MEASURED[one.measured] if one.editor and one.measured != one.kin else "",
    )


def _source(source: str, shelf: Shelf, root: str) -> Link:
    return Link(shelf.names[source], links.to_source(root, source))
