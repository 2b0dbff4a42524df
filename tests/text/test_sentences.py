"""Where the sentences round a passage end."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from site_builder.text.sentences import ABBREVIATED, CLOSING, SENTENCE_END, SPACED, STOPS, sentence, stops

TWO_WAYS = re.compile(rf"[{SPACED}]+[{CLOSING}]*(?=\s)|[{STOPS}]+[{CLOSING}]*")  # the same, in two alternatives
texts = st.lists(st.sampled_from(["He", " ", "a.", "U.S.", "Mr.", "...", "?!", "”", "。", "！", "」", "\n", "said", '"', ")", "."])).map(
    "".join
)


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "It is so. Mr. Austin said no. Yes."

    assert sentence(text, 0, len(text), 10, 12) == (10, 29)
    assert ABBREVIATED.search("Mr.")


def test_no_is_an_abbreviation_before_a_number_alone() -> None:
    text = "No. They have left No. 5 Street."

    assert sentence(text, 0, len(text), 10, 12) == (4, 32)


@given(texts)
def test_ends_are_found_as_two_alternatives_find_them(text: str) -> None:
    assert [found.span() for found in SENTENCE_END.finditer(text)] == [found.span() for found in TWO_WAYS.finditer(text)]


@given(texts, st.lists(st.integers(0, 60), min_size=4, max_size=4).map(sorted))
def test_a_sentence_reaches_from_the_last_end_before_it_to_the_first_after_it(text: str, at: list[int]) -> None:
    low, start, end, high = (min(one, len(text)) for one in at)
    ends = [low, *stops(text, low, high)]
    first, last = max(one for one in ends if one <= start), min((one for one in ends if one >= end), default=high)
    while first < start and text[first].isspace():
        first += 1

    assert sentence(text, low, high, start, end) == (first, last)
