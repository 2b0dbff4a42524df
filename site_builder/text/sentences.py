"""Where do sentences end?"""

from __future__ import annotations

import re
from collections.abc import Iterator

STOPS = "。！？．｡"  # after these no space follows
CLOSING = "\"'”’»›)\\]」』）》】〉"
SENTENCE_END = re.compile(rf"[.!?…؟۔।॥။።၊။។]+[{CLOSING}]*(?=\s)|[{STOPS}]+[{CLOSING}]*")
ABBREVIATED = re.compile(
    r"(?:\b\w\.)+\w?\.?$|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.$"
)


def stops(text: str, low: int, high: int) -> Iterator[int]:
    """Where sentences end: after the mark and what closes with it, but not after an abbreviation or before a small letter."""
    for found in SENTENCE_END.finditer(text, low, high):
        follows = text[found.end() : found.end() + 40].lstrip()[:1]
        if follows.islower() or ABBREVIATED.search(text, max(low, found.start() - 8), found.start() + 1):
            continue
        yield found.end()


def sentence(text: str, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    """The sentence, or sentences, of text[low:high] in which text[start:end] stands."""
    ends = [low, *stops(text, low, high)]
    first = max((stop for stop in ends if stop <= start), default=low)
    last = min((stop for stop in ends if stop >= end), default=high)
    while first < start and text[first].isspace():
        first += 1
    return first, last
