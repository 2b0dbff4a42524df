"""Where does what readers take for one letter begin: a consonant with its vowel and tone, a joined pair, a flag?

After Unicode's Standard Annex 29 (extended grapheme clusters), as far as it can be told from the characters' categories.
"""

from __future__ import annotations

import unicodedata

from site_builder.text.words import SIGNS

VIRAMA = 9  # the combining class of signs that join two consonants
SET_ON = "\u0e33\u0eb3\u200c\u200d"  # that Unicode counts as letters or formats: the Thai and Lao vowel am, joiners
ON_UNSPACED = f"{SIGNS}{SET_ON}\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"  # for a set in a pattern
STACKING = "\u1039\u17d2"  # the viramas of Burmese and Khmer


def parts(text: str, at: int) -> bool:
    """Whether a letter ends and another begins at an offset."""
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if after.isascii():
        return after != "\n" or before != "\r"
    if unicodedata.category(after)[0] == "M" or after in SET_ON or "\u1160" <= after <= "\u11ff":  # the last: second halves of Hangul
        return False
    if before == "\u200d" or unicodedata.combining(before) == VIRAMA:
        return False
    if "\U0001f3fb" <= after <= "\U0001f3ff" or "\U000e0020" <= after <= "\U000e007f":  # colours of skin, parts of flags
        return False
    return not (_of_flag(after) and _flags_before(text, at) % 2)


def _of_flag(char: str) -> bool:
    """Whether two such letters make a flag."""
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _flags_before(text: str, at: int) -> int:
    start = at
    while start and _of_flag(text[start - 1]):
        start -= 1
    return at - start
