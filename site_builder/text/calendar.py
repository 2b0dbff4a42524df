"""How does a language name days, weeks, months and years?

The tables stand in `calendars/`, one language each; this is how they are read.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from importlib import import_module
from typing import NamedTuple

from msgspec import Struct

from site_builder.text.alternatives import by_letter

WORD = r"(?<![\w\-‑])(?:{})(?![\w\-‑])"  # a word is not looked for inside another, nor in one half of a compound
YEAR = r"(?:1[6-9]|20)\d\d"
OF_DAY = r"(?:st|nd|rd|th|er|º|°|\.|-го|-е)"  # what stands at the day: 1st, 1er, 20.
OF = r"(?:of\s+|del?\s+|d['’])"  # 20 de noviembre de 2024
ENDS = r"(?!\w|[.,/]\d)"  # no longer number goes on
ARTICLE = r"(?:(?:the|dem|den|le|el|il|l['’]|o|dia|día|dnia)\s+)?"  # and the 20th of November
DASH = "[-–—/]"
LANGUAGES = frozenset("ar de en es fa fr hi it ja nl pl pt ru tr uk ur zh".split())


class Calendar(Struct, frozen=True):
    """What a language says for dates. Every text is a piece of a regular expression, in which {weekday}, {month} and {n} may stand.

    Senses: `day:-1` (yesterday), `week:-1`, `month:0`, `year:1`; `weekday` (tense decides), `weekday:-1` (last Tuesday), `named` (in March:
    tense decides), `named:1` (next January), `ago:day` and so on.
    """

    weekdays: tuple[str, ...]  # seven, Monday first
    months: tuple[str, ...]  # twelve
    numbers: tuple[str, ...]  # one, two, three…
    phrases: tuple[tuple[str, str], ...]  # (sense, words)
    stems: tuple[str, ...]  # a text that has none of them has no relative date: looked for first, since it costs little
    never: tuple[str, ...] = ()  # looks like a date and is none: names, idioms, what counts from another day
    future: str = ""  # what tells that something is still to come
    past: str = ""  # what tells that it has happened
    present: str = ""  # what tells neither: "today" beside it means nowadays
    saying: str = ""  # verbs by which a source says who speaks
    year: str = ""  # what stands before a year: "in"
    absolute: tuple[str, ...] = ()  # dates with day and month, with groups d, m, M and y, where they are not written as in the West
    to: str = ""  # what stands between the ends of a span: 11 to 19 November
    both: str = ""  # what stands between two days, or behind `between` the ends of a span: 18 and 20 November
    between: str = ""
    night: str = ""  # what makes of a day the night before it
    behind: tuple[tuple[str, str], ...] = ()  # what says behind a day which year: -1, 0, 1, "last" such day, "next", "?" where nobody knows
    leading: tuple[tuple[str, str], ...] = ()  # the same before a day
    largest_first: bool = False  # the week stands before its day, the year before both
    verb_last: bool = False  # the verb stands at the end of its clause
    spaced: bool = True  # words stand between blanks
    capital: bool = False  # days and months have a capital letter, else they are other words: may, march, sun


class Reader:
    """A language's tables, ready for reading. Each pattern is made when a text is met that may need it: English takes 50 ms for all."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.saying = re.compile(_whole(calendar.saying, calendar), re.I) if calendar.saying else None

    @cached_property
    def relative(self) -> Senses:
        """What is never a date first."""
        calendar = self.calendar
        listed = [("never", _filled(one, calendar), not calendar.capital) for one in calendar.never]
        listed += [(sense, _filled(words, calendar), True) for sense, words in calendar.phrases]
        pattern, senses = by_letter(listed)
        return Senses(re.compile(_whole(pattern, calendar)), senses)

    @cached_property
    def tense(self) -> Senses:
        """What tells the tense. "Will" takes its verb along: in "will be signed" it is the first that counts."""
        calendar = self.calendar
        more = r"(?: \w+){0,2}" if calendar.spaced else ""
        tenses = {"future": f"(?:{calendar.future}){more}" if calendar.future else "", "past": calendar.past, "present": calendar.present}
        pattern, names = by_letter((name, _blanks(words), True) for name, words in tenses.items() if words)
        return Senses(re.compile(_whole(pattern or "(?!)", calendar)), names)

    @cached_property
    def absolute(self) -> re.Pattern[str]:
        return re.compile("|".join(_absolute(self.calendar)))

    @cached_property
    def behind(self) -> Senses:
        """What says behind a day of which year it is."""
        return _sided(self.calendar.behind, r"(?:\s*,)?\s*(?:{})(?!\w|['’]s)" if self.calendar.spaced else "(?:{})")

    @cached_property
    def leading(self) -> Senses:
        """What says it before a day."""
        return _sided(self.calendar.leading, r"(?<!\w)(?:{}),?\s*\Z" if self.calendar.spaced else r"(?:{})\Z")

    @cached_property
    def first_day(self) -> re.Pattern[str]:
        """The earlier of two days, before a date that begins with the later one: d, m, M; `to` or `both` between them, `between` before."""
        calendar = self.calendar
        between = rf"(?P<between>(?<!\w)(?:{calendar.between})\s*)?" if calendar.between else ""
        day = rf"(?<![\w.,:/-])(?P<d>\d{{1,2}})(?:\.(?P<m>\d{{1,2}})\.|{OF_DAY})?"
        weekday = rf"(?:(?:{'|'.join(calendar.weekdays)}),?\s+)?"
        return re.compile(_blanks(rf"{between}{ARTICLE}{day}(?:{_bridge(calendar)}){ARTICLE}{weekday}\Z"), re.I)

    @cached_property
    def first_month(self) -> re.Pattern[str]:
        """The earlier of two months, before the later one with its year."""
        month = "|".join(self.calendar.months)
        return re.compile(_blanks(rf"(?<!\w)(?P<M>{month})(?:{_bridge(self.calendar)})\Z"), 0 if self.calendar.capital else re.I)

    @cached_property
    def last_day(self) -> re.Pattern[str]:
        """The later of two days, behind a date that ends with the earlier one: d, y."""
        month = "|".join(self.calendar.months)
        if not self.calendar.spaced:
            return re.compile(rf"(?:{_bridge(self.calendar)})(?P<d>\d{{1,2}})\s*[日号號](?!間)")
        day = rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![%:]){ENDS}(?!\s+(?:{month}))"
        return re.compile(_blanks(rf"(?:{_bridge(self.calendar)})(?:the )?{day}(?:,?\s+(?P<y>{YEAR}){ENDS})?"), re.I)

    @cached_property
    def bridge(self) -> re.Pattern[str]:
        """What stands between two whole dates that are the ends of a span."""
        weekday = "|".join(self.calendar.weekdays)
        before = rf"{ARTICLE}(?:(?:{weekday}),?\s+)?{ARTICLE}"
        return re.compile(_blanks(rf",?(?:{_bridge(self.calendar)}){before}"), re.I)

    @cached_property
    def between(self) -> re.Pattern[str]:
        """What must stand before two dates, that `both` joins them to a span."""
        return re.compile(_blanks(rf"(?<!\w)(?:{self.calendar.between or '(?!)'})\s*\Z"), re.I)

    @cached_property
    def night(self) -> re.Pattern[str]:
        return re.compile(_blanks(rf"(?<!\w)(?:{self.calendar.night or '(?!)'})\s*\Z"), re.I)

    @cached_property
    def weekday(self) -> re.Pattern[str]:
        return _table(self.calendar.weekdays, self.calendar)

    @cached_property
    def month(self) -> re.Pattern[str]:
        return _table(self.calendar.months, self.calendar)

    @cached_property
    def number(self) -> re.Pattern[str]:
        return _table(self.calendar.numbers, self.calendar)


class Senses(NamedTuple):
    """A pattern of many phrases, and the sense of each of its groups: the last that took part says which phrase was found."""

    pattern: re.Pattern[str]
    senses: tuple[str, ...]

    def of(self, found: re.Match[str]) -> str:
        return self.senses[(found.lastindex or 1) - 1]


@lru_cache(maxsize=256)
def reader(language: str) -> Reader | None:
    """The tables of a language (a BCP 47 tag); None where there are none, or no language is named: a date is not guessed."""
    name = language.replace("_", "-").split("-", 1)[0].casefold()
    return Reader(import_module(f"site_builder.text.calendars.{name}").CALENDAR) if name in LANGUAGES else None


def _filled(words: str, calendar: Calendar) -> str:
    """The tables in place of their names; a blank stands for any white space, broken lines among it."""
    case = "-i" if calendar.capital else ""
    return (
        _blanks(words)
        .replace("{weekday}", f"(?{case}:{'|'.join(calendar.weekdays)})")
        .replace("{month}", f"(?{case}:{'|'.join(calendar.months)})")
        .replace("{n}", rf"(?:\d{{1,2}}|{'|'.join(calendar.numbers)})")
    )


def _whole(words: str, calendar: Calendar) -> str:
    return WORD.format(words) if calendar.spaced else f"(?:{words})"


def _bridge(calendar: Calendar) -> str:
    """Between two days: a dash, `to`, or `both`, which is a group of its own."""
    if not calendar.spaced:
        return rf"\s*(?:{calendar.to}|(?P<both>{calendar.both}))\s*"
    return rf"\s?{DASH}\s?|\s+(?:{calendar.to or '(?!)'}|(?P<both>{calendar.both or '(?!)'}))\s+"


def _sided(table: tuple[tuple[str, str], ...], side: str) -> Senses:
    """What may stand at the side of a day, each row a group."""
    rows = "|".join(f"({words})" for _, words in table) or "((?!))"
    return Senses(re.compile(_blanks(side.format(rows)), re.I), tuple(sense for sense, _ in table) or ("",))


def _table(words: tuple[str, ...], calendar: Calendar) -> re.Pattern[str]:
    """Finds an entry of a table; the group n0, n1… says which."""
    flags = 0 if calendar.capital and words is not calendar.numbers else re.I
    return re.compile(_whole("|".join(f"(?P<n{n}>{entry})" for n, entry in enumerate(words)), calendar), flags)


def entry(table: re.Pattern[str], words: str) -> int | None:
    """Which entry of a table `words` have, from 0."""
    found = table.search(words)
    return int(found.lastgroup[1:]) if found and found.lastgroup else None


def _blanks(words: str) -> str:
    return words.replace(" ", r"\s+")


def _absolute(calendar: Calendar) -> list[str]:
    """Dates that say themselves which day they mean. Groups are numbered by form, since a name may stand only once."""
    month = f"(?:{'|'.join(calendar.months)})"
    day_first = rf"(?<![\w.,])(?P<d3>\d{{1,2}}){OF_DAY}?\s+{OF}?(?P<M3>{month})(?!\w)\.?(?:,?\s+{OF}?(?P<y3>{YEAR}){ENDS})?"
    month_first = rf"(?<!\w)(?P<M4>{month})\.?\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?![%:]){ENDS}(?:,?\s+(?P<y4>{YEAR}){ENDS})?"
    forms = [
        rf"(?P<y0>{YEAR})-(?P<m0>\d\d)-(?P<d0>\d\d)(?!\d)",
        rf"(?<!\d)(?P<d1>\d{{1,2}})\.\s?(?P<m1>\d{{1,2}})\.\s?(?P<y1>{YEAR})(?!\d)",
        rf"(?<!\d)(?P<d2>\d{{1,2}})/(?P<m2>\d{{1,2}})/(?P<y2>{YEAR})(?!\d)",
    ]
    forms += calendar.absolute or (day_first, month_first, rf"(?<!\w)(?P<M5>{month})\.?,?\s+{OF}?(?P<y5>{YEAR}){ENDS}")
    if calendar.year:
        forms.append(rf"(?<!\w)(?:{calendar.year})\s*(?P<y6>{YEAR})(?![\w%]|[.,]\d|[-–—]\d)".replace(" ", r"\s+"))
    return [form.replace("{months}", month) if calendar.capital else f"(?i:{form})".replace("{months}", month) for form in forms]
