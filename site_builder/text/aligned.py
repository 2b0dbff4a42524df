"""In which words do two wordings agree, and where do they part?

Words are compared after folding and without the case of their first letter, so typography, white space, quotation marks and punctuation
between words are no difference. What is written without spaces is compared by the letter with all that is set on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Sized
from functools import lru_cache
from itertools import pairwise, repeat
from typing import NamedTuple

from site_builder.model import Op, Piece
from site_builder.text.clusters import ON_UNSPACED, STACKING
from site_builder.text.edges import PUNCTUATION, is_word
from site_builder.text.fold import Folded, fold
from site_builder.text.scripts import CJK, UNSPACED, has_unspaced, later

Span = tuple[int, int]

SETTING = f"{CJK}{UNSPACED}"
SIGNS = '—…"[]'  # that stand in no word
SPACED_TOKEN = re.compile(rf"[^\s{re.escape(SIGNS)}]+")
LETTER = rf"[{SETTING}](?:[{ON_UNSPACED}]|(?<=[{STACKING}])[{UNSPACED}])*"
TOKEN = later(rf"{LETTER}|[^\s{re.escape(SIGNS)}{SETTING}]+")
BROKEN = re.compile(r"(?<=\w-)[ \t]*\r?\n[ \t]*(?=\w)")
SPACED = later(rf"(?<=[{CJK}])\s+(?=[{CJK}])|{BROKEN.pattern}")
STRAY = 1  # words that agree between two differences of more words than these: "the", "of", by chance


class Word(NamedTuple):
    """A word as it is compared, with its place in the text."""

    key: str
    start: int
    end: int


class Block(NamedTuple):
    """Words that agree: a[one:one+size] and b[other:other+size]."""

    one: int
    other: int
    size: int


def words(text: str, span: Span | None = None, cut: Sequence[Span] = ()) -> list[Word]:
    """The words of text[start:end] with offsets into `text`; what lies in `cut` (in order) counts as white space."""
    start, end = span or (0, len(text))
    folded = _folded(text, start, end, cut)
    return [Word(key, start + folded.start(a), start + folded.end(b - 1)) for key, a, b in _tokens(folded.text)]


def _folded(text: str, start: int, end: int, cut: Sequence[Span]) -> Folded:
    return fold(text[start:end], [(max(a, start) - start, min(b, end) - start) for a, b in cut if a < end and b > start])


def keys(found: Sequence[Word]) -> tuple[str, ...]:
    return tuple([word.key for word in found])


def keys_of(text: str, span: Span | None = None, cut: Sequence[Span] = ()) -> tuple[str, ...]:
    """The words of text[start:end] as they are compared, where nobody asks for their places: in half the time."""
    start, end = span or (0, len(text))
    return tuple([key for key, _, _ in map(_read, _split(_folded(text, start, end, cut).text)) if key])


def _split(folded: str) -> list[str]:
    """What `TOKEN` finds: where no sign of a script without spaces stands, in a third of the time."""
    if has_unspaced(folded):
        return TOKEN.findall(folded)
    for sign in SIGNS:
        folded = folded.replace(sign, " ")
    return folded.split()


def _tokens(folded: str) -> Iterator[tuple[str, int, int]]:
    for found in (TOKEN if has_unspaced(folded) else SPACED_TOKEN).finditer(folded):
        key, before, length = _read(found[0])
        if key:
            start = found.start() + before
            yield key, start, start + length


@lru_cache(maxsize=16_384)
def _read(token: str) -> tuple[str, int, int]:
    """A word as it is compared, how many signs stand before it, and its length; an empty one where there is nothing but signs."""
    word = token
    if not word.isalnum():  # no signs round it, as with most words
        word = word.strip(PUNCTUATION)
        if not word or not (word[0].isalnum() or any(map(is_word, word))):
            return "", 0, 0
    first = word[0].lower()
    return (word if word[0] == first else first + word[1:]), token.index(word), len(word)


def one_line(text: str) -> str:
    """The text on one line: a word broken after its hyphen is whole again, and so is Chinese."""
    return " ".join((SPACED if has_unspaced(text) else BROKEN).sub("", text).split())


def blocks(one: Sequence[str], other: Sequence[str]) -> list[Block]:
    """The words that agree, in order: the longest run first, then what lies before and after it, as `difflib` does: its runs read best.

    Each word is written as one letter, so that the search is one of strings: half the time.
    """
    return runs(*_as_letters(one, other))


def longest_run(one: Sequence[str], other: Sequence[str]) -> Block:
    letters, others = _as_letters(one, other)
    return _longest(letters, 0, len(letters), others, 0, len(others))


def _as_letters(one: Sequence[str], other: Sequence[str]) -> tuple[str, str]:
    """Words as letters, of which two are alike where the words are; what only the other has is all one letter."""
    signs = dict(zip(one, map(chr, range(1, len(one) + 1)), strict=True))
    return "".join(map(signs.__getitem__, one)), "".join(map(signs.get, other, repeat("\0")))


def runs(one: str, other: str) -> list[Block]:
    """The letters that agree, in the same way."""
    found, todo = [], [(0, len(one), 0, len(other))]
    while todo:
        low, high, other_low, other_high = todo.pop()
        run = _longest(one, low, high, other, other_low, other_high)
        if run.size:
            found.append(run)
            if low < run.one and other_low < run.other:
                todo.append((low, run.one, other_low, run.other))
            if run.one + run.size < high and run.other + run.size < other_high:
                todo.append((run.one + run.size, high, run.other + run.size, other_high))
    return sorted(found)


def _longest(one: str, low: int, high: int, other: str, other_low: int, other_high: int) -> Block:
    """The longest run; of several the one that begins first, then the one that begins first in the other."""
    at, first, where, size = low, low, other_low, 0
    while at + size < high:
        found = other.find(one[at : at + size + 1], other_low, other_high)
        if found < 0:
            at += 1
            continue
        first, where, size = at, found, size + 1
        while at + size < high and found + size < other_high and one[at + size] == other[found + size]:
            size += 1
    return Block(first, where, size)


def aligned(base: str, wording: str) -> tuple[Piece, ...]:
    """The wording against the base, word by word; each piece takes the blanks and signs behind it along."""
    one, other = words(base), words(wording)
    if not one or not other:
        return (Piece(_op(one, other), wording, base),) if base or wording else ()
    agree = _steady(blocks(keys(one), keys(other)), len(one), len(other))
    pieces: list[Piece] = []
    for (a, b, size), (next_a, next_b, _) in pairwise([Block(0, 0, 0), *agree, Block(len(one), len(other), 0)]):
        if size:
            pieces.append(Piece("same", _slice(wording, other, b, b + size), _slice(base, one, a, a + size)))
        omitted, inserted = _slice(base, one, a + size, next_a), _slice(wording, other, b + size, next_b)
        if omitted or inserted:
            pieces.append(Piece(_op(omitted, inserted), inserted, omitted))
    return tuple(pieces)


def _op(omitted: Sized, inserted: Sized) -> Op:
    if omitted and inserted:
        return "substituted"
    if omitted or inserted:
        return "inserted" if inserted else "omitted"
    return "same"


def _slice(text: str, found: Sequence[Word], first: int, last: int) -> str:
    """The words from `first` to `last` with all up to the next word; what stands before the first word belongs to it."""
    if first == last:
        return ""
    start = found[first].start if first else 0
    return text[start : found[last].start if last < len(found) else len(text)]


def _steady(agree: Sequence[Block], ones: int, others: int) -> list[Block]:
    """The blocks without single words that agree by chance amid what differs."""
    kept: list[Block] = []
    for n, block in enumerate(agree):
        before = kept[-1] if kept else Block(0, 0, 0)
        after = agree[n + 1] if n + 1 < len(agree) else Block(ones, others, 0)
        if block.size > STRAY or not (_parts(before, block) and _parts(block, after)):
            kept.append(block)
    return kept


def _parts(before: Block, after: Block) -> bool:
    """Whether between two blocks words of both wordings differ, and more than a word of one of them."""
    gap, other_gap = after.one - before.one - before.size, after.other - before.other - before.size
    return min(gap, other_gap) > 0 and max(gap, other_gap) > STRAY


def alike(pieces: Sequence[Piece]) -> float:
    """The share of the shorter of the two wordings that agrees, in letters: 0 to 1."""
    same = sum(min(len(piece.words), len(piece.base)) for piece in pieces if piece.op == "same")
    shorter = min(sum(len(piece.words) for piece in pieces), sum(len(piece.base) for piece in pieces))
    return same / max(1, shorter)
