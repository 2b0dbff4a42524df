"""Every verdict, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from site_builder.check.citations import Checked
from site_builder.model import At, Cite, Event, Figure, Quote, Saying

Verify = Callable[..., Checked]

AFP = (
    "“They don’t lead with their mechanized forces anymore,” Austin said.\r\n\r\n"
    "The mines are part of a $275 million package; the mines\rare non-persistent.\r\n"
)
MEDUZA = "Austin said that they lead with dismounted forces. It costs 1 200 euros, the package, over two weeks."


def quote(words: str, *sources: str | At, **more: str) -> Quote:
    return Quote(id="austin", actor="austin", words=words, sources=sources, **more)  # type: ignore[arg-type]


VERDICTS = [
    ("exact", quote("They don’t lead with their mechanized forces anymore", "afp")),
    ("typography", quote("They don't lead with their mechanized forces anymore", "afp")),
    ("trimmed", quote("they don’t lead with their mechanized forces.", "afp")),
    ("elided", quote("They don’t lead … anymore", "afp")),
    ("reported", quote("they lead with dismounted forces", "meduza")),
    ("exact", quote("they lead with dismounted forces", "meduza", kind="indirect")),
    ("ambiguous", quote("mines", "afp", kind="indirect")),
    ("altered", quote("They lead with their mechanized forces anymore", "afp")),
    ("missing", quote("Nothing of the kind was ever thought of", "afp")),
]


@pytest.mark.parametrize(("verdict", "record"), VERDICTS)
def test_the_verdicts(verify: Verify, verdict: str, record: Quote) -> None:
    made = verify({"afp": AFP, "meduza": MEDUZA}, record)

    assert [one.verdict for one in made.citations] == [verdict]
    assert bool(made.problems) == (verdict in ("reported", "ambiguous", "altered", "missing"))
    assert [one.severity for one in made.problems if verdict == "ambiguous"] == ["warning"] * (verdict == "ambiguous")


def test_the_place_is_that_of_the_file(verify: Verify) -> None:
    made = verify({"afp": AFP}, quote("the mines are non-persistent", "afp", kind="indirect"))
    place = made.citations[0].places[0]

    assert AFP[place.start : place.end] == "the mines\rare non-persistent"
    assert place.paragraph == 2


def test_altered_words_are_shown_with_what_the_source_has(verify: Verify) -> None:
    made = verify({"afp": AFP}, quote("They do lead with their mechanized forces anymore", "afp"))

    assert (
        made.problems[0].message == "'afp' does not say this, but almost: the source has 'don’t' for 'do'"
        or "don't" in made.problems[0].message
    )
    assert made.problems[0].hint.splitlines() == [
        "written: They do lead with their mechanized forces anymore",
        " line 1: They don’t lead with their mechanized forces anymore",
    ]


def test_altered_words_in_chinese_and_arabic_are_named(verify: Verify) -> None:
    made = verify(
        {"xinhua": "部长说：这个决定是最终的，没有人能改变它。"}, quote("这个决定不是最终的，没有人能改变它", "xinhua", kind="indirect")
    )
    assert "'不' is not in the source" in made.problems[0].message

    made = verify({"wafa": "قال الوزير: لن نقبل هذا القرار أبدا."}, quote("قال الوزير: نقبل هذا القرار أبدا", "wafa", kind="indirect"))
    assert "'لن' is left out" in made.problems[0].message


def test_words_that_turn_the_order_of_their_letters_are_refused_by_name(verify: Verify) -> None:
    made = verify({"afp": AFP}, quote("They don’t \u202elead with\u202c their mechanized forces", "afp"))

    assert [one.severity for one in made.problems] == ["error"]
    assert "U+202E" in made.problems[0].message


def test_missing_words_lead_to_the_source_that_has_them(verify: Verify) -> None:
    made = verify({"afp": AFP, "meduza": MEDUZA}, quote("they lead with dismounted forces", "afp", kind="indirect"))

    assert "they stand in 'meduza', line 1" in made.problems[0].hint


def test_parts_in_another_order(verify: Verify) -> None:
    made = verify({"afp": AFP}, quote("the mines … Austin said", "afp", kind="indirect"))

    assert made.problems[0].message == "'afp' does not have these words in this order"


def test_what_an_insertion_may_not_stand_for_is_said(verify: Verify) -> None:
    made = verify({"afp": AFP}, quote("They [always] lead with their mechanized forces", "afp"))

    assert "never for a negation" in made.problems[0].hint


def test_a_quote_that_names_no_source_is_looked_for_in_all(verify: Verify) -> None:
    made = verify({"afp": AFP, "wire": AFP, "meduza": MEDUZA}, quote("They don't lead with their mechanized forces anymore"))

    assert [(one.source, one.verdict) for one in made.citations] == [("afp", "typography"), ("wire", "typography")]


def test_a_quote_that_no_source_has_is_one_problem(verify: Verify) -> None:
    made = verify({"afp": AFP, "meduza": MEDUZA}, quote("that they lead with mounted forces"))

    assert [(one.source, one.verdict) for one in made.citations] == [("meduza", "altered")]
    assert len(made.problems) == 1


def test_lines_are_counted_as_editors_count_them(verify: Verify) -> None:
    made = verify({"afp": AFP}, quote("mines", "afp", kind="indirect"))

    assert "(line 3)" in made.problems[0].message

    made = verify({"afp": "the mines\rthe mines\r\n\r\nthe mines"}, quote("the mines", "afp", kind="indirect"))

    assert "(lines 1, 2, 4)" in made.problems[0].message


CONTEXTS = [
    ("", "are part", 1),
    ("package; the", "", 1),
    ("", "are", 2),
    ("", "art", 0),  # no word
    ("Austin", "", 0),  # another paragraph
]


@pytest.mark.parametrize(("before", "after", "places"), CONTEXTS)
def test_context_says_which_place_is_meant(verify: Verify, before: str, after: str, places: int) -> None:
    made = verify({"afp": AFP}, Event(id="e", what="x", cites=(Cite("afp", "mines", before, after),)))

    assert len(made.citations[0].places) == places


def test_context_finds_the_hundredth_place(verify: Verify) -> None:
    text = "The mines came. " * 150 + "At last the mines went."
    made = verify({"afp": text}, quote("the mines", At("afp", after="went"), kind="indirect"))

    assert made.citations[0].verdict == "exact"


def figure(words: str, value: float, unit: str = "", source: str = "afp") -> Figure:
    return Figure(id="f", of="x", says=(Saying(source, words, value=value),), unit=unit)


FIGURES = [
    (figure("a $275 million package", 275_000_000), []),
    (figure("a $275 million package", 275, "million US dollars"), []),
    (figure("a $275 million package", 275), ["number"]),
    (figure("a package", 275_000_000), ["altered"]),
    (figure("over two weeks", 14, "days", "meduza"), ["hedged-number"]),
    (figure("over two weeks", 3, "weeks", "meduza"), ["number"]),
    (figure("200 euros", 200, "euros", "meduza"), ["number"]),  # of 1 200
]


@pytest.mark.parametrize(("record", "codes"), FIGURES)
def test_figures_need_their_number(verify: Verify, record: Figure, codes: list[str]) -> None:
    made = verify({"afp": AFP, "meduza": MEDUZA}, record)

    assert [one.code for one in made.problems] == codes


@pytest.mark.parametrize(
    ("said", "wrong"), [("We will hold the {} bridge", "We will fold the {} bridge"), ("我们会守住第{}座桥梁", "我们会守住第{}座桥樑")]
)
def test_what_no_source_of_many_has_is_compared_with_the_likest(verify: Verify, said: str, wrong: str) -> None:
    numbers = ["seventh", "mended", "iron", "narrow", "九十一", "八十二", *(f"other{n}" for n in range(60))]
    sources = {f"s{n}": f"“We saw it,” Ann said.\n\n“{said.format(one)},” Ann said." for n, one in enumerate(numbers)}

    for n, one in enumerate(numbers):
        made = verify(sources, quote(wrong.format(one)))
        assert [(cited.source, cited.verdict) for cited in made.citations] == [(f"s{n}", "altered")]
        assert "line 3" in made.problems[0].hint
