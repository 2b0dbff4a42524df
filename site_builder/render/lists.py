"""What do the lists of dossiers, sources, actors and outlets show, and the pages of actors and outlets?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model import Actor, Brief, Carried, Outlet, Rest, Source, Voice
from site_builder.render import links, metadata, twins
from site_builder.render.facts import STANCES
from site_builder.render.page import Link, Page, Setting, Sheet
from site_builder.render.shown import PARAGRAPH, Dated, Shelf, dated, in_full, moment
from site_builder.text.alphabet import by_letters

T = TypeVar("T")

DOSSIERS_A_PAGE = 50
LINES_A_PAGE = 500  # of the other lists: some 60 kB


class Paging(Struct, frozen=True):
    """Where a page stands among those of its list."""

    number: int
    last: int
    previous: str
    next: str


class BriefShown(Struct, frozen=True):
    """A dossier in the list."""

    href: str
    title: str
    standfirst: str
    status: str
    updated: Dated | None
    tags: tuple[str, ...]
    sources: int
    originators: int
    quotes: int
    citations: int


class SourceLine(Struct, frozen=True):
    """A source in a list."""

    href: str
    name: str
    title: str
    outlet: str
    published: Dated | None
    citations: int
    language: str
    direction: str


class ActorLine(Struct, frozen=True):
    """An actor in the list."""

    href: str
    name: str
    role: str
    quotes: int
    reactions: int


class OutletLine(Struct, frozen=True):
    """An outlet in the list."""

    href: str
    name: str
    kind: str
    country: str
    sources: int


class VoiceShown(Struct, frozen=True):
    """What an actor said or how they responded."""

    kind: str
    words: str
    direct: bool
    href: str
    stance: str
    stance_words: str
    date: Dated | None
    place: str
    sources: tuple[Link, ...]
    language: str
    direction: str
    carried: Carried | None


class Heard(Struct, frozen=True):
    """What an actor said in one dossier."""

    title: str
    href: str
    quotes: tuple[VoiceShown, ...]
    reactions: tuple[VoiceShown, ...]


Placing = tuple[str, str, str]  # by what a dossier has its place: when it was updated, its title, and its moment in feeds or ""


def placing(brief: Brief) -> Placing:
    """By what a dossier has its place in lists and feeds."""
    return str(brief.updated or ""), by_letters(brief.title), moment(brief.updated)


def newest_first(dossiers: Mapping[str, Placing]) -> list[str]:
    """The dossiers by the date of the last update, unknown ones last, then by title."""
    by_title = sorted(dossiers, key=lambda name: (dossiers[name][1], name))
    return sorted(by_title, key=lambda name: dossiers[name][0], reverse=True)


def index_sheets(setting: Setting, ordered: Sequence[str], brief: Callable[[str], Brief]) -> Iterator[Sheet]:
    """The dossiers, in the order given."""

    def arrange(path: str, paging: Paging, names: Sequence[str]) -> Page:
        up, part = "../" * path.count("/"), list(map(brief, names))
        inputs: dict[str, Any] = {
            "frame": metadata.of_index(setting, path, part),
            "dossiers": tuple(_brief(one, up) for one in part),
            "paging": paging,
        }
        return Page(path, "index.html", inputs, {"title": setting.site.title, "dossiers": twins.of_briefs(part)})

    for path, paging, names in _paged("index.html", "page", ordered, DOSSIERS_A_PAGE):
        yield Sheet(path, names, paging, partial(arrange, path, paging, names))


def _brief(one: Brief, up: str) -> BriefShown:
    href = f"{up}dossiers/{one.id}.html"
    counts = (len(one.sources), one.originators, one.quotes, one.citations)
    return BriefShown(href, one.title, one.standfirst, one.status, dated(one.updated), one.tags, *counts)


class Listed(Struct, frozen=True):
    """A source as the site's lists tell it, as seen from the site's root."""

    id: str
    outlet: str
    called: str  # by which it is put in order
    line: SourceLine
    twin: dict[str, Any]


def listed(
    sources: Iterable[Source], outlets: Mapping[str, Outlet], shelf: Shelf, rests: Mapping[str, Sequence[Rest]]
) -> tuple[Listed, ...]:
    """The sources as lists tell them."""
    return tuple(
        Listed(
            source.id,
            source.outlet or "",
            by_letters(shelf.names[source.id].strip("“")),
            source_line(source, outlets, shelf, len(rests.get(source.id, ())), ""),
            twins.in_list(source, shelf),
        )
        for source in sources
    )


def _lines(part: Iterable[Listed], up: str) -> tuple[SourceLine, ...]:
    return tuple(replace(one.line, href=up + one.line.href) for one in part)


Shelved = tuple[str, str, str, str]  # of a source: by what it is put in order, its id, its outlet, and the dossier that tells of it


def shelved(listed: Mapping[str, Iterable[Listed]]) -> list[Shelved]:
    """All sources, by name. `listed` by dossier."""
    return sorted((one.called, one.id, one.outlet, name) for name, own in listed.items() for one in own)


def source_sheets(setting: Setting, ordered: Sequence[Shelved], find: Callable[[Shelved], Listed]) -> Iterator[Sheet]:
    """All sources, in the order given."""

    def arrange(path: str, paging: Paging, shelf: Sequence[Shelved]) -> Page:
        part = list(map(find, shelf))
        lines = _lines(part, "../" * path.count("/"))
        frame = metadata.frame(setting, path, "Sources", "Every article that a dossier rests on", section="sources")
        twin = {"sources": [one.twin for one in part]}
        return Page(path, "sources.html", {"frame": frame, "sources": lines, "total": len(ordered), "paging": paging}, twin)

    for path, paging, part in _paged("sources.html", "sources/page", ordered, LINES_A_PAGE):
        yield Sheet(path, [one[1] for one in part], (len(ordered), paging), partial(arrange, path, paging, part))


def source_line(source: Source, outlets: Mapping[str, Outlet], shelf: Shelf, citations: int, up: str) -> SourceLine:
    """A source in a list."""
    outlet = outlets.get(source.outlet or "")
    tag = links.language(source.language)
    return SourceLine(
        f"{up}sources/{source.id}.html",
        in_full(source, shelf),
        source.title,
        outlet.name if outlet else "",
        dated(source.published),
        citations,
        tag,
        links.direction(tag),
    )


def actor_sheets(setting: Setting, actors: Iterable[Actor], often: Mapping[str, tuple[int, int]], records: bytes) -> Iterator[Sheet]:
    """All actors, by name. `often`: how often each is quoted and responds; `records`: what tells whether their records are the same."""
    ordered = sorted(actors, key=lambda one: (by_letters(one.name), one.id))

    def arrange(path: str, paging: Paging, part: Sequence[Actor]) -> Page:
        up = "../" * path.count("/")
        lines = tuple(ActorLine(f"{up}actors/{one.id}.html", one.name, one.role, *often.get(one.id, (0, 0))) for one in part)
        frame = metadata.frame(setting, path, "Actors", "Everyone who is quoted or responds", section="actors")
        twin = {"actors": [twins.plain(actor) for actor in part]}
        return Page(path, "actors.html", {"frame": frame, "actors": lines, "total": len(ordered), "paging": paging}, twin)

    for path, paging, part in _paged("actors.html", "actors/page", ordered, LINES_A_PAGE):
        yield Sheet(path, [one.id for one in part], (len(ordered), paging, records), partial(arrange, path, paging, part))


def outlet_pages(setting: Setting, outlets: Iterable[Outlet], published: Mapping[str, int]) -> Iterator[Page]:
    """All outlets, by name. `published`: how many sources each has."""
    ordered = sorted(outlets, key=lambda one: (by_letters(one.name), one.id))
    for path, paging, part in _paged("outlets.html", "outlets/page", ordered, LINES_A_PAGE):
        up = "../" * path.count("/")
        lines = tuple(
            OutletLine(f"{up}outlets/{one.id}.html", one.name, one.kind or "", one.country, published.get(one.id, 0)) for one in part
        )
        frame = metadata.frame(setting, path, "Outlets", "Who published the sources", section="outlets")
        twin = {"outlets": [twins.plain(outlet) for outlet in part]}
        yield Page(path, "outlets.html", {"frame": frame, "outlets": lines, "total": len(ordered), "paging": paging}, twin)


def _paged(first: str, folder: str, items: Sequence[T], size: int) -> Iterator[tuple[str, Paging, Sequence[T]]]:
    """The list cut into pages: the first under its own name, the others numbered in a folder that no id can name."""
    last = max(1, -(-len(items) // size))
    for number in range(1, last + 1):
        path = _numbered(first, folder, number)
        up = "../" * path.count("/")
        before = up + _numbered(first, folder, number - 1) if number > 1 else ""
        after = up + _numbered(first, folder, number + 1) if number < last else ""
        yield path, Paging(number, last, before, after), items[(number - 1) * size : number * size]


def _numbered(first: str, folder: str, number: int) -> str:
    return first if number == 1 else f"{folder}/{number}.html"


class Voiced(Struct, frozen=True):
    """What one actor says in one dossier, as told and as shown."""

    voices: tuple[Voice, ...]
    heard: Heard


def voiced(voices: Iterable[Voice], shelf: Shelf) -> dict[str, Voiced]:
    """What each actor says in a dossier."""
    of: dict[str, list[Voice]] = {}
    for voice in voices:
        of.setdefault(voice.actor, []).append(voice)
    return {actor: Voiced(tuple(said), _heard(said, shelf)) for actor, said in of.items()}


def actor_page(setting: Setting, actor: Actor, of: Actor | None, members: Sequence[Actor], said: Sequence[Voiced]) -> Page:
    """Everything an actor said and how they responded, dossier by dossier."""
    path = f"actors/{actor.id}.html"
    inputs: dict[str, Any] = {
        "frame": metadata.of_actor(setting, path, actor),
        "actor": actor,
        "link": Link(actor.url, links.web(actor.url)) if actor.url else None,
        "affiliation": Link(of.name, f"{of.id}.html") if of else None,
        "members": tuple(Link(one.name, f"{one.id}.html") for one in members),
        "heard": tuple(one.heard for one in said),
    }
    return Page(path, "actor.html", inputs, twins.of_actor(actor, [voice for one in said for voice in one.voices]))


def _heard(said: Sequence[Voice], shelf: Shelf) -> Heard:
    quotes = tuple(_voice(voice, shelf) for voice in said if voice.kind == "quote")
    reactions = tuple(_voice(voice, shelf) for voice in said if voice.kind == "reaction")
    return Heard(said[0].title, f"../dossiers/{said[0].dossier}.html", quotes, reactions)


def _voice(voice: Voice, shelf: Shelf) -> VoiceShown:
    href = links.to_record("../", voice.dossier, voice.kind, voice.id)
    places = dict.fromkeys((rest.source, rest.anchors[0].paragraph if rest.anchors else 0) for rest in voice.rests)
    sources = tuple(
        Link(f"{shelf.names[source]}, {PARAGRAPH}{paragraph}", links.to_source("../", source, paragraph)) for source, paragraph in places
    )
    tag = shelf.sources[voice.rests[0].source].language if voice.rests and voice.kind == "quote" else ""
    stance = voice.stance or ""
    words = STANCES.get(stance, "")
    return VoiceShown(
        voice.kind,
        voice.words,
        voice.direct,
        href,
        stance,
        words,
        dated(voice.date),
        voice.place,
        sources,
        links.language(tag),
        links.direction(tag),
        voice.carried,
    )


def outlet_page(setting: Setting, outlet: Outlet, sources: Sequence[Listed]) -> Page:
    """An outlet with its sources."""
    path = f"outlets/{outlet.id}.html"
    frame = metadata.frame(setting, path, outlet.name, f"Sources published by {outlet.name}", section="outlets")
    link = Link(outlet.url, links.web(outlet.url)) if outlet.url else None
    inputs = {"frame": frame, "outlet": outlet, "link": link, "sources": _lines(sources, "../")}
    return Page(path, "outlet.html", inputs, twins.of_outlet(outlet, [one.id for one in sources]))
