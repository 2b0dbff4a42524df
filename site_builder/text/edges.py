"""Where words may begin and end in a folded text, and what at their edges is only punctuation."""

from __future__ import annotations

import re
import unicodedata

from site_builder.text.scripts import has_unspaced, later

CONTRACTION = re.compile(r"(?:t|s|d|m|re|ve|ll|n|em)(?!\w)", re.I)
ELIDED_ARTICLE = re.compile(
    r"(?<![\w'])(?:l|d|j|m|t|s|n|c|ç|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|un|dell|all|nell|sull|dall|quell|quest|gl|bell|sant|anch|cos|v)$",
    re.I,
)
PUNCTUATION = " \"'.,;:!?…—()[]{}¿¡·|*_" + "、。，．！？；：（）［］【】〈〉《》〔〕・～" + "،؛؟۔٫" + "।॥" + "«»" + "։՝՞՛" + "·"
GROUP_SPACES = " \u00a0\u202f\u2009\u2007"
CLOSED = '")]'
GROUP = re.compile(r"\d{3}(?!\d)")
GROUPED = re.compile(r"(?<!\d)\d{1,3}\Z")
CURRENCY = r"(?:[A-Za-z]{0,3}[$¢-¥֏؋৲৳฿៛₠-⃀＄￡￥￦]|(?i:eur|usd|gbp|chf|jpy|cny|rub|inr|kr|rs\.?)(?![^\W\d_]))[ \u00a0\u202f]?"
AMOUNT = re.compile(rf"(?:{CURRENCY})?[.,·]?\d")
SIGN = re.compile(r"(?:[-—] ?)?[.,·٫．]?\Z")  # as folded, before an amount: a minus, the point of a fraction
MINUS_SIGN = re.compile(rf"[-–‐‑−﹣－](?:{CURRENCY})?\Z")
YEN = later(r"\d[\d,.，．]*[万億兆]*円")  # of which ▲ takes away; elsewhere it may be a bullet, or tell of a rise
MINUS_WORDS = {  # and after which words they mean something else: au moins 7, al menos 7 are at least 7
    **dict.fromkeys("minus mínus mínusz miinus eksi минус мінус μείον מינוס माइनस ลบ ติดลบ 영하 마이너스 منفی".split(), ()),
    "moins": ("au", "ou", "du", "le"),
    "menos": ("al", "lo", "o", "ou", "ao", "pelo"),
    "meno": ("o", "lo"),
}
MINUS_SIGNS = ("零下", "氷点下", "マイナス")
LONGEST_SIGN = 16
LEADING = frozenset("เแโใไເແໂໃໄ\u17d2\u1039")  # vowels written before their consonant, and what sets the next one below
FOLLOWING = frozenset("ะาำๅๆະາຳຽໆぁぃぅぇぉゃゅょゎァィゥェォャュョヮー々ゝゞヽヾ")  # parts of the syllable before them
OPENS = "([{\"'“„‘«‹"
ASIDE = re.compile(r"[^\W\d] ?[–-](?![\w–-])")  # closes what a dash has opened: –200 of them wounded–
LONGEST_ASIDE = 200


def is_word(char: str) -> bool:
    """Whether a character is part of a word: a letter, a digit, or a sign set on one."""
    return char.isalnum() or unicodedata.category(char)[0] == "M"


def begins(text: str, at: int) -> bool:
    """Whether a word of the folded `text` begins at `at`: words are not cut out of other words, nor numbers out of numbers."""
    if at == 0 or at >= len(text):
        return True
    before, first = text[at - 1], text[at]
    if not is_word(first):
        return not _inside(text, at)
    if unicodedata.category(first)[0] == "M":
        return False
    if is_word(before):
        return _unspaced(before, first)
    two = text[at - 2] if at > 1 else " "
    if before == "-":
        return not (is_word(two) or two == "." or first.isdigit())
    if before == "'":
        return not is_word(two) or (bool(ELIDED_ARTICLE.search(text[max(0, at - 10) : at - 1])) and not CONTRACTION.match(text, at))
    if before in ".,٫٬" and first.isdigit():
        return two.isalpha() or two in CLOSED  # ".5" and "1.5" are whole numbers
    return not _inside(text, at - 1)


def ends(text: str, at: int) -> bool:
    """Whether a word of the folded `text` ends at `at` (exclusive)."""
    if at == 0 or at >= len(text):
        return True
    last, after = text[at - 1], text[at]
    if is_word(after):
        if is_word(last):
            return unicodedata.category(after)[0] != "M" and _unspaced(last, after)
        return unicodedata.category(after)[0] != "M" and not _inside(text, at - 1)
    return not _inside(text, at)


def _inside(text: str, at: int) -> bool:
    """Whether the sign at `at` stands inside a word or number: anti-personnel, don't, 1.5, 4:30, U.S."""
    sign = text[at]
    if sign not in "-'.,:/٫٬" or not 0 < at < len(text) - 1 or not is_word(text[at + 1]):
        return False
    before, after = text[at - 1], text[at + 1]
    if sign == "-":
        return is_word(before) or before == "."
    if not is_word(before):
        return False
    if sign == "'" or (before.isdigit() and after.isdigit()):
        return True
    return sign == "." and before.isalpha() and after.isalpha() and not (at > 1 and is_word(text[at - 2]))


def _unspaced(left: str, right: str) -> bool:
    """Whether two characters of words may belong to different words: in scripts without spaces they may, digits and syllables never."""
    if left in LEADING or right in FOLLOWING:
        return False
    return (has_unspaced(left) or has_unspaced(right)) and not (left.isdigit() and right.isdigit())


def cuts_number(stored: str, start: int, end: int) -> bool:
    """Whether stored[start:end] begins or ends inside a number: after its minus, or between groups of three set apart by spaces, 1 200."""
    return minus_before(stored, start) < start or _cuts_groups(stored, start) or _cuts_groups(stored, end)


def _cuts_groups(stored: str, at: int) -> bool:
    """Whether digits stand on both sides of `at`, or a blank beside it stands between a number's groups."""
    if 0 < at < len(stored) and stored[at - 1 : at + 1].isdecimal():
        return True
    blank = at if stored[at : at + 1] in GROUP_SPACES else at - 1
    if not 0 < blank < len(stored) - 1 or stored[blank] not in GROUP_SPACES:
        return False
    return bool(GROUPED.search(stored, max(0, blank - 4), blank) and GROUP.match(stored, blank + 1))


def minus_before(text: str, at: int) -> int:
    """Where the minus begins that belongs to the number at `at`, be it a sign or a word: −7, -US$5, moins 7, 零下7. If none does: `at`."""
    if not AMOUNT.match(text, at):
        return at
    near = max(0, at - LONGEST_SIGN)
    sign = MINUS_SIGN.search(text, near, at)
    if sign and _is_minus(text, sign.start()):
        return sign.start()
    if text[at - 1 : at] in ("▲", "△") and YEN.match(text, at):
        return at - 1
    return minus_word_before(text, at)


def minus_word_before(text: str, at: int) -> int:
    """Where a word such as minus begins that stands before the number at `at`. If none does: `at`."""
    words = text[max(0, at - LONGEST_SIGN) : at].split()
    last = words[-1].lstrip(OPENS) if words else ""
    if last.endswith(MINUS_SIGNS):
        return max(text.rfind(sign, 0, at) for sign in MINUS_SIGNS)
    other = MINUS_WORDS.get(last.casefold())
    return at if other is None or (words[-2:-1] and words[-2].casefold() in other) else text.rfind(last, 0, at)


def _is_minus(text: str, at: int) -> bool:
    """Whether the dash at `at` before an amount is its minus: −7, –7, -$5; not in 10–20, nor where the dash opens an aside."""
    if at > 0 and not (text[at - 1].isspace() or text[at - 1] in OPENS or (text[at] in "−－" and has_unspaced(text[at - 1]))):
        return False
    return text[at] not in "-–" or not ASIDE.search(text, at + 1, at + LONGEST_ASIDE)


def core(words: str) -> tuple[int, int]:
    """Where the words proper of a folded string begin and end, without the punctuation round them."""
    end = len(words.rstrip(PUNCTUATION + "-"))
    start = min(end, len(words) - len(words.lstrip(PUNCTUATION + "-")))
    if 0 < start < end and AMOUNT.match(words, start):  # "-5", "—$5" and ".5" are numbers
        found = SIGN.search(words, 0, start)
        start = found.start() if found else start
    return start, end


def cases(words: str) -> tuple[str, ...]:
    """The words as they are and with their first letter in the other case."""
    first = words[:1]
    others = {first.lower(), first.upper(), {"i": "İ", "İ": "i", "ı": "I", "I": "ı"}.get(first, first)}
    return (words, *sorted(other + words[1:] for other in others if len(other) == 1 and other != first))
