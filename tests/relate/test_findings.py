from __future__ import annotations

import pytest

from site_builder.model import Citation, Claim, Cover, Dossier, Event, Figure, Kind, Position, Quote, Saying, Says
from site_builder.relate.findings import differs, findings, in_dispute

APART = (frozenset("a"), frozenset("b"), frozenset("c"))
TOGETHER = (frozenset("ab"), frozenset("c"))


def dossier(
    claims: tuple[Claim, ...] = (), figures: tuple[Figure, ...] = (), events: tuple[Event, ...] = (), quotes: tuple[Quote, ...] = ()
) -> Dossier:
    return Dossier("d", Cover(title="D"), claims=claims, figures=figures, events=events, quotes=quotes)


def claim(*positions: tuple[str, Says], kind: str | None = None) -> Claim:
    return Claim(id="c", claim="It is so", kind=kind, positions=tuple(Position(source, says, "words") for source, says in positions))  # type: ignore[arg-type]


def cited(kind: Kind, *sources: str) -> list[Citation]:
    return [Citation("d", kind, "x", source, "exact", "words", ()) for source in sources]


def test_what_two_originators_carry_is_established() -> None:
    found = findings(dossier(claims=(claim(("a", "affirms"), ("b", "affirms")),)), [], APART)
    assert [(one.id, one.originators) for one in found.established] == [("c", 2)]


def test_two_sources_of_one_report_count_once() -> None:
    found = findings(dossier(claims=(claim(("a", "affirms"), ("b", "affirms")),)), [], TOGETHER)
    assert not found.established
    assert [one.originators for one in found.single] == [1]


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


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (Saying("a", "w", value=20), Saying("b", "w", value=30), True),
        (Saying("a", "w", value=20), Saying("b", "w", value=20), False),
        (Saying("a", "w", value=2, unit="weeks"), Saying("b", "w", value=14, unit="days"), False),
        (Saying("a", "w", value=2, unit="weeks"), Saying("b", "w", value=15, unit="days"), True),
        (Saying("a", "w", high=2, unit="weeks"), Saying("b", "w", low=4, high=336, unit="hours"), False),
        (Saying("a", "w", low=20000), Saying("b", "w", value=25000), False),  # more than 20,000
        (Saying("a", "w", low=20000), Saying("b", "w", value=19000), True),
        (Saying("a", "w", value=20), Saying("a", "w", value=30), False),  # one source, two numbers: not a difference of sources
        (Saying("a", "w", value=2, unit="weeks"), Saying("b", "w", value=3, unit="people"), False),
    ],
)
def test_figures_that_cannot_both_hold(one: Saying, other: Saying, conflict: bool) -> None:  # noqa: FBT001
    assert differs(Figure("f", "what is counted", (one, other))) is conflict


def test_quotes_are_listed_only_where_one_originator_has_them() -> None:
    quote = Quote("x", "someone", "words")
    assert findings(dossier(quotes=(quote,)), cited("quote", "a"), APART).single
    both = findings(dossier(quotes=(quote,)), cited("quote", "a", "b"), APART)
    assert [*both.single, *both.established] == []


def test_an_event_with_two_originators_is_established() -> None:
    found = findings(dossier(events=(Event("x", "It happened", ()),)), cited("event", "a", "c", "a"), APART)
    assert [(one.label, one.sources) for one in found.established] == [("It happened", ("a", "c"))]
