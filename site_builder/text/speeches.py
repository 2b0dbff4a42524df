"""Which quoted spans of a source are one utterance: "We will hold," she said. "We have to."."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from site_builder.model import Anchor, Article
from site_builder.text.aligned import Span, Word, keys_of, one_line, words
from site_builder.text.latest import of_articles
from site_builder.text.utterances import goes_on

MOST_WORDS = 400  # words looked at before and after an anchor; a longer utterance is a speech that nobody prints whole

Speech = tuple[Span, ...]  # the quoted spans of one utterance, in order


@of_articles
def speeches(article: Article) -> list[Speech]:
    """The utterances that stand between quotation marks, in order. A quote within a quote is part of it."""
    outer = list(_outermost(article.quoted))
    joined: list[list[Span]] = [[span] for span in outer[:1]]
    for n, (before, span) in enumerate(pairwise(outer), 1):
        until = outer[n + 1][0] if n + 1 < len(outer) else len(article.text)
        if goes_on(article, before, span, until):
            joined[-1].append(span)
        else:
            joined.append([span])
    return [tuple(spans) for spans in joined]


def _outermost(quoted: Sequence[Span]) -> Iterator[Span]:
    reached = 0
    for start, end in quoted:
        if start >= reached:
            yield start, end
            reached = end


def around(found: Sequence[Speech], anchor: Anchor) -> Speech:
    """The utterance in which an anchor stands; where the anchor spans several, all of them; empty where it is not quoted."""
    first = bisect_right(found, anchor.start, key=lambda speech: speech[0][0]) - 1
    last = bisect_right(found, max(anchor.start, anchor.end - 1), key=lambda speech: speech[0][0]) - 1
    touched = [speech for speech in found[max(0, first) : last + 1] if speech[-1][1] > anchor.start]
    return tuple(span for speech in touched for span in speech)


def spoken(article: Article, speech: Speech) -> list[Word]:
    """The words of an utterance; marks that only reopen it in a new paragraph are none."""
    cut = sorted((*article.skipped, *article.reopened))
    return [word for span in speech for word in words(article.text, span, cut)]


def spoken_keys(article: Article, speech: Speech) -> tuple[str, ...]:
    """The same words as they are compared."""
    cut = sorted((*article.skipped, *article.reopened))
    return tuple([key for span in speech for key in keys_of(article.text, span, cut)])


def said_round(article: Article, found: Sequence[Speech], anchor: Anchor) -> list[Word]:
    """The words of the utterance in which an anchor stands, as far as they are near it."""
    said = spoken(article, around(found, anchor))
    first = bisect_right(said, anchor.start, key=lambda word: word.end)
    last = bisect_right(said, anchor.end - 1, key=lambda word: word.start)
    return said[max(0, first - MOST_WORDS) : last + MOST_WORDS]


def printed(article: Article, spans: Sequence[Span]) -> str:
    """The text of some spans on one line, … between them; without the marks that only reopen a quote, and what is not the article's."""
    cut = sorted((*article.skipped, *article.reopened))
    return " … ".join(one_line(_less(article.text, span, cut)) for span in spans)


def _less(text: str, span: Span, cut: Sequence[Span]) -> str:
    pieces, at = [], span[0]
    for start, end in cut:
        if at <= start and end <= span[1]:
            pieces.append(text[at:start])
            at = end
    return " ".join([*pieces, text[at : span[1]]])
