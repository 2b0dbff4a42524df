"""What is established, what is disputed, and what does only one report say?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from site_builder.model import Citation, Claim, Difference, Dossier, Event, Figure, Finding, Findings, Kind, Quote
from site_builder.relate.carried import Reports, count
from site_builder.relate.differences import comparable
from site_builder.text.capitals import begun

INDEPENDENT = 2  # reports that must carry a statement before it counts as established
NOT_A_CONFLICT = ("wording", "omission", "precision", "strength")  # kinds of difference in which both sources may be right
WEIGHTS = {"high": 0, "medium": 1, "low": 2}
UNWEIGHED, LAST = 1, 3  # where figures and events stand among claims; quotes stand last


def findings(dossier: Dossier, citations: Sequence[Citation], among: Reports, differences: Sequence[Difference] = ()) -> Findings:
    """The dossier's facts in three lists, counted by independent reports. A fact is in one list at most.

    What is carried by two sources that are only probably one report is not established.
    """
    contested = {("claim", claim.id) for claim in dossier.claims if in_dispute(claim)}
    contested |= {(difference.kind, difference.id) for difference in differences}
    languages = {source.id: source.language for source in dossier.sources}
    unclear = {("figure", figure.id) for figure in dossier.figures if not comparable(figure, languages)}
    lists: dict[str, list[Finding]] = {"established": [], "disputed": [], "single": []}
    found = [Finding(kind, record, label, sources, count(sources, among)) for kind, record, label, sources in _facts(dossier, citations)]
    for finding in sorted(found, key=_rank(dossier)):
        name = "disputed" if (finding.kind, finding.id) in contested else _standing(finding)
        if name and (name != "established" or (finding.kind, finding.id) not in unclear):
            lists[name].append(finding)
    return Findings(*(tuple(lists[name]) for name in ("established", "disputed", "single")))


def _standing(finding: Finding) -> str:
    """Which list a fact is in that nobody contests; quotes are in one only where a single report has them."""
    least = finding.carried.at_least
    if least == 1:
        return "single"
    return "established" if least >= INDEPENDENT and finding.kind != "quote" else ""


def _rank(dossier: Dossier) -> Callable[[Finding], tuple[int, int, int]]:
    """By weight, then by the number of reports, the most first; quotes last."""
    weights = {claim.id: WEIGHTS[claim.weight] for claim in dossier.claims}

    def rank(finding: Finding) -> tuple[int, int, int]:
        weight = weights[finding.id] if finding.kind == "claim" else LAST if finding.kind == "quote" else UNWEIGHED
        return weight, -finding.carried.at_least, -finding.carried.reports

    return rank


def in_dispute(claim: Claim) -> bool:
    """Whether one source denies what another affirms, or tells it so differently that not both can be right."""
    said = [position.says for position in claim.positions]
    if "denies" in said:
        return "affirms" in said or "differs" in said
    if claim.kind in NOT_A_CONFLICT:
        return False
    return "differs" in said and ("affirms" in said or said.count("differs") > 1)


def _facts(dossier: Dossier, citations: Sequence[Citation]) -> Iterator[tuple[Kind, str, str, tuple[str, ...]]]:
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
    return begun(figure.of)


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
