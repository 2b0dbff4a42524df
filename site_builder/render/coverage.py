"""What does a dossier's page show of who carries what, and of who is never asked?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from site_builder.model import Actor, Covered, How, Missing, Related, Unheard
from site_builder.render import links
from site_builder.render.page import Link
from site_builder.render.shown import Shelf, short

WIDEST_MATRIX = 6  # columns of 24 px, the least for a finger, that leave a third of 320 px for the fact; for more, facts list their sources
SHORT_FACT = 60
PLACES_SHOWN = 4  # paragraphs of one source, linked beside an actor's name
SOURCES_SHOWN = 6  # sources of one actor; the page's twin has them all
SHORT_LIST = 12  # actors: half a screen
SIGNS: Mapping[How, tuple[str, str]] = {
    "carries": ("●", "has it"),
    "rewords": ("○", "has it in other words"),
    "affirms": ("+", "affirms"),
    "denies": ("−", "denies"),
    "differs": ("≠", "differs"),
}
PLURALS = {"claim": "Claims", "figure": "Figures", "event": "Events", "quote": "Quotes", "reaction": "Reactions"}
ALONE_IN_KIND = {
    "person": "No person is quoted",
    "organisation": "No organisation is quoted",
    "government": "No government is quoted",
    "group": "No group is quoted",
    "anonymous": "No unnamed source is quoted",
}
SILENCES = {"": "Named, never quoted", "reaction": "Speak only in a reaction", "others": "Heard through those who belong to them"}


class Column(Struct, frozen=True):
    """A source in the matrix."""

    id: str
    number: int
    name: str
    href: str


class Bracket(Struct, frozen=True):
    """Sources side by side that carry one report."""

    words: str  # "1 report", "perhaps 1 report", "2 reports, perhaps 1"; "" over a report of its own
    columns: tuple[Column, ...]


class Sign(Struct, frozen=True):
    """How a source carries a fact, and where."""

    number: int  # of its column
    sign: str
    word: str
    href: str


class FactRow(Struct, frozen=True):
    """A fact with a cell for each column, empty where that source is silent."""

    label: str
    href: str
    cells: tuple[tuple[Sign, ...], ...]


class FactGroup(Struct, frozen=True):
    """Facts of one kind."""

    kind: str
    rows: tuple[FactRow, ...]


class Part(Struct, frozen=True):
    """Facts that several reports carry, or that one alone does: side by side under its sources while these are few."""

    names: tuple[str, ...]  # of the sources of the one report; none: several reports
    facts: int
    single: tuple[tuple[str, int], ...]  # how many of them each source has for itself, where it has kin
    wide: bool
    brackets: tuple[Bracket, ...]
    groups: tuple[FactGroup, ...]


class Matrix(Struct, frozen=True):
    """All facts by who carries them."""

    facts: int
    signs: tuple[tuple[str, str], ...]  # those that occur, with their words
    parts: tuple[Part, ...]


class NamedIn(Struct, frozen=True):
    """Where a source names an actor."""

    name: str
    times: int
    places: tuple[Link, ...]
    more: int


class Voiceless(Struct, frozen=True):
    """An actor who is not quoted."""

    name: str
    href: str
    role: str
    times: int
    through: tuple[Link, ...]
    sources: tuple[NamedIn, ...]
    more: int  # sources that are not listed


class Silence(Struct, frozen=True):
    """Actors who are not quoted in the same way."""

    title: str
    actors: tuple[Voiceless, ...]


class Silences(Struct, frozen=True):
    """Actors whom nobody quotes, and kinds of actor."""

    groups: tuple[Silence, ...]
    kinds: tuple[tuple[str, tuple[Link, ...]], ...]
    shown: int  # as many actors are listed at once; more unfold


# ── who carries what ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def coverage(related: Related, shelf: Shelf, sources: Sequence[str]) -> Matrix | None:
    """Who carries what: first what several reports do, then what each has for itself. With a single source there is nothing to compare."""
    facts = related.coverage.facts
    if len(sources) < 2 or not facts:
        return None
    lonely = {(fact.kind, fact.id) for alone in related.coverage.alone for fact in alone.facts}
    shared = [fact for fact in facts if (fact.kind, fact.id) not in lonely]
    brackets = tuple(_brackets(related, shelf, sources))
    parts = [_part(shared, brackets, ())] if shared else []
    for alone in related.coverage.alone:
        own = [bracket for bracket in brackets if bracket.columns[0].id in alone.sources]
        parts.append(_part(alone.facts, own, tuple(shelf.names[source] for source in alone.sources)))
    used = {spot.how for fact in facts for spot in fact.spots}
    return Matrix(len(facts), tuple(sign for how, sign in SIGNS.items() if how in used), tuple(parts))


def _part(facts: Sequence[Covered], brackets: Sequence[Bracket], names: tuple[str, ...]) -> Part:
    columns = [column for bracket in brackets for column in bracket.columns]
    place = {column.id: n for n, column in enumerate(columns)}
    of_kind = groupby(facts, key=lambda fact: fact.kind)
    groups = tuple(FactGroup(PLURALS[kind], tuple(_row(fact, place, columns) for fact in found)) for kind, found in of_kind)
    by_one = Counter(carriers.pop() for fact in facts if len(carriers := {spot.source for spot in fact.spots}) == 1)
    single = tuple((column.name, by_one[column.id]) for column in columns if by_one[column.id] and len(columns) > 1)
    return Part(names, len(facts), single, len(columns) <= WIDEST_MATRIX, tuple(brackets), groups)


def _brackets(related: Related, shelf: Shelf, sources: Sequence[str]) -> Iterator[Bracket]:
    """The sources by what is perhaps one report, within it by what certainly is."""
    number = 0
    for group in related.perhaps or related.families:
        families = [family for family in related.families if family <= group]
        inside = [source for family in families for source in sources if source in family]
        columns = tuple(
            Column(source, n, shelf.names[source], links.to_source("../", source)) for n, source in enumerate(inside, number + 1)
        )
        number += len(columns)
        yield Bracket(_one_report(len(inside), len(families)), columns)


def _one_report(sources: int, families: int) -> str:
    if sources == 1:
        return ""
    if families == 1:
        return "1 report"
    return "perhaps 1 report" if families == sources else f"{families} reports, perhaps 1"


def _row(fact: Covered, place: Mapping[str, int], columns: Sequence[Column]) -> FactRow:
    cells: list[list[Sign]] = [[] for _ in columns]
    for spot in fact.spots:
        at = place[spot.source]
        cells[at].append(Sign(columns[at].number, *SIGNS[spot.how], links.to_source("../", spot.source, spot.paragraph)))
    return FactRow(short(fact.label, SHORT_FACT), f"#{fact.kind}-{fact.id}", tuple(map(tuple, cells)))


# ── who is never asked ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


def missing(found: Missing, actors: Mapping[str, Actor], shelf: Shelf) -> Silences | None:
    """The actors whom nobody quotes, by whether they speak at all."""
    groups = tuple(
        Silence(title, tuple(_voiceless(one, actors, shelf) for one in found.actors if one.speaks == speaks))
        for speaks, title in SILENCES.items()
    )
    kinds = tuple((ALONE_IN_KIND[kind], tuple(_links(ids, actors))) for kind, ids in found.kinds)
    filled = tuple(group for group in groups if group.actors)
    return Silences(filled, kinds, SHORT_LIST) if filled or kinds else None


def _voiceless(one: Unheard, actors: Mapping[str, Actor], shelf: Shelf) -> Voiceless:
    by_number = sorted(one.places, key=lambda place: -len(place[1]))
    heard = tuple(_named_in(source, paragraphs, shelf) for source, paragraphs in by_number[:SOURCES_SHOWN])
    actor = actors[one.actor]
    often = sum(len(paragraphs) for _, paragraphs in one.places)
    through = tuple(_links(one.through, actors))
    return Voiceless(actor.name, f"../actors/{actor.id}.html", actor.role, often, through, heard, len(one.places) - len(heard))


def _named_in(source: str, paragraphs: Sequence[int], shelf: Shelf) -> NamedIn:
    different = list(dict.fromkeys(paragraphs))
    shown = tuple(Link(str(number), links.to_source("../", source, number)) for number in different[:PLACES_SHOWN])
    return NamedIn(shelf.names[source], len(paragraphs), shown, len(different) - len(shown))


def _links(ids: Iterable[str], actors: Mapping[str, Actor]) -> Iterator[Link]:
    return (Link(actors[actor].name, f"../actors/{actor}.html") for actor in ids if actor in actors)
