"""How much of a quote does an utterance carry, be it shortened at its ends, cut inside, or changed in a word?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from math import inf
from typing import NamedTuple

from site_builder.text.aligned import SETTING, Block, Span, blocks, longest_run, runs
from site_builder.text.scripts import has_unspaced, later

CUT = 3  # what a clause left out counts, in words: one long cut is one change
ENDS = 2  # what a word at the ends counts where both go on, but differently: like a set phrase with which two sentences begin
EDGES = 4  # runs at either end that may agree by chance only
SPELLED = 0.7  # share of letters in common from which two words are one, spelled otherwise
FARTHEST = 3  # times the quote's length: as much of an utterance is looked at
LONGEST = 60  # letters of what is compared so
SIGHTED = 2  # threes in common from which two are compared, and their share of the shorter one's
SIGHTED_SHARE = 0.2  # 0.3: one of the pairs in tests/text/wordings.py missed
TURN_OF_PHRASE = 3  # quotations of one article with the same three words; one quotation may well be printed twice
QUICK = later(rf"[{SETTING}]|[^\W_{SETTING}]+")
QUICKER = re.compile(r"[^\W_]+")  # the same in a text without such signs, in half the time

Gram = tuple[str, str, str]


class Overlap(NamedTuple):
    """Where an utterance carries the words of a quote, and how nearly."""

    share: float  # of the words where both speak that agree: 0 to 1
    of_shorter: float  # the share of the shorter one's words that agree
    of_longer: float
    letters: int  # of the words that agree; a sign of a script without spaces counts for three
    first: int  # numbers of the utterance's words, `last` exclusive
    last: int


NONE = Overlap(0.0, 0.0, 0.0, 0, 0, 0)


def grams(text: str) -> Iterator[Gram]:
    """Every three words in a row, made fast and only to see where a comparison is worth its time."""
    text = text.lower()
    found = (QUICK if has_unspaced(text) else QUICKER).findall(text)
    return zip(found, found[1:], found[2:], strict=False)


def sightings(text: str, spans: Iterable[Span], wanted: Mapping[Gram, Sequence[int]]) -> dict[int, list[Span]]:
    """In which spans of the text words of whom stand, for those of whom much stands there: by three words, who is looking for them.

    What stands in several of the spans is a turn of phrase ("we cannot accept that") and counts for nobody.
    """
    here = {span: list(grams(text[slice(*span)])) for span in spans}
    found = {span: set(filter(wanted.__contains__, said)) for span, said in here.items()}
    often = Counter(chain.from_iterable(found.values()))
    seen: dict[int, dict[Span, int]] = {}
    for span, shared in found.items():
        for gram in shared:
            for who in wanted[gram] if often[gram] < TURN_OF_PHRASE else ():
                of = seen.setdefault(who, {})
                of[span] = of.get(span, 0) + 1
    seen = {who: of for who, of in seen.items() if sum(of.values()) >= SIGHTED}
    sought = Counter(chain.from_iterable(wanted.values())) if seen else Counter()
    said = {span: len(set(here[span])) for span in set().union(*seen.values())}
    return {who: list(of) for who, of in seen.items() if _enough(of, sought[who], sum([said[span] for span in of]))}


def _enough(of: Mapping[Span, int], sought: int, said: int) -> bool:
    """Whether a comparison is worth its time. `sought`, `said`: threes of the quote, and of the spans."""
    return sum(of.values()) >= SIGHTED_SHARE * min(sought, said)


def overlap(quote: Sequence[str], said: Sequence[str]) -> Overlap:
    """Where `said` carries the quote. Words that only one of them has at its ends count for nothing: it begins later or ends earlier."""
    here = _window(quote, said)
    agree = [Block(one, other + here, size) for one, other, size in blocks(quote, said[here : here + FARTHEST * len(quote)])]
    if not agree:
        return NONE
    gaps = [_difference(quote, said, one, two) for one, two in pairwise(agree)]
    first, last = _core(quote, said, agree, gaps)
    return _made(quote, said, agree[first : last + 1], gaps[first:last])


def _core(quote: Sequence[str], said: Sequence[str], agree: Sequence[Block], gaps: Sequence[float]) -> tuple[int, int]:
    """From which block to which more agrees than differs, by the most: what lies outside may agree by chance."""
    before = [min(one, other) for one, other, _ in agree[:EDGES]]
    after = [min(len(quote) - one - size, len(said) - other - size) for one, other, size in agree[-EDGES:]]
    best, found = -inf, (0, 0)
    for first, head in enumerate(before):
        for last, tail in enumerate(after, max(0, len(agree) - EDGES)):
            if last >= first:
                same = sum([size for _, _, size in agree[first : last + 1]])
                gain = same - (ENDS * (head + tail) + sum(gaps[first:last]))
                if gain > best:
                    best, found = gain, (first, last)
    return found


def _window(quote: Sequence[str], said: Sequence[str]) -> int:
    """Where to look in a long utterance: from well before the longest run that agrees, so that chance finds nothing far off."""
    if len(said) <= FARTHEST * len(quote):
        return 0
    run = longest_run(quote, said)
    return max(0, run.other - run.one - len(quote))


def _ends(quote: Sequence[str], said: Sequence[str], agree: Sequence[Block]) -> tuple[int, int]:
    """How many words both have, and different ones, before the first block and after the last."""
    head, tail = agree[0], agree[-1]
    return min(head.one, head.other), min(len(quote) - tail.one - tail.size, len(said) - tail.other - tail.size)


def _made(quote: Sequence[str], said: Sequence[str], agree: Sequence[Block], gaps: Sequence[float]) -> Overlap:
    same = sum([size for _, _, size in agree])
    before, after = _ends(quote, said, agree)
    differ = ENDS * (before + after) + sum(gaps)
    letters = sum([_letters(key) for one, _, size in agree for key in quote[one : one + size]])
    shorter, longer = sorted((len(quote), len(said)))
    first, last = agree[0].other - before, agree[-1].other + agree[-1].size + after
    return Overlap(same / (same + differ), same / shorter, same / longer, letters, first, last)


def _difference(quote: Sequence[str], said: Sequence[str], before: Block, after: Block) -> float:
    """What differs between two blocks, in words; little where one word is spelled in two ways: don't and do not, honor and honour."""
    mine, theirs = quote[before.one + before.size : after.one], said[before.other + before.size : after.other]
    fewer, more = sorted((len(mine), len(theirs)))
    spelled = _spelled("".join(mine), "".join(theirs)) if fewer else 0.0
    return (fewer + min(CUT, more - fewer)) * (1 - spelled)


def _spelled(one: str, other: str) -> float:
    """The share of their letters that two ways to spell a word have in common; none where they are two words.

    Most are two words: the letters that they have in common in order show it in a fifth of the time that `difflib` takes.
    """
    letters = len(one) + len(other)
    if letters >= LONGEST or 2.0 * min(len(one), len(other)) / letters < SPELLED or 2.0 * _in_order(one, other) / letters < SPELLED:
        return 0.0
    ratio = 2.0 * sum([run.size for run in runs(one, other)]) / letters
    return ratio if ratio >= SPELLED else 0.0


def _in_order(one: str, other: str) -> int:
    """The most letters that stand in both in the same order, on the bits of one number (Hyyrö 2004): never fewer than `difflib` finds."""
    places: dict[str, int] = {}
    for n, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << n
    free = every = (1 << len(one)) - 1
    for letter in other:
        met = free & places.get(letter, 0)
        free = (free + met | free - met) & every
    return len(one) - free.bit_count()


def agreeing(one: Counter[str], other: Counter[str]) -> int:
    """How many words agree at most, wherever they stand: `overlap` never finds more."""
    return sum([min(count, other[key]) for key, count in one.items() if key in other])


def _letters(key: str) -> int:
    return 3 if has_unspaced(key[:1]) else len(key)
