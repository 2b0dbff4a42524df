"""Where does the editor's word on families contradict what the texts show?"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date as Day
from datetime import timedelta
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model import Date, Dossier, Kinship, Source
from site_builder.problems import Problem, Trail
from site_builder.text.dates import span
from site_builder.text.kinship import shown

Pair = tuple[str, str]
ELSEWHERE_YESTERDAY = timedelta(days=1)  # when it is Wednesday in Tokyo, a paper in Washington still bears Tuesday's date


class _Word(Struct, frozen=True):
    """One id below `derived_from` or `independent_of`, and where it stands."""

    source: Source
    other: Source
    key: str
    file: str
    trail: Trail


def contradictions(
    dossiers: Sequence[Dossier], kinships: Iterable[Kinship], joined: Mapping[str, Hashable], others: Iterable[Source] = ()
) -> Iterator[Problem]:
    """Warnings where `derived_from` and `independent_of` contradict each other, the dates, or the texts; errors on circles.

    `joined`: the family of each source that has kin. `others`: sources of other dossiers that stand beside the words or are named by them;
    what is said beside them is told elsewhere.
    """
    of = {_pair(one.one, one.other): one for one in kinships}
    sources = {source.id: source for source in others}
    for source in chain.from_iterable(dossier.sources for dossier in dossiers):
        sources.setdefault(source.id, source)
    everywhere = chain.from_iterable(_of_source(source, "", 0, sources) for source in sources.values())
    origins: dict[str, list[str]] = {}
    for word in everywhere:
        if word.key == "derived_from":
            origins.setdefault(word.source.id, []).append(word.other.id)
    derived = {_pair(source, other) for source, others_ in origins.items() for other in others_}
    circling: set[str] = set()
    for word in _words(dossiers, sources):
        circle = _circle(word, origins) if word.key == "derived_from" else []
        if circle and circling.isdisjoint(circle):
            yield _round(word, circle)
        if circle:
            circling.update(circle)
            continue
        pair = _pair(word.source.id, word.other.id)
        if word.key == "independent_of" and pair in derived:
            yield _both(word)
        elif word.key == "independent_of":
            kinship = of.get(pair)
            apart = not kinship or kinship.measured == "apart"
            yield from _through_others(word, joined) if apart else _one_report(word, kinship)
        else:
            yield from _later(word)
            yield from _of_another_agency(word, of.get(pair))


def _circle(word: _Word, origins: Mapping[str, Sequence[str]]) -> list[str]:
    """The sources by which one derives from itself, beginning with it; none where it doesn't."""
    start, first = word.source.id, word.other.id
    waiting, reached_by = [first], {first: start}
    while waiting:
        one = waiting.pop()
        for origin in origins.get(one, ()):
            if origin == start:
                return _way(one, start, reached_by)
            if origin not in reached_by:
                reached_by[origin] = one
                waiting.append(origin)
    return []


def _way(last: str, start: str, reached_by: Mapping[str, str]) -> list[str]:
    way = [last]
    while way[-1] != start:
        way.append(reached_by[way[-1]])
    return way[::-1]


def _round(word: _Word, circle: Sequence[str]) -> Problem:
    way = " from ".join(f"'{one}'" for one in (*circle, circle[0]))
    hint = "one of them was there first: remove its `derived_from`"
    return Problem(word.file, "wrong-value", f"these sources derive from each other in a circle: {way}", hint, word.trail)


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _words(dossiers: Sequence[Dossier], sources: Mapping[str, Source]) -> Iterator[_Word]:
    """What the editor says of known sources, once where several dossiers share a source."""
    for dossier in dossiers:
        for n, source in enumerate(dossier.sources):
            if sources[source.id] is source:
                yield from _of_source(source, f"content/{dossier.id}/sources.yaml", n, sources)


def _of_source(source: Source, file: str, n: int, sources: Mapping[str, Source]) -> Iterator[_Word]:
    for key in ("derived_from", "independent_of"):
        ids: str | tuple[str, ...] = getattr(source, key)
        listed: list[tuple[Trail, str]] = [((n, key), ids)] if isinstance(ids, str) else [((n, key, k), one) for k, one in enumerate(ids)]
        yield from (_Word(source, sources[one], key, file, trail) for trail, one in listed if one in sources and one != source.id)


def _beside(word: _Word, problem: Problem) -> Problem:
    """The warning at its place, with the two that it is about."""
    message = f"'{word.source.id}' and '{word.other.id}': {problem.message}"
    return replace(problem, message=message, trail=word.trail, of=(word.source.id, word.other.id))


def _both(word: _Word) -> Problem:
    message = "said both to derive one from the other and to be independent"
    hint = "keep `derived_from` or `independent_of`; until then the former holds"
    return _beside(word, Problem(word.file, "derived-and-independent", message, hint, severity="warning"))


def _one_report(word: _Word, kinship: Kinship | None) -> Iterator[Problem]:
    """Said to be independent, though the texts are one report."""
    if kinship and kinship.measured != "apart":
        surely = "are" if kinship.measured == "certain" else "are probably"
        message = f"said to be independent, but by their texts they {surely} one report: {shown(kinship)}"
        hint = "look at both; remove `independent_of`, or silence this with your reason"
        yield _beside(word, Problem(word.file, "not-independent", message, hint, severity="warning"))


def _through_others(word: _Word, joined: Mapping[str, Hashable]) -> Iterator[Problem]:
    """Said to be independent, though both are one report with a third source."""
    family = joined.get(word.source.id)
    if family is not None and family == joined.get(word.other.id):
        message = "said to be independent, but each is one report with the same other source: all count as one"
        hint = "correct `derived_from` where one of them has it, or name the other sources in `independent_of` too"
        yield _beside(word, Problem(word.file, "not-independent", message, hint, severity="warning"))


def _later(word: _Word) -> Iterator[Problem]:
    """Derived from a source that certainly did not exist yet."""
    own, origin = _certain(word.source.published), _certain(word.other.published)
    if own and origin and own[1] + ELSEWHERE_YESTERDAY < origin[0]:
        message = f"the first, of {word.source.published}, can't derive from the second, of {word.other.published}"
        yield _beside(word, Problem(word.file, "derived-from-later", message, "exchange them, or correct `published`", severity="warning"))


def _certain(date: Date | None) -> tuple[Day, Day] | None:
    """The first and last day of a date that is no estimate."""
    try:
        days = span(date) if date else None
    except ValueError:
        return None  # said elsewhere
    if not days or days.uncertain or days.approximate or not days.first or not days.last:
        return None
    return days.first, days.last


def _of_another_agency(word: _Word, kinship: Kinship | None) -> Iterator[Problem]:
    """Derived from a source that credits another agency."""
    one, other = kinship.agencies if kinship else ((), ())
    if one and other and not set(one) & set(other):
        own, origin = (one, other) if kinship and kinship.one == word.source.id else (other, one)
        message = f"the first credits {' and '.join(own)}, the second {' and '.join(origin)}"
        hint = "name the source that it derives from, or correct `credit`"
        yield _beside(word, Problem(word.file, "other-credit", message, hint, severity="warning"))
