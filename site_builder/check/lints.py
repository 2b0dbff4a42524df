"""What should an editor look at, though nothing is wrong for certain? Reading the tables is reading what is looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from site_builder.check.addresses import address_dates, broken_addresses
from site_builder.check.loose_ends import unnamed_targets, unused_actors, unused_outlets, unused_sources
from site_builder.check.marking import turned_marks, unpaired_marks
from site_builder.check.near_names import Names, near_names
from site_builder.check.quotations import unused_quotations
from site_builder.check.reading import Range, Reading
from site_builder.check.slips import absent_sic, slips
from site_builder.check.strength import one_family
from site_builder.model import Actor, Article, Citation, Dossier, FreePage, Outlet
from site_builder.problems import Problem

OF_A_SOURCE: tuple[Callable[[Reading], Iterator[Problem]], ...] = (
    absent_sic,
    address_dates,
    broken_addresses,
    unpaired_marks,
    turned_marks,
    slips,
)


def readings(dossiers: Iterable[Dossier], citations: Iterable[Citation], articles: Mapping[str, Article]) -> dict[str, tuple[Reading, ...]]:
    """What the lints read, by dossier: each source once, in the first dossier that has it, with what the whole site cites of it."""
    cited: dict[str, list[Range]] = {}
    for citation in citations:
        cited.setdefault(citation.source, []).extend(part for place in citation.places for part in place.parts)
    seen: set[str] = set()
    out: dict[str, tuple[Reading, ...]] = {}
    for dossier in dossiers:
        own = []
        for n, source in enumerate(dossier.sources):
            if source.id in articles and source.id not in seen:
                seen.add(source.id)
                own.append(Reading(f"content/{dossier.id}/sources.yaml", n, source, articles[source.id], cited.get(source.id, ())))
        out[dossier.id] = tuple(own)
    return out


def lints(dossier: Dossier, read: Sequence[Reading], names: Names, family_of: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Warnings on one dossier and its sources' texts."""
    for reading in read:
        for lint in OF_A_SOURCE:
            yield from lint(reading)
        yield from near_names(reading, names, read)
    yield from unnamed_targets(dossier)
    yield from one_family(dossier, family_of)


def loose_ends(
    dossiers: Sequence[Dossier],
    read: Mapping[str, Sequence[Reading]],
    actors: Sequence[Actor],
    outlets: Sequence[Outlet],
    pages: Sequence[FreePage],
    told: Mapping[str, Sequence[Range]],
) -> Iterator[Problem]:
    """Warnings on what is entered and used nowhere. They hold only where every file could be read whole.

    `told`: by source, the quotations of which another warning speaks.
    """
    every = [reading for own in read.values() for reading in own]
    for reading in every:
        if reading.cited:
            yield from unused_quotations(reading, told.get(reading.source.id, ()))
    yield from unused_sources(every, dossiers, pages)
    yield from unused_actors(actors, dossiers, every)
    yield from unused_outlets(outlets, [source for dossier in dossiers for source in dossier.sources])
