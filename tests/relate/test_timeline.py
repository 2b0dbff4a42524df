from __future__ import annotations

from site_builder.model import Date, Event, Source
from site_builder.relate.timeline import timeline


def event(name: str, date: str | None) -> Event:
    return Event(name, name, (), Date(date) if date else None)


def test_moments_stand_by_their_earliest_day_and_unknown_ones_last() -> None:
    events = [
        event("unknown", None),
        event("day", "2024-11-20"),
        event("month", "2024-11"),
        event("year", "2024"),
        event("open", "../2023"),
    ]
    assert [moment.id for moment in timeline(events, [])] == ["open", "year", "month", "day", "unknown"]


def test_years_before_the_first_stand_before_all_others() -> None:
    events = [event("year", "0014"), event("ides", "-0044-03-15"), event("older", "-0753"), event("unknown", None)]
    assert [moment.id for moment in timeline(events, [])] == ["older", "ides", "year", "unknown"]


def test_a_moment_keeps_its_precision() -> None:
    (moment,) = timeline([event("week", "2024-11-18/2024-11-24")], [])
    assert (moment.first, moment.last, moment.precision) == ("2024-11-18", "2024-11-24", "interval")
    (unsure,) = timeline([event("unsure", "2024-11-20?")], [])
    assert unsure.uncertain


def test_publications_are_there_only_with_a_date() -> None:
    sources = [Source("a", "a.txt", published=Date("2024-11-21")), Source("b", "b.txt")]
    assert [(moment.kind, moment.id) for moment in timeline([], sources)] == [("publication", "a")]
