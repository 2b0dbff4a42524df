"""Notes that the program leaves for itself: one that was altered since is none."""

from __future__ import annotations

import json
from typing import Any
from zlib import crc32


def sealed(note: object) -> bytes:
    """A note of plain values, to be kept on a disk."""
    text = json.dumps(note, separators=(",", ":")).encode()
    return b"%08x\n%b" % (crc32(text), text)


def unsealed(stored: bytes) -> Any:  # noqa: ANN401 whatever was noted
    """What was noted. ValueError if these are not the bytes that `sealed` made."""
    sum_, _, text = stored.partition(b"\n")
    if sum_ != b"%08x" % crc32(text):
        raise ValueError
    return json.loads(text)
