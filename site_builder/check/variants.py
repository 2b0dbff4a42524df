"""Which sources carry a quote in words that the editor has not listed?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from site_builder.check.hints import in_yaml
from site_builder.model import PASSING, Article, At, Citation, Dossier, Quote
from site_builder.problems import Problem
from site_builder.text.aligned import Span, Word, keys_of
from site_builder.text.overlap import Gram, Overlap, agreeing, grams, overlap, sightings
from site_builder.text.speeches import Speech, printed, speeches, spoken, spoken_keys

# Measured on the pairs of tests/text/wordings.py. The same utterance as two papers print it: 0.75 and more of the words agree, different
# ones of one speaker on one topic: at most 0.67. Where only an end of one agrees with the start of the other it may be a name or a slogan:
# those came to 0.67 of the shorter one, one utterance to 0.71 and more. Slogans and turns that a whole short quote
# shares with a longer one have up to 19 letters.
SAME = 0.7
OF_THE_SHORTER = 0.7
LETTERS = 24
LETTERS_WHOLE = 16  # where nearly all of both agrees


class Sought:
    """A direct quote in search of other sources."""

    def __init__(self, number: int, quote: Quote) -> None:
        self.number = number
        self.quote = quote

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return keys_of(self.quote.words)

    @cached_property
    def often(self) -> Counter[str]:
        return Counter(self.keys)


class Said:
    """An utterance of a source, read once for all quotes that are compared with it."""

    def __init__(self, article: Article, speech: Speech) -> None:
        self.article = article
        self.speech = speech

    @cached_property
    def words(self) -> list[Word]:
        return spoken(self.article, self.speech)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return spoken_keys(self.article, self.speech)

    @cached_property
    def often(self) -> Counter[str]:
        return Counter(self.keys)


class Heard(Struct, frozen=True):
    """A source's utterance that is much like a quote."""

    sought: Sought
    source: str
    span: Span  # of the words that answer the quote's, in the source's text
    words: str
    fit: Overlap


class Unlisted(NamedTuple):
    """A warning, and where in which source the words stand of which it speaks."""

    problem: Problem
    source: str
    span: Span


def unlisted(dossier: Dossier, citations: Sequence[Citation], articles: Mapping[str, Article]) -> Iterator[Unlisted]:
    """Warnings where another source of the dossier has a direct quote in much the same words and the editor doesn't list it."""
    cited: defaultdict[str, set[str]] = defaultdict(set)
    quoted: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        if citation.kind == "quote":
            cited[citation.id].add(citation.source)
            quoted[citation.source].append(citation)
    for citation in citations:
        if citation.kind == "quote" and citation.verdict not in PASSING:
            cited.pop(citation.id, None)  # what doesn't hold is told, with the source that has it
    for quote in dossier.quotes:
        if not {*_named(quote)} <= cited.get(quote.id, set()):
            cited.pop(quote.id, None)  # so is that one of its sources is not known
    told: set[frozenset[str]] = set()
    found: list[tuple[Heard, str]] = []
    for heard in _heard(dossier, cited, articles):
        known = _known_as(heard.span, quoted[heard.source])
        pair = frozenset((heard.sought.quote.id, known))
        if not known or pair not in told:
            told.add(pair)
            found.append((heard, known))
    for heard, known in found:
        kind = (heard.sought.number, _is_verbatim(heard), not known)
        alike = [one for one, other in found if (one.sought.number, _is_verbatim(one), not other) == kind]
        paste = _listed(alike, cited[heard.sought.quote.id]) if _is_verbatim(heard) else _varied(alike)
        yield Unlisted(_unlisted(dossier, heard, known, paste), heard.source, heard.span)


def _named(quote: Quote) -> Iterator[str]:
    """The sources that the quote names."""
    yield from (one if isinstance(one, str) else one.source for one in quote.sources)
    yield from (one.source for one in quote.variants)


def _heard(dossier: Dossier, cited: defaultdict[str, set[str]], articles: Mapping[str, Article]) -> Iterator[Heard]:
    """For each quote, in each source that is not cited for it, the utterance most like it."""
    wanted, sought = _wanted(dossier, cited)
    for source in dossier.sources if wanted else ():
        article = articles.get(source.id)
        seen = sightings(article.text, article.quoted, wanted) if article else {}
        near = {n: spans for n, spans in seen.items() if source.id not in cited[sought[n].quote.id]}
        if article and near:
            said = [Said(article, speech) for speech in speeches(article)]
            for n, spans in sorted(near.items()):
                yield from _likest(sought[n], source.id, [one for one in said if not set(spans).isdisjoint(one.speech)])


def _wanted(dossier: Dossier, cited: Mapping[str, set[str]]) -> tuple[dict[Gram, list[int]], dict[int, Sought]]:
    """The direct quotes by number, and by every three words in a row the quotes that have them."""
    wanted: defaultdict[Gram, list[int]] = defaultdict(list)
    sought = {}
    for n, quote in enumerate(dossier.quotes):
        if quote.kind == "direct" and quote.id in cited and len(dossier.sources) > 1:
            sought[n] = Sought(n, quote)
            for gram in set(grams(quote.words)):
                wanted[gram].append(n)
    return wanted, sought


def _likest(sought: Sought, source: str, said: Sequence[Said]) -> Iterator[Heard]:
    """The utterance that carries most of the quote, if it is near enough."""
    best: tuple[Said, Overlap] | None = None
    for one in said:
        if not _may_be_same(sought, one):
            continue
        fit = overlap(sought.keys, one.keys)
        if _is_same(fit) and (best is None or fit.letters > best[1].letters):
            best = one, fit
    if best:
        one, fit = best
        start, end = one.words[fit.first].start, one.words[fit.last - 1].end
        spans = [(max(a, start), min(b, end)) for a, b in one.speech if a < end and b > start]
        yield Heard(sought, source, (start, end), printed(one.article, spans), fit)


def _may_be_same(sought: Sought, said: Said) -> bool:
    """Whether a comparison can find enough: as many words in common, in any order. Half of the pairs fail here, in a tenth of the time."""
    shorter = min(len(sought.keys), len(said.keys))
    return shorter > 0 and agreeing(sought.often, said.often) / shorter >= OF_THE_SHORTER


def _is_same(fit: Overlap) -> bool:
    enough = fit.letters >= (LETTERS_WHOLE if fit.of_longer >= OF_THE_SHORTER else LETTERS)
    return enough and fit.share >= SAME and fit.of_shorter >= OF_THE_SHORTER


def _known_as(span: Span, citations: Sequence[Citation]) -> str:
    """The quote under which the editor lists these words of the source, if most of them are listed."""
    start, end = span
    for citation in citations:
        anchor = citation.places[0] if citation.places else None
        if anchor and 2 * (min(end, anchor.end) - max(start, anchor.start)) > end - start:
            return citation.id
    return ""


def _is_verbatim(heard: Heard) -> bool:
    """Whether the source has the quote's very words."""
    return heard.fit.share == 1 and heard.fit.last - heard.fit.first == len(heard.sought.keys)


def _listed(heard: Sequence[Heard], cited: Collection[str]) -> str:
    """The quote's list of sources, whole, with those that have its words too: a key may stand only once."""
    quote = heard[0].sought.quote
    varied = {one.source for one in quote.variants}
    before = [_written(one) for one in quote.sources] or sorted({*cited} - varied)
    return f"  sources: [{', '.join([*before, *(one.source for one in heard)])}]"


def _written(source: str | At) -> str:
    if isinstance(source, str):
        return source
    where = ((key, getattr(source, key)) for key in ("before", "after"))
    return f"{{source: {source.source}{''.join(f', {key}: {in_yaml(words)}' for key, words in where if words)}}}"


def _varied(heard: Sequence[Heard]) -> str:
    """The quote's variants, or more of them where it has some."""
    entries = [f"    - source: {one.source}\n      words: >-\n        {one.words}" for one in heard]
    return "\n".join(entries if heard[0].sought.quote.variants else ["  variants:", *entries])


def _unlisted(dossier: Dossier, heard: Heard, known: str, paste: str) -> Problem:
    quote, source = heard.sought.quote, heard.source
    same = _is_verbatim(heard)
    how = "in the same words" if same else "in other words"
    listed = f", as quote '{known}'" if known else ""
    if known:
        hint = f"if they are one utterance, make them one quote{'' if same else ' with variants'}"
    elif same:
        hint = "if it is the same utterance, put this in place of its `sources`" if quote.sources else "if it is the same utterance, add it"
    else:
        hint = f"if it is the same utterance, add it{' to its `variants`' if quote.variants else ''}"
    return Problem(
        f"content/{dossier.id}/quotes.yaml",
        "unlisted-variant",
        f"source '{source}' has this {how}{listed}, and the quote doesn't say so",
        f"{hint}; if not, silence the warning with the reason",
        (heard.sought.number, "words"),
        severity="warning",
        of=(quote.id, source, *filter(None, [known])),
        unpublished=paste,
    )
