"""Which files have been saved? Batches of paths for the preview: at once for a save, one for a burst, and nothing is ever lost.

What the system tells of is only a hint. A full look at the files follows every batch and comes now and then besides; it finds what the
system did not tell. Where the system can't tell at all, such looks are all there is.
"""

from __future__ import annotations

import contextlib
import errno
import os
import selectors
import socket
import stat
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from site_builder import files
from site_builder.serve.hearing import Ears, News, Place, ears, is_passed_over

GRACE = 0.003  # seconds in which a second and a third file show that this is no usual save
QUIET = 0.08 if sys.platform == "linux" else 0.03  # after a burst, and until a file is whole; only Linux tells that one was closed
BURST = 3  # files that are more than one save
FEW = 8  # files that are looked at one by one whenever something happens
LONGEST = 2.0  # that a batch is waited for in all
LOCK = 10.0  # that git is waited for; a lock older than that was left behind
LOCK_POLL = 0.02
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
Stats = dict[str, files.Stat | None]


@dataclass(slots=True)
class Batch:
    """What has happened and was not told yet."""

    files: dict[str, bool] = field(default_factory=dict)  # whether each is known to be whole: closed, or put there by a rename
    folders: set[str] = field(default_factory=set)  # that came, went or moved
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
        self._git: Path | None = None  # the lock of git, which may come after us
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._bell, self._cord = socket.socketpair()
        self._cord.settimeout(0)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._bell, selectors.EVENT_READ, lambda: self._bell.recv(1 << 12))
        self._ears: Ears | None = None
        self._lock = threading.Lock()  # guards what follows
        self._batch = Batch()
        self._known: Stats | None = None  # as it has been told
        self._is_stopped = self._is_telling = self._is_looking = False
        self._missed = 0  # batches of which only a look knew, since something was heard
        self._told = 0.0  # when the last batch was
        self._looked = 0.0  # when the last look ended
        self._cost = 0.0  # its processor time in seconds

    def start(self) -> None:
        """Watches, from now on in the background. After START None is told once: what was saved before is not lost."""
        self._looked = time.monotonic() + START - IDLE
        if not self._polls:
            self._watch()
        self._thread.start()

    def stop(self) -> None:
        self._is_stopped = True
        self._ring()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(0.2)

    @property
    def waiting(self) -> bool:
        """Whether something has happened that was not told yet."""
        return self._is_telling or bool(self._batch)

    def _run(self) -> None:
        with self._bell, self._cord, self._selector:
            try:
                while (batch := self._next()) is not None:
                    self._tell_of(batch)
            finally:
                self._hush()

    def _ring(self) -> None:
        """Ends the waiting of the watch's thread."""
        if self._thread is threading.current_thread():
            return
        with contextlib.suppress(OSError):  # it has been rung often enough, or nobody is there any more
            self._cord.send(b"!")

    # hearing

    def _hear(self, news: News) -> None:
        path, kind, is_folder = news
        with self._lock:
            self._missed = 0
            batch = self._batch
            if kind == "lost":
                batch.is_doubtful = True
            elif path in files.READ or (is_folder and _is_seen(path)):
                batch.folders.add(path)
            elif not is_folder and is_read(path):
                batch.files[path] = kind in {"closed", "put"} or (kind == "touched" and batch.files.get(path, True))
                batch.unheard.discard(path)
            else:
                return
            batch.happened()
        self._ring()

    # waiting

    def _next(self) -> Batch | None:
        """The next batch when the time has come to tell it; None when all is over."""
        self._is_telling = False
        while not self._is_stopped:
            now = time.monotonic()
            self._wait(0)  # after a stall of the machine, what came meanwhile belongs to the batch that is due
            with self._lock:
                self._forget_passing()
                at = self._due(now) if self._batch else self._look_at()
                if at <= now and self._batch and not self._is_being_written(now):
                    self._is_telling = True
                    batch, self._batch = self._batch, Batch()
                    return batch
                if at <= now and not self._batch:
                    self._look()
            self._wait(at - time.monotonic())
        return None

    def _wait(self, seconds: float) -> None:
        try:
            for key, _ in self._selector.select(max(0, seconds)):
                key.data()
        except OSError as error:
            self._poll(error)

    def _due(self, now: float) -> float:
        """When the batch may be told if nothing more happens."""
        batch, known = self._batch, self._known
        saved = batch.files.keys() if len(batch.files) > FEW else {path for path in batch.files if not self._has_passed(path)}
        is_burst = batch.folders or batch.is_doubtful or len(saved) >= BURST
        if is_burst or not saved or not all(batch.files[path] and self._is_filled(path) for path in saved):
            due = min(batch.last + QUIET, batch.first + LONGEST)
        else:
            is_usual = known is None or saved <= known.keys()  # a new file may be the first of many
            due = min(batch.last + (GRACE if is_usual else QUIET), batch.first + 2 * QUIET)
        return now + LOCK_POLL if due <= now < batch.first + LOCK and self._git_works() else due

    def _has_passed(self, path: str) -> bool:
        """Whether a file came and went, as those do that editors write before they rename them."""
        return self._known is not None and path not in self._known and self._is_missing(path)

    def _forget_passing(self) -> None:
        """Forgets folders that came and went without anything in them that was told: some editors save by way of one."""
        batch = self._batch
        if self._known is None or not 0 < len(batch.folders) <= FEW:
            return
        for folder in filter(self._is_missing, list(batch.folders)):
            if not any(path.startswith(f"{folder}/") for path in self._known):
                batch.folders.remove(folder)
        if not batch:
            self._batch = Batch()

    def _is_missing(self, path: str) -> bool:
        return not os.path.lexists(self._root / path)

    def _is_filled(self, path: str) -> bool:
        """Whether the file is there and not empty: what is gone or empty will often be written in a moment."""
        try:
            return (self._root / path).stat().st_size > 0
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
        self._git = self._git or _git_lock(self._root)
        try:
            return self._git is not None and 0 <= time.time() - self._git.stat().st_mtime < LOCK
        except OSError:
            return False

    # telling and looking

    def _tell_of(self, batch: Batch) -> None:
        self._missed += bool(batch.unheard)
        if self._ears and self._missed == DEAF:
            self._poll(OSError("nothing is heard of what is saved here"))
        elif self._ears and (batch.unheard or batch.folders or batch.is_doubtful):
            self._watch()
        if batch.folders or batch.is_doubtful:
            found = self._scan()
            with self._lock:
                self._known = self._known if found is None else found
        if not self._is_stopped:
            self._tell(None if batch.folders or batch.is_doubtful else frozenset(batch.files))
        self._told = time.monotonic()

    def _look_at(self) -> float:
        """When to look at everything if nothing happens."""
        if self._is_looking:
            return time.monotonic() + IDLE
        if self._polls or self._missed:
            return self._looked + max(POLL, POLL_REST * self._cost)
        if self._told > self._looked:
            return max(self._told + SETTLED, self._looked + REST * self._cost)
        return self._looked + max(IDLE, IDLE_REST * self._cost)

    def _look(self) -> None:
        if self._known is None:
            self._batch.is_doubtful = True
            self._batch.happened()
        else:
            self._is_looking = True
            threading.Thread(target=self._compare, name="look", daemon=True).start()  # a save needn't wait for 24,000 files

    def _compare(self) -> None:
        began = time.monotonic()
        found = self._scan()
        with self._lock:
            self._is_looking = False
            batch, known = self._batch, self._known or {}
            if found is not None and found != known and not batch and self._told < began:  # what changes under a look makes it worthless
                for path in found.keys() | known.keys():
                    if found.get(path, path) != known.get(path, path):
                        batch.files[path] = False
                batch.unheard.update(() if self._polls else (path for path in batch.files if not (self._root / path).is_symlink()))
                batch.happened()
                self._known = found
        self._ring()

    def _scan(self) -> Stats | None:
        began = time.thread_time()
        try:
            return files.inputs(self._root)
        except OSError:  # a folder that may not be read
            return None
        finally:
            self._looked, self._cost = time.monotonic(), time.thread_time() - began

    # the system's part

    def _watch(self) -> None:
        """Watches the folders that are there now."""
        try:
            if not self._ears:
                self._ears = ears(self._hear, self._selector)
            self._ears.watch([*(Place(files.real(self._root / name), name) for name in files.READ), Place(str(self._root), "")])
        except OSError as error:
            self._poll(error)

    def _poll(self, error: OSError) -> None:
        self._hush()
        self._polls = True
        why = LIMITS.get(error.errno or 0, f"this folder can't be watched ({error.strerror or error})")
        self._explain(f"{why}: all files are looked at again and again instead")

    def _hush(self) -> None:
        if self._ears:
            self._ears.close()
            self._ears = None


def is_read(path: str) -> bool:
    """Whether a build reads the file, as `files.inputs` has it."""
    top, _, rest = path.partition("/")
    return top in files.READ and rest.endswith(files.READ[top]) and _is_seen(path)


def _is_seen(path: str) -> bool:
    """Whether nothing on the way to it is hidden or a backup."""
    top, *names = path.split("/")
    return top in files.READ and not any(map(is_passed_over, names))


def _git_lock(root: Path) -> Path | None:
    """The file that is there while git changes the files of `root`; None if they are not git's."""
    for folder in (root, *root.parents):
        git = folder / ".git"
        if git.is_file():  # a second working tree
            return folder / git.read_text("utf-8", "replace").removeprefix("gitdir:").strip() / "index.lock"
        if git.is_dir():
            return git / "index.lock"
    return None
