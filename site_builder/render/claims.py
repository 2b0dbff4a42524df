"""What does a dossier's page show of where its sources differ?"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from site_builder.model import Carried, Citation, Claim, Difference, Dossier, Figure, Related, Says, Told
from site_builder.render import links
from site_builder.render.charts import unit_of
from site_builder.render.facts import Cited, Counted, by_place, converted, value
from site_builder.render.page import Link
from site_builder.render.shown import VERDICTS, Shelf, told_words
from site_builder.text.capitals import begun
from site_builder.text.dates import in_words

WEIGHTS = ("high", "medium", "low")
SAID: dict[Says, str] = {"affirms": "affirmed by", "denies": "denied by", "differs": "told differently by"}
SILENT = "silent"
WIDEST_TABLE = 6  # sources side by side; more are listed one below the other


class Cell(Struct, frozen=True):
    """What one source says of a point, in its own words; `says` is "silent" where it says nothing."""

    source: str
    name: str
    says: str  # affirms, denies, differs, silent; of a figure or a date "gives"
    how: str = ""  # in what way it differs; the number or the date it gives
    words: str = ""
    href: str = ""
    sign: str = ""
    verdict: str = ""
    language: str = ""
    direction: str = "auto"


class Tally(Struct, frozen=True):
    """How many say the same of a claim: "affirmed by 3 outlets, 1 report"."""

    words: str
    carried: Carried


class Point(Struct, frozen=True):
    """A claim, or a figure or date on which sources were found to differ, with what each source says of it."""

    id: str  # of the claim
    claim: str
    href: str  # to the figure or event
    kind: str
    weight: str
    note: str
    disputed: bool
    tallies: tuple[Tally, ...]
    by_column: tuple[tuple[Cell, ...], ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Of the sources that speak."""
        return tuple(cell for found in self.by_column for cell in found if cell.says != SILENT)

    @property
    def silent(self) -> tuple[str, ...]:
        """The names of those that don't."""
        return tuple(cell.name for found in self.by_column for cell in found if cell.says == SILENT)


class Group(Struct, frozen=True):
    """Points that are disputed or not, and weigh the same."""

    title: str
    weight: str  # "" of what nobody weighed: differences that were found, not written down
    points: tuple[Point, ...]


class ClaimTable(Struct, frozen=True):
    """Points by sources: side by side while they are few."""

    sources: tuple[Link, ...]
    claims: tuple[Point, ...]
    wide: bool
    others: int = 0  # sources without a column: they say nothing on any of the points

    @property
    def groups(self) -> tuple[Group, ...]:
        """The points in their order, under one title where they weigh the same."""
        alike = groupby(self.claims, key=lambda one: (one.disputed, one.weight))
        return tuple(Group(_title(*what), what[1], tuple(found)) for what, found in alike)

    @property
    def weighted(self) -> bool:
        """Whether an order by weight is another than that by dispute."""
        return len({point.weight for point in self.claims}) > 1

    @property
    def kinds(self) -> tuple[str, ...]:
        """Of difference, in the alphabet's order."""
        return tuple(sorted({point.kind for point in self.claims if point.kind}))


def _title(disputed: bool, weight: str) -> str:  # noqa: FBT001 a key of two
    if not weight:
        return "Different figures and dates, found by comparing them"
    return f"{'Disputed' if disputed else 'Not disputed'}, of {weight} weight"


def claims(dossier: Dossier, cited: Cited, shelf: Shelf, sources: Sequence[str], disputed: Iterable[str], related: Related) -> ClaimTable:
    """The claims with what each source says of them. What is disputed comes first, then what weighs most."""
    contested, found, counted = frozenset(disputed), related.differences, related.carried
    speak = {position.source for claim in dossier.claims for position in claim.positions} | {one for each in found for one in each.sources}
    columns = sources if len(sources) <= WIDEST_TABLE else [source for source in sources if source in speak]
    ordered = sorted(dossier.claims, key=lambda claim: (claim.id not in contested, WEIGHTS.index(claim.weight)))
    points = [_claim(claim, cited.get(("claim", claim.id), ()), shelf, columns, contested, counted) for claim in ordered]
    between = sum(point.disputed for point in points)
    points[between:between] = _found(dossier, found, cited, shelf, columns)
    heads = tuple(Link(shelf.names[source], f"../sources/{source}.html") for source in columns)
    return ClaimTable(heads, tuple(points), len(columns) <= WIDEST_TABLE, len(sources) - len(columns))


def _claim(
    claim: Claim, citations: Sequence[Citation], shelf: Shelf, columns: Sequence[str], contested: Container[str], counted: Counted
) -> Point:
    at = by_place(citations)
    says = [
        _cited(shelf, position.source, position.says, position.wording, position.words, at.get(n))
        for n, position in enumerate(claim.positions)
    ]
    by_column = _by_column(says, columns, shelf)
    tallies = tuple(_tallies(claim.id, counted))
    return Point(claim.id, claim.claim, "", claim.kind or "", claim.weight, claim.note, claim.id in contested, tallies, by_column)


def _tallies(claim: str, counted: Counted) -> Iterator[Tally]:
    for says, words in SAID.items():
        if ("claim", claim, says) in counted:
            yield Tally(words, counted["claim", claim, says])


def _found(dossier: Dossier, found: Iterable[Difference], cited: Cited, shelf: Shelf, columns: Sequence[str]) -> Iterator[Point]:
    """The differences that nobody wrote down: they stand in the figures and in the dates."""
    figures = {figure.id: figure for figure in dossier.figures}
    events = {event.id: event for event in dossier.events}
    for one in found:
        citations = cited.get((one.kind, one.id), ())
        if one.kind == "figure":
            figure = figures[one.id]
            label, kind, cells = begun(figure.of), "figure", _numbers(figure, citations, shelf)
        else:
            label, kind, cells = f"When: {events[one.id].what}", "date", _dates(one.told, citations, shelf)
        yield Point("", label, f"#{one.kind}-{one.id}", kind, "", "", True, (), _by_column(cells, columns, shelf))  # noqa: FBT003


def _numbers(figure: Figure, citations: Iterable[Citation], shelf: Shelf) -> Iterator[Cell]:
    at, unit = by_place(citations), unit_of(figure)
    for n, saying in enumerate(figure.says):
        number, same = value(saying, figure.unit), converted(saying, unit)
        yield _cited(shelf, saying.source, "gives", f"{number} ({same})" if same else number, saying.words, at.get(n))


def _dates(told: Sequence[Told], citations: Sequence[Citation], shelf: Shelf) -> Iterator[Cell]:
    """What each source gives; one that tells the event and gives no date that can be reckoned is not silent."""
    for one in told:
        words = told_words(one, citations, shelf)
        yield _cell(shelf, one.source, "gives", in_words(one.date or ""), words, one.anchor.paragraph)
    dated = {one.source for one in told}
    for citation in citations:
        if citation.source not in dated:
            yield _cited(shelf, citation.source, "gives", "no date that can be reckoned", citation.words, citation)


def _cited(shelf: Shelf, source: str, says: str, how: str, words: str, citation: Citation | None) -> Cell:
    paragraph = citation.places[0].paragraph if citation and citation.places else 0
    sign, verdict = VERDICTS[citation.verdict] if citation else ("", "")
    return _cell(shelf, source, says, how, words, paragraph, sign, verdict)


def _cell(shelf: Shelf, source: str, says: str, how: str, words: str, paragraph: int, sign: str = "", verdict: str = "") -> Cell:
    href = links.to_source("../", source, paragraph)
    tag = shelf.sources[source].language
    return Cell(source, shelf.names[source], says, how, words, href, sign, verdict, links.language(tag), links.direction(tag))


def _by_column(cells: Iterable[Cell], columns: Sequence[str], shelf: Shelf) -> tuple[tuple[Cell, ...], ...]:
    """The cells under their sources; a source that says nothing is silent."""
    under: dict[str, list[Cell]] = {source: [] for source in columns}
    for cell in cells:
        under.setdefault(cell.source, []).append(cell)
    return tuple(tuple(found) or (Cell(source, shelf.names[source], SILENT),) for source, found in under.items())
