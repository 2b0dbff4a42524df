"""Longer numbers written out, each with parts of it that are not carried: language, words, number, parts."""

from __future__ import annotations

import pytest

from site_builder.text.numbers import carries, carries_range, cuts

WRITTEN = """
es: veintiún mil toneladas = 21000 / 1000 21 20000
es: treinta y un mil camiones = 31000 / 1000 30 1
es: treinta y una mil personas = 31000 / 1000
es: ciento un mil euros = 101000 / 1000 100
es: doscientas una mil personas = 201000 / 1000 200
es: cuarenta y un millones = 41000000 / 1000000 40
pt: trinta e uma mil vagas = 31000 / 1000 30
pt: duzentas e uma mil pessoas = 201000 / 1000 200
pt: vinte e duas mil pessoas = 22000 / 2000 1000
fr: trente et une mille voix = 31000 / 1000 30
fr: cent un mille tonnes = 101000 / 1000 100
fr: onze cents personnes = 1100 / 11 100
fr: dix-neuf cents euros = 1900 / 19 9
fr: quinze cent cinquante = 1550 / 15 50 1500
fr: six cent soixante-quinze = 675 / 6 600 75
fr: six mille neuf cents = 6900 / 6 6000
fr: quatre-vingt-treize = 93 / 20 80 4 13
de: elfhundert Menschen = 1100 / 11 100
it: tre milioni duecentomila = 3200000 / 3000000 200000
it: mille e cinquecento = 1500 / 1000 500
it: due milioni e mezzo = 2500000 / 2000000
de: zwei Millionen dreihunderttausendfünfhundert = 2300500 / 2000000
ru: тысяча пятьсот рублей = 1500 / 1000 500
ru: тридцать одну тысячу = 31000 / 1000 30
ru: двадцать одна тысяча пятьсот = 21500 / 1500 1000 500
tr: üç yüz elli konut = 350 / 150 100 50 300
tr: iki yüz on beş = 215 / 115 100 15
tr: beş yüz on = 510 / 110 10
tr: dokuz yüz doksan dokuz = 999 / 199 99
tr: üç yüz elli bin = 350000 / 150000 50000 1000
tr: on ikisi kurtarıldı = 12 / 10 2
tr: yirmi beşi öldü = 25 / 20 5
tr: yüz ellisi öldü = 150 / 100 50
he: שלושה מיליון שקל = 3000000 / 1000000 3
he: ושני מיליארד דולר = 2000000000 / 1000000000
he: שני מיליון = 2000000 / 1000000
he: חמישה מיליון = 5000000 / 1000000
he: לשלושה חודשים = 3 / 1
he: ארבע מאות ושתיים = 402 / 2 400 4
ar: خمسمئة شخص = 500 / 100 5
ar: مئة شخص = 100 / 1
ar: مئتا شخص = 200 / 100
ar: مئتين وخمسين = 250 / 50 200
ar: ثلاثمئة وخمسين = 350 / 50 300
ar: عشرين ألف نازح = 20000 / 1000 20
ar: مليوني لاجئ = 2000000 / 1000000
ar: مليونين = 2000000 / 1000000
ar: ألفي دينار = 2000 / 1000
ar: ألفين وخمسمئة = 2500 / 2000 500 1000
ar: مئتي ألف دينار = 200000 / 1000 200
ar: ومئتي طفل = 200 / 100
ar: وثلاثمئة ألف طفل = 300000 / 100000 1000 300
ar: بثلاثة ملايين = 3000000 / 1000000 3
ar: خمس وثلاثون شاحنة = 35 / 5 30
ar: اثني عشر أسيرا = 12 / 10 2
ko: 열두 명이 = 12 / 10 2
ko: 스물세 명이 = 23 / 20 3
ko: 스무 살 = 20 / 10
vi: hai triệu rưỡi = 2500000 / 2000000 2
id: dua setengah juta = 2500000 / 2 2000000
fa: دو میلیون و نیم = 2500000 / 2000000
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
ko: 세금 = 3
ko: 네 = 4
ar: لست = 6
fr: trois, cent = 300
nl: ten minste = 10
pl: ten = 10
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


@pytest.mark.parametrize("words", ["בין 60 ל-65 אלף", "בין 60 ל־65 אלף", "60 עד 65 אלף"])
def test_a_scale_behind_a_hebrew_range_is_that_of_both_ends(words: str) -> None:
    assert carries_range(words, 60_000, 65_000, "", "he")
    assert not carries_range(words, 60, 65_000, "", "he")
    assert not carries(words, 60, "", "he")


def test_words_may_not_begin_inside_such_a_number() -> None:
    assert cuts("mil toneladas", "es", "exportó veintiún ", "")
    assert cuts("ألف دينار", "ar", "دفعوا مئتي ", "")
