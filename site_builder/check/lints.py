"""What should an editor look at, though nothing is wrong for certain?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from site_builder.model import Actor, Article, Citation, Dossier, Silence
from site_builder.problems import Problem


def lints(
    dossiers: Sequence[Dossier],
    citations: Mapping[str, Sequence[Citation]],
    articles: Mapping[str, Article],
    actors: Sequence[Actor],
    families: Collection[frozenset[str]],
) -> Iterator[Problem]:
    """Warnings about one site's content, each with what it is about."""
    yield from ()


class Silenced(NamedTuple):
    """What is left to say, and what the editor has answered, with the answer."""

    problems: tuple[Problem, ...]
    answered: tuple[tuple[Problem, str], ...]


def silenced(problems: Iterable[Problem], silences: Mapping[str, Sequence[Silence]]) -> Silenced:
    """The problems without the warnings that the editor has silenced. `silences` by the file they stand in."""
    return Silenced(tuple(problems), ())
