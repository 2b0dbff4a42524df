"""Under which names are a theme's assets published, and how do its style sheets find them there?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from posixpath import basename, dirname, join, normpath
from urllib.parse import quote, unquote

HASH_LENGTH = 10
NAMED = re.compile(  # in a style sheet: the path of another file, with blanks only between marks
    r"""(?P<before>(?:\burl\(\s*|@import\s*(?=["']))["']?)(?P<path>(?<=["'])[^"'()?#]+|[^"'()\s?#]+)""", re.I
)


def published(assets: Mapping[str, bytes]) -> tuple[dict[str, str], dict[str, bytes]]:
    """The path of each asset, by name, and what stands there: in style sheets the names are those under which the others are published."""
    named = {name: _named(name, content, assets) for name, content in assets.items()}
    paths = {name: _path(name, [assets[one] for one in (name, *sorted(_reached(name, named)))]) for name in assets}
    return paths, {name: _renamed(content, named[name], paths) for name, content in assets.items()}


def _named(name: str, content: bytes, assets: Mapping[str, bytes]) -> dict[str, str]:
    """The assets that a style sheet names, by the path it has for them."""
    if not name.endswith(".css"):
        return {}
    meant = {path: normpath(join(dirname(name), unquote(path))) for _, path in NAMED.findall(_text(content))}
    return {path: asset for path, asset in meant.items() if asset in assets}


def _reached(name: str, named: Mapping[str, Mapping[str, str]]) -> set[str]:
    """What a style sheet names, and what that names."""
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        new = set(named[waiting.pop()].values()) - reached
        reached |= new
        waiting += new
    return reached - {name}


def _path(name: str, contents: list[bytes]) -> str:
    """assets/style.1f2e3d4c5b.css: another name wherever anything that it shows is another."""
    stem, dot, suffix = name.rpartition(".")
    digest = sha256(b"\0".join(contents)).hexdigest()[:HASH_LENGTH]
    return f"assets/{stem}.{digest}.{suffix}" if dot else f"assets/{name}.{digest}"


def _renamed(content: bytes, named: Mapping[str, str], paths: Mapping[str, str]) -> bytes:
    def beside(found: re.Match[str]) -> str:
        path = found["path"]
        return found["before"] + (join(dirname(path), quote(basename(paths[named[path]]))) if path in named else path)

    return NAMED.sub(beside, _text(content)).encode("utf-8", "surrogateescape") if named else content


def _text(content: bytes) -> str:
    return content.decode("utf-8", "surrogateescape")
