from __future__ import annotations

import pytest

from site_builder.text.measures import in_base_unit, in_tongue


@pytest.mark.parametrize(
    ("value", "unit", "other", "other_unit"),
    [
        (2, "weeks", 336, "hours"),
        (1.5, "hours", 90, "minutes"),
        (2, "years", 24, "months"),
        (1, "mile", 1.609344, "km"),
        (1, "square kilometre", 100, "hectares"),
        (1, "km²", 1_000_000, "square metres"),
        (1, "tonne", 1000, "kg"),
        (1, "metric ton", 1, "tonne"),
        (1, "cubic metre", 1000, "litres"),
        (36, "km per hour", 10, "metres per second"),
        (36, "km/h", 10, "m/s"),
        (7, "deaths a week", 1, "death per day"),
        (2, "million US dollars", 2_000_000, "USD"),
        (5, "per cent", 5, "%"),
        (3, "Stunden", 180, "Minuten"),
        (1, "неделя", 7, "дней"),
        (2, "小时", 120, "分钟"),
        (2, "घंटे", 120, "मिनट"),
        (3, "أيام", 72, "ساعة"),
        (1, "ہفتہ", 7, "دن"),
        (5, "people killed", 5, "persons killed"),
    ],
)
def test_one_thing_in_two_units(value: float, unit: str, other: float, other_unit: str) -> None:
    (one, base), (two, other_base) = in_base_unit(value, unit), in_base_unit(other, other_unit)
    assert base == other_base
    assert one == pytest.approx(two)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("days", "months"),  # of which length?
        ("days", "working days"),
        ("kilometres", "square kilometres"),
        ("kilometres", "km per hour"),
        ("miles", "years"),
        ("light years", "years"),
        ("dollars", "US dollars"),
        ("US dollars", "euros"),
        ("per cent", "percentage points"),
        ("people killed", "people injured"),
        ("tons", "tonnes"),
        ("degrees Celsius", "degrees Fahrenheit"),
        ("", "people"),
    ],
)
def test_what_is_not_compared(one: str, other: str) -> None:
    assert in_base_unit(1, one)[1] != in_base_unit(1, other)[1]


def test_an_unknown_unit_stands_for_itself() -> None:
    assert in_base_unit(3, "anti-personnel mines") == (3, "anti-personnel mine")


@pytest.mark.parametrize("unit", ["tonnellate", "tony", "tonna", "tonn", "tonni", "tun", "τόνοι", "טון", "톤", "吨", "トン", "噸"])
def test_a_tonne_in_other_languages(unit: str) -> None:
    assert in_base_unit(2.5, unit) == in_base_unit(2500, "kg")


@pytest.mark.parametrize(
    ("unit", "language", "meant"),
    [
        ("ton", "tr", "tonne"),
        ("ton", "pl", "tonne"),
        ("ton węgla", "pl-PL", "tonne węgla"),
        ("ton", "nl", "tonne"),
        ("ton", "sv", "tonne"),
        ("ton", "en", "ton"),
        ("tons", "", "tons"),
        ("tonic", "tr", "tonic"),
        ("long ton", "tr", "long ton"),
        ("tuna", "cs", "tuna"),
        ("", "tr", ""),
    ],
)
def test_a_ton_is_a_tonne_where_it_is_metric(unit: str, language: str, meant: str) -> None:
    assert in_tongue(unit, language) == meant
