"""How do feed readers and search engines find what is new? Feeds, sitemap, robots.txt and the icon."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape  # good for XML too; `xml.sax.saxutils` imports what talks to networks, 20 ms at every start

from site_builder.model import Brief, Site
from site_builder.render import links
from site_builder.render.excerpts import UNFIT, UNREADABLE
from site_builder.render.page import absolute
from site_builder.render.shown import moment
from site_builder.render.theme import Theme

ADDRESSES_A_SITEMAP = 50_000  # what the protocol allows
ENTRIES_A_FEED = 50
XML = '<?xml version="1.0" encoding="utf-8"?>\n'
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def discovery(site: Site, theme: Theme) -> Iterator[tuple[str, bytes]]:
    """Each file with its path that depends on no dossier."""
    yield ".nojekyll", b""
    if "favicon.svg" in theme.assets:
        yield "favicon.svg", theme.assets["favicon.svg"]
    yield "robots.txt", robots(site).encode()


def robots(site: Site) -> str:
    """Everything may be read; sources' pages say themselves that they are not to be indexed."""
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {absolute(site, 'sitemap.xml')}\n" if site.base_url else "")


def sitemaps(site: Site, indexed: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The pages that are to be indexed; more than one file can hold are named by an index. None where the site does not know its address.

    `indexed`: their addresses, absolute.
    """
    if not site.base_url:
        return
    addresses = sorted(indexed)
    parts = [addresses[n : n + ADDRESSES_A_SITEMAP] for n in range(0, len(addresses), ADDRESSES_A_SITEMAP)]
    if len(parts) == 1:
        yield "sitemap.xml", _urls(parts[0])
        return
    for n, part in enumerate(parts, 1):
        yield f"sitemap-{n}.xml", _urls(part)
    entries = "".join(f"<sitemap><loc>{escape(absolute(site, f'sitemap-{n}.xml'))}</loc></sitemap>\n" for n in range(1, len(parts) + 1))
    yield "sitemap.xml", f'{XML}<sitemapindex xmlns="{SITEMAP}">\n{entries}</sitemapindex>\n'.encode()


def _urls(addresses: Iterable[str]) -> bytes:
    entries = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    return f'{XML}<urlset xmlns="{SITEMAP}">\n{entries}</urlset>\n'.encode()


def feed(site: Site, moments: Mapping[str, str], brief: Callable[[str], Brief]) -> Iterator[tuple[str, bytes]]:
    """The site's feed with its path, if the site knows its address and the day of any dossier.

    `moments`: of each dossier, newest first, when it was updated, as Atom wants it; "" where that is not known.
    """
    known = [(when, name) for name, when in moments.items() if when][:ENTRIES_A_FEED]
    if known and site.base_url:
        yield "feed.xml", _feed(site, site.title, "feed.xml", "index.html", [(when, brief(name)) for when, name in known])


def feed_of(site: Site, brief: Brief) -> Iterator[tuple[str, bytes]]:
    """A dossier's feed with its path, likewise."""
    stem, when = f"dossiers/{brief.id}", moment(brief.updated)
    if when and site.base_url:
        yield f"{stem}.xml", _feed(site, brief.title, f"{stem}.xml", f"{stem}.html", [(when, brief)])


def _feed(site: Site, title: str, path: str, page: str, entries: Sequence[tuple[str, Brief]]) -> bytes:
    own = absolute(site, path)
    lines = [
        f'{XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_quoted(links.language(site.language) or "en")}>',
        f"<id>{escape(own)}</id>",
        f"<title>{escape(_clean(title))}</title>",
        f"<updated>{entries[0][0]}</updated>",
        f"<author><name>{escape(_clean(site.title))}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={_quoted(own)}/>',
        f'<link rel="alternate" type="text/html" href={_quoted(absolute(site, page))}/>',
        *(_entry(site, when, brief) for when, brief in entries),
        "</feed>\n",
    ]
    return "\n".join(lines).encode()


def _entry(site: Site, when: str, brief: Brief) -> str:
    address = absolute(site, f"dossiers/{brief.id}.html")
    tags = "".join(f"<category term={_quoted(_clean(tag))}/>" for tag in brief.tags)
    summary = f"<summary>{escape(_clean(brief.standfirst))}</summary>" if brief.standfirst else ""
    return (
        f"<entry><id>{escape(address)}</id><title>{escape(_clean(brief.title))}</title><updated>{when}</updated>"
        f'<link rel="alternate" type="text/html" href={_quoted(address)}/>{tags}{summary}</entry>'
    )


def _quoted(text: str) -> str:
    """The text as an attribute's value."""
    return f'"{escape(text)}"'


def _clean(text: str) -> str:
    """Without the characters that XML does not allow."""
    return UNFIT.sub(UNREADABLE, text.replace("\f", " "))
