"""How a site is put in its place: at once, whole, and at the cost of what has changed.

`out` is replaced as a whole by a folder that stands ready beside it, so that it is one complete site at every moment. The folder that it
replaces becomes the *spare*: it differs from `out` in what the last build changed, and no more. The next build catches that up by hard
links, adds its own changes, and exchanges the two again. A site of 50,000 files of which five change is published by some twenty calls
of the system; linking all of them anew would take 0.4 s, writing them 0.9. After a build from nothing all are linked once.

What tells that the spare is what it is stands in a journal beside it: which folder it is the spare of, the times of its folders, and the
names in which the two differ. It is removed before the spare is touched and written when the new site is in place: a build that is killed
between leaves a spare without a journal, which the next one throws away. The spare may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple

from site_builder.sealed import sealed, unsealed

Stamp = tuple[int, int, int]  # of a file: its number, its size, when it was written
NO_STAMP: Stamp = 0, 0, 0

MADE = ".dossier-files"  # in the output: the list of what the build made, so that it never removes anything else
DROPPINGS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})  # what file managers leave behind; kept
NEW, OLD = "-new-", "-old-"  # in the names of folders that a build makes beside its output, and removes
ODD = 6  # bytes by which they are told apart
JOURNAL = ".json"  # added to the spare's name
AT_FDCWD, RENAME_EXCHANGE, RENAME_SWAP = -100, 2, 2  # from fcntl.h, linux/fs.h and sys/stdio.h
CANNOT_EXCHANGE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})  # an old kernel, another file system
HAS_FILES = frozenset({errno.ENOTEMPTY, errno.EEXIST})
MAKE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
MANY = 2_000  # files from which two threads are worth it: linking 50,000 takes 0.33 s instead of 0.43, removing them 0.6 instead of 1.1


class ForeignFilesError(Exception):
    """The output folder is not the build's own. The message says what to do."""


class Journal(NamedTuple):
    """What is known of a spare."""

    site: list[int]  # number and time of change of the published folder that it belongs to
    number: int  # its own
    folders: dict[str, int]  # the times of change of all its folders: any file added, removed or renamed in one moves it
    differ: list[str]  # the files that the published folder has otherwise, or lacks, or has alone


def write(out: Path, files: Mapping[str, bytes], inputs: Iterable[Path]) -> None:
    """Makes `out` hold exactly `files`; all else as in `publishing`."""
    with publishing(out, inputs) as staged:
        for name, content in files.items():
            put(staged.folder, name, content)
        staged.commit()


def put(folder: str, path: str, content: bytes | Sequence[bytes | memoryview]) -> None:
    """A new file in a folder, with the folders on its way. What stood there is replaced, never written into: it may have another name too.

    Content in pieces is written piece by piece: what is large is not copied together first. Any process may call it.
    """
    target = f"{folder}/{path}"
    try:
        made = os.open(target, MAKE, 0o666)
    except FileNotFoundError:
        _make_way(folder, path)
        made = os.open(target, MAKE, 0o666)
    except FileExistsError:
        os.unlink(target)
        made = os.open(target, MAKE, 0o666)
    try:
        for piece in [content] if isinstance(content, bytes) else content:
            written = os.write(made, piece)
            while written < len(piece):  # a full disk writes less, and says why when asked again
                written += os.write(made, piece[written:])
    finally:
        os.close(made)


def stamp(path: str) -> Stamp:
    """What tells whether a file that was put is still the same, under whichever name."""
    try:
        found = os.stat(path)
    except OSError:
        return NO_STAMP
    return found.st_ino, found.st_size, found.st_mtime_ns


def mapped(path: str) -> memoryview:
    """What a file holds, read where it is looked at."""
    with open(path, "rb") as opened:
        return memoryview(mmap(opened.fileno(), 0, access=ACCESS_READ))


def _make_way(folder: str, path: str) -> None:
    """The folders on the way to a file; never `folder` itself, which may have been taken away."""
    at = folder
    for step in path.split("/")[:-1]:
        at = f"{at}/{step}"
        with contextlib.suppress(FileExistsError):
            os.mkdir(at)


def times(folder: str, names: Iterable[str]) -> dict[str, int]:
    """The time of change of each folder below `folder` ("" is `folder` itself), in nanoseconds; without those that are none."""
    found = {}
    for name in names:
        with contextlib.suppress(OSError, ValueError):
            now = os.lstat(f"{folder}/{name}") if name else os.stat(folder)
            if stat.S_ISDIR(now.st_mode):
                found[name] = now.st_mtime_ns
    return found


def _never() -> bool:
    return False


@contextlib.contextmanager
def publishing(out: Path, inputs: Iterable[Path], spare: Path | None = None, known: Callable[[], bool] = _never) -> Iterator[Staged]:
    """A new site on its way to `out`: files are put into its folder, `commit` publishes them, leaving without it changes nothing.

    Killed at any moment, it leaves one complete site in `out`, the old or the new; what else it leaves, the next build removes. Builds
    that publish beside each other wait for each other. Raises ForeignFilesError, with nothing changed, if `out` holds files that no build
    made or lies among the `inputs`.

    `known` says whether `out` is as the caller's last build left it; it is asked when no other build can come between, and once more
    before the new site takes its place. `spare`: where the site that is replaced may be kept to make the next publishing quick, in a
    folder that is the caller's own and exists.
    """
    out = Path(os.path.realpath(out))
    _refuse_place(out, [Path(os.path.realpath(folder)) for folder in inputs])
    out.parent.mkdir(parents=True, exist_ok=True)
    kept = Path(os.path.realpath(spare)) if spare and _may_keep(spare, out) else None
    with _alone(out.parent, *([kept.parent] if kept else [])):
        _heal(out)
        fresh = not ((out / MADE).is_file() and known())
        if fresh:
            _refuse_foreign(str(out))
        staged = Staged(str(out), _beside(str(out)), str(kept) if kept else None, known, fresh=fresh)
        os.mkdir(staged.folder, 0o700)
        try:
            yield staged
        finally:
            _remove(staged.folder)


def _may_keep(spare: Path, out: Path) -> bool:
    """Whether the spare has a folder to lie in that is neither the output nor in it."""
    place = Path(os.path.realpath(spare))
    is_own = place.parent.is_dir() and not spare.is_symlink() and not spare.parent.is_symlink()
    return is_own and out != place and out not in place.parents and place not in out.parents


def _beside(out: str, kind: str = NEW) -> str:
    """A new name beside `out`, by which the next build knows what a killed one left."""
    parent, name = os.path.split(out)
    return os.path.join(parent, f".{name}{kind}{os.urandom(ODD).hex()}")


class Staged:
    """A site on its way to `out`. `fresh`: all of it must be put into `folder`; otherwise what is not put stays as it is in `out`."""

    def __init__(self, out: str, folder: str, spare: str | None, known: Callable[[], bool], *, fresh: bool) -> None:
        self.out, self.folder, self.spare, self.known, self.fresh = out, folder, spare, known, fresh
        self.removed = set[str]()

    def remove(self, path: str) -> None:
        """The site no longer has the file. Folders that are left empty go with it."""
        if _is_plain(path):
            self.removed.add(path)
            _drop(self.folder, path)

    def commit(self, names: Iterable[str] | None = None) -> dict[str, int]:
        """Publishes what was put. `names`, where given: all files of the site; what it had besides is removed.

        The answer is the `times` of the folders in `out`: while they stay, nobody has added, removed or renamed a file there.
        """
        changed = set(_below(self.folder))
        for name in (_made(self.out) | changed) - set(names) if names is not None else ():
            self.remove(name)
            changed.discard(name)
        gone = {name for name in self.removed - changed if self._is_published(name)}
        if self.fresh or gone or not all(map(self._is_published, changed)):
            had = set() if self.fresh else _made(self.out)
            put(self.folder, MADE, "".join(f"{name}\n" for name in sorted((had | changed) - gone)).encode())
            changed.add(MADE)
        if self.fresh:
            folders = self._publish_all(changed)
        elif changed:
            folders = self._publish_changes(changed, gone)
        else:
            folders = _folders_of(_below(self.out))
        return times(self.out, folders)

    def _is_published(self, name: str) -> bool:
        return _is_file(f"{self.out}/{name}")

    def _publish_all(self, names: set[str]) -> set[str]:
        droppings = _refuse_foreign(self.out)
        for name in droppings:
            _make_way(self.folder, name)
            _copy(f"{self.out}/{name}", f"{self.folder}/{name}")
        _take_place(self.folder, self.out)
        self._forget_spare()
        self._make_spare()
        return _folders_of((*names, *droppings))

    def _make_spare(self) -> None:
        """Makes a spare of a site that is all new, where that takes hard links alone: the first edit then finds it made."""
        if not self.spare:
            return
        ready = _beside(self.out)
        try:
            with contextlib.suppress(OSError):
                if os.stat(self.out).st_dev == os.stat(os.path.dirname(self.spare)).st_dev:
                    os.mkdir(ready, 0o700)
                    self._keep(ready, _complete(ready, self.out, (), os.link), [])
        finally:
            _remove(ready)

    def _publish_changes(self, changed: set[str], gone: set[str]) -> set[str]:
        if not self.known():
            _refuse_foreign(self.out)  # a file that somebody put there since the build began
        differ = changed | gone
        few = 2 * sum(len(name) + 1 for name in differ) < os.path.getsize(f"{self.out}/{MADE}")
        ready = _beside(self.out)
        journal = self._take_spare(ready) if few else None
        try:
            if journal:
                _catch_up(ready, self.out, set(journal.differ) - differ, differ)
                for name in changed:
                    _move(self.folder, ready, name)
                folders = {*journal.folders, *_folders_of(journal.differ)}
            else:
                ready = self.folder
                folders = _complete(ready, self.out, differ, _link)
            _take_place(ready, self.out)
            self._forget_spare()
            if few:
                self._keep(ready, folders, sorted(differ))
            return folders | _folders_of(changed)
        finally:
            _remove(ready)

    def _take_spare(self, ready: str) -> Journal | None:
        """Brings the spare to where the new site is made ready, if it is known to be the spare of `out`."""
        if not self.spare:
            return None
        journal = _journal(self.spare, self.out)
        if not journal:
            return None
        with contextlib.suppress(OSError):  # another device after all
            os.unlink(self.spare + JOURNAL)
            os.rename(self.spare, ready)
            return journal
        return None

    def _keep(self, old: str, folders: Iterable[str], differ: list[str]) -> None:
        """Makes the folder that was replaced the spare, where that is possible."""
        if not self.spare:
            return
        with contextlib.suppress(OSError):
            os.rename(old, self.spare)
            site, number = os.lstat(self.out), os.lstat(self.spare).st_ino
            journal = Journal([site.st_ino, site.st_mtime_ns], number, times(self.spare, folders), differ)
            put(os.path.dirname(self.spare), f"{os.path.basename(self.spare)}{JOURNAL}", sealed(journal._asdict()))

    def _forget_spare(self) -> None:
        if self.spare:
            with contextlib.suppress(OSError):
                os.unlink(self.spare + JOURNAL)
            _remove(self.spare)


def _journal(spare: str, out: str) -> Journal | None:
    """What is known of the spare, if it is whole and this site's; None otherwise."""
    try:
        with open(spare + JOURNAL, "rb") as file:
            journal = Journal(**unsealed(file.read()))
        site = os.lstat(out)
        is_spare = journal.site == [site.st_ino, site.st_mtime_ns] and journal.number == os.lstat(spare).st_ino
        is_whole = "" in journal.folders and times(spare, journal.folders) == journal.folders
        return journal if is_spare and is_whole and all(map(_is_plain, journal.differ)) else None
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return None


def _is_plain(path: str) -> bool:
    """Whether it names something in the folder: what a journal or a list says may have been written by others."""
    return {"", ".", ".."}.isdisjoint(path.replace(os.sep, "/").split("/")) and not os.path.splitdrive(path)[0]


def _is_file(path: str) -> bool:
    """Whether something stands there that is no folder."""
    try:
        return not stat.S_ISDIR(os.lstat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _catch_up(spare: str, out: str, linked: Collection[str], without: Iterable[str]) -> None:
    """Gives the spare the files that it lacks or has otherwise as they are in `out`, and takes away those that are about to change."""
    for name in (*linked, *without):
        _drop(spare, name)
    for name in linked:
        if _is_file(f"{out}/{name}"):
            _make_way(spare, name)
            _link(f"{out}/{name}", f"{spare}/{name}")


def _complete(folder: str, out: str, without: Collection[str], link: Callable[[str, str], None]) -> set[str]:
    """Gives the folder all files of `out` but those; the folders of `out`. `link` gives a file its second name."""
    folders, lacking = set(), []
    for under, names in _walk(out):
        folders.add(under.rstrip("/"))
        here = [path for name in names if (path := under + name) not in without]
        if here:
            _make_way(folder, here[0])
        lacking += here
    _each(lambda name: link(f"{out}/{name}", f"{folder}/{name}"), lacking)
    return folders


def _link(one: str, other: str) -> None:
    """A second name for a file; a copy where the file system knows no such thing."""
    try:
        os.link(one, other)
    except OSError:
        _copy(one, other)


def _copy(one: str, other: str) -> None:
    import shutil  # noqa: PLC0415 costs 10 ms that a build of an unchanged site can spare

    shutil.copy2(one, other, follow_symlinks=False)


def _move(folder: str, target: str, name: str) -> None:
    _make_way(target, name)
    os.replace(f"{folder}/{name}", f"{target}/{name}")


def _drop(folder: str, path: str) -> None:
    """Takes a file away if it is there, and the folders that it leaves empty."""
    if not _is_file(f"{folder}/{path}"):
        return
    os.unlink(f"{folder}/{path}")
    for above in _above(path):
        try:
            os.rmdir(f"{folder}/{above}")
        except OSError as error:
            if error.errno in HAS_FILES:
                return
            raise


def _above(path: str) -> Iterator[str]:
    """The folders in which a file or folder lies, the nearest first."""
    while path := path.rpartition("/")[0]:
        yield path


def _folders_of(names: Iterable[str]) -> set[str]:
    """The folders in which the files lie; "" is the one in which all do."""
    nearest = {name.rpartition("/")[0] for name in names}
    return {"", *nearest, *(above for folder in nearest for above in _above(folder))}


def _each(act: Callable[[str], None], names: Sequence[str]) -> None:
    """Does it for each; where there are many by two threads, since the calls of the system don't hold Python's lock."""

    def part(names: Sequence[str]) -> None:
        for name in names:
            act(name)

    if len(names) < MANY:
        part(names)
        return
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 rare, and costs 8 ms

    half = len(names) // 2
    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(part, names[:half]), pool.submit(part, names[half:])]:
            done.result()


@contextlib.contextmanager
def _alone(*folders: Path) -> Iterator[None]:
    """Waits until no other build writes in the folders. The lock is the system's own: it leaves no file and ends with the process."""
    try:
        import fcntl  # noqa: PLC0415 Windows has none: there, two builds at once are not told apart
    except ImportError:
        yield
        return
    with contextlib.ExitStack() as held:
        for folder in sorted({*folders}):  # in one order, so that no two builds wait for each other
            lock = os.open(folder, os.O_RDONLY)
            held.callback(os.close, lock)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _heal(out: Path) -> None:
    """Brings back a site that a killed build had put aside, and removes what such builds left."""
    name = re.compile(rf"\.{re.escape(out.name)}({OLD}|{NEW})[0-9a-f]{{{2 * ODD}}}")
    for left in filter(None, map(name.fullmatch, sorted(os.listdir(out.parent)))):
        folder = out.parent / left[0]
        aside = folder / "site"
        if left[1] == OLD and aside.is_dir() and not out.exists():
            aside.rename(out)
        _remove(str(folder))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _take_place(ready: str, out: str) -> None:
    """The new folder in the place of the old one; the old one is left where the new one was."""
    is_there = os.path.exists(out)
    os.chmod(ready, stat.S_IMODE(os.stat(out).st_mode) if is_there else 0o777 & ~_umask())
    if not is_there:
        os.rename(ready, out)
    elif not _exchange(ready, out):
        _by_two_renames(ready, out)


def _exchange(one: str, other: str) -> bool:
    """Exchanges two folders in one step, where the system can: Linux by renameat2(2), macOS by renamex_np(2)."""
    import ctypes  # noqa: PLC0415 as above

    paths = os.fsencode(one), os.fsencode(other)
    system = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    if system and sys.platform == "darwin" and hasattr(system, "renamex_np"):
        failed = system.renamex_np(*paths, RENAME_SWAP)
    elif system and hasattr(system, "renameat2"):
        failed = system.renameat2(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE)
    else:
        return False
    if failed and ctypes.get_errno() not in CANNOT_EXCHANGE:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), other)
    return not failed


def _by_two_renames(ready: str, out: str) -> None:
    """The same where folders can't be exchanged. A build killed between the two leaves the old site aside; the next brings it back."""
    aside = _beside(out, OLD)
    os.mkdir(aside)
    try:
        os.rename(out, f"{aside}/site")
        try:
            os.rename(ready, out)
        except OSError:
            os.rename(f"{aside}/site", out)
            raise
        with contextlib.suppress(OSError):  # the site is published, and the old one goes with the folder
            os.rename(f"{aside}/site", ready)
    finally:
        _remove(aside)


def _remove(folder: str) -> None:
    """Removes a folder and all that is in it, as far as that can be."""
    if os.path.islink(folder) or not os.path.isdir(folder):
        _remove_file(folder)
        return
    with contextlib.suppress(OSError):
        _each(_remove_file, [f"{folder}/{name}" for name in _below(folder)])
    import shutil  # noqa: PLC0415 as above

    shutil.rmtree(folder, ignore_errors=True)


def _remove_file(path: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)


def _refuse_place(out: Path, inputs: Iterable[Path]) -> None:
    if out.exists() and not out.is_dir():
        raise ForeignFilesError(f"{out} is a file: name a folder with --out")
    for folder in inputs:
        if out == folder or out in folder.parents or folder in out.parents:
            raise ForeignFilesError(f"{out} holds what the site is made from or lies in it: name another folder with --out")


def _refuse_foreign(out: str) -> list[str]:
    """The droppings in `out`; ForeignFilesError if there is anything else that no build made."""
    unknown = sorted(set(_below(out)) - _made(out) - {MADE})
    foreign = [name for name in unknown if name.rpartition("/")[2] not in DROPPINGS]
    if foreign:
        names = ", ".join(foreign[:3]) + (f" and {len(foreign) - 3} more" if len(foreign) > 3 else "")
        what = f"{out} holds files that dossier did not make ({names}), and they would be lost"
        raise ForeignFilesError(f"{what}: empty the folder, or name another one with --out")
    return unknown


def _made(out: str) -> set[str]:
    with contextlib.suppress(OSError, ValueError):
        return set(filter(None, Path(out, MADE).read_bytes().decode().split("\n")))
    return set()


def _below(folder: str) -> Iterator[str]:
    """Every file in a folder and in those below it; a link is a file, wherever it leads."""
    for under, names in _walk(folder):
        for name in names:
            yield under + name


def _walk(folder: str, under: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every folder from this one down, with a slash at its end, and the names of the files in it."""
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except (FileNotFoundError, NotADirectoryError):
        return
    folders = [entry for entry in entries if entry.is_dir(follow_symlinks=False)]
    yield under, [entry.name for entry in entries if not entry.is_dir(follow_symlinks=False)]
    for entry in folders:
        yield from _walk(entry.path, f"{under}{entry.name}/")
