"""Who does the work: this process, several on this machine, or workers elsewhere. Steps are functions of bytes; here nobody asks what of.

The seam is the standard library's Executor. Whoever has one that spans machines can use it; the workers need the program, not the project.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, overload

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")
S = TypeVar("S")

WORTH_IT = 1.0  # seconds of work left from which another process is worth it: it costs 0.3, the first one 0.5 more
FORK_WORTH_IT = 0.1  # the same of one that is split off: 0.04
LOOK = 0.1  # seconds of work after which it is known well enough how long the rest will take
FORK_LOOK = 0.005
TURNS = 0.0005  # seconds after which threads that hand out work may interrupt this one; Python's 0.005 lets other processes wait
FIRST = 0.5  # seconds that the first item may take longer than others: it imports and compiles what all of them use
AHEAD = 2  # pieces that a worker is given at once, so that it never waits for the next
MOST = 50  # items in a piece: a few seconds of work, so that nobody waits long for the last one
FINER = 3  # pieces for each worker into which the rest is cut, again and again: the last ones are small, and all end together
DEATHS = 3  # workers of one crew that are replaced when they died; the next one that dies is an error
TIDY = 500  # items after which this process throws away cycles, where the collector is off: themes may leave 60 kB for each dossier
YOUNG = 100_000  # objects made before the collector looks for cycles, of which steps make few: 8 % faster than Python's 700
PRELOADED = "site_builder.build"  # has all steps; imported once for all processes of this machine
ELSEWHERE = "dask://"
PATIENCE = 10  # seconds that a scheduler has to answer, and its workers to come
LIBRARIES = ("edtf", "jinja2", "markdown", "markupsafe", "msgspec", "nh3", "num2words", "pyyaml", "rapidfuzz")  # that make the pages

_working = threading.Lock()  # one step at a time in each process, however many threads a worker elsewhere has


class Piece(NamedTuple, Generic[R]):
    """What came of a piece of work; in which process, and when, in seconds since 1970."""

    answers: list[R]
    process: int
    start: float
    end: float


class CrewError(Exception):
    """Workers that can't be had, or are lost. The message says what to do."""


class Task(NamedTuple, Generic[T, R]):
    """Something to be done with each of many items."""

    step: Callable[..., Sequence[R]]
    first: tuple[Any, ...]
    items: Sequence[T]

    def done(self, start: int, end: int) -> Piece[R]:
        """A piece of it, done by this process."""
        return _done(self.step, self.first, self.items[start:end])

    def given(self, worker: Worker, start: int, end: int) -> Future[Piece[R]]:
        """A piece of it, to be done by somebody else."""
        return worker.executor.submit(_done, self.step, self.first, self.items[start:end])


def _done(step: Callable[..., Sequence[R]], first: tuple[Any, ...], items: Sequence[T]) -> Piece[R]:
    with _working:
        start = time.time()
        answers = list(step(*first, items))
        return Piece(answers, os.getpid(), start, time.time())


class Worker(NamedTuple):
    """Somebody who does one piece after the other. A process ends at once when nobody holds its leash, whatever it is doing."""

    executor: Executor
    leash: Connection | None = None

    def dismiss(self) -> None:
        if self.leash:
            self.leash.close()
            self.executor.shutdown(wait=True, cancel_futures=True)
        else:
            self.executor.shutdown(wait=False)


class Crew(AbstractContextManager["Crew"]):
    """Workers, hired when there is enough to do."""

    def __init__(self, jobs: int = 0, executor: str = "") -> None:
        self.jobs = jobs or _cores()
        self.elsewhere = executor
        self._hired: list[Worker] = []
        self._client: Any = None
        self._deaths = self._untidy = 0
        self._tidied = False

    def __exit__(self, *failed: object) -> None:
        self.dismiss()

    def dismiss(self) -> None:
        """Ends all workers at once, with whatever they are doing."""
        while self._hired:
            self._hired.pop().dismiss()
        if self._client:
            self._client.close()
            self._client = None

    @property
    def shares_disk(self) -> bool:
        """Whether the workers see this machine's files."""
        return not self.elsewhere

    def map(self, step: Callable[..., Sequence[R]], first: tuple[Any, ...], items: Sequence[T]) -> Iterator[Piece[R]]:
        """The answers of `step(*first, items)`, piece by piece, in the order of the items."""
        task, at, took = Task(step, first, items), 0, 0.0
        while at < len(items) and not self._hire(len(items) - at, at, took):
            piece = task.done(at, at + 1)
            self._tidy()
            at += 1
            took = (took if at > 2 else 0.0) + piece.end - piece.start
            yield piece
        if at < len(items):
            yield from self._shared(task, at)

    def _hire(self, left: int, done: int, took: float) -> bool:
        """Whether there are workers, or were hired because so much is left: of what is done, all but the first took so many seconds."""
        if self._hired:
            return True
        if self.elsewhere:
            self._client, self._hired = _elsewhere(self.elsewhere)
            return True
        work = left * (took / (done - 1) if done > 1 else max(0.0, took - FIRST))
        forks = _can_fork()
        if self.jobs < 2 or left < 2 or took < (FORK_LOOK if forks else LOOK):
            return False
        wanted = max(int(work / WORTH_IT), int(forks and work > FORK_WORTH_IT))
        try:
            for n in range(min(self.jobs - 1, left, wanted)):
                self._hired.append(_process(forks=forks and not n))  # then this process has more threads
        except (ImportError, NotImplementedError, OSError):  # a system without semaphores, or with no room for more processes
            self.jobs = len(self._hired) + 1
        if self._hired:
            sys.setswitchinterval(TURNS)
        return bool(self._hired)

    def _shared(self, task: Task[T, R], start: int) -> Iterator[Piece[R]]:
        """The answers of a task from an item on, worked out by those who are hired; by this process too, if they are of this machine."""
        from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, wait  # noqa: PLC0415 20 ms

        hired = len(self._hired)
        todo = Todo(start, len(task.items), hired + self.shares_disk)
        given: dict[Future[Piece[R]], tuple[int, int, Worker]] = {}  # with the piece's number and the worker's
        answers: dict[int, Sequence[Piece[R]]] = {}
        own: Own[T, R] | None = None  # what this process is at, whose place is the last one

        def next_own() -> Own[T, R] | None:
            mine = todo.take(hired) if self.shares_disk else None
            return None if mine is None else Own(task, mine, *todo.pieces[mine])

        try:
            for wanted in todo.pieces:
                while wanted not in answers:
                    for number, place in todo.next([place for _, place, _ in given.values()], hired):
                        given[self._given(task, place, todo.pieces[number])] = number, place, self._hired[place]
                    own = own or next_own()
                    if own and own.go_on():
                        answers[own.number] = own.done
                        own = next_own()  # before it waits for others
                    self._tidy()
                    done = wait(given, 0 if own or wanted in answers else PATIENCE, FIRST_COMPLETED).done
                    if not done and self._client:
                        self._look_for_workers()
                    for future in done:
                        number, place, worker = given.pop(future)
                        try:
                            answers[number] = (future.result(),)
                        except BrokenExecutor as error:
                            todo.again(number, place)
                            if self._hired[place] is worker:
                                self._replace(place, error)
                yield from answers.pop(wanted)
        except BaseException as error:
            self.dismiss()
            if self.elsewhere and _is_loss(error):
                raise CrewError(f"the workers at {self.elsewhere} are lost, or died again and again: see what their log says") from error
            raise

    def _tidy(self) -> None:
        """Throws away the cycles that the last items have left. What was there before the first of them is not looked through."""
        self._untidy += 1
        if self._untidy < TIDY or gc.isenabled():
            return
        if not self._tidied and not gc.get_freeze_count():  # counted once: it walks through all of them
            gc.freeze()
        gc.collect(0)
        self._untidy, self._tidied = 0, True

    def _given(self, task: Task[T, R], place: int, piece: tuple[int, int]) -> Future[Piece[R]]:
        """A piece of work in the hands of a worker."""
        from concurrent.futures import BrokenExecutor  # noqa: PLC0415

        while True:
            try:
                return task.given(self._hired[place], *piece)
            except BrokenExecutor as error:  # it has died since it was last heard of
                self._replace(place, error)

    def _look_for_workers(self) -> None:
        """Sees that somebody elsewhere is still there: a scheduler without workers waits for others for ever."""
        if not self._client.nthreads():
            raise CrewError(f"all workers at {self.elsewhere} are gone")

    def _replace(self, place: int, error: Exception) -> None:
        """Hires a process in the place of one that was killed."""
        self._deaths += 1
        if self._deaths > DEATHS:
            raise CrewError("processes of the build were killed again and again; where memory is short, try --jobs 1") from error
        self._hired[place].dismiss()
        self._hired[place] = _process(forks=False)


class Own(Generic[T, R]):
    """A piece that this process works on, item by item: it hands out work, and takes answers in, between any two."""

    def __init__(self, task: Task[T, R], number: int, start: int, end: int) -> None:
        self.number, self.done = number, list[Piece[R]]()
        self._task, self._at, self._end = task, start, end

    def go_on(self) -> bool:
        """Does the next item; whether that was the last one."""
        self.done.append(self._task.done(self._at, self._at + 1))
        self._at += 1
        return self._at == self._end


class Items(Sequence[T]):
    """Items that are made when somebody is to work on them, so that not all of them take room at once."""

    def __init__(self, of: Sequence[S], make: Callable[[S], T]) -> None:
        self._of, self._make = of, make

    def __len__(self) -> int:
        return len(self._of)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> list[T]: ...
    def __getitem__(self, place: int | slice) -> T | list[T]:
        return [self._make(one) for one in self._of[place]] if isinstance(place, slice) else self._make(self._of[place])


class Todo:
    """Pieces of work, by number: each worker begins with its own, in order, and when they are done takes the others' last ones.

    How a task is cut depends on nothing but the number of items and of workers: the same item goes to the same worker in each task, as
    far as that keeps all of them busy. What a worker has made of an item for one task is at hand for the next.
    """

    def __init__(self, start: int, end: int, workers: int) -> None:
        self.pieces = {n: (max(one, start), other) for n, (one, other) in enumerate(_cuts(end, workers)) if other > start}
        self._queues = [deque(n for n in self.pieces if n % workers == place) for place in range(workers)]

    def next(self, busy: Sequence[int], workers: int) -> Iterator[tuple[int, int]]:
        """The pieces for the first so many workers now, each with the number of its worker; `busy` names a worker for each it has."""
        for place in range(workers):
            for _ in range(AHEAD - busy.count(place)):
                if (number := self.take(place)) is not None:
                    yield number, place

    def take(self, place: int) -> int | None:
        """The next piece of a worker, or the last one of another."""
        own = self._queues[place]
        return own.popleft() if own else self.last()

    def last(self) -> int | None:
        """The last piece of whoever has most of them left, which is then nobody's."""
        longest = max(self._queues, key=len)
        return longest.pop() if longest else None

    def again(self, number: int, place: int) -> None:
        """A piece that its worker has not done is the next that it gets."""
        self._queues[place].appendleft(number)


def _cuts(items: int, workers: int) -> Iterator[tuple[int, int]]:
    """Where each piece begins and ends: the more is left, the larger."""
    start = 0
    while start < items:
        end = start + max(1, min(MOST, (items - start) // (FINER * workers)))
        yield start, end
        start = end


def _cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# ── processes of this machine ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _can_fork() -> bool:
    """Whether this process can be split in two. With several threads the new one may stand still; elsewhere than on Linux it may crash."""
    return sys.platform == "linux" and threading.active_count() == 1


def _process(*, forks: bool) -> Worker:
    """One more process on this machine, with the steps at hand; split off from this one, or begun anew."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 25 ms
    from multiprocessing import get_all_start_methods, get_context  # noqa: PLC0415

    others = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    context = get_context("fork" if forks else others)
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload([PRELOADED])
    end, leash = context.Pipe(duplex=False)
    executor = ProcessPoolExecutor(1, context, initializer=_begin, initargs=(end, leash if forks else None))
    if forks:
        executor.submit(os.getpid)  # so that it is there before others have leashes, of which it would hold copies
    return Worker(executor, leash)


def _begin(end: Connection, leash: Connection | None) -> None:
    """What a new process does first. `leash`: the other end, of which one that was split off has a copy."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that hired it
    if leash:
        leash.close()
    gc.freeze()
    gc.set_threshold(YOUNG, 50, 50)
    gc.enable()
    threading.Thread(target=_leave_with, args=(end,), daemon=True).start()


def _leave_with(end: Connection) -> None:
    """Ends this process when the other end of its leash is let go or, since that process was killed, is nobody's."""
    with contextlib.suppress(EOFError, OSError):
        end.recv_bytes()
    os._exit(0)


# ── workers elsewhere ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _elsewhere(address: str) -> tuple[Any, list[Worker]]:
    """The workers of a Dask scheduler, dask://HOST:PORT, and what connects to it."""
    if not address.startswith(ELSEWHERE):
        raise CrewError(f"'{address}' is no executor: write {ELSEWHERE}HOST:PORT")
    try:
        import dask  # noqa: PLC0415
        from distributed import Client  # noqa: PLC0415
    except ImportError as error:
        raise CrewError("workers elsewhere need the extra `dask`: pip install 'dossier-builder[dask]'") from error
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 GB"})  # pieces hold articles, as they must
    try:
        client = Client(f"tcp://{address.removeprefix(ELSEWHERE)}", timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise CrewError(f"no scheduler answers at {address}") from error
    try:
        return client, [Worker(client.get_executor(pure=False, workers=[one], allow_other_workers=True)) for one in _fit(client, address)]
    except BaseException:
        client.close()
        raise


def _fit(client: Any, address: str) -> list[str]:  # noqa: ANN401 distributed comes without types
    """The addresses of the workers, all of which must have this program; a page would not be the same otherwise."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise CrewError(f"the scheduler at {address} has no workers: start some with `dask worker HOST:PORT`") from error
    told = client.run(program, on_error="return")
    unfit = sorted(worker for worker, one in told.items() if one != program())
    if unfit:
        what = "this version of dossier, of Python and of the libraries"
        raise CrewError(f"{len(unfit)} of {len(told)} workers at {address}, as {unfit[0]}, lack {what}: install the same there as here")
    return sorted(told)


def _is_loss(error: BaseException) -> bool:
    """Whether it says that workers or their scheduler are gone."""
    from concurrent.futures import CancelledError  # noqa: PLC0415

    from distributed import KilledWorker  # noqa: PLC0415
    from distributed.comm.core import CommClosedError  # noqa: PLC0415

    return isinstance(error, (CancelledError, KilledWorker, CommClosedError))


@cache
def program() -> str:
    """What tells whether another machine has the same program: a digest of it, of Python's version and the libraries'.

    Of a worker that was started before its program was replaced it stays the old one, as what it has imported does.
    """
    from hashlib import sha256  # noqa: PLC0415
    from importlib.metadata import version  # noqa: PLC0415

    package = Path(__file__).parent
    sources = (f"{path.relative_to(package).as_posix()}:{path.read_text('utf-8')}" for path in package.rglob("*.py"))
    return sha256("\n".join([sys.version, *map(version, LIBRARIES), *sorted(sources)]).encode()).hexdigest()
