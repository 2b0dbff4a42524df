"""Which sources carry the same report?"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256

from msgspec import Struct

from site_builder.model import Kin, Kinship

CERTAIN: tuple[Kin, ...] = ("certain",)
PERHAPS: tuple[Kin, ...] = ("certain", "probable")


class Kindred(Struct, frozen=True):
    """The kinships of a site, ready to be asked for a few sources."""

    of: Mapping[str, tuple[Kinship, ...]]  # by source; each kinship stands under both
    certain: Mapping[str, Hashable]  # the family of each source that has kin; any other is its own
    probable: Mapping[str, Hashable]  # the same if what is probable is so


NOBODY = Kindred({}, {}, {})


def kindred(kinships: Sequence[Kinship]) -> Kindred:
    """The kinships by source, and the families they make over the whole site."""
    return Kindred(by_source(kinships), _joined(kinships, CERTAIN), _joined(kinships, PERHAPS))


def by_source(kinships: Iterable[Kinship]) -> dict[str, tuple[Kinship, ...]]:
    """The kinships of each source."""
    of: dict[str, list[Kinship]] = {}
    for one in kinships:
        of.setdefault(one.one, []).append(one)
        of.setdefault(one.other, []).append(one)
    return {source: tuple(found) for source, found in of.items()}


def _joined(kinships: Iterable[Kinship], joining: Collection[Kin]) -> dict[str, int]:
    parent: dict[str, str] = {}
    for one in kinships:
        if one.kin in joining:
            origin = _root(parent, one.other)
            parent[_root(parent, one.one)] = parent[origin] = origin
    members: dict[str, list[str]] = {}
    for source in parent:
        members.setdefault(_root(parent, source), []).append(source)
    numbers = {root: number(min(family)) for root, family in members.items()}
    return {source: numbers[_root(parent, source)] for source in parent}


@lru_cache(maxsize=65_536)
def number(name: str) -> int:
    """A number for a source, the same in every site, that says nothing of its name: families and samples of sources are known by it."""
    return int.from_bytes(sha256(name.encode()).digest()[:8], "big")


def families(sources: Iterable[str], joined: Mapping[str, Hashable]) -> tuple[frozenset[str], ...]:
    """The sources by originator, in the order of their first source. `joined`: the family of each source that has kin."""
    members: dict[Hashable, list[str]] = {}
    for source in sources:
        members.setdefault(joined.get(source, source), []).append(source)
    return tuple(frozenset(ids) for ids in members.values())


def members(source: str, of: Mapping[str, Sequence[Kinship]], joining: Collection[Kin]) -> set[str]:
    """All who carry one report with a source, by way of others too. `of`: the kinships of each source."""
    found, waiting = {source}, [source]
    while waiting:
        one = waiting.pop()
        more = {name for kin in of.get(one, ()) if kin.kin in joining for name in (kin.one, kin.other)} - found
        found |= more
        waiting += more
    return found


def among(sources: Iterable[str], kin: Kindred) -> tuple[Kinship, ...]:
    """The kinships between these sources."""
    own = dict.fromkeys(sources)
    return tuple(one for source in own for one in kin.of.get(source, ()) if one.one == source and one.other in own)


def _root(parent: dict[str, str], name: str) -> str:
    while name in parent and parent[name] != name:
        name = parent[name]
    return name
