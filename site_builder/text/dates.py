"""Dates in EDTF (ISO 8601-2:2019): which days they cover, how sure they are, and how they read.

Plain dates and the forms a newsroom writes (`2024-11-2X`, `2024-11-20?`, `2024-11-18/2024-11-24`) are read here: the `edtf` library takes
0.2 s to import and 12 ms a date, passes `2023-02-29` and stumbles over `2024-11-2X`. Whatever else the standard knows (seasons, sets,
long years, qualified parts) is left to the library.
"""

from __future__ import annotations

import calendar
import re
from datetime import date as Day
from functools import lru_cache
from typing import Literal

from msgspec import Struct

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval", "set"]

PLAIN = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<sure>[?~%]?)")
MASKED = re.compile(
    r"(?P<year>[0-9]{2}XX|[0-9]{3}X|[0-9]{4})(?:-(?P<month>[0-1]X|XX|[0-9]{2})(?:-(?P<day>[0-3]X|XX|[0-9]{2}))?)?(?P<sure>[?~%]?)"
)
ONE_OF = re.compile(r"\[(?P<first>[^\[\],/.]+),(?P<last>[^\[\],/.]+)\]")  # such as "last Tuesday" may mean; longer sets are rare


class Span(Struct, frozen=True):
    """The days a date covers, both included; None where that end is open or beyond the calendar."""

    first: Day | None
    last: Day | None
    precision: Precision
    uncertain: bool = False  # "?" or "%"
    approximate: bool = False  # "~" or "%"


@lru_cache(maxsize=65_536)
def span(date: str) -> Span:
    """The days that `date` covers. Raises ValueError, with a message for the editor, where it is no EDTF date."""
    plain = PLAIN.fullmatch(date)
    if plain:
        return _plain(plain)
    masked = MASKED.fullmatch(date)
    if masked:
        return _masked(masked)
    if date.count("/") == 1:
        return _interval(*date.split("/"))
    pair = ONE_OF.fullmatch(date)
    if pair:
        return _one_of(span(pair["first"].strip()), span(pair["last"].strip()))
    return _by_library(date)


def _plain(found: re.Match[str]) -> Span:
    year, month, day = (int(found[part] or 0) for part in ("year", "month", "day"))
    if not year:
        raise ValueError("there is no year 0000 on this calendar")
    if 21 <= month <= 41 and not found["day"]:
        return _by_library(found[0])
    if found["month"] and not 1 <= month <= 12:
        raise ValueError(f"there is no month {found['month']}")
    if found["day"] and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValueError(f"{MONTHS[month]} {year} has no day {found['day']}")
    last = Day(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    precision: Precision = "day" if day else "month" if month else "year"
    return Span(Day(year, month or 1, day or 1), last, precision, found["sure"] in ("?", "%"), found["sure"] in ("~", "%"))


def _masked(found: re.Match[str]) -> Span:
    """Dates with unspecified digits: from the earliest to the latest day that fits the pattern."""
    year, month, day = found["year"], found["month"] or "", found["day"] or ""
    years = [int(year.replace("X", digit)) for digit in "09"]
    months = [m for m in range(1, 13) if _fits(m, month or "XX")]
    if not months or not years[0]:
        raise ValueError("no day fits this pattern")
    fits = [
        Day(y, m, d)
        for y, m in {(years[0], months[0]), (years[0], months[-1]), (years[1], months[0]), (years[1], months[-1])}
        for d in range(1, calendar.monthrange(y, m)[1] + 1)
        if _fits(d, day or "XX")
    ]
    if not fits:
        raise ValueError("no day fits this pattern")
    return Span(min(fits), max(fits), _masked_precision(year, month, day), found["sure"] in ("?", "%"), found["sure"] in ("~", "%"))


def _masked_precision(year: str, month: str, day: str) -> Precision:
    if year.endswith("XX"):
        return "century"
    if year.endswith("X"):
        return "decade"
    if month == "XX" or not month:
        return "year"
    if "X" in month:
        return "interval"
    return "month" if day in ("", "XX") else "interval"


def _fits(number: int, pattern: str) -> bool:
    return all(mask in ("X", digit) for mask, digit in zip(pattern, f"{number:02d}", strict=True))


def _interval(start: str, end: str) -> Span:
    """`2024-11-18/2024-11-24`; `..` leaves an end open, nothing leaves it unknown."""
    if start in ("", "..") and end in ("", ".."):
        raise ValueError("an interval needs at least one date")
    first = None if start in ("", "..") else span(start)
    last = None if end in ("", "..") else span(end)
    if first and last and first.first and last.last and first.first > last.last:
        raise ValueError("the interval ends before it begins")
    ends = [one for one in (first, last) if one]
    return Span(
        first.first if first else None,
        last.last if last else None,
        "interval",
        any(one.uncertain for one in ends),
        any(one.approximate for one in ends),
    )


def _one_of(one: Span, other: Span) -> Span:
    """One of two dates: from the earlier to the later."""
    firsts, lasts = [one.first, other.first], [one.last, other.last]
    first = None if None in firsts else min(filter(None, firsts))
    last = None if None in lasts else max(filter(None, lasts))
    return Span(first, last, "set", one.uncertain or other.uncertain, one.approximate or other.approximate)


def _by_library(date: str) -> Span:
    from edtf import parse_edtf  # noqa: PLC0415 0.2 s: only for the forms that need it

    if len(date) > 100 or not re.search("[0-9]", date):
        raise ValueError("not a date in EDTF")
    try:
        read = parse_edtf(date)
        bounds = [_day(read.lower_strict()), _day(read.upper_strict())]
    except (Exception, RecursionError) as error:  # the library raises what it happens to raise
        raise ValueError("not a date in EDTF") from error
    kind = type(read).__name__
    precision: Precision = (
        "season" if "Season" in kind else "set" if kind in ("OneOfASet", "MultipleDates") else "year" if "Year" in kind else "day"
    )
    if precision == "day" and bounds[0] != bounds[1]:
        precision = "interval"
    return Span(bounds[0], bounds[1], precision, "?" in date or "%" in date, "~" in date or "%" in date)


def _day(parts: tuple[int, ...]) -> Day | None:
    """None where the year lies beyond the calendar of this program."""
    year, month, day = parts[:3]
    return Day(year, month, day) if 1 <= year <= 9999 else None


def agree(one: str, other: str) -> bool:
    """Whether two dates may be the same, as far as can be told: a narrower one inside a wider one is, spans that overlap may be.

    What is uncertain or approximate may be any date, and so may a season, which stands in other months on the other half of the earth.
    """
    a, b = span(one), span(other)
    if _vague(a) or _vague(b):
        return True
    return not (a.last and b.first and a.last < b.first) and not (b.last and a.first and b.last < a.first)


def same_day_of_year(one: str, other: str) -> bool:
    """Whether two days differ in their year alone."""
    a, b = span(one), span(other)
    return a.precision == b.precision == "day" and one[4:10] == other[4:10]


def _vague(covers: Span) -> bool:
    return covers.uncertain or covers.approximate or covers.precision == "season"


def in_words(date: str) -> str:
    """The date as a reader expects it: "20 November 2024", "18–24 November 2024", "from November 2024", "2024 (uncertain)"."""
    try:
        covers = span(date)
    except ValueError:
        return date
    if covers.precision == "interval" and "/" in date:
        return _from_to(*date.split("/"))
    words = _dated(date, covers)
    if covers.approximate:
        words = f"about {words}"
    return f"{words} (uncertain)" if covers.uncertain else words


def _dated(date: str, covers: Span) -> str:
    first, last = covers.first, covers.last
    if covers.precision == "set":
        return ("one of " if date.startswith("[") else "") + ", ".join(in_words(part.strip()) for part in date.strip("[]{}").split(","))
    if first is None or last is None:
        return date
    if covers.precision == "interval":
        precision: Precision = "day" if date.count("-") == 2 else "month"
        return _joined(_one(first, precision), _one(last, precision))
    if covers.precision == "season":
        return SEASONS.get(date[5:7].strip("?~%"), "part of") + f" {first.year}"
    if covers.precision == "century":
        return f"{first.year // 100}00s"
    if covers.precision == "decade":
        return f"{first.year}s"
    return _one(first, covers.precision)


MONTHS = (  # the calendar module's names follow the locale
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def _one(day: Day, precision: Precision) -> str:
    if precision == "year":
        return str(day.year)
    month = f"{MONTHS[day.month]} {day.year}"
    return month if precision == "month" else f"{day.day} {month}"


def _from_to(start: str, end: str) -> str:
    """The two ends of an interval, each as exactly as it is known."""
    if start in ("", ".."):
        return f"until {in_words(end)}"
    if end in ("", ".."):
        return f"from {in_words(start)}"
    one, other = in_words(start), in_words(end)
    return _joined(one, other) if span(start).precision == span(end).precision else f"{one} – {other}"


def _joined(start: str, end: str) -> str:
    """Two dates, with what both end with said once: "18–24 November 2024", "spring – autumn 2024"; one where they are the same."""
    first, last = start.split(), end.split()
    while first and first[-1:] == last[-1:]:
        last.pop()
        first.pop()
    if not first:
        return end
    own = " ".join(first)
    return f"{own}–{end}" if own.isdigit() else f"{own} – {end}"
