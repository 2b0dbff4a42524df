"""Citations that cut a number in two, and figures whose words do not carry their number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from site_builder.check.selectors import Selector
from site_builder.model import Anchor, Saying
from site_builder.problems import Problem
from site_builder.text.edges import cuts_number
from site_builder.text.fold import INVISIBLE
from site_builder.text.numbers import carries, carries_range, cuts, may_cut
from site_builder.text.passages import Passages

SHOWN = 160  # characters of the words in a message
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
    """The problem with a figure that gives another number than its words do where they stand; `language` is the source's."""
    saying = selector.saying
    keys = [_wrong(saying, _stretches(place, passages), selector.unit, language) for place in places] if saying else []
    if not saying or not all(keys):
        return
    given = " to ".join(_plain(end) for end in (saying.value, saying.low, saying.high) if end is not None)
    unit = f" ({selector.unit})" if given == "1" else f" {selector.unit}"  # no "1 euros"
    unit = unit if selector.unit else ""
    words = saying.words if len(saying.words) <= SHOWN else saying.words[: SHOWN - 1] + "…"
    hint = "cite the words that give the number, or correct value and unit; common units and words such as 'million' are understood"
    yield Problem(file, "number", f"the words do not carry the number {given}{unit}: '{words}'", hint, trail=(*selector.trail, keys[0]))


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


def _wrong(saying: Saying, stretches: Sequence[Stretch], unit: str, language: str) -> str:
    """The key of the number that the words don't carry, or nothing."""
    if saying.value is not None and not any(carries(one.words, saying.value, unit, language, one.before, one.after) for one in stretches):
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
