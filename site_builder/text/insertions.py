"""What an editor's insertion may say and what it may stand for: a few words, never a "not" nor a number for another number."""

from __future__ import annotations

import re
import unicodedata

from site_builder.text.edges import is_word
from site_builder.text.han import NUMERALS
from site_builder.text.negations import INSERTED, PREFIX, SUFFIX, is_negation, negates, written
from site_builder.text.sentences import is_abbreviated
from site_builder.text.units import CARDINALS, scales

TOKEN = re.compile(rf"\d|[{NUMERALS}]|[^\W\d_{NUMERALS}]+")
REFIGURED = re.compile(  # digits that an insertion makes another number of: 3[000], 3 [000], [50]0, [1] 200, [-]7
    r"\d[.,'٫٬]?\[[-.,'٫٬ ]*\d|\d \[\d{3}(?:[ .,]\d{3})*\]|[\d.,٫٬-]\](?=[.,]?\d)|\[\d{1,3}\] \d{3}(?!\d)"
    r"|\[ ?(?:-|minus|moins|menos|meno|минус|мінус|eksi|零下|氷点下|영하) ?\] ?\d",
    re.I,
)
FRACTION = r"[²³¹⁰-⁹₀-₉¼-¾⅐-⅞]|(?:and |an? )*(?:half|quarter)\b|et demie?\b|y medi[oa]\b|e mezz[oa]\b|e mei[oa]\b|с половиной"
BESIDE_NUMBER = re.compile(rf"(?P<number>[^\s\[\]]+) ?\[ ?(?:{FRACTION})", re.I)
TIED_TO_NUMBER = re.compile(r"\d\[(?:[kmb]|ml?n|mio|mrd|bl?n|trn?)\b", re.I)  # 40[m]
POINTS = re.compile(
    r"(?:[%％]|\bper ?cent|\bprozent|\bpro[cz]ent\w*|\bpour ?cent|\bpor ?cien?to|\bпроцент\w*) ?"
    r"\[[- ]*(?:percentage[- ])?(?:points?|punkte?n?|puntos?|punti|pontos?|пункт\w*)\b",
    re.I,
)
DIGITS = re.compile(r"\d+")
NOT_WORD = re.compile(r"\W")
STOP = re.compile(r'[.!?؟۔।։](?=[ "])|[。！？]')
APOSTROPHE = re.compile('(?<=\\w)"$')  # of [n'], folded as a mark
HANGUL = re.compile("[\uac00-\ud7af]")  # in which a "no" is part of a word: 유죄[아니다]
PAUSE = re.compile(r"[,،、，;；:：—](?!\d)")
SHORT = 2  # letters of a scale that may be something else: I'm


def refigures(words: str) -> bool:
    """Whether an insertion in folded words makes another number or measure of one beside it: 40 [½], 40[m], 3 percent [points]."""
    if any(pattern.search(words) for pattern in (REFIGURED, TIED_TO_NUMBER, POINTS)):
        return True
    return any(_counts(one["number"].strip(",.;:\"'")) for one in BESIDE_NUMBER.finditer(words))


def denies(words: str, start: int, end: int, *, before: bool, after: bool) -> bool:
    """Whether words[start:end] makes folded words say no: [not]; [un]able, now[here] where it is tied to what is `before` or `after`."""
    inserted = written(APOSTROPHE.sub("'", words[start:end].strip("[]")))
    letters = [sign for sign in inserted if is_word(sign)] or [" "]
    before, after = before and may_be_one_word(words[start - 1], letters[0]), after and may_be_one_word(letters[-1], words[end])
    if not (before or after) or " " in inserted or HANGUL.search(inserted):
        return bool(INSERTED.search(inserted))
    if len(inserted) == 1 and not before:
        return False  # [N]ot
    whole = f"{NOT_WORD.split(words[:start])[-1] if before else ''}{inserted}{NOT_WORD.split(words[end:], 1)[0] if after else ''}"
    return bool((after and PREFIX.fullmatch(inserted)) or (before and SUFFIX.fullmatch(inserted)) or is_negation(whole))


def may_be_one_word(left: str, right: str) -> bool:
    """Whether two signs that stand side by side may be of one word: letters of one script, or a sign that is no letter's."""
    return not (is_word(left) and is_word(right)) or _script(left) == _script(right) != "DIGIT"


def _script(sign: str) -> str:
    return "DIGIT" if sign.isdigit() else unicodedata.name(sign, "").partition(" ")[0]


def may_replace(inserted: str, words: str) -> bool:
    """Whether an insertion may stand for folded words."""
    return not negates(words) and not (_counts(words) and _counts(inserted))


def may_skip(words: str) -> bool:
    """Whether words may be passed over without a sign: none says no, and none counts, such as million; digits may number a page."""
    return not negates(words) and not _counts(DIGITS.sub("", words))


def _counts(words: str) -> bool:
    """Whether words hold a number or a word such as million."""
    found = TOKEN.findall(words.casefold())
    return any(not word.isalpha() or word in NUMERALS or word in CARDINALS or (len(word) > SHORT and word in scales("")) for word in found)


def replaced_before(text: str) -> str:
    """What an insertion may stand for at the end of a text: the rest of its clause, or the sentence so far where a clause begins there."""
    sentence = text[max((stop.end() for stop in STOP.finditer(text) if not is_abbreviated(text, 0, stop.end())), default=0) :]
    level = " ".join(sentence.split('"')[::-2][::-1])  # inside marks what stands inside them: "Nobody," she said, "knew"
    clause = PAUSE.split(level)[-1]
    return clause if any(map(is_word, clause)) else level


def replaced_after(text: str) -> str:
    """What an insertion may stand for at the beginning of a text: the rest of a clause."""
    sentence = STOP.split(text, maxsplit=1)[0]
    return PAUSE.split(" ".join(sentence.split('"')[::2]), maxsplit=1)[0]
