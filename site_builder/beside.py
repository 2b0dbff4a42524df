"""What stands beside the dossiers: settings, actors, outlets, free pages. Which dossiers may a change of it concern?

More may be named than are concerned, never fewer: what is said of the others then still stands.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import takewhile
from typing import NamedTuple

from msgspec import Struct

from site_builder.catalogue import Catalogue
from site_builder.check.concerned import Change, Sought, change
from site_builder.check.silences import answers
from site_builder.load.seeds import seed_of
from site_builder.model import Account, Actor, Entry, FreePage, Outlet, Publish, Silence
from site_builder.steps import Said
from site_builder.text.story import story_cites


class Beside(Struct, frozen=True):
    """All of it on which what is said of dossiers depends."""

    publish: Publish
    unsure: tuple[str, ...]  # kinds of record of which some file is broken
    silence: tuple[Silence, ...]
    pages: tuple[FreePage, ...]
    outlets: tuple[Outlet, ...]
    actors: tuple[Actor, ...]


class Concerned(NamedTuple):
    """Dossiers of which something else may have to be said, and sources of which something else may have to be shown."""

    dossiers: Collection[str] = ()
    sources: Collection[str] = ()


NOBODY = Concerned()


class Told(NamedTuple):
    """What was last said of all dossiers: their accounts, and the problems of one, read when they are asked for."""

    accounts: Mapping[str, Account]
    said: Callable[[str], Said]


def concerned(
    before: Beside,
    now: Beside,
    catalogue: Catalogue,
    entries: Mapping[str, Entry],
    text: Callable[[str], str],
    told: Callable[[], Told],
) -> Concerned | None:
    """Whom a change concerns; None where it may be all. `text`: what a seed holds, by its path."""
    if (before.publish, before.unsure) != (now.publish, now.unsure):
        return None
    moved = change((before.actors, before.outlets), (now.actors, now.outlets))
    if moved is None:
        return None
    dossiers = {name for actor in moved.actors for name in catalogue.speaking.get(actor, ())}
    sources = {*_on_pages({*before.pages} ^ {*now.pages}), *of_outlets(moved.outlets, catalogue, entries)}
    sources.update(_naming(moved, catalogue, entries, text))
    dossiers.update(_answering(before.silence, now.silence, told) if before.silence != now.silence else ())
    return Concerned(dossiers, sources)


def _on_pages(pages: Iterable[FreePage]) -> Iterator[str]:
    """The sources that free pages cite."""
    return (cite.id for page in pages for cite in story_cites(page.body))


def of_outlets(outlets: Iterable[str], catalogue: Catalogue, entries: Mapping[str, Entry]) -> Iterator[str]:
    """The sources that outlets have published."""
    for outlet in outlets:
        for name in catalogue.outlets.get(outlet, ()):
            yield from (source.id for source in entries[name].sources if source.outlet == outlet)


def _naming(moved: Change, catalogue: Catalogue, entries: Mapping[str, Entry], text: Callable[[str], str]) -> Iterator[str]:
    """The sources of which something else may have to be said as names have changed."""
    if not moved.names and not moved.words:
        return
    sought = Sought(moved)
    for seed, using in catalogue.using.items():
        if sought.may_concern(text(seed)):
            yield from (source.id for name in using for source in entries[name].sources if seed_of(source) == seed)


def _answering(before: tuple[Silence, ...], now: tuple[Silence, ...], told: Callable[[], Told]) -> Iterator[str]:
    """The dossiers that have warnings which other silences answer than before, or the same with another number."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, now, strict=False)))
    new, codes = now[same:], {one.lint for one in now[same:]}
    accounts, said = told()
    for name, account in accounts.items():
        if any(number >= same for number in account.answers):
            yield name
        elif not codes.isdisjoint((*account.warnings, *account.silenced)):
            known = said(name)
            found = [one.problem for one in (*known.problems, *(one for one, _ in known.answered))]
            if any(answers(silence, problem) for silence in new for problem in found):
                yield name
