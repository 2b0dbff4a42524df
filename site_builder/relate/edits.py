"""What a few changed sources make it necessary to look at: the crowds of their fingerprints, and the pairs that these bring together."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations, pairwise

from msgspec import Struct
from msgspec.structs import replace

from site_builder.relate import meetings as rule
from site_builder.relate.crowds import KEPT, Crowd, Crowds, Unknown
from site_builder.relate.families import number
from site_builder.relate.meetings import Pair, everywhere_from, one_report, share, usual
from site_builder.relate.rows import Known, Met, Names, Site, Sources, in_order, row_by

SPARE = 100  # sources that stand ready to be asked as strangers when one of the first goes


class Meets(Struct, frozen=True):
    """Whether two sources meet, and which set phrases both have."""

    meet: bool = False
    common: tuple[int, ...] = ()


class Edit:
    """What a few changed sources make it necessary to look at."""

    def __init__(self, sources: Sources, site: Site, before: Mapping[str, Known]) -> None:
        self.sources, self.site, self.heard = sources, site, frozenset(array("Q", site.everywhere))
        self.crowds = Crowds(sources.drawer, site.bits)
        self.before = {number(name): old for name, old in before.items()}
        self.now = {number(name): sources.named(name) for name in before}
        self.everywhere = set(self.heard)
        self._own: dict[int, frozenset[int]] = {}

    def own(self, one: int) -> frozenset[int]:
        if one not in self._own:
            self._own[one] = self.sources.source(one).own
        return self._own[one]

    def touched(self, near: Collection[Names]) -> dict[Names, Meets]:
        """All pairs of which something else may have to be said, and whether they meet now."""
        first, plain = self._strangers()
        by_crowds = self._follow_crowds()
        self._keep_strangers(first, plain, by_crowds)
        others = {in_order(*(self.sources.source(one).name for one in pair)) for pair in by_crowds if self.now.keys().isdisjoint(pair)}
        pairs = {*others, *near, *self._own_pairs(), *self._who_heard()}
        return {pair: self._meets(*map(self.sources.named, pair)) for pair in pairs}

    def _strangers(self) -> tuple[tuple[int, ...], dict[Pair, float]]:
        """The first sources that stand in a dossier, and what share of their fingerprints strangers among them have in common."""
        gone = {one for one, known in self.now.items() if not known.dossiers}
        come = {one for one, known in self.now.items() if known.dossiers and one < self.site.first[-1]}
        first = sorted({*self.site.first, *come} - gone)[: rule.STRANGERS + 1 + SPARE]
        if len(first) <= rule.STRANGERS:
            raise Unknown
        asked = set(pairwise(self.site.first[: rule.STRANGERS + 1]))
        before = {(a, b): plain for a, b, plain, _ in self.site.shares}
        plain: dict[Pair, float] = {}
        for pair in pairwise(first[: rule.STRANGERS + 1]):
            if pair in asked and self.now.keys().isdisjoint(pair):
                plain |= {pair: before[pair]} if pair in before else {}
                continue
            one, other = map(self.sources.source, pair)
            if one.dossiers.isdisjoint(other.dossiers):
                plain[pair] = share(len(one.own & other.own), len(one.own), len(other.own))
        if usual(plain.values()) != self.site.usual[0]:
            raise Unknown
        return tuple(first), plain

    def _keep_strangers(self, first: tuple[int, ...], plain: Mapping[Pair, float], moved: Collection[Pair]) -> None:
        before = {(a, b): told for a, b, _, told in self.site.shares}
        shares: list[tuple[int, int, float, float]] = []
        for pair, both in plain.items():
            known = pair in before and pair not in moved and self.now.keys().isdisjoint(pair)
            shares.append((*pair, both, before[pair] if known else self._told(*pair)))
        if usual(told for *_, told in shares) != self.site.usual[1]:
            raise Unknown
        everywhere = array("Q", sorted(self.everywhere)).tobytes()
        self.site = replace(self.site, first=first, shares=tuple(shares), everywhere=everywhere)

    def _told(self, one: int, other: int) -> float:
        both = self.own(one) & self.own(other)
        return share(sum(self.crowds[fingerprint].tells for fingerprint in both), len(self.own(one)), len(self.own(other)))

    def _follow_crowds(self) -> set[Pair]:
        """Files the changed sources; the pairs that a fingerprint brings together now and did not before, or no longer tells of."""
        moved: defaultdict[int, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
        for one, known in self.now.items():
            old, new = self.before[one].own, known.own
            for fingerprint in old | new if old != new else ():
                gone, come = moved[fingerprint]
                if fingerprint not in new:
                    gone.add(one)
                elif fingerprint not in old:
                    come.add(one)
        limit = everywhere_from(self.site.sources)
        pairs: set[Pair] = set()
        for fingerprint, (gone, come) in moved.items():
            before = self.crowds[fingerprint]
            after = self._judged(before, before.moved(gone, come))
            if after != before:
                self.crowds[fingerprint] = after
            pairs |= _parted(before, after)
            if after.phrase and after.many >= limit:
                self.everywhere.add(fingerprint)
            else:
                self.everywhere.discard(fingerprint)
        return pairs

    def _judged(self, before: Crowd, after: Crowd) -> Crowd:
        """Whether so many carry a set phrase or a report, asked again only where those who stand for them have changed."""
        if after.many <= rule.FEW:
            return after.judged(phrase=False)
        sample = after.first[: rule.SAMPLE]
        if before.many > rule.FEW and before.first[: rule.SAMPLE] == sample and self.now.keys().isdisjoint(sample):
            return after.judged(phrase=before.phrase)
        return after.judged(phrase=not one_report(sample, self.own, self.site.usual[0]))

    def _own_pairs(self) -> set[Names]:
        """The pairs of the changed sources: those that were, those that meet now, and those on which the editor speaks or spoke."""
        pairs: set[Names] = set()
        for one, known in self.now.items():
            met = self.sources.find(row_by("met", one), Met)
            others = {*(met.others if met else ()), *self.before[one].names, *known.names, *known.named_by}
            for dossier in known.dossiers:
                members = self.sources.members(dossier)
                others |= set(members) if len(members) <= rule.DOZENS else set()
            brought = Counter(other for fingerprint in known.own for other in self.crowds[fingerprint].neighbours(one))
            others |= {self.sources.source(other).name for other, many in brought.items() if many >= rule.LEAST}
            pairs |= {in_order(known.name, other) for other in others if other != known.name}
        return pairs

    def _who_heard(self) -> Iterator[Names]:
        """The pairs of which more or less is now heard everywhere than when they were compared."""
        moved = self.everywhere ^ self.heard
        for row in self.sources.names("met/") if moved else ():
            met = self.sources.read(row, Met)
            for other, one in met.others.items():
                if one.asked is None or not moved.isdisjoint(array("Q", one.asked)):
                    yield in_order(met.name, other)

    def _meets(self, one: Known, other: Known) -> Meets:
        """Whether two sources meet: what `meetings` says of all pairs, said of one."""
        if not one.readable or not other.readable:
            return Meets()
        both = {fingerprint: self.crowds[fingerprint] for fingerprint in one.own & other.own}
        common = tuple(sorted(fingerprint for fingerprint, crowd in both.items() if crowd.phrase))
        told = share(len(both) - len(common), len(one.own), len(other.own))
        if told <= self.site.usual[1]:
            return Meets(common=common)
        near = any(len(self.sources.members(dossier)) <= rule.DOZENS for dossier in one.dossiers & other.dossiers)
        first, second = number(one.name), number(other.name)
        meet = near or sum(second in crowd.neighbours(first) for crowd in both.values()) >= rule.LEAST
        return Meets(meet, common)


def _parted(before: Crowd, after: Crowd) -> set[Pair]:
    """The pairs of which a fingerprint tells something else than before."""
    pairs = before.pairs() ^ after.pairs()
    if before.tells == after.tells:
        return pairs
    members = {*before.first, *after.first}
    if len(members) > 2 * KEPT:
        raise Unknown
    return pairs.union(combinations(sorted(members), 2))
