"""The command `dossier`: what can be asked of it. What is done then stands in `command`, and heavy things are imported when needed."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from site_builder import __version__, command

FORMATS = ("text", "json", "github", "sarif")

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
    with _told():
        command.build(root, out, base_url, command.Asked(jobs, executor, why, trace, profile=profile))


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
    with _told():
        command.check(root, form)


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

    with _told():
        root = command.root_of(root)
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
        run(Live(root, base, seen), Wanted(root, host, port, base, editor, opens, follows), Terminal(began, colour=command.colour()))
    except OSError as error:
        command.stop(f"the preview can't be reached at {host}, port {port}: {error.strerror or error}")


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
        command.stop(f"{folder} could not be made: {error.strerror or error}")
    click.echo(f"{folder}{os.sep} is ready. Next: cd {_typed(folder)} && dossier build, then open _site/index.html")


def _typed(folder: Path) -> str:
    """A path as it is typed in the system's terminal."""
    import shlex  # noqa: PLC0415 only here

    if os.name == "nt":
        return f'"{folder}"' if set(str(folder)) & set(" &()^;,=") else str(folder)
    return shlex.quote(str(folder))


@contextmanager
def _told() -> Iterator[None]:
    """What a command was used wrongly for is told as the parser tells it."""
    try:
        yield
    except command.Misused as error:
        raise (click.BadParameter(str(error), param_hint=error.option) if error.option else click.UsageError(str(error))) from error
