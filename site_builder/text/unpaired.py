"""Which quotation marks of a text have no partner, and which are turned the wrong way?

Only double marks: a single one may be an apostrophe.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from site_builder.model import Article
from site_builder.text.marks import DOUBLE, MARK, side_of

# By the house style of a text, quotations that are set against it. Two marks alike (” ”) are a style too, where a text has no other.
TURNED = {
    ("“", "”"): {("”", "”"), ("“", "“"), ("”", "“")},
    ("«", "»"): {("»", "»"), ("«", "«"), ("»", "«")},
    ("»", "«"): {("«", "«"), ("»", "»"), ("«", "»")},
    ("「", "」"): {("」", "」"), ("「", "「")},
}
ANY = re.compile(f"[{''.join(DOUBLE)}]")
STYLE = 2  # quotations that are set alike make a style


class Turned(NamedTuple):
    """A mark that is turned the wrong way: its place, and the right one."""

    at: int
    right: str


def unpaired(article: Article) -> list[int]:
    """Offsets of double marks that neither open nor close a quotation."""
    text = article.text
    doubles = sum(text[start - 1 : start] in DOUBLE for start, _ in article.quoted)
    if len(ANY.findall(text)) == 2 * doubles + len(article.reopened):
        return []
    paired = {end for _, end in article.quoted} | {start for start, _ in article.reopened}
    opening = {start for start, _ in article.quoted}
    return [
        found.start()
        for start, end in _quotable(article)
        for found in MARK.finditer(text, start, end)
        if found[0][0] in DOUBLE
        and found.start() not in paired
        and found.end() not in opening
        and side_of(text, found, start, end) != "none"
        and not _measures(text, found.start())
    ]


def _measures(text: str, at: int) -> bool:
    """Whether a mark after a digit means inches or seconds, or one in a column means the same as above."""
    around = text[max(0, at - 1) : at + 2]
    return around[:1].isdigit() or (text[at] != "«" and not around.replace(text[at], "").strip())


def _quotable(article: Article) -> list[tuple[int, int]]:
    """The paragraphs of the article's text that hold no skipped words."""
    starts, reach = [start for start, _ in article.skipped], list(accumulate((end for _, end in article.skipped), max))
    spans = [(one.start, one.end, bisect_left(starts, one.end)) for one in article.paragraphs if one.kind != "skipped"]
    return [(start, end) for start, end, before in spans if not before or reach[before - 1] <= start]


def turned(article: Article) -> list[Turned]:
    """Marks that are turned against the style of most quotations in the text."""
    text = article.text
    pairs = [(text[start - 1 : start], text[end : end + 1]) for start, end in article.quoted]
    often = Counter(pair for pair in pairs if pair in TURNED).most_common(1)
    if not often or often[0][1] < STYLE:
        return []
    (opens, closes), count = often[0]
    wrong = [(span, pair) for span, pair in zip(article.quoted, pairs, strict=True) if pair in TURNED[opens, closes]]
    return list(_wrong(wrong, opens, closes)) if 2 * len(wrong) <= count else []


def _wrong(pairs: Sequence[tuple[tuple[int, int], tuple[str, str]]], opens: str, closes: str) -> list[Turned]:
    openings = [Turned(start - 1, opens) for (start, _), (one, _) in pairs if one != opens]
    closings = [Turned(end, closes) for (_, end), (_, other) in pairs if other != closes]
    return sorted((*openings, *closings))
