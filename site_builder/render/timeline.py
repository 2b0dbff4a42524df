"""What does a dossier's timeline show?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from site_builder.model import Carried, Dossier, Event, Moment, Told
from site_builder.render import charts
from site_builder.render.facts import Cited, Counted
from site_builder.render.shown import Dated, Evidence, Shelf, dated, evidence, in_full
from site_builder.text.dates import agree, in_words


class Row(Struct, frozen=True):
    """A line of the timeline."""

    kind: str
    id: str
    what: str
    href: str
    date: Dated | None
    resolved: str
    reckoned: tuple[str, ...]  # the dates of the sources from which the word was resolved
    note: str
    mark: charts.Mark | None
    evidence: tuple[Evidence, ...]
    carried: Carried | None = None


class Timeline(Struct, frozen=True):
    """Events and publications in order, drawn where there is a scale."""

    rows: tuple[Row, ...] = ()
    ticks: tuple[charts.Tick, ...] = ()
    shortened: bool = False
    drawn: bool = False


def timeline(
    dossier: Dossier, moments: Sequence[Moment], cited: Cited, shelf: Shelf, counted: Counted, told: Iterable[Told] = ()
) -> Timeline:
    """The timeline as drawn and as read. Without an event there is none: publications alone stand in the list of sources."""
    events = {event.id: event for event in dossier.events}
    if not events:
        return Timeline()
    scale = charts.time_scale(moments)
    resolved: dict[str, list[Told]] = {}
    for one in told:
        if one.part == "resolved" and one.relative and one.date:
            resolved.setdefault(one.id, []).append(one)
    rows = tuple(_row(moment, scale, events, cited, shelf, counted, resolved.get(moment.id, ())) for moment in moments)
    return Timeline(rows, charts.time_ticks(scale) if scale else (), bool(scale and scale.shortened), scale is not None)


def _row(
    moment: Moment,
    scale: charts.Scale | None,
    events: Mapping[str, Event],
    cited: Cited,
    shelf: Shelf,
    counted: Counted,
    resolved: Sequence[Told],
) -> Row:
    mark = charts.on_scale(moment, scale) if scale else None
    if moment.kind == "publication":
        href = f"../sources/{moment.id}.html"
        return Row("publication", moment.id, in_full(shelf.sources[moment.id], shelf), href, dated(moment.date), "", (), "", mark, ())
    event = events[moment.id]
    found = tuple(evidence(citation, shelf, "../") for citation in cited.get(("event", event.id), ()))
    carried = counted.get(("event", event.id, ""))
    reckoned = _reckoned_from(event, resolved, shelf)
    return Row("event", event.id, event.what, "", dated(event.date), event.resolved, reckoned, event.note, mark, found, carried)


def _reckoned_from(event: Event, resolved: Iterable[Told], shelf: Shelf) -> tuple[str, ...]:
    """The dates of the sources whose word comes to the event's date."""
    fitting = [one.source for one in resolved if event.date and one.date and agree(event.date, one.date)]
    dates = sorted({shelf.sources[source].published or "" for source in fitting})
    return tuple(map(in_words, dates))
