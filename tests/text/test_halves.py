"""Halves, dozens and hundreds written out, each as its language does: words, number, unit, language."""

from __future__ import annotations

import pytest

from site_builder.text.numbers import carries

CARRIED: list[tuple[str, float, str, str]] = [
    ("deux ans et demi", 2.5, "years", "fr"),
    ("deux ans et demi de prison", 2.5, "ans", "fr"),
    ("dos millones y medio", 2_500_000, "", "es"),
    ("dos millones y medio", 2.5, "million", "es"),
    ("2 millones y medio", 2_500_000, "", "es"),
    ("two years and a half", 2.5, "years", "en"),
    ("a million and a half people", 1_500_000, "people", "en"),
    ("два с половиной миллиона", 2_500_000, "", "ru"),
    ("полтора миллиона", 1_500_000, "", "ru"),
    ("полтора года", 1.5, "years", "ru"),
    ("полмиллиона", 500_000, "", "ru"),
    ("пол-миллиона", 500_000, "", "ru"),
    ("due milioni e mezzo", 2_500_000, "", "it"),
    ("iki buçuk milyon", 2_500_000, "", "tr"),
    ("2 buçuk milyon", 2_500_000, "", "tr"),
    ("مليون ونصف", 1_500_000, "", "ar"),
    ("مليون ونصف المليون", 1_500_000, "", "ar"),
    ("מיליון וחצי", 1_500_000, "", "he"),
    ("anderthalb Jahre", 1.5, "years", "de"),
    ("anderthalb Millionen Menschen", 1_500_000, "", "de"),
    ("zweieinhalb Millionen", 2_500_000, "", "de"),
    ("zweieinhalb", 2.5, "", "de"),
    ("viereinhalb Stunden", 4.5, "hours", "de"),
    ("un million et demi", 1_500_000, "", "fr"),
    ("un millón y medio", 1_500_000, "", "es"),
    ("ein Dutzend Menschen", 12, "", "de"),
    ("zwei Dutzend Menschen", 24, "", "de"),
    ("ein halbes Dutzend", 6, "", "de"),
    ("une douzaine", 12, "", "fr"),
    ("une demi-douzaine", 6, "", "fr"),
    ("media docena", 6, "", "es"),
    ("dos docenas", 24, "", "es"),
    ("डेढ़ लाख लोग", 150_000, "", "hi"),
    ("ढाई करोड़", 25_000_000, "", "hi"),
    ("to og en halv million", 2_500_000, "", "nb"),
    ("to og en halv million", 2_500_000, "", "da"),
    ("halvannen million", 1_500_000, "", "nb"),
    ("tjuefem personer", 25, "", "nb"),
    ("två och en halv miljon", 2_500_000, "", "sv"),
    ("tweeënhalf miljoen", 2_500_000, "", "nl"),
    ("anderhalf miljoen", 1_500_000, "", "nl"),
    ("półtora miliona", 1_500_000, "", "pl"),
    ("dwa i pół miliona", 2_500_000, "", "pl"),
    ("یک و نیم میلیون", 1_500_000, "", "fa"),
    ("másfél millió", 1_500_000, "", "hu"),
    ("due anni e mezzo", 2.5, "years", "it"),
    ("دو و نیم میلیون", 2_500_000, "", "fa"),
    ("dos y medio millones", 2_500_000, "", "es"),
    ("hunderttausend Menschen", 100_000, "", "de"),
    ("hundertzwanzig Menschen", 120, "", "de"),
    ("tausendzweihundert", 1_200, "", "de"),
    ("hundratusen", 100_000, "", "sv"),
    ("hundra personer", 100, "", "sv"),
    ("tusen", 1_000, "", "sv"),
    ("hundrede", 100, "", "da"),
    ("hundre tusen", 100_000, "", "nb"),
    ("hundrede tusinde", 100_000, "", "da"),
    ("two dozen", 24, "", "en"),
]
NOT_CARRIED: list[tuple[str, float, str, str]] = [
    ("deux ans et demi", 2, "years", "fr"),
    ("deux ans et demi", 2, "", "fr"),
    ("dos millones y medio", 2_000_000, "", "es"),
    ("2 millones y medio", 2_000_000, "", "es"),
    ("2 ans et demi", 2, "", "fr"),
    ("2 ans et demi", 2, "ans", "fr"),
    ("two years and a half", 2, "years", "en"),
    ("two years and a half", 0.5, "", "en"),
    ("two million and a half", 2_000_000, "", "en"),
    ("два с половиной миллиона", 2_000_000, "", "ru"),
    ("два с половиной миллиона", 2, "million", "ru"),
    ("два с половиной года", 2, "", "ru"),
    ("due milioni e mezzo", 2_000_000, "", "it"),
    ("iki buçuk milyon", 2_000_000, "", "tr"),
    ("iki buçuk milyon", 2, "", "tr"),
    ("2 buçuk milyon", 2, "", "tr"),
    ("2 buçuk milyon", 2_000_000, "", "tr"),
    ("مليون ونصف", 1_000_000, "", "ar"),
    ("מיליון וחצי", 1_000_000, "", "he"),
    ("un millón y medio", 1_000_000, "", "es"),
    ("zweieinhalb Millionen", 2, "", "de"),
    ("zweieinhalb Millionen", 2.5, "", "de"),
    ("deux millions et demi", 2_000_000, "", "fr"),
    ("deux millions et demi", 2.5, "", "fr"),
    ("un million et demi", 1_000_000, "", "fr"),
    ("zwei Dutzend", 12, "", "de"),
    ("mehrere Dutzend", 12, "", "de"),
    ("halbes Dutzend", 12, "", "de"),
    ("une demi-douzaine", 12, "", "fr"),
    ("полдюжины", 12, "", "ru"),
    ("mehrere hunderttausend Menschen", 100_000, "", "de"),
    ("zweihunderttausend", 100_000, "", "de"),
    ("dreieinhalbtausend", 3.5, "", "de"),
    ("hundertzwanzig", 100, "", "de"),
    ("några hundra", 100, "", "sv"),
    ("ein Dutzend", 1, "", "de"),
    ("deux douzaines", 2, "", "fr"),
    ("anderthalb", 1, "", "de"),
    ("cent deux millions et demi", 2_500_000, "", "fr"),
]


@pytest.mark.parametrize(("words", "value", "unit", "language"), CARRIED)
def test_a_number_is_carried_as_it_is_written_out(words: str, value: float, unit: str, language: str) -> None:
    assert carries(words, value, unit, language)


@pytest.mark.parametrize(("words", "value", "unit", "language"), NOT_CARRIED)
def test_no_part_of_it_is(words: str, value: float, unit: str, language: str) -> None:
    assert not carries(words, value, unit, language)


@pytest.mark.parametrize(
    ("words", "after", "language"),
    [
        ("dos años", " y medio", "es"),
        ("dos millones", " y medio", "es"),
        ("deux ans", " et demi", "fr"),
        ("2 ans", " et demi", "fr"),
        ("two years", " and a half", "en"),
    ],
)
def test_a_half_that_the_words_leave_out_counts(words: str, after: str, language: str) -> None:
    assert not any(carries(words, value, "", language, "", after) for value in (2, 2_000_000))


@pytest.mark.parametrize("after", [" y media docena de balas", " y medio kilo", " años y medio millón de euros"])
def test_a_half_of_something_else_does_not(after: str) -> None:
    assert carries("dos hombres", 2, "", "es", "", after)
