"""Numbers in words of languages for which there is a table: they are carried as they are written, and no part of them is."""

from __future__ import annotations

from random import Random

import pytest

from site_builder.text.numbers import carries
from site_builder.text.spellers import LANGUAGES, TOO_GREAT, spelled

STAND = [
    ("el", "δώδεκα νεκροί", 12),
    ("el", "είκοσι τρεις στρατιώτες", 23),
    ("el", "διακόσιοι πενήντα κάτοικοι", 250),
    ("el", "τρεις χιλιάδες ευρώ", 3000),
    ("el", "δύο εκατομμύρια ευρώ", 2_000_000),
    ("bg", "двайсет и пет души", 25),
    ("bg", "трима войници", 3),
    ("bg", "хиляда и двеста", 1200),
    ("bg", "два милиона", 2_000_000),
    ("mk", "дваесет и пет луѓе", 25),
    ("hr", "dvadeset i pet ljudi", 25),
    ("hr", "dvije tisuće ljudi", 2000),
    ("bs", "pet hiljada ljudi", 5000),
    ("sr", "двадесет пет људи", 25),
    ("sr-Latn", "dvanaest mrtvih", 12),
    ("et", "kakskümmend viis inimest", 25),
    ("sw", "watu kumi na wawili", 12),
    ("sw", "watu mia tatu", 300),
    ("hi", "दो सौ पचास लोग", 250),
    ("hi", "पांच हजार लोग", 5000),
    ("hi", "तीन लाख लोग", 300_000),
    ("ur", "پچیس افراد", 25),
    ("ur", "پانچ ہزار افراد", 5000),
    ("ms", "lapan orang", 8),
    ("kk", "он екі адам", 12),
]


@pytest.mark.parametrize(("language", "words", "value"), STAND)
def test_numbers_in_words_are_carried_as_newspapers_write_them(language: str, words: str, value: int) -> None:
    assert carries(words, value, "", language)
    assert not [n for n in {1, 2, 3, 5, 12, 20, 25, 100, 200, 1000, value + 1, value * 10} - {value} if carries(words, n, "", language)]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_number_is_carried_by_its_words_and_by_no_others(language: str) -> None:
    chance = Random(language)  # noqa: S311
    numbers = [*range(101), *(chance.randrange(101, 10**k) for k in (3, 4, 5, 6, 7) for _ in range(25))]
    words = {n: spelled(n, language) for n in numbers}
    assert len({*words.values()}) == len({*numbers})
    for n, written in words.items():
        assert carries(f"— {written} .", n, "", language), written
        others = {n // 10, n % 10, n % 100, n // 100 * 100, n // 1000, n % 1000, n // 1000 * 1000, n + 1} - {n, 0}
        assert not [(written, other) for other in others if carries(f"— {written} .", other, "", language)]


def test_what_is_too_great_is_not_written() -> None:
    assert spelled(TOO_GREAT - 1, "hi")
    for number in (-1, TOO_GREAT):
        with pytest.raises(OverflowError):
            spelled(number, "hi")
