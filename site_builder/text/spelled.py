"""Numbers written out in other languages than English, as `num2words` writes them."""

from __future__ import annotations

import re
from functools import cache

from site_builder.text.units import SCALES, read_unit

# What `num2words` raises, each language in its own way, for a number that it can't write out: then the number stands there in digits or not
# at all, and what is not found in words is a problem like any other.
UNWRITABLE = (NotImplementedError, OverflowError, ValueError, TypeError, KeyError, IndexError)


def spelled_out(words: str, value: float, unit: str, language: str) -> bool:
    """Whether the number stands in words of another language than English, as `num2words` writes it."""
    lang = language.replace("-", "_")
    if not lang or lang.casefold().startswith("en") or value != int(value) or abs(value) >= 1e12:
        return False
    from num2words import CONVERTER_CLASSES, num2words  # noqa: PLC0415 26 ms: only where a number is written out

    known = lang if lang in CONVERTER_CLASSES else lang.split("_", 1)[0]
    if known not in CONVERTER_CLASSES or known in ("ja", "zh", "zh_CN", "zh_TW", "zh_HK"):
        return False
    scale, _, _ = read_unit(unit)
    try:
        spelled = {str(num2words(int(v), lang=known)).casefold() for v in {value, value * scale}}
    except UNWRITABLE:
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
    except UNWRITABLE:
        return frozenset()
