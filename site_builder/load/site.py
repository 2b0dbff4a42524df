"""The files under content/ → records. Each dossier is loaded from its own folder and knows nothing of the others."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from site_builder.load import records
from site_builder.load.base import is_base
from site_builder.load.plain_yaml import ODD, plain
from site_builder.load.strays import OWN, strays, told
from site_builder.load.values import BLANK, Composed, Value
from site_builder.model import (
    LONGEST_ID,
    Actor,
    Claim,
    Cover,
    Dossier,
    Event,
    Figure,
    FreePage,
    Outlet,
    Quote,
    Reaction,
    Site,
    Source,
    Translation,
)
from site_builder.problems import Problem
from site_builder.text.languages import canonical
from site_builder.text.story import uncommented

Spoken = TypeVar("Spoken", Site, Outlet, Source, Translation)

ID = re.compile(rf"[a-z0-9-]{{1,{LONGEST_ID}}}")
LONGEST_TITLE = 100  # characters of what is proposed for one
RENAMED = f"small letters a-z, digits, hyphens; at most {LONGEST_ID}"
LISTS: dict[str, type[Struct]] = {
    "sources": Source,
    "quotes": Quote,
    "figures": Figure,
    "reactions": Reaction,
    "events": Event,
    "claims": Claim,
}
KINDS = ("actor", "outlet", *(name.removesuffix("s") for name in LISTS))


class Rows(Struct, frozen=True):
    """Where the records of a list file stand in it, and every id that it names, also of records that could not be read."""

    at: tuple[int, ...] = ()
    ids: tuple[tuple[str, int], ...] = ()
    readable: bool = True  # False: the file is broken, so nobody knows which records it would give

    @property
    def named(self) -> dict[int, str]:
        """The id of each record that has one, by its number."""
        return {row: name for name, row in self.ids}

    @property
    def in_order(self) -> tuple[str, ...]:
        """The id of each record, "" for one without."""
        named = self.named
        return tuple(named.get(row, "") for row in range(max(named, default=-1) + 1))


class LoadedDossier(Struct, frozen=True):
    """A dossier as far as it could be read."""

    dossier: Dossier
    rows: dict[str, Rows]  # by list: "quotes"
    problems: tuple[Problem, ...]


class LoadedTop(Struct, frozen=True):
    """site.yaml, outlets.yaml, actors.yaml and the free pages."""

    site: Site
    outlets: tuple[Outlet, ...]
    actors: tuple[Actor, ...]
    pages: tuple[FreePage, ...]
    rows: dict[str, Rows]  # "outlets", "actors"
    problems: tuple[Problem, ...]


def decoded(file: str, stored: bytes) -> tuple[str, list[Problem]]:
    """The text of a file, or a problem that says where it stops being UTF-8."""
    try:
        return stored.decode(), []
    except UnicodeDecodeError as error:
        before = stored[: error.start]
        line, column = before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
        byte = f"byte 0x{stored[error.start]:02X}"
        hint = "this looks like UTF-16" if stored[:2] in (b"\xff\xfe", b"\xfe\xff") else "it may be Windows-1252 or another old encoding"
        return "", [Problem(file, "not-utf8", f"this file is not UTF-8 ({byte})", f"{hint}: save it as UTF-8", line=line, column=column)]


class Folders(NamedTuple):
    """Which folders of content/ are dossiers, what is wrong with files and folders there, and what is not read because of that."""

    dossiers: list[str]
    problems: list[Problem]
    unread: tuple[str, ...]  # kinds of record of which nobody knows all that there are


def folders(names: Collection[str]) -> Folders:
    """The dossiers among the files of content/ (paths from there), and what stands in the wrong place."""
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        folder, slash, rest = name.partition("/")
        if slash and folder != "pages":
            found.setdefault(folder, []).append(rest)
    stray = strays(names)
    problems = list(map(told, stray))
    unread = {name.partition(".")[0].removesuffix("s") for one in stray for name in one.meant}
    dossiers = []
    for folder, inside in found.items():
        if not any(name in OWN for name in inside):
            continue
        if wrong := _unfit(folder, inside):
            problems.append(wrong)
            unread.update(kind.removesuffix("s") for kind in LISTS if f"{kind}.yaml" in inside)
        else:
            dossiers.append(folder)
    return Folders(dossiers, problems, tuple(sorted(unread & {*KINDS})))


def _unfit(folder: str, inside: Collection[str]) -> Problem | None:
    """Why a folder that holds a dossier's files can't be read as one."""
    file = f"content/{folder}/dossier.yaml"
    if not ID.fullmatch(folder):
        return Problem(file, "bad-id", f"the folder '{folder}' can't be a dossier's id", f"rename it: {RENAMED}")
    if "dossier.yaml" not in inside:
        return Problem(file, "missing-file", "this file is missing", "a dossier needs at least this file, with a title")
    return None


def load_top(files: Mapping[str, bytes]) -> LoadedTop:
    """What stands in content/ itself; `files` by path from there."""
    problems: list[Problem] = []
    site = _one("content/site.yaml", files.get("site.yaml"), Site, problems) or Site(title="Untitled")
    outlets, outlet_rows = _many("content/outlets.yaml", files.get("outlets.yaml"), Outlet, problems)
    actors, actor_rows = _many("content/actors.yaml", files.get("actors.yaml"), Actor, problems)
    site, outlets = _tagged(site), tuple(map(_tagged, outlets))
    if site.base_url and not is_base(site.base_url):
        hint = "write the address where the site will stand, such as https://name.github.io/repo/"
        problems.append(Problem("content/site.yaml", "bad-url", f"'{site.base_url[:80]}' is not an address", hint, trail=("base_url",)))
    pages = [page for name in sorted(files) if name.startswith("pages/") for page in _page(name, files[name], problems)]
    return LoadedTop(site, outlets, actors, tuple(pages), {"outlets": outlet_rows, "actors": actor_rows}, tuple(problems))


def _page(name: str, stored: bytes, problems: list[Problem]) -> list[FreePage]:
    """A free page: its title is its first heading."""
    stem, dot, suffix = name.removeprefix("pages/").rpartition(".")
    if not dot or suffix != "md" or "/" in stem or stem.startswith("."):
        return []
    file = f"content/{name}"
    text, wrong = decoded(file, stored)
    problems += wrong
    if not ID.fullmatch(stem):
        problems.append(Problem(file, "bad-id", f"'{stem}' can't be a page's name", f"rename the file: {RENAMED}"))
        return []
    named = stem.replace("-", " ").capitalize()
    heading = re.match(r"\ufeff?\s*#[ \t]+(.*?)[ \t]*#*[ \t]*(?:\n|\Z)", text)
    if not heading:
        if not wrong:
            problems.append(_untitled(file, stem, named, text))
        return [FreePage(stem, named, text)]
    title = uncommented(heading[1]).strip()
    body = "\n" * heading[0].count("\n") + text[heading.end() :]  # lines keep their numbers
    return [FreePage(stem, named if BLANK.match(title) else title, body)]


def _untitled(file: str, stem: str, named: str, text: str) -> Problem:
    """A page whose first line is no title."""
    first = text.strip("\ufeff \t\r\n").partition("\n")[0]
    title = first.lstrip("#").strip()[:LONGEST_TITLE] if first.startswith("#") else named
    message = f"this page has no title, and is called '{named}': its first line is no heading" if first else "this page is empty"
    hint = f"begin it with its title: # {title}" if first else f"write its title and its text, beginning with # {named}; or delete it"
    return Problem(file, "untitled-page", message, hint, line=1, column=1, severity="warning", of=(stem,))


def load_dossier(folder: str, files: Mapping[str, bytes]) -> LoadedDossier:
    """The dossier in one folder; `files` by name within it."""
    problems: list[Problem] = []
    rows: dict[str, Rows] = {}
    lists: dict[str, Any] = {}
    base = f"content/{folder}"
    cover = _one(f"{base}/dossier.yaml", files.get("dossier.yaml"), Cover, problems) or Cover(title=folder)
    for name, record in LISTS.items():
        lists[name], rows[name] = _many(f"{base}/{name}.yaml", files.get(f"{name}.yaml"), record, problems)
    lists["sources"] = tuple(map(_tagged, lists["sources"]))
    lists["quotes"] = tuple(map(_translated, lists["quotes"]))
    story, wrong = decoded(f"{base}/story.md", files.get("story.md", b""))
    problems += wrong
    return LoadedDossier(Dossier(folder, cover, story, **lists), rows, tuple(problems))


def _tagged(record: Spoken) -> Spoken:
    """The record with its language as everything else asks for it: de for DE."""
    tag = canonical(record.language)
    return record if tag == record.language else replace(record, language=tag)


def _translated(quote: Quote) -> Quote:
    translation = quote.translation and _tagged(quote.translation)
    return quote if translation is quote.translation else replace(quote, translation=translation)


def _one(file: str, stored: bytes | None, record: type[records.T], problems: list[Problem]) -> records.T | None:
    if stored is None:
        problems.append(Problem(file, "missing-file", "this file is missing", "it needs at least: title"))
        return None
    text, wrong = decoded(file, stored)
    composed = _composed(file, text)
    problems += [*wrong, *composed.problems]
    if wrong or (composed.problems and composed.tree is None):
        return None
    made, more = records.one(file, composed.value, record)
    problems += more
    return made


def _composed(file: str, text: str) -> Composed:
    """What a YAML file says. Only the full parser knows positions, which are asked for where something is wrong."""
    value = plain(text)
    if value is not ODD:
        return Composed(cast("Value", value), None, ())
    from site_builder.load.yaml import compose  # noqa: PLC0415 20 ms for the full parser, which most sites don't need

    return compose(file, text)


def _many(file: str, stored: bytes | None, record: type[Any], problems: list[Problem]) -> tuple[tuple[Any, ...], Rows]:
    if stored is None:
        return (), Rows()
    text, wrong = decoded(file, stored)
    composed = _composed(file, text)
    problems += [*wrong, *composed.problems]
    if wrong or (composed.tree is None and composed.problems):
        return (), Rows(readable=False)
    made, more = records.many(file, composed.value, record)
    problems += more
    items = composed.value if isinstance(composed.value, list) else []
    named = ((item.get("id"), n) for n, item in enumerate(items) if isinstance(item, dict))
    ids = tuple((name, n) for name, n in named if isinstance(name, str) and len(name) <= LONGEST_ID)
    return tuple(item for _, item in made), Rows(tuple(n for n, _ in made), ids)
