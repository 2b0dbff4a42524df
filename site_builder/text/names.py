"""Where does an article name the actors that the site knows?

Names are found as they are written in actors.yaml, letter for letter and after typographic folding; a longer name that begins at the same
place or earlier wins ("Trump administration" is not Trump). Nothing is guessed: a name with an ending of its own (Путина), one that
several actors share and one that merely looks alike are left out, while a namesake (Austin, Texas) can't be told from the actor.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, KeysView
from itertools import accumulate

from msgspec import Struct

from site_builder.model import Actor, Article
from site_builder.text.fold import Folded, fold
from site_builder.text.scripts import CJK, HANGUL, UNSPACED, has_unspaced, later, may_be_unspaced
from site_builder.text.tokens import beyond_ascii, blanked

SHARED = ""  # stands for the actor where a name is that of several
SIGNS = CJK + UNSPACED + HANGUL
SIGN = later(f"[{SIGNS}]")
WORD = re.compile(r"\w+")
START = later(rf"[{SIGNS}]|[^\W{SIGNS}]+")  # where a name may begin: a word, or any sign of a script with no spaces or with particles
LETTERS = "A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u017f\u0400-\u0481\u048a-\u04ff"  # Latin and Cyrillic, composed
SIMPLE = re.compile(f"([{LETTERS}]+)(?: [{LETTERS}]+)*")  # folds to itself
NEXT = 3  # letters after its first word by which a name is told from most others that begin alike
PARTICLES = later(f"[{HANGUL}]")  # what follows a Korean name is written onto it


class Naming(Struct, frozen=True):
    """A place where an article names an actor: offsets into the text as stored."""

    actor: str
    start: int
    end: int
    paragraph: int


class NameIndex:
    """Names, folded, each with its actor, by the word that they begin with."""

    def __init__(self, names: dict[str, dict[str, str]]) -> None:
        self.names = names
        self._lengths: dict[str, list[int]] = {}  # how long the names are, the longest first; made when a text has the word
        self._next: dict[str, set[str] | None] = {}  # what follows the word in them; None where one is too short to be told so

    def standing(self, start: str, text: str, at: int) -> list[str]:
        """The names beginning with that word of which all letters stand there, the longest first."""
        known = self.names[start]
        if start not in self._lengths:
            self._lengths[start] = sorted(set(map(len, known)), reverse=True)
            follow = {name[len(start) : len(start) + NEXT] for name in known}
            self._next[start] = follow if all(len(one) == NEXT for one in follow) else None
        follow_here = self._next[start]
        if follow_here is not None and text[at + len(start) : at + len(start) + NEXT] not in follow_here:
            return []
        return [name for length in self._lengths[start] if (name := text[at : at + length]) in known and len(name) == length]


def name_index(actors: Iterable[Actor]) -> NameIndex:
    """All names of the actors, right and misspelt, ready to be found."""
    by_start: dict[str, dict[str, str]] = {}
    for actor in actors:
        for given in (actor.name, *actor.aliases, *actor.misspelt):
            start, name = _told_by(given)
            if name:
                bearers = by_start.setdefault(start, {})
                if bearers.setdefault(name, actor.id) != actor.id:
                    bearers[name] = SHARED
    return NameIndex(by_start)


def _told_by(name: str) -> tuple[str, str]:
    """The word with which a name begins, and the name folded, from its first letter on."""
    simple = SIMPLE.fullmatch(name)
    if simple:
        return simple[1], name
    folded = fold(name).text.strip()
    start = (START if _has_signs(folded) else WORD).search(folded)
    return (start[0], folded[start.start() :]) if start else ("", "")


def _has_signs(text: str) -> bool:
    return may_be_unspaced(text) and bool(SIGN.search(text))


def namings(article: Article, index: NameIndex, folded: Folded | None = None) -> tuple[Naming, ...]:
    """Every place in the article's own text that names an actor, in order.

    `folded`: the text folded, with what is skipped cut out, where somebody has it already: that is two thirds of the time.
    """
    folded = folded or fold(article.text, article.skipped)
    starts = [paragraph.start for paragraph in article.paragraphs]
    made = []
    for actor, first, last in _found(folded.text, index):
        start = folded.start(first)
        paragraph = article.paragraphs[max(0, bisect_right(starts, start) - 1)].number
        made.append(Naming(actor, start, folded.end(last), paragraph))
    return tuple(made)


def _found(text: str, index: NameIndex) -> Iterator[tuple[str, int, int]]:
    """(actor, first character, last character) of each name in a folded text. One step a word, however many names there are."""
    free, names = 0, index.names
    for at, word in _starts(text, names.keys()):
        for name in index.standing(word, text, at) if at >= free else ():
            if _ends(text, at + len(name)) and not _joins_before(text, at):
                free, actor = at + len(name), names[word][name]
                if actor != SHARED:
                    yield actor, at, free - 1
                break


def _starts(text: str, known: KeysView[str]) -> list[tuple[int, str]]:
    """Where words stand with which a name may begin, in order."""
    if not _has_signs(beyond_ascii(text)):
        words = blanked(text).split(" ")
        ends = list(accumulate(map(len, words)))
        return [(ends[n] + n - len(words[n]), words[n]) for n in [n for n, word in enumerate(words) if word in known]]
    return [(start.start(), start[0]) for start in START.finditer(text) if start[0] in known]


def _joins_before(text: str, at: int) -> bool:
    return at > 0 and not has_unspaced(text[at]) and _joins(text[at - 1])


def _ends(text: str, at: int) -> bool:
    """Whether a name may end before `at`."""
    last = text[at - 1]
    return at >= len(text) or not _joins(text[at]) or not _joins(last) or bool(PARTICLES.match(last))


def _joins(char: str) -> bool:
    """Whether a letter, digit or vowel sign goes on the word it stands next to."""
    return not has_unspaced(char) and (char.isalnum() or unicodedata.category(char).startswith("M"))
