"""A question that is quoted as a statement, or the other way about: We won. – We won?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_builder.check.selectors import Selector
from site_builder.model import Anchor
from site_builder.problems import Problem
from site_builder.text.passages import Passages

ASKS = re.compile(r"[?？؟՞⸮]|(?<=[\u0370-\u03ff\u1f00-\u1fff])[;\u037e]")
BEHIND = re.compile(r"\w?(?:[^\w\s]+|\s(?=[^\w\s]))*")  # a sign may stand behind a blank, as French has it
OPEN = re.compile(r"(?:…|\.\.\.|\])\W*$")  # more is left out, or an editor's word stands at the end
LONGEST = 12


def questions(file: str, selector: Selector, places: Sequence[Anchor], passages: Passages) -> Iterator[Problem]:
    """A warning where a quote ends with a question mark that its source lacks there, or lacks one that stands right behind its words."""
    if selector.kind != "quote" or not places or OPEN.search(selector.words):
        return
    asks = {bool(_asked(passages.article.text, place)) for place in places}
    if len(asks) > 1 or _asks(selector.words) in asks:
        return
    if asks == {True}:
        message, hint = "the source asks: a question mark stands right behind these words", "take it into the words"
    else:
        message, hint = "these words end with a question mark that does not stand in the source", "remove it"
    hint += "; or silence the warning, saying why the sense is the same"
    yield Problem(file, "question-mark", message, hint, selector.at(0), severity="warning", of=selector.about)


def _asks(words: str) -> bool:
    """Whether a question mark stands behind the last letter or digit."""
    end = len(words)
    while end and not words[end - 1].isalnum():
        end -= 1
    return bool(ASKS.search(words, max(0, end - 1)))


def _asked(text: str, place: Anchor) -> bool:
    """Whether one stands behind the place's last letter or digit, before a blank that a word follows."""
    end = place.end
    while end > place.start and not text[end - 1].isalnum():
        end -= 1
    behind = BEHIND.match(text, max(0, end - 1), end + LONGEST)
    return bool(behind and ASKS.search(text, behind.start(), behind.end()))
