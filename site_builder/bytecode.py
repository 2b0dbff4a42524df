"""What were templates compiled to?

That of the packaged ones stands where Python keeps its own byte code, beside the program. That of a site's own theme stands in the site's
memory, but a site that came from somebody else must not bring code with it: it is signed with a key that stands beside the program.
"""

from __future__ import annotations

import contextlib
import hmac
import marshal
import os
import sys
from hashlib import sha256
from types import CodeType

from site_builder.memo import PACKAGE, program

Codes = dict[str, tuple[str, CodeType]]  # by the key of a template: a digest of its text, and its code

FOLDER = PACKAGE / "__pycache__"
TEMPLATES = FOLDER / f"templates.{sys.implementation.cache_tag}.bin"
KEY = FOLDER / "templates.key"
DIGEST = 32  # bytes of a SHA-256, and of the key


def packaged() -> Codes:
    """What the packaged templates were compiled to by this very program; nothing where that is not known."""
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError, MemoryError):
        kept = TEMPLATES.read_bytes()
        digest, codes = kept[:DIGEST], kept[DIGEST:]
        if digest == sha256(program().encode() + codes).digest():
            return dict(marshal.loads(codes))  # noqa: S302 the program's own, see above
    return {}


def keep_packaged(codes: Codes) -> None:
    """Keeps what the packaged templates were compiled to, where Python may keep byte code at all."""
    if sys.dont_write_bytecode:
        return
    content = marshal.dumps(codes)
    with contextlib.suppress(OSError):
        FOLDER.mkdir(exist_ok=True)
        staged = TEMPLATES.with_suffix(f".{os.getpid()}")
        staged.write_bytes(sha256(program().encode() + content).digest() + content)
        staged.replace(TEMPLATES)


def signed(codes: Codes) -> bytes:
    """What other templates were compiled to, to be kept in a site's memory; b"" where this program has no key."""
    key, content = _key(make=True), marshal.dumps(codes)
    return _signature(key, content) + content if key else b""


def verified(kept: bytes) -> Codes:
    """What was signed by this very program on this machine; nothing if it is anything else."""
    key, content = _key(make=False), kept[DIGEST:]
    with contextlib.suppress(ValueError, EOFError, TypeError, MemoryError):
        if key and hmac.compare_digest(kept[:DIGEST], _signature(key, content)):
            return dict(marshal.loads(content))  # noqa: S302 signed by the program itself
    return {}


def _signature(key: bytes, content: bytes) -> bytes:
    return hmac.digest(key, program().encode() + content, "sha256")


def _key(*, make: bool) -> bytes:
    """The key of this program, for its user's eyes only."""
    with contextlib.suppress(OSError):
        if make and not sys.dont_write_bytecode and not KEY.exists():
            FOLDER.mkdir(exist_ok=True)
            staged = KEY.with_suffix(f".{os.getpid()}")
            with open(os.open(staged, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123 with its rights from the start
                file.write(os.urandom(DIGEST))
            with contextlib.suppress(FileExistsError):
                os.link(staged, KEY)
            staged.unlink()
        key = KEY.read_bytes()
        return key if len(key) == DIGEST else b""
    return b""
