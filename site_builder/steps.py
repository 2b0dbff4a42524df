"""The steps of a build that are done dossier by dossier: bytes in, bytes out, on this machine or on another.

`enter` reads a dossier and notes what the others must know of it. When all are entered, `tell` says all about one: what is wrong with it,
its pages, and what the site's lists tell of it. Nothing here reads a disk, and nothing is remembered but desks that will be needed again.
"""

from __future__ import annotations

import marshal
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from site_builder import report
from site_builder.check.citations import Checked
from site_builder.check.discretion import discreet
from site_builder.load.seeds import inside, seed_of
from site_builder.model import Account, Actor, Citation, Date, Dossier, Outlet, Related, Rest, Site, Voice
from site_builder.noted import noted
from site_builder.problems import Noted, Placed, Problem
from site_builder.relate.briefs import related, resting, used
from site_builder.render import pages, twins
from site_builder.render.compiled import Compiled
from site_builder.render.lists import Voiced, actor_page, listed, voiced
from site_builder.render.page import Content, Page, Setting, twin_path
from site_builder.render.pages import Planned, Shelving
from site_builder.render.report import reported
from site_builder.render.story import KINDS
from site_builder.render.theme import Theme, load_theme, render
from site_builder.report import Shown
from site_builder.text.fingerprints import fingerprints
from site_builder.text.latest import of_articles
from site_builder.text.story import StoryCite, story_cites
from site_builder.verify import (
    Around,
    Bearings,
    Desk,
    Elsewhere,
    Examined,
    Findings,
    Foreign,
    Surroundings,
    Unread,
    around_desk,
    examined,
    judged,
)
from site_builder.verify import enter as entry_of

T = TypeVar("T")
R = TypeVar("R")

DESKS = 2_000  # articles whose dossiers are kept from `enter` for `tell`: some 80 MB
KEY = 12  # bytes of a digest
LATEST = 50  # values of which the digest is remembered: those of a dossier's pages
FILE = re.compile(rb"""\bfile["']?\s*:\s*(?:"([^"\n]+)"|'([^'\n]+)'|([^\s,}#\n][^,}#\n]*))""")
NOTHING = Around({})
ENCODER = msgspec.msgpack.Encoder(enc_hook=str, order="deterministic")


def packed(value: object) -> bytes:
    """The value as bytes: the same for the same value, in any process."""
    return ENCODER.encode(value)


@lru_cache(maxsize=64)
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:  # noqa: ANN401
    return msgspec.msgpack.Decoder(kind, dec_hook=lambda _, text: Date(text))


def unpacked(stored: bytes, kind: type[T]) -> T:
    """What was packed."""
    made: T = _decoder(kind).decode(stored)  # type: ignore[arg-type]  # mypy takes a type for one of its values
    return made


def digest(value: object) -> bytes:
    """What tells whether a value is still the same."""
    return blake2b(packed(value), digest_size=KEY).digest()


def each(do: Callable[[T], R], items: Iterable[T]) -> list[R]:
    """What comes of each item."""
    return list(map(do, items))


# ── entering ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Folder(NamedTuple):
    """A dossier's folder as it was read, with the seeds that it names. `key` tells whether it is still the same."""

    id: str
    key: bytes
    files: dict[str, bytes]  # by name
    seeds: dict[str, bytes | Unread]  # by path in seeds/


class Entered(NamedTuple):
    """What was entered of a dossier, packed: an Entry, what rests on its citations, and each article's fingerprints."""

    entry: bytes
    rests: bytes
    prints: dict[str, bytes]
    wanted: tuple[str, ...] = ()  # seeds that the step was not given; everything else is empty then


_prints = of_articles(fingerprints)
_desks: dict[bytes, Desk] = {}
_found: dict[bytes, bytes] = {}  # of dossiers whose desks are not kept: what was found out, packed; 1 kB an article


def seeds_named(sources: bytes) -> set[str]:
    """The seeds that a sources.yaml seems to name, found without reading it as YAML."""
    found = (next(filter(None, groups)).strip() for groups in FILE.findall(sources))
    return {inside(name.decode("utf-8", "replace")) for name in found}


def enter(folders: Sequence[Folder]) -> list[Entered]:
    """Each dossier as the site's books need it."""
    return [_entered(folder) for folder in folders]


def _entered(folder: Folder, around: Around = NOTHING) -> Entered:
    desk = _desk(folder, keep=True)
    if isinstance(desk, tuple):
        return Entered(b"", b"", {}, desk)
    checked = judged(desk, around)
    found = None if folder.key in _desks else desk.findings
    if found:
        _found[folder.key] = packed(found)
    prints = {name: _prints(article) for name, article in desk.articles.items()}
    return Entered(packed(entry_of(desk, checked)), packed(tuple(resting(desk.dossier, checked.citations))), prints)


def _desk(folder: Folder, *, keep: bool = False) -> Desk | tuple[str, ...]:
    """The dossier ready to be worked with; or the seeds that are wanted first."""
    kept = _desks.get(folder.key) if keep else _desks.pop(folder.key, None)
    if kept:
        return kept
    try:
        made = Desk(folder.id, folder.files, folder.seeds)
    except KeyError as wanted:
        return tuple(wanted.args)
    if keep and sum(len(desk.articles) for desk in _desks.values()) < DESKS:
        _desks[folder.key] = made
    found = None if keep else _found.pop(folder.key, None)
    if found:
        made.remember(unpacked(found, Findings))
    return made


class Citing(NamedTuple):
    """A dossier that cites sources of other dossiers, with these."""

    folder: Folder
    foreign: dict[str, Foreign]


def enter_citing(items: Sequence[Citing]) -> list[Entered]:
    """Dossiers again, with the verdicts on what they cite of other dossiers' sources."""
    return [_entered(one.folder, Around({}, foreign=one.foreign)) for one in items]


# ── telling ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Common(Struct, frozen=True):
    """What the pages of every dossier are made with."""

    site: Site
    outlets: tuple[Outlet, ...]
    actors: tuple[Actor, ...]
    names: bytes  # of both, ready to be looked for
    setting: Setting
    theme: str
    packaged: dict[str, bytes]  # files of the packaged theme
    own: dict[str, bytes]  # and of the site's own
    codes: bytes  # what the templates were compiled to
    templates: dict[str, bytes]  # by name: the digest of all that a template uses; none where nothing is to be rendered


class Told(NamedTuple):
    """All about a dossier. What lists and reports need of it is packed, each kind for itself."""

    account: bytes
    listed: bytes
    reported: bytes
    voiced: bytes
    placed: bytes  # problems and silenced warnings with their lines
    shown: bytes  # the same, and the citations, as problems.json has them
    planned: tuple[Made, ...]
    files: dict[str, Content]  # what was rendered
    wrong: tuple[Problem, ...]  # with templates


class Made(Struct, frozen=True, array_like=True):
    """A page or export: what it is made of, by digests, and whether search engines may list it."""

    path: str
    paths: tuple[str, ...]  # of all files made with it
    inputs: dict[str, bytes]
    address: str
    is_page: bool
    rendered: bool  # now; else it was there already, and what is not said here is said by what was made then

    @property
    def key(self) -> bytes:
        """What tells whether it would be made alike."""
        return digest(self.inputs)


class Said(Struct, frozen=True):
    """Problems with their lines."""

    problems: tuple[Placed, ...]
    answered: tuple[tuple[Placed, str], ...] = ()


class Workshop:
    """What is made once of what all dossiers have in common. Another process that it is sent to makes it there, once."""

    def __init__(self, common: Common, theme: Theme | None = None) -> None:
        self.common = common
        self.bearings = Bearings(common.actors, common.outlets, common.names)
        self.shelving = Shelving(common.site.publish, common.actors)
        self._theme = theme
        self._digests: dict[int, tuple[object, bytes]] = {}

    def __reduce__(self) -> tuple[Callable[[bytes], Workshop], tuple[bytes]]:
        return workshop, (self._packed,)

    @cached_property
    def _packed(self) -> bytes:
        return packed(self.common)

    def digest(self, value: object) -> bytes:
        """What tells whether a value is still the same. What several pages are made of is packed once."""
        known = self._digests.get(id(value))
        if known is None:
            if len(self._digests) >= LATEST:
                self._digests.clear()
            known = self._digests[id(value)] = value, digest(value)  # it is kept, so that no other gets its number
        return known[1]

    @cached_property
    def members(self) -> dict[str, list[Actor]]:
        """Who belongs to each actor."""
        of: dict[str, list[Actor]] = {}
        for actor in self.common.actors:
            if actor.affiliation:
                of.setdefault(actor.affiliation, []).append(actor)
        return of

    @property
    def theme(self) -> Theme:
        if self._theme is None:
            codes = marshal.loads(self.common.codes)  # noqa: S302 compiled by the process that asks
            self._theme, _ = load_theme(self.common.packaged, self.common.theme, self.common.own, Compiled(dict(codes)))
        return self._theme


@lru_cache(maxsize=1)
def workshop(common: bytes) -> Workshop:
    """The workshop of a packed Common."""
    return Workshop(unpacked(common, Common))


class Order(NamedTuple):
    """A dossier to be told about: with what lies round it, packed, and the keys of the pages that need not be made again."""

    folder: Folder
    around: bytes
    known: Mapping[str, bytes]


def tell(shop: Workshop, orders: Sequence[Order]) -> list[Told]:
    """All about each dossier."""
    return [told(order, shop) for order in orders]


class Seen(NamedTuple):
    """A dossier with what is wrong in it."""

    desk: Desk
    around: Around
    checked: Checked
    rests: tuple[Rest, ...]
    near: Surroundings
    found: Examined
    said: Said


def seen(order: Order, shop: Workshop, among: tuple[str, ...] = (), elsewhere: Elsewhere | None = None) -> Seen:
    """Everything that is wrong in a dossier. `among` and `elsewhere` help to say what may be meant."""
    desk = _desk(order.folder)
    if isinstance(desk, tuple) or among:
        desk = Desk(order.folder.id, order.folder.files, order.folder.seeds, among)
    around = unpacked(order.around, Around)
    checked = judged(desk, around, elsewhere)
    rests = tuple(resting(desk.dossier, checked.citations))
    near = around_desk(desk, around, rests)
    found = examined(desk, checked, around, near, shop.bearings)
    return Seen(desk, around, checked, rests, near, found, _said(desk, found))


class Worked(NamedTuple):
    """All about a dossier, before any of it is packed or rendered."""

    account: Account
    given: pages.Given  # what its pages are made of
    said: Said
    public: Said  # without words that may not be repeated


def worked_out(one: Seen, shop: Workshop) -> Worked:
    """What follows from a dossier, and what its pages are made of."""
    desk, around, near, said = one.desk, one.around, one.near, one.said
    dossier, citations = desk.dossier, one.checked.citations
    reserved = _reserved(said, dossier, shop.common.site)
    public = Said(discreet(said.problems, reserved), _discreet(said.answered, reserved))
    follows = related(
        dossier,
        citations,
        used(dossier, citations, near.sources),
        near.kin,
        one.found.told,
        articles=near.articles,
        actors=shop.bearings.actors,
        named={name: desk.namings(name, shop.bearings.index) for name in desk.articles},
        rests=one.rests,
    )
    meant = records_meant(story_cites(dossier.story), around.known)
    elsewhere = {record: owner for record, owner in meant.items() if owner != dossier.id}
    shelf = shop.shelving.shelf(near.sources, around.names, near.articles, elsewhere)
    owned = [source.id for source in dossier.sources if source.id in around.owned and source.id in desk.articles]
    given = pages.Given(
        shop.common.setting, dossier, citations, follows, shop.bearings.actors, shop.bearings.outlets, shelf,
        owned, near.rests, near.cited, near.kin.of, near.family_of, shop.shelving.standing(near.articles.values()), *_noted(desk, public),
    )  # fmt: skip
    return Worked(_account(follows, citations, said, one.found), given, said, public)


def records_meant(cites: Iterable[StoryCite], known: Mapping[str, Mapping[str, str]]) -> dict[tuple[str, str], str]:
    """The records that citations may mean, by kind and id, each with its dossier. `known`: the file that gives each id."""
    places = ((kind, name, known.get(kind, {}).get(name, "").split("/")) for name in {cite.id for cite in cites} for kind in KINDS)
    return {(kind, name): place[1] for kind, name, place in places if len(place) > 1}


def told(order: Order, shop: Workshop, among: tuple[str, ...] = (), elsewhere: Elsewhere | None = None) -> Told:
    """All about one dossier. `among` and `elsewhere` help to say what is wrong."""
    worked = worked_out(seen(order, shop, among, elsewhere), shop)
    files: dict[str, Content] = {}
    wrong: list[Problem] = []
    planned = pages.of_dossier(worked.given) if shop.common.templates and not worked.account.errors else ()
    made = tuple(make(one, shop, order.known, files, wrong) for one in planned)
    return packed_up(worked, shop)._replace(planned=made, files=files, wrong=tuple(wrong))


def packed_up(worked: Worked, shop: Workshop) -> Told:
    """What lists and reports need of a dossier, without its pages."""
    given = worked.given
    owned = [given.shelf.sources[name] for name in given.owned]
    titles = {given.dossier.id: given.dossier.cover.title}
    return Told(
        packed(worked.account),
        packed(listed(owned, shop.bearings.outlets, given.shelf, given.rests)),
        packed(reported(given.citations, given.problems, given.answered, given.shelf, titles)),
        packed({actor: msgspec.Raw(packed(said)) for actor, said in voiced(given.related.brief.voices, given.shelf).items()}),
        packed(worked.said),
        packed(shown(worked.public, given.citations)),
        (),
        {},
        (),
    )


def make(planned: Planned, shop: Workshop, known: Mapping[str, bytes], files: dict[str, Content], wrong: list[Problem]) -> Made:
    """What a page is made of; its files are added to `files`, unless it is known to be there already."""
    inputs = {name: shop.digest(value) for name, value in planned.ingredients.items()}
    if planned.template:
        inputs["its template"] = shop.common.templates.get(planned.template, b"")
    if known.get(planned.path) == digest(inputs):
        return Made(planned.path, (), inputs, "", is_page=bool(planned.template), rendered=False)
    made = planned.make()
    if not isinstance(made, Page):
        files.update(made)
        return Made(planned.path, tuple(made), inputs, "", is_page=False, rendered=True)
    text = render(made, shop.theme)
    if isinstance(text, Problem):
        wrong.append(text)
        return Made(planned.path, (), inputs, "", is_page=True, rendered=True)
    frame = made.inputs["frame"]
    written = {made.path: text.encode()} | ({twin_path(made.path): twins.written(made)} if made.twin is not None else {})
    files.update(written)
    return Made(planned.path, tuple(written), inputs, frame.canonical if frame.indexed else "", is_page=True, rendered=True)


class Portrait(NamedTuple):
    """An actor to be shown: all that they say, dossier by dossier, each packed; and the keys of what need not be made again."""

    actor: str
    said: list[bytes]
    known: Mapping[str, bytes]


class Painted(NamedTuple):
    """What was made of a page."""

    planned: tuple[Made, ...]
    files: dict[str, Content]
    wrong: tuple[Problem, ...]


def portray(shop: Workshop, portraits: Sequence[Portrait]) -> list[Painted]:
    """The page of each actor."""
    made = []
    for one in portraits:
        page = portrait(shop, one.actor, one.said)
        files: dict[str, Content] = {}
        wrong: list[Problem] = []
        planned = tuple(make(plan, shop, one.known, files, wrong) for plan in (pages.arranged(page), pages.twin_of(page)))
        made.append(Painted(planned, files, tuple(wrong)))
    return made


def portrait(shop: Workshop, name: str, said: Iterable[bytes]) -> Page:
    """The page of an actor. `said`: all that they say, dossier by dossier, packed."""
    actor = shop.bearings.actors[name]
    of = shop.bearings.actors.get(actor.affiliation or "")
    return actor_page(shop.common.setting, actor, of, shop.members.get(name, ()), [unpacked(one, Voiced) for one in said])


def _said(desk: Desk, found: Examined) -> Said:
    """The problems with their lines."""
    texts = {f"content/{desk.dossier.id}/{name}": text for name, text in desk.files.items()}
    texts |= {f"seeds/{name}": text for name, text in desk.seeds.items() if isinstance(text, bytes)}
    reasons = dict(found.answered)
    problems = report.placed(found.problems, texts)
    answered = report.placed(reasons, texts)
    return Said(tuple(problems), tuple((one, reasons[one.problem]) for one in answered))


def _discreet(answered: Iterable[tuple[Placed, str]], reserved: set[str]) -> tuple[tuple[Placed, str], ...]:
    pairs = list(answered)
    return tuple(zip(discreet((one for one, _ in pairs), reserved), (reason for _, reason in pairs), strict=True))


def _reserved(said: Said, dossier: Dossier, site: Site) -> set[str]:
    """The seeds of which no word may be repeated: all but those that the dossier shows in full."""
    shown, kept = set[str](), set[str]()
    for source in dossier.sources:
        (shown if (source.publish or site.publish) == "full" else kept).add(f"seeds/{source.file}")
    spoken_of = {one.problem.file for one in (*said.problems, *(silenced for silenced, _ in said.answered))}
    return {file for file in spoken_of if file.startswith("seeds/")} - (shown - kept)


def _noted(desk: Desk, said: Said) -> tuple[tuple[Noted, ...], tuple[Noted, ...]]:
    """The problems, and the silenced warnings, each with what it is about."""
    names = {file: rows.named for file, rows in desk.rows.items()}
    seeds = {seed_of(source): (desk.dossier.id, source.id) for source in desk.dossier.sources}
    answered = tuple(noted(one, names, seeds, reason) for one, reason in said.answered)
    return tuple(noted(one, names, seeds) for one in said.problems), answered


def _account(follows: Related, citations: Sequence[Citation], said: Said, found: Examined) -> Account:
    verdicts = Counter(one.verdict for one in citations)
    return Account(
        brief=replace(follows.brief, rests=(), voices=()),
        verdicts=dict(verdicts),
        reports=len(follows.families),
        perhaps=len(follows.perhaps or follows.families),
        warnings=dict(Counter(one.problem.code for one in said.problems if one.problem.severity == "warning")),
        silenced=dict(Counter(one.problem.code for one, _ in said.answered)),
        errors=sum(one.problem.severity == "error" for one in said.problems),
        spoke=_spoke(follows.brief.voices),
        named=found.named,
        answers=found.site_answers,
    )


def _spoke(voices: Iterable[Voice]) -> dict[str, tuple[int, int]]:
    """How often each actor is quoted, and how often they respond."""
    quoted, responding = Counter[str](), Counter[str]()
    for voice in voices:
        (quoted if voice.kind == "quote" else responding)[voice.actor] += 1
    return {actor: (quoted[actor], responding[actor]) for actor in {**quoted, **responding}}


def shown(said: Said, citations: Iterable[Citation]) -> Shown:
    """What problems.json tells of a dossier."""
    return Shown(
        report.pieces(report.of_problem(one) for one in said.problems),
        report.pieces(report.of_citation(one) for one in citations),
        report.pieces({**report.of_problem(one), "reason": reason} for one, reason in said.answered),
    )
