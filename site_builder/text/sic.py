"""Where do words stand that an editor has marked as wrong?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from site_builder.text.scripts import has_unspaced


def standing_so(wrong: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the words as whole words, letter for letter but for line breaks; the longest first."""
    return re.compile("|".join(_whole(words) for words in sorted(wrong, key=len, reverse=True)))


def _whole(words: str) -> str:
    """In scripts without spaces a word may begin and end anywhere."""
    words = words.strip()
    before = "" if not words or has_unspaced(words[0]) else r"(?<!\w)"
    after = "" if not words or has_unspaced(words[-1]) else r"(?!\w)"
    return before + r"\s+".join(map(re.escape, words.split())) + after
