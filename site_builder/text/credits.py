"""Whose report does a source say it is?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from site_builder.model import Article, Cue, Outlet, Source
from site_builder.text.agencies import AGENCIES, AUTHOR_ADDRESS, CREDITS

ROUND = 60  # characters before and after a name that are looked at
OF_ONE = 2  # cues of one agency that are kept
LATIN = re.compile(r"[A-Za-z]")
CASED = re.compile(r"[A-Za-zА-Яа-яЁёІіЇїЄєҐґ]")
ARABIC = re.compile("[\u0600-\u06ff]")


def cues(source: Source, article: Article | None, outlets: Mapping[str, Outlet]) -> tuple[Cue, ...]:
    """Every sign of an agency whose report the source carries: first what the editor noted, then what the text says."""
    more = tuple(sorted({outlet.name for outlet in outlets.values() if outlet.kind == "agency"}))
    found = [Cue(source.id, agency, words) for agency, words in dict.fromkeys(_noted(source, outlets, more))]
    if article is not None:
        found += _in_text(source.id, article, more)
    of: dict[str, list[Cue]] = {}
    for cue in found:
        of.setdefault(cue.agency, []).append(cue)
    return tuple(cue for several in of.values() for cue in several[:OF_ONE])


def _noted(source: Source, outlets: Mapping[str, Outlet], more: Sequence[str]) -> Iterator[tuple[str, str]]:
    if source.credit:
        for agency in _named(source.credit, more) or [source.credit]:
            yield agency, source.credit
    for author in source.authors:
        for agency in _named(author, more):
            yield agency, author
    outlet = outlets.get(source.outlet or "")
    if outlet and outlet.kind == "agency":
        yield _canonical(outlet.name), outlet.name
    found = _address().search(source.url)
    if found:
        yield _by_slug()[found["agency"].casefold()], found[0]


def _named(words: str, more: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(_canonical(found[0]) for found in _names(tuple(more)).finditer(words)))


def _canonical(name: str) -> str:
    return _by_name().get(name.casefold(), name)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    return {name.casefold(): agency for agency, names in AGENCIES.items() for name in (agency, *names)}


@lru_cache(maxsize=1)
def _by_slug() -> dict[str, str]:
    return {re.sub(r"\W+", "-", name.casefold()): agency for name, agency in _by_name().items() if LATIN.search(name)}


@lru_cache(maxsize=1)
def _address() -> re.Pattern[str]:
    slugs = sorted(_by_slug(), key=len, reverse=True)
    return re.compile(AUTHOR_ADDRESS.replace("{agencies}", "|".join(map(re.escape, slugs))), re.I)


@lru_cache(maxsize=8)
def _names(more: tuple[str, ...]) -> re.Pattern[str]:
    """Any name of an agency. Arabic joins its prepositions to it, Cyrillic its endings; Chinese has no limits of words."""
    names = sorted({*more, *(name for names in AGENCIES.values() for name in names)}, key=len, reverse=True)
    return re.compile("|".join(map(_bounded, names)))


def _bounded(name: str) -> str:
    pattern = re.escape(name).replace(r"\ ", r"\s+")
    if ARABIC.search(name):
        return rf"(?<!\w)(?:و?[لب])?{pattern}(?!\w)"
    if not CASED.search(name):
        return pattern
    ending = "" if LATIN.search(name) else r"(?:[ауе]|ом|ем|у)?"
    return rf"(?<![\w/@#-]){pattern}{ending}(?![\w@])"


def _in_text(source: str, article: Article, more: Sequence[str]) -> Iterator[Cue]:
    """The credits that stand outside quotation marks, in what is skipped too: that is where credits are put."""
    text = article.text
    for found in _address().finditer(text):
        yield Cue(source, _by_slug()[found["agency"].casefold()], found[0], *found.span())
    for found in _names(tuple(more)).finditer(text):
        if not _is_quoted(found.span(), article.quoted):
            agency = _agency(found[0])
            for start, end in _credits(text, *found.span()):
                yield Cue(source, agency, text[start:end], start, end)
                break


def _agency(name: str) -> str:
    """What a name is called here, without Arabic prepositions and Cyrillic endings."""
    plain = re.sub(r"\s+", " ", name)
    shorter = (plain, plain[1:], plain[2:], plain[:-1], plain[:-2])
    return next((_by_name()[one.casefold()] for one in shorter if one.casefold() in _by_name()), plain)


def _is_quoted(span: tuple[int, int], quoted: Iterable[tuple[int, int]]) -> bool:
    """Whether a name stands in quoted speech; «Интерфакс» alone between marks is the custom."""
    return any(start <= span[0] and span[1] <= end and end - start > span[1] - span[0] + 2 for start, end in quoted)


def _credits(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words round a name that make it a credit."""
    first = max(0, start - ROUND)
    for before, after in _patterns():
        ahead = before.search(text, first, start)
        behind = after.match(text, end, end + ROUND)
        if ahead and behind:
            yield _trimmed(text, ahead.start(), behind.end())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(rf"(?:{before})\Z"), re.compile(after)) for _, before, after in CREDITS)
