"""Number words as they are inflected or set apart, beside what `num2words` writes; and which of them may be parts of one number."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache

FORMS = """
ru 2 две двух двое двоих; 3 трех трёх трое троих; 4 четырех четырёх четверо четверых; 5 пяти пятеро пятерых; 6 шести; 7 семи; 8 восьми
ru 9 девяти; 10 десяти; 11 одиннадцати; 12 двенадцати; 13 тринадцати; 14 четырнадцати; 15 пятнадцати; 16 шестнадцати; 17 семнадцати
ru 18 восемнадцати; 19 девятнадцати; 20 двадцати; 30 тридцати; 40 сорока; 50 пятидесяти; 60 шестидесяти; 70 семидесяти
ru 80 восьмидесяти; 90 девяноста; 100 ста; 200 двухсот; 300 трехсот трёхсот; 400 четырехсот четырёхсот; 500 пятисот; 600 шестисот
ru 700 семисот; 800 восьмисот; 900 девятисот; 1000 тысяча тысячу; 1000000 миллион
uk 2 дві двоє двох; 3 троє трьох; 4 четверо чотирьох; 5 п'яти п'ятеро; 6 шести; 7 семи; 8 восьми; 9 дев'яти; 10 десяти; 20 двадцяти
uk 30 тридцяти; 40 сорока; 50 п'ятдесяти; 60 шістдесяти; 70 сімдесяти; 80 вісімдесяти; 90 дев'яноста; 100 ста; 200 двохсот; 300 трьохсот
uk 400 чотирьохсот; 500 п'ятисот; 600 шестисот; 700 семисот; 800 восьмисот; 900 дев'ятисот; 1000 тисяча тисячу; 1000000 мільйон
pl 2 dwie dwóch dwaj dwoje; 3 trzech trzej troje; 4 czterech czterej; 5 pięciu; 6 sześciu; 7 siedmiu; 8 ośmiu; 9 dziewięciu
pl 10 dziesięciu; 20 dwudziestu; 30 trzydziestu; 40 czterdziestu; 50 pięćdziesięciu; 60 sześćdziesięciu; 70 siedemdziesięciu
pl 80 osiemdziesięciu; 90 dziewięćdziesięciu; 100 stu; 200 dwustu; 300 trzystu; 400 czterystu; 500 pięciuset; 600 sześciuset
es 21 veintiún veintiuna
da 1000 tusinde; 100000 hundredtusind hundrede_tusind hundrede_tusinde
pt 2 duas; 14 quatorze; 16 dezesseis; 17 dezessete; 19 dezenove
ar 3 ثلاث; 4 أربع; 5 خمس; 6 ست; 7 سبع; 8 ثمان ثماني; 9 تسع; 12 اثنتي_عشرة اثنتا_عشرة
el 1 ένας μία μια; 3 τρεις; 4 τέσσερις; 13 δεκατρείς; 14 δεκατέσσερις; 1000 χίλιοι χίλιες
bg 1 един една; 2 два двама; 3 трима; 4 четирима; 5 петима; 6 шестима; 11 единайсет; 12 дванайсет; 13 тринайсет; 14 четиринайсет
bg 15 петнайсет; 16 шестнайсет; 17 седемнайсет; 18 осемнайсет; 19 деветнайсет; 20 двайсет; 30 трийсет; 40 четирийсет; 60 шейсет
mk 1 еден една; 2 два двајца; 3 тројца; 4 четворица; 5 петмина
hr 1 jedna jedno; 2 dvije dvoje; 3 troje; 4 četvero; 1000 tisuća hiljadu hiljada; 1000000 milion
sr 2 две двоје; 3 троје; 4 четворо; 1000 хиљаду; 1000000 милион
sw 1 mmoja; 2 wawili mawili; 3 watatu matatu; 4 wanne manne; 5 watano matano; 8 wanane manane; 100 mia
hi 6 छः छे; 100 सौ; 1000 हज़ार
ur 6 چھے; 100 سو; 1000 ہزار
he 3 שלושה; 4 ארבעה; 5 חמישה; 6 שישה; 7 שבעה; 9 תשעה; 10 עשרה
"""
BESIDE = {  # tell what they stand beside, and are no number themselves
    "ru": {"одна": 1, "одну": 1, "одной": 1},
    "uk": {"одна": 1, "одну": 1},
    "es": {"un": 1, "una": 1},
    "fr": {"une": 1, "cents": 100},
    "pt": {"uma": 1, "cento": 100},
    "no": {"hundre": 100},
    "da": {"hundrede": 100},
    "id": {"ratus": 100},
    "he": {
        "אחד": 1,
        "שניים": 2,
        "שני": 2,
        "שתי": 2,
        "שלושת": 3,
        "ארבעת": 4,
        "חמשת": 5,
        "ששת": 6,
        "שבעת": 7,
        "שמונת": 8,
        "תשעת": 9,
        "מאות": 100,
    },
    "ar": {"عشرين": 20, "ثلاثين": 30, "أربعين": 40, "خمسين": 50, "ستين": 60, "سبعين": 70, "ثمانين": 80, "تسعين": 90},
}
ALONE = {  # carried only where no number word touches them
    "ru": ("тысяча", "тысячу", "миллион", "дюжина", "дюжину"),
    "uk": ("тисяча", "тисячу", "мільйон", "дюжина", "дюжину"),
    "pl": ("tuzin",),
    "cs": ("tucet",),
    "hu": ("tucat",),
    "tr": ("düzine",),
    "de": ("hundert", "tausend", "hunderttausend"),
    "sv": ("hundra", "tusen", "hundratusen", "hundra tusen"),
    "no": ("hundre", "tusen", "hundre tusen"),
    "da": ("hundrede", "tusind", "tusinde", "hundredtusind", "hundrede tusind", "hundrede tusinde"),
}
VAGUE = frozenset(  # hundert
    (
        "paar einige einigen mehrere mehreren viele vielen wenige wenigen etliche zig aber ganze ein eine några flera många få par noen"
        " flere mange nogle несколько пару кілька kilka kilku několik pár néhány több birkaç yarım"
    ).split()
)
KOREAN_TENS, KOREAN_ONES = "열 스물 서른 마흔 쉰 예순 일흔 여든 아흔", "한 두 세 네 다섯 여섯 일곱 여덟 아홉"
KOREAN_COUNTERS = "명|개|살|시간|달|마리|대|곳|번(?!째)|차례|건|가지|채|척|권|장|잔|배|사람|분|쪽|통|벌|그루|군데|가구|표"
IN_HUNDREDS = {
    "fr": "{n} cent|s| {r}",
    "de": "{n}hundert||{r}",
    "nl": "{n}honderd||{r}",
}  # 1100 to 1999: the end if no more follows, or that
TURKISH = re.compile(
    "altmış|yetmiş|seksen|doksan|milyon|milyar|trilyon|yirmi|sekiz|dokuz|dört|yedi|altı|otuz|kırk|elli|iki|beş|yüz|bir|bin|üç|on"
)


@cache
def _table() -> dict[str, dict[int, list[str]]]:
    table: dict[str, dict[int, list[str]]] = {}
    for line in FORMS.strip().splitlines():
        language, _, forms = line.partition(" ")
        for form in forms.split(";"):
            number, *words = form.split()
            table.setdefault(language, {})[int(number)] = [word.replace("_", " ") for word in words]
    return table


def other_forms(number: int, language: str) -> list[str]:
    """A number in its other forms."""
    return [*_table().get(language[:2], {}).get(number, []), *(word for word, n in native(language).items() if n == number)]


@cache
def native(language: str) -> dict[str, int]:
    """What the other numbers of a language mean that has two kinds of them: they stand before what is counted."""
    if language != "ko":
        return {}
    tens, ones = (["", *words.split()] for words in (KOREAN_TENS, KOREAN_ONES))
    return {ten + one: 10 * n + m for n, ten in enumerate(tens) for m, one in enumerate(ones) if ten or one} | {"스무": 20}


def inflected_words(language: str) -> dict[str, int]:
    """What the other forms of numbers mean."""
    forms = _table().get(language[:2], {})
    return {word: number for number, words in forms.items() for word in words} | BESIDE.get(language[:2], {}) | native(language)


REWRITTEN = r"""
es: veintiuno(?=_mil|$)→veintiún veintiuno(?=_mil|$)→veintiuna (?<=_)uno(?=_mil|$)→un (?<=_)uno(?=_mil$|$)→una ientos→ientas
pt: (?<=_)um(?=_mil$|$)→uma \bdois(?=_mil$|$)→duas (z|c|nh)entos→\1entas
fr: (?<=[_-])un(?=_mille$|$)→une
it: (milion\w|miliard\w)_e_→\1_ ^mille(?=[a-z])→mille_e_ ^mille(?=[a-z])→mille_
ru: одна_тысяча→одну_тысячу ^(?:один|одна|одну)_(?=тысяч|миллион)→ (?<=_)два$→две
uk: одна_тисяча→одну_тисячу ^(?:один|одна|одну)_(?=тисяч|мільйон)→ (?<=_)два$→дві
pl: (?<=_)dwa$→dwie
de: ^ein(?=hundert|tausend)→
sv: ^ett?_?(?=hundra|tusen)→
no: ^(?:ett|et|en)_(?=hundre|tusen)→
da: ^et_?(?=hundrede|tusind)→
tr: (?<=_)bir$→biri iki$→ikisi üç$→üçü dört$→dördü beş$→beşi altı$→altısı yedi$→yedisi sekiz$→sekizi dokuz$→dokuzu (?<=_)on$→onu
tr: yirmi$→yirmisi otuz$→otuzu kırk$→kırkı elli$→ellisi altmış$→altmışı yetmiş$→yetmişi seksen$→sekseni doksan$→doksanı
ar: _و_→_و مائة→مئة مئت(?=[اي])→مائت (?<=[رسعنثت])ون\b→ين (مئت|مائت|ألف|مليون|مليار)ان?\b→\1ين اثنا_عشر→اثني_عشر
ar: (مئت|مائت|ألف|مليون|مليار)ين\b→\1ي (مئت|مائت|ألف|مليون|مليار)ين\b→\1ان (ثلاث|أربع|خمس|ست|سبع|ثماني|تسع)ة(?=_و)→\1
el: δεκατρία$→δεκατρείς δεκατέσσερα$→δεκατέσσερις (?<=_)τρία$→τρεις ^τρία$→τρεις (?<!κα)τέσσερα$→τέσσερις όσια→όσιοι όσια→όσιες επτά→εφτά
el: οκτώ→οχτώ εννέα→εννιά (?<=_)ένα$→ένας (?<=_)ένα$→μία εκατόν$→εκατό ένα(?=_χιλ)→μία τρία(?=_χιλ)→τρεις
el: τέσσερα(?=_χιλ)→τέσσερις χίλια→χίλιες
bg: (?<=_)две$→два (?<=_)едно$→един (?<=_)едно$→една две(?=_милион)→два надесет→найсет двадесет→двайсет тридесет→трийсет
bg: четиридесет→четирийсет шестдесет→шейсет
mk: (?<=_)две$→два (?<=_)едно$→еден (?<=_)едно$→една две(?=_милион)→два
hr: (?<=_)dva$→dvije (?<=_)jedan$→jedna dva_tisuća→dvije_tisuće (tri|četiri)_tisuća→\1_tisuće deset_(?=[jdtčpšo])→deset_i_
hr: dvjesto→dvije_stotine tristo→tri_stotine tisuć→hiljad milijun→milion (dva|tri|četiri)_mili(jun|on)a$→\1_mili\2a
hi: पाँच→पांच पंद्रह→पन्द्रह बाईस→बाइस तेईस→तेइस सत्ताईस→सत्ताइस अट्ठाईस→अट्ठाइस अट्ठ→अठ उनतीस→उन्तीस उनतालीस→उन्तालीस उनचास→उन्चास चौवालीस→चवालीस
hi: चौंसठ→चौसठ हज़ार→हजार नवे$→नबे (?<=_)छह→छः
sw: (?<=_)mbili$→wawili (?<=_)tatu$→watatu (?<=_)nne$→wanne (?<=_)tano$→watano (?<=_)nane$→wanane (?<=_)moja$→mmoja
id: delapan→lapan
he: ואחת$→ואחד ושתיים$→ושניים ושלוש$→ושלושה וארבע$→וארבעה וחמש$→וחמישה ושש$→ושישה ושבע$→ושבעה ותשע$→ותשעה
"""  # what may stand for what in a number that num2words has written; _ is a blank


CYRILLIC = str.maketrans("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш")


@cache
def _rewritten(lang: str) -> list[tuple[re.Pattern[str], str]]:
    rules = [rule for line in REWRITTEN.splitlines() if line.startswith(f"{lang}: ") for rule in line.split()[1:]]
    return [(re.compile(pattern), into) for pattern, _, into in (rule.replace("_", " ").partition("→") for rule in rules)]


@lru_cache(maxsize=4096)
def variants(spelled: str, language: str) -> Collection[str]:
    """How else a number may be written than `num2words` does: on iki, doscientas mil, treinta y un mil, وخمسون, vinte e duas."""
    lang = language[:2]
    forms = {spelled: None}
    if lang == "tr" and "".join(parts := TURKISH.findall(spelled)) == spelled.replace(" ", ""):
        forms[" ".join(parts)] = None
    if lang == "sr":
        forms[_in_cyrillic(spelled)] = None
    for pattern, into in _rewritten(lang):
        forms |= dict.fromkeys(pattern.sub(into, form) for form in [*forms])
    return forms.keys() - {spelled}


def _in_cyrillic(serbian: str) -> str:
    for latin, cyrillic in (("lj", "љ"), ("nj", "њ"), ("dž", "џ")):
        serbian = serbian.replace(latin, cyrillic)
    return serbian.translate(CYRILLIC)


def may_be_one(left: int | None, right: int | None, language: str) -> bool:
    """Whether two number words side by side may be one number: twenty | five, three | hundred, not two | three."""
    if not left or not right:
        return False
    if (right == 100 and left < 20) or (language.startswith("fr") and (left, right) == (4, 20)):
        return True
    if left < 10:
        return (language == "he" and right == 10) or (language == "ar" and right in range(10, 100, 10))
    if language.startswith("fr") and left in (60, 80):
        return right < 20
    return left % 10 == 0 and right < (left if left >= 1000 else 100 if left % 100 == 0 else 10)
