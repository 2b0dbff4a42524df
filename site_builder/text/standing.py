"""Where words stand in a folded text on the borders of words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from site_builder.text.edges import begins, ends

Part = tuple[int, int]  # in the folded text
Border = Callable[[str, int], bool]
MOST_PLACES = 1_000  # words that stand more often are pointed at by nobody
MOST_WORK = 100_000_000  # characters compared; nobody's text comes near it, but 5 MB of one letter do


def standing(
    text: str, words: str, begin: Border = begins, end: Border = ends, *, after: int = 0, until: int | None = None
) -> Iterator[Part]:
    """Every place between `after` and `until` where `words` stand in the folded text, from left to right."""
    if not words:
        return
    until = len(text) if until is None else until
    at, tries = text.find(words, after, until), MOST_WORK // len(words)
    while at >= 0 and tries >= 0:
        tries -= 1
        if begin(text, at) and end(text, at + len(words)):
            yield at, at + len(words)
        at = text.find(words, at + 1, until)


def anywhere(_text: str, _at: int) -> bool:
    """The border of a word of which the editor replaced the rest: expect[ed]."""
    return True
