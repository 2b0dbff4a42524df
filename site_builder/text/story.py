"""What does an editor's Markdown cite and say? Citations are `[@source]`, `[@source "words"]`, `[@id]`, `[@kind:id]`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from itertools import chain

from msgspec import Struct

from site_builder.model import LONGEST_ID

LONGEST = 10_000  # characters of cited words; looking further for the mark that ends them, from each citation, would take minutes
REMEMBERED = 64  # stories; those of a batch of dossiers
APART = re.compile(r"(?P<fenced>^(?P<fence>`{3,}|~{3,})(?![`~])[^\n]*\n.*?(?:^(?P=fence)[`~]*[ \t]*$|\Z))|(?P<ticks>`+)|<!--", re.M | re.S)
TICKS = re.compile("`+")
BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
OPENS = re.compile(r"(?<!\\)\[@")
UNREAD = re.compile(r"\[@[^\n\]]{0,500}\]?")
CITATION = re.compile(
    rf"""\[@ (?:(?P<kind>[a-z]{{1,{LONGEST_ID}}}):)? (?P<id>[a-z0-9-]{{1,{LONGEST_ID}}})
        (?: \s+ (?: "(?P<straight>(?:[^"\\]|\\.)*)" | “(?P<curly>[^”]{{0,{LONGEST}}}+)” | '(?P<single>(?:[^'\\]|\\.)*)' ) )? \s* \]""",
    re.X,
)
IMAGE = re.compile(r"(?<!\\)!\[(?!@)(?P<said>[^\[\]]*)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]]*\])|<img\b[^<>]*>", re.I)


class StoryCite(Struct, frozen=True):
    """One `[@…]`: markdown[start:end]. `id` is empty where it can't be read."""

    start: int
    end: int
    kind: str  # as written before the colon, or ""
    id: str
    words: str  # or ""


@lru_cache(maxsize=REMEMBERED)
def story_cites(markdown: str) -> tuple[StoryCite, ...]:
    """Every `[@` outside code and comments, in order. Asked for by all that judges or shows a story, half a dozen times."""
    return tuple(_cites(markdown))


def _cites(markdown: str) -> Iterator[StoryCite]:
    code, comments = _apart(markdown)
    apart = sorted([*code, *comments])
    for opens in OPENS.finditer(markdown):
        at = opens.start()
        before = bisect_right(apart, (at, len(markdown))) - 1
        if before >= 0 and at < apart[before][1]:
            continue
        found = CITATION.match(markdown, at)
        if not found:
            unread = UNREAD.match(markdown, at)
            yield StoryCite(at, unread.end() if unread else at + 2, "", "", "")
            continue
        straight, curly, single = found["straight"], found["curly"], found["single"]
        words = re.sub(r"\\(.)", r"\1", straight or single or "") or curly or ""
        yield StoryCite(at, found.end(), found["kind"] or "", found["id"], words)


def uncommented(markdown: str) -> str:
    """The text without what only its editors are to read: `<!-- … -->`."""
    borders = [0, *(at for span in _apart(markdown)[1] for at in span), len(markdown)]
    return "".join([markdown[start:end] for start, end in zip(borders[::2], borders[1::2], strict=True)])


def images(markdown: str) -> Iterator[tuple[int, str, str]]:
    """Where pictures are shown outside code and comments, as written, and what each is said to show."""
    apart = sorted(chain(*_apart(markdown)))
    for found in IMAGE.finditer(markdown):
        before = bisect_right(apart, (found.start(), len(markdown))) - 1
        if before < 0 or found.start() >= apart[before][1]:
            yield found.start(), found[0], found["said"] or ""


def between_cites(markdown: str) -> Iterator[str]:
    """What stands before each citation, and after the last, without comments."""
    comments = iter((*_apart(markdown)[1], (len(markdown), len(markdown))))
    comment = next(comments)
    at = 0
    for start, end in [*((cite.start, cite.end) for cite in story_cites(markdown)), (len(markdown), len(markdown))]:
        pieces = []
        while comment[0] < start:
            pieces.append(markdown[at : comment[0]])
            at, comment = max(at, comment[1]), next(comments)  # one may stand in a citation's words
        yield "".join([*pieces, markdown[at:start]])
        at = end


@lru_cache(maxsize=REMEMBERED)
def _apart(markdown: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where code stands, in fences or between rows of as many backticks in one paragraph, and where comments do."""
    code: list[tuple[int, int]] = []
    comments: list[tuple[int, int]] = []
    if "`" not in markdown and "~~~" not in markdown and "<!--" not in markdown:
        return code, comments
    rows = defaultdict(list)  # length → where rows of so many backticks begin
    for row in TICKS.finditer(markdown):
        rows[len(row[0])].append(row.start())
    breaks = [found.start() for found in BLANK_LINE.finditer(markdown)]
    last = markdown.rfind("-->")
    at = 0
    while opens := APART.search(markdown, at):
        start, at = opens.span()
        if opens["fenced"]:
            code.append((start, at))
        elif opens["ticks"]:
            alike = rows[at - start]
            closing = bisect_right(alike, start)
            if closing < len(alike) and bisect_left(breaks, at) == bisect_left(breaks, alike[closing]):
                at += alike[closing] - start
                code.append((start, at))
        elif start + 2 <= last:
            at = markdown.index("-->", start + 2) + 3  # "<!-->" is a whole one
            comments.append((start, at))
    return code, comments


SENTENCE = re.compile(r"(?<=[.!?…。！？؟।])[\"”’»*_)]*\s+|\n\s*\n|^[ \t]*(?:[-*+>#]+|\d+\.)[ \t]+", re.M)
SPACE_BEFORE_STOP = re.compile(r" (?=[.,;:!?])")
STOPS = ".!?…。！？؟।"
SIGNS = re.compile(
    r"""(?P<ticks>`+)(?P<code>[^`]+)(?P=ticks) | !\[[^\[\]]*\]\([^()]*\) | \[(?P<linked>[^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])
        | <(?P<address>(?:https?|mailto):[^<>\s]*)> | </?[a-zA-Z][^<>]*> | \\(?P<escaped>[\\`*_{}\[\]()<>#+.!|-]) | (?P<entity>&\#?\w+;)
        | `+ | \*++(?!\s) | (?<!\s)\*++ | (?<!\w)_++(?!\s) | (?<!\s)_++(?!\w)""",
    re.X,
)


@lru_cache(maxsize=REMEMBERED)
def cited_sentences(markdown: str) -> tuple[str, ...]:
    """For every citation in order, the sentence it stands in or after, without citations and markup."""
    return tuple(_sentences(markdown))


def _sentences(markdown: str) -> Iterator[str]:
    pieces = [_unsigned(piece) for piece in between_cites(markdown)]
    length, marks, said = 0, [], 0
    for piece in pieces[:-1]:
        kept = len(piece.rstrip().rstrip(STOPS))
        said = length + kept if kept else said
        marks.append(said)
        length += len(piece)
    plain = "".join(pieces)
    borders = [0, *(found.end() for found in SENTENCE.finditer(plain)), len(plain)]
    ends = [max(1, min(bisect_left(borders, mark), len(borders) - 1)) for mark in marks]
    of = {end: _on_one_line(plain[borders[end - 1] : borders[end]]) for end in set(ends)}  # many may stand in one
    yield from (of[end] for end in ends)


def plain_words(markdown: str) -> str:
    """The words as a page shows them, on one line."""
    return _on_one_line(_unsigned(markdown))


def _on_one_line(words: str) -> str:
    return SPACE_BEFORE_STOP.sub("", " ".join(words.split()))


def _unsigned(markdown: str) -> str:
    """The text without what makes words stand out or lead elsewhere."""
    return SIGNS.sub(_shown, markdown)


def _shown(found: re.Match[str]) -> str:
    linked = found["linked"]
    return _unsigned(linked) if linked else found["code"] or found["address"] or found["escaped"] or unescape(found["entity"] or "")
