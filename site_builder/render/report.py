"""What was checked, and how did each citation come out?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from site_builder.model import Brief, Citation
from site_builder.problems import Placed
from site_builder.render import links, metadata, twins
from site_builder.render.lists import Paging
from site_builder.render.page import Link, Page, Setting
from site_builder.render.shown import VERDICTS, Shelf

CITATIONS_A_PAGE = 500
REMARKABLE = ("ambiguous", "elided", "reported", "altered", "missing")  # what the report names one by one
MOST_NAMED = 200


class Count(Struct, frozen=True):
    """How many citations came out so."""

    sign: str
    word: str
    count: int


class Checked(Struct, frozen=True):
    """A dossier in the report."""

    title: str
    href: str
    citations: int
    counts: tuple[Count, ...]


class CitationLine(Struct, frozen=True):
    """A citation in the report."""

    kind: str
    record: Link
    source: Link
    sign: str
    word: str
    words: str
    place: str
    language: str
    direction: str


class Warned(Struct, frozen=True):
    """A warning as the command printed it."""

    file: str
    line: int
    message: str


def report_pages(
    setting: Setting, briefs: Sequence[Brief], citations: Mapping[str, Sequence[Citation]], problems: Sequence[Placed], shelf: Shelf
) -> Iterator[Page]:
    """The report: counts and what is remarkable; then every citation, dossier by dossier."""
    path = "verification.html"
    everything = [citation for brief in briefs for citation in citations.get(brief.id, ())]
    remarkable = [citation for citation in everything if citation.verdict in REMARKABLE]
    frame = metadata.frame(setting, path, "Verification", "What was checked, and how each citation came out", section="verification")
    inputs = {
        "frame": frame,
        "total": len(everything),
        "counts": _counts(everything),
        "dossiers": tuple(_checked(brief, citations.get(brief.id, ())) for brief in briefs),
        "remarkable": tuple(_line(citation, shelf, "") for citation in remarkable[:MOST_NAMED]),
        "more": max(0, len(remarkable) - MOST_NAMED),
        "warnings": tuple(Warned(one.problem.file, one.line, one.problem.message) for one in problems),
    }
    twin = {
        "citations": len(everything),
        "verdicts": dict(Counter(one.verdict for one in everything)),
        "dossiers": [one.id for one in briefs],
    }
    yield Page(path, "verification.html", inputs, twin)
    for brief in briefs:
        yield from _detail(setting, brief, citations.get(brief.id, ()), shelf)


def _counts(citations: Sequence[Citation]) -> tuple[Count, ...]:
    often = Counter(citation.verdict for citation in citations)
    return tuple(Count(sign, word, often[verdict]) for verdict, (sign, word) in VERDICTS.items() if often[verdict])


def _checked(brief: Brief, citations: Sequence[Citation]) -> Checked:
    return Checked(brief.title, f"verification/{brief.id}.html", len(citations), _counts(citations))


def _detail(setting: Setting, brief: Brief, citations: Sequence[Citation], shelf: Shelf) -> Iterator[Page]:
    """Every citation of a dossier, in pages."""
    last = max(1, -(-len(citations) // CITATIONS_A_PAGE))
    for number in range(1, last + 1):
        path = f"verification/{brief.id}.html" if number == 1 else f"verification/{brief.id}/{number}.html"
        up = "../" * path.count("/")
        part = citations[(number - 1) * CITATIONS_A_PAGE : number * CITATIONS_A_PAGE]
        title = f"Verification: {brief.title}"
        inputs = {
            "frame": metadata.frame(
                setting, path, title, "Every citation with its verdict and its place", section="verification", indexed=False
            ),
            "dossier": Link(brief.title, f"{up}dossiers/{brief.id}.html"),
            "citations": tuple(_line(citation, shelf, up) for citation in part),
            "total": len(citations),
            "paging": Paging(
                number, last, _at(brief, number - 1, up) if number > 1 else "", _at(brief, number + 1, up) if number < last else ""
            ),
        }
        yield Page(path, "checked.html", inputs, {"dossier": brief.id, "citations": [_twin(citation) for citation in part]})


def _at(brief: Brief, number: int, up: str) -> str:
    return f"{up}verification/{brief.id}.html" if number == 1 else f"{up}verification/{brief.id}/{number}.html"


def _twin(citation: Citation) -> dict[str, object]:
    return {"kind": citation.kind, "id": citation.id, **twins.of_citation(citation)}


def _line(citation: Citation, shelf: Shelf, up: str) -> CitationLine:
    sign, word = VERDICTS[citation.verdict]
    first = citation.places[0] if citation.places else None
    record = Link(
        "the summary" if citation.kind == "story" else citation.id, links.to_record(up, citation.dossier, citation.kind, citation.id)
    )
    source = Link(shelf.names[citation.source], links.to_source(up, citation.source, first.paragraph if first else 0))
    tag = shelf.sources[citation.source].language
    place = f"¶ {first.paragraph}, characters {first.start}–{first.end}" if first else ""
    return CitationLine(citation.kind, record, source, sign, word, citation.words, place, links.language(tag), links.direction(tag))
