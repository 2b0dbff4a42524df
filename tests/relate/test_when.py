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


def part_of(text: str, language: str, words: str) -> list[str]:
    one, seed = citation("event", text, words)
    source = Source(id="afp", file="afp.txt", language=language, published=Date("2024-11-21"))
    return [found.part for found in told(EVENT, [one], {"afp": seed}, {"afp": source})]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bridge was closed, the council said Tuesday."),
        ("es", "El puente fue cerrado, informó el martes el alcalde."),
        ("ru", "Мост закрыт, сообщили во вторник власти."),
        ("fr", "Le pont est fermé, a annoncé mardi la mairie."),
    ],
)
def test_a_day_of_the_week_is_that_of_the_saying_however_short_the_event(language: str, text: str) -> None:
    assert part_of(text, language, text.rstrip(".")) == ["saying"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Austin, Pentagon chief, said Tuesday in Laos."),
        ("en", "The bridge was closed on Tuesday, the council said."),
        ("es", "El puente fue cerrado el martes, informó el alcalde."),
        ("ru", "Мост закрыли во вторник, сообщили власти."),
        ("fr", "Le pont a été fermé mardi, a annoncé la mairie."),
    ],
)
def test_a_day_beside_the_event_is_the_events(language: str, text: str) -> None:
    assert part_of(text, language, text.rstrip(".")) == ["cited"]


@pytest.mark.parametrize(
    ("language", "text", "part"),
    [
        ("en", "The council was told after Nov. 11.", "beside"),
        ("en", "It was closed by Nov. 11.", "beside"),
        ("en", "It has been closed since Monday.", "beside"),
        ("de", "Sie kam nach dem 11. November.", "beside"),
        ("fr", "Il est venu après le 11 novembre.", "beside"),
        ("ru", "Мост закрыли после 11 ноября.", "beside"),
        ("pt", "A ponte foi fechada depois de 11 de novembro.", "beside"),
        ("ar", "أغلق الجسر بعد 11 نوفمبر.", "beside"),
        ("tr", "Köprü 11 Kasım'dan sonra kapatıldı.", "beside"),
        ("ja", "橋は11月11日以降に閉鎖された。", "beside"),
        ("zh", "大桥11月11日之后关闭。", "beside"),
        ("en", "After the storm it was closed on Nov. 11.", "cited"),
        ("en", "It was the worst since the Oct. 7 attack.", "cited"),
        ("en", "It was closed from Nov. 11 to Nov. 19.", "cited"),
        ("de", "Nach dem Sturm wurde sie am 11. November geschlossen.", "cited"),
        ("fr", "Il a été fermé le 11 novembre après la tempête.", "cited"),
        ("ru", "Мост был закрыт с 11 по 19 ноября.", "cited"),
        ("ru", "Указ от 11 ноября отменён.", "cited"),
        ("pl", "Wybory zaplanowano na 25 listopada.", "cited"),
        ("nl", "De brug werd op 11 november na de storm gesloten.", "cited"),
        ("zh", "部长11月11日前往河内。", "cited"),
        ("ja", "橋は11月11日午後に閉鎖された。", "cited"),
    ],
)
def test_before_or_after_a_day_is_not_that_day(language: str, text: str, part: str) -> None:
    assert part_of(text, language, text.rstrip(".。")) == [part]


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
