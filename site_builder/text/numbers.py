"""The numbers that words carry: 1,200 and 1.2 thousand, $275 million, two weeks, half a century, 600-mile, ranges.

Digits of every script are read, grouped and broken as the source's language does (both ways where the language is unknown). Number words
are read in English here and written by `num2words` for other languages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import isclose

from msgspec import Struct

from site_builder.text.han import RUN, han_value

DECIMAL_COMMA = frozenset(
    "af az be bg ca cs da de el es et eu fi fr gl hr hu id is it ka kk lt lv mk nb nl nn no pl pt ro ru sk sl sq sr sv tr uk uz vi".split()
)
DECIMAL_POINT = frozenset("ar bn cy en fa ga he hi ja ko ms sw ta te th tl ur yi zh".split())
GROUPS_BY_SPACE = frozenset("bg cs et fi fr hu lt lv nb nn no pl ru sk sv uk".split())

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
CARDINALS = {word: float(n) for n, word in enumerate(ONES)} | {
    word: 10.0 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {
    "hundred": 1e2, "dozen": 12.0, "score": 20.0, "k": 1e3, "thousand": 1e3, "lakh": 1e5, "m": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6,
    "crore": 1e7, "b": 1e9, "bn": 1e9, "bln": 1e9, "billion": 1e9, "tn": 1e12, "trn": 1e12, "trillion": 1e12,
    # other languages, as they stand after digits
    "tausend": 1e3, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "billionen": 1e12, "dutzend": 12.0,
    "mille": 1e3, "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "mil": 1e3, "millón": 1e6, "millones": 1e6, "milhão": 1e6, "milhões": 1e6,
    "bilhão": 1e9, "bilhões": 1e9, "mila": 1e3, "milione": 1e6, "milioni": 1e6, "miliardo": 1e9, "miliardi": 1e9, "duizend": 1e3, "miljoen": 1e6,
    "miljard": 1e9, "tusen": 1e3, "miljon": 1e6, "miljoner": 1e6, "miljarder": 1e9, "tysiąc": 1e3, "tysiące": 1e3, "tysięcy": 1e3, "tys": 1e3,
    "milion": 1e6, "miliony": 1e6, "milionów": 1e6, "miliard": 1e9, "miliardy": 1e9, "miliardów": 1e9, "bin": 1e3, "milyon": 1e6, "milyar": 1e9,
    "тысяча": 1e3, "тысячи": 1e3, "тысяч": 1e3, "тыс": 1e3, "миллион": 1e6, "миллиона": 1e6, "миллионов": 1e6, "млн": 1e6, "миллиард": 1e9,
    "миллиарда": 1e9, "миллиардов": 1e9, "млрд": 1e9, "трлн": 1e12, "тисяча": 1e3, "тисячі": 1e3, "тисяч": 1e3, "тис": 1e3, "мільйон": 1e6,
    "мільйона": 1e6, "мільйони": 1e6, "мільйонів": 1e6, "мільярд": 1e9, "мільярда": 1e9, "мільярди": 1e9, "мільярдів": 1e9, "ألف": 1e3, "آلاف": 1e3,
    "ألفا": 1e3, "مليون": 1e6, "ملايين": 1e6, "مليونا": 1e6, "مليار": 1e9, "مليارات": 1e9, "تريليون": 1e12, "هزار": 1e3, "میلیون": 1e6,
    "میلیارد": 1e9, "ہزار": 1e3, "لاکھ": 1e5, "ملین": 1e6, "کروڑ": 1e7, "ارب": 1e9, "אלף": 1e3, "אלפים": 1e3, "מיליון": 1e6, "מיליארד": 1e9,
    "हजार": 1e3, "हज़ार": 1e3, "लाख": 1e5, "करोड़": 1e7, "अरब": 1e9,
}  # fmt: skip
SPELLED_SCALES = {"hundred", "thousand", "million", "billion", "trillion", "lakh", "crore", "dozen", "score"}
VAGUE = {
    "tens": 10.0,
    "dozens": 12.0,
    "scores": 20.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
SECOND, MONTH, METRE, GRAM, PERCENT = "second", "month", "metre", "gram", "percent"
UNITS = {
    "second": (1.0, SECOND), "minute": (60.0, SECOND), "hour": (3600.0, SECOND), "day": (86400.0, SECOND), "week": (604800.0, SECOND),
    "fortnight": (1209600.0, SECOND), "month": (1.0, MONTH), "year": (12.0, MONTH), "decade": (120.0, MONTH), "century": (1200.0, MONTH),
    "millennium": (12000.0, MONTH), "millimetre": (0.001, METRE), "millimeter": (0.001, METRE), "mm": (0.001, METRE), "centimetre": (0.01, METRE),
    "centimeter": (0.01, METRE), "cm": (0.01, METRE), "metre": (1.0, METRE), "meter": (1.0, METRE), "kilometre": (1000.0, METRE),
    "kilometer": (1000.0, METRE), "km": (1000.0, METRE), "mile": (1609.344, METRE), "yard": (0.9144, METRE), "foot": (0.3048, METRE),
    "feet": (0.3048, METRE), "inch": (0.0254, METRE), "gram": (1.0, GRAM), "kilogram": (1000.0, GRAM), "kg": (1000.0, GRAM), "kilo": (1000.0, GRAM),
    "tonne": (1e6, GRAM), "ounce": (28.349523125, GRAM), "pound-weight": (453.59237, GRAM), "percent": (1.0, PERCENT), "%": (1.0, PERCENT),
    "percentage": (1.0, PERCENT), "pct": (1.0, PERCENT),
}  # fmt: skip
METRES = frozenset({"metre", "meter"})
PLURALS = {"centuries": "century", "millennia": "millennium", "inches": "inch"}

DIGITS = r"\d(?:[\d.,'’٬٫\u00a0\u202f ]*\d)?"
MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"  # set on letters
TOKEN = re.compile(
    rf"(?P<apart>\d{{1,2}}(?::\d\d)+|\d{{4}}-\d\d-\d\d|\d{{1,2}}([/.])\d{{1,2}}\2\d{{2,4}})(?!\d)|(?P<han>{RUN})|(?P<digits>{DIGITS})(?P<th>st|nd|rd|th)?(?P<vulgar>[½⅓⅔¼¾⅛])?|(?P<only>[½⅓⅔¼¾⅛])|(?P<word>(?:[^\W\d_]|(?!\d)[{MARKS}])+)|(?P<sign>[%٪‰/]|[-–—−])"
)
RANGE_WORDS_ALONE = frozenset("to and or through until bis und à et a y до и".split())
RANGE_WORDS = RANGE_WORDS_ALONE | frozenset("-–—−〜～至到")
CURRENCIES = frozenset("usd eur gbp chf rs inr r rm kr us c a nz hk s".split())  # as they stand before digits without a blank
LONGEST = 2_000  # characters in which a number is looked for
SAME = 1e-9  # relative: far below any rounding a source would print


class Number(Struct, frozen=True):
    """A number as words carry it. `unit` is the word that follows where it is a known unit."""

    value: float
    unit: str
    start: int
    end: int
    scaled: bool = False  # a word such as million is part of it
    vague: bool = False  # "thousands", "twenty-odd": at least so many
    letter: bool = False  # its last sign is an "m", which may be million or metres


def in_base_unit(value: float, unit: str) -> tuple[float, str]:
    """The value in the unit by which it can be compared: 2 weeks → (1209600.0, "second"); an unknown unit stands for itself."""
    scale, known, name = _read_unit(unit)
    if known:
        factor, base = UNITS[known]
        return value * scale * factor, base
    return value * scale, name


def _read_unit(unit: str) -> tuple[float, str, str]:
    """(what "million" in it multiplies by, the known unit in it or "", its name without such words)."""
    scale, known, rest = 1.0, "", []
    for word in re.findall(r"[^\W_]+|%", unit.casefold()):
        single = _singular(word)
        if single in SPELLED_SCALES:
            scale *= SCALES[single]
            continue
        if not known and single in UNITS:
            known = single
        rest.append(single)
    return scale, known, " ".join(rest)


def _singular(word: str) -> str:
    if word in PLURALS:
        return PLURALS[word]
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def carries(words: str, value: float, unit: str = "", language: str = "") -> bool:
    """Whether `words` give this very number."""
    words = words[:LONGEST]
    return any(not number.vague and _is(number, value, unit) for number in numbers(words, language)) or _spelled(
        words, value, unit, language
    )


def carries_range(words: str, low: float | None, high: float | None, unit: str = "", language: str = "") -> bool:
    """Whether `words` give both ends, the lower first; an end that is None is open. "Thousands" gives a lower end."""
    words = words[:LONGEST]
    found = numbers(words, language)
    lows = [number.start for number in found if low is not None and _is(number, low, unit)]
    highs = [number.start for number in found if high is not None and not number.vague and _is(number, high, unit)]
    if low is not None and not lows and not _spelled(words, low, unit, language):
        return False
    if high is not None and not highs and not _spelled(words, high, unit, language):
        return False
    return not (lows and highs) or min(lows) < max(highs)


def _is(number: Number, value: float, unit: str) -> bool:
    scale, known, _ = _read_unit(unit)
    if number.letter and (known in METRES) != (number.unit in METRES):
        return False
    if known and number.unit:
        (factor, base), (their_factor, their_base) = UNITS[known], UNITS[number.unit]
        return base == their_base and isclose(number.value * their_factor, value * scale * factor, rel_tol=SAME)
    if number.unit and UNITS[number.unit][1] == PERCENT and isclose(number.value / 100, value, rel_tol=SAME):
        return True
    return isclose(number.value, value * scale, rel_tol=SAME) or (
        not number.scaled and scale != 1 and isclose(number.value, value, rel_tol=SAME)
    )


def numbers(words: str, language: str = "") -> list[Number]:
    """Every number in `words`, under every reading that the language allows."""
    words = unicodedata.normalize("NFC", words)
    tokens = list(TOKEN.finditer(words.casefold() if len(words.casefold()) == len(words) else words))
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        read, after = ([], at + 1) if _is_name(tokens, at, words) else _number(tokens, at, language)
        found += read
        at = max(after, at + 1)
    return [*_spread(found, words), *_shares(found, words)]


def _number(tokens: list[re.Match[str]], at: int, language: str) -> tuple[list[Number], int]:
    """The readings of the number that begins at token `at`, and the token after it."""
    for read in (_vague, _fraction, _han, _digits, _words):
        values, after, scaled = read(tokens, at, language)
        if values:
            values, after, more = _scaled(tokens, after, values, spelled=tokens[at].lastgroup == "word")
            letter = _word(tokens, after) == "m" and _touches(tokens, after)
            if letter and tokens[at].lastgroup == "digits":
                return _metres_or_millions(tokens, at, after, values), after + 1
            unit, after = _unit(tokens, after)
            vague = read is _vague or _word(tokens, _skip_hyphen(tokens, after)) in ("odd", "something", "plus")
            minus = at > 0 and tokens[at - 1][0] in ("minus", "−", "-") and (at == 1 or tokens[at - 1].start() > tokens[at - 2].end())
            start, end = tokens[at].start(), tokens[after - 1].end()
            signs = (-1.0,) if minus and tokens[at - 1][0] == "minus" else (1.0, -1.0) if minus else (1.0,)
            return [Number(sign * v, unit, start, end, scaled or more, vague) for v in values for sign in signs], after
    return [], at + 1


def _metres_or_millions(tokens: list[re.Match[str]], at: int, after: int, values: list[float]) -> list[Number]:
    """ "2.5m": which of the two is meant says the unit that is asked for."""
    start, end = tokens[at].start(), tokens[after].end()
    millions = [Number(v * 1e6, "", start, end, scaled=True, letter=True) for v in values]
    return millions + [Number(v, "metre", start, end, letter=True) for v in values]


def _is_name(tokens: list[re.Match[str]], at: int, words: str) -> bool:
    """Whether digits belong to a name (B-52, Covid-19, MH17), or a number word does not count (no one, point two)."""
    if at == 0:
        return False
    here, before = tokens[at], tokens[at - 1]
    if here["word"] and before["word"]:
        return (before["word"], here["word"]) == ("no", "one") or before["word"] == "point"
    if not here["digits"]:
        return False
    if before["word"] and before.end() == here.start():
        return before["word"].isascii() and before["word"] not in CURRENCIES
    tied = before[0] == "-" and at > 1 and tokens[at - 2]["word"] and tokens[at - 2].end() == before.start() and before.end() == here.start()
    return bool(tied) and words[tokens[at - 2].start()].isupper() and tokens[at - 2]["word"].isascii()


def _touches(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether at most a blank stands before a token."""
    return 0 < at < len(tokens) and tokens[at].start() - tokens[at - 1].end() <= 1


def _han(tokens: list[re.Match[str]], at: int, _language: str) -> tuple[list[float], int, bool]:
    value = han_value(tokens[at]["han"]) if tokens[at]["han"] else None
    return ([], at, False) if value is None else ([value], at + 1, True)


def _word(tokens: list[re.Match[str]], at: int) -> str:
    return (tokens[at]["word"] or "") if at < len(tokens) else ""


def _skip_hyphen(tokens: list[re.Match[str]], at: int) -> int:
    """Past the hyphen of `600-mile` and `twenty-one`."""
    tied = 0 < at < len(tokens) - 1 and tokens[at][0] == "-" and tokens[at - 1].end() == tokens[at].start()
    return at + 1 if tied and tokens[at + 1].start() == tokens[at].end() else at


def _vague(tokens: list[re.Match[str]], at: int, _language: str) -> tuple[list[float], int, bool]:
    """ "thousands", "tens of thousands"; after a digit or number word it is no vague number."""
    value, after = VAGUE.get(_word(tokens, at), 0.0), at + 1
    if not value:
        return [], at, False
    while _word(tokens, after) == "of" and _word(tokens, after + 1) in VAGUE:
        value *= VAGUE[_word(tokens, after + 1)]
        after += 2
    return [value], after, True


def _fraction(tokens: list[re.Match[str]], at: int, _language: str) -> tuple[list[float], int, bool]:
    """ "half", "half a", "a third", "two-thirds", "three quarters of a"."""
    first, after = _word(tokens, at), at
    top = 1.0
    if first in ("a", "an", "one") or first in CARDINALS:
        top, after = CARDINALS.get(first, 1.0), _skip_hyphen(tokens, at + 1)
    elif first not in ("half", "quarter"):
        return [], at, False
    bottom = FRACTIONS.get(_word(tokens, after)) or (
        FRACTIONS.get(_word(tokens, after)[:-1]) if _word(tokens, after).endswith("s") else None
    )
    if not bottom or (after == at and first not in ("half", "quarter")):
        return [], at, False
    after = _skip_hyphen(tokens, after + 1)
    follows = after
    if _word(tokens, follows) == "of":
        follows += 1
    if _word(tokens, follows) in ("a", "an") and (_word(tokens, follows + 1) in SCALES or _singular(_word(tokens, follows + 1)) in UNITS):
        after = follows + 1
    return [top / bottom], after, False


VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅛": 1 / 8}


def _digits(tokens: list[re.Match[str]], at: int, language: str) -> tuple[list[float], int, bool]:
    token = tokens[at]
    if token["only"]:
        return [VULGAR[token["only"]]], at + 1, False
    if not token["digits"]:
        return [], at, False
    values = [value + VULGAR.get(token["vulgar"] or "", 0.0) for value in readings(token["digits"], language)]
    if at + 2 < len(tokens) and tokens[at + 1][0] == "/" and (tokens[at + 2]["digits"] or "").isdecimal() and int(tokens[at + 2]["digits"]):
        return [*(value / int(tokens[at + 2]["digits"]) for value in values)], at + 3, False
    return _and_a_half(tokens, at + 1, values)


def _and_a_half(tokens: list[re.Match[str]], at: int, values: list[float]) -> tuple[list[float], int, bool]:
    if _word(tokens, at) == "and" and _word(tokens, at + 1) in ("a", "one") and _word(tokens, at + 2) in FRACTIONS:
        return [value + 1 / FRACTIONS[_word(tokens, at + 2)] for value in values], at + 3, False
    return values, at, False


def _words(tokens: list[re.Match[str]], at: int, _language: str) -> tuple[list[float], int, bool]:
    """English number words: "twenty-one thousand three hundred and five", "a dozen", "a week"."""
    after, total, group, seen, scaled = at, 0.0, 0.0, False, False
    if _word(tokens, at) in ("a", "an"):
        if _word(tokens, at + 1) == "couple":
            return [2.0], at + (3 if _word(tokens, at + 2) == "of" else 2), False
        if _word(tokens, at + 1) not in SPELLED_SCALES and _singular(_word(tokens, at + 1)) not in UNITS:
            return [], at, False
        if _word(tokens, at + 1) not in SPELLED_SCALES:
            return [1.0], at + 1, False
        group, seen, after = 1.0, True, at + 1
    while after < len(tokens):
        word = _word(tokens, _skip_hyphen(tokens, after) if seen else after)
        if word in CARDINALS and not (seen and group % 100 and not (group % 10 == 0 and 20 <= group % 100 and CARDINALS[word] < 10)):
            group, seen = group + CARDINALS[word], True
        elif word == "hundred" and seen and group < 100:
            group, scaled = group * 100, True
        elif word in SPELLED_SCALES and seen:
            total, group, scaled = total + group * SCALES[word], 0.0, True
        elif word == "and" and seen and scaled and _word(tokens, after + 1) in CARDINALS:
            after += 1
            continue
        else:
            break
        after = (_skip_hyphen(tokens, after) if seen else after) + 1
    if not seen:
        return [], at, False
    if _word(tokens, after) == "point":
        return _spelled_decimals(tokens, after, total + group)
    values, after, _ = _and_a_half(tokens, after, [total + group])
    return values, after, scaled


def _spelled_decimals(tokens: list[re.Match[str]], at: int, whole: float) -> tuple[list[float], int, bool]:
    """ "two point five": `at` is the point."""
    digits, after = "", at + 1
    while CARDINALS.get(_word(tokens, after), 10.0) < 10:
        digits += str(int(CARDINALS[_word(tokens, after)]))
        after += 1
    return ([whole + float(f"0.{digits}")], after, False) if digits else ([whole], at, False)


def _scaled(tokens: list[re.Match[str]], at: int, values: list[float], *, spelled: bool) -> tuple[list[float], int, bool]:
    """The values times "million" and the like. A lone "m" is left to the reader: it may be metres."""
    scaled = False
    while True:
        after = _skip_hyphen(tokens, at)
        word = _word(tokens, after)
        if word not in SCALES or word == "m" or not _touches(tokens, after) or (spelled and word in ("k", "b")):
            return values, at, scaled
        values, at, scaled = [v * SCALES[word] for v in values], after + 1, True


def _unit(tokens: list[re.Match[str]], at: int) -> tuple[str, int]:
    """The known unit that follows, also by a hyphen: `600-mile`, `50 per cent`, `5%`."""
    after = _skip_hyphen(tokens, at)
    if after >= len(tokens):
        return "", at
    word = "%" if tokens[after][0] in "%٪" else _singular(_word(tokens, after))
    if word == "per" and _word(tokens, after + 1) == "cent":
        return "percent", after + 2
    return (word, after + 1) if word in UNITS else ("", at)


def _spread(found: list[Number], words: str) -> Iterator[Number]:
    """The numbers; in "4 to 6 weeks" and "10-20 million" the first also has the second's unit and scale, after a dash it has only those."""
    for n, first in enumerate(found):
        second = next((other for other in found[n + 1 : n + 4] if other.start >= first.end), None)
        between = words[first.end : second.start].strip("$€£¥ ").casefold() if second else ""
        if not second or between not in RANGE_WORDS:
            yield first
            continue
        unit = first.unit or second.unit
        scale = _scale_in(words[second.start : second.end])
        if scale == 1 or first.scaled:
            yield first
            yield Number(first.value, unit, first.start, first.end, first.scaled, first.vague)
            continue
        if between in RANGE_WORDS_ALONE:
            yield first
        yield Number(first.value * scale, unit, first.start, first.end, scaled=True)


def _scale_in(words: str) -> float:
    """What the last word such as million in a number multiplies by."""
    return next((SCALES[word] for word in reversed(re.findall(r"[^\W\d_]+", words.casefold())) if word in SCALES), 1.0)


def _shares(found: list[Number], words: str) -> Iterator[Number]:
    """Fractions as percentages: "half", "three in ten", "1 out of 5"."""
    for first, second in pairwise(found):
        if second.value and words[first.end : second.start].strip().casefold() in ("in", "in every", "out of", "out of every"):
            yield Number(first.value / second.value, "", first.start, second.end)
            yield Number(100 * first.value / second.value, "percent", first.start, second.end)
    for number in found:
        if 0 < number.value < 1 and not number.unit and not any(c.isdigit() for c in words[number.start : number.end]):
            yield Number(100 * number.value, "percent", number.start, number.end)


def readings(digits: str, language: str = "") -> list[float]:
    """What "1.200" may mean: 1.2 in English, 1200 in German, both where the language is unknown."""
    text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in digits)
    text = re.sub(r"[\u00a0\u202f]", " ", text).replace("’", "'").replace("٬", "'").replace("٫", "d")
    lang = language.split("-", 1)[0].casefold()
    if text.isdecimal():
        return [float(text)]
    values: list[float] = []
    if lang not in DECIMAL_COMMA:
        values += _as(text, decimal=".", group=",")
    if lang not in DECIMAL_POINT:
        values += _as(text, decimal=",", group=".")
    if not values:  # printed against the custom of its language, but clear
        values = _as(text, decimal=".", group=",") or _as(text, decimal=",", group=".")
    if not values or (" " in text and lang not in GROUPS_BY_SPACE):
        values += [value for part in re.findall(r"[^ ']+", text) if part != text for value in readings(part, language)]
    return list(dict.fromkeys(values))


def _as(text: str, *, decimal: str, group: str) -> list[float]:
    found = re.fullmatch(
        rf"(?P<whole>\d{{1,3}}(?:(?P<by>[{re.escape(group)} '])(?:\d{{2,3}}(?P=by))*\d{{3}})?|\d+)(?:[{re.escape(decimal)}d](?P<part>\d+))?",
        text,
    )
    if not found:
        return []
    return [float(re.sub(r"\D", "", found["whole"]) + "." + (found["part"] or "0"))]


def _spelled(words: str, value: float, unit: str, language: str) -> bool:
    """Whether the number stands in words of another language than English, as `num2words` writes it."""
    lang = language.replace("-", "_")
    if not lang or lang.casefold().startswith("en") or value != int(value) or abs(value) >= 1e12:
        return False
    from num2words import CONVERTER_CLASSES, num2words  # noqa: PLC0415 26 ms: only where a number is written out

    known = lang if lang in CONVERTER_CLASSES else lang.split("_", 1)[0]
    if known not in CONVERTER_CLASSES or known in ("ja", "zh", "zh_CN", "zh_TW", "zh_HK"):
        return False
    scale, _, _ = _read_unit(unit)
    try:
        spelled = {str(num2words(int(v), lang=known)).casefold() for v in {value, value * scale}}
    except (NotImplementedError, OverflowError, ValueError, TypeError, KeyError, IndexError):
        return False
    plain = re.sub(r"[\s-]+", " ", words.casefold())
    return any(_stands_alone(re.sub(r"[\s-]+", " ", one), plain, known) for one in spelled)


def _stands_alone(number: str, words: str, language: str) -> bool:
    """Whether a spelled number stands in words and is no part of a longer one: vingt, but not in vingt et un."""
    longer = _written(language)
    for found in re.finditer(rf"(?<!\w){re.escape(number)}(?!\w)", words):
        before, after = words[: found.start()].split()[-3:], words[found.end() :].split()[:3]
        extended = [" ".join((*before[-k:], number)) for k in (1, 2, 3)] + [" ".join((number, *after[:k])) for k in (1, 2, 3)]
        neighbours = {*before[-1:], *after[:1]}
        if not any(one != number and one in longer for one in extended) and not neighbours & SCALES.keys():
            return True
    return False


@cache
def _written(language: str) -> frozenset[str]:
    """The numbers below a thousand as a language writes them."""
    from num2words import num2words  # noqa: PLC0415

    try:
        return frozenset(re.sub(r"[\s-]+", " ", str(num2words(n, lang=language)).casefold()) for n in range(1000))
    except (NotImplementedError, OverflowError, ValueError, TypeError, KeyError, IndexError):
        return frozenset()
