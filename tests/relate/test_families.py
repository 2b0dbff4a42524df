from __future__ import annotations

from site_builder.model import Source
from site_builder.relate.families import families, kindred
from site_builder.relate.kinships import kinships


def source(name: str, *origins: str) -> Source:
    return Source(id=name, file=f"{name}.txt", derived_from=origins)


def joined(sources: list[Source], among: str = "") -> tuple[frozenset[str], ...]:
    return families(among or [one.id for one in sources], kindred(kinships(sources, {})).certain)


def test_sources_are_independent_unless_the_editor_says_otherwise() -> None:
    assert joined([source("a"), source("b")]) == (frozenset("a"), frozenset("b"))


def test_what_derives_from_one_report_is_one_family() -> None:
    assert joined([source("a"), source("b", "a"), source("c", "b"), source("d")]) == (frozenset("abc"), frozenset("d"))


def test_two_sources_that_derive_from_a_third_are_one_family_even_where_the_third_is_not_used() -> None:
    assert joined([source("a", "c"), source("b", "c"), source("c"), source("d")], "abd") == (frozenset("ab"), frozenset("d"))


def test_a_source_that_derives_from_itself_is_harmless() -> None:
    assert joined([source("a", "a"), source("b", "c"), source("c", "b")]) == (frozenset("a"), frozenset("bc"))
