from __future__ import annotations

from site_builder.text.story import cited_sentences


def test_every_citation_has_the_sentence_it_stands_in_or_after() -> None:
    story = 'One is so [@a]. Two is *that* [@b "x. y"] [@c]. Three.[@d] Four [@e]\n\n- Five\n- Six [@f]\n'

    assert list(cited_sentences(story)) == ["One is so.", "Two is that.", "Two is that.", "Three.", "Four", "Six"]


def test_a_citation_alone_has_none() -> None:
    assert list(cited_sentences("[@a]")) == [""]
    assert list(cited_sentences("")) == []
