"""The project's files: which have changed since the last build, and what do they hold?"""

from __future__ import annotations

import marshal
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, MutableMapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from site_builder import files, memo
from site_builder.problems import Problem
from site_builder.steps import (
    packed,
    unpacked,
)


class ChangedError(Exception):
    """A file was changed while the build was reading."""


UNLISTED = "unlisted"
HELD_THEN = "held then"
MOST_NOTED = 100  # files of which it is noted what they held when the site was last published
SHELF = "files"  # the memory's room
NAMELESS = "nameless"
UNREADABLE = {
    "leaves": ("is a link that leads out of its folder", "put the file itself here"),
    NAMELESS: ("has a name that is not UTF-8", "rename it"),
    "forbidden": ("may not be read", "see its permissions"),
    "not a file": ("is a link, or a folder that may not be read", "put the folder itself here, and see to its permissions"),
    "missing": ("can't be read: it may be a link that leads nowhere", "put the file itself here"),
}
KEPT = 32_000_000  # bytes of files that are kept from when they were looked at; more are read again
ALWAYS = 1 << 62  # nanoseconds; later than any file changes

Stat = files.Stat
Looked = tuple[int, Mapping[str, files.Listed]]  # when files were looked at, and how they were, folder by folder
Read = tuple[Stat | None, str, str]  # a file's times, and the SHA-256 of what it held or why it can't be read
Shelf = tuple[bytes, int, int]  # of a folder: what tells whether it is as it was, when its newest file changed, and how many it has
UNKNOWN: Shelf = b"", ALWAYS, 0


def as_on_disk(path: str) -> bytes:
    """A path as the disk has it, be it UTF-8 or not."""
    return path.encode("utf-8", "surrogateescape")


def from_disk(path: bytes) -> str:
    """The path that stands so on the disk."""
    return path.decode("utf-8", "surrogateescape")


def _is_odd(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return True
    return False


def _split(path: str) -> tuple[str, str]:
    """A file's folder and its name there."""
    cut = path.rfind("/") + 1
    return path[:cut], path[cut:]


class Files(MutableMapping[str, Read]):
    """Files by their paths. What is known of a folder is read from the memory when one of its files is asked for."""

    def __init__(self, kept: memo.Memo, folders: Iterable[str]) -> None:
        self._kept = kept
        self._folders: dict[str, dict[str, Read] | None] = dict.fromkeys(folders)
        self.unlisted = {path: unpacked(one, tuple[Stat | None, str, str]) for path, one in kept.all(UNLISTED).items()}

    def __getitem__(self, path: str) -> Read:
        if path in self.unlisted:
            return self.unlisted[path]
        folder, name = _split(path)
        return self.within(folder)[name]

    def __setitem__(self, path: str, one: Read) -> None:
        folder, name = _split(path)
        self._folders.setdefault(folder, {})
        self.within(folder)[name] = one

    def __delitem__(self, path: str) -> None:
        if path in self.unlisted:
            del self.unlisted[path]
            return
        folder, name = _split(path)
        del self.within(folder)[name]

    def __iter__(self) -> Iterator[str]:
        yield from self.below("")
        yield from self.unlisted

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def folders(self) -> Collection[str]:
        """The folders of which something is known."""
        return self._folders.keys()

    def within(self, folder: str) -> dict[str, Read]:
        """The files of a folder by their names."""
        known = self._folders.get(folder, {})
        if known is None:
            known = self._folders[folder] = marshal.loads(self._kept.need(SHELF, _row(folder)))  # noqa: S302 it is our own
        return known

    def below(self, top: str) -> Iterator[str]:
        """The paths of all files in a folder and its folders, as far as a look shows them."""
        folders = [folder for folder in self._folders if folder.startswith(top)]
        unread = {_row(folder): folder for folder in folders if self._folders[folder] is None}
        self._folders |= {unread[row]: marshal.loads(own) for row, own in self._kept.some(SHELF, unread).items()}  # noqa: S302 likewise
        for folder in folders:
            yield from map(folder.__add__, self.within(folder))

    def keep(self, folder: str) -> tuple[int, int]:
        """Remembers what is known of a folder. When its newest file changed, and how many it has."""
        own = self.within(folder)
        if not own:
            self._folders.pop(folder, None)
            self._kept.drop(SHELF, _row(folder))
            return 0, 0
        self._kept.put(SHELF, _row(folder), marshal.dumps(own, memo.PLAIN))
        return max(max(stat[1:3]) if stat else ALWAYS for stat, _, _ in own.values()), len(own)


def _row(folder: str) -> str:
    """A folder's name in the memory, also where it is not UTF-8."""
    return as_on_disk(folder).decode("latin-1")


class Stock:
    """The project's files: which have changed since the last build, and what they hold."""

    def __init__(self, root: Path, kept: memo.Memo, seen: Looked | None = None) -> None:
        self.root = root
        self._bytes: dict[str, bytes] = {}
        self._held = self.read = 0
        self._kept = kept
        at, listed = seen or (memo.now(), files.listed(root))
        stored = kept.get("", "files")
        self._at: int
        self._shelves: dict[str, Shelf]
        self._at, self._shelves = marshal.loads(stored) if stored else (0, {})  # noqa: S302 it is our own
        self.files = Files(kept, self._shelves)
        self._look(at, listed)

    def look(self, paths: Collection[str] | None) -> None:
        """Looks again at files that may have changed, at all for None."""
        self.forget()
        if paths is None:
            self._look(memo.now(), files.listed(self.root))
            return
        self._take(files.look(self.root, paths), {*paths})
        for folder in {_split(path)[0] for path in paths} & self._shelves.keys():
            self._shelves[folder] = UNKNOWN  # as it was when all were looked at, it is no more

    def _look(self, at: int, listed: Mapping[str, files.Listed]) -> None:
        """Sees how all files are: those of folders that are not as they were, or are too young for that to show."""
        young, known = memo.young(self._at), self._shelves
        gone = [folder for folder in self.files.folders if folder not in listed]
        others: list[str] = []
        stats: dict[str, Stat | None] = {}
        wanted = [*self.files.unlisted]
        for folder in gone:
            wanted += map(folder.__add__, self.files.within(folder))
        for folder, (now, _) in listed.items():
            was, newest, _ = known.get(folder, UNKNOWN)
            if was == now and newest <= young:
                continue
            others.append(folder)
            before, shown = self.files.within(folder), files.shown(listed[folder])
            wanted += [folder + name for name in before if name not in shown]
            for name, stat in shown.items():
                if stat is None or name not in before or before[name][0] != stat or stat[1] > young or stat[2] > young:
                    stats[folder + name] = stat
                    wanted.append(folder + name)
        self._take(stats, wanted)
        self._at = at
        for folder in gone:
            self.files.keep(folder)
            known.pop(folder, None)
        for folder in others:
            known[folder] = listed[folder][0], *self.files.keep(folder)
        if gone or others:
            self._kept.put("", "files", marshal.dumps((at, known), memo.PLAIN))

    def _take(self, stats: Mapping[str, Stat | None], wanted: Iterable[str]) -> None:
        """Reads these files as they are now, or notes that they are gone; `changed` then says which hold something else."""
        self.changed: set[str] = set()
        self.is_rearranged = False  # whether other files can be read than before
        for path in wanted:
            old = self.files.get(path)
            if path not in stats:
                self.files.pop(path, None)
                if old and (old[0] is not None or not path.startswith("seeds/") or self._hidden(path) != old[1:]):
                    self._note_changed(path, old)
                    self.is_rearranged = True
                continue
            if path in self.files.unlisted:
                self._let_go(path)
            now = self.files[path] = self._read(path, stats[path])
            if old is None or old[1:] != now[1:]:
                self._note_changed(path, old)
                self.is_rearranged |= old is None or old[2] != now[2]

    def _note_changed(self, path: str, old: Read | None) -> None:
        """Notes that a file holds something else than it did, and what it held when the site was last published."""
        self.changed.add(path)
        if self._at and len(self._held_then) < MOST_NOTED:  # else nothing is known of any file
            self._held_then.setdefault(path, old[1] if old else "")
            self._kept.put("", HELD_THEN, marshal.dumps(self._held_then, memo.PLAIN))  # names need not be UTF-8

    @cached_property
    def _held_then(self) -> dict[str, str]:
        stored = self._kept.get("", HELD_THEN)
        return marshal.loads(stored) if stored else {}  # noqa: S302 it is our own

    @property
    def edited(self) -> list[str]:
        """The files that hold something else than when the site was last published, in order; not all of them where they are many."""
        return sorted(path for path, digest in self._held_then.items() if self.files.get(path, (None, "", ""))[1] != digest)

    def note_published(self) -> None:
        """Notes that the site is published as its files are now."""
        self._held_then.clear()
        self._kept.drop("", HELD_THEN)

    def _hidden(self, path: str) -> tuple[str, str]:
        """What a seed holds now that no scan shows."""
        self.seed(path.removeprefix("seeds/"))
        return self.files.get(path, (None, "", ""))[1:]

    def _read(self, path: str, stat: Stat | None) -> Read:
        folder, _, inside_of = path.partition("/")
        if folder != "seeds" and _is_odd(path):  # of a seed nobody needs to say its name
            return stat, "", NAMELESS
        try:
            stored = files.read(self.root / folder, inside_of)
        except files.UnreadableError as error:
            return stat, "", str(error)
        if self._held < KEPT:
            self._bytes[path] = stored
            self._held += len(stored)
        self.read += 1
        return stat, sha256(stored).hexdigest(), ""

    def below(self, folder: str) -> list[str]:
        """The readable files of a folder, by path from there."""
        known, start = self.files, f"{folder}/"
        return [path[len(start) :] for path in self.files.below(start) if not known[path][2]]

    def seed(self, name: str) -> bytes | str:
        """What a seed holds, or why it can't be read."""
        path = f"seeds/{name}"
        one = self.files.get(path)
        if one is None:  # no scan shows it: hidden, a backup, behind a link, not as the disk writes it; it leads out, or is not there
            one = self.files.unlisted[path] = self._read(path, None)
            self._kept.put(UNLISTED, path, packed(one))
        return one[2] or self.bytes(path)

    def keep_unlisted(self, named: Container[str]) -> None:
        """Forgets the seeds that no scan shows, except for those that are named: these are looked at each time."""
        for path in [path for path in self.files.unlisted if path not in named]:
            self._let_go(path)

    def _let_go(self, path: str) -> None:
        self.files.unlisted.pop(path, None)
        self._kept.drop(UNLISTED, path)

    @property
    def count(self) -> int:
        """How many files there are."""
        return sum(files for _, _, files in self._shelves.values()) + len(self.files.unlisted)

    @property
    def is_settled(self) -> bool:
        """Whether a look at the project's files will show it if anything has changed since they were read."""
        young = memo.young(self._at)
        return not self.files.unlisted and all(newest <= young for _, newest, _ in self._shelves.values())

    def bytes(self, path: str) -> bytes:
        """What a file holds: what was read of it when it was last looked at."""
        if path not in self._bytes:
            folder, _, inside_of = path.partition("/")
            try:
                stored = files.read(self.root / folder, inside_of)
            except files.UnreadableError as error:
                raise ChangedError from error
            if sha256(stored).hexdigest() != self.files[path][1]:
                raise ChangedError
            return stored
        return self._bytes[path]

    def forget(self) -> None:
        """Lets go of what was read; whoever needs it again reads it again."""
        self._bytes.clear()
        self._held = 0

    def unreadable(self, folder: str) -> list[Problem]:
        """The files below a folder that can't be read."""
        found = []
        for path in self.files.below(f"{folder}/"):
            one = self.files[path]
            if one[2]:
                why, hint = UNREADABLE.get(one[2], ("can't be read", "put the file itself here"))
                shown = as_on_disk(path).decode("utf-8", "replace")
                found.append(Problem(shown, "unreadable", f"this file {why}", hint, line=1, column=1))
        return found
