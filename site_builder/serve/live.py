"""The site as its files are now, made page by page for those who look at it.

Everything stands in memory: what a build left is read, nothing is written. What was saved is entered at once; a page is made when somebody
asks for it; and what nobody waits for, the rest of the verdicts, is worked out in small pieces in between.
"""

from __future__ import annotations

import gc
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import wraps
from itertools import chain, islice
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import msgspec
from msgspec.structs import replace

from site_builder import memo, steps
from site_builder.books import Books, quiet
from site_builder.crew import Crew
from site_builder.dress import Dress, dressed
from site_builder.fronts import Fronts, Tally, TopSaid, said_of_site
from site_builder.ledger import Ledger
from site_builder.load.seeds import seed_of
from site_builder.load.site import Rows
from site_builder.model import Account
from site_builder.problems import Placed, Problem, errors
from site_builder.render import pages, twins
from site_builder.render.free import not_found
from site_builder.render.lists import Listed, shelved
from site_builder.render.page import Content, Page, Sheet, page_path
from site_builder.render.pages import Planned
from site_builder.render.report import SUMS, Reported, merged
from site_builder.render.theme import render
from site_builder.report import NOTHING, Shown, told
from site_builder.serve import marked
from site_builder.serve.last_read import LastRead
from site_builder.serve.seen import Change, Served, Trouble
from site_builder.steps import KEY, Folder, Order, Said, Told, Worked, Workshop, packed, unpacked
from site_builder.stock import ChangedError, Looked
from site_builder.telling import ROOMS, UNPUBLISHED

T = TypeVar("T")
P = ParamSpec("P")

TRIES = 5  # of what something is in the way of that was saved at the same moment
AT_HAND = 8  # dossiers of which everything is kept from one request to the next
GOOD = 50  # pages that are kept as they last were, for when they can't be made
SEARCHED = 1_000  # sources of a site in all of which words are looked for that a citation does not have
AT_ONCE = 20  # dossiers that are told about before a list is shown; more are told in pieces, and the list is behind
NEVER_MADE = b'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Not made yet</title></head><main></main></html>\n'
LISTED = 200  # problems that are told one by one
FOLLOWED = ("quotes", "figures", "reactions", "events", "claims")
PAGES_OF = {"content/actors.yaml": "actors", "content/outlets.yaml": "outlets"}


def _patiently(do: Callable[[], T], mend: Callable[[], None]) -> T:
    """Does it, again if something was saved meanwhile, or the memory is broken."""
    for _ in range(TRIES):
        try:
            return do()
        except (ChangedError, memo.BrokenError):
            mend()
    return do()


def _patient(do: Callable[Concatenate[Live, P], T]) -> Callable[Concatenate[Live, P], T]:
    """What reads files that may have been saved meanwhile."""

    @wraps(do)
    def tried(self: Live, /, *given: P.args, **named: P.kwargs) -> T:
        return _patiently(lambda: do(self, *given, **named), self._take_late)

    return tried


class Live:
    """A site that is looked at while it is edited. See `seen.Site`."""

    def __init__(self, root: Path, base: str = "/", seen: Callable[[], Looked] | None = None) -> None:
        self.root, self.base = root, base  # `base`: the path below which the preview stands
        self._seen = seen  # the files, where somebody is looking at them
        self._kept: memo.Aside | None = None
        self._late = set[str]()  # files that have been taken, and are told later

    def open(self) -> None:
        """Reads what is there. What is entered for the first time is left for the next build."""
        if self._kept is not None:
            self.close()
            gc.unfreeze()  # else what was read before would stay for ever: 25 kB for each edit of a long day
            gc.collect()
        gc.disable()  # what is read now stays: to look through it for what can be thrown away costs 0.5 s at 10,000 articles, each time
        try:
            _patiently(self._open, self.close)
        finally:
            gc.enable()
        gc.freeze()

    def _open(self) -> None:
        with memo.alone(self.root), Crew() as workers:
            self._kept = kept = memo.Aside(self.root)
            is_first = kept.get("", "files") is None
            seen, self._seen = self._seen, None
            self._books = books = Books(self.root, kept, workers, Ledger(traces=False), quiet, None, seen and seen())
            if is_first:
                kept.leave(self.root)
        books.crew = Crew(1)
        self._dress: Dress | None = None
        self._shop: Workshop | None = None
        self._worked: OrderedDict[str, Worked] = OrderedDict()
        self._made = OrderedDict[str, tuple[Worked, Page | Mapping[str, Content]]]()
        self._good: OrderedDict[str, Served] = OrderedDict()
        self._told: dict[str, tuple[list[str], dict[str, Any]]] = {}  # by room: of which dossiers, in order, and what
        self._renewed: dict[str, set[str]] = {}  # by room: the dossiers of which something else is told since
        self._troubles: dict[str, tuple[Trouble, ...]] = {}  # of dossiers
        self._untold = set[str]()  # dossiers that can't be read, and of which it was not told what they held when they could
        self._last_read = LastRead()
        self._unkept = dict.fromkeys(books.ids)  # dossiers whose files may hold something else than what is kept of them
        self._failed: dict[str, Problem] = {}  # pages on which a template failed
        self._untried: dict[str, None] = {}  # pages on which one may fail, or no longer fail
        self._unexplained: set[str] = set()
        self._library = books.library()
        self._top: TopSaid | None = None
        self._rows: dict[str, tuple[Rows, dict[int, str]]] = {}
        self._told_of_top: tuple[TopSaid | None, tuple[Trouble, ...]] = None, ()
        self._top_is_whole = False  # it was said when every dossier had been told about
        self._is_warm = False
        self._dress_up(dressed(books))
        known = {*kept.names("told")}
        suspects = {*books.suspects, *books.pending, *books.troubled}
        self._stale = dict.fromkeys(name for name in books.ids if name in suspects or name not in known)
        self._forget()
        self._try_again(templates=self._has_own_templates)

    def close(self) -> None:
        """Lets go of the memory."""
        if self._kept is not None:
            self._kept.close()
        root, base, late = self.root, self.base, self._late
        vars(self).clear()
        self.root, self.base, self._late, self._kept, self._seen = root, base, late, None, None

    # ── edits ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

    def changed(self, paths: Collection[str] | None) -> Change:
        """Takes files as they are now."""

        def begin_anew() -> None:  # books that something was in the way of can't be relied on
            self._late.update(paths or ("content",))
            self.open()

        return _patiently(lambda: self._changed(paths), begin_anew)

    def _take_late(self) -> None:
        """Takes what was saved and is in the way, before it is told. It counts as a change when it is."""
        try:
            self._late.update(self._changed(None).files)
        except (ChangedError, memo.BrokenError):
            self._late.add("content")  # which files is not known
            self.open()

    def _changed(self, paths: Collection[str] | None) -> Change:
        books = self._books
        shared = self._shared
        books.follow(paths)
        found = sorted(books.stock.changed | self._late)
        if not found:
            return Change()
        asked = self._asked
        of_theme = any(path.startswith("themes/") for path in found) or books.site.theme != asked
        before = {name: self._worked.pop(name) for name in books.suspects & self._worked.keys()}
        self._dress_up(dressed(books, self._dress) if of_theme else None)
        alike = shared == self._shared and not (books.twice or books.stock.is_rearranged)
        of_top = any(path.startswith("content/") and (path.count("/") == 1 or path.startswith("content/pages/")) for path in found)
        if not alike or of_top or (of_theme and self._of_theme) or books.differ("speaking", "sources", "given", "broken"):
            self._top = None
        self._forget()
        if len(books.entered) == 1 and not (of_top or books.gone):  # one that can't be read, and nothing beside it: it stands as it was
            self._worked |= {name: worked for name, worked in before.items() if name in books.held & books.entered}
        self._untold |= books.held & self._stale.keys()
        self._untold &= books.held
        self._stale |= dict.fromkeys(books.suspects)
        self._keep_entered()
        for name in {*books.suspects, *books.gone}:
            self._troubles.pop(name, None)
        for name in {*books.gone, *(self._stale.keys() - books.entries.keys())}:
            self._stale.pop(name, None)
            self._worked.pop(name, None)
            self._unkept.pop(name, None)
            self._last_read.drop(name)
            for room in ("told", *ROOMS):
                books.kept.drop(room, name)
                self._told.pop(room, None)
                self._renewed.get(room, set()).discard(name)
        for name in {*books.moved, *books.kin_moved}:
            self._library.forget(name)
        self._try_again(templates=of_theme and (asked != self._asked or any("/templates/" in path for path in found)))
        follow = self._follow(found, before)
        self._late.clear()
        return Change(tuple(found), follow)

    @property
    def _shared(self) -> tuple[object, ...]:
        """What is said of the whole site follows from this, and from what is told of dossiers."""
        books = self._books
        return bool(books.troubled), books.page_problems, books.top, self._of_theme

    def _forget(self) -> None:
        """What is said of the whole site is worked out anew when it is asked for."""
        self._front: Fronts | None = None
        self._addresses: set[str] | None = None

    def _dress_up(self, found: Dress | None) -> None:
        """Dresses the site anew, if its theme may have changed; where that can't be used, in what it wore."""
        books, worn, old = self._books, self._dress, self._shop
        if found is not None:
            self._asked, self._of_theme = books.site.theme, found.problems
            if not errors(list(found.problems)):
                self._dress = found
            elif worn is None:
                self._dress = found._replace(own={}, theme=None)
        common = _known(self._dress).common(books)
        same = old is not None and common.actors is old.common.actors and common.outlets is old.common.outlets
        same_words = same and old is not None and (common.setting, common.site) == (old.common.setting, old.common.site)
        if same_words and self._dress is worn:
            return
        self._shop = Workshop(common, _known(self._dress).theme)
        if same and old is not None:
            self._shop.bearings = old.bearings
        else:
            self._is_warm = False
        if not same_words:
            self._worked.clear()

    @property
    def shop(self) -> Workshop:
        return _known(self._shop)

    def _follow(self, files: Sequence[str], before: Mapping[str, Worked]) -> str:
        """Where the first of some changed files shows."""
        return next(filter(None, (self._page_of(file, before) for file in files)), "")

    def _shown_on(self, file: str) -> str:
        """The page on which a file shows."""
        top, _, rest = file.partition("/")
        folder, _, name = rest.rpartition("/")
        if top == "seeds":
            source = self._source_in(file)
            return f"sources/{source}.html" if source else ""
        if folder == "pages":
            return f"{name.removesuffix('.md')}.html"
        if folder in self._books.entries:
            return f"dossiers/{folder}.html"
        return f"{PAGES_OF[file]}.html" if file in PAGES_OF else ""

    def _page_of(self, file: str, before: Mapping[str, Worked]) -> str:
        """The same, with the record that is different."""
        page = self._shown_on(file)
        if not page.startswith("dossiers/"):
            return page
        _, folder, name = file.split("/")
        return page + self._first_changed(folder, name, before)

    def _first_changed(self, dossier: str, name: str, before: Mapping[str, Worked]) -> str:
        """The anchor of the first record that is different."""
        kind = name.removesuffix(".yaml")
        if kind not in FOLLOWED or dossier not in before:
            return ""
        now = self._at_hand(dossier).given.dossier if dossier not in self._books.held else before[dossier].given.dossier
        old = {one.id: one for one in getattr(before[dossier].given.dossier, kind)}
        changed = next((one.id for one in getattr(now, kind) if old.get(one.id) != one), "")
        return f"#{kind.removesuffix('s')}-{changed}" if changed else ""

    # ── pages ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

    @_patient
    def served(self, path: str) -> Served | None:
        """A file of the site, as a build would write it."""
        return self._served(path)

    def _served(self, path: str) -> Served | None:
        dossier = self._dossier_of(path)
        is_held = dossier in self._books.held
        if is_held and path in self._good and dossier not in self._last_read:
            return self._as_it_was(path)
        try:
            made = self._of_dossier(dossier, path) if dossier else self._of_site(path)
        except (ChangedError, memo.BrokenError):
            raise
        except Exception:
            if not self._has_errors():
                raise
            return self._as_it_was(path)  # what is wrong, and is told, left something out without which the page can't be made
        if made is None:
            self._good.pop(path, None)
            self._failed.pop(path, None)
        elif is_held:
            return made._replace(is_last_good=made.is_page and dossier in self._last_read)
        elif made.is_page and not made.is_last_good:
            self._good[path] = made
            self._good.move_to_end(path)
            while len(self._good) > GOOD:
                self._good.popitem(last=False)
        return made

    def missing(self) -> Served:
        """The page for addresses that lead nowhere."""
        setting = self.shop.common.setting
        page = not_found(replace(setting, site=replace(setting.site, base_url=f"http://localhost{self.base}")))
        made = self._rendered(page, ())
        return made or Served(NEVER_MADE, is_page=True)

    def _as_it_was(self, path: str) -> Served:
        """A page as it was when it could last be made."""
        content = self._good[path].content if path in self._good else NEVER_MADE
        return Served(content, is_page=path.endswith(".html"), troubles=self._on_page(path), is_last_good=True)

    def _has_errors(self) -> bool:
        wrong = [*self._of_theme, *(one.problem for one in self._said().problems)]
        return bool(self._books.troubled or self._failed or errors(wrong))

    def _dossier_of(self, path: str) -> str:
        """The dossier whose pages include this one; "" for the site's own."""
        top, _, rest = path.partition("/")
        name = rest.split("/")[0].split(".")[0]
        books = self._books
        if top == "sources":
            return next(iter(books.users.get(name, ())), "") if "/" not in rest else ""
        if top in ("dossiers", "verification") and name in books.entries:
            return name
        return ""

    def _of_dossier(self, dossier: str, path: str) -> Served | None:
        worked = self._at_hand(dossier)
        page = page_path(path)
        planned = list(pages.of_dossier(worked.given))
        found = next((one for one in planned if page == one.path), None)
        if found is None:
            stem = path.split(".", maxsplit=1)[0]
            files = (one.make() for one in planned if not one.template and one.path.split(".")[0] == stem)
            content = next((made[path] for made in files if isinstance(made, Mapping) and path in made), None)
            return None if content is None else Served(_whole(content), is_page=False)
        if path != page:
            return _twin(self._arranged(worked, found))
        troubles = self._on_page(path)
        with_tokens = worked.given.dossier
        if path.startswith("dossiers/"):
            with_tokens, troubles = marked.in_story(with_tokens, troubles)
        if with_tokens is not worked.given.dossier:
            found = next(one for one in pages.of_dossier(worked.given._replace(dossier=with_tokens)) if one.path == path)
            return self._rendered(found.make(), troubles)
        return self._rendered(self._arranged(worked, found), troubles)

    def _arranged(self, worked: Worked, planned: Planned) -> Page | Mapping[str, Content]:
        """The page before it is dressed; another theme dresses the same one."""
        of, made = self._made.get(planned.path, (None, {}))
        if of is not worked:
            made = planned.make()
            self._made[planned.path] = worked, made
            while len(self._made) > AT_HAND:
                self._made.popitem(last=False)
        self._made.move_to_end(planned.path)
        return made

    def _rendered(self, page: Page | Mapping[str, Content], troubles: tuple[Trouble, ...]) -> Served | None:
        if not isinstance(page, Page):
            return None
        text = render(page, self.shop.theme)
        self._failed.pop(page.path, None)
        if isinstance(text, Problem):
            self._failed[page.path] = text
            was = self._as_it_was(page.path)
            return was._replace(troubles=(self._trouble(_placed(text), page.path), *was.troubles))
        return Served(text.encode(), is_page=True, troubles=troubles)

    def _of_site(self, path: str) -> Served | None:
        theme = self.shop.theme
        asset = next((name for name, address in theme.addresses.items() if address == path), None)
        if asset is not None:
            return Served(theme.assets[asset], is_page=False)
        page = page_path(path)
        made = next((one for one in self._pages(page) if one.path == page), None)
        if made is not None:
            shown = self._with_boxes(made) if path == page else _twin(made)
            return shown and shown._replace(is_behind=self.is_behind)
        planned = next((one for one in self._files(path) if one.path == path), None)
        content = planned.make() if planned else None
        return Served(_whole(content[path]), is_page=False, is_behind=self.is_behind) if isinstance(content, Mapping) else None

    def _with_boxes(self, page: Page) -> Served | None:
        """One of the site's own pages, with what is wrong on it; on an actor's, also in what the actor said."""
        troubles = self._on_page(page.path)
        if page.path.startswith("actors/"):
            page, of_voices = marked.in_voices(page, self._of_voices(page.path.removeprefix("actors/").removesuffix(".html")))
            troubles += of_voices
        return self._rendered(page, troubles)

    def _pages(self, path: str) -> Iterable[Page]:
        """Pages among which one of the site's own stands, if there is such a one."""
        top, _, rest = path.removesuffix(".html").partition("/")
        books = self._books
        if top == "actors" and rest in books.actors:
            return [self._portrait(rest)]
        if top == "outlets" and rest in books.outlets:
            return [self.front.outlet(books.outlets[rest])]
        if top == "outlets":
            return self.front.outlets()
        if top in ("index", "page", "sources", "actors") or top.split(".")[0] == "verification":
            return [sheet.arrange() for sheet in self._sheets(top) if sheet.path == path]
        return self._plain_front().free()

    def _sheets(self, top: str) -> Iterable[Sheet]:
        """Those of the report, or of a list."""
        if top in ("sources", "actors"):
            return self.front.sources() if top == "sources" else self.front.actors()
        return self.front.report(self._said(), self._books.edition) if top.startswith("verification") else self.front.dossiers()

    def _files(self, path: str) -> Iterator[Planned]:
        """What programs look for."""
        if path in ("problems.json", SUMS):
            shown = self._all("shown", Shown).values()
            yield from self.front.report_files(self._said(), self._books.edition, lambda of_site: ([*shown, of_site], NOTHING))
        elif path == "feed.xml":
            yield from self.front.feed()
        elif path.startswith("sitemap") and path.endswith(".xml"):
            yield from self.front.sitemaps(self._all_addresses())
        elif "/" not in path and not path.endswith((".html", ".json")):
            yield from self.front.files()

    def _portrait(self, actor: str) -> Page:
        said = []
        for name, account in self.front.accounts.items():
            if actor in account.spoke:
                voiced = unpacked(self._row("voiced", name) or b"\x80", dict[str, msgspec.Raw])
                said += [bytes(voiced[actor])] if actor in voiced else []
        return steps.portrait(self.shop, actor, said)

    def _all_addresses(self) -> set[str]:
        """The addresses of all pages that search engines may list. Every page has to be arranged for that."""
        if self._addresses is None:
            of_site = chain.from_iterable(self._pages(path) for path in ("outlets.html", ""))
            in_sheets = (sheet.arrange() for top in ("index", "verification", "sources", "actors") for sheet in self._sheets(top))
            portraits = (self._portrait(actor) for actor in self._books.actors)
            outlets = (self.front.outlet(outlet) for outlet in self._books.outlets.values())
            of_dossiers = (one.make() for name in self._books.ids for one in pages.of_dossier(self._at_hand(name).given) if one.template)
            frames = (page.inputs["frame"] for page in chain(of_site, in_sheets, portraits, outlets, of_dossiers) if isinstance(page, Page))
            self._addresses = {frame.canonical for frame in frames if frame.indexed and frame.canonical}
        return self._addresses

    # ── what is told of dossiers ─────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def is_behind(self) -> bool:
        """Whether lists may still show what was told before the last edits."""
        return bool(self._stale)

    @property
    def front(self) -> Fronts:
        """The site's own pages, after everything that can be told at once has been told."""
        self._catch_up()
        return self._plain_front()

    def _catch_up(self) -> None:
        if len(self._stale) <= AT_ONCE:
            for name in list(self._stale):
                self._tell(name)

    def _plain_front(self) -> Fronts:
        if self._front is None:
            self._front = Fronts(
                self._books,
                self.shop,
                self._all_listed,
                lambda: shelved(self._all_listed()),
                self._accounts,
                lambda: Tally.of(self._accounts()),
                lambda: merged(self._all("reported", Reported).values()),
            )
        return self._front

    def _all_listed(self) -> dict[str, tuple[Listed, ...]]:
        return self._all("listed", tuple[Listed, ...])

    def _at_hand(self, dossier: str) -> Worked:
        """Everything about a dossier; of one whose files can't be read, as it was when they could."""
        if dossier not in self._worked and dossier in self._books.held:
            self._work_out_held(dossier)
        elif dossier not in self._worked:
            self._note(dossier, self._work_out(self._order(dossier)), b"")
        self._worked.move_to_end(dossier)
        return self._worked[dossier]

    def _order(self, dossier: str, around: bytes | None = None) -> Order:
        folder = self._books.folder(dossier)
        self._keep_folder(folder)
        return Order(folder, around or packed(self._books.around(dossier)), {})

    def _keep_folder(self, folder: Folder) -> None:
        """Keeps a dossier's files as they are, if they can be read."""
        self._unkept.pop(folder.id, None)
        if folder.id not in self._books.held and self._books.entries[folder.id].whole:
            self._last_read.keep(folder)

    def _keep_entered(self) -> None:
        """Keeps the files of dossiers that were just entered; of many, one after the other when nobody waits."""
        books = self._books
        self._unkept |= dict.fromkeys(books.entered)
        for name in books.entered - books.held if len(books.entered) <= AT_ONCE else ():
            with suppress(ChangedError):  # it is kept when this is told of, too
                self._keep_folder(books.folder(name))

    def _work_out_held(self, dossier: str) -> None:
        """Works out a dossier from its files as they last could be read; nothing is told of it."""
        books, is_kept = self._books, dossier in self._last_read
        folder = self._last_read.folder(dossier) if is_kept else books.folder(dossier)
        around = replace(books.around(dossier), sound=is_kept and books.entries[dossier].sound)
        order = books.with_all_names(Order(folder, packed(around), {}))
        self._keep_worked(dossier, steps.worked_out(steps.seen(order, self.shop), self.shop))

    def _work_out(self, order: Order, *, explain: bool = False) -> Worked:
        name, books = order.folder.id, self._books
        among: tuple[str, ...] = ()
        if name in books.troubled:
            order, among = books.with_all_names(order), books.seeds_meant([order])
            if not explain and len(books.sources) <= SEARCHED:
                self._unexplained.add(name)
        elsewhere = self._library.where() if explain else None
        worked = steps.worked_out(steps.seen(order, self.shop, among, elsewhere), self.shop)
        self._keep_worked(name, worked)
        return worked

    def _keep_worked(self, dossier: str, worked: Worked) -> None:
        self._worked[dossier] = worked
        while len(self._worked) > AT_HAND:
            self._worked.popitem(last=False)

    def _tell(self, dossier: str) -> None:
        """Brings up to date what lists and reports say of a dossier; what a build has told stands, if it would be told alike."""
        around = packed(self._books.around(dossier))
        if dossier in self._books.held:
            self._tell_held(self._order(dossier, around))
            return
        key = self._books.told_key(dossier, around)
        for ending in ("", UNPUBLISHED):
            if dossier not in self._books.troubled and (self._row(f"told{ending}", dossier) or b"")[:KEY] == key:
                rows = {room: self._row(f"{room}{ending}", dossier) for room in ROOMS}
                if all(row is not None for row in rows.values()):
                    self._put(dossier, rows, key)
                    return
        self._note(dossier, self._worked.get(dossier) or self._work_out(self._order(dossier, around)), key)

    def _tell_held(self, order: Order) -> None:
        """What is wrong in a dossier that stands as it was; the rest that was told of it stands too."""
        books = self._books
        if order.folder.id in self._untold:
            self._untold.remove(order.folder.id)
            self._note(order.folder.id, self._at_hand(order.folder.id), b"")
        said = steps.seen(books.with_all_names(order), self.shop, books.seeds_meant([order])).said
        self._put(order.folder.id, {"placed": packed(said)}, b"")

    def _note(self, dossier: str, worked: Worked, key: bytes) -> None:
        made: Told = steps.packed_up(worked, self.shop)
        self._put(dossier, {room: getattr(made, room) for room in ROOMS}, key)

    def _put(self, dossier: str, rows: Mapping[str, bytes | None], key: bytes) -> None:
        self._stale.pop(dossier, None)
        if not self._top_is_whole:
            self._top = None
        for room, row in rows.items():
            if row is not None and self._row(room, dossier) != row:
                if room == "account":
                    self._note_account(dossier, unpacked(row, Account))
                self._books.kept.put(room, dossier, row)
                self._renewed.setdefault(room, set()).add(dossier)
                self._troubles.pop(dossier, None)
                self._front = None
        self._books.kept.put("told", dossier, key)

    def _note_account(self, dossier: str, now: Account) -> None:
        """What is said of the whole site is said anew, if a dossier has a part in it that is different."""
        before = self._accounts().get(dossier)
        if before is None or any(getattr(before, part) != getattr(now, part) for part in ("named", "answers", "errors")):
            self._top = None

    def _row(self, room: str, dossier: str) -> bytes | None:
        return self._books.kept.get(room, dossier)

    def _all(self, room: str, kind: Any) -> dict[str, Any]:  # noqa: ANN401 a type
        """What is told in a room of all dossiers, in order."""
        ids, known = self._told.get(room, (None, {}))
        renewed = self._renewed.pop(room, set())
        if ids is None:
            known = {name: unpacked(row, kind) for name, row in self._books.kept.all(room).items()}
        is_longer = not renewed <= known.keys()
        for name in renewed:
            row = self._row(room, name)
            if row is not None:  # else it was renewed, and is gone since
                known[name] = unpacked(row, kind)
        if is_longer or ids is not self._books.ids:
            known = {name: known[name] for name in self._books.ids if name in known}
        self._told[room] = self._books.ids, known
        return known

    def _said(self) -> TopSaid:
        if self._top is None:
            known = {name: account for name, account in self._accounts().items() if name not in self._stale}
            self._top = said_of_site(self._books, self._of_theme, Tally.of(known), told=len(known) == len(self._books.ids))
            self._top_is_whole = not self._stale
        return self._top

    def _accounts(self) -> dict[str, Account]:
        return self._all("account", Account)

    # ── in between ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────

    @_patient
    def work(self) -> bool:
        """Tells about a dossier, or makes something ready that the next edit will need."""
        if self._stale:
            self._tell(next(iter(self._stale)))
        elif self._unexplained:
            name = self._unexplained.pop()
            if name in self._books.troubled and name not in self._books.held:
                self._note(name, self._work_out(self._order(name), explain=True), b"")
        elif self._untried:
            self._try(next(iter(self._untried)))
        elif not self._is_warm:
            self._is_warm = True
            bearings = self.shop.bearings
            _ = (
                bearings.near,
                bearings.spelled,
                bearings.index,
                self._books.using,
                self._accounts(),
                self.shop.theme,
            )
        elif self._unkept:
            self._keep_next()
        return bool(self._stale or self._unexplained or self._untried or self._unkept or not self._is_warm)

    def _keep_next(self) -> None:
        """Keeps the files of another dossier, as long as there is room."""
        name = next(iter(self._unkept))
        if self._last_read.is_full:
            self._unkept.clear()
        else:
            self._keep_folder(self._books.folder(name))

    # ── templates that fail ──────────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def _has_own_templates(self) -> bool:
        return bool(_known(self._dress).own)

    def _try_again(self, *, templates: bool) -> None:
        """Notes on which pages a template may fail that did not, or the other way round. `templates`: some are others."""
        suspects = {"", *self._books.suspects}
        self._untried |= dict.fromkeys(path for path in self._failed if templates or self._dossier_of(path) in suspects)
        if templates:
            self._untried |= dict.fromkeys(self._specimens())

    def _specimens(self) -> Iterator[str]:
        """A page of each template, and those of dossiers that are at hand."""
        books, top = self._books, self._books.top
        yield from self._made
        yield from (f"{name}.html" for name in ("index", "verification", "sources", "actors", "outlets", "404"))
        for dossier in [*reversed(self._worked), *books.ids][:1]:
            yield from (f"{folder}/{dossier}.html" for folder in ("dossiers", "verification"))
            yield from (f"sources/{source.id}.html" for source in books.entries[dossier].sources[:1])
        yield from (f"actors/{actor.id}.html" for actor in top.actors[:1])
        yield from (f"outlets/{outlet.id}.html" for outlet in top.outlets[:1])
        yield from (f"{page.id}.html" for page in top.pages[:1])

    def _try(self, path: str) -> None:
        """Makes a page, to know whether its template fails."""
        self._untried.pop(path, None)
        try:
            self._served(path)
        except (ChangedError, memo.BrokenError):
            self._untried[path] = None
            raise
        except Exception:  # noqa: BLE001 a fault in the program is told to who asks for the page
            self._failed.pop(path, None)

    def _try_few(self) -> None:
        """Tries those pages at once that failed and take no time."""
        failed = [path for path in self._untried if path in self._failed]
        for path in failed[:AT_HAND]:
            if self._dossier_of(path) in ("", *self._worked):
                self._try(path)

    # ── what is wrong ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

    @_patient
    def tally(self) -> tuple[int, int]:
        """How many errors and warnings there are."""
        self._catch_up()
        self._try_few()
        top = [one.problem for one in self._said().problems]
        wrong = errors(top) + sum(one.problem.severity == "error" for name in self._wrong() for one in self._said_of(name))
        warned = sum(sum(one.warnings.values()) for one in self._accounts().values())
        return wrong + len(self._failed), len(top) - errors(top) + warned

    def _wrong(self) -> list[str]:
        """The dossiers in which something is wrong."""
        accounts = self._accounts()
        return [name for name in self._books.ids if name in self._books.troubled or (name in accounts and accounts[name].errors)]

    @_patient
    def troubles(self) -> tuple[Trouble, ...]:
        """What is wrong, errors first; of the warnings only the first."""
        self._catch_up()
        self._try_few()
        failed = [self._trouble(_placed(problem), path) for path, problem in self._failed.items()]
        top = self._troubles_of_top()
        of_dossiers = chain.from_iterable(map(self._troubles_of, self._wrong()))
        found = [*failed, *(one for one in chain(top, of_dossiers) if one.severity == "error")]
        warned = (self._troubles_of(name) for name, account in self._accounts().items() if account.warnings)
        warnings = (one for one in chain(top, chain.from_iterable(warned)) if one.severity == "warning")
        return (*found, *islice(warnings, max(0, LISTED - len(found))))

    def _troubles_of_top(self) -> tuple[Trouble, ...]:
        if self._told_of_top[0] is not self._said():
            self._told_of_top = self._said(), tuple(map(self._trouble, self._said().problems))
        return self._told_of_top[1]

    def _troubles_of(self, dossier: str) -> tuple[Trouble, ...]:
        if dossier not in self._troubles:
            self._troubles[dossier] = tuple(map(self._trouble, self._said_of(dossier)))
        return self._troubles[dossier]

    def _said_of(self, dossier: str) -> tuple[Placed, ...]:
        row = self._row("placed", dossier)
        return unpacked(row, Said).problems if row else ()

    def _on_page(self, path: str) -> tuple[Trouble, ...]:
        """The errors that show on a page."""
        dossier = self._dossier_of(path)
        found = self._errors_of(dossier) if dossier else [one for one in self._troubles_of_top() if one.severity == "error"]
        return tuple(one for one in found if one.page == path)

    def _of_voices(self, actor: str) -> tuple[Trouble, ...]:
        """The errors in dossiers in which an actor speaks."""
        speaking = [name for name, account in self._accounts().items() if actor in account.spoke]
        return tuple(chain.from_iterable(map(self._errors_of, speaking)))

    def _errors_of(self, dossier: str) -> list[Trouble]:
        """The errors in a dossier; where it is shown as it was, also those that it had then."""
        books = self._books
        if dossier not in books.troubled:
            return []
        if dossier in self._stale:
            self._tell(dossier)
        now = [one for one in self._troubles_of(dossier) if one.severity == "error"]
        if dossier not in books.held or dossier not in self._last_read:
            return now
        told_now = {(one.code, one.file, one.message) for one in now}
        was = map(self._trouble, self._at_hand(dossier).said.problems)
        return now + [one for one in was if one.severity == "error" and (one.code, one.file, one.message) not in told_now]

    def _trouble(self, one: Placed, page: str = "") -> Trouble:
        problem = one.problem
        where, anchor = (page, "") if page else self._where(problem)
        return Trouble(
            problem.severity,
            problem.code,
            problem.file,
            one.line,
            one.column,
            problem.message,
            told(problem),
            one.text,
            one.width,
            where,
            anchor,
            cut=one.cut,
        )

    def _where(self, problem: Problem) -> tuple[str, str]:
        """The page and the element on which a problem shows."""
        page = self._shown_on(problem.file)
        row = problem.trail[0] if problem.trail and isinstance(problem.trail[0], int) else -1
        if page.startswith("dossiers/"):
            _, folder, name = problem.file.split("/")
            kind = name.removesuffix("s.yaml")
            ids = self._books.entries[folder].given.get(kind, ())
            record = ids[row] if 0 <= row < len(ids) else ""
            return page, f"{kind}-{record}" if record and kind != "source" else ""
        if problem.file in PAGES_OF:
            room = PAGES_OF[problem.file]
            record = self._in_row(room).get(row, "")
            return f"{room}/{record}.html" if record else page, ""
        return ("index.html", "") if problem.file == "content/site.yaml" else (page, "")

    def _in_row(self, room: str) -> dict[int, str]:
        """The record that stands in each row of actors.yaml or outlets.yaml."""
        rows = self._books.top.rows[room]
        if self._rows.get(room, (None, {}))[0] is not rows:
            self._rows[room] = rows, rows.named
        return self._rows[room][1]

    def _source_in(self, seed: str) -> str:
        """The source that stands in a seed."""
        users = self._books.using.get(seed, ())
        return next((one.id for name in users for one in self._books.entries[name].sources if seed_of(one) == seed), "")


def _known(one: T | None) -> T:
    """What is there once the site has been opened."""
    if one is None:
        raise RuntimeError("the site is not open")
    return one


def _whole(content: Content) -> bytes:
    return content if isinstance(content, bytes) else b"".join(content)


def _twin(page: Page | Mapping[str, Content]) -> Served | None:
    """A page's JSON, if it has one."""
    return Served(twins.written(page), is_page=False) if isinstance(page, Page) and page.twin is not None else None


def _placed(problem: Problem) -> Placed:
    return Placed(problem, max(problem.line, 1), max(problem.column, 1), "", 1)
