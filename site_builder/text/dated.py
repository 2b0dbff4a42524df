"""Which dates does a text print, in full or by a word that its own date makes one?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from site_builder.model import Date
from site_builder.text.calendar import Reader, entry, reader
from site_builder.text.dates import span
from site_builder.text.relative import Relative, relative_dates
from site_builder.text.scripts import later

NEAR = 60  # days from the article's own day within which "20 November" needs no year; further off it may be last year's or next year's
DIGIT = re.compile(r"\d|[二][〇○零]")
HAN = str.maketrans("〇○零一二三四五六七八九", "000123456789")
AROUND = 12  # characters round the stretch that is read: a date is not cut in two
NAMING = 40  # characters before a date in which stands what makes it a name
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
    full = list(absolute_dates(text, language, published, start, end))
    taken = [(one.start, one.end) for one in full]
    words = [
        one for one in relative_dates(text, language, published, start, end) if not any(a < one.end and b > one.start for a, b in taken)
    ]
    return tuple(sorted((*full, *words), key=lambda one: one.start))


def absolute_dates(text: str, language: str, published: Date | None, start: int = 0, end: int | None = None) -> Iterator[Printed]:
    """The dates that text[start:end] prints in figures or with a month's name. 11/12/2024 is none: nobody knows which it is."""
    read = reader(language)
    stop = len(text) if end is None else end
    if read is None or not DIGIT.search(text, start, stop):
        return
    for found in read.absolute.finditer(text, max(0, start - AROUND), min(len(text), stop + AROUND)):
        if found.start() < start or found.end() > stop:
            continue
        date = _date(found, read, published)
        if date and ("-" not in date or _says_year(found) or not _beside_a_word(text, language, found)):
            yield Printed(found.start(), found.end(), found[0], Date(date), not _says_year(found) and _names(text, found))


def _date(found: re.Match[str], read: Reader, published: Date | None) -> str:
    parts = {name[0]: value for name, value in found.groupdict().items() if value}
    year = _number(parts["y"]) if "y" in parts else 0
    day = _number(parts["d"]) if "d" in parts else 0
    month = _number(parts["m"]) if "m" in parts else (entry(read.month, parts["M"]) or 0) + 1 if "M" in parts else 0
    if "/" in found[0] and "m" in parts:
        day, month = _told_apart(day, month)
        if not month:
            return ""
    date = _nearest(month, day, published) if not year else _written(year, month, day)
    return date if _exists(date) else ""


def _exists(date: str) -> bool:
    try:
        span(date)
    except ValueError:  # the 31st of November
        return False
    return True


def _says_year(found: re.Match[str]) -> bool:
    return any(name.startswith("y") and value for name, value in found.groupdict().items())


def _names(text: str, found: re.Match[str]) -> bool:
    """Whether something may be called by the day, however long ago it was: "the Oct. 7 attack", "since October 7"."""
    before = text[max(0, found.start() - NAMING) : found.start()]
    return bool(SINCE.search(before) or (THE.search(before) and NOUN.match(text, found.end())))


def _beside_a_word(text: str, language: str, found: re.Match[str]) -> bool:
    """Whether a word for a date stands beside it: "20 November last year" is not this year's."""
    near = max(0, found.start() - AROUND), min(len(text), found.end() + AROUND)
    return any(relative_dates(text, language, None, *near))


def _number(digits: str) -> int:
    return int("".join(str(unicodedata.decimal(sign, "") or sign) for sign in digits.translate(HAN)))


def _told_apart(one: int, other: int) -> tuple[int, int]:
    """Day and month of 20/11 or 11/20; 0 where either may be the month."""
    if one > 12 >= other:
        return one, other
    return (other, one) if other > 12 >= one else (0, 0)


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
