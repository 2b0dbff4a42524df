"""Halves and dozens written out in other languages than English: anderthalb Millionen, dos años y medio, une douzaine."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache

from site_builder.text.printed import measure
from site_builder.text.units import SCALES, scales

HALVES = frozenset(  # after a number: half as much more
    {
        *(("y", "medio"), ("y", "media"), ("e", "meio"), ("e", "meia"), ("et", "demi"), ("et", "demie"), ("e", "mezzo"), ("e", "mezza")),
        *(("с", "половиной"), ("с", "половиною"), ("з", "половиною"), ("i", "pół"), ("a", "půl"), ("a", "pol"), ("și", "jumătate")),
        *(("i", "mig"), ("i", "mitja"), ("ja", "puoli"), ("és", "fél"), ("و", "نیم"), ("buçuk",), ("ونصف",), ("וחצי",)),
        *(("rưỡi",), ("setengah",)),
        *(("och", "en", "halv"), ("och", "ett", "halvt"), ("og", "en", "halv"), ("og", "et", "halvt"), ("en", "een", "half")),
        *(("und", "eine", "halbe"), ("and", "a", "half")),
    }
)
LONGEST = max(map(len, HALVES))

# How a number and a half is written: {n} is the number, {s} the scale behind it, if there is one, and {u} the unit; behind "1=" how one and
# a half are written besides.
WRITTEN = """
de: {n}einhalb{s} | {n} und eine halbe{s} | 1= anderthalb{s} / eineinhalb{s}
nl: {n}enhalf{s} | {n}ënhalf{s} | {n}enhalve{s} | {n}ënhalve{s} | {n} en een half{s} | 1= anderhalf{s} / anderhalve{s}
fr: {n}{s} et demi | {n}{s} et demie | {n} {u} et demi | {n} {u} et demie
es: {n} y medio{s} | {n}{s} y medio | {n}{s} y media | {n} {u} y medio | {n} {u} y media
it: {n}{s} e mezzo | {n}{s} e mezza | {n} {u} e mezzo | {n} {u} e mezza
pt: {n}{s} e meio | {n}{s} e meia | {n} {u} e meio | {n} {u} e meia
ro: {n}{s} și jumătate | {n} {u} și jumătate
ca: {n}{s} i mig | {n}{s} i mitja | {n} {u} i mig | {n} {u} i mitja
ru: {n} с половиной{s} | {n} с половиною{s} | 1= полтора{s} / полторы{s} / полутора{s}
uk: {n} з половиною{s} | 1= півтора{s} / півтори{s}
pl: {n} i pół{s} | 1= półtora{s} / półtorej{s}
cs: {n} a půl{s}
sk: {n} a pol{s}
sv: {n} och en halv{s} | {n} och ett halvt{s}
da: {n} og en halv{s} | {n} og et halvt{s} | 1= halvanden{s} / halvandet{s}
no: {n} og en halv{s} | {n} og et halvt{s} | 1= halvannen{s} / halvannet{s}
fi: {n} ja puoli{s} | 1= puolitoista{s}
hu: {n} és fél{s} | 1= másfél{s}
tr: {n} buçuk{s}
az: {n} yarım{s}
ar: {n}{s} ونصف | {n} {u} ونصف
fa: {n} و نیم{s} | {n}{s} و نیم | {n} {u} و نیم
vi: {n}{s} rưỡi | {n} {u} rưỡi
id: {n} setengah{s}
he: {n} וחצי{s} | {n}{s} וחצי | {n} {u} וחצי
hi: 1= डेढ़{s} | 2= ढाई{s} / अढ़ाई{s}
"""
HALF_OF = {"ru": "пол{s}", "uk": "пів{s}"}  # a million, a dozen, written with it
ONE = "ein eine un una une um uma een en ett et bir egy yksi один одна jeden jedna".split()  # before what is counted
BARE = frozenset("ar he".split())  # languages in which a million is one million
DOZEN, MOST_DOZENS, BELOW = 12, 20, 1000


def half_behind(words: Sequence[str]) -> int:
    """How many of the words that follow a number make it half as much more, a unit before them among them: 2 | ans et demi; 0 for none.

    Behind a unit the half may be one of something else: dos años y | medio millón. Five words are enough to tell.
    """
    for start in (0, 1):
        for length in range(1, LONGEST + 1):
            if tuple(words[start : start + length]) in HALVES:
                then = words[start + length] if start + length < len(words) else ""
                if start == 0 or (measure(words[0]) and then not in SCALES and not measure(then)):
                    return start + length
    return 0


def halves_and_dozens(value: float, language: str, text: str, named: Callable[[int], Collection[str]]) -> Iterator[str]:
    """How else a number may be written that is so many and a half, or so many dozens; as far as it may stand in `text`.

    `named`: the words for a number.
    """
    lang, known = language[:2], scales(language)
    for scale in sorted({1.0, *known.values()}):
        count = value / scale
        words = [word for word, factor in known.items() if factor == scale and word in text] if scale > 1 else [""]
        if count > 0 and count * 2 % 2 == 1 and count < BELOW:
            for word in words:
                yield from _halves(int(count), word, lang, text, named)
        elif scale == DOZEN and count in range(1, MOST_DOZENS):
            yield from (f"{number} {word}" for word in words for number in _counted(int(count), named))


def _counted(count: int, named: Callable[[int], Collection[str]]) -> Iterator[str]:
    yield from named(count)
    yield from ONE if count == 1 else (str(count),)


def _halves(count: int, scale: str, lang: str, text: str, named: Callable[[int], Collection[str]]) -> Iterator[str]:
    behind = f" {scale}" if scale else ""
    if not count:
        if scale and lang in HALF_OF:
            yield from (HALF_OF[lang].format(s=behind), HALF_OF[lang].format(s=scale))
        return
    forms, besides = _written().get(lang, ((), {}))
    yield from (form.format(s=behind) for form in besides.get(count, ()))
    if count == 1 and scale and lang in BARE:
        yield f"{scale} {'ونصف' if lang == 'ar' else 'וחצי'}"
    for number in _counted(count, named):
        for form in forms:
            if "{u}" not in form:
                yield form.format(n=number, s=behind)
            elif not scale:
                like = re.escape(form).replace(r"\{n\}", re.escape(number)).replace(r"\{u\}", r"(?P<unit>[^\W\d_]+)")
                yield from (found[0] for found in re.finditer(like, text) if measure(found["unit"]))


@cache
def _written() -> dict[str, tuple[tuple[str, ...], dict[int, tuple[str, ...]]]]:
    """By language: the forms, and those of certain numbers."""
    table = {}
    for line in WRITTEN.strip().splitlines():
        lang, _, rest = line.partition(": ")
        forms = [form.strip() for form in rest.split("|")]
        listed = (form.partition("=") for form in forms if "=" in form)
        besides = {int(n): tuple(form.strip() for form in alike.split("/")) for n, _, alike in listed}
        table[lang] = tuple(form for form in forms if "=" not in form), besides
    return table
