"""By how many outlets, and by how many independent reports, is something carried?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from site_builder.model import Carried, Citation, Dossier, Source

Carriers = Mapping[tuple[str, str, str], Carried]


class Reports(Struct, frozen=True):
    """What is needed to count: the outlet of each source, its report, and its report if what is probable is so."""

    outlet: Mapping[str, str]
    report: Mapping[str, int]
    perhaps: Mapping[str, int]
    counted: dict[frozenset[str], Carried] = {}  # many facts are carried by the same sources


def reports(sources: Iterable[Source], families: Sequence[frozenset[str]], perhaps: Sequence[frozenset[str]] = ()) -> Reports:
    """The sources ready to be counted by outlets and by families."""
    outlet = {source.id: source.outlet for source in sources if source.outlet}
    return Reports(outlet, _numbered(families), _numbered(perhaps or families))


def _numbered(families: Sequence[frozenset[str]]) -> dict[str, int]:
    return {source: number for number, family in enumerate(families) for source in family}


def count(carriers: Iterable[str], among: Reports) -> Carried:
    """How many the carriers are. A source that no family knows counts as a report of its own."""
    ids = frozenset(carriers)
    if ids not in among.counted:
        among.counted[ids] = _count(ids, among)
    return among.counted[ids]


def _count(ids: frozenset[str], among: Reports) -> Carried:
    named = all(source in among.outlet for source in ids)
    outlets = len({among.outlet[source] for source in ids}) if named else 0
    certain = {among.report.get(source, source) for source in ids}
    return Carried(len(ids), outlets, len(certain), len({among.perhaps.get(source, source) for source in ids}))


def carried(dossier: Dossier, citations: Iterable[Citation], among: Reports) -> Carriers:
    """The count for every record; for claims, of those who affirm, who deny and who tell it differently."""
    of: dict[tuple[str, str, str], list[str]] = {}
    for citation in citations:
        if citation.kind not in ("claim", "story"):
            of.setdefault((citation.kind, citation.id, ""), []).append(citation.source)
    for claim in dossier.claims:
        for position in claim.positions:
            of.setdefault(("claim", claim.id, position.says), []).append(position.source)
    return {record: count(sources, among) for record, sources in of.items()}
