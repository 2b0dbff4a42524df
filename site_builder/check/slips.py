"""Which cited words hold a probable slip of their source, so that readers should be told that it stands so ([sic])?

The rules are data, language by language, and say only what is certain: a source whose language is not given is not looked at, and what a
language doubles on purpose (had had, die die, nous nous, من من, 天天) is in no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from operator import eq
from typing import NamedTuple

from site_builder.check.hints import in_yaml
from site_builder.check.reading import Reading
from site_builder.problems import Problem
from site_builder.text.sic import standing_so
from site_builder.text.tokens import tokens


class Rule(NamedTuple):
    r"""What is wrong, and what is probably meant; \1 is the first group."""

    wrong: str  # a pattern; made when its word is met
    meant: str
    word: str = ""  # small letters without which it is not there: looked for first, in a tenth of the time
    any_case: bool = True
    twice: bool = False  # one word twice in a row


# Words that no sentence of the language has twice in a row.
DOUBLED = {
    "en": "a an and are at be been but by for from has have if into its my of or our than the their them they this to was were with your",
    "de": "am aus ein eine einen einer für hat im ins ist mit nicht oder und von vom wird wurde zum zur",
    "fr": "au aux avec ce ces dans de des du est et la le les mais ou par pour qui sa ses son sur un une",
    "es": "con de del el en es la las los para por pero que se su sus un una y",
    "it": "alla che con dal dei del della di è gli il la le nel nella per sono un una",
    "pt": "ao com da das de do dos em na nas no nos o os para por que um uma",
    "nl": "aan bij de dat een en het in is met naar niet of op te uit van voor wordt",
    "sv": "att av den det en ett för från med och på som till är",
    "pl": "dla do i na nie od oraz po przez w z za ze że",
    "ru": "а без в во для до за и из к на не но от по под при с у что это",
    "uk": "а без в для до за з і й на не від по при та у це що як",
    "ar": "إلى التي الذي على عن في هذا هذه",
    "fa": "از با به در را که و این برای",
    "ur": "اور سے کو کی کے میں نے پر کہ",
}

# Words taken for others that sound alike, as newsrooms print them, each after letters that must be there.
CONFUSED = {
    "en": (
        ("ordinance", r"((?:un)?exploded|explosive|military) ordinance", r"\1 ordnance"),
        ("ordinance", r"ordinance (disposal|clearance)", r"ordnance \1"),
        ("tow", r"tow(s|ed|ing)? the (?:party )?line", r"toe\1 the line"),
        ("reign", r"free reign", "free rein"),
        ("mute", r"mute point", "moot point"),
        ("intensive", r"for all intensive purposes", "for all intents and purposes"),
        ("breath", r"bait(?:ed) breath", "bated breath"),
        ("appetite", r"wet (his|her|their|your|the) appetite", r"whet \1 appetite"),
        ("peak", r"peak(?:ed|s) (his|her|their|my|our|your) (interest|curiosity)", r"piqued \1 \2"),
        ("diffus", r"(diffus(?:e|ed|es|ing)) (?:the |a )?(?:bomb|situation|tensions?|crisis|device)", "defuse"),
        ("point", r"case and point", "case in point"),
        ("same", r"one in the same", "one and the same"),
        ("seeded", r"deep[- ]seeded", "deep-seated"),
        ("sneak", r"sneak peak", "sneak peek"),
        ("slight", r"slight of hand", "sleight of hand"),
        ("statue", r"statue of limitations", "statute of limitations"),
        ("displayed", r"internally displayed", "internally displaced"),
        ("law", r"mar(?:shal|ital) law", "martial law"),
        ("lamb", r"on the lamb", "on the lam"),
        ("of", r"(could|should|would|must) of (been|had|done|gone|known|taken|made)", r"\1 have \2"),
        ("own", r"it's own", "its own"),
        ("casualities", r"casualities", "casualties"),
        ("past", r"past ((?:[\w-]+ ){1,6})in the past", r"past \1"),
    ),
    "de": (
        ("seid", r"seid (gestern|heute|Jahren|Monaten|Wochen|Tagen|dem|der|Anfang|Ende|\d{4})", r"seit \1"),
        ("standart", r"Standart(s?)", r"Standard\1"),
    ),
    "fr": (("malgré", r"malgré que", "bien que"), ("jour", r"au jour d'aujourd'hui", "aujourd'hui")),
}

# An article before a sound that wants the other one; "u", "eu" and "o" may sound like consonants, an "h" may be silent.
ARTICLES = {"en": ((r"a ([aei](?!u)[a-z]{3,})", r"an \1"), (r"an ([bcdfgjklmnpqrstvwyz][a-z]{3,})", r"a \1"))}

GLUED = re.compile(r"(?<![\w.@/-])([^\W\d_]{3,}[.!?])([^\W\d_]{2,})(?![\w@/]|\.\w)")
MAY_BE_GLUED = re.compile(r"[.!?][^\W\d_]")
DOMAINS = frozenset("com net org info gov edu news site online blog app dev".split())


@cache
def _rules(language: str) -> tuple[Rule, ...]:
    """What is looked for in a language."""
    doubled = [Rule(rf"({'|'.join(DOUBLED[language].split())})\s+\1", r"\1", twice=True)] if language in DOUBLED else []
    confused = [Rule(wrong.replace(" ", r"\s+"), meant, word) for word, wrong, meant in CONFUSED.get(language, ())]
    articles = [Rule(wrong, meant, wrong.partition(" ")[0] + " ", any_case=False) for wrong, meant in ARTICLES.get(language, ())]
    return (*doubled, *confused, *articles)


@cache
def _pattern(rule: Rule) -> re.Pattern[str]:
    before = "'’-" if rule.any_case else "'’.-"
    return re.compile(rf"(?<![\w{before}]){rule.wrong}(?![\w'’-])", re.I if rule.any_case else 0)


def _small(text: str) -> str:
    """The text in letters by which `re.I` tells that two are one: İ and ı are i to it, ſ is s."""
    return text.lower() if text.isascii() else text.casefold().replace("\u0307", "").replace("ı", "i")


def _possible(rules: Sequence[Rule], text: str) -> list[Rule]:
    """The rules of which all is there that they can't do without."""
    small, twice = _small(text), _has_a_word_twice(text)
    return [rule for rule in rules if rule.word in small and (twice or not rule.twice)]


def _has_a_word_twice(text: str) -> bool:
    """Whether anywhere a word follows itself, in a sixth of the time that the pattern takes to look for some."""
    words = _small(" ".join(tokens(text))).split()
    return any(map(eq, words, words[1:]))


def slips(reading: Reading) -> Iterator[Problem]:
    """Warnings on probable slips in what is cited of the source, the same words once."""
    found = {
        " ".join(reading.article.text[start:end].split()): (start, meant) for start, end, meant in sorted(_open(reading), reverse=True)
    }
    in_order = sorted(found.items(), key=lambda one: one[1])
    hint = _entries(reading, [(words, meant) for words, (_, meant) in in_order])
    for words, (start, meant) in in_order:
        message = f"these cited words are probably a slip of the source: '{words}' for '{meant}'"
        yield Problem(reading.seed, "slip", message, hint, (), *reading.place(start), "warning", (reading.source.id, words))


def _entries(reading: Reading, found: Sequence[tuple[str, str]]) -> str:
    """How to mark all of them: a record has one list of them."""
    entries = ", ".join(f"{{words: {in_yaml(words)}, meant: {in_yaml(meant)}}}" for words, meant in found)
    marked = "it" if len(found) == 1 else f"all {len(found)} of this source"
    if reading.source.sic:
        return f"to mark {marked} [sic], add to the list `sic` of '{reading.source.id}' in sources.yaml:\n{entries}"
    return f"to mark {marked} [sic], add to '{reading.source.id}' in sources.yaml:\nsic: [{entries}]"


def _open(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Those that the editor has not marked."""
    return (one for one in _found(reading) if not reading.is_answered(one[0], one[1]))


def absent_sic(reading: Reading) -> Iterator[Problem]:
    """Errors on words that are marked as wrong and don't stand in the source."""
    for n, sic in enumerate(reading.source.sic):
        if not standing_so([sic.words]).search(reading.article.text):
            message = f"'{reading.source.id}' does not have these words"
            hint = "copy them from the article, whole words, letter for letter"
            yield Problem(reading.file, "absent-sic", message, hint, (reading.row, "sic", n, "words"))


def _found(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Start, end, and what is probably meant."""
    text, rules = reading.article.text, _rules(reading.source.language[:2].lower())
    for start, end in reading.cited:
        piece = text[start:end]
        for rule in _possible(rules, piece) if rules else ():
            for found in _pattern(rule).finditer(text, start, end):
                yield found.start(), found.end(), " ".join(found.expand(rule.meant).split())
        for found in GLUED.finditer(text, start, end) if MAY_BE_GLUED.search(piece) else ():
            if found[1][-2].islower() and found[2][0].isupper() and found[2][1].islower() and found[2].lower() not in DOMAINS:
                yield found.start(), found.end(), f"{found[1]} {found[2]}"
