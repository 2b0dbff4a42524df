"""What does the machine's twin of a page say? The same records, and of a source's text no more than the page shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from site_builder.model import (
    Actor,
    Brief,
    Citation,
    Coverage,
    Cue,
    Difference,
    Dossier,
    Finding,
    Kinship,
    Missing,
    Outlet,
    Piece,
    Related,
    Rest,
    Source,
    Told,
    Variants,
    Voice,
    Wording,
)
from site_builder.render.excerpts import dates_shown
from site_builder.render.page import Page
from site_builder.render.shown import Shelf, dating, told_words
from site_builder.text.kinship import why
from site_builder.text.sic import standing_so
from site_builder.text.story import uncommented

Json = dict[str, Any]

CONTEXT = ("before", "after")
LEFT_OUT: tuple[object, ...] = ("", None, [], ())
MOST_KINSHIPS = 200  # of one source: in a family of hundreds all pairs on all pages would grow with the square
SAID = ("", "affirms", "denies", "differs")  # what a count of carriers may be of


def written(page: Page) -> bytes:
    """The twin as bytes: keys in order, one line."""
    return msgspec.json.encode(page.twin, enc_hook=str, order="sorted") + b"\n"


def plain(record: Struct) -> Json:
    """A record as JSON, without what was left out."""
    built = msgspec.to_builtins(record, enc_hook=str)
    return {key: value for key, value in built.items() if value or value not in LEFT_OUT}


def of_citation(citation: Citation) -> Json:
    """A citation: the words, how they came out, and every place where they stand."""
    places = [{"start": one.start, "end": one.end, "paragraph": one.paragraph} for one in citation.places]
    return {"source": citation.source, "words": citation.words, "verdict": citation.verdict, "places": places}


def of_passage(citation: Citation, shelf: Shelf) -> Json:
    """A citation with the words for dates in its passage, as far as its source's rights let it be shown, and the dates they come to."""
    source = shelf.sources[citation.source]
    if not (source.published and source.language and citation.places):  # nothing can be reckoned
        return of_citation(citation)
    found = dates_shown(shelf.articles[source.id], citation.places[0], shelf.publish[source.id], dating(source))
    relative = [{"start": one.start, "end": one.end, "words": one.words, "date": str(one.date)} for one in found]
    return {**of_citation(citation), **({"relative": relative} if relative else {})}


def of_dossier(dossier: Dossier, citations: Sequence[Citation], related: Related, shelf: Shelf) -> Json:
    """A dossier with its records, each with its citations."""
    cited: dict[tuple[str, str], list[Json]] = {}
    for citation in citations:
        cited.setdefault((citation.kind, citation.id), []).append(of_passage(citation, shelf))

    told: dict[str, list[Json]] = {}
    for one in related.told:
        if one.kind == "event" and one.date and one.part in ("cited", "resolved"):
            told.setdefault(one.id, []).append(_of_told(one))

    def records(kind: str, made: Iterable[Any]) -> list[Json]:
        return [_without_context(plain(one)) | {"citations": cited.get((kind, one.id), []), **carried(kind, one.id)} for one in made]

    def carried(kind: str, record: str) -> Json:
        """By how many it is carried; a claim: by how many affirmed, denied, told differently."""
        found = {says: msgspec.to_builtins(by) for says in SAID if (by := related.carried.get((kind, record, says)))}
        return {"carried": found.get("", found)} if found else {}

    wordings = {one.quote: of_variants(one) for one in related.variants}
    summary = uncommented(dossier.story)
    return {
        "id": dossier.id,
        **_cover(dossier),
        "sources": [of_source(shelf.sources[source], shelf) for source in related.brief.sources],
        "families": [sorted(family) for family in related.families],
        "perhaps": [sorted(family) for family in related.perhaps or related.families],
        "kinships": [of_kinship(one) for one in related.kinships],
        "findings": {
            "established": [_finding(one) for one in related.findings.established],
            "disputed": [_finding(one) for one in related.findings.disputed],
            "single": [_finding(one) for one in related.findings.single],
        },
        "differences": [_difference(one, citations, shelf) for one in related.differences],
        "coverage": _coverage(related.coverage),
        "missing": _missing(related.missing),
        "timeline": [plain(moment) for moment in related.timeline],
        "quotes": [quote | wordings.get(quote["id"], {}) for quote in records("quote", dossier.quotes)],
        "figures": records("figure", dossier.figures),
        "reactions": records("reaction", dossier.reactions),
        "events": [{**made, "dates": told.get(made["id"], [])} for made in records("event", dossier.events)],
        "claims": records("claim", dossier.claims),
        "story": {"markdown": summary, "citations": [of_passage(one, shelf) for one in citations if one.kind == "story"]}
        if summary.strip()
        else {},
    }


def _cover(dossier: Dossier) -> Json:
    """What stands above the dossier. The editor's silences are no part of the page, and may name words of a source."""
    known = plain(dossier.cover)
    known.pop("silence", None)
    return known


def of_variants(variants: Variants) -> Json:
    """A quote as the sources print it: its own wording, the others against it, and where what others cut away stands."""
    cuts = [msgspec.to_builtins(cut) for cut in variants.cuts]
    return {"wordings": [_wording(one) for one in (variants.base, *variants.others)], **({"cuts": cuts} if cuts else {})}


def _wording(wording: Wording) -> Json:
    sources = list(dict.fromkeys(citation.source for citation in wording.citations))
    pieces = [_piece(piece) for piece in wording.pieces]
    return {"words": wording.words, "sources": sources, **({"pieces": pieces} if pieces else {})}


def _piece(piece: Piece) -> Json:
    said = plain(piece)
    return said if piece.op != "same" else {"op": piece.op, "words": piece.words}


def _of_told(one: Told) -> Json:
    """The date that a source gives for an event, in words that the event cites or resolves."""
    place = {"start": one.anchor.start, "end": one.anchor.end, "paragraph": one.anchor.paragraph}
    return {"source": one.source, "words": one.words, "date": str(one.date), "relative": one.relative, "place": place}


def _without_context(made: Json) -> Json:
    """The record without the words that only told two places apart: they are the source's, and nothing rests on them."""
    for word in CONTEXT:
        made.pop(word, None)
    for value in made.values():
        for inner in value if isinstance(value, list | tuple) else (value,):
            if isinstance(inner, dict):
                _without_context(inner)
    return made


def _finding(finding: Finding) -> Json:
    return {
        "kind": finding.kind,
        "id": finding.id,
        "originators": finding.carried.reports,
        "sources": list(finding.sources),
        "carried": msgspec.to_builtins(finding.carried),
    }


def _difference(difference: Difference, citations: Sequence[Citation], shelf: Shelf) -> Json:
    """What was found to differ; of dates, what each source gives. What it gives for a figure stands with the figure."""
    own = [one for one in citations if (one.kind, one.id) == (difference.kind, difference.id)]
    dates = [
        {
            "source": one.source,
            "date": str(one.date),
            "words": told_words(one, own, shelf),
            "paragraph": one.anchor.paragraph,
        }
        for one in difference.told
    ]
    return {"kind": difference.kind, "id": difference.id, "sources": list(difference.sources), **({"dates": dates} if dates else {})}


def _coverage(coverage: Coverage) -> Json:
    """Who carries what, and what one report alone carries."""
    facts = [{"kind": fact.kind, "id": fact.id, "sources": [plain(spot) for spot in fact.spots]} for fact in coverage.facts]
    alone = [{"sources": list(one.sources), "facts": [{"kind": fact.kind, "id": fact.id} for fact in one.facts]} for one in coverage.alone]
    return {"facts": facts, "alone": alone}


def _missing(missing: Missing) -> Json:
    """Who is named and never quoted, with the paragraph of each time, and the kinds of actor of which nobody is quoted."""
    actors = [
        {
            "actor": one.actor,
            "speaks": one.speaks or "never",
            "through": list(one.through),
            "named": [{"source": source, "paragraphs": list(paragraphs)} for source, paragraphs in one.places],
        }
        for one in missing.actors
    ]
    return {"actors": actors, "kinds": [{"kind": kind, "actors": list(ids)} for kind, ids in missing.kinds]}


def of_source(source: Source, shelf: Shelf) -> Json:
    """What is known of a source; its deck and its slips are text and only shown where all of it is."""
    known = plain(source)
    for private in ("file", "skip", *(() if shelf.publish[source.id] == "full" else ("deck", "sic"))):
        known.pop(private, None)
    return {**known, "name": shelf.names[source.id], "publish": shelf.publish[source.id], "sha256": shelf.articles[source.id].sha256}


def in_list(source: Source, shelf: Shelf) -> Json:
    """What a list of sources tells of one: its own page tells the rest."""
    known = of_source(source, shelf)
    known.pop("sha256")
    return known


def of_rest(rest: Rest) -> Json:
    """What rests on a source."""
    places = [{"start": one.start, "end": one.end, "paragraph": one.paragraph} for one in rest.anchors]
    return {"dossier": rest.dossier, "kind": rest.kind, "id": rest.id, "label": rest.label, "verdict": rest.verdict, "places": places}


def of_source_page(source: Source, shelf: Shelf, rests: Sequence[Rest], family: Iterable[str] = (), kin: Sequence[Kinship] = ()) -> Json:
    """A source with what rests on it and what it shares; its text only where all of it may be shown."""
    twin = {
        **of_source(source, shelf),
        "rests": [of_rest(rest) for rest in rests],
        "family": sorted(set(family) - {source.id}),
        "kinships": [of_kinship(one) for one in kin[:MOST_KINSHIPS]],
    }
    if len(kin) > MOST_KINSHIPS:
        twin["more_kinships"] = len(kin) - MOST_KINSHIPS
    text = shelf.articles[source.id].text
    if shelf.publish[source.id] == "full":
        twin["text"] = text
        return twin
    cited = "\0".join(text[start:end] for rest in rests for anchor in rest.anchors for start, end in anchor.parts)
    slips = [plain(sic) for sic in source.sic if standing_so([sic.words]).search(cited)]
    return {**twin, "sic": slips} if slips else twin


def of_kinship(kinship: Kinship) -> Json:
    """How two sources are related, and why. Of their texts only offsets: the words may not be anyone's to show."""
    return {
        "one": kinship.one,
        "other": kinship.other,
        "kin": kinship.kin,
        "measured": kinship.measured,
        "editor": kinship.editor,
        "words": kinship.words,
        "unit": kinship.unit,
        "share": list(kinship.share),
        "runs": [{"words": run.words, "one": list(run.one), "other": list(run.other)} for run in kinship.runs],
        "cues": [_cue(cue) for cue in kinship.cues],
        "agencies": [list(named) for named in kinship.agencies],
        "why": why(kinship),
    }


def _cue(cue: Cue) -> Json:
    place = {"start": cue.start, "end": cue.end} if cue.end > cue.start else {"words": cue.words}
    return {"source": cue.source, "agency": cue.agency, **place}


def of_actor(actor: Actor, voices: Sequence[Voice]) -> Json:
    """An actor with what they said and how they responded."""
    said = [
        {**plain(replace(voice, rests=())), "rests": [{**of_rest(rest), "source": rest.source} for rest in voice.rests]} for voice in voices
    ]
    return {**plain(actor), "voices": said}


def of_outlet(outlet: Outlet, sources: Sequence[str]) -> Json:
    """An outlet with the ids of its sources."""
    return {**plain(outlet), "sources": list(sources)}


def of_briefs(briefs: Iterable[Brief]) -> list[Json]:
    """The dossiers as a list."""
    return [
        {
            "id": one.id,
            "title": one.title,
            **({"standfirst": one.standfirst} if one.standfirst else {}),
            **({"updated": str(one.updated)} if one.updated else {}),
            "tags": list(one.tags),
            "sources": len(one.sources),
            "originators": one.originators,
            "quotes": one.quotes,
            "citations": one.citations,
        }
        for one in briefs
    ]
