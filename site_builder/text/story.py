"""The citations in a story or a free page: `[@source]`, `[@source "words"]`, `[@id]`, `[@kind:id]`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from site_builder.model import LONGEST_ID

LONGEST = 10_000  # characters of cited words; looking further for the mark that ends them, from each citation, would take minutes
REMEMBERED = 64  # stories; those of a batch of dossiers
FENCED = re.compile(r"^(`{3,}|~{3,})(?![`~])[^\n]*\n.*?(?:^\1[`~]*[ \t]*$|\Z)", re.M | re.S)
TICKS = re.compile("`+")
OPENS = re.compile(r"(?<!\\)\[@")
UNREAD = re.compile(r"\[@[^\n\]]{0,500}\]?")
CITATION = re.compile(
    rf"""\[@ (?:(?P<kind>[a-z]{{1,{LONGEST_ID}}}):)? (?P<id>[a-z0-9-]{{1,{LONGEST_ID}}})
        (?: \s+ (?: "(?P<straight>(?:[^"\\]|\\.)*)" | “(?P<curly>[^”]{{0,{LONGEST}}}+)” | '(?P<single>(?:[^'\\]|\\.)*)' ) )? \s* \]""",
    re.X,
)


class StoryCite(Struct, frozen=True):
    """One `[@…]`: markdown[start:end]. `id` is empty where it can't be read."""

    start: int
    end: int
    kind: str  # as written before the colon, or ""
    id: str
    words: str  # or ""


@lru_cache(maxsize=REMEMBERED)
def story_cites(markdown: str) -> tuple[StoryCite, ...]:
    """Every `[@` outside code, in order. Asked for by all that judges or shows a story, half a dozen times."""
    return tuple(_cites(markdown))


def _cites(markdown: str) -> Iterator[StoryCite]:
    code = _code(markdown)
    for opens in OPENS.finditer(markdown):
        at = opens.start()
        before = bisect_right(code, (at, len(markdown))) - 1
        if before >= 0 and at < code[before][1]:
            continue
        found = CITATION.match(markdown, at)
        if not found:
            unread = UNREAD.match(markdown, at)
            yield StoryCite(at, unread.end() if unread else at + 2, "", "", "")
            continue
        straight, curly, single = found["straight"], found["curly"], found["single"]
        words = re.sub(r"\\(.)", r"\1", straight or single or "") or curly or ""
        yield StoryCite(at, found.end(), found["kind"] or "", found["id"], words)


def _code(markdown: str) -> list[tuple[int, int]]:
    """Fenced blocks, and what stands between rows of as many backticks; in order."""
    if "`" not in markdown and "~~~" not in markdown:
        return []
    code = [found.span() for found in FENCED.finditer(markdown)]
    borders = [0, *(at for span in code for at in span), len(markdown)]
    for start, end in zip(borders[::2], borders[1::2], strict=True):
        code += _ticked(markdown, start, end)
    return sorted(code)


def _ticked(markdown: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    rows = [found.span() for found in TICKS.finditer(markdown, start, end)]
    later: dict[int, int] = {}  # length → the last row of that length, seen from the end
    partner: list[int | None] = []
    for n in range(len(rows) - 1, -1, -1):
        length = rows[n][1] - rows[n][0]
        partner.append(later.get(length))
        later[length] = n
    partner.reverse()
    n = 0
    while n < len(rows):
        closing = partner[n]
        if closing is not None:
            yield rows[n][0], rows[closing][1]
        n = n + 1 if closing is None else closing + 1


SENTENCE = re.compile(r"(?<=[.!?…。！？؟।])[\"”’»*_)]*\s+|\n\s*\n|^[ \t]*(?:[-*+>#]+|\d+\.)[ \t]+", re.M)
SPACE_BEFORE_STOP = re.compile(r" (?=[.,;:!?])")
STOPS = ".!?…。！？؟।"
MARKUP = re.compile(r"[*_`]+|\[([^\[\]]*)\]\([^()]*\)")


@lru_cache(maxsize=REMEMBERED)
def cited_sentences(markdown: str) -> tuple[str, ...]:
    """For every citation in order, the sentence it stands in or after, without citations and markup."""
    return tuple(_sentences(markdown))


def _sentences(markdown: str) -> Iterator[str]:
    cites = story_cites(markdown)
    pieces, at, length, marks, said = [], 0, 0, [], 0
    for cite in cites:
        piece = markdown[at : cite.start]
        kept = len(piece.rstrip().rstrip(STOPS))
        said = length + kept if kept else said
        marks.append(said)
        pieces.append(piece)
        length += len(piece)
        at = cite.end
    plain = "".join(pieces) + markdown[at:]
    borders = [0, *(found.end() for found in SENTENCE.finditer(plain)), len(plain)]
    ends = [max(1, min(bisect_left(borders, mark), len(borders) - 1)) for mark in marks]
    of = {end: _unmarked(plain[borders[end - 1] : borders[end]]) for end in set(ends)}  # many may stand in one
    yield from (of[end] for end in ends)


def _unmarked(sentence: str) -> str:
    words = MARKUP.sub(lambda found: found[1] or "", sentence)
    return SPACE_BEFORE_STOP.sub("", " ".join(words.split()))
