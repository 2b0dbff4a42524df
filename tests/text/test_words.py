from __future__ import annotations

import pytest

from site_builder.text.article import article
from site_builder.text.words import Words, words


def of(text: str, *skip: str) -> Words:
    return words(article(text, "", skip=skip))


def heard(text: str) -> list[str]:
    return [word for word in of(text).folded if word]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S. said it doesn't know", "the US said it doesn’t know"),
        ("anti-personnel mines", "anti-\npersonnel  mines"),
        ("Erdoğan, Zelenskyy and Straße", "ERDOGAN, Zelenskyy and STRASSE"),
        ("أفادت إدارة الدِّفاعِ المدنيّ في القــاهرة", "افادت ادارة الدفاع المدنى فى القاهره"),
        ("یہ کتاب ہے، ۱۲ صفحات", "يه كتاب هے، 12 صفحات"),
        ("Артём ещё ждёт поезд", "Артем еще ждет поезд"),
        ("東京は２０２４年", "東京は2024年"),
        ("co\u00adoperate ﬁrmly", "cooperate firmly"),
    ],
)
def test_words_written_in_two_ways_are_the_same_words(one: str, other: str) -> None:
    assert heard(one) == heard(other)


@pytest.mark.parametrize(("one", "other"), [("не", "на"), ("can", "can not"), ("每年", "每月"), ("کیا", "کہا")])
def test_other_words_stay_other_words(one: str, other: str) -> None:
    assert heard(one) != heard(other)


def test_what_is_quoted_skipped_or_an_address_is_nobodys_prose() -> None:
    text = 'He said "we will not go there" twice.\n\nSee https://news.example/a/b now.\n\nRelated: a dam burst'

    assert of(text, "Related:").folded == ("he", "said", "", "twice", "see", "", "now", "")


def test_words_stand_where_they_stand() -> None:
    text = "Über 20 Häuser — sagte «er» gestern"
    found = of(text)

    assert [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == [
        "Über",
        "20",
        "Häuser",
        "sagte",
        "",
        "gestern",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "units"),
    [("The dam burst on Sunday", 5), ("台风登陆广东阳江", 8), ("हिन्दी में समाचार", 3), ("서울에서 열린 회의", 3), ("ข่าววันนี้", 6)],
)
def test_characters_are_counted_where_no_blanks_stand(text: str, units: int) -> None:
    assert of(text).count == units
