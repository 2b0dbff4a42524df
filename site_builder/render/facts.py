"""What does a dossier's page show of its quotes, figures, claims and reactions?"""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Mapping, Sequence

from msgspec import Struct

from site_builder.model import Actor, Carried, Citation, Dossier, Figure, Quote, Reaction, Saying, Variants
from site_builder.render import charts, links
from site_builder.render.page import Link
from site_builder.render.shown import Dated, Evidence, Shelf, dated, evidence, short
from site_builder.render.variants import VariantsShown, variants_shown
from site_builder.text.capitals import begun

Cited = Mapping[tuple[str, str], tuple[Citation, ...]]
Counted = Mapping[tuple[str, str, str], Carried]
LONGEST_LABEL = 90
ISOLATED, ISOLATED_END = "\u2066", "\u2069"  # from left to right, whatever stands round it
DIGITS = 3  # of a converted number: no source is more exact for being converted
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
    carried: Carried | None  # in these or other words


class Speaker(Struct, frozen=True):
    """An actor with what they are quoted as saying."""

    id: str
    name: str
    role: str
    quotes: tuple[QuoteShown, ...]


class SayingShown(Struct, frozen=True):
    """A figure as one source prints it."""

    value: str
    converted: str  # in the unit through which the sayings are compared, where this one is in another
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
    carried: Carried | None


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
    carried: Carried | None


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
    counted: Counted,
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
        said.setdefault(quote.actor, []).append(_quote(quote, own, shown, shelf, counted, topics))
    return tuple(Speaker(actor, _name(actor, actors), _role(actor, actors), tuple(quotes)) for actor, quotes in said.items())


def _quote(
    quote: Quote,
    own: Sequence[Citation],
    variants: VariantsShown | None,
    shelf: Shelf,
    counted: Counted,
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
        carried=counted.get(("quote", quote.id, "")),
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


def figures(dossier: Dossier, cited: Cited, shelf: Shelf, disputed: Iterable[str], counted: Counted) -> tuple[FigureShown, ...]:
    """The figures with each source's own number."""
    contested = frozenset(disputed)
    return tuple(_figure(figure, cited.get(("figure", figure.id), ()), shelf, contested, counted) for figure in dossier.figures)


def _figure(figure: Figure, citations: Sequence[Citation], shelf: Shelf, contested: Container[str], counted: Counted) -> FigureShown:
    scale = charts.ranges(figure)
    unit = charts.unit_of(figure)
    at = by_place(citations)
    rows = tuple(
        SayingShown(
            value(saying, figure.unit),
            converted(saying, unit),
            saying.words,
            _evidence(at.get(n), shelf),
            scale.marks[n] if scale else None,
        )
        for n, saying in enumerate(figure.says)
    )
    carried = counted.get(("figure", figure.id, ""))
    return FigureShown(figure.id, begun(figure.of), figure.unit, figure.note, rows, scale, figure.id in contested, carried)


def by_place(citations: Iterable[Citation]) -> dict[str | int, Citation]:
    """A record's citations by the number of the saying, the position or the citation in it."""
    return {citation.trail[2]: citation for citation in citations if len(citation.trail) > 2}


def value(saying: Saying, unit: str) -> str:
    """The number as the editor reads it: "275 million US dollars", "4–336 hours", "at least 20,000"."""
    low, high = charts.ends(saying)
    return _amount(low, high, saying.unit or unit)


def converted(saying: Saying, unit: str) -> str:
    """The number in the unit in which all are drawn: "≈ 966 km"; nothing where it is in that unit, or can't be."""
    factor = charts.factor(saying.unit or unit, unit)
    if not saying.unit or factor in (None, 1.0):
        return ""
    low, high = (end and end * (factor or 0) for end in charts.ends(saying))
    about = "" if _same(low) and _same(high) else "≈ "
    return about + _amount(_rounded(low), _rounded(high), unit)


def _same(number: float | None) -> bool:
    return number is None or math.isclose(number, _rounded(number) or 0, rel_tol=charts.ROUNDING)


def _rounded(number: float | None) -> float | None:
    """To a few digits, but a number that is whole stays whole: 336 hours are 336, not 340."""
    if number is None or math.isclose(number, round(number), rel_tol=charts.ROUNDING):
        return number if number is None else float(round(number))
    return float(f"{number:.{DIGITS}g}")


def _amount(low: float | None, high: float | None, unit: str) -> str:
    if low is None and high is None:
        return ""
    if low == high:
        said = _number(low or 0)
    elif low is None:
        said = f"at most {_number(high or 0)}"
    elif high is None:
        said = f"at least {_number(low)}"
    else:
        said = f"{_number(low)}–{_number(high)}"
    return f"{said} {unit}".rstrip()


def _number(value: float) -> str:
    """The number; a minus stays before it where the unit is written from right to left."""
    return f"{ISOLATED}{charts.number(value)}{ISOLATED_END}" if value < 0 else charts.number(value)


def _evidence(citation: Citation | None, shelf: Shelf) -> Evidence | None:
    return evidence(citation, shelf, "../") if citation else None


def reactions(dossier: Dossier, actors: Mapping[str, Actor], cited: Cited, shelf: Shelf, counted: Counted) -> tuple[Reactions, ...]:
    """The reactions under what they react to, in the order of the file; those to nothing named come last."""
    topics = topics_of(dossier)
    to: dict[str, list[ReactionShown]] = {}
    for reaction in dossier.reactions:
        citations, by = cited.get(("reaction", reaction.id), ()), counted.get(("reaction", reaction.id, ""))
        to.setdefault(reaction.to or "", []).append(_reaction(reaction, actors, citations, shelf, by))
    order = sorted(to, key=lambda topic: topic == "")
    return tuple(
        Reactions(topics[topic].text if topic in topics else "", topics[topic].href if topic in topics else "", tuple(to[topic]))
        for topic in order
    )


def _reaction(
    reaction: Reaction, actors: Mapping[str, Actor], citations: Sequence[Citation], shelf: Shelf, carried: Carried | None
) -> ReactionShown:
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
        carried=carried,
    )
