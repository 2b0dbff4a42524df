from __future__ import annotations

from site_builder.model import Anchor, Citation, Claim, Cover, Dossier, Event, Kind, Position, Quote
from site_builder.relate.coverage import coverage

APART = (frozenset("a"), frozenset("b"), frozenset("c"))
TOGETHER = (frozenset("ab"), frozenset("c"))


def cited(kind: Kind, record: str, source: str, *trail: str | int, paragraph: int = 1) -> Citation:
    return Citation("d", kind, record, source, "exact", "words", (Anchor(0, 5, paragraph, ((0, 5),)),), trail)


def test_every_citation_has_its_cell() -> None:
    positions = (Position("a", "affirms", "w"), Position("b", "denies", "w"))
    dossier = Dossier(
        "d",
        Cover(title="D"),
        quotes=(Quote("q", "who", "words"),),
        events=(Event("e", "It was", ()),),
        claims=(Claim("c", "So", positions),),
    )
    citations = [
        cited("quote", "q", "a", 0),
        cited("quote", "q", "a", 0, "variants", 0),  # the words themselves are there too
        cited("quote", "q", "b", 0, "variants", 1, paragraph=7),
        cited("event", "e", "c", 0, "cites", 0),
        cited("event", "e", "c", 0, "cites", 1),
        cited("claim", "c", "a", 0, "positions", 0),
        cited("claim", "c", "b", 0, "positions", 1),
        cited("story", "", "a", 0),
    ]
    found = coverage(dossier, citations, APART, "abc")
    assert [(fact.kind, fact.id, [(spot.source, spot.how, spot.paragraph) for spot in fact.spots]) for fact in found.facts] == [
        ("claim", "c", [("a", "affirms", 1), ("b", "denies", 1)]),
        ("event", "e", [("c", "carries", 1)]),
        ("quote", "q", [("a", "carries", 1), ("b", "rewords", 7)]),
    ]


def test_what_one_report_alone_carries() -> None:
    events = tuple(Event(name, name, ()) for name in ("all", "pair", "last"))
    dossier = Dossier("d", Cover(title="D"), events=events)
    citations = (
        [cited("event", "all", one) for one in "abc"] + [cited("event", "pair", one) for one in "ab"] + [cited("event", "last", "c")]
    )
    alone = coverage(dossier, citations, TOGETHER, "abc").alone
    assert [(one.sources, [fact.id for fact in one.facts]) for one in alone] == [(("a", "b"), ["pair"]), (("c",), ["last"])]
    assert [one.sources for one in coverage(dossier, citations, APART, "abc").alone] == [("c",)]


def test_where_all_is_one_report_no_other_lacks_anything() -> None:
    dossier = Dossier("d", Cover(title="D"), events=(Event("e", "e", ()),))
    assert coverage(dossier, [cited("event", "e", "a")], (frozenset("ab"),), "ab").alone == ()


def test_a_dossier_without_citations_covers_nothing() -> None:
    assert coverage(Dossier("d", Cover(title="D")), [], APART, "abc").facts == ()
