"""Which content was checked, and how new is it? Said by the content itself, so that the same content gives the same report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256

from site_builder.model import Date, Dossier, Edition, Entry
from site_builder.text.dates import span

ODD = "\\\n\r"  # signs that are escaped in a name
LENGTH = 64  # of a SHA-256 in hexadecimal


def edition(listed: bytes, updated: Iterable[Date | None], dated: Iterable[Date | None]) -> Edition:
    """The fingerprint of all files, and the latest date on which an editor checked a dossier; else the newest date found.

    `listed`: the files, as `sums` lists them; `updated`: when editors checked dossiers; `dated`: the newest date of each other one.
    """
    checked = _newest(updated)
    return Edition(sha256(listed).hexdigest(), checked or _newest(dated), bool(checked))


def newest(dossier: Dossier | Entry) -> Date | None:
    """The newest date in a dossier."""
    return _newest(_dates(dossier))


def sums(hashes: Mapping[str, str]) -> bytes:
    """What `sha256sum` prints for the files, in the order of their paths. `hashes`: each file's own, in hexadecimal."""
    with suppress(UnicodeEncodeError):  # names that are plain text stand in the same order as their bytes
        names = "".join(hashes)
        if not any(sign in names for sign in ODD):
            return "".join([f"{hashes[path]}  {path}\n" for path in sorted(hashes)]).encode()
    lines = sorted((_bytes(path), hashes[path].encode()) for path in hashes)
    return b"".join(_line(own, path) for path, own in lines)


def amended(listed: bytes, hashes: Mapping[str, str]) -> bytes | None:
    """The list with other hashes for some files, "" for one that does not stand in it. None where signs of names are escaped."""
    if b"\\" in listed or any(sign in path for path in hashes for sign in ODD):
        return None
    parts: list[bytes] = []
    done = 0
    for path, own in sorted((_bytes(path), own.encode()) for path, own in hashes.items()):
        start, end = _at(listed, path)
        parts += (listed[done:start], _line(own, path) if own else b"")
        done = end
    return b"".join((*parts, listed[done:]))


def _at(listed: bytes, path: bytes) -> tuple[int, int]:
    """Where the line of a file begins and ends, or where it would stand: found by halves, since they stand in order."""
    first, last = 0, len(listed)
    while first < last:
        at = listed.rfind(b"\n", first, (first + last) // 2) + 1 or first
        end = listed.index(b"\n", at)
        found = listed[at + LENGTH + 2 : end]
        if found == path:
            return at, end + 1
        first, last = (end + 1, last) if found < path else (first, at)
    return first, first


def _line(own: bytes, path: bytes) -> bytes:
    """A line break or backslash in a name is escaped, and the line then begins with a backslash."""
    escaped = path.replace(b"\\", b"\\\\").replace(b"\n", b"\\n").replace(b"\r", b"\\r")
    return (b"\\" if escaped != path else b"") + own + b"  " + escaped + b"\n"


def _bytes(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")  # a name that is not UTF-8, as the disk has it


def _dates(dossier: Dossier | Entry) -> Iterator[Date | None]:
    """The dates of what the editors did or had before them: no event's, which may lie ahead."""
    yield from (correction.date for correction in dossier.cover.corrections)
    for source in dossier.sources:
        yield source.published
        yield source.archive.date if source.archive else None


def _newest(dates: Iterable[Date | None]) -> Date | None:
    """The one whose last day is the latest; one without an end says nothing."""
    known = {one: last for one in dict.fromkeys(dates) if one and (last := span(one).last)}
    return max(known, key=lambda one: (known[one], one), default=None) if known else None
