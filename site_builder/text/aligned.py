"""In which words do two wordings agree, and where do they part?

Words are compared after folding and without the case of their first letter, so typography, white space, quotation marks and punctuation
between words are no difference. What is written without spaces is compared by the character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Sized
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from site_builder.model import Op, Piece
from site_builder.text.edges import PUNCTUATION, is_word
from site_builder.text.fold import CJK, UNSPACED, fold

Span = tuple[int, int]

SETTING = f"{CJK}{UNSPACED}"
TOKEN = re.compile(rf'[{SETTING}]|[^\s—…"\[\]{SETTING}]+')
UNSPACED_SIGN = re.compile(f"[{SETTING}]")
SPACED = re.compile(rf"(?<=[{CJK}])\s+(?=[{CJK}])|(?<=\w-)[ \t]*\r?\n[ \t]*(?=\w)")
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
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in cut if a < end and b > start]
    folded = fold(text[start:end], inside)
    return [Word(key, start + folded.start(a), start + folded.end(b - 1)) for key, a, b in _tokens(folded.text)]


def keys(found: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.key for word in found)


def _tokens(folded: str) -> Iterator[tuple[str, int, int]]:
    for found in TOKEN.finditer(folded):
        word = found[0].strip(PUNCTUATION)
        if word and (word[0].isalnum() or any(map(is_word, word))):
            start = found.start() + found[0].index(word)
            yield word[0].lower() + word[1:], start, start + len(word)


def one_line(text: str) -> str:
    """The text on one line: a word broken after its hyphen is whole again, and so is Chinese."""
    return " ".join(SPACED.sub("", text).split())


def blocks(one: Sequence[str], other: Sequence[str]) -> list[Block]:
    """The words that agree, in order: the longest run first, then what lies before and after it. By `difflib`, whose runs read best."""
    found = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return [Block(*block) for block in found if block.size]


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
