"""What may another list of actors or outlets concern? More may be named than is concerned, never less.

What is said of a source depends on the names that the site knows in three ways: a name stands there (`text/names.py`, `loose_ends.py`,
`text/sic.py`), a word or two words there are close to one, or a word is no slip because some name has it (`near_names.py`). Each needs
words of the name in the text, letter for letter; what they are in detail is left to those who look.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from site_builder.check.near_names import name_words, slips, surname, words_of_names
from site_builder.check.reading import MARKS, WORD
from site_builder.model import Actor, Outlet
from site_builder.text.fold import fold, spelled_otherwise

Words = tuple[str, ...]
MOST = 200  # names and words that are looked for; if more have changed, all may be concerned
PAIR = 2


class Change(NamedTuple):
    """What is different in the lists of actors and outlets."""

    actors: frozenset[str]  # of which a page may tell otherwise
    outlets: frozenset[str]
    names: frozenset[Words]  # theirs, as they were and as they are, in words
    words: frozenset[str]  # each of which alone is enough


def change(before: tuple[Sequence[Actor], Sequence[Outlet]], now: tuple[Sequence[Actor], Sequence[Outlet]]) -> Change | None:
    """What is different; None where all may be concerned."""
    (old, outlets_before), (new, outlets_now) = before, now
    was, are = {actor.id: actor for actor in old}, {actor.id: actor for actor in new}
    had, has = {outlet.id: outlet for outlet in outlets_before}, {outlet.id: outlet for outlet in outlets_now}
    if any(len(table) != len(ones) for table, ones in ((was, old), (are, new), (had, outlets_before), (has, outlets_now))):
        return None
    moved = differing(was, are) | out_of_order(was, are)  # of two with the same name the first counts
    shown = {name for name in moved if name not in was or name not in are or was[name].above != are[name].above}
    moved |= _members(shown, (*old, *new))
    records = [table[name] for table in (was, are) for name in moved if name in table]
    forms = [_forms(name) for one in records for name in (one.name, *one.aliases, *one.misspelt)]
    names: set[Words] = set().union(*forms)
    words = slips(words_of_names(*before) ^ words_of_names(*now), (*old, *new))
    words |= {word for one in records for name in (one.name, *one.aliases) for word in surname(one, name_words(name))}
    if len(names) + len(words) > MOST or not all(map(all, forms)):
        return None
    return Change(frozenset(moved), frozenset(differing(had, has)), frozenset(names), frozenset(words))


def differing(before: Mapping[str, object], now: Mapping[str, object]) -> set[str]:
    """The names that stand for something else in the two, or stand in one alone."""
    return {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)}


def out_of_order(before: Collection[str], now: Collection[str]) -> set[str]:
    """Names without which those that are in both stand in the same order: as few as can be."""
    places = {name: n for n, name in enumerate(before)}
    both = [name for name in now if name in places]
    ends: list[int] = []  # of the runs of one length more each, the one that ends first, and who ends it
    last: list[str] = []
    follows: dict[str, str] = {}
    for name in both:
        n = bisect_left(ends, places[name])
        ends[n : n + 1], last[n : n + 1] = [places[name]], [name]
        follows[name] = last[n - 1] if n else ""
    staying, name = set[str](), last[-1] if last else ""
    while name:
        staying.add(name)
        name = follows[name]
    return {*both} - staying


def _members(actors: Iterable[str], among: Iterable[Actor]) -> set[str]:
    """All who belong to any of these, directly or not."""
    of: dict[str, set[str]] = {}
    for actor in among:
        if actor.affiliation:
            of.setdefault(actor.affiliation, set()).add(actor.id)
    found, todo = set[str](), [*actors]
    while todo:
        new = of.get(todo.pop(), set()) - found
        found |= new
        todo += new
    return found


def _forms(name: str) -> set[Words]:
    """The words of a name, as it is written and folded."""
    return {tuple(WORD.findall(text)) for text in (name, fold(name).text)}


class Sought:
    """What has changed, ready to be looked for in texts."""

    def __init__(self, change: Change) -> None:
        self._words = sorted(change.words | {name[0] for name in change.names if len(name) == 1})
        self._pairs = [(name[0], name[1], _pair(*name)) for name in sorted(change.names) if len(name) == PAIR]
        self._longer = [name for name in sorted(change.names) if len(name) > PAIR]

    def may_concern(self, text: str) -> bool:
        """Whether anything that is said of the text may be otherwise."""
        return self._may_stand(text) or (spelled_otherwise(text) and self._may_stand(fold(text).text))

    def _may_stand(self, text: str) -> bool:
        if any(word in text for word in self._words):
            return True
        if any((one in text or other in text) and pair.search(text) for one, other, pair in self._pairs):
            return True
        return any(sum(word not in text for word in name) <= 1 for name in self._longer)


def _pair(one: str, other: str) -> re.Pattern[str]:
    """Two words side by side, of which one may be misspelt after its first letter, or have more letters."""
    first, second = map(re.escape, (one, other))
    return re.compile(rf"{first}[\w{MARKS}]*\W+{re.escape(other[0])}|{re.escape(one[0])}[\w{MARKS}]*\W+{second}")
