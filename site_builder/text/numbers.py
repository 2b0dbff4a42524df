"""The numbers that words carry: 1,200 and 1.2 thousand, $275 million, two weeks, half a century, 600-mile, ranges.

Digits of every script are read, grouped and broken as the source's language does (both ways where the language is unknown). Number words
are read in English here and written by `num2words` for other languages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from math import isclose

from msgspec import Struct

from site_builder.text.digits import DIGITS, readings
from site_builder.text.han import RUN, han_value
from site_builder.text.spelled import spelled_out
from site_builder.text.units import CARDINALS, METRES, PERCENT, SCALES, SPELLED_SCALES, UNITS, read_unit, singular

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
BEGINS = frozenset({*VAGUE, *CARDINALS, "a", "an", "half", "quarter"})  # words with which a number may begin
MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"  # set on letters
TOKEN = re.compile(
    rf"""(?P<apart>\d{{1,2}}(?::\d\d)+|\d{{4}}-\d\d-\d\d|\d{{1,2}}([/.])\d{{1,2}}\2\d{{2,4}})(?!\d)  # times and dates
    |(?P<han>{RUN})
    |(?P<digits>{DIGITS})(?P<th>st|nd|rd|th)?(?P<vulgar>[½⅓⅔¼¾⅛])?
    |(?P<only>[½⅓⅔¼¾⅛])
    |(?P<word>(?:[^\W\d_]|(?!\d)[{MARKS}])+)
    |(?P<sign>[%٪‰/]|[-–—−])""",
    re.X,
)
RANGE_WORDS_ALONE = frozenset("to and or through until bis und à et a y до и".split())
RANGE_WORDS = RANGE_WORDS_ALONE | frozenset("-–—−〜～至到")
CURRENCIES = frozenset("usd eur gbp chf rs inr r rm kr us c a nz hk s".split())  # as they stand before digits without a blank
LONGEST = 2_000  # characters in which a number is looked for
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


def carries(words: str, value: float, unit: str = "", language: str = "") -> bool:
    """Whether `words` give this very number."""
    words = words[:LONGEST]
    return any(not number.vague and _is(number, value, unit) for number in numbers(words, language)) or spelled_out(
        words, value, unit, language
    )


def carries_range(words: str, low: float | None, high: float | None, unit: str = "", language: str = "") -> bool:
    """Whether `words` give both ends, the lower first; an end that is None is open. "Thousands" gives a lower end."""
    words = words[:LONGEST]
    found = numbers(words, language)
    lows = [number.start for number in found if low is not None and _is(number, low, unit)]
    highs = [number.start for number in found if high is not None and not number.vague and _is(number, high, unit)]
    if low is not None and not lows and not spelled_out(words, low, unit, language):
        return False
    if high is not None and not highs and not spelled_out(words, high, unit, language):
        return False
    return not (lows and highs) or min(lows) < max(highs)


def _is(number: Number, value: float, unit: str) -> bool:
    scale, known, _ = read_unit(unit)
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
    small = words.casefold()
    tokens = list(TOKEN.finditer(small if len(small) == len(words) else words))
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        word = tokens[at]["word"]
        if word and word not in BEGINS:  # as most words
            at += 1
            continue
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
    tied = (
        before[0] == "-" and at > 1 and tokens[at - 2]["word"] and tokens[at - 2].end() == before.start() and before.end() == here.start()
    )
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
    if _word(tokens, follows) in ("a", "an") and (_word(tokens, follows + 1) in SCALES or singular(_word(tokens, follows + 1)) in UNITS):
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
        if _word(tokens, at + 1) not in SPELLED_SCALES and singular(_word(tokens, at + 1)) not in UNITS:
            return [], at, False
        if _word(tokens, at + 1) not in SPELLED_SCALES:
            return [1.0], at + 1, False
        group, seen, after = 1.0, True, at + 1
    while after < len(tokens):
        word = _word(tokens, _skip_hyphen(tokens, after) if seen else after)
        if word in CARDINALS and not (seen and group % 100 and not (group % 10 == 0 and group % 100 >= 20 and CARDINALS[word] < 10)):
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
    word = "%" if tokens[after][0] in "%٪" else singular(_word(tokens, after))
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
