from __future__ import annotations

from itertools import pairwise

import pytest

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
        ((0, 1e-9), ["0", "5e-10", "1e-09"]),
        ((1e308, 1), ["0", "1e+296 trillion"]),
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


def test_numbers_read_as_numbers() -> None:
    assert [charts.number(value) for value in (275e6, 1234567, 20000, 2.5, 0.0)] == [
        "275 million",
        "1.234567 million",
        "20,000",
        "2.5",
        "0",
    ]
