"""What problems.json is joined of can be taken apart again."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple

from site_builder.model import Edition
from site_builder.report import SHOWN, Shown, joined, parted, pieces

items = st.lists(st.fixed_dictionaries({"message": st.text(max_size=5)}), max_size=3)


@given(st.lists(st.tuples(items, items, items), min_size=1, max_size=5))
def test_what_is_joined_is_whole_and_comes_apart(told: list[tuple[list[dict[str, str]], ...]]) -> None:
    shown = [Shown(*map(pieces, one)) for one in told]
    made = b"".join(joined(shown, (), (), Edition("")))
    read = json.loads(made)
    for n, name in enumerate(SHOWN):
        assert read[name] == [item for one in told for item in one[n]]
    standing = parted([one.lengths for one in shown])
    assert [one.lengths for one in standing] == [one.lengths for one in shown]
    assert [[made[start:end] for start, end in one.places] for one in standing] == [list(map(bytes, astuple(one))) for one in shown]


@given(st.lists(st.tuples(items, items, items), min_size=1, max_size=6), st.data())
def test_what_stands_is_taken_from_the_last(told: list[tuple[list[dict[str, str]], ...]], data: st.DataObject) -> None:
    """Whatever was changed, added, removed or moved."""
    shown = [Shown(*map(pieces, one)) for one in told]
    last = memoryview(b"".join(joined(shown, (), (), Edition(""))))
    standing = parted([one.lengths for one in shown])
    order = data.draw(st.permutations(range(len(told))))[: data.draw(st.integers(1, len(told)))]
    kept = [data.draw(st.booleans()) for _ in order]
    mixed = [standing[n] if keep else shown[n] for n, keep in zip(order, kept, strict=True)]
    assert b"".join(joined(mixed, (), (), Edition(""), last)) == b"".join(joined([shown[n] for n in order], (), (), Edition("")))
