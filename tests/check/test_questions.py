"""A question is quoted as one, and nothing else is."""

from __future__ import annotations

import pytest

from site_builder.model import Quote
from tests.check.conftest import Verify

TOLD = [
    ("“We won,” he said.", "We won?"),
    ("“We won.”", "we won ?"),
    ("“Do you think we will win?” he asked.", "we will win"),
    ("« Vous pensez que nous allons gagner ? » a-t-il dit.", "nous allons gagner"),
    ("“We won?”", "We won."),
    ("“هل انتصرنا؟”", "هل انتصرنا"),
    ("「我们赢了？」", "我们赢了。"),
    ("«Νικήσαμε;»", "Νικήσαμε."),
    ("“We won?!”", "We won!"),
]
QUIET = [
    ("“We won?” he asked.", "We won?"),
    ("“We won ?!”", "We won?"),
    ("« Nous avons gagné\u202f? »", "Nous avons gagné ?"),
    ("“We won, didn’t we?”", "We won"),
    ("“Who won? We won.”", "We won"),
    ("“We won. Who lost?”", "We won"),
    ("“Do you think we will win in the end?”", "Do you think …"),
    ("“We won? We won.”", "We won"),
    ("«Νικήσαμε;»", "Νικήσαμε;"),
    ("“We won; they lost.”", "We won"),
    ("“Do you think he [Lee] won?”", "you think he [Lee]"),
    ("“¿Ganamos?”", "¿Ganamos?"),
]


@pytest.mark.parametrize(("text", "words", "told"), [*((*one, True) for one in TOLD), *((*one, False) for one in QUIET)])
def test_a_question_mark_that_is_added_or_left_out_is_told(verify: Verify, text: str, words: str, told: bool) -> None:  # noqa: FBT001
    found = verify({"afp": text}, Quote(id="q", actor="he", words=words, sources=("afp",)))
    codes = [one.code for one in found.problems if one.code != "ambiguous"]

    assert codes == ["question-mark"] * told
