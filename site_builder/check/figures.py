"""Figures whose words do not carry their number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.check.selectors import Selector
from site_builder.model import Anchor, Saying
from site_builder.problems import Problem
from site_builder.text.edges import cuts_number
from site_builder.text.numbers import carries, carries_range
from site_builder.text.passages import Passages

SHOWN = 160  # characters of the words in a message


def cut(file: str, selector: Selector, places: Sequence[Anchor], passages: Passages) -> Iterator[Problem]:
    """The problem with a figure whose words begin or end inside a number: "200 mines" of "1 200 mines"."""
    text = passages.article.text
    if selector.saying and places and all(cuts_number(text, place.start, place.end) for place in places):
        hint = "take the whole number into the words"
        yield Problem(file, "number", "the words cut a number of the source in two", hint, trail=(*selector.trail, "words"))


def uncarried(file: str, selector: Selector, language: str) -> Iterator[Problem]:
    """The problem with a figure that gives another number than its words; `language` is the source's."""
    saying = selector.saying
    key = _wrong(saying, selector.unit, language) if saying else ""
    if not saying or not key:
        return
    given = " to ".join(_plain(end) for end in (saying.value, saying.low, saying.high) if end is not None)
    unit = f" {selector.unit}" if selector.unit else ""
    words = saying.words if len(saying.words) <= SHOWN else saying.words[: SHOWN - 1] + "…"
    hint = "cite the words that give the number, or correct value and unit; common units and words such as 'million' are understood"
    yield Problem(file, "number", f"the words do not carry the number {given}{unit}: '{words}'", hint, trail=(*selector.trail, key))


def _wrong(saying: Saying, unit: str, language: str) -> str:
    """The key of the number that the words don't carry, or nothing."""
    if saying.value is not None and not carries(saying.words, saying.value, unit, language):
        return "value"
    if saying.low is None and saying.high is None:
        return ""
    if carries_range(saying.words, saying.low, saying.high, unit, language):
        return ""
    return "low" if saying.low is not None else "high"


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(number)
