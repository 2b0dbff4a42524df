"""What are the words of an article that are its own prose, outside quotation marks, and where does each stand?

A word is folded until only what is heard is left: case, accents, vowel signs and stretchers go, the Arabic, Persian and Urdu shapes of
one letter become one, digits of every script become 0–9, `U.S.` is `us`. Where a script sets no blanks between words, a character is
the unit (Thai, Lao, Khmer, Burmese: a consonant with its signs), and `units_a_word` says how many of them a word takes.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from site_builder.model import Article
from site_builder.text.scripts import later, may_be_unspaced

HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
STACKED = "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u1000-\u102a\u103f\u1050-\u1055\u1780-\u17b3"
SIGNS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u1056-\u1059\u17b4-\u17d3"

# What a word may hold beside letters and digits: accents, vowel signs, the Arabic stretcher, Indian vowels, invisible characters.
INSIDE = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u0900-\u0963\u0966-\u0dff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
)
SPACED_WORD = re.compile(rf"[\w{INSIDE}]+(?:['’ʼ.][\w{INSIDE}]+)*")
ANY_WORD = later(rf"[{HAN}]|[{STACKED}][{SIGNS}]*|(?:[^\W{HAN}{STACKED}]|[{INSIDE}])+(?:['’ʼ.](?:[^\W{HAN}{STACKED}]|[{INSIDE}])+)*")
UNSPACED = later(f"[{HAN}{STACKED}]")
ADDRESS = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]{0,20}://|www\.)[^\s<>\"“”«»，。；）】」』]*")  # nobody's prose

UNHEARD = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff'’ʼ.]+"
)
ONE_LETTER = str.maketrans("ىیېکہھەۀۃةٱ", "يييكهههههها")

HAN_A_WORD = 1.75  # a word of Chinese news has 1.6–1.7 characters on average; of Japanese, with its endings, more
STACKS_A_WORD = 3  # a Thai word has three to four consonants with their signs


class Words(Struct, frozen=True):
    """The words of an article outside quotation marks and skipped spans. At each gap between them stands the empty word."""

    folded: tuple[str, ...]
    starts: array[int]  # offsets into the text as stored
    ends: array[int]
    count: int  # without gaps
    units_a_word: float  # 1 where blanks separate words


def words(article: Article) -> Words:
    """The article's own words in order, each with its place."""
    text, unit = article.text, units_a_word(article.text)
    pattern = SPACED_WORD if unit == 1 else ANY_WORD
    spans: list[tuple[int, int]] = []
    gaps = 0
    for start, end in own_prose(article):
        spans += [found.span() for found in pattern.finditer(text, start, end)]
        spans.append((end, end))
        gaps += 1
    folded = tuple([fold_word(text[start:end]) for start, end in spans])
    starts, ends = (array("L", side) for side in zip(*spans, strict=True)) if spans else (array("L"), array("L"))
    return Words(folded, starts, ends, len(spans) - gaps, unit)


def tokens(chunk: str, unit: float) -> list[str]:
    """The words in what stands between two blanks, as written."""
    return (SPACED_WORD if unit == 1 else ANY_WORD).findall(chunk)


def in_units(many: int, units_a_word: float) -> int:
    """How many units of comparison so many words take."""
    return round(many * units_a_word)


def units_a_word(text: str) -> float:
    """How many units of comparison a word of this text takes: 1 where blanks separate words."""
    if not may_be_unspaced(text) or not UNSPACED.search(text):
        return 1
    unspaced = UNSPACED.findall(text)
    if 2 * len(unspaced) < sum(map(str.isalnum, text)):
        return 1
    return HAN_A_WORD if 2 * sum(c >= "\u2e80" for c in unspaced) > len(unspaced) else STACKS_A_WORD


def own_prose(article: Article) -> Iterator[tuple[int, int]]:
    """The spans of the text that are neither quoted nor skipped nor web addresses, in order."""
    text, at = article.text, 0
    for start, end in _others(article):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < len(text):
        yield at, len(text)


def _others(article: Article) -> Sequence[tuple[int, int]]:
    """What is not the article's own prose, in order."""
    addresses = [found.span() for found in ADDRESS.finditer(article.text)] if _has_address(article.text) else []
    if not addresses and not article.skipped:
        return article.quoted
    return sorted(chain(article.quoted, article.skipped, addresses))


def _has_address(text: str) -> bool:
    return "://" in text or "www." in text


@lru_cache(maxsize=65_536)
def fold_word(word: str) -> str:
    """What is heard of one word."""
    plain = word.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).translate(ONE_LETTER)
        plain = "".join(_digits(plain)) if any(map(str.isdecimal, plain)) else plain
    return UNHEARD.sub("", plain)


def _digits(word: str) -> Iterable[str]:
    return (str(unicodedata.decimal(c)) if c.isdecimal() else c for c in word)
