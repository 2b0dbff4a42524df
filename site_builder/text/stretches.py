"""Which days does a text print, alone or as the ends of a span, and which year is said with them?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from site_builder.text.calendar import Reader, entry

BESIDE = 40  # characters beside a date in which the other end of its span stands
STOP = re.compile(r"[.!?](?=\s+[^\W\d_a-z])|[。！？\n]")
LISTED = re.compile(r"\s*,?\s*")
HAN = str.maketrans("〇○零一二三四五六七八九元", "0001234567891")
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民国": 1911, "民國": 1911}  # the year before their first


class Part(NamedTuple):
    """A date as it is printed; 0 for what it does not say."""

    start: int  # offsets into the text
    end: int
    year: int
    month: int
    day: int
    day_first: bool = False
    day_last: bool = False
    series: int = 0  # the year that was said before, in the same sentence
    listed: bool = False  # it is this date's too


class Stretch(NamedTuple):
    """A date, or the two ends of a span."""

    first: Part
    last: Part

    @property
    def start(self) -> int:
        return self.first.start

    @property
    def end(self) -> int:
        return self.last.end


def stretches(text: str, read: Reader, start: int, end: int) -> list[Stretch]:
    """The dates and spans that text[start:end] prints with figures, in order."""
    found: list[Stretch] = []
    for part in _in_series(text, read, [*_parts(text, read, start, end)]):
        if found and _are_ends(text, read, found[-1], part):
            found[-1] = Stretch(found[-1].first, part)
        else:
            found += _with_bare_numbers(text, read, part)
    return found


def _parts(text: str, read: Reader, start: int, end: int) -> Iterator[Part]:
    for found in read.absolute.finditer(text, start, end):
        said = {name[0]: (value, *found.span(name)) for name, value in found.groupdict().items() if value}
        year, day = (number(said[part][0]) if part in said else 0 for part in "yd")
        if "e" in said:
            year = ERAS[said["e"][0]] + number(said["n"][0])
        month = number(said["m"][0]) if "m" in said else (entry(read.month, said["M"][0]) or 0) + 1 if "M" in said else 0
        if "/" in found[0] and "m" in said:
            day, month = _told_apart(day, month)
            if not month:
                continue
        first = bool(day) and said["d"][1] == found.start()
        last = bool(day) and not first and ("M" not in said or not year) and ("M" in said or not read.calendar.spaced)
        yield Part(found.start(), found.end(), year, month, day, first, last)


def number(digits: str) -> int:
    return int("".join(str(unicodedata.decimal(sign, "") or sign) for sign in digits.translate(HAN)))


def _told_apart(one: int, other: int) -> tuple[int, int]:
    """Day and month of 20/11 or 11/20; 0 where either may be the month."""
    if one > 12 >= other:
        return one, other
    return (other, one) if other > 12 >= one else (0, 0)


def _in_series(text: str, read: Reader, parts: list[Part]) -> Iterator[Part]:
    """The dates, each with the year of an earlier one in its sentence: where no blanks are written, and right behind it, it is its own."""
    named: Part | None = None
    at = 0
    for part in parts:
        if part.year or STOP.search(text, at, part.start):
            named = None
        if named and part.day:
            joined = not read.calendar.spaced or _is_list(text, read, named.end, part.start)
            yield part._replace(series=named.year, listed=joined and (part.month, part.day) > (named.month, named.day))
        else:
            yield part
        named = part if part.year and part.day else named
        at = part.end


def _is_list(text: str, read: Reader, start: int, end: int) -> bool:
    return end - start <= BESIDE and bool(LISTED.fullmatch(text, start, end) or read.bridge.fullmatch(text, start, end))


def _are_ends(text: str, read: Reader, one: Stretch, other: Part) -> bool:
    """Whether two dates that follow each other are those from which and to which something lasts."""
    alike = one.first is one.last and bool(one.last.day) == bool(other.day) and bool(one.last.month and other.month)
    near = other.start - one.end <= BESIDE
    found = read.bridge.fullmatch(text, one.end, other.start) if alike and near else None
    return bool(found and (not found["both"] or read.between.search(text[max(0, one.start - BESIDE) : one.start])))


def _with_bare_numbers(text: str, read: Reader, part: Part) -> list[Stretch]:
    """The date with what only a number says beside it: "11 to 19 November", "18 and 20 November"."""
    if part.day_first:
        return _first_day(text, read, part)
    if part.day_last:
        return _last_day(text, read, part)
    return _first_month(text, read, part) if part.month and part.year and not part.day else [Stretch(part, part)]


def _first_month(text: str, read: Reader, part: Part) -> list[Stretch]:
    before = text[max(0, part.start - BESIDE) : part.start]
    found = read.first_month.search(before)
    if not found:
        return [Stretch(part, part)]
    month = (entry(read.month, found["M"]) or 0) + 1
    other = part._replace(start=part.start - len(found[0]), year=part.year - (month > part.month), month=month)
    if found["both"] and not read.between.search(before[: found.start()]):
        alone = other._replace(end=other.start + len(found["M"]))
        return [Stretch(alone, alone), Stretch(part, part)]
    return [Stretch(other, part)]


def _first_day(text: str, read: Reader, part: Part) -> list[Stretch]:
    low = max(0, part.start - BESIDE)
    found = read.first_day.search(text[low : part.start])
    if not found:
        return [Stretch(part, part)]
    month, day = number(found["m"] or "0") or part.month, number(found["d"])
    if not (0, 0) < (month, day) < (part.month, part.day) or day > 31:
        return [Stretch(part, part)]
    start, end = (low + at for at in found.span("d"))
    other = part._replace(start=start, end=end, month=month, day=day)
    if found["both"] and not found.groupdict().get("between"):
        return [Stretch(other, other), Stretch(part, part)]
    return [Stretch(other, part)]


def _last_day(text: str, read: Reader, part: Part) -> list[Stretch]:
    found = read.last_day.match(text, part.end, part.end + BESIDE)
    day = number(found["d"]) if found else 0
    if not found or not part.day < day <= 31:
        return [Stretch(part, part)]
    year = number(found.groupdict().get("y") or "0") or part.year
    other = part._replace(end=found.end(), year=year, day=day)
    if not found["both"] or read.between.search(text[max(0, part.start - BESIDE) : part.start]):
        return [Stretch(part._replace(year=year), other)]
    alone = other._replace(start=found.start("d"))
    return [Stretch(part, part), *([] if read.calendar.spaced else [Stretch(alone, alone)])]
