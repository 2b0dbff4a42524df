"""Who carries what, and what does one report alone carry?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_builder.model import Alone, Citation, Coverage, Covered, Dossier, How, Kind, Spot
from site_builder.relate.findings import labels

ORDER: tuple[Kind, ...] = ("claim", "figure", "event", "quote", "reaction")


def coverage(dossier: Dossier, citations: Sequence[Citation], perhaps: Sequence[frozenset[str]], sources: Sequence[str]) -> Coverage:
    """Every fact by the sources that carry it, made from all citations. `perhaps`: the families as they are if what is probable is so."""
    facts = tuple(_facts(dossier, citations))
    return Coverage(facts, tuple(_alone(facts, perhaps, sources)))


def _facts(dossier: Dossier, citations: Iterable[Citation]) -> Iterator[Covered]:
    says = {(claim.id, n): position.says for claim in dossier.claims for n, position in enumerate(claim.positions)}
    spots: dict[tuple[str, str], dict[tuple[str, How], Spot]] = {}
    for citation in citations:
        if citation.places and citation.kind in ORDER:
            how = _how(citation, says)
            spot = Spot(citation.source, how, citation.places[0].paragraph)
            spots.setdefault((citation.kind, citation.id), {}).setdefault((spot.source, how), spot)
    named = labels(dossier)
    for kind in ORDER:
        for (of, record), label in named.items():
            if of == kind and (kind, record) in spots:
                yield Covered(kind, record, label, tuple(_plainest(spots[kind, record].values())))


def _how(citation: Citation, says: Mapping[tuple[str, int], How]) -> How:
    """What the source does with the record, told by where in the record its citation stands."""
    number = citation.trail[2] if len(citation.trail) > 2 else None
    if citation.kind == "claim" and isinstance(number, int):
        return says.get((citation.id, number), "carries")
    return "rewords" if "variants" in citation.trail else "carries"


def _plainest(spots: Iterable[Spot]) -> Iterator[Spot]:
    """The spots without other wordings in a source that has the words themselves."""
    found = list(spots)
    plain = {spot.source for spot in found if spot.how == "carries"}
    return (spot for spot in found if spot.how != "rewords" or spot.source not in plain)


def _alone(facts: Iterable[Covered], perhaps: Sequence[frozenset[str]], sources: Sequence[str]) -> Iterator[Alone]:
    """What each report has for itself. Where all sources are one report there is no other to lack it."""
    report = {source: number for number, family in enumerate(perhaps) for source in family}
    own: dict[int, list[Covered]] = {}
    for fact in facts:
        carriers = {report[spot.source] for spot in fact.spots}
        if len(carriers) == 1:
            own.setdefault(carriers.pop(), []).append(fact)
    for number, family in enumerate(perhaps if len(perhaps) > 1 else ()):
        if number in own:
            yield Alone(tuple(source for source in sources if source in family), tuple(own[number]))
