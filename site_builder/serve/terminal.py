"""What the terminal is told: each problem once, and a short line for each rebuild."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress

import click

from site_builder.serve.desk import Rebuilt
from site_builder.serve.hub import Tally
from site_builder.serve.seen import Trouble

MOST = 20  # problems that are told at a time
KEPT = 1_000  # lines that wait for a terminal that takes none


class Terminal:
    """Writes in a thread of its own: a terminal that stands still (Ctrl-S, text being selected on Windows) must not stop the preview."""

    def __init__(self, began: float, *, colour: bool) -> None:
        self._began = began  # of time.perf_counter
        self._colour = colour
        self._lines: queue.Queue[tuple[str | Callable[[], str], bool] | None] = queue.Queue(KEPT)
        self._is_ready = False
        self._known: frozenset[tuple[str, ...]] = frozenset()
        self._room = MOST  # for warnings until the next rebuild; -1 when it has been said that there are more
        self._tally: Tally | None = None  # nothing is known yet
        self._is_relief = False  # the last error has gone, and that was not told yet
        self._thread = threading.Thread(target=self._write, name="terminal", daemon=True)
        self._thread.start()

    def say(self, text: str | Callable[[], str], *, err: bool = False) -> None:
        with suppress(queue.Full):
            self._lines.put_nowait((text, err))

    def close(self, patience: float) -> bool:
        """Whether all has been written, after so many seconds at most."""
        with suppress(queue.Full):
            self._lines.put_nowait(None)
            self._thread.join(patience)
        return not self._thread.is_alive()

    def _write(self) -> None:
        while line := self._lines.get():
            with suppress(OSError, ValueError):  # a terminal that was closed
                text, err = line
                click.echo(text if isinstance(text, str) else text(), err=err, color=self._colour if err else None)

    def waiting(self) -> None:
        if not self._is_ready:
            self.say("Reading the site. The first time takes as long as a build.")

    def ready(self) -> None:
        self._is_ready = True
        self.say(f"Ready in {time.perf_counter() - self._began:.1f} s. Ctrl-C ends it.")

    def failed(self, why: str) -> None:
        self._is_ready = True  # as far as it gets
        self.say(f"{clock()} {printable(why)}", err=True)

    def rebuilt(self, rebuilt: Rebuilt, took: float) -> None:
        first, *others = map(printable, rebuilt.files)
        files = f"{first} and {counted(len(others), 'other')}" if others else first
        pages = counted(rebuilt.pages, "page") if rebuilt.pages else "no open page"
        self.say(f"{clock()} {files} → {pages} in {lasted(took)}{self._verdict('; ')}")

    def troubles(self, troubles: Sequence[Trouble], tally: Tally, saved: Collection[str] | None) -> None:
        """Tells the problems that are new. `saved`: the files of a rebuild whose line will say how many there are; None if there is none.

        Where not all warnings are listed, the next one gets into the list whenever one leaves it. It is new only if its file was saved.
        """
        was, self._tally = self._tally, tally
        new = [one for one in troubles if of(one) not in self._known]
        is_whole = len(troubles) == sum(tally) or not self._known
        self._known = frozenset(map(of, troubles))
        self._room = MOST if saved else self._room
        errors = [one for one in new if one.severity == "error"]
        warnings = [one for one in new if one.severity == "warning" and (is_whole or one.file in (saved or ()))]
        told = warnings[: max(0, self._room)]
        has_more = len(warnings) > self._room >= 0
        self._room = -1 if has_more else self._room - len(told)
        self._say_problems([*errors[:MOST], *told], more=len(errors) > MOST or has_more)
        self._is_relief = bool(was and was[0] and not tally[0])
        if saved is None and (was is None or was[0] != tally[0]) and (verdict := self._verdict(" ")):
            self.say(f"{clock()}{verdict}")

    def _say_problems(self, told: Sequence[Trouble], *, more: bool) -> None:
        if told:
            self.say(lambda: as_problems(told, colour=self._colour), err=True)
        if more:
            self.say("There are more: `dossier check` tells all.\n", err=True)

    def _verdict(self, before: str) -> str:
        counts = [counted(count, what) for count, what in zip(self._tally or (), ("error", "warning"), strict=False) if count]
        verdict = ["all is well"] * self._is_relief + [" and ".join(counts)] * bool(counts)
        self._is_relief = False
        return before + ", ".join(verdict) if verdict else ""


def of(trouble: Trouble) -> tuple[str, ...]:
    """By what a problem is known again when lines come or go above it."""
    return trouble.file, trouble.code, trouble.message


def as_problems(troubles: Sequence[Trouble], *, colour: bool) -> str:
    """The problems as the other commands print them."""
    from site_builder.problems import Placed, Problem  # noqa: PLC0415 costs 45 ms, in which the first page is sent
    from site_builder.report import as_text  # noqa: PLC0415

    def placed(one: Trouble) -> Placed:
        problem = Problem(printable(one.file), one.code, one.message, one.hint, severity=one.severity)
        return Placed(problem, one.line, one.column, one.text, one.width, one.cut)

    return as_text([placed(one) for one in troubles], colour=colour)


def printable(text: str) -> str:
    """Text that can't steer the terminal."""
    return "".join(one if one.isprintable() else "\ufffd" for one in text)


def counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def lasted(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


def clock() -> str:
    return time.strftime("%H:%M:%S")
