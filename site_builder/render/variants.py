"""What does a page show of the wordings of one utterance, and of what one source prints of it and others don't?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup
from msgspec import Struct

from site_builder.model import Citation, Cut, Op, Piece, Variants, Wording
from site_builder.render import links
from site_builder.render.excerpts import MOST_CONTEXT, UNFIT, UNREADABLE, Range, extract, windows
from site_builder.render.shown import Evidence, Shelf, evidence

Cited = Mapping[tuple[str, str], tuple[Citation, ...]]
LONGEST_CUT = 400  # characters of what was cut that a page shows: the sentence or two next to the quote
ROOT = "../"


class PieceShown(Struct, frozen=True):
    """A stretch of a wording: `words` as it has them, `base` as the quote above has them, `gap` the blank behind."""

    op: Op
    words: str
    base: str
    gap: str


class WordingShown(Struct, frozen=True):
    """Another wording with its differences marked; without `pieces` where it shares too little."""

    words: str
    pieces: tuple[PieceShown, ...]
    evidence: tuple[Evidence, ...]
    language: str
    direction: str
    translated: bool  # in another language than the quote above


class CutShown(Struct, frozen=True):
    """What one source prints of the utterance and others don't, as far as it may be shown."""

    where: str  # before, inside, after
    name: str
    href: str
    passage: Markup
    whole: bool
    lacking: tuple[str, ...]  # names
    language: str
    direction: str


class VariantsShown(Struct, frozen=True):
    """How the sources print one quote."""

    so: int  # sources that print it as it stands above
    otherwise: int
    wordings: tuple[WordingShown, ...]
    cuts: tuple[CutShown, ...]


def variants_shown(variants: Variants, cited: Cited, shelf: Shelf) -> VariantsShown:
    """The other wordings of a quote against its own, and what was cut."""
    so = {citation.source for citation in variants.base.citations}
    otherwise = {citation.source for wording in variants.others for citation in wording.citations} - so
    return VariantsShown(
        len(so),
        len(otherwise),
        tuple(_wording(wording, variants.base, shelf) for wording in variants.others),
        tuple(_cut(cut, cited, shelf) for cut in variants.cuts),
    )


def _wording(wording: Wording, base: Wording, shelf: Shelf) -> WordingShown:
    tag = shelf.sources[wording.citations[0].source].language
    return WordingShown(
        _readable(wording.words),
        tuple(_piece(piece) for piece in wording.pieces),
        tuple(evidence(citation, shelf, ROOT) for citation in wording.citations),
        links.language(tag),
        links.direction(tag),
        not wording.pieces and _is_translated(wording, base, shelf),
    )


def _is_translated(wording: Wording, base: Wording, shelf: Shelf) -> bool:
    """Whether no source of the one is in a language of the other's; it isn't where a language is not known."""
    known = [{shelf.sources[one.source].language.partition("-")[0].lower() for one in side.citations} - {""} for side in (wording, base)]
    return all(known) and known[0].isdisjoint(known[1])


def _piece(piece: Piece) -> PieceShown:
    text = piece.words or piece.base
    return PieceShown(piece.op, _readable(piece.words.rstrip()), _readable(piece.base.rstrip()), " " if text[-1:].isspace() else "")


def _readable(text: str) -> str:
    return UNFIT.sub(UNREADABLE, text)


def _cut(cut: Cut, cited: Cited, shelf: Shelf) -> CutShown:
    source, article = shelf.sources[cut.source], shelf.articles[cut.source]
    start, end = (
        (max(cut.start, cut.end - LONGEST_CUT), cut.end) if cut.where == "before" else (cut.start, min(cut.end, cut.start + LONGEST_CUT))
    )
    start, end = _whole_words(article.text, (start, end), (cut.start, cut.end))
    seen = [(start, end)] if shelf.publish[cut.source] == "full" else _allowed((start, end), _open(cut, cited, shelf))
    paragraph = next((one.number for one in reversed(article.paragraphs) if one.start <= cut.start), 0)
    return CutShown(
        where=cut.where,
        name=shelf.names[cut.source],
        href=links.to_source(ROOT, cut.source, paragraph),
        passage=extract(article, seen, shelf.sic),
        whole=seen == [(cut.start, cut.end)],
        lacking=tuple(shelf.names[name] for name in cut.lacking),
        language=links.language(source.language),
        direction=links.direction(source.language),
    )


def _whole_words(text: str, piece: Range, within: Range) -> Range:
    """The piece without the words that it breaks."""
    start, end = piece
    if start > within[0]:
        start = min(end, text.find(" ", start, end) + 1 or start)
    if end < within[1]:
        end = max(start, text.rfind(" ", start, end)) if " " in text[start:end] else end
    return start, end


def _allowed(piece: Range, ranges: Iterable[Range]) -> list[Range]:
    """What of the piece lies in one of the ranges."""
    return sorted({(max(piece[0], a), min(piece[1], b)) for a, b in ranges if a < piece[1] and b > piece[0]})


def _open(cut: Cut, cited: Cited, shelf: Shelf) -> Iterator[Range]:
    """What the dossier shows anyway of the source's text round the cut: the sentences in which something is cited."""
    first, last = cut.start - MOST_CONTEXT, cut.end + MOST_CONTEXT
    here = (one.places[0] for citations in cited.values() for one in citations if one.source == cut.source and one.places)
    for place in here:
        if place.start < last and place.end > first:
            yield from windows(shelf.articles[cut.source], place, shelf.publish[cut.source])
