"""Which pages does the site have, and what is each made of? Reading the functions is reading the site's contents.

A page is planned before it is made: what it is made of is named, so that one whose ingredients are the same need not be made again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from msgspec.structs import replace

from site_builder.model import Actor, Anchor, Article, Citation, Dossier, FreePage, Kinship, Outlet, Publish, Related, Rest, Source
from site_builder.problems import Noted
from site_builder.render import twins
from site_builder.render.dossier import dossier_page
from site_builder.render.excerpts import Spellings, spellings
from site_builder.render.exports import exports
from site_builder.render.families import families_shown
from site_builder.render.kin import cited_beside
from site_builder.render.page import Content, Link, Page, Setting, twin_path
from site_builder.render.report import detail_pages
from site_builder.render.shown import Shelf
from site_builder.render.source import source_page
from site_builder.text.story import story_cites

Ingredients = Mapping[str, Any]  # by a name that an editor understands; records, or what records are made of


class Planned(NamedTuple):
    """A page, or files that are made together, and what they are made of. `template` is empty for files that have none."""

    path: str
    template: str
    ingredients: Ingredients
    make: Callable[[], Page | Mapping[str, Content]]


def menu(*, sources: bool, actors: bool, outlets: bool, pages: Iterable[FreePage]) -> tuple[Link, ...]:
    """What every page links to; nothing that is empty."""
    entries = [Link("Dossiers", "index.html")]
    entries += [Link("Sources", "sources.html")] if sources else []
    entries += [Link("Actors", "actors.html")] if actors else []
    entries += [Link("Outlets", "outlets.html")] if outlets else []
    entries += [Link("Verification", "verification.html")]
    entries += [Link(page.title, f"{page.id}.html") for page in pages]
    return tuple(entries)


class Shelving:
    """Makes shelves: the sources that some pages speak of, with the site's word on rights and spellings."""

    def __init__(self, publish: Publish, actors: Iterable[Actor]) -> None:
        self.publish = publish
        self.known = {name: actor.name for actor in actors for name in actor.misspelt}
        self.misspelt = spellings(self.known)

    def standing(self, articles: Collection[Article]) -> dict[str, str]:
        """The misspelt names that may stand in any of these, each with the right one."""
        return _standing(self.known, articles)

    def shelf(
        self,
        sources: Mapping[str, Source],
        names: Mapping[str, str],
        articles: Mapping[str, Article],
        records: Mapping[tuple[str, str], str] = MappingProxyType({}),
    ) -> Shelf:
        """The sources with their names, rights and texts; `records` as in `Shelf`."""
        slips = {source.id: replace(self.misspelt, own=_slips(source)) for source in sources.values() if source.sic}
        publish = {source.id: source.publish or self.publish for source in sources.values()}
        return Shelf(sources, names, publish, articles, self.misspelt, slips, records=records)


def _standing(known: Mapping[str, str], articles: Collection[Article]) -> dict[str, str]:
    return {name: right for name, right in known.items() if any(_may_stand(name, one.text) for one in articles)}


def _may_stand(name: str, text: str) -> bool:
    """Whether a text has all words of a name."""
    return all(word in text for word in name.split())


def _slips(source: Source) -> Spellings:
    """What the editor marks as wrong in one source."""
    return spellings({sic.words: sic.meant for sic in source.sic})


class Given(NamedTuple):
    """What the pages of one dossier are made of."""

    setting: Setting
    dossier: Dossier
    citations: Sequence[Citation]
    related: Related
    actors: Mapping[str, Actor]
    outlets: Mapping[str, Outlet]
    shelf: Shelf
    owned: Sequence[str]  # the sources whose pages are made with this dossier
    rests: Mapping[str, Sequence[Rest]]  # on these, over all dossiers
    cited: Mapping[str, Sequence[Anchor]]  # of sources that are kin to these
    kin: Mapping[str, Sequence[Kinship]]
    family_of: Mapping[str, frozenset[str]]
    spellings: Mapping[str, str]  # how sources misspell names, with the right name
    problems: Sequence[Noted]
    answered: Sequence[Noted]


NOBODY: frozenset[str] = frozenset()


def of_dossier(given: Given) -> Iterator[Planned]:
    """The dossier's page, its exports, the report on it, and the pages of its sources."""
    setting, dossier, citations, related, actors, outlets, shelf = given[:7]
    meant = [cite.id for cite in story_cites(dossier.story) if cite.id in shelf.sources]  # some of them without words
    used = [*related.brief.sources, *(citation.source for citation in citations), *meant]
    shelved = _shelved(used, shelf)
    site = {"the site's settings": setting, "spellings of names": given.spellings}
    records = {
        "its cover": replace(dossier.cover, silence=()),
        "its summary": (dossier.story, sorted(shelf.records.items())),
        "its records": (dossier.sources, dossier.quotes, dossier.figures, dossier.reactions, dossier.events, dossier.claims),
        "its citations": citations,
        "what follows from its records": (replace(related, carried={}), sorted(related.carried.items())),
        "its sources": shelved,
        "its actors": _concerned(dossier, related, actors),
        "its outlets": _publishing(used, shelf, outlets),
    }
    path = f"dossiers/{dossier.id}.html"
    yield Planned(
        path, "dossier.html", {**site, **records}, lambda: dossier_page(setting, dossier, citations, related, actors, outlets, shelf)
    )
    made = {**records, "the site's settings": setting.site}
    yield Planned(
        f"dossiers/{dossier.id}.csl.json", "", made, lambda: dict(exports(setting.site, dossier, citations, related, outlets, shelf))
    )
    checked = {
        "the site's settings": setting,
        "its title": dossier.cover.title,
        "its citations": citations,
        "its warnings": [_without_place(one) for one in (*given.problems, *given.answered)],
        "its families": families_shown(related, shelf, "../"),
        "its sources": [(one, shelf.names[one], shelf.sources[one].language) for one in dict.fromkeys(used)],
    }
    pages = detail_pages(setting, related, citations, given.problems, given.answered, shelf)
    for one, make in pages:
        yield Planned(one, "checked.html", checked, make)
    for source in given.owned:
        yield _of_source(given, source)


def _of_source(given: Given, name: str) -> Planned:
    """A source's page, with what rests on it in all dossiers and what it shares with others."""
    source, shelf, outlets = given.shelf.sources[name], given.shelf, given.outlets
    own_kin, rests, family = given.kin.get(name, ()), given.rests.get(name, ()), given.family_of.get(name, NOBODY)
    both = dict.fromkeys(other for one in own_kin for other in (one.one, one.other))
    shown = [shelf.articles[one] for one in (name, *both) if one in shelf.articles]
    cited = cited_beside(name, own_kin, shelf, given.cited)
    ingredients = {
        "the site's settings": given.setting,
        "spellings of names": _standing(given.spellings, shown),
        "its record and text": _shelved([name], shelf),
        "what rests on it": rests,
        "its outlet": _publishing([name], shelf, outlets),
        "its kin": (own_kin, [(other, shelf.names[other]) for other in sorted(family)], [_beside(other, shelf) for other in both], cited),
    }
    return Planned(
        f"sources/{name}.html",
        "source.html",
        ingredients,
        lambda: source_page(given.setting, source, outlets, shelf, rests, family, own_kin, cited),
    )


def _beside(source: str, shelf: Shelf) -> tuple[Any, ...]:
    """What the page of a source may show of one of its kin."""
    one, article = shelf.sources[source], shelf.articles.get(source)
    text = (article.sha256, article.skipped, [paragraph.kind for paragraph in article.paragraphs]) if article else None
    return source, shelf.names[source], one.language, one.sic, shelf.publish[source], text


def _shelved(sources: Iterable[str], shelf: Shelf) -> list[Any]:
    """What a page may show of sources: the record, the name, the rights, and the text, by its digest."""
    return [
        (shelf.sources[one], shelf.names[one], shelf.publish[one], shelf.articles[one].sha256 if one in shelf.articles else "")
        for one in dict.fromkeys(sources)
    ]


def _publishing(sources: Iterable[str], shelf: Shelf, outlets: Mapping[str, Outlet]) -> list[Outlet]:
    named = dict.fromkeys(shelf.sources[one].outlet or "" for one in sources)
    return [outlets[one] for one in named if one in outlets]


def _concerned(dossier: Dossier, related: Related, actors: Mapping[str, Actor]) -> list[Actor]:
    """The actors that the dossier's page names, and whom they belong to, without the spellings of these."""
    speaking = [*(quote.actor for quote in dossier.quotes), *(reaction.actor for reaction in dossier.reactions)]
    silent = [name for one in related.missing.actors for name in (one.actor, *one.through)]
    named = dict.fromkeys((*speaking, *silent, *(name for _, names in related.missing.kinds for name in names)))
    known = [actors[name] for name in named if name in actors]
    return [*known, *(actors[one.affiliation].above for one in known if one.affiliation and one.affiliation in actors)]


def _without_place(one: Noted) -> tuple[object, ...]:
    """A warning as a page tells it: in which file, but not on which line."""
    problem = one.placed.problem
    return (problem.file, problem.code, problem.message, problem.hint, one.kind, one.id, one.dossier, one.reason)


def arranged(page: Page) -> Planned:
    """A page that is arranged at once, since it only lists what was made elsewhere. Its twin is planned apart."""
    return Planned(page.path, page.template, page.inputs, lambda: replace(page, twin=None))


def twin_of(page: Page) -> Planned:
    """The twin of such a page."""
    path = twin_path(page.path)
    return Planned(path, "", {"its data": page.twin}, lambda: {path: twins.written(page)})
