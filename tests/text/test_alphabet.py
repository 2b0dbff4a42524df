"""In which order do names stand?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.text.alphabet import by_letters


@pytest.mark.parametrize(
    "in_order",
    [
        ["Anders", "Ångström", "Anna", "Elan", "Élan", "elani", "Omar", "Özil", "zet", "Zola"],
        ["أحمد", "احمر", "بدر"],
        ["かき", "がく", "かさ"],
        ["가나", "각", "나"],
    ],
)
def test_letters_with_marks_stand_among_those_without(in_order: list[str]) -> None:
    assert sorted(set(in_order), key=by_letters) == in_order


def test_capitals_count_as_small_letters() -> None:
    assert by_letters("ÖZIL") == by_letters("özil")


NAMES = st.text(st.characters(exclude_characters="\0"))


@given(NAMES, NAMES)
def test_only_names_that_differ_in_capitals_alone_have_one_place(one: str, other: str) -> None:
    assert (by_letters(one) == by_letters(other)) == (one.casefold() == other.casefold())
