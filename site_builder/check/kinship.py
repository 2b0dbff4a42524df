"""Where does the editor's word on families contradict what the texts show?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from site_builder.model import Dossier, Kinship
from site_builder.problems import Problem


def contradictions(dossiers: Sequence[Dossier], kinships: Iterable[Kinship]) -> Iterator[Problem]:
    """Warnings where `derived_from` and `independent_of` contradict each other, the dates, or the texts."""
    yield from ()
