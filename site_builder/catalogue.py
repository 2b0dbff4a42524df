"""What do the entries of all dossiers say together? It is kept, and followed from edit to edit: an edit reads the dossiers it touches."""

from __future__ import annotations

import marshal
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import astuple

from site_builder import memo
from site_builder.check.loose_ends import spoken_of
from site_builder.load.seeds import inside
from site_builder.load.site import LoadedTop
from site_builder.model import Entry, Source
from site_builder.problems import Problem
from site_builder.relate.edition import newest
from site_builder.steps import unpacked
from site_builder.verify import given, unsure

T = TypeVar("T")

NAMING = ("sources", "given", "broken")  # of an entry: what gives names, or takes them
COUNTED = ("speaking", "sources", "cites", "read")  # what `Catalogue.take` counts


class _Asked(Mapping[str, T]):
    """Records by their ids, each read when it is asked for. `_ids`: a table of them, in order."""

    _ids: Mapping[str, object]

    def __contains__(self, name: object) -> bool:
        return name in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class Entries(_Asked[Entry], MutableMapping[str, Entry]):
    """Every dossier's entry, in the order of the site."""

    def __init__(self, kept: memo.Memo, ids: Iterable[str]) -> None:
        self._kept = kept
        self._ids = self._read = dict[str, Entry | None].fromkeys(ids)

    def __getitem__(self, name: str) -> Entry:
        entry = self._read[name]
        if entry is None:
            entry = self._read[name] = self._entry(self._kept.get("entry", name))
        return entry

    def __setitem__(self, name: str, entry: Entry) -> None:
        self._read[name] = entry

    def __delitem__(self, name: str) -> None:
        del self._read[name]

    def arrange(self, ids: list[str]) -> None:
        """Puts them in the order of the site."""
        if list(self._read) != ids:
            self._ids = self._read = {name: self._read[name] for name in ids}

    def all(self) -> list[Entry]:
        """All of them; those that were not yet asked for are read at once."""
        if missing := [name for name, entry in self._read.items() if entry is None]:
            rows = self._kept.all("entry")
            self._read.update({name: self._entry(rows.get(name)) for name in missing})
        return [entry for entry in self._read.values() if entry]

    def _entry(self, stored: bytes | None) -> Entry:
        if stored is None:
            self._kept.forget()
            raise memo.BrokenError
        return unpacked(stored, Entry)


class Sources(_Asked[Source]):
    """Every source, as the first dossier that has it has entered it."""

    def __init__(self, users: Mapping[str, list[str]], entries: Entries) -> None:
        self._ids = self._users = users
        self._entries = entries
        self._found: dict[str, Source] = {}

    def __getitem__(self, name: str) -> Source:
        if name not in self._found:
            first = self._entries[self._users[name][0]]
            self._found[name] = next(source for source in first.sources if source.id == name)
        return self._found[name]


class Catalogue(Struct):
    """What the entries say together."""

    top: bytes  # tells which files beside the dossiers it was made with
    ids: list[str]  # of all dossiers
    users: dict[str, list[str]]  # the dossiers that have each source; and so all sources, in order
    using: dict[str, list[str]]  # the dossiers whose sources stand in each seed, by its path
    known: dict[str, dict[str, str]]  # every id of the site, by its kind, with the file that gives it
    unsure: tuple[str, ...]  # kinds of record of which some file is broken
    naming: dict[str, list[str]]  # by dossier: the sources of others that it names or cites in any way
    foreigners: dict[str, list[str]]  # by dossier: those of which it cites words or says something
    speaking: dict[str, int]  # actors who are quoted or respond, each with the number of dossiers; so the next three
    outlets: dict[str, int]  # those that a source names
    cited: dict[str, int]  # by stories, and sources from which another is said to be derived
    read: dict[str, int]  # sources whose article could be read
    updated: dict[str, str]  # by dossier: when it was last checked, as its editor wrote it
    dated: dict[str, str]  # by dossier where that is not said: its newest date

    def note(self, entry: Entry) -> bool:
        """Takes what a dossier says of others' sources, and when it was checked; whether that is new."""
        own = {source.id for source in entry.sources}
        named = [name for kinds, names in entry.mentions if "source" in kinds for name in names]
        named += [name for kind, name, _ in entry.cites if kind in ("", "source")]
        foreign = [name for name in dict.fromkeys(named) if name not in own and name in self.users]
        cited = {name for kind, name, words in entry.cites if words and kind in ("", "source")}.union(sources_named(entry))
        words = _set(self.foreigners, entry.id, [name for name in foreign if name in cited])
        updated = entry.cover.updated
        dates = _set(self.updated, entry.id, str(updated or "")) | _set(self.dated, entry.id, "" if updated else str(newest(entry) or ""))
        return _set(self.naming, entry.id, foreign) | words | dates

    def take(self, entry: Entry, times: int = 1) -> None:
        """Counts what a dossier says without giving names; -1 times takes it back."""
        count(self.speaking, entry.speaking, times)
        count(self.outlets, {source.outlet for source in entry.sources if source.outlet}, times)
        count(self.cited, spoken_of((name for _, name, _ in entry.cites), entry.sources), times)
        count(self.read, set(entry.read), times)

    def packed(self) -> bytes:
        return marshal.dumps(astuple(self))


def catalogued(top: LoadedTop, key: bytes, entries: Collection[Entry]) -> tuple[Catalogue, list[Problem]]:
    """The catalogue of these entries, and a problem for every id that is given twice."""
    users: dict[str, list[str]] = {}
    using: dict[str, list[str]] = {}
    for entry in entries:
        for source in entry.sources:
            sharing = users.setdefault(source.id, [])
            if entry.id not in sharing:
                sharing.append(entry.id)
            using.setdefault(f"seeds/{inside(source.file)}", []).append(entry.id)
    known, twice = given(top, entries)
    ids, broken = [entry.id for entry in entries], tuple(sorted(unsure(top, entries)))
    made = Catalogue(key, ids, users, using, known, broken, {}, {}, {}, {}, {}, {}, {}, {})
    for entry in entries:
        made.note(entry)
        made.take(entry)
    return made, twice


def catalogue_of(stored: bytes | None) -> Catalogue | None:
    """What was packed."""
    return Catalogue(*marshal.loads(stored)) if stored else None  # noqa: S302 it is our own


def sources_named(entry: Entry) -> tuple[str, ...]:
    """The sources of which a dossier's records say something."""
    return next((named for kinds, named in entry.mentions if kinds == ("source",)), ())


def count(table: dict[T, int], found: Iterable[T], times: int) -> None:
    """Counts what was found; what has been taken back as often as it was counted is gone."""
    for one in found:
        table[one] = table.get(one, 0) + times
        if not table[one]:
            del table[one]


def _set(table: dict[str, T], name: str, value: T) -> bool:
    """Notes what says something, and nothing else; whether that is new."""
    before = table.pop(name, None)
    if value:
        table[name] = value
    return (before or None) != (value or None)
