"""What do `dossier build` and `dossier check` do, and what do they say? Everything heavy is imported when it is needed.

Nothing here reads options: `dossier build` without any needs nobody who does, which spares it a fifth of its start.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TextIO

if TYPE_CHECKING:
    from site_builder.build import Outcome
    from site_builder.stock import Looked

PATIENCE = 0.3  # seconds before a terminal shows progress
REDRAWN = 0.1  # seconds between two pictures of it


class Misused(Exception):
    """A command can't do what it is asked: exit status 2. `option`: which of its options is to blame."""

    def __init__(self, message: str, option: str = "") -> None:
        super().__init__(message)
        self.option = option


class Asked(NamedTuple):
    """What a build is asked besides building."""

    jobs: int = 0
    executor: str = ""
    why: str | None = None
    trace: Path | None = None
    profile: bool = False


PLAIN = Asked()


def build(root: Path | None = None, out: Path | None = None, base_url: str | None = None, asked: Asked = PLAIN) -> None:
    """Checks everything and writes the site; says what is wrong, and how much was written. Ends the program if nothing could be."""
    from site_builder import files, memo  # noqa: PLC0415

    began = time.perf_counter()
    root = root_of(root)
    if base_url is not None and not _is_base(base_url):
        raise Misused("an address is expected, such as https://name.github.io/repo/", "--base-url")
    if asked.executor and not _is_executor(asked.executor):
        raise Misused("an address is expected, such as dask://localhost:8786", "--executor")
    target = out or root / "_site"
    if asked.trace:
        _see_to_trace(asked.trace, root, target)
    at, seen = files.seen(root)
    here = {"root": os.path.realpath(root), "out": os.path.realpath(target)}
    made = memo.made_of(seen, {**here, "base_url": base_url, "colour": "yes" if colour() else ""})
    known = None if asked.why or asked.profile or asked.trace else memo.recall(root, made)
    if known is None:
        known = _built(root, target, base_url, asked, (at, seen))
        if known["settled"]:
            memo.keep(root, made, known["folders"], {key: known[key] for key in ("counts", "pages", "told")})
        else:
            memo.forget(root)
    elif known["told"]:
        say(known["told"], err=True)
    took = time.perf_counter() - began
    say(f"{known['counts']}; {_pages(known)} in {_seconds(took)} → {_shown(target)}{os.sep}")


def _see_to_trace(trace: Path, root: Path, target: Path) -> None:
    """Sees that a trace is written over nothing that counts."""
    above = trace.resolve().parents
    if target.resolve() in above:
        raise Misused("the site holds nothing but the site: name a file elsewhere", "--trace")
    if any((root / name).resolve() in above for name in ("content", "seeds", "themes")):
        raise Misused("what your site is made of is never written: name a file elsewhere", "--trace")


def _shown(target: Path) -> str:
    """A folder as it is reached from here; in full if it lies elsewhere, or "here" has just been replaced."""
    try:
        shown = os.path.relpath(target)
    except (OSError, ValueError):
        return str(target)
    return str(target) if shown.startswith("..") else shown


def _pages(known: dict[str, Any]) -> str:
    """What was written of how many pages."""
    written, rendered, pages = known.get("written"), known.get("rendered", 0), _plural(known["pages"], "page")
    if not written:
        return f"nothing changed, 0 of {pages} written"
    return f"{pages} written" if rendered == known["pages"] else f"{rendered:,} of {pages} written"


def _built(root: Path, target: Path, base_url: str | None, asked: Asked, seen: Looked) -> dict[str, Any]:
    """What is to be told again while nothing changes; the command ends here if the build did not write its site."""
    gc.disable()  # what a build makes it needs to its end; looking for cycles took a quarter of the time
    from site_builder import files  # noqa: PLC0415
    from site_builder.build import build as run  # noqa: PLC0415
    from site_builder.build import why as explained  # noqa: PLC0415
    from site_builder.crew import Crew, CrewError  # noqa: PLC0415
    from site_builder.ledger import Ledger  # noqa: PLC0415

    ledger = Ledger()
    with _Progress() as tell:
        try:
            outcome = run(root, target, base_url, tell, crew=Crew(asked.jobs, asked.executor), ledger=ledger, seen=seen)
        except files.ForeignFilesError as error:
            raise Misused(str(error)) from error
        except CrewError as error:
            stop(str(error))
        except OSError as error:
            stop(f"{target} could not be written: {error.strerror or error}. Nothing in it was changed.")
    if asked.trace:
        try:
            asked.trace.write_text(ledger.trace(), "utf-8")
        except OSError as error:
            stop(f"{asked.trace} could not be written: {error.strerror or error}")
    if asked.profile:
        say(ledger.table(), err=True)
    told = _said_problems(outcome, writes=True)
    if told:
        say(told, err=True)
    if not outcome.folders:
        sys.exit(1)
    if asked.why:
        try:
            say(explained(root, asked.why))
        except KeyError as error:
            hint = f": {error.args[0]}" if error.args[0] else ""
            raise Misused(f"the site has no page {asked.why}{hint}", "--why") from error
    return {
        "counts": _counts(outcome),
        "written": outcome.written,
        "rendered": outcome.rendered,
        "pages": outcome.pages,
        "told": told,
        "folders": outcome.folders,
        "settled": outcome.is_settled,
    }


def check(root: Path | None, form: str) -> None:
    """Checks everything, writes nothing, says what is wrong in a format of `cli.FORMATS`, and ends the program."""
    from site_builder import report  # noqa: PLC0415
    from site_builder.build import check as run  # noqa: PLC0415

    with _Progress() as tell:
        outcome = run(root_of(root), tell)
    if form == "json":
        say(report.as_json(outcome.told()), end="")
    elif form == "sarif":
        say(report.as_sarif(outcome.problems, outcome.answered), end="")
    elif form == "github":
        say(report.as_github(outcome.problems), end="")
    else:
        told = _said_problems(outcome)
        if told:
            say(told, err=True)
        if not outcome.errors:
            say(f"{_counts(outcome)}; {_tally(outcome)}")
    sys.exit(1 if outcome.errors else 0)


def root_of(root: Path | None) -> Path:
    from site_builder.files import root_above  # noqa: PLC0415

    if root is None:
        found = root_above(Path.cwd())
        if found is None:
            raise Misused(
                "there is no folder content/ here or above: go to your site's folder, name it with --root, or make one with `dossier new`"
            )
        return found
    if not (root / "content").is_dir():
        raise Misused(f"{root} has no folder content/: is it a site's folder? `dossier new` makes one")
    return root


def _is_base(url: str) -> bool:
    from site_builder.load.base import is_base  # noqa: PLC0415

    return is_base(url)


def _is_executor(url: str) -> bool:
    from site_builder.crew import ELSEWHERE  # noqa: PLC0415

    return url.startswith(ELSEWHERE)


def colour() -> bool:
    """Whether what is said of problems may have colours."""
    return sys.stderr.isatty() and "NO_COLOR" not in os.environ


def _said_problems(outcome: Outcome, *, writes: bool = False) -> str:
    """The problems as text, and how many there are; for a command that `writes`, whether it has."""
    from site_builder.report import as_text  # noqa: PLC0415

    if not outcome.problems:
        return ""
    more = outcome.more
    lines = [as_text(outcome.problems, colour=colour())]
    lines += [f"{', '.join(f'{count:,} more {code}' for code, count in more.items())}: `dossier check` tells all\n"] if more else []
    unwritten = "; nothing was written" if outcome.errors and writes else ""
    return "\n".join((*lines, f"{_tally(outcome)}{unwritten}"))


def _tally(outcome: Outcome) -> str:
    """How many errors and warnings there are, and how many warnings the editor has silenced."""
    counts = ((outcome.errors, "error"), (outcome.warnings, "warning"))
    said = " and ".join(_plural(count, what) for count, what in counts if count) or "no warnings"
    return f"{said}, {outcome.silenced:,} silenced" if outcome.silenced else said


def _counts(outcome: Outcome) -> str:
    counted = zip(outcome.counts, ("dossier", "source", "citation"), strict=True)
    return f"{', '.join(_plural(count, what) for count, what in counted)} verified"


def _plural(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _seconds(took: float) -> str:
    return f"{took * 1000:.0f} ms" if took < 1 else f"{took:.1f} s"


def say(text: str, *, err: bool = False, end: str = "\n") -> None:
    """Prints it."""
    if os.name == "nt":  # where colours are a matter of their own
        import click  # noqa: PLC0415

        click.echo(text + end, nl=False, err=err, color=colour())
    else:
        _print(text + end, sys.stderr if err else sys.stdout)


def _print(text: str, stream: TextIO) -> None:
    try:
        print(text, end="", file=stream, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:  # a log on a full disk; what stands in the stream can't be written at the end either
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if stream is not sys.stderr:
            stop(f"what was to be said could not be written: {error.strerror or error}")


def stop(message: str) -> NoReturn:
    """Ends the program, with what went wrong."""
    say(f"Error: {message}", err=True)
    sys.exit(1)


def _waited_for(what: str, _done: int, of: int) -> None:
    """Says what the command waits for, of which there is nothing to count."""
    if not of:
        say(f"{what} …", err=True)


class _Progress:
    """A bar on a terminal, once the work has taken a while; nothing anywhere else."""

    def __init__(self) -> None:
        self._began = time.perf_counter()
        self._bar: object = None
        self._task: object = None
        self._what = ""
        self._drawn = 0.0

    def __enter__(self) -> Callable[[str, int, int], None]:
        return self._tell if sys.stderr.isatty() else _waited_for

    def __exit__(self, *_: object) -> None:
        self._stop()

    def _stop(self) -> None:
        from contextlib import suppress  # noqa: PLC0415

        with suppress(AttributeError):
            self._bar.stop()  # type: ignore[attr-defined]
        self._bar = None

    def _tell(self, what: str, done: int, of: int) -> None:
        if not of:
            _waited_for(what, done, of)
        if time.perf_counter() - self._began < PATIENCE:
            return
        if self._bar is None:
            from rich.console import Console  # noqa: PLC0415
            from rich.progress import Progress  # noqa: PLC0415

            self._bar = Progress(console=Console(stderr=True), transient=True, auto_refresh=False)  # no thread
            self._bar.start()
        if what != self._what:
            self._what = what
            self._task = self._bar.add_task(what, total=of)  # type: ignore[attr-defined]
        now = time.perf_counter()
        is_due = now - self._drawn > REDRAWN
        self._drawn = now if is_due else self._drawn
        self._bar.update(self._task, completed=done, refresh=is_due)  # type: ignore[attr-defined]
