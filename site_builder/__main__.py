"""`dossier`, and `python -m site_builder`: the program's beginning."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import TextIO

from site_builder import command


def main() -> None:
    """Does what is asked. Output and the names of files are UTF-8 whatever the locale says."""
    if sys.getfilesystemencoding() != "utf-8" and "PYTHONUTF8" not in os.environ and os.name != "nt":
        os.execve(sys.executable, sys.orig_argv, {**os.environ, "PYTHONUTF8": "1"})  # noqa: S606 it is the same again
    sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    _stand_somewhere()
    try:
        if sys.argv[1:] != ["build"] or not _built():
            from site_builder.cli import cli  # noqa: PLC0415 it reads what is asked, in 40 ms

            cli.main(prog_name="dossier")
    except KeyboardInterrupt:
        command.say("\nAborted!", err=True)
        sys.exit(1)
    except OSError as error:  # whoever can tell more of it has done so
        if not isinstance(error, BrokenPipeError):
            command.stop(_said(error))
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    finally:
        gc.freeze()  # else Python looks for cycles at its end in all that a build has made: a tenth of the time after an edit


def _nowhere() -> TextIO:
    """What stands for a stream that is closed."""
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 a path costs its import


def _stand_somewhere() -> None:
    """Where the folder in which the shell is was removed, as an old `_site/` may be, goes to the one that has its name now."""
    try:
        os.getcwd()  # noqa: PTH109 a path is not needed, and costs its import
    except OSError:
        with suppress(OSError):
            os.chdir(os.environ.get("PWD", ""))


def _said(error: OSError) -> str:
    try:
        os.getcwd()  # noqa: PTH109 likewise
    except OSError:
        return "the folder that you are in is no longer there: go to your site's folder"
    return f"{error.filename or 'a file'}: {error.strerror or error}"


def _built() -> bool:
    """Builds, asked nothing else; whether that could be begun, or somebody has to say why not."""
    try:
        command.build()
    except command.Misused:
        return False
    return True


if __name__ == "__main__":
    main()
