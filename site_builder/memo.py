"""What was here at the last build, and is it all so still?

The answer of a build is kept beside what it was made from: the program, what was asked, and every file it may have read. If none of it
has changed, the answer stands and nothing is done again. The memory may be deleted at any time; a broken one is as good as none.
"""

from __future__ import annotations

import contextlib
import json
import marshal
import os
import sys
import sysconfig
import time
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import CodeType
from typing import Any

FOLDER = ".dossier"
LAST = "last.json"
READ = ("content", "seeds", "themes")  # the folders that a build may read
UNSURE = 2_000_000_000  # nanoseconds; a file younger than that may change again without its times showing it
PACKAGE = Path(__file__).resolve().parent
TEMPLATES = PACKAGE / "__pycache__" / f"templates.{sys.implementation.cache_tag}.bin"
DIGEST = 32  # bytes of a SHA-256

Stats = dict[str, list[int]]  # by a file's name: its size, times of change, and number
Snapshot = dict[str, Any]  # as JSON has it


def snapshot(root: Path, out: Path, **asked: str | None) -> Snapshot:
    """All that the answer of a build depends on, without reading a file of the site. To be made before the build reads."""
    return {
        "program": _program(),
        "asked": {"root": os.path.realpath(root), "out": os.path.realpath(out), **asked},
        "inputs": {name: dict(_stats(str(root / name))) for name in READ},
    }


def recall(root: Path, out: Path, now: Snapshot) -> Any | None:  # noqa: ANN401 whatever the build had to say
    """The answer of the last build, if nothing has changed since and its output is still there; None otherwise."""
    try:
        last = json.loads((root / FOLDER / LAST).read_bytes())
        if last["made"] == now and last["output"] == dict(_folders(out)):
            return last["answer"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return None


def keep(root: Path, out: Path, before: Snapshot, answer: Any) -> None:  # noqa: ANN401 anything that JSON can hold
    """Keeps the answer of the build that has just written `out`, unless a file is too young for its times to be trusted."""
    if _youngest(before) > time.time_ns() - UNSURE or snapshot(root, out)["inputs"] != before["inputs"]:
        forget(root)
        return
    folder = root / FOLDER
    text = json.dumps({"made": before, "output": dict(_folders(out)), "answer": answer}, separators=(",", ":"))
    with contextlib.suppress(OSError):
        folder.mkdir(exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        staged = folder / f"{LAST}.{os.getpid()}"
        staged.write_text(text, encoding="utf-8")
        staged.replace(folder / LAST)


def forget(root: Path) -> None:
    """Removes what was kept."""
    with contextlib.suppress(OSError):
        (root / FOLDER / LAST).unlink(missing_ok=True)


def compiled() -> dict[str, tuple[str, CodeType]]:
    """What the packaged templates were compiled to by this very program; nothing where that is not known.

    It stands where Python keeps its own byte code, beside the program and never in a site's folder: a site that came from somebody
    else must not bring code with it.
    """
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError, MemoryError):
        kept = TEMPLATES.read_bytes()
        digest, codes = kept[:DIGEST], kept[DIGEST:]
        if digest == sha256(_program().encode() + codes).digest():
            return dict(marshal.loads(codes))  # noqa: S302 the program's own, see above
    return {}


def keep_compiled(codes: dict[str, tuple[str, CodeType]]) -> None:
    """Keeps what the packaged templates were compiled to, where Python may keep byte code at all."""
    if sys.dont_write_bytecode:
        return
    content = marshal.dumps(codes)
    with contextlib.suppress(OSError):
        TEMPLATES.parent.mkdir(exist_ok=True)
        staged = TEMPLATES.with_suffix(f".{os.getpid()}")
        staged.write_bytes(sha256(_program().encode() + content).digest() + content)
        staged.replace(TEMPLATES)


def _stats(top: str) -> Iterator[tuple[str, Stats]]:
    """Every folder from `top` down with its files. Where a link leads may change without the link: its target is looked at."""
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        here: Stats = {}
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                    continue
                with contextlib.suppress(OSError):
                    found = entry.stat()
                    here[entry.name] = [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]
            yield folder, here


def _folders(out: Path) -> Iterator[tuple[str, int]]:
    """Every folder of the output with its time of change, which any file added, removed or renamed in it moves."""
    for folder, _, _ in os.walk(out):
        yield folder, Path(folder).stat().st_mtime_ns


def _youngest(made: Snapshot) -> int:
    tables = made["inputs"].values()
    return max((max(times[1], times[2]) for table in tables for files in table.values() for times in files.values()), default=0)


@cache
def _program() -> str:
    """A digest of the program, of Python and of the libraries beside it."""
    parts = [sys.version, *sorted(path.name for path in Path(sysconfig.get_paths()["purelib"]).iterdir())]
    for folder, files in sorted(_stats(str(PACKAGE))) + sorted(_stats(str(PACKAGE.parent / "themes"))):
        if not folder.endswith("__pycache__"):
            parts += [f"{folder}/{name}:{times[:2]}" for name, times in sorted(files.items())]
    return sha256("\n".join(parts).encode()).hexdigest()
