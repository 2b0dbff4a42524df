"""What is read: the files of a folder, and nothing that lies outside of it."""

from __future__ import annotations

import contextlib
import marshal
import os
import stat
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
PACKAGED = (PACKAGE / "themes" / "default", PACKAGE.parent / "themes" / "default")  # the default theme: in the wheel, in the repository
BACKUPS = ("~", ".swp", ".swo", ".tmp", ".bak", ".orig")
HIDDEN = (".", "#")
TEXTS = (".yaml", ".yml", ".md")
MISSPELT = (".txt", ".markdown", *(end.upper() for end in (*TEXTS, ".txt")), ".Yaml", ".Yml", ".Md", ".Txt")  # that such a file is told
READ = {"content": (*TEXTS, *MISSPELT), "seeds": ("",), "themes": ("",)}  # folders that a build looks into, with the ends of names
WHOLE = "content"  # the folder in which a link that is not followed, or a folder that may not be read, is told: a dossier would be missing
PLAIN = 2  # marshal's last version in which equal values are equal bytes
DIGEST = 16  # bytes

Stat = tuple[int, int, int, int]  # what shows that a file has changed: size, two times of change in nanoseconds, number
Shown = dict[str, Stat | None]  # files by their path; None for one of which `read` says why it can't be read
Listed = tuple[bytes, bytes]  # of a folder: what tells whether it is as it was, and its own files, packed


class UnreadableError(Exception):
    """A file that can't be read: "missing", "leaves" (by a link), "forbidden" (by its permissions), or "not a file"."""


def root_above(start: Path) -> Path | None:
    """The folder that holds content/, from `start` upwards."""
    return next((folder for folder in (start, *start.parents) if (folder / "content").is_dir()), None)


def listing(folder: Path) -> list[str]:
    """Every file below `folder`, sorted; hidden files, editors' backups and folders reached by a link are left out."""
    return sorted(scan(folder))


def inputs(root: Path, folders: Iterable[str] = READ) -> Shown:
    """Every file of a project that a build may read, by its path from there, with what shows that it has changed."""
    return _flat(folder for top in folders for folder in _scanned(root / top, f"{top}/", READ[top]).items())


def listed(root: Path, folders: Iterable[str] = READ) -> dict[str, Listed]:
    """The same folder by folder ("seeds/wires/"), so that what is as it was need not be looked through. None is empty."""
    found: dict[str, Listed] = {}
    for top in folders:
        for folder, own in _scanned(root / top, f"{top}/", READ[top]).items():
            packed = marshal.dumps(own, PLAIN)  # in the system's order, which stays as long as nothing changes
            found[folder] = blake2b(packed, digest_size=DIGEST).digest(), packed
    return found


def shown(listed: Listed) -> Shown:
    """The files of a folder by their names."""
    files: Shown = marshal.loads(listed[1])  # noqa: S302 it is our own
    return files


def scan(folder: Path) -> Shown:
    """The files of `listing` with what shows that they have changed."""
    return _flat(_scanned(folder).items())


def _flat(folders: Iterable[tuple[str, Shown]]) -> Shown:
    return {folder + name: one for folder, own in folders for name, one in own.items()}


def _scanned(folder: Path, under: str = "", endings: tuple[str, ...] = ("",)) -> dict[str, Shown]:
    """The files of `listing` by their folders' paths and their names.

    Of a file reached by a link it is the file's own stat, not the link's. `under`: put before every path; `endings`: of wanted names.
    """
    found: dict[str, Shown] = {}
    waiting = [(os.fspath(folder), under)]
    told = under == f"{WHOLE}/"
    while waiting:
        at, path = waiting.pop()
        own: Shown = found.get(path, {})
        for entry in _entries(at, path, found, is_top=path == under):
            name = entry.name
            if name.startswith(HIDDEN) or name.endswith(BACKUPS):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{path}{name}/"))
            elif entry.is_symlink():
                own |= _linked(folder, entry, endings, told=told)
            elif name.endswith(endings):
                try:
                    own[name] = _plain(entry.stat(follow_symlinks=False))
                except OSError:
                    own[name] = None
        if own:
            found[path] = own
    return found


def _entries(at: str, path: str, found: dict[str, Shown], *, is_top: bool) -> Iterable[os.DirEntry[str]]:
    """What lies in a folder. One that may not be read is noted as what can't be read in the folder above; OSError if there is none."""
    try:
        return os.scandir(at)
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError:
        if is_top:
            raise
        above, _, name = path.rstrip("/").rpartition("/")
        found.setdefault(f"{above}/", {})[name] = None
        return ()


def _linked(folder: Path, entry: os.DirEntry[str], endings: tuple[str, ...], *, told: bool) -> Shown:
    """A file that is reached by a link; if that is `told`, also a link that is not followed, since a folder may be missing."""
    if entry.name.endswith(endings) and not _leads_to_a_folder(entry):
        return {entry.name: _stat(folder, entry.path, is_link=True)}
    return {entry.name: None} if told and not os.path.isfile(entry.path) else {}


def look(root: Path, paths: Iterable[str]) -> Shown:
    """What `inputs` says of these paths. One that it does not show is left out."""
    found: Shown = {}
    for path in paths:
        top, *steps = path.split("/")
        names_seen = not any(step in ("", "..") or step.startswith(HIDDEN) or step.endswith(BACKUPS) for step in steps)
        wanted = bool(steps) and steps[-1].endswith(READ.get(top, ()))
        if not (steps and names_seen and (wanted or top == WHOLE)):
            continue
        folder = root / top
        places = [os.path.join(folder, *steps[:n]) for n in range(1, len(steps) + 1)]
        with contextlib.suppress(OSError, ValueError):
            if all(stat.S_ISDIR(os.lstat(place).st_mode) for place in places[:-1]):
                mode = os.lstat(places[-1]).st_mode
                is_link = stat.S_ISLNK(mode)
                if top == WHOLE and is_link and not os.path.isfile(places[-1]) and (os.path.isdir(places[-1]) or not wanted):
                    found[path] = None
                elif wanted and not (stat.S_ISDIR(mode) or os.path.isdir(places[-1])):
                    found[path] = _stat(folder, places[-1], is_link=is_link)
    return found


def _stat(folder: Path, path: str, *, is_link: bool) -> Stat | None:
    try:
        leaves = is_link and not _is_inside(os.path.realpath(path), os.path.realpath(folder))
        return None if leaves else _plain(os.stat(path))
    except OSError:
        return None


def _plain(found: os.stat_result) -> Stat | None:
    """What shows that a file has changed; None for one that is no plain file."""
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def _leads_to_a_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def packaged_theme() -> Path:
    """The folder of the theme that the program brings."""
    return next(folder for folder in PACKAGED if folder.is_dir())


def is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one folder."""
    return real(one) == real(other)


def real(folder: Path) -> str:
    """Where a folder stands when all links are followed."""
    return os.path.realpath(folder)


def subfolders(folder: Path) -> list[str]:
    """The names of the folders in a folder, sorted; none that is reached by a link."""
    return sorted(path.name for path in folder.iterdir() if path.is_dir() and not path.is_symlink()) if folder.is_dir() else []


def read(folder: Path, path: str) -> bytes:
    """The bytes of a plain file that lies in `folder` also after links are followed; UnreadableError otherwise."""
    try:
        real, mode = _without_links(os.fspath(folder), path) or _by_links(folder, path)
        if not stat.S_ISREG(mode):
            raise UnreadableError("not a file")
        with open(real, "rb", buffering=0) as file:
            return file.read()
    except PermissionError as error:
        raise UnreadableError("forbidden") from error
    except (OSError, ValueError) as error:
        raise UnreadableError("missing") from error


def _without_links(top: str, path: str) -> tuple[str, int] | None:
    """Where the file stands and what it is, if no step of the way from `top` is a link: then it can't leave; None otherwise.

    Asking so for two steps costs a sixth of `realpath`, which asks for every step from the root of the disk, and twice.
    """
    steps = path.split("/")
    if os.sep != "/" or not {"", ".", ".."}.isdisjoint(steps):
        return None
    at, mode = top, 0
    for step in steps:
        at = f"{at}/{step}"
        mode = os.lstat(at).st_mode
        if stat.S_ISLNK(mode):
            return None
    return at, mode


def _by_links(folder: Path, path: str) -> tuple[str, int]:
    real = os.path.realpath(folder / path)
    if not _is_inside(real, os.path.realpath(folder)):
        raise UnreadableError("leaves")
    return real, os.stat(real).st_mode


def _is_inside(real: str, folder: str) -> bool:
    return real == folder or real.startswith(folder.rstrip(os.sep) + os.sep)
