from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model import Actor, Skip
from site_builder.text.article import article
from site_builder.text.fold import fold
from site_builder.text.names import LETTERS, START, name_index, namings


def found(text: str, *names: str, skip: tuple[Skip, ...] = ()) -> list[str]:
    """The names as they stand in the text."""
    read = article(text, "", skip=skip)
    index = name_index(Actor(f"actor-{n}", name) for n, name in enumerate(names))
    return [text[one.start : one.end] for one in namings(read, index)]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Austin said so. He, Austin, left.", ["Austin"], ["Austin", "Austin"]),
        ("Lloyd\nAustin said so.", ["Lloyd Austin"], ["Lloyd\nAustin"]),
        ("Austin’s visit; Austin-era; (Austin)", ["Austin"], ["Austin", "Austin", "Austin"]),
        ("Austinites and the Saustin", ["Austin"], []),
        ("The us said that the US said", ["US"], ["US"]),  # case counts
        ("The U.S. and the USA", ["U.S."], ["U.S."]),
        ("The Trump administration, said Trump", ["Trump", "Trump administration"], ["Trump administration", "Trump"]),
        ("Donald Trump spoke", ["Trump", "Donald Trump"], ["Donald Trump"]),
        ("Jean-Luc O'Brien and O’Brien", ["O'Brien"], ["O'Brien", "O’Brien"]),
        ("Путин сказал, слова Путина", ["Путин"], ["Путин"]),  # an ending of its own: another word
        ("قال لويد أوستن يوم الأربعاء", ["لويد أوستن"], ["لويد أوستن"]),
        ("प्रधानमंत्री मोदी ने कहा, मोदीजी ने", ["मोदी"], ["मोदी"]),
        ("美国国防部长奥斯汀周三表示", ["奥斯汀"], ["奥斯汀"]),
        ("国防部长 Austin 周三 说，Austin表示", ["Austin"], ["Austin", "Austin"]),
        ("오스틴은 수요일에 말했다. 로이드오스틴", ["오스틴"], ["오스틴"]),  # particles are written onto a name
        ("ออสตินกล่าวว่า", ["ออสติน"], ["ออสติน"]),
        ("وزیر دفاع لائیڈ آسٹن نے کہا", ["لائیڈ آسٹن"], ["لائیڈ آسٹن"]),
        ("A talk with Ann", ["Ann Miller", "Ann"], ["Ann"]),
        (
            "Þóra O’Brien met Łucja Żak and Зоя Ёлкина",
            ["Þóra O’Brien", "Łucja Żak", "Зоя Ёлкина"],
            ["Þóra O’Brien", "Łucja Żak", "Зоя Ёлкина"],
        ),
        ("nothing here", ["", "—", "..."], []),
    ],
)
def test_names_as_they_stand(text: str, names: list[str], expected: list[str]) -> None:
    named = [name for name in names if name]
    assert found(text, *named) == expected


def test_what_counts_as_simple_folds_to_itself_and_begins_a_name() -> None:
    for letter in re.findall(f"[{LETTERS}]", "".join(map(chr, range(0x600)))):
        for name in (letter, f"{letter}a {letter}b", f"a{letter} b{letter}"):
            assert fold(name).text == name
            assert START.findall(name) == name.split()


def test_a_name_that_several_share_is_nobodys_and_hides_what_it_holds() -> None:
    actors = [Actor("a", "Ann Miller", aliases=("Miller",)), Actor("b", "Bob Miller", aliases=("Miller",)), Actor("c", "Mill")]
    text = "Ann Miller spoke. Miller left."
    assert [one.actor for one in namings(article(text, ""), name_index(actors))] == ["a"]


def test_all_names_of_an_actor_count_the_wrong_ones_too() -> None:
    actor = Actor("a", "Lloyd Austin", aliases=("Austin",), misspelt=("Loyd Austin",))
    text = "Loyd Austin spoke.\n\nAustin left."
    assert [(one.actor, one.paragraph) for one in namings(article(text, ""), name_index([actor]))] == [("a", 1), ("a", 2)]


def test_what_is_skipped_names_nobody() -> None:
    assert found("Related: Austin in Laos\n\nAustin spoke.", "Austin", skip=(Skip("Related: Austin in Laos"),)) == ["Austin"]


@given(
    st.text(alphabet="ab 'é中文‑—\n.पा", max_size=60),
    st.lists(st.text(alphabet="abé中文पा", min_size=1, max_size=4), min_size=1, max_size=5),
)
def test_names_never_overlap_and_stand_in_order(text: str, names: list[str]) -> None:
    read = article(text, "")
    places = [(one.start, one.end) for one in namings(read, name_index(Actor(str(n), name) for n, name in enumerate(names)))]
    assert all(start < end for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))


def test_the_number_of_actors_costs_nothing() -> None:
    read = article("It was said on Wednesday by someone unknown to us all. " * 200, "")

    def seconds(actors: int) -> float:
        index = name_index(Actor(f"a-{n}", f"Name{n} Surname{n}") for n in range(actors))
        began = time.perf_counter()
        for _ in range(5):
            namings(read, index)
        return time.perf_counter() - began

    few = min(seconds(10) for _ in range(3))
    assert min(seconds(20_000) for _ in range(3)) < 3 * few  # a step for each actor would be a thousand times
