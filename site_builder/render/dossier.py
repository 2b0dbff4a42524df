"""What does a dossier's page show?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model import PASSING, Actor, Carried, Citation, Dossier, Finding, Outlet, Related, Source
from site_builder.render import facts, links, metadata, twins
from site_builder.render.claims import claims
from site_builder.render.coverage import coverage, missing
from site_builder.render.families import families_shown, perhaps
from site_builder.render.page import Link, Page, Setting
from site_builder.render.shown import Dated, Shelf, by_record, dated, in_full, moment, short
from site_builder.render.story import story
from site_builder.render.timeline import timeline
from site_builder.text.alphabet import by_letters
from site_builder.text.capitals import begun

TEMPLATE = "dossier.html"
SHORT_FINDING = 160
MOST_RELATIVES = 8  # named in one line: a list of hundreds on each of hundreds of lines would grow with the square
SHORT_LIST = 7  # findings shown at once; the rest unfolds
KIND_NAMES = {"quote": "quote", "figure": "figure", "event": "event", "claim": "claim"}


class Head(Struct, frozen=True):
    """What stands above a dossier."""

    id: str
    title: str
    standfirst: str
    status: str
    updated: Dated | None
    editors: tuple[str, ...]
    tags: tuple[str, ...]
    sources: int
    originators: int
    perhaps: int  # independent reports if what is probably one report is one
    citations: int
    verified: int
    several: int  # citations whose words stand more than once
    feed: str


class FindingShown(Struct, frozen=True):
    """A finding with the link to its record."""

    kind: str
    label: str
    href: str
    sources: tuple[str, ...]  # names
    carried: Carried


class Findings(Struct, frozen=True):
    """The three lists; what goes beyond a short list unfolds."""

    established: tuple[FindingShown, ...]
    disputed: tuple[FindingShown, ...]
    single: tuple[FindingShown, ...]
    shown: int


class SourceRow(Struct, frozen=True):
    """A source in the dossier's list."""

    id: str
    name: str
    title: str
    outlet: Link | None
    published: Dated | None
    authors: tuple[str, ...]
    credit: str
    length: str  # "812 words"
    quoted: int  # per cent of the text inside quotation marks
    family: tuple[str, ...]  # names of the others that carry the same report
    publish: str
    original: Link | None
    archive: Link | None
    archived: Dated | None
    sha256: str
    language: str
    direction: str
    citations: int


class ActorRow(Struct, frozen=True):
    """An actor in the dossier's list."""

    id: str
    name: str
    role: str
    affiliation: Link | None
    aliases: tuple[str, ...]
    misspelt: tuple[str, ...]
    quotes: int
    reactions: int


class CorrectionShown(Struct, frozen=True):
    """A correction with its date."""

    date: Dated | None
    text: str


def dossier_page(
    setting: Setting,
    dossier: Dossier,
    citations: Sequence[Citation],
    related: Related,
    actors: Mapping[str, Actor],
    outlets: Mapping[str, Outlet],
    shelf: Shelf,
) -> Page:
    """The dossier with all its records, each with the passages it rests on."""
    path = f"dossiers/{dossier.id}.html"
    shelf = replace(shelf, behind={})
    cited = by_record(citations)
    contested = related.findings.disputed
    mine, counted = tuple(related.brief.sources), related.carried
    inputs = {
        "frame": metadata.of_dossier(setting, path, dossier, related, actors, shelf, outlets),
        "head": head(setting, dossier, citations, related),
        "story": story(dossier, citations, cited, shelf),
        "findings": findings(dossier, related, actors, shelf),
        "timeline": timeline(dossier, related.timeline, cited, shelf, counted, [one for one in related.told if one.kind == "event"]),
        "speakers": facts.speakers(dossier, actors, cited, shelf, counted, related.variants),
        "figures": facts.figures(dossier, cited, shelf, [one.id for one in contested if one.kind == "figure"], counted),
        "claims": claims(dossier, cited, shelf, mine, [one.id for one in contested if one.kind == "claim"], related),
        "coverage": coverage(related, shelf, mine),
        "missing": missing(related.missing, actors, shelf),
        "reactions": facts.reactions(dossier, actors, cited, shelf, counted),
        "actors": actor_rows(dossier, actors),
        "sources": source_rows(mine, related, outlets, shelf, citations),
        "families": families_shown(related, shelf, "../"),
        "corrections": tuple(CorrectionShown(dated(one.date), one.text) for one in dossier.cover.corrections),
        "downloads": downloads(dossier.id),
    }
    return Page(path, TEMPLATE, inputs, twins.of_dossier(dossier, citations, related, shelf))


def head(setting: Setting, dossier: Dossier, citations: Sequence[Citation], related: Related) -> Head:
    """What stands above the dossier."""
    cover = dossier.cover
    return Head(
        id=dossier.id,
        title=cover.title,
        standfirst=cover.standfirst,
        status=begun(cover.status),
        updated=dated(cover.updated),
        editors=cover.editors or setting.site.editors,
        tags=cover.tags,
        sources=len(related.brief.sources),
        originators=len(related.families),
        perhaps=perhaps(related),
        citations=len(citations),
        verified=sum(citation.verdict in PASSING and citation.verdict != "ambiguous" for citation in citations),
        several=sum(citation.verdict == "ambiguous" for citation in citations),
        feed=f"{dossier.id}.xml" if setting.site.base_url and moment(cover.updated) else "",
    )


def findings(dossier: Dossier, related: Related, actors: Mapping[str, Actor], shelf: Shelf) -> Findings:
    """The three lists. Where all is one report, that only one carries it says nothing."""
    speaker = {quote.id: actors[quote.actor].name for quote in dossier.quotes if quote.actor in actors}
    several = len(related.families) > 1

    def shown(finding: Finding) -> FindingShown:
        label = short(finding.label, SHORT_FINDING)
        if finding.kind == "quote" and finding.id in speaker:
            label = f"{speaker[finding.id]}: {label}"
        names = tuple(shelf.names[source] for source in finding.sources)
        return FindingShown(KIND_NAMES[finding.kind], label, f"#{finding.kind}-{finding.id}", names, finding.carried)

    found = related.findings
    return Findings(
        tuple(map(shown, found.established)),
        tuple(map(shown, found.disputed)),
        tuple(map(shown, found.single)) if several else (),
        SHORT_LIST,
    )


def actor_rows(dossier: Dossier, actors: Mapping[str, Actor]) -> tuple[ActorRow, ...]:
    """The actors who speak or respond in the dossier, by name."""
    quotes = Counter(quote.actor for quote in dossier.quotes)
    reactions = Counter(reaction.actor for reaction in dossier.reactions)
    here = sorted(actors.keys() & {*quotes, *reactions}, key=lambda actor: (by_letters(actors[actor].name), actor))
    return tuple(_actor_row(actors[actor], actors, quotes[actor], reactions[actor]) for actor in here)


def _actor_row(actor: Actor, actors: Mapping[str, Actor], quotes: int, reactions: int) -> ActorRow:
    of = actors.get(actor.affiliation or "")
    affiliation = Link(of.name, f"../actors/{of.id}.html") if of else None
    return ActorRow(actor.id, actor.name, actor.role, affiliation, actor.aliases, actor.misspelt, quotes, reactions)


def source_rows(
    ids: Sequence[str], related: Related, outlets: Mapping[str, Outlet], shelf: Shelf, citations: Sequence[Citation]
) -> tuple[SourceRow, ...]:
    """The sources, in the order of the file."""
    often = Counter(citation.source for citation in citations)
    family = {source: family for family in related.families for source in family}
    return tuple(source_row(shelf.sources[source], family.get(source, frozenset()), outlets, shelf, often[source]) for source in ids)


def source_row(source: Source, family: frozenset[str], outlets: Mapping[str, Outlet], shelf: Shelf, citations: int) -> SourceRow:
    """What is known of a source."""
    article = shelf.articles[source.id]
    length, quoted = shelf.measured(source.id)
    outlet = outlets.get(source.outlet or "")
    archive = source.archive
    return SourceRow(
        id=source.id,
        name=in_full(source, shelf),
        title=source.title,
        outlet=Link(outlet.name, f"../outlets/{outlet.id}.html") if outlet else None,
        published=dated(source.published),
        authors=source.authors,
        credit=source.credit,
        length=length,
        quoted=quoted,
        family=_relatives(sorted(shelf.names[other] for other in family if other != source.id)),
        publish=shelf.publish[source.id],
        original=Link(source.url, links.web(source.url)) if source.url else None,
        archive=Link(archive.url, links.web(archive.url)) if archive else None,
        archived=dated(archive.date) if archive else None,
        sha256=article.sha256,
        language=links.language(source.language),
        direction=links.direction(source.language),
        citations=citations,
    )


def _relatives(names: Sequence[str]) -> tuple[str, ...]:
    """The names; of a wire story's hundreds the first, and how many more."""
    return tuple(names) if len(names) <= MOST_RELATIVES else (*names[:MOST_RELATIVES], f"{len(names) - MOST_RELATIVES:,} more")


def downloads(dossier: str) -> tuple[Link, ...]:
    """What can be taken away."""
    return (
        Link("Everything on this page (JSON)", f"{dossier}.json"),
        Link("Citations as a table (CSV)", f"{dossier}.csv"),
        Link("Sources for Zotero and others (RIS)", f"{dossier}.ris"),
        Link("Sources for LaTeX (BibTeX)", f"{dossier}.bib"),
        Link("Sources as CSL-JSON", f"{dossier}.csl.json"),
        Link("Passages as Web Annotations (JSON-LD)", f"{dossier}.jsonld"),
    )
