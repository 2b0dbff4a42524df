"""The citations in a story or a free page: `[@source]`, `[@source "words"]`, `[@id]`, `[@kind:id]`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

CODE = re.compile(r"^(`{3,}|~{3,})[^\n]*\n.*?(?:^\1[`~]*[ \t]*$|\Z)|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)", re.M | re.S)
OPENS = re.compile(r"(?<!\\)\[@")
CITATION = re.compile(
    r"""\[@ (?:(?P<kind>[a-z]+):)? (?P<id>[a-z0-9-]+)
        (?: \s+ (?: "(?P<straight>(?:[^"\\]|\\.)*)" | “(?P<curly>[^”]*)” | '(?P<single>(?:[^'\\]|\\.)*)' ) )? \s* \]""",
    re.X,
)


class StoryCite(Struct, frozen=True):
    """One `[@…]`: markdown[start:end]. `id` is empty where it can't be read."""

    start: int
    end: int
    kind: str  # as written before the colon, or ""
    id: str
    words: str  # or ""


def story_cites(markdown: str) -> Iterator[StoryCite]:
    """Every `[@` outside code, in order."""
    code = [found.span() for found in CODE.finditer(markdown)] if "`" in markdown or "~~~" in markdown else []
    for opens in OPENS.finditer(markdown):
        at = opens.start()
        if any(start <= at < end for start, end in code):
            continue
        found = CITATION.match(markdown, at)
        if not found:
            yield StoryCite(at, min(at + 2 + len(markdown[at + 2 :].split("\n", 1)[0].split("]", 1)[0]) + 1, len(markdown)), "", "", "")
            continue
        straight, curly, single = found["straight"], found["curly"], found["single"]
        words = re.sub(r"\\(.)", r"\1", straight or single or "") or curly or ""
        yield StoryCite(at, found.end(), found["kind"] or "", found["id"], words)


SENTENCE = re.compile(r"(?<=[.!?…。！？؟।])[\"”’»*_)]*\s+|\n\s*\n|^[ \t]*(?:[-*+>#]+|\d+\.)[ \t]+", re.M)
SPACE_BEFORE_STOP = re.compile(r" (?=[.,;:!?])")
MARKUP = re.compile(r"[*_`]+|\[([^\]]*)\]\([^)]*\)")


def cited_sentences(markdown: str) -> Iterator[str]:
    """For every citation in order, the sentence it stands in or after, without citations and markup."""
    cites = list(story_cites(markdown))
    plain, at, marks = "", 0, []
    for cite in cites:
        plain += markdown[at : cite.start]
        marks.append(len(plain.rstrip().rstrip(".!?…。！？؟।")))
        at = cite.end
    plain += markdown[at:]
    borders = [0, *(found.end() for found in SENTENCE.finditer(plain)), len(plain)]
    for mark in marks:
        after = max(1, min(bisect_left(borders, mark), len(borders) - 1))
        sentence = MARKUP.sub(lambda found: found[1] or "", plain[borders[after - 1] : borders[after]])
        yield SPACE_BEFORE_STOP.sub("", " ".join(sentence.split()))
