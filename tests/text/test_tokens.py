from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.text.tokens import MANY, beyond_ascii, blanked, tokens

TEXTS = st.text() | st.text(alphabet="aÄ_1 \n\u2028.,’“—²Ⅷ奥पा\u0301\ud800")


@given(TEXTS)
def test_they_are_what_a_search_finds(text: str) -> None:
    assert tokens(text) == re.findall(r"\w+", text)


@pytest.mark.parametrize("signs", [MANY, MANY + 1])
def test_many_signs(signs: int) -> None:
    text = "".join(f"a{chr(0x2500 + n)}b" for n in range(signs))
    assert tokens(text) == re.findall(r"\w+", text)


@given(TEXTS)
def test_what_is_not_ascii(text: str) -> None:
    assert beyond_ascii(text) == "".join(char for char in text if not char.isascii())


@given(TEXTS)
def test_words_stand_in_the_blanked_text_where_they_stood(text: str) -> None:
    plain = blanked(text)

    assert [(found[0], found.start()) for found in re.finditer(r"[^ ]+", plain)] == [
        (found[0], found.start()) for found in re.finditer(r"\w+", text)
    ]
    assert len(plain) == len(text)
