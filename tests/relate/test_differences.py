from __future__ import annotations

import re
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model import Anchor, Cover, Date, Dossier, Event, Figure, Saying, Told
from site_builder.relate.differences import comparable, dates_differ, differences, differs, disagree


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (Saying("a", "w", value=20), Saying("b", "w", value=30), True),
        (Saying("a", "w", value=20), Saying("b", "w", value=20), False),
        (Saying("a", "w", value=2, unit="weeks"), Saying("b", "w", value=14, unit="days"), False),
        (Saying("a", "w", value=2, unit="weeks"), Saying("b", "w", value=15, unit="days"), True),
        (Saying("a", "w", high=2, unit="weeks"), Saying("b", "w", low=4, high=336, unit="hours"), False),
        (Saying("a", "w", low=20000), Saying("b", "w", value=25000), False),  # more than 20,000
        (Saying("a", "w", low=20000), Saying("b", "w", value=19000), True),
        (Saying("a", "w", value=20), Saying("a", "w", value=30), False),  # one source, two numbers: not a difference of sources
        (Saying("a", "w", value=2, unit="weeks"), Saying("b", "w", value=3, unit="people"), False),
        (Saying("a", "w", value=40, unit="kilometres"), Saying("b", "w", value=25, unit="miles"), False),  # rounded: 40.2
        (Saying("a", "w", value=40.2, unit="km"), Saying("b", "w", value=25, unit="miles"), False),
        (Saying("a", "w", value=45, unit="kilometres"), Saying("b", "w", value=25, unit="miles"), True),
        (Saying("a", "w", value=9, unit="km"), Saying("b", "w", value=5, unit="miles"), True),
        (Saying("a", "w", value=300, unit="metres"), Saying("b", "w", value=1000, unit="feet"), False),
        (Saying("a", "w", value=30, unit="km"), Saying("b", "w", value=30400, unit="metres"), True),  # one system
        (Saying("a", "w", low=2, high=3, unit="acres"), Saying("b", "w", value=1.2, unit="hectares"), False),
        (Saying("a", "w", value=1, unit="hour"), Saying("b", "w", value=50, unit="minutes"), True),
    ],
)
def test_figures_that_cannot_both_hold(one: Saying, other: Saying, conflict: bool) -> None:  # noqa: FBT001
    assert differs(Figure("f", "what is counted", (one, other))) is conflict


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (("At least 12 people", 12), ("14 dead", 14), False),
        (("At least 12 people", 12), ("11 dead", 11), True),
        (("Mindestens 12 Menschen", 12), ("14 Tote", 14), False),
        (("не менее 12 человек", 12), ("14 человек", 14), False),
        (("rose to 12 people", 12), ("14 dead", 14), True),
        (("выросло до 12 человек", 12), ("10 человек", 10), True),
        (("up to 15 people", 15), ("12 people", 12), False),
        (("up to 15 people", 15), ("17 people", 17), True),
        (("More than 3,000", 3000), ("3,200 people", 3200), False),
        (("About 3,000 people", 3000), ("3,012 people", 3012), False),
        (("About 3,000 people", 3000), ("5,000 people", 5000), True),
        (("environ 3 000 personnes", 3000), ("3 012 personnes", 3012), False),
        (("около 3000 человек", 3000), ("3012 человек", 3012), False),
        (("约3000人", 3000), ("3012人", 3012), False),
        (("3,000 people", 3000), ("3,012 people", 3012), True),
        (("talked about it: 3,000 people", 3000), ("3,012 people", 3012), True),
        (("1.2 million euros", 1.2e6), ("1,204,560 euros", 1204560), False),
        (("1.2 million euros", 1.2e6), ("1,260,000 euros", 1260000), True),
        (("1.2 million euros", 1.2e6), ("1.3 million euros", 1.3e6), True),
        (("1,200,000 euros", 1.2e6), ("1,204,560 euros", 1204560), True),
        (("3 million euros", 3e6), ("2.5 million euros", 2.5e6), True),
        (("3 percent", 3), ("2.5 percent", 2.5), True),
        (("33 percent", 33), ("33.3 percent", 33.3), False),
        (("33 percent", 33), ("33.7 percent", 33.7), True),
        (("a dozen people", 12), ("14 people", 14), True),
    ],
)
def test_figures_by_the_words_that_give_them(one: tuple[str, float], other: tuple[str, float], conflict: bool) -> None:  # noqa: FBT001
    languages = {"one": "ru", "other": "ru"} if re.search("[а-я]", one[0]) else {}
    says = tuple(Saying(name, words, value=value) for name, (words, value) in zip(("one", "other"), (one, other), strict=True))

    assert differs(Figure("f", "what is counted", says), languages) is conflict
    assert differs(Figure("f", "what is counted", says[::-1]), languages) is conflict


def test_a_figure_is_comparable_in_one_kind_of_unit_only() -> None:
    assert comparable(Figure("f", "it", (Saying("a", "w", value=2, unit="weeks"), Saying("b", "w", value=14, unit="days"))))
    assert not comparable(Figure("f", "it", (Saying("a", "w", value=2, unit="weeks"), Saying("b", "w", value=3, unit="months"))))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024-11-20", "2024-11-20"),
        ("2024-11-20", "2024-11"),  # the narrower lies inside the wider
        ("2024-11", "2024"),
        ("2024-11-20", "2024-11-2X"),
        ("2024-11-20", "2024-11-18/2024-11-24"),
        ("2024-11-18/2024-11-22", "2024-11-20/2024-11-24"),  # days in both
        ("2024-11-20", "../2024-11-21"),
        ("2024-11-20?", "2024-12-24"),  # uncertain: no hard word
        ("2024~", "1999"),
        ("2024-21", "2024-10-10"),  # spring, on the other half of the earth
        ("2024-11-20", None),
        (None, None),
        ("2024", "202X"),
    ],
)
def test_dates_that_can_both_hold(one: str | None, other: str | None) -> None:
    assert not dates_differ(one, other)
    assert not dates_differ(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024-11-20", "2024-11-21"),
        ("2024-11", "2024-12"),
        ("2024-12-01", "2024-11-2X"),
        ("2024-11-18/2024-11-24", "2024-11-25"),
        ("2024-11-20", "../2024-11-19"),
        ("2023", "2024-01"),
        ("2024-11-25/..", "2024-11-24"),
    ],
)
def test_dates_that_cannot_both_hold(one: str, other: str) -> None:
    assert dates_differ(one, other)
    assert dates_differ(other, one)


@given(st.dates(), st.dates())
def test_two_days_differ_unless_they_are_one(one: object, other: object) -> None:
    assert dates_differ(str(one), str(other)) is (one != other)


@given(st.dates())
def test_a_day_agrees_with_its_month_its_year_and_its_decade(day: object) -> None:
    for wider in (str(day)[:7], str(day)[:4], f"{str(day)[:3]}X"):
        if wider != "000X":  # there is no year 0
            assert not dates_differ(str(day), wider)


Part = Literal["cited", "resolved", "saying", "beside"]


def told(source: str, date: str | None, event: str = "strike", part: Part = "cited") -> Told:
    return Told("event", event, source, "words", Date(date) if date else None, Anchor(0, 5, 1, ((0, 5),)), part)


def test_sources_disagree_where_no_date_of_the_one_agrees_with_any_of_the_other() -> None:
    assert disagree([told("a", "2024-11-20"), told("b", "2024-11-21")])
    assert not disagree([told("a", "2024-11-20"), told("a", "2024-11-21")])  # one source
    assert not disagree([told("a", "2024-11-20"), told("b", "2024-11-21"), told("b", "2024-11")])
    assert not disagree([told("a", "2024-11-20"), told("b", None)])


def test_differences_are_found_without_a_claim() -> None:
    dates = [told("a", "2024-11-20"), told("b", "2024-11-21", part="resolved"), told("c", None), told("c", "2020", part="beside")]
    dates += [told("a", "2024", "talk"), told("b", "2023", "talk", "saying")]
    figures = (Figure("dead", "dead", (Saying("a", "w", value=20), Saying("b", "w", value=30))), Figure("hurt", "hurt", ()))
    dossier = Dossier("d", Cover(title="D"), figures=figures, events=(Event("strike", "It struck", ()), Event("talk", "Talk", ())))
    assert [(one.kind, one.id, one.sources) for one in differences(dossier, dates)] == [
        ("figure", "dead", ("a", "b")),
        ("event", "strike", ("a", "b")),
    ]
