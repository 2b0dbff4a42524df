"""The project's files: which have changed since the last build, and what do they hold?"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping
from hashlib import sha256
from pathlib import Path

import msgspec

from site_builder import files, memo
from site_builder.problems import Problem
from site_builder.steps import (
    packed,
    unpacked,
)


class ChangedError(Exception):
    """A file was changed while the build was reading."""


AMENDED = 500  # files that are noted beside the list of all; if more have changed, all are listed anew
UNLISTED = "unlisted"
NAMELESS = "nameless"
UNREADABLE = {
    "leaves": ("is a link that leads out of its folder", "put the file itself here"),
    NAMELESS: ("has a name that is not UTF-8", "rename it"),
}
KEPT = 32_000_000  # bytes of files that are kept from when they were looked at; more are read again

Stat = files.Stat
Looked = tuple[int, Mapping[str, Stat | None]]  # when files were looked at, and how they were
Read = tuple[Stat | None, str, str]  # a file's times, and the SHA-256 of what it held or why it can't be read


def _stock(stored: bytes | None) -> tuple[int, dict[str, Read]]:
    """When files were last looked at, and how they were then."""
    if stored is None:
        return 0, {}
    at, odd, listed = unpacked(stored, tuple[int, list[tuple[bytes, Read]], dict[str, Read]])
    return at, listed | {from_disk(path): one for path, one in odd}


def _since(stored: bytes | None, at: int) -> tuple[int, dict[str, Read | None]]:
    """When files were last looked at since all were noted, and how those were then that had changed; None for one that was gone."""
    if stored is None:
        return at, {}
    last, changed = unpacked(stored, tuple[int, list[tuple[bytes, Read | None]]])
    return last, {from_disk(path): one for path, one in changed}


def _stocked(at: int, listed: Mapping[str, Read]) -> bytes:
    """The same as bytes. A name that is not UTF-8 stands as the disk has it."""
    odd = [path for path in listed if not path.isascii() and _is_odd(path)]
    plain = {path: one for path, one in listed.items() if path not in odd} if odd else listed
    return msgspec.msgpack.encode((at, [(as_on_disk(path), listed[path]) for path in odd], plain))


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


class Stock:
    """The project's files: which have changed since the last build, and what they hold."""

    def __init__(self, root: Path, kept: memo.Memo, seen: Looked | None = None) -> None:
        self.root = root
        self._bytes: dict[str, bytes] = {}
        self._held = self.read = 0
        self._tops: dict[str, list[str]] = {}  # the paths in it by their first folder, as far as somebody has asked
        self._kept = kept
        at, stats = seen or (memo.now(), files.inputs(root))
        listed = kept.get("", "files")
        self._at, self.files = _stock(listed)
        self._at, since = _since(kept.need("", "files since") if listed else None, self._at)
        for path, one in since.items():
            if one:
                self.files[path] = one
            else:
                self.files.pop(path, None)
        unlisted = {path: unpacked(one, tuple[Stat | None, str, str]) for path, one in kept.all(UNLISTED).items()}
        self.files |= unlisted
        self._unlisted = {*unlisted}  # seeds that are named and that no scan shows
        wanted = self._others(stats)
        self._take(stats, wanted)
        self._at = at
        since |= {path: self.files.get(path) for path in wanted if path not in self._unlisted}
        if listed is None or len(since) > AMENDED:
            kept.put("", "files", _stocked(at, {path: one for path, one in self.files.items() if path not in self._unlisted}))
            since = {}
        kept.put("", "files since", packed((at, [(as_on_disk(path), one) for path, one in since.items()])))

    def look(self, paths: Collection[str] | None) -> None:
        """Looks again at files that may have changed, at all for None."""
        at = memo.now()
        stats = files.inputs(self.root) if paths is None else files.look(self.root, paths)
        self.forget()
        self._take(stats, self._others(stats) if paths is None else {*paths})
        self._at = at if paths is None else self._at

    def _others(self, stats: Mapping[str, Stat | None]) -> list[str]:
        """The files of which their times don't show that they are as they were when all were last looked at, and those that are gone."""
        known, young = self.files, memo.young(self._at)
        others = [path for path in known if path not in stats]
        for path, stat in stats.items():
            if stat is None or path not in known or known[path][0] != stat or stat[1] > young or stat[2] > young:
                others.append(path)
        return others

    def _take(self, stats: Mapping[str, Stat | None], wanted: Iterable[str]) -> None:
        """Reads these files as they are now, or notes that they are gone; `changed` then says which hold something else."""
        self.changed: set[str] = set()
        self.is_rearranged = False  # whether other files can be read than before
        for path in wanted:
            old = self.files.get(path)
            if path not in stats:
                self.files.pop(path, None)
                self._tops = {}
                if old and (old[0] is not None or not path.startswith("seeds/") or self._hidden(path) != old[1:]):
                    self.changed.add(path)
                    self.is_rearranged = True
                continue
            if old is None:
                self._tops = {}
            if path in self._unlisted:
                self._let_go(path)
            now = self.files[path] = self._read(path, stats[path])
            if old is None or old[1:] != now[1:]:
                self.changed.add(path)
                self.is_rearranged |= old is None or old[2] != now[2]

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
        top, known, start = folder.partition("/")[0], self.files, f"{folder}/"
        return [path[len(start) :] for path in self.within(top) if path.startswith(start) and not known[path][2]]

    def within(self, top: str) -> list[str]:
        """All files of content/, seeds/ or themes/."""
        if top not in self._tops:
            start = f"{top}/"
            self._tops[top] = [path for path in self.files if path.startswith(start)]
        return self._tops[top]

    def seed(self, name: str) -> bytes | str:
        """What a seed holds, or why it can't be read."""
        path = f"seeds/{name}"
        one = self.files.get(path)
        if one is None:  # no scan shows it: hidden, a backup, behind a link, not as the disk writes it; it leads out, or is not there
            one = self.files[path] = self._read(path, None)
            self._tops = {}
            self._unlisted.add(path)
            self._kept.put(UNLISTED, path, packed(one))
        return one[2] or self.bytes(path)

    def keep_unlisted(self, named: Container[str]) -> None:
        """Forgets the seeds that no scan shows, except for those that are named: these are looked at each time."""
        for path in [path for path in self._unlisted if path not in named]:
            self._let_go(path)
            self.files.pop(path)

    def _let_go(self, path: str) -> None:
        self._unlisted.discard(path)
        self._kept.drop(UNLISTED, path)

    @property
    def is_scanned(self) -> bool:
        """Whether a scan shows all that was read."""
        return all(one[0] for one in self.files.values())

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
        for path in self.within(folder.partition("/")[0]):
            one = self.files[path]
            if one[2] and path.startswith(f"{folder}/"):
                why, hint = UNREADABLE.get(one[2], ("can't be read", "put the file itself here"))
                shown = as_on_disk(path).decode("utf-8", "replace")
                found.append(Problem(shown, "unreadable", f"this file {why}", hint, line=1, column=1))
        return found
