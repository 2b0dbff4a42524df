from __future__ import annotations

import pytest

from site_builder.model import Citation, Claim, Cover, Dossier, Event, Figure, Kind, Position, Quote, Saying, Says, Weight
from site_builder.relate.carried import reports
from site_builder.relate.differences import differences
from site_builder.relate.findings import findings, in_dispute

SINGLES = (frozenset("a"), frozenset("b"), frozenset("c"))
PAIR = (frozenset("ab"), frozenset("c"))
APART = reports([], SINGLES)
TOGETHER = reports([], PAIR)
PERHAPS_TOGETHER = reports([], SINGLES, PAIR)


def dossier(
    claims: tuple[Claim, ...] = (), figures: tuple[Figure, ...] = (), events: tuple[Event, ...] = (), quotes: tuple[Quote, ...] = ()
) -> Dossier:
    return Dossier("d", Cover(title="D"), claims=claims, figures=figures, events=events, quotes=quotes)


def claim(*positions: tuple[str, Says], kind: str | None = None) -> Claim:
    return Claim(id="c", claim="It is so", kind=kind, positions=tuple(Position(source, says, "words") for source, says in positions))  # type: ignore[arg-type]


def cited(kind: Kind, *sources: str) -> list[Citation]:
    return [Citation("d", kind, "x", source, "exact", "words", ()) for source in sources]


def test_what_two_reports_carry_is_established() -> None:
    found = findings(dossier(claims=(claim(("a", "affirms"), ("b", "affirms")),)), [], APART)
    assert [(one.id, one.carried.reports) for one in found.established] == [("c", 2)]


def test_two_sources_of_one_report_count_once() -> None:
    found = findings(dossier(claims=(claim(("a", "affirms"), ("b", "affirms")),)), [], TOGETHER)
    assert not found.established
    assert [one.carried.reports for one in found.single] == [1]


def test_two_sources_that_are_perhaps_one_report_establish_nothing() -> None:
    both = (claim(("a", "affirms"), ("b", "affirms")),)
    found = findings(dossier(claims=both), [], PERHAPS_TOGETHER)
    assert not found.established
    assert [(one.carried.reports, one.carried.at_least) for one in found.single] == [(2, 1)]
    third = (claim(("a", "affirms"), ("b", "affirms"), ("c", "affirms")),)
    assert [one.carried.at_least for one in findings(dossier(claims=third), [], PERHAPS_TOGETHER).established] == [2]


def test_what_weighs_most_comes_first_then_what_most_reports_carry() -> None:
    def of(name: str, weight: Weight, *sources: str) -> Claim:
        return Claim(name, name, tuple(Position(source, "affirms", "words") for source in sources), weight=weight)

    claims = (of("low", "low", *"abc"), of("two", "high", *"ab"), of("three", "high", *"abc"))
    assert [one.id for one in findings(dossier(claims=claims), [], APART).established] == ["three", "two", "low"]


def test_a_figure_whose_numbers_differ_is_disputed_without_a_claim() -> None:
    figure = Figure("x", "dead", (Saying("a", "w", value=20), Saying("b", "w", value=30)))
    one = dossier(figures=(figure,))
    found = findings(one, cited("figure", "a", "b"), APART, differences(one, {}))
    assert [(finding.kind, finding.sources) for finding in found.disputed] == [("figure", ("a", "b"))]
    assert not found.established


def test_numbers_that_cannot_be_compared_establish_nothing() -> None:
    dollars = Figure("x", "value", (Saying("a", "w", value=20, unit="US dollars"), Saying("b", "w", value=20, unit="euros")))
    found = findings(dossier(figures=(dollars,)), cited("figure", "a", "b"), APART)
    assert [*found.established, *found.disputed, *found.single] == []


def test_what_one_source_affirms_and_another_denies_is_disputed_and_nothing_else() -> None:
    found = findings(dossier(claims=(claim(("a", "affirms"), ("b", "affirms"), ("c", "denies")),)), [], APART)
    assert [one.sources for one in found.disputed] == [("a", "b", "c")]
    assert not found.established
    assert not found.single


@pytest.mark.parametrize(
    ("said", "kind", "disputed"),
    [
        (["affirms", "differs"], "contradiction", True),
        (["differs", "differs"], "date", True),
        (["denies", "differs"], None, True),
        (["affirms", "differs"], "wording", False),  # both may be right
        (["affirms", "differs"], "precision", False),
        (["affirms", "denies"], "wording", True),  # a denial is one whatever it is called
        (["denies", "denies"], None, False),
        (["differs"], None, False),
    ],
)
def test_what_makes_a_dispute(said: list[Says], kind: str | None, disputed: bool) -> None:  # noqa: FBT001
    assert in_dispute(claim(*zip("abc", said, strict=False), kind=kind)) is disputed


def test_a_claim_that_is_only_denied_is_in_no_list() -> None:
    found = findings(dossier(claims=(claim(("a", "denies")),)), [], APART)
    assert [*found.established, *found.disputed, *found.single] == []


def test_quotes_are_listed_only_where_one_report_has_them() -> None:
    quote = Quote("x", "someone", "words")
    assert findings(dossier(quotes=(quote,)), cited("quote", "a"), APART).single
    both = findings(dossier(quotes=(quote,)), cited("quote", "a", "b"), APART)
    assert [*both.single, *both.established] == []


def test_an_event_with_two_reports_is_established() -> None:
    found = findings(dossier(events=(Event("x", "It happened", ()),)), cited("event", "a", "c", "a"), APART)
    assert [(one.label, one.sources) for one in found.established] == [("It happened", ("a", "c"))]
