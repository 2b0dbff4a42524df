"""Which web addresses can't be right: written as none can be, dated after the source that prints them, or broken over lines?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date as Day
from datetime import timedelta
from itertools import islice

from site_builder.check.reading import Reading
from site_builder.model import Actor, Outlet
from site_builder.problems import Problem, Trail
from site_builder.text.addresses import is_address
from site_builder.text.dates import Span, span

LEEWAY = timedelta(days=1)  # what is published in the evening in New York is dated the next day in Moscow
ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]+")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
YEAR = r"(?P<year>(?:19|20)\d\d)"
DATED = re.compile(
    rf"/{YEAR}(?P<sign>[/-])(?P<month>0?[1-9]|1[0-2]|{'|'.join(MONTHS)})(?:(?P=sign)(?P<day>0?[1-9]|[12]\d|3[01]))?(?![\w])"
    rf"|/{YEAR.replace('year', 'whole_year')}(?P<whole_month>0[1-9]|1[0-2])(?P<whole_day>0[1-9]|[12]\d|3[01])(?:\d{{6}})?(?!\d)",
    re.I,
)

# The rest of a broken address fills a line of its own; prose has blanks, and a single word after an address has no signs in it.
REST = re.compile(r"[ \t]*\r?\n(?!\w+://)(?P<rest>(?=[^\s]*[-/_=&%?\d])[a-z0-9%/_=&?-][^\s]*)(?=[ \t]*(?:\r?\n|$))")
MOST = 3  # addresses named of one source
LONG = 60  # characters of a line that somebody wraps; shorter ones end because the address does


def bad_addresses(reading: Reading) -> Iterator[Problem]:
    """Warnings on addresses of a source that can't be any."""
    source = reading.source
    yield from _unless_address(reading.file, (reading.row, "url"), source.id, source.url)
    if source.archive:
        yield from _unless_address(reading.file, (reading.row, "archive", "url"), source.id, source.archive.url)


def bad_addresses_of(file: str, records: Sequence[Actor | Outlet]) -> Iterator[Problem]:
    """The same of actors and outlets."""
    for n, record in enumerate(records):
        if record.url:
            yield from _unless_address(file, (n, "url"), record.id, record.url)


def _unless_address(file: str, trail: Trail, record: str, url: str) -> Iterator[Problem]:
    if url and not is_address(url):
        message = f"'{url[:80]}' is not an address on the web, so it is shown and not linked"
        hint = "copy it from the browser, such as https://news.example/2024/mines"
        yield Problem(file, "bad-url", message, hint, trail, severity="warning", of=(record, url))


def address_dates(reading: Reading) -> Iterator[Problem]:
    """Warnings on addresses whose date contradicts that of their source."""
    source = reading.source
    published = _days(source.published)
    if not published:
        return
    of_path = _dated(source.url)
    if of_path and (_is_after(of_path, published) or _is_after(published, of_path)):
        yield _contradiction(reading, "url", "this address", _shown(of_path), source.url)
    yield from _archived(reading, published)
    yield from _printed(reading, published)


def _printed(reading: Reading, published: Span) -> Iterator[Problem]:
    """Addresses in the text that are younger than it."""
    dated = [(found, _dated(found[0])) for found in _addresses(reading.article.text)]
    later = [(found, days) for found, days in dated if days and _is_after(days, published) and not reading.is_answered(*found.span())]
    for n, (found, days) in enumerate(later[:MOST]):
        more = f"; and so are {len(later) - MOST} more" if n == MOST - 1 and len(later) > MOST else ""
        message = f"this address is dated {_shown(days)}, after the article ({reading.source.published}){more}"
        hint = "is it another article's, or is `published` wrong?"
        place = reading.place(found.start())
        yield Problem(reading.seed, "address-date", message, hint, (), *place, "warning", (reading.source.id, found[0]))


def _archived(reading: Reading, published: Span) -> Iterator[Problem]:
    archive = reading.source.archive
    for key, days in (("date", _days(archive.date)), ("url", _dated(archive.url))) if archive else ():
        if archive and days and _is_after(published, days):
            yield _contradiction(reading, key, "this copy", _shown(days), archive.url, ("archive",))


def _contradiction(reading: Reading, key: str, what: str, dated: str, address: str, within: tuple[str, ...] = ()) -> Problem:
    source = reading.source
    message = f"{what} is dated {dated}, the article {source.published}"
    hint = "one of the two is wrong: correct it"
    return Problem(reading.file, "address-date", message, hint, (reading.row, *within, key), severity="warning", of=(source.id, address))


def _days(date: str | None) -> Span | None:
    """The days of a date that is sure."""
    days = span(date) if date else None
    return days if days and not days.uncertain and not days.approximate else None


def _dated(address: str) -> Span | None:
    """The day or the month in the path of an address; that of an archive stands before the one it keeps."""
    found = DATED.search(address)
    if not found:
        return None
    year, month, day = (found[part] or found[f"whole_{part}"] or "" for part in ("year", "month", "day"))
    number = int(month) if month.isdigit() else MONTHS.index(month.lower()) + 1
    try:
        return span(f"{year}-{number:02d}" + (f"-{int(day):02d}" if day else ""))
    except ValueError:  # /2024/02/30/
        return None


def _is_after(one: Span, other: Span) -> bool:
    """Whether the first begins when the second is certainly over."""
    return bool(one.first and other.last and one.first > other.last + LEEWAY)


def _shown(days: Span) -> str:
    first = days.first or Day.min
    return f"{first:%Y-%m-%d}" if days.precision == "day" else f"{first:%Y-%m}"


def broken_addresses(reading: Reading) -> Iterator[Problem]:
    """Warnings on addresses that go on in the next line, unless `url` has them in one piece."""
    for found, whole in islice(_broken(reading), MOST):
        hint = f"in one piece: {whole}\nif it is this article's own address, give it as `url:` in sources.yaml"
        message = "this address is broken over lines"
        place = reading.place(found.start())
        yield Problem(reading.seed, "broken-address", message, hint, (), *place, "warning", (reading.source.id, whole))


def _broken(reading: Reading) -> Iterator[tuple[re.Match[str], str]]:
    """Each with the whole of it."""
    for found in _addresses(reading.article.text):
        whole = _whole(reading.article.text, found)
        if whole not in (found[0], reading.source.url) and not reading.is_answered(*found.span()):
            yield found, whole


def _addresses(text: str) -> Iterator[re.Match[str]]:
    return ADDRESS.finditer(text) if "://" in text else iter(())


def _whole(text: str, found: re.Match[str]) -> str:
    """The address with what stands of it in the lines after."""
    whole, at = found[0], found.end()
    is_long = at >= LONG and "\n" not in text[at - LONG : found.start()]
    rest = REST.match(text, at) if is_long else None
    while rest:
        whole, at = whole + rest["rest"], rest.end()
        rest = REST.match(text, at) if len(rest["rest"]) >= LONG else None
    return whole
