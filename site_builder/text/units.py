"""Words that count: number words, scales such as million, units and what they measure."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import zip_longest
from math import prod

from site_builder.text.han import GREAT, SMALL
from site_builder.text.scripts import later

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
CARDINALS = {word: float(n) for n, word in enumerate(ONES)} | {
    word: 10.0 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {
    "hundred": 1e2, "dozen": 12.0, "score": 20.0, "k": 1e3, "thousand": 1e3, "lakh": 1e5, "m": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6,
    "crore": 1e7, "b": 1e9, "bn": 1e9, "bln": 1e9, "billion": 1e9, "tn": 1e12, "trn": 1e12, "trillion": 1e12,
    # other languages, as they stand after digits
    "tausend": 1e3, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "billionen": 1e12, "dutzend": 12.0,
    "mille": 1e3, "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "mil": 1e3, "millón": 1e6, "millones": 1e6, "milhão": 1e6,
    "milhões": 1e6,
    "bilhão": 1e9, "bilhões": 1e9, "mila": 1e3, "milione": 1e6, "milioni": 1e6, "miliardo": 1e9, "miliardi": 1e9, "duizend": 1e3,
    "miljoen": 1e6,
    "miljard": 1e9, "tusen": 1e3, "miljon": 1e6, "miljoner": 1e6, "miljarder": 1e9, "tysiąc": 1e3, "tysiące": 1e3, "tysięcy": 1e3,
    "tys": 1e3,
    "milion": 1e6, "miliony": 1e6, "milionów": 1e6, "miliard": 1e9, "miliardy": 1e9, "miliardów": 1e9, "bin": 1e3, "milyon": 1e6,
    "milyar": 1e9,
    "тысяча": 1e3, "тысячи": 1e3, "тысяч": 1e3, "тыс": 1e3, "миллион": 1e6, "миллиона": 1e6, "миллионов": 1e6, "млн": 1e6, "миллиард": 1e9,
    "миллиарда": 1e9, "миллиардов": 1e9, "млрд": 1e9, "трлн": 1e12, "тисяча": 1e3, "тисячі": 1e3, "тисяч": 1e3, "тис": 1e3, "мільйон": 1e6,
    "мільйона": 1e6, "мільйони": 1e6, "мільйонів": 1e6, "мільярд": 1e9, "мільярда": 1e9, "мільярди": 1e9, "мільярдів": 1e9, "ألف": 1e3,
    "آلاف": 1e3,
    "ألفا": 1e3, "مليون": 1e6, "ملايين": 1e6, "مليونا": 1e6, "مليار": 1e9, "مليارات": 1e9, "تريليون": 1e12, "هزار": 1e3, "میلیون": 1e6,
    "میلیارد": 1e9, "ہزار": 1e3, "لاکھ": 1e5, "ملین": 1e6, "کروڑ": 1e7, "ارب": 1e9, "אלף": 1e3, "אלפים": 1e3, "מיליון": 1e6, "מיליארד": 1e9,
    "हजार": 1e3, "हज़ार": 1e3, "लाख": 1e5, "करोड़": 1e7, "अरब": 1e9,
}  # fmt: skip
MORE = """
12: douzaine douzaines docena docenas dozzina dozzine dúzia dúzias dotzena dotzenes dozijn dussin dusin tuzin tuziny tuzinów
12: дюжина дюжину дюжины дюжин дюжини düzine tucat tucet tucty tuctů tusina tusinaa
1e2: ร้อย
1e3: thousands tsd tusind tusinde tuhat tuhatta tuhannen tisíc tisíce tisíců tisícov tisuća tisuće tisoč hiljada hiljade ezer χιλιάδα
1e3: χιλιάδες χιλιάδων χιλ тысячам тысячами тысячах тысячу тисячу тысячы хиляда хиляди хиљада хиљаде ribu nghìn ngàn พัน হাজার tūkstančių
1e3: илјада илјади tūkstančiai tūkstoši tūkstošu tuhande мың հազար ათასი duisend
1e4: หมื่น
1e5: แสน লাখ লক্ষ
1e3: tysiąca ألفي ألفين ألفان ألفاً
1e6: مليوني مليونين مليونان مليوناً milionů miliona milión milióny miliónov milionu
1e6: milionov milió milions millió miljoona miljoonaa miljoonan milj millioner milioane εκατομμύριο
1e6: εκατομμύρια εκατομμυρίων εκατ миллионам миллионами миллионах мільён мільёна мільёны мільёнаў милион милиона милиони милијун milijun
1e6: milijuna milijuni milijon milijona milijoni milijonov milijonų milijonai miljoni miljonu miljonit juta triệu ล้าน ملایین ملیون
1e6: միլիոն მილიონი millió milyonu
1e7: কোটি कोटी
1e9: ملياري مليارين ملياران ملياراً billions mld mlrd miliarda miliárd
1e9: miliarde miliardov miliardů milliárd miljardi miljardia miljardin milliarder δισεκατομμύριο
1e9: δισεκατομμύρια δισεκατομμυρίων δισ миллиардам миллиардами мільярдаў милиард милиарда милиарди милијарда милијарде милијарди milijarda
1e9: milijarde milijardi milijard milijardų miljardit miljardu miliar milyard tỷ tỉ بليون بلايين միլիարդ მილიარდი bilyon
1e11: खरब کھرب
1e12: trillions billón billones bilión bilione bilioni bilion biliony bilionů bilionów bilião biliões biljoen biljon biljoner biljoona
1e12: biljoonaa billió billioner bilijun bilijon trilhão trilhões trilyon триллион триллиона триллионов трильйон
1e12: трильйона трильйони трильйонів трилион трилиона τρισεκατομμύριο τρισεκατομμύρια
1e12: τρισεκατομμυρίων τρισ trilyonu triliun تريليونات تریلیون טריליון
1e18: trillionen trillón trillones trilión trilione trilioni trylion tryliony trylionów triliony trilionů trilião triliões triljoen triljon
1e18: triljoner triljoona triljoonaa trillió trillioner
"""
LONG = "billion=1e12 billions=1e12 trillion=1e18 trillions=1e18"  # where a milliard lies between million and billion
NO_MIL = "mil=0"  # miles: ten kilometres in Sweden
OF_LANGUAGES = f"""
de fr es it nl cs sk pl hu fi ca gl lb: {LONG}
sv da no nb nn: {LONG} {NO_MIL}
fr: md=1e9 mds=1e9 mdr=1e9
da no nb nn: mia=1e9 mill=1e6
es: mill=1e6
tr: {NO_MIL}
cs sk: tis=1e3 trilion=1e18
pl: trilion=1e18
ro: mie=1e3 mii=1e3 trilion=nan trilioane=nan
ms: bilion=1e9 trilion=1e12
sw: elfu=1e3 laki=1e5 bilioni=1e9 trilioni=1e12
az: min=1e3
id: rb=1e3 jt=1e6
"""

SCALES_BEFORE = {"sw": frozenset("elfu laki milioni bilioni trilioni".split())}  # languages that set them before the number


def _key(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()


SCALES = {_key(word): value for word, value in SCALES.items()} | {
    _key(word): float(line.partition(": ")[0]) for line in MORE.split("\n") for word in line.partition(": ")[2].split()
}


@cache
def scales(language: str) -> Mapping[str, float]:
    """What million and the like multiply by in a language: a billion is a million millions in German. NaN: nobody can say."""
    lang, known = language.replace("_", "-").split("-", 1)[0].casefold(), dict(SCALES)
    for line in OF_LANGUAGES.strip().splitlines():
        languages, _, words = line.partition(": ")
        if lang in languages.split():
            known |= {word: float(value) for word, _, value in (one.partition("=") for one in words.split())}
    return {word: value for word, value in known.items() if value}


SPELLED_SCALES = {"hundred", "thousand", "million", "billion", "trillion", "lakh", "crore", "dozen", "score"}
SECOND, MONTH, METRE, GRAM, PERCENT = "second", "month", "metre", "gram", "percent"
UNITS = {
    "second": (1.0, SECOND), "minute": (60.0, SECOND), "hour": (3600.0, SECOND), "day": (86400.0, SECOND), "week": (604800.0, SECOND),
    "fortnight": (1209600.0, SECOND), "month": (1.0, MONTH), "year": (12.0, MONTH), "decade": (120.0, MONTH), "century": (1200.0, MONTH),
    "millennium": (12000.0, MONTH), "millimetre": (0.001, METRE), "millimeter": (0.001, METRE), "mm": (0.001, METRE),
    "centimetre": (0.01, METRE),
    "centimeter": (0.01, METRE), "cm": (0.01, METRE), "metre": (1.0, METRE), "meter": (1.0, METRE), "kilometre": (1000.0, METRE),
    "kilometer": (1000.0, METRE), "km": (1000.0, METRE), "mile": (1609.344, METRE), "yard": (0.9144, METRE), "foot": (0.3048, METRE),
    "feet": (0.3048, METRE), "inch": (0.0254, METRE), "gram": (1.0, GRAM), "kilogram": (1000.0, GRAM), "kg": (1000.0, GRAM),
    "kilo": (1000.0, GRAM),
    "tonne": (1e6, GRAM), "ounce": (28.349523125, GRAM), "pound-weight": (453.59237, GRAM), "percent": (1.0, PERCENT), "%": (1.0, PERCENT),
    "percentage": (1.0, PERCENT), "pct": (1.0, PERCENT),
}  # fmt: skip
SHARE = later(
    r"[%٪％]|\b(?:per[ -]?cent|pct|pro[czs][ei]nt|pro[cz]\b|проц\b|protsent|persen|peratus|asilimia|phần trăm|faiz|la sută"
    r"|po[rn]?[ -]?(?:cien|cent)|pour[ -]?cent|prós|процент|відсот|пункт"
    r"|τοισ|ποσοστ|odstot|posto|százalék|yüzde|point|share|rate|anteil|part|quot[ea])"
    r"|प्रतिशत|फ़ीसद|फीसद|في ?المئة|في ?المائة|بالمئة|بالمائة|শতাংশ|فیصد|درصد|אחוז|百分|パーセント|퍼센트|ร้อยละ|เปอร์เซ็นต์"
)
METRES = frozenset({"metre", "meter"})
PLURALS = {"centuries": "century", "millennia": "millennium", "inches": "inch"}


# In a unit a scale is understood in whichever language; not what may be metres or miles, nor what differs between languages.
IN_UNITS = SCALES.keys() - {"m", "k", "b", "tn", "mille", "mil", "bin", "min"} - {one.partition("=")[0] for one in OF_LANGUAGES.split()}
SHORT = {"md": 1e9, "mds": 1e9, "mdr": 1e9, "mia": 1e9}
BEFORE_A_WORD = {"mil": 1e3, "bin": 1e3, "tn": 1e12}  # else miles, bins, tonnes
UNSPACED = later(r"(?:[十百千]?[万萬億亿]+|兆(?=[円日美元ドユ]|\Z)|[만억조]+(?=[원명]|달러|유로|\Z))")
UNIT_WORD = later(r"(?:[^\W_]|[\u0900-\u0dff])+|%")  # in Indian scripts with the signs set on letters


def scale_in_unit(word: str, then: str = "") -> tuple[float, str]:
    """What a word of a unit, with another one behind it, multiplies by, and what of it isn't that: 亿美元 → (1e8, "美元")."""
    if singular(word) in SPELLED_SCALES:
        return SCALES[singular(word)], ""
    if word in IN_UNITS:
        return SCALES[word], ""
    if word in SHORT or (word in BEFORE_A_WORD and then[:1].isalpha() and then not in ("per", "pro", "par")):
        return SHORT.get(word) or BEFORE_A_WORD[word], ""
    great = None if word.isascii() else UNSPACED.match(word)
    return (prod((SMALL | GREAT)[sign] for sign in great[0]), word[great.end() :]) if great else (1.0, word)


@lru_cache(maxsize=256)
def read_unit(unit: str) -> tuple[float, str, str]:
    """(what "million" in it multiplies by, the known unit in it or "", its name without such words)."""
    scale, known, rest = 1.0, "", []
    words = UNIT_WORD.findall(_key(unit))
    for word, then in zip_longest(words, words[1:], fillvalue=""):
        more, left = scale_in_unit(word, then)
        scale, single = scale * more, singular(left)
        if not left:
            continue
        if not known and single in UNITS:
            known = single
        rest.append(single)
    return scale, known, " ".join(rest)


def singular(word: str) -> str:
    if word in PLURALS:
        return PLURALS[word]
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def is_share(unit: str) -> bool:
    """Whether a unit speaks of hundredths, in whichever language."""
    return bool(SHARE.search(unit.casefold()))
