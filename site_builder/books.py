"""The site's books: everything known of its dossiers, each as its files are now.

What is worked out is remembered, and what is remembered is not worked out again.
"""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from site_builder import files, memo, steps
from site_builder.beside import NOBODY, Beside, Concerned, Told, concerned, of_outlets
from site_builder.catalogue import COUNTED, NAMING, Catalogue, Entries, OnDemand, catalogue_of, catalogued, sources, sources_named
from site_builder.check.concerned import differing
from site_builder.check.silences import SITE
from site_builder.check.story import check_story, unresolved
from site_builder.crew import Crew, Items
from site_builder.ledger import Ledger, Line
from site_builder.library import Library
from site_builder.load.seeds import inside, load_lately, seed_of
from site_builder.load.site import LoadedTop, folders, load_top
from site_builder.load.strays import ENDINGS, TOP
from site_builder.model import Account, Anchor, Article, Citation, Date, Edition, Entry, Kin, Kinship, Publish, Rest, Source
from site_builder.problems import Problem, errors
from site_builder.relate.briefs import in_order, on_pages
from site_builder.relate.comparing import Answer, Batch, Print
from site_builder.relate.edition import amended, edition, sums
from site_builder.relate.families import CERTAIN, PERHAPS, Kindred, kindred, members
from site_builder.relate.following import Asked, Compares
from site_builder.relate.kinfolk import BROKEN, Kinfolk
from site_builder.relate.rows import Carrier
from site_builder.render.free import objections
from site_builder.render.shown import names
from site_builder.steps import (
    Entered,
    Folder,
    Order,
    Said,
    digest,
    packed,
    seeds_named,
    unpacked,
)
from site_builder.stock import Looked, Stock, as_on_disk, from_disk
from site_builder.text.credits import agencies
from site_builder.text.kinship import several
from site_builder.text.story import story_cites
from site_builder.verify import Around, Foreign, leads_nowhere, names_ready

AT_HAND = 2_000  # dossiers of which it is at hand what rests on their citations: 14 kB each
SEEDS_COMPARED = 50  # missing seeds for which the nearest name is looked for; where more are missing, the folder is
NONE = packed(())
AMENDED = 500  # files whose sums are noted beside the list of all; if more have changed, all are listed anew


class Listing(NamedTuple):
    """Which files of content/ stand where."""

    ids: list[str]  # of the dossiers
    problems: list[Problem]
    inside_of: dict[str, list[str]]  # by folder, the files in it that are read
    unread: tuple[str, ...]  # kinds of record of which nobody knows all that there are, since a file or folder is called wrongly


Tell = Callable[[str, int, int], None]  # (what is being done, how many are done, of how many)


def quiet(_what: str, _done: int, _of: int) -> None:
    """Nobody is watching."""


class Books:
    """Everything known of a site's dossiers. What is worked out is remembered, and what is remembered is not worked out again."""

    top: LoadedTop

    def __init__(
        self, root: Path, kept: memo.Memo, crew: Crew, ledger: Ledger, tell: Tell, base_url: str | None, seen: Looked | None = None
    ) -> None:
        self.root, self.kept, self.crew, self.ledger, self.say = root, kept, crew, ledger, tell
        self.base_url = base_url
        self.absent: dict[str, str] = {}  # kinds of record that dossiers name and no file lists, each with a name
        self.holds = False  # whether a dossier that can't be read whole stands as it last could be
        self.held: set[str] = set()
        self._named_by_held: dict[str, tuple[str, ...]] = {}  # the seeds that they name as they are now
        with ledger.step("look at files") as line:
            self.stock = Stock(root, kept, seen)
            line.asked, line.ran = self.stock.count, self.stock.read
        with ledger.step("read site.yaml, actors.yaml, outlets.yaml, pages"):
            self._list()
            self._read_top()
        with ledger.step("names"):
            self._catalogue, self.twice = catalogue_of(kept.get("catalogue", "all")), list[Problem]()
        self.entries = Entries(kept, self._catalogue.ids if self._catalogue else kept.names("entry"))
        self._enter()
        self._note_changed()
        with ledger.step("names"):
            self._note_names()
        with ledger.step("kin", len(self.sources), 0) as line:
            self._note_kin(kindred(self.told_kinships), line)
        self._note_epochs()

    def follow(self, paths: Collection[str] | None) -> None:
        """Takes files as they are now that may have changed, all for None. What has not changed stands.

        A dossier that can't be read whole is `held`: it stands as it was when it could. Whatever is raised meanwhile, the books can't be
        relied on any longer.
        """
        self.holds = True
        self.stock.look(paths)
        changed = [path for path in self.stock.changed if not path.startswith("themes/")]
        was_troubled = self.troubled
        if changed and self.stock.is_rearranged:
            self._list()
        if top := any(path.split("/")[1] in (*TOP, "pages") for path in changed if path.startswith("content/")):
            self._read_top()
        self._enter()
        self._note_changed()
        self._note_names(top=top)
        with self.ledger.step("kin", len(self.moved), 0) as line:
            self._note_kin(self.kin, line)
        self._note_epochs()
        self._forget_answers()
        self.troubled = {name for name in self.suspects | was_troubled if name in self.entries and self._is_troubled(name)}
        self.suspects |= self.beside(name for name in self.troubled ^ was_troubled if name in self.entries)

    # ── reading and entering ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _list(self) -> None:
        """Which files stand where. Which folders are dossiers is as it was, unless files were added, removed or renamed."""
        stored = None if self.stock.is_rearranged else self.kept.get("", "list")
        if stored:
            self.ids, self.read_problems, self.inside_of, self.unread = unpacked(stored, Listing)
            return
        inside_of: dict[str, list[str]] = defaultdict(list)
        names = self.stock.below("content")
        for name in names:
            folder, _, rest = name.partition("/")
            if name.endswith(ENDINGS):
                inside_of[folder].append(rest)
        self.inside_of = dict(inside_of)
        self.ids, misplaced_files, self.unread = folders(names)
        unreadable = [one for one in self.stock.unreadable("content") if not one.file.endswith(files.MISSPELT)]
        self.read_problems = [*unreadable, *misplaced_files]
        self.kept.put("", "list", packed((self.ids, self.read_problems, self.inside_of, self.unread)))

    def _read_top(self) -> None:
        own = sorted([*(name for name in TOP if name in self.inside_of), *(f"pages/{name}" for name in self.inside_of.get("pages", ()))])
        self.top_key = key = digest([(name, self.stock.files[f"content/{name}"][1]) for name in own])
        stored = self.kept.get("top", "content")
        if stored and stored[: steps.KEY] == key:
            top = unpacked(stored[steps.KEY :], LoadedTop)
        else:
            top = load_top({name: self.stock.bytes(f"content/{name}") for name in own})
            self.kept.put("top", "content", key + packed(top))
        if self.holds and errors(top.problems):
            there = tuple(page for page in self.top.pages if f"pages/{page.id}.md" in own)
            top = replace(self.top, problems=top.problems, pages=there)
        self.top = top
        self.site = replace(self.top.site, base_url=self.base_url) if self.base_url is not None else self.top.site
        self.outlets = {outlet.id: outlet for outlet in self.top.outlets}
        self.actors = {actor.id: actor for actor in self.top.actors}

    def _enter(self) -> None:
        """Sees to it that every dossier is in the books as its files are now."""
        self.moved: set[str] = set()  # sources that may be different since the last build
        self.kin_moved: set[str] = set()  # those whose kin, or whose family, may be
        self.entered: set[str] = set()  # dossiers
        self.before: dict[str, Entry | None] = {}  # what was known of those that are different or gone; None of new ones
        changed = {path.split("/")[1] for path in self.stock.changed if path.startswith("content/")}
        changed |= {name for path in self.stock.changed for name in self.using.get(path, ())}
        self.gone = self.entries.keys() - set(self.ids)
        for gone in self.gone:
            self._forget(gone)
        self._named: dict[str, tuple[str, ...]] = {}
        self._enter_all([name for name in self.ids if name in changed or name not in self.entries])
        self.entries.arrange(self.ids)

    def _enter_all(self, wanted: list[str]) -> None:
        for name in wanted:
            listed = self.inside_of[name]
            stored = self.stock.bytes(f"content/{name}/sources.yaml") if "sources.yaml" in listed else b""
            self._named[name] = tuple(sorted(seeds_named(stored)))
        self.ledger.asked("enter a dossier", len(wanted))
        done = 0
        while wanted:
            missing = []
            for name, entered in zip(wanted, self.work("enter a dossier", steps.enter, (), Items(wanted, self.folder)), strict=True):
                if entered.wanted:
                    self._named[name] = (*self._named[name], *entered.wanted)
                    missing.append(name)
                    continue
                self._note(name, entered)
                done += 1
                self.say("reading dossiers", done, len(wanted))
            wanted = missing

    def _note(self, name: str, entered: Entered) -> None:
        entry, before = unpacked(entered.entry, Entry), self.entries.get(name)
        self.entered.add(name)
        if self.holds and before and before.whole and not entry.whole:
            self.held.add(name)
            self._named_by_held[name] = self._named[name]
            return
        self.held.discard(name)
        for one in filter(None, (before, entry)):
            self.moved.update(source.id for source in one.sources)
        self.before.setdefault(name, before)
        self.entries[name] = entry
        self.kept.put("entry", name, entered.entry)
        self.kept.put("rests", name, entered.rests)
        self.kept.put("prints", name, packed(entered.prints))
        self.kept.drop("foreign", name)
        for answers in (self._rests, self._prints, self._called):
            answers.pop(name, None)
        self._named[name] = tuple(dict.fromkeys(inside(source.file) for source in entry.sources))

    def _forget(self, name: str) -> None:
        """Nothing more is known of a dossier that is gone."""
        self.before[name] = before = self.entries.pop(name)
        self.held.discard(name)
        self.moved.update(source.id for source in before.sources)
        for room in ("entry", "rests", "foreign", "prints"):
            self.kept.drop(room, name)
        for answers in (self._rests, self._prints, self._called):
            answers.pop(name, None)

    @property
    def using(self) -> Mapping[str, Sequence[str]]:
        """The dossiers whose sources stand in each seed, by its path."""
        return self.catalogue.using

    @property
    def catalogue(self) -> Catalogue:
        """What the entries say together, as they were when this was last noted."""
        if self._catalogue is None:
            self._catalogue, self.twice = catalogued(self.top, b"", self.entries.all())
        return self._catalogue

    @cached_property
    def sources(self) -> OnDemand[Source]:
        """Every source of the site."""
        return sources(self.catalogue.users, self.entries)

    def folder(self, name: str) -> Folder:
        """A dossier's folder with the seeds that it names."""
        own = {inside_of: self.stock.bytes(f"content/{name}/{inside_of}") for inside_of in sorted(self.inside_of[name])}
        named: Iterable[str] | None = self._named.get(name, self._named_by_held.get(name) if name in self.held else None)
        if named is None:
            named = dict.fromkeys(inside(one.file) for one in self.entries[name].sources)
        seeds = {seed: self.stock.seed(seed) for seed in named}  # before the key, which tells what they hold
        return Folder(name, self._key(name, named), own, seeds)

    def _key(self, name: str, seeds: Iterable[str]) -> bytes:
        """What tells whether a dossier's files are the same."""
        known = self.stock.files
        own = [(inside_of, known[f"content/{name}/{inside_of}"][1]) for inside_of in sorted(self.inside_of[name])]
        found = ((seed, known.get(f"seeds/{seed}")) for seed in dict.fromkeys(seeds))
        return digest((name, own, sorted((seed, one and one[1:]) for seed, one in found)))

    def work(self, name: str, step: Callable[..., Sequence[Any]], first: tuple[Any, ...], items: Sequence[Any]) -> Iterator[Any]:
        """The answers of a step, one by one, noted in the ledger."""
        for piece in self.crew.map(step, first, items):
            self.ledger.worked(name, piece.process, piece.start, piece.end, len(piece.answers))
            yield from piece.answers

    # ── what the books say together ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _note_names(self, *, top: bool = False) -> None:
        """Which dossiers have each source, what every id stands for, and who cites whom: anew only where an edit does not tell it."""
        if top:
            self._forget_cached("common_key", "names_ready")
            self._called.clear()
        edited = [name for name in {*self.gone, *self.entered} if name not in self.held]
        anew = self._catalogue is None or len(edited) > len(self.ids) // 2
        cited = {} if anew else dict(self.catalogue.foreigners)
        of_top = not anew and (top or self.catalogue.top != self.top_key)
        renamed = not anew and (self.differ(*NAMING) or of_top)
        if anew or (renamed and not self._give_names(edited, of_top=of_top)):
            self._catalogue, self.twice = catalogued(self.top, self.top_key, self.entries.all())
            anew = is_new = True
        else:
            is_new = renamed or self.differ(*COUNTED)
            for name in edited:
                is_new |= self.catalogue.exchange(name, self.before[name], self.entries.get(name))
        known = self.catalogue
        self.users, self.known, self.foreigners = known.users, known.known, known.foreigners
        self.absent = {
            kind: min(used)
            for kind, used in (("actor", known.speaking), ("outlet", known.outlets))
            if used and f"{kind}s.yaml" not in self.inside_of and kind not in self.unread
        }
        self.unsure = tuple(sorted({*known.unsure, *self.unread, *self.absent}))
        if self.holds or self.twice:  # a preview may hold dossiers as they were
            self.kept.drop("catalogue", "all")
        elif is_new:
            self.kept.put("catalogue", "all", known.packed())
        if anew or renamed:
            self._forget_cached("sources", "touching", "_judged_pages", "on_pages")
        citing = (name for table in (cited, self.foreigners) for name, of in table.items() if not self.moved.isdisjoint(of))
        self._cite_foreign(None if anew else {*self.entered, *citing})
        if self.foreigners != cited:
            self._forget_cached("touching")
        if anew or self.differ("sources", "cites"):
            self._forget_cached("spoken_of")
        if not self.moved.isdisjoint(one.source for one in self.page_citations):
            self._forget_cached("_judged_pages", "on_pages")
        self.stock.keep_unlisted(self.using)
        self._note_beside()

    def _note_beside(self) -> None:
        """Whom it concerns that what stands beside the dossiers has changed; None for all."""
        top, site = self.top, self.top.site
        key = digest((self.common_key, self.unsure, site.silence, top.pages))
        self.concerned: Concerned | None = NOBODY
        last = self.kept.get("", "beside")
        if last == key:
            return
        now = Beside(self.site.publish, self.unsure, site.silence, top.pages, top.outlets, top.actors)
        stored = self.kept.get("top", "beside") if last and not self.holds else None
        before = unpacked(stored, Beside) if stored else None
        self.concerned = concerned(before, now, self.catalogue, self.entries, self._text, self._last_told) if before else None
        self.kept.put("", "beside", key)
        self.kept.put("top", "beside", packed(now))

    def _text(self, seed: str) -> str:
        stored = self.stock.seed(seed.removeprefix("seeds/"))
        return stored.decode("utf-8", "replace") if isinstance(stored, bytes) else ""

    def _last_told(self) -> Told:
        accounts = {name: unpacked(row, Account) for name, row in self.kept.all("account").items()}
        return Told(accounts, lambda name: unpacked(self.kept.need("placed", name), Said))

    def _give_names(self, edited: Collection[str], *, of_top: bool) -> bool:
        """Takes into the catalogue which names the edited dossiers give now; False where it has to be made anew."""
        known = self.catalogue
        old = [entry for name in edited if (entry := self.before[name])]
        new = [self.entries[name] for name in edited if name in self.entries]
        if self.twice or not known.give(old, new, self.entries) or (of_top and not known.give_top(self.top, self.top_key)):
            return False
        known.ids = self.ids
        for name in known.using_any(name for _, name in self._names_moved) - {*edited}:
            known.note(self.entries[name])
        return True

    @property
    def _names_moved(self) -> set[tuple[str, str]]:
        """Every name, with its kind, that a dossier gives now and did not give before, or the other way round."""
        edited = {*self.gone, *self.before, *self.entered} - self.held
        return set().union(*(_given_by(self.before.get(name)) ^ _given_by(self.entries.get(name)) for name in edited))

    def differ(self, *fields: str) -> bool:
        """Whether the last edit changed any of these of any dossier's entry."""
        for name in {*self.gone, *self.entered}:
            old, new = self.before.get(name), self.entries.get(name)
            if name not in self.held and (not old or not new or any(getattr(old, one) != getattr(new, one) for one in fields)):
                return True
        return False

    def _forget_cached(self, *names_: str) -> None:
        for name in names_:
            self.__dict__.pop(name, None)

    def _forget_answers(self) -> None:
        """What is said of the whole site is worked out anew when it is asked for."""
        self._forget_cached("hashes", "sums", "edition", "suspects", "troubled")
        if self.kin_moved:
            self._forget_cached("kinships", "families")

    def _cite_foreign(self, among: Collection[str] | None) -> None:
        """Dossiers that cite sources of others are entered again, with these. `among`: all for None."""
        before, keys = self.kept.all("foreign"), {}
        for name in sorted({*before, *self.foreigners} & self.entries.keys()):
            if among is None or name in among:
                cited = self.foreigners.get(name)
                key = digest([(source, self.sources[source], self.sha(source)) for source in cited]) if cited else b""
                if key != before.get(name, b"") and name not in self.held:
                    keys[name] = key
        items = [steps.Citing(self.folder(name), {one: self._foreign(one) for one in self.foreigners.get(name, ())}) for name in keys]
        for name, entered in zip(keys, self.work("enter a dossier", steps.enter_citing, (), items), strict=True):
            self._note(name, entered)
            self.kept.put("foreign", name, keys[name])

    def sha(self, source: str) -> str:
        one = self.stock.files.get(seed_of(self.sources[source]))
        return one[1] or one[2] if one else ""

    def _foreign(self, source: str) -> Foreign:
        return Foreign(self.sources[source], self.stored(source))

    def stored(self, source: str) -> bytes | None:
        """What a source's file holds; None if it can't be read."""
        stored = self.stock.seed(inside(self.sources[source].file))
        return stored if isinstance(stored, bytes) else None

    def rests_of(self, dossier: str) -> tuple[Rest, ...]:
        """What rests on the citations of a dossier."""
        if dossier not in self._rests:
            if len(self._rests) == AT_HAND:
                self._rests.clear()
            self._rests[dossier] = unpacked(self.kept.need("rests", dossier), tuple[Rest, ...])
        return self._rests[dossier]

    @cached_property
    def _rests(self) -> dict[str, tuple[Rest, ...]]:
        return {}

    @cached_property
    def touching(self) -> dict[str, list[str]]:
        """The dossiers that have or cite each source, in order, for sources of which this is more than one."""
        of = {source: sharing for source, sharing in self.users.items() if len(sharing) > 1}
        for dossier, cited in self.foreigners.items():
            of |= {source: sorted({*(of.get(source) or self.users[source]), dossier}) for source in cited}
        return of

    def rests_on(self, source: str) -> tuple[Rest, ...]:
        """What rests on a source, over all dossiers and pages, in the order of its text."""
        touching = self.touching.get(source) or self.users[source]
        found = (rest for dossier in touching for rest in self.rests_of(dossier) if rest.source == source)
        return in_order((*found, *self.on_pages.get(source, ())))

    def cited_of(self, source: str) -> tuple[Anchor, ...]:
        """What of a source anything rests on, in the order of its text."""
        found = {anchor for rest in self.rests_on(source) for anchor in rest.anchors}
        return tuple(sorted(found, key=lambda anchor: anchor.parts))

    def publish_of(self, source: str) -> Publish:
        """How much of a source the site may show."""
        return self.sources[source].publish or self.site.publish

    def prints(self, source: str) -> bytes | None:
        """A source's fingerprints; None if its article can't be read."""
        dossier = self.users[source][0]
        if dossier not in self._prints:
            self._prints[dossier] = unpacked(self.kept.need("prints", dossier), dict[str, bytes])
        return self._prints[dossier].get(source)

    @cached_property
    def _prints(self) -> dict[str, dict[str, bytes]]:
        return {}

    def article(self, source: str) -> Article | None:
        """A source's article, read anew."""
        foreign = self._foreign(source)
        return load_lately("", (), foreign.source, foreign.stored)[0] if foreign.stored is not None else None

    def library(self) -> Library:
        """The articles of the site, as they are now."""
        return Library(self._having_articles, lambda source: self.article(source) if source in self.sources else None, self.stored)

    def _having_articles(self) -> Iterator[str]:
        return (source for entry in self.entries.all() for source in entry.read)

    def called(self, source: str) -> str:
        """What a source is called."""
        dossier = self.users[source][-1]
        if dossier not in self._called:
            self._called[dossier] = names(self.entries[dossier].sources, self.outlets)
        return self._called[dossier][source]

    @cached_property
    def _called(self) -> dict[str, dict[str, str]]:
        return {}

    @cached_property
    def hashes(self) -> dict[str, str]:
        """SHA-256 of the files of content/ and of every seed that a source names."""
        known = self.stock.files
        own = {path: one[1] for path, one in known.items() if _is_content(path) and not one[2]}
        return own | {seed: known[seed][1] for seed in self.using if seed in known and not known[seed][2]}

    @cached_property
    def sums(self) -> bytes:
        """What `sha256sum` prints for all files that were read. What has changed since this was last said is looked for in it."""
        since, known = self.kept.get("", "since sums"), self.stock.files
        stored = self.kept.get("", "sums") if since is not None else None
        made = None
        if since is not None and stored is not None:
            late = list(map(from_disk, unpacked(since, set[bytes])))
            read = {path for path in late if path in known and not known[path][2] and (_is_content(path) or path in self.using)}
            made = amended(stored, {path: known[path][1] if path in read else "" for path in late})
        if made is None:
            made = sums(self.hashes)
            self.kept.put("", "sums", made)
            self.kept.put("", "since sums", NONE)
        return made

    def _note_changed(self) -> None:
        """Notes which files have changed since the sums were kept, and which seeds may be read otherwise than then."""
        since = self.kept.get("", "since sums")
        if since is None:
            return
        edited = [entry for name in {*self.gone, *self.entered} for entry in (self.before.get(name), self.entries.get(name)) if entry]
        late = {*self.stock.changed, *(seed_of(source) for entry in edited for source in entry.sources)}
        if late:
            all_late = unpacked(since, set[bytes]).union(map(as_on_disk, late))
            if len(all_late) > AMENDED:
                self.kept.drop("", "since sums")
            else:
                self.kept.put("", "since sums", packed(sorted(all_late)))

    @cached_property
    def edition(self) -> Edition:
        """Which content this is, and how new."""
        return edition(self.sums, map(Date, self.catalogue.updated.values()), map(Date, self.catalogue.dated.values()))

    # ── free pages ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def _judged_pages(self) -> tuple[tuple[Citation, ...], tuple[Problem, ...]]:
        """The citations of free pages, and what is wrong with the pages."""
        citations: list[Citation] = []
        problems: list[Problem] = list(objections(self.top.pages))
        library = self.library()
        for page in self.top.pages:
            file = f"content/pages/{page.id}.md"
            found, wrong = check_story("", file, page.body, library, page.id)
            citations += found
            problems += [*unresolved(file, page.body, self.known, self.unsure), *wrong]
        return tuple(citations), tuple(problems)

    @property
    def page_problems(self) -> tuple[Problem, ...]:
        return self._judged_pages[1]

    @property
    def page_citations(self) -> tuple[Citation, ...]:
        return self._judged_pages[0]

    @cached_property
    def on_pages(self) -> dict[str, list[Rest]]:
        """What rests on each source because a free page cites it."""
        of: dict[str, list[Rest]] = defaultdict(list)
        for rest in on_pages(self.top.pages, self.page_citations):
            of[rest.source].append(rest)
        return of

    # ── kin ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _note_kin(self, before: Kindred, line: Line) -> None:
        """Which sources are, or may be, one report with others. At once: what an edit moves is kept with it, whatever else comes of it.

        `before`: how they were.
        """
        self.kin = kin_of(self, before, line)
        self._prints.clear()
        if not self.holds:
            if self.kin_moved or self.kept.get("kinships", "all") is None:
                self.kept.put("kinships", "all", packed(self.kinships))
            else:
                self.kinships = self.told_kinships

    @cached_property
    def told_kinships(self) -> tuple[Kinship, ...]:
        """The same as they were at the last build."""
        return unpacked(self.kept.get("kinships", "all") or b"\x90", tuple[Kinship, ...])

    @cached_property
    def kinships(self) -> tuple[Kinship, ...]:
        """Every pair of sources that are, or may be, one report, in order."""
        pairs = {tuple(sorted((one.one, one.other))): one for source in self.kin.of for one in self.kin.of[source]}
        return tuple(pairs[pair] for pair in sorted(pairs))

    def families_of(self, sources: Iterable[str], joining: Collection[Kin]) -> tuple[tuple[str, ...], ...]:
        """The families of more than one source to which any of these belong, each in the order of the site."""
        found: dict[str, tuple[str, ...]] = {}
        for source in sources:
            if source not in found and self.kin.of.get(source):
                family = [one for one in members(source, self.kin.of, joining) if one in self.sources]
                ordered = tuple(sorted(family, key=self.catalogue.order))
                found |= dict.fromkeys(ordered, ordered) if len(ordered) > 1 else {}
        return tuple(dict.fromkeys(found.values()))

    @cached_property
    def families(self) -> tuple[tuple[str, ...], ...]:
        """All families of sources that certainly carry one report."""
        related = {source for one in self.kinships if one.kin == "certain" for source in (one.one, one.other)}
        return self.families_of(sorted(related & self.sources.keys(), key=self.catalogue.order), CERTAIN)

    @cached_property
    def spoken_of(self) -> set[str]:
        """The sources of which a summary, a page or another source says something."""
        return self.catalogue.cited.keys() | {cite.id for page in self.top.pages for cite in story_cites(page.body)}

    @cached_property
    def suspects(self) -> set[str]:
        """The dossiers of which something else may have to be said than in the last build: one that is not among them is as it was."""
        if self.otherwise is None:
            return set(self.ids)
        sources = set(self.moved)
        for name in {*self.gone, *self.before, *self.entered}:
            old, new = self.before.get(name), self.entries.get(name)
            for entry in filter(None, (old, new)):
                sources.update(sources_named(entry))
                sources.update(name for kind, name, _ in entry.cites if kind in ("", "source"))
        found = self._showing(sources | self.kin_moved)
        found |= self.catalogue.using_any(name for _, name in self._names_moved)
        return found | self.entered | self.otherwise

    def _showing(self, moved: Collection[str]) -> set[str]:
        """The dossiers that may show something of these sources."""
        kin = (one for source in moved for one in self.kin.of.get(source, ()))  # what rests on these is shown beside them
        sources = {*moved, *(name for one in [*kin] for name in (one.one, one.other))}
        found = {user for source in sources for user in (*self.users.get(source, ()), *self.touching.get(source, ()))}
        found |= {name for name, cited in self.foreigners.items() if not sources.isdisjoint(cited)}
        return found | {name for name, named in self.catalogue.naming.items() if not sources.isdisjoint(named)}

    # ── one dossier among the others ─────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def troubled(self) -> set[str]:
        """The dossiers in which something is wrong."""
        if self.kept.get("", "clean") is None:  # else none of those that are as they were can be so
            return {entry.id for entry in self.entries.all() if self._is_troubled(entry.id)}
        return {name for name in {*self.suspects, *self.pending} if name in self.entries and self._is_troubled(name)}

    def _is_troubled(self, dossier: str) -> bool:
        entry = self.entries[dossier]
        return dossier in self.held or not entry.sound or leads_nowhere(entry, self.known)

    @cached_property
    def pending(self) -> tuple[str, ...]:
        """The dossiers of which something else may have to be said than when the site was last published, by earlier edits."""
        return unpacked(self.kept.get("", "pending") or b"\x90", tuple[str, ...])

    def beside(self, dossiers: Iterable[str]) -> set[str]:
        """The dossiers that share a source with any of these."""
        return {user for name in dossiers for source in self.entries[name].sources for user in self.users[source.id]}

    def around(self, dossier: str) -> Around:
        """What must be known of the rest of the site to say all about one dossier."""
        entry = self.entries[dossier]
        own = list(dict.fromkeys(source.id for source in entry.sources))
        cited = self.foreigners.get(dossier, [])
        said_of = [name for name in sources_named(entry) if name in self.sources]
        here = list(dict.fromkeys((*own, *cited, *said_of)))
        kin = list({(one.one, one.other): one for source in here for one in self.kin.of.get(source, ())}.values())
        beside = {other for source in own for one in self.kin.of.get(source, ()) for other in (one.one, one.other)}.difference(own)
        peers = [other for one in kin for other in (one.one, one.other)]
        foreign = [source for source in dict.fromkeys((*cited, *said_of, *peers)) if source not in own and source in self.sources]
        certain, probable = self.families_of(here, CERTAIN), self.families_of(here, PERHAPS)
        owned = [source for source in own if self.users[source][0] == dossier]
        named = dict.fromkeys((*own, *foreign, *chain.from_iterable(certain)))
        sharing = {source: tuple(self.users[source]) for source in own if len(self.users[source]) > 1}
        files_of = [SITE, *(f"content/{name}/dossier.yaml" for name in dict.fromkeys((dossier, *chain.from_iterable(sharing.values()))))]
        with_others = [source for source in own if source in self.touching or source in self.on_pages]
        heard: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for other in dict.fromkeys(chain.from_iterable(sharing.values())):
            for source, start, end in self.entries[other].heard if other != dossier else ():
                if source in sharing:
                    heard[source].append((start, end))
        return Around(
            known=self._known_to(entry),
            unsure=self.unsure,
            foreign={source: self._foreign(source) for source in foreign},
            names={source: self.called(source) for source in named},
            kin=tuple(sorted(kin, key=lambda one: sorted((one.one, one.other)))),
            certain=certain,
            probable=probable,
            owned=tuple(owned),
            sharing=sharing,
            rests={source: self.rests_on(source) for source in with_others},
            cited={source: self.cited_of(source) for source in sorted(beside) if self.publish_of(source) == "cited"},
            heard={source: tuple(found) for source, found in heard.items()},
            named=tuple(source for source in owned if source in self.spoken_of),
            silences={file: found for file in files_of if (found := self._silences(file))},
            sound=not self.troubled.intersection(chain((dossier,), chain.from_iterable(sharing.values()))),
        )

    def _known_to(self, entry: Entry) -> dict[str, dict[str, str]]:
        """What the ids mean that the dossier uses."""
        used = sorted(_names_in(entry))
        return {kind: {name: table[name] for name in used if name in table} for kind, table in self.known.items()}

    def _silences(self, file: str) -> tuple[Any, ...]:
        return self.top.site.silence if file == SITE else self.entries[file.split("/")[1]].cover.silence

    def with_all_names(self, order: Order) -> Order:
        """The order with all that the site knows, by which to say what may be meant by a name."""
        known = {kind: dict(table) for kind, table in self.known.items()}
        return order._replace(around=packed(replace(unpacked(order.around, Around), known=known)))

    def seeds_meant(self, orders: Iterable[Order]) -> tuple[str, ...]:
        """The seeds among which to look for one that may be meant by one that is missing."""
        missing = sum(isinstance(seed, str) for order in orders for seed in order.folder.seeds.values())
        return tuple(sorted(self.stock.below("seeds"))) if 0 < missing < SEEDS_COMPARED else ()

    def told_key(self, dossier: str, around: bytes) -> bytes:
        """What tells whether all that is said of a dossier would be said alike."""
        seeds = [inside(source.file) for source in self.entries[dossier].sources]
        base, since = self._epochs
        return digest((self._key(dossier, seeds), around, since.get(dossier, base)))

    @cached_property
    def _epochs(self) -> tuple[bytes, dict[str, bytes]]:
        """When what stands beside the dossiers last concerned each: a key that is another after it has. The first is that of all others."""
        stored = self.kept.get("", "epochs")
        return unpacked(stored, tuple[bytes, dict[str, bytes]]) if stored else (b"", {})

    def _note_epochs(self) -> None:
        """Notes which dossiers it concerns that what stands beside them has changed; at once: it is kept, whatever else comes of it.

        It may concern each that is not as it was published, and that was not there when it was last asked.
        """
        self.otherwise: set[str] | None = {name for name in self.entered if self.before.get(name) is None}
        key = self.kept.need("", "beside")
        if self.concerned is None:
            self.otherwise, self._epochs = None, (key, {})
        elif self.concerned != NOBODY or self.otherwise:
            if self.concerned != NOBODY:
                self.otherwise |= {*self.concerned.dossiers, *self._showing(self.concerned.sources), *self.entered, *self.pending}
                self.otherwise &= self.entries.keys()
            base, since = self._epochs
            self._epochs = base, since | dict.fromkeys(self.otherwise, key)
        else:
            return
        self.kept.put("", "epochs", packed(self._epochs))

    @cached_property
    def names_ready(self) -> bytes:
        """The names of actors and outlets, ready to be looked for."""
        stored = self.kept.get("top", "names")
        if not stored or stored[: steps.KEY] != self.common_key:
            stored = self.common_key + names_ready(self.top.actors, self.top.outlets)
            self.kept.put("top", "names", stored)
        return stored[steps.KEY :]

    @cached_property
    def common_key(self) -> bytes:
        """What all that is said of any dossier depends on."""
        return digest((self.site.publish, self.top.outlets, self.top.actors))


def _is_content(path: str) -> bool:
    """Whether a file is one of those in content/ that are read; others there are only seen, to tell that they are not."""
    return path.startswith("content/") and path.endswith(ENDINGS)


def _names_in(entry: Entry) -> set[str]:
    """Every id that a dossier uses for another."""
    return {*chain.from_iterable(named for _, named in entry.mentions), *(name for _, name, _ in entry.cites)}


def _given_by(entry: Entry | None) -> set[tuple[str, str]]:
    """Every name that a dossier gives, with its kind."""
    return {(kind, name) for kind, ids in entry.given.items() for name in ids if name} if entry else set()


def kin_of(books: Books, before: Kindred, line: Line) -> Kindred:
    """The kinships of the site, followed from how they were `before`."""
    kept, agencies_now = books.kept, agencies(books.top.outlets)
    drawer = memo.Room(kept, "kin")
    stored, outlets = kept.get("", "kin"), (agencies_now, {outlet.id: (outlet.kind or "", outlet.name) for outlet in books.top.outlets})
    last = unpacked(stored, tuple[tuple[str, ...], dict[str, tuple[str, str]]]) if stored else None
    kept.put("", "kin", packed(outlets))
    if last and last[0] == agencies_now:
        changed = books.moved.union(of_outlets(differing(last[1], outlets[1]), books.catalogue, books.entries))
    else:
        changed = books.moved | books.sources.keys()

    def carrier(source: str) -> Carrier:
        record = books.sources[source]
        outlet = books.outlets.get(record.outlet or "")
        read = record.credit, record.authors, record.url, record.title, record.deck, record.skip, outlet and (outlet.kind, outlet.name)
        using = tuple(sorted(books.users[source]))
        said = several(record.derived_from), several(record.independent_of)
        return Carrier(books.prints(source), digest((read, books.sha(source))), using, *said)

    def everything() -> dict[str, Carrier]:
        return {source: carrier(source) for source in sorted(books.sources, key=books.catalogue.order)}

    def text(source: str) -> Print:
        record = books.sources[source]
        return Print(record, books.article(source), books.outlets.get(record.outlet or ""))

    def spread(compares: Compares, asked: Sequence[Asked], batch: Callable[[Asked], Batch]) -> Iterator[tuple[Answer, ...]]:
        for piece in books.crew.map(steps.each, (compares,), Items(asked, batch)):
            yield from piece.answers

    kin = Kinfolk(drawer, spread)
    with contextlib.suppress(*BROKEN):
        books.kin_moved |= _kin_to(changed, before)
    try:
        edited = OnDemand(dict.fromkeys(changed), lambda source: carrier(source) if source in books.sources else None)
        kin.update(edited, text, everything, agencies_now)
    except BROKEN:
        drawer.clear()
        kin.update({}, text, everything, agencies_now)
    line.ran += len(kin.compared)
    found = kin.kindred()
    if kin.anew and books.holds:
        moved = set(books.sources)
    elif kin.anew:
        told, now = ({packed(one): one for one in pairs} for pairs in (books.told_kinships, kin.pairs()))
        otherwise = [told.get(key) or now[key] for key in told.keys() ^ now.keys()]
        moved = {source for one in otherwise for source in (one.one, one.other)}
    else:
        moved = set(chain.from_iterable(kin.compared))
    books.kin_moved |= moved | _kin_to({*changed, *moved}, found)
    return found


def _kin_to(sources: Iterable[str], kin: Kindred) -> set[str]:
    """All who are, or may be, of one report with any of these, by way of others too; and all who have ever been compared with them."""
    found: set[str] = set()
    for source in sources:
        if source not in found and kin.of.get(source):
            found |= members(source, kin.of, ("certain", "probable", "apart"))
    return found
