from __future__ import annotations

from site_builder.model import Source
from site_builder.relate.families import families


def source(name: str, *origins: str) -> Source:
    return Source(id=name, file=f"{name}.txt", derived_from=origins)


def test_sources_are_independent_unless_the_editor_says_otherwise() -> None:
    assert families([source("a"), source("b")]) == (frozenset("a"), frozenset("b"))


def test_what_derives_from_one_report_is_one_family() -> None:
    assert families([source("a"), source("b", "a"), source("c", "b"), source("d")]) == (frozenset("abc"), frozenset("d"))


def test_two_sources_that_derive_from_a_report_nobody_has_are_one_family() -> None:
    assert families([source("a", "agency"), source("b", "agency")]) == (frozenset("ab"),)


def test_a_source_that_derives_from_itself_is_harmless() -> None:
    assert families([source("a", "a"), source("b", "c"), source("c", "b")]) == (frozenset("a"), frozenset("bc"))
