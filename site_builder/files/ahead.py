"""A look at the project's files while the program still starts."""

from __future__ import annotations

import marshal
import os
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from site_builder.files.inputs import READ, Listed, listed

MANY = 500  # files and folders in content/ from which it pays: splitting a process off costs some 2 ms

Seen = tuple[int, dict[str, Listed]]  # when the files were looked at, in nanoseconds, and how they were, folder by folder


def ahead(root: Path) -> Callable[[], Seen]:
    """Begins to look at all that is `listed` of a project; what it returns gives them, once.

    Beside imports and threads 24,000 files take 0.5 s, since Python changes hands at each of them; in a process of their own 0.1 s.
    """
    at, look = time.time_ns(), _aside(root, READ)
    return lambda: (at, look())


def seen(root: Path) -> Seen:
    """All that is `listed` of a project now. Where there are many, two processes look."""
    at = time.time_ns()
    try:
        is_large = len(os.listdir(root / "content")) > MANY
    except OSError:
        is_large = False
    if not is_large:
        return at, listed(root)
    seeds = _aside(root, ("seeds",))
    own = listed(root, [folder for folder in READ if folder != "seeds"])
    return at, own | seeds()


def _aside(root: Path, folders: Iterable[str]) -> Callable[[], dict[str, Listed]]:
    """Begins to look at some of the inputs in another process, where one can be split off: on Linux, as long as there is one thread.

    What that process can't say is looked at when it is asked for.
    """
    import threading  # noqa: PLC0415 a build of a small site needs none of this

    here = partial(listed, root, folders)
    if sys.platform != "linux" or threading.active_count() > 1:
        return here
    try:
        answer = os.memfd_create("files")
        child = os.fork()
    except OSError:  # no more memory, files or processes
        return here
    if not child:
        _answer(here, answer)

    def there() -> dict[str, Listed]:
        os.waitpid(child, 0)
        with os.fdopen(answer, "rb", buffering=0) as file:
            file.seek(0)
            try:
                found: dict[str, Listed] = marshal.loads(file.read())  # noqa: S302 it is our own
            except (EOFError, ValueError, TypeError):  # it was ended
                return here()
            return found

    return there


def _answer(look: Callable[[], dict[str, Listed]], to: int) -> None:
    """Looks, and ends the process."""
    try:
        with os.fdopen(to, "wb") as file:
            file.write(marshal.dumps(look()))
    finally:
        os._exit(0)
