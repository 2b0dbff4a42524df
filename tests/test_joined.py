"""What problems.json is joined of can be taken apart again."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from site_builder.model import Edition
from site_builder.report import SHOWN, Shown, joined, parted, pieces

items = st.lists(st.fixed_dictionaries({"message": st.text(max_size=5)}), max_size=3)


@given(st.lists(st.tuples(items, items, items), min_size=1, max_size=5))
def test_what_is_joined_is_whole_and_comes_apart(told: list[tuple[list[dict[str, str]], ...]]) -> None:
    shown = [Shown(*map(pieces, one)) for one in told]
    made = joined(shown, (), (), Edition(""))
    read = json.loads(made)
    for n, name in enumerate(SHOWN):
        assert read[name] == [item for one in told for item in one[n]]
    assert parted(memoryview(made), [one.lengths for one in shown]) == shown
