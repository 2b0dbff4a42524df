"""What holds, what does not, and what should an editor look at? All checks in the order in which they build on each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from site_builder.check.citations import Checked, Library, check_citations
from site_builder.check.cuts import unmarked
from site_builder.check.dates import dates
from site_builder.check.kinship import contradictions
from site_builder.check.lints import lints, loose_ends, readings
from site_builder.check.near_names import names_of
from site_builder.check.references import Given, Names, affiliations, incomplete, mentions, names, unknown_names
from site_builder.check.silences import silenced
from site_builder.check.story import check_story
from site_builder.check.variants import unlisted
from site_builder.load.site import LISTS, LoadedDossier, LoadedTop, Rows
from site_builder.model import Article, Citation, Edition, Kinship, Silence, Source, Told
from site_builder.problems import Problem, errors
from site_builder.relate.edition import edition
from site_builder.relate.families import Kindred, families, kindred
from site_builder.relate.kinships import kinships
from site_builder.relate.when import tellings
from site_builder.text.aligned import Span
from site_builder.text.passages import Passages

ELSEWHERE_ASKED = 50  # failed citations for which the whole site is searched; after that only the dossier
Tell = Callable[[str, int, int], None]  # (what is being done, how many are done, of how many)


def quiet(_what: str, _done: int, _of: int) -> None:
    """Nobody is watching."""


class Content(Struct, frozen=True):
    """All that was read: records, articles, and every problem on the way."""

    top: LoadedTop
    dossiers: tuple[LoadedDossier, ...]
    articles: dict[str, Article]  # by source
    problems: tuple[Problem, ...]
    hashes: dict[str, str]  # SHA-256 of every file read, by its path


class Verified(Struct, frozen=True):
    """All that was read, with the verdict on every citation. `pages` are the citations of free pages."""

    content: Content
    citations: dict[str, tuple[Citation, ...]]  # by dossier
    pages: tuple[Citation, ...]
    kin: Kindred
    told: dict[str, tuple[Told, ...]]  # by dossier: the dates that its sources give
    problems: tuple[Problem, ...]
    answered: tuple[tuple[Problem, str], ...]  # warnings that the editor has silenced, each with the reason
    edition: Edition

    def all_citations(self) -> Iterator[Citation]:
        """Those of the dossiers in order, then those of the free pages."""
        for citations in self.citations.values():
            yield from citations
        yield from self.pages


def verified(content: Content, tell: Tell = quiet) -> Verified:
    """Checks every name and every citation of what was read, and says what else an editor should look at."""
    known, problems = names(_given(content))
    unsure = _unsure(content)
    actors = content.top.rows["actors"]
    problems += _in_file(unknown_names(affiliations(content.top.actors), known, unsure), {"content/actors.yaml": actors})
    passages = {source: Passages(article) for source, article in content.articles.items()}
    elsewhere = _elsewhere(passages)
    languages = {source.id: source.language for one in content.dossiers for source in one.dossier.sources}
    citations: dict[str, tuple[Citation, ...]] = {}
    for n, one in enumerate(content.dossiers, 1):
        tell("verifying", n, len(content.dossiers))
        checked = _check(one, passages, known, unsure, languages, elsewhere)
        citations[one.dossier.id] = checked.citations
        problems += checked.problems
    pages: list[Citation] = []
    for page in content.top.pages:
        found, wrong = check_story("", f"content/pages/{page.id}.md", page.body, passages, known, unsure, page.id)
        pages += found
        problems += wrong
    own = [[source.id for source in one.dossier.sources] for one in content.dossiers]
    related_pairs = kinships(every_source(content), content.articles, content.top.outlets, own)
    kin = kindred(related_pairs)
    told = _told(content, citations)
    problems = [*content.problems, *problems]
    remarks = _in_file(_remarks(content, citations, pages, related_pairs, kin, told, sound=not errors(problems)), every_row(content))
    said = silenced((*problems, *remarks), _silences(content), _speaking(content))
    newest = edition(content.hashes, (one.dossier for one in content.dossiers))
    return Verified(content, citations, tuple(pages), kin, told, said.problems, said.answered, newest)


def every_source(content: Content) -> list[Source]:
    """Every source of the site once."""
    return list({source.id: source for one in content.dossiers for source in one.dossier.sources}.values())


def _told(content: Content, citations: Mapping[str, Sequence[Citation]]) -> dict[str, tuple[Told, ...]]:
    """The dates that the sources of each dossier give."""
    sources = {source.id: source for source in every_source(content)}
    return {one.dossier.id: tellings(one.dossier, citations[one.dossier.id], content.articles, sources) for one in content.dossiers}


def _remarks(
    content: Content,
    citations: Mapping[str, Sequence[Citation]],
    pages: Sequence[Citation],
    pairs: Sequence[Kinship],
    kin: Kindred,
    told: Mapping[str, Sequence[Told]],
    *,
    sound: bool,
) -> Iterator[Problem]:
    """What an editor should look at, though nothing is wrong for certain. What is used nowhere is told if all else is `sound`."""
    dossiers, top = [one.dossier for one in content.dossiers], content.top
    groups = families((source.id for source in every_source(content)), kin.certain)
    family_of = {source: group for group in groups for source in group}
    read = readings(dossiers, [*chain.from_iterable(citations.values()), *pages], content.articles)
    known = names_of(top.actors, top.outlets)
    yield from contradictions(dossiers, pairs, kin.certain)
    yield from dates(dossiers, told, {source.id: source for source in every_source(content)})
    heard: defaultdict[str, list[Span]] = defaultdict(list)
    for dossier in dossiers:
        for one in unlisted(dossier, citations[dossier.id], content.articles):
            heard[one.source].append(one.span)
            yield one.problem
        yield from unmarked(dossier, citations[dossier.id], content.articles)
        yield from lints(dossier, read[dossier.id], known, family_of)
    if sound:
        yield from loose_ends(dossiers, read, top.actors, top.outlets, top.pages, heard)


def _silences(content: Content) -> dict[str, Sequence[Silence]]:
    """What the editor has silenced, by the file it stands in."""
    of: dict[str, Sequence[Silence]] = {"content/site.yaml": content.top.site.silence}
    return of | {f"content/{one.dossier.id}/dossier.yaml": one.dossier.cover.silence for one in content.dossiers}


def _speaking(content: Content) -> dict[str, list[str]]:
    """The dossiers whose silences count for each seed."""
    files: dict[str, list[str]] = {}
    for one in content.dossiers:
        for source in one.dossier.sources:
            files.setdefault(f"seeds/{source.file}", []).append(f"content/{one.dossier.id}/dossier.yaml")
    return files


def every_row(content: Content) -> dict[str, Rows]:
    """Which records of each YAML file could be read, and where they stand in it."""
    rows = {f"content/{name}.yaml": table for name, table in content.top.rows.items()}
    for one in content.dossiers:
        rows |= {f"content/{one.dossier.id}/{name}.yaml": one.rows[name] for name in LISTS}
    return rows


def _check(
    one: LoadedDossier,
    library: Library,
    known: Names,
    unsure: Collection[str],
    languages: Mapping[str, str],
    elsewhere: Callable[[str], str],
) -> Checked:
    """All that can be wrong with one dossier's records, and its citations."""
    dossier = one.dossier
    rows = {f"content/{dossier.id}/{name}.yaml": one.rows[name] for name in LISTS}
    checked = check_citations(dossier, library, languages, elsewhere)
    story, wrong = check_story(dossier.id, f"content/{dossier.id}/story.md", dossier.story, library, known, unsure)
    found = [*unknown_names(mentions(dossier), known, unsure), *incomplete(dossier), *checked.problems]
    return Checked((*checked.citations, *story), (*_in_file(found, rows), *wrong))


def _given(content: Content) -> Iterator[Given]:
    """Every id with the file that gives it. A source entered alike in several dossiers is one source that they share."""
    for kind in ("actor", "outlet"):
        for name, row in content.top.rows[f"{kind}s"].ids:
            yield kind, f"content/{kind}s.yaml", name, row
    shared: dict[str, Source] = {}
    for one in content.dossiers:
        again = {
            source.id
            for source in one.dossier.sources
            if shared.setdefault(source.id, source) is not source and shared[source.id] == source
        }
        for kind, rows in one.rows.items():
            for name, row in rows.ids:
                if kind != "sources" or name not in again:
                    yield kind.removesuffix("s"), f"content/{one.dossier.id}/{kind}.yaml", name, row


def _unsure(content: Content) -> set[str]:
    """Kinds of record of which some file is broken."""
    tables = [content.top.rows, *(one.rows for one in content.dossiers)]
    return {kind.removesuffix("s") for rows in tables for kind, of_kind in rows.items() if not of_kind.readable}


def _in_file(problems: Iterable[Problem], rows: Mapping[str, Rows]) -> list[Problem]:
    """Trails count the records that could be read; in the file there may be others between them."""
    out = []
    for problem in problems:
        at = rows[problem.file].at if problem.file in rows else ()
        first = problem.trail[0] if problem.trail else None
        moved = isinstance(first, int) and first < len(at) and at[first] != first
        out.append(replace(problem, trail=(at[first], *problem.trail[1:])) if moved and isinstance(first, int) else problem)
    return out


def _elsewhere(passages: Library) -> Callable[[str], str]:
    """Where on the site words stand; asked for the first failures only, since it looks into every article."""
    asked = 0

    def where(words: str) -> str:
        nonlocal asked
        asked += 1
        if asked > ELSEWHERE_ASKED:
            return ""
        having = [source for source, text in passages.items() if text.find(words)][:3]
        return f"they stand in {', '.join(repr(source) for source in having)}" if having else ""

    return where
