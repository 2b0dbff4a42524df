"""Which unit or money is printed beside a number, and can it be the one that an editor gives?

Only what is known contradicts: five hours are no five days, but five of anything may be five missiles.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TypeAlias

from site_builder.text.measures import COMPOUND, KNOWN, LONGEST, PER, Known, folded, words_of_unit
from site_builder.text.scripts import has_unspaced, later
from site_builder.text.units import singular

Measure: TypeAlias = tuple[Known, ...]  # a known unit, and the one of which it is a rate if there is one
Place: TypeAlias = tuple[str, int, int]  # a text, and from where to where a number stands in it

# Money as articles print it, of which an editor may say more: the dollars of which country, yen or yuan.
MONEY = """
dollar: $ ＄ dollar dólar dólares dollaro dollari доллар доллара долларов долар долари доларів دولار डॉलर ドル
dollar: δολάριο δολάρια δολαρίων דולר דולרים 달러
australian_dollar: australian_dollar a$ au$ aud
canadian_dollar: canadian_dollar c$ ca$ cad
hong_kong_dollar: hong_kong_dollar hk$ hkd 港元
new_zealand_dollar: new_zealand_dollar nz$ nzd
singapore_dollar: singapore_dollar s$ sgd
taiwan_dollar: taiwan_dollar nt$ twd
mexican_peso: mx$ mxn
brazilian_real: r$ brl reais
pound_sterling: ￡
pound: pound pfund фунт фунта фунтов
yen_or_yuan: ¥ ￥
won: ₩ ￦ krw 원
lira: ₺ lira
shekel: ₪ ils shekel שקל שקלים שקלי
rupee: ₨ rs rupee रुपये रुपए रुपया روپے
zloty: zł pln zloty złoty złote złotych
krone: kr krone kroner krona kronor kronur
swedish_krona: sek swedish_krona swedish_kronor
norwegian_krone: nok norwegian_krone norwegian_kroner
danish_krone: dkk danish_krone danish_kroner
icelandic_krona: isk icelandic_krona icelandic_kronur
franc: franc francos franchi
celsius: °c ℃ degree_celsius celsius grad_celsius degré_celsius grado_celsius
fahrenheit: °f ℉ degree_fahrenheit fahrenheit grad_fahrenheit
"""
LOOSE = {
    "krone": "krone krona",
    "franc": "franc",
    "dollar": "dollar",
    "pound": "pound",
    "rupee": "rupee",
    "yen or yuan": "yen yuan",
}  # what else each may be, by a word of its name
POUND = (453.59237, "gram")
CODES = "usd|eur|gbp|jpy|cny|rmb|rub|uah|chf|inr|pkr|aud|cad|hkd|nzd|sgd|twd|mxn|brl|krw|ils|pln|sek|nok|dkk|isk|kr|rs"
BEFORE = later(rf"(?:[a-z]{{0,3}}[$€£¥₽₴₹₩₺₪₨＄￡￥￦]|(?<![^\W\d_])(?:{CODES}))\.?[ \u00a0\u202f]?\Z")
BEHIND = later(
    r"(?:(?<=[^\W\d_])\.)?[-‑ \u00a0\u202f]*(?:(?:d[’']|(?:de|di|von)[ \u00a0\u202f])(?=[^\W\d_]))?"  # 5 Mio. Euro, 5 millions d’euros
    r"(?=[^\W\d_]|[%％٪‰€$£¥₽₴₹₺₪°℃℉])"
)
LONGEST_BEFORE, LONGEST_BEHIND, LONGEST_UNSPACED = 8, 48, 4
PHRASE = later(r"[^,;:!?()\[\]{}\"“”„«»…’']*")
OTHERS = later("[周週][年岁歲]")  # which are no weeks


@lru_cache(maxsize=256)
def measure(unit: str) -> Measure:
    """The known unit with which a unit begins, or nothing: "US dollars per barrel" → US dollars."""
    return _measure(words_of_unit(unit)[1])


def printed(place: Place) -> Measure:
    """The money or unit printed beside a number, or nothing: $5, 5 km/h, 5公里."""
    text, start, end = place
    sign = BEFORE.search(text[max(0, start - LONGEST_BEFORE) : start].casefold())
    money = _names().get((sign[0].strip(" \u00a0\u202f."),)) if sign else None
    if money:
        return (money,)
    found = BEHIND.match(text, end)
    return _behind(text[found.end() : found.end() + LONGEST_BEHIND]) if found else ()


def ratio(one: Measure, other: Measure) -> float | None:
    """By what a value in one is multiplied to be in the other; None if they measure different things."""
    ratios = [_ratio(a, b) for a, b in zip(one, other, strict=False)]
    head, *under = ratios
    if head is None or None in under:
        return None
    return head / under[0] if under and under[0] else head


def _ratio(one: Known, other: Known) -> float | None:
    if {one[1], other[1]} == {"pound", "gram"}:
        one, other = (POUND if known[1] == "pound" else known for known in (one, other))
    if one[1] != other[1] and not any(set(LOOSE.get(a, "").split()) & set(b.split()) for a, b in ((one[1], other[1]), (other[1], one[1]))):
        return None
    return one[0] / other[0]


def _behind(text: str) -> Measure:
    """The unit with which a text begins, in scripts without blanks by its longest name."""
    if has_unspaced(text[0]):
        name = next((text[:length] for length in range(LONGEST_UNSPACED, 0, -1) if (text[:length],) in _names()), "")
        return (_names()[(name,)],) if name and not OTHERS.match(text) else ()
    text = PHRASE.match(text)[0]  # type: ignore[index]  # it matches everything
    first = text.partition(" ")[0].partition("/")[0].partition("-")[0].replace(".", "")
    if singular(folded(first)) not in _first_words():
        return ()  # as most words
    words = words_of_unit(text)[1]
    return _measure(words) or _measure([*words[0].split("-")[:1], *words[1:]] if words else ())


def _measure(words: Sequence[str]) -> Measure:
    length, known = _begun(words)
    if not known:
        return ()
    under = _begun(words[length + 1 :])[1] if words[length : length + 1] and words[length] in PER else None
    return (known, under) if under else (known,)


def _begun(words: Sequence[str]) -> tuple[int, Known | None]:
    """With how many words of a known unit these begin, and the unit; "$5 an hour" begins with none."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        for name in (tuple(words[:length]), tuple(map(singular, words[:length]))):
            if name in _names() and name[0] not in PER:
                return length, _names()[name]
    return 0, None


@cache
def _names() -> dict[tuple[str, ...], Known]:
    """Every name of a unit or of money."""
    names = dict(KNOWN)
    for line in MONEY.strip().splitlines():
        base, known = line.split(": ")
        names |= {tuple(name.split("_")): (1.0, base.replace("_", " ")) for name in folded(known).split()}
    return names


@cache
def _first_words() -> frozenset[str]:
    """Those with which a name may begin, in the singular."""
    first = {part for name in _names() for part in (name[0], name[0].split("-")[0])}
    return frozenset(map(singular, first)) | COMPOUND.keys() | {"per"}
