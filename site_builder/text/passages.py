"""Words → the places where they stand in an article, exact after typographic folding and never by likeness."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct

from site_builder.model import Anchor, Article
from site_builder.text.edges import begins, cases, core, ends, is_word
from site_builder.text.fold import Folded, fold

Likeness = Literal["exact", "typography", "trimmed", "elided"]
Part = tuple[int, int]  # in the folded text

GAP = re.compile(r"\[\s*…\s*\]|\(\s*…\s*\)|…|\[[^\[\]]*\]")
SENTENCE = re.compile(r"(?<=[.!?…])\"?'? +|(?<=[。！？])[\"']?|(?<=[؟۔।]) +")
MOST_PLACES = 50  # words that stand more often are pointed at by nobody


class Found(Struct, frozen=True):
    """Where words stand, and how like."""

    likeness: Likeness
    places: tuple[Anchor, ...]
    said: bool = False  # between quotation marks


class Piece(Struct, frozen=True):
    """What stands between two gaps of an elided quote."""

    words: str
    cut_before: bool = False  # an insertion is tied to it: [T]hey, expect[ed]
    cut_after: bool = False
    any_case: bool = False


class Passages:
    """An article made ready for searching."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._starts = [paragraph.start for paragraph in article.paragraphs]
        order = [paragraph.number for paragraph in article.paragraphs if paragraph.kind != "skipped"]
        self._order = {number: n for n, number in enumerate(order)}

    @cached_property
    def folded(self) -> Folded:
        """The quotable text. Marks that only reopen a quote in a new paragraph count as space."""
        return fold(self.article.text, sorted((*self.article.skipped, *self.article.reopened)))

    @cached_property
    def _with_marks(self) -> Folded:
        return fold(self.article.text, self.article.skipped)

    def paragraph(self, at: int) -> int:
        """Number of the paragraph in which offset `at` lies; 0 before the first."""
        return bisect_right(self._starts, at)

    def order(self, at: int) -> int:
        """The same, counting only paragraphs that may be quoted."""
        return self._order.get(self.paragraph(at), -9)

    def is_said(self, place: Anchor) -> bool:
        """Whether all parts of a place lie between quotation marks; marks at their edges don't count."""
        return all(self._is_quoted(start, end) for start, end in place.parts)

    def _is_quoted(self, start: int, end: int) -> bool:
        text, spans = self.article.text, self.article.quoted
        while start < end and not is_word(text[start]):
            start += 1
        while end > start and not is_word(text[end - 1]):
            end -= 1
        return any(spans[n][0] <= start and end <= spans[n][1] for n in range(bisect_right(spans, (start, len(text))) - 1, -1, -1))

    def find(self, words: str, *, direct: bool = False) -> Found | None:
        """Where `words` stand; None where they don't. What a direct quote quotes must be said: only such places count if there are any."""
        folded = fold(words.strip()).text.strip()
        if not any(map(is_word, folded)):
            return None
        reported: Found | None = None
        for likeness, places in self._likenesses(words.strip(), folded, direct):
            if not direct:
                return Found(likeness, places)
            said = tuple(place for place in places if self.is_said(place))
            if said:
                return Found(likeness, said, said=True)
            reported = reported or Found(likeness, places)
        return reported

    def _likenesses(self, words: str, folded: str, direct: bool) -> Iterator[tuple[Likeness, tuple[Anchor, ...]]]:  # noqa: FBT001
        """The ways in which words may stand in a text, the closest first; only those that find a place."""
        for text in (self.folded, self._with_marks) if self.article.reopened else (self.folded,):
            places = self._whole(text, folded)
            if places:
                same = all(self.article.text[place.start : place.end] == words for place in places)
                yield "exact" if same else "typography", places
        start, end = core(folded)
        for case in cases(folded[start:end]):
            places = self._whole(self.folded, case)
            if places:
                yield "trimmed", places
        for said in (True, False) if direct else (False,):
            places = self._elided(folded, said)
            if places:
                yield "elided", places
        if direct:
            places = self._interrupted(folded)
            if places:
                yield "elided", places

    def _whole(self, folded: Folded, words: str) -> tuple[Anchor, ...]:
        return tuple(self._anchor(folded, [span]) for span in _standing(folded.text, words))

    def _anchor(self, folded: Folded, parts: Sequence[Part]) -> Anchor:
        stored = tuple((folded.start(start), folded.end(end - 1)) for start, end in parts)
        return Anchor(stored[0][0], stored[-1][1], self.paragraph(stored[0][0]), stored)

    # … and [insertions]

    def _elided(self, words: str, said: bool) -> tuple[Anchor, ...]:  # noqa: FBT001
        """Every narrowest place where the parts stand in order, each in the paragraph of the one before or in the next."""
        pieces = pieces_of(words)
        if not pieces:
            return ()
        chains = [chain for chain in self._chains(pieces, said) if chain]
        narrowest = [c for c in chains if not any(o is not c and c[0][0] <= o[0][0] and o[-1][1] <= c[-1][1] for o in chains)]
        return tuple(self._anchor(self.folded, chain) for chain in narrowest)

    def _chains(self, pieces: Sequence[Piece], said: bool) -> Iterator[list[Part]]:  # noqa: FBT001
        found = [_piece_standing(self.folded.text, piece) for piece in pieces]
        if said:
            found = [[part for part in parts if self.is_said(self._anchor(self.folded, [part]))] for parts in found]
        if not all(found):
            return
        for first in found[0][:MOST_PLACES]:
            yield self._continue([first], found[1:])

    def _continue(self, chain: list[Part], rest: Sequence[list[Part]]) -> list[Part]:
        """The chain with one place for each of the rest, the nearest first; empty where there is none."""
        if not rest:
            return chain
        after = chain[-1][1]
        here = self.order(self.folded.end(after - 1) - 1)
        for place in rest[0]:
            if place[0] < after:
                continue
            if not here <= self.order(self.folded.start(place[0])) <= here + 1:
                if self.order(self.folded.start(place[0])) > here + 1:
                    break
                continue
            whole = self._continue([*chain, place], rest[1:])
            if whole:
                return whole
        return []

    # "…," he said. "…"

    def _interrupted(self, words: str) -> tuple[Anchor, ...]:
        """Sentences of one utterance between which the source only says who speaks."""
        breaks = [found.end() for found in SENTENCE.finditer(words) if 0 < found.end() < len(words)]
        if not breaks or len(breaks) > 20:
            return ()
        return tuple(self._anchor(self.folded, parts) for parts in self._utterances(words, breaks, 0))

    def _utterances(self, words: str, breaks: Sequence[int], start: int) -> list[list[Part]]:
        """Every way to find words[start:] in pieces that end at a sentence, each the next thing said after the one before."""
        made: list[list[Part]] = []
        for until in [len(words), *reversed([b for b in breaks if b > start])]:
            first, last = core(words[start:until])
            said = words[start + first : start + last]
            for case in cases(said) if start == 0 else (said,):
                for place in _standing(self.folded.text, case) if said else ():
                    if until == len(words):
                        made.append([place])
                    else:
                        made += [
                            [place, *rest] for rest in self._utterances(words, breaks, until) if self._only_says_who(place[1], rest[0][0])
                        ]
            if made:
                break
        return made

    def _only_says_who(self, end: int, start: int) -> bool:
        """Whether between two pieces of folded text a quote closes and the next one opens, in one paragraph."""
        if start <= end:
            return False
        a, b = self.folded.end(end - 1), self.folded.start(start)
        if self.paragraph(a - 1) != self.paragraph(b):
            return False
        closes = next((span for span in self.article.quoted if span[0] < a <= span[1]), None)
        opens = next((span for span in self.article.quoted if span[0] <= b < span[1]), None)
        if not closes or not opens or closes == opens or opens[0] < closes[1]:
            return False
        between = any(closes[1] < span[0] < opens[0] for span in self.article.quoted)
        left_out = self.article.text[a : closes[1]] + self.article.text[opens[0] : b]
        return not between and not any(map(is_word, left_out))


def _standing(text: str, words: str, begin: Callable[[str, int], bool] = begins, end: Callable[[str, int], bool] = ends) -> Iterator[Part]:
    """Every place where `words` stand in the folded text on the borders of words."""
    at = text.find(words) if words else -1
    places = 0
    while at >= 0 and places < MOST_PLACES:
        if begin(text, at) and end(text, at + len(words)):
            places += 1
            yield at, at + len(words)
        at = text.find(words, at + 1)


def _anywhere(_text: str, _at: int) -> bool:
    return True


def _piece_standing(text: str, piece: Piece) -> list[Part]:
    begin, end = _anywhere if piece.cut_before else begins, _anywhere if piece.cut_after else ends
    made = [place for case in (cases(piece.words) if piece.any_case else (piece.words,)) for place in _standing(text, case, begin, end)]
    return sorted(made)


def pieces_of(words: str) -> list[Piece]:
    """The parts of an elided quote; nothing if it leaves nothing out."""
    pieces: list[Piece] = []
    at, tied = 0, False
    gaps = [*GAP.finditer(words)]
    letter = ""
    for gap in gaps:
        inserted = gap[0].startswith("[") and "…" not in gap[0]
        tied_left = inserted and gap.start() > 0 and is_word(words[gap.start() - 1])
        _add(pieces, letter + words[at : gap.start()], tied, tied_left, letter)
        letter = ""
        tied = inserted and gap.end() < len(words) and is_word(words[gap.end()])
        if tied and not tied_left and len(gap[0]) == 3:
            letter, tied = gap[0][1], False  # [T]hey: their letter, another case
        at = gap.end()
    _add(pieces, letter + words[at:], tied, tied_after=False, letter=letter)
    if not gaps or (len(pieces) == 1 and not any("[" in gap[0] and "…" not in gap[0] for gap in gaps)):
        return []
    return pieces


def _add(pieces: list[Piece], words: str, tied: bool, tied_after: bool, letter: str) -> None:  # noqa: FBT001
    start, end = core(words)
    if any(map(is_word, words[start:end])):
        pieces.append(Piece(words[start:end], tied and start == 0, tied_after and end == len(words), bool(letter) or not pieces))
