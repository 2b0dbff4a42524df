"""What does one printing of an utterance have that another has not?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from site_builder.text.aligned import Block, Word, blocks, keys
from site_builder.text.scripts import has_unspaced

FEWEST = 3  # words; one or two are a slip or an editor's touch, and the wordings show them word by word
SIGN = 0.5  # of a word, in scripts without spaces
FLANKS = 2  # words that must agree on both sides of what is left out, so that it is the same utterance that goes on


class Omission(NamedTuple):
    """Words that one printing lacks: numbers of the words that have no match, `last` exclusive, and the word of the other before which."""

    first: int
    last: int
    at: int


def omissions(whole: Sequence[Word], other: Sequence[Word]) -> list[Omission]:
    """What `other` leaves out of `whole` between words that both have, with nothing in its place."""
    agree = _firm(whole, other)
    between = (Omission(one.one + one.size, two.one, two.other) for one, two in pairwise(agree) if one.other + one.size == two.other)
    return [found for found in between if size(whole[found.first : found.last]) >= FEWEST]


def lacking(whole: Sequence[Word], other: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Runs of words of `whole` that `other` has nowhere, be they before, after or inside what both have."""
    ends = [Block(0, 0, 0), *_firm(whole, other), Block(len(whole), len(other), 0)]
    for one, two in pairwise(ends):
        first, last = one.one + one.size, two.one
        if size(whole[first:last]) >= FEWEST:
            yield first, last


def size(found: Sequence[Word]) -> float:
    """How many words they are."""
    return sum(SIGN if has_unspaced(word.key[:1]) else 1 for word in found)


def _firm(whole: Sequence[Word], other: Sequence[Word]) -> list[Block]:
    """The runs of words that agree and are long enough not to do so by chance."""
    return [block for block in blocks(keys(whole), keys(other)) if size(whole[block.one : block.one + block.size]) >= FLANKS]
