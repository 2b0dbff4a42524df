from __future__ import annotations

import pytest

from site_builder.model import Anchor, Article, Citation, Date, Outlet, Publish, Skip, Source, Told
from site_builder.render.excerpts import spellings
from site_builder.render.shown import Shelf, dated, in_full, names, short, told_words
from site_builder.text.article import article

OUTLETS = {"times": Outlet("times", "The Times")}


@pytest.mark.parametrize(
    ("source", "name", "full"),
    [
        (Source("a", "a.txt", outlet="times"), "The Times", "The Times"),
        (Source("a", "a.txt", title="Mines sent"), "“Mines sent”", "“Mines sent”"),
        (Source("told-afp", "a.txt"), "told-afp", "Untitled article (told-afp)"),
    ],
)
def test_a_source_without_outlet_and_headline_is_said_to_be_so_where_there_is_room(source: Source, name: str, full: str) -> None:
    called = names([source], OUTLETS)
    shelf = Shelf({source.id: source}, called, {source.id: "cited"}, dict[str, Article](), spellings({}))
    assert called[source.id] == name
    assert in_full(source, shelf) == full


@pytest.mark.parametrize(
    ("publish", "at", "words"),
    [
        ("cited", (10, 19), "Wednesday"),  # within the cited words
        ("none", (10, 19), "Wednesday"),
        ("cited", (40, 49), ""),
        ("none", (40, 49), ""),
        ("full", (40, 49), "Wednesday"),
    ],
)
def test_words_for_a_date_are_shown_where_they_are_cited(publish: Publish, at: tuple[int, int], words: str) -> None:
    shelf = Shelf({}, {}, {"a": publish}, dict[str, Article](), spellings({}))
    citation = Citation("d", "event", "e", "a", "exact", "words", (Anchor(5, 30, 1, ((5, 30),)),))
    told = Told("event", "talk", "a", "Wednesday", Date("2024-11-20"), Anchor(*at, 1, (at,)), "cited")
    assert told_words(told, [citation], shelf) == words


@pytest.mark.parametrize(
    ("text", "skip", "length", "quoted"),
    [
        ('"We go," she said.', (), "4 words", 33),
        ("No.", (), "1 word", 0),
        ("", (), "0 words", 0),
        ('"We go,\n\nAd: buy, buy, buy, buy, buy\n\n"and stay," she said.', ("Ad",), "6 words", 57),
        ('"We go 4 and stay," she said.', (Skip("4 and"),), "5 words", 50),
        ("决定周三宣布。官员说。", (), "9 characters", 0),
        ("“决定”周三由 AFP 宣布。", (), "8 characters", 13),
        ("เขาไป", (), "5 characters", 0),
    ],
)
def test_a_source_is_measured_by_what_is_its_own(text: str, skip: tuple[str | Skip, ...], length: str, quoted: int) -> None:
    shelf = Shelf({}, {}, {}, {"a": article(text, "", skip=skip)}, spellings({}))
    assert shelf.measured("a") == (length, quoted)


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("They sent mines", 15, "They sent mines"),
        ("They sent mines, and more", 18, "They sent mines…"),
        ("Donaudampfschiff", 8, "Donauda…"),
        ("新华社 他们不再以机械化部队为先导", 10, "新华社 他们不再以…"),
        ("他们说，他们不再以机械化", 5, "他们说…"),
        ("新华社报道OpenAI推出新的模型", 9, "新华社报道…"),
        ("เขานำเขาน้ำไป", 11, "เขานำเขา…"),
        ("क्षत्रिय", 5, "क्ष…"),
        ("👨\u200d👩\u200d👧👨\u200d👩\u200d👧", 9, "👨\u200d👩\u200d👧…"),
    ],
)
def test_a_text_is_cut_between_words_or_letters(text: str, most: int, cut: str) -> None:
    assert short(text, most) == cut


@pytest.mark.parametrize(
    ("date", "words", "iso"),
    [
        ("2024", "2024", "2024"),
        ("2024-12", "December 2024", "2024-12"),
        ("2024-11-30", "30 November 2024", "2024-11-30"),
        ("2024-21", "spring 2024", ""),
        ("2024-33", "part of 2024", ""),
        ("2024-11-20?", "20 November 2024 (uncertain)", ""),
        ("2024-11-2X", "20–29 November 2024", ""),
    ],
)
def test_programs_are_told_only_dates_that_they_have_a_form_for(date: str, words: str, iso: str) -> None:
    told = dated(date)
    assert told
    assert (told.words, told.iso) == (words, iso)
