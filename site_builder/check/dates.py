"""Where does a record's date contradict what its sources say, and which date could be given where none is?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import inf

from site_builder.model import Date, Dossier, Event, Quote, Reaction, Source, Told
from site_builder.problems import Problem
from site_builder.text.dates import agree, same_day_of_year, span

SHOWN = 60  # characters of a source's words in a message
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OWN = ("cited", "resolved")  # parts of a passage whose words a record has
WEEK = 7  # days; "last week" is exact enough to contradict a day
AS_LONG = 1.2  # times as long is no longer kind of date: January has 31 days, February 28, and a leap year 366


def dates(
    dossiers: Iterable[Dossier], told: Mapping[str, Sequence[Told]], sources: Mapping[str, Source], unheld: Collection[str] = ()
) -> Iterator[Problem]:
    """Warnings about dates. `told` by dossier: what the sources say; `unheld`: events of which a citation does not hold, as is told."""
    for dossier in dossiers:
        of: dict[tuple[str, str], list[Told]] = {}
        for one in told.get(dossier.id, ()):
            of.setdefault((one.kind, one.id), []).append(one)
        folder = f"content/{dossier.id}"
        for n, event in enumerate(dossier.events):
            found = of.get(("event", event.id), [])
            yield from _contradicted(f"{folder}/events.yaml", (n, "date"), event, event.date, found, sources)
            if event.id not in unheld:
                yield from _resolved(f"{folder}/events.yaml", n, event, found, sources)
        for n, quote in enumerate(dossier.quotes):
            found = of.get(("quote", quote.id), [])
            yield from _contradicted(f"{folder}/quotes.yaml", (n, "said"), quote, quote.said, found, sources)
        for n, reaction in enumerate(dossier.reactions):
            found = of.get(("reaction", reaction.id), [])
            yield from _contradicted(f"{folder}/reactions.yaml", (n, "date"), reaction, reaction.date, found, sources)


def _contradicted(
    file: str,
    trail: tuple[int, str],
    record: Event | Quote | Reaction,
    date: Date | None,
    found: Iterable[Told],
    sources: Mapping[str, Source],
) -> Iterator[Problem]:
    """A warning for each source that gives the record a date, and in that sentence none that may be the record's."""
    passages: dict[tuple[str, tuple[str | int, ...]], list[Told]] = {}
    for one in found if date else ():
        if one.date:
            passages.setdefault((one.source, one.trail), []).append(one)
    for source, given in {source: given for (source, _), given in passages.items() if _against(str(date), record, given)}.items():
        first = next(one for one in given if _may_contradict(one, record, str(date)))
        message = f"'{source}' gives another date for '{record.id}' than {date}: {_named(first)} {first.date}"
        hint = _reckoning(first, sources[source], "correct the date, or cite the words that give it")
        yield Problem(file, "date-contradicts", message, hint, trail, severity="warning", of=(record.id, source))


def _against(date: str, record: Event | Quote | Reaction, given: Sequence[Told]) -> bool:
    """Whether a sentence gives a date of the record's own, and none of its dates may be that one."""
    return any(_may_contradict(one, record, date) for one in given) and not any(_may_be(date, one) for one in given)


def _may_be(date: str, one: Told) -> bool:
    return agree(date, str(one.date)) or (one.anniversary and same_day_of_year(date, str(one.date)))


def _may_contradict(one: Told, record: Event | Quote | Reaction, date: str) -> bool:
    """Whether a date is the record's own. A year beside a record dated to the day is background: "who took office in 2022"."""
    if one.part == "resolved":
        return True
    own = one.part == "cited" or (one.part == "saying" and isinstance(record, Quote))
    return own and _days(str(one.date)) <= max(_days(date) * AS_LONG, WEEK)


def _days(date: str) -> float:
    covers = span(date)
    return (covers.last - covers.first).days + 1 if covers.first and covers.last else inf


def _resolved(file: str, n: int, event: Event, found: Sequence[Told], sources: Mapping[str, Source]) -> Iterator[Problem]:
    """What is wrong with the word that the editor says to have resolved."""
    if not event.resolved:
        return
    words = [one for one in found if one.part == "resolved"]
    if not words:
        message = f"no source has “{_short(event.resolved)}” in a sentence that '{event.id}' cites"
        hint = "copy the word for the date from the sentence that is cited"
        yield Problem(file, "resolved-not-there", message, hint, (n, "resolved"), severity="warning", of=(event.id,))
        return
    known = [one for one in words if one.date]
    if known and not event.date:
        one = known[0]
        message = f"'{event.id}' has no date, though “{_short(one.words)}” can be resolved"
        hint = _reckoning(one, sources[one.source], f"write `date: {one.date}`")
        yield Problem(file, "unresolved-date", message, hint, (n, "resolved"), severity="warning", of=(event.id, one.source))


def _named(one: Told) -> str:
    """The words as far as they are cited: a source's rights may keep the others."""
    return f"“{_short(one.words)}” is" if one.part in OWN else "by its sentence it was said on"


def _reckoning(one: Told, source: Source, advice: str) -> str:
    if not one.relative:
        return f"the source prints this date in full; {advice}"
    day = span(source.published).first if source.published else None
    whole = day is not None and span(str(source.published)).last == day
    weekday = f", a {DAYS[day.weekday()]}" if day and whole else ""
    return f"the source is dated {source.published}{weekday}; {_named(one)} {one.date}; {advice}"


def _short(words: str) -> str:
    """The words in one line, cut to what fits a message."""
    plain = " ".join(words.split())
    return plain if len(plain) <= SHOWN else plain[: SHOWN - 1] + "…"
