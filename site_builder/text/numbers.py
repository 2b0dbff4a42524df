"""The numbers that words carry: 1,200 and 1.2 thousand, $275 million, two weeks, half a century, 600-mile, ranges.

Digits of every script are read, grouped and broken as the source's language does (both ways where the language is unknown). Number words
are read in English here and written by `num2words` for other languages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import isclose, nan, prod

from msgspec import Struct
from msgspec.structs import replace

from site_builder.text.bounds import bound
from site_builder.text.digits import DIGITS, readings
from site_builder.text.edges import MINUS_WORDS, minus_before, minus_word_before
from site_builder.text.halves import HALVES, half_behind
from site_builder.text.han import ABOUT, COUNTED, GREAT, KOREAN, NUMERALS, ONES, RUN, han_value, with_decimals
from site_builder.text.printed import CODES, PERCENTS, Place, measure, printed, ratio
from site_builder.text.scripts import later
from site_builder.text.spelled import TOO_GREAT, goes_on, may_go_on, spelled_out
from site_builder.text.units import (
    CARDINALS,
    METRES,
    PERCENT,
    SCALES,
    SCALES_BEFORE,
    SPELLED_SCALES,
    UNITS,
    is_share,
    read_unit,
    scales,
    singular,
)

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
HALF = frozenset(
    "half halbe halben halber halbes demi medio media meio meia mezzo mezza halv halvt halve pół пол пів půl puoli fél yarım".split()
)
BEGINS = frozenset({*VAGUE, *CARDINALS, *HALF, "a", "an", "quarter"})  # words with which a number may begin
MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"  # set on letters
THAI = "ล้าน|แสน|หมื่น|พัน(?!ธ)|ร้อย"  # set after digits without a blank, and before what is counted
TOKEN = later(  # large, and nothing is read in a build that finds all as it was
    rf"""(?P<apart>(?:\d{{1,2}}(?::\d\d)+|\d{{4}}-\d\d-\d\d|\d{{1,2}}([/.])\d{{1,2}}\2\d{{2,4}})(?!\d)  # times and dates
        |(?<=年)\d{{1,2}}月(?:\d{{1,2}}日)?|\d{{1,2}}(?:月|월\ ?)\d{{1,2}}[日일])
    |(?P<han>{RUN})
    |(?P<digits>{DIGITS})(?P<th>st|nd|rd|th)?(?P<vulgar>[ \u00a0\u2009\u202f]?[½⅓⅔¼¾⅛])?
    |(?P<only>[½⅓⅔¼¾⅛])
    |(?P<word>{THAI}|(?:(?![{NUMERALS}])[^\W\d_]|(?!\d)[{MARKS}])+)
    |(?P<sign>[%٪％‰/]|[-–—−])""",
    re.X,
)
RANGE_WORDS_ALONE = frozenset("to and or through until bis und à et a y до и".split())
TO = frozenset(  # both ends share a scale
    "to until through bis à a до tot til till até hasta do ila ile až έωσ μέχρι đến tới sampai hingga hadi تا إلى الى עד से ถึง 到 至".split()
)
BETWEEN_TWO = later(
    r"(?<!\w)(?:(?:between|zwischen|entre|tra|fra|między|между|між|mellan|mellom|mellem|tussen|antara|μεταξύ|בין|بين)\s|מ[-־])\W{0,2}\Z",
    re.I,
)
AND = frozenset("and und et y e en och og i и й та і dan και و ל ל- ל־".split())  # of two ends only after "between"
RANGE_WORDS = RANGE_WORDS_ALONE | TO | frozenset("-–—−〜～~∼至到")
CURRENCIES = CODES | frozenset("r us c a nz hk s".split())  # as they stand before digits without a blank
LETTERS = frozenset("np")  # of naira, of pesos and pula: only before millions, else they may begin a name
ARTICLE = re.compile(r"\ban?\s+\Z", re.I)
BELOW_ZERO = later(  # after a number: 12 degrees below zero
    r"(?:[^\s.,;]{0,15} ){0,3}(?:below (?:zero|freezing)|unter null|(?:sous|dessous de) zéro|bajo cero|sotto zero|abaixo de zero"
    r"|ниже нуля|мороза|нижче нуля|морозу|poniżej zera|mrozu|onder nul|under noll|pod nulou|تحت الصفر|زیر صفر|מתחת לאפס)",
    re.I,
)
METRE_SIGN, SHARE = ("m", 0, 0), ("%", 0, 0)
LONGEST_BETWEEN = 24
DAY = later(  # of a month, with the blank behind it: on Oct. 7 251 people is no 7,251
    r"(?<![^\W\d_])(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\.?|January|February|March|April|August|September"
    r"|October|November|December)[ \u00a0](?P<day>[1-9]|[12]\d|3[01])[ \u00a0\u202f]"
)
LONGEST_DAY = 16
MILLION = 1e6  # of which "and a half" is half a million: three thousand and a half is less
COUNTING = later(rf"[\d{NUMERALS}{KOREAN}½⅓⅔¼¾⅛]")
COUNTING_WORDS = frozenset({*BEGINS, *SPELLED_SCALES, *FRACTIONS, *(f"{word}s" for word in FRACTIONS), *MINUS_WORDS, "and", "of", "point"})
THAI_SCALE = later(THAI)
LONGEST_WORD, REACH = 24, 200
BETWEEN = "-,.'’٬٫·，．،/"  # signs inside numbers
LONGEST = 2_000  # characters in which a number is looked for
RATE = 4  # words of a rate before the number of which it is one: 50 live births per 1,000
ROUND = re.compile(r"1(?:00+|0*(?:\D0+)+)")  # 100, 1.000, 100.000
POWER = later(r"(?:\d[\d.,]* ?[x×·*] ?)?(?:\d[\d.,·]*\^[-+−–]?\d+|10[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)|\d[\d.,]*e[-+−]?\d+(?!\w)")  # 10^6, 2x10⁶, 1e6
GREAT_AT_END = later(rf"\d(?P<signs>[{''.join(GREAT)}]+)\Z")
OCLOCK = later("分(?![之钟鐘間])|整")
ELSEWHERE = {"fr": ("six",), "nl": ("ten",), "pl": ("ten", "one")}  # words that are no English ones in these languages
SAME = 1e-14  # relative: what arithmetic with fractions loses


class Number(Struct, frozen=True):
    """A number as words carry it. `unit` is the word that follows where it is a known unit."""

    value: float
    unit: str
    start: int
    end: int
    scaled: bool = False  # a word such as million is part of it
    vague: bool = False  # "thousands", "twenty-odd": at least so many
    letter: bool = False  # its last sign is an "m", which may be million or metres
    last: int = 0  # where its numeral ends, before the unit
    place: Place = ("", 0, 0)  # where it stands, or where the money or unit is printed that it shares
    beside: Place | None = None  # what counts as printed beside it, if not what is


def carries(words: str, value: float, unit: str = "", language: str = "", before: str = "", after: str = "") -> bool:
    """Whether `words` give this very number; one that goes on in what stands `before` and `after` them they don't."""
    return bool(standing(words, value, unit, language, before, after))


def standing(words: str, value: float, unit: str = "", language: str = "", before: str = "", after: str = "") -> list[Number]:
    """Where `words` give this very number, each as a number; those in words of other languages have no scale."""
    words, after = words[:LONGEST], after if len(words) <= LONGEST else ""
    value = -value if BELOW_ZERO.search(unit) else value
    found = [one for one in _whole(words, language, before, after) if not one.vague and _is(one, value, unit)]
    places = () if found else spelled_out(words, value, unit, language, before, after)
    return found or [Number(value, "", place[1], place[2], place=place) for place in places]


def scale_of(number: Number, words: str, language: str) -> float:
    """What the last word such as million in a number multiplies by; 1 without one."""
    return _scale_in(words[number.start : number.end], language) if number.scaled else 1.0


def carries_range(
    words: str, low: float | None, high: float | None, unit: str = "", language: str = "", before: str = "", after: str = ""
) -> bool:
    """Whether `words` give both ends, the lower first; an end that is None is open. "Thousands" gives a lower end."""
    words, after = words[:LONGEST], after if len(words) <= LONGEST else ""
    found = _whole(words, language, before, after)
    lows = [
        number for number in found if low is not None and _is(number, low, unit) and (high is not None or bound(number.place) != "most")
    ]
    highs = [
        number
        for number in found
        if high is not None and not number.vague and _is(number, high, unit) and (low is not None or bound(number.place) != "least")
    ]
    if low is not None and not lows and not _spelled(words, low, unit, language, before, after, "" if high is not None else "most"):
        return False
    if high is not None and not highs and not _spelled(words, high, unit, language, before, after, "" if low is not None else "least"):
        return False
    return not (lows and highs) or any(_follows(one, other, found) for one in lows for other in highs)


def _spelled(words: str, value: float, unit: str, language: str, before: str, after: str, unless: str) -> bool:
    """Whether the words give the number written out, and nowhere only as the bound that it can't be."""
    return any(not unless or bound(place) != unless for place in spelled_out(words, value, unit, language, before, after))


def _follows(low: Number, high: Number, found: Sequence[Number]) -> bool:
    """Whether two numbers follow each other, as the ends of a range do."""
    return low.start < high.start and not any(low.last <= one.start and one.last <= high.start for one in found)


def _whole(words: str, language: str, before: str, after: str) -> list[Number]:
    """The numbers in `words` that are no others when what stands round these is read too: not 500 of three thousand five hundred."""
    found = numbers(words, language)
    if not found or not (before or after):
        return found
    start = len(unicodedata.normalize("NFC", before))
    whole = {(one.start - start, one.last - start, one.value): one.place for one in numbers(before + words + after, language, start)}
    article = ARTICLE.search(before)
    if article:  # of "a half-million" it may be left out
        whole |= {(0, last, value): known for (at, last, value), known in whole.items() if at == article.start() - start}
    keys = [(one.start, one.last, one.value) for one in found]
    return [replace(one, place=whole[key]) for one, key in zip(found, keys, strict=True) if key in whole]


def may_cut(text: str, start: int, end: int, language: str = "") -> bool:
    """Whether text[start:end] may begin or end inside a number: few do, and that is sooner told than by reading the numbers."""
    return any(_counts(text, at, language) for at in (start, end) if 0 < at < len(text))


def cuts(words: str, language: str = "", before: str = "", after: str = "") -> bool:
    """Whether `words` begin or end inside a number that goes on in what stands round them; the article of "a million" may be left out."""
    if len(words) > LONGEST:
        words = f"{words[:REACH]} … {words[-REACH:]}"
    before, words = unicodedata.normalize("NFC", before), unicodedata.normalize("NFC", words)
    text = before + words + unicodedata.normalize("NFC", after)
    edges = [at for at in (len(before), len(before + words)) if 0 < at < len(text) and _counts(text, at, language)]
    found = numbers(text, language) if edges else []
    return any(_is_inside(edge, found, text) for edge in edges) or goes_on(words, language, before, after)


def _counts(text: str, at: int, language: str) -> bool:
    """Whether the words on both sides of a place in a text may be parts of a number."""
    lefts, rights = text[max(0, at - LONGEST_WORD) : at].rsplit(maxsplit=1), text[at : at + LONGEST_WORD].split(maxsplit=1)
    if not lefts or not rights:
        return False
    left, right = lefts[-1], rights[0]
    return (_is_part(left, -1, language) and _is_part(right, 0, language)) or may_go_on(left, right, language)


@lru_cache(maxsize=4096)
def _is_part(word: str, side: int, language: str) -> bool:
    """Whether a word may be part of a number; in scripts without blanks its first (0) or last (-1) sign."""
    word = word.casefold().strip(BETWEEN)
    if not word:
        return False
    return word in COUNTING_WORDS or word in scales(language) or bool(COUNTING.match(word[side]) or THAI_SCALE.match(word))


def _is_inside(edge: int, found: Sequence[Number], text: str) -> bool:
    """Whether a place in a text lies inside a number, however this is read."""
    if text[edge] == "," or any(edge in (one.start, one.last) for one in found):
        return False
    return any(_goes_over(one, edge, text) for one in found if one.start < edge < one.last and not one.letter)


def _goes_over(one: Number, edge: int, text: str) -> bool:
    return text[one.start : edge].strip().casefold() not in ("a", "an") and not _are_two(text, one, edge)


def _are_two(text: str, run: Number, edge: int) -> bool:
    """Whether signs of a Chinese number may belong to two words: 唯一一次, 周三三十人."""
    if text[run.start - 1 : run.start] in ("周", "週", "期", "拜") and edge == run.start + 1:
        return True
    return run.last - run.start == 2 and text[edge - 1] in ONES and text[edge] in ONES


def _is(number: Number, value: float, unit: str) -> bool:
    scale, known, _ = read_unit(unit)
    if number.letter and (known in METRES) != (number.unit in METRES):
        return False
    asked = measure(unit)
    theirs = (printed(number.beside or number.place) or measure(number.unit)) if unit else ()
    if theirs and asked:
        factor = ratio(theirs, asked)
        return factor is not None and isclose(number.value * factor, value * scale, rel_tol=SAME)
    if theirs == PERCENTS and not is_share(unit):
        return False
    if number.unit and UNITS[number.unit][1] == PERCENT and isclose(number.value / 100, value, rel_tol=SAME):
        return True
    return isclose(number.value, value * scale, rel_tol=SAME) or (
        not number.scaled and scale != 1 and isclose(number.value, value, rel_tol=SAME)
    )


def numbers(words: str, language: str = "", start: int = 0) -> list[Number]:
    """Every number in `words`, under every reading that the language allows. At `start` a number may begin inside a run of letters."""
    words = unicodedata.normalize("NFC", words)
    tokens = list(TOKEN.finditer(_small(words)))
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        word = tokens[at]["word"]
        if word and word not in BEGINS:  # as most words
            at += 1
            continue
        tokens[at : at + 1] = _without_day(tokens[at], words, language)
        power = None if word else POWER.match(tokens[at].string, tokens[at].start())
        if power:
            at = next((n for n in range(at, len(tokens)) if tokens[n].start() >= power.end()), len(tokens))
            continue
        named = (
            _is_name(tokens, at, words)
            or (_is_foreign(tokens, at, language) if word else _is_base(tokens, at, language))
            or (tokens[at].start() != start and _is_syllable(tokens, at))
        )
        read, after = ([], at + 1) if named else _number(tokens, at, language)
        found += read
        at = max(after, at + 1)
    return [*_spread(found, words, language), *_shares(found, words)]


def _without_day(token: re.Match[str], words: str, language: str) -> list[re.Match[str]]:
    """A day of a month and the number behind it are two, though a blank may group digits; any other token is itself."""
    digits = token["digits"]
    if not digits or digits.isdecimal() or not (language.casefold().startswith("en") or not language):
        return [token]
    found = DAY.search(words, max(0, token.start() - LONGEST_DAY), token.end())
    if not found or found.start("day") != token.start():
        return [token]
    parts = TOKEN.match(token.string, token.start(), found.end("day")), TOKEN.match(token.string, found.end())
    return [one for one in parts if one]


def _small(words: str) -> str:
    """The words without capitals, each sign in its place."""
    small = words.casefold()
    if len(small) == len(words):
        return small
    return "".join(folded if len(folded := sign.casefold()) == 1 else sign for sign in words)


def _number(tokens: list[re.Match[str]], at: int, language: str) -> tuple[list[Number], int]:
    """The readings of the number that begins at token `at`, and the token after it."""
    for read in (_vague, _fraction, _han, _digits, _words):
        values, after, scaled = read(tokens, at, language)
        if values:
            values, after, more = _scaled(tokens, after, values, language, spelled=tokens[at].lastgroup == "word")
            first, scale = _scale_before(tokens, at, language)
            letter = _word(tokens, after) == "m" and _touches(tokens, after)
            if letter and tokens[at].lastgroup == "digits":
                return _metres_or_millions(tokens, at, after, values), after + 1
            if more and tokens[at].lastgroup == "digits":
                values, after = _added(tokens, after, values, language)
            last = tokens[after - 1].end()
            unit, after = _unit(tokens, after)
            vague = read is _vague or _word(tokens, _skip_hyphen(tokens, after)) in ("odd", "something", "plus")
            end = tokens[after - 1].end()
            text = tokens[at].string
            below, place = -1 if BELOW_ZERO.match(text, last) else 1, (text, tokens[first].start(), last)
            return [
                Number(below * sign * v * scale, unit, start, end, scaled or more or scale > 1, vague, last=last, place=place)
                for v in values
                for sign, start in _signs(tokens, first)
            ], after
    return [], at + 1


def _scale_before(tokens: list[re.Match[str]], at: int, language: str) -> tuple[int, float]:
    """Where a number begins and by what it is multiplied if its language sets the scale before it: milioni 3.4."""
    words = SCALES_BEFORE.get(language[:2])
    if not words:
        return at, 1.0
    word = _word(tokens, at - 1) if at and tokens[at]["digits"] and _flows(tokens, at) else ""
    if word not in words or (at > 1 and tokens[at - 2]["digits"] and _flows(tokens, at - 1)):
        return at, 1.0
    return at - 1, scales(language)[word]


def _signs(tokens: list[re.Match[str]], at: int) -> list[tuple[float, int]]:
    """Plus or minus, and where the number begins with it. A dash at the very start, or after a number, may be either."""
    text, start = tokens[at].string, tokens[at].start()
    minus = minus_before(text, start) if tokens[at]["digits"] else minus_word_before(text, start)
    if minus == start:
        return [(1.0, start)]
    before = next(n for n in range(at, -1, -1) if n == 0 or tokens[n - 1].end() <= minus)
    unsure = text[minus] in "-–" and (before == 0 or tokens[before - 1]["digits"])
    return [(1.0, start), (-1.0, minus)] if unsure else [(-1.0, minus)]


def _added(tokens: list[re.Match[str]], at: int, values: list[float], language: str) -> tuple[list[float], int]:
    """What a smaller number adds: 3 crore 20 lakh, 1 millón 200 mil, 2 bin 300."""
    while at < len(tokens) and tokens[at]["digits"] and _flows(tokens, at):
        smaller, after, scaled = _scaled(tokens, at + 1, readings(tokens[at]["digits"], language), language, spelled=False)
        above = _scale_in(tokens[at - 1][0], language)
        hundreds = above == 1e3 and language[:2] not in ("", "en") and _skip_hyphen(tokens, after) == after
        if not (scaled or hundreds) or max(smaller) >= above:
            break
        values, at = [value + more for value in values for more in smaller], after
    return values, at


def _metres_or_millions(tokens: list[re.Match[str]], at: int, after: int, values: list[float]) -> list[Number]:
    """ "2.5m": which of the two is meant says the unit that is asked for."""
    start, end = tokens[at].start(), tokens[after].end()
    text = tokens[at].string
    millions = [Number(v * 1e6, "", start, end, scaled=True, letter=True, last=end, place=(text, start, end)) for v in values]
    return millions + [Number(v, "metre", start, end, letter=True, last=end, place=(text, start, end), beside=METRE_SIGN) for v in values]


def _is_name(tokens: list[re.Match[str]], at: int, words: str) -> bool:
    """Whether digits belong to a name (B-52, Covid-19, MH17), or a number word does not count (no one, point two)."""
    if at == 0:
        return False
    here, before = tokens[at], tokens[at - 1]
    if here["word"] and before["word"]:
        if before["word"] == "point":
            return at == 1 or tokens[at - 2]["word"] in CARDINALS
        return (before["word"], here["word"]) in HALVES or (before["word"], here["word"]) == ("no", "one") or _is_half_more(tokens, at)
    if not here["digits"]:
        return False
    if before["word"] and before.end() == here.start():
        letter = before["word"] in LETTERS and _touches(tokens, at + 1) and _word(tokens, at + 1) in SCALES
        return before["word"].isascii() and before["word"] not in CURRENCIES and not letter
    tied = (
        before[0] == "-" and at > 1 and tokens[at - 2]["word"] and tokens[at - 2].end() == before.start() and before.end() == here.start()
    )
    return bool(tied) and words[tokens[at - 2].start()].isupper() and tokens[at - 2]["word"].isascii()


def _is_foreign(tokens: list[re.Match[str]], at: int, language: str) -> bool:
    """Whether a number word of English is one of another language here, or none: it is read as that language writes numbers out."""
    return _word(tokens, at) in ELSEWHERE.get(language[:2], ()) and scales(language).get(_word(tokens, at + 1), 1.0) < TOO_GREAT


def _is_half_more(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether the "a" or the "half" here belongs to the number before it: two years and a half."""
    first = at - 2 if _word(tokens, at) == "a" else at - 3
    words = [_word(tokens, n) for n in range(first, first + 5)] if first >= 0 else []
    return words[1:4] == ["and", "a", "half"] and half_behind(words) > 0


def _is_base(tokens: list[re.Match[str]], at: int, language: str) -> bool:
    """Whether digits say of how many: 50 per 1,000 people. In most languages "per" means other things too (per 30 mln di euro)."""
    if not tokens[at]["digits"] or at == 0 or tokens[at - 1]["word"] != "per":
        return False
    if language.casefold().startswith("en") or not language:
        return True
    counted = any(one["digits"] or one["han"] or one["word"] in CARDINALS for one in tokens[max(0, at - RATE) : at - 1])
    return counted and (not language.casefold().startswith("it") or bool(ROUND.fullmatch(tokens[at]["digits"])))


def _is_syllable(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a lone sign that may be a number belongs to a word: the 一 of 统一."""
    if at == 0 or not tokens[at]["han"] or len(tokens[at]["han"]) > 1:
        return False
    before = tokens[at - 1]
    tied = bool(before["word"]) and before.end() == tokens[at].start()
    return tied and not before[0].endswith(ABOUT) and not COUNTED.match(tokens[at].string, tokens[at].start())


def _touches(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether at most a blank stands before a token."""
    if not 0 < at < len(tokens):
        return False
    between = tokens[at].string[tokens[at - 1].end() : tokens[at].start()]
    return len(between) <= 1 or between.isspace()


def _flows(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether nothing but blanks stands before a token."""
    return 0 < at < len(tokens) and not tokens[at].string[tokens[at - 1].end() : tokens[at].start()].strip()


def _han(tokens: list[re.Match[str]], at: int, language: str) -> tuple[list[float], int, bool]:
    """三百五十, 三分之一, 百分之二十, 三点五万; of a time of the day nothing is read."""
    run = tokens[at]["han"]
    joined = _word(tokens, at + 1) if _ties(tokens, at + 1) and _ties(tokens, at + 2) else ""
    if joined in ("分之", "分の") and (run or tokens[at]["digits"]):
        bottom = (han_value(run, lone=True) or 0.0) if run else readings(tokens[at]["digits"], language)[0]
        top, after, _ = _han(tokens, at + 2, language) if tokens[at + 2]["han"] else _digits(tokens, at + 2, language)
        return [value / bottom for value in top] if bottom else [nan], after, True
    if not run:
        return [], at, False
    if joined in ("点", "點", "・"):
        value = None if OCLOCK.match(tokens[at].string, tokens[at + 2].end()) else with_decimals(run, tokens[at + 2]["han"] or "")
        return [nan if value is None else value], at + 3, True
    about = at > 0 and _ties(tokens, at) and _word(tokens, at - 1).endswith(ABOUT)
    value = han_value(run, lone=about or bool(COUNTED.match(tokens[at].string, tokens[at].start())))
    return ([], at, False) if value is None else ([value], at + 1, True)


def _ties(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether nothing at all stands before a token."""
    return 0 < at < len(tokens) and tokens[at - 1].end() == tokens[at].start()


def _word(tokens: list[re.Match[str]], at: int) -> str:
    return (tokens[at]["word"] or "") if at < len(tokens) else ""


def _skip_hyphen(tokens: list[re.Match[str]], at: int) -> int:
    """Past the hyphen of `600-mile` and `twenty-one`."""
    tied = 0 < at < len(tokens) - 1 and tokens[at][0] == "-" and tokens[at - 1].end() == tokens[at].start()
    return at + 1 if tied and tokens[at + 1].start() == tokens[at].end() else at


def _vague(tokens: list[re.Match[str]], at: int, language: str) -> tuple[list[float], int, bool]:
    """ "thousands", "tens of thousands"; after a digit or number word it is no vague number."""
    if _word(tokens, at) not in VAGUE:
        return [], at, False
    known = {**VAGUE, **{word: scales(language)[word] for word in VAGUE.keys() & scales(language).keys()}}
    value, after = known[_word(tokens, at)], at + 1
    while _word(tokens, after) == "of" and _word(tokens, after + 1) in known:
        value *= known[_word(tokens, after + 1)]
        after += 2
    return [value], after, True


def _fraction(tokens: list[re.Match[str]], at: int, language: str) -> tuple[list[float], int, bool]:
    """ "half", "half a", "a third", "two-thirds", "three quarters of a"."""
    first, after = _word(tokens, at), at
    if first in HALF and _word(tokens, _skip_hyphen(tokens, at + 1)) in scales(language) and _touches(tokens, at + 1):
        return [1 / 2], at + 1, False
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
    if _word(tokens, follows) in ("a", "an") and (
        _word(tokens, follows + 1) in scales(language) or singular(_word(tokens, follows + 1)) in UNITS
    ):
        after = follows + 1
    return [top / bottom], after, False


VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅛": 1 / 8}


def _digits(tokens: list[re.Match[str]], at: int, language: str) -> tuple[list[float], int, bool]:
    token = tokens[at]
    if token["only"]:
        return [VULGAR[token["only"]]], at + 1, False
    if not token["digits"]:
        return [], at, False
    values = [value + VULGAR.get((token["vulgar"] or "").strip(), 0.0) for value in readings(token["digits"], language)]
    if at + 2 < len(tokens) and tokens[at + 1][0] == "/" and (tokens[at + 2]["digits"] or "").isdecimal() and int(tokens[at + 2]["digits"]):
        return [*(value / int(tokens[at + 2]["digits"]) for value in values)], at + 3, False
    if _touches(tokens, at + 1) and re.fullmatch(r"\d/\d\d?", "".join(part[0] for part in tokens[at + 1 : at + 4])):  # 2 1/2
        more = int(tokens[at + 1][0]) / int(tokens[at + 3][0]) if int(tokens[at + 3][0]) else 0.0
        return [value + more for value in values], at + 4, False
    return _and_a_half(tokens, at + 1, values)


def _and_a_half(tokens: list[re.Match[str]], at: int, values: list[float], whole: float = 1.0) -> tuple[list[float], int, bool]:
    """The values and what "and a half" adds, also in other languages and with hyphens; `whole`: of what it is the half."""
    ends = [at]
    for _ in range(5):
        ends.append(_skip_hyphen(tokens, ends[-1]) + 1)
    words = [_word(tokens, end - 1) if _touches(tokens, end - 1) else "" for end in ends[1:]]
    if words[0] == "and" and words[1] in ("a", "one") and words[2] in FRACTIONS:
        return [value + whole / FRACTIONS[words[2]] for value in values], ends[3], False
    count = half_behind(words)
    beyond_unit = tuple(words[:count]) not in HALVES
    if not count or (beyond_unit and whole != 1):
        return values, at, False
    return [value + whole / 2 for value in values], at if beyond_unit else ends[count], False


def _words(tokens: list[re.Match[str]], at: int, language: str) -> tuple[list[float], int, bool]:
    """English number words: "twenty-one thousand three hundred and five", "a dozen", "a week"."""
    after, total, group, seen, scaled = at, 0.0, 0.0, False, False
    if _word(tokens, at) in ("a", "an"):
        if _word(tokens, at + 1) == "couple":
            return [2.0], at + (3 if _word(tokens, at + 2) == "of" else 2), False
        if _word(tokens, at + 1) not in SPELLED_SCALES and singular(_word(tokens, at + 1)) not in UNITS:
            return [], at, False
        if _word(tokens, at + 1) not in SPELLED_SCALES:
            return [1.0], at + 1, False
        group, seen, after = 1.0, True, at + 1
    while after < len(tokens) and (not seen or _flows(tokens, after) or _after_comma(tokens, after)):
        word = _word(tokens, _skip_hyphen(tokens, after) if seen else after)
        if word in CARDINALS and not (seen and group % 100 and not (group % 10 == 0 and group % 100 >= 20 and CARDINALS[word] < 10)):
            group, seen = group + CARDINALS[word], True
        elif word == "hundred" and seen and group < 100:
            group, scaled = group * 100, True
        elif word in SPELLED_SCALES and seen:
            total, group, scaled = total + group * scales(language)[word], 0.0, True
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
    millions = scales(language).get(_word(tokens, after - 1), 1.0) if scaled and not group else 1.0
    values, after, _ = _and_a_half(tokens, after, [total + group], millions if millions >= MILLION else 1.0)
    return values, after, scaled


def _after_comma(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a comma before a token stands inside a number: two thousand, three hundred."""
    between = tokens[at].string[tokens[at - 1].end() : tokens[at].start()]
    return between.rstrip() == "," and _word(tokens, at - 1) in SPELLED_SCALES and _word(tokens, at) in CARDINALS


def _spelled_decimals(tokens: list[re.Match[str]], at: int, whole: float) -> tuple[list[float], int, bool]:
    """ "two point five": `at` is the point."""
    digits, after = "", at + 1
    while CARDINALS.get(_word(tokens, after), 10.0) < 10:
        digits += str(int(CARDINALS[_word(tokens, after)]))
        after += 1
    return ([whole + float(f"0.{digits}")], after, False) if digits else ([whole], at, False)


def _scaled(tokens: list[re.Match[str]], at: int, values: list[float], language: str, *, spelled: bool) -> tuple[list[float], int, bool]:
    """The values times "million" and the like, and a half of it where one is added. A lone "m" is left to the reader: it may be metres."""
    known, scale, scaled = scales(language), 1.0, False
    while True:
        after = _skip_hyphen(tokens, at)
        word = _word(tokens, after)
        if word not in known or word == "m" or not _touches(tokens, after) or (spelled and word in ("k", "b")):
            break
        scale, at, scaled = scale * known[word], after + 1, True
    values = [v * scale for v in values]
    return (*_and_a_half(tokens, at, values, scale)[:2], True) if scaled else (values, at, False)


def _unit(tokens: list[re.Match[str]], at: int) -> tuple[str, int]:
    """The known unit that follows, also by a hyphen: `600-mile`, `50 per cent`, `5%`."""
    after = _skip_hyphen(tokens, at)
    if after >= len(tokens):
        return "", at
    word = "%" if tokens[after][0] in "%٪％" else singular(_word(tokens, after))
    if word == "per" and _word(tokens, after + 1) == "cent":
        return "percent", after + 2
    return (word, after + 1) if word in UNITS else ("", at)


def _spread(found: list[Number], words: str, language: str) -> Iterator[Number]:
    """The numbers; in "4 to 6 weeks" and "10-20 million" the first also has the second's unit and scale, or has only those."""
    for n, first in enumerate(found):
        second = next((other for other in found[n + 1 : n + 4] if other.start >= first.end), None)
        between = words[first.end : second.start].strip("$€£¥ ").casefold() if second else ""
        if not second or not (between in RANGE_WORDS or _are_ends(words, first, between)):
            yield first
            continue
        unit, place = first.unit or second.unit, first.place if printed(first.place) else second.place
        scale = _scale_in(words[second.start : second.end], language)
        if scale == 1 or first.scaled:
            yield first if between in RANGE_WORDS_ALONE else replace(first, place=place)
            yield Number(first.value, unit, first.start, first.end, first.scaled, first.vague, last=first.last, place=place)
            continue
        if between in RANGE_WORDS_ALONE | TO and not _share(words, first, second.value / scale, between):
            yield first
        yield Number(first.value * scale, unit, first.start, first.end, scaled=True, last=first.last, place=place)


def _are_ends(words: str, first: Number, between: str) -> bool:
    """Whether two numbers with an "and" between them are the ends of a range."""
    return between in AND and bool(BETWEEN_TWO.search(words, max(0, first.start - LONGEST_BETWEEN), first.start))


def _share(words: str, first: Number, second: float, between: str) -> bool:
    """Whether a scale behind the second end is the first one's too: 3 to 5 million; maybe not in "from 900 to 5 million"."""
    return first.value < second and (between in TO or _are_ends(words, first, between))


def _scale_in(words: str, language: str) -> float:
    """What the last word such as million in a number multiplies by."""
    known, great = scales(language), GREAT_AT_END.search(words)
    if great:
        return prod(GREAT[sign] for sign in great["signs"])
    return next((known[found[0]] for found in reversed(list(TOKEN.finditer(_small(words)))) if found["word"] in known), 1.0)


def _shares(found: list[Number], words: str) -> Iterator[Number]:
    """Fractions as percentages: "half", "three in ten", "1 out of 5"."""
    for first, second in pairwise(found):
        if second.value and words[first.end : second.start].strip().casefold() in ("in", "in every", "out of", "out of every"):
            both = (first.place[0], first.place[1], second.place[2])
            yield Number(first.value / second.value, "", first.start, second.end, last=second.last, place=both)
            yield Number(100 * first.value / second.value, "percent", first.start, second.end, last=second.last, place=both, beside=SHARE)
    for number in found:
        written = words[number.start : number.end]
        if "分" in written or (0 < number.value < 1 and not number.unit and not any(c.isdigit() for c in written)):
            percents = 100 * number.value
            yield Number(percents, "percent", number.start, number.end, last=number.last, place=number.place, beside=SHARE)
