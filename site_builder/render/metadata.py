"""What do pages tell machines about themselves: Zotero, search engines, previews of links?

Made from the records that the page shows, absolute addresses only where the site knows its own, never an unknown date or headline.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from site_builder.model import Actor, Brief, Dossier, Outlet, Related, Source
from site_builder.render import links
from site_builder.render.kinds import kind_of
from site_builder.render.page import EMPTY, Frame, Link, Meta, Setting, absolute, root, twin_path
from site_builder.render.shown import Shelf, dated, in_full, moment, short

CONTEXT = "https://schema.org"
LONGEST_DESCRIPTION = 200
ACTOR_TYPES = {"person": "Person", "anonymous": "Person", "government": "GovernmentOrganization"}


def frame(  # noqa: PLR0913 what stands round a page is named, piece by piece
    setting: Setting,
    path: str,
    title: str,
    description: str = "",
    *,
    canonical: str | None = None,
    indexed: bool = True,
    section: str = "",
    kind: str = "website",
    metas: Iterable[Meta] = (),
    linked_data: dict[str, Any] | None = None,
    feeds: tuple[Link, ...] = (),
    twin: bool = True,
) -> Frame:
    """What stands round a page. `kind`: what it is, in Open Graph's word."""
    site = setting.site
    language = links.language(site.language) or "en"
    return Frame(
        site=site.title,
        tagline=site.tagline,
        language=language,
        direction="rtl" if links.direction(language) == "rtl" else "ltr",
        foreign=language.split("-")[0].lower() != "en",
        root=root(path),
        path=path,
        title=title,
        description=short(description, LONGEST_DESCRIPTION),
        canonical=absolute(site, path) if canonical is None else canonical,
        indexed=indexed,
        section=section,
        menu=_menu(setting.menu, root(path)),
        feeds=(*((Link(site.title, root(path) + "feed.xml"),) if setting.feed else ()), *feeds),
        metas=(*_open_graph(setting, path, kind, title, description), *metas),
        linked_data=linked_data or EMPTY,
        twin=twin_path(path).rpartition("/")[2] if twin else "",
    )


@lru_cache(maxsize=64)
def _menu(menu: tuple[Link, ...], root: str) -> tuple[Link, ...]:
    """The menu as it stands on every page of one depth."""
    return tuple(Link(link.text, root + link.href) for link in menu)


def _open_graph(setting: Setting, path: str, kind: str, title: str, description: str) -> Iterable[Meta]:
    """What previews of links show. No image: neither a site nor its theme has one that would tell what a page is about."""
    yield Meta("og:type", kind, is_property=True)
    yield Meta("og:site_name", setting.site.title, is_property=True)
    yield Meta("og:title", title, is_property=True)
    if description:
        yield Meta("og:description", short(description, LONGEST_DESCRIPTION), is_property=True)
    if setting.site.base_url:
        yield Meta("og:url", absolute(setting.site, path), is_property=True)


def of_dossier(
    setting: Setting,
    path: str,
    dossier: Dossier,
    related: Related,
    actors: Mapping[str, Actor],
    shelf: Shelf,
    outlets: Mapping[str, Outlet],
) -> Frame:
    """A dossier's page: a collection that cites articles and holds quotations."""
    cover, site = dossier.cover, setting.site
    updated = dated(cover.updated)
    language = links.language(site.language) or "en"
    metas = [Meta("citation_title", cover.title), Meta("citation_language", language)]
    metas += [Meta("citation_author", editor) for editor in cover.editors or site.editors]
    metas += [Meta("citation_date", updated.iso)] if updated and updated.iso else []
    metas += [Meta("citation_public_url", absolute(site, path))] if site.base_url else []
    metas += [Meta("citation_keywords", "; ".join(cover.tags))] if cover.tags else []
    feeds = (Link(cover.title, f"{dossier.id}.xml"),) if site.base_url and moment(cover.updated) else ()
    data = _collection(setting, path, dossier, related, actors, shelf, outlets)
    return frame(setting, path, cover.title, cover.standfirst, section="dossiers", metas=metas, linked_data=data, feeds=feeds)


def _collection(
    setting: Setting,
    path: str,
    dossier: Dossier,
    related: Related,
    actors: Mapping[str, Actor],
    shelf: Shelf,
    outlets: Mapping[str, Outlet],
) -> dict[str, Any]:
    cover = dossier.cover
    updated = dated(cover.updated)
    language = links.language(setting.site.language)
    quoting = [quote for quote in dossier.quotes if quote.kind == "direct"]
    return {
        "@context": CONTEXT,
        "@type": "CollectionPage",
        "name": cover.title,
        **_known("abstract", cover.standfirst),
        **_known("url", absolute(setting.site, path)),
        **_known("inLanguage", language),
        **_known("dateModified", updated.iso if updated else ""),
        **_known("keywords", list(cover.tags)),
        **_known("editor", list(cover.editors or setting.site.editors)),
        **_known("correction", [{"@type": "CorrectionComment", "text": one.text, **_published(one.date)} for one in cover.corrections]),
        **_known("citation", [article(shelf.sources[source], outlets) for source in related.brief.sources]),
        **_known(
            "hasPart",
            [
                {
                    "@type": "Quotation",
                    "@id": f"#quote-{quote.id}",
                    "text": quote.words,
                    **_known("spokenByCharacter", actor_data(actors[quote.actor]) if quote.actor in actors else ""),
                }
                for quote in quoting
            ],
        ),
    }


def _published(date: str) -> dict[str, str]:
    known = dated(date)
    return {"datePublished": known.iso} if known and known.iso else {}


def _known(key: str, value: object) -> dict[str, Any]:
    """The key only where there is something to say."""
    return {key: value} if value else {}


def article(source: Source, outlets: Mapping[str, Outlet]) -> dict[str, Any]:
    """A source as schema.org's NewsArticle, or what else it is: what its text or its editor says of it, nothing more.

    Authors are names alone, as text: whether "Reuters Staff" is a person nobody says.
    """
    outlet = outlets.get(source.outlet or "")
    published = dated(source.published)
    return {
        "@type": kind_of(outlet).schema,
        "@id": f"#source-{source.id}",
        **_known("headline", source.title),
        **_known("url", links.web(source.url)),
        **_known("datePublished", published.iso if published else ""),
        **_known("publisher", {"@type": "Organization", "name": outlet.name} if outlet else ""),
        **_known("author", list(source.authors)),
        **_known("inLanguage", links.language(source.language)),
        **_known("archivedAt", links.web(source.archive.url) if source.archive else ""),
    }


def actor_data(actor: Actor) -> dict[str, Any]:
    """An actor as schema.org's Person or Organization."""
    kind = ACTOR_TYPES.get(actor.kind or "", "Organization" if actor.kind else "Thing")
    return {
        "@type": kind,
        "name": actor.name,
        **_known("jobTitle", actor.role if kind == "Person" else ""),
        **_known("url", links.web(actor.url)),
    }


def of_source(setting: Setting, path: str, source: Source, shelf: Shelf, outlets: Mapping[str, Outlet]) -> Frame:
    """A source's page: not for indexing; its original is the canonical one, and what Zotero is told of."""
    original = links.web(source.url)
    outlet = outlets.get(source.outlet or "")
    published = dated(source.published)
    metas = [Meta("DC.type", kind_of(outlet).zotero)]
    metas += [Meta("citation_title", source.title)] if source.title else []
    metas += [Meta("prism.publicationName", outlet.name)] if outlet else []
    metas += [Meta("citation_author", author) for author in source.authors]
    metas += [Meta("citation_date", published.iso)] if published and published.iso else []
    metas += [Meta("citation_public_url", original)] if original else []
    metas += [Meta("citation_language", links.language(source.language))] if links.language(source.language) else []
    data = {"@context": CONTEXT, **article(source, outlets)}
    description = f"What rests on this source, with the cited words marked: {shelf.names[source.id]}"
    title = source.title or in_full(source, shelf)
    return frame(
        setting,
        path,
        title,
        description,
        canonical=original,
        indexed=False,
        section="sources",
        kind="article",
        metas=metas,
        linked_data=data,
    )


def of_actor(setting: Setting, path: str, actor: Actor) -> Frame:
    """An actor's page."""
    description = f"What {actor.name} said and how they responded, with the passages"
    return frame(setting, path, actor.name, description, section="actors", linked_data={"@context": CONTEXT, **actor_data(actor)})


def of_index(setting: Setting, path: str, briefs: Iterable[Brief]) -> Frame:
    """The list of dossiers."""
    data = {
        "@context": CONTEXT,
        "@type": "CollectionPage",
        "name": setting.site.title,
        **_known("url", absolute(setting.site, path)),
        **_known(
            "hasPart",
            [
                {"@type": "CollectionPage", "name": one.title, **_known("url", absolute(setting.site, f"dossiers/{one.id}.html"))}
                for one in briefs
            ],
        ),
    }
    return frame(setting, path, setting.site.title, setting.site.tagline, section="dossiers", linked_data=data)
