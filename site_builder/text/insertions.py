"""What an editor's insertion may say and what it may stand for: a few words, never a "not" nor a number for another number."""

from __future__ import annotations

import re

from site_builder.text.edges import is_word
from site_builder.text.han import NUMERALS
from site_builder.text.negations import INSERTED, PREFIX, SUFFIX, is_negation, negates, written
from site_builder.text.sentences import ABBREVIATED
from site_builder.text.units import CARDINALS, scales

TOKEN = re.compile(rf"\d|[{NUMERALS}]|[^\W\d_{NUMERALS}]+")
REFIGURED = re.compile(  # digits that an insertion makes another number of: 3[000], 3 [000], [50]0, [1] 200, [-]7
    r"\d[.,'٫٬]?\[[-.,'٫٬ ]*\d|\d \[\d{3}(?:[ .,]\d{3})*\]|[\d.,٫٬-]\](?=[.,]?\d)|\[\d{1,3}\] \d{3}(?!\d)"
    r"|\[ ?(?:-|minus|moins|menos|meno|минус|мінус|eksi|零下|氷点下|영하) ?\] ?\d",
    re.I,
)
NOT_WORD = re.compile(r"\W")
STOP = re.compile(r'[.!?؟۔।։](?=[ "])|[。！？]')
PAUSE = re.compile(r"[,،、，;；:：—](?!\d)")


SHORT = 2  # letters of a scale that may be something else: I'm


def denies(words: str, start: int, end: int, *, before: bool, after: bool) -> bool:
    """Whether words[start:end] makes folded words say no: [not]; [un]able, now[here] where it is tied to what is `before` or `after`."""
    inserted = written(words[start:end].strip("[]"))
    if not (before or after) or " " in inserted:
        return bool(INSERTED.search(inserted))
    if len(inserted) == 1 and not before:
        return False  # [N]ot
    whole = f"{NOT_WORD.split(words[:start])[-1] if before else ''}{inserted}{NOT_WORD.split(words[end:], 1)[0] if after else ''}"
    return bool((after and PREFIX.fullmatch(inserted)) or (before and SUFFIX.fullmatch(inserted)) or is_negation(whole))


def may_replace(inserted: str, words: str) -> bool:
    """Whether an insertion may stand for folded words."""
    return not negates(words) and not (_counts(words) and _counts(inserted))


def _counts(words: str) -> bool:
    """Whether words hold a number or a word such as million."""
    found = TOKEN.findall(words.casefold())
    return any(not word.isalpha() or word in NUMERALS or word in CARDINALS or (len(word) > SHORT and word in scales("")) for word in found)


def replaced_before(text: str) -> str:
    """What an insertion may stand for at the end of a text: the rest of its clause, or the sentence so far where a clause begins there."""
    sentence = text[max((stop.end() for stop in STOP.finditer(text) if not ABBREVIATED.search(text[: stop.end()])), default=0) :]
    level = " ".join(sentence.split('"')[::-2][::-1])  # inside marks what stands inside them: "Nobody," she said, "knew"
    clause = PAUSE.split(level)[-1]
    return clause if any(map(is_word, clause)) else level


def replaced_after(text: str) -> str:
    """What an insertion may stand for at the beginning of a text: the rest of a clause."""
    sentence = STOP.split(text, maxsplit=1)[0]
    return PAUSE.split(" ".join(sentence.split('"')[::2]), maxsplit=1)[0]
