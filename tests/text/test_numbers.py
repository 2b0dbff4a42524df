"""The numbers that words carry, and those that they don't: words, number, unit, language."""

from __future__ import annotations

import unicodedata

import num2words
import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.text.numbers import LONGEST_WORD, carries, carries_range, cuts, may_cut

CARRIED: list[tuple[str, float, str, str]] = [
    ("a $275 million package", 275_000_000, "US dollars", "en"),
    ("a $275 million package", 275, "million US dollars", "en"),
    ("1,200 mines", 1200, "mines", "en"),
    ("On Oct. 7 251 hostages were taken", 251, "hostages", "en"),
    ("Sept 11 2 977 people died", 2977, "people", ""),
    ("hostages: 7 251", 7251, "hostages", "en"),
    ("they may 7 251 times", 7251, "", "en"),
    ("le 3 juin 7 251 otages", 7251, "otages", "fr"),
    ("1.2 thousand mines", 1200, "", "en"),
    ("two weeks", 2, "weeks", "en"),
    ("two weeks", 14, "days", "en"),
    ("half a century", 50, "years", "en"),
    ("a 600-mile front", 600, "miles", "en"),
    ("the 600-mile front", 600, "mile", "en"),
    ("$2.5m", 2_500_000, "", "en"),
    ("US$1.2bn", 1_200_000_000, "US dollars", "en"),
    ("£3m", 3_000_000, "pounds", "en"),
    ("a hundred and one", 101, "", "en"),
    ("no more than 12", 12, "", "en"),
    ("twenty-one thousand three hundred and five", 21_305, "", "en"),
    ("two-thirds of the vote", 66.66666666666667, "percent", "en"),
    ("one in five children", 20, "percent", "en"),
    ("3.5%", 3.5, "percent", "en"),
    ("3.5%", 0.035, "", "en"),
    ("three per cent", 3, "percent", "en"),
    ("half of the stock", 50, "percent", "en"),
    ("half of the stock", 0.5, "", "en"),
    ("a third", 0.3333333333333333, "", "en"),
    ("1½ miles", 1.5, "miles", "en"),
    ("two and a half years", 2.5, "years", "en"),
    ("two and a half million", 2_500_000, "", "en"),
    ("a dozen soldiers", 12, "", "en"),
    ("two dozen", 24, "", "en"),
    ("minus 5 degrees", -5, "degrees", "en"),
    ("-5 degrees", -5, "degrees", "en"),
    ("−5 degrees", -5, "degrees", "en"),
    ("a loss of -US$5 million", -5_000_000, "US dollars", "en"),
    ("零下7度", -7, "", "zh"),
    ("零下十七度", -17, "", "zh"),
    ("氷点下４度", -4, "", "ja"),
    ("영하 12도", -12, "", "ko"),
    ("par moins 12 degrés", -12, "", "fr"),
    ("au moins 12 degrés", 12, "", "fr"),
    ("menos 12 grados", -12, "", "es"),
    ("al menos 12 grados", 12, "", "es"),
    ("eksi 12 derece", -12, "", "tr"),
    ("minus five degrees", -5, "", "en"),
    ("12 degrees below zero", -12, "degrees", "en"),
    ("12 degrees below zero", 12, "degrees below zero", "en"),
    ("12 Grad unter Null", -12, "", "de"),
    ("12 градусов ниже нуля", -12, "", "ru"),
    ("a US$275 million package", 275_000_000, "dollars", "en"),
    ("a C$275 million package", 275_000_000, "dollars", "en"),
    ("275 million euros", 275, "million euros", "en"),
    ("5 Mio. Euro", 5_000_000, "€", "de"),
    ("¥5 million", 5_000_000, "yen", "en"),
    ("Rs 5 crore", 50_000_000, "Indian rupees", "en"),
    ("on that day 5 people died", 5, "people", "en"),
    ("it cost 300 yen 5 years ago", 5, "years", "en"),
    ("EUR 5 million", 5_000_000, "euros", "en"),
    ("$5 an hour", 5, "US dollars", "en"),
    ("$80 a barrel", 80, "US dollars per barrel", "en"),
    ("600 hectares", 6, "square kilometres", "en"),
    ("5 pounds of rice", 5, "lb", "en"),
    ("5 Stunden", 300, "Minuten", "de"),
    ("5公里", 5000, "米", "zh"),
    ("5周年", 5, "年", "zh"),
    ("90 mph", 90, "miles per hour", "en"),
    ("147 km/h", 147, "km/h", "en"),
    ("500 people a day", 500, "people", "en"),
    ("340 km²", 340, "square kilometres", "en"),
    ("5 to 10 km", 5, "km", "en"),
    ("5 working days", 5, "days", "en"),
    ("5 real people", 5, "people", "en"),
    ("50‰", 5, "percent", "en"),
    ("5 процентных пунктов", 5, "percentage points", "ru"),
    ("fünf Tage", 5, "days", "de"),
    ("three in ten people", 30, "percent", "en"),
    ("1,200 personas", 1200, "", "es-MX"),
    ("1,200 personas", 1200, "", "es-419"),
    ("1.200 شخص", 1200, "", "ar-MA"),
    ("1,200 people", 1200, "", "en-GB"),
    ("۳/۵ درصد", 3.5, "percent", "fa"),
    ("3/4 درصد", 0.75, "", "fa"),
    ("نسبة ٢،٥ في", 2.5, "", "ar"),
    ("１，２３４人", 1234, "", "ja"),
    ("１．５倍", 1.5, "", "ja"),
    ("１．５億円", 150_000_000, "", "ja"),
    ("£1·5 million", 1_500_000, "", "en"),
    ("2 1/2 miles", 2.5, "miles", "en"),
    ("năm người", 5, "", "vi"),
    *(("12 500 Euro", 12_500, "", language) for language in "de es it pt en ka hy fr".split()),
    ("in 2022", 2022, "", "en"),
    ("the 21st century", 21, "", "en"),
    ("1,000,000", 1_000_000, "", "en"),
    ("12 lakh", 1_200_000, "", "en"),
    ("3 crore", 30_000_000, "", "en"),
    ("1,00,000 people", 100_000, "", "en"),
    ("5 lakh crore", 5_000_000_000_000, "", "en"),
    ("1 200 personnes", 1200, "", "fr"),
    ("1.200 Menschen", 1200, "", "de"),
    ("3,5 Prozent", 3.5, "percent", "de"),
    ("1,5 Millionen Euro", 1_500_000, "", "de"),
    ("2,5 млн человек", 2_500_000, "", "ru"),
    ("1 200 человек", 1200, "", "ru"),
    ("१,२०० लोग", 1200, "", "hi"),
    ("१२ लाख", 1_200_000, "", "hi"),
    ("١٬٢٠٠ شخص", 1200, "", "ar"),
    ("۱۲۰۰ نفر", 1200, "", "fa"),
    ("一千二百人", 1200, "", "zh"),
    ("3万5千人", 35_000, "", "ja"),
    ("約3万5千人が", 35_000, "", "ja"),
    ("1200万人", 12_000_000, "", "zh"),
    ("2.5亿元", 250_000_000, "", "zh"),
    ("三百五十", 350, "", "zh"),
    ("两百", 200, "", "zh"),
    ("二〇二四年", 2024, "", "zh"),
    ("十二人", 12, "", "zh"),
    ("二十", 20, "", "ja"),
    ("一亿两千万", 120_000_000, "", "zh"),
    ("3만 5천 명", 35_000, "", "ko"),
    ("1,200명", 1200, "", "ko"),
    ("삼백 명", 300, "", "ko"),
    ("zwei Wochen", 2, "", "de"),
    ("deux semaines", 2, "", "fr"),
    ("zwölf", 12, "", "de"),
    ("vingt et un", 21, "", "fr"),
    ("doce", 12, "", "es"),
    ("двенадцать", 12, "", "ru"),
    ("a century", 100, "years", "en"),
    ("a decade", 10, "years", "en"),
    ("a fortnight", 14, "days", "en"),
    ("a week", 7, "days", "en"),
    ("48 hours", 2, "days", "en"),
    ("nine hundred ninety-nine", 999, "", "en"),
    ("zero tolerance", 0, "", "en"),
    ("a million dollars", 1_000_000, "dollars", "en"),
    ("one million", 1_000_000, "", "en"),
    ("1.5 billion", 1_500_000_000, "", "en"),
    ("10 km", 10, "km", "en"),
    ("10 km", 10_000, "metres", "en"),
    ("100 square kilometres", 100, "square kilometres", "en"),
    ("20-year-old", 20, "years", "en"),
    ("a 20-year-old", 20, "", "en"),
    ("$1", 1, "", "en"),
    ("5 to 10 percent", 5, "percent", "en"),
    ("2.000.000", 2_000_000, "", "de"),
    ("1'200", 1200, "", "de-CH"),
    ("1’200 Franken", 1200, "", "de"),
    ("1.234,56", 1234.56, "", "de"),
    ("1,234.56", 1234.56, "", "en"),
    ("half a million", 500_000, "", "en"),
    ("a quarter of a million", 250_000, "", "en"),
    ("three quarters", 75, "percent", "en"),
    ("three-quarters of the village", 0.75, "", "en"),
    ("a couple of weeks", 2, "weeks", "en"),
    ("500,000-strong", 500_000, "", "en"),
    ("0.5 percent", 0.5, "percent", "en"),
    ("0.5 percentage points", 0.5, "percentage points", "en"),
    ("two million tonnes", 2_000_000, "tonnes", "en"),
    ("2 million tonnes", 2, "million tonnes", "en"),
    ("10 thousand tons", 10_000, "tons", "en"),
    ("155mm shells", 155, "mm", "en"),
    ("155-mm shells", 155, "mm", "en"),
    ("155 millimeter", 155, "mm", "en"),
    ("5,000km", 5000, "km", "en"),
    ("25 percent", 25, "%", "en"),
    ("25 Prozent", 25, "percent", "de"),
    ("25 pour cent", 25, "percent", "fr"),
    ("25 %", 25, "percent", "fr"),
    ("1/3", 0.3333333333333333, "", "en"),
    ("two hundred thousand", 200_000, "", "en"),
    ("3 million euros", 3_000_000, "euros", "en"),
    ("four times", 4, "times", "en"),
    ("Twenty", 20, "", "en"),
    ("ONE HUNDRED", 100, "", "en"),
    ("2 tys. osób", 2000, "", "pl"),
    ("1,5 tys.", 1500, "", "pl"),
    ("25 тыс. рублей", 25_000, "", "ru"),
    ("1.2 million to 1.4 million", 1_400_000, "", "en"),
    ("The numbers were 12, 15 and 18", 12, "", "en"),
    ("In May 2024 3,000 people", 3000, "", "en"),
    ("–7 degrees", -7, "degrees", "en"),
    ("five-and-a-half hours", 5.5, "hours", "en"),
    ("1 million and a half", 1_500_000, "", "en"),
    ("a million and a half", 1_500_000, "", "en"),
    ("3 crore 20 lakh people", 32_000_000, "people", "en"),
    ("two thousand, three hundred", 2300, "", "en"),
    ("at that point two people died", 2, "people", "en"),
    ("20 percent", 20, "% of voters", "en"),
    ("20 %", 20, "Prozent", "de"),
    ("5 Millionen große Minen", 5_000_000, "", "de"),
    ("eine halbe Million", 500_000, "", "de"),
    ("1 Billion Euro", 1_000_000_000_000, "Euro", "de"),
    ("six billions", 6_000_000_000_000, "", "fr"),
    ("1 millón y medio", 1_500_000, "", "es"),
    ("5 mil", 5, "mil", "sv"),
    ("1 mil 200 personas", 1200, "", "es"),
    ("un demi-million", 500_000, "", "fr"),
    ("2 bin 300 kişi", 2300, "", "tr"),
    ("百分之二十", 20, "percent", "zh"),
    ("约三分之一的人", 0.3333333333333333, "", "zh"),
    ("共有五百人", 500, "", "zh"),
    ("約千人", 1000, "", "ja"),
    ("3만 5000명", 35_000, "", "ko"),
]
NOT_CARRIED: list[tuple[str, float, str, str]] = [
    ("On Oct. 7 251 hostages were taken", 7251, "hostages", "en"),
    ("On 7 251 hostages were taken", 251, "hostages", "en"),
    ("twenty-odd mines", 20, "", "en"),
    ("dozens of mines", 12, "", "en"),
    ("thousands of mines", 1000, "", "en"),
    ("4:30 p.m.", 4, "", "en"),
    ("4:30", 30, "", "en"),
    ("4:30", 4.3, "", "en"),
    ("version 1.2.3", 1.2, "", "en"),
    ("1.2.3", 2.3, "", "en"),
    ("1,2,3", 12, "", "en"),
    ("1,2,3", 123, "", "en"),
    ("12/5/2024", 12, "", "en"),
    ("2024-11-20", 11, "", "en"),
    ("2024-11-20", 20, "", "en"),
    ("2024-11-20", -11, "", "en"),
    ("1,200 mines", 200, "", "en"),
    ("1,200 mines", 1.2, "", "en"),
    ("1,200 mines", 1, "", "en"),
    ("3.5%", 5, "percent", "en"),
    ("3.5%", 35, "percent", "en"),
    ("$275 million", 275, "US dollars", "en"),
    ("$275 million", 275_000, "", "en"),
    ("two weeks", 2, "months", "en"),
    ("two weeks", 3, "weeks", "en"),
    ("half a century", 100, "years", "en"),
    ("a hundred and one", 100, "", "en"),
    ("twenty-one", 20, "", "en"),
    ("twenty-one", 1, "", "en"),
    ("one thousand two hundred", 200, "", "en"),
    ("one thousand two hundred", 1000, "", "en"),
    ("someone", 1, "", "en"),
    ("no one", 1, "", "en"),
    ("1.2 thousand", 1.2, "", "en"),
    ("2.5m", 2.5, "", "en"),
    ("B-52 bombers", 52, "", "en"),
    ("F-16 jets", 16, "", "en"),
    ("F-16s", -16, "", "en"),
    ("Covid-19", 19, "", "en"),
    ("MH17", 17, "", "en"),
    ("T-72", 72, "", "en"),
    ("the second time", 2, "seconds", "en"),
    ("Area 51", 52, "", "en"),
    ("3万5千", 3, "", "ja"),
    ("3万5千", 5000, "", "ja"),
    ("3万5千", 30_000, "", "ja"),
    ("一千二百", 1000, "", "zh"),
    ("一千二百", 200, "", "zh"),
    ("万一", 10_000, "", "zh"),
    ("一千二百", 1, "", "zh"),
    ("about 12 to 14", 13, "", "en"),
    ("zweihundert", 2, "", "de"),
    ("neunundzwanzig", 20, "", "de"),
    ("einundzwanzig", 1, "", "de"),
    ("vingt et un", 1, "", "fr"),
    ("vingt et un", 20, "", "fr"),
    ("двадцать один", 20, "", "ru"),
    ("twelve hundred", 12, "", "en"),
    ("3-4 million", 3, "", "en"),
    ("hundred-year", 1, "", "en"),
    ("1.200 Menschen", 1.2, "", "de"),
    ("1,200", 1.2, "", "en"),
    ("1 200", 200, "", "fr"),
    ("1 200", 1, "", "fr"),
    ("20 metres", 20_000_000, "", "en"),
    ("5 m", 5_000_000, "metres", "en"),
    ("155mm", 155_000_000, "", "en"),
    ("more than a million", 1, "", "en"),
    ("millionaire", 1_000_000, "", "en"),
    ("tens of thousands", 10_000, "", "en"),
    ("several hundred", 100, "", "en"),
    ("a few hundred", 100, "", "en"),
    ("some 200", 2, "", "en"),
    ("point two", 2, "", "en"),
    ("iPhone 15", 1, "", "en"),
    ("one-third", 1, "", "en"),
    ("two-thirds", 2, "", "en"),
    ("1/3", 3, "", "en"),
    ("1/3", 1, "", "en"),
    ("1½", 1, "", "en"),
    ("15-minute", -15, "", "en"),
    ("10-20", -20, "", "en"),
    ("from 10-20", -20, "", "en"),
    ("it was −5 degrees", 5, "degrees", "en"),
    ("−5 degrees", 5, "degrees", "en"),
    ("it was –7 degrees", 7, "degrees", "en"),
    ("零下7度", 7, "", "zh"),
    ("氷点下４度", 4, "", "ja"),
    ("영하 12도", 12, "", "ko"),
    ("par moins 12 degrés", 12, "", "fr"),
    ("menos 12 grados", 12, "", "es"),
    ("eksi 12 derece", 12, "", "tr"),
    ("12 degrees below zero", 12, "degrees", "en"),
    ("12°C below zero", 12, "degrees", "en"),
    ("12 grados bajo cero", 12, "", "es"),
    ("a $275 million aid package", 275_000_000, "euros", "en"),
    ("a $275 million aid package", 275, "million euros", "en"),
    ("a €275 million aid package", 275_000_000, "US dollars", "en"),
    ("a £275 million aid package", 275_000_000, "US dollars", "en"),
    ("an A$275 million package", 275_000_000, "US dollars", "en"),
    ("275 million euros", 275_000_000, "US dollars", "en"),
    ("275 million dollars", 275_000_000, "euros", "en"),
    ("275 Mio. Euro", 275_000_000, "US dollars", "de"),
    ("275 млн рублей", 275_000_000, "US dollars", "ru"),
    ("Rs 5 crore", 50_000_000, "US dollars", "en"),
    ("EUR 5 million", 5_000_000, "US dollars", "en"),
    ("600 hectares", 600, "acres", "en"),
    ("5 Stunden", 5, "Tage", "de"),
    ("5 часов", 5, "дней", "ru"),
    ("5公里", 5, "米", "zh"),
    ("5小时", 5, "天", "zh"),
    ("147 km/h", 147, "mph", "en"),
    ("147 km per hour", 147, "miles per hour", "en"),
    ("340 km²", 340, "km", "en"),
    ("5 percent", 5, "percentage points", "en"),
    ("5 percentage points", 5, "percent", "en"),
    ("5‰", 5, "percent", "en"),
    ("5-10 km", 5, "miles", "en"),
    ("fünf Stunden", 5, "Tage", "de"),
    ("1,200 personas", 1.2, "", "es-MX"),
    ("1.200 شخص", 1.2, "", "ar-MA"),
    ("۳/۵ درصد", 0.6, "percent", "fa"),
    ("１，２３４人", 234, "", "ja"),
    ("１．５億円", 500_000_000, "", "ja"),
    ("１．５億円", 1.5, "", "ja"),
    ("£1·5 million", 5_000_000, "", "en"),
    ("2 1/2 miles", 0.5, "miles", "en"),
    ("năm 2023", 5, "", "vi"),
    *((f"12{blank}500 Euro", 500, "", language) for language in "de es it pt en ka hy fr".split() for blank in " \u00a0\u202f\u2009"),
    *(("12\u00a0500", 500, "", language) for language in "ar fa hi zh th".split()),
    ("five-and-a-half hours", 5, "hours", "en"),
    ("Of the twenty, five died", 25, "", "en"),
    ("20 per cent", 20, "people", "en"),
    ("50 per 1,000 people", 1000, "people", "en"),
    ("5  million", 5, "", "en"),
    ("3 crore 20 lakh", 30_000_000, "", "en"),
    ("5 Millionen große Minen", 5, "", "de"),
    ("1 Billion Euro", 1_000_000_000, "Euro", "de"),
    ("des billions", 1_000_000_000, "", "fr"),
    ("six billions", 6_000_000_000, "", "fr"),
    ("deux mille femmes", 1000, "", "fr"),
    ("1 millón y medio", 1_000_000, "", "es"),
    ("2 bin 300 kişi", 2000, "", "tr"),
    ("dos millones y medio", 2_000_000, "", "es"),
    ("dos y medio millones", 500_000, "", "es"),
    ("三分之一", 3, "", "zh"),
    ("三分之一", 1, "", "zh"),
    ("百分之三点五", 3, "percent", "zh"),
    ("统一", 1, "", "zh"),
    ("2024年11月20日", 11, "", "zh"),
    ("2024年11月20日", 20, "", "zh"),
    ("3만 5000명", 30_000, "", "ko"),
]
NEVER_ENDING = [(1_234_567, ""), (1_999_999, ""), (12_345_678, ""), (1, "million birr")]
SCALED = """
1e2: th 5 ร้อยคน
1e3: tr 5 bin, uk 5 тисяч, uk 2 тисячі, el 5 χιλιάδες, th 5 พันคน, cs 5 tisíc, cs 2 tisíce, hu 5 ezer, ro 5 mii, ro 1 mie, id 5 ribu
1e3: vi 5 nghìn, vi 5 ngàn, fa 5 هزار, hi 5 हज़ार, nl 5 duizend, sv 5 tusen, fi 5 tuhatta, da 5 tusind
1e4: th 5 หมื่นคน
1e5: th 5 แสนคน, hi 5 लाख
1e6: tr 5 milyon, uk 5 мільйонів, el 5 εκατομμύρια, el 5 εκατ., th 5 ล้านคน, cs 1 milion, hu 5 millió, ro 5 milioane, ro 1 milion
1e6: id 5 juta, vi 5 triệu, fa 5 میلیون, nl 5 miljoen, sv 5 miljoner, fi 5 miljoonaa, da 5 mio., no 5 millioner
1e7: hi 5 करोड़
1e9: en 1 billion, pt 5 bilhões, tr 5 milyar, uk 2 мільярди, el 5 δισεκατομμύρια, el 5 δισ., cs 2 miliardy, cs 1 miliarda, hu 5 milliárd
1e9: ro 2 miliarde, ro 1 miliard, id 5 miliar, vi 5 tỷ, fa 5 میلیارد, hi 5 अरब, nl 5 miljard, sv 5 miljarder, da 5 mia., fi 5 miljardia
1e11: hi 5 खरब
1e12: en 2 trillion, es 2 billones, es 1 billón, ru 3 триллиона, pt 2 trilhões, tr 2 trilyon, uk 2 трильйони, id 5 triliun, fa 5 تریلیون
1e12: de 5 Billionen, fr 1 billion, fr 5 billions, it 1 bilione, it 5 bilioni, nl 5 biljoen, sv 5 biljoner, da 5 billioner, no 1 billion
1e12: cs 1 bilion, hu 5 billió, pl 5 bilionów, fi 5 biljoonaa
1e18: de 1 Trillion, de 2 Trillionen
"""
RANGES: list[tuple[str, float | None, float | None, str, str]] = [
    ("anywhere from 4 hours to 2 weeks", 4, 336, "hours", "en"),
    ("£3–4 million", 3_000_000, 4_000_000, "", "en"),
    ("between two and three weeks", 2, 3, "weeks", "en"),
    ("between 10 and 20 percent", 10, 20, "percent", "en"),
    ("5-10 years", 5, 10, "years", "en"),
    ("$3 million to $4 million", 3_000_000, 4_000_000, "", "en"),
    ("$3-$4 million", 3_000_000, 4_000_000, "", "en"),
    ("10 to 15 thousand", 10_000, 15_000, "", "en"),
    ("more than 1,200", 1200, None, "", "en"),
    ("up to 20", None, 20, "", "en"),
    ("thousands of mines", 1000, None, "", "en"),
    ("from 3 to 5 km", 3, 5, "km", "en"),
    ("zwischen 3 und 5 Wochen", 3, 5, "", "de"),
    ("de 3 à 5 millions", 3_000_000, 5_000_000, "", "fr"),
    ("от 3 до 5 млн", 3_000_000, 5_000_000, "", "ru"),
    ("3至5天", 3, 5, "", "zh"),
    ("3〜5日", 3, 5, "", "ja"),
    ("two or three weeks", 2, 3, "weeks", "en"),
    ("at least 20", 20, None, "", "en"),
    ("hours to weeks", None, None, "", "en"),
    ("tens of thousands", 10_000, None, "", "en"),
    ("dozens", 12, None, "", "en"),
    ("three- to five-year", 3, 5, "years", "en"),
    ("6 to 8 per cent", 6, 8, "percent", "en"),
    ("1,000–1,200", 1000, 1200, "", "en"),
    ("2022–2024", 2022, 2024, "", "en"),
    ("-5 to 5 degrees", -5, 5, "", "en"),
    ("between −10 and −5", -10, -5, "", "en"),
    ("zwei bis drei Wochen", 2, 3, "", "de"),
    ("More than 37 people", 37, None, "", "en"),
    ("up to $37 million", None, 37_000_000, "", "en"),
    ("no more than 37 people", None, 37, "", "en"),
    ("no fewer than 37 people", 37, None, "", "en"),
    ("не менее 37 человек", 37, None, "", "ru"),
    ("不超过37人", None, 37, "", "zh"),
    ("more than 10 and up to 35 people", 10, 35, "", "en"),
    ("nearly 37 people", None, 37, "", "en"),
    ("50 people or more", 50, None, "", "en"),
    ("50 at most", None, 50, "", "en"),
    ("killed 50, at least 20 of them children", None, 50, "", "en"),
    ("killed 50 at least 20 of them children", None, 50, "", "en"),
    ("50人以上", 50, None, "", "zh"),
    ("50명 이상", 50, None, "", "ko"),
    ("50 ou moins", None, 50, "", "fr"),
]
NO_RANGES: list[tuple[str, float | None, float | None, str, str]] = [
    ("4 hours to 2 weeks", 4, 2, "hours", "en"),
    ("from 5 to 3", 3, 5, "", "en"),
    ("£3–4 million", 3, 4_000_000, "", "en"),
    ("between two and three weeks", 3, 2, "weeks", "en"),
    ("10 to 15", 10, 16, "", "en"),
    ("up to 20", 20, 30, "", "en"),
    ("thousands", None, 1000, "", "en"),
    ("12", 12, 12.5, "", "en"),
    ("More than 37 people", None, 37, "", "en"),
    ("more than $37 million", None, 37_000_000, "", "en"),
    ("Up to 37 people", 37, None, "", "en"),
    ("no more than 37 people", 37, None, "", "en"),
    ("no fewer than 37 people", None, 37, "", "en"),
    ("mehr als 37 Menschen", None, 37, "", "de"),
    ("bis zu 37 Menschen", 37, None, "", "de"),
    ("au moins 37 personnes", None, 37, "", "fr"),
    ("не менее 37 человек", None, 37, "", "ru"),
    ("не более 37 человек", 37, None, "", "ru"),
    ("至少37人", None, 37, "", "zh"),
    ("最多37人", 37, None, "", "zh"),
    ("10 died in 2020, and 35 fled", 10, 35, "", "en"),
    ("50 people or more", None, 50, "", "en"),
    ("50 at most", 50, None, "", "en"),
    ("50人以上", None, 50, "", "zh"),
    ("50人以下", 50, None, "", "ja"),
    ("50명 이상", None, 50, "", "ko"),
    ("50 Menschen oder mehr", None, 50, "", "de"),
    ("50 ou moins", 50, None, "", "fr"),
]


@pytest.mark.parametrize("mark", [".", ",", "!", "”", ",” he said", ")", "’ notice", "-long", "…", ": no"])
def test_a_mark_behind_a_unit_is_no_part_of_it(mark: str) -> None:
    assert carries(f"for 2 weeks{mark}", 336, "hours", "en")
    assert carries("for 2 weeks", 336, "hours", "en", "", mark)
    assert not carries(f"für 2 Stunden{mark}", 2, "days", "de")


def test_the_unit_beside_the_words_counts() -> None:
    assert not carries("275 million", 275_000_000, "euros", "en", "a $", " package")
    assert not carries("275", 275, "days", "en", "some ", " hours")
    assert carries("275", 275, "hours", "en", "some ", " hours")


def test_a_day_of_a_month_is_no_part_of_the_number_behind_it() -> None:
    assert carries("251 hostages", 251, "hostages", "en", "On May 7 ", " were")
    assert not cuts("251 hostages", "en", "On May 7 ", " were")
    assert cuts("251 hostages", "en", "On 7 ", " were")


@pytest.mark.parametrize(("words", "value", "unit", "language"), CARRIED)
def test_words_that_carry_a_number(words: str, value: float, unit: str, language: str) -> None:
    assert carries(words, value, unit, language)


@pytest.mark.parametrize(("words", "value", "unit", "language"), NOT_CARRIED)
def test_words_that_carry_another_number_or_none(words: str, value: float, unit: str, language: str) -> None:
    assert not carries(words, value, unit, language)


@pytest.mark.parametrize(
    ("scale", "language", "number", "words"),
    [(float(line.split(": ")[0]), *one.split(" ", 2)) for line in SCALED.strip().splitlines() for one in line.split(": ")[1].split(", ")],
)
def test_a_scale_means_what_it_does_in_its_language(scale: float, language: str, number: str, words: str) -> None:
    assert carries(f"{number} {words}", int(number) * scale, "", language)
    assert not carries(f"{number} {words}", int(number), "", language)
    assert not carries(number, int(number), "", language, "", f" {words}")


@pytest.mark.parametrize(("words", "low", "high", "unit", "language"), RANGES)
def test_words_that_carry_both_ends(words: str, low: float | None, high: float | None, unit: str, language: str) -> None:
    assert carries_range(words, low, high, unit, language)


@pytest.mark.parametrize(("words", "low", "high", "unit", "language"), NO_RANGES)
def test_words_that_do_not_carry_both_ends(words: str, low: float | None, high: float | None, unit: str, language: str) -> None:
    assert not carries_range(words, low, high, unit, language)


@pytest.mark.parametrize(("value", "unit"), NEVER_ENDING)
def test_no_number_is_written_out_without_an_end(value: float, unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(num2words, "num2words", lambda n, **_: n < 1e6 or pytest.fail("it would never end"))
    assert not carries("ጉዳቱ 1,234,568 ብር ደርሷል", value, unit, "am")
    assert carries("ጉዳቱ 1,234,568 ብር ደርሷል", 1_234_568, "birr", "am")


@given(st.integers(0, 10**12))
def test_a_number_printed_with_groups_carries_itself_and_no_neighbour(number: int) -> None:
    assert carries(f"{number:,} mines", number, "mines", "en")
    assert carries(f"{number:,} Minen".replace(",", "."), number, "", "de")
    assert carries(f"{number:,} мин".replace(",", "\u202f"), number, "", "ru")
    assert not carries(f"{number:,} mines", number + 1, "mines", "en")


@given(
    st.text(max_size=80),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(["", "weeks", "million"]),
    st.sampled_from("en de zh xx".split()),
)
def test_no_words_break_it(words: str, value: float, unit: str, language: str) -> None:
    carries(words, value, unit, language)
    carries_range(words, value, value, unit, language)


@pytest.mark.parametrize(
    "language", ["de", "fr", "es", "it", "nl", "da", "sv", "pl", "ru", "uk", "tr", "hu", "cs", "ar", "bn", "ko", "id", "vi"]
)
def test_every_number_that_a_language_writes_out_is_looked_at_where_words_may_cut_it(language: str) -> None:
    for number in range(1, 1000):
        word = unicodedata.normalize("NFC", num2words.num2words(number, lang=language).split()[-1])
        if len(word) < LONGEST_WORD:
            assert may_cut(f"{word} {word}", len(word), len(word) + 1, language), word
