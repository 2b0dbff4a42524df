"""What is entered and leads nowhere: actors, sources and outlets without use, reactions to nothing?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

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
Plain = tuple[dict[str, list[tuple[Any, ...]]], dict[str, str]]  # see `Spelled`


class Telling(NamedTuple):
    """A name of an actor that is set in words."""

    actor: str
    words: list[str]
    name: str  # its words with one blank between them


class Alike:
    """Names that are told by one word, the longest of each."""

    def __init__(self, names: Iterable[Telling] = ()) -> None:
        self.names = list(names)

    @cached_property
    def _beside(self) -> dict[tuple[int, int], dict[tuple[str, str], list[Telling]]]:
        """The names by what stands before and after the word; by the lengths of both, of which there are few, however many the names."""
        of: dict[tuple[int, int], dict[tuple[str, str], list[Telling]]] = {}
        for one in self.names:
            before, _, after = one.name.partition(max(one.words, key=len))
            of.setdefault((len(before), len(after)), {}).setdefault((before, after), []).append(one)
        return of

    @cached_property
    def _nearest(self) -> tuple[set[str], set[str]] | None:
        """What stands before the word in names that don't begin with it, and after it in the others; None if that is too short."""
        pairs = [pair for names in self._beside.values() for pair in names]
        before, after = {one[-NEAREST:] for one, _ in pairs if one}, {other[:NEAREST] for one, other in pairs if not one}
        return (before, after) if all(len(one) == NEAREST for one in before | after) else None

    def within(self, word: str, spaced: str) -> Iterator[Telling]:
        """Those that stand in a text, if only as a part of longer words. `spaced`: its words with one blank between them."""
        nearest, at = self._nearest, spaced.find(word)
        while at >= 0:
            end = at + len(word)
            here = spaced[max(0, at - NEAREST) : at], spaced[end : end + NEAREST]
            if nearest is None or here[0] in nearest[0] or here[1] in nearest[1]:
                for (before, after), names in self._beside.items():
                    if before <= at:
                        yield from names.get((spaced[at - before : at], spaced[end : end + after]), ())
            at = spaced.find(word, at + 1)


class Spelled(NamedTuple):
    """All names of actors, ready to be found in texts."""

    spaced: Mapping[str, Alike]  # by the word that tells the name
    unspaced: Mapping[str, str]

    @classmethod
    def of(cls, plain: Plain) -> Spelled:
        """The names of which `plain` was told."""
        return cls({word: Alike(map(Telling._make, names)) for word, names in plain[0].items()}, plain[1])

    def plain(self) -> Plain:
        return {word: list(map(tuple, alike.names)) for word, alike in self.spaced.items()}, dict(self.unspaced)


def spelled(actors: Iterable[Actor]) -> Spelled:
    """The names of the actors as they may stand in a source."""
    spaced: dict[str, Alike] = {}
    unspaced: dict[str, str] = {}
    for actor in actors:
        for name in (actor.name, *actor.aliases, *actor.misspelt):
            words = WORD.findall(name)
            if has_unspaced(name):
                unspaced[name] = actor.id
            elif words:
                spaced.setdefault(max(words, key=len), Alike()).names.append(Telling(actor.id, words, " ".join(words)))
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
        among = alike.names if read.is_marked else alike.within(word, read.spaced)
        found.update(one.actor for one in among if _stands(one, read))
    return found


def _stands(one: Telling, read: ArticleWords) -> bool:
    """Whether a name stands there, whatever signs stand between its words."""
    text = read.text
    if one.name in text:
        return True
    return read.vocabulary.issuperset(one.words) and bool(re.search(r"\W+".join(map(re.escape, one.words)), text))


def _within(text: str, names: Mapping[str, str]) -> set[str]:
    """Names in scripts without spaces: all stretches of their lengths are looked up."""
    if not names or not has_unspaced(text):
        return set()
    lengths: Collection[int] = {len(name) for name in names}
    stretches = {text[at : at + length] for length in lengths for at in range(len(text) - length + 1)}
    return {names[name] for name in stretches & names.keys()}
