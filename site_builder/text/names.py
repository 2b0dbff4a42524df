"""Where does an article name the actors that the site knows?

Names are found as they are written in actors.yaml, letter for letter and after typographic folding; a longer name that begins at the same
place or earlier wins ("Trump administration" is not Trump). Nothing is guessed: a name with an ending of its own (Путина), one that
several actors share and one that merely looks alike are left out, while a namesake (Austin, Texas) can't be told from the actor.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from site_builder.model import Actor, Article
from site_builder.text.fold import CJK, HANGUL, UNSPACED, fold

SHARED = ""  # stands for the actor where a name is that of several
SIGNS = CJK + UNSPACED + HANGUL
SIGN = re.compile(f"[{SIGNS}]")
START = re.compile(rf"[{SIGNS}]|[^\W{SIGNS}]+")  # where a name may begin: a word, or any sign of a script with no spaces or with particles
WORD = re.compile(r"\w+")  # the same in a text without such signs, in a third of the time
SIMPLE = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")  # folds to itself
UNBOUND = re.compile(f"[{CJK}{UNSPACED}]")  # no space before or after
PARTICLES = re.compile(f"[{HANGUL}]")  # what follows a Korean name is written onto it


class Naming(Struct, frozen=True):
    """A place where an article names an actor: offsets into the text as stored."""

    actor: str
    start: int
    end: int
    paragraph: int


class NameIndex(Struct, frozen=True):
    """Names, folded, by the word they begin with, the longest first; each with its actor."""

    names: Mapping[str, tuple[tuple[str, str], ...]]


def name_index(actors: Iterable[Actor]) -> NameIndex:
    """All names of the actors, right and misspelt, ready to be found."""
    bearer: dict[str, str] = {}
    for actor in actors:
        for name in dict.fromkeys(_plain(name) for name in (actor.name, *actor.aliases, *actor.misspelt)):
            if name:
                bearer[name] = actor.id if bearer.get(name, actor.id) == actor.id else SHARED
    by_start: dict[str, list[tuple[str, str]]] = {}
    for name, actor_id in sorted(bearer.items(), key=lambda one: (-len(one[0]), one[0])):
        by_start.setdefault(_first(name), []).append((name, actor_id))
    return NameIndex({start: tuple(names) for start, names in by_start.items()})


def _plain(name: str) -> str:
    """The name folded, from its first letter on."""
    folded = name if SIMPLE.fullmatch(name) else fold(name).text.strip()
    start = START.search(folded)
    return folded[start.start() :] if start else ""


def _first(name: str) -> str:
    start = START.match(name)
    return start[0] if start else ""


def namings(article: Article, index: NameIndex) -> tuple[Naming, ...]:
    """Every place in the article's own text that names an actor, in order."""
    folded = fold(article.text, article.skipped)
    starts = [paragraph.start for paragraph in article.paragraphs]
    made = []
    for actor, first, last in _found(folded.text, index.names):
        start = folded.start(first)
        paragraph = article.paragraphs[max(0, bisect_right(starts, start) - 1)].number
        made.append(Naming(actor, start, folded.end(last), paragraph))
    return tuple(made)


def _found(text: str, names: Mapping[str, tuple[tuple[str, str], ...]]) -> Iterator[tuple[str, int, int]]:
    """(actor, first character, last character) of each name in a folded text. One step a word, however many names there are."""
    free = 0
    for start in (START if SIGN.search(text) else WORD).finditer(text):
        known = names.get(start[0])
        if not known or start.start() < free or _joins_before(text, start.start()):
            continue
        for name, actor in known:
            if text.startswith(name, start.start()) and _ends(text, start.start() + len(name)):
                free = start.start() + len(name)
                if actor != SHARED:
                    yield actor, start.start(), free - 1
                break


def _joins_before(text: str, at: int) -> bool:
    return at > 0 and not UNBOUND.match(text[at]) and _joins(text[at - 1])


def _ends(text: str, at: int) -> bool:
    """Whether a name may end before `at`."""
    last = text[at - 1]
    return at >= len(text) or not _joins(text[at]) or not _joins(last) or bool(PARTICLES.match(last))


def _joins(char: str) -> bool:
    """Whether a letter, digit or vowel sign goes on the word it stands next to."""
    return not UNBOUND.match(char) and (char.isalnum() or unicodedata.category(char).startswith("M"))
