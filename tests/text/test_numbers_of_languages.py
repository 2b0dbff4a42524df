"""The numbers that words carry in one language and not in the next, each beside a false neighbour: words, number, unit, language."""

from __future__ import annotations

import pytest

from site_builder.text.numbers import carries, carries_range

CARRIED: list[tuple[str, float, str, str]] = [
    ("Danni per 30 mln di euro", 30_000_000, "euro", "it"),
    ("ha pagato 20 euro per 3 ore", 3, "ore", "it"),
    ("per 30 Tage", 30, "Tage", "de"),
    ("50 deaths per 1,000 people", 50, "", "en"),
    ("1,2 Milliarden Euro", 1.2, "Milliarden Euro", "de"),
    ("1,2 Mio. Euro", 1.2, "Mio. Euro", "de"),
    ("2,4 milliards d'euros", 2.4, "milliards d'euros", "fr"),
    ("2,4 milliards d’euros", 2.4, "milliards d’euros", "fr"),
    ("2,4 milliards d’euros", 2_400_000_000, "euros", "fr"),
    ("3 millions de dollars", 3, "millions de dollars", "fr"),
    ("3 millions de dollars", 3_000_000, "US dollars", "fr"),
    ("2.400 millones de euros", 2400, "millones de euros", "es"),
    ("2.400 millones de euros", 2400, "million euros", "es"),
    ("5 milhões de dólares", 5, "milhões de dólares", "pt"),
    ("3 mld zł", 3, "mld zł", "pl"),
    ("3 млрд рублей", 3, "млрд рублей", "ru"),
    ("3 тыс. рублей", 3, "тыс. рублей", "ru"),
    ("3 milyar lira", 3, "milyar lira", "tr"),
    ("3 करोड़ रुपये", 3, "करोड़ रुपये", "hi"),
    ("3亿美元", 3, "亿美元", "zh"),
    ("3億円", 3, "億円", "ja"),
    ("3억 달러", 3, "억 달러", "ko"),
    ("3 bn euros", 3, "bn euros", "en"),
    ("3 mil millones de dólares", 3, "mil millones de dólares", "es"),
    ("3 m", 3, "metres", "en"),
    ("3 mil", 3, "mil", "sv"),
    ("5％", 5, "percent", "ja"),
    ("5 ευρώ", 5, "euros", "el"),
    ("5 שקלים", 5, "shekels", "he"),
    ("SEK 6", 6, "Swedish kronor", "en"),
    ("6 kronor", 6, "Swedish kronor", "sv"),
    ("6 francs suisses", 6, "Swiss francs", "fr"),
    ("5 Canadian dollars", 5, "Canadian dollars", "en"),
    ("6 °C", 6, "°C", "en"),
    ("6 degrees", 6, "°C", "en"),
    ("10 ft", 3.048, "metres", "en"),
    ("5 MW", 5000, "kW", "en"),
    ("5 GB", 5000, "MB", "en"),
    ("3 to 5 million euros", 3, "million euros", "en"),
    ("from 900 to 5 million", 900, "", "en"),
    ("3 and 5 million euros", 3, "", "en"),
    ("2x4 metres", 2, "metres", "en"),
    ("1,200² deaths", 1200, "", "en"),
]
NOT_CARRIED: list[tuple[str, float, str, str]] = [
    ("50 deaths per 1,000 people", 1000, "", "en"),
    ("a rate of deaths per 1,000 people", 1000, "", "en"),
    ("50 Fälle per 1.000 Menschen", 1000, "", "de"),
    ("50 casi per 100.000 abitanti", 100_000, "", "it"),
    ("50 casi per 1.000 abitanti", 1000, "", "it"),
    ("Danni per 30 mln di euro", 30, "", "it"),
    ("1,2 Milliarden Euro", 1.2, "Millionen Euro", "de"),
    ("1,2 Milliarden Euro", 1.2, "Milliarden Dollar", "de"),
    ("1,2 Millionen Euro", 1.2, "Mrd. Euro", "de"),
    ("2,4 milliards d’euros", 2_400_000_000, "US dollars", "fr"),
    ("2,4 milliards d'euros", 2.4, "milliards de dollars", "fr"),
    ("3 millions de dollars", 3_000_000, "euros", "fr"),
    ("2.400 millones de euros", 2_400_000_000, "US dollars", "es"),
    ("5 milioni di euro", 5_000_000, "US dollars", "it"),
    ("3亿美元", 3, "万美元", "zh"),
    ("3亿美元", 3, "亿欧元", "zh"),
    ("3億円", 3, "万円", "ja"),
    ("3억 달러", 3, "만 달러", "ko"),
    ("3 करोड़ रुपये", 3, "लाख रुपये", "hi"),
    ("3 bn euros", 3, "mn euros", "en"),
    ("3 m", 3000, "km", "en"),
    ("5％", 5, "euros", "ja"),
    ("5 ευρώ", 5, "US dollars", "el"),
    ("5 שקלים", 5, "US dollars", "he"),
    ("5 אירו", 5, "US dollars", "he"),
    ("5 דולר", 5, "shekels", "he"),
    ("SEK 6", 6, "euros", "en"),
    ("6 kronor", 6, "euros", "sv"),
    ("6 kroner", 6, "US dollars", "da"),
    ("6 Swedish kronor", 6, "Danish kroner", "en"),
    ("6 francs", 6, "euros", "fr"),
    ("5 Canadian dollars", 5, "US dollars", "en"),
    ("5 Australian dollars", 5, "Canadian dollars", "en"),
    ("6 °C", 6, "°F", "en"),
    ("6°C", 6, "degrees Fahrenheit", "en"),
    ("10 ft", 10, "metres", "en"),
    ("5 MW", 5, "kW", "en"),
    ("5 GB", 5, "MB", "en"),
    ("3 to 5 million euros", 3, "", "en"),
    ("between 3 and 5 million euros", 3, "", "en"),
    ("20到30万人", 20, "", "zh"),
    ("20～30万人", 20, "", "ja"),
    ("tra 20 e 30 milioni", 20, "", "it"),
    ("20 ila 30 milyon", 20, "", "tr"),
    *(
        (words, value, "", "en")
        for words in ("10^6 cells", "10⁶ cells", "2x10^6", "2 × 10⁶ cells", "1e6", "1E6")
        for value in (1, 2, 6, 10)
    ),
]
RANGES: list[tuple[str, float, float, str]] = [
    ("20到30万人", 200_000, 300_000, "zh"),
    ("20～30万人", 200_000, 300_000, "ja"),
    ("20至30亿元", 2e9, 3e9, "zh"),
    ("Entre 20 e 30 mil", 20_000, 30_000, "pt"),
    ("tra 20 e 30 milioni", 2e7, 3e7, "it"),
    ("20 ila 30 milyon", 2e7, 3e7, "tr"),
    ("20 ile 30 bin", 20_000, 30_000, "tr"),
    ("20 do 30 mln", 2e7, 3e7, "pl"),
    ("۲۰ تا ۳۰ میلیون", 2e7, 3e7, "fa"),
    ("3 to 5 million euros", 3e6, 5e6, "en"),
    ("between 3 and 5 million euros", 3e6, 5e6, "en"),
]


@pytest.mark.parametrize(("words", "low", "high", "language"), RANGES)
def test_a_scale_behind_a_range_is_that_of_both_ends(words: str, low: float, high: float, language: str) -> None:
    printed = next(n for n in (3, 20) if str(low).startswith(str(n)))
    assert carries_range(words, low, high, "", language)
    assert not carries_range(words, printed, high, "", language)
    assert not carries_range(words, high, low, "", language)


@pytest.mark.parametrize(("words", "value", "unit", "language"), CARRIED)
def test_what_words_carry(words: str, value: float, unit: str, language: str) -> None:
    assert carries(words, value, unit, language)


@pytest.mark.parametrize(("words", "value", "unit", "language"), NOT_CARRIED)
def test_what_they_do_not_carry(words: str, value: float, unit: str, language: str) -> None:
    assert not carries(words, value, unit, language)
