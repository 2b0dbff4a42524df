"""What do two texts show of whether they are one report?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model import Kin, Run
from site_builder.relate.reading import Text
from site_builder.text.fingerprints import fingerprints_of, grams_of
from site_builder.text.shared import PASSAGE, Stretch, run, seeds, shared
from site_builder.text.words import in_units

# Measured on the 45 pairs of one report and the 364 others in tests/relate/wire that were at hand: 30 are certain, 14 more are probable,
# and so is one of the others. Beside a number stands what another one would have done.
NAME = 0.5  # what a word with a capital in both texts counts: names and offices are no prose. 1: two others more
PROBABLE_WORDS = 4  # beyond chance; two reporters' texts with several passages have up to 3, and with 3 here one more would be wrong
PROBABLE = 0.025  # of the shorter text's words, since long texts share more by chance
CERTAIN_WORDS = 10  # 15: five pairs fewer
CERTAIN = 0.08  # 0.04: one pair more, but a family that is not one is the worse mistake; 0.12: three pairs fewer
CREDITED = 0.5  # of this is enough where both credit the same agency
DISPUTED = 2.0  # times as much is needed where they credit different ones
ELSEWHERE = 0.15  # of it must stand outside its richest paragraph, else it is background. 0: one wrong pair certain; 0.3: four fewer
WHOLE = 0.75  # of a text shared is more than background
AT_ONE_GO = 0.5  # of a text in a single passage is a report; less may be what both had from somewhere else: 0.35 to 0.45 where it was so
FEWEST = 2  # passages, so that no law's long title makes a family. 1: two others more
LONG = 20  # words that a single passage must have instead. 10: two others more
FOOTER = 0.5  # of the shorter text; what both end in beyond that is their text. 0: 13 others more
HEARD = 0.25  # of a shorter one's words in a row must be heard everywhere; of those that are, two of five are kept as fingerprints
LONG_PHRASE = 12  # words from which a set phrase is known by its fingerprints: on a large site every short phrase is somewhere else too


class Measure(Struct, frozen=True):
    """What counts as shared."""

    least: int  # words in a row
    chance: float  # words of it that two reporters hit upon alike: who says it, what it is called


PASSAGES = Measure(PASSAGE, 3)  # with a chance of 2, four others are probable
PHRASES = Measure(2, 1)  # for retellings that leave no passage whole
MANY_PHRASES = 5
MUCH = 0.11  # of the shorter text's words. Reports of one event by two reporters have up to 0.09, retellings from 0.10, most from 0.15


class Phrases(NamedTuple):
    """Fingerprints of set phrases."""

    common: frozenset[int]  # of long ones: on a large site every short one is somewhere else too; those that both texts have
    everywhere: frozenset[int]  # of any


NO_PHRASES = Phrases(frozenset(), frozenset())


class Prose(Struct, frozen=True):
    """What two texts share."""

    measure: Measure = PASSAGES
    runs: tuple[Run, ...] = ()
    words: int = 0
    share: tuple[float, float] = (0.0, 0.0)  # of each text's words
    beyond: float = 0.0  # words beyond what chance gives
    elsewhere: float = 0.0  # of these, outside the paragraph that has most
    length: float = 0.0  # words of the shorter text
    unit: Literal["words", "characters"] = "words"


def compared(one: Text, other: Text, phrases: Phrases = NO_PHRASES, measure: Measure = PASSAGES) -> Prose:
    """What two texts share outside quotation marks, and what follows from it alone. `phrases`: those that say nothing."""
    in_one, in_other = one.places(measure.least), other.places(measure.least)
    stretches = shared(one.own, other.own, in_one, in_other, measure.least)
    weights = _weights(stretches, one, other, phrases, measure)
    found = _prose(weights, one, other, measure)
    if judged(found, agree=True, disagree=False) == "apart":
        return found  # as most: nobody need ask what sort of paragraphs these are
    least = in_units(measure.least, one.own.units_a_word)
    parts = [part for stretch in weights for part in _telling(stretch, one, other, least)]
    if parts == list(weights):
        return found
    left = {part: weights[part] for part in parts if part in weights} | _weights(set(parts) - weights.keys(), one, other, phrases, measure)
    return _prose({part: left[part] for part in sorted(left, key=itemgetter(1))}, one, other, measure)


def _weights(stretches: Iterable[Stretch], one: Text, other: Text, phrases: Phrases, measure: Measure) -> dict[Stretch, float]:
    """The passages that tell something, and how much."""
    found = {stretch: _weight(stretch, one, other, phrases, measure) for stretch in stretches}
    return {stretch: weight for stretch, weight in found.items() if weight > 0}


def _prose(weights: Mapping[Stretch, float], one: Text, other: Text, measure: Measure) -> Prose:
    first, second = one.own, other.own
    words = sum(many for many, _, _ in weights)
    unit = first.units_a_word
    return Prose(
        measure=measure,
        runs=tuple(run(stretch, first, second) for stretch in weights),
        words=words,
        share=(words / max(first.count, 1), words / max(second.count, 1)),
        beyond=sum(weights.values()),
        elsewhere=_elsewhere(weights, one, other),
        length=min(first.count, second.count) / unit,
        unit="words" if unit == 1 else "characters",
    )


def _telling(stretch: Stretch, one: Text, other: Text, least: int) -> Iterator[Stretch]:
    """What of a passage is left without the paragraphs that tell nothing in either text; nothing of a footer above such."""
    many, a, b = stretch
    for first, last in one.telling(a, a + many - 1):
        for start, end in other.telling(b + first - a, b + last - a - 1):
            part = end - start, a + start - b, start
            if end - start >= least and not (_is_short(part, one, other) and one.ends_at(a + end - b) and other.ends_at(end)):
                yield part


def _elsewhere(weights: Mapping[Stretch, float], one: Text, other: Text) -> float:
    """What is left without the paragraph that shares most: agencies put one paragraph of background below many reports."""
    in_one: defaultdict[int, float] = defaultdict(float)
    in_other: defaultdict[int, float] = defaultdict(float)
    for (many, a, b), weight in weights.items():
        for text, at, within in ((one, a, in_one), (other, b, in_other)):
            for paragraph, words in Counter(map(text.paragraph, range(at, at + many))).items():
                within[paragraph] += weight * words / many
    return sum(weights.values()) - max((*in_one.values(), *in_other.values()), default=0.0)


def _weight(stretch: Stretch, one: Text, other: Text, phrases: Phrases, measure: Measure) -> float:
    """How much a passage tells: its words beyond chance; nothing if it is a set phrase."""
    if _is_called_so(stretch, one, other, measure.least) or _is_common(stretch, one, phrases) or _is_footer(stretch, one, other):
        return 0
    _, a, b = stretch
    left = _without_attribution(stretch, one, other)
    names = sum(one.is_name(a + n) and other.is_name(b + n) for n in left)
    return (len(left) - (1 - NAME) * names) / one.own.units_a_word - measure.chance


def _is_called_so(stretch: Stretch, one: Text, other: Text, least: int) -> bool:
    """Whether all of it stands more than once in one of the texts: what a report is about is called the same again and again."""
    many, at, _ = stretch
    in_one, in_other = one.places(least), other.places(least)
    of = seeds(one.own.folded[at : at + many], in_units(least, one.own.units_a_word))
    return all(len(in_one[seed]) > 1 or len(in_other[seed]) > 1 for seed in of)


def _is_common(stretch: Stretch, one: Text, phrases: Phrases) -> bool:
    """Whether unrelated sources have it too."""
    many, at, _ = stretch
    unit, folded = one.own.units_a_word, one.own.folded[at : at + many]
    if many >= in_units(LONG_PHRASE, unit):
        return bool(phrases.common) and phrases.common.issuperset(fingerprints_of(folded, unit))
    grams = grams_of(folded, unit) if phrases.everywhere else []
    return bool(grams) and sum(gram in phrases.everywhere for gram in grams) >= HEARD * len(grams)


def _is_footer(stretch: Stretch, one: Text, other: Text) -> bool:
    """Whether both texts end in it and say other things before."""
    many, a, b = stretch
    return _is_short(stretch, one, other) and one.closes(a + many) and other.closes(b + many)


def _is_short(stretch: Stretch, one: Text, other: Text) -> bool:
    return stretch[0] < FOOTER * min(one.own.count, other.own.count)


def _without_attribution(stretch: Stretch, one: Text, other: Text) -> range:
    """What is left of a passage without the words that say whose quotation stands beside it: two reporters say that alike."""
    many, a, b = stretch
    ends = [n for n in range(many - 1) if one.ends_sentence(a + n) or other.ends_sentence(b + n)]
    after = one.after_quote(a), other.after_quote(b)
    stops = one.ends_sentence(a + many - 1) and other.ends_sentence(b + many - 1)  # a quotation may follow what says nothing of it
    before = (False, False) if stops else (one.before_quote(a + many), other.before_quote(b + many))
    beside = (after[0] or before[0]) and (after[1] or before[1])
    start = (ends[0] + 1 if ends else many) if beside and any(after) else 0
    end = (ends[-1] + 1 if ends else 0) if beside and any(before) else many
    return range(start, max(start, end))


def telling(one: Text, other: Text, phrases: Phrases = NO_PHRASES) -> Prose:
    """What two texts share in passages; if that shows nothing, but the shorter phrases do, these."""
    passages = compared(one, other, phrases)
    if judged(passages, agree=False, disagree=False) != "apart":
        return passages
    short = compared(one, other, phrases, PHRASES)
    return passages if judged(short, agree=False, disagree=False) == "apart" else short


def turned(prose: Prose) -> Prose:
    """The same seen from the other text."""
    runs = sorted((Run(one.words, one.other, one.one) for one in prose.runs), key=lambda one: one.one)
    return replace(prose, runs=tuple(runs), share=prose.share[::-1])


def judged(prose: Prose, *, agree: bool, disagree: bool) -> Kin:
    """What the texts and the agencies they credit say together. A credit alone says nothing: agencies have many reports."""
    if prose.measure == PHRASES:
        enough = MUCH * prose.length * (DISPUTED if disagree else 1)
        return "probable" if len(prose.runs) >= MANY_PHRASES and prose.beyond >= enough else "apart"
    if len(prose.runs) < FEWEST and not any(one.words >= LONG for one in prose.runs):
        return "apart"
    ease = CREDITED if agree else DISPUTED if disagree else 1.0
    if not _is_beyond(prose, PROBABLE_WORDS * ease, PROBABLE * ease):
        return "apart"
    woven = len(prose.runs) >= FEWEST or max(prose.share) >= AT_ONE_GO
    throughout = woven and (prose.elsewhere >= ELSEWHERE * prose.beyond or max(prose.share) >= WHOLE)
    return "certain" if throughout and _is_beyond(prose, CERTAIN_WORDS * ease, CERTAIN * ease) else "probable"


def _is_beyond(prose: Prose, words: float, share: float) -> bool:
    return prose.beyond >= words and prose.beyond >= share * prose.length
