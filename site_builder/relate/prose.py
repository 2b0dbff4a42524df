"""What do two texts show of whether they are one report?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model import Kin, Run
from site_builder.text.fingerprints import grams_of
from site_builder.text.shared import SEED, Stretch, run, seeds, shared
from site_builder.text.words import Words

CHANCE = 3  # words of each passage that two reporters of one event may hit upon alike; only what goes beyond tells something
NAME = 0.5  # what a word with a capital counts: names and offices are no prose
CERTAIN = 0.10  # of the shorter text's words must be beyond chance
CERTAIN_WORDS = 10
PROBABLE = 0.03
PROBABLE_WORDS = 6
CREDITED = 0.5  # of this is enough where both credit the same agency
FEWEST = 2  # passages, so that no single phrase makes a family
LONG = 20  # words that a single passage must have instead
COMMON = 0.25  # of a passage's words in a row are set phrases; half of all are kept as fingerprints


class Prose(Struct, frozen=True):
    """What two texts share."""

    runs: tuple[Run, ...] = ()
    words: int = 0
    share: tuple[float, float] = (0.0, 0.0)
    beyond: float = 0.0  # words beyond what chance gives
    length: float = 0.0  # words of the shorter text
    unit: Literal["words", "characters"] = "words"


class Text:
    """A source's words, ready to be compared with those of others."""

    def __init__(self, text: str, own: Words) -> None:
        self.text, self.own = text, own

    @cached_property
    def often(self) -> frozenset[tuple[str, ...]]:
        """Words in a row that stand more than once: what the report is about is called the same again and again."""
        counted = Counter(seeds(self.own.folded, SEED * self.own.units_a_word))
        return frozenset(seed for seed, many in counted.items() if many > 1 and "" not in seed)


def compared(one: Text, other: Text, common: Collection[int] = ()) -> Prose:
    """What two texts share outside quotation marks, and what follows from it alone. `common`: fingerprints of set phrases."""
    first, second = one.own, other.own
    telling = [(stretch, weight) for stretch in shared(first, second) if (weight := _weight(stretch, one, other, common)) > 0]
    runs = tuple(run(stretch, first, second) for stretch, _ in telling)
    words = sum(stretch[0] for stretch, _ in telling)
    share = (words / max(first.count, 1), words / max(second.count, 1))
    unit = first.units_a_word
    length = min(first.count, second.count) / unit
    return Prose(runs, words, share, sum(weight for _, weight in telling), length, "words" if unit == 1 else "characters")


def turned(prose: Prose) -> Prose:
    """The same seen from the other text."""
    runs = sorted((Run(one.words, one.other, one.one) for one in prose.runs), key=lambda one: one.one)
    return replace(prose, runs=tuple(runs), share=prose.share[::-1])


def judged(prose: Prose, *, agree: bool, disagree: bool) -> Kin:
    """What the texts and the agencies they credit say together. A credit alone says nothing: agencies have many reports."""
    if len(prose.runs) < FEWEST and not any(one.words >= LONG for one in prose.runs):
        return "apart"
    ease = CREDITED if agree else 1.0
    if prose.beyond >= CERTAIN_WORDS * ease and prose.beyond >= CERTAIN * ease * prose.length:
        return "certain"
    if prose.beyond >= PROBABLE_WORDS * ease and prose.beyond >= PROBABLE * ease * prose.length:
        return "probable"
    return "apart"


def _weight(stretch: Stretch, one: Text, other: Text, common: Collection[int]) -> float:
    """How much a passage tells: its words beyond chance; nothing if it is a set phrase."""
    many, at, _ = stretch
    unit = one.own.units_a_word
    words = one.own.folded[at : at + many]
    if all(seed in one.often or seed in other.often for seed in seeds(words, SEED * unit)):
        return 0
    if common:
        grams = grams_of(words, unit)
        if sum(gram in common for gram in grams) > COMMON * len(grams):
            return 0
    capitals = sum(one.text[one.own.starts[n]].isupper() for n in range(at, at + many))
    return (many - (1 - NAME) * capitals) / unit - CHANCE
