"""Which passages do two articles share outside quotation marks?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from site_builder.model import Run
from site_builder.text.words import Words, in_units

PASSAGE = 4  # words in a row; fewer are what all say; if 5 were the least, three of 41 pairs found in tests/relate/wire would be lost
OFTEN = 8  # places in one text that a seed is followed to; what stands there more often is a set phrase

Places = dict[tuple[str, ...], list[int]]
Stretch = tuple[int, int, int]  # number of words, first word in one, first word in the other


def places(own: Words, least: int = PASSAGE) -> Places:
    """Where each so many words in a row stand."""
    found: Places = {}
    for at, seed in enumerate(seeds(own.folded, in_units(least, own.units_a_word))):
        if "" not in seed:
            found.setdefault(seed, []).append(at)
    return found


def seeds(folded: Sequence[str], many: int) -> Iterator[tuple[str, ...]]:
    """All so many words in a row."""
    return zip(*(folded[n:] for n in range(many)), strict=False)


def shared(one: Words, other: Words, in_one: Places, in_other: Places, least: int = PASSAGE) -> list[Stretch]:
    """The longest passages that stand alike in both, none overlapping another in either text, in the order of the first.

    `in_one` and `in_other` are the `places` of the two for the same `least` words.
    """
    if one.units_a_word != other.units_a_word:
        return []
    return sorted(_apart(_stretches(one, other, in_one, in_other), one, other, in_units(least, one.units_a_word)), key=lambda run: run[1])


def run(stretch: Stretch, one: Words, other: Words) -> Run:
    """Where a passage stands in both texts."""
    many, a, b = stretch
    return Run(many, (one.starts[a], one.ends[a + many - 1]), (other.starts[b], other.ends[b + many - 1]))


def _stretches(one: Words, other: Words, in_one: Places, in_other: Places) -> Iterator[Stretch]:
    """Every passage that can't be made longer."""
    first, second = one.folded, other.folded
    for seed in in_one.keys() & in_other.keys():
        for a, b in product(in_one[seed][:OFTEN], in_other[seed][:OFTEN]):
            if not (a and b and first[a - 1] == second[b - 1] != ""):  # else it has begun before
                yield _length(first, second, a, b), a, b


def _length(first: Sequence[str], second: Sequence[str], a: int, b: int) -> int:
    """How many words are the same from here on; a gap ends it."""
    many, most = 0, min(len(first) - a, len(second) - b)
    while many < most and first[a + many] == second[b + many] != "":
        many += 1
    return many


def _apart(stretches: Iterator[Stretch], one: Words, other: Words, least: int) -> Iterator[Stretch]:
    """Longest first; what is left of a shorter one beside it stays if it is long enough."""
    taken_one, taken_other = bytearray(len(one.folded)), bytearray(len(other.folded))
    waiting = sorted(stretches, key=lambda run: (-run[0], run[1], run[2]))
    for many, a, b in waiting:
        free = taken_one.find(1, a, a + many) < 0 and taken_other.find(1, b, b + many) < 0
        if not free and many == least:
            continue  # as most
        for length, skip in ((many, 0),) if free else _free(taken_one, taken_other, many, a, b):
            if length >= least:
                taken_one[a + skip : a + skip + length] = b"\1" * length
                taken_other[b + skip : b + skip + length] = b"\1" * length
                yield length, a + skip, b + skip


def _free(taken_one: bytearray, taken_other: bytearray, many: int, a: int, b: int) -> Iterator[tuple[int, int]]:
    """The longest part of a stretch of which no word is taken: its length and how many words stand before it."""
    taken = bytes(x | y for x, y in zip(taken_one[a : a + many], taken_other[b : b + many], strict=True))
    at = 0
    for part in taken.split(b"\1"):
        if part:
            yield len(part), at
        at += len(part) + 1
