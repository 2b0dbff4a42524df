"""Number words as they are inflected or set apart, beside what `num2words` writes; and which of them may be parts of one number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

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
he 3 שלושה; 4 ארבעה; 5 חמישה; 6 שישה; 7 שבעה; 9 תשעה; 10 עשרה
"""
BESIDE = {  # tell what they stand beside, and are no number themselves
    "ru": {"одна": 1, "одну": 1, "одной": 1},
    "uk": {"одна": 1, "одну": 1},
    "es": {"un": 1, "una": 1},
    "fr": {"une": 1},
    "pt": {"uma": 1},
    "he": {"אחד": 1, "שניים": 2},
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
TURKISH = re.compile(
    "altmış|yetmiş|seksen|doksan|milyon|milyar|trilyon|yirmi|sekiz|dokuz|dört|yedi|altı|otuz|kırk|elli|iki|beş|yüz|bir|bin|üç|on"
)
UNCOUNTED = {  # the one of one hundred, which is mostly left out
    "de": re.compile("ein(?=hundert|tausend)"),
    "sv": re.compile("ett? ?(?=hundra|tusen)"),
    "no": re.compile("(?:ett|et|en) (?=hundre|tusen)"),
    "da": re.compile("et ?(?=hundrede|tusind)"),
}
FEMININE = (("ientos", "ientas"), ("zentos", "zentas"), ("centos", "centas"), ("nhentos", "nhentas"))


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
    return _table().get(language[:2], {}).get(number, [])


def inflected_words(language: str) -> dict[str, int]:
    """What the other forms of numbers mean."""
    forms = _table().get(language[:2], {})
    return {word: number for number, words in forms.items() for word in words} | BESIDE.get(language[:2], {})


def variants(spelled: str, language: str) -> Iterator[str]:
    """How else a number may be written than `num2words` does: on iki, doscientas, وخمسون, vinte e duas."""
    lang = language[:2]
    if lang == "tr" and "".join(parts := TURKISH.findall(spelled)) == spelled.replace(" ", ""):
        yield " ".join(parts)
    if lang in UNCOUNTED and (plain := UNCOUNTED[lang].match(spelled)):
        yield spelled[plain.end() :]
    if lang == "ar":
        joined = spelled.replace(" و ", " و")
        yield from (joined, re.sub("ون$", "ين", joined))
    if lang in ("es", "pt"):
        yield from (spelled.replace(one, other) for one, other in FEMININE if one in spelled)
    *first, last = spelled.split(" ")
    ends = LASTS.get(lang, {}).get(last, ()) if first else ()
    yield from (" ".join((*first, end)) for end in ends)


LASTS: dict[str, dict[str, tuple[str, ...]]] = {  # of a longer number
    "ru": {"два": ("две",)},
    "uk": {"два": ("дві",)},
    "pl": {"dwa": ("dwie",)},
    "fr": {"un": ("une",)},
    "pt": {"dois": ("duas",), "um": ("uma",)},
    "es": {"uno": ("un", "una")},
    "he": {
        "ואחת": ("ואחד",),
        "ושתיים": ("ושניים",),
        "ושלוש": ("ושלושה",),
        "וארבע": ("וארבעה",),
        "וחמש": ("וחמישה",),
        "ושש": ("ושישה",),
        "ושבע": ("ושבעה",),
        "ותשע": ("ותשעה",),
    },
}


def may_be_one(left: int | None, right: int | None, language: str) -> bool:
    """Whether two number words side by side may be one number: twenty | five, not two | three."""
    if not left or not right:
        return False
    if left < 10:
        return (language == "he" and right == 10) or (language == "ar" and right in range(10, 100, 10))
    if language.startswith("fr") and left in (60, 80):
        return right < 20
    return left % 10 == 0 and right < (left if left >= 1000 else 100 if left % 100 == 0 else 10)
