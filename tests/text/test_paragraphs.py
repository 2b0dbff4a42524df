"""Where paragraphs are: the shape of the line ends does not matter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.text.paragraphs import BLANK, paragraphs

texts = st.lists(st.sampled_from(["Some words", "and more of them.", "\n", "\n\n", " ", "\t", "\ufeff", "\u3000", "x" * 170])).map("".join)


@given(texts)
def test_plain_line_ends_and_windows_ones_give_the_same_paragraphs(text: str) -> None:
    windows = text.replace("\n", "\r\n")

    assert [text[start:end] for start, end in paragraphs(text)] == [
        windows[start:end].replace("\r\n", "\n") for start, end in paragraphs(windows)
    ]


@given(texts)
def test_paragraphs_hold_all_words_and_no_blank_line(text: str) -> None:
    found = paragraphs(text)

    def letters(text: str) -> str:
        return "".join(text.replace("\ufeff", " ").split())

    assert letters("".join(text[start:end] for start, end in found)) == letters(text)
    assert not any(BLANK.search(text, start, end) for start, end in found)
