from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model import Figure, Moment, Saying
from site_builder.render import charts


def moment(first: str, last: str = "", precision: str = "day") -> Moment:
    return Moment("event", "x", None, first, last or first, precision)


def test_moments_stand_in_order_and_inside_the_line() -> None:
    moments = [
        moment("1965-01-01", "1973-12-31", "interval"),
        moment("2022-01-01", "2022-12-31", "year"),
        moment("2024-11-19"),
        moment("2024-11-20"),
    ]
    scale = charts.time_scale(moments)
    assert scale
    assert scale.shortened
    marks = [charts.on_scale(one, scale) for one in moments]
    places = [mark.at for mark in marks if mark]
    assert places == sorted(places)
    assert len(set(places)) == 4
    assert all(mark and mark.at >= 0 and mark.end <= 100 for mark in marks)
    assert [mark.width > 0 for mark in marks if mark] == [True, True, False, False]


def test_one_day_alone_needs_no_scale() -> None:
    assert charts.time_scale([moment("2024-11-20"), moment("2024-11-20")]) is None
    assert charts.time_scale([]) is None


def test_an_open_end_runs_to_the_edge() -> None:
    scale = charts.time_scale([moment("2024-11-20"), moment("2024-11-25")])
    assert scale
    mark = charts.on_scale(Moment("event", "x", None, "2024-11-22", "", "interval"), scale)
    assert mark
    assert mark.end == 100
    assert mark.open_end


def test_labels_do_not_run_into_each_other() -> None:
    scale = charts.time_scale([moment(f"{year}-01-01", f"{year}-12-31", "year") for year in range(1990, 2025)])
    assert scale
    ticks = charts.time_ticks(scale)
    assert all(b.at - a.at >= charts.LETTER * len("1990") for a, b in pairwise(ticks))


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ((1, 1e12), ["0", "500 billion", "1 trillion"]),
        ((-5, -3), ["−5", "−4", "−3", "−2", "−1", "0"]),
        ((-5, 0, 1), ["−4", "−2", "0"]),
        ((0, 5e-5), ["0", "0.00002", "0.00004"]),
        ((0, 1e-9), ["0", "5 × 10⁻¹⁰", "0.000000001"]),
        ((1e308, 1), ["0", "5 × 10³⁰⁷", "1 × 10³⁰⁸"]),
    ],
)
def test_extreme_numbers_stay_on_the_line_and_their_labels_apart(values: tuple[float, ...], labels: list[str]) -> None:
    drawn = charts.ranges(Figure("f", "dollars", tuple(Saying(str(n), "w", value) for n, value in enumerate(values)), unit="dollars"))
    assert drawn
    assert all(mark and charts.LEFT <= mark.at <= charts.RIGHT for mark in drawn.marks)
    assert [tick.label for tick in drawn.ticks] == labels


def test_equal_numbers_are_not_drawn() -> None:
    assert charts.ranges(Figure("f", "mines", (Saying("a", "w", 3), Saying("b", "w", 3)))) is None


def test_only_days_on_which_something_begins_are_labelled() -> None:
    scale = charts.time_scale(
        [moment("0001-01-01", "0001-12-31", "year"), moment("1000-01-01", "1000-12-31", "year"), moment("2024-11-20")]
    )
    assert scale
    assert [tick.label for tick in charts.time_ticks(scale)] == ["1", "1000", "2024"]


def test_ranges_in_different_units_share_a_scale() -> None:
    figure = Figure("f", "time", (Saying("a", "w", high=2, unit="weeks"), Saying("b", "w", low=4, high=336)), unit="hours")
    drawn = charts.ranges(figure)
    assert drawn
    one, other = drawn.marks
    assert one
    assert other
    assert one.end == other.end
    assert one.open_start
    assert not other.open_start


def test_figures_that_agree_or_cannot_be_compared_are_not_drawn() -> None:
    assert charts.ranges(Figure("f", "x", (Saying("a", "w", value=2), Saying("b", "w", value=2)))) is None
    assert charts.ranges(Figure("f", "x", (Saying("a", "w", value=2, unit="miles"), Saying("b", "w", value=3, unit="people")))) is None


def test_a_number_beyond_all_bounds_is_not_drawn() -> None:
    assert charts.ranges(Figure("f", "x", (Saying("a", "w", value=2), Saying("b", "w", value=float("inf"))))) is None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (275e6, "275 million"),
        (1.005e6, "1.005 million"),
        (1234567, "1,234,567"),
        (12345678901, "12,345,678,901"),
        (12345678904, "12,345,678,904"),
        (1234567000000, "1,234,567,000,000"),
        (1e17, "100,000 trillion"),
        (999999.6, "999,999.6"),
        (20000, "20,000"),
        (2.5, "2.5"),
        (0.1, "0.1"),
        (0.00003, "0.00003"),
        (-0.00003, "−0.00003"),
        (4e-12, "4 × 10⁻¹²"),
        (2.5e20, "2.5 × 10²⁰"),
        (0.0, "0"),
    ],
)
def test_numbers_read_as_numbers_with_all_their_digits(value: float, words: str) -> None:
    assert charts.number(value) == words


@given(st.floats(0, 1e18, exclude_max=True))
def test_no_two_numbers_read_alike(value: float) -> None:
    told = charts.number(value)
    for word, size in ((" million", 6), (" billion", 9), (" trillion", 12)):
        told = f"{told.removesuffix(word)}e{size}" if told.endswith(word) else told
    digits, _, power = told.replace(",", "").partition(" × 10")
    assert float(f"{digits}e{power.translate(str.maketrans('⁻⁰¹²³⁴⁵⁶⁷⁸⁹', '-0123456789'))}" if power else digits) == value
