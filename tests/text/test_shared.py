"""What is reported as shared is shared: the same words, outside quotation marks, in both texts."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.model import Run
from site_builder.relate.prose import Prose, Text, compared, turned
from site_builder.text.article import article
from site_builder.text.fold import fold
from site_builder.text.shared import SEED, places, run, shared
from site_builder.text.words import Words, fold_word, words

LATIN = "the dam burst under heavy rain . , — \n\n “ ” \" U.S. doesn't Straße ё поезд"
OTHERS = "أفادت الدِّفاعِ وزارة في القــاهرة کتاب ہے 台 风 登 陆 广 东 省"
PIECES = st.sampled_from([*LATIN.split(" "), *OTHERS.split(" ")])
TEXTS = st.lists(PIECES, max_size=60).map(" ".join)


def read(text: str) -> Words:
    return words(article(text, ""))


def runs(one: str, other: str) -> list[Run]:
    first, second = read(one), read(other)
    return [run(stretch, first, second) for stretch in shared(first, second, places(first), places(second))]


def spoken(text: str, span: tuple[int, int]) -> list[str]:
    """The words of a part, folded by themselves."""
    return [word for word in read(text[slice(*span)].replace('"', " ").replace("“", " ").replace("”", " ")).folded if word]


@given(TEXTS, TEXTS)
@example(
    "the dam burst under heavy rain", 'The dam “the dam burst under heavy rain” burst\nunder "heavy" rain. THE DAM — burst under heavy rain'
)
def test_a_passage_is_verbatim_in_both_after_folding_and_outside_quotation_marks(one: str, other: str) -> None:
    for found in runs(one, other):
        mine, theirs = spoken(one, found.one), spoken(other, found.other)
        assert mine == theirs
        assert len(mine) == found.words >= SEED
        for text, span in ((one, found.one), (other, found.other)):
            assert not any(start < span[1] and span[0] < end for start, end in article(text, "").quoted)


@given(TEXTS, TEXTS)
def test_passages_overlap_in_neither_text(one: str, other: str) -> None:
    found = runs(one, other)
    for spans in ([one.one for one in found], sorted(one.other for one in found)):
        assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(st.lists(st.sampled_from("a b c d e f g h".split()), min_size=4, max_size=40))
def test_a_text_shares_all_of_itself(letters: list[str]) -> None:
    text = " ".join(letters)

    assert sum(found.words for found in runs(text, text)) == len(letters)


def test_the_longest_passage_is_taken_first_and_what_is_moved_is_found() -> None:
    one = "A week of torrential rain had filled it with mud. Many families fled to the hills for fear of snakes."
    other = "Fearing the worst, many families fled to the hills for fear of lions. A week of torrential rain was over."

    assert [(found.words, one[slice(*found.one)]) for found in runs(one, other)] == [
        (5, "A week of torrential rain"),
        (9, "Many families fled to the hills for fear of"),
    ]


def both_ways(one: str, other: str) -> tuple[Prose, Prose]:
    first, second = (Text(article(text, ""), read(text)) for text in (one, other))
    return compared(first, second), compared(second, first)


def test_seen_from_the_other_text_it_is_the_same() -> None:
    one = "Many families fled to the hills for fear of snakes. A week of torrential rain had filled it with mud."
    other = "A week of torrential rain had passed, and many families fled to the hills for fear of lions."
    there, back = both_ways(one, other)

    assert turned(there) == back
    assert turned(turned(there)) == there
    assert len(there.runs) == 2


def test_folding_of_words_goes_further_than_typography_and_never_less() -> None:
    for one, other in (("doesn’t", "doesn't"), ("co\u00adop", "coop"), ("ﬁrm", "firm")):
        assert fold(one).text == fold(other).text
        assert fold_word(one) == fold_word(other)
