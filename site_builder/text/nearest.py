"""The passage most like some words, to explain why a citation failed. Likeness is a hint here and never a verdict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from msgspec import Struct

from site_builder.text.edges import is_word
from site_builder.text.elisions import pieces_of
from site_builder.text.fold import fold
from site_builder.text.passages import Passages
from site_builder.text.scripts import later

WHOLE = 60_000  # characters: longer texts are only looked at round the words they share
ALTERED = 0.5  # share of words in common from which words count as altered rather than missing
LONGEST = 2_000  # characters of the words that are compared
MARGIN = 30  # characters looked at round the likest stretch, for words that were left out at its edges
AROUND = "\"'.,;:!?…—()[]"
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u2e80-\u9fff\uf900-\ufaff"
TOKEN = later(rf"[{UNSPACED}]|[^\s—…{UNSPACED}]+")
WORD = re.compile(r"\S+")


class Word(NamedTuple):
    """A word with its place in a folded text."""

    text: str
    start: int
    end: int


class Near(Struct, frozen=True):
    """The nearest passage: text[start:end] of the stored text."""

    likeness: float  # share of words in common, 0 to 1
    start: int
    end: int
    wrote: str  # the words that have no match
    has: str  # the passage as it stands there, on one line
    changes: tuple[tuple[str, str], ...]  # (as written, as it stands there)


def nearest(words: str, passages: Passages) -> Near | None:
    """The passage of the text that is most like `words`; of elided words, like the first part that is not there (None if all are)."""
    sought = _failing_part(words, passages)
    text = _plain(passages.folded.text)
    window = _window(sought, text) if sought and text else None
    if not window:
        return None
    start, end = _widened(text, window[0] - MARGIN, window[1] + MARGIN)
    theirs = [Word(one.text, start + one.start, start + one.end) for one in _words(text[start:end])]
    ours = list(_words(sought))
    widths = [_widened(text, window[0] - before, window[1] + after) for before in (0, MARGIN) for after in (0, MARGIN)]
    fits = [_compared(ours, [word for word in theirs if first <= word.start and word.end <= last]) for first, last in widths]
    likeness, pairs, answer = min(fits, key=lambda fit: (-fit[0], sum(max(len(mine), len(other)) for mine, other in fit[1])))
    first, last = (passages.folded.start(answer[0].start), passages.folded.end(answer[-1].end - 1)) if answer else (0, 0)
    changes = tuple((_joined(sought, mine), _joined(text, other)) for mine, other in pairs)
    return Near(likeness, first, last, _one_line(sought), _one_line(passages.article.text[first:last]), changes)


def tokens(folded: str) -> Iterable[str]:
    """The words of a folded text, each once, whatever their case; of scripts without blanks, the characters."""
    return dict.fromkeys(word.text for word in _words(_plain(folded).lower()))


def _compared(ours: Sequence[Word], theirs: Sequence[Word]) -> tuple[float, list[tuple[Sequence[Word], Sequence[Word]]], Sequence[Word]]:
    """The share of our words that they have, which differ, and the words that answer ours."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    ops = list(Levenshtein.opcodes([word.text for word in ours], [word.text for word in theirs]))
    while ops and ops[0].tag == "insert":
        ops.pop(0)
    while ops and ops[-1].tag == "insert":
        ops.pop()
    if not ops:
        return 0.0, [], ()
    same = sum(op.src_end - op.src_start for op in ops if op.tag == "equal")
    pairs = [(ours[op.src_start : op.src_end], theirs[op.dest_start : op.dest_end]) for op in ops if op.tag != "equal"]
    return same / len(ours), pairs, theirs[ops[0].dest_start : ops[-1].dest_end]


def _joined(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end] if words else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain(folded: str) -> str:
    """Folded text with blanks for quotation marks, which have none round them."""
    return folded.replace('"', " ")


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the words it cuts."""
    start, end = max(0, start), min(len(text), end)
    first, last = max(0, start - MARGIN), min(len(text), end + MARGIN)
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    return start, end


def _failing_part(words: str, passages: Passages) -> str:
    folded = fold(words.strip()[:LONGEST]).text.strip()
    pieces = pieces_of(folded)
    failing = next((piece.words for piece in pieces if not passages.find(piece.words)), "") if pieces else folded
    return _plain(failing).strip()


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


def _words(text: str) -> Iterator[Word]:
    """Words with their offsets, without the punctuation round them; scripts without spaces by the character."""
    for found in TOKEN.finditer(text):
        word = found[0].strip(AROUND)
        if word and (word[0].isalnum() or any(map(is_word, word))):
            start = found.start() + found[0].index(word)
            yield Word(word, start, start + len(word))
