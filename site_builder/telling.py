"""What is said of every dossier and of the site: remembered where it stands, worked out where it does not; and the pages that show it."""

from __future__ import annotations

import marshal
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import astuple, replace

from site_builder import files, memo, steps
from site_builder.books import Books
from site_builder.catalogue import OnDemand
from site_builder.check.concerned import differing, out_of_order
from site_builder.crew import Items
from site_builder.fronts import Fronts, Tally, TopSaid
from site_builder.load.seeds import seed_of
from site_builder.model import Account, Actor, Edition, Outlet
from site_builder.problems import Problem
from site_builder.render import pages
from site_builder.render.lists import Listed, Shelved, shelved
from site_builder.render.page import Content, Page, Sheet, twin_path
from site_builder.render.pages import Planned
from site_builder.render.report import Reported, merged
from site_builder.report import NOTHING, Shown, Standing, parted
from site_builder.steps import (
    Common,
    Made,
    Order,
    Told,
    Workshop,
    digest,
    make,
    packed,
    unpacked,
)

ROOMS = ("account", "listed", "reported", "voiced", "placed", "shown")  # what is kept of what was told of a dossier
UNPUBLISHED = "?"  # added to the name of a room: what was told when something was wrong, and nothing published
MOST_FILES = 5  # that are named as reasons


class Reason(Struct, frozen=True):
    """Why a page was made again. Times in nanoseconds; `since` is 0 for a new page."""

    at: int
    since: int
    changed: tuple[str, ...]  # what it is made of, as far as that has changed
    files: tuple[str, ...]


class Published(Struct, frozen=True):
    """How problems.json was published: the file, and how much of each of its lists each dossier has, and at last the site itself, ""."""

    file: files.Stamp
    lengths: list[tuple[str, tuple[int, ...]]]


class Telling:
    """What is said of every dossier and of the site, remembered or worked out, and the pages that show it."""

    def __init__(self, books: Books, common: Common, *, fresh: bool, into: str, published: str = "") -> None:
        self.books, self.kept = books, books.kept
        self.common = common
        self.fresh = fresh  # nothing is there yet: every page has to be made
        self.into = into  # the folder for what is made; none if nothing is to be
        self._problems = f"{published}/problems.json"  # as it was published before
        self.shop = Workshop(common)
        self.page_key = digest((common.setting, common.templates))
        self.made: dict[str, list[Made]] = {}  # by unit: what was planned anew
        self.gone: set[str] = set()  # files that are made no longer
        self.wrong: list[Problem] = []
        self.changed: set[str] = set()  # rooms in which something is said otherwise than before
        self.heard: set[str] = set()  # actors who are heard otherwise
        self._publishing: set[str] = set()  # outlets of which lists tell otherwise
        self._reshelved: set[str] = set()  # dossiers of whose sources they do
        self._relisted: set[str] = set()  # these sources
        self._spoke: set[str] = set()  # actors who speak more often, or less, than before
        self._recounted: set[str] = set()  # dossiers of which lists and the report tell otherwise
        self._keys: dict[str, bytes] = {}  # of dossiers, as they are now
        self._shown: set[str] = set()  # dossiers of which problems.json tells otherwise
        self._accounts: dict[str, Account] = {}
        tally = self.kept.get("", "tally") if into else None
        self._tally = Tally(*marshal.loads(tally)) if tally else None  # noqa: S302 it is our own
        self._whole = int.from_bytes(self.kept.get("", "whole") or b"", "big")  # when all pages were made
        if fresh and into:
            self.kept.put("", "whole", memo.now().to_bytes(8, "big"))
            for path in self.kept.names("why"):
                self.kept.drop("why", path)
        self._unpublished: set[str] = set()
        self.pages = int.from_bytes(self.kept.need("", "pages made"), "big") if into and not fresh else 0
        self._everything = fresh  # all pages of the site are to be made
        self.moved = False  # whether search engines are to be told of other pages
        if fresh and into:
            for unit in self.kept.names("made"):
                self.kept.drop("made", unit)

    # ── dossiers ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

    def dossiers(self) -> None:
        """Says all about every dossier of which not all is said, or whose pages are not there."""
        books = self.books
        for gone in self._gone("dossier", self.kept.names("told"), books.ids) if self.into else ():
            self.changed.update(ROOMS)
            self._note_voices(self.kept.need("voiced", gone), None)
            self._note_lines(gone, self.kept.need("listed", gone), None)
            self._count(gone, self.kept.need("account", gone), None)
            self.noted(f"dossier:{gone}", ())
            for room in ("told", *ROOMS):
                self.kept.drop(room, gone)
        if self.into:
            self._forget_unpublished()
        wanted = self._wanted()
        books.ledger.asked("tell about a dossier", len(books.ids))
        sound = [name for name in wanted if name not in books.troubled]
        elsewhere = not books.crew.shares_disk or not self.into
        step, first = (steps.tell, (self.shop,)) if elsewhere else (tell_here, (self.into, self.shop))
        items = Items(sound, self._order)
        for n, (name, told) in enumerate(zip(sound, books.work("tell about a dossier", step, first, items), strict=True), 1):
            books.say("checking and rendering", n, len(sound))
            self._note(name, told, self._keys[name])
        self._explain([self._order(name) for name in wanted if name in books.troubled])
        books.stock.forget()

    def _order(self, name: str) -> Order:
        return Order(self.books.folder(name), self._around(name), self._known(f"dossier:{name}"))

    def _around(self, name: str) -> bytes:
        """What lies round a dossier, worked out when it is asked for: that of all would take much room. The dossier's key is noted."""
        with self.books.ledger.step("what lies round each dossier", 0, 1):
            around = packed(self.books.around(name))
            self._keys[name] = self.books.told_key(name, around) + (self.page_key if self.into else b"")
        return around

    def _wanted(self) -> list[str]:
        """The dossiers that are to be told about. Which answer stands is noted in `_unpublished`."""
        books = self.books
        suspects = {*books.suspects, *books.pending, *books.beside(books.troubled)}
        self.kept.put("", "pending", packed(() if self.into else tuple(sorted(suspects))))
        books.ledger.asked("what lies round each dossier", len(books.ids))
        if self.fresh:
            return list(books.ids)
        with_this = self.kept.get("", "told with")  # whatever else was told of those that are no suspects still stands
        asked = suspects if with_this and (with_this == self.page_key or not self.into) else {*books.ids}
        stored, unpublished = self.kept.some("told", asked), self.kept.some(f"told{UNPUBLISHED}", asked)
        wanted = []
        for name in (one for one in books.ids if one in asked):
            self._around(name)
            if stored.get(name, b"").startswith(self._keys[name]):
                continue
            if not self.into:
                self._unpublished.add(name)
                if unpublished.get(name) == self._keys[name]:
                    continue
            wanted.append(name)
        return wanted

    def _forget_unpublished(self) -> None:
        """What was told when nothing could be published is told again when it can."""
        for room in ("told", *ROOMS):
            for name in self.kept.names(f"{room}{UNPUBLISHED}"):
                self.kept.drop(f"{room}{UNPUBLISHED}", name)

    def _explain(self, orders: Sequence[Order]) -> None:
        """What is wrong in dossiers, with all the site at hand to say what may be meant."""
        if not orders:
            return
        books = self.books
        among = books.seeds_meant(orders)
        elsewhere, shop = books.library().where(), Workshop(replace(self.common, templates={}))
        for order in orders:
            told = steps.told(books.with_all_names(order), shop, among, elsewhere)
            self._note(order.folder.id, told, b"")

    def _note(self, name: str, told: Told, key: bytes) -> None:
        if not self.into:
            for room in ROOMS:
                self.kept.put(f"{room}{UNPUBLISHED}", name, getattr(told, room))
            self.kept.put(f"told{UNPUBLISHED}", name, key)
            return
        known = self.kept.need if self.kept.get("told", name) is not None else self.kept.get
        for room in ROOMS:
            value, before = getattr(told, room), known(room, name)
            if before != value:
                self.kept.put(room, name, value)
                self.changed.add(room)
                if room == "voiced":
                    self._note_voices(before, value)
                if room == "listed" and not self.fresh:
                    self._note_lines(name, before, value)
                if room == "account":
                    self._count(name, before, value)
                    self._recounted.add(name)
                if room == "shown":
                    self._shown.add(name)
        self.wrong += told.wrong
        _put(self.into, told.files)
        self.noted(f"dossier:{name}", told.planned)
        self.kept.put("told", name, key)

    @property
    def tally(self) -> Tally:
        """What the accounts of all dossiers come to."""
        if self._tally is None:
            self._tally = Tally.of(self.all("account", Account))
        return self._tally

    def _count(self, name: str, before: bytes | None, now: bytes | None) -> None:
        """Takes another account of a dossier into the tally."""
        old, new = (unpacked(stored, Account) if stored else None for stored in (before, now))
        spoke = [account.spoke if account else {} for account in (old, new)]
        self._spoke |= differing(*spoke)
        for account, times in ((old, -1), (new, 1)):
            if account and self._tally:
                self._tally.take(name, account, times)

    def _note_voices(self, before: bytes | None, now: bytes | None) -> None:
        """Notes which actors are heard otherwise."""
        said = [unpacked(stored, dict[str, msgspec.Raw]) if stored else {} for stored in (before, now)]
        self.heard |= differing(*said)

    def _note_lines(self, name: str, before: bytes | None, now: bytes | None) -> None:
        """Notes of which sources of a dossier, and of which outlets, lists tell otherwise."""
        lines = [set(map(bytes, unpacked(stored, tuple[msgspec.Raw, ...]))) if stored else set() for stored in (before, now)]
        otherwise = [unpacked(one, Listed) for one in lines[0] ^ lines[1]]
        self._reshelved.add(name)
        self._relisted |= {one.id for one in otherwise}
        self._publishing |= {one.outlet for one in otherwise}

    # ── the site ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

    def site(self, top: TopSaid, told: Edition) -> None:
        """Everything that is made of what was told of dossiers: lists, actors, outlets, the report, and what programs look for."""
        self._everything = everything = self.fresh or self.kept.get("", "pages") != self.page_key
        self.kept.put("", "pages", self.page_key)
        people, outlets = self._moved(everything=everything)
        self._publishing.update(outlets)
        changed = {*self.changed, *(("spoke",) if people or self._spoke else ()), *(("listed",) if outlets else ())}
        self._lists(self.front, {"account", "spoke", "listed"} if everything else changed)
        self._portraits(people, everything=everything)
        front = self.front
        about = digest((top, told.date, told.checked, front.families))
        if everything or not self.changed.isdisjoint(("account", "reported")) or self.kept.get("", "report") != about:
            self._in_sheets("report", front.report(top, told), self._recounted)
            self.kept.put("", "report", about)
        self._arranged("pages", self.front.free())
        self.unit("files", self.front.files())
        if everything or "account" in self.changed:
            self.unit("feed", self.front.feed())
        if everything or self.moved:
            self.unit("sitemaps", self.front.sitemaps(self.addresses))

    @cached_property
    def addresses(self) -> set[str]:
        """Of all pages that search engines may list."""
        return set() if self.fresh else unpacked(self.kept.need("", "addresses"), set[str])

    def keep(self) -> None:
        """Keeps what all of it comes to."""
        self.kept.put("", "told with", self.page_key)
        self.kept.put("", "pages made", self.pages.to_bytes(8, "big"))
        if self.moved or self.fresh:
            self.kept.put("", "addresses", packed(self.addresses))
        if "account" in self.changed or self.kept.get("", "tally") is None:
            self.kept.put("", "tally", marshal.dumps(astuple(self.tally)))

    @property
    def front(self) -> Fronts:
        """The site's own pages; what they needed of all dossiers is let go of with them."""
        return Fronts(self.books, self.shop, self._listed, self._shelf, self._some_accounts, lambda: self.tally, self._reported)

    def _listed(self) -> Mapping[str, tuple[Listed, ...]]:
        """What lists tell of each dossier's sources: of all, if all is to be made; else it is read when it is asked for."""
        kind = tuple[Listed, ...]
        if self._everything:
            return self.all("listed", kind)
        return OnDemand(self.books.entries, lambda name: unpacked(self.kept.need("listed", name), kind))

    def _shelf(self) -> list[Shelved]:
        """All sources in order, followed from edit to edit."""
        stored = None if self.fresh else self.kept.get("", "shelf")
        if stored and not self._reshelved:
            return list(marshal.loads(stored))  # noqa: S302 it is our own
        if stored:
            kept = [one for one in marshal.loads(stored) if one[3] not in self._reshelved]  # noqa: S302 likewise
            rows = self._listed()
            made = sorted((*kept, *shelved({name: rows[name] for name in self._reshelved if name in self.books.entries})))
        else:
            made = shelved(self.all("listed", tuple[Listed, ...]))
        self.kept.put("", "shelf", marshal.dumps(made))
        self._reshelved.clear()
        return made

    def _reported(self) -> Reported:
        """What the report tells of all dossiers, kept as long as none of them tells something else."""
        stored = None if "reported" in self.changed else self.kept.get("", "reported")
        if stored:
            return unpacked(stored, Reported)
        made = merged(self.all("reported", Reported).values())
        self.kept.put("", "reported", packed(made))
        return made

    def _lists(self, front: Fronts, changed: Collection[str]) -> None:
        if "account" in changed:
            self._in_sheets("dossiers", front.dossiers(), self._recounted)
        if "spoke" in changed:
            self._in_sheets("actors", front.actors(), self._spoke)
        if "listed" in changed:
            self._in_sheets("sources", front.sources(), self._relisted)
            self._arranged("outlets", front.outlets())
            for outlet in (one for one in self.books.top.outlets if one.id in self._publishing):
                self._arranged(f"outlet:{outlet.id}", [front.outlet(outlet)])
            self._forget("outlet", self.books.outlets)

    def _moved(self, *, everything: bool) -> tuple[Collection[str], Collection[str]]:
        """The actors and outlets whose own pages may be otherwise since their records are, those without a record any more among them."""
        books, kept = self.books, self.kept
        if not everything and kept.get("", "recorded") == books.common_key:
            return (), ()
        stored = None if everything else kept.get("top", "recorded")
        kept.put("", "recorded", books.common_key)
        kept.put("top", "recorded", packed((books.top.actors, books.top.outlets)))
        if not stored:
            return books.actors.keys(), books.outlets.keys()
        actors, outlets = unpacked(stored, tuple[tuple[Actor, ...], tuple[Outlet, ...]])
        was, had = {actor.id: actor for actor in actors}, {outlet.id: outlet for outlet in outlets}
        moved = differing(was, books.actors) | out_of_order(was, books.actors)  # members stand in the order of the file
        both = (*actors, *books.top.actors)
        beside = {actor.affiliation or "" for actor in both if actor.id in moved} | {
            actor.id for actor in both if actor.affiliation in moved
        }
        return moved | beside, differing(had, books.outlets)

    def _portraits(self, people: Collection[str], *, everything: bool) -> None:
        """The pages of actors who are heard otherwise, and of these."""
        books = self.books
        wanted = [actor.id for actor in books.top.actors if actor.id in people or actor.id in self.heard]
        heard: dict[str, list[bytes]] = {actor: [] for actor in wanted}
        speaking = {name for actor in wanted for name in books.catalogue.speaking.get(actor, ())}
        for name in (one for one in books.ids if one in speaking):
            said = unpacked(self.kept.need("voiced", name), dict[str, msgspec.Raw])
            for actor in said.keys() & heard.keys():
                heard[actor].append(bytes(said[actor]))
        items = [steps.Portrait(actor, said, self._known(f"actor:{actor}")) for actor, said in heard.items()]
        elsewhere = not books.crew.shares_disk
        step, first = (steps.portray, (self.shop,)) if elsewhere else (portray_here, (self.into, self.shop))
        books.ledger.asked("portray an actor", len(books.actors))
        for actor, painted in zip(wanted, books.work("portray an actor", step, first, items), strict=True):
            _put(self.into, painted.files)
            self.wrong += painted.wrong
            self.noted(f"actor:{actor}", painted.planned)
        if everything or people:
            self._forget("actor", books.actors)

    def report_files(self, top: TopSaid, edition: Edition) -> None:
        """What programs read of the report. Of problems.json, 35 MB at 10,000 articles, what is the same is taken from the last one."""
        stored = self.kept.get("", "problems.json")
        before = unpacked(stored, Published) if stored else Published(files.NO_STAMP, [])
        lengths: list[tuple[str, tuple[int, ...]]] = []

        def all_shown(of_site: Shown) -> tuple[list[Shown | Standing], memoryview]:
            known, last = ({}, NOTHING) if self.fresh else _parted(self._problems, before)
            same = known.keys() - self._shown
            rows = self.kept.all("shown") if len(same) < len(self.books.ids) // 2 else {}
            shown: dict[str, Shown | Standing] = {}
            for name in self.books.ids:
                row = None if name in same else rows.get(name) or self.kept.get("shown", name)
                shown[name] = unpacked(row, Shown) if row else known[name]
            shown[""] = of_site
            lengths.extend((name, one.lengths) for name, one in shown.items())
            return list(shown.values()), last

        self.unit("report files", self.front.report_files(top, edition, all_shown))
        if lengths:
            self.kept.put("", "problems.json", packed(Published(files.stamp(f"{self.into}/problems.json"), lengths)))

    # ── making ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _in_sheets(self, unit: str, sheets: Iterable[Sheet], otherwise: set[str]) -> None:
        """The sheets of a list. Those that tell of nothing of which something is told otherwise are not even arranged."""
        stored = None if self.fresh else self.kept.get("sheets", unit)
        before, now = unpacked(stored, dict[str, bytes]) if stored else {}, {}
        arranged: list[Page] = []
        same: list[str] = []
        for sheet in sheets:
            now[sheet.path] = digest((self.page_key, sheet.of, self.shop.digest(sheet.beside)))
            if before.get(sheet.path) == now[sheet.path] and otherwise.isdisjoint(sheet.of):
                same += (sheet.path, twin_path(sheet.path))
            else:
                arranged.append(sheet.arrange())
        self._arranged(unit, arranged, same)
        self.kept.put("sheets", unit, packed(now))

    def _arranged(self, unit: str, arranged: Iterable[Page], same: Iterable[str] = ()) -> None:
        """Pages that are arranged at once, each with its twin apart: often only one of the two changes. `same` as in `unit`."""
        listed = list(arranged)
        planned = [pages.arranged(page) for page in listed] + [pages.twin_of(page) for page in listed if page.twin is not None]
        self.unit(unit, planned, same)

    def unit(self, name: str, planned: Iterable[Planned], same: Iterable[str] = ()) -> None:
        """Makes pages and files here. `same`: the paths of those that stand as they are."""
        made: dict[str, Content] = {}
        known = self._known(name)
        with self.books.ledger.step("lists and reports", 0) as line:
            done = [make(one, self.shop, known, made, self.wrong) for one in planned]
            line.asked += len(done)
            line.ran += sum(one.rendered for one in done)
        _put(self.into, made)
        self.noted(name, (*done, *(Made(path, (), {}, "", is_page=False, rendered=False) for path in same)))

    def _known(self, unit: str) -> dict[str, bytes]:
        """The keys of a unit's files, if these are there."""
        return {} if self.fresh else {one.path: one.key for one in self._made(unit)}

    def _made(self, unit: str) -> tuple[Made, ...]:
        stored = self.kept.get("made", unit)
        return unpacked(stored, tuple[Made, ...]) if stored else ()

    def noted(self, unit: str, planned: Iterable[Made]) -> None:
        """Notes what a unit is made of now; of what was not made again, the rest stays as it was noted."""
        before = {} if self.fresh else {one.path: one for one in self._made(unit)}
        now = [one if one.rendered else replace(before[one.path], rendered=False) for one in planned]
        self.made[unit] = [replace(one, inputs={}) for one in now]
        if not self.fresh:
            self._note_reasons(unit, before, now)
        gone = {path for one in before.values() for path in one.paths} - {path for one in now for path in one.paths}
        self.gone |= gone
        for path in gone:
            self.kept.drop("why", path)
        self.pages += sum(one.is_page for one in now) - sum(one.is_page for one in before.values())
        old, new = ({one.address for one in planned if one.address} for planned in (before.values(), now))
        if old != new:
            self.addresses.difference_update(old)
            self.addresses.update(new)
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
        changed = self.books.stock.edited
        beside = [path for path in changed if path.startswith("themes/") or (path.startswith("content/") and path.count("/") == 1)]
        if kind == "dossier" and name in self.books.entries:
            seeds = {seed_of(source) for source in self.books.entries[name].sources}
            own = [path for path in changed if path in seeds or path.startswith(f"content/{name}/")]
            changed = [*own, *beside] or changed
        elif kind in ("actor", "outlet"):
            changed = [path for path in changed if not path.startswith("content/pages/")] or changed
        return tuple(path if path.isprintable() else ascii(path) for path in changed[:MOST_FILES])

    def _forget(self, kind: str, there: Collection[str]) -> None:
        """What is no longer there has no page."""
        made = [name for unit in self.kept.names("made") for found, _, name in [unit.partition(":")] if found == kind]
        for gone in self._gone(kind, made, there):
            self.noted(f"{kind}:{gone}", ())

    def _gone(self, kind: str, known: Iterable[str], there: Collection[str]) -> list[str]:
        """What had pages and is no longer there; it is noted twice, so that none of a broken memory is overlooked."""
        stored, now = self.kept.get("", f"every {kind}"), packed(sorted(there))
        if stored != now:
            self.kept.put("", f"every {kind}", now)
        gone = sorted({*known, *(unpacked(stored, tuple[str, ...]) if stored else ())} - {*there})
        for name in () if self.fresh else gone:
            self.kept.need("made", f"{kind}:{name}")
        return gone

    def _some_accounts(self) -> Mapping[str, Account]:
        """Those of all dossiers, if they were read; else each is read when it is asked for."""
        return self._accounts or OnDemand(self.books.entries, lambda name: unpacked(self.kept.need("account", name), Account))

    def all(self, room: str, kind: Any) -> dict[str, Any]:  # noqa: ANN401 a type
        """What is kept in a room of all dossiers, in order. At 10,000 articles some rooms take 50 MB: only accounts are asked for again."""
        if room == "account" and self._accounts:
            return self._accounts
        found, other = self.kept.all(room), self.kept.all(f"{room}{UNPUBLISHED}") if self._unpublished else {}
        told = {}
        for name in self.books.ids:
            stored = (other if name in self._unpublished else found).pop(name, None)
            told[name] = unpacked(stored, kind) if stored is not None else self.kept.lost()
        if room == "account":
            self._accounts = told
        return told


def tell_here(folder: str, shop: Workshop, orders: Sequence[Order]) -> list[Told]:
    """As `steps.tell`, but what was rendered is put into a folder of this machine."""
    return [told._replace(files=_put(folder, told.files)) for told in steps.tell(shop, orders)]


def portray_here(folder: str, shop: Workshop, portraits: Sequence[steps.Portrait]) -> list[steps.Painted]:
    """As `steps.portray`, but what was rendered is put into a folder of this machine."""
    return [painted._replace(files=_put(folder, painted.files)) for painted in steps.portray(shop, portraits)]


def _parted(path: str, published: Published) -> tuple[dict[str, Standing], memoryview]:
    """Where problems.json tells of each dossier, if it still is the file that was published; and that file."""
    if not published.lengths or files.stamp(path) != published.file:
        return {}, NOTHING
    names, lengths = zip(*published.lengths, strict=True)
    return dict(zip(names, parted(lengths), strict=True)), files.mapped(path)


def _put(folder: str, made: Mapping[str, Content]) -> dict[str, Content]:
    for path, content in made.items():
        files.put(folder, path, content)
    return {}
