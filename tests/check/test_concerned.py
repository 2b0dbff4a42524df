"""Which texts may other lists of actors and outlets concern? Never fewer than of which something else is said."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from random import Random
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from site_builder.check.concerned import MOST, Sought, change, out_of_order
from site_builder.check.loose_ends import named_in, spelled
from site_builder.check.near_names import names_of, near_names
from site_builder.check.reading import Reading
from site_builder.model import Actor, Outlet, Source
from site_builder.render.excerpts import spellings
from site_builder.text.article import article
from site_builder.text.names import name_index, namings

ANN = Actor(id="ann", name="Ann Larsson", kind="person", aliases=("Larsson",))
BEN = Actor(id="ben", name="Benedict Cumber", kind="person", affiliation="board")
BOARD = Actor(id="board", name="Grain Board of Laos", kind="organisation")
PAPER = Outlet(id="paper", name="The Paper")
KNOWN = (ANN, BEN, BOARD), (PAPER,)


def said(text: str, actors: tuple[Actor, ...], outlets: tuple[Outlet, ...]) -> tuple[Any, ...]:
    """All that the names that a site knows have to do with what is said of a text."""
    read = Reading("content/d/sources.yaml", 0, Source(id="s", file="s.txt"), article(text, ""))
    near = [one.message for one in near_names(read, names_of(actors, outlets), [read])]
    misspelt = spellings({name: actor.name for actor in actors for name in actor.misspelt})
    marked = [(found.span(), misspelt.meant[" ".join(found[0].split())]) for found in (misspelt.pattern or _NEVER).finditer(text)]
    return near, named_in([read], spelled(actors)), namings(read.article, name_index(actors)), marked


class _Never:
    def finditer(self, _text: str) -> list[Any]:
        return []


_NEVER = _Never()

GIVEN = ["Ann", "Anne", "Lloyd", "Ursula", "von", "der", "O’Brien", "Ben", "Владимир", "Zoë", "بنيامين", "नरेंद्र", "김"]
LAST = [
    "Larsson",
    "Larson",
    "Austin",
    "Austen",
    "Leyen",
    "Wareham",
    "Warham",
    "Путин",
    "Путина",
    "नेतन्याहू",
    "نتنياهو",
    "철수",
    "Lü",
    "al-Assad",
]
ALONE = ["习近平", "北京市", "Larsson", "Kremlin", "Kremlim", "Warehams", "สมชาย", "ﬁsher", "Lars", "Ko\u00adfi", "Ko fi"]
WORDS = [*GIVEN, *LAST, *ALONE, "said", "the", "board", "Grain", "Board", "McAnn", "Larssons"]


@st.composite
def names(draw: st.DrawFn) -> str:
    words = draw(st.one_of(st.tuples(st.sampled_from(ALONE)), st.lists(st.sampled_from(GIVEN), max_size=2)))
    name = " ".join([*words, *([draw(st.sampled_from(LAST))] if not words or draw(st.booleans()) else [])])
    return unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), name)


@st.composite
def actors(draw: st.DrawFn) -> Actor:
    several = st.lists(names(), max_size=2).map(tuple)
    return Actor(
        id=draw(st.sampled_from(["a", "b", "c"])),
        name=draw(names()),
        kind=draw(st.sampled_from(["person", "person", "organisation", None])),
        aliases=draw(several),
        misspelt=draw(several),
    )


@st.composite
def texts(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.one_of(st.sampled_from(WORDS), names()), min_size=1, max_size=14))
    signs = draw(st.lists(st.sampled_from([" ", " ", " ", "\n", ", ", "", "-", "\u00a0", "’s ", "은 ", "、"]), min_size=15, max_size=15))
    text = "".join(word + sign for word, sign in zip(words, signs, strict=False))
    return unicodedata.normalize(draw(st.sampled_from(["NFC", "NFC", "NFD"])), text).strip() or "x"


lists = st.tuples(
    st.lists(actors(), max_size=4, unique_by=lambda one: one.id).map(tuple),
    st.lists(st.builds(Outlet, id=st.sampled_from(["o", "p"]), name=names()), max_size=2, unique_by=lambda one: one.id).map(tuple),
)


@settings(max_examples=250, deadline=None)
@given(texts(), lists, st.one_of(lists, st.none()), actors(), st.randoms(use_true_random=False))
def test_of_a_text_that_is_not_concerned_the_same_is_said(text: str, before: Any, now: Any, one: Actor, chance: Random) -> None:
    now = now or ((*(actor for actor in before[0] if actor.id != one.id), one), before[1])
    if chance.random() < 1 / 3:
        now = tuple(chance.sample(now[0], len(now[0]))), now[1]
    moved = change(before, now)
    concerned = moved is None or Sought(moved).may_concern(text)
    event("concerned" if concerned else "not concerned")
    if not concerned:
        assert said(text, *before) == said(text, *now)


@pytest.mark.parametrize(
    ("now", "text", "concerned"),
    [
        ((*KNOWN[0], Actor(id="cy", name="Cyrus Vance", kind="person")), "Cyrus the Great; advance", False),
        ((*KNOWN[0], Actor(id="cy", name="Cyrus Vance", kind="person")), "Cyrus Vonce said", True),
        ((*KNOWN[0], Actor(id="cy", name="Cyrus Vance", kind="organisation")), "Ann and Cyrus, and Lee Vance-Smith", False),
        ((*KNOWN[0], Actor(id="cy", name="Cyrus Vance", kind="person")), "Vances", False),
        ((ANN, BEN), "The Grain Board met", False),
        ((ANN, BEN), "The Grain Board of Laos met", True),
        ((ANN, BEN), "Benedict Cumber", True),  # who belonged to it
        (KNOWN[0], "Ann Larsson", False),
    ],
)
def test_what_a_change_concerns(now: tuple[Actor, ...], text: str, *, concerned: bool) -> None:
    moved = change(KNOWN, (now, KNOWN[1]))
    assert moved is not None
    assert Sought(moved).may_concern(text) is concerned


def test_only_those_are_looked_for_who_have_changed() -> None:
    moved = change(
        KNOWN, ((ANN, BEN, Actor(id="board", name="Grain Board of Laos", kind="organisation", misspelt=("Grian Board",))), KNOWN[1])
    )
    assert moved is not None
    assert moved.actors == {"board"}  # those who belong to it show its name, not its slips
    renamed = change(KNOWN, ((ANN, BEN, Actor(id="board", name="Rice Board", kind="organisation")), KNOWN[1]))
    assert renamed is not None
    assert renamed.actors == {"board", "ben"}
    outlets = change(KNOWN, (KNOWN[0], (PAPER, Outlet(id="post", name="The Post"))))
    assert outlets is not None
    assert outlets == (frozenset(), frozenset({"post"}), frozenset(), frozenset()), "no name is one letter from Post"
    slip = change(KNOWN, (KNOWN[0], (PAPER, Outlet(id="post", name="The Larson"))))
    assert slip is not None
    assert slip.words == {"Larson"}, "which is no slip of Larsson any more"


def test_an_actor_who_is_moved_is_looked_for_alone() -> None:
    people = tuple(Actor(id=f"a{n}", name=f"Aa{n} Bb{n}") for n in range(2000))
    moved = change((people, ()), ((*people[1:], people[0]), ()))
    assert moved is not None
    assert [*moved.actors, *moved.names] == ["a0", ("Aa0", "Bb0")]


@given(st.lists(st.integers(0, 30), unique=True), st.lists(st.integers(0, 30), unique=True))
def test_as_few_as_can_be_are_out_of_order(before: list[int], now: list[int]) -> None:
    was, are = ([f"{n}" for n in one] for one in (before, now))
    out = out_of_order(was, are)
    both = [name for name in was if name in are]
    common = SequenceMatcher(None, was, are, autojunk=False).get_matching_blocks()

    assert [name for name in both if name not in out] == [name for name in are if name in was and name not in out]
    assert out <= {*both}
    assert len(out) <= len(both) - sum(block.size for block in common)


def test_all_may_be_concerned() -> None:
    assert change(KNOWN, ((ANN, ANN, BEN, BOARD), KNOWN[1])) is None, "an id is given twice"
    many = tuple(Actor(id=f"a{n}", name=f"Aa{n} Bb{n}") for n in range(MOST + 1))
    assert change(KNOWN, ((*KNOWN[0], *many), KNOWN[1])) is None
    assert change(KNOWN, ((*KNOWN[0], Actor(id="x", name="?!")), KNOWN[1])) is None, "a name without a word"
