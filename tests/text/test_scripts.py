import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.text import fold, names, nearest, paragraphs, scripts, words
from site_builder.text.scripts import has_unspaced, may_be_unspaced

CHARACTERS = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x110000)]))
SETS = {
    "without blanks": scripts.SIGN,
    "of names": names.SIGN,
    "of words": words.UNSPACED,
    "of paragraphs": paragraphs.UNSPACED,
    "of the nearest passage": re.compile(f"[{nearest.UNSPACED}]"),
}


@pytest.mark.parametrize("signs", SETS.values(), ids=SETS)
def test_no_sign_is_overlooked_by_the_quick_look(signs: re.Pattern[str]) -> None:
    found = signs.findall(CHARACTERS)

    assert found
    assert all(map(may_be_unspaced, found))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_a_text_has_signs_without_blanks_where_the_pattern_finds_one(text: str) -> None:
    assert has_unspaced(text) == bool(scripts.SIGN.search(text))


@given(st.text(st.sampled_from("aé1' \"’.…—-ي\u0301"), max_size=30))
def test_single_marks_are_told_alike_by_both_patterns_where_words_are_set_apart(text: str) -> None:
    assert fold.SINGLE_QUOTES.sub('"', text) == fold.UNSPACED_QUOTES.sub('"', text)
