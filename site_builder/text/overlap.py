"""How much of a quote does an utterance carry, be it shortened at its ends, cut inside, or changed in a word?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import chain, pairwise
from typing import NamedTuple

from site_builder.text.aligned import SETTING, UNSPACED_SIGN, Block, Span, blocks

CUT = 3  # what a clause left out counts, in words: one long cut is one change
ENDS = 2  # what a word at the ends counts where both go on, but differently: like a set phrase with which two sentences begin
EDGES = 4  # runs at either end that may agree by chance only
SPELLED = 0.7  # share of letters in common from which two words are one, spelled otherwise
FARTHEST = 3  # times the quote's length: as much of an utterance is looked at
LONGEST = 60  # letters of what is compared so
SIGHTED = 2  # threes in common from which two are compared, and their share of the shorter one's
SIGHTED_SHARE = 0.2  # 0.3: one of the pairs in tests/text/wordings.py missed
TURN_OF_PHRASE = 3  # quotations of one article with the same three words; one quotation may well be printed twice
QUICK = re.compile(rf"[{SETTING}]|[^\W_{SETTING}]+")

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
    found = QUICK.findall(text.lower())
    return zip(found, found[1:], found[2:], strict=False)


def sightings(text: str, spans: Iterable[Span], wanted: Mapping[Gram, Sequence[int]]) -> dict[int, list[Span]]:
    """In which spans of the text words of whom stand, for those of whom much stands there: by three words, who is looking for them.

    What stands in several of the spans is a turn of phrase ("we cannot accept that") and counts for nobody.
    """
    found = {span: set(grams(text[slice(*span)])) for span in spans}
    often = Counter(chain.from_iterable(found.values()))
    seen: dict[int, dict[Span, int]] = {}
    for span, here in found.items():
        for gram in here & wanted.keys():
            for who in wanted[gram] if often[gram] < TURN_OF_PHRASE else ():
                of = seen.setdefault(who, {})
                of[span] = of.get(span, 0) + 1
    sought = Counter(chain.from_iterable(wanted.values())) if seen else Counter()
    return {who: list(of) for who, of in seen.items() if _enough(of, sought[who], sum(len(found[span]) for span in of))}


def _enough(of: Mapping[Span, int], sought: int, said: int) -> bool:
    """Whether a comparison is worth its time. `sought`, `said`: threes of the quote, and of the spans."""
    return sum(of.values()) >= max(SIGHTED, SIGHTED_SHARE * min(sought, said))


def overlap(quote: Sequence[str], said: Sequence[str]) -> Overlap:
    """Where `said` carries the quote. Words that only one of them has at its ends count for nothing: it begins later or ends earlier."""
    here = _window(quote, said)
    agree = [block._replace(other=block.other + here) for block in blocks(quote, said[here : here + FARTHEST * len(quote)])]
    if not agree:
        return NONE
    gaps = [_difference(quote, said, one, two) for one, two in pairwise(agree)]
    cores = ((first, last) for first in range(min(len(agree), EDGES)) for last in range(max(first, len(agree) - EDGES), len(agree)))
    fits = (_fit(quote, said, agree[first : last + 1], sum(gaps[first:last])) for first, last in cores)
    return max(fits, key=lambda fit: fit[0])[1]


def _window(quote: Sequence[str], said: Sequence[str]) -> int:
    """Where to look in a long utterance: from well before the longest run that agrees, so that chance finds nothing far off."""
    if len(said) <= FARTHEST * len(quote):
        return 0
    run = SequenceMatcher(None, quote, said, autojunk=False).find_longest_match()
    return max(0, run.b - run.a - len(quote))


def _fit(quote: Sequence[str], said: Sequence[str], agree: Sequence[Block], inside: float) -> tuple[float, Overlap]:
    """By how much more agrees than differs if only these blocks count, and the overlap that they make."""
    head, tail = agree[0], agree[-1]
    same = sum(block.size for block in agree)
    before = min(head.one, head.other)
    after = min(len(quote) - tail.one - tail.size, len(said) - tail.other - tail.size)
    differ = ENDS * (before + after) + inside
    letters = sum(_letters(quote[at]) for block in agree for at in range(block.one, block.one + block.size))
    shorter, longer = sorted((len(quote), len(said)))
    first, last = head.other - before, tail.other + tail.size + after
    return same - differ, Overlap(same / (same + differ), same / shorter, same / longer, letters, first, last)


def _difference(quote: Sequence[str], said: Sequence[str], before: Block, after: Block) -> float:
    """What differs between two blocks, in words; little where one word is spelled in two ways: don't and do not, honor and honour."""
    mine, theirs = quote[before.one + before.size : after.one], said[before.other + before.size : after.other]
    fewer, more = sorted((len(mine), len(theirs)))
    one, other = "".join(mine), "".join(theirs)
    spelled = SequenceMatcher(None, one, other, autojunk=False).ratio() if fewer and len(one) + len(other) < LONGEST else 0.0
    return (fewer + min(CUT, more - fewer)) * (1 - spelled if spelled >= SPELLED else 1)


def _letters(key: str) -> int:
    return 3 if UNSPACED_SIGN.match(key) else len(key)
