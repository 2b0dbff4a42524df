"""Where do dates and numbers stand on a drawn line? Only geometry, in per cent of the width; templates draw."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date as Day
from itertools import count, pairwise

from msgspec import Struct

from site_builder.model import Figure, Moment, Saying
from site_builder.text.dates import MONTHS
from site_builder.text.measures import in_base_unit

LEFT, RIGHT = 1.5, 98.5  # room for half a dot at both ends
NEAR_LEFT, NEAR_RIGHT = 10, 85  # nearer to an edge a label begins or ends at its place instead of standing over it
LEAST_WIDTH = 1.2  # of a bar that must be seen
LETTER, GAP = 2.7, 2.5  # per cent of the width that a letter of a label takes, and that stands between two labels at least
ROUNDING = 1e-9
MOST_TICKS = 6
ROOM = 1.08  # beyond the last value
SMALLEST_IN_FULL, LEAST_POWER = 1e-9, 1e18  # numbers below and from there on are written as powers of ten
LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))  # said in words with up to three decimals
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
LONG_GAP = 21  # days: where any stretch is longer, stretches are drawn by their logarithm


class Tick(Struct, frozen=True):
    """A label on a scale."""

    at: float
    label: str


class Mark(Struct, frozen=True):
    """A stretch of a line: from `at` over `width`; a point where the width is 0."""

    at: float
    width: float
    open_start: bool = False
    open_end: bool = False
    vague: bool = False  # uncertain or approximate: drawn hatched

    @property
    def end(self) -> float:
        return round(self.at + self.width, 2)


class Scale(Struct, frozen=True):
    """Days on a line on which quiet stretches are shortened."""

    days: tuple[int, ...]
    places: tuple[float, ...]
    shortened: bool
    begins: tuple[int, ...]  # days on which something begins: these are labelled

    def at(self, day: int) -> float:
        """Where a day begins."""
        after = bisect_right(self.days, day)
        if after in (0, len(self.days)):
            return self.places[0] if after == 0 else self.places[-1]
        low, high = self.days[after - 1], self.days[after]
        share = (day - low) / (high - low)
        return round(self.places[after - 1] + share * (self.places[after] - self.places[after - 1]), 2)


def time_scale(moments: Iterable[Moment]) -> Scale | None:
    """A scale on which all the moments find room; None where fewer than two days are known."""
    drawn = list(moments)
    edges = sorted({edge for moment in drawn for edge in _edges(moment)})
    if len(edges) <= 2:
        return None
    stretches = [b - a for a, b in pairwise(edges)]
    shortened = max(stretches) > LONG_GAP
    steps = [1 + math.log(days) if shortened else float(days) for days in stretches]
    total, run, places = sum(steps), 0.0, [LEFT]
    for step in steps:
        run += step
        places.append(round(LEFT + (RIGHT - LEFT) * run / total, 2))
    begins = sorted({_ordinal(moment.first) for moment in drawn if moment.first})
    return Scale(tuple(edges), tuple(places), shortened, tuple(begins))


def _edges(moment: Moment) -> tuple[int, ...]:
    first = (_ordinal(moment.first),) if moment.first else ()
    last = (_ordinal(moment.last) + 1,) if moment.last else ()
    return first + last


def _ordinal(iso: str) -> int:
    return Day.fromisoformat(iso).toordinal()


def on_scale(moment: Moment, scale: Scale) -> Mark | None:
    """The moment on its line: a point for a day, a bar for what is only known to lie within it."""
    if not moment.first and not moment.last:
        return None
    start = scale.at(_ordinal(moment.first)) if moment.first else 0.0
    end = scale.at(_ordinal(moment.last) + 1) if moment.last else 100.0
    vague = moment.uncertain or moment.approximate
    if moment.precision == "day":
        return Mark(round((start + end) / 2, 2), 0.0, vague=vague)
    return Mark(start, round(max(end - start, LEAST_WIDTH), 2), not moment.first, not moment.last, vague)


def time_ticks(scale: Scale) -> tuple[Tick, ...]:
    """Labels in the coarsest unit that tells the days apart: years, else months, else days."""
    days = [Day.fromordinal(day) for day in scale.begins]
    if len({day.year for day in days}) > 1:
        named = [(day, str(day.year)) for day in days]
    elif len({day.month for day in days}) > 1:
        named = [(day, f"{MONTHS[day.month][:3]} {day.year}") for day in days]
    else:
        named = [(day, f"{day.day} {MONTHS[day.month][:3]}") for day in days]
    first: dict[str, float] = {}
    for day, label in named:
        first.setdefault(label, scale.at(day.toordinal()))
    return tuple(_apart(Tick(at, label) for label, at in first.items()))


def _apart(ticks: Iterable[Tick]) -> Iterator[Tick]:
    """The labels that do not run into the one before."""
    free = -math.inf
    for tick in ticks:
        width = LETTER * len(tick.label)
        left = tick.at if tick.at <= NEAR_LEFT else tick.at - width if tick.at > NEAR_RIGHT else tick.at - width / 2
        if left >= free:
            free = left + width + GAP
            yield tick


class Range(Struct, frozen=True):
    """A figure's sayings drawn over one scale; None for one that has no number or another kind of unit."""

    marks: tuple[Mark | None, ...]
    ticks: tuple[Tick, ...]
    unit: str


def ranges(figure: Figure) -> Range | None:
    """The values and ranges on one scale, where at least two sources give different ones."""
    unit = unit_of(figure)
    values = [_in_unit(saying, saying.unit or unit, unit) for saying in figure.says]
    known = [value for value in values if value]
    if len(set(known)) < 2:
        return None
    edges = [end for value in known for end in value if end is not None]
    low, high = min(0.0, *edges), max(0.0, *edges)
    if high <= low or not math.isfinite((high - low) * ROOM):
        return None
    bottom, top = low * ROOM, high * ROOM

    def at(value: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * ((value - bottom) / (top - bottom)), 2)

    marks = tuple(_mark(value, at) if value else None for value in values)
    return Range(marks, _value_ticks(low, high, at), unit)


def unit_of(figure: Figure) -> str:
    """The unit in which all its numbers are drawn: the figure's own, else the first that a source has."""
    return figure.unit or next((saying.unit for saying in figure.says if saying.unit), "")


def factor(unit: str, into: str) -> float | None:
    """What a number in one unit is multiplied by to be one in the other; None where they measure different things."""
    if unit == into:
        return 1.0
    (size, base), (other, other_base) = in_base_unit(1.0, unit), in_base_unit(1.0, into)
    return size / other if base == other_base else None


def ends(saying: Saying) -> tuple[float | None, float | None]:
    """The lowest and the highest number that a saying allows; None where that end is open."""
    return (saying.low, saying.high) if saying.value is None else (saying.value, saying.value)


def _in_unit(saying: Saying, unit: str, into: str) -> tuple[float | None, float | None] | None:
    times = factor(unit, into)
    low, high = ends(saying)
    if times is None or (low is None and high is None):
        return None
    return (low if low is None else low * times), (high if high is None else high * times)


def _mark(value: tuple[float | None, float | None], at: Callable[[float], float]) -> Mark:
    low, high = value
    start = at(low) if low is not None else 0.0
    end = at(high) if high is not None else 100.0
    if low == high:
        return Mark(start, 0.0)
    return Mark(start, round(max(end - start, LEAST_WIDTH), 2), low is None, high is None)


def _value_ticks(low: float, high: float, at: Callable[[float], float]) -> tuple[Tick, ...]:
    """Round numbers, in the smallest steps whose labels all find room."""
    size = 10 ** math.floor(math.log10(high - low))
    ticks: tuple[Tick, ...] = ()
    for step in (size * factor for factor in (0.2, 0.5, 1, 2, 5)):
        first, last = math.ceil(low / step - ROUNDING), math.floor(high / step + ROUNDING)
        ticks = tuple(Tick(at(n * step), number(float(f"{n * step:.10g}"))) for n in range(first, last + 1))
        if len(ticks) <= MOST_TICKS and len(tuple(_apart(ticks))) == len(ticks):
            break
    return tuple(_apart(ticks))


def number(value: float) -> str:
    """1,234,567 or 2.5 million or −3 or 4 × 10⁻¹²: every digit that it has, and no more."""
    return f"−{_positive(-value)}" if value < 0 else _positive(value)


def _positive(value: float) -> str:
    if value and not SMALLEST_IN_FULL <= value < LEAST_POWER:
        digits, _, power = repr(float(value)).partition("e")
        return f"{digits} × 10{str(int(power)).translate(RAISED)}" if power else digits
    size, word = next((one for one in LARGE if value >= one[0]), (1, ""))
    if word and value % (size / 1000) == 0:
        return f"{value / size:,.10g} {word}"
    places = next(places for places in count() if round(value, places) == value)
    return f"{value:,.{places}f}"
