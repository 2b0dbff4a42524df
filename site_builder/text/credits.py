"""Whose report does a source say it is?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from site_builder.model import Article, Cue, Outlet, Source
from site_builder.text.agencies import AGENCIES, AUTHOR_ADDRESS, CREDITS, PICTURES
from site_builder.text.latest import of_articles
from site_builder.text.scripts import later, may_be_unspaced
from site_builder.text.words import UNSPACED

Credit = tuple[str, str, int, int]  # the agency, the words and where they stand

ROUND = 60  # characters before and after a name that are looked at
OF_ONE = 2  # cues of one agency that are kept
OF_A_PICTURE = later(PICTURES)
LATIN = re.compile("[A-Za-z]")
CYRILLIC = re.compile("[\u0400-\u04ff]")
ARABIC = re.compile("[\u0600-\u06ff]")


def agencies(outlets: Iterable[Outlet]) -> tuple[str, ...]:
    """The names of the site's own outlets that are agencies."""
    return tuple(sorted({outlet.name for outlet in outlets if outlet.kind == "agency"}))


def cues(source: Source, article: Article | None = None, outlet: Outlet | None = None, more: tuple[str, ...] = ()) -> tuple[Cue, ...]:
    """Every sign of an agency whose report the source carries: first what the editor noted, then what the text says.

    `outlet` is the source's; `more` are names of agencies beside those that are known.
    """
    found = [Cue(source.id, agency, words) for agency, words in dict.fromkeys(_noted(source, outlet, more))]
    if article is not None:
        found += [Cue(source.id, *credit) for credit in _in_text(article, _the_same(more))]
    of: dict[str, list[Cue]] = {}
    for cue in found:
        of.setdefault(cue.agency, []).append(cue)
    return tuple(cue for several in of.values() for cue in several[:OF_ONE])


def _noted(source: Source, outlet: Outlet | None, more: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if source.credit:
        yield from ((agency, source.credit) for agency in _named(source.credit, more) or [_canonical(source.credit)])
    for author in source.authors:
        yield from ((agency, author) for agency in _named(author, more))
    if outlet and outlet.kind == "agency":
        yield from ((agency, outlet.name) for agency in _named(outlet.name) or [outlet.name])
    found = _address().search(source.url)
    if found:
        yield _by_slug()[found["agency"].casefold()], found[0]


def _named(words: str, more: tuple[str, ...] = ()) -> list[str]:
    return list(dict.fromkeys(_canonical(found[found.lastgroup or 0]) for found in _names(more).finditer(words)))


def _canonical(name: str) -> str:
    plain = re.sub(r"\s+", " ", name)
    return _by_name().get(plain.casefold(), plain)


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
    """Any name of an agency. Arabic joins prepositions to it, Cyrillic endings; Chinese has no limits of words."""
    names = sorted({*more, *(name for names in AGENCIES.values() for name in names)}, key=len, reverse=True)
    arabic = [name for name in names if ARABIC.search(name)]
    cyrillic = [name for name in names if CYRILLIC.search(name)]
    unspaced = [name for name in names if may_be_unspaced(name) and UNSPACED.search(name)]
    others = [name for name in names if name not in {*arabic, *cyrillic, *unspaced}]
    return re.compile(
        rf"(?<!\w)(?:و?[لب])?(?P<arabic>{_any_of(arabic)})(?!\w)"
        rf"|(?<![\w@#-])(?P<cyrillic>{_any_of(cyrillic)})(?=(?:[ауе]|ом|ем)?(?!\w))"
        rf"|(?P<unspaced>{_any_of(unspaced)})"
        rf"|(?<![\w@#-])(?<!\w/)(?P<others>{_any_of(others)})(?![\w@])"
    )


def _any_of(names: Sequence[str]) -> str:
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)


@lru_cache(maxsize=8)
def _the_same(names: tuple[str, ...]) -> tuple[str, ...]:
    """One object for equal names, so that what is remembered of an article with them is found again."""
    return names


@of_articles
def _in_text(article: Article, more: tuple[str, ...]) -> tuple[Credit, ...]:
    """The credits that stand outside quotation marks, in what is skipped too: that is where credits are put."""
    return tuple(_credits(article, more))


def _credits(article: Article, more: tuple[str, ...]) -> Iterator[Credit]:
    text = article.text
    for found in _address().finditer(text):
        yield _by_slug()[found["agency"].casefold()], found[0], *found.span()
    for found in _names(more).finditer(text):
        place = found.span(found.lastgroup or 0)
        credit = None if _is_quoted(place, article.quoted) else _credit(text, *place)
        if credit:
            yield _canonical(text[slice(*place)]), text[slice(*credit)], *credit


def _is_quoted(span: tuple[int, int], quoted: Iterable[tuple[int, int]]) -> bool:
    """Whether a name stands in quoted speech; «Интерфакс» alone between marks is the custom."""
    return any(start <= span[0] and span[1] <= end and end - start > span[1] - span[0] + 2 for start, end in quoted)


def _credit(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words stand that make a name a credit."""
    for before, after in _patterns():
        behind = after.match(text, end, end + ROUND)
        ahead = behind and before.search(text, max(0, start - ROUND), start)
        if ahead and behind:
            if OF_A_PICTURE.search(text, max(0, start - ROUND), start):
                return None
            return _trimmed(text, ahead.start(), behind.end())
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(rf"(?:{before})\Z"), re.compile(after)) for _, before, after in CREDITS)
