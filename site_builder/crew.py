"""Who does the work: this process, several on this machine, or workers elsewhere. Steps are functions of bytes; here nobody asks what of.

The seam is the standard library's Executor. Whoever has one that spans machines can use it; the workers need the program, not the project.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager, ExitStack
from itertools import pairwise
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTH_IT = 60  # items of work below which other processes cost more than they bring
CHUNKS = 6  # pieces of work for each worker: enough to even out, few enough to cost nothing
ELSEWHERE = "dask://"


class Piece(NamedTuple, Generic[R]):
    """What came of a piece of work; in which process, and when, in seconds since 1970."""

    answers: list[R]
    process: int
    start: float
    end: float


def _timed(step: Callable[..., Sequence[R]], given: tuple[Any, ...]) -> Piece[R]:
    start = time.time()
    answers = list(step(*given))
    return Piece(answers, os.getpid(), start, time.time())


class CrewError(Exception):
    """Workers that can't be had. The message says what to do."""


class Crew(AbstractContextManager["Crew"]):
    """Workers, hired when there is enough to do. The same item of work always goes to the same worker, if workers are ours."""

    def __init__(self, jobs: int = 0, executor: str = "") -> None:
        self.jobs = jobs or (os.cpu_count() or 1)
        self.elsewhere = executor
        self._hired: list[Executor] = []
        self._stack = ExitStack()

    def __exit__(self, *failed: object) -> None:
        self._stack.close()

    @property
    def shares_disk(self) -> bool:
        """Whether the workers see this machine's files."""
        return not self.elsewhere

    def map(self, step: Callable[..., Sequence[R]], first: tuple[Any, ...], items: Sequence[T]) -> Iterator[Piece[R]]:
        """The answers of `step(*first, items)`, piece by piece, in the order of the items."""
        workers = self._workers(len(items))
        if not workers:
            yield from (_timed(step, (*first, items[n : n + WORTH_IT])) for n in range(0, len(items), WORTH_IT))
            return
        pieces = max(1, min(len(items), CHUNKS * max(self.jobs, len(workers))))
        cuts = [len(items) * n // pieces for n in range(pieces + 1)]
        futures = [
            workers[n % len(workers)].submit(_timed, step, (*first, items[start:end])) for n, (start, end) in enumerate(pairwise(cuts))
        ]
        try:
            for n, future in enumerate(futures):
                yield future.result()
                futures[n] = Future()
        finally:
            for future in futures:
                future.cancel()

    def _workers(self, work: int) -> list[Executor]:
        """Those who do so much work; nobody where it is not worth it."""
        if self.elsewhere:
            self._hired = self._hired or [self._stack.enter_context(_elsewhere(self.elsewhere))]
            return self._hired
        if self.jobs < 2 or work < WORTH_IT:
            return []
        if not self._hired:
            self._hired = [self._stack.enter_context(_process()) for _ in range(self.jobs)]
        return self._hired


def _process() -> Executor:
    """One more process on this machine, with the steps at hand."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_all_start_methods, get_context  # noqa: PLC0415

    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    context = get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["site_builder.steps"])
    return ProcessPoolExecutor(1, context)


def _elsewhere(address: str) -> Executor:
    """Workers of a Dask scheduler: dask://HOST:PORT."""
    if not address.startswith(ELSEWHERE):
        raise CrewError(f"'{address}' is no executor: write {ELSEWHERE}HOST:PORT")
    try:
        from distributed import Client  # noqa: PLC0415
    except ImportError as error:
        raise CrewError("workers elsewhere need the extra `dask`: pip install 'dossier-site[dask]'") from error
    try:
        client = Client(f"tcp://{address.removeprefix(ELSEWHERE)}", timeout="10s")
    except (OSError, ValueError) as error:
        raise CrewError(f"no scheduler answers at {address}") from error
    executor: Executor = client.get_executor(pure=False)
    return executor
