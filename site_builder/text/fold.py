"""Typographic folding with the way back to every offset.

Two texts that fold to the same string differ only in how they are set: white space and line wraps, the shape of quotation marks and
dashes, non-breaking and invisible characters, ligatures, ellipses, composed and decomposed accents, the width of East Asian signs.
Letters, digits, case, hyphens inside words and every other sign stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from site_builder.text.scripts import CJK, HANGUL, UNSPACED, has_unspaced, later, may_be_unspaced
from site_builder.text.tokens import beyond_ascii

DOUBLE_MARKS = '"“”„‟«»＂〝〞〟「」『』″״⹂'
SINGLE_MARKS = "'‘’‚‛‹›`´′ʼ׳＇"
DASHES = "—―⸺⸻﹘"
EN_DASHES = "–‒"  # between digits they tell a range, which others don't
HYPHENS = "‐‑−﹣－"  # the minus among them: −5 is -5
SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))

ONE_TO_ONE = (
    {c: '"' for c in DOUBLE_MARKS if c != '"'}
    | {c: "'" for c in SINGLE_MARKS if c != "'"}
    | dict.fromkeys(DASHES, "—")
    | {c: "–" for c in EN_DASHES if c != "–"}
    | dict.fromkeys(HYPHENS, "-")
    | dict.fromkeys(SPACES, " ")
)
ASCII_ONES = [c for c in ONE_TO_ONE if c.isascii()]
WORDLIKE = frozenset(c for c in ONE_TO_ONE if c.isalnum())  # the letter among the apostrophes

# A single mark that is no apostrophe is a quotation mark: which of the two kinds is house style. After a digit it may be feet.
SINGLE_QUOTES = re.compile(r"'(?:(?<![\w']')(?!')|(?<![\d']')(?![\w']))")
UNSPACED_QUOTES = later(  # beside a letter that is set apart from no other
    rf"'(?:(?<![\w']')(?!')|(?<![\d']')(?![\w'])|(?<=[{CJK}{UNSPACED}{HANGUL}]')(?!')|(?<!['\d]')(?=[{CJK}{UNSPACED}{HANGUL}]))"
)

# Invisible: soft hyphen, zero-width characters, direction marks, byte order mark, the Arabic stretcher. None changes a word.
INVISIBLE = re.compile("[\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe00-\ufe0f]+")
UNSEEN = re.compile(rf"\u00ad[ \t]*(?:\r\n|[\n\r])[ \t]*(?=\w)|{INVISIBLE.pattern}")  # with the line end behind a soft hyphen
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # of these, the ones that turn the order in which letters are shown
KELVIN = "\u212a"  # composed, the one sign beyond ASCII that is a letter of ASCII: K
LIGATURES = re.compile("[\u0132\u0133\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufdff\ufe70-\ufefc\uff61-\uff9f]")  # and narrow kana

# Where a change may begin; the pattern below decides. It starts with plain characters, so that the search runs over them at full speed.
CANDIDATE = re.compile(r" (?=[ —–\-.…\"'])|—|–|…|-(?=[ -])|\.(?= ?\.)|'(?=')|\"(?= )")
REST = r"""
    |(?P<dash>\ *(?:[—–]|-{2,3})(?:\ *[—–])*\ *|\ +-\ +)         # dashes, with or without spaces
    |(?P<hyphen>(?<=\S)-\ +(?!(?:und|bis|oder|sowie|and|or|to|en|of|tot|och|og|eller|et|ou)\ )(?=\S))  # anti-⏎personnel; not 30- bis 40-mal
    |(?P<ellipsis>\ *(?:\.{3}|…|\.\ \.(?:\ \.)+)(?:\ *…|\.)*\ *)
    |(?P<mark>\ *(?:''|")\ *)                              # French marks have a space inside, marks have one outside
    |(?P<space>\ {2,})"""
# 10 – 20; a blank on one side alone is no range's (3,980  -4.2). BROKEN: where the dash in 2023 – 37 parts two sentences.
CHANGES = re.compile(r"(?P<range>(?<=\d)(?:\ +(?:-{1,3}|–)\ +|-{1,3}|–)(?=\d))" + REST, re.X)
BROKEN = later(r"(?P<range>(?<=\d)(?:-{1,3}|–)(?=\d))" + REST, re.X)
MAY_BE_BROKEN = re.compile(rf"\d\s+(?:-{{1,3}}|[{HYPHENS}{EN_DASHES}])\s+\d")
OPENING_HYPHEN = re.compile(r"(?<=\)\.)-(?=\s)|(?<=\.)-(?=[ \u00a0])")  # (EFE).- El; R.- No
BECOMES = {"range": "-", "dash": "—", "hyphen": "-", "ellipsis": "…", "mark": '"', "space": " "}

NEEDLESS = later(rf"(?!(?<=\d)\ \d)(?:\ (?=[{CJK}{UNSPACED}])|(?<=[{CJK}{UNSPACED}])\ )")  # two numbers stay two

# Signs of the width of a Chinese one (Unicode, East Asian Width F). Brackets are an editor's where they are narrow.
HAN_OR_KANA = "々〇ぁ-ヿ㐀-鿿豈-﫿\U00020000-\U0003ffff"
NARROW = {chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
WIDE = {narrow: wide for wide, narrow in NARROW.items() if narrow in ",:;!?"}  # as sentences are parted in Chinese and Japanese
ALWAYS_NARROW = {wide: narrow for wide, narrow in NARROW.items() if narrow not in WIDE and narrow not in "[]`."}
TO_WIDE = later(f"[{''.join(WIDE)}](?<=[{HAN_OR_KANA}].)")
NARROWED = frozenset("：；，．")
TO_NARROW = later(  # 10，200 may be two numbers
    rf"[：；，．](?:(?<![{HAN_OR_KANA}].)(?:(?<=[：；])|(?<=，)(?:(?<!\d.)|(?!\d)))|(?<=．)(?!\d))"
)

# Starters that compose with the starter before them (UAX 15: NFC_Quick_Check=Maybe with combining class 0).
JOINS = re.compile(
    "[\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e\u1161-\u1175\u11a8-\u11c2\u1b35"
    "\U000110ba\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd\U000115af\U00011930]"
)
STRETCH = re.compile(r"\S{1,500}")
LONGEST_STRETCH = 600


Change: TypeAlias = tuple[int, int, str]  # start and end in the old text, and what stands there instead
Borders: TypeAlias = tuple["array[int]", "array[int]"]


class Layer:
    """One rewriting of a text: segments of which each is kept as it was or replaced as a whole."""

    __slots__ = ("_way", "text")

    def __init__(self, old: str, changes: list[Change]) -> None:
        """`changes`: in order, not overlapping."""
        pieces: list[str] = []
        at = 0
        for start, end, instead in changes:
            pieces += old[at:start], instead
            at = end
        pieces.append(old[at:])
        self.text = "".join(pieces)
        self._way: list[Change] | Borders = changes  # the borders are made when a place is asked for

    def place(self, at: int) -> tuple[int, int]:
        """Where character `at` of the new text begins and ends in the old."""
        way = self._way
        if isinstance(way, list):
            way = self._way = _borders(way)
        new, old = way
        k = bisect_right(new, at)
        if k % 2:
            return old[k - 1], old[k]
        kept = at + old[k - 1] - new[k - 1] if k else at
        return kept, kept + 1


def _borders(changes: list[Change]) -> Borders:
    """Where each replacement begins and ends in the new text, and where in the old."""
    new: list[int] = []
    at = made = 0
    for start, end, instead in changes:
        made += max(0, start - at)
        new.append(made)
        made += len(instead)
        new.append(made)
        at = end
    return array("Q", new), array("Q", [border for start, end, _ in changes for border in (start, end)])


class Folded:
    """A folded text. `start(i)` and `end(i)`: where its i-th character begins and ends in the text as stored."""

    __slots__ = ("layers", "text")

    def __init__(self, text: str, layers: Sequence[Layer]) -> None:
        self.text = text
        self.layers = layers  # the last made first

    def start(self, at: int) -> int:
        for layer in self.layers:
            at = layer.place(at)[0]
        return at

    def end(self, at: int) -> int:
        """Exclusive end of the i-th character."""
        for layer in self.layers:
            at = layer.place(at)[1] - 1
        return at + 1


def fold(text: str, cut: Sequence[tuple[int, int]] = (), changes: re.Pattern[str] = CHANGES) -> Folded:
    """`text` folded; the spans in `cut` (in order) count as white space. With `changes=BROKEN` 2023 – 37 is no range."""
    if not text:
        return Folded("", ())
    layers: list[Layer] = []
    if cut:
        text = _rewritten(text, ((start, end, " ") for start, end in cut), layers)
    signs = beyond_ascii(text)  # few: what they don't call for need not be looked for in the text, which takes most of the time
    if signs:
        text = _letters(text, signs, layers)
        signs = beyond_ascii(text) if layers else signs
    unspaced, different = may_be_unspaced(signs), frozenset(signs)
    if ".-" in text:
        text = OPENING_HYPHEN.sub(_opening, text)
    for sign in (*ASCII_ONES, *(ONE_TO_ONE.keys() & different)):
        text = text.replace(sign, ONE_TO_ONE[sign])
    text = (UNSPACED_QUOTES if unspaced else SINGLE_QUOTES).sub('"', text)
    text = _rewritten(text, _changes(text, changes), layers)
    if unspaced and has_unspaced(signs):
        text = _rewritten(text, ((found.start(), found.end(), "") for found in NEEDLESS.finditer(text)), layers)
        text = TO_WIDE.sub(lambda found: WIDE[found[0]], text) if any(sign in text for sign in WIDE) else text
    return Folded(_narrowed(text, different) if unspaced else text, layers)


@lru_cache(maxsize=4_096)
def plain(words: str) -> str:
    """`words` folded, without the space round them. What an editor cites is looked for in several sources, and more than once."""
    return fold(words).text.strip()


@lru_cache(maxsize=256)
def broken(words: str) -> str:
    """The same where a dash with blanks between two digits is no range."""
    return fold(words, changes=BROKEN).text.strip()


def may_hold(text: str, words: Iterable[str]) -> bool:
    """Whether words of the letters A to z may all stand in a text once that is folded; sooner told than by folding it."""
    if all(word in text for word in words):
        return True
    signs = beyond_ascii(text)
    return KELVIN in signs or bool(INVISIBLE.search(signs) or LIGATURES.search(signs) or not ALWAYS_NARROW.keys().isdisjoint(signs))


def spelled_otherwise(text: str) -> bool:
    """Whether words of a text may be of other letters, or other words, once it is folded."""
    signs = beyond_ascii(text)
    if not signs:
        return False
    odd = INVISIBLE.search(signs) or LIGATURES.search(signs) or not WORDLIKE.isdisjoint(signs) or may_be_unspaced(signs)
    return bool(odd) or not unicodedata.is_normalized("NFC", text)


def _rewritten(text: str, changes: Iterable[Change], layers: list[Layer]) -> str:
    """The text with the changes made, which are added to the layers if there are any."""
    made = list(changes)
    if not made:
        return text
    layers.insert(0, Layer(text, made))
    return layers[0].text


def _letters(text: str, signs: str, layers: list[Layer]) -> str:
    """The text without invisible characters, its ligatures spelled out, its letters in composed form."""
    if INVISIBLE.search(signs) or LIGATURES.search(signs):
        text = _rewritten(text, ((found.start(), found.end(), "") for found in UNSEEN.finditer(text)), layers)
        spelled = ((found.start(), found.end(), unicodedata.normalize("NFKC", found[0])) for found in LIGATURES.finditer(text))
        text = _rewritten(text, spelled, layers)
    return text if unicodedata.is_normalized("NFC", text) else _rewritten(text, _composed(text), layers)


def _narrowed(text: str, signs: frozenset[str]) -> str:
    """The text with Latin letters, digits and signs as narrow as elsewhere, but for what parts sentences in Chinese and Japanese."""
    if not NARROWED.isdisjoint(signs):
        text = TO_NARROW.sub(lambda found: NARROW[found[0]], text)
    for sign in ALWAYS_NARROW.keys() & signs:
        text = text.replace(sign, ALWAYS_NARROW[sign])
    return text


def _opening(hyphen: re.Match[str]) -> str:
    """A dash for a hyphen behind a full stop that opens a sentence; U.S.- backed goes on in small letters."""
    following = hyphen.string[hyphen.end() :][:4].lstrip()[:1]
    return "-" if following.islower() else "—"


def _changes(text: str, changes: re.Pattern[str]) -> Iterator[Change]:
    after = 0
    for candidate in CANDIDATE.finditer(text):
        at = candidate.start()
        found = changes.match(text, at) if at >= after else None
        if found:
            after, instead = found.end(), BECOMES[found.lastgroup or ""]
            if found[0] != instead:
                yield at, after, instead


def _composed(text: str) -> Iterator[Change]:
    """Each letter with the marks that follow it, where it is not in composed form (NFC)."""
    for start, end in _stretches(text):
        if not unicodedata.is_normalized("NFC", text[start:end]):
            yield from _clusters(text, start, end)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The words that are not ASCII, no letter cut from its marks; long ones in pieces, since sorting marks takes quadratic time."""
    at = 0
    for found in STRETCH.finditer(text):
        start, end = max(at, found.start()), found.end()
        if start >= end or found[0].isascii():
            continue
        while end < len(text) and end - start < LONGEST_STRETCH and _joins(text[end]):
            end += 1
        yield start, end
        at = end


def _clusters(text: str, start: int, end: int) -> Iterator[Change]:
    for at in range(start + 1, end + 1):
        if at < end and _joins(text[at]):
            continue
        cluster = text[start:at]
        composed = unicodedata.normalize("NFC", cluster)
        if composed != cluster:
            yield start, at, composed
        start = at


def _joins(char: str) -> bool:
    return bool(unicodedata.combining(char) or JOINS.match(char))
