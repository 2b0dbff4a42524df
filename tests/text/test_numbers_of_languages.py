"""The numbers that words carry in one language and not in the next, each beside a false neighbour: words, number, unit, language."""

from __future__ import annotations

import pytest

from site_builder.text.numbers import carries

CARRIED: list[tuple[str, float, str, str]] = [
    ("Danni per 30 mln di euro", 30_000_000, "euro", "it"),
    ("ha pagato 20 euro per 3 ore", 3, "ore", "it"),
    ("per 30 Tage", 30, "Tage", "de"),
    ("50 deaths per 1,000 people", 50, "", "en"),
]
NOT_CARRIED: list[tuple[str, float, str, str]] = [
    ("50 deaths per 1,000 people", 1000, "", "en"),
    ("a rate of deaths per 1,000 people", 1000, "", "en"),
    ("50 Fälle per 1.000 Menschen", 1000, "", "de"),
    ("50 casi per 100.000 abitanti", 100_000, "", "it"),
    ("50 casi per 1.000 abitanti", 1000, "", "it"),
    ("Danni per 30 mln di euro", 30, "", "it"),
]


@pytest.mark.parametrize(("words", "value", "unit", "language"), CARRIED)
def test_what_words_carry(words: str, value: float, unit: str, language: str) -> None:
    assert carries(words, value, unit, language)


@pytest.mark.parametrize(("words", "value", "unit", "language"), NOT_CARRIED)
def test_what_they_do_not_carry(words: str, value: float, unit: str, language: str) -> None:
    assert not carries(words, value, unit, language)
