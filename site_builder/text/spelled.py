"""Numbers written out in other languages than English, as `num2words` or a table writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import inf
from typing import NamedTuple
from unicodedata import normalize

from site_builder.text.edges import is_word
from site_builder.text.halves import half_behind, halves_and_dozens
from site_builder.text.inflected import (
    ALONE,
    BESIDE,
    IN_HUNDREDS,
    KOREAN_COUNTERS,
    VAGUE,
    inflected_words,
    may_be_one,
    native,
    other_forms,
    variants,
)
from site_builder.text.printed import Place, agrees, printed
from site_builder.text.spellers import LANGUAGES, spelled
from site_builder.text.units import read_unit, scales

# What `num2words` raises, each language in its own way, for a number that it can't write out: then the number stands there in digits or not
# at all, and what is not found in words is a problem like any other.
UNWRITABLE = (NotImplementedError, OverflowError, ValueError, TypeError, KeyError, IndexError)

TOO_GREAT = 1e12  # to be looked for as they are written out
MOST = {"am": 1e6}  # from where on `num2words` finds no end in a language

WRITTEN_AS = {"nb": "no", "nn": "no", "bs": "hr", "sh": "hr", "ms": "id", "kk": "kz"}

THOUSANDS = ("tausend", "duizend", "tusen", "tusind", "mila", "tuhatta")  # written onto their number
THOUSAND = 1000
STEM = 3  # letters by which a number word is told before all of a language are asked for
LONG = 6  # letters of a number word that is known without its ending: quinient-os, quinient-as
READ_ELSEWHERE = ("en", "ja", "zh")  # languages of which the numbers are not read here
APOSTROPHES = str.maketrans("’ʼ‘", "'''")
ELISIONS = {"vent": "i"} | dict.fromkeys("trent quarant cinquant sessant settant ottant novant".split(), "a") | {"cent": "o"}
ELIDED = re.compile(rf"\b({'|'.join(ELISIONS)})'(?=[^\W\d_])")  # vent'anni
KOREAN = re.compile("[일이삼사오육칠팔구십백천만억조]+[십백천만억조]|[십백천만억조][일이삼사오육칠팔구]")
REACH = 40  # characters in which the neighbours of a number stand
PROCLITICS = {"he": "[ושבלמכה]{0,2}", "ar": "[وفبلك]{0,2}"}  # words of one letter, written onto the next
LEAST_BEHIND = 4  # letters of a number before which they are read: ليست is no ست
JOINS = frozenset("et y e i und og och en ja și и".split())
JOINED = (JOINS - {"en", "и"}) | {"و"}  # between two words of one number
JOINED_IN = {"bg": {"и"}, "mk": {"и"}, "sw": {"na"}}  # and only in these


def spelled_out(words: str, value: float, unit: str, language: str, before: str = "", after: str = "") -> Iterator[Place]:
    """Where the number stands in words of another language than English, as `num2words` writes it, and doesn't go on round them."""
    known = _written_language(language) if abs(value) < TOO_GREAT else ""
    if not known:
        return
    plain = _Plain(_plain(before), _plain(words), _plain(after))
    text = "".join(plain)
    values = {v for v in (value, value * read_unit(unit)[0]) if abs(v) < MOST.get(known, inf)}
    forms = {_plain(form) for v in values if v == int(v) for form in _named(int(v), known)}
    forms.update(_plain(form) for v in values for form in halves_and_dozens(v, known, text, lambda n: _named(n, known)))
    for one in forms:
        if one in text:
            yield from _standing(one, plain, known, unit)


def _named(number: int, language: str) -> set[str]:
    """The words for a number."""
    try:
        forms = {_written_out(number, language).casefold(), *other_forms(number, language)}
    except UNWRITABLE:
        return set()
    forms.update(_in_hundreds(number, language))
    return forms | {form for one in forms for form in variants(one, language)}


def _written_out(number: int, language: str) -> str:
    if language in LANGUAGES:
        return spelled(number, language)
    from num2words import num2words  # noqa: PLC0415

    return str(num2words(number, lang=language))


def _in_hundreds(number: int, language: str) -> Iterator[str]:
    """A number between 1100 and 1999 in hundreds: onze cent cinquante."""
    if number not in range(1100, 2000) or language[:2] not in IN_HUNDREDS:
        return
    hundreds, end, more = IN_HUNDREDS[language[:2]].split("|")
    n, r = _spelled(language, (number // 100, number % 100))
    yield (hundreds + (more if number % 100 else end)).format(n=n, r=r)


def goes_on(words: str, language: str, before: str, after: str) -> bool:
    """Whether a number written out in another language than English stands on both sides of the words' edges: deux | mille."""
    edges = [(left.split()[-3:], right.split()[:3]) for left, right in ((before, words), (words, after))]
    edges = [(left, right) for left, right in edges if left and right and may_go_on(left[-1], right[0], language)]
    return any(
        _are_one(_plain(" ".join(left)).split(), _plain(" ".join(right)).split(), _written_language(language)) for left, right in edges
    )


def may_go_on(left: str, right: str, language: str) -> bool:
    """Whether two words side by side may be parts of a number written out in another language than English."""
    if not (is_word(left[-1:]) and right[:1].isalpha() and language) or language.casefold().startswith(READ_ELSEWHERE):
        return False
    words, stems = _counting(language)
    return all(one in words or one[:STEM] in stems for one in (left.casefold(), right.casefold().rstrip(".,;:")))


@cache
def _counting(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words of which a language makes numbers, and how others of them begin: to ask for all below a thousand takes 50 ms."""
    known = _written_language(language)
    if not known:
        return frozenset(), frozenset()
    compounds = known == "ko"  # whose numbers begin in as many ways as there are
    first = _small(known) if compounds else _words_of(known, *range(1, 126), *range(200, 1001, 100))
    words = (first | JOINS | scales(known).keys()) - _words_of(known, 0)  # which may be a "no": không
    return words, frozenset(word[:STEM] for word in first - _words_of(known, 0) if len(word) >= STEM)


def _are_one(left: Sequence[str], right: Sequence[str], language: str) -> bool:
    """Whether what stands on both sides of an edge is one number; the one of "un million" may be left out, like an article."""
    small, known = _small(language), scales(language)
    if right[0] in known and left[-1] in _first_words(language, 1, 1_000_000):
        return any(word in small | JOINS for word in left[-2:-1])
    if (left[-1] in small and right[0] in known) or (left[-1] in known and right[0] in small):
        return True
    written = _written(language)
    joined = ((*left[-n:], *right[:m]) for n in (1, 2, 3) for m in (1, 2, 3))
    return any(" ".join(one) in written or "".join(one) in written for one in joined)


@cache
def _written_language(language: str) -> str:
    """The language in which `num2words` writes numbers out; English and those without blanks are read elsewhere."""
    lang = language.replace("-", "_")
    lang = WRITTEN_AS.get(lang.casefold().split("_", 1)[0], lang)
    if not lang or lang.casefold().startswith(READ_ELSEWHERE):
        return ""
    if lang[:2].casefold() in LANGUAGES:
        return lang[:2].casefold()
    from num2words import CONVERTER_CLASSES  # noqa: PLC0415 26 ms: only where a number may be written out

    return next((one for one in (lang, lang.split("_", 1)[0]) if one in CONVERTER_CLASSES), "")


class _Plain(NamedTuple):
    """Words and what stands round them, without hyphens and capitals."""

    before: str
    words: str
    after: str


def _plain(words: str) -> str:
    plain = re.sub(r"[\s-]+", " ", normalize("NFC", words.casefold().replace("i̇", "i"))).translate(APOSTROPHES)
    return ELIDED.sub(lambda found: f"{found[1]}{ELISIONS[found[1]]} ", plain) if "'" in plain else plain


def _standing(number: str, plain: _Plain, language: str, unit: str) -> Iterator[Place]:
    """Where a spelled number stands in words beside no other unit, and is no part of a longer one: vingt, but not in vingt et un."""
    text, first, last = "".join(plain), len(plain.before), len(plain.before) + len(plain.words)
    longer = _written(language)
    for found in re.finditer(_pattern(number, language), text):
        start, end = found.span("number")
        if language == "vi" and number == "năm" and text[end:].lstrip()[:1].isdigit():  # year: năm 2023
            continue
        if found.start() < first or end > last or not agrees(printed((text, start, end)), unit):
            continue
        before, after = text[: found.start()].split()[-3:], text[end:].split()[:5]
        extended = [" ".join((*before[-k:], number)) for k in (1, 2, 3)] + [" ".join((number, *after[:k])) for k in (1, 2, 3)]
        neighbours = {*before[-1:], *(word.rstrip(".,") for word in after[:1] if text[end] == " ")}
        neighbours |= set(after[1:2] if after[:1] == ["de"] else [])  # treizeci de mii
        if any(one != number and one in longer for one in extended) or neighbours & scales(language).keys():
            continue
        if _runs_on(number, text[: found.start()], text[end:], language):
            continue
        if not half_behind([word.rstrip(".,;:") for word in after]) and not _is_scaled(number, before[-1:], after[:1], language):
            yield text, start, end


def _pattern(number: str, language: str) -> str:
    """As what a spelled number may stand: also behind a word that is written onto it (ושלושה), or only before what is counted with it."""
    onto = PROCLITICS.get(language, "") if len(number) >= LEAST_BEHIND else ""
    until = rf"(?=\s?(?:{KOREAN_COUNTERS}))" if number in native(language) else r"(?!\w)"
    return rf"(?<!\w){onto}(?P<number>{re.escape(number)}){until}"


def _runs_on(number: str, before: str, after: str, language: str) -> bool:
    """Whether another number word touches a number with which it may be one: yirmi | beş, soixante | et onze."""
    values, parts = _values(language), number.split()
    beside = before[-REACH:].split()[::-1], [word.rstrip(".,;:!?") for word in after.split(maxsplit=3)[:3]]
    left, right = (_nearest(words, values, language) or _greatest(_apart(words, language), language) for words in beside)
    first, last = (values.get(part.removeprefix("ו")) or _greatest([part], language) for part in (parts[0], parts[-1]))
    if language == "ko" and any(KOREAN.fullmatch(word) for word in (*before.split()[-1:], *after.split()[:1])):
        return True
    if language == "sw" and "na" in (*before.split()[-1:], *after.split()[:1]):  # elfu sita na tatu
        return left is not None or right is not None
    if number in ALONE.get(language, ()):
        return left is not None or right is not None or before.rstrip()[-1:].isdigit() or bool(VAGUE.intersection(before.split()[-1:]))
    return may_be_one(left, first, language) or may_be_one(last, right, language)


def _apart(words: Sequence[str], language: str) -> Sequence[str]:
    """The words without an "and" at their beginning."""
    return words[1:] if words and (words[0] in JOINED or words[0] in JOINED_IN.get(language, ())) else words


def _greatest(words: Sequence[str], language: str) -> int | None:
    """What the first word means if it means thousands or more: mil, millones; of etttusen no more is known."""
    word = words[0] if words else ""
    scale = scales(language).get(word, 0)
    if len(word) >= STEM and scale >= THOUSAND:
        return int(scale)
    thousands = _is_joined(word, language) or word in _words_of(language, 1000, 2000) - JOINS - _values(language).keys()
    return THOUSAND if word and thousands else None


def _is_joined(word: str, language: str) -> bool:
    """Whether a word is thousands that are written onto their number, and what follows onto them: zweitausend, duemilacento."""
    if word.endswith((*THOUSANDS, "tusinde", "ezer")):
        return True
    parts = next((word.split(one, 1) for one in THOUSANDS if one in word), [])
    return bool(parts) and all(part in _written(language) for part in parts if part)


def _nearest(words: Sequence[str], values: Mapping[str, int], language: str) -> int | None:
    """What the first of the words means, or the second if they are joined."""
    apart = _apart(words, language)
    return _meaning(apart[0], values) if apart else None


def _meaning(word: str, values: Mapping[str, int]) -> int | None:
    """What a number word means, also with an "and" written onto it."""
    value = values.get(word)
    return values.get(word[1:]) if value is None and word[:1] in ("و", "ו") else value


def _is_scaled(number: str, before: Sequence[str], after: Sequence[str], language: str) -> bool:
    """Whether a number with a word such as mille in it has more of it beside it: deux mille, mille deux."""
    known, small, values = scales(language), _small(language), _values(language)
    if not any(word in known for word in number.split()):
        return False
    if any(_meaning(word, values) for word in before):
        return True
    return any(word[:-2] in small or word in small or word[-1].isdigit() or word.endswith(THOUSANDS) for word in (*before, *after))


@cache
def _first_words(language: str, *numbers: int) -> frozenset[str]:
    """With which words the numbers begin as a language writes them."""
    return frozenset(word for one in _spelled(language, numbers) for word in one.split()[:1])


@cache
def _words_of(language: str, *numbers: int) -> frozenset[str]:
    """The words of numbers as a language writes them."""
    return frozenset(word for one in _spelled(language, numbers) for word in one.split())


@cache
def _small(language: str) -> frozenset[str]:
    """The words of which a language makes numbers below a thousand, the long ones also without their endings."""
    words = {word for number in _written(language) for word in number.split()} - JOINS
    forms = _values(language).keys() - BESIDE.get(language[:2], {}).keys()
    return frozenset({*words, *forms, *(word[:-2] for word in words if len(word) > LONG)})


@cache
def _written(language: str) -> frozenset[str]:
    """The numbers below a thousand as a language writes them."""
    return frozenset(_below_a_thousand(language))


@cache
def _below_a_thousand(language: str) -> dict[str, int]:
    """What each number below a thousand means as a language writes it."""
    numbers = range(999, -1, -1)
    return dict(zip(_spelled(language, numbers), numbers, strict=False))


def _spelled(language: str, numbers: Iterable[int]) -> list[str]:
    """The numbers as a language writes them; nothing where it can't."""
    try:
        return [_plain(_written_out(n, language)) for n in numbers]
    except UNWRITABLE:
        return []


@cache
def _values(language: str) -> dict[str, int]:
    """What single words mean that are numbers; năm is five or a year."""
    if language == "vi":
        return {}
    single = {word: n for word, n in _below_a_thousand(language).items() if n and " " not in word}
    return {form: n for word, n in single.items() for form in (word, *variants(word, language))} | {
        _plain(word): n for word, n in inflected_words(language).items()
    }
