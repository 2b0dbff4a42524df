"""Which names in a source are close to a known one without being one of its spellings?

Two rules, both after an index of all names, never name by name. A name of several words of which one differs by one letter (`Loyd
Austin`) is told in every script that sets words apart. A single word (`Warehem`) is told in scripts with capital letters only, and
only where the right name stands in the same source: half of all surnames are one letter away from another one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain

from msgspec import Struct

from site_builder.check.reading import WORD, ArticleWords, Reading, words_of
from site_builder.model import Actor, Article, Outlet
from site_builder.problems import Problem
from site_builder.text.latest import of_articles

Words = tuple[str, ...]
# Where another word of names is looked for beside one of theirs, the anchor: the length of the names in words; the places of the anchor, of
# that word and of a third one (of the anchor in names of two); the letters with which the word may begin; and the words that may stand at
# the third place, by which most places are told apart.
Gap = tuple[int, int, int, int, set[str], set[str]]
Hole = tuple[int, str, Words]  # a name of which one word is missing: where, its first letter, and the others
Plain = tuple[dict[str, str], set[Words], dict[str, str], dict[str, list[Gap]], dict[Hole, dict[str, str]], list[str]]  # see `Names`

MOST_WORDS = 24  # of a name; what is longer is none, and to note each of its words without all others takes time by the square
SHORTEST = 4  # letters of a word that differs within a longer name: Jo and Joe are two people
SHORTEST_ALONE = 6  # letters of a name of one word: Marin and Martin, Haley and Halley are too
INFLECTED = 2  # letters at the end of a name that change with its case: Зеленский, Зеленской; المسلمون, المسلمين
DOUBLED = frozenset("dfklmnprt")  # consonants that end names once or twice; -s and -ss may be a case
CARRIERS = 3  # sources of a dossier that all print a spelling: it is somebody else's name
ALIKE = str.maketrans("ىیکةۀ", "ييكهه")  # written alike or for each other in Arabic, Persian and Urdu
PROCLITICS = "وفبلكسובלכהשמ"  # written onto the next word in Arabic and Hebrew: and, to, in
BESIDE = r"(?:(\w{{1,40}})\s)?\b{}\b(?:\s(\w+))?"
NASALS = re.compile("[ङञणनम]्")  # Hindi writes ं for each of them
ONE_SOUND = re.compile("[aou]e|(?<=i)z|(?<=y)z")  # Müller, Mueller; Organization, Organisation
SEVERAL = ("government", "group", "anonymous")  # their names of one word are near each other by nature: Ireland, Iceland


class Names:
    """All names of a site, made ready to be asked for what is close to them."""

    def __init__(self) -> None:
        self.proper: dict[str, str] = {}  # the name of each actor
        self.whole: set[Words] = set()  # every known spelling, misspelt ones among them
        self.alone: dict[str, str] = {}  # whose the names of one word are
        self.gaps: dict[str, list[Gap]] = {}  # by their anchor
        self.missing: dict[Hole, dict[str, str]] = {}  # by a name without one of its words: the words that it may be, each with the actor
        self._others: list[str] = []  # names of outlets

    @classmethod
    def of(cls, plain: Plain) -> Names:
        """The names of which `plain` was told."""
        names = cls()
        names.proper, names.whole, names.alone, names.gaps, names.missing, names._others = plain
        return names

    def plain(self) -> Plain:
        """All that is made of the names when they are added."""
        return self.proper, self.whole, self.alone, self.gaps, self.missing, self._others

    def add(self, actor: Actor) -> None:
        self.proper[actor.id] = actor.name
        for name in (actor.name, *actor.aliases):
            spelled = name_words(name)
            self.whole.add(spelled)
            for word in surname(actor, spelled):
                self.alone.setdefault(word, actor.id)
            for at, told in _holes(spelled):
                self._miss(spelled, at, told, actor.id)
        if actor.misspelt:
            self.whole.update(map(name_words, actor.misspelt))

    def add_outlet(self, outlet: Outlet) -> None:
        self._others.append(outlet.name)

    @cached_property
    def words(self) -> frozenset[str]:
        """Of all names, misspelt ones and those of outlets among them."""
        return frozenset(chain(chain.from_iterable(self.whole), *map(name_words, self._others)))

    def _miss(self, name: Words, at: int, told: int, actor: str) -> None:
        """Notes how a name is found of which one word is misspelt, by another, its anchor."""
        letter, anchor, others = name[at][0], name[told], (*name[:at], *name[at + 1 :])
        self.missing.setdefault((at, letter, others), {}).setdefault(name[at], actor)
        place = others.index(anchor)
        where = len(name), place + (place >= at), at
        beside = max((n for n in range(len(name)) if n not in where[1:]), default=where[1])
        known = self.gaps.setdefault(anchor, [])
        gap = next((one for one in known if one[:3] == where), None)
        if gap is None:
            gap = (*where, beside, set(), set())
            known.append(gap)
        *_, letters, standing = gap
        letters.add(letter)
        standing.add(name[beside])


def names_of(actors: Iterable[Actor], outlets: Iterable[Outlet]) -> Names:
    """The index of all names and known spellings."""
    names = Names()
    for actor in actors:
        names.add(actor)
    for outlet in outlets:
        names.add_outlet(outlet)
    for gaps in names.gaps.values():
        gaps.sort(key=lambda gap: gap[:3])
    return names


def words_of_names(actors: Iterable[Actor], outlets: Iterable[Outlet]) -> set[str]:
    """The words of all names, as `Names.words`."""
    names = chain.from_iterable((one.name, *one.aliases, *one.misspelt) for one in actors)
    return set(chain.from_iterable(map(name_words, chain(names, (outlet.name for outlet in outlets)))))


def slips(words: Iterable[str], actors: Iterable[Actor]) -> set[str]:
    """Those of the words that are slips of a name of one word, as `_alone` takes them, if no name has them."""
    known: dict[str, set[str]] = {}
    for actor in actors:
        for name in (actor.name, *actor.aliases):
            for word in surname(actor, name_words(name)):
                known.setdefault(word[0], set()).add(word)
    long = (word for word in words if len(word) >= SHORTEST_ALONE - 1)
    return {word for word in long if any(is_slip(word, one, INFLECTED) for one in known.get(word[0], ()))}


def name_words(name: str) -> Words:
    """The words of a name."""
    plain = name.replace(" ", "").isalnum()  # as most: a fifth of the time
    return tuple(name.split() if plain else WORD.findall(name))


def _holes(name: Words) -> Iterator[tuple[int, int]]:
    """Every word of a longer name that may be misspelt, with the longest of the others, by which the name is told: their numbers."""
    if not 2 <= len(name) <= MOST_WORDS:
        return
    lengths = list(map(len, name))
    longest = lengths.index(max(lengths))
    second = max((n for n in range(len(name)) if n != longest), key=lengths.__getitem__) if len(name) > 2 else 1 - longest
    for at, word in enumerate(name):
        told = second if at == longest else longest
        if _may_differ(word, name[told]):
            yield at, told


def _may_differ(word: str, told: str) -> bool:
    """Whether a word of a name may be misspelt, where the name is told by another of its words."""
    return len(word) >= SHORTEST and len(told) >= SHORTEST - 1 and (word.isalpha() or not any(map(str.isdigit, word)))


def surname(actor: Actor, name: Words) -> Words:
    """The word by which an actor may go alone: a name of one word, a person's last."""
    if not name or (len(name) > 1 and actor.kind != "person") or actor.kind in SEVERAL:
        return ()
    return name[-1:] if len(name[-1]) >= SHORTEST_ALONE and name[-1][0].isupper() else ()


class Near(Struct, frozen=True):
    """A spelling of a source that is close to a name of an actor: words first to last, excluded, of its text."""

    first: int
    last: int
    actor: str


def near_names(reading: Reading, names: Names, read: Sequence[Reading]) -> Iterator[Problem]:
    """Warnings on every spelling that is close to a known name, once each. `read`: all sources of its dossier."""
    said: set[tuple[str, str]] = set()
    for near in _near(reading.article, names):
        words, starts = reading.words.all, reading.words.starts
        start, end = starts[near.first], starts[near.last - 1] + len(words[near.last - 1])
        spelled = " ".join(reading.article.text[start:end].split())
        if (spelled, near.actor) in said or reading.is_answered(start, end) or reading.is_skipped(start):
            continue
        if _carried(words[near.first : near.last], read):
            continue
        said.add((spelled, near.actor))
        name = names.proper[near.actor]
        message = f"'{spelled}' is close to '{name}', but no known spelling of it"
        hint = f"if '{near.actor}' is meant, add it to `misspelt` in content/actors.yaml, or to `aliases` where it is right"
        of = (reading.source.id, near.actor, spelled)
        yield Problem(reading.seed, "near-name", message, hint, (), *reading.place(start), "warning", of)


def _carried(spelled: Sequence[str], read: Sequence[Reading]) -> bool:
    """Whether so many sources print it that it is somebody else's name."""
    return sum(other.words.vocabulary.issuperset(spelled) for other in read) >= CARRIERS


@of_articles
def _near(article: Article, names: Names) -> list[Near]:
    """Every spelling that is close to a known name, in order."""
    read = words_of(article)
    return sorted((*_within(read, names), *_alone(read, names)), key=lambda one: one.first)


def _within(read: ArticleWords, names: Names) -> Iterator[Near]:
    """Names of several words of which one differs."""
    present = {word: names.gaps[word] for word in names.gaps.keys() & read.vocabulary}
    words = read.all
    for n in [n for n, word in enumerate(words) if word in present] if present else ():
        for length, place, at, beside, letters, standing in present[words[n]]:
            first = n - place
            if first < 0 or first + length > len(words) or words[first + at][0] not in letters or words[first + beside] not in standing:
                continue
            others = (*words[first : first + at], *words[first + at + 1 : first + length])
            actor = _differing(words[first + at], at, others, names)
            if actor and tuple(words[first : first + length]) not in names.whole and _is_row(read, first, first + length):
                yield Near(first, first + length, actor)


def _differing(word: str, at: int, others: Words, names: Names) -> str:
    """The actor whose name has another word in place of this one, of which it may be a slip; `others`: the other words of the name."""
    bucket = names.missing.get((at, word[0], others))
    if not bucket or len(word) < SHORTEST - 1 or word in bucket:
        return ""
    return next((actor for known, actor in bucket.items() if is_slip(word, known, _tail(known))), "")


def _is_row(read: ArticleWords, first: int, last: int) -> bool:
    """Whether only what may stand within a name stands between the words."""
    ends = [read.starts[n] + len(read.all[n]) for n in range(first, last)]
    between = (read.text[end : read.starts[n]] for end, n in zip(ends, range(first + 1, last), strict=False))
    return all(len(piece) <= 4 and not re.search(r"[.,;:!?()\d]|\n\s*\n", piece) for piece in between)


def _alone(read: ArticleWords, names: Names) -> Iterator[Near]:
    """Names of one word."""
    present: dict[str, list[str]] = {}  # by their first letter
    for known in sorted(read.vocabulary & names.alone.keys()):
        present.setdefault(known[0], []).append(known)
    for word in read.vocabulary if present else ():
        if word[0] not in present or len(word) < SHORTEST_ALONE - 1 or word in names.words:
            continue
        known = next((known for known in present[word[0]] if is_slip(word, known, INFLECTED)), "")
        if known and _is_name_alone(read, word):
            first = read.all.index(word)
            yield Near(first, first + 1, names.alone[known])


def _is_name_alone(read: ArticleWords, word: str) -> bool:
    """Whether a word is only ever capital and never part of a longer name."""
    if word.lower() in read.vocabulary or word.upper() == word:
        return False
    beside = {other for pair in re.findall(BESIDE.format(word), read.text) for other in pair}
    return not any(other[:1].isupper() and other.lower() not in read.vocabulary for other in beside)


@lru_cache(maxsize=65_536)
def is_slip(word: str, known: str, tail: int = 1) -> bool:
    """Whether a word is a known one with a letter missing, added, exchanged or swapped, between its first letter and its last ones."""
    word, known = plain(word), plain(known)
    if word[1:] == known and word[0] in PROCLITICS:
        return False
    if word == known or abs(len(word) - len(known)) > 1 or word[0] != known[0]:
        return False
    start = next((n for n, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), min(len(word), len(known)))
    longer, shorter = sorted((word[start:], known[start:]), key=len, reverse=True)
    if longer and not shorter and longer == word[start - 1] == known[start - 1] and longer in DOUBLED:
        return True  # Lindeman, Lindemann: no language inflects so either
    if len(longer) > len(shorter):
        return longer[1:] == shorter and len(shorter) >= (tail if len(word) < len(known) else INFLECTED)
    swapped = longer[:2] == shorter[1::-1] and longer[2:] == shorter[2:]  # no language inflects so
    return swapped or (longer[1:] == shorter[1:] and len(shorter) > tail)


def _tail(known: str) -> int:
    """How many letters at the end must agree: most languages that are not written in Latin letters inflect names there."""
    return 1 if plain(known).isascii() else INFLECTED


@lru_cache(maxsize=65_536)
def plain(word: str) -> str:
    """A word in small letters without accents, and with one sign for those that are written for each other."""
    if not word.isascii():
        spelled = unicodedata.normalize("NFD", NASALS.sub("ं", word))
        word = "".join(char for char in spelled if not unicodedata.combining(char)).translate(ALIKE)
    return ONE_SOUND.sub(lambda found: "s" if found[0] == "z" else found[0][0], word.lower())
