"""Which dates does a text print, in full or by a word that its own date makes one?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Day
from datetime import timedelta

from msgspec import Struct

from site_builder.model import Date
from site_builder.text.calendar import Reader, reader
from site_builder.text.dates import span
from site_builder.text.relative import Relative, relative_dates, unsure
from site_builder.text.scripts import later
from site_builder.text.stretches import Stretch, stretches

NEAR = 60  # days from the article's own day within which "20 November" needs no year; further off it may be last year's or next year's
DIGIT = re.compile(r"\d|[二][〇○零]")
AROUND = 12  # characters round the stretch that is read: a date is not cut in two
NAMING = 40  # characters beside a date in which stands what makes it a name, or which year it is of
THE = later(r"(?<!\w)(?:the|this|that|its|their|his|her|our|[^\W\d_]+['’]s?)\s+(?:[\w-]+\s+)?\Z", re.I)  # the Oct. 7 attack
NOUN = re.compile(r"\s+[^\W\d_]")
SINCE = later(  # also der Angriff vom 7. Oktober
    r"(?<!\w)(?:since|before|after|until|till|(?:seit|vor|nach)(?: dem)?|vom|des|du|(?:depuis|avant|après) le|del?|(?:desde|hasta)(?: el)?"
    r"|dal(?:l['’])?|dell['’]|do|desde o|van|sinds|от|с|после|від|з|після|od|po)\s*\Z",
    re.I,
)


class Printed(Struct, frozen=True):
    """A date as a text prints it: a day, a month or a year."""

    start: int  # offsets into the text
    end: int
    words: str
    date: Date
    anniversary: bool = False  # the same day of another year may be meant


def dates_in(text: str, language: str, published: Date | None, start: int = 0, end: int | None = None) -> tuple[Relative | Printed, ...]:
    """The dates in text[start:end] in order, those in full first where the two overlap."""
    full = list(_days_of(text, language, published, start, end))
    taken = [(one.start, one.end) for one in full]
    words = [
        one for one in relative_dates(text, language, published, start, end) if not any(a < one.end and b > one.start for a, b in taken)
    ]
    return tuple(sorted((*full, *words), key=lambda one: one.start))


def absolute_dates(text: str, language: str, published: Date | None, start: int = 0, end: int | None = None) -> Iterator[Printed]:
    """The dates that text[start:end] prints in figures or with a month's name. 11/12/2024 is none: nobody knows which it is."""
    return (one for one in _days_of(text, language, published, start, end) if isinstance(one, Printed))


def _days_of(text: str, language: str, published: Date | None, start: int, end: int | None) -> Iterator[Printed | Relative]:
    """The dates and spans of dates that are printed, those of "last year" among them, as far as their year is known."""
    read = reader(language)
    stop = len(text) if end is None else end
    if read is None or not DIGIT.search(text, start, stop):
        return
    for one in stretches(text, read, max(0, start - AROUND), min(len(text), stop + AROUND)):
        if one.start < start or one.end > stop:
            continue
        low, high, sense = _year_words(text, one, read)
        if sense in ("", "?"):
            date = "" if sense else _date(text, language, one, read, published)
            if date:
                named = not one.last.year and not one.last.listed and _names(text, one)
                yield Printed(one.start, one.end, text[one.start : one.end], Date(date), named)
        elif start <= low and high <= stop:
            known = _of_year(sense, one, published)
            yield Relative(low, high, text[low:high], Date(known) if known else None)


def _year_words(text: str, one: Stretch, read: Reader) -> tuple[int, int, str]:
    """What says beside a date which year it is of, and where both stand; "" where nothing does. "?" concerns also what names its year."""
    behind = read.behind.pattern.match(text, one.end, one.end + NAMING)
    low = max(0, one.start - NAMING)
    leading = None if behind else read.leading.pattern.search(text[low : one.start])
    sense = read.behind.of(behind) if behind else read.leading.of(leading) if leading else ""
    if not sense or (one.last.year and sense != "?") or not one.last.day:
        return one.start, one.end, ""
    return (low + leading.start() if leading else one.start), (behind.end() if behind else one.end), sense


def _of_year(sense: str, one: Stretch, published: Date | None) -> str:
    """The date as the article's own makes it one: of its year, the one before or after, or the nearest such day before or after it."""
    covers = span(published) if published else None
    if covers is None or covers.first is None or covers.last is None or covers.precision == "set":
        return ""
    years = [covers.first.year - 1, covers.first.year, covers.first.year + 1]
    if sense in ("last", "next"):
        if covers.first != covers.last:
            return ""
        own = (covers.first.month, covers.first.day)
        day = one.last.month, one.last.day
        year = years[0 if day >= own else 1] if sense == "last" else years[1 if day > own else 2]
    else:
        year = years[1 + int(sense)]
    if covers.first.year != covers.last.year or not 0 < year < 10_000:
        return ""
    date = _between(one, year)
    return unsure(date) if date and (covers.uncertain or covers.approximate) else date


def _date(text: str, language: str, one: Stretch, read: Reader, published: Date | None) -> str:
    """The date or span in EDTF; "" where its year is not known."""
    last = one.last
    year = last.year or (last.series if last.listed else one.first.year)
    if not year and last.day:
        nearest = _nearest(last.month, last.day, published)
        if not nearest or _beside_a_word(text, language, one) or (last.series and nearest > f"{published}"):
            return ""
        year = int(nearest[:4])
    date = _between(one, year) if year else ""
    if date and "/" not in date and last.day and read.night.search(text[max(0, one.start - NAMING) : one.start]):
        return f"{Day.fromisoformat(date) - timedelta(1)}/{date}"
    return date


def _between(one: Stretch, year: int) -> str:
    """The date, or the span, of which the last day is of that year, or the next one where that is before the first."""
    first, last = one.first, one.last
    if first is last:
        date = _written(year, last.month, last.day)
        return date if _exists(date) else ""
    turned = (first.month, first.day) > (last.month, last.day)
    if first.year and not last.year:
        year, begin = first.year + turned, first.year
    else:
        begin = first.year or year - turned
    date = f"{_written(begin, first.month, first.day)}/{_written(year, last.month, last.day)}"
    return date if _exists(date) else ""


def _exists(date: str) -> bool:
    try:
        span(date)
    except ValueError:  # the 31st of November, an end before the beginning
        return False
    return True


def _names(text: str, one: Stretch) -> bool:
    """Whether something may be called by the day, however long ago it was: "the Oct. 7 attack", "since October 7"."""
    return bool(SINCE.search(text[max(0, one.start - NAMING) : one.start]) or is_a_name(text, one.start, one.end))


def is_a_name(text: str, start: int, end: int) -> bool:
    """Whether a date is a part of what something is called: "the Oct. 7 attack"."""
    return bool(NOUN.match(text, end) and THE.search(text[max(0, start - NAMING) : start]))


def _beside_a_word(text: str, language: str, one: Stretch) -> bool:
    """Whether a word for a date stands beside it: "20 November last year" is not this year's."""
    near = max(0, one.start - AROUND), min(len(text), one.end + AROUND)
    return any(relative_dates(text, language, None, *near))


def _written(year: int, month: int, day: int) -> str:
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")


def _nearest(month: int, day: int, published: Date | None) -> str:
    """The day without a year that is nearest to the article's own, if that is known and no other is near."""
    covers = span(published) if published else None
    if covers is None or covers.first is None or covers.first != covers.last or covers.uncertain or covers.approximate or not day:
        return ""
    for year in (covers.first.year - 1, covers.first.year, covers.first.year + 1):
        try:
            one = span(_written(year, month, day)).first
        except ValueError:
            continue
        if one and abs((one - covers.first).days) <= NEAR:
            return one.isoformat()
    return ""
