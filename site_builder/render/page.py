"""What is a page, and what does every page show alike?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from msgspec import Struct

from site_builder.model import Site

EMPTY: dict[str, Any] = {}

Content = bytes | list[bytes | memoryview]  # what a file holds, whole or in pieces


class Meta(Struct, frozen=True):
    """One <meta>: `name`, or `property` for Open Graph."""

    name: str
    content: str
    is_property: bool = False


class Link(Struct, frozen=True):
    """Where something is to be found; `href` is empty where it can't be linked."""

    text: str
    href: str = ""


class Frame(Struct, frozen=True):
    """What stands round every page."""

    site: str
    tagline: str
    language: str
    direction: str
    foreign: bool  # the editor's language is not English, that of the furniture
    root: str  # from the page to the site's root: "" or "../"
    path: str
    title: str
    description: str
    canonical: str
    indexed: bool
    section: str  # the entry of the menu it belongs to
    menu: tuple[Link, ...]
    feeds: tuple[Link, ...]
    metas: tuple[Meta, ...]
    linked_data: dict[str, Any]
    twin: str


class Page(Struct, frozen=True):
    """A page is `template(**inputs)`: there is nothing else for it to reach."""

    path: str
    template: str
    inputs: dict[str, Any]
    twin: dict[str, Any] | None = None


class Sheet(NamedTuple):
    """A page of a list that is too long for one, before it is arranged."""

    path: str
    of: Sequence[str]  # the dossiers, sources or actors that it tells of, in order
    beside: object  # what else it is made of that may change with an edit
    arrange: Callable[[], Page]


class Setting(Struct, frozen=True):
    """What pages need to know of the site: its record and its menu."""

    site: Site
    menu: tuple[Link, ...] = ()
    feed: bool = False  # whether any dossier has a date to be fed by


def root(path: str) -> str:
    """From a page back to the site's root."""
    return "../" * path.count("/")


def absolute(site: Site, path: str) -> str:
    """The page's address on the web; "" where the site does not know its own."""
    return f"{site.base_url.rstrip('/')}/{path}" if site.base_url else ""


def twin_path(path: str) -> str:
    """dossiers/mines.html → dossiers/mines.json"""
    return path.removesuffix(".html") + ".json"


def page_path(path: str) -> str:
    """dossiers/mines.json → dossiers/mines.html; any other path as it is."""
    return path.removesuffix(".json") + ".html" if path.endswith(".json") else path
