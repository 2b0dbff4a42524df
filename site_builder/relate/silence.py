"""Who is talked about but never asked?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from site_builder.model import Actor, ActorKind, Dossier, Missing, Unheard
from site_builder.text.alphabet import by_letters
from site_builder.text.names import Naming

KINDS: tuple[ActorKind, ...] = ("person", "organisation", "government", "group", "anonymous")
Places = dict[str, list[int]]  # by source: the paragraph of each time an actor is named


def missing(dossier: Dossier, named: Mapping[str, Sequence[Naming]], actors: Mapping[str, Actor]) -> Missing:
    """The actors whom the dossier's own sources name, or who respond, without a quote in it. `named`: by source, over the whole site."""
    quoted = dict.fromkeys(quote.actor for quote in dossier.quotes)
    responding = dict.fromkeys(reaction.actor for reaction in dossier.reactions)
    places = _places((source.id for source in dossier.sources), named)
    spoken_for = _spoken_for(quoted, actors)
    unheard = [
        Unheard(actor, *_speaks(actor, responding, spoken_for), tuple((source, tuple(at)) for source, at in places.get(actor, {}).items()))
        for actor in {**places, **responding}
        if actor in actors and actor not in quoted
    ]
    unheard.sort(key=lambda one: (-times(one), by_letters(actors[one.actor].name), one.actor))
    present = [actors[actor] for actor in {**quoted, **responding, **places} if actor in actors]
    return Missing(tuple(unheard), tuple(_kinds(present, quoted)))


def times(one: Unheard) -> int:
    """How often the sources name the actor."""
    return sum(len(paragraphs) for _, paragraphs in one.places)


def _places(sources: Iterable[str], named: Mapping[str, Sequence[Naming]]) -> dict[str, Places]:
    of: dict[str, Places] = {}
    for source in sources:
        for one in named.get(source, ()):
            of.setdefault(one.actor, {}).setdefault(source, []).append(one.paragraph)
    return of


def _spoken_for(quoted: Iterable[str], actors: Mapping[str, Actor]) -> dict[str, tuple[str, ...]]:
    """Those who are quoted, under everything that they belong to, directly or not."""
    through: dict[str, tuple[str, ...]] = {}
    for actor in quoted:
        for above in _above(actor, actors):
            through[above] = (*through.get(above, ()), actor)
    return through


def _above(actor: str, actors: Mapping[str, Actor]) -> Iterator[str]:
    """What an actor belongs to, and what that belongs to; a circle is walked once."""
    seen = {actor}
    at = actors[actor].affiliation if actor in actors else None
    while at and at not in seen:
        yield at
        seen.add(at)
        at = actors[at].affiliation if at in actors else None


def _speaks(
    actor: str, responding: Mapping[str, None], spoken_for: Mapping[str, tuple[str, ...]]
) -> tuple[Literal["", "reaction", "others"], tuple[str, ...]]:
    through = spoken_for.get(actor, ())
    return ("reaction" if actor in responding else "others" if through else ""), through


def _kinds(present: Sequence[Actor], quoted: Mapping[str, None]) -> Iterator[tuple[ActorKind, tuple[str, ...]]]:
    """Kinds of actor that are there and of which nobody is quoted."""
    for kind in KINDS:
        of = [actor.id for actor in present if actor.kind == kind]
        if of and not any(actor in quoted for actor in of):
            yield kind, tuple(of)
