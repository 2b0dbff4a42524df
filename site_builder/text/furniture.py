"""Which paragraphs of an article are nobody's report: what a site says to its readers, lists of links, a law's own words?

Every article of a site, and many of other sites, carry the same cookie notices, newsletter boxes and corrections, and two reporters
quote the same law. That they share these says nothing of whose report they print.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import takewhile

from site_builder.model import Article
from site_builder.text.aside_words import ADDRESSED, ASIDES, AUTHORS, FULL_TEXTS, SECTIONS, TOPICS
from site_builder.text.scripts import later, may_be_unspaced
from site_builder.text.words import own_prose

SHORT = 280  # characters of a paragraph in which one aside is enough
LONG = 700  # of one that is looked at; longer ones are prose
ENOUGH = 2  # asides in a longer one; topics beside words for reader and site
LINE = 26  # characters of a short line, and of an item of a list
UNSPACED_A_SIGN = 4  # letters that a sign is worth in Chinese, Japanese and Korean
FEWEST_LINES = 3  # short lines in a row that are a list
FEWEST_ITEMS = 5  # items in one paragraph that are a list
EDGE = 8  # paragraphs from the beginning or the end where lists of links stand
CREDITED = 3  # paragraphs from the end where it is said who the author is
HEADING = 90  # characters in which it is said that a document follows in full

START = later(r"(?:\A|[.!?:;|•·»›…。！？।۔؟\n])[\s\-–—*•▶►>»\[(]*")
UNSPACED = later("[\u3040-\u9fff\uac00-\ud7af]")
NO_NAME = later(r"[\d.!?…:。！？：؟۔।]")
STOP = later(r"[.!?…:;。！？；：؟۔।][\"'”’»)\]]*\Z")
SENTENCE = later(r"[.!?…。！？؟۔।]+[\s\"'”’»)\]]*(?!\Z)")
BETWEEN = later(r"[,;|·•/>\n،؛、，；｜]| (?:and|und|et|y|e|en|og|och|i|и|та|και|ve|va|dan|और) ")


def _phrases(table: dict[str, str]) -> list[str]:
    """The phrases of all languages as patterns, each once; in them a blank is any white space."""
    found = dict.fromkeys(part.strip() for phrases in table.values() for part in phrases.replace("\n", " ").split(" | "))
    return [part.removeprefix("| ").replace(" ", r"\s+") for part in found if part]


def _spaced(table: dict[str, str]) -> str:
    """Those that stand anywhere, in scripts that part words by blanks."""
    return rf"(?<!\w)(?:{'|'.join(part for part in _phrases(table) if part[0] != '^' and not UNSPACED.search(part))})(?!\w)"


def _unspaced(table: dict[str, str]) -> str:
    return "|".join(part for part in _phrases(table) if UNSPACED.search(part))


def _any_of(table: dict[str, str]) -> str:
    """Those that stand anywhere, in all scripts."""
    return f"{_spaced(table)}|{unspaced}" if (unspaced := _unspaced(table)) else _spaced(table)


OPENING = later(lambda: rf"(?:{'|'.join(part[1:] for part in _phrases(ASIDES) if part.startswith('^'))})(?!\w)")
ASIDE = later(lambda: _spaced(ASIDES))
UNSPACED_ASIDE = later(lambda: _unspaced(ASIDES))
TOPIC = later(lambda: _spaced(TOPICS))
UNSPACED_TOPIC = later(lambda: _unspaced(TOPICS))
READER = later(lambda: _any_of(ADDRESSED))
AUTHOR = later(lambda: _any_of(AUTHORS), re.I)
FULL_TEXT = later(lambda: rf"(?:{_any_of(FULL_TEXTS)})[^\n]{{0,60}}[:：]", re.I)
SECTION = later(rf"\A[\s\"'“„«»(\[]*(?:{SECTIONS})", re.I)


class Furniture:
    """An article's paragraphs, each judged when somebody asks."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._spans = [(paragraph.start, paragraph.end) for paragraph in article.paragraphs]
        self._known: dict[int, bool] = {}
        self._document: int | None = None
        self._own: list[tuple[int, int]] | None = None

    def has(self, number: int) -> bool:
        """Whether the paragraph of this number, from 1, tells nothing of whose report the article is."""
        if number not in self._known:
            self._known[number] = 1 <= number <= len(self._spans) and self._tells_nothing(number)
        return self._known[number]

    def _tells_nothing(self, number: int) -> bool:
        text = self._text(number)
        if number >= self._full_text() or SECTION.match(text):
            return True
        if len(text) > LONG:
            return False
        last = len(self._spans) - number
        return is_aside(text) or (min(number - 1, last) < EDGE and self._is_list(number)) or (last < CREDITED and bool(AUTHOR.search(text)))

    def _full_text(self) -> int:
        """The number of the paragraph from which on a document stands in full; beyond the last if none does."""
        if self._document is None:
            text = self._article.text
            opening = (n for n, (at, end) in enumerate(self._spans, 1) if FULL_TEXT.search(text, at, min(end, at + HEADING)))
            self._document = next(opening, len(self._spans) + 1)
        return self._document

    def _text(self, number: int) -> str:
        """A paragraph without what is quoted in it."""
        start, end = self._spans[number - 1]
        if self._own is None:
            self._own = list(own_prose(self._article))
        first = bisect_right(self._own, (start, start)) - 1
        within = takewhile(lambda span: span[0] < end, (self._own[n] for n in range(max(first, 0), len(self._own))))
        return " ".join(self._article.text[max(a, start) : min(b, end)] for a, b in within if b > start).strip()

    def _is_list(self, number: int) -> bool:
        """Whether a paragraph is a list of short names, or one of several short lines in a row."""
        if is_list(self._text(number)):
            return True
        in_a_row = range(number - FEWEST_LINES + 1, number + 1)
        return any(all(map(self._is_line, range(first, first + FEWEST_LINES))) for first in in_a_row)

    def _is_line(self, number: int) -> bool:
        if not 1 <= number <= len(self._spans):
            return False
        start, end = self._spans[number - 1]
        return end - start <= LINE and not STOP.search(self._article.text, start, end)


def is_aside(text: str) -> bool:
    """Whether a paragraph speaks of the site to its readers: cookies, newsletters, comments, rights, what to read next."""
    plain = text.lower()
    asides, topics = _asides(plain), _found(plain, TOPIC, UNSPACED_TOPIC)
    if not asides and len(topics) < ENOUGH:
        return False
    stops = [found.end() for found in SENTENCE.finditer(plain)]
    spoken = {bisect_right(stops, at) for at in (*asides, *topics)}
    if 2 * len(spoken) <= len(stops) + 1:
        return False  # a report's paragraph with an aside behind it
    if len(asides) >= ENOUGH or (asides and len(text) <= SHORT):
        return True
    return len(set(topics.values())) + len(asides) >= ENOUGH and bool(READER.search(plain))


def _asides(plain: str) -> list[int]:
    """Where the site speaks."""
    opening = [found.end() for found in START.finditer(plain) if OPENING.match(plain, found.end())]
    return [*opening, *_found(plain, ASIDE, UNSPACED_ASIDE)]


def _found(plain: str, spaced: re.Pattern[str], unspaced: re.Pattern[str]) -> dict[int, str]:
    """What stands where."""
    found = {one.start(): one[0] for one in spaced.finditer(plain)}
    return found | {one.start(): one[0] for one in unspaced.finditer(plain)} if may_be_unspaced(plain) else found


def is_list(text: str) -> bool:
    """Whether a paragraph is nothing but short names: Home, News, Sport, Weather, Travel."""
    items = BETWEEN.split(text.rstrip(" ."))
    return len(items) >= FEWEST_ITEMS and all(map(_is_item, items))


def _is_item(words: str) -> bool:
    """Whether words are a short name: no sentence, no number. In scripts without blanks a sign is much of a word."""
    longest = LINE // UNSPACED_A_SIGN if UNSPACED.search(words) else LINE
    return len(words.strip()) <= longest and len(words.split()) <= FEWEST_LINES and not NO_NAME.search(words)
