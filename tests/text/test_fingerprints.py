from __future__ import annotations

from array import array
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.text.article import article
from site_builder.text.fingerprints import GRAM, WINDOW, fingerprints, fingerprints_of
from site_builder.text.lanes import FULL, in_a_row, smallest
from site_builder.text.words import words

NUMBERS = st.lists(st.integers(0, FULL), min_size=1, max_size=60)
WORD = st.sampled_from("dam burst rain port road hills fear night water school".split())
PASSAGE = st.lists(WORD, min_size=GRAM + WINDOW - 1, max_size=20, unique=False)
SECONDS = 5  # the machine may be slow; in quadratic time it would be minutes
OTHER = st.lists(st.sampled_from("alpha beta gamma delta epsilon zeta".split()), max_size=20)


def prints(text: str) -> set[int]:
    return set(array("Q", fingerprints(article(text, ""))))


@given(NUMBERS, st.integers(1, 9))
def test_the_smallest_of_each_window(numbers: list[int], window: int) -> None:
    expected = [min(numbers[n : n + window]) for n in range(len(numbers))]

    assert smallest(array("Q", numbers), window).tolist() == expected


@given(st.lists(st.integers(0, 2**32 - 1), min_size=3, max_size=40))
def test_numbers_in_a_row(numbers: list[int]) -> None:
    factors = (9176263, 12582917, 8265727)
    expected = [sum(f * n for f, n in zip(factors, numbers[at:], strict=False)) & FULL for at in range(len(numbers) - 2)]

    assert in_a_row(array("Q", numbers).tobytes(), factors).tolist()[:-2] == expected


@given(PASSAGE, OTHER, OTHER, OTHER, OTHER)
def test_whoever_shares_enough_words_in_a_row_shares_a_fingerprint(
    passage: list[str], before: list[str], after: list[str], ahead: list[str], behind: list[str]
) -> None:
    one, other = (" ".join([*first, *passage, *last]) for first, last in ((before, after), (ahead, behind)))

    assert prints(one) & prints(other)


@pytest.mark.parametrize(
    "text",
    [
        "A dam in the east burst under heavy rain and washed away twenty villages.",
        "台风在广东省阳江市海陵岛沿海登陆，登陆时中心附近最大风力十三级。",
    ],
)
def test_a_passage_has_the_same_fingerprints_in_every_article(text: str) -> None:
    found = words(article(text, ""))
    passage = fingerprints_of(found.folded[:-1], found.units_a_word)

    assert passage
    assert passage <= prints(text)
    assert passage <= prints(f"{text[20:]} {text} {text[:9]}")


def test_what_is_quoted_leaves_no_fingerprint_and_no_row_of_words_runs_across() -> None:
    speech = '"We do not strike for pleasure, we strike because nobody at all listens to us"'

    assert not prints(speech)
    assert not prints(f"Two words {speech} and two")


def test_a_text_without_blanks_and_of_any_length_is_read_in_reasonable_time() -> None:
    hostile = "www" * 20_000 + "http" + "a." * 20_000 + "://" + "隧道贯通" * 20_000 + "://" + "w" * 50_000
    begun = process_time()
    fingerprints(article(hostile, ""))
    words(article(hostile, ""))

    assert process_time() - begun < SECONDS


def test_typography_case_and_accents_change_no_fingerprint() -> None:
    assert prints("The U.S. said it doesn't know when Erdoğan comes") == prints("the US said: it doesn’t\nknow — when ERDOGAN comes")
