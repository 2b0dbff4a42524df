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
from site_builder.steps import unpacked
from site_builder.verify import given, unsure

T = TypeVar("T")

NAMING = ("sources", "given", "broken")  # of an entry: what gives names, or takes them
COUNTED = ("speaking", "sources", "cites", "read")  # what `Catalogue.count` counts


class Entries(MutableMapping[str, Entry]):
    """Every dossier's entry, by its id, in order; each is read when it is asked for."""

    def __init__(self, kept: memo.Memo, ids: Iterable[str]) -> None:
        self._kept = kept
        self._read: dict[str, Entry | None] = dict.fromkeys(ids)

    def __getitem__(self, name: str) -> Entry:
        entry = self._read[name]
        if entry is None:
            entry = self._read[name] = self._entry(self._kept.get("entry", name))
        return entry

    def __setitem__(self, name: str, entry: Entry) -> None:
        self._read[name] = entry

    def __delitem__(self, name: str) -> None:
        del self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._read

    def __iter__(self) -> Iterator[str]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)

    def arrange(self, ids: list[str]) -> None:
        """Puts them in the order of the site."""
        if list(self._read) != ids:
            self._read = {name: self._read[name] for name in ids}

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


class Sources(Mapping[str, Source]):
    """Every source, by its id, as the first dossier that has it has entered it."""

    def __init__(self, users: Mapping[str, list[str]], entries: Entries) -> None:
        self._users, self._entries = users, entries
        self._found: dict[str, Source] = {}

    def __getitem__(self, name: str) -> Source:
        if name not in self._found:
            first = self._entries[self._users[name][0]]
            self._found[name] = next(source for source in first.sources if source.id == name)
        return self._found[name]

    def __contains__(self, name: object) -> bool:
        return name in self._users

    def __iter__(self) -> Iterator[str]:
        return iter(self._users)

    def __len__(self) -> int:
        return len(self._users)


class Catalogue(Struct):
    """What the entries say together."""

    top: bytes  # tells which actors.yaml and outlets.yaml it was made with
    ids: list[str]  # of all dossiers
    users: dict[str, list[str]]  # the dossiers that have each source; and so all sources, in order
    using: dict[str, list[str]]  # the dossiers whose sources stand in each seed, by its path
    known: dict[str, dict[str, str]]  # every id of the site, by its kind, with the file that gives it
    unsure: tuple[str, ...]  # kinds of record of which some file is broken
    naming: dict[str, list[str]]  # by dossier: the sources of others that it names or cites in any way
    foreigners: dict[str, list[str]]  # by dossier: those of which it cites words or says something
    speaking: set[str]  # actors who are quoted or respond
    outlets: set[str]  # those that a source names
    cited: set[str]  # by stories, and sources from which another is said to be derived
    read: int  # sources whose article could be read
    updated: dict[str, str]  # by dossier: when it was last checked, as its editor wrote it

    def note(self, entry: Entry) -> bool:
        """Takes what a dossier says of others' sources, and when it was checked; whether that is new."""
        own = {source.id for source in entry.sources}
        named = [name for kinds, names in entry.mentions if "source" in kinds for name in names]
        named += [name for kind, name, _ in entry.cites if kind in ("", "source")]
        foreign = [name for name in dict.fromkeys(named) if name not in own and name in self.users]
        cited = {name for kind, name, words in entry.cites if words and kind in ("", "source")}.union(sources_named(entry))
        words = _set(self.foreigners, entry.id, [name for name in foreign if name in cited])
        return _set(self.naming, entry.id, foreign) | words | _set(self.updated, entry.id, str(entry.cover.updated or ""))

    def count(self, entries: Collection[Entry]) -> None:
        """Takes what all entries say together without giving names."""
        self.speaking = {name for entry in entries for name in entry.speaking}
        self.outlets = {source.outlet for entry in entries for source in entry.sources if source.outlet}
        stories = (name for entry in entries for _, name, _ in entry.cites)
        self.cited = spoken_of(stories, (source for entry in entries for source in entry.sources))
        self.read = len({source for entry in entries for source in entry.read})

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
    made = Catalogue(key, ids, users, using, known, broken, {}, {}, set(), set(), set(), 0, {})
    for entry in entries:
        made.note(entry)
    made.count(entries)
    return made, twice


def catalogue_of(stored: bytes | None) -> Catalogue | None:
    """What was packed."""
    return Catalogue(*marshal.loads(stored)) if stored else None  # noqa: S302 it is our own


def sources_named(entry: Entry) -> tuple[str, ...]:
    """The sources of which a dossier's records say something."""
    return next((named for kinds, named in entry.mentions if kinds == ("source",)), ())


def _set(table: dict[str, T], name: str, value: T) -> bool:
    """Notes what says something, and nothing else; whether that is new."""
    before = table.pop(name, None)
    if value:
        table[name] = value
    return (before or None) != (value or None)
