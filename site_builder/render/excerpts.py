"""What of a source's text may be shown, with which words marked?

One of two modules that make Markup. Offsets are into the seed's text as stored; only white space is changed for the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter, itemgetter

from markupsafe import Markup
from markupsafe import escape as quoted  # for what stands in an attribute
from msgspec import Struct
from msgspec.structs import replace

from site_builder.model import Anchor, Article, Date, Paragraph, Publish
from site_builder.text.dates import in_words
from site_builder.text.relative import Relative, relative_dates
from site_builder.text.scripts import later, may_be_unspaced
from site_builder.text.sentences import sentence
from site_builder.text.sic import standing_so

Range = tuple[int, int]

CLOSE = 2  # characters: a full stop and a quotation mark
MOST_CONTEXT = 400  # characters of a sentence before and after the words; longer ones are seldom sentences
GAP = " […] "
SIC = '<ins class="sic" title="{}">[sic]</ins>'
ALSO = '<sup class="also"><a href="{}" aria-label="{}">{}</a></sup>'
DATED = '<ins class="reckoned"> <span lang="en" dir="ltr">[<span class="unseen">reckoned: </span>{}]</span></ins>'
# Written without spaces: a new line is none, nor is it where one of the marks follows or goes before that other scripts have too.
HAN = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
MARKS = "“”‘’—…·"
BROKEN = re.compile(r"(?<=\w-)[ \t]*\r?\n[ \t]*(?=\w)")
UNSPACED = later(rf"{BROKEN.pattern}|(?<=[{HAN}])[ \t]*\r?\n[ \t]*(?=[{HAN}{MARKS}])|(?<=[{MARKS}])[ \t]*\r?\n[ \t]*(?=[{HAN}])")
REMEMBERED = 1_024  # passages: those of some dozen sources, which neighbouring pages share; each holds the text that it stands in
JOINED = "\x00"  # no seed holds it
OPENED = {"mark": "<mark>", "u": '<u class="shared">'}
WHITE = re.compile(r"\s+")
NONCHARACTERS = "".join(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
UNFIT = re.compile(f"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef{NONCHARACTERS}]")  # what HTML and XML forbid
UNREADABLE = "\ufffd"  # stands for what no page can hold


class Dating(Struct, frozen=True):
    """What the words for dates in a source are reckoned from."""

    language: str = ""
    published: Date | None = None


UNDATED = Dating()
_start, _end = itemgetter(0), attrgetter("end")


class Shared(Struct, frozen=True):
    """Words that other sources have too: underlined, with a letter that leads there."""

    start: int
    end: int
    letter: str = ""
    href: str = ""
    label: str = ""  # what the letter says to who can't see it


class Spellings(Struct, frozen=True):
    """Misspelt names and other slips, each with what is meant. `own`: those of one source alone."""

    meant: Mapping[str, str]
    pattern: re.Pattern[str] | None = None
    own: Spellings | None = None


NO_SPELLINGS = Spellings({})


def spellings(meant: Mapping[str, str]) -> Spellings:
    """Finds any of the wrong words, be they broken over lines."""
    plain = {" ".join(words.split()): right for words, right in meant.items()}
    return Spellings(plain, standing_so(plain) if plain else None)


def fitting(sic: Spellings, text: str) -> Spellings:
    """The spellings without the lists of which nothing can stand in the text, so that it is not searched for them piece by piece."""
    own = fitting(sic.own, text) if sic.own else None
    own = own if own and (own.pattern or own.own) else None
    if any(words.partition(" ")[0] in text for words in sic.meant):
        return Spellings(sic.meant, sic.pattern, own)
    return replace(NO_SPELLINGS, own=own) if own else NO_SPELLINGS


def shown(text: str) -> str:
    """The text with its white space as a page sets it; what is broken after a hyphen or within Chinese is whole again."""
    return WHITE.sub(" ", _ends(text).sub("", text))


def _ends(text: str) -> re.Pattern[str]:
    """The ends of lines that stand within a word."""
    return UNSPACED if may_be_unspaced(text) else BROKEN


def datable(dating: Dating) -> bool:
    """Whether a word for a date in the source comes to one."""
    return bool(dating.published and dating.language)


def reckoned(text: str, windows: Iterable[Range], dating: Dating) -> tuple[Relative, ...]:
    """The words for dates in what is shown of a text, each once, as far as the source's own date allows to resolve them."""
    return _reckoned(text, tuple(windows), dating) if datable(dating) else ()


@lru_cache(maxsize=REMEMBERED)
def _reckoned(text: str, windows: tuple[Range, ...], dating: Dating) -> tuple[Relative, ...]:
    found = (one for start, end in windows for one in relative_dates(text, dating.language, dating.published, start, end) if one.date)
    once = {(" ".join(one.words.casefold().split()), one.date): one for one in reversed(list(found))}
    return tuple(sorted(once.values(), key=lambda one: one.start))


def marked(
    text: str,
    window: Range,
    marks: Iterable[Range],
    sic: Spellings,
    dates: Iterable[Relative] = (),
    shared: Sequence[Shared] = (),
) -> Markup:
    """The window of the text with cited words marked and shared ones underlined, [sic] after misspelt names, and dates reckoned.

    Marks of one kind that overlap are one row of runs; of the two kinds, the underline stands inside the mark.
    """
    return Markup(_marked(text, window, marks, sic, dates, shared))  # noqa: S704 every piece is escaped there


def _marked(text: str, window: Range, marks: Iterable[Range], sic: Spellings, dates: Iterable[Relative], shared: Sequence[Shared]) -> str:
    """Most windows hold nothing but cited words, if anything: these are set without asking at every edge what begins and what ends."""
    cited = _clipped(marks, window) if marks else []
    common = _clipped([(one.start, one.end) for one in shared], window) if shared else []
    after = _after(text, window, sic, dates, shared) if sic.pattern or sic.own or dates or common else {}
    if after or common:
        return _turned(text, window, cited, common, after)
    start, end = window
    pieces = _unbroken(text[start:end])
    if not cited:
        return _html(pieces)
    out: list[str] = []
    at = 0
    for a, b in cited:
        out += (_html(pieces[at : a - start]), OPENED["mark"], _html(pieces[a - start : b - start]), "</mark>")
        at = b - start
    return "".join((*out, _html(pieces[at:])))


def _turned(text: str, window: Range, cited: Sequence[Range], common: Sequence[Range], after: Mapping[int, Sequence[str]]) -> str:
    """The window cut wherever something begins, ends or is set in. `after`: what is set in, by the offset behind which it stands."""
    start, end = window
    edges = sorted({start, end, *after, *(edge for mark in (*cited, *common) for edge in mark)})
    out: list[str] = []
    open_: tuple[str, ...] = ()
    pieces = _unbroken(text[start:end])
    for at, to in pairwise(edges):
        here = (*(("mark",) if _inside(at, cited) else ()), *(("u",) if _inside(at, common) else ()))
        out += (_turn(open_, here), _html(pieces[at - start : to - start]))
        open_ = here
        if to in after:  # what is set in stands behind marks that end there
            still = tuple(tag for tag in open_ if _inside(to, cited if tag == "mark" else common))
            out += [_turn(open_, still), *after[to]]
            open_ = still
    out.append(_turn(open_, ()))
    return "".join(out)


def _unbroken(text: str) -> str:
    """As long as it was, with a sign for every character that falls away: what stands round a line's end inside a word."""
    return _ends(text).sub(lambda found: JOINED * len(found[0]), text) if "\n" in text else text


def _html(piece: str) -> str:
    """A piece of the text as it stands on a page. One that can be printed as it is needs no search: no blank but the plain one can."""
    if "  " in piece or not piece.isprintable():
        piece = UNFIT.sub(UNREADABLE, WHITE.sub(" ", piece.replace(JOINED, "")))
    if "&" in piece:
        piece = piece.replace("&", "&amp;")
    return piece.replace("<", "&lt;").replace(">", "&gt;")


def _clipped(ranges: Iterable[Range], window: Range) -> list[Range]:
    """As much of the ranges as lies within the window, joined."""
    start, end = window
    return _covered([(max(a, start), min(b, end)) for a, b in ranges if a < end and b > start])


def _inside(at: int, ranges: Sequence[Range]) -> bool:
    """Whether one of the ranges, which are in order and apart, holds an offset."""
    before = bisect_right(ranges, at, key=_start) - 1
    return before >= 0 and at < ranges[before][1]


def _turn(before: tuple[str, ...], after: tuple[str, ...]) -> str:
    """What closes the one tags and opens the others; what both have stays open."""
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    return "".join(f"</{tag}>" for tag in reversed(before[same:])) + "".join(OPENED[tag] for tag in after[same:])


def _after(text: str, window: Range, sic: Spellings, dates: Iterable[Relative], shared: Iterable[Shared]) -> dict[int, list[str]]:
    """What is set into the text, by the offset after which it stands."""
    start, end = window
    found = [(at, SIC.format(quoted(name))) for at, name in _misspelt(text, start, end, sic)]
    found += [(one.end, DATED.format(quoted(in_words(one.date or "")))) for one in dates if start <= one.start and one.end <= end]
    reaching = (one for one in shared if one.letter and one.start < end and one.end > start)
    found += [(min(one.end, end), ALSO.format(quoted(one.href), quoted(one.label), quoted(one.letter))) for one in reaching]
    out: dict[int, list[str]] = {}
    for at, words in found:
        out.setdefault(at, []).append(words)
    return out


def _misspelt(text: str, start: int, end: int, sic: Spellings) -> Iterator[tuple[int, str]]:
    if sic.pattern:
        for found in sic.pattern.finditer(text, start, end):
            yield found.end(), sic.meant.get(" ".join(found[0].split()), "")
    if sic.own:
        yield from _misspelt(text, start, end, sic.own)


def _covered(marks: Iterable[Range]) -> list[Range]:
    """The marks joined where they touch or overlap."""
    ordered = sorted(marks)
    if len(ordered) == 1 and ordered[0][0] < ordered[0][1]:
        return ordered  # as most
    joined: list[Range] = []
    for start, end in ordered:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined


def windows(article: Article, anchor: Anchor, publish: Publish) -> tuple[Range, ...]:
    """What may be shown of the text round an anchor: its sentences, or with `none` the cited words alone."""
    if publish == "none":
        return anchor.parts
    open_ = _covered([sentences(article, part) for part in anchor.parts])
    return tuple(piece for window in open_ for piece in without(window, article.skipped)) if article.skipped else tuple(open_)


def sentences(article: Article, part: Range) -> Range:
    """The words with the rest of the sentences in which they begin and end, within their paragraphs."""
    text, (start, end) = article.text, part
    one = paragraph_at(article, start)
    other = one if end <= one.end else paragraph_at(article, max(start, end - 1))
    low, high = max(one.start, start - MOST_CONTEXT), min(other.end, end + MOST_CONTEXT)
    first, last = _sentence(text, low, high, start, end)
    if first == low and low > one.start:
        first = text.find(" ", low, start) + 1 or start
    if last == high and high < other.end:
        last = max(text.rfind(" ", end, high), end)
    return first, last


@lru_cache(maxsize=REMEMBERED)
def _sentence(text: str, low: int, high: int, start: int, end: int) -> Range:
    """Asked for again by each page that shows the passage, those of the source's kin among them: a quarter of the sample's time."""
    return sentence(text, low, high, start, end)


def paragraph_at(article: Article, at: int) -> Paragraph:
    """The paragraph in which an offset stands."""
    before = bisect_right(article.paragraphs, at, key=_end)
    return article.paragraphs[min(before, len(article.paragraphs) - 1)]


def allowed(article: Article, publish: Publish, anchors: Iterable[Anchor]) -> list[Range] | None:
    """What a source's own page may show of its text, on which `anchors` rest; None where that is all of it."""
    if publish == "full":
        return None
    return sorted({window for anchor in anchors for window in windows(article, anchor, publish)}) if publish == "cited" else []


def without(window: Range, skipped: Iterable[Range]) -> Iterator[Range]:
    """The window less some of its words, such as those that are not the article's."""
    start, end = window
    for a, b in sorted(skipped) if skipped else ():
        if a < end and b > start:
            if a > start:
                yield start, a
            start = b
    if start < end:
        yield start, end


def passage(article: Article, anchor: Anchor, publish: Publish, sic: Spellings, dating: Dating = UNDATED) -> Markup:
    """The cited words marked, in as much of their sentence as may be shown; a gap stands for what is left out."""
    return seen(article, anchor, publish, sic, dating)[0]


def seen(article: Article, anchor: Anchor, publish: Publish, sic: Spellings, dating: Dating = UNDATED) -> tuple[Markup, bool]:
    """The passage, and whether it shows more than the cited words and the marks that close them."""
    open_ = windows(article, anchor, publish)
    shown_of = _joined(article, open_)
    dates = reckoned(article.text, shown_of, dating)
    text = GAP.join([_marked(article.text, window, anchor.parts, sic, dates, ()) for window in shown_of])
    return Markup(text), _length(open_) > _length(anchor.parts) + CLOSE  # noqa: S704 every piece is escaped


def _length(ranges: Iterable[Range]) -> int:
    return sum([end - start for start, end in ranges])


def extract(article: Article, ranges: Iterable[Range], sic: Spellings) -> Markup:
    """Some ranges of the text, without marks; a gap stands for what is left out between them."""
    own = [piece for whole in ranges for piece in without(whole, article.skipped)]
    text = GAP.join([_marked(article.text, piece, (), sic, (), ()) for piece in _joined(article, own)])
    return Markup(text)  # noqa: S704 every piece is escaped


def has_context(article: Article, anchor: Anchor, publish: Publish) -> bool:
    """Whether a passage shows more than the cited words and the marks that close them."""
    return _length(windows(article, anchor, publish)) > _length(anchor.parts) + CLOSE


def dates_shown(article: Article, anchor: Anchor, publish: Publish, dating: Dating) -> tuple[Relative, ...]:
    """The words for dates that a passage shows, with the dates."""
    if not datable(dating):
        return ()
    return reckoned(article.text, _joined(article, windows(article, anchor, publish)), dating)


def body(
    article: Article,
    paragraph: Paragraph,
    allowed: Sequence[Range] | None,
    marks: Sequence[Range],
    sic: Spellings,
    dating: Dating = UNDATED,
    shared: Sequence[Shared] = (),
) -> Markup:
    """A paragraph as its source's page shows it: whole where `allowed` is None, else what is allowed of it."""
    whole = (paragraph.start, paragraph.end)
    if allowed is None and paragraph.kind == "skipped":
        return marked(article.text, whole, marks, sic)
    return stretch(article, whole, allowed, marks, sic, dating, shared)


def stretch(
    article: Article,
    whole: Range,
    allowed: Sequence[Range] | None,
    marks: Sequence[Range],
    sic: Spellings,
    dating: Dating = UNDATED,
    shared: Sequence[Shared] = (),
) -> Markup:
    """As much of a stretch of the article as is allowed, all where `allowed` is None; a gap stands for what is left out."""
    if allowed is None:
        pieces = list(without(whole, article.skipped)) if article.skipped else [whole]
        dates = reckoned(article.text, pieces, dating)
        text = " ".join([_marked(article.text, piece, marks, sic, dates, shared) for piece in pieces])
        return Markup(text)  # noqa: S704 every piece is escaped
    inside = _joined(article, [(max(a, whole[0]), min(b, whole[1])) for a, b in allowed if a < whole[1] and b > whole[0]])
    if not inside:
        return Markup("")
    dates = reckoned(article.text, inside, dating)
    text = GAP.join([_marked(article.text, piece, marks, sic, dates, shared) for piece in inside])
    before = GAP.lstrip() if _left_out(article, whole[0], inside[0][0]) else ""
    after = GAP.rstrip() if _left_out(article, inside[-1][1], whole[1]) else ""
    return Markup(before + text + after)  # noqa: S704 every piece is escaped


def _joined(article: Article, ranges: Iterable[Range]) -> list[Range]:
    """The ranges as one where nothing of the article stands between them."""
    covered = _covered(ranges)
    if len(covered) == 1:
        return covered
    joined: list[Range] = []
    for start, end in covered:
        if joined and not article.text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _left_out(article: Article, start: int, end: int) -> bool:
    """Whether words of the article stand there."""
    return any(article.text[a:b].strip() for a, b in without((start, end), article.skipped))
