"""Words that an editor leaves out with … and without which the passage says the contrary: We will … surrender."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from site_builder.check.selectors import Selector
from site_builder.model import Anchor
from site_builder.problems import Problem
from site_builder.text.fold import plain
from site_builder.text.negations import negation
from site_builder.text.passages import Passages
from site_builder.text.sentences import SENTENCE_END

NEAR = 60  # characters: where more is left out, what says no mostly belongs to it


def negations_left_out(
    file: str, selector: Selector, places: Sequence[Anchor], passages: Passages, line: int = 0, column: int = 0
) -> Iterator[Problem]:
    """A warning where … stands for a "not" within a sentence, wherever in the source the words stand."""
    found = [_left_out(place, passages.article.text) for place in places]
    if found and all(found) and "…" in plain(selector.words):
        message = f"what is left out of these words says no: '{found[0]}'"
        hint = "take it into the words; or silence the warning, saying why the sense is the same"
        yield Problem(file, "negation-left-out", message, hint, selector.at(line), line, column, "warning", selector.about)


def _left_out(place: Anchor, text: str) -> str:
    """The first word that says no and is left out near what is not; none where a sentence ends on the way."""
    gaps = (plain(text[end:start]) for (_, end), (start, _) in pairwise(place.parts) if start - end <= NEAR)
    return next((said for gap in gaps if not SENTENCE_END.search(gap) and (said := negation(gap))), "")
