"""Days that a text of Wednesday, 20 November 2024 prints: spans and their ends, the years that words say, and what is no day of ours."""

from __future__ import annotations

import pytest

from site_builder.model import Date
from site_builder.text.dated import absolute_dates, dates_in
from tests.pace import LINEAR, growth

WEDNESDAY = "2024-11-20"
NOVEMBER = "2024-11-11/2024-11-19"

SPANS = {
    "en": f"""
held from Nov. 11 to Nov. 19 → {NOVEMBER}
held Nov. 11-19 → {NOVEMBER}
held Nov. 11–19, 2023 → 2023-11-11/2023-11-19
held from Nov. 11 through 19 → {NOVEMBER}
held between Nov. 11 and Nov. 19 → {NOVEMBER}
held between 11 and 19 November → {NOVEMBER}
held from Monday, Nov. 11, to Tuesday, Nov. 19 → {NOVEMBER}
from Dec. 28, 2023, to Jan. 3, 2024 → 2023-12-28/2024-01-03
from Dec. 28 to Jan. 3 → 2024-12-28/2025-01-03
from October to November 2023 → 2023-10/2023-11
from November to January 2024 → 2023-11/2024-01
on 18 and 20 November 2023 → 2023-11-18 2023-11-20
on Nov. 11 and Nov. 19 → 2024-11-11 2024-11-19
On Nov. 18 20 people died → 2024-11-18
On Nov. 18 and 20 people died → 2024-11-18
On Nov. 18, 2023, 20 people died → 2023-11-18
On Nov. 18 - 3,000 people came → 2024-11-18
A F-16-20 November was cold → 2024-11-20
Between them, on Nov. 11, and on Nov. 19 → 2024-11-11 2024-11-19
in October and November 2023 → 2023-10 2023-11
""",
    "de": f"""
vom 11. bis 19. November 2024 → {NOVEMBER}
vom 11. bis zum 19. November → {NOVEMBER}
vom 28.10. bis 3.11.2024 → 2024-10-28/2024-11-03
11.11.–19.11.2024 → {NOVEMBER}
zwischen dem 11. und 19. November → {NOVEMBER}
in der Nacht zum 19. November → 2024-11-18/2024-11-19
in der Nacht vom 18. auf den 19. November → 2024-11-18/2024-11-19
am 11. und 19. November → 2024-11-11 2024-11-19
zwischen den Orten, am 11. und 19. November → 2024-11-11 2024-11-19
in der Nacht starben am 19. November zwölf → 2024-11-19
Er hat 11. Am 19. November kam er → 2024-11-19
""",
    "fr": f"du 11 au 19 novembre → {NOVEMBER}\ndu 28 octobre au 3 novembre 2024 → 2024-10-28/2024-11-03\n"
    f"entre le 11 et le 19 novembre → {NOVEMBER}\nle lundi 11 et le mardi 12 novembre 2024 → 2024-11-11 2024-11-12\n"
    "Il en a 11, le 19 novembre → 2024-11-19",
    "es": f"del 11 al 19 de noviembre → {NOVEMBER}\nentre el 11 y el 19 de noviembre → {NOVEMBER}\n"
    "el 11 y el 19 de noviembre → 2024-11-11 2024-11-19\nmató a 11 el 19 de noviembre → 2024-11-19",
    "it": f"dall'11 al 19 novembre → {NOVEMBER}\ntra l'11 e il 19 novembre → {NOVEMBER}\nne ha uccisi 11 il 19 novembre → 2024-11-19",
    "pt": f"de 11 a 19 de novembro de 2024 → {NOVEMBER}\nmatou 11 em 19 de novembro → 2024-11-19",
    "nl": f"van 11 tot en met 19 november → {NOVEMBER}\nin de nacht van 18 op 19 november → 2024-11-18/2024-11-19\n"
    "er kwamen er 11 op de 19 november → 2024-11-19",
    "pl": f"od 11 do 19 listopada 2024 r. → {NOVEMBER}\nod 11 listopada do 19 listopada → {NOVEMBER}\n"
    "w nocy z 18 na 19 listopada → 2024-11-18/2024-11-19\nzginęło 11, a było to 19 listopada → 2024-11-19",
    "ru": f"с 11 по 19 ноября → {NOVEMBER}\nс 11 ноября по 19 ноября → {NOVEMBER}\n11–19 ноября 2024 года → {NOVEMBER}\n"
    "в ночь на 19 ноября → 2024-11-18/2024-11-19\nв ночь с 18 на 19 ноября → 2024-11-18/2024-11-19\n"
    "18 и 20 ноября → 2024-11-18 2024-11-20\nПогибли 11. 19 ноября мост закрыли → 2024-11-19",
    "uk": f"з 11 по 19 листопада → {NOVEMBER}\nу ніч на 19 листопада → 2024-11-18/2024-11-19\nЗагинули 11. 19 листопада → 2024-11-19",
    "tr": f"11-19 Kasım → {NOVEMBER}\n11 ile 19 Kasım arasında → {NOVEMBER}\n11 kişi 19 Kasım günü → 2024-11-19",
    "ar": f"من 11 إلى 19 نوفمبر → {NOVEMBER}\nبين 11 و 19 نوفمبر → {NOVEMBER}\nقتل 11 في 19 نوفمبر → 2024-11-19",
    "fa": f"از ۱۱ تا ۱۹ نوامبر → {NOVEMBER}\n۱۱ نفر در ۱۹ نوامبر → 2024-11-19",
    "hi": f"11 से 19 नवंबर → {NOVEMBER}\n11 लोग 19 नवंबर को → 2024-11-19",
    "ur": f"11 سے 19 نومبر → {NOVEMBER}\n11 افراد 19 نومبر کو → 2024-11-19",
    "zh": f"11月11日至19日 → {NOVEMBER}\n11月11日至12月3日 → 2024-11-11/2024-12-03\n2023年11月11日至19日 → 2023-11-11/2023-11-19\n"
    "11月18日和20日 → 2024-11-18 2024-11-20\n11月18日20人死亡 → 2024-11-18\n11月18日至今 → 2024-11-18",
    "ja": f"11月11日から19日 → {NOVEMBER}\n11月18日と20日 → 2024-11-18 2024-11-20\n"
    "11月18日から20日間 → 2024-11-18\n11月18日20人が → 2024-11-18",
}
YEARS = {
    "en": """
on November 18 last year → 2023-11-18
on Nov. 18 of last year → 2023-11-18
on November 18 next year → 2025-11-18
on 18 November the previous year →
on 18 November '23 →
on March 15, 44 B.C. →
on October 25, 1917 (Old Style) →
Nov. 18, last year's winner said → 2023
closed on Nov. 18, 2023, and Dec. 3 → 2023-11-18 2023-12-03
closed on Nov. 18, 2023, and reopened on Dec. 3 → 2023-11-18
the treaty of March 4, 2019, was renewed on Nov. 18 → 2019-03-04 2024-11-18
He left on Nov. 18, 2023. It closes on Dec. 3 → 2023-11-18 2024-12-03
On Nov. 18 he spoke of the year → 2024-11-18
""",
    "de": """
am 18. November vergangenen Jahres → 2023-11-18
am 18. November des letzten Jahres → 2023-11-18
am 18. November dieses Jahres → 2024-11-18
am 18. November des Vorjahres →
am 18. November vergangene Opfer → 2024-11-18
""",
    "fr": "le 18 novembre de l'an dernier → 2023-11-18\nle 18 novembre dernier → 2024-11-18\nle 20 novembre dernier → 2023-11-20\n"
    "le 25 novembre dernier → 2023-11-25\nle 25 novembre prochain → 2024-11-25\nle 18 novembre, dernière séance → 2024-11-18",
    "es": "el 18 de noviembre del año pasado → 2023-11-18\nel 25 de noviembre pasado → 2023-11-25\n"
    "el pasado 25 de noviembre → 2023-11-25\nEn noviembre pasado → 2023-11",
    "it": "il 25 novembre scorso → 2023-11-25\nil 18 novembre dell’anno scorso → 2023-11-18\nlo scorso 25 novembre → 2023-11-25",
    "pt": "em 18 de novembro do ano passado → 2023-11-18\nno último dia 25 de novembro → 2023-11-25",
    "nl": "op 18 november vorig jaar → 2023-11-18\nop 18 november, vorige week → 2024-11-18 2024-11-11/2024-11-17",
    "pl": "18 listopada ubiegłego roku → 2023-11-18\n18 listopada poprzedniego roku →",
    "ru": "18 ноября прошлого года → 2023-11-18\n18 ноября следующего года →\n18 ноября прошла встреча → 2024-11-18",
    "uk": "18 листопада минулого року → 2023-11-18\n18 листопада торік → 2023-11-18\n18 листопада минув рік → 2024-11-18",
    "tr": "geçen yıl 18 Kasım'da → 2023-11-18\nyıl sonu, 18 Kasım'da → 2024-11-18",
    "ar": "في 18 نوفمبر من العام الماضي → 2023-11-18\nفي 18 تشرين الثاني الماضي → 2024-11-18",
    "fa": "سال گذشته در ۱۸ نوامبر → 2023-11-18\nدر ۱۸ نوامبر گذشته → 2024-11-18",
    "hi": "पिछले साल 18 नवंबर को → 2023-11-18",
    "ur": "گزشتہ سال 18 نومبر کو → 2023-11-18",
    "zh": "去年11月18日 → 2023-11-18\n民国112年11月18日 → 2023-11-18\n农历11月18日 →\n農曆2023年11月18日 →\n翌年11月18日 →\n"
    "2023年11月18日关闭，12月3日开放 → 2023-11-18 2023-12-03\n2023年11月18日关闭。12月3日开放 → 2023-11-18 2024-12-03\n"
    "农民11月18日抗议 → 2024-11-18\n国民112人11月18日 → 2024-11-18",
    "ja": "令和5年11月18日 → 2023-11-18\n平成23年3月11日 → 2011-03-11\n昭和20年8月 → 1945-08\n令和元年11月18日 → 2019-11-18\n"
    "去年の11月18日 → 2023-11-18\n旧暦11月18日 →\n平成二十三年3月11日 →\n一昨年11月18日 →\n昭和の11月18日 → 2024-11-18",
}
CASES = [
    pytest.param(language, line.partition(" →")[0], line.partition(" →")[2].split(), id=f"{language}: {line}")
    for table in (SPANS, YEARS)
    for language, lines in table.items()
    for line in lines.strip().split("\n")
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_days_and_spans(language: str, text: str, expected: list[str]) -> None:
    found = [str(one.date) for one in dates_in(text, language, Date(WEDNESDAY)) if one.date]
    assert found == expected


def test_a_day_whose_year_is_a_word_is_not_printed_in_full() -> None:
    text = "on November 18 last year"
    assert [*absolute_dates(text, "en", Date(WEDNESDAY))] == []
    (one,) = dates_in(text, "en", Date(f"{WEDNESDAY}?"))
    assert (one.words, one.date) == ("November 18 last year", "2023-11-18?")
    assert [one.date for one in dates_in("le 18 novembre dernier", "fr", Date("2024-11"))] == [None]


HOSTILE = [
    ("en", "Nov. 18, 2023 and ", "."),
    ("en", "Nov. 18 ", "x"),
    ("en", "11-", "19 November"),
    ("zh", "2023年11月18日，12月3日", "。"),
    ("de", "zwischen dem 11. und ", "19. November"),
]


@pytest.mark.parametrize(("language", "piece", "last"), HOSTILE)
def test_time_grows_with_the_dates(language: str, piece: str, last: str) -> None:
    def work(size: int) -> None:
        list(dates_in(piece * size + last, language, Date(WEDNESDAY)))

    work(10)
    assert growth(work, 300) < LINEAR


def test_time_grows_with_blanks_behind_a_date() -> None:
    def work(size: int) -> None:
        list(dates_in("On Nov. 18" + " " * size + "x and on Monday" + " " * size + "x 4 May", "en", Date(WEDNESDAY)))

    work(10)
    assert growth(work, 3_000) < LINEAR
