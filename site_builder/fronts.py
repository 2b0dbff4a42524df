"""The pages that show the site as a whole: made of what was told of the dossiers, never of dossiers themselves."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from msgspec import Struct

from site_builder import files, report, steps
from site_builder.books import Books
from site_builder.catalogue import add, count
from site_builder.check.discretion import discreet
from site_builder.check.silences import SITE, idle, misplaced, silenced
from site_builder.model import Account, Brief, Edition, Outlet, Verdict
from site_builder.noted import noted
from site_builder.problems import Placed, Problem, errors
from site_builder.render import lists
from site_builder.render.discovery import discovery, feed, sitemaps
from site_builder.render.free import free_page, not_found
from site_builder.render.page import Content, Page, Sheet
from site_builder.render.pages import Planned, Shelving
from site_builder.render.report import MOST_MEMBERS, SUMS, Reported, SiteFamilies, largest, overview_sheets, reported, site_families
from site_builder.render.theme import DEFAULT
from site_builder.report import Shown, Standing
from site_builder.steps import Said, Workshop, records_meant
from site_builder.stock import ChangedError
from site_builder.text.story import StoryCite, story_cites
from site_builder.verify import loose_top, of_top

# is given what problems.json tells of the site; says what it tells of each dossier and, last, of the site, and what the last one was
Joins = Callable[[Shown], tuple[Collection[Shown | Standing], memoryview]]


class TopSaid(NamedTuple):
    """What is said of what stands in no dossier."""

    problems: tuple[Placed, ...]
    answered: tuple[tuple[Placed, str], ...]


class Tally(Struct):
    """What the accounts of dossiers come to: kept, and followed from edit to edit."""

    citations: int = 0
    errors: int = 0
    silenced: int = 0
    warnings: dict[str, dict[str, int]] = {}  # of each dossier that has one, by code
    named: dict[str, int] = {}  # actors, by the dossiers in whose own sources their names stand
    answers: dict[int, int] = {}  # silences of site.yaml, by the dossiers in which something answers to them
    verdicts: dict[Verdict, int] = {}
    placings: dict[str, lists.Placing] = {}  # by dossier
    often: dict[str, int] = {}  # warnings by code
    spoke: dict[str, tuple[int, int]] = {}  # how often each actor is quoted and responds

    @classmethod
    def of(cls, accounts: Mapping[str, Account]) -> Tally:
        tally = cls()
        for name, account in accounts.items():
            tally.take(name, account)
        return tally

    def take(self, name: str, account: Account, times: int = 1) -> None:
        """Takes a dossier's account; -1 times takes it back."""
        self.citations += times * account.brief.citations
        self.errors += times * account.errors
        self.silenced += times * sum(account.silenced.values())
        self.warnings.pop(name, None)
        self.placings.pop(name, None)
        if times > 0:
            self.placings[name] = lists.placing(account.brief)
            if account.warnings:
                self.warnings[name] = dict(account.warnings)
        count(self.named, account.named, times)
        count(self.answers, account.answers, times)
        add(self.verdicts, account.verdicts, times)
        add(self.often, account.warnings, times)
        for actor, (quotes, reactions) in account.spoke.items():
            before = self.spoke.pop(actor, (0, 0))
            now = before[0] + times * quotes, before[1] + times * reactions
            if any(now):
                self.spoke[actor] = now


class Fronts:
    """The site's own pages, as its dossiers are now.

    `listed`: what lists tell of each one's sources, which need not all be read, and `shelf` all of these in order; `accounts`: what lists
    and the report tell of each one, likewise, and `tally` what they come to; `of_dossiers`: what the report tells of all together.
    """

    def __init__(
        self,
        books: Books,
        shop: Workshop,
        listed: Callable[[], Mapping[str, Sequence[lists.Listed]]],
        shelf: Callable[[], Sequence[lists.Shelved]],
        accounts: Callable[[], Mapping[str, Account]],
        tally: Callable[[], Tally],
        of_dossiers: Callable[[], Reported],
    ) -> None:
        self.books, self.shop = books, shop
        self._read_listed, self._read_shelf, self._accounts, self._tally, self._of_dossiers = listed, shelf, accounts, tally, of_dossiers
        self.setting = shop.common.setting

    @cached_property
    def accounts(self) -> Mapping[str, Account]:
        """What lists and the report tell of each dossier."""
        return self._accounts()

    @cached_property
    def _newest_first(self) -> list[str]:
        return lists.newest_first(self._tally().placings)

    @cached_property
    def _shelf(self) -> Sequence[lists.Shelved]:
        return self._read_shelf()

    @cached_property
    def _listed(self) -> Mapping[str, Sequence[lists.Listed]]:
        return self._read_listed()

    def _find(self, shelved: lists.Shelved) -> lists.Listed:
        _, name, _, dossier = shelved
        return next(one for one in self._listed[dossier] if one.id == name)

    def _brief(self, name: str) -> Brief:
        return self.accounts[name].brief

    def dossiers(self) -> Iterable[Sheet]:
        """The dossiers, newest first."""
        return lists.index_sheets(self.setting, self._newest_first, self._brief)

    def sources(self) -> Iterable[Sheet]:
        return lists.source_sheets(self.setting, self._shelf, self._find) if self._shelf else ()

    def actors(self) -> Iterable[Sheet]:
        books = self.books
        return lists.actor_sheets(self.setting, books.top.actors, self._tally().spoke, books.common_key) if books.actors else ()

    def outlets(self) -> Iterable[Page]:
        counts = Counter(outlet for _, _, outlet, _ in self._shelf)
        return lists.outlet_pages(self.setting, self.books.top.outlets, counts) if self.books.outlets else ()

    def outlet(self, outlet: Outlet) -> Page:
        """An outlet with its sources."""
        return lists.outlet_page(self.setting, outlet, [self._find(one) for one in self._shelf if one[2] == outlet.id])

    def report(self, top: TopSaid, edition: Edition) -> Iterable[Sheet]:
        """What was checked and how it came out, over all dossiers."""
        books = self.books
        kinds = {"content/actors.yaml": "actors", "content/outlets.yaml": "outlets"}
        names_of = {file: books.top.rows[kind].named for file, kind in kinds.items()}
        said = [noted(one, names_of, {}) for one in top.problems], [noted(one, names_of, {}, reason) for one, reason in top.answered]
        own = reported((), *said, Shelving("full", ()).shelf({}, {}, {}), {})
        told, verdicts = [own, self._of_dossiers()], self._tally().verdicts
        return overview_sheets(self.setting, self._newest_first, self.accounts.__getitem__, verdicts, told, edition, self.families)

    @cached_property
    def families(self) -> SiteFamilies:
        """What the report tells of the families of all sources."""
        groups = self.books.families
        called = {source: self.books.called(source) for family in largest(groups) for source in family[:MOST_MEMBERS]}
        return site_families(len(self.books.sources), groups, called)

    def free(self) -> Iterator[Page]:
        """The free pages, and the one for addresses that lead nowhere."""
        books = self.books
        for page in books.top.pages:
            cites = story_cites(page.body)
            cited = {source: books.sources[source] for source in sorted({cite.id for cite in cites}) if source in books.sources}
            shelf = self.shop.shelving.shelf(cited, {source: books.called(source) for source in cited}, {})
            yield free_page(self.setting, page, shelf, self._records(cites), books.page_citations)
        yield not_found(self.setting)

    def _records(self, cites: Iterable[StoryCite]) -> dict[tuple[str, str], str]:
        """In which dossier each cited record stands."""
        meant = records_meant(cites, self.books.known).items()
        return {record: owner for record, owner in meant if any(record == (rest.kind, rest.id) for rest in self.books.rests_of(owner))}

    def files(self) -> Iterator[Planned]:
        """What programs look for and depends on no dossier, and what dresses the pages."""
        theme = self.shop.theme
        dresses = {path: theme.assets[name] for name, path in theme.addresses.items()}
        return _as_they_are((dict(discovery(self.books.site, theme)) | dresses).items())

    def sitemaps(self, addresses: Iterable[str]) -> Iterator[Planned]:
        """What search engines look for. `addresses`: of all pages that they may list."""
        return _as_they_are(sitemaps(self.books.site, addresses))

    def feed(self) -> Iterator[Planned]:
        """The site's feed."""
        placings = self._tally().placings
        moments = {name: placings[name][2] for name in self._newest_first}
        return _as_they_are(feed(self.books.site, moments, self._brief))

    def report_files(self, top: TopSaid, edition: Edition, shown: Joins) -> list[Planned]:
        """What programs read of the report: the list of all files that were read, and what follows from it alone, problems.json.

        `shown`: all that problems.json tells.
        """
        made_of = {"every file that was read": edition.sha256}
        return [
            Planned(SUMS, "", made_of, lambda: {SUMS: self.books.sums}),
            Planned("problems.json", "", made_of, lambda: {"problems.json": self._problems_json(top, edition, shown)}),
        ]

    def _problems_json(self, top: TopSaid, edition: Edition, shown: Joins) -> Content:
        books = self.books
        of_site = steps.shown(Said(discreet(top.problems, ()), top.answered), books.page_citations)
        told, last = shown(of_site)
        return report.joined(told, books.families, books.kinships, edition, last)


def _as_they_are(files: Iterable[tuple[str, bytes]]) -> Iterator[Planned]:
    for path, content in files:
        yield Planned(path, "", {"what it holds": content}, lambda path=path, content=content: {path: content})  # type: ignore[misc]


# ── what is said of the site as a whole ──────────────────────────────────────────────────────────────────────────────────────────────


def of_site(books: Books, of_theme: Iterable[Problem]) -> list[Problem]:
    """What is wrong in what stands in no dossier, or in several."""
    of_files = [*books.read_problems, *_absent(books.absent)]
    return [*of_files, *of_top(books.top, books.known, books.unsure), *books.twice, *books.page_problems, *of_theme]


def _absent(kinds: Mapping[str, str]) -> Iterator[Problem]:
    """Files that are not there though dossiers name what they would list: said once, not beside each name."""
    for kind, name in kinds.items():
        message = f"this file is missing: nothing says who '{name}' is"
        yield Problem(
            f"content/{kind}s.yaml", "missing-file", message, f"list every {kind} that the dossiers name: - {{id: {name}, name: …}}"
        )


def said_of_site(books: Books, of_theme: Iterable[Problem], tally: Tally, *, told: bool) -> TopSaid:
    """All that is to be said of what stands in no dossier, or in several. `told`: the tally is of all dossiers; else it is less."""
    problems = of_site(books, of_theme)
    silences = books.top.site.silence
    sound = told and not (books.troubled or errors(problems) or tally.errors)
    if sound:
        problems += loose_top(books.top, books.catalogue.speaking, books.catalogue.outlets, tally.named)
    problems += misplaced(SITE, silences, problems)
    said = silenced(problems, {SITE: silences}, {})
    used = {*said.used, *((SITE, n) for n in tally.answers)}
    found = [*said.problems, *(idle(SITE, silences, used) if sound else ())]
    return _top_said(books, found, said.answered)


def _top_said(books: Books, found: Sequence[Problem], silenced_ones: Sequence[tuple[Problem, str]]) -> TopSaid:
    """The same with their lines, which are not looked for again in the same files."""
    about = {problem.file for problem in chain(found, (problem for problem, _ in silenced_ones))}
    key = steps.digest((found, silenced_ones, [(file, books.stock.files.get(file)) for file in sorted(about)]))
    stored = books.kept.get("top", "said")
    if stored and stored[: steps.KEY] == key:
        return steps.unpacked(stored[steps.KEY :], TopSaid)
    texts = {}
    for file in about:
        with contextlib.suppress(files.UnreadableError, ChangedError):  # the problem may be that it can't be read, or is not there
            texts[file] = books.stock.bytes(file) if file in books.stock.files else _packaged_text(file)
    reasons = dict(silenced_ones)
    answered = tuple((one, reasons[one.problem]) for one in report.placed(reasons, texts))
    top = TopSaid(tuple(report.placed(found, texts)), answered)
    is_whole = texts.keys() == about  # else a file was saved at this moment: without its text no line is known
    if is_whole and not any(file.startswith("themes/") for file in about):  # those of the packaged theme are not the site's
        books.kept.put("top", "said", key + steps.packed(top))
    return top


def _packaged_text(file: str) -> bytes:
    return files.read(files.packaged_theme(), file.removeprefix(f"themes/{DEFAULT}/"))
