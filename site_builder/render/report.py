"""What was checked, and how did each citation come out?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice

from msgspec import Struct
from msgspec.structs import astuple

from site_builder.model import Account, Brief, Citation, Edition, Related, Verdict
from site_builder.problems import Noted
from site_builder.render import links, metadata, twins
from site_builder.render.families import families_shown
from site_builder.render.lists import Paging
from site_builder.render.page import Link, Page, Setting, Sheet
from site_builder.render.remarks import Remarks, by_kind, together
from site_builder.render.shown import PARAGRAPH, VERDICTS, Dated, Shelf, dated

CITATIONS_A_PAGE = 500
REMARKABLE = ("ambiguous", "elided", "reported", "altered", "missing")  # what the report names one by one
MOST_NAMED = 200
DOSSIERS_A_PAGE = 200  # rows of some 400 bytes
MOST_FAMILIES = 50  # of the whole site; each dossier's report has its own
MOST_MEMBERS = 12  # sources of one family that are named
SUMS = "SHA256SUMS"  # the list of all files that were read, each with its SHA-256
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

    date: Dated | None
    checked: bool


class Reported(Struct, frozen=True):
    """What the site's report tells of one dossier, or of what stands in none."""

    remarkable: tuple[CitationLine, ...] = ()
    warnings: tuple[Remarks, ...] = ()
    silenced: tuple[Remarks, ...] = ()
    errors: tuple[Remarks, ...] = ()  # in a preview: nothing is published with one


def reported(
    citations: Iterable[Citation], problems: Iterable[Noted], answered: Iterable[Noted], shelf: Shelf, titles: Mapping[str, str]
) -> Reported:
    """What the site's report tells of a dossier besides its numbers."""
    remarkable = [citation for citation in citations if citation.verdict in REMARKABLE]
    lines = tuple(_line(citation, shelf, "") for citation in remarkable[:MOST_NAMED])
    warnings, wrong = _by_severity(problems)
    return Reported(lines, *(by_kind(one, shelf, titles, "") for one in (warnings, answered, wrong)))


def _by_severity(problems: Iterable[Noted]) -> tuple[list[Noted], list[Noted]]:
    """The warnings, and the errors."""
    of: dict[str, list[Noted]] = {"warning": [], "error": []}
    for one in problems:
        of[one.placed.problem.severity].append(one)
    return of["warning"], of["error"]


def merged(told: Iterable[Reported]) -> Reported:
    """What the site's report tells of some parts of the site together."""
    parts = list(told)
    remarkable = chain.from_iterable(one.remarkable for one in parts)
    warnings, silenced = together(one.warnings for one in parts), together(one.silenced for one in parts)
    return Reported(tuple(islice(remarkable, MOST_NAMED)), warnings, silenced, together(one.errors for one in parts))


def overview_sheets(
    setting: Setting,
    ordered: Sequence[str],
    account: Callable[[str], Account],
    verdicts: Mapping[Verdict, int],
    told: Sequence[Reported],
    edition: Edition,
    families: SiteFamilies,
) -> Iterator[Sheet]:
    """The report: what was checked, what is remarkable, and what the check does not prove; and the dossiers in the order given, in pages.

    Only the first page tells of the site as a whole, so that the others change with their own dossiers alone.
    `verdicts`: how often each came out, over all dossiers.
    """
    remarkable, warnings, silenced, wrong = astuple(merged(told))
    total = sum(verdicts.values())
    inputs = {
        "total": total,
        "counts": _counts(verdicts),
        "edition": EditionShown(dated(edition.date), edition.checked),
        "remarkable": remarkable,
        "more": max(0, sum(often for verdict, often in verdicts.items() if verdict in REMARKABLE) - len(remarkable)),
        "errors": wrong,
        "warnings": warnings,
        "silenced": silenced,
        "families": families,
    }
    twin = {
        "citations": total,
        "verdicts": {verdict: verdicts[verdict] for verdict in VERDICTS if verdicts.get(verdict)},
        "warnings": {one.code: one.count for one in warnings},
        "silenced": {one.code: one.count for one in silenced},
        "families": families.families,
        "content": {"date": edition.date and str(edition.date), "checked": edition.checked, "files": SUMS},
    }
    last = max(1, -(-len(ordered) // DOSSIERS_A_PAGE))

    def arrange(number: int, names: Sequence[str]) -> Page:
        path = _overview_at(number)
        of_this_page = {
            "frame": metadata.frame(setting, path, "Verification", ABOUT, section="verification", indexed=number == 1),
            "dossiers": tuple(_checked(account(name)) for name in names),
            "paging": _paging(number, last, _overview_at),
        }
        of_site, of_twin = (inputs, twin) if number == 1 else (CONTINUED, {})
        return Page(path, "verification.html", {**of_site, **of_this_page}, {**of_twin, "dossiers": names})

    for number in range(1, last + 1):
        names = ordered[(number - 1) * DOSSIERS_A_PAGE : number * DOSSIERS_A_PAGE]
        yield Sheet(_overview_at(number), names, (last, inputs if number == 1 else ()), partial(arrange, number, names))


def _overview_at(number: int) -> str:
    """No id has a dot: no free page can be called so."""
    return "verification.html" if number == 1 else f"verification.{number}.html"


def _paging(number: int, last: int, at: Callable[[int], str]) -> Paging:
    return Paging(number, last, at(number - 1) if number > 1 else "", at(number + 1) if number < last else "")


CONTINUED: dict[str, object] = {
    "total": 0, "counts": (), "edition": EditionShown(None, checked=False), "remarkable": (), "more": 0, "errors": (), "warnings": (),
    "silenced": (),
    "families": SiteFamilies(0, 0, 0, ()),
}  # fmt: skip


def site_families(sources: int, families: Iterable[Sequence[str]], names: Mapping[str, str]) -> SiteFamilies:
    """The families of more than one source, the largest first. A family may reach over several dossiers.

    `sources`: how many there are; each family in the order of the site; `names`: what at least the first members are called.
    """
    ranked = list(families)
    reports = sources - sum(len(family) - 1 for family in ranked)
    return SiteFamilies(sources, reports, len(ranked), tuple(_family(ids, names) for ids in largest(ranked)))


def largest(families: Iterable[Sequence[str]]) -> list[Sequence[str]]:
    """Those that the report names; those of one size in the order given."""
    return sorted(families, key=len, reverse=True)[:MOST_FAMILIES]


def _family(ids: Sequence[str], names: Mapping[str, str]) -> FamilyLine:
    named = tuple(Link(names[one], links.to_source("", one)) for one in ids[:MOST_MEMBERS])
    return FamilyLine(len(ids), named, max(0, len(ids) - MOST_MEMBERS), f"{links.to_source('', ids[0])}#shared")


def _counts(often: Mapping[Verdict, int]) -> tuple[Count, ...]:
    return tuple(Count(sign, word, often[verdict]) for verdict, (sign, word) in VERDICTS.items() if often.get(verdict))


def _checked(one: Account) -> Checked:
    brief, counts = one.brief, _counts(one.verdicts)
    href = f"verification/{brief.id}.html"
    return Checked(brief.title, href, sum(one.verdicts.values()), counts, len(brief.sources), one.reports, one.perhaps)


def detail_pages(
    setting: Setting,
    one: Related,
    citations: Sequence[Citation],
    problems: Sequence[Noted],
    answered: Sequence[Noted],
    shelf: Shelf,
) -> Iterator[tuple[str, Callable[[], Page]]]:
    """Every citation of a dossier, in pages, each with its path; on the first also its problems and its families."""
    last = max(1, -(-len(citations) // CITATIONS_A_PAGE))

    def make(number: int) -> Page:
        part = citations[(number - 1) * CITATIONS_A_PAGE : number * CITATIONS_A_PAGE]
        return _detail(setting, one, part, (number, last, len(citations)), problems, answered, shelf)

    for number in range(1, last + 1):
        yield _at(one.brief, "", number), partial(make, number)


def _detail(
    setting: Setting,
    one: Related,
    part: Sequence[Citation],
    counted: tuple[int, int, int],
    problems: Sequence[Noted],
    answered: Sequence[Noted],
    shelf: Shelf,
) -> Page:
    """A page of a dossier's report. `counted`: its number, that of the last one, and all citations."""
    brief, (number, last, total) = one.brief, counted
    path = _at(brief, "", number)
    up = "../" * path.count("/")
    title, titles = f"Verification: {brief.title}", {brief.id: brief.title}
    warnings, wrong = _by_severity(problems if number == 1 else ())
    inputs = {
        "frame": metadata.frame(
            setting, path, title, "Every citation with its verdict and its place", section="verification", indexed=False
        ),
        "dossier": Link(brief.title, f"{up}dossiers/{brief.id}.html"),
        "citations": tuple(_line(citation, shelf, up) for citation in part),
        "total": total,
        "errors": by_kind(wrong, shelf, titles, up),
        "warnings": by_kind(warnings, shelf, titles, up),
        "silenced": by_kind(answered if number == 1 else (), shelf, titles, up),
        "families": families_shown(one, shelf, up) if number == 1 else None,
        "paging": _paging(number, last, partial(_at, brief, up)),
    }
    return Page(path, "checked.html", inputs, {"dossier": brief.id, "citations": [_twin(citation) for citation in part]})


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
    place = f"{PARAGRAPH}{first.paragraph}, characters {first.start}–{first.end}" if first else ""
    return CitationLine(citation.kind, record, source, sign, word, citation.words, place, links.language(tag), links.direction(tag))
