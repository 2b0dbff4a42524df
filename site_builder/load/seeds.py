"""A source's file → its article. Seeds are evidence: read as they are, never changed, never from outside seeds/."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256
from unicodedata import normalize

from msgspec.structs import replace

from site_builder.load.site import decoded
from site_builder.model import Article, Source
from site_builder.problems import Problem, Trail, did_you_mean
from site_builder.text.article import article, unused_skips
from site_builder.text.latest import ARTICLES, LARGEST

FORMATS = {  # by their first bytes
    "a Word or zip file": re.compile(rb"PK\x03\x04"),
    "an old Word file": re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    "a PDF": re.compile(rb"%PDF"),
    "an RTF file": re.compile(rb"\{\\rtf"),
    "a web page": re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html[\s>])", re.I),
}
COPIED = "copy its text into a .txt file, and name that in sources.yaml"
BINARY = bytes((*range(0x09), *range(0x0E, 0x1B)))


def inside(path: str) -> str:
    """A path as written in YAML; if it is not a plain one within its folder, on any system, one that surely leads out."""
    return ".." if _leads_out(path) or not {"", "."}.isdisjoint(path.split("/")) else path


def _leads_out(path: str) -> bool:
    return path.startswith(("/", "\\")) or ".." in path.replace("\\", "/").split("/") or ":" in path or "\x00" in path


def seed_of(source: Source) -> str:
    """The path of a source's seed in the project."""
    return f"seeds/{inside(source.file)}"


def no_seed(file: str, trail: Trail, source: Source, seeds: tuple[str, ...], why: str) -> Problem:
    """The problem with a source whose file can't be read. `why`: "leaves", "missing", "forbidden" or "not a file"."""
    at = (*trail, "file")
    if why == "leaves" and (inside(source.file) == source.file or _leads_out(source.file)):
        return Problem(
            file, "outside-seeds", f"'{source.file[:200]}' leads out of seeds/", "put the article into seeds/ and give its name", trail=at
        )
    if why == "forbidden":
        return Problem(file, "unreadable", f"seeds/{source.file[:200]} may not be read", "see its permissions", trail=at)
    if why == "not a file":
        return Problem(file, "not-a-file", f"seeds/{source.file[:200]} is not a plain file", "", trail=at)
    alike = next((seed for seed in seeds if normalize("NFC", seed) == normalize("NFC", source.file)), "")
    hint = did_you_mean(source.file, seeds) or "the path is given from seeds/ on"
    if alike and alike != source.file:
        hint = "a file of that name is there, with its letters and marks coded in another way: copy its name from there, or rename it"
    return Problem(file, "no-such-seed", f"there is no file seeds/{source.file[:200]}", hint, trail=at)


def load_article(file: str, trail: Trail, source: Source, stored: bytes) -> tuple[Article | None, list[Problem]]:
    """The article of one source; `file` and `trail` are where the source is written down."""
    seed = f"seeds/{source.file}"
    other = next((name for name, begins in FORMATS.items() if begins.match(stored)), "")
    if other:
        return None, [Problem(seed, "not-text", f"this is {other}, not plain text", COPIED, line=1, column=1)]
    text, problems = decoded(seed, stored)
    if problems:
        return None, problems
    if len(stored.translate(None, BINARY)) < len(stored):
        at = next(at for at, sign in enumerate(text) if sign in BINARY.decode())
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        message = f"this is not plain text (U+{ord(text[at]):04X})"
        return None, [Problem(seed, "not-text", message, "save the article as plain text, UTF-8", line=line, column=column)]
    digest = sha256(stored).hexdigest()
    if source.sha256 and source.sha256.strip().lower() != digest:
        hint = f"its sha256 is now {digest}: put the original back, or check every citation and correct the sum"
        problems.append(Problem(file, "seed-changed", f"{seed} is not the file that was entered here", hint, trail=(*trail, "sha256")))
    made = article(text, digest, source.title, source.deck, source.skip)
    if not made.paragraphs:
        problems.append(Problem(file, "empty-seed", f"{seed} has no text", "", trail=(*trail, "file"), severity="warning", of=(source.id,)))
    for n in unused_skips(text, source.skip) if source.skip else ():
        hint = "copy the words from the file, or delete this line"
        rule = source.skip[n]
        of = (source.id, rule if isinstance(rule, str) else rule.words)
        message = f"nothing in {seed} fits this"
        problems.append(Problem(file, "unused-skip", message, hint, trail=(*trail, "skip", n), severity="warning", of=of))
    return made, problems


def load_lately(file: str, trail: Trail, source: Source, stored: bytes) -> tuple[Article | None, list[Problem]]:
    """The same; the very same article if nothing has changed since it was loaded not long ago."""
    if len(stored) > LARGEST:
        return load_article(file, trail, source, stored)
    made, problems = _loaded(source, stored)
    return made, [one if one.file else replace(one, file=file, trail=(*trail, *one.trail)) for one in problems]


@lru_cache(maxsize=ARTICLES)
def _loaded(source: Source, stored: bytes) -> tuple[Article | None, tuple[Problem, ...]]:
    made, problems = load_article("", (), source, stored)
    return made, tuple(problems)
