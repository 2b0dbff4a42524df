"""Through which unit can two numbers be compared?

Nothing is guessed. A unit is known only where it begins what the editor wrote: `working days` are no days, `people killed` and
`people injured` are two things. Months and days, a `ton`, a `gallon`, a `barrel`, a `pound` and a bare `dollar` mean different things
to different people and stand for themselves; so do temperatures, whose degrees may measure a heat or a rise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest
from typing import TypeAlias

from site_builder.text.units import UNITS, scale_in_unit, singular

LONGEST = 3  # words of a unit: "US survey foot"
PER = frozenset({"per", "/", "a", "an"})
OF = frozenset("de di von of af av".split())  # after a scale: millions de dollars
ELIDED = re.compile("^d['’]")
WORDS = re.compile(r"/|[^\s/]+")

# What it is in the base unit, the base unit, and its names beside those by which numbers are read.
MORE = """
1 second: s sec Sekunde Sekunden seconde segundo секунда секунды секунд ثانية ثوان سیکنڈ 秒 सेकंड
60 second: min minuto Minuten минута минуты минут دقيقة دقائق منٹ 分钟 分鐘 मिनट
3600 second: h hr Stunde Stunden heure hora ora ore uur час часа часов ч ساعة ساعات گھنٹہ گھنٹے 小时 小時 時間 घंटा घंटे
3600 second: uren godzina godziny godzin година години годин saat timmar
86400 second: dagen dni днів дні gün dagar dage zile
604800 second: weken tydzień tygodnie tygodni тиждень тижні тижнів hafta veckor uger
1 month: maand maanden miesiąc miesiące miesięcy місяць місяці місяців månader måneder luni
12 month: ans jaar jaren lata lat рік роки років yıl år ani
86400 second: Tag Tage Tagen jour día giorno giorni день дня дней يوم أيام دن 天 日 दिन
604800 second: Woche Wochen semaine semana settimana settimane неделя недели недель أسبوع أسابيع ہفتہ ہفتے 周 週 星期 सप्ताह हफ़्ते
1 month: Monat Monate Monaten mois mes meses mese mesi месяц месяца месяцев شهر أشهر شهور ماہ مہینے 个月 個月 महीना महीने
12 month: Jahr Jahre Jahren année an año ano anno anni год года лет سنة سنوات عام سال 年 साल वर्ष
1 second: sekund sekundy sekunder δευτερόλεπτα שניות giây วินาที detik 초 ثانیه saniye
60 second: minutt minutter minuter dakika хвилин хвилини minuty minut phút นาที menit 분 分間 λεπτά
60 second: λεπτών דקה דקות دقیقه minuuttia perc মিনিট
3600 second: timme timer час giờ ชั่วโมง jam 시간 ώρα ώρες ωρών שעה שעות ساعت godz hodina hodiny hodin tuntia óra ঘণ্টা
86400 second: dia дни доба діб сутки суток ngày วัน hari 일 日間 ημέρα ημέρες ημερών μέρες μερών יום
86400 second: ימים روز يوما يومين dny dní päivää nap দিন
86400 second: दिनों
604800 second: vecka uke uker uge tuần สัปดาห์ minggu pekan 주 주일 주간 週間 εβδομάδα εβδομάδες εβδομάδων
604800 second: שבוע שבועות هفته أسبوعا أسبوعين أسابيع
604800 second: týdny týdnů viikkoa hét săptămâni săptămână সপ্তাহ हफ्ते हफ़्तों हफ्तों
1 month: ماه mês månad måned місяць ay tháng เดือน bulan 개월 ヶ月 カ月 か月 ヵ月 μήνας μήνες μηνών חודש
1 month: חודשים شهرا شهرين měsíc měsíce měsíců
1 month: kuukautta hónap মাস महीनों
12 month: rok roku року yıl năm tuổi ปี tahun 년 年間 έτος έτη ετών χρόνια χρόνων שנה שנים שנות عاما عامين أعوام سنين vuotta év বছর सालों
1 metre: m mètre metro Metern метр метра метров متر میٹر 米 मीटर
1000 metre: Kilometern kilomètre kilómetro chilometro chilometri километр километра километров км كيلومتر کلومیٹر 公里 千米 किलोमीटर किमी
1 metre: เมตร 미터 メートル μέτρα μέτρων metrów metry метрів מטר
1000 metre: kilometrów kilometry кілометрів кілометри กิโลเมตร กม 킬로미터 キロメートル χιλιόμετρα
1000 metre: χιλιομέτρων χλμ קילומטר קילומטרים کیلومتر
1609.344 metre: mi Meile Meilen миля мили миль ميل میل 英里 मील
1852 metre: nautical_mile nmi Seemeile Seemeilen 海里
1000000 gram: tonnellata tonnellate tona tony tonę tonami tonna tonnát tonn tonni tonnia tonnin tun tunách τόνος טון טונות 吨 噸 公噸
1000000 gram: 톤 トン τόνους τόνοι τόνων ตัน тонни metric_ton Tonnen tonelada тонна тонны тонн 吨 公吨
453.59237 gram: lb lbs
0.3048 metre: ft
1000 watt: kw kilowatt
1000000 watt: mw megawatt
1000000000 watt: gw gigawatt
1 megabyte: mb megabyte
1000 megabyte: gb gigabyte
1000 gram: กิโลกรัม กก 킬로그램 kilogramów кілограмів κιλά کیلوگرم Kilogramm килограмм килограмма
1000 gram: килограммов кг كيلوغرام کلوگرام 公斤 千克
1 square_metre: square_metre square_meter sq_m m² m2 Quadratmeter mètre_carré metro_cuadrado квадратный_метр кв_м متر_مربع 平方米
10000 square_metre: hectare ha Hektar hectárea гектар гектара гектаров هكتار ہیکٹر 公顷 हेक्टेयर
4046.8564224 square_metre: acre ایکڑ एकड़
1000000 square_metre: square_kilometre square_kilometer sq_km km² km2 Quadratkilometer kilomètre_carré kilómetro_cuadrado
1000000 square_metre: кв_км 平方公里 平方千米
2589988.110336 square_metre: square_mile sq_mi sq_mile
0.09290304 square_metre: square_foot square_feet sq_ft
0.001 litre: millilitre milliliter ml
1 litre: litre liter l литр литра литров لتر لیٹر 升 लीटर
1000 litre: cubic_metre cubic_meter m³ m3 Kubikmeter mètre_cube metro_cúbico куб_м 立方米
28.316846592 litre: cubic_foot cubic_feet cu_ft
1 percent: ％ ٪ Prozent pour_cent por_ciento процент процента процентов فيالمئة بالمئة فیصد प्रतिशत फीसदी फ़ीसदी प्रतिशत
1 percent: por_cento per_cento percento proc procent procenta procentu procentów prosent prosenttia protsenti проц
1 percent: відсоток відсотка відсотки
1 percent: відсотків persen peratus yüzde faiz százalék százaléka τοις_εκατό אחוז אחוזים درصد في_المئة في_المائة بالمائة phần_trăm ร้อยละ
1 percent: เปอร์เซ็นต์ 퍼센트 パーセント শতাংশ asilimia la_sută
0.1 percent: ‰ permille promille
1 percentage_point: percentage_point percent_point %_point Prozentpunkt Prozentpunkte
1 percentage_point: Prozentpunkten procentpunt procentenhet procentenheter
1 percentage_point: point_de_pourcentage points_de_pourcentage punto_porcentual puntos_porcentuales ponto_percentual pontos_percentuais
1 percentage_point: punto_percentuale punti_percentuali процентный_пункт процентных_пункта процентных_пунктов 百分点 个百分点 個百分點
1 percentage_point: punkt_procentowy punkty_procentowe punktów_procentowych pkt_proc відсоткових_пунктів відсоткових_пункти
1 percentage_point: procentních_bodů procentní_body prosentenheter
1 person: person people Mensch Menschen Personen personne persona человек человека людей شخص أشخاص افراد 人 लोग
1 us_dollar: us_dollar usd us$ american_dollar US-Dollar dollar_américain dólar_estadounidense 美元 ABD_doları dolar_amerykański
1 us_dollar: dólares_estadounidenses dollari_statunitensi dolar_AS 美金 米ドル
1 euro: euro eur € евро євро ευρώ אירו avro يورو 유로 ユーロ یورو 欧元 歐元 यूरो ยูโร euró euroa eurot evra evrov avroluk
1 pound_sterling: pound_sterling gbp £ british_pound 英镑 英鎊 sterlin
1 yen: yen jpy 日元 日圓 円 иена иены иен เยน 엔
1 yuan: yuan cny rmb renminbi 人民币 人民幣 元 юань юаня юаней หยวน 위안 nhân_dân_tệ
1 rouble: rouble ruble rub russian_rouble russian_ruble ₽ рубль рубля рублей руб рублях рублями рублів rubel rubla rubli
1 hryvnia: hryvnia uah ₴ гривна гривня гривны гривень гривні гривен грн hrywna hrywny hrywien
1 swiss_franc: swiss_franc franc_suisse francs_suisses chf Franken
1 indian_rupee: indian_rupee inr ₹
1 pakistani_rupee: pakistani_rupee pkr
9460730472580800 metre: light_year Lichtjahr Lichtjahre
"""

TON = frozenset("ton tons tonluk tonu".split())  # short, long or metric in English
METRIC = frozenset("tr az pl sv da no nb nn nl af id ms ro sw".split())  # languages in which it is a tonne

COMPOUND = {"mph": "mile / hour", "kmh": "km / hour", "kph": "km / hour", "knot": "nautical mile / hour"}

Known: TypeAlias = tuple[float, str]  # so many of a base unit


def in_base_unit(value: float, unit: str) -> tuple[float, str]:
    """The value in the unit by which it can be compared: 2 weeks → (1209600.0, "second"); an unknown unit stands for itself."""
    scale, words = words_of_unit(unit)
    over = next((n for n, word in enumerate(words) if n and word in PER), len(words))
    factor, base = _measured(words[:over])
    if over < len(words):
        below, under = _measured(words[over + 1 :])
        factor, base = factor / below, f"{base} per {under}"
    return value * scale * factor, base


def in_tongue(unit: str, language: str) -> str:
    """A unit as it is meant in a source of this language: a Turkish or Polish ton is a tonne."""
    first, _, rest = unit.strip().partition(" ")
    meant = folded(first) in TON and language.partition("-")[0].lower() in METRIC
    return f"tonne {rest}".strip() if meant else unit


def words_of_unit(unit: str) -> tuple[float, list[str]]:
    """What "million" in a unit multiplies by, and its other words."""
    scale, words = 1.0, list[str]()
    found = [word.replace(".", "").strip(",;:") for word in WORDS.findall(folded(unit).replace("per cent", "percent"))]
    for word, then in zip_longest(found, found[1:], fillvalue=""):
        more, left = scale_in_unit(word if words else ELIDED.sub("", word), then)
        scale *= more
        if left and (words or scale == 1 or left not in OF):
            words += COMPOUND.get(singular(left), left).split()
    return scale, words


def _measured(words: Sequence[str]) -> tuple[float, str]:
    """The known unit with which the words begin, in its base unit, and what follows it."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        for name in (tuple(words[:length]), tuple(map(singular, words[:length]))):
            if name in known_units():
                factor, base = known_units()[name]
                return factor, " ".join([base, *map(singular, words[length:])])
    return 1.0, " ".join(map(singular, words))


def folded(name: str) -> str:
    """A name of a unit as it is looked for."""
    return unicodedata.normalize("NFC", name.casefold())


@cache
def known_units() -> dict[tuple[str, ...], Known]:
    """Every name of a unit, and so many of which base unit it is."""
    known: dict[tuple[str, ...], Known] = {(name,): measure for name, measure in UNITS.items()}
    for line in MORE.strip().splitlines():
        measure, names = line.split(": ")
        factor, base = measure.split()
        for name in folded(names).split():
            known[tuple(name.split("_"))] = float(factor), base.replace("_", " ")
    return known
