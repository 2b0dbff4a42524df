"""Does the newspaper say who speaks in a paragraph whose quotation seems to run on into the next one?

Then a closing mark was forgotten: “We will fight, said Ann Lee, who had fled. Inside a quotation over several paragraphs nobody is
attributed so. Where languages set who speaks inside the marks (« Nous partirons, a dit Anne Petit. Rien… »), it proves nothing unless a
relative clause follows the name, or nothing at all.
"""

from __future__ import annotations

import re

from site_builder.text.attributions import OTHERS, TIES
from site_builder.text.incises import incises
from site_builder.text.interrupted import DASH, DASHES, says_who
from site_builder.text.said import ROMANCE, is_listed
from site_builder.text.scripts import later

ENGLISH = frozenset(
    (
        "said says adds added replied insists insisted recalls recalled explains explained argues argued continued joked quipped countered"
    ).split()
)
GERMANIC = frozenset(  # and Finnish, Turkish
    (
        "sagte sagten sagt erklärte erklärten betonte meinte antwortete entgegnete ergänzte berichtete forderte warnte schrieb kritisierte "
        "versicherte erzählte zei zeiden zegt meldde meldden verklaarde vertelde vindt stelde antwoordde reageerde waarschuwde schreef "
        "sade sa säger uppgav berättade förklarade tillade svarade sagde siger udtalte oplyste fortalte forklarede tilføjede svarede "
        "sier forklarte svarte uttalte sanoi sanoo kertoi totesi dedi söyledi ekledi belirtti"
    ).split()
)
OUTSIDE = ENGLISH | GERMANIC  # of languages that never set who speaks inside the marks
SIGN = later(r"[,.!?…—–]\s+(?=[^\W\d_])")
SIGN_BEFORE = later(r"[.!?…:;“”«»„\"]")
NAME_FIRST = later(
    r",\s(?:[A-Z][\w'’-]*\.?\s){2,4}(?:said|says|told\ \w+|added|wrote|warned|explained|recalled|replied)(?=\.(?:\s|\Z)|,\s(?:who|whose)\s)"
)
TITLE = 5  # words before a name: said the Defense Secretary Lloyd Austin
LONGEST = 200  # characters of a name with what stands before it
WORD = later(r"[^\W\d_][\w'’.-]*")
NO_NAME = later(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December|I)\b"
)
BEHIND = later(r"\s*(?:[.,;:!?…)—–]|\Z)|\s(?:on|in|at|to|of|from|am|in|bei|aus|vom|op|von|van|de|der|den|zu|bin|al|på|i|w|z|в|на|из|з|у)\s")
RELATIVE = later(
    r"\s*,?\s*(?:qui|dont|où|lequel|laquelle|que|quien|cuyo|cuya|che|cui|quem|cujo|cuja|care|котор\w+|який|яка|які|któr\w+|kter\w+|koji|koja"
    r"|който|която|ο οποίος|η οποία|που|who|whose)\s"
)
# A clause that begins so ends before a verb that is the sentence's own: Als ich kam, sagte Peter nichts.
SUBORDINATE = frozenset(
    (
        "als wenn weil nachdem bevor während obwohl sobald falls toen omdat nadat terwijl voordat zodra hoewel när eftersom medan innan "
        "fordi hvis когда если пока хотя коли якщо поки хоча кога когато ако gdy kiedy jeśli ponieważ když pokud kada kad ako "
        "cuando si mientras aunque quando se mentre enquanto lorsque quand"
    ).split()
)
DEPENDENT = SUBORDINATE | frozenset(  # and so where another clause stands before it: тот, кто пришёл, сказал Анне…
    (
        "da seit bis wie wer was der die das den dem dass ob wat dat die om då som at после как что чтобы кто который которая "
        "чей где після як що щоб хто який яка яке які де jak że żeby kto co który która które którzy gdzie že kdo co který která které "
        "koji koja kako que quien como che cui quem qui който която което които че"
    ).split()
)


def is_attributed(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying with a name stands behind a sign between `start` and `end`, the end of the paragraph, outside the quote."""
    end = start + len(text[start:end].rstrip())
    return (
        any(_says(text, found, start, end) for found in SIGN.finditer(text, start, end))
        or bool(NAME_FIRST.search(text, start, end))
        or any(_proves(text, span, end) for span in incises(text, start, end))
        or any(_is_last(text, found.start(), end) for found in DASH.finditer(text, start, end))
    )


def _says(text: str, sign: re.Match[str], start: int, end: int) -> bool:
    """Whether a verb of saying stands behind a sign, a name behind it with no more than a title between, and what may follow one."""
    verb = WORD.match(text, sign.end(), end)
    if not verb or not (verb[0] in OUTSIDE or (is_listed(verb[0]) and sign[0][0] not in DASHES)):
        return False
    name = _name(text, verb.end(), end)
    if name is None or (verb[0] not in ENGLISH and _is_dependent(text, start, sign.end())):
        return False
    return bool(RELATIVE.match(text, name, end)) or name >= end - 1 or (verb[0] not in ROMANCE and bool(BEHIND.match(text, name, end)))


def _name(text: str, at: int, end: int) -> int | None:
    """Where a name ends that begins at `at`, or behind a title there."""
    last, named = at, False
    for n, word in enumerate(WORD.finditer(text, at, min(end, at + LONGEST))):
        is_apart = text[last : word.start()].strip() != "" or (n >= TITLE and not named)
        if is_apart or (named and not word[0][0].isupper()):
            break
        if word[0][0].isupper():
            if NO_NAME.match(word[0]):
                return None
            named = True
        elif word[0] in OTHERS or (word[0] in TIES and n == 0 and word[0] not in ("o", "a", "os", "as")):
            return None
        last = word.end() - (word[0][-1] == "." and len(word[0]) > 2)
    return last if named else None


def _is_dependent(text: str, start: int, at: int) -> bool:
    """Whether the clause before a sign is one after which the main verb of the sentence stands."""
    before = SIGN_BEFORE.split(text[max(start, at - LONGEST) : at].rstrip(" ,.!?…—–"))[-1]
    _, comma, last = before.rpartition(",")
    return not (DEPENDENT if comma else SUBORDINATE).isdisjoint(last.casefold().split()[:2])


def _proves(text: str, span: tuple[int, int], end: int) -> bool:
    """Whether what says inside the marks who speaks names somebody, and ends the paragraph or goes on about the speaker."""
    return any(map(str.isupper, text[slice(*span)])) and (span[1] >= end or bool(RELATIVE.match(text, span[1], end)))


def _is_last(text: str, at: int, end: int) -> bool:
    """Whether a dash at `at` is the paragraph's last, and says up to its end who speaks."""
    if end - at > LONGEST or not text[at - 1].isspace() or DASH.search(text, at + 1, end):
        return False
    return any(map(str.isupper, text[at:end])) and says_who(text, at, end)
