"""The money or unit printed beside a number is no match for another one: words, number, unit, language."""

from __future__ import annotations

import pytest

from site_builder.text.numbers import carries

# Two units a line, each in both roles: what is printed in one is never carried as the other, but each as itself.
OTHERS = """
ru: руб. | долларов
ru: рублей | евро
ru: тенге | долларов
ru: проц. | км
uk: грн | доларів
uk: гривень | євро
uk: відсотків | км
pl: złotych | dolarów
pl: dolarów | euro
pl: proc. | km
pl: dni | lata
cs: Kč | eur
hu: Ft | euró
ro: lei | euro
sv: kronor | euro
sv: procent | km
tr: lira | dolar
tr: TL | avro
tr: dolar | euro
tr: gün | hafta
en: pesos | US dollars
en: rand | US dollars
en: naira | euros
en: baht | US dollars
en: riyals | US dollars
en: dirhams | dinars
en: rupiah | US dollars
en: ringgit | taka
en: Kenyan shillings | US dollars
es: pesos | dólares
es: días | horas
pt: dias | horas
pt: anos | dias
ar: جنيه | دولار
ar: ريال | دولار
ar: درهم | دينار
ar: ليرة | دولار
ar: شيكل | دولار
ar: يوما | ساعة
he: שקלים | דולר
he: ימים | שעות
fa: تومان | ریال
fa: روز | هفته
hi: दिन | घंटे
vi: đồng | USD
vi: đô la | euro
vi: ngày | giờ
th: บาท | ดอลลาร์
th: วัน | เดือน
id: rupiah | dolar
id: persen | km
id: hari | jam
el: ευρώ | δολάρια
el: ημέρες | ώρες
ko: 원 | 달러
ko: 년 | 개월
ja: 日 | 週間
ja: 円 | ドル
zh: 元 | 美元
"""
PAIRS = [(language, *units.split(" | ")) for language, units in (line.split(": ") for line in OTHERS.strip().splitlines())]
CARRIED: list[tuple[str, float, str, str]] = [
    ("$500 pesos", 500, "pesos", "es"),
    ("$500", 500, "Mexican pesos", "es"),
    ("500 pesos", 500, "Philippine pesos", "en"),
    ("500 riyals", 500, "Saudi riyals", "en"),
    ("500 dinars", 500, "Iraqi dinars", "en"),
    ("500 kroner", 500, "Danish kroner", "en"),
    ("500 korun", 500, "Czech koruna", "cs"),
    ("500 lira", 500, "Turkish lira", "tr"),
    ("500 shillings", 500, "Kenyan shillings", "en"),
    ("500 dólares", 500, "US dollars", "es"),
    ("500 元", 500, "Taiwan dollars", "zh-TW"),
    ("500 pounds", 500, "Egyptian pounds", "en"),
    ("10 ft", 3.048, "metres", "en"),
    ("10 Ft", 10, "forint", "hu"),
    ("yüzde 48", 48, "%", "tr"),
    ("%48", 48, "percent", "tr"),
    ("yüzde 48", 48, "", "tr"),
    ("dwanaście procent głosów", 12, "procent głosów", "pl"),
    ("yüzde kırk sekiz", 48, "%", "tr"),
    ("٪48", 48, "درصد", "fa"),
    ("asilimia 12.5", 12.5, "percent", "sw"),
    ("12 proc. osób", 12, "proc.", "pl"),
    ("5년간", 5, "년", "ko"),
    ("3 원전", 3, "달러", "ko"),
    ("5日本人", 5, "週間", "ja"),
    ("Rp71 triliun", 71e12, "rupiah", "id"),
    ("Rp1.500", 1500, "rupiah", "id"),
    ("KSh500", 500, "Kenyan shillings", "en"),
    ("Sh150", 150, "shillings", "en"),
    ("TSh200", 200, "shillings", "en"),
    ("Tk800", 800, "taka", "en"),
    ("৳800", 800, "taka", "en"),
    ("PKR5,000", 5000, "Pakistani rupees", "en"),
    ("AED55m", 55_000_000, "dirhams", "en"),
    ("Dh56m", 56_000_000, "dirhams", "en"),
    ("Php58m", 58_000_000, "pesos", "en"),
    ("₱58m", 58_000_000, "pesos", "en"),
    ("N5bn", 5_000_000_000, "naira", "en"),
    ("Sh2.5 bilioni", 2_500_000_000, "shilingi", "sw"),
    ("watu milioni 3.4", 3_400_000, "watu", "sw"),
    ("elfu 5", 5000, "", "sw"),
    ("laki 3", 300_000, "", "sw"),
    ("bilioni 2", 2_000_000_000, "", "sw"),
]
NOT_CARRIED: list[tuple[str, float, str, str]] = [
    ("2.400 millones de dólares", 2_400_000_000, "pesos", "es"),
    ("$500 pesos", 500, "US dollars", "es"),
    ("500 Mexican pesos", 500, "Philippine pesos", "en"),
    ("500 Saudi riyals", 500, "Qatari riyals", "en"),
    ("5 mln zł", 5_000_000, "US dollars", "pl"),
    ("85 млрд руб", 85e9, "US dollars", "ru"),
    ("75 milyar lira", 75e9, "ABD doları", "tr"),
    ("85억 달러로", 8_500_000_000, "원", "ko"),
    ("4.5 แสนล้านบาท", 450e9, "ดอลลาร์", "th"),
    ("٢٥٠ شيكلا،", 250, "دولار", "ar"),
    ("yüzde 48", 48, "lira", "tr"),
    ("%48", 48, "lira", "tr"),
    ("٪48", 48, "تومان", "fa"),
    ("12 procent", 12, "osób", "pl"),
    ("12 درصد", 12, "نفر", "fa"),
    ("dwanaście procent", 12, "osób", "pl"),
    ("yüzde kırk sekiz", 48, "lira", "tr"),
    ("3 روز", 3, "ماه", "fa"),
    ("asilimia 12.5", 12.5, "watu", "sw"),
    ("Od 15 do 20 proc.", 15, "km", "pl"),
    ("3-5 วัน", 3, "เดือน", "th"),
    ("3∼5년", 3, "개월", "ko"),
    ("από 100 έως 200 ευρώ", 100, "δολάρια", "el"),
    ("Rp500", 500, "US dollars", "id"),
    ("KSh500", 500, "US dollars", "en"),
    ("AED55m", 55, "dirhams", "en"),
    ("N5 road", 5, "", "en"),
    ("watu milioni 3.4", 3.4, "watu", "sw"),
    ("elfu 5", 5, "", "sw"),
]


@pytest.mark.parametrize(("language", "one", "other"), PAIRS)
def test_one_unit_is_no_other(language: str, one: str, other: str) -> None:
    assert carries(f"X 5 {one}", 5, one, language)
    assert carries(f"X 5 {other}", 5, other, language)
    assert not carries(f"X 5 {one}", 5, other, language)
    assert not carries(f"X 5 {other}", 5, one, language)


@pytest.mark.parametrize(("words", "value", "unit", "language"), CARRIED)
def test_what_is_printed_may_be_the_unit_that_is_asked_for(words: str, value: float, unit: str, language: str) -> None:
    assert carries(words, value, unit, language)


@pytest.mark.parametrize(("words", "value", "unit", "language"), NOT_CARRIED)
def test_what_can_not_be(words: str, value: float, unit: str, language: str) -> None:
    assert not carries(words, value, unit, language)


def test_a_scale_before_the_words_counts() -> None:
    assert not carries("3.4", 3.4, "", "sw", "watu milioni ", " walipata")
    assert carries("milioni 3.4", 3_400_000, "", "sw", "watu ", " walipata")
