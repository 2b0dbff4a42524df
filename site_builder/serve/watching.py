"""Which files have been saved? Batches of paths for the preview: at once for a save, one for a burst, and nothing is ever lost.

What the system tells of is only a hint. A full look at the files follows every batch and comes now and then besides; it finds what the
system did not tell. Where the system can't tell at all, such looks are all there is.
"""

from __future__ import annotations

import errno
import logging
import os
import stat
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.inotify_move_event_grouper import InotifyMoveEventGrouper

from site_builder import files
from site_builder.files.inputs import BACKUPS, HIDDEN

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver

GRACE = 0.003  # seconds in which a second and a third file show that this is no usual save
QUIET = 0.08 if sys.platform == "linux" else 0.03  # after a burst, and until a file is whole; only Linux tells that one was closed
BURST = 3  # files that are more than one save
FEW = 8  # files that are looked at one by one whenever something happens
LONGEST = 2.0  # that a batch is waited for in all
LOCK = 10.0  # that git is waited for; a lock older than that was left behind
LOCK_POLL = 0.02
PAIR = 0.003  # watchdog waits so long for the second half of a rename while all else waits behind it: 0.5 s, if it were not told
START = 2.0  # until the first full look: by then the first pages have been served
SETTLED = 0.4  # without news before a full look
IDLE = 10.0  # between two looks without news
POLL = 0.5  # between two looks where these are all there is
REST, IDLE_REST, POLL_REST = 50, 150, 20  # processor times of a look until the next after news, without news, where there are only looks
DEAF = 3  # batches in a row of which only a look knew: the system tells nothing
LIMITS = {
    errno.ENOSPC: "no more folders can be watched (sudo sysctl fs.inotify.max_user_watches=524288 allows more)",
    errno.EMFILE: "no more programs can watch (sudo sysctl fs.inotify.max_user_instances=512 allows more)",
}
HEARD: list[type[FileSystemEvent]] = [  # not that a file was opened, read and closed: then a build would bring about the next
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]

Stats = dict[str, files.Stat | None]


@dataclass(slots=True)
class Batch:
    """What has happened and was not told yet."""

    files: dict[str, bool] = field(default_factory=dict)  # whether each is known to be whole: closed, or put there by a rename
    folders: dict[str, bool] = field(default_factory=dict)  # that came, went or moved; whether their coming is part of the batch
    unheard: set[str] = field(default_factory=set)  # files of which only a look knows
    is_doubtful: bool = False  # anything may have happened
    first: float = 0.0  # when it began
    last: float = 0.0  # when something happened last

    def __bool__(self) -> bool:
        return bool(self.files or self.folders or self.is_doubtful)

    def happened(self) -> None:
        self.last = time.monotonic()
        self.first = self.first or self.last


class Watch:
    """Tells which files that a build reads may have changed, by their paths from `root`; None: any of them.

    `tell` is called by the watch's own thread; `explain` gets a line for the terminal.
    """

    def __init__(
        self, root: Path, tell: Callable[[frozenset[str] | None], None], explain: Callable[[str], None], *, polling: bool = False
    ) -> None:
        self._root = Path(files.real(root))
        self._tell, self._explain, self._polls = tell, explain, polling
        self._git = _git_lock(self._root)
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._observer: BaseObserver | None = None
        self._tops: dict[str, str] = {}  # where the watched folders stand, and their paths from the root
        self._news = threading.Condition()  # guards what follows
        self._batch = Batch()
        self._known: Stats | None = None  # as it has been told
        self._is_stopped = self._is_telling = self._is_looking = False
        self._missed = 0  # batches of which only a look knew, since something was heard
        self._told = 0.0  # when the last batch was
        self._looked = time.monotonic() + START - IDLE  # when the last look ended
        self._cost = 0.0  # its processor time in seconds

    def start(self) -> None:
        """Begins in the background. None is told once it works: what was saved until then is not lost, whatever was read before."""
        self._thread.start()

    def stop(self) -> None:
        with self._news:
            self._is_stopped = True
            self._news.notify()
        if self._thread is not threading.current_thread():
            self._thread.join(0.2)

    @property
    def waiting(self) -> bool:
        """Whether something has happened that was not told yet."""
        return self._is_telling or bool(self._batch)

    def _run(self) -> None:
        log = logging.getLogger("watchdog")
        doubts = _Doubts(self._doubt)
        log.addHandler(doubts)
        try:
            if not self._polls:
                self._listen()
            while (batch := self._next()) is not None:
                self._tell_of(batch)
        finally:
            self._hush()
            log.removeHandler(doubts)

    # hearing: called by watchdog's threads

    def _hear(self, event: FileSystemEvent) -> None:
        kind, to = event.event_type, os.fsdecode(event.dest_path)
        with self._news:
            self._missed = 0
            self._saw(self._path(os.fsdecode(event.src_path)), kind, is_folder=event.is_directory)
            if to:
                self._saw(self._path(to), "put", is_folder=event.is_directory)

    def _saw(self, path: str, kind: str, *, is_folder: bool) -> None:
        batch = self._batch
        if path in files.READ or (is_folder and _is_seen(path)):
            batch.folders.setdefault(path, kind in {"created", "put"})
        elif not is_folder and is_read(path):
            # what is said to be created where a file was already has been put over it, by a rename from a folder that is not watched
            is_put = kind == "created" and path not in batch.files and self._known is not None and path in self._known
            batch.files[path] = kind in {"closed", "put"} or is_put or (kind == "attrib" and batch.files.get(path, True))
            batch.unheard.discard(path)
        else:
            return
        batch.happened()
        self._news.notify()

    def _doubt(self) -> None:
        with self._news:
            self._batch.is_doubtful = True
            self._batch.happened()
            self._news.notify()

    def _path(self, place: str) -> str:
        for top, name in self._tops.items():
            if place == top or place.startswith(top + os.sep):
                return (name + place[len(top) :].replace(os.sep, "/")).lstrip("/")
        return ""

    # waiting

    def _next(self) -> Batch | None:
        """The next batch when the time has come to tell it; None when all is over."""
        with self._news:
            self._is_telling = False
            while not self._is_stopped:
                now = time.monotonic()
                at = self._due(now) if self._batch else self._look_at()
                if at > now:
                    self._news.wait(at - now)
                elif self._batch and not self._is_being_written(now):
                    batch, self._batch = self._batch, Batch()
                    self._is_telling = True
                    return batch
                elif not self._batch:
                    self._look()
            return None

    def _due(self, now: float) -> float:
        """When the batch may be told if nothing more happens."""
        batch = self._batch
        if len(batch.files) <= FEW:
            self._forget_passing()
        is_save = not batch.folders and not batch.is_doubtful and len(batch.files) < BURST
        quick = is_save and all(is_whole and self._is_usual(path) for path, is_whole in batch.files.items())
        due = min(batch.last + (GRACE if quick else QUIET), batch.first + LONGEST)
        return now + LOCK_POLL if due <= now < batch.first + LOCK and self._git_works() else due

    def _forget_passing(self) -> None:
        """Forgets what came and went, such as the files that editors write before they rename them."""
        batch = self._batch
        if self._known is not None:
            for path in [path for path in batch.files if path not in self._known and not os.path.lexists(self._root / path)]:
                del batch.files[path]
        for path in [path for path, came in batch.folders.items() if came and not os.path.lexists(self._root / path)]:
            del batch.folders[path]

    def _is_usual(self, path: str) -> bool:
        """Whether the file was there before and is not empty: what is gone or empty will often be written in a moment."""
        try:
            return (self._root / path).stat().st_size > 0 and (self._known is None or path in self._known)
        except OSError:
            return False

    def _is_being_written(self, now: float) -> bool:
        """Notes how the files of the batch are; whether they are still changing, where only looking shows it."""
        changed = [self._note(path) for path in self._batch.files]
        if not self._polls or not any(changed) or now > self._batch.first + LONGEST:
            return False
        self._batch.last = now
        return True

    def _note(self, path: str) -> bool:
        """Makes known how a file is before it is told; whether that is news. What a link leads to is left to the next look."""
        if self._known is None:
            return False
        before = self._known.get(path)
        try:
            found = (self._root / path).lstat()
        except OSError:
            self._known.pop(path, None)
        else:
            if stat.S_ISREG(found.st_mode):
                self._known[path] = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        return self._known.get(path) != before

    def _git_works(self) -> bool:
        """Whether git is at work on the files: changing branches, merging, rebasing."""
        try:
            return self._git is not None and 0 <= time.time() - self._git.stat().st_mtime < LOCK
        except OSError:
            return False

    # telling and looking

    def _tell_of(self, batch: Batch) -> None:
        self._missed += bool(batch.unheard)
        if self._observer and self._missed == DEAF:
            self._poll("the system tells nothing of what is saved here")
        elif self._observer and (batch.unheard or batch.folders):
            self._listen()
        if batch.folders or batch.is_doubtful:
            found = self._scan()
            with self._news:
                self._known = self._known if found is None else found
            self._tell(None)
        else:
            self._tell(frozenset(batch.files))
        self._told = time.monotonic()

    def _look_at(self) -> float:
        """When to look at everything if nothing happens."""
        if self._is_looking:
            return time.monotonic() + IDLE
        if self._told > self._looked:
            return max(self._told + SETTLED, self._looked + REST * self._cost)
        return self._looked + (max(POLL, POLL_REST * self._cost) if self._polls else max(IDLE, IDLE_REST * self._cost))

    def _look(self) -> None:
        if self._known is None:
            self._doubt()
        else:
            self._is_looking = True
            threading.Thread(target=self._compare, name="look", daemon=True).start()  # a save needn't wait for 24,000 files

    def _compare(self) -> None:
        began = time.monotonic()
        found = self._scan()
        with self._news:
            self._is_looking = False
            batch, known = self._batch, self._known or {}
            if found is not None and found != known and not batch and self._told < began:  # what changes under a look makes it worthless
                for path in found.keys() | known.keys():
                    if found.get(path, path) != known.get(path, path):
                        batch.files[path] = False
                batch.unheard.update(() if self._polls else (path for path in batch.files if not (self._root / path).is_symlink()))
                batch.happened()
                self._known = found
            self._news.notify()

    def _scan(self) -> Stats | None:
        began = time.thread_time()
        try:
            return files.inputs(self._root)
        except OSError:  # a folder that may not be read
            return None
        finally:
            self._looked, self._cost = time.monotonic(), time.thread_time() - began

    # the system's part

    def _listen(self) -> None:
        """Watches afresh: the folders may be others than before."""
        self._hush()
        InotifyMoveEventGrouper.delay = PAIR
        places = {files.real(self._root / name): name for name in files.READ}
        self._tops = {**places, str(self._root): ""}  # the root last: the others lie in it, unless they are links
        try:
            self._observer = Observer()
            for place, name in self._tops.items():
                if Path(place).is_dir():
                    self._observer.schedule(_Ear(self._hear), place, recursive=bool(name), event_filter=HEARD)
            self._observer.start()
            _check_room(self._observer)
        except OSError as error:
            self._poll(LIMITS.get(error.errno or 0, f"this folder can't be watched ({error})"))

    def _poll(self, why: str) -> None:
        self._hush()
        self._polls = True
        self._explain(f"{why}: looking at all files every {POLL} s instead")

    def _hush(self) -> None:
        if self._observer:
            self._observer.stop()
            self._observer = None


class _Ear(FileSystemEventHandler):
    def __init__(self, hear: Callable[[FileSystemEvent], None]) -> None:
        self._hear = hear

    def dispatch(self, event: FileSystemEvent) -> None:
        self._hear(event)


class _Doubts(logging.Handler):
    """Hears what watchdog warns of, such as a full queue: anything may have happened then."""

    def __init__(self, doubt: Callable[[], None]) -> None:
        super().__init__(logging.WARNING)
        self._doubt = doubt

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 whatever it says
        self._doubt()


def is_read(path: str) -> bool:
    """Whether a build reads the file, as `files.inputs` has it."""
    top, _, rest = path.partition("/")
    return top in files.READ and rest.endswith(files.READ[top]) and _is_seen(path)


def _is_seen(path: str) -> bool:
    """Whether nothing on the way to it is hidden or a backup."""
    top, *names = path.split("/")
    return top in files.READ and not any(name.startswith(HIDDEN) or name.endswith(BACKUPS) for name in names)


def _check_room(observer: BaseObserver) -> None:
    """OSError if no more folders can be watched: watchdog is silent on a folder within others that it could not watch."""
    if sys.platform == "linux":
        observer.unschedule(observer.schedule(FileSystemEventHandler(), os.sep, event_filter=[]))


def _git_lock(root: Path) -> Path | None:
    """The file that is there while git changes the files of `root`; None if they are not git's."""
    for folder in (root, *root.parents):
        git = folder / ".git"
        if git.is_file():  # a second working tree
            return folder / git.read_text("utf-8", "replace").removeprefix("gitdir:").strip() / "index.lock"
        if git.is_dir():
            return git / "index.lock"
    return None
