"""What do the words of a YAML 1.2 file mean (core schema)? For both that read such files: the parser of plain ones and the full one."""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING, Union

from msgspec import Struct

from site_builder.problems import Problem, Trail

if TYPE_CHECKING:
    import yaml

Value = Union[str, int, float, bool, list["Value"], dict[str, "Value"], "Cut", None]

NULL, BOOL, INT, FLOAT, STR = (f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float", "str"))
MAP, SEQ = "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"
CORE = [  # YAML 1.2.2, section 10.3.2
    (NULL, re.compile(r"(?:~|null|Null|NULL|)\Z"), [*"~nN", ""]),
    (BOOL, re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), [*"tTfF"]),
    (INT, re.compile(r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\Z"), [*"-+0123456789"]),
    (
        FLOAT,
        re.compile(r"(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z"),
        [*"-+.0123456789"],
    ),
]
SEPARATORS = " _,.'’\u00a0\u2009\u202f"
GROUPED = re.compile(
    rf"(?P<whole>[0-9]{{1,3}}(?P<sign>[{SEPARATORS}])[0-9]{{3}}(?:(?P=sign)[0-9]{{3}})*)(?:(?!(?P=sign))[.,](?P<part>[0-9]+))?"
)
NO_DIGITS = re.compile("[^0-9]")
DECIMAL = re.compile(r"([0-9]+),([0-9]+)")
NOT_TAGS = "text that begins with ! must stand in quotation marks"
LONGEST_NUMBER = 300  # digits
# White space and what leaves no trace on a page: joiners, marks of direction, fillers. For a set in a pattern.
INVISIBLE = r"\s\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0"
BLANK = re.compile(f"[{INVISIBLE}]*\\Z")


class Cut:
    """A value of which a part is lost, as has been said: nothing more is to be said of it."""


CUT = Cut()


class Composed(Struct, frozen=True):
    """What a file says, and its tree of nodes for positions."""

    value: Value
    tree: yaml.Node | None
    problems: tuple[Problem, ...]


def as_number(text: str) -> str:
    """How to write a number so that YAML reads it, for one with separators or a decimal comma; "" where nobody knows what is meant."""
    found = GROUPED.fullmatch(text.strip())
    if found:
        part = f".{found['part']}" if found["part"] else ""
        return f"write it without separators: {re.sub(NO_DIGITS, '', found['whole'])}{part}"
    found = DECIMAL.fullmatch(text.strip())
    return f"write it with a point: {found[1]}.{found[2]}" if found else ""


def scalar(file: str, tag: str, text: str, trail: Trail, problems: list[Problem]) -> Value:
    """What a scalar with this tag means; None, with a problem, where it means nothing that can be used. Blanks alone say nothing."""
    if tag == STR:
        return "" if BLANK.match(text) else text
    if tag == NULL:
        return None
    pattern = next((pattern for known, pattern, _ in CORE if known == tag), None)
    if pattern is None or not pattern.match(text):
        problems.append(Problem(file, "yaml-tag", f"tags ({tag}) are not part of this format", f"delete it; {NOT_TAGS}", trail=trail))
        return None
    if tag == BOOL:
        return text.lower() == "true"
    if len(text) > LONGEST_NUMBER:
        problems.append(Problem(file, "wrong-type", "this number is too long", "is it text? then put it in quotation marks", trail=trail))
        return None
    if tag == INT:
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    return _float(file, text, trail, problems)


def _float(file: str, text: str, trail: Trail, problems: list[Problem]) -> float | None:
    number = float(re.sub(r"\.(inf|nan)$", r"\1", text.lower()))
    if not isfinite(number):
        problems.append(Problem(file, "wrong-type", f"{text} is no number that can be counted", "", trail=trail))
        return None
    return number
