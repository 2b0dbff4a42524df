"""What printed digits mean: 1.200 is 1.2 in English and 1200 in German; digits of every script are read."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

DECIMAL_COMMA = frozenset(
    "af az be bg ca cs da de el es et eu fi fr gl hr hu id is it ka kk lt lv mk nb nl nn no pl pt ro ru sk sl sq sr sv tr uk uz vi".split()
)
DECIMAL_POINT = frozenset("ar bn cy en fa ga he hi ja ko ms sw ta te th tl ur yi zh".split())
GROUPS_BY_SPACE = frozenset("bg cs et fi fr hu lt lv nb nn no pl ru sk sv uk".split())

# A blank stands only between groups of three, and no blank beside another sign: "12, 15" and "2024 300" are two numbers.
DIGITS = r"\d+(?:(?:[.,'’٬٫]|(?<!\d{4})[\u00a0\u202f ](?=\d{3}(?!\d)))\d+)*"


def readings(digits: str, language: str = "") -> list[float]:
    """What "1.200" may mean: 1.2 in English, 1200 in German, both where the language is unknown."""
    text = digits if digits.isascii() else _in_ascii(digits)
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


def _in_ascii(digits: str) -> str:
    text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in digits)
    return re.sub(r"[\u00a0\u202f]", " ", text).replace("’", "'").replace("٬", "'").replace("٫", "d")


def _as(text: str, *, decimal: str, group: str) -> list[float]:
    found = _grouped(decimal, group).fullmatch(text)
    if not found:
        return []
    return [float(re.sub(r"\D", "", found["whole"]) + "." + (found["part"] or "0"))]


@cache
def _grouped(decimal: str, group: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<whole>\d{{1,3}}(?:(?P<by>[{re.escape(group)} '])(?:\d{{2,3}}(?P=by))*\d{{3}})?|\d+)"
        rf"(?:[{re.escape(decimal)}d](?P<part>\d+))?"
    )
