"""What is kept of an article so that sources sharing a passage find each other?

Winnowing (Schleimer, Wilkerson, Aiken 2003): every GRAM words in a row are a number, and of WINDOW such numbers in a row the smallest is
kept. Whoever shares GRAM + WINDOW - 1 words in a row shares a fingerprint, wherever the passage stands.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

from site_builder.model import Article
from site_builder.text.lanes import FULL, in_a_row, smallest
from site_builder.text.words import fold_word, in_units, own_prose, tokens, units_a_word

# Of 45 pairs of one report and 364 others in tests/relate/wire, so many share one fingerprint (four), for so many kept of 100 words:
#   GRAM 3, WINDOW 4    45 (42)   54 (27)   45
#   GRAM 4, WINDOW 3    44 (36)   45 (26)   56
#   GRAM 5, WINDOW 3    38 (30)   36 (22)   54
#   GRAM 6, WINDOW 4    38 (22)   29 (20)   43
# Who shares none is never compared, and comparing too many costs only time.
GRAM = 3
WINDOW = 4

MOST_CHUNKS = 65_536  # whose numbers are kept
EDGES = ".,;:!?()[]\"'"  # what most often stands beside a word and is no part of it
FACTORS = (
    9176263, 12582917, 8265727, 10000019, 15485863, 6291469, 14348909, 7368787,
    11184829, 5915587, 13834103, 4256233, 16769023, 3267001, 9999991,
)  # fmt: skip


def fingerprints(article: Article) -> bytes:
    """The article's fingerprints: sorted, each once, eight bytes each."""
    unit = units_a_word(article.text)
    numbers, gaps = _numbers(article, unit)
    gram = in_units(GRAM, unit)
    grams = in_a_row(numbers, FACTORS[:gram])
    none = array("Q", [FULL]) * gram
    for gap in gaps:
        start = max(0, gap - gram + 1)
        grams[start : gap + 1] = none[: gap + 1 - start]
    return array("Q", sorted(set(smallest(grams, WINDOW)) - {FULL})).tobytes()


def fingerprints_of(folded: Sequence[str], unit: float) -> set[int]:
    """The fingerprints that every article with this passage has, whatever stands round it."""
    gram = in_units(GRAM, unit)
    grams = in_a_row(b"".join(map(_of_folded, folded)), FACTORS[:gram])
    windows = len(folded) - gram - WINDOW + 2
    return set(smallest(grams, WINDOW)[: max(0, windows)])


def grams_of(folded: Sequence[str], unit: float) -> list[int]:
    """The numbers of all GRAM words in a row of a passage; of WINDOW of them at least one is a fingerprint of its article."""
    gram = in_units(GRAM, unit)
    return list(in_a_row(b"".join(map(_of_folded, folded)), FACTORS[:gram]))[: max(0, len(folded) - gram + 1)]


def _numbers(article: Article, unit: float) -> tuple[bytes, list[int]]:
    """The number of each word outside quotation marks, eight bytes each; and which of them are none, but a gap."""
    text, count = article.text, 0
    parts: list[bytes] = []
    gaps: list[int] = []
    if len(_SPACED) > MOST_CHUNKS:
        _SPACED.clear()
    of_chunk = _SPACED.__getitem__ if unit == 1 else _of_unspaced
    for start, end in own_prose(article):
        part = b"".join(map(of_chunk, text[start:end].split()))
        count += len(part) // 8
        gaps.append(count)
        count += 1
        parts += part, bytes(8)
    return b"".join(parts), gaps


class _Spaced(dict[str, bytes]):
    """The numbers of the words between two blanks. Texts use the same words again and again; an `lru_cache` takes three times as long."""

    def __missing__(self, chunk: str) -> bytes:
        plain = chunk.strip(EDGES)
        is_word = plain.isascii() and plain.isalnum()
        self[chunk] = found = _of_folded(plain.lower()) if is_word else b"".join(map(_number, tokens(chunk, 1)))
        return found


_SPACED = _Spaced()


def _of_unspaced(chunk: str) -> bytes:
    return b"".join(map(_number, tokens(chunk, 2)))


@lru_cache(maxsize=16_384)
def _number(word: str) -> bytes:
    return _of_folded(fold_word(word))


def _of_folded(folded: str) -> bytes:
    return crc32(folded.encode()).to_bytes(8, "little")
