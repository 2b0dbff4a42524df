"""Bounds before and behind numbers: what is more than 500 gives no highest number, what is up to 500 no lowest."""

from __future__ import annotations

import pytest

from site_builder.text import bounds
from site_builder.text.numbers import carries_range

LEAST = """
en: more than 500 | in excess of 500 | upwards of 500 | a minimum of 500 | more than $500 | more than KSh500 | 500-plus | 500+ people
en: more than five hundred | at least five hundred
de: wenigstens 500 | mehr als fünfhundert | mindestens fünfhundert | über fünfhundert
fr: au minimum 500 | plus de cinq cents | au moins cinq cents
es: más de quinientas personas | al menos 500 | como mínimo 500
pt: pelo menos 500 | mais de quinhentas | acima de 500
it: più di cinquecento | oltre cinquecento | almeno 500
nl: meer dan vijfhonderd | minstens 500
sv: mer än femhundra | minst 500
ru: более пятисот | по меньшей мере 500 | как минимум 500 | не менее 500 | свыше 500
uk: понад п’ятсот | принаймні 500 | щонайменше 500
pl: ponad pięćset | przynajmniej 500 | powyżej 500 | co najmniej 500
tr: en az beş yüz kişi | 500’den fazla | 500'den fazla | 500 kişiden fazla | 500’ü aşkın
ar: ما لا يقل عن 500 | لا تقل عن 500 | ما يزيد على 500 | ما يزيد عن 500 | أكثر من خمسمئة شخص | وأكثر من 500 | 500 على الأقل
he: לפחות 500 | יותר מ-500 | יותר מ־500 | מעל 500 | 500 לפחות
fa: دست‌کم 500 | دستکم 500 | حداقل 500 | بیش از 500
hi: कम से कम 500 | 500 से अधिक | 500 से ज़्यादा | 500 लोगों से अधिक
vi: ít nhất 500 | hơn 500
th: อย่างน้อย 500 | มากกว่า 500 | มีผู้เสียชีวิตกว่า 500
id: sedikitnya 500 | lebih dari 500 | setidaknya 500
el: τουλάχιστον 500 | περισσότεροι από 500 | πάνω από 500
ko: 최소 500명 | 500여 명 | 500명이 넘는
zh: 500多人 | 500余人 | 逾500人 | 至少500人 | 超过五百人
ja: 少なくとも500 | 500人超が | 500人以上
sw: zaidi ya 500 | angalau 500
"""
MOST = """
en: up to 500 | a maximum of 500 | up to five hundred
de: bis zu fünfhundert | höchstens 500
fr: jusqu’à cinq cents | au maximum 500
es: hasta quinientos | como máximo 500
pt: até quinhentos | no máximo 500
it: fino a cinquecento | al massimo 500
nl: hoogstens vijfhonderd
ru: менее пятисот | не больше 500 | не более 500
uk: менше п’ятисот | щонайбільше 500
pl: mniej niż pięćset | co najwyżej 500
tr: en fazla beş yüz kişi | en çok 500 | 500’den az
ar: ما لا يزيد عن 500 | ما لا يزيد على 500 | أقل من خمسمئة
he: לכל היותר 500 | לא יותר מ-500
fa: حداکثر 500 | کمتر از 500
hi: 500 से कम
vi: nhiều nhất 500 | không quá 500
th: ไม่เกิน 500 | ไม่มากกว่า 500
id: paling banyak 500 | kurang dari 500
el: έως 500 | το πολύ 500
ko: 최대 500 | 500명 미만
zh: 不足五百人 | 不超过500
sw: si zaidi ya 500
"""
NEITHER = """
en: nearly 500 | some 500 | about five hundred
de: fast fünfhundert | rund 500 | alle 500
ru: почти 500 | около пятисот
ar: نحو 500
zh: 近500人 | 500余震
es: unas quinientas
"""


def _listed(table: str) -> list[tuple[str, str]]:
    lines = (line.split(": ", 1) for line in table.strip().splitlines())
    return [(language, words) for language, listed in lines for words in listed.split(" | ")]


@pytest.mark.parametrize(("language", "words"), _listed(LEAST))
def test_the_least_is_no_most(language: str, words: str) -> None:
    assert carries_range(words, 500, None, "", language)
    assert not carries_range(words, None, 500, "", language)


@pytest.mark.parametrize(("language", "words"), _listed(MOST))
def test_the_most_is_no_least(language: str, words: str) -> None:
    assert carries_range(words, None, 500, "", language)
    assert not carries_range(words, 500, None, "", language)


@pytest.mark.parametrize(("language", "words"), _listed(NEITHER))
def test_what_is_about_a_number_is_neither(language: str, words: str) -> None:
    assert carries_range(words, 500, None, "", language)
    assert carries_range(words, None, 500, "", language)


def test_a_bound_of_a_share() -> None:
    assert carries_range("more than three-quarters", 75, None, "percent", "en")
    assert not carries_range("more than three-quarters", None, 75, "percent", "en")
    assert not carries_range("up to three in ten", 30, None, "percent", "en")


@pytest.mark.parametrize("setting", ["{} 12", "x ({} US$12", "x{} 12", "و{} 12", "– {}\u00a012", "{}12", "Nicht {}  12"])
def test_what_stands_before_a_number_is_not_passed_over_for_its_words(setting: str) -> None:
    phrases = [*bounds.phrases_of(f"{bounds.LEAST}|{bounds.MOST}"), "plus d’", "moins d'", "יותר מ", "超过", "ไม่เกิน"]
    for phrase in (form for one in phrases for form in (one, one.upper(), one.capitalize())):
        text = setting.format(phrase)
        start = len(text) - 2
        found = bounds.before_numbers().search(text, max(0, start - bounds.LONGEST), start)
        assert bool(bounds.standing_before(text, start)) == bool(found), text
