"""The disk: what is read, and how a site is put in its place. All paths inside are relative, with forward slashes."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import glob
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGED = (HERE / "themes" / "default", HERE.parent / "themes" / "default")  # the default theme: in the wheel, in the repository
MADE = ".dossier-files"  # in the output: the list of what the build made, so that it never removes anything else
DROPPINGS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})  # what file managers leave behind; kept
NEW, OLD = "-new-", "-old-"  # in the names of folders that a build makes beside its output, and removes
AT_FDCWD, RENAME_EXCHANGE, RENAME_SWAP = -100, 2, 2  # from fcntl.h, linux/fs.h and sys/stdio.h
CANNOT_EXCHANGE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})  # an old kernel, another file system
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

    Killed at any moment, it leaves one complete site in `out`, the old or the new; what else it leaves, the next build removes. Two
    builds that write beside each other wait for each other. Raises ForeignFilesError, with nothing changed, if `out` holds files that
    no build made or lies among the `inputs`.
    """
    out = Path(os.path.realpath(out))
    out.parent.mkdir(parents=True, exist_ok=True)
    with _alone(out.parent):
        _heal(out)
        _refuse(out, [Path(os.path.realpath(folder)) for folder in inputs])
        _replace(out, files)


def _replace(out: Path, files: Mapping[str, bytes]) -> None:
    kept = [name for name in _all_files(out) if Path(name).name in DROPPINGS]
    staged = Path(tempfile.mkdtemp(prefix=f".{out.name}{NEW}", dir=out.parent))
    try:
        _fill(staged, {**files, MADE: "".join(f"{name}\n" for name in sorted(files)).encode()})
        for name in kept:
            (staged / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(out / name, staged / name)
        staged.chmod(stat.S_IMODE(out.stat().st_mode) if out.exists() else 0o777 & ~_umask())
        _take_place(staged, out)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Waits until no other build writes in the folder. The lock is the system's own: it leaves no file and ends with the process."""
    try:
        import fcntl  # noqa: PLC0415 Windows has none: there, two builds at once are not told apart
    except ImportError:
        yield
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def _heal(out: Path) -> None:
    """Brings back a site that a killed build had put aside, and removes what such builds left."""
    for left in sorted(out.parent.glob(f".{glob.escape(out.name)}{OLD}*/site")):
        if not out.exists():
            left.rename(out)
    for kind in (OLD, NEW):
        for left in out.parent.glob(f".{glob.escape(out.name)}{kind}*"):
            shutil.rmtree(left, ignore_errors=True)


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
    """The new folder in the place of the old one; the old one is left where the new one was."""
    if not out.exists():
        staged.rename(out)
    elif not _exchange(staged, out):
        _by_two_renames(staged, out)


def _exchange(one: Path, other: Path) -> bool:
    """Exchanges two folders in one step, where the system can: Linux by renameat2(2), macOS by renamex_np(2)."""
    paths = os.fsencode(one), os.fsencode(other)
    system = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    if system and sys.platform == "darwin" and hasattr(system, "renamex_np"):
        failed = system.renamex_np(*paths, RENAME_SWAP)
    elif system and hasattr(system, "renameat2"):
        failed = system.renameat2(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE)
    else:
        return False
    if failed and ctypes.get_errno() not in CANNOT_EXCHANGE:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
    return not failed


def _by_two_renames(staged: Path, out: Path) -> None:
    """The same where folders can't be exchanged. A build killed between the two leaves the old site aside; the next brings it back."""
    old = Path(tempfile.mkdtemp(prefix=f".{out.name}{OLD}", dir=out.parent))
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
