"""The flow: files → records → the site's books → what is said of each dossier → pages → output. Reading this is reading the product.

A dossier is entered (`steps.enter`), and when all are, it is told about (`steps.tell`) with what it must know of the others: its `Around`.
Both are pure functions, so an answer stands as long as what was asked is the same, and other processes can give it. Lists, actors, outlets
and the report are made of what was told, never of dossiers.
"""

from __future__ import annotations

import contextlib
import errno
import json
import marshal
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, MutableMapping, Sequence
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from site_builder import files, memo, report, steps
from site_builder.check.discretion import discreet
from site_builder.check.loose_ends import spoken_of
from site_builder.check.silences import SITE, idle, misplaced, silenced
from site_builder.check.story import check_story, unresolved
from site_builder.crew import Crew
from site_builder.ledger import Ledger, Line
from site_builder.load.seeds import inside, load_article
from site_builder.load.site import TOP, LoadedTop, folders, load_top
from site_builder.model import Account, Article, Citation, Dossier, Edition, Entry, Kin, Kinship, Rest, Source
from site_builder.noted import noted
from site_builder.problems import Placed, Problem, advised, did_you_mean, errors
from site_builder.relate.briefs import in_order, on_pages
from site_builder.relate.comparing import Print
from site_builder.relate.edition import edition, sums
from site_builder.relate.families import CERTAIN, PERHAPS, Kindred, kindred, members
from site_builder.relate.kinfolk import BROKEN, Kinfolk
from site_builder.relate.kinships import several
from site_builder.relate.rows import Carrier
from site_builder.render import lists, pages
from site_builder.render.compiled import Compiled
from site_builder.render.discovery import discovery
from site_builder.render.free import free_page, not_found, objections
from site_builder.render.page import Page, Setting
from site_builder.render.pages import Planned, Shelving
from site_builder.render.report import MOST_MEMBERS, SUMS, Reported, largest, overview_pages, reported, site_families
from site_builder.render.shown import moment, names
from site_builder.render.theme import DEFAULT, Theme, load_theme, unknown_theme
from site_builder.render.uses import template_digests
from site_builder.steps import (
    Common,
    Entered,
    Folder,
    Made,
    Order,
    Said,
    Shown,
    Told,
    Workshop,
    digest,
    make,
    packed,
    seeds_named,
    unpacked,
)
from site_builder.text.credits import agencies
from site_builder.text.passages import Passages
from site_builder.text.story import story_cites
from site_builder.verify import Around, Desk, Foreign, given, judged, leads_nowhere, loose_top, of_top, unsure

SEEDS_COMPARED = 50  # missing seeds for which the nearest name is looked for; where more are missing, the folder is
ELSEWHERE_ASKED = 50  # failed citations for which the whole site is searched; after that only the dossier
ROOMS = ("account", "listed", "reported", "voiced", "placed", "shown")  # what is kept of what was told of a dossier
UNPUBLISHED = "?"  # added to the name of a room: what was told when something was wrong, and nothing published
PATIENCE = 5  # times that a build begins anew because a file was changed while it read
MOST_FILES = 5  # that are named as reasons
WARNINGS_TOLD = 10  # of each kind by a build; `dossier check` tells all
SPARE = "spare"  # in the project's .dossier/: the site before the last one, by which the next is published quickly

Tell = Callable[[str, int, int], None]  # (what is being done, how many are done, of how many)


def quiet(_what: str, _done: int, _of: int) -> None:
    """Nobody is watching."""


class Outcome(Struct, frozen=True):
    """What a build came to."""

    problems: tuple[Placed, ...]
    answered: tuple[tuple[Placed, str], ...] = ()  # silenced warnings, each with the editor's reason
    errors: int = 0
    warnings: int = 0  # of which `problems` may hold only the first of each kind
    more: dict[str, int] = {}  # by kind, those that it does not hold
    silenced: int = 0
    counts: tuple[int, int, int] = (0, 0, 0)  # dossiers, sources, citations
    written: int = 0  # files; none if anything is wrong
    rendered: int = 0  # pages of these
    made: tuple[str, ...] = ()  # their paths
    pages: int = 0  # of the site
    folders: tuple[str, ...] = ()  # of the output
    is_scanned: bool = True  # a look at the project's files shows whether anything has changed
    citations: bytes = b""  # as JSON, where nothing was published
    edition: Edition | None = None
    families: tuple[tuple[str, ...], ...] = ()
    kinships: tuple[Kinship, ...] = ()

    def told(self) -> dict[str, Any]:
        """All of it as `dossier check --format json` tells it."""
        citations = json.loads(b"[" + self.citations + b"]")
        return report.report(self.problems, citations, self.answered, self.families, self.kinships, self.edition or report.UNKNOWN)


class ChangedError(Exception):
    """A file was changed while the build was reading."""


Stat = tuple[int, int, int, int]  # size, times of change in nanoseconds, number
Read = tuple[Stat | None, str, str]  # a file's times, and the SHA-256 of what it held or why it can't be read


def _stock(stored: bytes | None) -> tuple[int, dict[str, Read]]:
    """When files were last looked at, and how they were then."""
    if stored is None:
        return 0, {}
    at, odd, listed = unpacked(stored, tuple[int, list[tuple[bytes, Read]], dict[str, Read]])
    return at, listed | {path.decode("utf-8", "surrogateescape"): one for path, one in odd}


def _stocked(at: int, listed: Mapping[str, Read]) -> bytes:
    """The same as bytes. A name that is not UTF-8 stands as the disk has it."""
    odd = [path for path in listed if not path.isascii() and _is_odd(path)]
    plain = {path: one for path, one in listed.items() if path not in odd} if odd else listed
    return msgspec.msgpack.encode((at, [(_as_on_disk(path), listed[path]) for path in odd], plain))


def _as_on_disk(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")


def _is_odd(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return True
    return False


class Shelf:
    """The project's files: which have changed since the last build, and what they hold."""

    def __init__(self, root: Path, kept: memo.Memo) -> None:
        self.root = root
        self._bytes: dict[str, bytes] = {}
        at = memo.now()
        before_at, before = _stock(kept.get("", "files"))
        self.files: dict[str, Read] = {}
        self.changed: set[str] = set()
        young = before_at - memo.UNSURE
        for path, stat in files.inputs(root).items():
            old = before.get(path)
            if old is None or stat is None or old[0] != stat or stat[1] > young or stat[2] > young:
                now = self._read(path, stat)
                if old is None or old[1:] != now[1:]:
                    self.changed.add(path)
                old = now
            self.files[path] = old
        for path in before.keys() - self.files.keys():
            self.changed.add(path)
            if before[path][0] is None:  # no scan shows it
                self.seed(path.removeprefix("seeds/"))
                if self.files.get(path, (None, "", ""))[1:] == before[path][1:]:
                    self.changed.discard(path)
        self.read = len(self._bytes)
        kept.put("", "files", _stocked(at, self.files))

    def _read(self, path: str, stat: Stat | None) -> Read:
        try:
            folder, _, inside_of = path.partition("/")
            stored = files.read(self.root / folder, inside_of)
        except files.UnreadableError as error:
            return stat, "", str(error)
        self._bytes[path] = stored
        return stat, sha256(stored).hexdigest(), ""

    def below(self, folder: str) -> list[str]:
        """The readable files of a folder, by path from there, sorted."""
        start = f"{folder}/"
        return sorted(path.removeprefix(start) for path, one in self.files.items() if path.startswith(start) and not one[2])

    def seed(self, name: str) -> bytes | str:
        """What a seed holds, or why it can't be read."""
        path = f"seeds/{name}"
        one = self.files.get(path)
        if one is None:
            try:
                files.read(self.root / "seeds", name)  # a name that no scan shows: it may lead out, or be no plain file
            except files.UnreadableError as error:
                return str(error)
            return self._outside(path)
        return one[2] or self.bytes(path)

    def _outside(self, path: str) -> bytes | str:
        """A seed that a source names though no listing shows it: hidden, or an editor's backup."""
        one = self.files[path] = self._read(path, None)
        return one[2] or self.bytes(path)

    @property
    def is_scanned(self) -> bool:
        """Whether a scan shows all that was read."""
        return all(one[0] for one in self.files.values())

    def bytes(self, path: str) -> bytes:
        """What a file holds: what was read of it when it was last looked at."""
        if path not in self._bytes:
            folder, _, inside_of = path.partition("/")
            try:
                stored = files.read(self.root / folder, inside_of)
            except files.UnreadableError as error:
                raise ChangedError from error
            if sha256(stored).hexdigest() != self.files[path][1]:
                raise ChangedError
            self._bytes[path] = stored
        return self._bytes[path]

    def unreadable(self, folder: str) -> list[Problem]:
        """The files below a folder that can't be read."""
        found = []
        for path, one in self.files.items():
            if one[2] and path.startswith(f"{folder}/"):
                why = "is a link that leads out of its folder" if one[2] == "leaves" else "can't be read"
                found.append(Problem(path, "unreadable", f"this file {why}", "put the file itself here", line=1, column=1))
        return found


class Books:
    """Everything known of a site's dossiers. What is worked out is remembered, and what is remembered is not worked out again."""

    def __init__(self, root: Path, kept: memo.Memo, crew: Crew, ledger: Ledger, tell: Tell, base_url: str | None) -> None:
        self.root, self.kept, self.crew, self.ledger, self.say = root, kept, crew, ledger, tell
        self.base_url = base_url
        with ledger.step("look at files") as line:
            self.shelf = Shelf(root, kept)
            line.asked, line.ran = len(self.shelf.files), self.shelf.read
        with ledger.step("read site.yaml, actors.yaml, outlets.yaml, pages"):
            self._read_top()
        self._enter()
        self._note_names()
        self._note_kin()

    # ── reading and entering ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _read_top(self) -> None:
        names_of_files = self.shelf.below("content")
        self.ids, misplaced_files = folders(names_of_files)
        own = [name for name in names_of_files if name in TOP or name.startswith("pages/")]
        key = digest([(name, self.shelf.files[f"content/{name}"][1]) for name in own])
        stored = self.kept.get("top", "content")
        if stored and stored[: steps.KEY] == key:
            self.top = unpacked(stored[steps.KEY :], LoadedTop)
        else:
            self.top = load_top({name: self.shelf.bytes(f"content/{name}") for name in own})
            self.kept.put("top", "content", key + packed(self.top))
        self.site = replace(self.top.site, base_url=self.base_url) if self.base_url is not None else self.top.site
        self.outlets = {outlet.id: outlet for outlet in self.top.outlets}
        self.actors = {actor.id: actor for actor in self.top.actors}
        self.read_problems = [*self.shelf.unreadable("content"), *misplaced_files]

    def _enter(self) -> None:
        """Sees to it that every dossier is in the books as its files are now."""
        inside_of: dict[str, list[str]] = defaultdict(list)
        for name in self.shelf.below("content"):
            folder, _, rest = name.partition("/")
            inside_of[folder].append(rest)
        self.inside_of = inside_of
        self._entries = self.kept.all("entry")
        self.gone = self._entries.keys() - set(self.ids)
        for gone in self.gone:
            for room in ("entry", "rests", "foreign", "prints"):
                self.kept.drop(room, gone)
        self.entries: dict[str, Entry] = {}
        users: dict[str, list[str]] = defaultdict(list)
        for name in self.ids:
            if name in self._entries:
                entry = self.entries[name] = unpacked(self._entries[name], Entry)
                for source in entry.sources:
                    users[f"seeds/{inside(source.file)}"].append(name)
        changed = {path.split("/")[1] for path in self.shelf.changed if path.startswith("content/")}
        changed |= {name for path in self.shelf.changed for name in users.get(path, ())}
        new = [name for name in self.ids if name in changed or name not in self.entries]
        self._named: dict[str, tuple[str, ...]] = {}
        self.moved: set[str] = set()  # sources that may be different since the last build
        self.kin_moved: set[str] = set()  # those whose kin, or whose family, may be
        self.entered: set[str] = set()  # dossiers
        self.before = {name: unpacked(self._entries[name], Entry) for name in (*self.gone, *new) if name in self._entries}
        for entry in self.before.values():
            self.moved.update(source.id for source in entry.sources)
        self.ledger.asked("enter a dossier", len(self.ids) - len(new))
        self._enter_all(new)
        self.entries = {name: self.entries[name] for name in self.ids}

    def _enter_all(self, wanted: list[str]) -> None:
        for name in wanted:
            listed = self.inside_of[name]
            stored = self.shelf.bytes(f"content/{name}/sources.yaml") if "sources.yaml" in listed else b""
            self._named[name] = tuple(sorted(seeds_named(stored)))
        self.ledger.asked("enter a dossier", len(wanted))
        done = 0
        while wanted:
            missing = []
            for name, entered in zip(
                wanted, self.work("enter a dossier", steps.enter, (), [self.folder(one) for one in wanted]), strict=True
            ):
                if entered.wanted:
                    self._named[name] = (*self._named[name], *entered.wanted)
                    missing.append(name)
                    continue
                self._note(name, entered)
                done += 1
                self.say("reading dossiers", done, len(wanted))
            wanted = missing

    def _note(self, name: str, entered: Entered) -> None:
        if name not in self.before and name in self._entries:
            self.before[name] = unpacked(self._entries[name], Entry)
        entry = self.entries[name] = unpacked(entered.entry, Entry)
        self.entered.add(name)
        self.moved.update(source.id for source in entry.sources)
        self.kept.put("entry", name, entered.entry)
        self.kept.put("rests", name, entered.rests)
        self.kept.put("prints", name, packed(entered.prints))
        self.kept.drop("foreign", name)
        self._named[name] = tuple(dict.fromkeys(inside(source.file) for source in entry.sources))

    def folder(self, name: str) -> Folder:
        """A dossier's folder with the seeds that it names."""
        own = {inside_of: self.shelf.bytes(f"content/{name}/{inside_of}") for inside_of in self.inside_of[name]}
        named = self._named[name] if name in self._named else dict.fromkeys(inside(one.file) for one in self.entries[name].sources)
        return Folder(name, self._key(name, named), own, {seed: self.shelf.seed(seed) for seed in named})

    def _key(self, name: str, seeds: Iterable[str]) -> bytes:
        """What tells whether a dossier's files are the same."""
        known = self.shelf.files
        own = [(inside_of, known[f"content/{name}/{inside_of}"][1]) for inside_of in self.inside_of[name]]
        found = ((seed, known.get(f"seeds/{seed}")) for seed in dict.fromkeys(seeds))
        return digest((name, own, sorted((seed, one and one[1:]) for seed, one in found)))

    def work(self, name: str, step: Callable[..., Sequence[Any]], first: tuple[Any, ...], items: Sequence[Any]) -> Iterator[Any]:
        """The answers of a step, one by one, noted in the ledger."""
        for piece in self.crew.map(step, first, items):
            self.ledger.worked(name, piece.process, piece.start, piece.end, len(piece.answers))
            yield from piece.answers

    # ── what the books say together ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _note_names(self) -> None:
        """Which dossiers have each source, and what every id stands for."""
        with self.ledger.step("names"):
            self.sources: dict[str, Source] = {}
            self.users: dict[str, list[str]] = {}
            for entry in self.entries.values():
                for source in entry.sources:
                    self.sources.setdefault(source.id, source)
                    sharing = self.users.setdefault(source.id, [])
                    if entry.id not in sharing:
                        sharing.append(entry.id)
            self._cite_foreign()
            self.known, self.twice = given(self.top, self.entries.values())
            self.unsure = tuple(sorted(unsure(self.top, self.entries.values())))

    def foreign(self, entry: Entry) -> list[str]:
        """The sources of other dossiers whose words the dossier cites."""
        own = {source.id for source in entry.sources}
        named = [name for name, kinds in entry.mentions if kinds == ("source",) and name not in own]
        named += [name for kind, name, words in entry.cites if words and kind in ("", "source") and name not in own]
        return [name for name in dict.fromkeys(named) if name in self.sources]

    def _cite_foreign(self) -> None:
        """Dossiers that cite sources of others are entered again, with these."""
        self.foreigners: dict[str, list[str]] = {}
        again, keys, before = [], {}, self.kept.all("foreign")
        for entry in self.entries.values():
            names_cited = self.foreign(entry)
            if names_cited:
                self.foreigners[entry.id] = names_cited
            key = digest([(name, self.sources[name], self.sha(name)) for name in names_cited]) if names_cited else b""
            if key != before.get(entry.id, b""):
                again.append(entry.id)
                keys[entry.id] = key
        items = [steps.Citing(self.folder(name), {one: self._foreign(one) for one in self.foreigners.get(name, ())}) for name in again]
        for name, entered in zip(again, self.work("enter a dossier", steps.enter_citing, (), items), strict=True):
            self._note(name, entered)
            self.kept.put("foreign", name, keys[name])

    def sha(self, source: str) -> str:
        one = self.shelf.files.get(f"seeds/{inside(self.sources[source].file)}")
        return one[1] or one[2] if one else ""

    def _foreign(self, source: str) -> Foreign:
        stored = self.shelf.seed(inside(self.sources[source].file))
        return Foreign(self.sources[source], stored if isinstance(stored, bytes) else None)

    def rests_of(self, dossier: str) -> tuple[Rest, ...]:
        """What rests on the citations of a dossier."""
        if dossier not in self._rests:
            stored = self.kept.get("rests", dossier)
            self._rests[dossier] = unpacked(stored, tuple[Rest, ...]) if stored else ()
        return self._rests[dossier]

    @cached_property
    def _rests(self) -> dict[str, tuple[Rest, ...]]:
        return {}

    @cached_property
    def touching(self) -> dict[str, list[str]]:
        """The dossiers that have or cite each source, in order, for sources of which this is more than one."""
        of = {source: list(sharing) for source, sharing in self.users.items()}
        for dossier, cited in self.foreigners.items():
            for source in cited:
                of[source] = sorted({*of[source], dossier})
        return {source: touching for source, touching in of.items() if len(touching) > 1}

    def rests_on(self, source: str) -> tuple[Rest, ...]:
        """What rests on a source, over all dossiers and pages, in the order of its text."""
        touching = self.touching.get(source) or self.users[source]
        found = (rest for dossier in touching for rest in self.rests_of(dossier) if rest.source == source)
        return in_order((*found, *self.on_pages.get(source, ())))

    def prints(self, source: str) -> bytes | None:
        """A source's fingerprints; None if its article can't be read."""
        dossier = self.users[source][0]
        if dossier not in self._prints:
            self._prints[dossier] = unpacked(self.kept.get("prints", dossier) or b"\x80", dict[str, bytes])
        return self._prints[dossier].get(source)

    @cached_property
    def _prints(self) -> dict[str, dict[str, bytes]]:
        return {}

    def article(self, source: str) -> Article | None:
        """A source's article, read anew."""
        foreign = self._foreign(source)
        return load_article("", (), foreign.source, foreign.stored)[0] if foreign.stored is not None else None

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
        known = self.shelf.files
        own = {path: one[1] for path, one in known.items() if path.startswith("content/") and not one[2]}
        seeds = (f"seeds/{inside(source.file)}" for source in self.sources.values())
        return own | {seed: known[seed][1] for seed in seeds if seed in known and not known[seed][2]}

    # ── free pages ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def _judged_pages(self) -> tuple[tuple[Citation, ...], tuple[Problem, ...]]:
        """The citations of free pages, and what is wrong with the pages."""
        citations: list[Citation] = []
        problems: list[Problem] = list(objections(self.top.pages))
        library = _Library(self)
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

    def _note_kin(self) -> None:
        """Which sources are, or may be, one report with others. At once: what an edit moves is kept with it, whatever else comes of it."""
        with self.ledger.step("kin", len(self.sources), 0) as line:
            self.kin = kin_of(self, line)
        if self.kin_moved or self.kept.get("kinships", "all") is None:
            pairs = {tuple(sorted((one.one, one.other))): one for source in self.kin.of for one in self.kin.of[source]}
            self.kinships = tuple(pairs[pair] for pair in sorted(pairs))
            self.kept.put("kinships", "all", packed(self.kinships))

    @cached_property
    def told_kinships(self) -> tuple[Kinship, ...]:
        """The same as they were at the last build."""
        return unpacked(self.kept.get("kinships", "all") or b"\x90", tuple[Kinship, ...])

    @cached_property
    def kinships(self) -> tuple[Kinship, ...]:
        """Every pair of sources that are, or may be, one report, in order."""
        return self.told_kinships

    def families_of(self, sources: Iterable[str], joining: Collection[Kin]) -> tuple[tuple[str, ...], ...]:
        """The families of more than one source to which any of these belong, each in the order of the site."""
        found: dict[str, tuple[str, ...]] = {}
        for source in sources:
            if source not in found and self.kin.of.get(source):
                family = [one for one in members(source, self.kin.of, joining) if one in self.sources]
                ordered = tuple(sorted(family, key=self._order.__getitem__))
                found |= dict.fromkeys(ordered, ordered) if len(ordered) > 1 else {}
        return tuple(dict.fromkeys(found.values()))

    @cached_property
    def _order(self) -> dict[str, int]:
        return {source: n for n, source in enumerate(self.sources)}

    @cached_property
    def families(self) -> tuple[tuple[str, ...], ...]:
        """All families of sources that certainly carry one report."""
        related = {source for one in self.kinships if one.kin == "certain" for source in (one.one, one.other)}
        return self.families_of(sorted(related & self.sources.keys(), key=self._order.__getitem__), CERTAIN)

    @cached_property
    def spoken_of(self) -> set[str]:
        """The sources of which a summary, a page or another source says something."""
        cites = {name for entry in self.entries.values() for _, name, _ in entry.cites}
        cites |= {cite.id for page in self.top.pages for cite in story_cites(page.body)}
        return spoken_of(cites, self.sources.values())

    @cached_property
    def suspects(self) -> set[str]:
        """The dossiers of which something else may have to be said than in the last build: one that is not among them is as it was."""
        key = digest((self.common_key, self.unsure, self.top.site.silence, self.top.pages, self.page_citations))
        if self.kept.get("", "common") != key:
            self.kept.put("", "common", key)
            return set(self.ids)
        sources, names_moved = set(self.moved), set[tuple[str, str]]()
        for name in {*self.gone, *self.before, *self.entered}:
            old, new = self.before.get(name), self.entries.get(name)
            for entry in filter(None, (old, new)):
                sources.update(name for name, kinds in entry.mentions if kinds == ("source",))
                sources.update(name for kind, name, _ in entry.cites if kind in ("", "source"))
            given_before = {(kind, one) for kind, one, _ in old.given} if old else set()
            names_moved |= given_before ^ ({(kind, one) for kind, one, _ in new.given} if new else set())
        kin = (one for source in sources for one in self.kin.of.get(source, ()))  # what rests on these is shown beside them
        sources |= {name for one in [*kin] for name in (one.one, one.other)}
        sources |= self.kin_moved
        found = {user for source in sources for user in (*self.users.get(source, ()), *self.touching.get(source, ()))}
        found |= {name for name, cited in self.foreigners.items() if not sources.isdisjoint(cited)}
        known = {name for _, name in names_moved}
        for entry in self.entries.values() if known or sources else ():
            if any(name in known or name in sources for name, _ in entry.mentions) or any(name in known for _, name, _ in entry.cites):
                found.add(entry.id)
        return found | self.entered

    # ── one dossier among the others ─────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def troubled(self) -> set[str]:
        """The dossiers in which something is wrong."""
        if self.kept.get("", "clean") is None:  # else none of those that are as they were can be so
            return {entry.id for entry in self.entries.values() if not entry.sound or leads_nowhere(entry, self.known)}
        pending = unpacked(self.kept.get("", "pending") or b"\x90", tuple[str, ...])
        looked_at = (self.entries[name] for name in {*self.suspects, *pending} if name in self.entries)
        return {entry.id for entry in looked_at if not entry.sound or leads_nowhere(entry, self.known)}

    def beside(self, dossiers: Iterable[str]) -> set[str]:
        """The dossiers that share a source with any of these."""
        return {user for name in dossiers for source in self.entries[name].sources for user in self.users[source.id]}

    def around(self, dossier: str) -> Around:
        """What must be known of the rest of the site to say all about one dossier."""
        entry = self.entries[dossier]
        own = list(dict.fromkeys(source.id for source in entry.sources))
        cited = self.foreigners.get(dossier, [])
        said_of = [name for name, kinds in entry.mentions if kinds == ("source",) and name in self.sources]
        here = list(dict.fromkeys((*own, *cited, *said_of)))
        kin = list({(one.one, one.other): one for source in here for one in self.kin.of.get(source, ())}.values())
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
            rests={source: self.rests_on(source) for source in dict.fromkeys((*with_others, *(one for one in peers if one not in own)))},
            heard={source: tuple(found) for source, found in heard.items()},
            named=tuple(source for source in owned if source in self.spoken_of),
            silences={file: found for file in files_of if (found := self._silences(file))},
            sound=not self.troubled.intersection(chain((dossier,), chain.from_iterable(sharing.values()))),
        )

    def _known_to(self, entry: Entry) -> dict[str, dict[str, str]]:
        """What the ids mean that the dossier uses."""
        used = {name for name, _ in entry.mentions} | {name for _, name, _ in entry.cites}
        return {kind: {name: table[name] for name in sorted(used) if name in table} for kind, table in self.known.items()}

    def _silences(self, file: str) -> tuple[Any, ...]:
        return self.top.site.silence if file == SITE else self.entries[file.split("/")[1]].cover.silence

    def told_key(self, dossier: str, around: bytes) -> bytes:
        """What tells whether all that is said of a dossier would be said alike."""
        seeds = [inside(source.file) for source in self.entries[dossier].sources]
        return digest((self._key(dossier, seeds), around, self.common_key))

    @cached_property
    def common_key(self) -> bytes:
        """What all that is said of any dossier depends on."""
        return digest((self.site.publish, self.top.outlets, self.top.actors))


def kin_of(books: Books, line: Line) -> Kindred:
    """The kinships of the site, followed from the last build to this one."""
    kept, agencies_now = books.kept, agencies(books.top.outlets)
    drawer = _Drawer(kept)
    outlets = digest(books.top.outlets)
    changed = books.moved | books.sources.keys() if kept.get("", "kin") != outlets else books.moved
    kept.put("", "kin", outlets)

    def carrier(source: str) -> Carrier:
        record = books.sources[source]
        outlet = books.outlets.get(record.outlet or "")
        read = record.credit, record.authors, record.url, record.title, record.deck, record.skip, outlet and (outlet.kind, outlet.name)
        using = tuple(sorted(books.users[source]))
        said = several(record.derived_from), several(record.independent_of)
        return Carrier(books.prints(source), digest((read, books.sha(source))), using, *said)

    def everything() -> dict[str, Carrier]:
        return {source: carrier(source) for source in books.sources}

    def text(source: str) -> Print:
        record = books.sources[source]
        return Print(record, books.article(source), books.outlets.get(record.outlet or ""))

    kin = Kinfolk(drawer)
    with contextlib.suppress(*BROKEN):
        books.kin_moved |= _kin_to(changed, kindred(books.told_kinships))
    try:
        edited = {source: carrier(source) if source in books.sources else None for source in changed}
        kin.update(edited, text, everything, agencies_now)
    except BROKEN:
        drawer.clear()
        kin.update({}, text, everything, agencies_now)
    line.ran += len(kin.compared)
    found = kin.kindred()
    if kin.anew:
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


class _Drawer(MutableMapping[str, bytes]):
    """The rows of a room of the memory."""

    ROOM = "kin"

    def __init__(self, kept: memo.Memo) -> None:
        self._kept = kept

    def __getitem__(self, name: str) -> bytes:
        stored = self._kept.get(self.ROOM, name)
        if stored is None:
            raise KeyError(name)
        return stored

    def __setitem__(self, name: str, value: bytes) -> None:
        self._kept.put(self.ROOM, name, value)

    def __delitem__(self, name: str) -> None:
        self._kept.drop(self.ROOM, name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept.names(self.ROOM))

    def __len__(self) -> int:
        return len(self._kept.names(self.ROOM))

    def clear(self) -> None:
        for name in self._kept.names(self.ROOM):
            self._kept.drop(self.ROOM, name)


class _Library(Mapping[str, Passages]):
    """All articles of a site, each read when it is asked for."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._read: dict[str, Passages | None] = {}

    def __getitem__(self, source: str) -> Passages:
        if source not in self._read:
            article = self._books.article(source) if source in self._books.sources else None
            self._read[source] = Passages(article) if article else None
        found = self._read[source]
        if found is None:
            raise KeyError(source)
        return found

    def __iter__(self) -> Iterator[str]:
        return (source for entry in self._books.entries.values() for source in entry.read)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def where(self) -> Callable[[str], str]:
        """Where on the site words stand; asked for the first failures only, since it looks into every article."""
        asked = 0

        def where(words: str) -> str:
            nonlocal asked
            asked += 1
            if asked > ELSEWHERE_ASKED:
                return ""
            having = [source for source in dict.fromkeys(self) if source in self and self[source].find(words)][:3]
            return f"they stand in {', '.join(repr(source) for source in having)}" if having else ""

        return where


class Reason(Struct, frozen=True):
    """Why a page was made again. Times in nanoseconds; `since` is 0 for a new page."""

    at: int
    since: int
    changed: tuple[str, ...]  # what it is made of, as far as that has changed
    files: tuple[str, ...]


class TopSaid(NamedTuple):
    """What is said of what stands in no dossier."""

    problems: tuple[Placed, ...]
    answered: tuple[tuple[Placed, str], ...]


class Telling:
    """What is said of every dossier and of the site, remembered or worked out, and the pages that show it."""

    def __init__(self, books: Books, common: Common, *, fresh: bool, into: str) -> None:
        self.books, self.kept = books, books.kept
        self.common = common
        self.fresh = fresh  # nothing is there yet: every page has to be made
        self.into = into  # the folder for what is made; none if nothing is to be
        self.shop = Workshop(common)
        self.page_key = digest((common.setting, common.templates))
        self.made: dict[str, list[Made]] = {}  # by unit: what was planned anew
        self.gone: set[str] = set()  # files that are made no longer
        self.wrong: list[Problem] = []
        self.changed: set[str] = set()  # rooms in which something is said otherwise than before
        self.heard: set[str] = set()  # actors who are heard otherwise
        self._rooms: dict[str, dict[str, Any]] = {}
        self._whole = int.from_bytes(self.kept.get("", "whole") or b"", "big")  # when all pages were made
        if fresh and into:
            self.kept.put("", "whole", memo.now().to_bytes(8, "big"))
            for path in self.kept.names("why"):
                self.kept.drop("why", path)
        self._unpublished: set[str] = set()
        stored = None if fresh else self.kept.get("", "pages made")
        self.pages, self.addresses = unpacked(stored, tuple[int, set[str]]) if stored else (0, set())
        self.moved = False  # whether search engines are to be told of other pages
        if fresh and into:
            for unit in self.kept.names("made"):
                self.kept.drop("made", unit)

    # ── dossiers ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

    def dossiers(self) -> None:
        """Says all about every dossier of which not all is said, or whose pages are not there."""
        books = self.books
        for gone in sorted({*self.kept.names("told")} - {*books.ids}) if self.into else ():
            self.changed.update(ROOMS)
            self._note_voices(self.kept.get("voiced", gone), None)
            self.noted(f"dossier:{gone}", ())
            for room in ("told", *ROOMS):
                self.kept.drop(room, gone)
        if self.into:
            self._forget_unpublished()
        orders, keys = self._orders()
        books.ledger.asked("tell about a dossier", len(books.ids))
        sound = [order for order in orders if order.folder.id not in books.troubled]
        common = packed(self.common)
        elsewhere = not books.crew.shares_disk or not self.into
        step, first = (steps.tell, (common,)) if elsewhere else (tell_here, (self.into, common))
        for n, (order, told) in enumerate(zip(sound, books.work("tell about a dossier", step, first, sound), strict=True), 1):
            books.say("checking and rendering", n, len(sound))
            self._note(order.folder.id, told, keys[order.folder.id])
        self._explain([order for order in orders if order.folder.id in books.troubled])

    def _orders(self) -> tuple[list[Order], dict[str, bytes]]:
        """What is to be told, and the keys of all answers. Which of the two kinds of answer stands is noted in `_unpublished`."""
        books, stored, unpublished = self.books, self.kept.all("told"), self.kept.all(f"told{UNPUBLISHED}")
        orders, keys = [], {}
        pending = unpacked(self.kept.get("", "pending") or b"\x90", tuple[str, ...])
        suspects = {*books.suspects, *pending, *books.beside(books.troubled)}
        self.kept.put("", "pending", packed(() if self.into else tuple(sorted(suspects))))
        with books.ledger.step("what lies round each dossier", len(books.ids), 0) as line:
            for name in books.ids:
                if not self.fresh and name not in suspects and stored.get(name, b"")[steps.KEY :] == self.page_key:
                    continue
                line.ran += 1
                around = packed(books.around(name))
                keys[name] = books.told_key(name, around) + (self.page_key if self.into else b"")
                if not self.fresh and stored.get(name, b"").startswith(keys[name]):
                    continue
                if not self.into:
                    self._unpublished.add(name)
                    if unpublished.get(name) == keys[name]:
                        continue
                orders.append(Order(books.folder(name), around, self._known(f"dossier:{name}")))
        return orders, keys

    def _forget_unpublished(self) -> None:
        """What was told when nothing could be published is told again when it can."""
        for room in ("told", *ROOMS):
            for name in self.kept.all(f"{room}{UNPUBLISHED}"):
                self.kept.drop(f"{room}{UNPUBLISHED}", name)

    def _explain(self, orders: Sequence[Order]) -> None:
        """What is wrong in dossiers, with all the site at hand to say what may be meant."""
        if not orders:
            return
        books = self.books
        missing = sum(isinstance(seed, str) for order in orders for seed in order.folder.seeds.values())
        among = tuple(books.shelf.below("seeds")) if missing < SEEDS_COMPARED else ()
        elsewhere, shop = _Library(books).where(), Workshop(replace(self.common, templates={}))
        for order in orders:
            around = replace(unpacked(order.around, Around), known={kind: dict(table) for kind, table in books.known.items()})
            told = steps.told(order._replace(around=packed(around)), shop, among, elsewhere)
            self._note(order.folder.id, told, b"")

    def _note(self, name: str, told: Told, key: bytes) -> None:
        if not self.into:
            for room in ROOMS:
                self.kept.put(f"{room}{UNPUBLISHED}", name, getattr(told, room))
            self.kept.put(f"told{UNPUBLISHED}", name, key)
            return
        for room in ROOMS:
            value, before = getattr(told, room), self.kept.get(room, name)
            if before != value:
                self.kept.put(room, name, value)
                self.changed.add(room)
                if room == "voiced":
                    self._note_voices(before, value)
        self.wrong += told.wrong
        self._put(told.files)
        self.noted(f"dossier:{name}", told.planned)
        self.kept.put("told", name, key)

    def _note_voices(self, before: bytes | None, now: bytes | None) -> None:
        """Notes which actors are heard otherwise."""
        said = [unpacked(stored, dict[str, msgspec.Raw]) if stored else {} for stored in (before, now)]
        self.heard |= {actor for actor in said[0].keys() | said[1].keys() if said[0].get(actor) != said[1].get(actor)}

    # ── the site ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

    def site(self, top: TopSaid, told: Edition) -> None:
        """Everything that is made of what was told of dossiers: lists, actors, outlets, the report, and what programs look for."""
        books = self.books
        accounts: dict[str, Account] = self.all("account", Account)
        key = digest((self.page_key, books.top.actors, books.top.outlets))
        everything = self.fresh or self.kept.get("", "pages") != key
        self.kept.put("", "pages", key)
        ordered = lists.newest_first([one.brief for one in accounts.values()])
        if everything or not self.changed.isdisjoint(("account", "listed")):
            self._lists(accounts)
        self._portraits(accounts, everything=everything)
        about = digest((top, told.date, told.checked))
        if everything or books.kin_moved or not self.changed.isdisjoint(("account", "reported")) or self.kept.get("", "report") != about:
            self._report([accounts[one.id] for one in ordered], top, told)
            self.kept.put("", "report", about)
        self._arranged("pages", self._free_pages())
        if everything or self.moved or "account" in self.changed:
            theme = self.shop.theme
            found = dict(discovery(books.site, ordered, self.addresses, theme))
            found |= {path: theme.assets[name] for name, path in theme.addresses.items()}
            self.unit("files", [_file(path, content) for path, content in found.items()])

    def _lists(self, accounts: Mapping[str, Account]) -> None:
        books, setting = self.books, self.common.setting
        listed = list(chain.from_iterable(self.all("listed", tuple[lists.Listed, ...]).values()))
        spoke: dict[str, tuple[int, int]] = {}
        for actor, (quotes, reactions) in chain.from_iterable(one.spoke.items() for one in accounts.values()):
            before = spoke.get(actor, (0, 0))
            spoke[actor] = (before[0] + quotes, before[1] + reactions)
        published: dict[str, list[lists.Listed]] = defaultdict(list)
        for one in listed:
            published[one.outlet].append(one)
        counts = {outlet: len(found) for outlet, found in published.items()}
        self._arranged("dossiers", lists.index_pages(setting, [one.brief for one in accounts.values()]))
        self._arranged("sources", lists.source_pages(setting, listed) if listed else ())
        self._arranged("actors", lists.actor_pages(setting, books.top.actors, spoke) if books.actors else ())
        self._arranged("outlets", lists.outlet_pages(setting, books.top.outlets, counts) if books.outlets else ())
        for outlet in books.top.outlets:
            self._arranged(f"outlet:{outlet.id}", [lists.outlet_page(setting, outlet, published[outlet.id])])
        self._forget("outlet", books.outlets)

    def _portraits(self, accounts: Mapping[str, Account], *, everything: bool) -> None:
        """The pages of actors who are heard otherwise, or of all."""
        books = self.books
        wanted = [actor.id for actor in books.top.actors if everything or actor.id in self.heard]
        heard: dict[str, list[bytes]] = {actor: [] for actor in wanted}
        for name, account in accounts.items():
            if wanted and not heard.keys().isdisjoint(account.spoke):
                said = unpacked(self.kept.get("voiced", name) or b"\x80", dict[str, msgspec.Raw])
                for actor in account.spoke.keys() & heard.keys():
                    heard[actor].append(bytes(said[actor]))
        items = [steps.Portrait(actor, said, self._known(f"actor:{actor}")) for actor, said in heard.items()]
        elsewhere = not books.crew.shares_disk
        step, first = (steps.portray, (packed(self.common),)) if elsewhere else (portray_here, (self.into, packed(self.common)))
        books.ledger.asked("portray an actor", len(books.actors))
        for actor, painted in zip(wanted, books.work("portray an actor", step, first, items), strict=True):
            self._put(painted.files)
            self.wrong += painted.wrong
            self.noted(f"actor:{actor}", painted.planned)
        if everything:
            self._forget("actor", books.actors)

    def _report(self, accounts: Sequence[Account], top: TopSaid, told: Edition) -> None:
        books = self.books
        kinds = {"content/actors.yaml": "actors", "content/outlets.yaml": "outlets"}
        names_of = {file: {row: name for name, row in books.top.rows[kind].ids} for file, kind in kinds.items()}
        said = [noted(one, names_of, {}) for one in top.problems], [noted(one, names_of, {}, reason) for one, reason in top.answered]
        own = reported((), *said, Shelving("full", ()).shelf({}, {}, {}), {})
        groups = books.families
        called = {source: books.called(source) for family in largest(groups) for source in family[:MOST_MEMBERS]}
        families_told = site_families(len(books.sources), groups, called)
        parts = [own, *self.all("reported", Reported).values()]
        self._arranged("report", overview_pages(self.common.setting, accounts, parts, told, families_told))

    def _free_pages(self) -> Iterator[Page]:
        books = self.books
        for page in books.top.pages:
            cites = {cite.id for cite in story_cites(page.body)}
            cited = {source: books.sources[source] for source in sorted(cites) if source in books.sources}
            shelf = self.shop.shelving.shelf(cited, {source: books.called(source) for source in cited}, {})
            yield free_page(self.common.setting, page, shelf, self._records(cites), books.page_citations)
        yield not_found(self.common.setting)

    def _records(self, ids: Iterable[str]) -> dict[tuple[str, str], str]:
        """In which dossier each cited record stands."""
        records = {}
        for name in ids:
            for kind in ("quote", "figure", "reaction", "event", "claim"):
                dossier = self.books.known[kind].get(name, "").split("/")[1:2]
                if dossier and any(rest.kind == kind and rest.id == name for rest in self.books.rests_of(dossier[0])):
                    records[kind, name] = dossier[0]
        return records

    # ── making ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _arranged(self, unit: str, arranged: Iterable[Page]) -> None:
        """Pages that are arranged at once, each with its twin apart: often only one of the two changes."""
        listed = list(arranged)
        planned = [pages.arranged(page) for page in listed] + [pages.twin_of(page) for page in listed if page.twin is not None]
        self.unit(unit, planned)

    def unit(self, name: str, planned: Iterable[Planned]) -> None:
        """Makes pages and files here."""
        made: dict[str, bytes] = {}
        known = self._known(name)
        with self.books.ledger.step("lists and reports", 0) as line:
            done = [make(one, self.shop, known, made, self.wrong) for one in planned]
            line.asked += len(done)
            line.ran += sum(one.rendered for one in done)
        self._put(made)
        self.noted(name, done)

    def _put(self, made: Mapping[str, bytes]) -> None:
        for path, content in made.items():
            files.put(self.into, path, content)

    def _known(self, unit: str) -> dict[str, bytes]:
        """The keys of a unit's files, if these are there."""
        return {} if self.fresh else {one.path: one.key for one in self._made(unit)}

    def _made(self, unit: str) -> tuple[Made, ...]:
        stored = self.kept.get("made", unit)
        return unpacked(stored, tuple[Made, ...]) if stored else ()

    def noted(self, unit: str, planned: Iterable[Made]) -> None:
        """Notes what a unit is made of now; of what was not made again, the rest stays as it was noted."""
        before = {} if self.fresh else {one.path: one for one in self._made(unit)}
        now = self.made[unit] = [one if one.rendered else replace(before[one.path], rendered=False) for one in planned]
        if not self.fresh:
            self._note_reasons(unit, before, now)
        self.gone |= {path for one in before.values() for path in one.paths} - {path for one in now for path in one.paths}
        self.pages += sum(one.is_page for one in now) - sum(one.is_page for one in before.values())
        old, new = ({one.address for one in planned if one.address} for planned in (before.values(), now))
        if old != new:
            self.addresses = (self.addresses - old) | new
            self.moved = True
        if now:
            self.kept.put("made", unit, packed([replace(one, rendered=False) for one in now]))
        else:
            self.kept.drop("made", unit)

    def _note_reasons(self, unit: str, before: Mapping[str, Made], now: Iterable[Made]) -> None:
        """Notes why pages were made again, for those who ask."""
        for one in now:
            if one.rendered and one.is_page:
                old = before[one.path].inputs if one.path in before else {}
                names_changed = tuple(name for name, key in one.inputs.items() if old and old.get(name) != key)
                last = self.kept.get("why", one.path)
                since = unpacked(last, Reason).at if last else self._whole
                reason = Reason(memo.now(), since if old else 0, names_changed, self._changed_files(unit))
                self.kept.put("why", one.path, packed(reason))

    def _changed_files(self, unit: str) -> tuple[str, ...]:
        """The files that changed before this build and may have to do with a unit."""
        kind, _, name = unit.partition(":")
        changed = sorted(self.books.shelf.changed)
        if kind == "dossier" and name in self.books.entries:
            seeds = {f"seeds/{inside(source.file)}" for source in self.books.entries[name].sources}
            own = [path for path in changed if path in seeds or path.startswith(f"content/{name}/")]
            changed = own or changed
        return tuple(path if path.isprintable() else ascii(path) for path in changed[:MOST_FILES])

    def _forget(self, kind: str, there: Collection[str]) -> None:
        """What is no longer there has no page."""
        for unit in self.kept.all("made"):
            if unit.startswith(f"{kind}:") and unit.removeprefix(f"{kind}:") not in there:
                self.noted(unit, ())

    def all(self, room: str, kind: Any) -> dict[str, Any]:  # noqa: ANN401 a type
        """What is kept in a room of all dossiers, in order."""
        if room not in self._rooms:
            found, other = self.kept.all(room), self.kept.all(f"{room}{UNPUBLISHED}") if self._unpublished else {}
            told = {name: other[name] if name in self._unpublished else found[name] for name in self.books.ids}
            self._rooms[room] = {name: unpacked(stored, kind) for name, stored in told.items()}
        return self._rooms[room]


def _file(path: str, content: bytes) -> Planned:
    return Planned(path, "", {"what it holds": content}, lambda: {path: content})


def tell_here(folder: str, common: bytes, orders: Sequence[Order]) -> list[Told]:
    """As `steps.tell`, but what was rendered is put into a folder of this machine."""
    return [told._replace(files=_put(folder, told.files)) for told in steps.tell(common, orders)]


def portray_here(folder: str, common: bytes, portraits: Sequence[steps.Portrait]) -> list[steps.Painted]:
    """As `steps.portray`, but what was rendered is put into a folder of this machine."""
    return [painted._replace(files=_put(folder, painted.files)) for painted in steps.portray(common, portraits)]


def _put(folder: str, made: Mapping[str, bytes]) -> dict[str, bytes]:
    for path, content in made.items():
        files.put(folder, path, content)
    return {}


# ── the flow ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def build(
    root: Path,
    out: Path,
    base_url: str | None = None,
    tell: Tell = quiet,
    *,
    crew: Crew | None = None,
    ledger: Ledger | None = None,
) -> Outcome:
    """Checks everything and, if nothing is wrong, brings `out` up to date. If anything is, `out` stays as it was."""
    return _patiently(root, base_url, tell, crew, ledger, lambda books: _published(books, out))


def check(root: Path, tell: Tell = quiet, *, crew: Crew | None = None) -> Outcome:
    """All that can be wrong before a page is rendered: what `dossier check` says."""
    return _patiently(root, None, tell, crew, None, lambda books: _examined(books, dressed(books), publishing=False))


class Verified(NamedTuple):
    """What was cited of which articles, and how it came out. For those who want to look closer than the pages do."""

    citations: tuple[Citation, ...]
    articles: dict[str, Article]
    outcome: Outcome
    dossiers: tuple[Dossier, ...]
    top: LoadedTop

    def all_citations(self) -> tuple[Citation, ...]:
        """Those of the dossiers in order, then those of the free pages."""
        return self.citations


def verify(root: Path) -> Verified:
    """Everything that is checked, with the citations themselves."""
    found: list[Verified] = []

    def look(books: Books) -> Outcome:
        outcome = _examined(books, dressed(books), publishing=False)
        citations: list[Citation] = []
        dossiers: list[Dossier] = []
        for name in books.ids:
            folder = books.folder(name)
            desk = Desk(folder.id, folder.files, folder.seeds)
            dossiers.append(desk.dossier)
            citations += judged(desk, books.around(name)).citations
        articles = {source: article for source in books.sources if (article := books.article(source))}
        found.append(Verified((*citations, *books.page_citations), articles, outcome, tuple(dossiers), books.top))
        return outcome

    _patiently(root, None, quiet, None, None, look)
    return found[0]


def why(root: Path, page: str) -> str:
    """Which inputs of a page changed when it was last made. KeyError if the site has no such page; its argument says what may be meant."""
    kept = memo.Memo(root)
    try:
        made = {one.path for stored in kept.all("made").values() for one in unpacked(stored, tuple[Made, ...]) if one.is_page}
        path = page.replace("\\", "/").removeprefix("./").removeprefix("/").removeprefix("_site/")
        path = next((one for one in (path, f"{path}.html", f"{path.rstrip('/')}/index.html".lstrip("/")) if one in made), "")
        if not path:
            raise KeyError(did_you_mean(page, tuple(sorted(made))))
        stored = kept.get("why", path)
        whole = int.from_bytes(kept.get("", "whole") or b"", "big")
        if not stored:
            return f"{path} was made with all other pages on {_on(whole)}; nothing that it shows has changed since."
        reason = unpacked(stored, Reason)
        if not reason.since:
            return f"{path} is new since {_on(reason.at)}{_by(reason.files)}."
        changed = ", ".join(reason.changed)
        return f"{path} was made again on {_on(reason.at)}. Since {_on(reason.since)} this had changed: {changed}{_by(reason.files)}."
    finally:
        kept.close()


def _on(nanoseconds: int) -> str:
    return f"{datetime.fromtimestamp(nanoseconds // 1_000_000_000).astimezone():%Y-%m-%d at %H:%M:%S}"


def _by(changed: Sequence[str]) -> str:
    return f" ({', '.join(changed)})" if changed else ""


def _patiently(
    root: Path, base_url: str | None, tell: Tell, crew: Crew | None, ledger: Ledger | None, then: Callable[[Books], Outcome]
) -> Outcome:
    """Opens the books and does something with them; anew, if files change meanwhile."""
    with memo.alone(root), crew or Crew() as workers:
        kept = memo.Memo(root)
        try:
            for _ in range(PATIENCE):
                with contextlib.suppress(ChangedError, memo.BrokenError):
                    return then(Books(root, kept, workers, ledger or Ledger(), tell, base_url))
                kept.abandon()
        finally:
            kept.close()
        raise OSError(errno.EBUSY, "its files kept changing while they were read")


def _published(books: Books, out: Path) -> Outcome:
    root, kept = books.root, books.kept
    dress = dressed(books)
    if books.troubled or errors(_of_site(books, dress)):
        return _examined(books, dress)
    before = kept.mark()
    place = _Place(kept, out)
    inputs = [root / name for name in (*files.READ, ".git")]
    with files.publishing(out, inputs, root / memo.FOLDER / SPARE if kept.usable else None, place.is_known) as staged:
        telling = Telling(books, dress.common(books), fresh=staged.fresh, into=staged.folder)
        telling.dossiers()
        top = _said_of_site(books, dress, telling)
        faulty = any(account.errors for account in telling.all("account", Account).values()) or errors(
            [one.problem for one in top.problems]
        )
        told = edition(books.hashes, books.entries.values())
        if not faulty:
            telling.site(top, told)
            telling.unit("report files", _report_files(books, telling, top, told))
        if faulty or telling.wrong:
            kept.undo(before)
            return _examined(books, dress._replace(problems=(*dress.problems, *dict.fromkeys(telling.wrong))))
        outcome = _outcome(books, telling, top)
        kept.put("", "pages made", packed((telling.pages, telling.addresses)))
        kept.put("", "clean", b"1")
        there = {path for planned in telling.made.values() for one in planned for path in one.paths}
        for path in telling.gone - there:
            staged.remove(path)
        with books.ledger.step("publish"):
            staged.commit()
    place.note(there)
    with books.ledger.step("remember"):
        kept.commit()
    return replace(outcome, folders=place.folders)


def _examined(books: Books, dress: Dress, *, publishing: bool = True) -> Outcome:
    """All that is to be said of a site, with nothing published."""
    telling = Telling(books, replace(dress.common(books), templates={}), fresh=False, into="")
    telling.dossiers()
    top = _said_of_site(books, dress, telling)
    if publishing:
        books.kept.drop("", "clean")
    said = [top, *telling.all("placed", Said).values()]
    problems = _in_order(chain.from_iterable(one.problems for one in said))
    often = Counter(one.problem.code for one in problems if one.problem.severity == "warning")
    wrong, warned = errors([one.problem for one in problems]), often.total()
    if publishing:
        problems = list(_some(problems, Counter()))
    answered = tuple(sorted(chain.from_iterable(one.answered for one in said), key=lambda pair: report.order(pair[0])))
    books.kept.commit()
    told = None if publishing else edition(books.hashes, books.entries.values())
    citations = b",".join(filter(None, (one.citations for one in telling.all("shown", Shown).values())))
    of_pages = report.pieces(map(report.of_citation, books.page_citations))
    return Outcome(
        tuple(advised(problems)),
        answered,
        wrong,
        warned,
        _left(often) if publishing else {},
        len(answered),
        _counts(books, telling),
        citations=b",".join(filter(None, (citations, of_pages))),
        edition=told,
        families=books.families,
        kinships=books.kinships,
    )


def _in_order(problems: Iterable[Placed]) -> list[Placed]:
    return sorted(dict.fromkeys(problems), key=report.order)


class Dress(NamedTuple):
    """The theme's files, with what is wrong in them."""

    name: str
    packaged: dict[str, bytes]
    own: dict[str, bytes]
    problems: tuple[Problem, ...]
    codes: bytes
    templates: dict[str, bytes]

    def common(self, books: Books) -> Common:
        """What the pages of every dossier are made with."""
        fed = bool(books.site.base_url) and any(moment(entry.cover.updated) for entry in books.entries.values())
        has = {"sources": bool(books.sources), "actors": bool(books.actors), "outlets": bool(books.outlets)}
        shown = replace(books.site, publish="cited", silence=(), theme=DEFAULT)  # the rest of site.yaml is on no page as such
        setting = Setting(shown, pages.menu(**has, pages=books.top.pages), fed)
        actors, outlets = books.top.actors, books.top.outlets
        return Common(books.site, outlets, actors, setting, self.name, self.packaged, self.own, self.codes, self.templates)


def dressed(books: Books) -> Dress:
    """The site's theme; what is known of the packaged one is not worked out again."""
    with books.ledger.step("theme"):
        name, root = books.site.theme, books.root
        there = {path.split("/")[1] for path in books.shelf.files if path.startswith("themes/") and path.count("/") > 1}
        packaged = _packaged()
        mine = name in there and not files.is_same(root / "themes" / name, files.packaged_theme())
        own = {path: books.shelf.bytes(f"themes/{name}/{path}") for path in books.shelf.below(f"themes/{name}")} if mine else {}
        problems = books.shelf.unreadable(f"themes/{name}") if mine else []
        if name != DEFAULT and name not in there:
            problems.append(unknown_theme(name, sorted(there)))
        compiled = memo.compiled()
        key = digest((packaged, own, name))
        stored = books.kept.get("theme", name)
        if stored and stored[: steps.KEY] == key and compiled and not problems:
            return Dress(name, packaged, own, (), marshal.dumps(compiled), unpacked(stored[steps.KEY :], dict[str, bytes]))
        codes = Compiled(compiled)
        theme, wrong = load_theme(packaged, name, own, codes)
        if codes.grown and not own:
            memo.keep_compiled(codes.codes)
        problems += wrong
        templates = template_digests(theme) if not errors(problems) else {"": b""}
        if not problems:
            books.kept.put("theme", name, key + packed(templates))
        return Dress(name, packaged, own, tuple(problems), marshal.dumps(codes.codes), templates)


def dress(root: Path, name: str) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme of that name over the packaged one, with all that is wrong in its files."""
    books = Books(root, memo.Memo(root), Crew(1), Ledger(), quiet, None)
    books.site = replace(books.site, theme=name)
    found = dressed(books)
    return load_theme(found.packaged, name, found.own)[0], found.problems


def _packaged() -> dict[str, bytes]:
    folder = files.packaged_theme()
    return {name: files.read(folder, name) for name in files.listing(folder)}


# ── what is said of the site as a whole ──────────────────────────────────────────────────────────────────────────────────────────────


def _of_site(books: Books, dress: Dress) -> list[Problem]:
    """What is wrong in what stands in no dossier, or in several."""
    return [*books.read_problems, *of_top(books.top, books.known, books.unsure), *books.twice, *books.page_problems, *dress.problems]


def _said_of_site(books: Books, dress: Dress, telling: Telling) -> TopSaid:
    problems = _of_site(books, dress)
    accounts = telling.all("account", Account).values()
    silences = books.top.site.silence
    sound = not (books.troubled or errors(problems) or any(account.errors for account in accounts))
    if sound:
        problems += loose_top(books.top, books.entries.values(), {name for account in accounts for name in account.named})
    problems += misplaced(SITE, silences, problems)
    said = silenced(problems, {SITE: silences}, {})
    used = {*said.used, *((SITE, n) for account in accounts for n in account.answers)}
    found = [*said.problems, *(idle(SITE, silences, used) if sound else ())]
    texts = {}
    for file in {problem.file for problem in chain(found, (problem for problem, _ in said.answered))}:
        with contextlib.suppress(files.UnreadableError, ChangedError):  # the problem may be that it can't be read, or is not there
            texts[file] = books.shelf.bytes(file) if file in books.shelf.files else _packaged_text(file)
    reasons = dict(said.answered)
    answered = tuple((one, reasons[one.problem]) for one in report.placed(reasons, texts))
    return TopSaid(tuple(report.placed(found, texts)), answered)


def _packaged_text(file: str) -> bytes:
    return files.read(files.packaged_theme(), file.removeprefix(f"themes/{DEFAULT}/"))


def _report_files(books: Books, telling: Telling, top: TopSaid, told: Edition) -> list[Planned]:
    """What programs read of the report: the list of all files that were read, and what follows from it alone, problems.json."""
    made_of = {"every file that was read": told.sha256}
    return [
        Planned(SUMS, "", made_of, lambda: {SUMS: sums(books.hashes)}),
        Planned("problems.json", "", made_of, lambda: {"problems.json": _problems_json(books, telling, top, told)}),
    ]


def _problems_json(books: Books, telling: Telling, top: TopSaid, told: Edition) -> bytes:
    shown = [steps.shown(Said(discreet(top.problems, ()), top.answered), ()), *telling.all("shown", Shown).values()]
    problems = sorted(chain.from_iterable(one.problems for one in shown))
    silenced_ones = sorted(chain.from_iterable(one.silenced for one in shown))
    citations = [*(one.citations for one in shown), report.pieces(map(report.of_citation, books.page_citations))]
    lists_of = {
        "problems": [piece for _, piece in problems],
        "citations": citations,
        "silenced": [piece for _, piece in silenced_ones],
    }
    return report.joined(lists_of, books.families, books.kinships, told)


def _counts(books: Books, telling: Telling) -> tuple[int, int, int]:
    citations = sum(account.brief.citations for account in telling.all("account", Account).values())
    read = {source for entry in books.entries.values() for source in entry.read}
    return len(books.ids), len(read), citations + len(books.page_citations)


def _outcome(books: Books, telling: Telling, top: TopSaid) -> Outcome:
    """What a build came to that published its site."""
    accounts = telling.all("account", Account)
    told: Counter[str] = Counter()
    problems: list[Placed] = []

    problems += _some(top.problems, told)
    for name, account in accounts.items():
        if any(told[code] < WARNINGS_TOLD for code in account.warnings):
            problems += _some(unpacked(books.kept.get("placed", name) or b"", Said).problems, told)
    planned = [one for made in telling.made.values() for one in made]
    return Outcome(
        tuple(advised(_in_order(problems))),
        (),
        0,
        len(top.problems) + sum(sum(account.warnings.values()) for account in accounts.values()),
        _left(_warnings(top, accounts.values())),
        len(top.answered) + sum(sum(account.silenced.values()) for account in accounts.values()),
        _counts(books, telling),
        written=sum(len(one.paths) for one in planned if one.rendered),
        rendered=sum(one.rendered and one.is_page for one in planned),
        made=tuple(sorted(one.path for one in planned if one.rendered and one.is_page)),
        pages=telling.pages,
        is_scanned=books.shelf.is_scanned,
    )


def _some(problems: Iterable[Placed], told: Counter[str]) -> Iterator[Placed]:
    """All errors, and the first warnings of each kind. `told`: how many there were already."""
    for one in problems:
        told[one.problem.code] += one.problem.severity == "warning"
        if told[one.problem.code] <= WARNINGS_TOLD or one.problem.severity == "error":
            yield one


def _left(often: Mapping[str, int]) -> dict[str, int]:
    """How many warnings of each kind are not told."""
    return {code: count - WARNINGS_TOLD for code, count in sorted(often.items()) if count > WARNINGS_TOLD}


def _warnings(top: TopSaid, accounts: Iterable[Account]) -> Counter[str]:
    """How many there are of each kind."""
    found = Counter(one.problem.code for one in top.problems)
    for account in accounts:
        found.update(account.warnings)
    return found


class _Place:
    """Where the site stands, and whether it still stands there as the last build left it."""

    def __init__(self, kept: memo.Memo, out: Path) -> None:
        self._kept, self._out = kept, files.real(out)
        stored = kept.get("", "place")
        place, self._times = unpacked(stored, tuple[bytes, dict[str, int]]) if stored else (b"", {})
        self._here = place == _as_on_disk(self._out)

    def is_known(self) -> bool:
        """Whether no file there was added, removed or renamed since."""
        return self._here and bool(self._times) and files.times(self._out, self._times) == self._times

    def note(self, made: Iterable[str]) -> None:
        """Notes how it stands there now."""
        above = {path.rpartition("/")[0] for path in made}
        within = {"/".join(folder.split("/")[: n + 1]) for folder in above if folder for n in range(folder.count("/") + 1)}
        self._times = files.times(self._out, {"", *within, *(self._times if self._here else ())})
        self._kept.put("", "place", packed((_as_on_disk(self._out), self._times)))

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of the site."""
        return tuple(f"{self._out}/{name}" if name else self._out for name in self._times)
