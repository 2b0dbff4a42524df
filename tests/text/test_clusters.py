from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.text.clusters import parts


@pytest.mark.parametrize(
    "letters",
    [
        "a|b",
        "e\u0301|e",
        "น้ำ|ไ|ป",
        "ကျွ|န်ု|ပ်",
        "क्ष|त्रि|य",
        "ក|ម្ពុ|ជា",
        "か\u3099|き",
        "葛\U000e0100|城",
        "👨\u200d👩\u200d👧|👍🏽|🏴\U000e0067\U000e0062\U000e007f|x",
        "🇩🇪|🇫🇷|🇩🇪|🇫",
        "\u1112\u1161\u11ab|\u1100\u1173",
        "\r\n|\n",
    ],
)
def test_letters_end_where_readers_see_them_end(letters: str) -> None:
    text = letters.replace("|", "")
    found = "".join(("|" if n and parts(text, n) else "") + char for n, char in enumerate(text))
    assert found == letters


@given(st.text(max_size=20))
def test_every_text_begins_and_ends_between_letters(text: str) -> None:
    assert parts(text, 0)
    assert parts(text, len(text))
