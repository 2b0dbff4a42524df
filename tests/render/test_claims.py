"""Where the sources differ, from records."""

from __future__ import annotations

from msgspec.structs import replace

from site_builder.model import (
    Anchor,
    Article,
    Citation,
    Claim,
    Cover,
    Date,
    Difference,
    Dossier,
    Event,
    Figure,
    Position,
    Related,
    Saying,
    Says,
    Source,
    Told,
    Weight,
)
from site_builder.relate.briefs import related
from site_builder.render.claims import ClaimTable, claims
from site_builder.render.excerpts import spellings
from site_builder.render.shown import Shelf, by_record

SOURCES = tuple(Source(name, f"{name}.txt", language="ar" if name == "b" else "en") for name in "abcdefgh")
SHELF = Shelf(
    {source.id: source for source in SOURCES},
    {source.id: source.id.upper() for source in SOURCES},
    {source.id: "cited" for source in SOURCES},
    dict[str, Article](),
    spellings({}),
)


def place(start: int, end: int, paragraph: int) -> Anchor:
    return Anchor(start, end, paragraph, ((start, end),))


def cited(source: str, record: str, kind: str = "event", n: int = 0) -> Citation:
    return Citation("d", kind, record, source, "exact", "words", (place(0, 40, 3),), (0, "cites", n))  # type: ignore[arg-type]


def table(dossier: Dossier, citations: list[Citation], found: Related) -> ClaimTable:
    sources = [source.id for source in dossier.sources]
    disputed = [one.id for one in found.findings.disputed if one.kind == "claim"]
    return claims(dossier, by_record(citations), SHELF, sources, disputed, found)


def test_dates_that_differ_become_a_point_by_themselves() -> None:
    dossier = Dossier("d", Cover(title="D"), sources=SOURCES[:3], events=(Event("strike", "It struck", ()),))
    citations = [cited("a", "strike"), cited("b", "strike", n=1), cited("c", "strike", n=2)]
    dates = [
        Told("event", "strike", "a", "Tuesday", Date("2024-11-19"), place(4, 11, 3), "cited"),
        Told("event", "strike", "b", "الأربعاء", Date("2024-11-20"), place(90, 98, 4), "resolved"),  # not within the cited words
        Told("event", "strike", "c", "that week", Date("2024-11-18/2024-11-24"), place(4, 13, 3), "cited"),
    ]
    found = related(dossier, citations, dossier.sources, told=tuple(dates))
    assert found.differences == (Difference("event", "strike", ("a", "b", "c"), tuple(dates)),)
    assert [(one.kind, one.id) for one in found.findings.disputed] == [("event", "strike")]
    (point,) = table(dossier, citations, found).claims
    assert (point.claim, point.href, point.kind, point.disputed) == ("When: It struck", "#event-strike", "date", True)
    assert [(cell.name, cell.how, cell.words, cell.href, cell.direction) for cell in point.cells] == [
        ("A", "19 November 2024", "Tuesday", "../sources/a.html#p3", "ltr"),
        ("B", "20 November 2024", "", "../sources/b.html#p4", "rtl"),
        ("C", "18–24 November 2024", "that week", "../sources/c.html#p3", "ltr"),
    ]


def test_what_was_found_stands_between_the_disputed_and_the_other_claims() -> None:
    def of(name: str, weight: Weight, *said: Says) -> Claim:
        return Claim(name, name, tuple(Position(source, says, "w") for source, says in zip("abc", said, strict=False)), weight=weight)

    dossier = Dossier(
        "d",
        Cover(title="D"),
        sources=SOURCES[:3],
        claims=(of("low", "low", "affirms"), of("high", "high", "affirms", "affirms"), of("fought", "low", "affirms", "denies")),
        figures=(Figure("dead", "dead", (Saying("a", "2 weeks", value=2, unit="weeks"), Saying("b", "9 days", value=9, unit="days"))),),
    )
    shown = table(dossier, [], related(dossier, [], dossier.sources))
    assert [(point.claim, point.disputed) for point in shown.claims] == [("fought", True), ("Dead", True), ("high", False), ("low", False)]
    assert [(group.title, len(group.points)) for group in shown.groups] == [
        ("Disputed, of low weight", 1),
        ("Different figures and dates, found by comparing them", 1),
        ("Not disputed, of high weight", 1),
        ("Not disputed, of low weight", 1),
    ]
    assert shown.weighted
    assert shown.kinds == ("figure",)
    assert shown.wide
    assert shown.claims[0].silent == ("C",)
    assert [(tally.words, tally.carried.sources) for tally in shown.claims[2].tallies] == [("affirmed by", 2)]


def test_more_sources_than_a_table_holds_are_listed() -> None:
    positions = tuple(Position(source.id, "affirms", "w") for source in SOURCES[:7])
    dossier = Dossier("d", Cover(title="D"), sources=SOURCES, claims=(Claim("c", "So it is", positions),))
    shown = table(dossier, [], related(dossier, [], SOURCES))
    assert not shown.wide
    assert not shown.weighted
    assert [cell.name for cell in shown.claims[0].cells] == list("ABCDEFG")


def test_a_dossier_in_which_nothing_differs_has_no_points() -> None:
    dossier = Dossier("d", Cover(title="D"), sources=SOURCES[:2])
    assert table(dossier, [], related(dossier, [], dossier.sources)).claims == ()


def test_sources_without_a_column_are_counted_as_silent_too() -> None:
    dossier = Dossier("d", Cover(title="D"), sources=SOURCES, claims=(Claim("k", "K", (Position("a", "affirms", "w"),)),))
    told = table(dossier, [cited("a", "k", "claim")], related(dossier, [cited("a", "k", "claim")], dossier.sources))
    assert [source.text for source in told.sources] == ["A"]
    assert told.others == 7
    few = replace(dossier, sources=SOURCES[:3])
    told = table(few, [cited("a", "k", "claim")], related(few, [cited("a", "k", "claim")], few.sources))
    assert (told.others, told.claims[0].silent) == (0, ("B", "C"))
