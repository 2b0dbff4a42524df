"""Quotes that leave something out (…) or in which the editor inserted something ([text]): their parts, in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from heapq import merge
from itertools import islice

from msgspec import Struct

from site_builder.text.edges import begins, cases, core, ends, is_word
from site_builder.text.standing import MOST_PLACES, Part, anywhere, standing

GAP = re.compile(r"\[ ?… ?\]|\( ?… ?\)|…|\[[^\[\]]*\]")
MOST_PIECES = 100  # a quote with more gaps is a list of words
MOST_TRIES = 20_000  # places looked at for one quote
REPLACED = 80  # characters that an insertion may stand for; who leaves out more writes …


class Piece(Struct, frozen=True):
    """What stands between two gaps of an elided quote."""

    words: str
    cut_before: bool = False  # an insertion is tied to it: [T]hey, expect[ed]
    cut_after: bool = False
    any_case: bool = False
    near: bool = False  # only an insertion stands before it


class Search:
    """A search for the pieces of one quote in a folded text."""

    def __init__(self, text: str, pieces: Sequence[Piece], admits: Callable[[Part], bool], order: Callable[[int], int]) -> None:
        """`admits`: whether a piece may stand there; `order`: in which paragraph an offset lies, counting those that may be quoted."""
        self.text = text
        self.pieces = pieces
        self._admits = admits
        self._order = order
        self._tails: dict[tuple[int, Part], tuple[Part, ...] | None] = {}
        self._tries = MOST_TRIES

    def places(self, n: int, after: int = 0) -> Iterator[Part]:
        """Where the n-th piece stands behind `after`."""
        piece = self.pieces[n]
        begin, end = anywhere if piece.cut_before else begins, anywhere if piece.cut_after else ends
        found = [standing(self.text, case, begin, end, after=after) for case in (cases(piece.words) if piece.any_case else (piece.words,))]
        return filter(self._admits, merge(*found) if len(found) > 1 else found[0])

    def in_order(self) -> bool:
        """Whether all pieces stand in the text in their order, paragraphs apart: cheap, and most failing quotes fail here."""
        after = 0
        for n in range(len(self.pieces)):
            place = next(self.places(n, after), None)
            if place is None:
                return False
            after = place[1]
        return True

    def tail(self, n: int, place: Part) -> tuple[Part, ...] | None:
        """The nearest places of the pieces after the n-th, which stands at `place`; None where they don't follow."""
        if n + 1 == len(self.pieces):
            return ()
        key = (n, place)
        if key not in self._tails:
            self._tries -= 1
            self._tails[key] = self._tail(n, place) if self._tries > 0 else None
        return self._tails[key]

    def _tail(self, n: int, place: Part) -> tuple[Part, ...] | None:
        here = self._order(place[1] - 1)
        for following in self.places(n + 1, place[1]):
            if self._order(following[0]) > here + 1 or (self.pieces[n + 1].near and following[0] - place[1] > REPLACED):
                return None
            rest = self.tail(n + 1, following)
            if rest is not None:
                return (following, *rest)
            if self._tries <= 0:
                return None
        return None


def chains(search: Search) -> list[tuple[Part, ...]]:
    """Every narrowest way in which the pieces stand in order, each in the paragraph of the one before or in the next."""
    if not search.in_order():
        return []
    found = []
    for first in islice(search.places(0), MOST_PLACES):
        tail = search.tail(0, first)
        if tail is not None:
            found.append((first, *tail))
    narrow: list[tuple[Part, ...]] = []
    for chain in reversed(found):
        if not narrow or chain[-1][1] < narrow[-1][-1][1]:
            narrow.append(chain)
    return narrow[::-1]


def pieces_of(words: str) -> list[Piece]:
    """The parts of an elided quote; nothing if it leaves nothing out."""
    gaps = list(islice(GAP.finditer(words), MOST_PIECES + 1))
    if not gaps or len(gaps) > MOST_PIECES:
        return []
    pieces: list[Piece] = []
    at, tied, letter, near = 0, False, "", False
    for gap in gaps:
        inserted = "…" not in gap[0]
        tied_left = inserted and gap.start() > 0 and is_word(words[gap.start() - 1])
        _add(pieces, letter + words[at : gap.start()], tied_before=tied, tied_after=tied_left, letter=letter, near=near)
        near = inserted and (near or not at or any(map(is_word, words[at : gap.start()])))
        letter = ""
        tied = inserted and gap.end() < len(words) and is_word(words[gap.end()])
        if tied and not tied_left and len(gap[0]) == 3:
            letter, tied = gap[0][1], False  # [T]hey: their letter, another case
        at = gap.end()
    _add(pieces, letter + words[at:], tied_before=tied, tied_after=False, letter=letter, near=near)
    if len(pieces) == 1 and all("…" in gap[0] for gap in gaps):
        return []
    return pieces


def _add(pieces: list[Piece], words: str, *, tied_before: bool, tied_after: bool, letter: str, near: bool) -> None:
    start, end = core(words)
    if any(map(is_word, words[start:end])):
        cut_before, cut_after = tied_before and start == 0, tied_after and end == len(words)
        pieces.append(Piece(words[start:end], cut_before, cut_after, bool(letter) or not pieces, near and bool(pieces)))
