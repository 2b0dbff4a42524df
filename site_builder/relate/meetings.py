"""Which sources of a site share so many fingerprints that they must be compared?

Nothing here is done for every pair. All fingerprints are sorted, part by part; a pair comes up only where both carry a rare one. What many
sources carry is either a report that went round (then each is compared with a few of the others) or a set phrase (then it tells nothing).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, groupby, pairwise
from statistics import median

from msgspec import Struct

FEW = 8  # carriers of a fingerprint of which every pair is looked at: 28 pairs at most
LEAST = 4  # rare fingerprints that two sources of different dossiers must share; 42 of 45 pairs of one report in tests/relate/wire do
DOZENS = 60  # sources of a dossier of which every pair is looked at that shares a single fingerprint
SAMPLES = 5  # neighbours among many carriers by which a report that went round is told from a set phrase
COPY = 0.4  # of the shorter one's fingerprints are shared by copies; a footer is at most a quarter of them in tests/relate/wire
BEYOND = 0.04  # of them are shared by 39 of 45 pairs of one report there, and by 14 of 348 others, footers apart
STRANGERS = 301  # pairs picked by which is told what unrelated sources of a site share
ENOUGH = 100  # of them; fewer tell nothing
EVERYWHERE = 0.02  # of a site's sources
SPREAD = 8  # times as far from the median as half of them are: 1 in 10 million of what is spread evenly
PART = 1 << 19  # fingerprints sorted at a time: 20 MB of Python's integers
SOURCE_BITS = 24
SOURCE = (1 << SOURCE_BITS) - 1

Pair = tuple[int, int]


class Meetings(Struct, frozen=True):
    """What comes of comparing the fingerprints of a site."""

    pairs: tuple[Pair, ...]  # numbers of sources, the smaller first, in order
    common: frozenset[int]  # fingerprints that many unrelated sources carry: set phrases, footers
    everywhere: frozenset[int] = frozenset()  # those of them that one source in fifty carries: no wording of anybody's own


def meetings(prints: Sequence[bytes], dossiers: Iterable[Sequence[int]] = ()) -> Meetings:
    """The pairs to be compared. `prints`: the fingerprints of each source; `dossiers`: which of them stand together."""
    listed = [tuple(sources) for sources in dossiers]
    strangers = _strangers(len(prints), listed)
    crowds = _Crowds(prints, _usual(prints, strangers))
    met = array("Q")
    for fingerprint, sources in _carried(prints):
        for one, other in crowds.pairs(fingerprint, sources):
            met.append(one << SOURCE_BITS | other)
    far = {(packed >> SOURCE_BITS, packed & SOURCE) for packed, many in _counted(met) if many >= LEAST}
    common = frozenset(crowds.common)
    pairs = sorted(far.union(_near(prints, listed)))
    return Meetings(tuple(_unusual(prints, pairs, common, _usual(prints, strangers, common))), common, frozenset(crowds.everywhere))


def _usual(prints: Sequence[bytes], strangers: Sequence[Pair], common: frozenset[int] = frozenset()) -> float:
    """What share of their fingerprints two sources of this site may have in common though they have nothing to do with each other.

    On most sites next to none. Where texts are made from templates (weather, markets, results) it is a lot, and sharing it tells nothing.
    """
    if len(strangers) < ENOUGH:
        return 0.0
    shares = [_share(_own(prints[one], common), _own(prints[other], common)) for one, other in strangers]
    middle = median(shares)
    return min(COPY, middle + SPREAD * median(abs(share - middle) for share in shares))


def _strangers(count: int, dossiers: Iterable[Sequence[int]]) -> list[Pair]:
    """Pairs of sources that stand in no dossier together, picked as if at random and always the same."""
    of: dict[int, set[int]] = {}
    for n, sources in enumerate(dossiers):
        for source in sources:
            of.setdefault(source, set()).add(n)
    picked = ((n * count // STRANGERS, (n * count // STRANGERS + count // 2 + n) % count) for n in range(STRANGERS)) if count else ()
    return [(a, b) for a, b in dict.fromkeys(picked) if a in of and b in of and of[a].isdisjoint(of[b])]


def _own(prints: bytes, common: frozenset[int]) -> frozenset[int]:
    return frozenset(array("Q", prints)) - common


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _unusual(prints: Sequence[bytes], pairs: Iterable[Pair], common: frozenset[int], usual: float) -> Iterator[Pair]:
    """The pairs that share more than strangers do, set phrases apart. `pairs` in order."""
    for one, same in groupby(pairs, key=lambda pair: pair[0]):
        own = _own(prints[one], common)
        yield from (pair for pair in same if _share(own, _own(prints[pair[1]], common)) > usual)


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

    def __init__(self, prints: Sequence[bytes], usual: float) -> None:
        self.prints, self.usual = prints, usual
        self.common: set[int] = set()
        self.everywhere: set[int] = set()
        self._one_report: dict[tuple[int, ...], bool] = {}

    def pairs(self, fingerprint: int, sources: Sequence[int]) -> Iterable[Pair]:
        """The pairs of carriers to be compared."""
        if len(sources) <= FEW:
            return combinations(sources, 2)
        if not self._went_round(sources):
            self.common.add(fingerprint)
            if len(sources) > EVERYWHERE * len(self.prints):
                self.everywhere.add(fingerprint)
            return ()
        first, second, *others = sources
        return [(first, second), *((leader, one) for one in others for leader in (first, second)), *pairwise(others)]

    def _went_round(self, sources: Sequence[int]) -> bool:
        step = max(1, (len(sources) - 1) // SAMPLES)
        sample = tuple(sources[n] for n in range(0, len(sources), step))
        if sample not in self._one_report:
            self._one_report[sample] = _one_report([frozenset(array("Q", self.prints[n])) for n in sample], self.usual)
        return self._one_report[sample]


def _one_report(sample: Sequence[frozenset[int]], usual: float) -> bool:
    """Whether most neighbours share much, or more than what all share: a footer is the same in all, and nothing else is.

    `usual`: the share that strangers have in common on this site.
    """
    core = frozenset.intersection(*sample)
    related = 0
    for one, other in pairwise(sample):
        both, length = one & other, min(len(one), len(other))
        related += len(both) >= COPY * length or len(both - core) >= max(LEAST, BEYOND * length, usual * length)
    return 2 * related >= len(sample) - 1
