"""What does a source's page show of the article, and what rests on each paragraph?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter, itemgetter
from typing import TypeVar

from markupsafe import Markup
from msgspec import Struct

from site_builder.model import Anchor, Article, Kinship, Outlet, Paragraph, Rest, Source
from site_builder.render import links, metadata, twins
from site_builder.render.dossier import SourceRow, source_row
from site_builder.render.excerpts import Range, allowed, body, marked
from site_builder.render.kin import Also, Kindred, kindred
from site_builder.render.page import EMPTY, Page, Setting
from site_builder.render.shown import VERDICTS, Shelf, dating, short

T = TypeVar("T")

TEMPLATE = "source.html"
SHORT_LABEL = 140
NO_KIN = Kindred()
_end = attrgetter("end")
RECORDS = {
    "quote": "Quote",
    "figure": "Figure",
    "reaction": "Reaction",
    "event": "Event",
    "claim": "Claim",
    "story": "Summary",
}


class Resting(Struct, frozen=True):
    """A record that rests on a paragraph."""

    kind: str
    label: str
    href: str
    sign: str
    word: str


class ParagraphShown(Struct, frozen=True):
    """A paragraph as far as it may be shown, with what rests on it; `until` where several in a row are left out."""

    number: int
    until: int
    kind: str
    body: Markup
    rests: tuple[Resting, ...]
    also: tuple[Also, ...] = ()


def source_page(
    setting: Setting,
    source: Source,
    outlets: Mapping[str, Outlet],
    shelf: Shelf,
    rests: Sequence[Rest],
    family: frozenset[str],
    kinships: Sequence[Kinship] = (),
    cited: Mapping[str, Sequence[Anchor]] = EMPTY,
) -> Page:
    """The article as far as its rights allow, each paragraph with what rests on it, and what it shares. `cited`: what is of its kin."""
    path = f"sources/{source.id}.html"
    kin = kindred(source.id, kinships, shelf, {**cited, source.id: _anchors(rests)})
    inputs = {
        "frame": metadata.of_source(setting, path, source, shelf, outlets),
        "source": row(source, family, outlets, shelf, len(rests)),
        "deck": source.deck if shelf.publish[source.id] == "full" else "",
        "paragraphs": tuple(paragraphs(source, shelf, rests, kin)),
        "kin": kin,
        "skipped": skipped(source, shelf),
        "dossiers": tuple(dict.fromkeys(rest.dossier for rest in rests if rest.dossier)),
    }
    return Page(path, TEMPLATE, inputs, twins.of_source_page(source, shelf, rests, family, kinships))


def row(source: Source, family: frozenset[str], outlets: Mapping[str, Outlet], shelf: Shelf, citations: int) -> SourceRow:
    """What is known of the source."""
    return source_row(source, family, outlets, shelf, citations)


def paragraphs(source: Source, shelf: Shelf, rests: Sequence[Rest], kin: Kindred = NO_KIN) -> Iterator[ParagraphShown]:
    """The paragraphs in order. What may not be shown stands as one gap, unless something rests on it or other sources have it too."""
    article, publish = shelf.articles[source.id], shelf.publish[source.id]
    on, sic, date = _by_paragraph(rests), shelf.sic_in(source.id), dating(source)
    near = _spread(article, _marks(rests) if publish != "none" else [], itemgetter(0, 1))
    shared = _spread(article, kin.marks, attrgetter("start", "end"))
    open_ = allowed(article, publish, _anchors(rests))
    mine = None if open_ is None else _spread(article, open_, itemgetter(0, 1))
    hidden: list[Paragraph] = []
    for paragraph in article.paragraphs:
        if paragraph.kind == "skipped":
            continue
        number = paragraph.number
        here = None if mine is None else mine.get(number, ())
        text = body(article, paragraph, here, near.get(number, ()), sic, date, shared.get(number, ()))
        resting, also = on.get(number, ()), kin.also.get(number, ())
        if not (text or resting or also):
            hidden.append(paragraph)
            continue
        if hidden:
            yield from _gap(hidden)
            hidden = []
        yield ParagraphShown(number, number, paragraph.kind, text, resting, also)
    yield from _gap(hidden)


def _gap(hidden: Sequence[Paragraph]) -> Iterator[ParagraphShown]:
    if hidden:
        yield ParagraphShown(hidden[0].number, hidden[-1].number, "hidden", Markup(""), ())


def _anchors(rests: Iterable[Rest]) -> set[Anchor]:
    return {anchor for rest in rests for anchor in rest.anchors}


def _marks(rests: Iterable[Rest]) -> list[Range]:
    """What is cited, in the order of the text."""
    return sorted({part for rest in rests for anchor in rest.anchors for part in anchor.parts})


def _spread(article: Article, ranges: Iterable[T], ends: Callable[[T], Range]) -> dict[int, list[T]]:
    """What reaches into each paragraph, in the order given: each range is looked up, so that many cost no more than they are."""
    of: dict[int, list[T]] = {}
    paragraphs = article.paragraphs
    for one in ranges:
        start, end = ends(one)
        at = bisect_right(paragraphs, start, key=_end)
        while at < len(paragraphs) and paragraphs[at].start < end:
            of.setdefault(paragraphs[at].number, []).append(one)
            at += 1
    return of


def _by_paragraph(rests: Iterable[Rest]) -> dict[int, tuple[Resting, ...]]:
    """What rests on each paragraph, each record once."""
    on: dict[int, dict[tuple[str, str, str], Resting]] = {}
    for rest in rests:
        record = (rest.dossier, rest.kind, rest.id)
        for anchor in rest.anchors:
            found = on.setdefault(anchor.paragraph, {})
            if record not in found:
                found[record] = _resting(rest)
    return {number: tuple(found.values()) for number, found in on.items()}


def _resting(rest: Rest) -> Resting:
    sign, word = VERDICTS[rest.verdict]
    href = links.to_record("../", rest.dossier, rest.kind, rest.id)
    return Resting(RECORDS[rest.kind], short(rest.label, SHORT_LABEL), href, sign, word)


def skipped(source: Source, shelf: Shelf) -> tuple[Markup, ...]:
    """What stands in the file but is not the article's: shown apart, where all of the text may be shown."""
    if shelf.publish[source.id] != "full":
        return ()
    article, sic = shelf.articles[source.id], shelf.sic_in(source.id)
    return tuple(marked(article.text, piece, (), sic) for piece in article.skipped if article.text[piece[0] : piece[1]].strip())
