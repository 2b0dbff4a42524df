"""Which day does "Wednesday" mean in an article of that date?

A word is reckoned as news copy means it: a day of the week that has happened is the nearest one up to the article's own day, one that is
still to come the nearest one from it. Where usage is divided ("last Tuesday" on a Wednesday: yesterday, or a week before?) the answer is
EDTF's one-of-a-set, and where the article's date is too vague there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date as Day
from datetime import timedelta
from typing import Literal

from msgspec import Struct

from site_builder.model import Date
from site_builder.text.calendar import Reader, entry, reader
from site_builder.text.dates import Span, span
from site_builder.text.scripts import later

Tense = Literal["past", "future", "present", ""]

AROUND = 60  # characters round the stretch that is read: "over the last year" begins before "last year"
CLAUSE = 160  # characters before and after a word in which its tense is looked for
STOP = re.compile(r"\.(?!\d)|[!?…。！？؟۔।]")
BREAK = re.compile(r"[.,](?!\d)|[;:!?…，。！？；：、،؛۔।\"“”«»„()（）「」—–]|--")
TENSED = frozenset(("day:0", "weekday", "weekday:0", "named", "named:0"))
DAYS = ("weekday", "named")
DIGIT = re.compile(r"\d")
DATE_ENDS = re.compile(r"[\d日号號]\Z")
BESIDE = 20  # characters in which the date of a day of the week begins or ends
BLANKS = " \t\n,،、(（"  # between the two
COMMA = later(r"[\s,،、(（]*")
ARTICLE = later(r"[\s,،(]*(?:(?:the|dem|den|le|el|il|día|dia)\s+)?", re.I)
DAY = later(r"(?<!\d)\d{1,2}(?:er|º|°|\.)?\s+(?:(?:de|من|شهر)\s+)*\Z")
GAP = later(r"\s*(?:(?:of|on|in|der|des|am|de|da|do|della|di|van|op|من|في|به|در|の|的)\s*)?")  # between a day and its week
LONGEST_GAP = 12
LONG_AGO = frozenset(("ago:week", "ago:month", "ago:year"))
EXACT = 6  # days: "six days ago" is counted, "ten days ago" is rounded


class Relative(Struct, frozen=True):
    """A word for a date that only the article's own date makes one."""

    start: int  # offsets into the text
    end: int
    words: str
    date: Date | None  # EDTF; None where the article's date is not known well enough


def relative_dates(text: str, language: str, published: Date | None, start: int = 0, end: int | None = None) -> Iterator[Relative]:
    """The relative dates in text[start:end], in order, resolved as far as `published` allows."""
    read = reader(language)
    stop = len(text) if end is None else end
    if read is None or not _may_have_one(text[start:stop], read):
        return
    covers = span(published) if published else None
    for low, high, sense, words in _together(text, read, max(0, start - AROUND), min(len(text), stop + AROUND)):
        if low < start or high > stop or sense == "never":
            continue
        tense = tense_of(text, low, high, read) if sense in TENSED else ""
        if sense != "day:0" or tense in ("past", "future"):  # else it means nowadays
            yield Relative(low, high, text[low:high], _date(sense, words, tense, read, covers))


Phrase = tuple[int, int, str, str]  # a phrase for a date: its offsets, its sense, and the words of it that are reckoned


def _together(text: str, read: Reader, start: int, end: int) -> Iterator[Phrase]:
    """The phrases in text[start:end]: a day of the week and the week that is said beside it are one, and no date is read a second time."""
    senses = read.relative.senses
    before: Phrase | None = None
    for found in read.relative.pattern.finditer(text, start, end):
        low, high = found.span()
        sense = senses[(found.lastindex or 1) - 1]
        if (
            sense.startswith(DAYS)
            and DIGIT.search(text, max(0, low - BESIDE), high + BESIDE)
            and _is_of_a_date(text, low, high, sense, read)
        ):
            sense = "never"
        phrase = low, high, sense, found[0]
        if before:
            if low - before[1] <= LONGEST_GAP and GAP.fullmatch(text, before[1], low):
                before, phrase = _side_by_side(before, phrase, read)
            yield before
        before = phrase
    if before:
        yield before


def _side_by_side(one: Phrase, other: Phrase, read: Reader) -> tuple[Phrase, Phrase]:
    """A phrase and the next. "Monday of last week" is that week's; "a week ago on Monday" tells of no day for sure."""
    senses = one[2].partition(":")[0], other[2].partition(":")[0]
    if senses == ("weekday", "week") and one[2] == "weekday":
        return _never(one), (one[0], other[1], f"of_{other[2]}", one[3])
    if senses == ("week", "weekday") and other[2] == "weekday":
        return (_never(one), (one[0], other[1], f"of_{one[2]}", other[3])) if read.calendar.largest_first else (one, _never(other))
    return (_never(one), _never(other)) if "weekday" in senses and {one[2], other[2]} & LONG_AGO else (one, other)


def _never(phrase: Phrase) -> Phrase:
    return *phrase[:2], "never", phrase[3]


def _is_of_a_date(text: str, start: int, end: int, sense: str, read: Reader) -> bool:
    """Whether a day of the week stands beside a date in full, or a month behind its day: they say no other date."""
    before = text[max(0, start - BESIDE) : start]
    if sense.startswith("named"):
        return bool(DAY.search(before)) and read.month.match(text, start) is not None
    if DIGIT.search(text, end, end + BESIDE) and any(map(_has_day, _right_behind(text, end, read))):
        return True
    before = before.rstrip(BLANKS)
    if not DATE_ENDS.search(before) and not read.month.fullmatch(before[before.rfind(" ") + 1 :]):
        return False
    low = max(0, start - BESIDE) + len(before)
    dates = read.absolute.finditer(text, max(0, start - 2 * BESIDE), start)
    return any(_has_day(one) and one.end() >= low and not one[0].endswith(".") for one in dates)


def _right_behind(text: str, at: int, read: Reader) -> Iterator[re.Match[str]]:
    """The date that begins where a phrase has ended, with an article or without."""
    for gap in (COMMA, ARTICLE):
        behind = gap.match(text, at, at + BESIDE)
        found = read.absolute.match(text, behind.end()) if behind else None
        if found:
            yield found


def _has_day(date: re.Match[str]) -> bool:
    return any(name.startswith("d") and value for name, value in date.groupdict().items())


def _may_have_one(text: str, read: Reader) -> bool:
    """Whether there is anything to look for: microseconds, where the pattern takes a tenth of a millisecond."""
    for stem in read.calendar.stems:  # noqa: SIM110 a generator takes twice the time
        if stem in text:
            return True
    return False


def tense_of(text: str, start: int, end: int, read: Reader) -> Tense:
    """What has the nearest word that tells it: before the date in its clause, after it, then beyond the clause."""
    before, after = text[max(0, start - CLAUSE) : start], text[end : end + CLAUSE]
    before, after = STOP.split(before)[-1], _until(STOP, after)
    near = BREAK.split(before)[-1], _until(BREAK, after)
    places = [(near[0], True), (near[1], False), (after, False), (before, True)]
    if read.calendar.verb_last:
        places = [places[1], places[0], *places[2:]]
    for stretch, last in places:
        told = _tenses(stretch, read) if last else _first_tense(stretch, read)
        if told and last and told[-1] == "present" and _first_tense(near[1], read) == ["past"]:
            return "past"  # "ist am Mittwoch gestorben"
        if told:
            return told[-1 if last else 0]
    return ""


def _until(stop: re.Pattern[str], stretch: str) -> str:
    found = stop.search(stretch)
    return stretch[: found.start()] if found else stretch


def _first_tense(stretch: str, read: Reader) -> list[Tense]:
    found = read.tense.pattern.search(stretch)
    return [read.tense.of(found)] if found else []  # type: ignore[list-item]


def _tenses(stretch: str, read: Reader) -> list[Tense]:
    return [read.tense.of(found) for found in read.tense.pattern.finditer(stretch)]  # type: ignore[misc]


def _date(sense: str, words: str, tense: Tense, read: Reader, covers: Span | None) -> Date | None:
    """What the words come to, if it is the same for every day that the article may be of."""
    if covers is None or covers.first is None or covers.last is None or covers.precision == "set":
        return None
    try:
        answers = {_reckoned(sense, words, tense, read, day) for day in (covers.first, covers.last)}
    except (OverflowError, ValueError):  # beyond the calendar
        return None
    (date, *others) = answers
    if others:
        return None
    date = unsure(date) if covers.uncertain or covers.approximate else date
    return Date(date) if date else None


def unsure(date: str) -> str:
    """The date with a question mark at each end: no surer than the article's own. None of a set can say so."""
    if date.startswith("["):
        return ""
    return "/".join(f"{end[:-1]}%" if end.endswith("~") else f"{end}?" for end in date.split("/"))


def _reckoned(sense: str, words: str, tense: Tense, read: Reader, day: Day) -> str:
    kind, _, which = sense.partition(":")
    if kind == "ago":
        return _ago(which, _count(words, read), day)
    if kind == "of_week":
        monday = day - timedelta(day.weekday() - 7 * int(which))
        number = entry(read.weekday, words)
        return "" if number is None else f"{monday + timedelta(number)}"
    if kind in COUNTED:
        return COUNTED[kind](day, int(which))
    table = read.weekday if kind == "weekday" else read.month
    number = entry(table, words)
    if number is None:
        return ""
    return (_weekday if kind == "weekday" else _named)(day, number, which, tense)


def _count(words: str, read: Reader) -> int:
    """The number in the words; where none is written it is one: "a week ago"."""
    digits = re.search(r"\d+", words)
    if digits:
        return int(digits[0])
    return (entry(read.number, words) or 0) + 1


def _ago(unit: str, count: int, day: Day) -> str:
    if unit == "day":
        return f"{day - timedelta(count)}" + ("~" if count > EXACT else "")
    if unit == "week":
        return f"{day - timedelta(7 * count)}~"
    return (_month(day, -count) if unit == "month" else _year(day, -count)) + "~"


def _week(day: Day, by: int) -> str:
    """From Monday to Sunday, as ISO 8601 counts weeks."""
    monday = day - timedelta(day.weekday() - 7 * by)
    return f"{monday}/{monday + timedelta(6)}"


def _month(day: Day, by: int) -> str:
    months = 12 * day.year + day.month - 1 + by
    return _year_month(months // 12, months % 12 + 1)


def _year(day: Day, by: int) -> str:
    return f"{day.replace(year=day.year + by).year:04d}" if (day.month, day.day) != (2, 29) else f"{Day(day.year + by, 1, 1).year:04d}"


def _year_month(year: int, month: int) -> str:
    return f"{Day(year, month, 1)}"[:7]


COUNTED: dict[str, Callable[[Day, int], str]] = {
    "day": lambda day, by: f"{day + timedelta(by)}",
    "week": _week,
    "month": _month,
    "year": _year,
}


def _weekday(day: Day, number: int, which: str, tense: Tense) -> str:
    """`which`: "-1" for last Tuesday, "0" for this one, "1" for the next, "" for a bare name, whose tense decides."""
    past, future = day - timedelta((day.weekday() - number) % 7), day + timedelta((number - day.weekday()) % 7)
    of_week = day + timedelta(number - day.weekday())
    if which == "-1":
        return _one_of(past if past < day else past - timedelta(7), of_week - timedelta(7))
    if which == "1":
        return _one_of(future if future > day else future + timedelta(7), of_week + timedelta(7))
    if which == "0":
        return _one_of(of_week, future) if tense != "past" else f"{of_week}" if of_week <= day else _one_of(past, of_week)
    if tense in ("past", "future"):
        return f"{past if tense == 'past' else future}"
    return _one_of(past, future)


def _named(day: Day, number: int, which: str, tense: Tense) -> str:
    """`which` as for days of the week; a bare month is of the article's own year, and only where its tense fits that."""
    month = number + 1
    if which == "-1":
        latest = day.year if month < day.month else day.year - 1
        return _one_of(_year_month(latest, month), _year_month(day.year - 1, month))
    if which == "1":
        earliest = day.year if month > day.month else day.year + 1
        return _one_of(_year_month(earliest, month), _year_month(day.year + 1, month))
    fits = (tense == "past" and month <= day.month) or (tense == "future" and month >= day.month)
    if fits:
        return _year_month(day.year, month)
    return (
        _one_of(_year_month(day.year, month), _year_month(day.year + 1, month))
        if which == "0" and month < day.month
        else (_year_month(day.year, month) if which == "0" else "")
    )


def _one_of(*dates: Day | str) -> str:
    """The date, or where they differ EDTF's one of a set."""
    several = sorted({f"{date}" for date in dates})
    return several[0] if len(several) == 1 else f"[{','.join(several)}]"
