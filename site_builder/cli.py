"""The command `dossier`: what is asked, and what is said in answer. Everything heavy is imported when it is needed."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_builder import __version__

if TYPE_CHECKING:
    from site_builder.build import Outcome
    from site_builder.problems import Placed

FORMATS = ("text", "json", "github", "sarif")
PATIENCE = 0.3  # seconds before a terminal shows progress

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
def build(root: Path | None, out: Path | None, base_url: str | None) -> None:
    """Check everything and write the site.

    If anything is wrong, it says what, where, and what to do next, and the site that was there before stays as it was.
    """
    from site_builder import memo  # noqa: PLC0415

    began = time.perf_counter()
    root = _root(root)
    if base_url is not None and not _is_address(base_url):
        raise click.BadParameter("an address is expected, such as https://name.github.io/repo/", param_hint="--base-url")
    target = out or root / "_site"
    before = memo.snapshot(root, target, base_url=base_url)
    known = memo.recall(root, target, before)
    written = 0
    if known is None:
        outcome = _built(root, target, base_url)
        written = outcome.pages
        known = {"counts": _counts(outcome), "pages": outcome.pages, "warnings": _told(outcome.problems)}
        memo.keep(root, target, before, known)
    elif known["warnings"]:
        _say_problems(_retold(known["warnings"]))
    took = time.perf_counter() - began
    shown = os.path.relpath(target)
    shown = str(target) if shown.startswith("..") else shown
    pages = _plural(written, "page") if written else f"nothing changed, 0 of {_plural(known['pages'], 'page')}"
    click.echo(f"{known['counts']}; {pages} written in {_seconds(took)} → {shown}{os.sep}")


def _built(root: Path, target: Path, base_url: str | None) -> Outcome:
    """The outcome of a build that wrote its site; the command ends here if it did not."""
    from site_builder import files  # noqa: PLC0415
    from site_builder.build import build as run  # noqa: PLC0415

    with _Progress() as tell:
        try:
            outcome = run(root, target, base_url, tell)
        except files.ForeignFilesError as error:
            raise click.UsageError(str(error)) from error
        except OSError as error:
            _stop(f"{target} could not be written: {error.strerror or error}. Nothing in it was changed.")
    _say_problems(outcome.problems, len(outcome.answered))
    if not outcome.written:
        sys.exit(1)
    return outcome


def _told(problems: Sequence[Placed]) -> object:
    """Problems as JSON holds them, to be told again by a build that has nothing to do."""
    import msgspec  # noqa: PLC0415

    return msgspec.to_builtins(problems)


def _retold(kept: object) -> tuple[Placed, ...]:
    import msgspec  # noqa: PLC0415

    from site_builder.problems import Placed  # noqa: PLC0415

    return msgspec.convert(kept, tuple[Placed, ...])


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
    from site_builder.problems import errors  # noqa: PLC0415

    with _Progress() as tell:
        outcome = run(_root(root), tell)
    wrong = errors([one.problem for one in outcome.problems])
    if form == "json":
        click.echo(report.as_json(outcome.told()), nl=False)
    elif form == "sarif":
        click.echo(report.as_sarif(outcome.problems, outcome.answered), nl=False)
    elif form == "github":
        click.echo(report.as_github(outcome.problems), nl=False)
    else:
        _say_problems(outcome.problems, len(outcome.answered))
        if not wrong:
            click.echo(f"{_counts(outcome)}; {_tally(outcome.problems, len(outcome.answered))}")
    sys.exit(1 if wrong else 0)


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


def _say_problems(problems: Sequence[Placed], silenced: int = 0) -> None:
    """The problems on standard error, and how many there are."""
    from site_builder.problems import errors  # noqa: PLC0415
    from site_builder.report import as_text  # noqa: PLC0415

    if not problems:
        return
    colour = sys.stderr.isatty() and "NO_COLOR" not in os.environ
    click.echo(as_text(problems, colour=colour), err=True, color=colour)
    wrong = errors([one.problem for one in problems])
    unwritten = "; nothing was written" if wrong and click.get_current_context().info_name == "build" else ""
    click.echo(f"{_tally(problems, silenced)}{unwritten}", err=True)


def _tally(problems: Sequence[Placed], silenced: int) -> str:
    """How many errors and warnings there are, and how many warnings the editor has silenced."""
    from site_builder.problems import errors  # noqa: PLC0415

    wrong = errors([one.problem for one in problems])
    counts = ((wrong, "error"), (len(problems) - wrong, "warning"))
    said = " and ".join(_plural(count, what) for count, what in counts if count) or "no warnings"
    return f"{said}, {silenced:,} silenced" if silenced else said


def _counts(outcome: Outcome) -> str:
    content = outcome.verified.content
    citations = sum(1 for _ in outcome.verified.all_citations())
    counted = ((len(content.dossiers), "dossier"), (len(content.articles), "source"), (citations, "citation"))
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

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.start()
        if what != self._what:
            self._what = what
            self._task = self._bar.add_task(what, total=of)  # type: ignore[attr-defined]
        self._bar.update(self._task, completed=done)  # type: ignore[attr-defined]


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


if __name__ == "__main__":
    main()
