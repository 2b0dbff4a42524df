"""Which signs are of scripts that set no blanks between words, and may a text have any?

Most texts have none, and the sets are large: a pattern with one of them takes 2 to 4 ms to compile, and at a start there were 15 of them.
So a text is asked first by the rows of its characters, and the patterns are compiled when somebody has to look.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

# Han, Kana and their punctuation are written without spaces; so are Thai, Lao, Khmer and Burmese, but these use them between phrases.
CJK = "\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff60\U00020000-\U0003ffff"
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
HANGUL = "\u1100-\u11ff\uac00-\ud7af"

ROWS = bytes((0x0E, 0x10, 0x11, 0x17, *range(0x2E, 0xA0), *range(0xAC, 0xDC), *range(0xF9, 0x100)))  # upper bytes of all these in UTF-16
OTHER_ROWS = bytes(set(range(256)).difference(ROWS))


class _Later:
    """Compiles its pattern when it is first used, and has all that a pattern has from then on."""

    def __init__(self, pattern: str | Callable[[], str], flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 whatever a pattern has
        if name.startswith("__"):
            raise AttributeError(name)
        pattern = self._pattern if isinstance(self._pattern, str) else self._pattern()
        found = getattr(re.compile(pattern, self._flags), name)
        setattr(self, name, found)
        return found


def later(pattern: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """The pattern, composed and compiled when it is first used: for what few sites need."""
    return cast("re.Pattern[str]", _Later(pattern, flags))


SIGN = later(f"[{CJK}{UNSPACED}]")


def may_be_unspaced(text: str) -> bool:
    """Whether a text may have a sign of these scripts: most have curly quotes, none of these rows, and are told in a third of the time."""
    return not text.isascii() and bool(text.encode("utf-16-le", "surrogatepass")[1::2].translate(None, OTHER_ROWS))


def has_unspaced(text: str) -> bool:
    """Whether a text has a sign of Chinese, Japanese, Thai, Lao, Khmer or Burmese."""
    return may_be_unspaced(text) and bool(SIGN.search(text))
