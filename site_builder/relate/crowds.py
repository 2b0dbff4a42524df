"""Who carries a fingerprint? Kept part by part, so that what an edit touches is read and written, and nothing else."""

from __future__ import annotations

from array import array
from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Mapping, MutableMapping, Sequence
from itertools import combinations

from msgspec import Struct, msgpack

from site_builder.relate.meetings import FEW, FINGERPRINT_BITS, SAMPLE, Pair, links

KEPT = 2 * FEW  # carriers of a set phrase that are remembered, so that the next ones are known when one of them goes
PART_BITS = 4  # of a fingerprint say in which part it is filed, at least

Part = dict[int, bytes | tuple[int, bytes]]
PART = msgpack.Decoder(Part)


class Unknown(Exception):
    """What is remembered of a crowd is not enough: all must be looked at again."""


class Crowd(Struct, frozen=True):
    """The carriers of one fingerprint."""

    many: int = 0
    first: tuple[int, ...] = ()  # the smallest numbers; all of them, unless it is a set phrase
    phrase: bool = False

    @property
    def tells(self) -> bool:
        """Whether sharing it tells something."""
        return self.many > 1 and not self.phrase

    def pairs(self) -> set[Pair]:
        """Whom it brings together."""
        if self.phrase or self.many < 2:
            return set()
        return set(combinations(self.first, 2) if self.many <= FEW else links(self.first))

    def neighbours(self, one: int) -> Collection[int]:
        """Whom it brings together with one of them."""
        if self.phrase:
            return ()
        at = self.first.index(one)
        if self.many <= FEW or at < 2:
            return self.first[:at] + self.first[at + 1 :]
        return {*self.first[:2], *self.first[max(2, at - 1) : at], *self.first[at + 1 : at + 2]}

    def moved(self, gone: Collection[int], come: Collection[int]) -> Crowd:
        """The crowd after some have left it and others have joined; whether it is a set phrase must be found out anew."""
        complete = len(self.first) == self.many
        known = [one for one in self.first if one not in gone]
        for one in come:
            if complete or one < self.first[-1]:
                insort(known, one)
        many = self.many - len(gone) + len(come)
        if len(known) < (many if many <= FEW else SAMPLE):
            raise Unknown
        return Crowd(many, tuple(known), phrase=self.phrase)

    def judged(self, *, phrase: bool) -> Crowd:
        """The crowd with what was found out of it."""
        if phrase:
            return Crowd(self.many, self.first[:KEPT], phrase=True)
        if len(self.first) < self.many:
            raise Unknown
        return Crowd(self.many, self.first)


class Crowds:
    """The crowds of a site in parts by their fingerprints' highest bits: in rows of a drawer."""

    def __init__(self, drawer: MutableMapping[str, bytes], bits: int) -> None:
        self.drawer, self.shift = drawer, FINGERPRINT_BITS - bits
        self._parts: dict[int, Part] = {}
        self._changed: set[int] = set()

    def __getitem__(self, fingerprint: int) -> Crowd:
        found = self._part(fingerprint >> self.shift).get(fingerprint)
        if found is None:
            return Crowd()
        if isinstance(found, bytes):
            first = tuple(array("Q", found))
            return Crowd(len(first), first)
        return Crowd(found[0], tuple(array("Q", found[1])), phrase=True)

    def __setitem__(self, fingerprint: int, crowd: Crowd) -> None:
        number = fingerprint >> self.shift
        part = self._part(number)
        self._changed.add(number)
        if not crowd.many:
            part.pop(fingerprint, None)
            return
        first = array("Q", crowd.first).tobytes()
        part[fingerprint] = (crowd.many, first) if crowd.phrase else first

    def _part(self, number: int) -> Part:
        if number not in self._parts:
            stored = self.drawer.get(_row(number))
            self._parts[number] = {} if stored is None else PART.decode(stored)
        return self._parts[number]

    def write(self) -> None:
        """Puts into the drawer what has changed."""
        for number in self._changed:
            self.drawer[_row(number)] = msgpack.encode(self._parts[number])
        self._changed.clear()


def bits_for(sources: int) -> int:
    """How many of a fingerprint's bits say in which part it is filed: a part has some hundred fingerprints."""
    return max(PART_BITS, (sources // 2).bit_length())


class Filing:
    """Fills a drawer with all crowds of a site."""

    def __init__(self, drawer: MutableMapping[str, bytes], numbers: Sequence[int], bits: int) -> None:
        """`numbers`: those of the sources, in order; whoever files says at which place a source stands there."""
        self.drawer, self.shift = drawer, FINGERPRINT_BITS - bits
        self.eight = [number.to_bytes(8, "little") for number in numbers]
        self.filed: set[str] = set()

    def __call__(self, alone: Mapping[int, int], shared: Mapping[int, Sequence[int]], phrases: Collection[int]) -> None:
        eight, shift = self.eight, self.shift
        parts: defaultdict[int, Part] = defaultdict(dict)
        for fingerprint, n in alone.items():
            parts[fingerprint >> shift][fingerprint] = eight[n]
        for fingerprint, sources in shared.items():
            is_phrase = fingerprint in phrases
            first = b"".join([eight[n] for n in (sources[:KEPT] if is_phrase else sources)])
            parts[fingerprint >> shift][fingerprint] = (len(sources), first) if is_phrase else first
        for number, part in parts.items():
            self.drawer[_row(number)] = msgpack.encode(part)
            self.filed.add(_row(number))


def _row(number: int) -> str:
    return f"crowd/{number}"
