from __future__ import annotations

from site_builder.model import Carried, Citation, Claim, Cover, Dossier, Position, Source
from site_builder.relate.carried import carried, count, reports

FAMILIES = (frozenset("abc"), frozenset("d"), frozenset("e"))
PERHAPS = (frozenset("abc"), frozenset("de"))


def sources(**outlets: str) -> list[Source]:
    return [Source(name, f"{name}.txt", outlet=outlet or None) for name, outlet in outlets.items()]


def test_three_outlets_with_one_report() -> None:
    among = reports(sources(a="post", b="times", c="daily"), FAMILIES)
    assert count("abca", among) == Carried(sources=3, outlets=3, reports=1, at_least=1)


def test_outlets_are_counted_once_and_only_where_all_are_named() -> None:
    among = reports(sources(a="post", b="post", d="times", e=""), FAMILIES)
    assert count("abd", among).outlets == 2
    assert count("ade", among) == Carried(sources=3, outlets=0, reports=3, at_least=3)


def test_what_is_probably_one_report_is_perhaps_one() -> None:
    assert count("de", reports([], FAMILIES, PERHAPS)) == Carried(sources=2, outlets=0, reports=2, at_least=1)
    assert count("abcde", reports([], FAMILIES, PERHAPS)) == Carried(sources=5, outlets=0, reports=3, at_least=2)


def test_a_claim_is_counted_by_what_is_said_of_it() -> None:
    positions = (Position("a", "affirms", "w"), Position("b", "affirms", "w"), Position("d", "denies", "w"))
    dossier = Dossier("x", Cover(title="X"), claims=(Claim("c", "So it is", positions),))
    cited = [Citation("x", "quote", "q", "a", "exact", "w", ()), Citation("x", "quote", "q", "d", "exact", "w", ())]
    counted = carried(dossier, cited, reports([], FAMILIES))
    assert {record: (one.sources, one.reports) for record, one in counted.items()} == {
        ("quote", "q", ""): (2, 2),
        ("claim", "c", "affirms"): (2, 1),
        ("claim", "c", "denies"): (1, 1),
    }
