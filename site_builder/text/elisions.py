"""Quotes that leave something out (…) or in which the editor inserted something ([text]): their parts, in order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from heapq import merge
from itertools import islice
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from site_builder.text.edges import begins, cases, core, ends, is_word
from site_builder.text.insertions import denies, may_be_one_word, may_replace, refigures, replaced_after, replaced_before
from site_builder.text.negations import is_negation
from site_builder.text.scripts import has_unspaced
from site_builder.text.standing import MOST_PLACES, Border, Part, anywhere, standing

Reach = Literal["far", "near", "next"]

GAP = re.compile(r"\[ ?… ?\]|\( ?… ?\)|…|\[[^\[\]]*\]")
MOST_PIECES = 100  # a quote with more gaps is a list of words
MOST_TRIES = 20_000  # places looked at for one quote
EMPTY = re.compile(r"\[[^\w…\[\]]*(?:sic[^\w…\[\]]*)?\]", re.I)  # [] and [sic] stand for nothing
WITHIN = re.compile(rf"(?<=\w){EMPTY.pattern}(?=\w)", re.I)
REPLACED = 80  # characters that an insertion may stand for; who leaves out more writes …
LONGEST_WORD = 60
TELLING_SIGNS = "%％‰+−°№§&"  # that say something as words do; and those of money
INITIAL = re.compile(r"(\[[^\W\d_]\])(?:\"|(?=[' ]))(?=[' ]?\w)")  # [C]'est, [A] year: a word's own letter in another case, perhaps
ENDING = 3  # letters of a word that an insertion tied to it may stand for: expect[ed] for expecting


class Piece(Struct, frozen=True):
    """What stands between two gaps of an elided quote."""

    words: str
    cut_before: bool = False  # an insertion is tied to it: [T]hey, expect[ed]
    cut_after: bool = False
    any_case: bool = False
    reach: Reach = "far"  # how much may stand before it that is left out: anything, what an insertion stands for, or nothing
    inserted: str = ""  # what the editor put in before it
    appended: str = ""  # what the editor put in behind the last one


class Search:
    """A search for the pieces of one quote in a folded text."""

    def __init__(
        self,
        text: str,
        pieces: Sequence[Piece],
        admits: Callable[[Part], bool],
        order: Callable[[int], int],
        apart: Callable[[Part, Part], bool],
    ) -> None:
        """`admits`: whether a piece may stand there; `order`: in which paragraph an offset lies, counting those that may be quoted.

        `apart`: whether two places lie in two quotations.
        """
        self.text = text
        self.pieces = pieces
        self._admits = admits
        self._order = order
        self._apart = apart
        self._tails: dict[tuple[int, Part], tuple[Part, ...] | None] = {}
        self._tries = MOST_TRIES

    def places(self, n: int, after: int = 0) -> Iterator[Part]:
        """Where the n-th piece stands behind `after`."""
        piece = self.pieces[n]
        begin, end = self._borders(n)
        found = [standing(self.text, case, begin, end, after=after) for case in (cases(piece.words) if piece.any_case else (piece.words,))]
        return filter(self._admits, merge(*found) if len(found) > 1 else found[0])

    def may_begin(self, start: int) -> bool:
        """Whether an insertion that begins the quote may stand for what the source has there before an offset, in the same paragraph."""
        inserted, here = self.pieces[0].inserted, self._order(start)
        if not inserted:
            return True
        first = next((at for at in range(max(0, start - REPLACED), start) if self._order(at) == here), start)
        return may_replace(inserted, replaced_before(self.text[first:start]))

    def may_end(self, end: int) -> bool:
        """Whether an insertion that ends the quote may stand for what the source has there behind an offset, in the same paragraph."""
        appended, here = self.pieces[-1].appended, self._order(end - 1)
        last = next((at for at in range(min(len(self.text), end + REPLACED), end, -1) if self._order(at - 1) == here), end)
        return may_replace(appended, replaced_after(self.text[end:last]))

    def _borders(self, n: int) -> tuple[Border, Border]:
        """Where a piece may begin and end: to be cut out of the middle of a word, an insertion must be tied to both of its parts."""
        piece = self.pieces[n]
        inner = n + 1 < len(self.pieces) and self.pieces[n + 1].cut_before
        begin = begins if not piece.cut_before else anywhere if n and self.pieces[n - 1].cut_after else headed
        return begin, ends if not piece.cut_after else anywhere if inner else stemmed

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
        if n + 1 == len(self.pieces) and not self.pieces[n].appended:
            return ()
        key = (n, place)
        if key not in self._tails:
            self._tries -= 1
            self._tails[key] = self._tail(n, place) if self._tries > 0 else None
        return self._tails[key]

    def _tail(self, n: int, place: Part) -> tuple[Part, ...] | None:
        if n + 1 == len(self.pieces):
            return () if self.may_end(place[1]) else None
        here = self._order(place[1] - 1)
        for following in self.places(n + 1, place[1]):
            if self._order(following[0]) > here + 1 or not self._may_leave_out(n, place, following):
                return None  # nor what follows, since more would be left out
            rest = self.tail(n + 1, following)
            if rest is not None:
                return (following, *rest)
            if self._tries <= 0:
                return None
        return None

    def _may_leave_out(self, n: int, place: Part, following: Part) -> bool:
        """Whether what stands between two pieces may be left out under the sign that stands between them in the quote."""
        piece, start, left_out = self.pieces[n + 1], place[1], self.text[place[1] : following[0]]
        if piece.reach == "far":
            return True
        if self._apart(place, following):
            return False
        if piece.reach == "near":
            return len(left_out) <= REPLACED and may_replace(piece.inserted, left_out)
        if self.pieces[n].cut_after and piece.cut_before:
            return len(left_out) <= ENDING and (not left_out or left_out.isalpha()) and not _negates(self.text, start)
        if self.pieces[n].cut_after:
            start = _word_at(self.text, start)[1]  # the ending that [ed] stands for
        return not any(map(_says, EMPTY.sub("", self.text[start : following[0]])))


def stemmed(text: str, at: int) -> bool:
    """Whether a word ends at `at`, or only an ending follows, shorter than what stands before it: expect[ed]. What negates stays whole."""
    start, end = _word_at(text, at)
    if _negates(text, at):
        return False
    return ends(text, at) or (0 < end - at <= ENDING and end - at < at - start and text[at:end].isalpha() and ends(text, end))


def headed(text: str, at: int) -> bool:
    """Whether a word begins at `at` to which an insertion may be tied: [re]named."""
    return begins(text, at) and not _negates(text, at)


def _negates(text: str, at: int) -> bool:
    return is_negation(text[slice(*_word_at(text, at))])


def _word_at(text: str, at: int) -> Part:
    """Where the word round an offset begins and ends, as far as it is near."""
    start = end = at
    while start > max(0, at - LONGEST_WORD) and is_word(text[start - 1]):
        start -= 1
    while end < min(len(text), at + LONGEST_WORD) and is_word(text[end]):
        end += 1
    return start, end


def chains(search: Search) -> list[tuple[Part, ...]]:
    """Every narrowest way in which the pieces stand in order, each in the paragraph of the one before or in the next."""
    if not search.in_order():
        return []
    found = []
    for first in islice(search.places(0), MOST_PLACES):
        tail = search.tail(0, first) if search.may_begin(first[0]) else None
        if tail is not None:
            found.append((first, *tail))
    narrow: list[tuple[Part, ...]] = []
    for chain in reversed(found):
        if not narrow or chain[-1][1] < narrow[-1][-1][1]:
            narrow.append(chain)
    return narrow[::-1]


def readings_of(words: str) -> list[list[Piece]]:
    """The parts of an elided quote, in the ways in which it may be read: in [A] year a letter is another, or a word put in."""
    ways = [(INITIAL.sub(_initial, words), True), (words, False)] if INITIAL.search(words) else [(words, False)]
    return [pieces for way, initials in ways if (pieces := pieces_of(way, initials=initials))]


def _initial(found: re.Match[str]) -> str:
    """The letter, with the apostrophe behind it that folding took for a mark."""
    return found[0].replace('"', "'")


def pieces_of(words: str, *, initials: bool = False) -> list[Piece]:
    """The parts of an elided quote; nothing if it leaves nothing out, or if insertions are most of it, negate it or change a figure.

    `initials`: whether a letter put in before an apostrophe or a blank belongs to the word there, or is it.
    """
    gaps = list(islice(GAP.finditer(words), MOST_PIECES + 1))
    if not gaps or len(gaps) > MOST_PIECES:
        return []
    if WITHIN.search(words):
        words = WITHIN.sub("", words)
        gaps = list(GAP.finditer(words))
    if refigures(words):
        return []
    pieces: list[Piece] = []
    at, tied, letter, size, inserted = 0, False, "", 0, ""
    reach: Reach = "next"
    for gap in gaps:
        free, empty = "…" in gap[0], bool(EMPTY.fullmatch(gap[0]))
        tied_left = not (free or empty) and _is_tied(words[gap.start() - 1 : gap.start()])
        made = _add(
            pieces, letter + words[at : gap.start()], tied_before=tied, tied_after=tied_left, letter=letter, reach=reach, inserted=inserted
        )
        letter = ""
        tied = not (free or empty) and (
            _is_tied(words[gap.end() : gap.end() + 1]) or (initials and not tied_left and bool(INITIAL.match(words, gap.start())))
        )
        if denies(words, *gap.span(), before=tied_left, after=tied):
            return []
        alone = not (free or empty or tied or tied_left)
        size += _size(gap[0]) if alone else 0
        inserted = ("" if made else inserted) + ("" if tied or tied_left else EMPTY.sub("", gap[0]).strip("[]()… "))
        reach = _wider("next" if made else reach, "far" if free else "near" if alone else "next")
        if tied and not tied_left and len(gap[0]) == 3 and may_be_one_word(gap[0][1], words[gap.end()]):
            letter, tied = gap[0][1], False  # [T]hey: their letter, another case
        at = gap.end()
    made = _add(pieces, letter + words[at:], tied_before=tied, tied_after=False, letter=letter, reach=reach, inserted=inserted)
    if pieces and not made:
        pieces[-1] = replace(pieces[-1], appended=inserted)
    if size > sum(_size(piece.words) for piece in pieces) or (len(pieces) == 1 and gaps and all("…" in gap[0] for gap in gaps)):
        return []
    return pieces


def _says(char: str) -> bool:
    """Whether a sign says something: a letter, a digit, % or $."""
    return is_word(char) or char in TELLING_SIGNS or unicodedata.category(char) == "Sc"


def _is_tied(beside: str) -> bool:
    """Whether an insertion beside this sign is part of its word: in scripts without spaces it stands alone."""
    return bool(beside) and is_word(beside) and not has_unspaced(beside)


def _wider(one: Reach, other: Reach) -> Reach:
    return min(one, other, key=("far", "near", "next").index)


def _size(words: str) -> int:
    """The number of words; in scripts without spaces, of signs."""
    return sum(map(is_word, words)) if has_unspaced(words) else len(words.split())


def _add(pieces: list[Piece], words: str, *, tied_before: bool, tied_after: bool, letter: str, reach: Reach, inserted: str) -> bool:
    start, end = core(words)
    if not any(map(_says, words[start:end])):
        return False
    cut_before, cut_after = tied_before and start == 0, tied_after and end == len(words)
    pieces.append(Piece(words[start:end], cut_before, cut_after, bool(letter) or not pieces, reach, inserted))
    return True
