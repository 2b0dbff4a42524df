"""What printed digits mean: 1.200 is 1.2 in English and 1200 in German; digits of every script are read."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

DECIMAL_COMMA = frozenset(
    "af az be bg ca cs da de el es et eu fi fr gl hr hu id is it ka kk lt lv mk nb nl nn no pl pt ro ru sk sl sq sr sv tr uk uz vi".split()
)
DECIMAL_POINT = frozenset("ar bn cy en fa ga he hi ja ko ms sw ta te th tl ur yi zh".split())
BY_REGION = {  # where the two are used otherwise than in most of the language; in Latin America at large either way
    **dict.fromkeys("es-mx es-us es-gt es-hn es-ni es-sv es-pa es-do es-pr".split(), "."),
    **dict.fromkeys("ar-ma ar-dz ar-tn ar-ly ar-mr".split(), ","),
    "es-419": "",
}
LISTS_BY_SPACE = frozenset("ar bn fa hi ja km ko lo my ta te th ur zh".split())  # elsewhere 12 500 is one number

# A blank stands only between groups of three, and no blank beside another sign: "12, 15" and "2024 300" are two numbers.
POINT = r"[.,'’٬٫·]|(?<=[０-９])[，．](?=[０-９])|(?<=[٠-٩])،(?=[٠-٩])|(?<=[۰-۹])[،/](?=[۰-۹])"
DIGITS = rf"\d+(?:(?:{POINT}|(?<!\d{{4}})[\u00a0\u2007\u2009\u202f ](?=\d{{3}}(?!\d)))\d+)*"


IN_ASCII = str.maketrans("\u00a0\u2007\u2009\u202f’٬，．٫·،/", "    '',.dddd")  # "d" is a point that groups nothing


def readings(digits: str, language: str = "") -> list[float]:
    """What "1.200" may mean: 1.2 in English, 1200 in German, both where the language is unknown."""
    text = digits if digits.isascii() else _in_ascii(digits)
    if text.isdecimal():
        return [float(text)]
    lang, decimal = _customs(language)
    values: list[float] = []
    if decimal != ",":
        values += _as(text, decimal=".", group=",")
    if decimal != ".":
        values += _as(text, decimal=",", group=".")
    if not values:  # printed against the custom of its language, but clear
        values = _as(text, decimal=".", group=",") or _as(text, decimal=",", group=".")
    if not values or (" " in digits and lang in LISTS_BY_SPACE):
        values += [value for part in re.findall(r"[^ ']+", text) if part != text for value in readings(part, language)]
    return list(dict.fromkeys(values))


@cache
def _customs(language: str) -> tuple[str, str]:
    """A language without its region, and the sign that it sets before a fraction; nothing if that is not known."""
    lang, *rest = language.casefold().replace("_", "-").split("-")
    region = BY_REGION.get(f"{lang}-{rest[-1]}") if rest else None
    if region is not None:
        return lang, region
    return lang, "," if lang in DECIMAL_COMMA else "." if lang in DECIMAL_POINT else ""


def _in_ascii(digits: str) -> str:
    text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in digits)
    return text.translate(IN_ASCII)


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
