"""Which facts look stronger than they are, since all sources that carry them are one report?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from site_builder.model import Dossier
from site_builder.problems import Problem


class Fact(NamedTuple):
    """A record and the sources that carry it."""

    kind: str
    row: int
    id: str
    sources: tuple[str, ...]


MOST = 3  # facts named of one family in one dossier


def one_family(dossier: Dossier, family_of: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Warnings on events, figures and claims that several sources carry and only one report."""
    of: dict[frozenset[str], list[Fact]] = {}
    for fact in _facts(dossier):
        family = family_of.get(fact.sources[0]) if len(fact.sources) > 1 else None
        if family and family.issuperset(fact.sources):
            of.setdefault(family, []).append(fact)
    for family, facts in of.items():
        for n, fact in enumerate(facts[:MOST]):
            left = len(facts) - MOST if n == MOST - 1 else 0
            more = f" (and {left} more {'fact' if left == 1 else 'facts'} of this dossier)" if left > 0 else ""
            message = f"{len(fact.sources)} sources carry this, but they are one report: {', '.join(fact.sources)}{more}"
            hint = "look for an independent source; the pages count it once"
            of_what = (fact.id, *sorted(family))
            yield Problem(
                f"content/{dossier.id}/{fact.kind}s.yaml", "one-family", message, hint, (fact.row, "id"), severity="warning", of=of_what
            )


def _facts(dossier: Dossier) -> Iterator[Fact]:
    """What the sources carry; of a claim those that affirm it."""
    for n, event in enumerate(dossier.events):
        yield Fact("event", n, event.id, _once(cite.source for cite in event.cites))
    for n, figure in enumerate(dossier.figures):
        yield Fact("figure", n, figure.id, _once(saying.source for saying in figure.says))
    for n, claim in enumerate(dossier.claims):
        yield Fact("claim", n, claim.id, _once(position.source for position in claim.positions if position.says == "affirms"))


def _once(sources: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sources))
