"""`dossier`, and `python -m site_builder`: the program's beginning."""

from __future__ import annotations

import gc
import os
import sys

from site_builder import command


def main() -> None:
    """Does what is asked. Output is UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        if sys.argv[1:] != ["build"] or not _built():
            from site_builder.cli import cli  # noqa: PLC0415 it reads what is asked, in 40 ms

            cli.main(prog_name="dossier")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    finally:
        gc.freeze()  # else Python looks for cycles at its end in all that a build has made: a tenth of the time after an edit


def _built() -> bool:
    """Builds, asked nothing else; whether that could be begun, or somebody has to say why not."""
    try:
        command.build()
    except command.Misused:
        return False
    except KeyboardInterrupt:
        command.say("\nAborted!", err=True)
        sys.exit(1)
    return True


if __name__ == "__main__":
    main()
