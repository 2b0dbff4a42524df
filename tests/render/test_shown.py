from __future__ import annotations

import pytest

from site_builder.model import Article, Outlet, Source
from site_builder.render.excerpts import spellings
from site_builder.render.shown import Shelf, in_full, names

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
