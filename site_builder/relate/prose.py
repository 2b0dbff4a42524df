"""What do two texts show of whether they are one report?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model import Article, Kin, Run
from site_builder.text.fingerprints import grams_of
from site_builder.text.shared import Places, Stretch, places, run, seeds, shared
from site_builder.text.words import Words, in_units

# Measured on the 45 pairs of one report and 364 others in tests/relate/wire (all scripts, without the texts kept apart): 30 pairs are
# certain, 11 more probable, one of the others is probable. Beside each number what another one would have done.
CHANCE = 3  # words of a passage that two reporters hit upon alike: who says it, what it is called. 2: four others probable
NAME = 0.5  # what a word with a capital in both texts counts: names and offices are no prose. 1: three others probable
PROBABLE_WORDS = 4  # beyond chance; unrelated pairs with several passages have up to 3. 6: two pairs missed
PROBABLE = 0.025  # of the shorter text's words: long texts share more by chance. 0.04: one pair missed
CERTAIN_WORDS = 10
CERTAIN = 0.08  # 0.04: one pair more, but a family that is not one is the worse mistake; 0.12: three pairs fewer
CREDITED = 0.5  # of this is enough where both credit the same agency
DISPUTED = 2.0  # times as much is needed where they credit different ones
ELSEWHERE = 0.15  # of what is shared must stand outside its richest paragraph, else it is background. 0: one wrong pair certain
WHOLE = 0.75  # of a text shared is more than background
FEWEST = 2  # passages, so that no law's long title makes a family
LONG = 20  # words that a single passage must have instead
FOOTER = 0.5  # of the shorter text; what both end in beyond that is their text
SPEECH = 4  # words between quotation marks are somebody's speech; fewer are names and distancing marks
LETTERS_A_WORD = 5
COMMON = 0.25  # of a passage's words in a row are known as set phrases; some two of five are kept as fingerprints
STOP = re.compile(r"[.!?…。！？؟۔।]")


class Prose(Struct, frozen=True):
    """What two texts share."""

    runs: tuple[Run, ...] = ()
    words: int = 0
    share: tuple[float, float] = (0.0, 0.0)  # of each text's words
    beyond: float = 0.0  # words beyond what chance gives
    elsewhere: float = 0.0  # of these, outside the paragraph that has most
    length: float = 0.0  # words of the shorter text
    unit: Literal["words", "characters"] = "words"


class Text:
    """A source's words, ready to be compared with those of others."""

    def __init__(self, article: Article, own: Words) -> None:
        self.text, self.own = article.text, own
        self._paragraphs = [paragraph.start for paragraph in article.paragraphs]

    @cached_property
    def places(self) -> Places:
        """Where the words in a row stand from which passages are looked for."""
        return places(self.own)

    @cached_property
    def often(self) -> frozenset[tuple[str, ...]]:
        """Words in a row that stand more than once: what the report is about is called the same again and again."""
        return frozenset(seed for seed, at in self.places.items() if len(at) > 1)

    def after_quote(self, at: int) -> bool:
        """Whether the word stands right after a quotation."""
        return at > 0 and not self.own.folded[at - 1] and self._is_quote(at - 1)

    def before_quote(self, at: int) -> bool:
        """Whether what follows the word before `at` is a quotation."""
        return not self.own.folded[at] and self._is_quote(at)

    def _is_quote(self, gap: int) -> bool:
        end = self.own.starts[gap + 1] if gap + 1 < len(self.own.folded) else len(self.text)
        unit = self.own.units_a_word
        return end - self.own.starts[gap] >= in_units(SPEECH, LETTERS_A_WORD if unit == 1 else unit)

    def closes(self, at: int) -> bool:
        """Whether the text ends before the word `at`, white space and punctuation apart."""
        return not any(self.own.folded[at:])

    def paragraph(self, at: int) -> int:
        """The number of the paragraph in which a word stands."""
        return bisect_right(self._paragraphs, self.own.starts[at])

    def ends_sentence(self, at: int) -> bool:
        """Whether a sentence ends between this word and the next."""
        return bool(STOP.search(self.text, self.own.ends[at], self.own.starts[at + 1]))

    def is_name(self, at: int) -> bool:
        """Whether the word has a capital letter."""
        return self.text[self.own.starts[at]].isupper()


def compared(one: Text, other: Text, common: Collection[int] = ()) -> Prose:
    """What two texts share outside quotation marks, and what follows from it alone. `common`: fingerprints of set phrases."""
    first, second = one.own, other.own
    weights = {
        stretch: weight
        for stretch in shared(first, second, one.places, other.places)
        if (weight := _weight(stretch, one, other, common)) > 0
    }
    words = sum(many for many, _, _ in weights)
    unit = first.units_a_word
    return Prose(
        runs=tuple(run(stretch, first, second) for stretch in weights),
        words=words,
        share=(words / max(first.count, 1), words / max(second.count, 1)),
        beyond=sum(weights.values()),
        elsewhere=_elsewhere(weights, one, other),
        length=min(first.count, second.count) / unit,
        unit="words" if unit == 1 else "characters",
    )


def _elsewhere(weights: Mapping[Stretch, float], one: Text, other: Text) -> float:
    """What is left without the paragraph that shares most: agencies put one paragraph of background below many reports."""
    in_one: defaultdict[int, float] = defaultdict(float)
    in_other: defaultdict[int, float] = defaultdict(float)
    for (many, a, b), weight in weights.items():
        for text, at, within in ((one, a, in_one), (other, b, in_other)):
            for paragraph, words in Counter(map(text.paragraph, range(at, at + many))).items():
                within[paragraph] += weight * words / many
    return sum(weights.values()) - max((*in_one.values(), *in_other.values()), default=0.0)


def _weight(stretch: Stretch, one: Text, other: Text, common: Collection[int]) -> float:
    """How much a passage tells: its words beyond chance; nothing if it is a set phrase."""
    if _is_called_so(stretch, one, other) or _is_common(stretch, one, common) or _is_footer(stretch, one, other):
        return 0
    _, a, b = stretch
    left = _without_attribution(stretch, one, other)
    names = sum(one.is_name(a + n) and other.is_name(b + n) for n in left)
    return (len(left) - (1 - NAME) * names) / one.own.units_a_word - CHANCE


def _is_called_so(stretch: Stretch, one: Text, other: Text) -> bool:
    """Whether all of it stands more than once in one of the texts: a term."""
    many, at, _ = stretch
    of = seeds(one.own.folded[at : at + many], one.own.units_a_word)
    return all(seed in one.often or seed in other.often for seed in of)


def _is_common(stretch: Stretch, one: Text, common: Collection[int]) -> bool:
    """Whether unrelated sources have it too."""
    many, at, _ = stretch
    grams = grams_of(one.own.folded[at : at + many], one.own.units_a_word) if common else []
    return bool(grams) and sum(gram in common for gram in grams) > COMMON * len(grams)


def _is_footer(stretch: Stretch, one: Text, other: Text) -> bool:
    """Whether both texts end in it and say other things before."""
    many, a, b = stretch
    longest = FOOTER * min(one.own.count, other.own.count)
    return many < longest and one.closes(a + many) and other.closes(b + many)


def _without_attribution(stretch: Stretch, one: Text, other: Text) -> range:
    """What is left of a passage without the words that say whose quotation stands beside it: two reporters say that alike."""
    many, a, b = stretch
    ends = [n for n in range(many - 1) if one.ends_sentence(a + n) or other.ends_sentence(b + n)]
    after = one.after_quote(a), other.after_quote(b)
    before = one.before_quote(a + many), other.before_quote(b + many)
    beside = (after[0] or before[0]) and (after[1] or before[1])
    start = (ends[0] + 1 if ends else many) if beside and any(after) else 0
    end = (ends[-1] + 1 if ends else 0) if beside and any(before) else many
    return range(start, max(start, end))


def turned(prose: Prose) -> Prose:
    """The same seen from the other text."""
    runs = sorted((Run(one.words, one.other, one.one) for one in prose.runs), key=lambda one: one.one)
    return replace(prose, runs=tuple(runs), share=prose.share[::-1])


def judged(prose: Prose, *, agree: bool, disagree: bool) -> Kin:
    """What the texts and the agencies they credit say together. A credit alone says nothing: agencies have many reports."""
    if len(prose.runs) < FEWEST and not any(one.words >= LONG for one in prose.runs):
        return "apart"
    ease = CREDITED if agree else DISPUTED if disagree else 1.0
    if not _is_beyond(prose, PROBABLE_WORDS * ease, PROBABLE * ease):
        return "apart"
    throughout = prose.elsewhere >= ELSEWHERE * prose.beyond or max(prose.share) >= WHOLE
    return "certain" if throughout and _is_beyond(prose, CERTAIN_WORDS * ease, CERTAIN * ease) else "probable"


def _is_beyond(prose: Prose, words: float, share: float) -> bool:
    return prose.beyond >= words and prose.beyond >= share * prose.length
