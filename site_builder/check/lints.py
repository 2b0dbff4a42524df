"""What should an editor look at, though nothing is wrong for certain? Reading the tables is reading what is looked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from site_builder.check.addresses import address_dates, bad_addresses, broken_addresses
from site_builder.check.loose_ends import unnamed_targets, unused_sources
from site_builder.check.marking import turned_marks, unpaired_marks
from site_builder.check.near_names import Names, near_names
from site_builder.check.quotations import unused_quotations
from site_builder.check.reading import Range, Reading
from site_builder.check.slips import absent_sic, slips
from site_builder.check.strength import one_family
from site_builder.model import Article, Dossier
from site_builder.problems import Problem

OF_A_SOURCE: tuple[Callable[[Reading], Iterator[Problem]], ...] = (
    absent_sic,
    bad_addresses,
    address_dates,
    broken_addresses,
    unpaired_marks,
    turned_marks,
    slips,
)

OF_SEEDS = frozenset(  # warnings that stand in seeds/
    {"address-date", "broken-address", "near-name", "slip", "turned-mark", "unpaired-mark", "unused-quotation"}
)


def readings(
    dossier: Dossier, articles: Mapping[str, Article], cited: Mapping[str, Sequence[Range]], owned: Collection[str]
) -> tuple[Reading, ...]:
    """What the lints read of one dossier: the sources that no earlier dossier has (`owned`), with what the whole site cites of each."""
    return tuple(
        Reading(f"content/{dossier.id}/sources.yaml", n, source, articles[source.id], cited.get(source.id, ()))
        for n, source in enumerate(dossier.sources)
        if source.id in articles and source.id in owned
    )


def lints(dossier: Dossier, read: Sequence[Reading], names: Names, family_of: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Warnings on one dossier and its sources' texts."""
    for reading in read:
        for lint in OF_A_SOURCE:
            yield from lint(reading)
        yield from near_names(reading, names, read)
    yield from unnamed_targets(dossier)
    yield from one_family(dossier, family_of)


def loose_ends(read: Iterable[Reading], named: Collection[str], told: Mapping[str, Sequence[Range]]) -> Iterator[Problem]:
    """Warnings on what is entered in a dossier and used nowhere. They hold only where every file could be read whole.

    `named`: sources of which something is said, on the whole site; `told`: by source, the quotations of which another warning speaks.
    """
    for reading in read:
        if reading.cited:
            yield from unused_quotations(reading, told.get(reading.source.id, ()))
        yield from unused_sources((reading,), named)
