"""A pattern sorted by first letters finds what the plain one finds."""

from __future__ import annotations

import re

import pytest

from site_builder.text.alternatives import alternatives, by_letter


def test_alternatives_are_what_stands_between_the_bars_of_no_group() -> None:
    assert alternatives(r"a|(?:b|c)d|[|x]|\||e") == ["a", "(?:b|c)d", "[|x]", r"\|", "e"]


PATTERNS = [
    "yesterday|last night",
    "(?:on )?(?:Monday|Tuesday)",
    "n?este",
    "[ув] среду",
    r"(?:\d{1,2}|two) days",
    "(?<=x )this",
    "(?:ab)+c",
    "i[nm]",
]
TEXTS = [
    "Yesterday",
    "Last night",
    "on Tuesday",
    "Monday",
    "Neste",
    "Este",
    "В среду",
    "У среду",
    "12 days",
    "Two days",
    "x this",
    "y this",
]
TEXTS += ["ababc", "In", "IM", "", "last"]


@pytest.mark.parametrize("text", TEXTS)
def test_it_finds_what_the_plain_pattern_finds(text: str) -> None:
    pattern, labels = by_letter((pattern, pattern, True) for pattern in PATTERNS)
    found = re.search(pattern, text)
    plain = [one for one in PATTERNS if re.search(one, text, re.I)]

    assert bool(found) == bool(plain)
    if found:
        assert labels[(found.lastindex or 0) - 1] == plain[0]


def test_what_keeps_its_case_keeps_it() -> None:
    pattern, _ = by_letter([("one", "(?-i:May) day", True), ("two", "Sunday", False)])
    assert re.search(pattern, "May Day")
    assert not re.search(pattern, "may day")
    assert not re.search(pattern, "sunday")
