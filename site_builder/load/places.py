"""Where in a YAML file stands what a trail leads to? Asked when somebody needs to see the line."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import accumulate, pairwise

import yaml

from site_builder.load.plain_yaml import plain
from site_builder.load.yaml import compose, position
from site_builder.problems import Trail

RECORD = re.compile("^-", re.M)  # in a plain file: nothing but a record of its list begins so in the first column


class Places:
    """The lines and columns of one file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._composed: dict[int, yaml.Node | None] = {}

    def of(self, trail: Trail, *, on_key: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of what a trail leads to, or of the nearest thing above it."""
        n = trail[0] if trail else None
        if isinstance(n, int) and 0 <= n < len(self._records):
            line, column = position(self._record(n), (0, *trail[1:]), on_key=on_key)
            return self._above[n] + line, column
        return position(self._tree, trail, on_key=on_key)

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
            self._composed[n] = compose("", self._text[self._records[n] : end]).tree
        return self._composed[n]

    @cached_property
    def _tree(self) -> yaml.Node | None:
        return compose("", self._text).tree
