"""Which sources of a site share so many fingerprints that they must be compared?

Nothing here is done for every pair. Every fingerprint is filed under those who carry it; a pair comes up only where both carry a rare one.
What many sources carry is either a report that went round (then each is compared with a few of the others) or a set phrase (then it tells
nothing).

All that is said here of a fingerprint depends on its carriers alone, all that is said of a pair on the two and on what they share. What
must be known of the site as a whole moves in coarse steps (`coarse`, `everywhere_from`), and who stands for the others is chosen by the
order of the sources, which is a hash of their names: so `Kinfolk` can follow an edit without looking at the rest.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, islice, pairwise
from math import ceil

from msgspec import Struct

FEW = 8  # carriers of a fingerprint of which every pair is looked at: 28 pairs at most
LEAST = 4  # rare fingerprints that two sources of different dossiers must share; 42 of 45 pairs of one report in tests/relate/wire do
DOZENS = 60  # sources of a dossier of which every pair is looked at that shares a single fingerprint
SAMPLE = 6  # of many carriers, the first: by them a report that went round is told from a set phrase
COPY = 0.4  # of the shorter one's fingerprints are shared by copies; a footer is at most a quarter of them in tests/relate/wire
BEYOND = 0.04  # of them are shared by 39 of 45 pairs of one report there, and by 14 of 348 others, footers apart
STRANGERS = 301  # pairs by which is told what unrelated sources of a site share
ENOUGH = 100  # of them; fewer tell nothing
STEPS = 20  # in which that is told, rounded up: the share of 301 pairs hardly ever moves by 5 %
EVERYWHERE = 64  # a set phrase is heard everywhere if one source in so many carries it, of the next power of two
SPREAD = 8  # times as far from the median as half of them are: 1 in 10 million of what is spread evenly
FINGERPRINT_BITS = 40
PART = 1 << 20  # fingerprints that are filed at a time: up to 150 MB of Python's objects

Pair = tuple[int, int]
Filed = Callable[[Mapping[int, int], Mapping[int, Sequence[int]], Collection[int]], None]


class Meetings(Struct, frozen=True):
    """What comes of comparing the fingerprints of a site."""

    pairs: tuple[Pair, ...]  # numbers of sources, the smaller first, in order
    common: frozenset[int]  # fingerprints that many unrelated sources carry: set phrases, footers
    everywhere: frozenset[int] = frozenset()  # those of them that are no wording of anybody's own
    usual: tuple[float, float] = (0.0, 0.0)  # what strangers share, with set phrases and without
    shares: Mapping[Pair, tuple[float, float]] = {}  # the same of each pair that was asked


def meetings(prints: Sequence[bytes], dossiers: Iterable[Sequence[int]] = (), filed: Filed | None = None) -> Meetings:
    """The pairs to be compared. `prints`: the fingerprints of each source; `dossiers`: which of them stand together.

    `filed` is told who carries what, part by part: the fingerprints of one source alone, those of several, whose numbers are in order, and
    which of these are set phrases.
    """
    listed = [tuple(sorted(set(sources))) for sources in dossiers]
    own = lru_cache(maxsize=4 * STRANGERS)(lambda n: frozenset(array("Q", prints[n])))
    asked = strangers(listed)
    plain = {(a, b): share(len(own(a) & own(b)), len(own(a)), len(own(b))) for a, b in asked}
    crowds = _Crowds(own, usual(plain.values()))
    met = _Met(len(prints))
    limit = everywhere_from(len(prints))
    common: set[int] = set()
    everywhere: set[int] = set()
    for alone, shared in _carried(prints):
        for fingerprint, sources in shared.items():
            if len(sources) <= FEW:
                met.few(fingerprint, sources)
            elif crowds.went_round(sources):
                met.many(fingerprint, sources)
            else:
                common.add(fingerprint)
                if len(sources) >= limit:
                    everywhere.add(fingerprint)
        if filed:
            filed(alone, shared, common)

    def told(pair: Pair) -> float:
        return share(met.told(*pair), *(len(prints[n]) // 8 for n in pair))

    shares = {pair: (plain[pair], told(pair)) for pair in asked}
    beyond = usual(told for _, told in shares.values())
    pairs = sorted({pair for pair in (*met.far(), *met.near(listed)) if told(pair) > beyond})
    return Meetings(tuple(pairs), frozenset(common), frozenset(everywhere), (crowds.usual, beyond), shares)


def share(both: int, one: int, other: int) -> float:
    """What part of the shorter one's fingerprints two sources have in common."""
    return both / max(1, min(one, other))


def usual(shares: Iterable[float]) -> float:
    """What share of their fingerprints two sources of this site may have in common though they have nothing to do with each other.

    On most sites next to none. Where texts are made from templates (weather, markets, results) it is a lot, and sharing it tells nothing.
    """
    known = list(shares)
    if len(known) < ENOUGH:
        return 0.0
    from statistics import median  # noqa: PLC0415 7 ms, and sites with few shares don't need it

    middle = median(known)
    return min(COPY, coarse(middle + SPREAD * median(abs(one - middle) for one in known)))


def coarse(share: float) -> float:
    """Rounded up, so that an edit hardly ever moves it."""
    return ceil(share * STEPS) / STEPS


def everywhere_from(sources: int) -> int:
    """How many of so many sources must carry a set phrase for it to be heard everywhere: between 1.6 and 3.2 % of them."""
    return (1 << sources.bit_length()) // EVERYWHERE + 1


def strangers(dossiers: Iterable[Sequence[int]]) -> list[Pair]:
    """Pairs of sources that stand in no dossier together: the first ones and who follows each, so that an edit moves next to none."""
    of: dict[int, set[int]] = {}
    for n, sources in enumerate(dossiers):
        for source in sources:
            of.setdefault(source, set()).add(n)
    first = sorted(of)[: STRANGERS + 1]
    picked = ((first[n], first[n + far]) for far in range(1, len(first)) for n in range(len(first) - far))
    return [(a, b) for a, b in islice(picked, STRANGERS) if of[a].isdisjoint(of[b])]


def links(sources: Sequence[int]) -> Iterator[Pair]:
    """Who is compared with whom among those that carry a report which went round: all with the first two and with their neighbours."""
    first, second, *others = sources
    yield first, second
    for one in others:
        yield first, one
        yield second, one
    yield from pairwise(others)


def one_report(sample: Sequence[int], own: Callable[[int], frozenset[int]], usual: float) -> bool:
    """Whether most neighbours share much, or more than what all share: a footer is the same in all, and nothing else is.

    `usual`: the share that strangers have in common on this site.
    """
    core = -1  # fingerprints that all of them have; known once it matters
    pairs = len(sample) - 1
    related = 0
    for n, (one, other) in enumerate(pairwise(sample)):
        both, length = len(own(one) & own(other)), min(len(own(one)), len(own(other)))
        enough = max(LEAST, BEYOND * length, usual * length)
        if core < 0 and enough <= both < COPY * length:
            core = len(frozenset.intersection(*map(own, sample)))
        related += both >= COPY * length or both - max(core, 0) >= enough
        if 2 * (related + pairs - n - 1) < pairs:
            return False
    return True


def _carried(prints: Sequence[bytes]) -> Iterator[tuple[dict[int, int], dict[int, list[int]]]]:
    """Who carries each fingerprint: those of one source alone, and those of several with their numbers in order; part by part."""
    parts = parts_of(prints)
    views = [memoryview(own).cast("Q") for own in prints]
    seen = [0] * len(views)
    for part in range(1, parts + 1):
        limit = (part << FINGERPRINT_BITS) // parts
        alone: dict[int, int] = {}
        shared: dict[int, list[int]] = {}
        for n, own in enumerate(views):
            end = bisect_left(own, limit, seen[n])
            for fingerprint in own[seen[n] : end].tolist():
                if fingerprint in shared:
                    shared[fingerprint].append(n)
                elif fingerprint in alone:
                    shared[fingerprint] = [alone.pop(fingerprint), n]
                else:
                    alone[fingerprint] = n
            seen[n] = end
        yield alone, shared


def parts_of(prints: Sequence[bytes]) -> int:
    """In how many parts all these fingerprints are looked at: a power of two."""
    return 1 << (sum(map(len, prints)) // 8 // PART).bit_length()


class _Crowds:
    """Tells reports that went round from set phrases, and remembers what it has found out."""

    def __init__(self, own: Callable[[int], frozenset[int]], usual: float) -> None:
        self.own, self.usual = own, usual
        self._one_report: dict[tuple[int, ...], bool] = {}

    def went_round(self, sources: Sequence[int]) -> bool:
        sample = tuple(sources[:SAMPLE])
        if sample not in self._one_report:
            self._one_report[sample] = one_report(sample, self.own, self.usual)
        return self._one_report[sample]


class _Met:
    """Who has met whom, and by what."""

    def __init__(self, many: int) -> None:
        self._telling = [array("Q") for _ in range(many)]  # fingerprints of each source that it shares and that are no set phrases
        self._after = [array("L") for _ in range(many)]  # those after it, once for each that brings the two together
        self._of = lru_cache(maxsize=4 * STRANGERS)(lambda one: frozenset(self._telling[one]))  # asked for when all are told

    def few(self, fingerprint: int, sources: Sequence[int]) -> None:
        for n, one in enumerate(sources, 1):
            self._telling[one].append(fingerprint)
            self._after[one].extend(sources[n:])

    def many(self, fingerprint: int, sources: Sequence[int]) -> None:
        for one in sources:
            self._telling[one].append(fingerprint)
        for one, other in links(sources):
            self._after[one].append(other)

    def told(self, one: int, other: int) -> int:
        """How many fingerprints the two share that are no set phrases."""
        return len(self._of(one) & self._of(other))

    def far(self) -> Iterator[Pair]:
        """The pairs that share enough."""
        for one, after in enumerate(self._after):
            if len(after) >= LEAST:
                yield from ((one, other) for other, many in Counter(after).items() if many >= LEAST)

    def near(self, dossiers: Iterable[Sequence[int]]) -> Iterator[Pair]:
        """The pairs inside one dossier that share anything at all that tells. `dossiers`: each in order."""
        for sources in dossiers:
            if len(sources) <= DOZENS:
                own = [(n, of) for n in sources if (of := self._of(n))]
                yield from ((a, b) for (a, one), (b, other) in combinations(own, 2) if not one.isdisjoint(other))
