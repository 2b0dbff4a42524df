"""The disk: what is read, and how a site is put in its place. All paths inside are relative, with forward slashes."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGED = (HERE / "themes" / "default", HERE.parent / "themes" / "default")  # the default theme: in the wheel, in the repository
MADE = ".dossier-files"  # in the output: the list of what the build made, so that it never removes anything else
DROPPINGS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})  # what file managers leave behind; kept
BACKUPS = ("~", ".swp", ".swo", ".tmp", ".bak", ".orig")


class UnreadableError(Exception):
    """A file that can't be read: "missing", "leaves" (by a link), or "not a file"."""


class ForeignFilesError(Exception):
    """The output folder is not the build's own. The message says what to do."""


def root_above(start: Path) -> Path | None:
    """The folder that holds content/, from `start` upwards."""
    return next((folder for folder in (start, *start.parents) if (folder / "content").is_dir()), None)


def listing(folder: Path) -> list[str]:
    """Every file below `folder`, sorted; hidden files, editors' backups and folders reached by a link are left out."""
    return sorted(_files(folder, ""))


def _files(folder: Path, under: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.name.startswith((".", "#")) or entry.name.endswith(BACKUPS):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path), f"{under}{entry.name}/")
        elif not entry.is_dir():
            yield f"{under}{entry.name}"


def packaged_theme() -> Path:
    """The folder of the theme that the program brings."""
    return next(folder for folder in PACKAGED if folder.is_dir())


def is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one folder."""
    return os.path.realpath(one) == os.path.realpath(other)


def subfolders(folder: Path) -> list[str]:
    """The names of the folders in a folder, sorted; none that is reached by a link."""
    return sorted(path.name for path in folder.iterdir() if path.is_dir() and not path.is_symlink()) if folder.is_dir() else []


def read(folder: Path, path: str) -> bytes:
    """The bytes of a plain file that lies in `folder` also after links are followed; UnreadableError otherwise."""
    try:
        real = Path(os.path.realpath(folder / path))
        if not real.is_relative_to(os.path.realpath(folder)):
            raise UnreadableError("leaves")
        if not stat.S_ISREG(real.stat().st_mode):
            raise UnreadableError("not a file")
        return real.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableError("missing") from error


def write(out: Path, files: Mapping[str, bytes], inputs: Iterable[Path]) -> None:
    """Makes `out` hold exactly `files`. They are written beside it first and take its place at once, when all of them are there.

    Raises ForeignFilesError, with nothing changed, if `out` holds files that no build made or lies among the `inputs`.
    """
    out = Path(os.path.realpath(out))
    _refuse(out, [Path(os.path.realpath(folder)) for folder in inputs])
    kept = [name for name in _all_files(out) if Path(name).name in DROPPINGS]
    out.parent.mkdir(parents=True, exist_ok=True)
    staged = Path(tempfile.mkdtemp(prefix=f".{out.name}-new-", dir=out.parent))
    try:
        _fill(staged, {**files, MADE: "".join(f"{name}\n" for name in sorted(files)).encode()})
        for name in kept:
            (staged / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(out / name, staged / name)
        staged.chmod(stat.S_IMODE(out.stat().st_mode) if out.exists() else 0o777 & ~_umask())
        _take_place(staged, out)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    made = {""}
    for name, content in files.items():
        parent = name.rpartition("/")[0]
        if parent not in made:
            (folder / parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        (folder / name).write_bytes(content)


def _take_place(staged: Path, out: Path) -> None:
    """The new folder in the place of the old one; the old one comes back if that fails."""
    if not out.exists():
        staged.rename(out)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{out.name}-old-", dir=out.parent))
    try:
        out.rename(old / "site")
        try:
            staged.rename(out)
        except OSError:
            (old / "site").rename(out)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _refuse(out: Path, inputs: Iterable[Path]) -> None:
    if out.exists() and not out.is_dir():
        raise ForeignFilesError(f"{out} is a file: name a folder with --out")
    for folder in inputs:
        if out == folder or out in folder.parents or folder in out.parents:
            raise ForeignFilesError(f"{out} holds what the site is made from or lies in it: name another folder with --out")
    foreign = sorted(set(_all_files(out)) - _made(out) - {MADE})
    foreign = [name for name in foreign if Path(name).name not in DROPPINGS]
    if foreign:
        names = ", ".join(foreign[:3]) + (f" and {len(foreign) - 3} more" if len(foreign) > 3 else "")
        what = f"{out} holds files that dossier did not make ({names}), and they would be lost"
        raise ForeignFilesError(f"{what}: empty the folder, or name another one with --out")


def _made(out: Path) -> set[str]:
    with contextlib.suppress(OSError, ValueError):
        return set((out / MADE).read_text("utf-8").splitlines())
    return set()


def _all_files(folder: Path) -> Iterator[str]:
    for at, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(at) / name).is_symlink()]
        for name in (*names, *links):
            yield (Path(at) / name).relative_to(folder).as_posix()
