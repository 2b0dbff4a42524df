"""Words that an editor leaves out and without which the passage says the contrary: We will … surrender; I will | not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from site_builder.check.selectors import Selector
from site_builder.model import Anchor
from site_builder.problems import Problem
from site_builder.text.edges import is_word
from site_builder.text.fold import plain
from site_builder.text.negations import is_negation, negation
from site_builder.text.passages import Passages
from site_builder.text.scripts import has_unspaced, later
from site_builder.text.sentences import SENTENCE_END

LONGEST = 24  # characters of a word that says no, with a blank
FIRST = 5  # words among which another may say no: ne | céderons pas
NEAR = 60  # characters: where more is left out, what says no mostly belongs to it
SIGN = re.compile(r"[,;:.!?—]")  # begins another clause
ELIDED = re.compile(r"(?<!\w)n'$", re.I)  # Nous n’ | osons
PARAGRAPH = re.compile(r"\n\s*\n")
OPEN = later(r"(?:…|\.\.\.|\[|\])\W*$")  # that more is left out, an editor has shown
BESIDE = later(  # words that say no of what follows them alone: without fear
    r"without|nor|neither|ohne|weder|zonder|noch|sans|ni|sin|senza|né|sem|nem|fără|nici|без|ни|bez|ani|uten|uden|utan|ilman|nélkül"
    r"|χωρίς|ούτε|bina|tanpa|לל?א|מ?בלי|دون|بدون|بلا|غير|بغیر|बिना|বিনা|impossible|unable|unlikely|refus\w*|den(?:y|ies|ied)"
)
PARTICLES = later(r"[はもがであり]{0,5}$")  # before a Japanese no: 安全で | はない
MODAL = later(r"[会會能要可以得必该該应應敢愿願想肯曾再有是太เคยไดมี่้็]{0,4}$")  # behind a Chinese or Thai no: 不会 | 改变


def negations_left_out(
    file: str, selector: Selector, places: Sequence[Anchor], passages: Passages, line: int = 0, column: int = 0
) -> Iterator[Problem]:
    """A warning where … stands for a "not" within a sentence, or a quote begins right behind one or ends right before it."""
    text = passages.article.text
    message = ""
    if "…" in plain(selector.words):
        found = [_left_out(place, text) for place in places]
        message = f"what is left out of these words says no: '{found[0]}'" if found and all(found) else ""
    if not message and selector.kind == "quote" and places:
        before, after = ([cut(place, text) for place in places] for cut in (_cut_off, _cut_short))
        if all(before):
            message = f"the word before these says no: '{before[0]}'"
        elif all(after) and not OPEN.search(selector.words):
            message = f"the word behind these says no: '{after[0]}'"
    if message:
        hint = "take it into the words; or silence the warning, saying why the sense is the same"
        yield Problem(file, "negation-left-out", message, hint, selector.at(line), line, column, "warning", selector.about)


def _cut_off(place: Anchor, text: str) -> str:
    """The word that says no right before the words; none where these say no themselves, or a sign stands between."""
    before = text[max(0, place.start - LONGEST) : place.start].replace("’", "'")
    if before[-1:].isspace():
        word = "" if PARAGRAPH.search(before[len(before.rstrip()) :]) else (before.split() or [""])[-1].lstrip("\"'“‘«([")
        said = negation(word) if word and is_word(word[-1]) else ""
    elif ELIDED.search(before):
        said = "n'"
    else:
        said = _last(before) if has_unspaced(before[-1:]) else ""
    return said if said and not _says_no(text[place.start : place.end].split()[:FIRST]) else ""


def _last(before: str) -> str:
    """What says no at the end of a text without blanks, also with a word such as "can" behind it."""
    for length in range(1, len(before) + 1):
        said = negation(plain(before[-length:]))
        if said:
            behind = before[-length:].partition(said)[2]
            return said if MODAL.match(behind) else ""
    return ""


def _cut_short(place: Anchor, text: str) -> str:
    """The word that says no right behind the words; none where these say no themselves, or a sign stands between."""
    after = text[place.end : place.end + LONGEST].replace("’", "'")
    if after[:1] and has_unspaced(after[:1]):
        said = negation(plain(after[:FIRST]))
        said = said if said and PARTICLES.match(after.partition(said)[0]) else ""
    else:
        apart = not after[:1].isspace() or PARAGRAPH.search(after[: len(after) - len(after.lstrip())])
        word = "" if apart else (after.split() or [""])[0].rstrip(".,;:!?…\"'”»)")
        said = word.lower() if word and (is_negation(plain(word)) or _is_korean_no(word)) and not BESIDE.fullmatch(word.lower()) else ""
    return said if said and not _says_no(text[place.start : place.end].split()[:-FIRST:-1]) else ""


def _is_korean_no(word: str) -> bool:
    return word[0] in "않못없" or word[:2] in {"아니", "아닌", "아닙", "아닐"}


def _says_no(words: Sequence[str]) -> bool:
    """Whether one of the words says no before a sign stands."""
    for word in words:
        if negation(plain(word)):
            return True
        if SIGN.search(word):
            return False
    return False


def _left_out(place: Anchor, text: str) -> str:
    """The first word that says no and is left out near what is not; not in a sentence that ends on the way."""
    gaps = (text[end:start].replace("’", "'") for (_, end), (start, _) in pairwise(place.parts))
    return next((said for gap in gaps if (said := _said_last(SENTENCE_END.split(gap)[-1]))), "")


def _said_last(words: str) -> str:
    """The first word that says no among a few."""
    if len(words) > NEAR:
        return ""
    return negation(plain(words)) or ("n'" if ELIDED.search(words) else "")
