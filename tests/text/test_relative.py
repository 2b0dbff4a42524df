"""Words for dates in an article of Wednesday, 20 November 2024: what they come to, and what is no date at all."""

from __future__ import annotations

import re
from datetime import date as Day
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.model import Date
from site_builder.text.calendar import LANGUAGES, reader
from site_builder.text.dated import absolute_dates, dates_in
from site_builder.text.dates import span
from site_builder.text.relative import relative_dates
from tests.pace import LINEAR, growth

WEDNESDAY = "2024-11-20"
WEEK = "2024-11-18/2024-11-24"
LAST_WEEK = "2024-11-11/2024-11-17"
NEXT_WEEK = "2024-11-25/2024-12-01"
TABLE = re.compile(r"^(?P<text>.+?)(?: → (?P<dates>.*))?$", re.M)

# A line is a text and, behind the arrow, the dates in it; a line without arrow has none.
SAID = {
    "en": f"""
Voting takes place on Friday → [2024-11-15,2024-11-22]
The sign hung there on Friday → 2024-11-15
Austin said Wednesday → 2024-11-20
Austin told reporters on Wednesday that the mines will be sent → 2024-11-20
The U.S. will send the mines, Austin said Tuesday. → 2024-11-19
On Tuesday, Russian President Vladimir Putin signed a decree → 2024-11-19
a report released Wednesday by the campaign → 2024-11-20
The strike on Sunday killed 12 people → 2024-11-17
officials said late on Thursday → 2024-11-14
The ministers will meet Friday in Brussels → 2024-11-22
The council is to vote on Monday → 2024-11-25
The bill will be signed on Wednesday → 2024-11-20
The hearing is scheduled for Thursday → 2024-11-21
The treaty, which will be signed on Friday, was drafted → 2024-11-22
He is in Laos on Thursday → [2024-11-14,2024-11-21]
They met last Tuesday → [2024-11-12,2024-11-19]
They met last Friday → 2024-11-15
They met last Wednesday → 2024-11-13
They will meet next Monday → 2024-11-25
They will meet next Friday → [2024-11-22,2024-11-29]
They will meet this Friday → 2024-11-22
Yesterday the minister resigned → 2024-11-19
the day before yesterday he resigned → 2024-11-18
He resigned last night → 2024-11-19
He said today that it was over → 2024-11-20
It will open tomorrow → 2024-11-21
This week, Kyiv fired missiles → {WEEK}
It came earlier this week. → {WEEK}
It came last week → {LAST_WEEK}
They will vote next week → {NEXT_WEEK}
It fell earlier this month → 2024-11
It fell last month → 2024-10
It ends next month → 2024-12
criticized last year for supplying Ukraine → 2023
before Trump assumes office next January → 2025-01
It began last November → 2023-11
It began last October → [2023-10,2024-10]
It closes next December → [2024-12,2025-12]
It opened two days ago → 2024-11-18
It opened 3 days ago → 2024-11-17
It opened 10 days ago → 2024-11-10~
It opened a week ago → 2024-11-13~
It opened three weeks ago → 2024-10-30~
It opened two months ago → 2024-09~
It opened a year ago → 2023~
It opened five years ago → 2019~
In March, Biden announced a ban → 2024-03
It will open in December → 2024-12
It opened in December → ?
The prices in May are high → ?
said on Wednes­day
over the last year prices rose
in the last 10 years prices rose
the last week of the campaign was hard
prices rose within last year limits
The Sunday Times reported it
sales on Black Friday were low
the Good Friday Agreement was signed
She played Wednesday Addams
He wrote for the Mail on Sunday
he is one of yesterday's men
He spoke to the Today programme
USA Today reported it
Today, Laos is still recovering from the bombing
today's world is another
They meet every Wednesday
They meet on Wednesdays
They worked Monday to Friday
It must be done by Friday
They waited until Thursday
the following Monday they left
one Friday they left
It was more than two years ago
It was 100 years ago
It was several weeks ago
two and a half years ago it began
Wednesday, Nov. 13, was cold
Wednesday, 13 November, was cold
He may march on the capital
This may be so
This March on Washington drew thousands
""",
    "de": f"""
Das Treffen findet am Freitag statt → [2024-11-15,2024-11-22]
Der Rat stimmt am Freitag ab → [2024-11-15,2024-11-22]
Der Rat stimmte am Freitag ab → 2024-11-15
sagte er am Mittwoch → 2024-11-20
Das teilte die Polizei am Dienstagabend mit. → 2024-11-19
Am Freitag wird der Bundestag abstimmen → 2024-11-22
Am Sonntag starben zwölf Menschen → 2024-11-17
Sie kamen am vergangenen Freitag → 2024-11-15
gestern kamen sie an → 2024-11-19
vorgestern kamen sie an → 2024-11-18
Das gab er heute bekannt → 2024-11-20
in dieser Woche starben viele → {WEEK}
vergangene Woche starben viele → {LAST_WEEK}
kommende Woche → {NEXT_WEEK}
im vergangenen Monat → 2024-10
Im vergangenen Jahr → 2023
in diesem Jahr → 2024
im nächsten Januar → 2025-01
im kommenden Jahr → 2025
vor zwei Tagen → 2024-11-18
vor einer Woche → 2024-11-13~
vor drei Jahren → 2021~
Im März hatte er das verkündet → 2024-03
Das Europa von morgen
Am Morgen kam er an
Am Mittwoch, dem 13. November
jeden Mittwoch
montags bleibt es zu
am Aschermittwoch
vor mehr als zwei Jahren
in den letzten zehn Jahren
Noch heute leben sie dort
die Sonntagszeitung
""",
    "nl": f"""
De Kamer stemt vrijdag → [2024-11-15,2024-11-22]
zei hij woensdag → 2024-11-20
Dinsdag ondertekende Poetin een decreet → 2024-11-19
Vrijdag zal de Kamer stemmen → 2024-11-22
gisteren kwam hij aan → 2024-11-19
eergisteren → 2024-11-18
vorige week → {LAST_WEEK}
deze week → {WEEK}
vorig jaar → 2023
vorige maand → 2024-10
volgend jaar → 2025
twee dagen geleden → 2024-11-18
een jaar geleden → 2023~
afgelopen vrijdag → 2024-11-15
elke woensdag
Goede Vrijdag
woensdagen zijn druk
woensdag 13 november
meer dan twee jaar geleden
goedemorgen
""",
    "fr": f"""
Le vote est prévu vendredi → 2024-11-22
Le conseil se réunit vendredi → [2024-11-15,2024-11-22]
a-t-il déclaré mercredi → 2024-11-20
Mardi, le président a signé un décret → 2024-11-19
Le Parlement votera vendredi → 2024-11-22
Le texte sera signée jeudi → 2024-11-21
hier, il a démissionné → 2024-11-19
avant-hier → 2024-11-18
Il l’a annoncé aujourd’hui → 2024-11-20
cette semaine → {WEEK}
la semaine dernière → {LAST_WEEK}
la semaine prochaine → {NEXT_WEEK}
le mois dernier → 2024-10
l’année dernière → 2023
l'an dernier → 2023
l’an prochain → 2025
en janvier prochain → 2025-01
il y a deux jours → 2024-11-18
il y a une semaine → 2024-11-13~
il y a trois ans → 2021~
vendredi dernier → 2024-11-15
le mercredi, il travaille
chaque mercredi
tous les mardis
Mardi gras
mercredi 13 novembre
jusqu’à vendredi
au cours de l’année dernière
le monde de demain
il y a plus de deux ans
le Journal du Dimanche
""",
    "es": f"""
El Congreso vota el viernes → [2024-11-15,2024-11-22]
dijo el miércoles → 2024-11-20
El martes, Putin firmó un decreto → 2024-11-19
El viernes se votará → 2024-11-22
ayer dimitió → 2024-11-19
anteayer → 2024-11-18
Lo anunció hoy → 2024-11-20
esta semana → {WEEK}
la semana pasada → {LAST_WEEK}
la próxima semana → {NEXT_WEEK}
el mes pasado → 2024-10
el año pasado → 2023
el próximo año → 2025
el próximo enero → 2025-01
hace dos días → 2024-11-18
hace un año → 2023~
el pasado viernes → 2024-11-15
Se votará mañana → 2024-11-21
por la mañana
los miércoles trabaja
Viernes Santo
el miércoles 13 de noviembre
hoy en día
hace más de dos años
en los últimos diez años
""",
    "it": f"""
La Camera vota venerdì → [2024-11-15,2024-11-22]
ha detto mercoledì → 2024-11-20
Martedì il presidente ha firmato un decreto → 2024-11-19
Il voto si terrà venerdì → 2024-11-22
ieri si è dimesso → 2024-11-19
l’altro ieri → 2024-11-18
questa settimana → {WEEK}
la scorsa settimana → {LAST_WEEK}
lo scorso mese → 2024-10
l’anno scorso → 2023
il prossimo anno → 2025
gennaio prossimo → 2025-01
due giorni fa → 2024-11-18
una settimana fa → 2024-11-13~
tre anni fa → 2021~
ogni mercoledì
il mercoledì lavora
Venerdì Santo
mercoledì 13 novembre
negli ultimi dieci anni
""",
    "pt": f"""
A Câmara vota na sexta-feira → [2024-11-15,2024-11-22]
disse na quarta-feira → 2024-11-20
Na terça-feira, Putin assinou um decreto → 2024-11-19
O texto será votado na sexta-feira → 2024-11-22
ontem demitiu-se → 2024-11-19
anteontem → 2024-11-18
esta semana → {WEEK}
na semana passada → {LAST_WEEK}
no mês passado → 2024-10
no ano passado → 2023
no próximo ano → 2025
há dois dias → 2024-11-18
há um ano → 2023~
às quartas-feiras
na segunda fase
Sexta-feira Santa
na quarta-feira, 13 de novembro
hoje em dia
de manhã
nos últimos dez anos
""",
    "pl": f"""
Sejm zagłosuje w piątek → [2024-11-15,2024-11-22]
powiedział w środę → 2024-11-20
We wtorek Putin podpisał dekret → 2024-11-19
W piątek odbędzie się głosowanie → 2024-11-22
wczoraj zrezygnował → 2024-11-19
przedwczoraj → 2024-11-18
w tym tygodniu → {WEEK}
w zeszłym tygodniu → {LAST_WEEK}
w przyszłym tygodniu → {NEXT_WEEK}
w ubiegłym miesiącu → 2024-10
w zeszłym roku → 2023
w przyszłym roku → 2025
dwa dni temu → 2024-11-18
rok temu → 2023~
tydzień temu → 2024-11-13~
W marcu ogłosił zakaz → 2024-03
w każdą środę
do piątku
w środę, 13 listopada
ponad dwa lata temu
od poniedziałku do piątku
w ciągu ostatnich dziesięciu lat
""",
    "ru": f"""
Суд вынесет решение в пятницу → [2024-11-15,2024-11-22]
заявил в среду → 2024-11-20
Во вторник президент Путин подписал указ → 2024-11-19
Голосование пройдёт в пятницу → 2024-11-22
Указ будет подписан в четверг → 2024-11-21
вчера он ушёл в отставку → 2024-11-19
позавчера → 2024-11-18
Об этом он сообщил сегодня → 2024-11-20
на этой неделе → {WEEK}
на прошлой неделе → {LAST_WEEK}
на следующей неделе → {NEXT_WEEK}
в прошлом месяце → 2024-10
в прошлом году → 2023
в следующем году → 2025
два дня назад → 2024-11-18
неделю назад → 2024-11-13~
год назад → 2023~
в прошлую пятницу → 2024-11-15
В марте он объявил о запрете → 2024-03
в следующем январе → 2025-01
по средам
в среду обитания
каждую среду
в среду, 13 ноября
за последние десять лет
более двух лет назад
до пятницы
среда обитания
""",
    "uk": f"""
заявив у середу → 2024-11-20
У вівторок президент підписав указ → 2024-11-19
Голосування відбудеться у п’ятницю → 2024-11-22
вчора він пішов у відставку → 2024-11-19
позавчора → 2024-11-18
цього тижня → {WEEK}
минулого тижня → {LAST_WEEK}
наступного тижня → {NEXT_WEEK}
минулого місяця → 2024-10
торік → 2023
минулого року → 2023
наступного року → 2025
два дні тому → 2024-11-18
тиждень тому → 2024-11-13~
рік тому → 2023~
щосереди
кожну середу
у середу, 13 листопада
за останні десять років
середовище
""",
    "tr": f"""
Toplantı cuma günü yapılacaktır → 2024-11-22
Toplantı cuma günü yapıldı → 2024-11-15
Dava cuma günü görülüyor → [2024-11-15,2024-11-22]
Çarşamba günü açıkladı → 2024-11-20
Salı günü Putin kararnameyi imzaladı → 2024-11-19
Oylama Cuma günü yapılacak → 2024-11-22
Pazartesi günü geldi → 2024-11-18
dün istifa etti → 2024-11-19
bu hafta → {WEEK}
geçen hafta → {LAST_WEEK}
geçen ay → 2024-10
geçen yıl → 2023
gelecek yıl → 2025
iki gün önce → 2024-11-18
bir yıl önce → 2023~
her Çarşamba
Kara Cuma
dünya haberleri
13 Kasım Çarşamba günü
""",
    "ar": f"""
وسيصل الوفد يوم الجمعة → 2024-11-22
وتعقد الجلسة يوم الجمعة → [2024-11-15,2024-11-22]
قال الأربعاء إن → 2024-11-20
وقع بوتين يوم الثلاثاء مرسوما → 2024-11-19
سوف يجتمع المجلس يوم الجمعة → 2024-11-22
أعلن أمس الثلاثاء → 2024-11-19
استقال أمس → 2024-11-19
أول أمس → 2024-11-18
هذا الأسبوع → {WEEK}
الأسبوع الماضي → {LAST_WEEK}
الأسبوع المقبل → {NEXT_WEEK}
الشهر الماضي → 2024-10
العام الماضي → 2023
العام المقبل → 2025
في يناير المقبل → 2025-01
قبل يومين → 2024-11-18
قبل أسبوع → 2024-11-13~
قبل ثلاث سنوات → 2021~
الجمعة الماضي → 2024-11-15
كل يوم جمعة
الجمعة العظيمة
في اليوم التالي
خلال السنوات العشر الماضية
""",
    "fa": f"""
جلسه روز جمعه برگزار می‌شود → [2024-11-15,2024-11-22]
روز چهارشنبه گفت → 2024-11-20
روز سه‌شنبه پوتین فرمانی را امضا کرد → 2024-11-19
دیروز استعفا داد → 2024-11-19
این هفته → {WEEK}
هفته گذشته → {LAST_WEEK}
ماه گذشته → 2024-10
سال گذشته → 2023
سال آینده → 2025
دو روز پیش → 2024-11-18
سه سال پیش → 2021~
هر چهارشنبه
نماز جمعه
طی دو سال گذشته
""",
    "ur": f"""
انہوں نے بدھ کو کہا → 2024-11-20
منگل کے روز پوتن نے دستخط کیے → 2024-11-19
گزشتہ روز → 2024-11-19
رواں ہفتے → {WEEK}
گزشتہ ہفتے → {LAST_WEEK}
گزشتہ ماہ → 2024-10
گزشتہ سال → 2023
آئندہ سال → 2025
دو دن پہلے → 2024-11-18
تین سال قبل → 2021~
کل
آج کل
گزشتہ دس سال
ہر بدھ کو
بدھ مت
""",
    "hi": f"""
सुनवाई शुक्रवार को है → [2024-11-15,2024-11-22]
उन्होंने बुधवार को कहा → 2024-11-20
मंगलवार को पुतिन ने हस्ताक्षर किए → 2024-11-19
इस सप्ताह → {WEEK}
पिछले हफ्ते → {LAST_WEEK}
पिछले महीने → 2024-10
पिछले साल → 2023
अगले साल → 2025
दो दिन पहले → 2024-11-18
तीन साल पहले → 2021~
कल
आज भी
हर बुधवार को
पिछले दस साल
परिवार को
""",
    "zh": f"""
奥斯汀周三表示 → 2024-11-20
普京星期二签署了法令 → 2024-11-19
会议将于周五举行 → 2024-11-22
昨天他辞职了 → 2024-11-19
前天他辞职了 → 2024-11-18
本周 → {WEEK}
上周 → {LAST_WEEK}
下周 → {NEXT_WEEK}
上周五 → 2024-11-15
下周二 → 2024-11-26
上个月 → 2024-10
去年 → 2023
明年 → 2025
两天前 → 2024-11-18
三年前 → 2021~
他今天宣布 → 2024-11-20
一周一次
每周三
数天前
今日头条报道
二十年前
上千人
月球
周三至周五
空前天灾
""",
    "ja": f"""
投票は金曜日に行われる → [2024-11-15,2024-11-22]
水曜日に述べた → 2024-11-20
プーチン大統領は火曜日に署名した → 2024-11-19
金曜日に開かれる予定 → 2024-11-22
昨日辞任した → 2024-11-19
一昨日辞任した → 2024-11-18
今週 → {WEEK}
先週 → {LAST_WEEK}
来週 → {NEXT_WEEK}
先月 → 2024-10
昨年 → 2023
来年 → 2025
2日前 → 2024-11-18
3年前 → 2021~
先週の金曜日 → 2024-11-15
毎週水曜日
日曜大工
数年前
今日では
昨年度
""",
}
CASES = [
    pytest.param(language, found["text"], (found["dates"] or "").split(), id=f"{language}: {found['text']}")
    for language, lines in SAID.items()
    for found in TABLE.finditer(lines.strip())
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_what_words_for_dates_come_to(language: str, text: str, expected: list[str]) -> None:
    assert [one.date or "?" for one in relative_dates(text, language, Date(WEDNESDAY))] == expected


BESIDE = {  # a day of the week beside its date, its week or another day
    "en": """
On Monday, March 4, 2019, the bridge closed
on Sunday, Jan. 30, 1972, it closed
On Friday, the 13th of March 2020, it closed
On Monday 4 March 2019 it closed
on Nov. 18, Monday, it closed
It closed on Monday of last week → 2024-11-11
On Monday last week the bridge closed → 2024-11-11
It will close on Monday next week → 2024-11-25
It closed a week ago on Monday
It closed a week ago Monday
Two years ago this Monday it closed
It closed last Monday week
Monday last week's vote
It closed from Monday to Wednesday
They voted Tuesday, Wednesday and Thursday of last week → 2024-11-11/2024-11-17
On Monday, 5 people died → 2024-11-18
On Monday, 2,019 people died → 2024-11-18
It was adopted on 4 March 2019. On Monday it was repealed → 2024-11-18
He said Monday that last week was hard → 2024-11-18 2024-11-11/2024-11-17
He said on Monday, last week was hard → 2024-11-18 2024-11-11/2024-11-17
He said two days ago, on Monday he left → 2024-11-18 2024-11-18
In 2019 it closed on Monday → 2024-11-18
""",
    "de": """
Sie kam am Montag letzter Woche → 2024-11-11
Sie kam am Montag der vergangenen Woche → 2024-11-11
Sie kam am Montag vor einer Woche
am Montag, dem 4. März 2019, kam sie
vom Montag bis Mittwoch
am Montag und Dienstag kamen sie
am Montag und am Dienstag kamen sie → 2024-11-18 2024-11-19
Am Montag starben 18 Menschen → 2024-11-18
Sie kam am Montag, letzte Woche war sie krank → 2024-11-18 2024-11-11/2024-11-17
""",
    "fr": """
Il est venu lundi de la semaine dernière → 2024-11-11
Il est venu le 18 novembre dernier
Il a été fermé en novembre dernier → 2023-11
Après 18 morts il a été fermé lundi → 2024-11-18
""",
    "es": "vino el lunes de la semana pasada → 2024-11-11\nvino el 25 de noviembre pasado\nvino en noviembre pasado → 2023-11\n"
    "vino del lunes al miércoles\ntras 18 muertos vino el lunes → 2024-11-18",
    "it": "il 25 novembre scorso\nnovembre scorso → 2023-11\nda lunedì a mercoledì",
    "nl": "De brug werd op maandag 18 november 2019 gesloten\nHij kwam maandag vorige week → 2024-11-11\n"
    "Hij kwam maandag met 18 mensen → 2024-11-18",
    "ru": "Закрыли в понедельник на прошлой неделе → 2024-11-11\nЗакрыли в понедельник прошлой недели → 2024-11-11\n"
    "После 18 жертв закрыли в понедельник → 2024-11-18\nс понедельника по среду",
    "uk": "Закрили у понеділок минулого тижня → 2024-11-11\nз понеділка по середу",
    "pl": "Zamknięto w poniedziałek w zeszłym tygodniu → 2024-11-11\nod poniedziałku do środy",
    "tr": "Geçen hafta pazartesi günü kapatıldı → 2024-11-11\n18 Kasım'da kapatıldı\nKasım'da kapatıldı → 2024-11",
    "ar": "يوم الاثنين من الأسبوع الماضي → 2024-11-11\nفي 18 تشرين الثاني الماضي\nمن الاثنين إلى الأربعاء",
    "fa": "هفته گذشته روز دوشنبه → 2024-11-11",
    "hi": "पिछले हफ्ते सोमवार को → 2024-11-11\nसोमवार से बुधवार को",
}
TOGETHER = [
    pytest.param(language, line.partition(" →")[0], line.partition(" →")[2].split(), id=f"{language}: {line}")
    for language, lines in BESIDE.items()
    for line in lines.strip().split("\n")
]


@pytest.mark.parametrize(("language", "text", "expected"), TOGETHER)
def test_a_day_of_the_week_beside_another_date(language: str, text: str, expected: list[str]) -> None:
    assert [one.date for one in relative_dates(text, language, Date(WEDNESDAY))] == expected


def test_every_language_has_its_table() -> None:
    assert set(SAID) == LANGUAGES


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(data=st.data())
def test_every_phrase_has_one_of_the_stems_that_are_looked_for_first(language: str, data: st.DataObject) -> None:
    read = reader(language)
    assert read
    words = data.draw(st.sampled_from(read.calendar.phrases))[1].replace("{n}", f"(?:{'|'.join(read.calendar.numbers)})")
    words = words.replace("{weekday}", f"(?:{'|'.join(read.calendar.weekdays)})").replace(
        "{month}", f"(?:{'|'.join(read.calendar.months)})"
    )
    words = re.sub(r"\(\?<?!(?:[^()]|\([^()]*\))*\)", "", words)  # what must not stand beside them
    text = data.draw(st.from_regex(words, fullmatch=True))
    for case in (text, text[:1].upper() + text[1:]):
        assert any(stem in case for stem in read.calendar.stems), case


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2024-11-20", ["2024-11-20", "2024-11-11/2024-11-17", "2024-10", "2023", "2025-01"]),
        ("2024-11-20?", ["2024-11-20?", "2024-11-11?/2024-11-17?", "2024-10?", "2023?", "2025-01?"]),
        ("2024-11-18/2024-11-19", ["2024-11-13", "2024-11-11/2024-11-17", "2024-10", "2023", "2025-01"]),
        ("2024-11", [None, None, "2024-10", "2023", "2025-01"]),
        ("2024-11~", [None, None, "2024-10?", "2023?", "2025-01?"]),
        ("2024", [None, None, None, "2023", "2025-01"]),
        ("2024-11-2X", [None, None, "2024-10", "2023", "2025-01"]),
        ("2023/2024", [None, None, None, None, None]),
        ("2024-11/..", [None, None, None, None, None]),
        ("9999-12-31", [None, "9999-12-20/9999-12-26", "9999-11", "9998", None]),
        (None, [None, None, None, None, None]),
    ],
)
def test_a_vague_date_of_publication_resolves_only_what_it_can(published: str | None, expected: list[str | None]) -> None:
    text = "said Wednesday; came last week, came last month, came last year, comes next January"
    assert [one.date for one in relative_dates(text, "en", Date(published) if published else None)] == expected


def test_one_of_two_dates_reckoned_from_an_uncertain_one_is_none() -> None:
    (one,) = relative_dates("It closes next December", "en", Date("2024-01-01"))
    (unsure,) = relative_dates("It closes next December", "en", Date("2024-01-01?"))
    assert (one.date, unsure.date) == ("[2024-12,2025-12]", None)


@pytest.mark.parametrize("language", ["", "tlh", "x-none", "-", "en\n"])
def test_in_a_language_that_is_not_known_nothing_is_read(language: str) -> None:
    assert [*relative_dates("He said Wednesday", language, Date(WEDNESDAY))] == []


def test_a_tag_with_a_region_is_the_language() -> None:
    assert [one.date for one in relative_dates("He said Wednesday", "en-US", Date(WEDNESDAY))] == ["2024-11-20"]


def test_only_the_stretch_is_read_but_what_stands_round_it_counts() -> None:
    text = "over the last year prices rose, he said Wednesday"
    at = text.index("last")
    assert [*relative_dates(text, "en", Date(WEDNESDAY), at, at + 9)] == []
    assert [one.words for one in relative_dates(text, "en", Date(WEDNESDAY), at)] == ["Wednesday"]
    assert [*relative_dates(text, "en", Date(WEDNESDAY), len(text) - 9, len(text) - 1)] == []  # no half words


def test_a_line_break_is_a_blank() -> None:
    assert [one.date for one in relative_dates("criticized last\nyear", "en", Date(WEDNESDAY))] == ["2023"]


PRINTED = {
    "en": """
on 20 November 2024 → 2024-11-20
on November 20, 2024, he → 2024-11-20
on Nov. 20 he said → 2024-11-20
on the 1st of December 2024 → 2024-12-01
on January 3 → 2025-01-03
on March 3 →
in March 2024 → 2024-03
In 2022, Biden announced → 2022
on 2024-11-20 → 2024-11-20
on 20/11/2024 → 2024-11-20
on 11/20/2024 → 2024-11-20
on 11/12/2024 →
on 31 November 2024 →
20 November last year →
a $2022 bill, 2,022 mines, 1999.5 m →
""",
    "de": "am 20. November 2024 → 2024-11-20\nam 20.11.2024 → 2024-11-20\nim Jahr 2022 → 2022\nim November 2024 → 2024-11",
    "nl": "op 20 november 2024 → 2024-11-20\nin 2022 → 2022",
    "fr": "le 20 novembre 2024 → 2024-11-20\nle 1er décembre 2024 → 2024-12-01\nen 2022 → 2022",
    "es": "el 20 de noviembre de 2024 → 2024-11-20\nen 2022 → 2022\nen noviembre de 2024 → 2024-11",
    "it": "il 20 novembre 2024 → 2024-11-20\nnel 2022 → 2022",
    "pt": "em 20 de novembro de 2024 → 2024-11-20\nem 2022 → 2022",
    "pl": "20 listopada 2024 → 2024-11-20\nw 2022 roku → 2022\nw listopadzie 2024 → 2024-11",
    "ru": "20 ноября 2024 года → 2024-11-20\nв 2022 году → 2022\n20.11.2024 → 2024-11-20",
    "uk": "20 листопада 2024 року → 2024-11-20\nу 2022 році → 2022",
    "tr": "20 Kasım 2024 → 2024-11-20\n2022'de → 2022\n2022 yılında → 2022",
    "ar": "في 20 نوفمبر 2024 → 2024-11-20\n٢٠ نوفمبر ٢٠٢٤ → 2024-11-20\n20 تشرين الثاني/نوفمبر 2024 → 2024-11-20\nعام 2022 → 2022",
    "fa": "۲۰ نوامبر ۲۰۲۴ → 2024-11-20\nسال ۲۰۲۲ → 2022",
    "ur": "20 نومبر 2024 → 2024-11-20\n2022 میں → 2022",
    "hi": "20 नवंबर 2024 → 2024-11-20\n2022 में → 2022",
    "zh": "2024年11月20日 → 2024-11-20\n11月20日 → 2024-11-20\n二〇二二年 → 2022\n2024年11月 → 2024-11\n去年11月20日 →\n2022年代 →",
    "ja": "2024年11月20日 → 2024-11-20\n11月20日 → 2024-11-20\n2022年 → 2022\n2022年度 →",
}
FULL = [
    pytest.param(language, line.partition(" →")[0], line.partition(" →")[2].split(), id=f"{language}: {line}")
    for language, lines in PRINTED.items()
    for line in lines.strip().split("\n")
]


@pytest.mark.parametrize(("language", "text", "expected"), FULL)
def test_dates_that_a_text_prints(language: str, text: str, expected: list[str]) -> None:
    assert [one.date for one in absolute_dates(text, language, Date(WEDNESDAY))] == expected


def test_every_language_prints_dates() -> None:
    assert set(PRINTED) == LANGUAGES


def test_a_date_without_a_year_needs_the_articles() -> None:
    assert [*absolute_dates("on Nov. 20", "en", None), *absolute_dates("on Nov. 20", "en", Date("2024"))] == []


WORDS = st.sampled_from([line.partition(" → ")[0] for lines in SAID.values() for line in lines.strip().split("\n")])
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=20), st.text("0123456789./-年月日 ", max_size=12)), max_size=6).map(" ".join)
DATES = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda day: str(day)[:7]),
    st.dates().map(lambda day: f"{day}?"),
    st.sampled_from(["2024", "..", "199X"]),
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(sorted(LANGUAGES)), DATES, st.integers(0, 40), st.integers(0, 200))
def test_every_text_is_read_without_complaint(text: str, language: str, published: str, start: int, end: int) -> None:
    published = "2024-11-20" if published == ".." else published
    for one in dates_in(text, language, Date(published), min(start, len(text)), min(end, len(text))):
        assert start <= one.start < one.end <= end
        assert one.words == text[one.start : one.end]
        assert one.date is None or span(one.date) is not None


NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@given(st.dates(Day(2, 1, 1), Day(9998, 1, 1)), st.sampled_from(NAMES))
def test_a_day_of_the_week_is_that_day_and_no_further_than_a_week(day: Day, name: str) -> None:
    def read(text: str) -> list[Day | None]:
        (one,) = relative_dates(text.format(name), "en", Date(str(day)))
        covers = span(str(one.date))
        return [covers.first, covers.last]

    ahead = (NAMES.index(name) - day.weekday()) % 7
    assert read("He said {}") == [day - timedelta((7 - ahead) % 7)] * 2
    assert read("He will go {}") == [day + timedelta(ahead)] * 2
    for one in read("They met last {}"):
        assert one
        assert one.weekday() == NAMES.index(name)
        assert 0 < (day - one).days <= 13
    for one in read("They will meet next {}"):
        assert one
        assert one.weekday() == NAMES.index(name)
        assert 0 < (one - day).days <= 13


@given(st.dates(Day(2, 1, 1), Day(9998, 1, 1)))
def test_weeks_months_and_years_are_those_round_the_day(day: Day) -> None:
    text = "last week, this week, next week, last month, this month, next month, last year, this year, next year"
    spans = [span(str(one.date)) for one in relative_dates(text, "en", Date(str(day)))]
    for before, now, after in zip(*[iter(spans)] * 3, strict=True):
        assert now.first is not None is not now.last
        assert before.last is not None is not after.first
        assert now.first <= day <= now.last
        assert (now.first - before.last).days == (after.first - now.last).days == 1


def test_time_grows_with_digits_and_commas() -> None:
    def work(size: int) -> None:
        assert len([*relative_dates("On Wednesday " + "1," * size + " end.", "en", Date(WEDNESDAY))]) == 1

    work(10)
    assert growth(work, 5_000) < LINEAR
