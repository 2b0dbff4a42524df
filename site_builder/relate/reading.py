"""What must be known of a text to compare it with others: its words, and what stands round each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from site_builder.model import Article
from site_builder.text.furniture import Furniture
from site_builder.text.shared import Places, places
from site_builder.text.words import Words, in_units

SPEECH = 4  # words between quotation marks are somebody's speech; fewer are names and distancing marks
LETTERS_A_WORD = 5
STOP = re.compile(r"[.!?…。！？؟۔।]")


class Text:
    """A source's words, ready to be compared with those of others."""

    def __init__(self, article: Article, own: Words) -> None:
        self.text, self.own = article.text, own
        self._last = max((n for n, word in enumerate(own.folded) if word), default=-1)
        self._places: dict[int, Places] = {}
        self._furniture = Furniture(article)
        self._paragraphs = [paragraph.start for paragraph in article.paragraphs]

    def places(self, least: int) -> Places:
        """Where so many words in a row stand."""
        if least not in self._places:
            self._places[least] = places(self.own, least)
        return self._places[least]

    def after_quote(self, at: int) -> bool:
        """Whether the word stands right after a quotation."""
        return at > 0 and not self.own.folded[at - 1] and self._is_quote(at - 1)

    def before_quote(self, at: int) -> bool:
        """Whether what follows the word before `at` is a quotation."""
        return not self.own.folded[at] and self._is_quote(at)

    def _is_quote(self, gap: int) -> bool:
        end = self.own.starts[gap + 1] if gap + 1 < len(self.own.folded) else len(self.text)
        unit = self.own.units_a_word
        return end - self.own.starts[gap] >= in_units(SPEECH, LETTERS_A_WORD if unit == 1 else unit)

    def closes(self, at: int) -> bool:
        """Whether no word of the article's own stands at or after `at`."""
        return at > self._last

    def ends_at(self, at: int) -> bool:
        """Whether no word stands at or after `at` but in paragraphs that tell nothing."""
        if at > self._last:
            return True
        if not self._furniture.has(self.paragraph(self._last)):
            return False
        while not self.own.folded[at]:
            at += 1
        return all(map(self._furniture.has, range(self.paragraph(at), self.paragraph(self._last) + 1)))

    def paragraph(self, at: int) -> int:
        """The number of the paragraph in which a word stands."""
        return bisect_right(self._paragraphs, self.own.starts[at])

    def telling(self, first: int, last: int) -> list[tuple[int, int]]:
        """The words from the one to the other without those of furniture, links and laws: from where up to where, in order."""
        begins, ends = self.paragraph(first), self.paragraph(last)
        if begins == ends:
            return [] if self._furniture.has(begins) else [(first, last + 1)]
        found: list[tuple[int, int]] = []
        for number in range(begins, ends + 1):
            if not self._furniture.has(number):
                start, end = self._words_of(number)
                start, end = max(first, start), min(last + 1, end)
                if found and found[-1][1] == start:
                    found[-1] = found[-1][0], end
                else:
                    found.append((start, end))
        return found

    def _words_of(self, number: int) -> tuple[int, int]:
        """The first word of a paragraph, and the first after it."""
        start = 0 if number < 2 else bisect_left(self.own.starts, self._paragraphs[number - 1])
        end = len(self.own.starts) if number >= len(self._paragraphs) else bisect_left(self.own.starts, self._paragraphs[number])
        return start, end

    def ends_sentence(self, at: int) -> bool:
        """Whether a sentence ends between this word and the next."""
        return bool(STOP.search(self.text, self.own.ends[at], self.own.starts[at + 1]))

    def is_name(self, at: int) -> bool:
        """Whether the word has a capital letter."""
        return self.text[self.own.starts[at]].isupper()
