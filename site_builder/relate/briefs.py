"""What may the rest of the site know of a dossier, and what rests on a source, an actor, an outlet?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from site_builder.model import Actor, Article, Brief, Citation, Dossier, FreePage, Related, Rest, Source, Told, Voice
from site_builder.relate.carried import Carriers, carried, reports
from site_builder.relate.coverage import coverage
from site_builder.relate.differences import differences
from site_builder.relate.families import NOBODY, Kindred, among, families
from site_builder.relate.findings import findings, labels
from site_builder.relate.silence import missing
from site_builder.relate.timeline import timeline
from site_builder.relate.variants import variants
from site_builder.text.names import Naming
from site_builder.text.story import cited_sentences

NONE: Mapping[str, Any] = MappingProxyType({})
IN_THE_STORY = "The summary"


def related(  # noqa: PLR0913 what is known already, by name
    dossier: Dossier,
    citations: Sequence[Citation],
    sources: Sequence[Source],
    kin: Kindred = NOBODY,
    told: tuple[Told, ...] = (),
    *,
    articles: Mapping[str, Article] = NONE,
    actors: Mapping[str, Actor] = NONE,
    named: Mapping[str, Sequence[Naming]] = NONE,
    rests: tuple[Rest, ...] | None = None,
) -> Related:
    """What follows from one dossier's records.

    `sources`: all it uses, its own first. `told`: the dates that they give. `named`: where each source names whom.
    `rests`: what rests on its citations, where somebody has it already.
    """
    ids = [source.id for source in sources]
    groups, perhaps = families(ids, kin.certain), families(ids, kin.probable)
    among_reports = reports(sources, groups, perhaps)
    counted = carried(dossier, citations, among_reports)
    apart = differences(dossier, told)
    return Related(
        families=groups,
        findings=findings(dossier, citations, among_reports, apart),
        timeline=timeline(dossier.events, sources),
        brief=brief(dossier, citations, sources, len(groups), counted, rests),
        perhaps=perhaps,
        told=told,
        kinships=among(ids, kin),
        carried=counted,
        variants=variants(dossier, citations, articles),
        differences=apart,
        coverage=coverage(dossier, citations, perhaps, ids),
        missing=missing(dossier, named, actors),
    )


def used(dossier: Dossier, citations: Iterable[Citation], sources: Mapping[str, Source]) -> tuple[Source, ...]:
    """The dossier's own sources and those of other dossiers it cites."""
    own = {source.id: source for source in dossier.sources}
    cited = {citation.source: sources[citation.source] for citation in citations if citation.source in sources}
    return tuple((own | {name: source for name, source in cited.items() if name not in own}).values())


def brief(
    dossier: Dossier,
    citations: Sequence[Citation],
    sources: Sequence[Source],
    originators: int,
    counted: Carriers,
    rests: tuple[Rest, ...] | None,
) -> Brief:
    """All that the rest of the site may know of the dossier."""
    cover = dossier.cover
    found = tuple(resting(dossier, citations)) if rests is None else rests
    return Brief(
        id=dossier.id,
        title=cover.title,
        standfirst=cover.standfirst,
        status=cover.status,
        updated=cover.updated,
        tags=cover.tags,
        sources=tuple(source.id for source in sources),
        originators=originators,
        quotes=len(dossier.quotes),
        citations=len(citations),
        rests=found,
        voices=tuple(_voices(dossier, found, counted)),
    )


def resting(dossier: Dossier, citations: Iterable[Citation]) -> Iterator[Rest]:
    """What rests on each passage that the dossier cites."""
    named = labels(dossier)
    sentences = {str(n): sentence for n, sentence in enumerate(cited_sentences(dossier.story), 1)}
    for one in citations:
        label = (sentences.get(one.id) or IN_THE_STORY) if one.kind == "story" else named.get((one.kind, one.id), "")
        yield Rest(dossier.id, one.kind, one.id, label, one.source, one.verdict, one.places)


def _voices(dossier: Dossier, found: Iterable[Rest], counted: Carriers) -> Iterator[Voice]:
    title = dossier.cover.title
    of: dict[tuple[str, str], list[Rest]] = {}
    for rest in found:
        of.setdefault((rest.kind, rest.id), []).append(rest)
    for quote in dossier.quotes:
        on = tuple(of.get(("quote", quote.id), ()))
        direct, by = quote.kind == "direct", counted.get(("quote", quote.id, ""))
        yield Voice(dossier.id, title, quote.actor, "quote", quote.id, quote.words, direct, None, quote.said, quote.place, on, by)
    for one in dossier.reactions:
        on = tuple(of.get(("reaction", one.id), ()))
        by = counted.get(("reaction", one.id, ""))
        yield Voice(dossier.id, title, one.actor, "reaction", one.id, one.summary, stance=one.stance, date=one.date, rests=on, carried=by)


def on_pages(pages: Iterable[FreePage], citations: Iterable[Citation]) -> Iterator[Rest]:
    """What free pages rest on. They are of no dossier."""
    titles = {page.id: page.title for page in pages}
    for one in citations:
        yield Rest("", one.kind, one.id, titles.get(one.id, one.id), one.source, one.verdict, one.places)


def in_order(rests: Iterable[Rest]) -> tuple[Rest, ...]:
    """What rests on a source, in the order of its text."""
    return tuple(sorted(rests, key=_place))


def _place(rest: Rest) -> int:
    return rest.anchors[0].start if rest.anchors else 0
