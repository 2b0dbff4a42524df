"""What happened when, as precisely as the sources say?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from site_builder.model import Date, Event, Moment, Source
from site_builder.text.dates import span

LAST_OF_ALL = "9999-99"
BEFORE_CHRIST = re.compile(r"Y?-(\d+)")


def timeline(events: Iterable[Event], sources: Iterable[Source]) -> tuple[Moment, ...]:
    """Events and publications by their earliest day; events of unknown date last; publications only where the date is known."""
    moments = [_moment("event", event.id, event.date) for event in events]
    moments += [_moment("publication", source.id, source.published) for source in sources if source.published]
    return tuple(sorted(moments, key=_order))


def _moment(kind: Literal["event", "publication"], record: str, date: Date | None) -> Moment:
    if not date:
        return Moment(kind, record, None)
    covers = span(date)
    first = covers.first.isoformat() if covers.first else ""
    last = covers.last.isoformat() if covers.last else ""
    return Moment(kind, record, date, first, last, covers.precision, covers.uncertain, covers.approximate)


def _order(moment: Moment) -> tuple[int, str, str, str, str]:
    """A date with an open beginning stands where it ends; years before the first have no days to count and come before all others."""
    before = BEFORE_CHRIST.match(moment.date or "")
    year = -int(before[1]) if before else 0
    return year, moment.first or moment.last or LAST_OF_ALL, moment.last or LAST_OF_ALL, moment.kind, moment.id
