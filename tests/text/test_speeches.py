from __future__ import annotations

import pytest

from site_builder.model import Anchor
from site_builder.text.article import article
from site_builder.text.speeches import around, printed, said_round, speeches


def said(text: str) -> list[list[str]]:
    made = article(text, "")
    return [[made.text[start:end] for start, end in speech] for speech in speeches(made)]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ('"We hold," she said. "We have to."', [["We hold,", "We have to."]]),
        ('"We hold," she said, "because we have to," and left.', [["We hold,", "because we have to,"]]),
        ('"We hold," she said. "We do not," he said.', [["We hold,"], ["We do not,"]]),  # two speakers
        ('"We hold", she said. "We do not", he said.', [["We hold"], ["We do not"]]),
        ('"We hold." Bob disagreed. "We do not."', [["We hold."], ["We do not."]]),
        ('"Will you?" he asked. "We do not."', [["Will you?"], ["We do not."]]),
        ('He called it "reckless" and "a setback."', [["reckless"], ["a setback."]]),
        ('"We hold," she said.\n\n"They fled," he said.', [["We hold,"], ["They fled,"]]),
        ('"We hold," she said. Rain fell. "We have to."', [["We hold,"], ["We have to."]]),
        ("No one spoke.", []),
        ("\"We were 'quite' alone,\" he said.", [["We were 'quite' alone,"]]),
        ("«Мы держимся, — сказала она. — Мы должны».", [["Мы держимся,", "Мы должны"]]),
    ],
)
def test_which_spans_are_one_utterance(text: str, heard: list[list[str]]) -> None:
    assert said(text) == heard


def test_an_utterance_runs_over_paragraphs_that_reopen_it() -> None:
    made = article('"We hold.\n\n"We have to," she said. "Nobody helps."', "")
    [speech] = speeches(made)
    assert printed(made, speech) == "We hold. We have to, … Nobody helps."
    anchor = Anchor(made.text.index("Nobody"), made.text.index("Nobody") + 6, 2, ())
    assert [word.key for word in said_round(made, [speech], anchor)] == ["we", "hold", "we", "have", "to", "nobody", "helps"]


def test_words_that_are_not_quoted_stand_in_no_utterance() -> None:
    made = article('"One," she said. Then nothing. "Two."', "")
    at = made.text.index("nothing")
    assert around(speeches(made), Anchor(at, at + 7, 1, ((at, at + 7),))) == ()


def test_of_a_long_speech_only_what_is_near_is_heard() -> None:
    made = article(f'"{" ".join(f"word{n}" for n in range(2000))}," she said.', "")
    at = made.text.index("word1000")
    heard = said_round(made, speeches(made), Anchor(at, at + 8, 1, ((at, at + 8),)))
    assert [heard[0].key, heard[-1].key] == ["word600", "word1400"]
