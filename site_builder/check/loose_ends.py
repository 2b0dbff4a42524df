"""What is entered and leads nowhere: actors, sources and outlets without use, reactions to nothing?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from site_builder.check.reading import WORD, ArticleWords, Reading, words_of
from site_builder.model import Actor, Article, Dossier, Outlet, Source
from site_builder.problems import Problem
from site_builder.text.kinship import several
from site_builder.text.latest import of_articles
from site_builder.text.scripts import has_unspaced


def unnamed_targets(dossier: Dossier) -> Iterator[Problem]:
    """Warnings on reactions that don't say what to."""
    for n, reaction in enumerate(dossier.reactions):
        if not reaction.to:
            message = "this reaction does not say what it reacts to"
            hint = "name the event or claim: `to: id`"
            file = f"content/{dossier.id}/reactions.yaml"
            yield Problem(file, "untargeted-reaction", message, hint, (n, "id"), severity="warning", of=(reaction.id, reaction.actor))


def unused_outlets(outlets: Sequence[Outlet], used: Collection[str | None]) -> Iterator[Problem]:
    """Warnings on outlets of which the site has no source."""
    for n, outlet in enumerate(outlets):
        if outlet.id not in used:
            message = f"no source is of the outlet '{outlet.id}'"
            hint = "name it in sources.yaml (`outlet:`), or remove it"
            yield Problem("content/outlets.yaml", "unused-outlet", message, hint, (n, "id"), severity="warning", of=(outlet.id,))


def unused_sources(readings: Iterable[Reading], named: Collection[str]) -> Iterator[Problem]:
    """Warnings on sources that nothing cites, and of which no other is said to be a copy. `named`: sources of which something is said."""
    for reading in readings:
        if not reading.cited and reading.source.id not in named:
            message = f"nothing cites the source '{reading.source.id}'"
            hint = "cite it where it carries, denies or adds something, or remove it"
            yield Problem(reading.file, "unused-source", message, hint, (reading.row, "id"), severity="warning", of=(reading.source.id,))


def spoken_of(cites: Iterable[str], sources: Iterable[Source]) -> set[str]:
    """The sources that a summary or page cites or of which another is said to be a copy."""
    return set(cites) | {origin for source in sources for origin in several(source.derived_from)}


def unused_actors(actors: Sequence[Actor], speaking: Collection[str], named: Collection[str]) -> Iterator[Problem]:
    """Warnings on actors who are neither quoted nor react, to whom no other belongs, and whom no source names.

    `speaking`: the actors of all quotes and reactions; `named`: those whose names stand in some source.
    """
    above = {actor.affiliation for actor in actors if actor.affiliation}
    for n, actor in enumerate(actors):
        if actor.id not in speaking and actor.id not in above and actor.id not in named:
            message = f"'{actor.id}' is neither quoted nor named in any source"
            hint = "quote the actor, add the name as the sources print it to `aliases`, or remove the record"
            yield Problem("content/actors.yaml", "unused-actor", message, hint, (n, "id"), severity="warning", of=(actor.id,))


NEAREST = 4  # characters beside a word, a blank and three letters, by which most names with that word are told from the text

Borne = tuple[str, int, list[str]]  # a name, its words with one blank between them; where its longest word begins; whose name it is
# names with the same longest word: by what stands right before it; by what stands right after it if it comes first; where that is too short
Alike = tuple[dict[str, list[Borne]], dict[str, list[Borne]], list[Borne]]


class Spelled(NamedTuple):
    """All names of actors, ready to be found in texts; as plain values, of which another process makes nothing anew."""

    spaced: dict[str, Alike]  # by the word that tells the name
    unspaced: dict[str, str]


def spelled(actors: Iterable[Actor]) -> Spelled:
    """The names of the actors as they may stand in a source."""
    bearers: dict[str, list[str]] = {}
    unspaced: dict[str, str] = {}
    for actor in actors:
        for name in (actor.name, *actor.aliases, *actor.misspelt):
            words = WORD.findall(name)
            if has_unspaced(name):
                unspaced[name] = actor.id
            elif words:
                bearers.setdefault(" ".join(words), []).append(actor.id)
    spaced: dict[str, Alike] = {}
    for name, actors_so_named in bearers.items():
        word = max(name.split(" "), key=len)
        before, _, after = name.partition(word)
        told = name, len(before), actors_so_named
        befores, afters, others = spaced.setdefault(word, ({}, {}, []))
        if len(before or after) < NEAREST:
            others.append(told)
        elif before:
            befores.setdefault(before[-NEAREST:], []).append(told)
        else:
            afters.setdefault(after[:NEAREST], []).append(told)
    return Spelled(spaced, unspaced)


def named_in(readings: Iterable[Reading], names: Spelled) -> set[str]:
    """The actors whose name stands in some of the sources."""
    found: set[str] = set()
    for reading in readings:
        found |= _standing(reading.article, names)
    return found


@of_articles
def _standing(article: Article, names: Spelled) -> set[str]:
    """Many names begin or end alike, and hardly any of them stands in a text: what stands beside a word tells most of them apart."""
    read, found = words_of(article), _within(article.text, names.unspaced)
    for word in read.vocabulary & names.spaced.keys():
        alike = names.spaced[word]
        among = _all(alike) if read.is_marked else _beside(word, read.spaced, alike)
        found.update(*(bearers for name, _, bearers in among if _stands(name, read)))
    return found


def _all(alike: Alike) -> Iterable[Borne]:
    befores, afters, others = alike
    return chain(others, *befores.values(), *afters.values())


def _beside(word: str, spaced: str, alike: Alike) -> Iterator[Borne]:
    """The names that may stand in a text, if only as a part of longer words. `spaced`: its words with one blank between them."""
    befores, afters, others = alike
    at = spaced.find(word)
    while at >= 0:
        end = at + len(word)
        near = befores.get(spaced[max(0, at - NEAREST) : at], ()), afters.get(spaced[end : end + NEAREST], ()), others
        for told in chain.from_iterable(near):
            if at >= told[1] and spaced.startswith(told[0], at - told[1]):
                yield told
        at = spaced.find(word, at + 1)


def _stands(name: str, read: ArticleWords) -> bool:
    """Whether a name stands there, whatever signs stand between its words."""
    if name in read.text:
        return True
    words = name.split(" ")
    return read.vocabulary.issuperset(words) and bool(re.search(r"\W+".join(map(re.escape, words)), read.text))


def _within(text: str, names: Mapping[str, str]) -> set[str]:
    """Names in scripts without spaces: all stretches of their lengths are looked up."""
    if not names or not has_unspaced(text):
        return set()
    lengths: Collection[int] = {len(name) for name in names}
    stretches = {text[at : at + length] for length in lengths for at in range(len(text) - length + 1)}
    return {names[name] for name in stretches & names.keys()}
