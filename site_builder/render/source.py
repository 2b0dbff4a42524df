"""What does a source's page show of the article, and what rests on each paragraph?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from site_builder.model import Kinship, Outlet, Paragraph, Rest, Source
from site_builder.render import links, metadata, twins
from site_builder.render.dossier import SourceRow, source_row
from site_builder.render.excerpts import Range, Shared, allowed, body, marked
from site_builder.render.kin import Also, Kindred, kindred
from site_builder.render.page import EMPTY, Page, Setting
from site_builder.render.shown import VERDICTS, Shelf, dating, short

TEMPLATE = "source.html"
SHORT_LABEL = 140
NO_KIN = Kindred()
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
    on_kin: Mapping[str, Sequence[Rest]] = EMPTY,
) -> Page:
    """The article as far as its rights allow, each paragraph with what rests on it, and what it shares. `on_kin`: what rests on its kin."""
    path = f"sources/{source.id}.html"
    kin = kindred(source.id, kinships, shelf, {**on_kin, source.id: rests})
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
    on = _by_paragraph(rests)
    marks = _marks(rests) if publish != "none" else []
    open_ = allowed(article, publish, {anchor for rest in rests for anchor in rest.anchors})
    hidden: list[Paragraph] = []
    for paragraph in article.paragraphs:
        if paragraph.kind == "skipped":
            continue
        near = _within(marks, paragraph)
        shared = _in(kin.marks, paragraph)
        mine = _within(open_, paragraph) if open_ is not None else None
        text = body(article, paragraph, mine, near, shelf.sic_in(source.id), dating(source), shared)
        resting, also = on.get(paragraph.number, ()), kin.also.get(paragraph.number, ())
        if not (text or resting or also):
            hidden.append(paragraph)
            continue
        yield from _gap(hidden)
        hidden = []
        yield ParagraphShown(paragraph.number, paragraph.number, paragraph.kind, text, resting, also)
    yield from _gap(hidden)


def _gap(hidden: Sequence[Paragraph]) -> Iterator[ParagraphShown]:
    if hidden:
        yield ParagraphShown(hidden[0].number, hidden[-1].number, "hidden", Markup(""), ())


def _marks(rests: Iterable[Rest]) -> list[Range]:
    """What is cited, in the order of the text."""
    return sorted({part for rest in rests for anchor in rest.anchors for part in anchor.parts})


def _within(ranges: Sequence[Range], paragraph: Paragraph) -> list[Range]:
    return [(a, b) for a, b in ranges if a < paragraph.end and b > paragraph.start]


def _in(marks: Iterable[Shared], paragraph: Paragraph) -> list[Shared]:
    return [one for one in marks if one.start < paragraph.end and one.end > paragraph.start]


def _by_paragraph(rests: Iterable[Rest]) -> dict[int, tuple[Resting, ...]]:
    """What rests on each paragraph, each record once."""
    on: dict[int, dict[tuple[str, str, str], Resting]] = {}
    for rest in rests:
        for anchor in rest.anchors:
            sign, word = VERDICTS[rest.verdict]
            href = links.to_record("../", rest.dossier, rest.kind, rest.id)
            resting = Resting(RECORDS[rest.kind], short(rest.label, SHORT_LABEL), href, sign, word)
            on.setdefault(anchor.paragraph, {}).setdefault((rest.dossier, rest.kind, rest.id), resting)
    return {number: tuple(found.values()) for number, found in on.items()}


def skipped(source: Source, shelf: Shelf) -> tuple[Markup, ...]:
    """What stands in the file but is not the article's: shown apart, where all of the text may be shown."""
    if shelf.publish[source.id] != "full":
        return ()
    article, sic = shelf.articles[source.id], shelf.sic_in(source.id)
    return tuple(marked(article.text, piece, (), sic) for piece in article.skipped if article.text[piece[0] : piece[1]].strip())
