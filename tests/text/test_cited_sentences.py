from __future__ import annotations

import pytest

from site_builder.text.story import LONGEST, between_cites, cited_sentences, plain_words, story_cites, uncommented
from tests.pace import LINEAR, growth


def test_every_citation_has_the_sentence_it_stands_in_or_after() -> None:
    story = 'One is so [@a]. Two is *that* [@b "x. y"] [@c]. Three.[@d] Four [@e]\n\n- Five\n- Six [@f]\n'

    assert list(cited_sentences(story)) == ["One is so.", "Two is that.", "Two is that.", "Three.", "Four", "Six"]


def test_a_citation_alone_has_none() -> None:
    assert list(cited_sentences("[@a]")) == [""]
    assert list(cited_sentences("")) == []


@pytest.mark.parametrize("cite", ["[@s]\n", "[@s] ", '[@s "', "[@s “", "[@s '", "`[@s] ", "<!-- [@s] ", "<!-- -->`a` [@s] "])
def test_time_grows_with_the_number_of_citations(cite: str) -> None:
    def read(many: int) -> None:
        story_cites.cache_clear()
        cited_sentences.cache_clear()
        cited_sentences(cite * many)

    assert growth(read, 8_000) < LINEAR


def test_words_without_end_are_looked_for_only_so_far() -> None:
    assert [cite.words[:1] for cite in story_cites(f"[@a “{'x' * LONGEST}”] [@b “{'y' * LONGEST}y”]")] == ["x", ""]


@pytest.mark.parametrize(
    ("story", "sentence"),
    [
        ("The <b>end</b> of `the_story` _came_ [@a].", "The end of the_story came."),
        ("<!-- Is it so? Ask. -->\n\nIt is <!-- really? --> so. [@a]", "It is so."),
        ("See [*this* one](https://x.example/a_b) & <https://x.example/> &amp; so [@a]", "See this one & https://x.example/ & so"),
        ("2 \\* 3 is 5 * _1.2_ ![a chart](a.png) [@a]", "2 * 3 is 5 * 1.2"),
        ('<abbr title="Mr. X. Y">He</abbr> said [@a]', "He said"),
    ],
)
def test_a_sentence_is_what_a_page_shows_of_it(story: str, sentence: str) -> None:
    assert cited_sentences(story) == (sentence,)
    assert plain_words(sentence) == sentence


def test_what_looks_like_a_comment_in_cited_words_is_none() -> None:
    assert [cite.words for cite in story_cites('[@a "one <!-- two --> three"] four')] == ["one <!-- two --> three"]
    assert list(between_cites('[@a "one <!-- two --> three"] four')) == ["", " four"]


@pytest.mark.parametrize(
    ("story", "cited", "kept"),
    [
        ("<!-- [@a] -->[@b]", "b", "[@b]"),
        ("<!-- [@a]\n\n[@b] --> [@c]", "c", " [@c]"),
        ("`<!--` [@a] -->", "a", "`<!--` [@a] -->"),
        ("<!-- ` --> [@a] <!-- [@b] ` --> [@c]", "ac", " [@a]  [@c]"),
        ("<!--> [@a] <!-- [@b]", "ab", " [@a] <!-- [@b]"),
        ("a ` b\n\n[@a] ` c", "a", "a ` b\n\n[@a] ` c"),
        ("`` ` [@a] `` [@b]", "b", "`` ` [@a] `` [@b]"),
        ("```\n[@a] <!--\n```\n[@b] -->", "b", "```\n[@a] <!--\n```\n[@b] -->"),
    ],
)
def test_what_stands_in_a_comment_or_in_code_cites_nothing(story: str, cited: str, kept: str) -> None:
    assert "".join(cite.id for cite in story_cites(story)) == cited
    assert uncommented(story) == kept
    for one in cited:
        kept = kept.replace(f"[@{one}]", "")
    assert "".join(between_cites(story)) == kept
