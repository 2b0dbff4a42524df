"""A look at the project's files while the program still starts."""

from __future__ import annotations

import marshal
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from site_builder.files.inputs import Stat, inputs

Seen = tuple[int, dict[str, Stat | None]]  # when the files were looked at, in nanoseconds, and how they were


def ahead(root: Path) -> Callable[[], Seen]:
    """Begins to look at the `inputs` of a project; what it returns gives them, once.

    Another process looks, where one can be split off (Linux, as long as there is one thread): beside imports and threads 24,000 files take
    0.5 s, since Python changes hands at each of them; alone 0.1 s. What that process can't say is looked at when it is asked for.
    """
    import threading  # noqa: PLC0415 a build needs none of this

    at = time.time_ns()
    if sys.platform != "linux" or threading.active_count() > 1:
        return lambda: (at, inputs(root))
    try:
        answer = os.memfd_create("files")
        child = os.fork()
    except OSError:  # no more memory, files or processes
        return lambda: (at, inputs(root))
    if not child:
        _answer(root, answer)

    def seen() -> Seen:
        os.waitpid(child, 0)
        with os.fdopen(answer, "rb", buffering=0) as file:
            file.seek(0)
            try:
                return at, marshal.loads(file.read())  # noqa: S302 it is our own
            except (EOFError, ValueError, TypeError):  # it was ended
                return at, inputs(root)

    return seen


def _answer(root: Path, to: int) -> None:
    """Looks, and ends the process."""
    try:
        with os.fdopen(to, "wb") as file:
            file.write(marshal.dumps(inputs(root)))
    finally:
        os._exit(0)
