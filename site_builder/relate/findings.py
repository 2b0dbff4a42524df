"""What is established, what is disputed, and what does only one originator say?"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from site_builder.model import Citation, Claim, Dossier, Event, Figure, Finding, Findings, Kind, Quote, Saying
from site_builder.text.numbers import in_base_unit

INDEPENDENT = 2  # originators that must carry a statement before it counts as established
ROUNDING = 1e-9  # relative; what converting between units may add
NOT_A_CONFLICT = ("wording", "omission", "precision", "strength")  # kinds of difference in which both sources may be right

Carried = tuple[Kind, str, str, tuple[str, ...]]


def findings(
    dossier: Dossier, citations: Sequence[Citation], families: Sequence[frozenset[str]], perhaps: Sequence[frozenset[str]] = ()
) -> Findings:
    """The dossier's facts in three lists, counted by independent originators. A fact is in one list at most."""
    originator = {source: number for number, family in enumerate(families) for source in family}
    at_least = {source: number for number, family in enumerate(perhaps or families) for source in family}
    disputed: list[Finding] = []
    established: list[Finding] = []
    single: list[Finding] = []
    contested = {("claim", claim.id) for claim in dossier.claims if in_dispute(claim)}
    contested |= {("figure", figure.id) for figure in dossier.figures if differs(figure)}
    for kind, record, label, sources in sorted(_facts(dossier, citations), key=_rank(dossier)):
        count = len({originator.get(source, source) for source in sources})
        finding = Finding(kind, record, label, count, sources, len({at_least.get(source, source) for source in sources}))
        if (kind, record) in contested:
            disputed.append(finding)
        elif count == 1:
            single.append(finding)
        elif count >= INDEPENDENT and kind != "quote":
            established.append(finding)
    return Findings(tuple(established), tuple(disputed), tuple(single))


def _rank(dossier: Dossier) -> Callable[[Carried], int]:
    """Claims of high weight first, quotes last."""
    weights = {claim.id: claim.weight for claim in dossier.claims}
    order = {"high": 0, "medium": 1, "low": 2}
    return lambda fact: order[weights[fact[1]]] if fact[0] == "claim" else 3 if fact[0] == "quote" else 1


def in_dispute(claim: Claim) -> bool:
    """Whether one source denies what another affirms, or tells it so differently that not both can be right."""
    said = [position.says for position in claim.positions]
    if "denies" in said:
        return "affirms" in said or "differs" in said
    if claim.kind in NOT_A_CONFLICT:
        return False
    return "differs" in said and ("affirms" in said or said.count("differs") > 1)


def differs(figure: Figure) -> bool:
    """Whether two sources give numbers that cannot both hold. A range and a value inside it can."""
    ranges = [(saying.source, *interval) for saying in figure.says if (interval := _interval(saying, figure.unit))]
    return any(
        one[0] != other[0] and one[1] == other[1] and (_below(one[3], other[2]) or _below(other[3], one[2]))
        for one, other in combinations(ranges, 2)
    )


def _interval(saying: Saying, unit: str) -> tuple[str, float, float] | None:
    """The base unit and the lowest and highest value that the saying allows."""
    low = saying.value if saying.value is not None else saying.low
    high = saying.value if saying.value is not None else saying.high
    if low is None and high is None:
        return None
    unit = saying.unit or unit
    base = in_base_unit(1.0, unit)[1]
    least = -math.inf if low is None else in_base_unit(low, unit)[0]
    most = math.inf if high is None else in_base_unit(high, unit)[0]
    return base, least, most


def _below(high: float, low: float) -> bool:
    return high < low and not math.isclose(high, low, rel_tol=ROUNDING)


def _facts(dossier: Dossier, citations: Sequence[Citation]) -> Iterator[Carried]:
    """Every statement with the sources that carry it."""
    carriers: dict[tuple[Kind, str], list[str]] = {}
    for citation in citations:
        carriers.setdefault((citation.kind, citation.id), []).append(citation.source)
    for claim in dossier.claims:
        yield "claim", claim.id, claim.claim, _affirming(claim)
    for figure in dossier.figures:
        yield "figure", figure.id, figure_label(figure), _once(carriers.get(("figure", figure.id), []))
    for event in dossier.events:
        yield "event", event.id, event_label(event), _once(carriers.get(("event", event.id), []))
    for quote in dossier.quotes:
        yield "quote", quote.id, quote_label(quote), _once(carriers.get(("quote", quote.id), []))


def _affirming(claim: Claim) -> tuple[str, ...]:
    """The sources that carry the claim; in a dispute, all that speak of it."""
    if in_dispute(claim):
        return _once(position.source for position in claim.positions)
    return _once(position.source for position in claim.positions if position.says == "affirms")


def _once(sources: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sources))


def figure_label(figure: Figure) -> str:
    """What is counted: "Value of the aid package"."""
    return figure.of[:1].upper() + figure.of[1:]


def event_label(event: Event) -> str:
    """What happened."""
    return event.what


def quote_label(quote: Quote) -> str:
    """The words, between quotation marks where they are the speaker's own."""
    return f"“{quote.words}”" if quote.kind == "direct" else quote.words


def labels(dossier: Dossier) -> Mapping[tuple[str, str], str]:
    """One sentence for each record: what rests on the passages it cites."""
    named: dict[tuple[str, str], str] = {("quote", quote.id): quote_label(quote) for quote in dossier.quotes}
    named |= {("figure", figure.id): figure_label(figure) for figure in dossier.figures}
    named |= {("reaction", reaction.id): reaction.summary for reaction in dossier.reactions}
    named |= {("event", event.id): event_label(event) for event in dossier.events}
    named |= {("claim", claim.id): claim.claim for claim in dossier.claims}
    return named
