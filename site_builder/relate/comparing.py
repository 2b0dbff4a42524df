"""What two sources share and whom they credit, for many pairs at once: content in, kinships out, so that any process can do it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from typing import Literal, TypeVar

from msgspec import Struct

from site_builder.model import Article, Cue, Kin, Kinship, Outlet, Source
from site_builder.relate.prose import Phrases, Prose, judged, telling, turned
from site_builder.relate.reading import Text
from site_builder.text.credits import cues
from site_builder.text.latest import of_articles
from site_builder.text.words import words

T = TypeVar("T")

KEPT = 128  # texts that are kept while their pairs are compared: those of a dossier are neighbours

Word = Literal["derived_from", "independent_of"]
LAST_WORD: dict[Word, Kin] = {"derived_from": "certain", "independent_of": "apart"}


class Spoken(Struct, frozen=True):
    """The editor's word on two sources. `one` is the source beside which it stands."""

    one: str
    other: str
    key: Word


class Print(Struct, frozen=True):
    """A source with all that is read of it for a comparison."""

    source: Source
    article: Article | None = None
    outlet: Outlet | None = None


class Question(Struct, frozen=True):
    """Are these two one report?"""

    one: str
    other: str
    spoken: Spoken | None = None
    common: tuple[int, ...] = ()  # fingerprints of both that are set phrases


class Batch(Struct, frozen=True):
    """Pairs to be compared, with all that this needs."""

    questions: tuple[Question, ...]
    prints: Mapping[str, Print]
    everywhere: frozenset[int] = frozenset()  # fingerprints of what is heard everywhere
    agencies: tuple[str, ...] = ()  # of the site's own outlets


class Answer(Struct, frozen=True):
    kinship: Kinship | None  # None where their texts tell so little that no credit could change it
    asked: bytes | None  # what was looked up in `everywhere`, eight bytes each; None if there was nothing to look up


def compare(batch: Batch) -> tuple[Answer, ...]:
    """The answer to each question."""
    desk = _Desk(batch)
    return tuple(map(desk.answer, batch.questions))


class _Asked(frozenset[int]):
    """A set that remembers what it was asked for."""

    asked: set[int]

    def __contains__(self, one: object) -> bool:
        self.asked.add(one)  # type: ignore[arg-type]  # nothing but fingerprints are sought
        return super().__contains__(one)


class _Desk:
    """Compares pairs of sources; keeps what it has read of each for the next pair."""

    def __init__(self, batch: Batch) -> None:
        self.prints, self.everywhere = batch.prints, _Asked(batch.everywhere)
        self.article, self.agencies = {name: one.article for name, one in batch.prints.items() if one.article}, batch.agencies
        self.texts: dict[str, Text] = {}  # no cache round a method, which would make a cycle of each desk, with its texts
        self.credits: dict[str, tuple[Cue, ...]] = {}

    def text(self, name: str) -> Text:
        """A source's words, ready to be compared."""
        return _kept(self.texts, name, lambda: _text(self.article[name]))

    def cues(self, name: str) -> tuple[Cue, ...]:
        """The signs of whose report a source carries."""
        one = self.prints[name]
        return _kept(self.credits, name, lambda: cues(one.source, one.article, one.outlet, self.agencies))

    def answer(self, question: Question) -> Answer:
        self.everywhere.asked = set()
        found = self._kinship(question)
        return Answer(found, array("Q", sorted(self.everywhere.asked)).tobytes() if self.everywhere else None)

    def _kinship(self, question: Question) -> Kinship | None:
        """How two sources are related, and why."""
        spoken = question.spoken
        one, other = (spoken.one, spoken.other) if spoken else (question.one, question.other)
        prose = self._prose(one, other, Phrases(frozenset(question.common), self.everywhere))
        if not spoken and judged(prose, agree=True, disagree=False) == "apart":
            return None
        signs = (*self.cues(one), *self.cues(other))
        credited = tuple(tuple(dict.fromkeys(cue.agency for cue in signs if cue.source == name)) for name in (one, other))
        both = set(credited[0]).intersection(credited[1])
        measured = judged(prose, agree=bool(both), disagree=bool(credited[0] and credited[1] and not both))
        return Kinship(
            one=one,
            other=other,
            kin=LAST_WORD[spoken.key] if spoken else measured,
            measured=measured,
            runs=prose.runs,
            words=prose.words,
            share=prose.share,
            cues=tuple(cue for cue in signs if cue.agency in both),
            editor=spoken.key if spoken else "",
            unit=prose.unit,
            agencies=(credited[0], credited[1]),
        )

    def _prose(self, one: str, other: str, phrases: Phrases) -> Prose:
        """What the two share. Compared in the order of their names, so that it is the same whichever is asked for first."""
        if one not in self.article or other not in self.article:
            return Prose()
        if one > other:
            return turned(telling(self.text(other), self.text(one), phrases))
        return telling(self.text(one), self.text(other), phrases)


@of_articles
def _text(article: Article) -> Text:
    return Text(article, words(article))


def _kept(found: dict[str, T], name: str, make: Callable[[], T]) -> T:
    """The answer about a source, made if it is not kept; of too many the oldest goes."""
    if name not in found:
        if len(found) == KEPT:
            del found[next(iter(found))]
        found[name] = make()
    return found[name]
