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

from site_builder.model import Anchor, Article, Date, Paragraph, Publish
from site_builder.text.dates import in_words
from site_builder.text.relative import Relative, relative_dates
from site_builder.text.sentences import sentence
from site_builder.text.sic import standing_so

Range = tuple[int, int]

CLOSE = 2  # characters: a full stop and a quotation mark
MOST_CONTEXT = 400  # characters of a sentence before and after the words; longer ones are seldom sentences
GAP = Markup(" […] ")
SPACE = Markup(" ")
SIC = Markup('<ins class="sic" title="{}">[sic]</ins>')
DATED = Markup('<ins class="reckoned" lang="en" dir="ltr"> [<span class="unseen">reckoned: </span>{}]</ins>')
HAN = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"  # written without spaces: a new line is none
UNSPACED = re.compile(rf"(?<=\w-)[ \t]*\r?\n[ \t]*(?=\w)|(?<=[{HAN}])[ \t]*\r?\n[ \t]*(?=[{HAN}])")
JOINED = "\x00"  # no seed holds it
WHITE = re.compile(r"\s+")
NONCHARACTERS = "".join(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
UNFIT = re.compile(f"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef{NONCHARACTERS}]")  # what HTML and XML forbid
UNREADABLE = "\ufffd"  # stands for what no page can hold


class Dating(Struct, frozen=True):
    """What the words for dates in a source are reckoned from."""

    language: str = ""
    published: Date | None = None


UNDATED = Dating()


class Spellings(Struct, frozen=True):
    """Misspelt names and other slips, each with what is meant. `own`: those of one source alone."""

    meant: Mapping[str, str]
    pattern: re.Pattern[str] | None = None
    own: Spellings | None = None


def spellings(meant: Mapping[str, str]) -> Spellings:
    """Finds any of the wrong words, be they broken over lines."""
    plain = {" ".join(words.split()): right for words, right in meant.items()}
    return Spellings(plain, standing_so(plain) if plain else None)


def shown(text: str) -> str:
    """The text with its white space as a page sets it; what is broken after a hyphen or within Chinese is whole again."""
    return WHITE.sub(" ", UNSPACED.sub("", text))


def reckoned(text: str, windows: Iterable[Range], dating: Dating) -> tuple[Relative, ...]:
    """The words for dates in what is shown of a text, each once, as far as the source's own date allows to resolve them."""
    if not dating.published or not dating.language:
        return ()
    found = (one for start, end in windows for one in relative_dates(text, dating.language, dating.published, start, end) if one.date)
    once = {(" ".join(one.words.casefold().split()), one.date): one for one in reversed(list(found))}
    return tuple(sorted(once.values(), key=lambda one: one.start))


def marked(text: str, window: Range, marks: Iterable[Range], sic: Spellings, reckoned: Iterable[Relative] = ()) -> Markup:
    """The window of the text with the marked words, overlapping ones as one row of runs, [sic] after misspelt names, and dates reckoned."""
    start, end = window
    clipped = [(max(a, start), min(b, end)) for a, b in marks if a < end and b > start]
    insertions = {at: SIC.format(name) for at, name in _misspelt(text, start, end, sic)}
    insertions |= {one.end: DATED.format(in_words(one.date or "")) for one in reckoned if start <= one.start and one.end <= end}
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
            inside = inside and any(a <= to < b for a, b in covered)
            out += [insertions[to]] if inside or not within else ["</mark>", insertions[to]]
    if inside:
        out.append("</mark>")
    return Markup("".join(out))  # noqa: S704 every piece is escaped above


def _misspelt(text: str, start: int, end: int, sic: Spellings) -> Iterator[tuple[int, str]]:
    if sic.pattern:
        for found in sic.pattern.finditer(text, start, end):
            yield found.end(), sic.meant.get(" ".join(found[0].split()), "")
    if sic.own:
        yield from _misspelt(text, start, end, sic.own)


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
    first, last = sentence(text, low, high, start, end)
    if first == low and low > _paragraph(article, start).start:
        first = text.find(" ", low, start) + 1 or start
    if last == high and high < _paragraph(article, max(start, end - 1)).end:
        last = max(text.rfind(" ", end, high), end)
    return first, last


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


def passage(article: Article, anchor: Anchor, publish: Publish, sic: Spellings, dating: Dating = UNDATED) -> Markup:
    """The cited words marked, in as much of their sentence as may be shown; a gap stands for what is left out."""
    shown_of = list(_joined(article, windows(article, anchor, publish)))
    dates = reckoned(article.text, shown_of, dating)
    return GAP.join(marked(article.text, window, anchor.parts, sic, dates) for window in shown_of)


def extract(article: Article, ranges: Iterable[Range], sic: Spellings) -> Markup:
    """Some ranges of the text, without marks; a gap stands for what is left out between them."""
    own = [piece for whole in ranges for piece in _without(whole, article.skipped)]
    return GAP.join(marked(article.text, piece, (), sic) for piece in _joined(article, own))


def has_context(article: Article, anchor: Anchor, publish: Publish) -> bool:
    """Whether a passage shows more than the cited words and the marks that close them."""
    length = sum(end - start for start, end in windows(article, anchor, publish))
    return length > sum(end - start for start, end in anchor.parts) + CLOSE


def dates_shown(article: Article, anchor: Anchor, publish: Publish, dating: Dating) -> tuple[Relative, ...]:
    """The words for dates that a passage shows, with the dates."""
    return reckoned(article.text, _joined(article, windows(article, anchor, publish)), dating)


def body(
    article: Article,
    paragraph: Paragraph,
    allowed: Sequence[Range] | None,
    marks: Sequence[Range],
    sic: Spellings,
    dating: Dating = UNDATED,
) -> Markup:
    """A paragraph as its source's page shows it: whole where `allowed` is None, else what is allowed of it."""
    whole = (paragraph.start, paragraph.end)
    if allowed is None:
        pieces = list(_without(whole, article.skipped)) if paragraph.kind != "skipped" else [whole]
        dates = reckoned(article.text, pieces, dating) if paragraph.kind != "skipped" else ()
        return SPACE.join(marked(article.text, piece, marks, sic, dates) for piece in pieces)
    inside = list(_joined(article, [(max(a, whole[0]), min(b, whole[1])) for a, b in allowed if a < whole[1] and b > whole[0]]))
    if not inside:
        return Markup("")
    dates = reckoned(article.text, inside, dating)
    text = GAP.join(marked(article.text, piece, marks, sic, dates) for piece in inside)
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
