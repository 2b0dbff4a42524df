"""Where do sources give different numbers or dates for one thing?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import combinations
from types import MappingProxyType
from typing import NamedTuple

from site_builder.model import Difference, Dossier, Event, Figure, Saying, Told
from site_builder.text.dates import agree, same_day_of_year
from site_builder.text.hedges import Step, bounds, step
from site_builder.text.measures import in_base_unit, in_tongue

ROUNDING = 1e-9  # relative; what converting between units may add
OWN_DATES = ("cited", "resolved")  # what else stands in the sentence may be the date of something else

OF_TWO_SYSTEMS = ("metre", "gram", "square metre", "litre")  # what is measured in miles and in kilometres, in pounds and in kilograms
SIGNIFICANT = 2  # digits of a round number that are taken at their word: 1,000 feet are 950 to 1,050


class Interval(NamedTuple):
    """What a source's number allows, in the base unit."""

    source: str
    base: str
    low: float
    high: float
    factor: float  # of its own unit
    numbers: tuple[float, ...]  # as they are printed
    saying: Saying
    unit: str  # as the editor gives it
    printed: Step = Step(0.0, scaled=False)  # in its own unit

    @property
    def step(self) -> float:
        """By which the number could have been another."""
        return max(map(_step, self.numbers)) * self.factor


def differences(dossier: Dossier, told: Iterable[Told]) -> tuple[Difference, ...]:
    """The figures and events on which sources contradict each other. `told`: the dates that the sources give."""
    languages = {source.id: source.language for source in dossier.sources}
    return (*_of_figures(dossier.figures, languages), *_of_events(dossier.events, told))


def _of_figures(figures: Iterable[Figure], languages: Mapping[str, str]) -> Iterator[Difference]:
    for figure in figures:
        if differs(figure, languages):
            yield Difference("figure", figure.id, tuple(dict.fromkeys(saying.source for saying in figure.says)))


def _of_events(events: Iterable[Event], told: Iterable[Told]) -> Iterator[Difference]:
    of: dict[str, list[Told]] = {}
    for one in told:
        if one.kind == "event" and one.part in OWN_DATES and one.date:
            of.setdefault(one.id, []).append(one)
    for event in events:
        known = tuple(of.get(event.id, ()))
        if disagree(known):
            yield Difference("event", event.id, tuple(dict.fromkeys(one.source for one in known)), known)


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def differs(figure: Figure, languages: Mapping[str, str] = MappingProxyType({})) -> bool:
    """Whether two sources give numbers that cannot both hold. A range and a value inside it can. `languages`: of the sources.

    So can at least 12 and 14, about 3,000 and 3,012, 1.2 million and what rounds to it.
    """
    if len(figure.says) < 2:
        return False
    intervals = _intervals(figure, languages)
    if not intervals or max(one.low for one in intervals) <= min(one.high for one in intervals):
        return False  # one value fits all: looked at first, so that what agrees costs one step a source
    pairs = combinations([_as_said(one, languages.get(one.source, "")) for one in intervals], 2)
    return any(one.source != other.source and one.base == other.base and _apart(one, other) for one, other in pairs)


def comparable(figure: Figure, languages: Mapping[str, str] = MappingProxyType({})) -> bool:
    """Whether all numbers are of one kind of unit. Of those that are not, nobody can say that they agree."""
    units = {_unit(saying, figure, languages) for saying in figure.says if any(end is not None for end in _ends(saying))}
    return len(units) <= 1 or len({in_base_unit(1.0, unit)[1] for unit in units}) <= 1


def _unit(saying: Saying, figure: Figure, languages: Mapping[str, str]) -> str:
    return in_tongue(saying.unit, languages.get(saying.source, "")) if saying.unit else figure.unit


def _intervals(figure: Figure, languages: Mapping[str, str]) -> list[Interval]:
    return [found for saying in figure.says if (found := _interval(saying, _unit(saying, figure, languages)))]


def _interval(saying: Saying, unit: str) -> Interval | None:
    low, high = _ends(saying)
    if low is None and high is None:
        return None
    factor, base = in_base_unit(1.0, unit)
    bounds = -math.inf if low is None else low * factor, math.inf if high is None else high * factor
    return Interval(saying.source, base, *bounds, factor, tuple([number for number in (low, high) if number is not None]), saying, unit)


def _as_said(one: Interval, language: str) -> Interval:
    """What a number allows by the words that give it: "at least 12", "about 3,000", "1.2 million"."""
    value = one.saying.value
    if value is None:
        return one
    low, high = bounds(one.saying.words, value, one.unit, language)
    return one._replace(low=low * one.factor, high=high * one.factor, printed=step(one.saying.words, value, one.unit, language))


def _ends(saying: Saying) -> tuple[float | None, float | None]:
    return (saying.low, saying.high) if saying.value is None else (saying.value, saying.value)


def _step(number: float) -> float:
    """What one more in the last digit that counts would add: 0.1 to 40.2, 1 to 25, 100 to 1,000."""
    _, digits, exponent = Decimal(str(number)).normalize().as_tuple()
    places = exponent if isinstance(exponent, int) else 0
    return float(10.0 ** max(min(places, len(digits) + places - SIGNIFICANT), min(places, 0)))


def _apart(one: Interval, other: Interval) -> bool:
    leeway = max(one.step, other.step) / 2 if _of_two_systems(one, other) else _rounding(one, other)
    return _below(one.high, other.low, leeway) or _below(other.high, one.low, leeway)


def _rounding(one: Interval, other: Interval) -> float:
    """By how much the coarser number may be off if it was rounded. In another unit only 1.2 million and the like are taken for rounded."""
    steps = [side.printed.many * side.factor for side in (one, other) if side.printed.scaled or one.factor == other.factor]
    return max(steps, default=0.0) / 2


def _of_two_systems(one: Interval, other: Interval) -> bool:
    """Whether one number was rounded if it was reckoned from the other: 25 miles are not quite 40 kilometres."""
    digits = math.log10(one.factor / other.factor) if one.factor > 0 and other.factor > 0 else 0.0
    return one.base.startswith(OF_TWO_SYSTEMS) and not math.isclose(digits, round(digits), abs_tol=ROUNDING)


def _below(high: float, low: float, leeway: float) -> bool:
    return high + leeway < low and not math.isclose(high, low, rel_tol=ROUNDING)


# ── dates ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def disagree(told: Iterable[Told]) -> bool:
    """Whether two sources date an event so that not both can be right: no date of the one agrees with any of the other."""
    of: dict[str, set[tuple[str, bool]]] = {}
    for one in told:
        if one.date:
            of.setdefault(one.source, set()).add((one.date, one.anniversary))
    different = set(map(frozenset, of.values()))  # many sources give few different dates
    return any(all(_differ(a, b) for a in one for b in other) for one, other in combinations(different, 2))


def _differ(one: tuple[str, bool], other: tuple[str, bool]) -> bool:
    """`dates_differ`, but that an anniversary may be the other's day."""
    (a, is_anniversary), (b, so_is_other) = one, other
    return dates_differ(a, b) and not ((is_anniversary or so_is_other) and same_day_of_year(a, b))


def dates_differ(one: str | None, other: str | None) -> bool:
    """Whether two dates of one event (EDTF) cannot both hold: no day lies in both.

    A narrower date inside a wider one agrees, so do intervals that overlap. What is unknown, uncertain or approximate contradicts nothing,
    nor does a season, which stands in other months on the other half of the earth.
    """
    return one is not None and other is not None and not agree(one, other)
