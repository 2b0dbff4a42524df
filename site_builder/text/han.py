"""Numbers in Chinese, Japanese and Korean signs: 一千二百, 3万5千, 二〇二四, 3만 5천."""

from __future__ import annotations

import re

ONES = {sign: n for n, signs in enumerate(("〇零", "一壱壹", "二两兩", "三", "四", "五", "六", "七", "八", "九")) for sign in signs}
SMALL = {"十": 10, "百": 100, "千": 1000, "십": 10, "백": 100, "천": 1000}
GREAT = {"万": 10**4, "萬": 10**4, "만": 10**4, "億": 10**8, "亿": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12}

_DIGITS = r"\d(?:[\d,.]|(?<=[０-９])[，．](?=[０-９]))*"
_HAN = "".join((*ONES, *(sign for sign in (*SMALL, *GREAT) if sign < "가")))
KOREAN = "".join(sign for sign in (*SMALL, *GREAT) if sign >= "가")
NUMERALS = _HAN
ABOUT = ("约", "約", "近")  # before 千 they make it a number
RUN = rf"(?:{_DIGITS})?[{_HAN}](?:[{_HAN}]|{_DIGITS})*|{_DIGITS}\ ?[{KOREAN}](?:\ ?{_DIGITS}(?:\ ?[{KOREAN}])?|[{KOREAN}])*"
SIGN = re.compile(rf"{_DIGITS}|[^\s,.]")


def han_value(run: str, *, lone: bool = False) -> float | None:
    """The number that a run of signs writes; None for a `lone` unit where none is allowed: it is part of some word (百姓)."""
    signs = SIGN.findall(run)
    if len(signs) == 1 and signs[0] not in ONES and not lone:
        return None
    if all(sign in ONES for sign in signs):
        return float("".join(str(ONES[sign]) for sign in signs))
    total = group = 0.0
    number: float | None = None
    for sign in signs:
        if sign in SMALL:
            group, number = group + (1 if number is None else number) * SMALL[sign], None
        elif sign in GREAT:
            total, group, number = total + ((group + (number or 0)) or 1) * GREAT[sign], 0.0, None
        else:
            number = float(ONES[sign]) if sign in ONES else _plain(sign)
    return total + group + (number or 0)


def _plain(digits: str) -> float:
    """Digits as these languages print them: 1,200.5"""
    kept = digits.replace(",", "").replace("，", "").replace("．", ".").rstrip(".")
    try:
        return float(kept)
    except ValueError:  # 1.2.3
        return float("nan")
