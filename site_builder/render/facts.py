"""What does a dossier's page show of its quotes, figures, claims and reactions?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from site_builder.model import Actor, Citation, Claim, Dossier, Figure, Position, Quote, Reaction, Saying, Variants
from site_builder.render import charts, links
from site_builder.render.page import Link
from site_builder.render.shown import Dated, Evidence, Shelf, dated, evidence, short
from site_builder.render.variants import VariantsShown, variants_shown

Cited = Mapping[tuple[str, str], tuple[Citation, ...]]
WEIGHTS = ("high", "medium", "low")
WIDEST_TABLE = 6  # sources side by side; more are listed one below the other
LONGEST_LABEL = 90
STANCES = {
    "supportive": "supports it",
    "critical": "criticises it",
    "neutral": "neither supports nor criticises it",
    "mixed": "supports and criticises it",
}


class QuoteShown(Struct, frozen=True):
    """A quote as its dossier shows it."""

    id: str
    words: str
    direct: bool
    role: str
    said: Dated | None
    place: str
    about: Link | None
    evidence: tuple[Evidence, ...]
    variants: VariantsShown | None
    translation: str
    translation_language: str
    translation_direction: str
    translator: str
    note: str
    language: str
    direction: str
    carriers: int  # sources that carry it, in these or other words
    reports: int  # independent originators among them


class Speaker(Struct, frozen=True):
    """An actor with what they are quoted as saying."""

    id: str
    name: str
    role: str
    quotes: tuple[QuoteShown, ...]


class SayingShown(Struct, frozen=True):
    """A figure as one source prints it."""

    value: str
    words: str
    evidence: Evidence | None
    mark: charts.Mark | None


class FigureShown(Struct, frozen=True):
    """A figure with what each source says, and the line on which they are drawn where they differ."""

    id: str
    of: str
    unit: str
    note: str
    sayings: tuple[SayingShown, ...]
    scale: charts.Range | None
    disputed: bool


class Cell(Struct, frozen=True):
    """What one source says of a claim; `says` is "silent" where it says nothing."""

    source: str
    name: str
    says: str
    differs_how: str
    words: str
    evidence: Evidence | None


class ClaimShown(Struct, frozen=True):
    """A claim with what each source says of it."""

    id: str
    claim: str
    kind: str
    weight: str
    note: str
    disputed: bool
    cells: tuple[Cell, ...]
    by_column: tuple[tuple[Cell, ...], ...]
    silent: tuple[str, ...]


class ClaimTable(Struct, frozen=True):
    """Claims by sources: side by side while they are few."""

    sources: tuple[Link, ...]
    claims: tuple[ClaimShown, ...]
    wide: bool


class ReactionShown(Struct, frozen=True):
    """A reaction under what it reacts to."""

    id: str
    actor: str
    name: str
    role: str
    stance: str
    stance_words: str
    summary: str
    date: Dated | None
    note: str
    evidence: tuple[Evidence, ...]


class Reactions(Struct, frozen=True):
    """Reactions to one event or claim."""

    to: str
    href: str
    reactions: tuple[ReactionShown, ...]


def speakers(
    dossier: Dossier,
    actors: Mapping[str, Actor],
    cited: Cited,
    shelf: Shelf,
    families: Sequence[frozenset[str]],
    variants: Iterable[Variants] = (),
) -> tuple[Speaker, ...]:
    """The quotes by speaker, in the order in which speakers first appear."""
    topics = topics_of(dossier)
    wordings = {one.quote: one for one in variants}
    said: dict[str, list[QuoteShown]] = {}
    for quote in dossier.quotes:
        one = wordings.get(quote.id)
        shown = variants_shown(one, cited, shelf) if one else None
        own = one.base.citations if one else cited.get(("quote", quote.id), ())
        said.setdefault(quote.actor, []).append(_quote(quote, cited.get(("quote", quote.id), ()), own, shown, shelf, families, topics))
    return tuple(Speaker(actor, _name(actor, actors), _role(actor, actors), tuple(quotes)) for actor, quotes in said.items())


def _quote(
    quote: Quote,
    citations: Sequence[Citation],
    own: Sequence[Citation],
    variants: VariantsShown | None,
    shelf: Shelf,
    families: Sequence[frozenset[str]],
    topics: Mapping[str, Link],
) -> QuoteShown:
    """`own`: the citations of the words themselves."""
    first = shelf.sources[own[0].source].language if own else ""
    translation = quote.translation
    return QuoteShown(
        id=quote.id,
        words=quote.words,
        direct=quote.kind == "direct",
        role=quote.role,
        said=dated(quote.said),
        place=quote.place,
        about=topics.get(quote.about or ""),
        evidence=tuple(evidence(citation, shelf, "../") for citation in own),
        variants=variants,
        translation=translation.words if translation else "",
        translation_language=links.language(translation.language) if translation else "",
        translation_direction=links.direction(translation.language) if translation else "auto",
        translator=translation.by if translation else "",
        note=quote.note,
        language=links.language(first),
        direction=links.direction(first),
        carriers=len({citation.source for citation in citations}),
        reports=sum(any(citation.source in family for citation in citations) for family in families),
    )


def topics_of(dossier: Dossier) -> dict[str, Link]:
    """What a quote may be about or a reaction react to: events, claims and figures by id, claims before events before figures."""
    named = {figure.id: Link(figure.of, f"#figure-{figure.id}") for figure in dossier.figures}
    named |= {event.id: Link(short(event.what, LONGEST_LABEL), f"#event-{event.id}") for event in dossier.events}
    named |= {claim.id: Link(short(claim.claim, LONGEST_LABEL), f"#claim-{claim.id}") for claim in dossier.claims}
    return named


def _name(actor: str, actors: Mapping[str, Actor]) -> str:
    return actors[actor].name if actor in actors else actor


def _role(actor: str, actors: Mapping[str, Actor]) -> str:
    return actors[actor].role if actor in actors else ""


def figures(dossier: Dossier, cited: Cited, shelf: Shelf, disputed: Iterable[str]) -> tuple[FigureShown, ...]:
    """The figures with each source's own number."""
    contested = frozenset(disputed)
    return tuple(_figure(figure, cited.get(("figure", figure.id), ()), shelf, figure.id in contested) for figure in dossier.figures)


def _figure(figure: Figure, citations: Sequence[Citation], shelf: Shelf, disputed: bool) -> FigureShown:  # noqa: FBT001 a record's field
    scale = charts.ranges(figure)
    at = {citation.trail[2]: citation for citation in citations if len(citation.trail) > 2}
    rows = tuple(
        SayingShown(_value(saying, figure.unit), saying.words, _evidence(at.get(n), shelf), scale.marks[n] if scale else None)
        for n, saying in enumerate(figure.says)
    )
    return FigureShown(figure.id, figure.of[:1].upper() + figure.of[1:], figure.unit, figure.note, rows, scale, disputed)


def _value(saying: Saying, unit: str) -> str:
    """The number as the editor reads it: "275 million US dollars", "4–336 hours", "at least 20,000"."""
    if saying.value is not None:
        said = charts.number(saying.value)
    elif saying.low is not None and saying.high is not None:
        said = f"{charts.number(saying.low)}–{charts.number(saying.high)}"
    elif saying.low is not None:
        said = f"at least {charts.number(saying.low)}"
    elif saying.high is not None:
        said = f"at most {charts.number(saying.high)}"
    else:
        return ""
    return f"{said} {saying.unit or unit}".rstrip()


def _evidence(citation: Citation | None, shelf: Shelf) -> Evidence | None:
    return evidence(citation, shelf, "../") if citation else None


def claims(dossier: Dossier, cited: Cited, shelf: Shelf, sources: Sequence[str], disputed: Iterable[str]) -> ClaimTable:
    """The claims with what each source says of them. What is disputed comes first, then what weighs most."""
    contested = frozenset(disputed)
    speak = {position.source for claim in dossier.claims for position in claim.positions}
    columns = sources if len(sources) <= WIDEST_TABLE else [source for source in sources if source in speak]
    wide = len(columns) <= WIDEST_TABLE
    ordered = sorted(dossier.claims, key=lambda claim: (claim.id not in contested, WEIGHTS.index(claim.weight)))
    rows = tuple(_claim(claim, cited.get(("claim", claim.id), ()), shelf, columns, claim.id in contested) for claim in ordered)
    return ClaimTable(tuple(Link(shelf.names[source], f"../sources/{source}.html") for source in columns), rows, wide)


def _claim(claim: Claim, citations: Sequence[Citation], shelf: Shelf, sources: Sequence[str], disputed: bool) -> ClaimShown:  # noqa: FBT001 a record's field
    at = {citation.trail[2]: citation for citation in citations if len(citation.trail) > 2}
    taken: dict[str, list[Cell]] = {source: [] for source in sources}
    for n, position in enumerate(claim.positions):
        taken.setdefault(position.source, []).append(_cell(position, at.get(n), shelf))
    silent = tuple(shelf.names[source] for source, cells in taken.items() if not cells)
    columns = tuple(tuple(found) or (Cell(source, shelf.names[source], "silent", "", "", None),) for source, found in taken.items())
    cells = tuple(cell for found in columns for cell in found)
    return ClaimShown(claim.id, claim.claim, claim.kind or "", claim.weight, claim.note, disputed, cells, columns, silent)


def _cell(position: Position, citation: Citation | None, shelf: Shelf) -> Cell:
    return Cell(position.source, shelf.names[position.source], position.says, position.wording, position.words, _evidence(citation, shelf))


def reactions(dossier: Dossier, actors: Mapping[str, Actor], cited: Cited, shelf: Shelf) -> tuple[Reactions, ...]:
    """The reactions under what they react to, in the order of the file; those to nothing named come last."""
    topics = topics_of(dossier)
    to: dict[str, list[ReactionShown]] = {}
    for reaction in dossier.reactions:
        to.setdefault(reaction.to or "", []).append(_reaction(reaction, actors, cited.get(("reaction", reaction.id), ()), shelf))
    order = sorted(to, key=lambda topic: topic == "")
    return tuple(
        Reactions(topics[topic].text if topic in topics else "", topics[topic].href if topic in topics else "", tuple(to[topic]))
        for topic in order
    )


def _reaction(reaction: Reaction, actors: Mapping[str, Actor], citations: Sequence[Citation], shelf: Shelf) -> ReactionShown:
    return ReactionShown(
        id=reaction.id,
        actor=reaction.actor,
        name=_name(reaction.actor, actors),
        role=_role(reaction.actor, actors),
        stance=reaction.stance,
        stance_words=STANCES[reaction.stance],
        summary=reaction.summary,
        date=dated(reaction.date),
        note=reaction.note,
        evidence=tuple(evidence(citation, shelf, "../") for citation in citations),
    )
