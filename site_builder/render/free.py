"""What do the editor's free pages show, and the page for addresses that do not exist?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from msgspec import structs

from site_builder.model import Citation, FreePage
from site_builder.problems import Problem
from site_builder.render import links, metadata
from site_builder.render.page import Frame, Link, Page, Setting
from site_builder.render.prose import Numbered, faults, prose, too_much
from site_builder.render.shown import Shelf, short
from site_builder.text.story import StoryCite, between_cites, plain_words, uncommented

TAKEN = frozenset(
    {"index", "sources", "actors", "outlets", "verification", "search", "404", "problems", "feed", "sitemap", "robots", "favicon"}
)
HEADING = 2  # the page's title is its h1
DESCRIBED = 160


def free_page(
    setting: Setting, page: FreePage, shelf: Shelf, records: Mapping[tuple[str, str], str], citations: Iterable[Citation]
) -> Page:
    """A free page; its citations lead to sources' pages and to records on their dossiers' pages."""
    path = f"{page.id}.html"
    numbers: dict[str, int] = {}
    paragraphs = {(one.source, one.words): one.places[0].paragraph for one in citations if one.places}

    def resolve(_: int, cite: StoryCite) -> Numbered | None:
        href = _target(cite, shelf, records, paragraphs.get((cite.id, cite.words), 0))
        if not href:
            return None
        number = numbers.setdefault(href, len(numbers) + 1)
        return Numbered(number, href, shelf.names.get(cite.id, cite.id))

    html = prose(page.body, resolve, HEADING)
    frame = metadata.frame(setting, path, page.title, _first_words(page.body), section=page.id)
    twin = {"id": page.id, "title": page.title, "markdown": uncommented(page.body)}
    return Page(path, "page.html", {"frame": frame, "title": page.title, "html": html}, twin)


def _target(cite: StoryCite, shelf: Shelf, records: Mapping[tuple[str, str], str], paragraph: int) -> str:
    """Where a citation leads from the site's root."""
    if cite.kind in ("", "source") and cite.id in shelf.sources:
        return links.to_source("", cite.id, paragraph)
    kinds = [cite.kind] if cite.kind else ["quote", "figure", "reaction", "event", "claim"]
    return next((links.to_record("", records[kind, cite.id], kind, cite.id) for kind in kinds if (kind, cite.id) in records), "")


def _first_words(markdown: str) -> str:
    *before, last = between_cites(markdown)
    text = "".join([*map(str.rstrip, before), last])
    first = next((block for block in text.split("\n\n") if block.strip() and not block.lstrip().startswith("#")), "")
    return short(plain_words(first.lstrip("> \n")), DESCRIBED)


def not_found(setting: Setting) -> Page:
    """The page for addresses that do not exist. It is served at any depth, so it links from the site's own root."""
    base = urlsplit(setting.site.base_url).path.rstrip("/") + "/"
    frame = metadata.frame(setting, "404.html", "Page not found", canonical="", indexed=False, twin=False)
    menu = tuple(Link(link.text, base + link.href) for link in setting.menu)
    return Page("404.html", "404.html", {"frame": _rooted(frame, base, menu)})


def _rooted(frame: Frame, base: str, menu: tuple[Link, ...]) -> Frame:
    return structs.replace(frame, root=base, menu=menu, feeds=())


def objections(pages: Iterable[FreePage]) -> Iterator[Problem]:
    """What can't be published of free pages."""
    for page in pages:
        file = f"content/pages/{page.id}.md"
        yield from too_much(file, page.title)
        yield from faults(file, page.body)
        if page.id in TAKEN:
            message = f"the site makes a page called '{page.id}' itself"
            yield Problem(file, "taken", message, "give the file another name", line=1, column=1)
