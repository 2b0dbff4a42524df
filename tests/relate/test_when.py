"""Dates that sources give: which are the record's own, and which only stand beside it."""

from __future__ import annotations

import pytest

from site_builder.model import Anchor, Article, Citation, Date, Event, Kind, Quote, Reaction, Source
from site_builder.relate.when import told
from site_builder.text.article import article

AFP = Source(id="afp", file="afp.txt", language="en", published=Date("2024-11-21"))


def citation(kind: Kind, text: str, words: str) -> tuple[Citation, Article]:
    start = text.index(words)
    place = Anchor(start, start + len(words), 1, ((start, start + len(words)),))
    return Citation("mines", kind, "one", "afp", "exact", words, (place,)), article(text, "")


def parts(record: Event | Quote | Reaction, kind: Kind, text: str, words: str) -> list[tuple[str, str | None, str]]:
    one, seed = citation(kind, text, words)
    return [(found.words, found.date, found.part) for found in told(record, [one], {"afp": seed}, {"afp": AFP})]


EVENT = Event(id="one", what="It happens", cites=())
QUOTE = Quote(id="one", actor="austin", words="We hold")
REACTION = Reaction(id="one", actor="austin", stance="critical", summary="No", cites=())


def test_what_is_cited_is_the_events_own_and_the_rest_of_the_sentence_is_not() -> None:
    text = "On Tuesday Putin signed the decree that he announced in 2022. It rained on Monday."
    assert parts(EVENT, "event", text, "On Tuesday Putin signed") == [
        ("On Tuesday", "2024-11-19", "cited"),
        ("in 2022", "2022", "beside"),
    ]


def test_the_word_that_the_editor_resolved_is_the_events_own_wherever_it_stands_in_the_sentence() -> None:
    assert parts(EVENT, "event", "On Tuesday Putin signed.", "Putin signed") == [("On Tuesday", "2024-11-19", "beside")]
    event = Event(id="one", what="It happens", cites=(), resolved="Tuesday")
    assert parts(event, "event", "On Tuesday Putin signed.", "Putin signed") == [("Tuesday", "2024-11-19", "resolved")]


def test_a_word_that_cannot_be_read_is_told_without_a_date() -> None:
    event = Event(id="one", what="It happens", cites=(), resolved="days after")
    assert parts(event, "event", "It came just days after the vote.", "It came") == [("days after", None, "resolved")]


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [
        ("Defense Secretary Lloyd Austin said Wednesday in Laos.", "Defense Secretary Lloyd Austin said Wednesday in Laos", "cited"),
        (
            "Russia shelled the harbour for days, Austin said Wednesday.",
            "Russia shelled the harbour for days, Austin said Wednesday",
            "saying",
        ),
        (
            "Austin said Wednesday that Russia had shelled the harbour.",
            "Austin said Wednesday that Russia had shelled the harbour",
            "saying",
        ),
        ("Russia shelled the harbour on Wednesday, Austin said.", "Russia shelled the harbour on Wednesday, Austin said", "cited"),
    ],
)
def test_when_somebody_spoke_is_not_when_it_happened(text: str, words: str, part: str) -> None:
    assert [found[1:] for found in parts(EVENT, "event", text, words)] == [("2024-11-20", part)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("“We hold, and we will go on,” Austin said Wednesday.", "saying"),
        ("“We hold,” Austin told reporters on Wednesday.", "saying"),
        ("On Wednesday, Austin said: “We hold.”", "saying"),
        ("Before the Nov. 20 vote, Austin said: “We hold.”", "beside"),
        ("“We hold,” Austin said after the Nov. 20 vote.", "beside"),
        ("“We hold,” Austin said, and on Wednesday it rained.", "beside"),
        ("“We hold,” read the sign that hung there on Wednesday.", "beside"),
        ("Putin said on Wednesday that Austin had said “We hold.”", "beside"),
        ("“It was on Wednesday that we said: We hold,” Austin said.", "beside"),
    ],
)
def test_when_a_quote_was_said(text: str, part: str) -> None:
    assert [found[1:] for found in parts(QUOTE, "quote", text, "We hold")] == [("2024-11-20", part)]


def test_when_somebody_reacted_is_when_they_spoke() -> None:
    assert parts(REACTION, "reaction", "They said on Monday the 2022 ban was good.", "They said on Monday the 2022 ban") == [
        ("on Monday", "2024-11-18", "cited")
    ]
    assert parts(REACTION, "reaction", "They liked the ban of last year.", "They liked the ban of last year") == [
        ("last year", "2023", "beside")
    ]


def test_words_that_are_not_the_articles_give_no_date() -> None:
    text = "date 2024-11-20 Putin signed on Tuesday."
    one, seed = citation("event", text, "Putin signed")
    seed = Article(seed.text, seed.paragraphs, ((0, 15),), seed.quoted, "")
    assert [found.words for found in told(EVENT, [one], {"afp": seed}, {"afp": AFP})] == ["on Tuesday"]
