"""The place of a trail is the same whether its record was composed alone or with the whole file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.load.places import Places
from site_builder.load.yaml import compose, position
from tests.load.test_plain_yaml import lines
from tests.pace import LINEAR, growth

TRAILS: list[tuple[str | int, ...]] = [
    *(
        (),
        (0,),
        (1,),
        (2,),
        (0, "a"),
        (1, "a"),
        (1, "b"),
        (2, "a", 0),
        (0, "as", "a"),
        (1, "a", 1, "b"),
        ("a",),
        ("b", 0),
        ("a", 1, "c"),
        (9,),
    ),
]


@given(st.lists(lines, max_size=8).map("".join))
def test_places_are_those_of_the_whole_file(text: str) -> None:
    tree, places = compose("", text).tree, Places(text)

    for trail in TRAILS:
        assert places.of(trail) == position(tree, trail)
        assert places.of(trail, on_key=True) == position(tree, trail, on_key=True)


def test_the_records_of_a_plain_list() -> None:
    places = Places("# why\n- a: x\n\n- a: >-\n    y\n    z\n  b: [c,\n    d]\n" * 3)  # not plain: a list in brackets over two lines
    plain = Places("# why\n- a: x\n\n- a: >-\n    - y\n    z\n  # or\n  b: [c, d]\n" * 3)

    assert places.of((3, "b", 1)) == (16, 5)
    assert plain.of((3, "b", 1)) == (16, 10)
    assert plain.of((3, "b"), on_key=True) == (16, 3)


def test_time_grows_with_the_keys_of_a_record() -> None:
    def work(size: int) -> None:
        text = "- id: a\n" + "".join(f"  k{n}: 1\n" for n in range(size))
        places = Places(text)
        assert [places.of((0, f"k{n}"), on_key=True)[0] for n in range(size)] == [n + 2 for n in range(size)]

    assert growth(work, 500) < LINEAR
