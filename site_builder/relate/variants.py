"""In which words do the sources carry one utterance?

The base is the quote's own wording, the one its page prints large: a reader compares with what they have before their eyes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from site_builder.model import Article, Citation, Cut, Dossier, Piece, Quote, Variants, Where, Wording
from site_builder.text.aligned import Word, aligned, alike, keys, words
from site_builder.text.omissions import FEWEST, lacking, size
from site_builder.text.overlap import Gram, grams
from site_builder.text.speeches import Speech, printed, said_round, speeches

LIKE = 0.5  # share of the letters in common from which differences are marked: below, more would be marked than not
NEAR = 25  # words between a quote and what was cut from its surroundings; farther off it is another part of the speech
ELSEWHERE = 0.5  # share of the threes of words from which a source quotes a stretch, if not here


class Heard(Struct, frozen=True):
    """The utterance round a citation, as its source prints it."""

    citation: Citation
    words: list[Word]


class Said:
    """What the sources print between quotation marks, each read once."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles
        self._speeches: dict[str, list[Speech]] = {}
        self._grams: dict[str, frozenset[Gram]] = {}

    def round(self, citation: Citation) -> Heard:
        source = citation.source
        if source not in self._speeches:
            self._speeches[source] = speeches(self._articles[source])
        return Heard(citation, said_round(self._articles[source], self._speeches[source], citation.places[0]))

    def quotes(self, source: str, text: str) -> bool:
        """Whether the source has most of these words somewhere between quotation marks."""
        if source not in self._grams:
            article = self._articles[source]
            self._grams[source] = frozenset(gram for start, end in article.quoted for gram in grams(article.text[start:end]))
        sought = set(grams(text))
        return len(sought & self._grams[source]) > ELSEWHERE * len(sought)


def variants(dossier: Dossier, citations: Sequence[Citation], articles: Mapping[str, Article]) -> tuple[Variants, ...]:
    """The quotes that the sources print in several wordings, or of which one prints more than another."""
    said = Said(articles)
    of: dict[str, list[Citation]] = {}
    for citation in citations:
        if citation.kind == "quote" and citation.places and citation.source in articles:
            of.setdefault(citation.id, []).append(citation)
    languages = {source.id: source.language.partition("-")[0].lower() for source in dossier.sources}
    made = (_variants(quote, of[quote.id], articles, said, languages) for quote in dossier.quotes if len(of.get(quote.id, ())) > 1)
    return tuple(one for one in made if one.others or one.cuts)


def _variants(
    quote: Quote, citations: Sequence[Citation], articles: Mapping[str, Article], said: Said, languages: Mapping[str, str]
) -> Variants:
    own = [citation for citation in citations if not _is_variant(citation)]
    base = _printed(own[0], articles) if own else quote.words
    wordings: dict[tuple[str, ...], list[Citation]] = {keys(words(base)): own}
    for citation in citations:
        if _is_variant(citation):
            wordings.setdefault(keys(words(_printed(citation, articles))), []).append(citation)
    _, *others = wordings.values()
    return Variants(
        quote.id,
        Wording(base, tuple(own)),
        tuple(_wording(base if _in_one_tongue(own, found, languages) else "", found, articles) for found in others),
        tuple(_cuts_by_language(citations, articles, said, languages)) if quote.kind == "direct" else (),
    )


def _in_one_tongue(some: Sequence[Citation], others: Sequence[Citation], languages: Mapping[str, str]) -> bool:
    """Whether two wordings may be compared word by word: a translation has none of the words. What is unknown may be of any language."""
    known = [{languages.get(one.source, "") for one in side} - {""} for side in (some, others)]
    return not all(known) or bool(known[0] & known[1])


def _cuts_by_language(
    citations: Sequence[Citation], articles: Mapping[str, Article], said: Said, languages: Mapping[str, str]
) -> Iterator[Cut]:
    """What sources of one language have of the utterance and others of the same lack. What is unknown is taken for the first one's."""
    first = next((languages[one.source] for one in citations if languages.get(one.source)), "")
    of: dict[str, list[Citation]] = {}
    for citation in citations:
        of.setdefault(languages.get(citation.source) or first, []).append(citation)
    for group in of.values():
        yield from _cuts(group, articles, said)


def _is_variant(citation: Citation) -> bool:
    return len(citation.trail) > 1 and citation.trail[1] == "variants"


def _printed(citation: Citation, articles: Mapping[str, Article]) -> str:
    return printed(articles[citation.source], citation.places[0].parts)


def _wording(base: str, citations: Sequence[Citation], articles: Mapping[str, Article]) -> Wording:
    text = _printed(citations[0], articles)
    pieces: tuple[Piece, ...] = aligned(base, text) if base else ()
    return Wording(text, tuple(citations), pieces if pieces and alike(pieces) >= LIKE else ())


def _cuts(citations: Sequence[Citation], articles: Mapping[str, Article], said: Said) -> Iterator[Cut]:
    """What the source that prints most of the utterance has and others lack, then what others have and it lacks."""
    heard = [said.round(citation) for citation in citations]
    fullest = max(heard, key=lambda one: len(one.words))
    others = [one for one in heard if one.citation.source != fullest.citation.source and keys(one.words) != keys(fullest.words)]
    missing: list[list[str]] = [[] for _ in fullest.words]
    for other in others:
        for first, last in _absent(fullest, other, articles, said):
            for at in range(first, last):
                if other.citation.source not in missing[at]:
                    missing[at].append(other.citation.source)
    for sources, run in groupby(range(len(missing)), key=lambda at: tuple(missing[at])):
        numbers = list(run)
        if sources and size([fullest.words[at] for at in numbers]) >= FEWEST:
            yield from _near(fullest, numbers[0], numbers[-1] + 1, sources)
    for other in others:
        for first, last in _absent(other, fullest, articles, said):
            yield from _near(other, first, last, (fullest.citation.source,))


def _absent(whole: Heard, other: Heard, articles: Mapping[str, Article], said: Said) -> Iterator[tuple[int, int]]:
    """Runs of words outside the cited ones that the other source doesn't quote, neither here nor elsewhere."""
    text, place = articles[whole.citation.source].text, whole.citation.places[0]
    for first, last in lacking(whole.words, other.words):
        outside = [at for at in range(first, last) if not any(a <= whole.words[at].start < b for a, b in place.parts)]
        for _, run in groupby(enumerate(outside), key=lambda pair: pair[1] - pair[0]):
            at = [number for _, number in run]
            start, end = whole.words[at[0]].start, whole.words[at[-1]].end
            if size(whole.words[at[0] : at[-1] + 1]) >= FEWEST and not said.quotes(other.citation.source, text[start:end]):
                yield at[0], at[-1] + 1


def _near(heard: Heard, first: int, last: int, sources: tuple[str, ...]) -> Iterator[Cut]:
    """The cut, if it is near the quote."""
    place, found = heard.citation.places[0], heard.words
    between = [word for word in found[last:] if word.start < place.start] or [word for word in found[:first] if word.start >= place.end]
    start, end = found[first].start, found[last - 1].end
    if len(between) <= NEAR:
        where: Where = "before" if end <= place.start else "after" if start >= place.end else "inside"
        yield Cut(heard.citation.source, sources, where, start, end)
