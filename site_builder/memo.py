"""What does the program remember from one build to the next?

All of it stands in the project's `.dossier/`, which git ignores and anybody may delete at any time. Values are bytes under a room and a
name; those who put them there know what they mean. What is broken, foreign or of another version is as good as nothing.
"""

from __future__ import annotations

import contextlib
import errno
import marshal
import os
import sys
import sysconfig
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, MutableMapping
from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from zlib import crc32

from site_builder.sealed import sealed, unsealed

if TYPE_CHECKING:
    import sqlite3

FOLDER = ".dossier"
LAST = "last.json"
KEPT = "memo.sqlite"
LOCK = "lock"
NOTE = ".gitignore"
SPILL = 32_000_000  # bytes that wait to be written
PAGE = 16_384  # bytes; rows are large: with SQLite's 4,096 writing takes 40 % longer
FEW_PAGES = 250  # of the file
FEW = 50  # values that are read sooner one by one than with all others of their room
UNSURE = 2_000_000_000  # nanoseconds; a file younger than that may change again without its times showing it
PACKAGE = Path(__file__).resolve().parent
DIGEST = 32  # bytes of a SHA-256
PLAIN = 2  # marshal's last version in which equal values are equal bytes
LOOK, LOOKS = 0.02, 100  # seconds between two looks whether another build is done, and after how many it is said that one waits
WASTE = 4  # parts of the file that may be empty for each that is used


class BrokenError(Exception):
    """What was remembered turned out to be broken, and was thrown away: whoever relied on it has to begin anew."""


class Memo:
    """What is remembered: read when asked for, written in one transaction, which ends with `commit`."""

    def __init__(self, root: Path) -> None:
        self._path = root / FOLDER / KEPT
        self._changed: dict[str, dict[str, bytes | None]] = {}  # not yet written, by room
        self._size = 0
        self._base: sqlite3.Connection | None = None
        self._written: dict[str, set[str]] | None = None  # of a new memory, the names of all that is in it, by room
        self.usable = True

    def get(self, room: str, name: str) -> bytes | None:
        """One value, if it is remembered."""
        changed = self._changed.get(room)
        if changed and name in changed:
            return changed[name]
        if self._written is not None and name not in self._written.get(room, ()):
            return None
        rows = self._rows("SELECT value, sum FROM kept WHERE room = ? AND name = ?", room, name)
        return self._whole(room, name, *rows[0]) if rows else None

    def need(self, room: str, name: str) -> bytes:
        """A value that was put there and must still be."""
        value = self.get(room, name)
        return self.lost() if value is None else value

    def lost(self) -> NoReturn:
        """Throws all away, since something is not there that must be."""
        self.forget()
        raise BrokenError

    def all(self, room: str) -> dict[str, bytes]:
        """All values of a room by name."""
        rows = self._rows("SELECT name, value, sum FROM kept WHERE room = ?", room)
        found: dict[str, bytes | None] = {name: self._whole(room, name, value, kept) for name, value, kept in rows}
        found.update(self._changed.get(room, {}))
        return {name: value for name, value in found.items() if value is not None}

    def some(self, room: str, names: Collection[str]) -> dict[str, bytes]:
        """Those of these values that are remembered: asked for one by one where they are few."""
        found = ((name, self.get(room, name)) for name in names) if len(names) < FEW else self.all(room).items()
        return {name: value for name, value in found if value is not None and name in names}

    def names(self, room: str) -> list[str]:
        """The names in a room."""
        found: dict[str, object] = dict.fromkeys((name for (name,) in self._rows("SELECT name FROM kept WHERE room = ?", room)), True)
        found.update(self._changed.get(room, {}))
        return [name for name, value in found.items() if value is not None]

    def put(self, room: str, name: str, value: bytes) -> None:
        """Remembers a value. What is much is written before `commit`, but does not count before."""
        self._changed.setdefault(room, {})[name] = value
        self._size += len(value)
        if self._size > SPILL:
            self._write()

    def drop(self, room: str, name: str) -> None:
        self._changed.setdefault(room, {})[name] = None

    def mark(self) -> dict[str, dict[str, bytes | None]] | None:
        """A point to which `undo` can go back."""
        if self._write() and self._base:
            self._base.execute("SAVEPOINT mark")
            return None
        return {room: dict(values) for room, values in self._changed.items()}

    def undo(self, mark: Mapping[str, dict[str, bytes | None]] | None = None) -> None:
        """Goes back to the mark."""
        self._changed = dict(mark or {})
        self._size = 0
        if mark is None and self._base:
            self._base.execute("ROLLBACK TO mark")

    def abandon(self) -> None:
        """Takes back all that was changed since the last `commit`."""
        self._changed, self._size = {}, 0
        if self._base and self._base.in_transaction:
            self._base.execute("ROLLBACK")

    def forget(self) -> None:
        """Forgets everything, also what was not yet written."""
        self._changed, self._size = {}, 0
        self.close()
        if self._path.parent.is_symlink():
            return
        for path in (self._path, *(self._path.with_name(f"{KEPT}-{ending}") for ending in ("journal", "wal", "shm"))):
            with contextlib.suppress(OSError):
                path.unlink()

    def commit(self) -> None:
        """Makes what was written count, all of it or nothing. A memory that can't be written is none."""
        import sqlite3  # noqa: PLC0415

        self.usable = self._write()
        if self.usable and self._base:
            try:
                self._base.execute("COMMIT")
                free, pages = (self._base.execute(f"PRAGMA {what}").fetchone()[0] for what in ("freelist_count", "page_count"))
                if free * WASTE > pages > FEW_PAGES:
                    self._base.execute("VACUUM")
            except (sqlite3.Error, ValueError):
                self.usable = False
        if not self.usable:
            self.forget()

    def close(self) -> None:
        """Ends the connection; what was not committed is gone."""
        if self._base is not None:
            self._base.close()
            self._base = self._written = None

    def _whole(self, room: str, name: object, value: object, kept: object) -> bytes:
        """The value, if it and its name are as they were written."""
        if not isinstance(value, bytes) or not isinstance(name, str) or _sum(room, name, value) != kept:
            self.lost()
        return value

    def _write(self) -> bool:
        """Writes what has changed into the open transaction; whether that could be done."""
        import sqlite3  # noqa: PLC0415

        try:
            base = self._open(create=True)
            if base is None:
                return False
            if not base.in_transaction:
                base.execute("BEGIN IMMEDIATE")
            every = [(room, name, value) for room, values in self._changed.items() for name, value in values.items()]
            base.executemany("DELETE FROM kept WHERE room = ? AND name = ?", [(room, name) for room, name, value in every if value is None])
            kept = ((room, name, value, _sum(room, name, value)) for room, name, value in every if value is not None)
            base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", kept)
        except (sqlite3.Error, OSError, ValueError):
            self._size = -(1 << 62)  # not to be tried again: it stays in memory, and `commit` says so
            return False
        if self._written is not None:
            for room, values in self._changed.items():
                self._written.setdefault(room, set()).update(values)
        self._changed, self._size = {}, 0
        return True

    def _rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        import sqlite3  # noqa: PLC0415

        if not self.usable:
            return []
        try:
            base = self._open(create=False)
        except (sqlite3.Error, OSError, ValueError):  # it can't be read, and no other can be written
            self.usable = False
            return []
        try:
            return base.execute(query, values).fetchall() if base else []
        except (sqlite3.Error, ValueError) as error:
            self.forget()
            raise BrokenError from error

    def _open(self, *, create: bool) -> sqlite3.Connection | None:
        """The connection to a memory that this program made here; a new one, if it may be made and there is none."""
        import sqlite3  # noqa: PLC0415

        if self._base is None and self._path.parent.is_symlink():
            return None
        if self._base is None and self._path.exists():
            base = sqlite3.connect(self._path, timeout=60, isolation_level=None)
            try:
                _prepare(base)
                known = base.execute("SELECT value FROM kept WHERE room = '' AND name = 'program'").fetchone()
            except (sqlite3.Error, ValueError):  # SQLite may tell what is broken in bytes that are no text
                known = None
            if known and known[0] == _mine(self._path.parent):
                self._base = base
                return base
            base.close()
            changed = self._changed
            self.forget()
            self._changed = changed
        if self._base is None and create:
            ignored(self._path.parent)
            base = sqlite3.connect(self._path, timeout=60, isolation_level=None)
            base.execute(f"PRAGMA page_size = {PAGE}")
            _prepare(base)
            base.execute("CREATE TABLE kept (room TEXT, name TEXT, value BLOB, sum INTEGER, PRIMARY KEY (room, name))")
            mine = _mine(self._path.parent)
            base.execute("INSERT INTO kept VALUES ('', 'program', ?, ?)", (mine, _sum("", "program", mine)))
            self._base, self._written = base, {}
        return self._base


class Aside(Memo):
    """What was remembered when this was opened, whatever is built meanwhile; what is put here is on no disk.

    SQLite keeps for a reader what others overwrite, if they write into a log (WAL), which is made so here.
    """

    def put(self, room: str, name: str, value: bytes) -> None:
        """Remembers a value as long as this is open."""
        self._changed.setdefault(room, {})[name] = value

    def commit(self) -> None:
        """Nothing of it counts for anybody else."""

    def leave(self, root: Path) -> None:
        """Leaves what was put for the next build, where nothing is remembered yet. To be done alone (`alone`)."""
        kept = Memo(root)
        try:
            if kept.get("", "files") is None:
                for room, values in self._changed.items():
                    for name, value in values.items():
                        if value is not None:
                            kept.put(room, name, value)
                kept.commit()
        finally:
            kept.close()

    def _write(self) -> bool:
        return True

    def _open(self, *, create: bool) -> sqlite3.Connection | None:
        is_new = self._base is None
        base = super()._open(create=create and not is_new)  # a new one is for builds to make
        if base and is_new:
            base.execute("PRAGMA journal_mode = WAL")
            base.execute("BEGIN")
            base.execute("SELECT room FROM kept LIMIT 1").fetchone()  # from here on, nothing changes for this reader
        return base


class Room(MutableMapping[str, bytes]):
    """The rows of a room."""

    def __init__(self, kept: Memo, name: str) -> None:
        self._kept, self._name = kept, name

    def __getitem__(self, name: str) -> bytes:
        stored = self._kept.get(self._name, name)
        if stored is None:
            raise KeyError(name)
        return stored

    def __setitem__(self, name: str, value: bytes) -> None:
        self._kept.put(self._name, name, value)

    def __delitem__(self, name: str) -> None:
        self._kept.drop(self._name, name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept.names(self._name))

    def __len__(self) -> int:
        return len(self._kept.names(self._name))

    def clear(self) -> None:
        for name in self:
            del self[name]


def _sum(room: str, name: str, value: bytes) -> int:
    return crc32(value, crc32(f"{room}/{name}".encode("utf-8", "surrogatepass")))


def _prepare(base: sqlite3.Connection) -> None:
    base.execute("PRAGMA synchronous = OFF")  # a memory lost with the power is found broken, or as it was
    base.execute("PRAGMA cache_size = -20000")


def _mine(folder: Path) -> bytes:
    """By what a memory is known that this program made in this very place: a folder that was copied or sent has other numbers and times.

    So nobody can send with a site a memory of quotations that were never verified.
    """
    note = (folder / NOTE).stat()
    return f"{program()} {note.st_ino} {note.st_ctime_ns}".encode()


def ignored(folder: Path) -> Path:
    """Makes a folder that git ignores. OSError if it can't be made, or is a link: what is remembered never leaves the project."""
    if folder.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(folder))
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
    note = folder / NOTE
    if not note.exists():
        note.write_text("*\n", encoding="utf-8")
    return folder


@contextlib.contextmanager
def alone(root: Path, waits: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Waits until no other build of the same project is at work, and says so by `waits` if that takes long.

    The lock is the system's own and ends with the process.
    """
    try:
        import fcntl  # noqa: PLC0415 Windows has none: there, two builds at once are not told apart

        ignored(root / FOLDER)
        held = os.open(root / FOLDER / LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    except (ImportError, OSError):
        yield
        return
    try:
        for _ in range(LOOKS):
            with contextlib.suppress(BlockingIOError):
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            time.sleep(LOOK)
        else:
            waits()
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        fcntl.flock(held, fcntl.LOCK_UN)  # closing it would leave it to processes that were split off
        os.close(held)


# ── the last build ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def young(at: int) -> int:
    """The time from which on a file may change again without its times, taken at `at`, showing it; or it lies in the future."""
    return at - UNSURE


def recall(root: Path, made: str) -> Any | None:  # noqa: ANN401 whatever the build had to say
    """The answer of the last build, if it was `made_of` the same and its output is still there; None otherwise."""
    try:
        last = unsealed((root / FOLDER / LAST).read_bytes())
        if last["made"] == made and last["output"] == standing(last["output"]):
            return last["answer"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError, AttributeError):
        return None
    return None


def keep(root: Path, made: str, folders: Iterable[str], answer: Any) -> None:  # noqa: ANN401 as above
    """Keeps the answer of a build that has just written `folders`."""
    with contextlib.suppress(OSError):
        ignored(root / FOLDER)
        staged = root / FOLDER / f"{LAST}.{os.getpid()}"
        staged.write_bytes(sealed({"made": made, "output": standing(folders), "answer": answer}))
        staged.replace(root / FOLDER / LAST)


def forget(root: Path) -> None:
    """Forgets the answer of the last build."""
    with contextlib.suppress(OSError):
        (ignored(root / FOLDER) / LAST).unlink(missing_ok=True)


def made_of(seen: Mapping[str, tuple[bytes, bytes]], asked: Mapping[str, str | None]) -> str:
    """What tells whether a build would come to the same: a digest of the program, of what is asked and of all files.

    `seen`: by each folder, first what tells whether it is as it was.
    """
    told = program(), sorted(asked.items()), [(folder, listed[0]) for folder, listed in seen.items()]
    return blake2b(marshal.dumps(told, PLAIN), digest_size=DIGEST).hexdigest()


def standing(folders: Iterable[str]) -> dict[str, list[int]]:
    """Folders with their number and time of change, which any file added, removed or renamed in them moves."""
    found = {}
    for folder in folders:
        with contextlib.suppress(OSError):
            one = Path(folder).stat()
            found[folder] = [one.st_ino, one.st_mtime_ns]
    return found


# ── compiled templates ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


@cache
def program() -> str:
    """A digest of the program, of Python and of the libraries beside it."""
    parts = [sys.version, *sorted(path.name for path in Path(sysconfig.get_paths()["purelib"]).iterdir())]
    for top in (PACKAGE, PACKAGE.parent / "themes"):
        for folder, _, names in os.walk(top):
            if not folder.endswith("__pycache__"):
                for name in names:
                    one = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 at every start: a Path for each file takes twice as long
                    parts.append(f"{folder}/{name}:{one.st_size}:{one.st_mtime_ns}")
    return sha256("\n".join(sorted(parts)).encode("utf-8", "surrogateescape")).hexdigest()


def now() -> int:
    """The time in nanoseconds, as files have it."""
    return time.time_ns()
