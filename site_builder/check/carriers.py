"""Which sources have some words: asked for quotes that name no source, and to say where the words of a failed citation do stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from site_builder.text.edges import core
from site_builder.text.elisions import GAP
from site_builder.text.fold import fold
from site_builder.text.nearest import tokens
from site_builder.text.passages import Found, Passages
from site_builder.text.utterances import SENTENCE

Library = Mapping[str, Passages]  # every source that the dossier may cite and whose file could be read

BREAKS = re.compile(f'{GAP.pattern}|{SENTENCE.pattern}|"')
COMPARED, LIKEST = 20, 8  # sources that are compared with words that failed: so many are all compared, of more only the likest
RAREST = 12  # words by which the likest are told
TELLING = 4  # characters; shorter words stand in every text


class Carriers:
    """Some sources, all searched at once: their folded texts stand in one string."""

    def __init__(self, library: Library, sources: Sequence[str] | None = None) -> None:
        """`sources`: where to look, in this order; None: in the whole library, which is put in order when somebody asks."""
        self._library = library
        self._given = sources

    @cached_property
    def _sources(self) -> Sequence[str]:
        return sorted(self._library) if self._given is None else self._given

    def having(self, words: str, *, direct: bool = False, but: str = "") -> Iterator[tuple[str, Found]]:
        """The sources that have the words, each with where; as a direct quote only where they are said."""
        for source in self._candidates(_telling(words)):
            found = self._library[source].find(words, direct=direct) if source != but else None
            if found and (found.said or not direct):
                yield source, found

    def likest(self, words: str) -> Sequence[str]:
        """The sources to compare with words that none of them has: all if they are few, else those that share the rarest words."""
        if len(self._sources) <= COMPARED:
            return self._sources
        shared: defaultdict[str, float] = defaultdict(float)
        bearing = (self._bearing[word] for word in tokens(fold(words.strip()).text) if word in self._bearing)
        for having in sorted(bearing, key=len)[:RAREST]:
            for source in having:
                shared[source] += 1 / len(having)
        return sorted(shared, key=lambda source: -shared[source])[:LIKEST] or self._sources[:LIKEST]

    @cached_property
    def _bearing(self) -> dict[str, list[str]]:
        """The sources in which each word stands."""
        bearing: defaultdict[str, list[str]] = defaultdict(list)
        for source in self._sources:
            for word in tokens(self._library[source].folded.text):
                bearing[word].append(source)
        return bearing

    def _candidates(self, telling: str) -> Iterator[str]:
        """The sources in which a stretch of folded words stands."""
        if len(telling) < TELLING:
            yield from self._sources
            return
        at = self._joined.find(telling)
        while at >= 0:
            n = bisect_right(self._starts, at) - 1
            yield self._sources[n]
            at = self._joined.find(telling, self._starts[n + 1]) if n + 1 < len(self._starts) else -1

    @cached_property
    def _joined(self) -> str:
        return "\0".join(self._library[source].folded.text for source in self._sources)

    @cached_property
    def _starts(self) -> list[int]:
        lengths = (len(self._library[source].folded.text) + 1 for source in self._sources)
        return [0, *accumulate(lengths)][: len(self._sources)]


def _telling(words: str) -> str:
    """The longest stretch of words that stands in one piece wherever they stand at all; without its first letter, whose case may differ."""
    parts = BREAKS.split(fold(words.strip()).text)
    stretches = [part[slice(*core(part))] for part in parts]
    return max(stretches, key=len)[1:]
