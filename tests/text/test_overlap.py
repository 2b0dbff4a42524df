"""The fast ways to compare find what the slow ones find."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from site_builder.text.aligned import Block, blocks, longest_run, runs
from site_builder.text.overlap import agreeing, overlap

LETTERS = st.text(alphabet="abc", max_size=30) | st.text(max_size=10)
WORDS = st.lists(st.sampled_from("we cannot accept that the drone was costly honour honor don't dont 和".split()), max_size=30)


@given(LETTERS, LETTERS)
def test_runs_are_those_of_difflib(one: str, other: str) -> None:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    assert runs(one, other) == [Block(*block) for block in matcher.get_matching_blocks() if block.size]
    assert blocks(list(one), list(other)) == runs(one, other)
    if one and other:
        longest = matcher.find_longest_match()
        assert longest_run(list(one), list(other)).size == longest.size
        assert not longest.size or longest_run(list(one), list(other)) == Block(*longest)


@given(WORDS, WORDS)
def test_no_more_words_agree_than_both_have(one: list[str], other: list[str]) -> None:
    if one and other:
        assert overlap(one, other).of_shorter <= agreeing(Counter(one), Counter(other)) / min(len(one), len(other))
