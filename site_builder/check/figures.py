"""Citations that cut a number in two, and figures whose words do not carry their number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from site_builder.check.selectors import Selector
from site_builder.model import Anchor, Saying
from site_builder.problems import Problem
from site_builder.text.bounds import limit
from site_builder.text.edges import cuts_number
from site_builder.text.fold import INVISIBLE
from site_builder.text.hedges import Hedge, hedged
from site_builder.text.numbers import Number, carries_range, cuts, may_cut, standing
from site_builder.text.passages import Passages

SHOWN = 160  # characters of the words in a message
KEYS = {"least": "low", "most": "high"}  # of a saying
REACH = 100  # characters on each side of the words in which a number of theirs may begin or go on
WRAPPED = re.compile(r"(?<=\S)-[ \t]*[\r\n]\s*(?=\S)")


class Stretch(Struct, frozen=True):
    """Words of a source, and what stands before and after them in their paragraph."""

    words: str
    before: str
    after: str


def cut(
    file: str, selector: Selector, places: Sequence[Anchor], passages: Passages, language: str, line: int = 0, column: int = 0
) -> Iterator[Problem]:
    """The problem with words that begin or end inside a number: "200 mines" of "1 200 mines", "2 million" of "–2 million"."""
    if places and all(any(_is_cut(start, end, passages, language) for start, end in place.parts) for place in places):
        message, hint = "the words cut a number of the source in two", "take the whole number into the words"
        yield Problem(file, "number", message, hint, selector.at(line), line, column)


def _is_cut(start: int, end: int, passages: Passages, language: str) -> bool:
    text = passages.article.text
    if cuts_number(text, start, end):
        return True
    if not may_cut(text, start, end, language):
        return False
    stretch = _stretch(start, end, passages)
    return cuts(stretch.words, language, stretch.before, stretch.after)


def uncarried(file: str, selector: Selector, places: Sequence[Anchor], passages: Passages, language: str) -> Iterator[Problem]:
    """The problem with a figure that gives another number than its words do where they stand; `language` is the source's.

    A warning where the source gives the number as the least or the most only.
    """
    saying = selector.saying
    if not saying:
        return
    stretches = [_stretches(place, passages) for place in places]
    found = [_given(saying, several, selector.unit, language) for several in stretches]
    keys = [_wrong(saying, several, selector.unit, language, given) for several, given in zip(stretches, found, strict=True)]
    if all(keys):
        yield _not_carried(file, selector, saying, keys[0])
    elif saying.value is not None:
        yield from _hedged(file, selector, saying.value, hedged([number for given in found for number in given], limit))


def _not_carried(file: str, selector: Selector, saying: Saying, key: str) -> Problem:
    given = " to ".join(_plain(end) for end in (saying.value, saying.low, saying.high) if end is not None)
    unit = f" ({selector.unit})" if given == "1" else f" {selector.unit}"  # no "1 euros"
    unit = unit if selector.unit else ""
    words = saying.words if len(saying.words) <= SHOWN else saying.words[: SHOWN - 1] + "…"
    hint = "cite the words that give the number, or correct value and unit; common units and words such as 'million' are understood"
    return Problem(file, "number", f"the words do not carry the number {given}{unit}: '{words}'", hint, trail=(*selector.trail, key))


def _hedged(file: str, selector: Selector, value: float, said: Hedge) -> Iterator[Problem]:
    """The warning where a source says "at least 12" or "up to 12" and the figure says 12."""
    if said.how in KEYS:
        key, number = KEYS[said.how], _plain(value)
        message = f"the source gives {number} as the {said.how} ('{said.words}'), not as the number"
        hint = f"write {key}: {number} in place of value: {number}, since the source says '{said.words}'"
        yield Problem(file, "hedged-number", message, hint, (*selector.trail, "value"), severity="warning", of=selector.about)


def _given(saying: Saying, stretches: Sequence[Stretch], unit: str, language: str) -> list[Number]:
    """Where the words give the figure's value."""
    if saying.value is None:
        return []
    found = (standing(one.words, saying.value, unit, language, one.before, one.after) for one in stretches)
    return next(filter(None, found), [])


def _stretches(place: Anchor, passages: Passages) -> list[Stretch]:
    """What stands in the source where the words do: an editor's insertions are no part of it."""
    return [_stretch(start, end, passages) for start, end in place.parts]


def _stretch(start: int, end: int, passages: Passages) -> Stretch:
    text = passages.article.text
    opens = passages.article.paragraphs[passages.paragraph(start) - 1].start
    closes = passages.article.paragraphs[passages.paragraph(end - 1) - 1].end
    before = text[max(opens, start - REACH) : start]
    if start - REACH > opens:  # not from the middle of a word
        before = re.split(r"\s", before, maxsplit=1)[-1]
    return Stretch(_in_a_line(text[start:end]), _in_a_line(before), _in_a_line(text[end : min(closes, end + REACH)]))


def _in_a_line(words: str) -> str:
    return re.sub(r"[\r\n]\s*", " ", WRAPPED.sub("-", INVISIBLE.sub("", words)))


def _wrong(saying: Saying, stretches: Sequence[Stretch], unit: str, language: str, given: Sequence[Number]) -> str:
    """The key of the number that the words don't carry, or nothing. `given`: where they carry the value."""
    if saying.value is not None and not given:
        return "value"
    if saying.low is None and saying.high is None:
        return ""
    if _has_range(stretches, saying.low, saying.high, unit, language):
        return ""
    return "low" if saying.low is not None else "high"


def _has_range(stretches: Sequence[Stretch], low: float | None, high: float | None, unit: str, language: str) -> bool:
    """Whether one stretch carries both ends, or one the lower and a following one the higher."""
    if any(carries_range(one.words, low, high, unit, language, one.before, one.after) for one in stretches):
        return True
    return any(
        carries_range(first.words, low, None, unit, language, first.before, first.after)
        and carries_range(second.words, None, high, unit, language, second.before, second.after)
        for first, second in combinations(stretches, 2)
    )


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(number)
