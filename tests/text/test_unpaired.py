"""Marks that neither open nor close a quotation."""

from hypothesis import given
from hypothesis import strategies as st

from site_builder.text.article import article
from site_builder.text.unpaired import turned, unpaired

SAID = st.lists(st.sampled_from(["We hold", "Мы держимся", "نحن صامدون", "a 6-inch pipe", "don’t"]), min_size=1, max_size=5)
MARKS = st.sampled_from([("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'), ("”", "”")])


@given(SAID, MARKS)
def test_quotations_that_are_closed_have_no_mark_left(said: list[str], marks: tuple[str, str]) -> None:
    text = "\n\n".join(f"{marks[0]}{words},{marks[1]} he said." for words in said)

    assert not unpaired(article(text, ""))


@given(SAID, st.sampled_from([("“", "”"), ("«", "»")]), st.data())
def test_a_mark_taken_away_leaves_its_partner(said: list[str], marks: tuple[str, str], data: st.DataObject) -> None:
    paragraphs = [f"He said {marks[0]}{words},{marks[1]} and left." for words in said]
    at = data.draw(st.integers(0, len(said) - 1))
    mark = data.draw(st.sampled_from(marks))
    paragraphs[at] = paragraphs[at].replace(mark, "")
    text = "\n\n".join(paragraphs)

    (left,) = unpaired(article(text, ""))
    assert text[left] == marks[mark == marks[0]]
    assert len("\n\n".join(paragraphs[:at])) <= left < len("\n\n".join(paragraphs[: at + 1]))


def test_marks_that_do_not_belong_to_the_text_are_not_looked_at() -> None:
    text = 'One "two\n\nThree.\n\nRelated: "four'

    assert [text[at:] for at in unpaired(article(text, "", skip=["Related"]))] == [text[4:]]


def test_a_style_needs_more_than_one_quotation() -> None:
    assert not turned(article("“We hold,” he said. ”We do,” she said.", ""))
    assert [one.right for one in turned(article("“We hold,” he said. ”We do,” she said. “No.”", ""))] == ["“"]
