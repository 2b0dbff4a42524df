"""Which pages does the site have? Reading `arrange` is reading its contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from site_builder.model import Actor, Article, Citation, Dossier, FreePage, Kinship, Outlet, Related, Rest, Site, Source, Voice
from site_builder.render import shown
from site_builder.render.dossier import dossier_page
from site_builder.render.excerpts import Spellings, spellings
from site_builder.render.free import free_page, not_found, records_of
from site_builder.render.lists import actor_page, actor_pages, index_pages, newest_first, outlet_page, outlet_pages, source_pages
from site_builder.render.page import EMPTY, Link, Page, Setting
from site_builder.render.report import Examined, report_pages
from site_builder.render.shown import Shelf
from site_builder.render.source import source_page

ALONE: frozenset[str] = frozenset()


def arrange(  # noqa: PLR0913, PLR0917 a site is what it is made of
    site: Site,
    outlets: Mapping[str, Outlet],
    actors: Mapping[str, Actor],
    dossiers: Sequence[Dossier],
    articles: Mapping[str, Article],
    citations: Mapping[str, Sequence[Citation]],
    pages: Sequence[FreePage],
    examined: Examined,
    related: Mapping[str, Related],
    rests: Mapping[str, Sequence[Rest]],
    voices: Mapping[str, Sequence[Voice]],
    published: Mapping[str, Sequence[str]],
    cited_on_pages: Sequence[Citation] = (),
    kin: Mapping[str, Sequence[Kinship]] = EMPTY,
) -> Iterator[Page]:
    """Every page of the site, each with what it shows and nothing else."""
    fed = bool(site.base_url) and any(shown.moment(dossier.cover.updated) for dossier in dossiers)
    setting = Setting(site, menu(dossiers, actors, outlets, pages), fed)
    shelf = shelve(site, dossiers, outlets, actors, articles)
    briefs = newest_first([related[dossier.id].brief for dossier in dossiers])
    family = {source: family for family in examined.families for source in family}
    members = _members(actors.values())

    yield from index_pages(setting, briefs)
    for dossier in dossiers:
        yield dossier_page(setting, dossier, citations.get(dossier.id, ()), related[dossier.id], actors, outlets, shelf)
    for source in shelf.sources.values():
        own_kin = kin.get(source.id, ())
        on_kin = {other: rests.get(other, ()) for one in own_kin for other in (one.one, one.other)}
        yield source_page(setting, source, outlets, shelf, rests.get(source.id, ()), family.get(source.id, ALONE), own_kin, on_kin)
    for actor in actors.values():
        of = actors.get(actor.affiliation or "")
        yield actor_page(setting, actor, of, members.get(actor.id, ()), voices.get(actor.id, ()), shelf)
    for outlet in outlets.values():
        own = [shelf.sources[source] for source in published.get(outlet.id, ())]
        yield outlet_page(setting, outlet, own, shelf, rests)
    if shelf.sources:
        yield from source_pages(setting, shelf, outlets, rests)
    if actors:
        yield from actor_pages(setting, actors, voices)
    if outlets:
        yield from outlet_pages(setting, outlets, published)
    yield from report_pages(setting, [related[brief.id] for brief in briefs], citations, examined, shelf)
    records = records_of(briefs)
    for page in pages:
        yield free_page(setting, page, shelf, records, cited_on_pages)
    yield not_found(setting)


def menu(
    dossiers: Sequence[Dossier], actors: Mapping[str, Actor], outlets: Mapping[str, Outlet], pages: Iterable[FreePage]
) -> tuple[Link, ...]:
    """What every page links to; nothing that is empty."""
    entries = [Link("Dossiers", "index.html")]
    entries += [Link("Sources", "sources.html")] if any(dossier.sources for dossier in dossiers) else []
    entries += [Link("Actors", "actors.html")] if actors else []
    entries += [Link("Outlets", "outlets.html")] if outlets else []
    entries += [Link("Verification", "verification.html")]
    entries += [Link(page.title, f"{page.id}.html") for page in pages]
    return tuple(entries)


def shelve(
    site: Site, dossiers: Iterable[Dossier], outlets: Mapping[str, Outlet], actors: Mapping[str, Actor], articles: Mapping[str, Article]
) -> Shelf:
    """The sources of all dossiers with their names, rights and texts."""
    sources: dict[str, Source] = {}
    names: dict[str, str] = {}
    for dossier in dossiers:
        sources |= {source.id: source for source in dossier.sources}
        names |= shown.names(dossier.sources, outlets)
    misspelt = spellings({name: actor.name for actor in actors.values() for name in actor.misspelt})
    slips = {source.id: replace(misspelt, own=_slips(source)) for source in sources.values() if source.sic}
    publish = {source.id: source.publish or site.publish for source in sources.values()}
    return Shelf(sources, names, publish, articles, misspelt, slips)


def _slips(source: Source) -> Spellings:
    """What the editor marks as wrong in one source."""
    return spellings({sic.words: sic.meant for sic in source.sic})


def _members(actors: Iterable[Actor]) -> dict[str, list[Actor]]:
    """Who belongs to each actor."""
    of: dict[str, list[Actor]] = {}
    for actor in actors:
        if actor.affiliation:
            of.setdefault(actor.affiliation, []).append(actor)
    return of
