from __future__ import annotations

import pytest

from site_builder.text.story import LONGEST, cited_sentences, story_cites
from tests.pace import LINEAR, growth


def test_every_citation_has_the_sentence_it_stands_in_or_after() -> None:
    story = 'One is so [@a]. Two is *that* [@b "x. y"] [@c]. Three.[@d] Four [@e]\n\n- Five\n- Six [@f]\n'

    assert list(cited_sentences(story)) == ["One is so.", "Two is that.", "Two is that.", "Three.", "Four", "Six"]


def test_a_citation_alone_has_none() -> None:
    assert list(cited_sentences("[@a]")) == [""]
    assert list(cited_sentences("")) == []


@pytest.mark.parametrize("cite", ["[@s]\n", "[@s] ", '[@s "', "[@s “", "[@s '", "`[@s] "])
def test_time_grows_with_the_number_of_citations(cite: str) -> None:
    def read(many: int) -> None:
        story_cites.cache_clear()
        cited_sentences.cache_clear()
        cited_sentences(cite * many)

    assert growth(read, 8_000) < LINEAR


def test_words_without_end_are_looked_for_only_so_far() -> None:
    assert [cite.words[:1] for cite in story_cites(f"[@a “{'x' * LONGEST}”] [@b “{'y' * LONGEST}y”]")] == ["x", ""]
