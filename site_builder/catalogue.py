"""What do the entries of all dossiers say together? It is kept, and followed from edit to edit: an edit reads the dossiers it touches."""

from __future__ import annotations

import marshal
from bisect import insort
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, MutableMapping
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import astuple

from site_builder import memo
from site_builder.check.loose_ends import spoken_of
from site_builder.load.seeds import seed_of
from site_builder.load.site import LoadedTop
from site_builder.model import Entry, Source
from site_builder.problems import Problem
from site_builder.relate.edition import newest
from site_builder.steps import unpacked
from site_builder.verify import given, unsure

T = TypeVar("T")

NAMING = ("sources", "given", "broken")  # of an entry: what gives names, or takes them
OF_TOP = frozenset({"actor", "outlet"})  # kinds of record that no dossier gives
AT_HAND = 5_000  # entries that are kept as records, 27 kB each; the others are read again
COUNTED = ("speaking", "sources", "cites", "read")  # what `Catalogue.take` counts


class _Ids(Mapping[str, T]):
    """Records by their ids. `_ids`: a table of them, in order."""

    _ids: Mapping[str, object]

    def __contains__(self, name: object) -> bool:
        return name in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class OnDemand(_Ids[T]):
    """Records by their ids, each read when it is asked for."""

    def __init__(self, ids: Mapping[str, object], read: Callable[[str], T]) -> None:
        self._ids, self._read = ids, read
        self._found: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._found:
            self._found[name] = self._read(name)
        return self._found[name]


class Entries(_Ids[Entry], MutableMapping[str, Entry]):
    """Every dossier's entry, in the order of the site."""

    def __init__(self, kept: memo.Memo, ids: Iterable[str]) -> None:
        self._kept = kept
        self._ids = self._read = dict[str, Entry | None].fromkeys(ids)
        self._at_hand = 0

    def __getitem__(self, name: str) -> Entry:
        entry = self._read[name]
        if entry is None:
            entry = self[name] = self._entry(self._kept.get("entry", name))
        return entry

    def __setitem__(self, name: str, entry: Entry) -> None:
        """Takes an entry that is kept, or is about to be."""
        if self._at_hand == AT_HAND:
            self._ids = self._read = dict.fromkeys(self._read)
            self._at_hand = 0
        self._read[name] = entry
        self._at_hand += 1

    def __delitem__(self, name: str) -> None:
        del self._read[name]

    def arrange(self, ids: list[str]) -> None:
        """Puts them in the order of the site."""
        if list(self._read) != ids:
            self._ids = self._read = {name: self._read[name] for name in ids}

    def all(self) -> Collection[Entry]:
        """All of them; those that were not yet asked for are read at once, unless that would be too much."""
        if len(self) > AT_HAND:
            return self.values()
        if missing := [name for name, entry in self._read.items() if entry is None]:
            rows = self._kept.all("entry")
            self._read.update({name: self._entry(rows.get(name)) for name in missing})
        return [entry for entry in self._read.values() if entry]

    def _entry(self, stored: bytes | None) -> Entry:
        if stored is None:
            self._kept.forget()
            raise memo.BrokenError
        return unpacked(stored, Entry)


def sources(users: Mapping[str, list[str]], entries: Entries) -> OnDemand[Source]:
    """Every source, as the first dossier that has it has entered it."""
    return OnDemand(users, lambda name: next(source for source in entries[users[name][0]].sources if source.id == name))


class Catalogue(Struct):
    """What the entries say together."""

    top: bytes  # tells which files beside the dossiers it was made with
    ids: list[str]  # of all dossiers
    users: dict[str, list[str]]  # the dossiers that have each source, in order
    using: dict[str, list[str]]  # the dossiers whose sources stand in each seed, by its path
    known: dict[str, dict[str, str]]  # every id of the site, by its kind, with the file that gives it
    places: dict[str, int]  # of each source, in the first dossier that has it
    unsure: tuple[str, ...]  # kinds of record of which some file is broken
    outside: dict[str, list[str]]  # by dossier: the ids that it uses and does not give, of what dossiers give
    naming: dict[str, list[str]]  # by dossier: the sources of others that it names or cites in any way
    foreigners: dict[str, list[str]]  # by dossier: those that its story cites or of which it says something
    speaking: dict[str, list[str]]  # actors who are quoted or respond, each with the dossiers in which they do
    outlets: dict[str, list[str]]  # those that a source names, likewise
    cited: dict[str, int]  # sources that stories cite or from which another is said to be derived, with the number of dossiers
    read: dict[str, int]  # sources whose article could be read, likewise
    updated: dict[str, str]  # by dossier: when it was last checked, as its editor wrote it
    dated: dict[str, str]  # by dossier where that is not said: its newest date

    def note(self, entry: Entry) -> bool:
        """Takes what a dossier says of others' sources, and when it was checked; whether that is new."""
        own = {source.id for source in entry.sources}
        named = [name for kinds, names in entry.mentions if "source" in kinds for name in names]
        named += [name for kind, name, _ in entry.cites if kind in ("", "source")]
        foreign = [name for name in dict.fromkeys(named) if name not in own and name in self.users]
        cited = {name for kind, name, _ in entry.cites if kind in ("", "source")}.union(sources_named(entry))
        outside = {name for kinds, names in entry.mentions if OF_TOP.isdisjoint(kinds) for name in names}
        outside |= {name for _, name, _ in entry.cites}
        outside.difference_update(*entry.given.values())
        beyond = _set(self.outside, entry.id, sorted(outside))
        words = _set(self.foreigners, entry.id, [name for name in foreign if name in cited])
        updated = entry.cover.updated
        dates = _set(self.updated, entry.id, str(updated or "")) | _set(self.dated, entry.id, "" if updated else str(newest(entry) or ""))
        return _set(self.naming, entry.id, foreign) | beyond | words | dates

    def give(self, before: Iterable[Entry], now: Iterable[Entry], entries: Mapping[str, Entry]) -> bool:
        """Takes the names that some dossiers give `now` in place of those that they gave `before`.

        False where more than these would have to be looked at: a record can't be read, or a name is given twice. The catalogue is then no
        longer right. `entries`: of all dossiers, as they are now.
        """
        moved = set[str]()  # sources
        for old in before:
            if not self._take_back(old):
                return False
            moved.update(source.id for source in old.sources)
        for new in now:
            if not self._enter(new, entries):
                return False
            moved.update(source.id for source in new.sources)
        for source in moved:
            self.places.pop(source, None)
            if source in self.users:
                first = entries[self.users[source][0]]
                self.places[source] = next(n for n, one in enumerate(first.sources) if one.id == source)
                self.known["source"][source] = _file(first, "source")
        return True

    def give_top(self, top: LoadedTop, key: bytes) -> bool:
        """Takes the names of actors and outlets as they are now. False where a name is given twice, or a file can't be read."""
        if self.unsure or not all(rows.readable for rows in top.rows.values()):
            return False
        for kind in sorted(OF_TOP):
            names = top.rows[f"{kind}s"].in_order
            if "" in names or len(set(names)) < len(names):
                return False
            self.known[kind] = dict.fromkeys(names, f"content/{kind}s.yaml")
        self.top = key
        return True

    def _take_back(self, old: Entry) -> bool:
        if not old.whole:
            return False
        for kind, names in old.given.items():
            table, file = self.known[kind], _file(old, kind)
            for name in names if kind != "source" else ():
                if table.pop(name, None) != file:
                    return False
        for source in old.sources:
            _remove(self.users, source.id, old.id)
            _remove(self.using, seed_of(source), old.id)
            if source.id not in self.users:
                self.known["source"].pop(source.id, None)
        return True

    def _enter(self, new: Entry, entries: Mapping[str, Entry]) -> bool:
        if not new.whole or any(len(set(names)) < len(names) for names in new.given.values()):
            return False
        for kind, names in new.given.items():
            table, file = self.known[kind], _file(new, kind)
            if kind != "source":
                if not table.keys().isdisjoint(names):
                    return False
                table.update(dict.fromkeys(names, file))
        for source in new.sources:
            sharing = self.users.setdefault(source.id, [])
            if sharing and source not in entries[sharing[0]].sources:
                return False
            insort(sharing, new.id, key=rank)
            insort(self.using.setdefault(seed_of(source), []), new.id, key=rank)
        return True

    def exchange(self, name: str, old: Entry | None, new: Entry | None) -> bool:
        """Takes what a dossier says now for what it said, but for the names that it gives; whether that is new but for what is counted."""
        if old:
            self.take(old, -1)
        if new:
            self.take(new)
            return self.note(new)
        for table in (self.naming, self.foreigners, self.outside, self.updated, self.dated):
            table.pop(name, None)
        return True

    def using_any(self, names: Iterable[str]) -> set[str]:
        """The dossiers that may use any of these ids: those that give one, of whatever kind, and those that use what they don't give."""
        wanted = set(names)
        files = [table[name] for table in self.known.values() for name in wanted if name in table]
        found = {place[1] for file in files if len(place := file.split("/")) > 2}
        found.update(*(self.users.get(name, ()) for name in wanted))
        return found | {dossier for dossier, used in self.outside.items() if not wanted.isdisjoint(used)}

    def order(self, source: str) -> tuple[str, int]:
        """By what the sources of the site are in order."""
        return rank(self.users[source][0]), self.places[source]

    def take(self, entry: Entry, times: int = 1) -> None:
        """Counts what a dossier says without giving names; -1 times takes it back."""
        outlets = {source.outlet for source in entry.sources if source.outlet}
        for table, found in ((self.speaking, entry.speaking), (self.outlets, outlets)):
            for name in found:
                if times > 0:
                    insort(table.setdefault(name, []), entry.id)
                else:
                    _remove(table, name, entry.id)
        count(self.cited, spoken_of((name for _, name, _ in entry.cites), entry.sources), times)
        count(self.read, set(entry.read), times)

    def packed(self) -> bytes:
        return marshal.dumps(astuple(self))


def catalogued(top: LoadedTop, key: bytes, entries: Collection[Entry]) -> tuple[Catalogue, list[Problem]]:
    """The catalogue of these entries, and a problem for every id that is given twice."""
    users: dict[str, list[str]] = {}
    using: dict[str, list[str]] = {}
    ids = []
    for entry in entries:
        ids.append(entry.id)
        for source in entry.sources:
            sharing = users.setdefault(source.id, [])
            if entry.id not in sharing:
                sharing.append(entry.id)
            using.setdefault(seed_of(source), []).append(entry.id)
    known, twice = given(top, entries)
    places: dict[str, int] = {}
    for entry in entries:
        for n, source in enumerate(entry.sources):
            places.setdefault(source.id, n)
    made = Catalogue(key, ids, users, using, known, places, tuple(sorted(unsure(top, entries))), {}, {}, {}, {}, {}, {}, {}, {}, {})
    for entry in entries:
        made.note(entry)
        made.take(entry)
    return made, twice


def catalogue_of(stored: bytes | None) -> Catalogue | None:
    """What was packed."""
    return Catalogue(*marshal.loads(stored)) if stored else None  # noqa: S302 it is our own


def rank(dossier: str) -> str:
    """By what the dossiers of a site are in order: their folders' paths."""
    return f"{dossier}/"


def sources_named(entry: Entry) -> tuple[str, ...]:
    """The sources of which a dossier's records say something."""
    return next((named for kinds, named in entry.mentions if kinds == ("source",)), ())


def count(table: dict[T, int], found: Iterable[T], times: int) -> None:
    """Counts what was found; what has been taken back as often as it was counted is gone."""
    add(table, Counter(found), times)


def add(table: dict[T, int], amounts: Mapping[T, int], times: int) -> None:
    """Adds amounts, so many times; what is nothing then is gone."""
    for one, amount in amounts.items():
        table[one] = table.get(one, 0) + times * amount
        if not table[one]:
            del table[one]


def _file(entry: Entry, kind: str) -> str:
    """The file in which a dossier gives records of a kind."""
    return f"content/{entry.id}/{kind}s.yaml"


def _remove(table: dict[str, list[str]], name: str, dossier: str) -> None:
    """Takes a dossier out of those noted for a name, once; where none is left, nothing is."""
    table[name].remove(dossier)
    if not table[name]:
        del table[name]


def _set(table: dict[str, T], name: str, value: T) -> bool:
    """Notes what says something, and nothing else; whether that is new."""
    before = table.pop(name, None)
    if value:
        table[name] = value
    return (before or None) != (value or None)
