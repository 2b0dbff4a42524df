"""Whether two dates may be the same, and how they read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.text.dates import agree, in_words, span

ALIKE = [
    ("2024-11-20", "2024-11"),
    ("2024-11-20", "2024"),
    ("2024-11-20", "2024-11-18/2024-11-24"),
    ("2024-11-2X", "2024-11-20"),
    ("2024-11-18/2024-11-24", "2024-11-24/2024-11-30"),
    ("2024-11-01/..", "2025"),
    ("2024-11-20?", "2019"),
    ("2024~", "2019"),
    ("[2024-11-12,2024-11-19]", "2024-11-19"),
]
APART = [
    ("2024-11-20", "2024-11-21"),
    ("2024-11-20", "2024-10"),
    ("2023", "2024"),
    ("2024-11-18/2024-11-24", "2024-11-25"),
    ("../2024-11-20", "2024-11-21"),
    ("[2024-11-12,2024-11-19]", "2024-11-20"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_dates_that_may_be_the_same(one: str, other: str) -> None:
    assert agree(one, other)
    assert agree(other, one)


@pytest.mark.parametrize(("one", "other"), APART)
def test_dates_that_can_not(one: str, other: str) -> None:
    assert not agree(one, other)
    assert not agree(other, one)


@given(st.dates(), st.dates())
def test_two_days_agree_if_they_are_one(one: object, other: object) -> None:
    assert agree(str(one), str(other)) == (one == other)


def test_one_of_two_days() -> None:
    covers = span("[2024-11-12,2024-11-19]")
    assert (str(covers.first), str(covers.last), covers.precision) == ("2024-11-12", "2024-11-19", "set")
    assert in_words("[2024-11-12,2024-11-19]") == "one of 12 November 2024, 19 November 2024"


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2024-11-18/2024-11-24", "18–24 November 2024"),
        ("2024-11-18/2024-12-18", "18 November – 18 December 2024"),
        ("2023-11-18/2024-11-18", "18 November 2023 – 18 November 2024"),
        ("2024-10/2024-12", "October – December 2024"),
        ("2024-10/2025-01", "October 2024 – January 2025"),
        ("2024/2025", "2024–2025"),
        ("2024-21/2024-23", "spring – autumn 2024"),
        ("2024-11-20/2024-11-20", "20 November 2024"),
        ("2024-11/..", "from November 2024"),
        ("2024-11-20/..", "from 20 November 2024"),
        ("../2024", "until 2024"),
        ("/2024-11-20", "until 20 November 2024"),
        ("2024-11-18/2024", "18 November 2024 – 2024"),
        ("2024-22/2025", "summer 2024 – 2025"),
        ("201X/2024-11", "2010s – November 2024"),
        ("2024-11-2X", "20–29 November 2024"),
        ("2024-1X", "October – December 2024"),
        ("2024-11-18?/2024-11-24?", "18–24 November 2024 (uncertain)"),
        ("2024-11-18/2024-11-24?", "18 November 2024 – 24 November 2024 (uncertain)"),
        ("2024~/..", "from about 2024"),
    ],
)
def test_an_interval_says_no_more_than_is_known(date: str, words: str) -> None:
    assert in_words(date) == words
