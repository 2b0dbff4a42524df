from __future__ import annotations

import re
import sys
from html import escape
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.etree import fromstring
from msgspec.structs import replace

from site_builder.model import Anchor, Article, Publish, Skip
from site_builder.render.excerpts import (
    UNFIT,
    UNSPACED,
    Shared,
    Spellings,
    body,
    extract,
    fitting,
    marked,
    paragraph_at,
    passage,
    shown,
    spellings,
    windows,
)
from site_builder.text.article import article

NOBODY = Spellings({})


def anchor(text: str, *words: str) -> Anchor:
    parts = tuple((text.index(part), text.index(part) + len(part)) for part in words)
    return Anchor(parts[0][0], parts[-1][1], 1, parts)


def test_overlapping_and_nested_marks_are_one_row_of_runs() -> None:
    text = "one two three four five"
    assert marked(text, (0, 23), [(4, 13), (8, 18), (4, 7)], NOBODY) == "one <mark>two three four</mark> five"


def test_everything_is_escaped() -> None:
    text = '<script>alert("x")</script> & more'
    assert marked(text, (0, len(text)), [(0, 8)], NOBODY) == '<mark>&lt;script&gt;</mark>alert("x")&lt;/script&gt; &amp; more'


def test_only_white_space_is_changed_for_the_page() -> None:
    assert shown("anti-\npersonnel  mines\n here") == "anti-personnel mines here"
    assert marked("anti-\npersonnel\nmines", (0, 21), [(0, 15)], NOBODY) == "<mark>anti-personnel</mark> mines"


def test_a_slip_in_a_script_without_spaces_is_followed_by_sic() -> None:
    said = marked("未爆地垒很多。", (0, 7), [], spellings({"地垒": "地雷"}))
    assert said == '未爆地垒<ins class="sic" title="地雷">[sic]</ins>很多。'


def test_the_slips_of_one_source_stand_beside_the_names_of_all() -> None:
    sic = replace(spellings({"Loyd Austin": "Lloyd Austin"}), own=spellings({"unexploded  ordinance": "unexploded ordnance"}))
    said = marked("Loyd Austin: unexploded\nordinance", (0, 33), [], sic)
    assert said.count("[sic]") == 2
    assert 'title="unexploded ordnance"' in said


def test_misspelt_names_are_followed_by_sic_also_over_a_line_break() -> None:
    said = marked("Loyd\nAustin said", (0, 16), [], spellings({"Loyd Austin": "Lloyd Austin"}))
    assert said == 'Loyd Austin<ins class="sic" title="Lloyd Austin">[sic]</ins> said'
    assert "sic" not in marked("Loyd Austinson", (0, 14), [], spellings({"Loyd Austin": "Lloyd Austin"}))


TEXT = 'He said no. The U.S. sent mines to Mr. Smith, "as planned." Nobody knew why.\n\nAnother paragraph.'


@pytest.mark.parametrize(
    ("publish", "expected"),
    [
        ("cited", 'The U.S. sent <mark>mines</mark> to Mr. Smith, "as planned."'),
        ("full", 'The U.S. sent <mark>mines</mark> to Mr. Smith, "as planned."'),
        ("none", "<mark>mines</mark>"),
    ],
)
def test_the_passage_is_the_sentence_unless_the_source_allows_less(publish: Publish, expected: str) -> None:
    found = article(TEXT, "")
    assert passage(found, anchor(TEXT, "mines"), publish, NOBODY) == expected


def test_a_sentence_never_leaves_its_paragraph() -> None:
    found = article(TEXT, "")
    ((start, end),) = windows(found, anchor(TEXT, "Nobody knew"), "cited")
    assert TEXT[start:end] == "Nobody knew why."


def test_what_is_left_out_between_two_parts_is_a_gap_and_not_shown() -> None:
    text = "First we went. Nothing to see. Then we left."
    found = passage(article(text, ""), anchor(text, "First", "left"), "cited", NOBODY)
    assert found == "<mark>First</mark> we went. […] Then we <mark>left</mark>."


def test_a_paragraph_shows_what_is_allowed_and_says_where_it_leaves_out() -> None:
    text = "One. Two words. Three."
    found = article(text, "")
    (paragraph,) = found.paragraphs
    assert body(found, paragraph, [(5, 15)], [(5, 8)], NOBODY) == "[…] <mark>Two</mark> words. […]"
    assert body(found, paragraph, [(0, 4), (5, 15)], [], NOBODY) == "One. Two words. […]"
    assert body(found, paragraph, [], [], NOBODY) == ""
    assert body(found, paragraph, None, [], NOBODY) == "One. Two words. Three."


def test_words_that_are_not_the_articles_are_never_part_of_a_passage() -> None:
    text = "date 2024-11-20 The US sends mines."
    found = _skipping(text, 15)
    assert passage(found, anchor(text, "mines"), "cited", NOBODY).strip() == "The US sends <mark>mines</mark>."
    assert body(found, found.paragraphs[0], [(16, 35)], [], NOBODY) == "The US sends mines."


def _skipping(text: str, until: int) -> Article:
    whole = article(text, "")
    return Article(whole.text, whole.paragraphs, ((0, until),), whole.quoted, "")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("我们不知道。他说：“地雷已经送到。”没有人问。", "地雷", "他说：“<mark>地雷</mark>已经送到。”"),
        ("「もう着いた。」誰も聞かなかった。", "着いた", "「もう<mark>着いた</mark>。」"),
        ("قال لا. هل وصلت الألغام؟ لم يسأل أحد.", "الألغام", "هل وصلت <mark>الألغام</mark>؟"),
        ("انہوں نے کہا۔ بارودی سرنگیں آ گئیں۔ کسی نے نہ پوچھا۔", "سرنگیں", "بارودی <mark>سرنگیں</mark> آ گئیں۔"),
        ("उसने कहा। सुरंगें आ गईं। किसी ने नहीं पूछा।", "सुरंगें", "<mark>सुरंगें</mark> आ गईं।"),
        ("Он сказал. «Мины пришли». Никто не спросил.", "Мины", "«<mark>Мины</mark> пришли»."),
        ("הוא אמר. המוקשים הגיעו! איש לא שאל.", "המוקשים", "<mark>המוקשים</mark> הגיעו!"),
    ],
)
def test_a_sentence_ends_as_its_script_ends_it(text: str, words: str, expected: str) -> None:
    assert passage(article(text, ""), anchor(text, words), "cited", NOBODY) == expected


def test_an_extract_leaves_out_what_is_not_the_articles() -> None:
    made = article("One two ADVERTISEMENT three.", "", skip=[Skip(words="ADVERTISEMENT")])
    assert extract(made, [(0, len(made.text))], Spellings({})) == "One two  […]  three."


def test_a_new_line_within_chinese_is_no_space() -> None:
    assert shown("地雷已经\n送到 。 Mines\nsent") == "地雷已经送到 。 Mines sent"
    assert marked("地雷已经\n送到", (0, 7), [(2, 7)], NOBODY) == "地雷<mark>已经送到</mark>"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("決して\n𠮷野家\r\n𠮷", "決して𠮷野家𠮷"),
        ("他说\n“好的”\n他说 ", "他说“好的”他说 "),
        ("他说“好的——\n是的……\n”", "他说“好的——是的…… ”"),
        ("he said\n“yes”\n(他)", "he said “yes” (他)"),
        ("그는\n“예”라고\n말했다", "그는 “예”라고 말했다"),
    ],
)
def test_a_new_line_beside_marks_is_no_space_in_chinese(text: str, said: str) -> None:
    assert shown(text) == said


def test_characters_that_no_page_can_hold_are_seen_to_be_unreadable() -> None:
    text = "one\x9f two\x7f \ufdd0\U0010ffff three\x85four"
    assert marked(text, (0, len(text)), [], NOBODY) == "one\ufffd two\ufffd \ufffd\ufffd three four"


def test_shared_words_are_underlined_inside_and_outside_marks_and_their_letter_stands_behind() -> None:
    shared = [Shared(8, 18, "a", "x.html#p1", 'a: also in "x"')]
    assert marked("one two three four <five>", (0, 25), [(4, 13)], NOBODY, shared=shared) == (
        'one <mark>two <u class="shared">three</u></mark><u class="shared"> four</u>'
        '<sup class="also"><a href="x.html#p1" aria-label="a: also in &#34;x&#34;">a</a></sup> &lt;five&gt;'
    )


def test_of_shared_words_that_go_on_beyond_the_window_the_letter_stands_at_its_edge() -> None:
    found = marked("one two three", (0, 7), [], NOBODY, shared=[Shared(4, 13, "b", "x.html", "b: also in x")])
    assert found.startswith('one <u class="shared">two</u><sup')
    assert "three" not in found


RANGES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted).map(tuple), max_size=6)


@given(marks=RANGES, shared=RANGES, window=st.tuples(st.integers(0, 20), st.integers(20, 40)))
def test_however_marks_and_shared_words_overlap_the_text_stays_and_tags_nest(
    marks: list[tuple[int, int]], shared: list[tuple[int, int]], window: tuple[int, int]
) -> None:
    text = "ab <c> Loyd Austin & " * 2
    found = marked(
        text, window, marks, spellings({"Loyd Austin": "Lloyd Austin"}), shared=[Shared(a, b, "x", "#", "") for a, b in shared if a < b]
    )
    tree = fromstring(f"<p>{found}</p>")  # an unclosed or crossing tag is an error
    for inserted in (*tree.iter("ins"), *tree.iter("sup")):
        inserted.text = None
        for inner in list(inserted):
            inserted.remove(inner)
    assert "".join(tree.itertext()) == " ".join(f"|{text[slice(*window)]}|".split())[1:-1]
    underlined = "".join("".join(one.itertext()) for one in tree.iter("u"))
    wanted = {at for a, b in shared for at in range(a, b) if window[0] <= at < window[1]}
    assert len(underlined) == len(wanted)


WRITTEN = st.text(
    st.sampled_from('ab &<>"-\n\r\t中。 \u00a0\u2028\u00ad\x07\ufffe') | st.characters(exclude_characters="\0", codec="utf-8"), max_size=40
)


@given(WRITTEN, RANGES, st.integers(0, 40), st.integers(0, 40))
def test_what_is_only_marked_reads_as_if_it_were_set_letter_by_letter(
    text: str, marks: list[tuple[int, int]], one: int, other: int
) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    gone = {start + at for found in UNSPACED.finditer(text[start:end]) for at in range(*found.span())}
    said = []
    for cited, run in groupby(range(start, end), key=lambda at: any(a <= at < b for a, b in marks)):
        words = re.sub(r"\s+", " ", "".join(text[at] for at in run if at not in gone))
        html = escape(UNFIT.sub("\ufffd", words), quote=False)
        said.append(f"<mark>{html}</mark>" if cited else html)
    assert marked(text, (start, end), marks, NOBODY) == "".join(said)


def test_no_character_that_can_be_printed_is_changed_for_the_page() -> None:
    every = (chr(code) for code in range(1, sys.maxunicode + 1))
    assert not [char for char in every if char.isprintable() and char != " " and (char.isspace() or UNFIT.match(char))]


@given(st.lists(st.text("ab \n。中", max_size=6), max_size=4), st.text("ab \n。中.", max_size=40))
def test_spellings_that_cannot_stand_in_a_text_change_nothing_there(wrong: list[str], text: str) -> None:
    sic = replace(spellings({words: "right" for words in wrong[:2] if words.strip()}), own=spellings({"ba": "ab"}))
    window = (0, len(text))
    assert marked(text, window, (), fitting(sic, text)) == marked(text, window, (), sic)


@given(st.text("a. \n", min_size=1, max_size=40).filter(str.strip), st.integers(0, 45))
def test_an_offset_is_of_the_first_paragraph_that_ends_behind_it(text: str, at: int) -> None:
    found = article(text, "").paragraphs
    assert paragraph_at(article(text, ""), at) == next((one for one in found if one.end > at), found[-1])
