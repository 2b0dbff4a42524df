"""The command `dossier`: what is asked, and what is said in answer. Everything heavy is imported when it is needed."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from site_builder import __version__

if TYPE_CHECKING:
    from site_builder.build import Outcome
    from site_builder.stock import Looked

FORMATS = ("text", "json", "github", "sarif")
PATIENCE = 0.3  # seconds before a terminal shows progress
REDRAWN = 0.1  # seconds between two pictures of it

EPILOG = """\b
A first site:     dossier new my-site && cd my-site && dossier build
Is all well?      dossier check
On GitHub:        dossier check --format github

Exit status: 0 all is well, 1 something in the content is wrong, 2 the command was used wrongly."""

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="The site's folder. Default: where content/ is found, from here upwards.",
)


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dossier")
def cli() -> None:
    """Build a site on which every quotation can be clicked through to the very words in the article it rests on.

    Articles stand in seeds/ as plain text, never edited. What you say about them stands in content/ as YAML. Dossier checks every
    quotation, figure, reaction and date against the articles and refuses to publish what is not there.
    """


@cli.command()
@root_option
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Where the site goes. Default: _site in the site's folder.")
@click.option("--base-url", metavar="URL", help="Where the site will stand, in place of base_url in site.yaml.")
@click.option(
    "--jobs",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    help="Processes that work at the same time. Default: as many as there are cores.",
)
@click.option("--executor", default="", metavar="URL", help="Let workers elsewhere do the work: dask://HOST:PORT, a Dask scheduler.")
@click.option("--why", metavar="PAGE", help="Say which input of a page changed when it was last made: dossiers/mines.html")
@click.option("--profile", is_flag=True, help="Print the steps of the build: how often asked, how often worked out, and the seconds.")
@click.option(
    "--trace",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write all steps as a trace for chrome://tracing or Perfetto.",
)
def build(
    root: Path | None,
    out: Path | None,
    base_url: str | None,
    jobs: int,
    executor: str,
    why: str | None,
    trace: Path | None,
    *,
    profile: bool,
) -> None:
    """Check everything and write the site.

    Only what has changed is made again. If anything is wrong, it says what, where, and what to do next, and the site that was there before
    stays as it was.
    """
    from site_builder import files, memo  # noqa: PLC0415

    began = time.perf_counter()
    root = _root(root)
    if base_url is not None and not _is_address(base_url):
        raise click.BadParameter("an address is expected, such as https://name.github.io/repo/", param_hint="--base-url")
    if executor and not _is_executor(executor):
        raise click.BadParameter("an address is expected, such as dask://localhost:8786", param_hint="--executor")
    target = out or root / "_site"
    at, stats = files.seen(root)
    asked = {"root": os.path.realpath(root), "out": os.path.realpath(target), "base_url": base_url}
    known = None if why or profile or trace else memo.recall(root, stats, asked)
    if known is None:
        known = _built(root, target, base_url, Asked(jobs, executor, why, trace, profile=profile), (at, stats))
        if known["settled"]:
            memo.keep(root, stats, asked, known["folders"], {key: known[key] for key in ("counts", "pages", "told")}, at)
        else:
            memo.forget(root)
    elif known["told"]:
        click.echo(known["told"], err=True, color=_colour())
    took = time.perf_counter() - began
    shown = os.path.relpath(target)
    shown = str(target) if shown.startswith("..") else shown
    click.echo(f"{known['counts']}; {_pages(known)} in {_seconds(took)} → {shown}{os.sep}")


class Asked(NamedTuple):
    """What a build is asked besides building."""

    jobs: int
    executor: str
    why: str | None
    trace: Path | None
    profile: bool


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
            raise click.UsageError(str(error)) from error
        except CrewError as error:
            _stop(str(error))
        except OSError as error:
            _stop(f"{target} could not be written: {error.strerror or error}. Nothing in it was changed.")
    if asked.trace:
        try:
            asked.trace.write_text(ledger.trace(), "utf-8")
        except OSError as error:
            _stop(f"{asked.trace} could not be written: {error.strerror or error}")
    if asked.profile:
        click.echo(ledger.table(), err=True)
    told = _said_problems(outcome)
    if told:
        click.echo(told, err=True, color=_colour())
    if not outcome.folders:
        sys.exit(1)
    if asked.why:
        try:
            click.echo(explained(root, asked.why))
        except KeyError as error:
            hint = f": {error.args[0]}" if error.args[0] else ""
            raise click.BadParameter(f"the site has no page {asked.why}{hint}", param_hint="--why") from error
    return {
        "counts": _counts(outcome),
        "written": outcome.written,
        "rendered": outcome.rendered,
        "pages": outcome.pages,
        "told": told,
        "folders": outcome.folders,
        "settled": outcome.is_scanned,
    }


@cli.command()
@root_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="For people, programs, pull requests, code scanning.",
)
def check(root: Path | None, form: str) -> None:
    """Check everything and write nothing."""
    from site_builder import report  # noqa: PLC0415
    from site_builder.build import check as run  # noqa: PLC0415

    with _Progress() as tell:
        outcome = run(_root(root), tell)
    if form == "json":
        click.echo(report.as_json(outcome.told()), nl=False)
    elif form == "sarif":
        click.echo(report.as_sarif(outcome.problems, outcome.answered), nl=False)
    elif form == "github":
        click.echo(report.as_github(outcome.problems), nl=False)
    else:
        told = _said_problems(outcome)
        if told:
            click.echo(told, err=True, color=_colour())
        if not outcome.errors:
            click.echo(f"{_counts(outcome)}; {_tally(outcome)}")
    sys.exit(1 if outcome.errors else 0)


@cli.command()
@root_option
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="Where it can be reached. Default: 127.0.0.1, on this machine alone.")
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=8000, show_default=True, metavar="N", help="The next free one if that is taken."
)
@click.option("--base-path", default="/", metavar="PATH", help="Serve below a path, as GitHub Pages does: /repo/")
@click.option("--open", "opens", is_flag=True, help="Open it in the browser.")
@click.option("--follow", "follows", is_flag=True, help="Let the browser go to the page of what was just saved.")
@click.option(
    "--editor",
    default="",
    envvar="DOSSIER_EDITOR",
    metavar="URL",
    help="What opens your editor at a problem: vscode://file/{path}:{line}:{column} (or set DOSSIER_EDITOR).",
)
def serve(root: Path | None, host: str, port: int, base_path: str, editor: str, *, opens: bool, follows: bool) -> None:
    """Show the site in the browser, and every change as soon as it is saved.

    What is wrong is shown in its place on the page, and in a list. The site is as it was until `dossier build` makes it.
    """
    began = time.perf_counter()
    import signal  # noqa: PLC0415

    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, lambda *_: os._exit(0))  # nothing has begun that could be ended in another way
    from site_builder.files import ahead  # noqa: PLC0415

    root = _root(root)
    seen = ahead(root)  # while all else is imported
    from site_builder.serve.addresses import is_name  # noqa: PLC0415
    from site_builder.serve.run import Wanted, is_editor  # noqa: PLC0415
    from site_builder.serve.run import serve as run  # noqa: PLC0415
    from site_builder.serve.terminal import Terminal  # noqa: PLC0415

    base = f"/{base_path.strip('/')}/" if base_path.strip("/") else "/"
    if not is_name(base[1:]):
        raise click.BadParameter("a path is expected, such as /repo/", param_hint="--base-path")
    if editor and not is_editor(editor):
        raise click.BadParameter("an address with {path} is expected, such as vscode://file/{path}:{line}:{column}", param_hint="--editor")
    from site_builder.serve.live import Live  # noqa: PLC0415

    try:
        run(Live(root, base, seen), Wanted(root, host, port, base, editor, opens, follows), Terminal(began, colour=_colour()))
    except OSError as error:
        _stop(f"the preview can't be reached at {host}, port {port}: {error.strerror or error}")


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def new(folder: Path) -> None:
    """Make a small working site in DIR to start from, explained by comments in its files."""
    from site_builder.starter import plant  # noqa: PLC0415

    try:
        plant(folder)
    except FileExistsError as error:
        raise click.UsageError(f"{folder} is not empty: name a folder that does not exist yet") from error
    except OSError as error:
        _stop(f"{folder} could not be made: {error.strerror or error}")
    click.echo(f"{folder}{os.sep} is ready. Next: cd {folder} && dossier build, then open _site/index.html")


def _root(root: Path | None) -> Path:
    from site_builder.files import root_above  # noqa: PLC0415

    if root is None:
        found = root_above(Path.cwd())
        if found is None:
            raise click.UsageError(
                "there is no folder content/ here or above: go to your site's folder, name it with --root, or make one with `dossier new`"
            )
        return found
    if not (root / "content").is_dir():
        raise click.UsageError(f"{root} has no folder content/: is it a site's folder? `dossier new` makes one")
    return root


def _is_address(url: str) -> bool:
    scheme, colon, rest = url.partition("://")
    return bool(colon) and scheme in ("http", "https") and bool(rest.strip("/")) and not any(c.isspace() or c in "\"'<>" for c in url)


def _is_executor(url: str) -> bool:
    from site_builder.crew import ELSEWHERE  # noqa: PLC0415

    return url.startswith(ELSEWHERE)


def _colour() -> bool:
    return sys.stderr.isatty() and "NO_COLOR" not in os.environ


def _said_problems(outcome: Outcome) -> str:
    """The problems as text, and how many there are."""
    from site_builder.report import as_text  # noqa: PLC0415

    if not outcome.problems:
        return ""
    more = outcome.more
    lines = [as_text(outcome.problems, colour=_colour())]
    lines += [f"{', '.join(f'{count:,} more {code}' for code, count in more.items())}: `dossier check` tells all\n"] if more else []
    unwritten = "; nothing was written" if outcome.errors and click.get_current_context().info_name == "build" else ""
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


def _stop(message: str) -> None:
    click.echo(f"Error: {message}", err=True)
    sys.exit(1)


class _Progress:
    """A bar on a terminal, once the work has taken a while; nothing anywhere else."""

    def __init__(self) -> None:
        self._began = time.perf_counter()
        self._bar: object = None
        self._task: object = None
        self._what = ""
        self._drawn = 0.0

    def __enter__(self) -> Callable[[str, int, int], None]:
        return self._tell if sys.stderr.isatty() else lambda _what, _done, _of: None

    def __exit__(self, *_: object) -> None:
        self._stop()

    def _stop(self) -> None:
        from contextlib import suppress  # noqa: PLC0415

        with suppress(AttributeError):
            self._bar.stop()  # type: ignore[attr-defined]
        self._bar = None

    def _tell(self, what: str, done: int, of: int) -> None:
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


def main() -> None:
    """The command's entry point. Output is UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        cli.main(prog_name="dossier")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    finally:
        gc.freeze()  # else Python looks for cycles at its end in all that a build has made: a tenth of the time after an edit


if __name__ == "__main__":
    main()
