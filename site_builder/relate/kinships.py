"""Which pairs of sources are one report, and what shows it?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from site_builder.model import Article, Kin, Kinship, Outlet, Source
from site_builder.relate.meetings import meetings
from site_builder.relate.prose import Phrases, Prose, judged, telling, turned
from site_builder.relate.reading import Text
from site_builder.text.credits import agencies, cues
from site_builder.text.fingerprints import fingerprints
from site_builder.text.words import words

KEPT = 128  # texts that are kept while their pairs are compared: those of a dossier are neighbours

Word = Literal["derived_from", "independent_of"]
LAST_WORD: dict[Word, Kin] = {"derived_from": "certain", "independent_of": "apart"}


class Spoken(Struct, frozen=True):
    """The editor's word on two sources. `one` is the source beside which it stands."""

    one: str
    other: str
    key: Word


def kinships(
    sources: Sequence[Source],
    articles: Mapping[str, Article],
    outlets: Iterable[Outlet] = (),
    dossiers: Iterable[Iterable[str]] = (),
) -> tuple[Kinship, ...]:
    """Every pair of sources that are, or may be, one report, and every pair on which the editor has spoken; over the whole site.

    `dossiers`: the sources of each; two of one dossier are compared even where they share little.
    """
    spoken = spoken_of(sources)
    readable = sorted(name for name in {source.id for source in sources} if name in articles)
    number = {name: n for n, name in enumerate(readable)}
    met = meetings(
        [fingerprints(articles[name]) for name in readable], [[number[name] for name in of if name in number] for of in dossiers]
    )
    desk = _Desk(
        {source.id: source for source in sources}, articles, {outlet.id: outlet for outlet in outlets}, Phrases(met.common, met.everywhere)
    )
    pairs = {(readable[one], readable[other]) for one, other in met.pairs} | set(spoken)
    at = {source.id: n for n, source in enumerate(sources)}
    neighbours_first = sorted(pairs, key=lambda pair: sorted((at[pair[0]], at[pair[1]])))
    found = {pair: desk.kinship(pair, spoken.get(pair)) for pair in neighbours_first}
    return tuple(one for _, one in sorted(found.items()) if one and (one.editor or one.kin != "apart"))


def spoken_of(sources: Iterable[Source]) -> dict[tuple[str, str], Spoken]:
    """What the editor says of pairs of known sources, by the pair in order. Where both keys name a pair, `derived_from` holds."""
    listed = list(sources)
    known = {source.id for source in listed}
    spoken: dict[tuple[str, str], Spoken] = {}
    for key in LAST_WORD:
        for source in sorted(listed, key=lambda source: source.id):
            for other in several(getattr(source, key)):
                if other in known and other != source.id:
                    spoken.setdefault(in_order(source.id, other), Spoken(source.id, other, key))
    return spoken


def several(ids: str | tuple[str, ...]) -> tuple[str, ...]:
    """One id or several, as `derived_from` allows both."""
    return (ids,) if isinstance(ids, str) else ids


def in_order(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


class _Desk:
    """Compares pairs of sources; keeps what it has read of each for the next pair."""

    def __init__(
        self, sources: Mapping[str, Source], articles: Mapping[str, Article], outlets: Mapping[str, Outlet], phrases: Phrases
    ) -> None:
        self.articles, self.phrases = articles, phrases
        more = agencies(outlets.values())
        self.text = lru_cache(maxsize=KEPT)(lambda name: Text(articles[name], words(articles[name])))
        self.cues = lru_cache(maxsize=KEPT)(
            lambda name: cues(sources[name], articles.get(name), outlets.get(sources[name].outlet or ""), more)
        )

    def kinship(self, pair: tuple[str, str], spoken: Spoken | None) -> Kinship | None:
        """How two sources are related, and why; None where their texts tell so little that no credit could change it."""
        one, other = (spoken.one, spoken.other) if spoken else pair
        prose = self._prose(one, other)
        if not spoken and judged(prose, agree=True, disagree=False) == "apart":
            return None
        signs = (*self.cues(one), *self.cues(other))
        credited = tuple(tuple(dict.fromkeys(cue.agency for cue in signs if cue.source == name)) for name in (one, other))
        both = set(credited[0]).intersection(credited[1])
        measured = judged(prose, agree=bool(both), disagree=bool(credited[0] and credited[1] and not both))
        return Kinship(
            one=one,
            other=other,
            kin=LAST_WORD[spoken.key] if spoken else measured,
            measured=measured,
            runs=prose.runs,
            words=prose.words,
            share=prose.share,
            cues=tuple(cue for cue in signs if cue.agency in both),
            editor=spoken.key if spoken else "",
            unit=prose.unit,
            agencies=(credited[0], credited[1]),
        )

    def _prose(self, one: str, other: str) -> Prose:
        """What the two share. Compared in the order of their names, so that it is the same whichever is asked for first."""
        if one not in self.articles or other not in self.articles:
            return Prose()
        if one > other:
            return turned(telling(self.text(other), self.text(one), self.phrases))
        return telling(self.text(one), self.text(other), self.phrases)
