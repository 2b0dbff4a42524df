"""Every citation that a dossier's records ask for, in the order of its files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from site_builder.model import At, Cite, Dossier, Figure, Kind, Quote, Saying
from site_builder.problems import Trail

FILES = {"quote": "quotes.yaml", "figure": "figures.yaml", "reaction": "reactions.yaml", "event": "events.yaml", "claim": "claims.yaml"}


class Selector(Struct, frozen=True):
    """Words that should stand in a source. `source` empty: in whichever sources of the dossier have them."""

    kind: Kind
    id: str
    source: str
    words: str
    trail: Trail  # of what holds the words: (3,), (3, "variants", 0), (3, "cites", 0)
    before: str = ""
    after: str = ""
    direct: bool = False
    saying: Saying | None = None  # the number that the words must carry
    unit: str = ""
    source_trail: Trail = ()  # of the source's id

    @property
    def about(self) -> tuple[str, str, str]:
        """What a problem with it is about."""
        return self.id, self.source, self.words

    def at(self, line: int) -> Trail:
        """Where the words stand in the record; nothing where a line of a text is known instead."""
        return () if line else (*self.trail, "words")


def selectors(dossier: Dossier) -> Iterator[Selector]:
    """What every record but the story cites."""
    for n, quote in enumerate(dossier.quotes):
        yield from _of_quote(quote, n)
    for n, figure in enumerate(dossier.figures):
        yield from _of_figure(figure, n)
    for n, reaction in enumerate(dossier.reactions):
        yield from _of_cites("reaction", reaction.id, reaction.cites, n)
    for n, event in enumerate(dossier.events):
        yield from _of_cites("event", event.id, event.cites, n)
    for n, claim in enumerate(dossier.claims):
        for k, position in enumerate(claim.positions):
            at: Trail = (n, "positions", k)
            yield Selector(
                "claim", claim.id, position.source, position.words, at, position.before, position.after, source_trail=(*at, "source")
            )


def _of_cites(kind: Kind, id: str, cites: Sequence[Cite], n: int) -> Iterator[Selector]:  # noqa: A002
    for k, cite in enumerate(cites):
        trail: Trail = (n, "cites", k)
        yield Selector(kind, id, cite.source, cite.words, trail, cite.before, cite.after, source_trail=(*trail, "source"))


def _of_quote(quote: Quote, n: int) -> Iterator[Selector]:
    direct = quote.kind == "direct"
    if not quote.sources:
        yield Selector("quote", quote.id, "", quote.words, (n,), quote.before, quote.after, direct)
    for k, where in enumerate(quote.sources):
        at = where if isinstance(where, At) else At(where)
        trail: Trail = (n, "sources", k, "source") if isinstance(where, At) else (n, "sources", k)
        before, after = at.before or quote.before, at.after or quote.after
        yield Selector("quote", quote.id, at.source, quote.words, (n,), before, after, direct, source_trail=trail)
    for k, variant in enumerate(quote.variants):
        at_variant: Trail = (n, "variants", k)
        yield Selector(
            "quote",
            quote.id,
            variant.source,
            variant.words,
            at_variant,
            variant.before,
            variant.after,
            direct,
            source_trail=(*at_variant, "source"),
        )


def _of_figure(figure: Figure, n: int) -> Iterator[Selector]:
    for k, saying in enumerate(figure.says):
        trail: Trail = (n, "says", k)
        yield Selector(
            "figure", figure.id, saying.source, saying.words, trail, saying.before, saying.after,
            saying=saying, unit=saying.unit or figure.unit, source_trail=(*trail, "source"),
        )  # fmt: skip
