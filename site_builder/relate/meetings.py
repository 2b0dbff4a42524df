"""Which sources of a site share so many fingerprints that they must be compared?

Nothing here is done for every pair. All fingerprints are sorted, part by part; a pair comes up only where both carry a rare one. What many
sources carry is either a report that went round (then each is compared with a few of the others) or a set phrase (then it tells nothing).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, groupby, pairwise

from msgspec import Struct

FEW = 8  # carriers of a fingerprint of which every pair is looked at: 28 pairs at most
LEAST = 3  # rare fingerprints that two sources of different dossiers must share; in tests/relate/wire 37 of 43 pairs of one report do
DOZENS = 60  # sources of a dossier of which every pair is looked at that shares a single fingerprint
SAMPLES = 5  # neighbours among many carriers by which a report that went round is told from a set phrase
COPY = 0.4  # of the shorter one's fingerprints are shared by copies; a footer is at most a quarter of them in tests/relate/wire
BEYOND = 0.04  # of them are shared by 39 of 45 pairs of one report there, and by 14 of 348 others, footers apart
PART = 1 << 19  # fingerprints sorted at a time: 20 MB of Python's integers
SOURCE_BITS = 24
SOURCE = (1 << SOURCE_BITS) - 1

Pair = tuple[int, int]


class Meetings(Struct, frozen=True):
    """What comes of comparing the fingerprints of a site."""

    pairs: tuple[Pair, ...]  # numbers of sources, the smaller first, in order
    common: frozenset[int]  # fingerprints that many unrelated sources carry: set phrases, footers


def meetings(prints: Sequence[bytes], dossiers: Iterable[Sequence[int]] = ()) -> Meetings:
    """The pairs to be compared. `prints`: the fingerprints of each source; `dossiers`: which of them stand together."""
    crowds = _Crowds(prints)
    met = array("Q")
    for carriers in _carried(prints):
        fingerprint, sources = carriers
        for one, other in crowds.pairs(fingerprint, sources):
            met.append(one << SOURCE_BITS | other)
    far = {(packed >> SOURCE_BITS, packed & SOURCE) for packed, many in _counted(met) if many >= LEAST}
    return Meetings(tuple(sorted(far.union(_near(prints, dossiers)))), frozenset(crowds.common))


def _carried(prints: Sequence[bytes]) -> Iterator[tuple[int, list[int]]]:
    """Every fingerprint that several sources carry, with their numbers in order."""
    for part in _parts(prints):
        packed = sorted(part)
        again = [one for one, after in pairwise(packed) if one >> SOURCE_BITS == after >> SOURCE_BITS]
        firsts = [one for n, one in enumerate(again) if not n or again[n - 1] >> SOURCE_BITS != one >> SOURCE_BITS]
        for first in firsts:
            start = bisect_left(packed, first)
            end = bisect_left(packed, (first >> SOURCE_BITS) + 1 << SOURCE_BITS, start)
            yield first >> SOURCE_BITS, [one & SOURCE for one in packed[start:end]]


def _parts(prints: Sequence[bytes]) -> Iterator[array[int]]:
    """All fingerprints, each with its source's number in the lower bits, in parts of alike size by their highest bits."""
    total = sum(map(len, prints)) // 8
    many = 1 << max(0, (total // PART).bit_length())
    parts = [array("Q") for _ in range(many)]
    step = (1 << 40) // many
    for n, own in enumerate(prints):
        sorted_own = array("Q", own)
        packed = array("Q", [one << SOURCE_BITS | n for one in sorted_own])
        at = 0
        for k, part in enumerate(parts):
            end = bisect_left(sorted_own, (k + 1) * step, at) if k + 1 < many else len(packed)
            part.extend(packed[at:end])
            at = end
    while parts:
        yield parts.pop()


def _counted(met: array[int]) -> Iterator[tuple[int, int]]:
    return ((packed, sum(1 for _ in same)) for packed, same in groupby(sorted(met)))


def _near(prints: Sequence[bytes], dossiers: Iterable[Sequence[int]]) -> Iterator[Pair]:
    """The pairs inside one dossier that share anything at all."""
    for sources in dossiers:
        if len(sources) <= DOZENS:
            own = {n: frozenset(array("Q", prints[n])) for n in sorted(sources)}
            yield from ((a, b) for a, b in combinations(own, 2) if not own[a].isdisjoint(own[b]))


class _Crowds:
    """Tells reports that went round from set phrases, and remembers what it has found out."""

    def __init__(self, prints: Sequence[bytes]) -> None:
        self.prints = prints
        self.common: set[int] = set()
        self._one_report: dict[tuple[int, ...], bool] = {}

    def pairs(self, fingerprint: int, sources: Sequence[int]) -> Iterable[Pair]:
        """The pairs of carriers to be compared."""
        if len(sources) <= FEW:
            return combinations(sources, 2)
        if not self._went_round(sources):
            self.common.add(fingerprint)
            return ()
        first, second, *others = sources
        return [(first, second), *((leader, one) for one in others for leader in (first, second)), *pairwise(others)]

    def _went_round(self, sources: Sequence[int]) -> bool:
        step = max(1, (len(sources) - 1) // SAMPLES)
        sample = tuple(sources[n] for n in range(0, len(sources), step))
        if sample not in self._one_report:
            self._one_report[sample] = _one_report([frozenset(array("Q", self.prints[n])) for n in sample])
        return self._one_report[sample]


def _one_report(sample: Sequence[frozenset[int]]) -> bool:
    """Whether most neighbours share much, or more than what all share: a footer is the same in all, and nothing else is."""
    core = frozenset.intersection(*sample)
    related = 0
    for one, other in pairwise(sample):
        both, length = one & other, min(len(one), len(other))
        related += len(both) >= COPY * length or len(both - core) >= max(LEAST, BEYOND * length)
    return 2 * related >= len(sample) - 1
