"""Longer numbers written out, each with parts of it that are not carried: language, words, number, parts."""

from __future__ import annotations

import pytest

from site_builder.text.numbers import carries

WRITTEN = """
zh: 2万亿元 = 2000000000000 / 2 20000 100020000
zh: 2 万亿 元 = 2000000000000 / 2
zh: 3.5万亿美元 = 3500000000000 / 35000
zh: 約2萬億元 = 2000000000000 / 20000
zh: 十万亿元 = 10000000000000 / 100000
zh: 1万2千亿元 = 1200000000000 / 10000
ja: 115万億円 = 115000000000000 / 1150000
zh: 十人死亡 = 10 / 1
zh: 造成十人死亡 = 10 / 1
zh: 前十个月 = 10 / 1
zh: 十天 = 10 / 1
zh: 百人 = 100 / 1
zh: 千人 = 1000 / 1
zh: 十分钟 = 10 / 1
ja: 戦後十年で = 10 / 1
ja: 十人が死亡 = 10 / 1
zh: 三点五万人 = 35000 / 3 50000
zh: 一点二亿元 = 120000000 / 1
"""
NOT_CARRIED = """
zh: 十分 十足 = 10
zh: 老百姓 百分百 千方百计 成百上千人 = 100
zh: 成百上千人 千方百计 几千人 = 1000
zh: 数十人 几十人 十多人 十月 红十字 = 10
ja: 数十人 何十人 = 10
zh: 三点五十分 三点五分 = 3.5
"""


def _listed() -> list[tuple[str, str, float, list[float]]]:
    lines = (line.split(": ", 1) for line in WRITTEN.strip().splitlines())
    rows = ((language, *rest.split(" = ")) for language, rest in lines)
    return [(language, words, float(n.split(" / ")[0]), [float(p) for p in n.split(" / ")[1].split()]) for language, words, n in rows]


@pytest.mark.parametrize(("language", "words", "value", "parts"), _listed())
def test_the_whole_is_carried_and_no_part_of_it(language: str, words: str, value: float, parts: list[float]) -> None:
    assert carries(words, value, "", language)
    assert not [part for part in parts if carries(words, part, "", language)]


@pytest.mark.parametrize("line", NOT_CARRIED.strip().splitlines())
def test_words_that_are_no_numbers(line: str) -> None:
    language, words, value = line[:2], *line[4:].split(" = ")
    parts = [words] if "," in words or language in ("nl", "pl") else words.split()
    assert not [one for one in parts if carries(one, float(value), "", language)]


def test_percentages_in_chinese_have_decimals() -> None:
    assert carries("百分之五点一", 5.1, "%", "zh")
    assert not any(carries("百分之五点一", part, "%", "zh") for part in (5, 1))
    assert carries("2万亿元", 2, "万亿元", "zh")
    assert carries("2万亿元", 20_000, "亿元", "zh")
