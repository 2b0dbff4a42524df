"""Where words may begin and end in a folded text, and what at their edges is only punctuation."""

from __future__ import annotations

import re
import unicodedata

from site_builder.text.fold import CJK, UNSPACED

NO_SPACES = re.compile(f"[{CJK}{UNSPACED}]")
CONTRACTION = re.compile(r"(?:t|s|d|m|re|ve|ll|n|em)(?!\w)", re.I)
ELIDED_ARTICLE = re.compile(
    r"(?<![\w'])(?:l|d|j|m|t|s|n|c|ç|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|un|dell|all|nell|sull|dall|quell|quest|gl|bell|sant|anch|cos|v)$",
    re.I,
)
PUNCTUATION = "\"'.,;:!?…—()[]{}¿¡·|*_" + "、。，．！？；：（）［］【】〈〉《》〔〕・～" + "،؛؟۔٫" + "।॥" + "«»" + "։՝՞՛" + "·"
EDGE = re.compile(f"[{re.escape(PUNCTUATION)}\\s]+")
EDGE_END = re.compile(f"[{re.escape(PUNCTUATION)}\\s]+$")
HARD_SPACES = "\u00a0\u202f\u2009\u2007"


def is_word(char: str) -> bool:
    """Whether a character is part of a word: a letter, a digit, or a sign set on one."""
    return char.isalnum() or char == "_" or unicodedata.category(char)[0] == "M"


def begins(text: str, at: int) -> bool:
    """Whether a word of the folded `text` begins at `at`: words are not cut out of other words, nor numbers out of numbers."""
    if at == 0 or at >= len(text) or not is_word(text[at]):
        return True
    before, first = text[at - 1], text[at]
    if unicodedata.category(first)[0] == "M":
        return False
    if is_word(before):
        return bool(NO_SPACES.match(before) or NO_SPACES.match(first))
    two = text[at - 2] if at > 1 else " "
    if before == "-":
        return not (is_word(two) or first.isdigit())
    if before == "'":
        return not is_word(two) or (bool(ELIDED_ARTICLE.search(text[max(0, at - 10) : at - 1])) and not CONTRACTION.match(text, at))
    if before in ".," and first.isdigit():
        return not (two.isdigit() or two == " ")
    return True


def ends(text: str, at: int) -> bool:
    """Whether a word of the folded `text` ends at `at` (exclusive)."""
    if at == 0 or at >= len(text) or not is_word(text[at - 1]):
        return at >= len(text) or at == 0 or unicodedata.category(text[at])[0] != "M"
    last, after = text[at - 1], text[at]
    if is_word(after):
        return unicodedata.category(after)[0] != "M" and bool(NO_SPACES.match(last) or NO_SPACES.match(after))
    two = text[at + 1] if at + 1 < len(text) else " "
    if after in "-'":
        return not is_word(two)
    if after in ".," and last.isdigit():
        return not two.isdigit()
    return True


def core(words: str) -> tuple[int, int]:
    """Where the words proper of a folded string begin and end, without the punctuation round them."""
    lead = EDGE.match(words)
    start = lead.end() if lead else 0
    trail = EDGE_END.search(words, start)
    end = trail.start() if trail else len(words)
    while end - start > 1 and words[start] == "-" and not words[start + 1].isdigit():
        start += 1
    if start and words[start : start + 1].isdigit() and words[start - 1] in ".,":
        start -= 1  # ".5" is a number
    return start, end


def cases(words: str) -> tuple[str, ...]:
    """The words as they are and with their first letter in the other case."""
    first = words[:1]
    others = {first.lower(), first.upper(), {"i": "İ", "İ": "i", "ı": "I", "I": "ı"}.get(first, first)}
    return (words, *sorted(other + words[1:] for other in others if len(other) == 1 and other != first))
