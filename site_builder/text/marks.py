"""What stands between quotation marks, as people type them.

Marks are paired by what stands round them first and by their shape second, since a closing mark is often used to open and straight ones
have no direction. A quote may run over paragraphs if each of them opens with a mark again; a mark that is never closed quotes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from site_builder.text.carried import is_attributed
from site_builder.text.scripts import HANGUL, has_unspaced, later

Side = Literal["open", "close", "either", "none"]

DOUBLE = frozenset('"“”„‟«»＂〝〞〟「」『』″״')
SINGLE = frozenset("'‘’‚‛‹›`´＇")
EITHER = "".join(DOUBLE | SINGLE)
# Six and more in a row are an ornament. The first character stands apart so that the search for it runs at full speed.
MARK = re.compile(f"[{EITHER}](?:[{EITHER}]{{5,}}|(?<=`)`|(?<=')')?")
OPENS_ALWAYS = frozenset("„「『〝‚")
CLOSES_ALWAYS = frozenset("」』〞〟")
BEFORE_OPENING = DOUBLE | SINGLE | frozenset("([{¿¡—–-―/:…؛،、，。：；！？")
AFTER_CLOSING = DOUBLE | SINGLE | frozenset(")]}.,;:!?…—–-―/،؛؟۔、，。：；！？।")
ELISIONS = re.compile(  # also Dutch ’s avonds and ’t Is, where the small letter stands alone; Italian ’Ndrangheta
    r"(?i:\d0s|\d\ds?\b|em\b|tis\b|twas\b|n\b|til\b|till\b|cause\b|bout\b|round\b|cos\b|t(?:isn|wasn)\b|tw(?:ill|ould|ere|ixt|een)\b"
    r"|gainst\b|neath\b|nuff\b|nother\b|cept\b|ndr\w|nduja\b)|(?:[dklmrstz]|ns)\b(?=[\s-]\w)"
)
STOPS = frozenset(",;:!?)،؛؟")
APOSTROPHES = "'’"
ALEF, TAV = "\u05d0", "\u05ea"
HEBREW = re.compile(f"[{ALEF}-{TAV}]")
HEBREW_WORD = re.compile("[\u0591-\u05ea]+$")
HEBREW_PREFIX = re.compile("[ושהכלבמ]{1,3}")
HANGUL_SIGN = later(f"[{HANGUL}]")
OPENS_RIGHT_BEFORE = frozenset("([{:：「『“‘—–―")
INVISIBLE = frozenset("\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


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
    again: bool = False  # whether the same mark opens once more before it is closed


def quoted(text: str, paragraphs: Sequence[tuple[int, int]]) -> Quoted:
    """The quoted spans of `text`; `paragraphs` are offsets, in order."""
    spans: list[tuple[int, int]] = []
    reopened: list[tuple[int, int]] = []
    waiting: list[_Open] = []  # left open by the paragraph before
    at = -1  # the next mark
    for start, end in paragraphs:
        if at < start:
            found = MARK.search(text, start)
            at = found.start() if found else len(text)
        waiting = _paragraph(text, start, end, waiting, spans, reopened) if at < end else []
    return Quoted(tuple(sorted(spans)), tuple(sorted(reopened)))


def _paragraph(
    text: str, start: int, end: int, waiting: list[_Open], spans: list[tuple[int, int]], reopened: list[tuple[int, int]]
) -> list[_Open]:
    """Pairs the marks of one paragraph; what is left open is handed to the next."""
    stack = _Stack()
    first = MARK.match(text, start, end) if waiting else None
    carries = first and _carries(text, first, (start, end), waiting[-1])
    if first and carries:
        carried = waiting[-1]
        carried.carried.append(first.span())
        stack.push(_Open(first[0], carried.after, carried.single, carried.carried))
    for found in MARK.finditer(text, first.end() if first and carries else start, end):
        mark, side = found[0], side_of(text, found, start, end)
        if side == "none":
            continue
        single = _is_single(mark)
        if single and side == "open" and ELISIONS.match(text, found.end()):
            continue
        partner = stack.last(single=single)
        nests = partner is not None and mark in "«»" and partner.mark == mark
        closes = side == "close" or (side == "either" and partner is not None and not nests)
        if closes and partner is not None:
            if _is_no_mark(text, found, end):
                continue
            stack.close(partner)
            spans.append((partner.after, found.start()))
            reopened.extend(partner.carried)
        elif not closes:
            if partner is not None and partner.mark == mark:
                partner.again = True
            stack.push(_Open(mark, found.end(), single, []))
    return [one for one in stack.open if not one.again and (not one.single or one.after - 1 == start or one.carried)]


def _carries(text: str, first: re.Match[str], paragraph: tuple[int, int], opened: _Open) -> bool:
    """Whether the first mark of a paragraph carries on a quote that the one before has left open; French ones also do it with »."""
    if _is_single(first[0]) != opened.single or (first[0] not in "«»" and side_of(text, first, *paragraph) == "close"):
        return False
    if opened.single and (ELISIONS.match(text, first.end()) or (opened.mark in APOSTROPHES and first[0] != opened.mark)):
        return False
    return not is_attributed(text, opened.carried[-1][1] if opened.carried else opened.after, paragraph[0])


class _Stack:
    """The open marks of a paragraph, inner ones last."""

    def __init__(self) -> None:
        self.open: list[_Open] = []
        self._of_kind: dict[bool, list[_Open]] = {True: [], False: []}

    def push(self, opened: _Open) -> None:
        self.open.append(opened)
        self._of_kind[opened.single].append(opened)

    def last(self, *, single: bool) -> _Open | None:
        return self._of_kind[single][-1] if self._of_kind[single] else None

    def close(self, opened: _Open) -> None:
        """Takes a mark off, and those inside it that were never closed."""
        while True:
            last = self.open.pop()
            self._of_kind[last.single].pop()
            if last is opened:
                return


def _is_no_mark(text: str, found: re.Match[str], end: int) -> bool:
    """Whether what could close a quote is an apostrophe (the soldiers' boots) or inches (a 6" pipe), since the quote is closed later."""
    single = _is_single(found[0])
    return (_possessive(text, found, end) if single else _inches(text, found, end)) and _closes_later(text, found.end(), end, single=single)


def _is_single(mark: str) -> bool:
    return mark in SINGLE


def side_of(text: str, found: re.Match[str], start: int, end: int) -> Side:
    """Whether a mark can "open", "close", do "either", or is "none" (an apostrophe, an inch, a Hebrew acronym)."""
    mark = found[0]
    if len(mark) > 2:
        return "none"
    left, right = found.start() - 1, found.end()
    before, after = text[left] if left >= start else " ", text[right] if right < end else " "
    if before in INVISIBLE or after in INVISIBLE:
        before, after = _neighbours(text, left, right, start, end)
    if mark in '"״”' and ALEF <= before <= TAV and ALEF <= after <= TAV:
        return "either" if _after_prefix(text, found, start) else "none"
    return _side(mark, before, after)


@lru_cache(maxsize=10_000)
def _side(mark: str, before: str, after: str) -> Side:
    """What a mark between two characters can do. There are few such threes, in every language."""
    if mark in OPENS_ALWAYS:
        return "open"
    if mark in CLOSES_ALWAYS:
        return "close"
    if mark in "“”‘’" and (has_unspaced(before) or has_unspaced(after)):
        return "open" if mark in "“‘" else "close"
    if mark in '"＂' and (has_unspaced(before) or has_unspaced(after)):
        return "either"  # no space tells on which side of a straight mark the words are
    if mark in "'＇‘’" and _is_by_syllable(before, after):
        return _side_by_syllable(mark, before, after)
    if _is_single(mark):
        return _single_side(before, after)
    return _french_side(mark, before, after) or _double_side(mark, before, after)


def _neighbours(text: str, left: int, right: int, start: int, end: int) -> tuple[str, str]:
    """The characters from `left` backwards and from `right` on, without invisible ones; a blank at the ends of the paragraph."""
    while left >= start and text[left] in INVISIBLE:
        left -= 1
    while right < end and text[right] in INVISIBLE:
        right += 1
    return text[left] if left >= start else " ", text[right] if right < end else " "


def _double_side(mark: str, before: str, after: str) -> Side:
    if before.isspace() and after in STOPS:
        return "either"  # a blank too many: "No ", he said
    outside_before, outside_after = _opens_after(before), _closes_before(after)
    if outside_before and not after.isspace():
        return "either" if outside_after and not before.isspace() else "open"
    if outside_after and not before.isspace():
        return "close"
    if before.isdigit() and mark in '"″' and not after.isspace():
        return "none"
    return "either"


def _french_side(mark: str, before: str, after: str) -> Side | None:
    """« Non », with a space inside; None where the marks are set as others are."""
    if mark == "«" and after.isspace() and (before.isspace() or before in "([—–"):
        return "open"
    if mark == "»" and before.isspace() and (after.isspace() or after in STOPS):
        return "close"
    return "either" if mark == "»" and before.isspace() and after in ".…" else None


def _after_prefix(text: str, found: re.Match[str], start: int) -> bool:
    """Whether only Hebrew prefixes stand before a mark, and more than a letter after it: a quote begins, and it is no acronym."""
    prefix = HEBREW_WORD.search(text, max(start, found.start() - 20), found.start())
    return bool(prefix and HEBREW_PREFIX.fullmatch(prefix[0]) and HEBREW.match(text, found.end() + 1))


def _single_side(before: str, after: str) -> Side:
    if before.isalnum() and after.isalnum():
        return "none"
    if _opens_after(before) and not after.isspace():
        return "open"
    return "close" if not before.isspace() and not after.isalnum() else "none"


def _is_by_syllable(before: str, after: str) -> bool:
    """Whether a single mark stands between signs one of which no apostrophe has beside it: Hangul, Han, Kana, Thai."""
    return after.isalnum() and not before.isspace() and (_is_syllable(before) or _is_syllable(after))


def _is_syllable(sign: str) -> bool:
    return has_unspaced(sign) or (not sign.isascii() and bool(HANGUL_SIGN.match(sign)))


def _side_by_syllable(mark: str, before: str, after: str) -> Side:
    """The side of such a mark, by its shape if it has one: '간다'고, ‘간다.’며, '好'了, 'Samsung'이."""
    if mark in "‘’":
        return "open" if mark == "‘" else "close"
    if before.isalnum() and not _is_syllable(before):
        return "close" if _is_syllable(after) else "none"
    return "open" if before in OPENS_RIGHT_BEFORE else "either"


def _opens_after(char: str) -> bool:
    return char.isspace() or char in BEFORE_OPENING


def _closes_before(char: str) -> bool:
    return char.isspace() or char in AFTER_CLOSING


def _possessive(text: str, found: re.Match[str], end: int) -> bool:
    """An apostrophe as in "the soldiers' boots": after an s, before a small letter."""
    after = text[found.end() : min(found.end() + 2, end)]
    return text[found.start() - 1 : found.start()] in ("s", "S") and len(after) == 2 and after[0].isspace() and after[1].islower()


def _inches(text: str, found: re.Match[str], end: int) -> bool:
    """A straight mark as in `a 6" pipe`: after a digit, before a small letter."""
    after = text[found.end() : min(found.end() + 2, end)]
    return (
        found[0] in '"″'
        and text[found.start() - 1 : found.start()].isdigit()
        and len(after) == 2
        and after[0].isspace()
        and after[1].islower()
    )


def _closes_later(text: str, at: int, end: int, *, single: bool) -> bool:
    """Whether another mark of the kind closes before the next one opens."""
    for found in MARK.finditer(text, at, end):
        if _is_single(found[0]) == single:
            side = side_of(text, found, at, end)
            if side == "open":
                return False
            if side == "close":
                return True
    return False
