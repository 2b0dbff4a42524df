"""Words that an editor leaves out with … and without which the passage says the contrary: We will … surrender."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from site_builder.check.selectors import Selector
from site_builder.model import Anchor
from site_builder.problems import Problem
from site_builder.text.edges import is_word
from site_builder.text.fold import plain
from site_builder.text.negations import negation
from site_builder.text.passages import Passages
from site_builder.text.scripts import has_unspaced
from site_builder.text.sentences import SENTENCE_END

LONGEST = 24  # characters of a word that says no, with a blank
FIRST = 5  # words among which another may say no: ne | céderons pas
NEAR = 60  # characters: where more is left out, what says no mostly belongs to it


def negations_left_out(
    file: str, selector: Selector, places: Sequence[Anchor], passages: Passages, line: int = 0, column: int = 0
) -> Iterator[Problem]:
    """A warning where … stands for a "not" within a sentence, or a quote begins right behind one, wherever the words stand."""
    text = passages.article.text
    message = ""
    if "…" in plain(selector.words):
        found = [_left_out(place, text) for place in places]
        message = f"what is left out of these words says no: '{found[0]}'" if found and all(found) else ""
    if not message and selector.kind == "quote" and places and all(_cut_off(place, text) for place in places):
        message = f"the word before these says no: '{_cut_off(places[0], text)}'"
    if message:
        hint = "take it into the words; or silence the warning, saying why the sense is the same"
        yield Problem(file, "negation-left-out", message, hint, selector.at(line), line, column, "warning", selector.about)


def _cut_off(place: Anchor, text: str) -> str:
    """The word that says no right before the words; none where these say no themselves, or a sign stands between."""
    before = text[max(0, place.start - LONGEST) : place.start]
    if before[-1:].isspace():
        word = (before.split() or [""])[-1].lstrip("\"'“‘«([").replace("’", "'")
    else:
        word = before[-1:] if has_unspaced(before[-1:]) else ""
    said = negation(word) if word and is_word(word[-1]) else ""
    return said if said and not negation(plain(" ".join(text[place.start : place.end].split()[:FIRST]))) else ""


def _left_out(place: Anchor, text: str) -> str:
    """The first word that says no and is left out near what is not; none where a sentence ends on the way."""
    gaps = (plain(text[end:start]) for (_, end), (start, _) in pairwise(place.parts) if start - end <= NEAR)
    return next((said for gap in gaps if not SENTENCE_END.search(gap) and (said := negation(gap))), "")
