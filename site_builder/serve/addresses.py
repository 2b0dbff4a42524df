"""Which file of the site is meant by an address, and as what it is sent: as GitHub Pages does it."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote, unquote_to_bytes

from site_builder.serve.seen import Served

LONGEST = 2_000  # characters of an address; the longest path that a disk would take is some 4,000, no page's is a tenth of that
UNSEEN = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff]")  # in no name of the site; a backslash is a slash to some browsers
UNKNOWN = "application/octet-stream"

# As mime-db 1.54 has them, from which GitHub Pages takes its own; text is UTF-8 there.
KINDS = {
    "avif": "image/avif",
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "gif": "image/gif",
    "htm": "text/html; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "ico": "image/vnd.microsoft.icon",
    "ics": "text/calendar; charset=utf-8",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "application/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "jsonld": "application/ld+json",
    "map": "application/json; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "otf": "font/otf",
    "pdf": "application/pdf",
    "png": "image/png",
    "ris": "application/x-research-info-systems",
    "svg": "image/svg+xml",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "ttf": "font/ttf",
    "txt": "text/plain; charset=utf-8",
    "wasm": "application/wasm",
    "webm": "video/webm",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "xml": "application/xml",
    "yaml": "text/yaml; charset=utf-8",
    "yml": "text/yaml; charset=utf-8",
    "zip": "application/zip",
}


def kind(path: str) -> str:
    """The content type of a file. A name without a known ending is a download, SHA256SUMS and .bib among them."""
    name = path.rpartition("/")[2]
    return KINDS.get(name.rpartition(".")[2].lower(), UNKNOWN) if "." in name else UNKNOWN


def name(address: str, base: str) -> str | None:
    """What an address below the base path names: "dossiers/mines", "" for the front page; None if it is no address of a site.

    It is decoded once. What could lead out of a folder is no name, though a site is asked for names and never for a place on a disk.
    """
    if len(address) > LONGEST or not address.startswith(base):
        return None
    try:
        said = unquote_to_bytes(address[len(base) :]).decode("utf-8")
    except ValueError:
        return None
    return said if is_name(said) else None


def is_name(said: str) -> bool:
    """Whether a file of the site could be called so."""
    *folders, last = said.split("/")
    return len(said) <= LONGEST and not UNSEEN.search(said) and "" not in folders and not {".", ".."} & {*folders, last}


def address(of: str, base: str) -> str:
    """The address of a file or folder of the site."""
    return base + quote(of)


def found(of: str, served: Callable[[str], Served | None]) -> tuple[str, Served] | str | None:
    """The file that a name means, with its path: `x` is x or x.html, `x/` is x/index.html.

    Where `x` is only a folder: "x/", at which it has to be asked for, since the links of its page begin there.
    """
    paths = (f"{of}index.html",) if of == "" or of.endswith("/") else (of, f"{of}.html")
    for path in paths:
        file = served(path)
        if file is not None:
            return path, file
    if len(paths) > 1 and served(f"{of}/index.html"):
        return f"{of}/"
    return None
