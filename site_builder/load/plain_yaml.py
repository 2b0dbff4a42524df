"""The YAML that a newsroom mostly writes → plain values, line by line, in a fifth of the time that the full parser takes.

Lists and keys set in by spaces; a text, a number, `[a, b]` or `{key: text}` on a line; texts folded under `>-`; comments. Whatever else
stands in a file, and every slip, makes it ODD, and the full parser reads it. So nothing wrong may pass here, and what passes must mean
what it means there.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from site_builder.load.values import CORE, INVISIBLE, STR, Value, scalar
from site_builder.problems import Problem

ODD: Final = object()
MOST_LEVELS = 20  # of nesting; the format has five

# Tabs, control characters, and what some take for a line break or a byte order mark.
# (Named one by one, since all others take forty times as long to compile, at every start.)
UNUSUAL = re.compile("[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")

KEY = "[a-z][a-z0-9_]{0,60}"
QUOTED = rf"\"(?![{INVISIBLE}]+\")[^\"\\\r\n]*\"|'(?![{INVISIBLE}]+')[^'\r\n]*'"
FIRST = rf"(?:[^{INVISIBLE}\-?:,\[\]{{}}#&*!|>'\"%@`]|-(?=[0-9]))"
# Only single signs are possessive: Python before 3.11.5 matches such groups wrongly (https://github.com/python/cpython/issues/106052).
PLAIN = rf"{FIRST}(?:[^ \r\n:#]++|:(?=[^ \r\n])|(?<=[^ ])\#|\ ++(?=[^ \r\n#]))*"
IN_FLOW = rf"{FIRST}(?:[^ \r\n:#,?\[\]{{}}]++|:(?=//)|\ ++(?=[^ \r\n:#,?\[\]{{}}]))*"
LINE = re.compile(
    rf"""(?P<indent>\ *+)(?P<dash>-\ ++)?(?:(?P<key>{KEY}):(?=[ \r\n]|\Z)\ *+)?
    (?:(?P<quoted>{QUOTED})|(?P<plain>{PLAIN})|(?P<flow>[\[{{][^\r\n]*[\]}}])|(?P<folded>>-(?=\r?\n)))?
    \ *+(?:(?:^\#|(?<=\ )\#(?=[\ \#\r\n]|\Z))[^\r\n]*)?(?:\r?\n|\Z)""",
    re.X | re.M,
)
FOLDED = re.compile(rf"(?P<indent> ++)[^{INVISIBLE}](?:[^\r\n]*\S)?(?:\r?\n|\Z)(?:(?P=indent)\S(?:[^\r\n]*\S)?(?:\r?\n|\Z))*")
FLOW = re.compile(rf"\ *+(?:(?:\"(?P<quoted_key>{KEY})\"|(?P<key>{KEY})):\ ++)?(?:(?P<quoted>{QUOTED})|(?P<plain>{IN_FLOW})|(?=[\[{{]))")
NEXT = re.compile(r" *+([,\]}]) *+")
SPECIAL = frozenset(char for _, _, first in CORE for char in first)  # a plain scalar that begins otherwise is text
NOTHING_OPEN: tuple[int, Any] = (-1, None)


class _OddError(Exception):
    """Something here is not plain."""


def places(text: str, at: int) -> dict[str, tuple[int, int]]:
    """Where each key and its value stand in the record of a plain list that begins at `at`, as far as that is easily said."""
    column = -1
    found: dict[str, tuple[int, int]] = {}
    while line := LINE.match(text, at):
        start = line.start("key") - at
        if column < 0:
            column = start
        if start == column and line["key"] not in found:
            value = line.start(line.lastgroup) if line.lastgroup not in (None, "key") else -1
            found[line["key"]] = at + start, value
        after = FOLDED.match(text, line.end()) if line["folded"] else None
        at = after.end() if after else line.end()
        if at >= len(text) or text[at] == "-":
            break
    return {key: place for key, place in found.items() if place[1] >= 0}


def plain(text: str) -> Value | object:
    """The value of a plain file, None of a key that has none; ODD if anything in it is not plain."""
    if UNUSUAL.search(text):
        return ODD
    try:
        return _Reading(text).value()
    except _OddError:
        return ODD


class _Reading:
    """A file in the reading: the lists and mappings that are open, and the column in which each is written."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.open: list[tuple[int, Any]] = []  # the outermost first
        self.waiting: tuple[int, dict[str, Value], str] | None = None  # a key whose value may stand on the lines below
        self.after_folded = False

    def value(self) -> Value:
        while self.at < len(self.text):
            line = LINE.match(self.text, self.at)
            if not line:
                raise _OddError
            self.at = line.end()
            self._line(*line.groups())
        return self.open[0][1] if self.open else None

    def _line(
        self, indent: str, dash: str | None, key: str | None, quoted: str | None, plain: str | None, flow: str | None, folded: str | None
    ) -> None:
        if not (dash or key):
            if quoted or plain or flow or folded or (indent and self.after_folded):
                raise _OddError
            return  # a comment, or nothing; below a folded text it might be part of that
        column = len(indent)
        level, within = self.open[-1] if self.open else NOTHING_OPEN
        if dash or self.waiting or level != column or type(within) is list:  # it is not one more key of the innermost mapping
            within = self._within(column, listed=bool(dash))
        if dash and key:
            column += len(dash)
            within = self._opened(within, column)
        self.after_folded = bool(folded)
        value = quoted[1:-1] if quoted else self._unquoted(plain, flow, folded, column)
        if key:
            self._add(within, key, value, None if plain else column)
        elif value is None and not plain:
            raise _OddError
        else:
            within.append(value)

    def _unquoted(self, plain: str | None, flow: str | None, folded: str | None, column: int) -> Value:
        if plain:
            return _special(plain) if plain[0] in SPECIAL else plain
        if flow:
            return _flow(flow)
        return self._folded(column) if folded else None

    def _add(self, mapping: dict[str, Value], key: str, value: Value, column: int | None) -> None:
        if key in mapping:
            raise _OddError
        mapping[key] = value
        if value is None and column is not None:
            self.waiting = (column, mapping, key)

    def _opened(self, within: list[Value], column: int) -> dict[str, Value]:
        """A mapping that begins on the line of its dash."""
        made: dict[str, Value] = {}
        within.append(made)
        self.open.append((column, made))
        return made

    def _within(self, column: int, *, listed: bool) -> Any:  # noqa: ANN401 a list or a mapping, as `listed` says
        """The list or mapping that goes on in this column, or begins there."""
        waiting, self.waiting = self.waiting, None
        if waiting:
            level, mapping, key = waiting
            if column > level or (listed and column == level):
                mapping[key] = self._begun(column, listed=listed)
                return mapping[key]
        elif not self.open and column == 0:
            return self._begun(0, listed=listed)
        while self.open:
            level, made = self.open[-1]
            if level == column and isinstance(made, list) == listed:
                return made
            if level < column or (level == column and listed):
                break
            self.open.pop()
        raise _OddError

    def _begun(self, column: int, *, listed: bool) -> Value:
        made: Value = [] if listed else {}
        self.open.append((column, made))
        if len(self.open) > MOST_LEVELS:
            raise _OddError
        return made

    def _folded(self, column: int) -> str:
        """The text on the lines below, which are all set in alike."""
        block = FOLDED.match(self.text, self.at)
        if not block or len(block["indent"]) <= column:
            raise _OddError
        self.at = block.end()
        return " ".join(map(str.strip, block[0].splitlines()))


@lru_cache(maxsize=10_000)
def _special(text: str) -> Value:
    """What a plain scalar means that may be a number, true, false or nothing."""
    tag = next((tag for tag, pattern, first in CORE if text[0] in first and pattern.match(text)), STR)
    problems: list[Problem] = []
    value = scalar("", tag, text, (), problems)
    if problems:
        raise _OddError
    return value


def _flow(text: str) -> Value:
    value, at = _collection(text, 0, 0)
    if at < len(text):
        raise _OddError
    return value


def _collection(text: str, at: int, level: int) -> tuple[Value, int]:
    """The list or mapping whose bracket stands at `at`, and where it ends."""
    named: dict[str, Value] = {}
    listed: list[Value] = []
    closing = "}" if text[at] == "{" else "]"
    follows = NEXT.match(text, at + 1)
    if not follows:
        at, sign = at + 1, ","
        while sign == ",":
            key, value, at = _item(text, at, level)
            follows = NEXT.match(text, at)
            if not follows or bool(key) != (closing == "}") or key in named or (key and value is None):
                raise _OddError
            if key:
                named[key] = value
            else:
                listed.append(value)
            sign, at = follows[1], follows.end()
    if not follows or follows[1] != closing:
        raise _OddError
    return (named if closing == "}" else listed), follows.end()


def _item(text: str, at: int, level: int) -> tuple[str, Value, int]:
    """The key, if there is one, and the value that stand at `at` in a list or mapping in brackets, and where they end."""
    item = FLOW.match(text, at)
    if not item or level > MOST_LEVELS:
        raise _OddError
    quoted_key, key, quoted, plain = item.groups()
    key = quoted_key or key or ""
    if quoted:
        return key, quoted[1:-1], item.end()
    if plain:
        return key, _special(plain) if plain[0] in SPECIAL else plain, item.end()
    return key, *_collection(text, item.end(), level + 1)
