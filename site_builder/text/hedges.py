"""How exact is a number as its source prints it: at least 12, about 3,000, 1.2 million?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from math import inf
from typing import NamedTuple

from site_builder.text.bounds import hedge
from site_builder.text.numbers import Number, scale_of, standing
from site_builder.text.printed import Place

ABOUT = 0.05  # of a number that is said to be about so many
DECIMALS = 9  # what arithmetic adds stands behind them
ROUND = 1e3  # scales from which a number is taken for rounded: a dozen is twelve


class Hedge(NamedTuple):
    """How a source gives a number."""

    how: str  # "least", "most", "about" or nothing
    words: str  # by which it says so


EXACT = Hedge("", "")


def hedged(found: Sequence[Number], how: Callable[[Place], tuple[str, str]] = hedge) -> Hedge:
    """How a source gives a number that stands in these places; exactly if it does so in any."""
    hedges = [Hedge(*how(one.place)) for one in found]
    return hedges[0] if hedges and all(one.how == hedges[0].how for one in hedges) else EXACT


@lru_cache(maxsize=4096)
def bounds(words: str, value: float, unit: str, language: str) -> tuple[float, float]:
    """The least and the most that the words allow: (12, inf) for "at least 12", 2850 and 3150 for "about 3,000"."""
    how = hedged(standing(words, value, unit, language)).how
    if how == "least":
        return value, inf
    if how == "most":
        return -inf, value
    leeway = max(ABOUT * abs(value), _last_place(value) / 2) if how == "about" else 0.0
    return value - leeway, value + leeway


class Step(NamedTuple):
    """What one more in the last printed digit adds: 100,000 to 1.2 million, 0.1 to 40.2, 1 to 1,200,000."""

    many: float
    scaled: bool  # a word such as million is printed


@lru_cache(maxsize=4096)
def step(words: str, value: float, unit: str, language: str) -> Step:
    """How finely the words give a number, never so that 3 million were about 2.5; nothing if they don't give it."""
    found = [(one, scale_of(one, words, language)) for one in standing(words, value, unit, language)]
    most = 2 * ABOUT * abs(value)
    steps = [Step(min(most, _printed(one.value, scale) * _ratio(value, one.value)), scale >= ROUND) for one, scale in found]
    return min(steps, default=Step(0.0, scaled=False))


def _printed(value: float, scale: float) -> float:
    """What one more in the last digit adds before this scale, in digits: of 1.2 million 100,000."""
    scale = scale if scale >= ROUND else 1.0
    places = Decimal(repr(round(value / scale, DECIMALS))).normalize().as_tuple().exponent
    return scale * 10.0 ** min(places if isinstance(places, int) else 0, 0)


def _ratio(value: float, printed: float) -> float:
    return value / printed if printed else 1.0


def _last_place(value: float) -> float:
    """The place of the last digit that is none: 1,000 of 3,000."""
    places = Decimal(repr(value)).normalize().as_tuple().exponent
    return float(10.0**places) if isinstance(places, int) else 1.0
