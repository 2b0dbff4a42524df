"""The passage most like some words, to explain why a citation failed. Likeness is a hint here and never a verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from site_builder.text.edges import is_word
from site_builder.text.elisions import pieces_of
from site_builder.text.fold import fold
from site_builder.text.passages import Passages

WHOLE = 60_000  # characters: longer texts are only looked at round the words they share
ALTERED = 0.5  # share of words in common from which words count as altered rather than missing
LONGEST = 2_000  # characters of the words that are compared
MARGIN = 30  # characters looked at round the likest stretch, for words that were left out at its edges
AROUND = "\"'.,;:!?…—()[]"
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u2e80-\u9fff\uf900-\ufaff"
TOKEN = re.compile(rf"[{UNSPACED}]|[^\s—…{UNSPACED}]+")
WORD = re.compile(r"\S+")


class Near(Struct, frozen=True):
    """The nearest passage: text[start:end] of the stored text."""

    likeness: float  # share of words in common, 0 to 1
    start: int
    end: int
    wrote: str  # the words that have no match, folded
    has: str  # the passage, folded
    changes: tuple[tuple[str, str], ...]  # (as written, as it stands there)


def nearest(words: str, passages: Passages) -> Near | None:
    """The passage of the text that is most like `words`; of elided words, like the first part that does not stand there."""
    sought = _failing_part(words, passages)
    text = passages.folded.text
    window = _window(sought, text) if sought and text else None
    if not window:
        return None
    return min(
        (
            _compared(sought, passages, _widened(text, window[0] - before, window[1] + after))
            for before in (0, MARGIN)
            for after in (0, MARGIN)
        ),
        key=lambda near: (-near.likeness, sum(max(len(ours), len(theirs)) for ours, theirs in near.changes)),
    )


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the words it cuts."""
    start, end = max(0, start), min(len(text), end)
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _compared(sought: str, passages: Passages, window: tuple[int, int]) -> Near:
    start, end = window
    ours, theirs = list(_words(sought)), list(_words(passages.folded.text[start:end]))
    changes, likeness, first, last = _changes([word for word, _, _ in ours], [word for word, _, _ in theirs])
    if first < last:
        start, end = start + theirs[first][1], start + theirs[last - 1][2]
    return Near(likeness, passages.folded.start(start), passages.folded.end(end - 1), sought, passages.folded.text[start:end], changes)


def _failing_part(words: str, passages: Passages) -> str:
    folded = fold(words.strip()[:LONGEST]).text.strip()
    for piece in pieces_of(folded):
        if not passages.find(piece.words):
            return piece.words
    return folded


def _window(sought: str, text: str) -> tuple[int, int] | None:
    """The stretch of `text` most like `sought`."""
    from rapidfuzz import fuzz  # noqa: PLC0415 21 ms: only where a citation fails

    best, lowered = (0.0, 0, 0), _lower(text)
    for start, end in _stretches(sought, lowered):
        found = fuzz.partial_ratio_alignment(_lower(sought), lowered[start:end])
        if found and found.score > best[0]:
            best = (found.score, start + found.dest_start, start + found.dest_end)
    _, start, end = best
    if start >= end:
        return None
    return start, end


def _lower(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text


def _stretches(sought: str, text: str) -> list[tuple[int, int]]:
    if len(text) <= WHOLE:
        return [(0, len(text))]
    rare = sorted(set(WORD.findall(_lower(sought))), key=len, reverse=True)[:6]
    reach = 2 * len(sought) + 40
    starts = [found.start() for word in rare for found in islice(re.finditer(re.escape(word), text), 20)]
    return [(max(0, at - reach), min(len(text), at + reach)) for at in starts]


def _changes(ours: list[str], theirs: list[str]) -> tuple[tuple[tuple[str, str], ...], float, int, int]:
    """Pairs of differing words, the share of words in common, and which of their words answer ours (first, last exclusive)."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    ops = list(Levenshtein.opcodes(ours, theirs))
    while ops and ops[0].tag == "insert":
        ops.pop(0)
    while ops and ops[-1].tag == "insert":
        ops.pop()
    if not ops:
        return (), 0.0, 0, 0
    same = sum(op.src_end - op.src_start for op in ops if op.tag == "equal")
    changed = [op for op in ops if op.tag != "equal"]
    pairs = tuple((" ".join(ours[op.src_start : op.src_end]), " ".join(theirs[op.dest_start : op.dest_end])) for op in changed)
    return pairs, same / max(len(ours), 1), ops[0].dest_start, ops[-1].dest_end


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Words with their offsets, without the punctuation round them; scripts without spaces by the character."""
    for found in TOKEN.finditer(text):
        word = found[0].strip(AROUND)
        if any(map(is_word, word)):
            start = found.start() + len(found[0]) - len(found[0].lstrip(AROUND))
            yield word, start, start + len(word)
