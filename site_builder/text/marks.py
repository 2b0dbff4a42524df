"""What stands between quotation marks, as people type them.

Marks are paired by what stands round them first and by their shape second, since a closing mark is often used to open and straight ones
have no direction. A quote may run over paragraphs if each of them opens with a mark again; a mark that is never closed quotes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

DOUBLE = '"“”„‟«»＂〝〞〟「」『』″״'
SINGLE = "'‘’‚‛‹›`´"
MARK = re.compile(f"``|''|[{DOUBLE}{SINGLE}]")
OPENS_ALWAYS = "„「『〝‚"
CLOSES_ALWAYS = "」』〞〟"
BEFORE_OPENING = "([{¿¡—–-―/:…؛،、，。：；！？"
AFTER_CLOSING = ")]}.,;:!?…—–-―/،؛؟۔、，。：；！？।"
ELISIONS = re.compile(r"(?:\d0s|\d\ds?\b|em\b|tis\b|twas\b|n\b|til\b|till\b|cause\b|bout\b|round\b|cos\b)", re.I)
HEBREW = re.compile("[\u05d0-\u05ea]")


class Quoted(Struct, frozen=True):
    """What stands between marks in a text."""

    spans: tuple[tuple[int, int], ...]  # offsets of the text between the marks, in order of their start
    reopened: tuple[tuple[int, int], ...]  # offsets of marks that only carry a quote on into the next paragraph


class _Open(Struct):
    """A mark that waits for its partner."""

    mark: str
    after: int  # where the quoted text begins
    single: bool
    carried: list[tuple[int, int]]  # reopening marks on the way here


def quoted(text: str, paragraphs: Sequence[tuple[int, int]]) -> Quoted:
    """The quoted spans of `text`; `paragraphs` are offsets, in order."""
    spans: list[tuple[int, int]] = []
    reopened: list[tuple[int, int]] = []
    waiting: list[_Open] = []  # left open by the paragraph before
    for start, end in paragraphs:
        waiting = _paragraph(text, start, end, waiting, spans, reopened)
    return Quoted(tuple(sorted(spans)), tuple(sorted(reopened)))


def _paragraph(
    text: str, start: int, end: int, waiting: list[_Open], spans: list[tuple[int, int]], reopened: list[tuple[int, int]]
) -> list[_Open]:
    """Pairs the marks of one paragraph; what is left open is handed to the next."""
    stack: list[_Open] = []
    first = MARK.match(text, start, end)
    if first and waiting and _is_single(first[0]) == waiting[-1].single and _side(text, first, start, end) != "close":
        carried = waiting[-1]
        stack.append(_Open(first[0], carried.after, carried.single, [*carried.carried, first.span()]))
    for found in MARK.finditer(text, first.end() if stack and first else start, end):
        mark, side = found[0], _side(text, found, start, end)
        single = _is_single(mark)
        if side == "none" or (single and side == "open" and ELISIONS.match(text, found.end())):
            continue
        partner = next((n for n in range(len(stack) - 1, -1, -1) if stack[n].single == single), None)
        nests = partner is not None and mark in "«»" and stack[partner].mark == mark
        closes = side == "close" or (side == "either" and partner is not None and not nests)
        if closes and partner is not None:
            if single and _possessive(text, found, end) and _closes_later(text, found.end(), end):
                continue
            opened = stack[partner]
            del stack[partner:]
            spans.append((opened.after, found.start()))
            reopened.extend(opened.carried)
        elif not closes:
            stack.append(_Open(mark, found.end(), single, []))
    return [opened for opened in stack if not opened.single or opened.after - 1 == start or opened.carried]


def _is_single(mark: str) -> bool:
    return mark in SINGLE


def _side(text: str, found: re.Match[str], start: int, end: int) -> str:
    """Whether a mark can "open", "close", do "either", or is "none" (an apostrophe, an inch, a Hebrew acronym)."""
    mark = found[0]
    before = text[found.start() - 1] if found.start() > start else " "
    after = text[found.end()] if found.end() < end else " "
    if mark in OPENS_ALWAYS:
        return "open"
    if mark in CLOSES_ALWAYS:
        return "close"
    if _is_single(mark):
        return _single_side(before, after)
    if mark in '"״' and HEBREW.match(before) and HEBREW.match(after) and not text[found.end() + 1 : found.end() + 2].isalpha():
        return "none"
    if mark in "«»" and before.isspace() == after.isspace():
        return "either"
    outside_before, outside_after = _opens_after(before), _closes_before(after)
    if outside_before and not after.isspace():
        return "either" if outside_after and not before.isspace() else "open"
    if outside_after and not before.isspace():
        return "close"
    if before.isdigit() and mark in '"″' and not after.isspace():
        return "none"
    return "either"


def _single_side(before: str, after: str) -> str:
    if before.isalnum() and after.isalnum():
        return "none"
    if _opens_after(before) and not after.isspace():
        return "open"
    return "close" if not before.isspace() and not after.isalnum() else "none"


def _opens_after(char: str) -> bool:
    return char.isspace() or char in BEFORE_OPENING or char in DOUBLE or char in SINGLE


def _closes_before(char: str) -> bool:
    return char.isspace() or char in AFTER_CLOSING or char in DOUBLE or char in SINGLE


def _possessive(text: str, found: re.Match[str], end: int) -> bool:
    """An apostrophe as in "the soldiers' boots": after an s, before a small letter."""
    after = text[found.end() : min(found.end() + 2, end)]
    return text[found.start() - 1 : found.start()] in ("s", "S") and len(after) == 2 and after[0].isspace() and after[1].islower()


def _closes_later(text: str, at: int, end: int) -> bool:
    """Whether another single mark closes before the next one opens."""
    for found in MARK.finditer(text, at, end):
        if _is_single(found[0]):
            side = _side(text, found, at, end)
            if side == "open":
                return False
            if side == "close":
                return True
    return False
