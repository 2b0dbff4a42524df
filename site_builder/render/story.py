"""What does the story show, and where do its numbered citations lead?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from site_builder.model import Citation, Dossier
from site_builder.render import links
from site_builder.render.facts import Cited
from site_builder.render.prose import Numbered, prose
from site_builder.render.shown import Evidence, Shelf, evidence
from site_builder.text.story import StoryCite, story_cites

HEADING = 3  # the story stands under the section's h2
KINDS = ("quote", "figure", "reaction", "event", "claim")


class Note(Struct, frozen=True):
    """A numbered citation of the story: the passage, and the record it is cited through."""

    number: int
    href: str
    name: str
    evidence: Evidence | None
    record: str  # "#quote-austin-need", or "" where the story cites a source


class Story(Struct, frozen=True):
    """The editor's summary with its notes; the same passage has the same number."""

    html: Markup
    notes: tuple[Note, ...]


def story(dossier: Dossier, citations: Sequence[Citation], cited: Cited, shelf: Shelf) -> Story | None:
    """The story with a numbered link for every citation; None where it has no words."""
    own = {int(citation.trail[0]): citation for citation in citations if citation.kind == "story" and citation.trail}
    kinds = _kinds(dossier)
    taken: dict[tuple[str, str], Note] = {}
    at: dict[int, Note] = {}
    for n, cite in enumerate(story_cites(dossier.story)):
        record = _record(cite, kinds, shelf)
        found = own.get(n) or next(iter(cited.get(record, ())), None) if record else own.get(n)
        note = _note(len(taken) + 1, cite, found, record, shelf)
        if note:
            at[n] = taken.setdefault((note.href, note.record or cite.words), note)

    def resolve(n: int, _: StoryCite) -> Numbered | None:
        note = at.get(n)
        return Numbered(note.number, note.href, _label(note)) if note else None

    html = prose(dossier.story, resolve, HEADING)
    return Story(html, tuple(taken.values())) if html.striptags().strip() else None


def _label(note: Note) -> str:
    paragraph = note.evidence.paragraph if note.evidence else 0
    return f"{note.name}, paragraph {paragraph}" if paragraph else note.name


def _kinds(dossier: Dossier) -> Mapping[str, tuple[str, ...]]:
    """Which kinds of record bear an id."""
    of: dict[str, list[str]] = {}
    records: tuple[tuple[str, Iterable[str]], ...] = (
        ("quote", (one.id for one in dossier.quotes)),
        ("figure", (one.id for one in dossier.figures)),
        ("reaction", (one.id for one in dossier.reactions)),
        ("event", (one.id for one in dossier.events)),
        ("claim", (one.id for one in dossier.claims)),
    )
    for kind, ids in records:
        for name in ids:
            of.setdefault(name, []).append(kind)
    return {name: tuple(kinds) for name, kinds in of.items()}


def _record(cite: StoryCite, kinds: Mapping[str, tuple[str, ...]], shelf: Shelf) -> tuple[str, str] | None:
    """The record that is cited, unless it is a source."""
    if cite.kind in KINDS:
        return (cite.kind, cite.id)
    if cite.kind == "source" or (cite.id in shelf.sources and cite.id not in kinds):
        return None
    known = kinds.get(cite.id, ()) or [kind for kind in KINDS if (kind, cite.id) in shelf.records]
    return (known[0], cite.id) if known else None


def _note(number: int, cite: StoryCite, citation: Citation | None, record: tuple[str, str] | None, shelf: Shelf) -> Note | None:
    anchor = f"#{record[0]}-{record[1]}" if record else ""
    if citation and citation.places:
        found = evidence(citation, shelf, "../")
        return Note(number, found.href, found.name, found, anchor)
    if record and record in shelf.records:
        return Note(number, links.to_record("../", shelf.records[record], *record), f"{record[0]} {cite.id}, in another dossier", None, "")
    if record:
        return Note(number, anchor, "this page", None, anchor)
    if cite.id in shelf.sources:
        return Note(number, links.to_source("../", cite.id), shelf.names[cite.id], None, "")
    return None
