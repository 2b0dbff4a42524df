"""What the system tells of folders: that files in them were written, renamed, deleted.

On Linux the watching thread itself reads what inotify says. watchdog's observer brings every event through three threads, which each wait
for their turn while pages are made; it keeps what follows half a rename for 0.5 s, is silent on folders that it can't watch, and may hang
when it is stopped while folders move. Elsewhere that observer is what there is.
"""

from __future__ import annotations

import ctypes
import errno
import os
import selectors
import struct
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from site_builder.files.inputs import BACKUPS, HIDDEN

# closed: it was written; put: it is there whole, by a rename; touched: its times or rights are others; lost: nobody knows what happened
Kind = Literal["closed", "put", "touched", "changed", "lost"]


class News(NamedTuple):
    path: str  # from the site's folder
    kind: Kind
    is_folder: bool


class Place(NamedTuple):
    """A folder to be watched."""

    real: str  # where it stands when links are followed
    path: str  # from the site's folder; "" is that itself, of which only the names in it are watched


Hear = Callable[[News], None]

OBSERVED: dict[str, Kind | None] = {"closed": "closed", "attrib": "touched", "opened": None, "closed_no_write": None}


class Ears(Protocol):
    """A system's way to tell."""

    def watch(self, places: Sequence[Place]) -> None:
        """Watches these folders and all below them, and no others. OSError where the system can't."""

    def close(self) -> None: ...


def is_passed_over(name: str) -> bool:
    """Whether a build passes over a file or folder of that name: a hidden one or an editor's."""
    return name.startswith(HIDDEN) or name.endswith(BACKUPS)


class Observed:
    """Hears by watchdog's observer, which calls `hear` from a thread of its own."""

    def __init__(self, hear: Hear) -> None:
        self._hear = hear
        self._observer: BaseObserver | None = None
        self._places: Sequence[Place] = ()

    def watch(self, places: Sequence[Place]) -> None:
        self.close()
        handler = FileSystemEventHandler()
        handler.on_any_event = self._heard  # type: ignore[method-assign]
        self._places, self._observer = places, Observer()
        for place in places:
            if Path(place.real).is_dir():
                self._observer.schedule(handler, place.real, recursive=bool(place.path))
        self._observer.start()

    def close(self) -> None:
        if self._observer:
            self._observer.stop()

    def _heard(self, event: FileSystemEvent) -> None:
        kind = OBSERVED.get(event.event_type, "changed")
        if kind is None or (event.is_directory and event.event_type == "modified"):
            return
        self._tell(event.src_path, kind, event)
        if event.dest_path:
            self._tell(event.dest_path, "put", event)

    def _tell(self, at: str | bytes, kind: Kind, event: FileSystemEvent) -> None:
        at = os.fsdecode(at)
        for place in self._places:
            if at == place.real or at.startswith(place.real + os.sep):
                path = place.path + at[len(place.real) :].replace(os.sep, "/")
                self._hear(News(path.lstrip("/"), kind, event.is_directory))
                return


if sys.platform == "linux":
    from watchdog.observers.inotify_c import InotifyConstants as On
    from watchdog.observers.inotify_c import Mask, WatchDescriptor, inotify_add_watch, inotify_init, inotify_rm_watch

    NAMES = On.IN_CREATE | On.IN_DELETE | On.IN_MOVE | On.IN_DELETE_SELF | On.IN_MOVE_SELF
    FILES = NAMES | On.IN_MODIFY | On.IN_CLOSE_WRITE | On.IN_ATTRIB  # not that one is opened and read: a build would bring about the next
    FOLDER = On.IN_ONLYDIR | On.IN_DONT_FOLLOW | On.IN_EXCL_UNLINK
    CAME = On.IN_CREATE | On.IN_MOVED_TO
    EVENT = struct.Struct("iIII")  # inotify(7): watch, mask, cookie, length of the name that follows
    VANISHED = {errno.ENOENT, errno.ENOTDIR, errno.EACCES}

    class Inotify:
        """Hears by Linux's inotify(7), whenever the selector's key is called."""

        def __init__(self, hear: Hear, selector: selectors.BaseSelector) -> None:
            self._hear, self._selector = hear, selector
            self._watched: dict[WatchDescriptor, Place] = {}
            self._file = inotify_init()
            if self._file < 0:
                raise _error()
            os.set_inheritable(self._file, False)  # noqa: FBT003 takes no name
            selector.register(self._file, selectors.EVENT_READ, self._read)

        def watch(self, places: Sequence[Place]) -> None:
            before, self._watched = self._watched, {}
            for place in places:
                self._add(place)
            for watch in before.keys() - self._watched.keys():  # of folders that have moved away
                inotify_rm_watch(self._file, watch)

        def _read(self) -> None:
            told = os.read(self._file, 1 << 16)
            at = 0
            while at < len(told):
                watch, mask, _, length = EVENT.unpack_from(told, at)
                at += EVENT.size + length
                self._heard(watch, mask, os.fsdecode(told[at - length : at].rstrip(b"\0")))

        def close(self) -> None:
            self._selector.unregister(self._file)
            os.close(self._file)

        def _heard(self, watch: WatchDescriptor, mask: int, name: str) -> None:
            if mask & On.IN_Q_OVERFLOW:
                self._hear(News("", "lost", is_folder=True))
            if mask & On.IN_IGNORED:  # the folder is gone
                self._watched.pop(watch, None)
            elif folder := self._watched.get(watch):
                place = Place(f"{folder.real}/{name}", f"{folder.path}/{name}".strip("/")) if name else folder
                is_folder = not name or bool(mask & On.IN_ISDIR)
                if is_folder and mask & CAME and folder.path and not is_passed_over(name):
                    self._add(place)
                self._hear(News(place.path, _kind(mask), is_folder))

        def _add(self, place: Place) -> None:
            waiting = [place]
            while waiting:
                at = waiting.pop()
                watch = inotify_add_watch(self._file, os.fsencode(at.real), Mask(FOLDER | (FILES if at.path else NAMES)))
                if watch >= 0:
                    self._watched[watch] = at
                    waiting += _folders_in(at) if at.path else ()
                elif ctypes.get_errno() not in VANISHED:
                    raise _error()

    def _kind(mask: int) -> Kind:
        if mask & On.IN_MOVED_TO:
            return "put"
        if mask & On.IN_ATTRIB:
            return "touched"
        return "closed" if mask & On.IN_CLOSE_WRITE else "changed"

    def _folders_in(place: Place) -> Iterator[Place]:
        try:
            with os.scandir(place.real) as found:
                for entry in found:
                    if entry.is_dir(follow_symlinks=False) and not is_passed_over(entry.name):
                        yield Place(entry.path, f"{place.path}/{entry.name}")
        except OSError:  # it vanished, or may not be read
            return

    def _error() -> OSError:
        return OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def ears(hear: Hear, selector: selectors.BaseSelector) -> Ears:
    """The system's way. OSError if it has none left. What the selector returns has functions to be called as its data."""
    return Inotify(hear, selector) if sys.platform == "linux" else Observed(hear)
