"""Which cited words hold a probable slip of their source, so that readers should be told that it stands so ([sic])?

The rules are data, language by language, and say only what is certain: a source whose language is not given is not looked at, and what a
language doubles on purpose (had had, die die, nous nous, من من, 天天) is in no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from site_builder.check.hints import in_yaml
from site_builder.check.reading import Reading
from site_builder.problems import Problem
from site_builder.text.sic import standing_so

Rule = tuple[re.Pattern[str], str]  # what is wrong, and what is probably meant; \1 is the first group

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

# Words taken for others that sound alike, as newsrooms print them.
CONFUSED = {
    "en": (
        (r"((?:un)?exploded|explosive|military) ordinance", r"\1 ordnance"),
        (r"ordinance (disposal|clearance)", r"ordnance \1"),
        (r"tow(s|ed|ing)? the (?:party )?line", r"toe\1 the line"),
        (r"free reign", "free rein"),
        (r"mute point", "moot point"),
        (r"for all intensive purposes", "for all intents and purposes"),
        (r"bait(?:ed) breath", "bated breath"),
        (r"wet (his|her|their|your|the) appetite", r"whet \1 appetite"),
        (r"peak(?:ed|s) (his|her|their|my|our|your) (interest|curiosity)", r"piqued \1 \2"),
        (r"(diffus(?:e|ed|es|ing)) (?:the |a )?(?:bomb|situation|tensions?|crisis|device)", "defuse"),
        (r"case and point", "case in point"),
        (r"one in the same", "one and the same"),
        (r"deep[- ]seeded", "deep-seated"),
        (r"sneak peak", "sneak peek"),
        (r"slight of hand", "sleight of hand"),
        (r"statue of limitations", "statute of limitations"),
        (r"internally displayed", "internally displaced"),
        (r"mar(?:shal|ital) law", "martial law"),
        (r"on the lamb", "on the lam"),
        (r"(could|should|would|must) of (been|had|done|gone|known|taken|made)", r"\1 have \2"),
        (r"it's own", "its own"),
        (r"casualities", "casualties"),
        (r"past ((?:[\w-]+ ){1,6})in the past", r"past \1"),
    ),
    "de": (
        (r"seid (gestern|heute|Jahren|Monaten|Wochen|Tagen|dem|der|Anfang|Ende|\d{4})", r"seit \1"),
        (r"Standart(s?)", r"Standard\1"),
    ),
    "fr": ((r"malgré que", "bien que"), (r"au jour d'aujourd'hui", "aujourd'hui")),
}

# An article before a sound that wants the other one; "u", "eu" and "o" may sound like consonants, an "h" may be silent.
ARTICLES = {"en": ((r"a ([aei](?!u)[a-z]{3,})", r"an \1"), (r"an ([bcdfgjklmnpqrstvwyz][a-z]{3,})", r"a \1"))}

GLUED = re.compile(r"(?<![\w.@/-])([^\W\d_]{3,}[.!?])([^\W\d_]{2,})(?![\w@/]|\.\w)")
DOMAINS = frozenset("com net org info gov edu news site online blog app dev".split())


def _doubled(words: str) -> Rule:
    return re.compile(rf"(?<![\w'’-])({'|'.join(words.split())})\s+\1(?![\w'’-])", re.I), r"\1"


def _whole(wrong: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-]){wrong}(?![\w'’-])".replace(" ", r"\s+").replace(" '", " ['’]"), re.I)


@cache
def _rules(language: str) -> tuple[Rule, ...]:
    """What is looked for in a language; made when a source of that language is read."""
    doubled = [_doubled(DOUBLED[language])] if language in DOUBLED else []
    confused = [(_whole(wrong), meant) for wrong, meant in CONFUSED.get(language, ())]
    articles = [(re.compile(rf"(?<![\w'’.-]){wrong}(?![\w'’-])"), meant) for wrong, meant in ARTICLES.get(language, ())]
    return (*doubled, *confused, *articles)


def slips(reading: Reading) -> Iterator[Problem]:
    """Warnings on probable slips in what is cited of the source, the same words once."""
    found = {
        " ".join(reading.article.text[start:end].split()): (start, meant) for start, end, meant in sorted(_open(reading), reverse=True)
    }
    for words, (start, meant) in sorted(found.items(), key=lambda one: one[1]):
        message = f"these cited words are probably a slip of the source: '{words}' for '{meant}'"
        entry = f"sic: [{{words: {in_yaml(words)}, meant: {in_yaml(meant)}}}]"
        hint = f"to mark it [sic], add to '{reading.source.id}' in sources.yaml:\n{entry}"
        yield Problem(reading.seed, "slip", message, hint, (), *reading.place(start), "warning", (reading.source.id, words))


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
        for pattern, meant in rules:
            for found in pattern.finditer(text, start, end):
                yield found.start(), found.end(), " ".join(found.expand(meant).split())
        for found in GLUED.finditer(text, start, end):
            if found[1][-2].islower() and found[2][0].isupper() and found[2][1].islower() and found[2].lower() not in DOMAINS:
                yield found.start(), found.end(), f"{found[1]} {found[2]}"
