"""What does a lint of one source look at?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from site_builder.model import Article, Source
from site_builder.text.latest import of_articles
from site_builder.text.lines import Lines
from site_builder.text.sic import standing_so
from site_builder.text.tokens import beyond_ascii, tokens

Range = tuple[int, int]

MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"  # \w leaves out the signs set on letters
WORD = re.compile(rf"[\w{MARKS}]+")
MARK = re.compile(f"[{MARKS}]")


class ArticleWords:
    """The words of an article."""

    def __init__(self, article: Article) -> None:
        self.text = article.text

    @cached_property
    def all(self) -> list[str]:
        """In order."""
        return WORD.findall(self.text) if self.is_marked else tokens(self.text)

    @cached_property
    def is_marked(self) -> bool:
        """Whether signs are set on its letters."""
        return bool(MARK.search(beyond_ascii(self.text)))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return frozenset(self.all)

    @cached_property
    def spaced(self) -> str:
        """The words with one blank between them."""
        return " ".join(self.all)

    @cached_property
    def starts(self) -> list[int]:
        """Where each of the words begins."""
        return [found.start() for found in WORD.finditer(self.text)]


words_of = of_articles(ArticleWords)


class Reading:
    """A source with its article. `file` and `row` are where it is written down, `cited` what is cited of its text."""

    def __init__(self, file: str, row: int, source: Source, article: Article, cited: Sequence[Range] = ()) -> None:
        self.file = file
        self.row = row
        self.source = source
        self.article = article
        self.cited = joined(cited)
        self.words = words_of(article)

    @property
    def seed(self) -> str:
        return f"seeds/{self.source.file}"

    def place(self, offset: int) -> tuple[int, int]:
        """Its line and column in the seed."""
        return self._lines.at(offset), self._lines.column(offset)

    def is_answered(self, start: int, end: int) -> bool:
        """Whether the editor has marked these words, or some of them, as [sic]."""
        return any(a < end and b > start for a, b in self._sic)

    def is_skipped(self, at: int) -> bool:
        """Whether what stands there is not the article's."""
        return any(start <= at < end for start, end in self.article.skipped)

    @cached_property
    def _sic(self) -> list[Range]:
        wrong = [sic.words for sic in self.source.sic]
        return [found.span() for found in standing_so(wrong).finditer(self.article.text)] if wrong else []

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.article.text)


def joined(ranges: Sequence[Range]) -> list[Range]:
    """The ranges in order, as one where they touch or overlap."""
    out: list[Range] = []
    for start, end in sorted(set(ranges)):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
