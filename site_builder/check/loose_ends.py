"""What is entered and leads nowhere: actors, sources and outlets without use, reactions to nothing?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from site_builder.check.reading import WORD, Reading
from site_builder.model import Actor, Dossier, FreePage, Outlet, Quote, Reaction, Source
from site_builder.problems import Problem
from site_builder.text.edges import NO_SPACES
from site_builder.text.story import story_cites


def unnamed_targets(dossier: Dossier) -> Iterator[Problem]:
    """Warnings on reactions that don't say what to."""
    for n, reaction in enumerate(dossier.reactions):
        if not reaction.to:
            message = "this reaction does not say what it reacts to"
            hint = "name the event or claim: `to: id`"
            file = f"content/{dossier.id}/reactions.yaml"
            yield Problem(file, "untargeted-reaction", message, hint, (n, "id"), severity="warning", of=(reaction.id, reaction.actor))


def unused_outlets(outlets: Sequence[Outlet], sources: Iterable[Source]) -> Iterator[Problem]:
    """Warnings on outlets of which the site has no source."""
    used = {source.outlet for source in sources}
    for n, outlet in enumerate(outlets):
        if outlet.id not in used:
            message = f"no source is of the outlet '{outlet.id}'"
            hint = "name it in sources.yaml (`outlet:`), or remove it"
            yield Problem("content/outlets.yaml", "unused-outlet", message, hint, (n, "id"), severity="warning", of=(outlet.id,))


def unused_sources(readings: Iterable[Reading], dossiers: Sequence[Dossier], pages: Sequence[FreePage]) -> Iterator[Problem]:
    """Warnings on sources that nothing cites, and of which no other is said to be a copy."""
    uncited = [reading for reading in readings if not reading.cited]
    if not uncited:
        return
    markdown = (*(dossier.story for dossier in dossiers), *(page.body for page in pages))
    named = {cite.id for text in markdown if "[@" in text for cite in story_cites(text)}
    named |= {origin for dossier in dossiers for source in dossier.sources for origin in _several(source.derived_from)}
    for reading in uncited:
        if reading.source.id not in named:
            message = f"nothing cites the source '{reading.source.id}'"
            hint = "cite it where it carries, denies or adds something, or remove it"
            yield Problem(reading.file, "unused-source", message, hint, (reading.row, "id"), severity="warning", of=(reading.source.id,))


def _several(ids: str | tuple[str, ...]) -> tuple[str, ...]:
    return (ids,) if isinstance(ids, str) else ids


def unused_actors(actors: Sequence[Actor], dossiers: Iterable[Dossier], readings: Sequence[Reading]) -> Iterator[Problem]:
    """Warnings on actors who are neither quoted nor react, to whom no other belongs, and whom no source names."""
    used = {voice.actor for dossier in dossiers for voice in _voices(dossier)}
    used |= {actor.affiliation for actor in actors if actor.affiliation}
    silent = [(n, actor) for n, actor in enumerate(actors) if actor.id not in used]
    named = _named([actor for _, actor in silent], readings) if silent else set()
    for n, actor in silent:
        if actor.id not in named:
            message = f"'{actor.id}' is neither quoted nor named in any source"
            hint = "quote the actor, add the name as the sources print it to `aliases`, or remove the record"
            yield Problem("content/actors.yaml", "unused-actor", message, hint, (n, "id"), severity="warning", of=(actor.id,))


def _voices(dossier: Dossier) -> Sequence[Quote | Reaction]:
    return (*dossier.quotes, *dossier.reactions)


def _named(actors: Iterable[Actor], readings: Sequence[Reading]) -> set[str]:
    """Those of the actors whose name stands in some source."""
    spaced: dict[str, list[tuple[str, list[str]]]] = {}  # by the word that tells the name
    unspaced: dict[str, str] = {}
    for actor in actors:
        for name in (actor.name, *actor.aliases, *actor.misspelt):
            words = WORD.findall(name)
            if NO_SPACES.search(name):
                unspaced[name] = actor.id
            elif words:
                spaced.setdefault(max(words, key=len), []).append((actor.id, words))
    found: set[str] = set()
    for reading in readings:
        found |= set(_standing(reading, spaced))
        found |= _within(reading.article.text, unspaced)
    return found


def _standing(reading: Reading, spaced: Mapping[str, Sequence[tuple[str, list[str]]]]) -> Iterator[str]:
    for word in reading.vocabulary & spaced.keys():
        for actor, words in spaced[word]:
            if reading.vocabulary.issuperset(words) and re.search(r"\W+".join(map(re.escape, words)), reading.article.text):
                yield actor


def _within(text: str, names: Mapping[str, str]) -> set[str]:
    """Names in scripts without spaces: all stretches of their lengths are looked up."""
    if not names or not NO_SPACES.search(text):
        return set()
    lengths: Collection[int] = {len(name) for name in names}
    stretches = {text[at : at + length] for length in lengths for at in range(len(text) - length + 1)}
    return {names[name] for name in stretches & names.keys()}
