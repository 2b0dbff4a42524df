"""Whose turn is it? One thread knows the site: saved files go first, then who asks, then the open pages, then what nobody waits for."""

from __future__ import annotations

import signal
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import NamedTuple, Protocol

from site_builder.serve import addresses
from site_builder.serve.hub import MISSING, Hub, Shown, Tally
from site_builder.serve.seen import Change, Served, Site, Trouble

TOGETHER = 0.02  # seconds that are waited at most for a second file to be told, when one is known to have been saved with the first
LONGEST = 0.5  # seconds of ever new saves after which the pages are shown as they are in between
OFTEN = 0.2  # seconds between two looks at what is wrong while there is work in the background
EVERYTHING = "all files"

Dress = Callable[[Served, str, str], tuple[bytes, str]]  # a page, its path and what was asked for: as the preview sends it, its digest
Say = Callable[[Sequence[Trouble], Tally], str]  # what is wrong, as the browser is told it
Saved = frozenset[str] | None  # paths that may hold something else; None: look at everything


class Answer(NamedTuple):
    """What the preview answers to an address."""

    path: str  # of the file; where the status is 301, the folder that it should have been asked for
    content: bytes = b""
    status: int = 200
    digest: str = ""  # of a page, by which browsers know it


class Rebuilt(NamedTuple):
    """What came of files that were saved."""

    files: tuple[str, ...]
    began: float  # of time.perf_counter
    follow: str = ""
    pages: int = 0  # open pages that are another now


class Log(Protocol):
    """What the terminal is told."""

    def waiting(self) -> None: ...

    def ready(self) -> None: ...

    def rebuilt(self, rebuilt: Rebuilt, took: float) -> None: ...

    def troubles(self, troubles: Sequence[Trouble], tally: Tally, saved: Collection[str] | None) -> None: ...

    def failed(self, why: str) -> None: ...


class Desk:
    """The site and its thread. What is public may be called from any thread; all of it takes no time."""

    def __init__(self, site: Site, hub: Hub, log: Log, dress: Dress, say: Say) -> None:
        self._site, self._hub, self._log, self._dress, self._say = site, hub, log, dress, say
        self._bell = threading.Condition()
        self._stopped = False
        self._saved: set[str] = set()
        self._everything = False
        self._asked: deque[tuple[str, Future[Answer]]] = deque()
        self._views: dict[str, None] = {}  # looked at, and perhaps another than the tabs have; in order
        self._rebuilt: Rebuilt | None = None  # not yet told
        self._has_work = False
        self._digests: dict[str, str] = {}  # of pages as they are now
        self._behind: set[str] = set()  # names of pages that may be others when there is no more work
        self._troubles: tuple[tuple[Trouble, ...], Tally] | None = None  # as they were told last
        self._looked = 0.0  # at the troubles
        self._failure = ""  # why no page can be shown until a file is saved
        self._is_open = False
        self.more_saved: Callable[[], bool] = lambda: False  # a file has been saved, and is not told yet
        self.opened: Callable[[], None] = lambda: None  # the site has been read, or can't be
        self._thread = threading.Thread(target=self._run, name="site", daemon=True)  # a long build must not hold up the end

    def start(self) -> None:
        self._thread.start()

    def saved(self, paths: Saved) -> None:
        """These files may hold something else."""
        with self._bell:
            self._saved.update(paths or ())
            self._everything |= paths is None
            self._bell.notify()

    def ask(self, name: str) -> Future[Answer]:
        """What is at a name, once all that is known to have been saved is in it."""
        answer: Future[Answer] = Future()
        with self._bell:
            self._asked.append((name, answer))
            self._bell.notify()
        return answer

    def look(self, view: str, digest: str) -> None:
        """A tab looks at this name, and shows what bears this digest."""
        with self._bell:
            if not digest or self._digests.get(view) != digest:
                self._views[view] = None
                self._bell.notify()

    def stop(self, patience: float) -> bool:
        """Ends, and lets go of the site; whether that was done in so many seconds."""
        with self._bell:
            self._stopped = True
            self._bell.notify()
        self._thread.join(patience)
        return not self._thread.is_alive()

    # what follows happens in the site's thread

    def _run(self) -> None:
        if hasattr(signal, "pthread_sigmask"):  # Ctrl-C is for this process: those that it starts to build end with it, and without a word
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        self._open()
        self.opened()
        self._hub.started.wait()  # ready is what can be asked
        if self._is_open:
            self._log.ready()
        while turn := self._turn():
            try:
                turn()
            except Exception as error:  # noqa: BLE001 a fault in the program must not end an editor's day
                self._fail(error)
        self._close()

    def _turn(self) -> Callable[[], None] | None:
        """What to do next, as soon as there is something; None if it is over."""
        with self._bell:
            while not self._stopped:
                if (self._saved or self._everything) and not self._is_overdue():
                    return self._change
                if self._asked:
                    return self._answer
                if self._views:
                    return self._show
                if self._rebuilt or (self._is_open and self._troubles is None):
                    return self._tell
                if self._has_work:
                    return self._work
                self._bell.wait()
        return None

    def _is_overdue(self) -> bool:
        """Whether what was saved before has been waiting for too long to be shown."""
        return self._rebuilt is not None and time.perf_counter() - self._rebuilt.began > LONGEST

    def _change(self) -> None:
        """Takes in what was saved, with what was saved together with it."""
        began = time.perf_counter()
        self._hub.begun()
        while self.more_saved() and time.perf_counter() - began < TOGETHER:
            with self._bell:
                self._bell.wait(0.001)
        with self._bell:
            paths = None if self._everything else frozenset(self._saved)
            self._saved, self._everything = set(), False
        change = self._taken_in(paths)
        if not change.files:
            self._hub.done()
            return
        before = self._rebuilt or Rebuilt((), began)
        files = tuple(dict.fromkeys(before.files + change.files))
        self._rebuilt = before._replace(files=files, follow=change.follow or before.follow)
        self._all_anew()
        self._has_work = self._is_open

    def _taken_in(self, paths: Saved) -> Change:
        """What came of files that were saved; all is read anew if something went wrong before."""
        if not self._is_open:
            self._close()
            self._open()
        else:
            try:
                return self._site.changed(paths)
            except Exception as error:  # noqa: BLE001 as above
                self._failure = self._fail(error)
        return Change(tuple(sorted(paths)) if paths else (EVERYTHING,))

    def _all_anew(self) -> None:
        """Every page may be another now."""
        self._digests.clear()
        with self._bell:
            self._views = dict.fromkeys(self._hub.views)

    def _answer(self) -> None:
        name, answer = self._asked.popleft()
        if not answer.set_running_or_notify_cancel():
            return
        try:
            answer.set_result(self._at(name))
        except Exception as error:
            answer.set_exception(error)
            raise

    def _show(self) -> None:
        """Makes the next page that is looked at, and sends it to the tabs that have another."""
        with self._bell:
            view = next(iter(self._views))
            del self._views[view]
        page = self._at(view)
        if page.status == 301:  # a tab that showed 404.html
            page = self._at(page.path)
        changed = self._hub.show(view, Shown(page.path, page.digest, page.content, is_missing=page.status == 404))
        if self._rebuilt and changed:
            self._rebuilt = self._rebuilt._replace(pages=self._rebuilt.pages + 1)

    def _at(self, name: str) -> Answer:
        """What is at a name now; a page that says so if it can't be made."""
        if self._failure:
            return self._sorry(name, self._failure)
        try:
            answer = self._found(name)
        except Exception as error:  # noqa: BLE001 as above
            return self._sorry(name, self._fail(error))
        self._digests[name] = self._digests[answer.path] = answer.digest
        return answer

    def _found(self, name: str) -> Answer:
        at = addresses.found(name, self._site.served)
        if isinstance(at, str):
            return Answer(at, status=301)
        if at:
            if at[1].is_behind:
                self._behind |= {name, at[0]}
            return self._dressed(*at, "", 200)
        return self._dressed(MISSING, self._site.missing(), name, 404)

    def _dressed(self, path: str, file: Served, asked: str, status: int) -> Answer:
        content, digest = self._dress(file, path, asked) if file.is_page else (file.content, "")
        return Answer(path, content, status, digest)

    def _sorry(self, name: str, why: str) -> Answer:
        text = page("This page could not be made", why, "Save a file, and Dossier begins anew.")
        return self._dressed(name, Served(text, is_page=True), "", 500)

    def _tell(self) -> None:
        """What is wrong now, and what came of the files saved last."""
        shown = time.perf_counter()
        self._look_at_troubles()
        if rebuilt := self._rebuilt:
            self._rebuilt = None
            self._hub.follow(rebuilt.follow)
            self._hub.done()
            self._log.rebuilt(rebuilt, shown - rebuilt.began)

    def _look_at_troubles(self) -> bool:
        """Tells what is wrong, if that is not what it was."""
        self._looked = time.monotonic()
        if self._failure:
            return False
        found = self._site.troubles(), self._site.tally()
        if found == self._troubles:
            return False
        self._troubles = found
        self._hub.troubles(self._say(*found))
        self._log.troubles(*found, self._rebuilt.files if self._rebuilt else None)
        return True

    def _work(self) -> None:
        """A piece of what nobody waits for. What is found to be wrong shows on the open pages too."""
        self._has_work = False  # if it fails
        self._has_work = self._site.work()
        if (not self._has_work or time.monotonic() - self._looked > OFTEN) and self._look_at_troubles():
            self._all_anew()
        if not self._has_work and self._behind:
            with self._bell:
                self._views.update(dict.fromkeys(view for view in self._hub.views if view in self._behind))
            self._behind.clear()

    def _open(self) -> None:
        try:
            self._site.open()
        except Exception as error:  # noqa: BLE001 as above
            self._failure = self._fail(error)
            return
        self._failure, self._is_open, self._has_work = "", True, True

    def _close(self) -> None:
        with suppress(Exception):  # it may be the very thing that is broken
            self._site.close()

    def _fail(self, error: Exception) -> str:
        """Says what went wrong; the next file that is saved lets the site begin anew."""
        why = told(error)
        self._is_open = False
        self._hub.done()
        self._log.failed(why)
        return why


def told(error: Exception) -> str:
    """What went wrong, in a line: of the disk in its words, of the program with the place in it."""
    if isinstance(error, OSError):
        return f"{error.filename or 'a file'} can't be read: {error.strerror or error}"
    last = traceback.extract_tb(error.__traceback__)[-1:]
    at = "".join(f" ({Path(frame.filename).name}:{frame.lineno})" for frame in last)
    return f"a fault in Dossier: {type(error).__name__}: {error}{at}"


def page(title: str, *sentences: str) -> bytes:
    """A plain page that says something."""
    text = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head><body><main><h1>{escape(title)}</h1>{text}</main></body></html>\n'.encode()
