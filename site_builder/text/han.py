"""Numbers in Chinese, Japanese and Korean signs: 一千二百, 3万5千, 二〇二四, 3만 5천."""

from __future__ import annotations

import re

from site_builder.text.scripts import later

ONES = {sign: n for n, signs in enumerate(("〇零", "一壱壹", "二两兩", "三", "四", "五", "六", "七", "八", "九")) for sign in signs}
SMALL = {"十": 10, "百": 100, "千": 1000, "십": 10, "백": 100, "천": 1000}
GREAT = {"万": 10**4, "萬": 10**4, "만": 10**4, "億": 10**8, "亿": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12}

_DIGITS = r"\d(?:[\d,.]|(?<=[０-９])[，．](?=[０-９]))*"
_HAN = "".join((*ONES, *(sign for sign in (*SMALL, *GREAT) if sign < "가")))
KOREAN = "".join(sign for sign in (*SMALL, *GREAT) if sign >= "가")
NUMERALS = _HAN
ABOUT = ("约", "約", "近")  # before 千 they make it a number
COUNTERS = (
    "个|個|人|名|位|天|日(?!本)|年|周(?!年)|週|岁|歲|歳|ヶ月|カ月|か月|小时|小時|時間|分钟|分鐘|分間|次(?!元)|回(?!答)"
    "|件|条|條|辆|輛|架|枚|台|吨|噸|元|円|美元|处|處"
)
COUNTED = later(
    rf"(?<![数數几幾上半何第])(?:十|(?<!成)[百千](?!条|條))(?={COUNTERS})"
)  # a lone unit is a number there; not in 数十人, 百姓
DECIMALS = later(rf"(?P<digits>[{''.join(ONES)}]+)(?P<scale>[百千]?[{''.join(GREAT)}]*)")
RUN = (
    rf"(?:{_DIGITS}(?:\ (?=[万萬億亿]))?)?[{_HAN}](?:[{_HAN}]|{_DIGITS})*"
    rf"|{_DIGITS}\ ?[{KOREAN}](?:\ ?{_DIGITS}(?:\ ?[{KOREAN}])?|[{KOREAN}])*"
)
SIGN = re.compile(rf"{_DIGITS}|[^\s,.]")


def han_value(run: str, *, lone: bool = False) -> float | None:
    """The number that a run of signs writes; None for a `lone` unit where none is allowed: it is part of some word (百姓)."""
    signs = SIGN.findall(run)
    if len(signs) == 1 and signs[0] not in ONES and not lone:
        return None
    if all(sign in ONES for sign in signs):
        return float("".join(str(ONES[sign]) for sign in signs))
    greater: list[tuple[float, int]] = []  # what stands before each great sign, times it
    group = 0.0
    number: float | None = None
    for sign in signs:
        if sign in SMALL:
            group, number = group + (1 if number is None else number) * SMALL[sign], None
        elif sign in GREAT:
            group += number or 0
            while greater and greater[-1][1] < GREAT[sign]:  # 2万亿 are 20,000 亿
                group += greater.pop()[0]
            greater.append(((group or 1) * GREAT[sign], GREAT[sign]))
            group, number = 0.0, None
        else:
            number = float(ONES[sign]) if sign in ONES else _plain(sign)
    return sum(value for value, _ in greater) + group + (number or 0)


def with_decimals(whole: str, behind: str) -> float | None:
    """The number that runs of signs on both sides of a point write, 三点五万; None where they tell the time, 三点五十."""
    found = DECIMALS.fullmatch(behind)
    before = han_value(whole, lone=True)
    if not found or before is None or before != int(before):
        return None
    digits = "".join(str(ONES[sign]) for sign in found["digits"])
    return float(f"{int(before)}.{digits}") * (han_value(found["scale"], lone=True) if found["scale"] else 1)  # type: ignore[operator]


def _plain(digits: str) -> float:
    """Digits as these languages print them: 1,200.5"""
    kept = digits.replace(",", "").replace("，", "").replace("．", ".").rstrip(".")
    try:
        return float(kept)
    except ValueError:  # 1.2.3
        return float("nan")
