"""The names that are looked for in a few articles are enough: nothing is found otherwise with all names of the site."""

from __future__ import annotations

from typing import Literal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.check.loose_ends import named_in
from site_builder.check.near_names import near_names
from site_builder.check.reading import Reading, words_of
from site_builder.model import Actor, Outlet, Source
from site_builder.text.article import article
from site_builder.text.fold import fold
from site_builder.text.names import namings, words_in
from site_builder.verify import Bearings

WORDS = (
    *("Lloyd", "Austin", "Loyd", "Austen", "Austins", "Mary", "Wareham", "Warham", "Gdańsk", "Gdan\u0301sk", "O’Neill", "O'Neill"),
    *("McDonald's", "Jean-Luc", "Jean", "Зеленский", "Зеленской", "Путин", "Μητσοτάκης", "محمد", "الحسن", "北京", "北京市", "중국"),
    *("नरेन्द्र", "İstanbul", "e-mail", "UN", "U.N.", "G7", "ﬁne", "fine", "STRASSE", "Straße", "of", "the"),
)
Kind = Literal["person", "organisation", "group", "government"]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
KINDS: st.SearchStrategy[Kind] = st.sampled_from(["person", "organisation", "group", "government"])
BETWEEN = st.sampled_from([" ", " ", " ", ", ", "", "’s ", "-", " – ", ".\n\n", "\u00ad"])


@st.composite
def sites(draw: st.DrawFn) -> tuple[list[Actor], list[str]]:
    named = draw(st.lists(st.tuples(NAMES, st.lists(NAMES, max_size=2), st.lists(NAMES, max_size=1), KINDS), max_size=12))
    actors = [
        Actor(id=f"a{n}", name=name, kind=kind, aliases=tuple(aliases), misspelt=tuple(misspelt))
        for n, (name, aliases, misspelt, kind) in enumerate(named)
    ]
    texts = draw(st.lists(st.lists(st.tuples(NAMES, BETWEEN), min_size=1, max_size=6), min_size=1, max_size=3))
    return actors, ["".join(name + between for name, between in text) for text in texts]


@given(sites())
@example(([Actor(id="a", name="Gdańsk")], ["Gdan\u0301sk "]))
@settings(max_examples=300)
def test_with_the_names_that_may_stand_in_articles_all_is_found(site: tuple[list[Actor], list[str]]) -> None:
    actors, texts = site
    articles = [article(text, "") for text in texts]
    everything = Bearings(actors, [Outlet(id="o", name="The Austin Post")])
    words = set().union(*(words_of(one).vocabulary | words_in(fold(one.text, one.skipped).text) for one in articles))
    among = everything.among(words)
    read = [Reading("f", n, Source(id=f"s{n}", file=f"{n}.txt"), one) for n, one in enumerate(articles)]

    def found(bearings: Bearings) -> object:
        near = [list(near_names(one, bearings.near, read)) for one in read]
        return near, [namings(one, bearings.index) for one in articles], named_in(read, bearings.spelled)

    assert found(among) == found(everything)
    assert among.actors == everything.actors


def test_names_whose_words_stand_nowhere_are_left_out() -> None:
    actors = [Actor(id=name.lower(), name=f"{name} Wareham", kind="person") for name in ("Anna", "Mary")]
    assert Bearings(actors, []).among({"Anna"}).near.proper == {"anna": "Anna Wareham"}
