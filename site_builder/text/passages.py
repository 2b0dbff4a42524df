"""Words → the places where they stand in an article, exact after typographic folding and never by likeness."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, islice
from typing import Literal

from msgspec import Struct

from site_builder.model import Anchor, Article
from site_builder.text.edges import cases, core, is_word
from site_builder.text.elisions import Search, chains, pieces_of, readings_of
from site_builder.text.fold import BROKEN, MAY_BE_BROKEN, TURNING, Folded, broken, fold, plain
from site_builder.text.insertions import may_skip
from site_builder.text.lines import Lines
from site_builder.text.standing import MOST_PLACES, Part, standing
from site_builder.text.utterances import BESIDE, SENTENCE_ENDS, goes_on, sentences, utterances

MOST_FOUND = 1_000  # answers about an article that are kept

Likeness = Literal["exact", "typography", "trimmed", "elided"]
Likenesses = tuple[Likeness, tuple[Anchor, ...]]


TELLING = re.compile(r"(?<= )[A-Za-z]{4,}(?= |$)")


def telling(words: str) -> list[str]:
    """Words of the letters A to z without which these words stand nowhere, the longest first.

    Not the first, of which the case may be another, and none of words that leave something out.
    """
    folded = plain(words)
    return [] if pieces_of(folded) else sorted(dict.fromkeys(TELLING.findall(folded)), key=len, reverse=True)


class Found(Struct, frozen=True):
    """Where words stand, and how like."""

    likeness: Likeness
    places: tuple[Anchor, ...]
    said: bool = False  # between quotation marks


class Passages:
    """An article made ready for searching."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._found: dict[tuple[str, bool], Found | None] = {}
        self._starts = [paragraph.start for paragraph in article.paragraphs]
        order = [paragraph.number for paragraph in article.paragraphs if paragraph.kind != "skipped"]
        self._order = {number: n for n, number in enumerate(order)}

    @cached_property
    def folded(self) -> Folded:
        """The quotable text. Marks that only reopen a quote in a new paragraph count as space."""
        return fold(self.article.text, sorted((*self.article.skipped, *self.article.reopened)))

    @cached_property
    def _with_marks(self) -> Folded:
        return fold(self.article.text, self.article.skipped)

    @cached_property
    def _broken(self) -> Folded:
        return fold(self.article.text, sorted((*self.article.skipped, *self.article.reopened)), BROKEN)

    def _readings(self, words: str) -> Iterator[tuple[Folded, str]]:
        """The article and the words, folded in each way in which they may be meant, the likeliest first."""
        folded = plain(words)
        yield self.folded, folded
        if self.article.reopened:
            yield self._with_marks, folded
        if MAY_BE_BROKEN.search(words) or self._may_be_broken:
            yield self._broken, broken(words)

    @cached_property
    def _may_be_broken(self) -> bool:
        """Whether a dash stands between two numbers that may be a range or not: 2023 – 37."""
        return bool(MAY_BE_BROKEN.search(self.article.text))

    @cached_property
    def lines(self) -> Lines:
        """The lines of the file, for messages."""
        return Lines(self.article.text)

    @cached_property
    def _reach(self) -> list[int]:
        """How far the quoted spans up to each one reach."""
        return list(accumulate((end for _, end in self.article.quoted), max))

    def paragraph(self, at: int) -> int:
        """Number of the paragraph in which offset `at` lies; 0 before the first."""
        return bisect_right(self._starts, at)

    def order(self, at: int) -> int:
        """The same, counting only paragraphs that may be quoted."""
        return self._order.get(self.paragraph(at), -9)

    def is_said(self, place: Anchor) -> bool:
        """Whether all parts of a place lie between quotation marks; marks at their edges don't count."""
        return all(self._is_quoted(start, end) for start, end in place.parts)

    def _is_quoted(self, start: int, end: int) -> bool:
        text = self.article.text
        while start < end and not is_word(text[start]):
            start += 1
        while end > start and not is_word(text[end - 1]):
            end -= 1
        before = bisect_right(self.article.quoted, (start, len(text)))
        return before > 0 and self._reach[before - 1] >= end

    def find(self, words: str, *, direct: bool = False) -> Found | None:
        """Where `words` stand; None where they don't. What a direct quote quotes must be said: only such places count if there are any."""
        if (words, direct) not in self._found:  # asked again where a dossier is judged anew, since it cites sources of others
            if len(self._found) >= MOST_FOUND:
                self._found.clear()
            self._found[words, direct] = self._find(words, direct=direct)
        return self._found[words, direct]

    def _find(self, words: str, *, direct: bool) -> Found | None:
        words = words.strip()
        folded = plain(words)
        if not any(map(is_word, folded)) or (not words.isascii() and TURNING.search(words)):
            return None  # as a reader sees them, turned words stand nowhere
        reported: Found | None = None
        likenesses = self._likenesses(words, folded, direct=direct)
        for likeness, places in self._told(likenesses) if self._torn else likenesses:
            if not direct:
                return Found(likeness, places)
            said = tuple(place for place in places if self.is_said(place))
            if said:
                return Found(likeness, said, said=True)
            reported = reported or Found(likeness, places)
        return reported

    @cached_property
    def _torn(self) -> list[Part]:
        """What is skipped inside a sentence. Between sentences and paragraphs nothing of them is left out."""
        return [(start, end) for start, end in self.article.skipped if self._is_torn(start, end)]

    def _is_torn(self, start: int, end: int) -> bool:
        text, paragraph = self.article.text, self.article.paragraphs[max(0, self.paragraph(start) - 1)]
        if paragraph.kind == "skipped" or not paragraph.start <= start < end <= paragraph.end:
            return False
        before = fold(text[max(paragraph.start, start - BESIDE) : start]).text.rstrip('" ')
        after = fold(text[end : min(paragraph.end, end + BESIDE)]).text.strip('" ')
        return bool(before and after) and before[-1] not in SENTENCE_ENDS

    def _told(self, likenesses: Iterator[Likenesses]) -> Iterator[Likenesses]:
        """The same without places in which what is skipped says no or counts; over what is skipped inside a sentence words are left out."""
        for likeness, places in likenesses:
            over = {place: self._over(place) for place in places}
            left = tuple(place for place in places if may_skip(over[place]))
            if left:
                yield "elided" if any(over[place] for place in left) else likeness, left

    def _over(self, place: Anchor) -> str:
        """What is skipped inside a sentence and inside the parts of a place."""
        text = self.article.text
        return " ".join(text[a:b].replace("’", "'") for a, b in self._torn for start, end in place.parts if start < b and a < end)

    def _likenesses(self, words: str, folded: str, *, direct: bool) -> Iterator[Likenesses]:
        """The ways in which words may stand in a text, the closest first; only those that find a place."""
        for text, one in self._readings(words):
            places = self._whole(text, one)
            if places:
                same = all(self.article.text[place.start : place.end] == words for place in places)
                yield "exact" if same else "typography", places
        for text, one in self._readings(words):
            start, end = core(one)
            for case in cases(one[start:end]):
                places = self._whole(text, case)
                if places:
                    yield "trimmed", places
        for text, one in self._readings(words):
            for said in (True, False) if direct else (False,):
                places = self._elided(text, one, said=said)
                if places:
                    yield "elided", places
        if direct:
            places = self._interrupted(folded)
            if places:
                yield "elided", places

    def _whole(self, folded: Folded, words: str) -> tuple[Anchor, ...]:
        return tuple(self._anchor(folded, [span]) for span in islice(standing(folded.text, words), MOST_PLACES))

    def _anchor(self, folded: Folded, parts: Sequence[Part]) -> Anchor:
        stored = tuple(self._stored(folded, *part) for part in parts)
        return Anchor(stored[0][0], stored[-1][1], self.paragraph(stored[0][0]), stored)

    def _stored(self, folded: Folded, start: int, end: int) -> Part:
        """Where folded text stands in the file, without the space that folding takes along with marks and dashes at the edges."""
        text, first, last = self.article.text, folded.start(start), folded.end(end - 1)
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        return first, last

    def _elided(self, text: Folded, words: str, *, said: bool) -> tuple[Anchor, ...]:
        """Every narrowest place where the parts stand in order, each in the paragraph of the one before or in the next."""
        readings = readings_of(words)
        if not readings:
            return ()

        def admits(part: Part) -> bool:
            return not said or self._is_quoted(*self._stored(text, *part))

        def apart(one: Part, other: Part) -> bool:
            """Whether two places lie in two quotations: of two speakers, perhaps."""
            (start, first), (last, end) = self._stored(text, *one), self._stored(text, *other)
            return self._is_quoted(start, first) and self._is_quoted(last, end) and not self._is_quoted(start, end)

        for pieces in readings:
            search = Search(text.text, pieces, admits, lambda at: self.order(text.start(at)), apart)
            if found := chains(search):
                return tuple(self._anchor(text, chain) for chain in found)
        return ()

    def _interrupted(self, words: str) -> tuple[Anchor, ...]:
        """Sentences of one utterance between which the source only says who speaks."""
        parts = sentences(words)
        found = utterances(self.folded.text, parts, self._only_says_who) if len(parts) > 1 else []
        return tuple(self._anchor(self.folded, one) for one in found)

    def _only_says_who(self, end: int, start: int) -> bool:
        """Whether between two pieces of folded text a quote closes and the next one opens, in one paragraph, only the speaker named."""
        if start <= end:
            return False
        a, b = self.folded.end(end - 1), self.folded.start(start)
        if self.paragraph(a - 1) != self.paragraph(b):
            return False
        closes, opens = self._span_at(a - 1), self._span_at(b)
        if not closes or not opens or opens[0] < closes[1]:
            return False
        text = self.article.text
        after = bisect_right(self.article.quoted, (closes[1], len(text)))
        if self.article.quoted[after : after + 1] != (opens,):
            return False  # something else is quoted between them
        left_out = text[a : closes[1]] + text[opens[0] : b]
        return not any(map(is_word, left_out)) and goes_on(self.article, closes, opens, self._next_span(opens))

    def _next_span(self, span: Part) -> int:
        """Where the first quoted span after one begins."""
        after = bisect_right(self.article.quoted, (span[1], 0))
        return self.article.quoted[after][0] if after < len(self.article.quoted) else len(self.article.text)

    def _span_at(self, at: int) -> Part | None:
        """The outermost quoted span round an offset."""
        n = bisect_right(self._reach, at)
        return self.article.quoted[n] if n < len(self._reach) and self.article.quoted[n][0] <= at else None
