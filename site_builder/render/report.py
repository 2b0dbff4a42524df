"""What was checked, and how did each citation come out?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from msgspec import Struct

from site_builder.model import Brief, Citation, Edition, Related
from site_builder.problems import Noted
from site_builder.render import links, metadata, twins
from site_builder.render.families import families_shown, perhaps
from site_builder.render.lists import Paging
from site_builder.render.page import Link, Page, Setting
from site_builder.render.remarks import by_kind
from site_builder.render.shown import VERDICTS, Dated, Shelf, dated

CITATIONS_A_PAGE = 500
REMARKABLE = ("ambiguous", "elided", "reported", "altered", "missing")  # what the report names one by one
MOST_NAMED = 200
DOSSIERS_A_PAGE = 200  # rows of some 400 bytes
MOST_FAMILIES = 50  # of the whole site; each dossier's report has its own
MOST_MEMBERS = 12  # sources of one family that are named
ABOUT = "What was checked, how each citation came out, and what this does not prove"


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
    sources: int
    reports: int
    perhaps: int


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


class FamilyLine(Struct, frozen=True):
    """A family of the whole site."""

    size: int
    sources: tuple[Link, ...]
    more: int
    why: str  # where the reasons stand


class SiteFamilies(Struct, frozen=True):
    """How many reports the site's sources carry, and the largest families."""

    sources: int
    reports: int
    families: int
    shown: tuple[FamilyLine, ...]


class EditionShown(Struct, frozen=True):
    """Which content was checked."""

    sha256: str
    date: Dated | None
    checked: bool


class Examined(Struct, frozen=True):
    """What the report tells besides the citations."""

    edition: Edition
    warnings: tuple[Noted, ...] = ()
    answered: tuple[Noted, ...] = ()  # silenced, each with the editor's reason
    families: tuple[frozenset[str], ...] = ()  # of more than one source, over the whole site


def report_pages(
    setting: Setting, relations: Sequence[Related], citations: Mapping[str, Sequence[Citation]], examined: Examined, shelf: Shelf
) -> Iterator[Page]:
    """The report: what was checked, what is remarkable, and what the check does not prove; then every citation, dossier by dossier."""
    yield from _overview(setting, relations, citations, examined, shelf)
    warnings, answered = _by_dossier(examined.warnings), _by_dossier(examined.answered)
    for one in relations:
        name = one.brief.id
        yield from _detail(setting, one, citations.get(name, ()), warnings.get(name, ()), answered.get(name, ()), shelf)


def _overview(
    setting: Setting, relations: Sequence[Related], citations: Mapping[str, Sequence[Citation]], examined: Examined, shelf: Shelf
) -> Iterator[Page]:
    """The report's first page; where there are many dossiers, the others of their list after it."""
    everything = [citation for one in relations for citation in citations.get(one.brief.id, ())]
    inputs, twin = _first(relations, everything, examined, shelf), _overview_twin(everything, examined)
    last = max(1, -(-len(relations) // DOSSIERS_A_PAGE))
    for number in range(1, last + 1):
        part = relations[(number - 1) * DOSSIERS_A_PAGE : number * DOSSIERS_A_PAGE]
        path = _overview_at(number)
        of_this_page = {
            "frame": metadata.frame(setting, path, "Verification", ABOUT, section="verification", indexed=number == 1),
            "dossiers": tuple(_checked(one, citations.get(one.brief.id, ())) for one in part),
            "paging": _paging(number, last, _overview_at),
        }
        yield Page(path, "verification.html", {**inputs, **of_this_page}, {**twin, "dossiers": [one.brief.id for one in part]})


def _first(relations: Sequence[Related], everything: Sequence[Citation], examined: Examined, shelf: Shelf) -> dict[str, Any]:
    """What the report says besides the list of dossiers."""
    titles = {one.brief.id: one.brief.title for one in relations}
    remarkable = [citation for citation in everything if citation.verdict in REMARKABLE]
    return {
        "total": len(everything),
        "counts": _counts(everything),
        "edition": _edition(examined.edition),
        "remarkable": tuple(_line(citation, shelf, "") for citation in remarkable[:MOST_NAMED]),
        "more": max(0, len(remarkable) - MOST_NAMED),
        "warnings": by_kind(examined.warnings, shelf, titles, ""),
        "silenced": by_kind(examined.answered, shelf, titles, ""),
        "families": _families(examined.families, shelf),
    }


def _overview_at(number: int) -> str:
    """No id has a dot: no free page can be called so."""
    return "verification.html" if number == 1 else f"verification.{number}.html"


def _paging(number: int, last: int, at: Callable[[int], str]) -> Paging:
    return Paging(number, last, at(number - 1) if number > 1 else "", at(number + 1) if number < last else "")


def _overview_twin(citations: Sequence[Citation], examined: Examined) -> dict[str, Any]:
    """Counts; problems.json has every one."""
    return {
        "citations": len(citations),
        "verdicts": dict(Counter(one.verdict for one in citations)),
        "warnings": dict(Counter(one.placed.problem.code for one in examined.warnings)),
        "silenced": dict(Counter(one.placed.problem.code for one in examined.answered)),
        "families": len(examined.families),
        "content": twins.plain(examined.edition),
    }


def _edition(edition: Edition) -> EditionShown:
    return EditionShown(edition.sha256, dated(edition.date), edition.checked)


def _families(families: Sequence[frozenset[str]], shelf: Shelf) -> SiteFamilies:
    """The largest first. A family may reach over several dossiers."""
    order = {source: n for n, source in enumerate(shelf.sources)}
    ranked = sorted((sorted(family, key=lambda one: order[one]) for family in families), key=lambda ids: (-len(ids), order[ids[0]]))
    reports = len(shelf.sources) - sum(len(family) - 1 for family in families)
    return SiteFamilies(len(shelf.sources), reports, len(families), tuple(_family(ids, shelf) for ids in ranked[:MOST_FAMILIES]))


def _family(ids: Sequence[str], shelf: Shelf) -> FamilyLine:
    named = tuple(Link(shelf.names[one], links.to_source("", one)) for one in ids[:MOST_MEMBERS])
    return FamilyLine(len(ids), named, max(0, len(ids) - MOST_MEMBERS), f"{links.to_source('', ids[0])}#shared")


def _by_dossier(remarks: Sequence[Noted]) -> dict[str, list[Noted]]:
    of: dict[str, list[Noted]] = {}
    for one in remarks:
        of.setdefault(one.dossier, []).append(one)
    return of


def _counts(citations: Sequence[Citation]) -> tuple[Count, ...]:
    often = Counter(citation.verdict for citation in citations)
    return tuple(Count(sign, word, often[verdict]) for verdict, (sign, word) in VERDICTS.items() if often[verdict])


def _checked(one: Related, citations: Sequence[Citation]) -> Checked:
    brief = one.brief
    sources, reports = len(brief.sources), len(one.families)
    return Checked(brief.title, f"verification/{brief.id}.html", len(citations), _counts(citations), sources, reports, perhaps(one))


def _detail(
    setting: Setting,
    one: Related,
    citations: Sequence[Citation],
    warnings: Sequence[Noted],
    answered: Sequence[Noted],
    shelf: Shelf,
) -> Iterator[Page]:
    """Every citation of a dossier, in pages; on the first also its warnings and its families."""
    brief = one.brief
    last = max(1, -(-len(citations) // CITATIONS_A_PAGE))
    for number in range(1, last + 1):
        path = f"verification/{brief.id}.html" if number == 1 else f"verification/{brief.id}/{number}.html"
        up = "../" * path.count("/")
        part = citations[(number - 1) * CITATIONS_A_PAGE : number * CITATIONS_A_PAGE]
        title = f"Verification: {brief.title}"
        titles = {brief.id: brief.title}
        inputs = {
            "frame": metadata.frame(
                setting, path, title, "Every citation with its verdict and its place", section="verification", indexed=False
            ),
            "dossier": Link(brief.title, f"{up}dossiers/{brief.id}.html"),
            "citations": tuple(_line(citation, shelf, up) for citation in part),
            "total": len(citations),
            "warnings": by_kind(warnings if number == 1 else (), shelf, titles, up),
            "silenced": by_kind(answered if number == 1 else (), shelf, titles, up),
            "families": families_shown(one, shelf, up) if number == 1 else None,
            "paging": _paging(number, last, partial(_at, brief, up)),
        }
        yield Page(path, "checked.html", inputs, {"dossier": brief.id, "citations": [_twin(citation) for citation in part]})


def _at(brief: Brief, up: str, number: int) -> str:
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
