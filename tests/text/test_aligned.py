from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.text.aligned import aligned, alike, keys, one_line, words

SCRIPTS = [
    "they don't lead “anymore”",
    "Они больше не ведут — сейчас…",
    "القوات لا تقود، بعد الآن",
    "हमने सरकार से कहा।",
    "他们不再以机械化部队为先导。",
    "เขา นำ น้ำ",
    "ہم نے لکھا",
]
PIECES = sorted(
    {piece for line in SCRIPTS for piece in line.split()} | set("他们不再以为，。") | {'"', "…", "[", "]", " ", "\n", "U.S.", "A"}
)
WORDINGS = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join) | st.text(max_size=40)


def ops(base: str, wording: str) -> list[tuple[str, str, str]]:
    return [(piece.op, piece.words.strip(), piece.base.strip()) for piece in aligned(base, wording) if piece.op != "same"]


@given(WORDINGS, WORDINGS)
def test_the_pieces_joined_are_both_wordings(base: str, wording: str) -> None:
    pieces = aligned(base, wording)
    assert "".join(piece.words for piece in pieces) == wording
    assert "".join(piece.base for piece in pieces) == base


@given(WORDINGS, WORDINGS)
def test_every_word_stands_in_one_piece_in_order(base: str, wording: str) -> None:
    """And what is called the same is the same after folding."""
    pieces = aligned(base, wording)
    assert [key for piece in pieces for key in keys(words(piece.words))] == list(keys(words(wording)))
    for piece in pieces:
        assert (keys(words(piece.words)) == keys(words(piece.base))) == (piece.op == "same")


@pytest.mark.parametrize(
    ("base", "wording"),
    [
        ("They don't lead", "“they don’t lead,”"),
        ("anti-personnel mines", "anti-\npersonnel   mines"),
        ("a change -- in tactics", "a change—in tactics"),
        ("他们不再以步兵为先导", "他们不再\n以步兵，为先导。"),
        ("لا تقود", "«لا تـقـود»"),
    ],
)
def test_typography_is_no_difference(base: str, wording: str) -> None:
    assert ops(base, wording) == []


@pytest.mark.parametrize(
    ("base", "wording", "differences"),
    [
        ("เขานำไป", "เขาน้ำไป", [("substituted", "น้ำ", "นำ")]),
        ("ကျွန်ုပ်", "ကျွန်ပ်", [("substituted", "န်", "န်ု")]),
        ("កម្ពុជា", "កម្ញុជា", [("substituted", "ម្ញុ", "ម្ពុ")]),
        ("葛\U000e0100城", "葛城", [("substituted", "葛", "葛\U000e0100")]),
        ("They lead with forces", "They lead with the forces", [("inserted", "the", "")]),
        ("They do not lead", "They do lead", [("omitted", "", "not")]),
        ("It would violate the treaty", "It would contravene the treaty", [("substituted", "contravene", "violate")]),
        ("не получили от министерства ответа", "не получили из министерства ответа", [("substituted", "из", "от")]),
        ("لن نوقع على أي اتفاق", "لن نوافق على أي اتفاق", [("substituted", "نوافق", "نوقع")]),
        ("हमने सरकार से तीन बार कहा", "हमने प्रशासन से कहा", [("substituted", "प्रशासन", "सरकार"), ("omitted", "", "तीन बार")]),
        ("ہم نے حکومت کو خط لکھا", "ہم نے حکومت کو تین خط لکھا", [("inserted", "تین", "")]),
        ("他们不再以机械化部队为先导", "他们不再以步兵为先导", [("substituted", "步兵", "机械化部队")]),
        ("the US said", "the us said", [("substituted", "us", "US")]),
    ],
)
def test_what_differs_is_told_word_by_word(base: str, wording: str, differences: list[tuple[str, str, str]]) -> None:
    assert ops(base, wording) == differences


def test_a_small_word_that_agrees_by_chance_does_not_break_a_difference() -> None:
    assert ops("He gave the last order of that night", "He wrote a long of course") == [
        ("substituted", "wrote a long of course", "gave the last order of that night")
    ]


def test_how_alike_two_wordings_are() -> None:
    assert alike(aligned("They lead", "They lead with forces")) == 1
    assert alike(aligned("They lead", "We follow")) == 0


def test_words_keep_their_place_in_the_text() -> None:
    text = "He said: “They  don’t\nlead.”"
    assert [text[word.start : word.end] for word in words(text, (9, len(text)))] == ["They", "don’t", "lead"]


def test_one_line_makes_broken_words_whole() -> None:
    assert one_line("anti-\npersonnel\n mines") == "anti-personnel mines"
    assert one_line("他们\n不再") == "他们不再"
