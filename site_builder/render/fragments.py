"""Which text fragment leads a browser to cited words on the page where they were first published?

The live page may set quotation marks and dashes otherwise, so a run of words without any is chosen, in one paragraph, from whole word to
whole word. A browser goes to the first place where it stands: if it stands more than once, or is short, words before or behind it go along
(WICG, URL Fragment Text Directives).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from operator import attrgetter
from typing import NamedTuple
from urllib.parse import quote

from site_builder.model import Anchor, Article, Publish
from site_builder.render.excerpts import Range, paragraph_at, windows, without
from site_builder.text.edges import is_word
from site_builder.text.latest import of_articles
from site_builder.text.scripts import has_unspaced, later

REMEMBERED = 4096  # words
LEAST_WORDS, MOST_WORDS = 4, 12  # shorter runs are ambiguous, longer ones meet what the live page sets otherwise
LETTERS, MOST_LETTERS = 2, 60  # of scripts without blanks: letters that count as a word; of a run
CONTEXT = 4  # words before or behind
NEAR = 200  # characters in which they stand
MARKS = r"\"'“”‘’„‚«»‹›`´…\-‐‑–—―−\[\]()「」『』《》〈〉"
PLAIN = re.compile(rf"[^{MARKS}]+")
STOPS = ".,;:!?。、，；：！？"
STOP, MARK, WORD = re.compile(f"[{STOPS}]"), re.compile(f"[{MARKS}]"), re.compile(r"\S+")
LAST_STOP = later(rf".*[{STOPS}]", re.S)


class Run(NamedTuple):
    """Words without marks, and the stretch without marks in which they stand."""

    words: Sequence[str]
    weight: int  # in words
    stretch: Range


def fragment(article: Article, anchor: Anchor, publish: Publish) -> str:
    """What stands behind `text=`, percent-encoded; "" where no run of the words is plain and long enough.

    Words before or behind are those that the site may show.
    """
    runs: list[Run] = []
    for run in _runs(article, anchor):
        if run.weight >= LEAST_WORDS and _times(article, " ".join(run.words)) == 1:
            return _encoded(run.words)
        runs.append(run)
    runs.sort(key=attrgetter("weight"), reverse=True)
    long = [run for run in runs if run.weight >= LEAST_WORDS]
    for run in long or runs[:1]:
        in_context = _in_context(article, run, _shown(article, anchor, run, publish))
        if in_context:
            return in_context
    return _encoded(long[0].words) if long else ""


def _times(article: Article, words: str) -> int:
    """How often words stand in the text, also at a sentence's beginning, or with other blanks if there are such: browsers see neither."""
    text, other = article.text, words[:1].swapcase()
    found = text.count(words) + (text.count(other + words[1:]) if other != words[:1] else 0)
    return found or _flat(article).count(words.casefold())


@of_articles
def _flat(article: Article) -> str:
    return " ".join(article.text.split()).casefold()


@of_articles
def _unspaced(article: Article) -> bool:
    """Whether any of it may be in a script without blanks."""
    return has_unspaced(article.text)


def _runs(article: Article, anchor: Anchor) -> Iterator[Run]:
    """The runs of words without any mark that the live page may set otherwise, those with most blanks first."""
    text, unspaced = article.text, _unspaced(article)
    stretches = [found.span() for start, end in _within_paragraphs(article, anchor) for found in PLAIN.finditer(text, start, end)]
    if len(stretches) > 1:
        stretches.sort(key=lambda stretch: -text.count(" ", *stretch))
    for at, to in stretches:
        if unspaced and has_unspaced(text[at:to]):
            yield from (Run((piece,), _weight(piece), (at, to)) for piece in map(_short, text[at:to].split()) if piece)
        elif words := _whole_words(text, at, to):
            yield Run(words, len(words), (at, to))


def _whole_words(text: str, at: int, to: int) -> list[str]:
    """The words of a stretch, from whole word to whole word."""
    words = text[at:to].split()
    if _cuts(text, at):
        words = words[1:]
    if _cuts(text, to):
        words = words[:-1]
    words = words[:MOST_WORDS]
    if words:
        words[-1] = words[-1].rstrip(STOPS)
    return words


def _short(piece: str) -> str:
    """A piece of a text without blanks up to its last stop that is near enough; "" if none is."""
    if len(piece) > MOST_LETTERS:
        found = LAST_STOP.match(piece, 0, MOST_LETTERS)
        piece = found[0] if found else ""
    return piece.strip(STOPS)


def _cuts(text: str, at: int) -> bool:
    """Whether a place lies within a word, or beside a mark that joins two."""
    if not 0 < at < len(text) or text[at].isspace() or text[at - 1].isspace():
        return False
    return text[at - 1] in "-'’" or text[at] in "-'’" or (is_word(text[at - 1]) and is_word(text[at]))


def _shown(article: Article, anchor: Anchor, run: Run, publish: Publish) -> Range:
    """What may be shown of the text round a run, within its paragraph."""
    start, end = run.stretch
    paragraph = paragraph_at(article, start)
    open_: Iterable[Range] = windows(article, anchor, publish) if publish == "cited" else ()
    if publish == "full":
        open_ = without((paragraph.start, paragraph.end), article.skipped)
    first, last = next((one for one in open_ if one[0] <= start and end <= one[1]), run.stretch)
    return max(first, paragraph.start), min(last, paragraph.end)


def _in_context(article: Article, run: Run, within: Range) -> str:
    """The run with as many words before it, or behind it, or both, as tell it apart; "" where they don't."""
    text, (start, end) = article.text, _place(article.text, run)
    for first, last in _contexts(text, start, end, within):
        words = " ".join(text[first:last].split())
        if (first == start and last == end) or _weight(words) < LEAST_WORDS or _times(article, words) != 1:
            continue
        stops = len(text[end:last]) - len(text[end:last].lstrip(STOPS))  # they belong to the words before them
        parts = (text[first:start], text[start : end + stops], text[end + stops : last].rstrip(STOPS))
        before, between, after = (_encoded(part.split()) for part in parts)
        return (before and f"{before}-,") + between + (after and f",-{after}")
    return ""


def _contexts(text: str, start: int, end: int, within: Range) -> Iterator[Range]:
    """More and more of what stands round a run: without marks, and if that is not enough with those before it."""
    low, high = within
    plain = _words_before(text, _stretch_before(text, low, start), start)
    yield plain, end
    behind = _words_behind(text, end, _stretch_behind(text, end, high))
    yield start, behind
    yield plain, behind
    marked = _words_before(text, low, start)
    yield marked, end
    yield marked, behind


def _weight(words: str) -> int:
    return len(words) // LETTERS if has_unspaced(words) else words.count(" ") + 1


def _place(text: str, run: Run) -> Range:
    """Where the run stands in its stretch."""
    words = " ".join(run.words)
    at = text.find(words, *run.stretch)
    if at >= 0:
        return at, at + len(words)
    found = re.compile(r"\s+".join(map(re.escape, run.words))).search(text, *run.stretch)
    return found.span() if found else run.stretch


def _stretch_before(text: str, first: int, start: int) -> int:
    """From where on no mark stands before the run."""
    return max((found.end() for found in MARK.finditer(text, first, start)), default=first)


def _stretch_behind(text: str, end: int, last: int) -> int:
    """Up to where no mark stands behind the run."""
    found = MARK.search(text, end, last)
    return found.start() if found else last


def _words_before(text: str, first: int, start: int) -> int:
    """Where the last words before a place begin; of a script without blanks, those behind the last stop."""
    piece = text[max(first, start - NEAR) : start]
    parts = piece.rsplit(None, CONTEXT)
    words = piece[len(parts[0]) if len(parts) > CONTEXT else 0 :].lstrip()
    if _cuts(text, start - len(words)):
        words = "".join(words.split(None, 1)[1:])
    at, word = start - len(words), words.split(None, 1)[0] if words else ""
    return at + max((found.end() for found in STOP.finditer(word, 0, len(word) - 1)), default=0) if has_unspaced(word) else at


def _words_behind(text: str, end: int, last: int) -> int:
    """Where the first words behind a place end; of a script without blanks, those before the next stop."""
    words = [found.span() for found in WORD.finditer(text, end, last) if any(map(is_word, found[0]))][:CONTEXT]
    if words and _cuts(text, words[-1][1]):
        words = words[:-1]
    if not words:
        return end
    at, to = words[-1]
    return min((found.start() for found in STOP.finditer(text, at + 1, to)), default=to) if has_unspaced(text[at:to]) else to


def _within_paragraphs(article: Article, anchor: Anchor) -> Iterable[Range]:
    """The parts of the anchor, cut where a paragraph ends, without what is not the article's."""
    paragraphs, first, parts = article.paragraphs, anchor.paragraph - 1, anchor.parts
    if anchor.end > paragraphs[first].end:
        both = product(parts, paragraphs[first:])
        parts = tuple([(max(start, one.start), min(end, one.end)) for (start, end), one in both if one.start < end and start < one.end])
    return [piece for part in parts for piece in without(part, article.skipped)] if article.skipped else parts


def _encoded(words: Iterable[str]) -> str:
    return "%20".join(map(_in_address, words))


@lru_cache(maxsize=REMEMBERED)
def _in_address(word: str) -> str:
    """A word as a text fragment has it. The same words stand in most of them."""
    return quote(word, safe="").replace("-", "%2D")
