"""What did the files of a dossier hold when they could last be read? From that it is shown while they can't be."""

from __future__ import annotations

import zlib
from collections import OrderedDict
from hashlib import blake2b
from typing import NamedTuple

from site_builder.steps import Folder

MOST = 64_000_000  # bytes, compressed; the records and texts of some 30,000 articles
QUICK = 1  # of zlib's levels: 0.12 ms an article, to two fifths


class Pressed(NamedTuple):
    """A file, compressed."""

    digest: bytes  # of what it holds
    content: bytes


Drawer = dict[tuple[str, str], Pressed]  # by "files" or "seeds", and name


class LastRead:
    """Dossiers' folders as they last could be read whole."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[bytes, Drawer]] = OrderedDict()
        self._size = 0

    def __contains__(self, dossier: str) -> bool:
        return dossier in self._kept

    @property
    def is_full(self) -> bool:
        return self._size >= MOST

    def keep(self, folder: Folder) -> None:
        """Keeps a folder; what it held before is not compressed again. Those kept longest ago make room."""
        key, before = self._kept.get(folder.id, (b"", {}))
        if key == folder.key:
            return
        named = [(("files", name), stored) for name, stored in folder.files.items()]
        named += [(("seeds", name), stored) for name, stored in folder.seeds.items() if isinstance(stored, bytes)]
        self.drop(folder.id)
        self._kept[folder.id] = folder.key, {at: _pressed(stored, before.get(at)) for at, stored in named}
        self._size += _size(self._kept[folder.id][1])
        while self._size > MOST:
            self.drop(next(iter(self._kept)))

    def drop(self, dossier: str) -> None:
        _, drawer = self._kept.pop(dossier, (b"", {}))
        self._size -= _size(drawer)

    def folder(self, dossier: str) -> Folder:
        """The folder as it was."""
        key, drawer = self._kept[dossier]

        def unpressed(kind: str) -> dict[str, bytes]:
            return {name: zlib.decompress(one.content) for (of, name), one in drawer.items() if of == kind}

        return Folder(dossier, key, unpressed("files"), {**unpressed("seeds")})


def _pressed(stored: bytes, before: Pressed | None) -> Pressed:
    digest = blake2b(stored, digest_size=16).digest()
    return before if before and before.digest == digest else Pressed(digest, zlib.compress(stored, QUICK))


def _size(drawer: Drawer) -> int:
    return sum(len(one.content) for one in drawer.values())
