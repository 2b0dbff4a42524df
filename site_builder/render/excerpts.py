"""What of a source's text may be shown, with which words marked?

One of two modules that make Markup. Offsets are into the seed's text as stored; only white space is changed for the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from markupsafe import Markup
from msgspec import Struct

from site_builder.model import Anchor, Article, Paragraph, Publish

Range = tuple[int, int]

MOST_CONTEXT = 400  # characters of a sentence before and after the words; longer ones are seldom sentences
GAP = Markup(" […] ")
SPACE = Markup(" ")
HAN = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"  # written without spaces: a new line is none
UNSPACED = re.compile(rf"(?<=\w-)[ \t]*\r?\n[ \t]*(?=\w)|(?<=[{HAN}])[ \t]*\r?\n[ \t]*(?=[{HAN}])")
JOINED = "\x00"  # no seed holds it
WHITE = re.compile(r"\s+")
NONCHARACTERS = "".join(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
UNFIT = re.compile(f"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef{NONCHARACTERS}]")  # what HTML and XML forbid
UNREADABLE = "\ufffd"  # stands for what no page can hold
STOPS = "。！？．｡"  # after these no space follows
CLOSING = "\"'”’»›)\\]」』）》】〉"
SENTENCE_END = re.compile(rf"[.!?…؟۔।॥։።၊။។]+[{CLOSING}]*(?=\s)|[{STOPS}]+[{CLOSING}]*")
ABBREVIATED = re.compile(
    r"(?:\b\w\.)+\w?\.?$|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.$"
)


class Spellings(Struct, frozen=True):
    """Misspelt names and the right ones."""

    names: Mapping[str, str]
    pattern: re.Pattern[str] | None = None


def spellings(names: Mapping[str, str]) -> Spellings:
    """Finds any of the misspelt names, be they broken over lines."""
    if not names:
        return Spellings({})
    alternatives = (r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    return Spellings(dict(names), re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)"))


def shown(text: str) -> str:
    """The text with its white space as a page sets it; what is broken after a hyphen or within Chinese is whole again."""
    return WHITE.sub(" ", UNSPACED.sub("", text))


def marked(text: str, window: Range, marks: Iterable[Range], sic: Spellings) -> Markup:
    """The window of the text with the marked words, overlapping ones as one row of runs, and [sic] after misspelt names."""
    start, end = window
    clipped = [(max(a, start), min(b, end)) for a, b in marks if a < end and b > start]
    insertions = dict(_misspelt(text, start, end, sic))
    edges = sorted({start, end, *insertions, *(edge for mark in clipped for edge in mark)})
    covered = _covered(clipped)
    out: list[str] = []
    inside = False
    pieces = UNSPACED.sub(lambda found: JOINED * len(found[0]), text[start:end])
    for at, to in pairwise(edges):
        within = any(a <= at and to <= b for a, b in covered)
        if within != inside:
            out.append("<mark>" if within else "</mark>")
            inside = within
        out.append(escape(UNFIT.sub(UNREADABLE, WHITE.sub(" ", pieces[at - start : to - start].replace(JOINED, ""))), quote=False))
        if to in insertions:
            out.append(f'<ins class="sic" title="{escape(insertions[to])}">[sic]</ins>')
    if inside:
        out.append("</mark>")
    return Markup("".join(out))  # noqa: S704 every piece is escaped above


def _misspelt(text: str, start: int, end: int, sic: Spellings) -> Iterator[tuple[int, str]]:
    if sic.pattern:
        for found in sic.pattern.finditer(text, start, end):
            yield found.end(), sic.names.get(" ".join(found[0].split()), "")


def _covered(marks: Iterable[Range]) -> list[Range]:
    """The marks joined where they touch or overlap."""
    joined: list[Range] = []
    for start, end in sorted(marks):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined


def windows(article: Article, anchor: Anchor, publish: Publish) -> tuple[Range, ...]:
    """What may be shown of the text round an anchor: its sentences, or with `none` the cited words alone."""
    if publish == "none":
        return anchor.parts
    open_ = [_sentence(article, part) for part in anchor.parts]
    return tuple(piece for window in _covered(open_) for piece in _without(window, article.skipped))


def _sentence(article: Article, part: Range) -> Range:
    """The words with the rest of the sentence they stand in, within their paragraphs."""
    text, (start, end) = article.text, part
    low = max(_paragraph(article, start).start, start - MOST_CONTEXT)
    high = min(_paragraph(article, max(start, end - 1)).end, end + MOST_CONTEXT)
    ends = [low, *(stop for stop in _stops(text, low, high))]
    first = max((stop for stop in ends if stop <= start), default=low)
    last = min((stop for stop in ends if stop >= end), default=high)
    while first < start and text[first].isspace():
        first += 1
    if first == low and low > _paragraph(article, start).start:
        first = text.find(" ", low, start) + 1 or start
    if last == high and high < _paragraph(article, max(start, end - 1)).end:
        last = max(text.rfind(" ", end, high), end)
    return first, last


def _stops(text: str, low: int, high: int) -> Iterator[int]:
    """Where sentences end: after the mark and what closes with it, but not after an abbreviation or before a small letter."""
    for found in SENTENCE_END.finditer(text, low, high):
        follows = text[found.end() : found.end() + 40].lstrip()[:1]
        if follows.islower() or ABBREVIATED.search(text, max(low, found.start() - 8), found.start() + 1):
            continue
        yield found.end()


def _paragraph(article: Article, at: int) -> Paragraph:
    """The paragraph in which an offset stands."""
    low, high = 0, len(article.paragraphs)
    while low < high:
        middle = (low + high) // 2
        if article.paragraphs[middle].end <= at:
            low = middle + 1
        else:
            high = middle
    return article.paragraphs[min(low, len(article.paragraphs) - 1)]


def _without(window: Range, skipped: Iterable[Range]) -> Iterator[Range]:
    """The window less the words that are not the article's."""
    start, end = window
    for a, b in sorted(skipped):
        if a < end and b > start:
            if a > start:
                yield start, a
            start = b
    if start < end:
        yield start, end


def passage(article: Article, anchor: Anchor, publish: Publish, sic: Spellings) -> Markup:
    """The cited words marked, in as much of their sentence as may be shown; a gap stands for what is left out."""
    pieces = [marked(article.text, window, anchor.parts, sic) for window in _joined(article, windows(article, anchor, publish))]
    return GAP.join(pieces)


def extract(article: Article, ranges: Iterable[Range], sic: Spellings) -> Markup:
    """Some ranges of the text, without marks; a gap stands for what is left out between them."""
    own = [piece for whole in ranges for piece in _without(whole, article.skipped)]
    return GAP.join(marked(article.text, piece, (), sic) for piece in _joined(article, own))


def body(article: Article, paragraph: Paragraph, allowed: Sequence[Range] | None, marks: Sequence[Range], sic: Spellings) -> Markup:
    """A paragraph as its source's page shows it: whole where `allowed` is None, else what is allowed of it."""
    whole = (paragraph.start, paragraph.end)
    if allowed is None:
        pieces = list(_without(whole, article.skipped)) if paragraph.kind != "skipped" else [whole]
        return SPACE.join(marked(article.text, piece, marks, sic) for piece in pieces)
    inside = list(_joined(article, [(max(a, whole[0]), min(b, whole[1])) for a, b in allowed if a < whole[1] and b > whole[0]]))
    if not inside:
        return Markup("")
    text = GAP.join(marked(article.text, piece, marks, sic) for piece in inside)
    before = GAP.lstrip() if _left_out(article, whole[0], inside[0][0]) else ""
    after = GAP.rstrip() if _left_out(article, inside[-1][1], whole[1]) else ""
    return before + text + after


def _joined(article: Article, ranges: Iterable[Range]) -> Iterator[Range]:
    """The ranges as one where nothing of the article stands between them."""
    last: Range | None = None
    for start, end in _covered(ranges):
        if last and not article.text[last[1] : start].strip():
            last = (last[0], end)
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def _left_out(article: Article, start: int, end: int) -> bool:
    """Whether words of the article stand there."""
    return any(article.text[a:b].strip() for a, b in _without((start, end), article.skipped))
