"""What holds, what does not, and what should an editor look at? One dossier at a time, with what it must know of the others."""

from __future__ import annotations

import marshal
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from site_builder.check.addresses import bad_addresses_of
from site_builder.check.citations import Checked, check_citations
from site_builder.check.cuts import unmarked
from site_builder.check.dates import dates
from site_builder.check.kinship import contradictions
from site_builder.check.lints import OF_SEEDS, lints, loose_ends, readings
from site_builder.check.loose_ends import Spelled, named_in, spelled, unused_actors, unused_outlets
from site_builder.check.near_names import Names as NamesNear
from site_builder.check.near_names import names_of
from site_builder.check.reading import Reading
from site_builder.check.references import Given, Mention, Names, affiliations, by_names, incomplete, mentions, names, unknown_names
from site_builder.check.silences import SITE, idle, misplaced, silenced
from site_builder.check.speakers import other_speakers
from site_builder.check.story import check_story, resolves, unresolved
from site_builder.check.variants import Unlisted, unlisted
from site_builder.load.seeds import inside, load_lately, no_seed
from site_builder.load.site import LISTS, LoadedTop, Rows, load_dossier
from site_builder.model import PASSING, Actor, Anchor, Article, Citation, Dossier, Entry, Kinship, Outlet, Rest, Silence, Source, Told
from site_builder.problems import Problem, errors
from site_builder.relate.briefs import in_order
from site_builder.relate.families import Kindred, by_source
from site_builder.relate.when import tellings
from site_builder.render.prose import faults
from site_builder.text.aligned import Span
from site_builder.text.latest import of_articles
from site_builder.text.names import NameIndex, Naming, name_index, namings
from site_builder.text.passages import Passages
from site_builder.text.story import story_cites

Elsewhere = Callable[[str], str]
Unread = str  # why a seed can't be read: "missing", "leaves", "not a file"


class Findings(Struct, frozen=True):
    """What was found out of a dossier by itself: short to keep, and long to find."""

    checked: Checked
    unlisted: tuple[Unlisted, ...]


class Desk:
    """A dossier with its articles, as they were read. `files` by name in its folder, `seeds` by path in seeds/.

    Raises KeyError with the seeds that it names and was not given. `among`: seeds by which to say which one may be meant.
    """

    def __init__(self, folder: str, files: Mapping[str, bytes], seeds: Mapping[str, bytes | Unread], among: tuple[str, ...] = ()) -> None:
        self.files, self.seeds = files, seeds
        self._judged: tuple[dict[str, Foreign], Checked] | None = None
        self._unlisted: tuple[list[Citation], list[Unlisted]] | None = None
        self._foreign: dict[str, tuple[Foreign, Article | None]] = {}
        self.loaded = load_dossier(folder, files)
        self.dossier = self.loaded.dossier
        problems = list(self.loaded.problems)
        self.articles: dict[str, Article] = {}
        wanted = {inside(source.file) for source in self.dossier.sources} - seeds.keys()
        if wanted:
            raise KeyError(*sorted(wanted))
        file = f"content/{folder}/sources.yaml"
        for n, source in zip(self.loaded.rows["sources"].at, self.dossier.sources, strict=True):
            stored = seeds[inside(source.file)]
            if isinstance(stored, str):
                problems.append(no_seed(file, (n,), source, among, stored))
                continue
            article, found = load_lately(file, (n,), source, stored)
            problems += found
            if article is not None:
                self.articles.setdefault(source.id, article)
        story = f"content/{folder}/story.md"
        lacking = _in_file(incomplete(self.dossier, knows_sources=self.knows_sources), self.rows)
        self.problems = (*problems, *lacking, *faults(story, self.dossier.story))

    @property
    def knows_sources(self) -> bool:
        """Whether its sources.yaml could be read."""
        return self.loaded.rows["sources"].readable

    @cached_property
    def rows(self) -> dict[str, Rows]:
        """Which records of each file could be read, and where they stand in it."""
        return {f"content/{self.dossier.id}/{name}.yaml": self.loaded.rows[name] for name in LISTS}

    @cached_property
    def library(self) -> dict[str, Passages]:
        """The dossier's own sources, ready to be searched."""
        return {source: _passages(article) for source, article in self.articles.items()}

    @cached_property
    def mentioned(self) -> tuple[Mention, ...]:
        """What its records name."""
        return tuple(mentions(self.dossier))

    @cached_property
    def named(self) -> set[str]:
        """The ids of all that it may cite."""
        return {one.name for one in self.mentioned} | {cite.id for cite in story_cites(self.dossier.story)}

    def unlisted(self, checked: Checked) -> list[Unlisted]:
        """Where other sources of the dossier have its quotes in other words."""
        quoted = [one for one in checked.citations if one.kind == "quote"]
        if self._unlisted is None or self._unlisted[0] != quoted:
            self._unlisted = quoted, list(unlisted(self.dossier, quoted, self.articles))
        return self._unlisted[1]

    @property
    def findings(self) -> Findings | None:
        """What was found out, if it will be so again: with nothing wrong, and nothing cited of others."""
        if self._judged is None or self._judged[0] or errors(self._judged[1].problems):
            return None
        return Findings(self._judged[1], tuple(self.unlisted(self._judged[1])))

    def remember(self, found: Findings) -> None:
        """Takes what was found out before at a desk with the same files."""
        self._judged = {}, found.checked
        self._unlisted = [one for one in found.checked.citations if one.kind == "quote"], list(found.unlisted)

    def namings(self, source: str, index: NameIndex) -> tuple[Naming, ...]:
        """Where one of its own sources names actors."""
        article = self.articles[source]
        return _namings(article, index, None if article.reopened else self.library[source].folded)

    def foreign(self, around: Around) -> dict[str, Article]:
        """The articles of other dossiers that lie round it, each read once."""
        for name, one in around.foreign.items():
            if name not in self._foreign or self._foreign[name][0] != one:
                self._foreign[name] = one, None if one.stored is None else load_lately("", (), one.source, one.stored)[0]
        return {name: made for name in around.foreign if (made := self._foreign[name][1]) and name not in self.articles}

    def judged(self, around: Around, elsewhere: Elsewhere | None) -> Checked:
        """The verdicts on its citations. Where all hold they depend on the cited sources alone, and are worked out once."""
        cited = {name: one for name, one in around.foreign.items() if name in self.named}
        if self._judged is None or self._judged[0] != cited or errors(self._judged[1].problems):
            self._judged = cited, self._verdicts(around, elsewhere or (lambda _: ""))
        return self._judged[1]

    def _verdicts(self, around: Around, elsewhere: Elsewhere) -> Checked:
        dossier = self.dossier
        everything = {name: _passages(article) for name, article in self.foreign(around).items()} | self.library
        languages = {name: one.source.language for name, one in around.foreign.items()}
        languages |= {source.id: source.language for source in dossier.sources}
        checked = check_citations(dossier, everything, languages, elsewhere)
        story, wrong = check_story(dossier.id, f"content/{dossier.id}/story.md", dossier.story, everything, languages=languages)
        return Checked((*checked.citations, *story), (*_in_file(checked.problems, self.rows), *wrong))


_passages, _namings = of_articles(Passages), of_articles(namings)


def enter(desk: Desk, checked: Checked) -> Entry:
    """What the site's books know of the dossier."""
    dossier, loaded = desk.dossier, desk.loaded
    told: dict[tuple[str, ...], set[str]] = {}
    for mention in desk.mentioned:
        told.setdefault(mention.kinds, set()).add(mention.name)
    return Entry(
        id=dossier.id,
        cover=dossier.cover,
        sources=dossier.sources,
        read=tuple(desk.articles),
        given={kind.removesuffix("s"): ids for kind, rows in loaded.rows.items() if (ids := rows.in_order)},
        broken=tuple(kind.removesuffix("s") for kind, rows in loaded.rows.items() if not rows.readable),
        mentions=tuple((kinds, tuple(sorted(told[kinds]))) for kinds in sorted(told)),
        cites=tuple(sorted({(cite.kind, cite.id, bool(cite.words)) for cite in story_cites(dossier.story)})),
        speaking=tuple(sorted({*(quote.actor for quote in dossier.quotes), *(reaction.actor for reaction in dossier.reactions)})),
        heard=tuple((one.source, *one.span) for one in desk.unlisted(checked)),
        sound=not errors([*desk.problems, *checked.problems]),
        whole=not errors(desk.problems),
    )


class Foreign(Struct, frozen=True):
    """A source that another dossier has entered. `stored`: its seed's bytes; None if it can't be read."""

    source: Source
    stored: bytes | None = None


class Around(Struct, frozen=True):
    """What must be known of the rest of the site to say all about one dossier."""

    known: dict[str, dict[str, str]]  # kind → id → the file that gives it, of the ids that the dossier uses
    unsure: tuple[str, ...] = ()  # kinds of record of which some file is broken
    foreign: dict[str, Foreign] = {}  # what it cites of other dossiers' sources, and what is kin to its own
    names: dict[str, str] = {}  # what its own and these sources are called
    kin: tuple[Kinship, ...] = ()  # of its own and the foreign sources
    certain: tuple[tuple[str, ...], ...] = ()  # families with any of them, of more than one source; each in order
    probable: tuple[tuple[str, ...], ...] = ()  # the same if what is probable is so
    owned: tuple[str, ...] = ()  # those of its sources that no earlier dossier has
    sharing: dict[str, tuple[str, ...]] = {}  # the dossiers that have entered the same source, where there are several
    rests: dict[str, tuple[Rest, ...]] = {}  # what rests on a source on which others rest too
    cited: dict[str, tuple[Anchor, ...]] = {}  # of other dossiers' sources that are kin to its own and shown as far as they are cited
    heard: dict[str, tuple[Span, ...]] = {}  # utterances in its sources of which a warning of another dossier speaks
    named: tuple[str, ...] = ()  # those of its sources of which somebody says something
    silences: dict[str, tuple[Silence, ...]] = {}  # by file: its own, the site's and those of dossiers that share a source
    sound: bool = True  # nothing is wrong in it, nor in what it shares


class Bearings:
    """The names that a site knows, ready to be looked for in any text."""

    def __init__(self, actors: Sequence[Actor], outlets: Sequence[Outlet], ready: bytes) -> None:
        """`ready`: what `names_ready` said of them."""
        self.actors = {actor.id: actor for actor in actors}
        self.outlets = {outlet.id: outlet for outlet in outlets}
        self._ready = ready

    @cached_property
    def _plain(self) -> tuple[Any, Any, Any]:
        found: tuple[Any, Any, Any] = marshal.loads(self._ready)  # noqa: S302 it is our own
        return found

    @cached_property
    def near(self) -> NamesNear:
        return NamesNear.of(self._plain[0])

    @cached_property
    def spelled(self) -> Spelled:
        return Spelled(*self._plain[1])

    @cached_property
    def index(self) -> NameIndex:
        return NameIndex(self._plain[2])


def names_ready(actors: Sequence[Actor], outlets: Sequence[Outlet]) -> bytes:
    """The names that a site knows, ready to be looked for by any process, for which it is read in a third of the time."""
    return marshal.dumps((names_of(actors, outlets).plain(), tuple(spelled(actors)), name_index(actors).names))


class Surroundings(Struct, frozen=True):
    """A dossier's desk and what lies round it, ready to be worked with."""

    sources: dict[str, Source]  # own and foreign
    articles: dict[str, Article]
    kin: Kindred
    rests: dict[str, tuple[Rest, ...]]
    cited: dict[str, tuple[Anchor, ...]]  # of the sources that are kin to others
    family_of: dict[str, frozenset[str]]


class Examined(Struct, frozen=True):
    """All that is to be said of a dossier."""

    problems: tuple[Problem, ...]
    answered: tuple[tuple[Problem, str], ...]  # warnings that an editor has silenced, each with the reason
    site_answers: tuple[int, ...]  # silences of site.yaml that answered one
    told: tuple[Told, ...]  # the dates that its sources give
    named: tuple[str, ...]  # actors whose names stand in the sources that it owns


def around_desk(desk: Desk, around: Around, own: Sequence[Rest]) -> Surroundings:
    """The dossier's own sources and articles with those of others. `own`: what rests on its citations."""
    of: dict[str, list[Rest]] = {}
    for rest in own:
        of.setdefault(rest.source, []).append(rest)
    rests = {source: in_order(found) for source, found in of.items()} | around.rests
    cited = {source: tuple({one: None for rest in found for one in rest.anchors}) for source, found in rests.items()} | around.cited
    sources = {name: one.source for name, one in around.foreign.items()} | {source.id: source for source in desk.dossier.sources}
    joined = ({source: ids[0] for ids in groups for source in ids} for groups in (around.certain, around.probable))
    family_of = {source: frozenset(ids) for ids in around.certain for source in ids}
    return Surroundings(sources, desk.articles | desk.foreign(around), Kindred(by_source(around.kin), *joined), rests, cited, family_of)


def judged(desk: Desk, around: Around, elsewhere: Elsewhere | None = None) -> Checked:
    """The verdicts on the dossier's citations, also on those of other dossiers' sources."""
    return desk.judged(around, elsewhere)


def examined(desk: Desk, checked: Checked, around: Around, near: Surroundings, bearings: Bearings) -> Examined:
    """What is wrong with the dossier, and what an editor should look at though nothing is wrong for certain."""
    dossier, citations = desk.dossier, checked.citations
    story = f"content/{dossier.id}/story.md"
    told = tellings(dossier, citations, near.articles, near.sources)
    cited = {source: [part for rest in found for place in rest.anchors for part in place.parts] for source, found in near.rests.items()}
    read = readings(dossier, desk.articles, cited, around.owned)
    problems = [*by_names(desk.problems, bearings.actors.values(), bearings.outlets.values()), *checked.problems]
    problems += _in_file(unknown_names(desk.mentioned, around.known, around.unsure), desk.rows)
    problems += unresolved(story, dossier.story, around.known, around.unsure)
    heard: defaultdict[str, list[Span]] = defaultdict(list, {source: list(spans) for source, spans in around.heard.items()})
    unlisted_ones = desk.unlisted(checked)
    for one in unlisted_ones:
        heard[one.source].append(one.span)
    problems += _in_file((one.problem for one in unlisted_ones), desk.rows)
    problems += _in_file(_remarks(desk, citations, around, near, told, read, bearings), desk.rows)
    file = f"content/{dossier.id}/dossier.yaml"
    own = around.silences.get(file, ())
    sound = around.sound and not errors(problems)
    problems += misplaced(file, own, problems)
    if sound:
        problems += _in_file(loose_ends(read, around.named, heard), desk.rows)
    speaking = {f"seeds/{source.file}": _speaking(source, around, file) for source in dossier.sources}
    said = silenced(problems, around.silences, speaking)
    more = _idle(file, own, said.used, desk, around) if sound else ()
    named = tuple(sorted(named_in(read, bearings.spelled)))
    site = tuple(sorted(n for where, n in said.used if where == SITE))
    return Examined((*said.problems, *more), said.answered, site, told, named)


def _remarks(
    desk: Desk,
    citations: Sequence[Citation],
    around: Around,
    near: Surroundings,
    told: Sequence[Told],
    read: Sequence[Reading],
    bearings: Bearings,
) -> Iterator[Problem]:
    dossier = desk.dossier
    others = [one.source for name, one in around.foreign.items() if name not in {source.id for source in dossier.sources}]
    others += [replace(source) for source in dossier.sources if source.id not in around.owned]
    yield from contradictions([dossier], around.kin, near.kin.certain, others)
    yield from dates([dossier], {dossier.id: told}, near.sources, _unheld(dossier, citations))
    yield from unmarked(dossier, citations, near.articles)
    named = lambda source: desk.namings(source, bearings.index)  # noqa: E731
    yield from other_speakers(dossier, citations, desk.articles, near.sources, bearings.actors, named)
    yield from lints(dossier, read, bearings.near, near.family_of)


def _unheld(dossier: Dossier, citations: Sequence[Citation]) -> set[str]:
    """The events of which a citation does not hold, or names no source that is known."""
    held = Counter(one.id for one in citations if one.kind == "event" and one.verdict in PASSING)
    return {event.id for event in dossier.events if held[event.id] < len(event.cites)}


def _speaking(source: Source, around: Around, file: str) -> list[str]:
    """The files whose silences count for a source's seed."""
    return [f"content/{name}/dossier.yaml" for name in around.sharing[source.id]] if source.id in around.sharing else [file]


def _idle(file: str, own: Sequence[Silence], used: Collection[tuple[str, int]], desk: Desk, around: Around) -> Iterator[Problem]:
    """Silences of nothing. What is said of a source that an earlier dossier has too is said there."""
    shared = any(source.id not in around.owned for source in desk.dossier.sources)
    elsewhere = {(file, n) for n, silence in enumerate(own) if shared and silence.lint in OF_SEEDS}
    yield from idle(file, own, {*used, *elsewhere})


def given(top: LoadedTop, entries: Iterable[Entry]) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """Every id of the site with the file that gives it, and the ids that are given twice.

    A source entered alike in several dossiers is one source that they share.
    """
    return names(_given(top, entries))


def _given(top: LoadedTop, entries: Iterable[Entry]) -> Iterator[Given]:
    for kind in ("actor", "outlet"):
        yield kind, f"content/{kind}s.yaml", top.rows[f"{kind}s"].in_order
    shared: dict[str, Source] = {}
    for entry in entries:
        again = {
            source.id for source in entry.sources if shared.setdefault(source.id, source) is not source and shared[source.id] == source
        }
        for kind, ids in entry.given.items():
            own = ["" if name in again else name for name in ids] if again and kind == "source" else ids
            yield kind, f"content/{entry.id}/{kind}s.yaml", own


def unsure(top: LoadedTop, entries: Iterable[Entry]) -> set[str]:
    """Kinds of record of which some file is broken."""
    return {kind.removesuffix("s") for kind, rows in top.rows.items() if not rows.readable} | {
        kind for one in entries for kind in one.broken
    }


def leads_nowhere(entry: Entry, known: Names) -> bool:
    """Whether the dossier uses an id that means nothing, or more than one thing."""
    if not all(any(name in known[kind] for kind in kinds) for kinds, named in entry.mentions for name in named):
        return True
    return any(not resolves(kind, name, known, words=words) for kind, name, words in entry.cites)


def of_top(top: LoadedTop, known: Names, broken: Collection[str]) -> list[Problem]:
    """What is wrong in content/ itself."""
    actors, outlets = "content/actors.yaml", "content/outlets.yaml"
    affiliated = unknown_names(affiliations(top.actors), known, broken)
    addresses = [*bad_addresses_of(actors, top.actors), *bad_addresses_of(outlets, top.outlets)]
    own = by_names(top.problems, top.actors, top.outlets)
    return [*own, *_in_file([*affiliated, *addresses], {actors: top.rows["actors"], outlets: top.rows["outlets"]})]


def loose_top(top: LoadedTop, speaking: Collection[str], outlets: Collection[str], named: Collection[str]) -> list[Problem]:
    """Actors and outlets of which nothing is used.

    `speaking`: actors who are quoted or respond; `outlets`: those that a source names; `named`: actors whose names stand in some source.
    """
    rows = {f"content/{name}.yaml": table for name, table in top.rows.items()}
    return _in_file([*unused_actors(top.actors, speaking, named), *unused_outlets(top.outlets, outlets)], rows)


def _in_file(problems: Iterable[Problem], rows: Mapping[str, Rows]) -> list[Problem]:
    """Trails count the records that could be read; in the file there may be others between them."""
    out = []
    for problem in problems:
        at = rows[problem.file].at if problem.file in rows else ()
        first = problem.trail[0] if problem.trail else None
        moved = isinstance(first, int) and first < len(at) and at[first] != first
        out.append(replace(problem, trail=(at[first], *problem.trail[1:])) if moved and isinstance(first, int) else problem)
    return out
