"""Where in a YAML file stands what a trail leads to? Asked when somebody needs to see the line."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from site_builder.load.plain_yaml import places, plain
from site_builder.problems import Trail

if TYPE_CHECKING:
    import yaml

RECORD = re.compile("^-", re.M)  # in a plain file: nothing but a record of its list begins so in the first column


class Places:
    """The lines and columns of one file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._composed: dict[int, yaml.Node | None] = {}
        self._keys: dict[int, dict[str, tuple[int, int]]] = {}  # of records, where each key and its value stand

    def of(self, trail: Trail, *, on_key: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of what a trail leads to, or of the nearest thing above it."""
        n = trail[0] if trail else None
        if not isinstance(n, int) or not 0 <= n < len(self._records):
            return _position(self._tree, trail, on_key=on_key)
        if len(trail) == 2 and isinstance(trail[1], str):
            if n not in self._keys:
                self._keys[n] = places(self._text, self._records[n])
            found = self._keys[n].get(trail[1])
            if found:
                at = found[0 if on_key else 1]
                return self._above[n] + 1 + self._text.count("\n", self._records[n], at), at - self._text.rfind("\n", 0, at)
        line, column = _position(self._record(n), (0, *trail[1:]), on_key=on_key)
        return self._above[n] + line, column

    @cached_property
    def _records(self) -> list[int]:
        """Where each record of a plain list begins; none in any other file, which is composed as a whole."""
        return [found.start() for found in RECORD.finditer(self._text)] if isinstance(plain(self._text), list) else []

    @cached_property
    def _above(self) -> list[int]:
        """How many lines stand above each record."""
        return list(accumulate(self._text.count("\n", start, end) for start, end in pairwise([0, *self._records])))

    def _record(self, n: int) -> yaml.Node | None:
        """A record's tree: composing it alone takes a tenth of the time."""
        if n not in self._composed:
            end = self._records[n + 1] if n + 1 < len(self._records) else len(self._text)
            self._composed[n] = _tree(self._text[self._records[n] : end])
        return self._composed[n]

    @cached_property
    def _tree(self) -> yaml.Node | None:
        return _tree(self._text)


def _tree(text: str) -> yaml.Node | None:
    from site_builder.load.yaml import compose  # noqa: PLC0415 20 ms for the full parser, which most sites don't need

    return compose("", text).tree


def _position(tree: yaml.Node | None, trail: Trail, *, on_key: bool) -> tuple[int, int]:
    from site_builder.load.yaml import position  # noqa: PLC0415

    return position(tree, trail, on_key=on_key)
