"""What can be taken away from a dossier: its sources for reference managers, its citations as a table and as Web Annotations, its feed?

Dates only as far as they are known, words only as far as they may be shown.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from site_builder.model import Anchor, Article, Citation, Dossier, Outlet, Publish, Related, Site, Source
from site_builder.render import links
from site_builder.render.discovery import feed_of
from site_builder.render.excerpts import Range, paragraph_at, shown, windows, without
from site_builder.render.kinds import kind_of
from site_builder.render.page import absolute
from site_builder.render.shown import Shelf
from site_builder.text.dates import span

CONTEXT_CHARACTERS = 32  # of prefix and suffix, as the Web Annotation model suggests
MOST_CHARACTERS = 200  # where these fit several places
FORMULA = tuple("=+-@＝＋－＠")  # what a spreadsheet would calculate, also after a space
FRAGMENTS = "http://tools.ietf.org/rfc/rfc3986"
ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "{": r"\textbraceleft{}",  # BibTeX counts braces, be they escaped or not
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
NAMED_AS = {"report": "institution", "online": "organization"}  # what BibLaTeX calls an outlet
WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f])+")  # with accents that are letters of their own; "_" is escaped, so it is none of a word
CAPITAL = re.compile("[A-Z]")


def exports(
    site: Site, dossier: Dossier, citations: Sequence[Citation], related: Related, outlets: Mapping[str, Outlet], shelf: Shelf
) -> Iterator[tuple[str, bytes]]:
    """Each export with its path."""
    stem = f"dossiers/{dossier.id}"
    sources = [shelf.sources[source] for source in related.brief.sources]
    yield f"{stem}.csl.json", _json([csl(source, outlets, shelf) for source in sources])
    yield f"{stem}.bib", "\n".join(bibtex(source, outlets, shelf) for source in sources).encode()
    yield f"{stem}.ris", "".join(ris(source, outlets, shelf) for source in sources).encode()
    yield f"{stem}.csv", table(citations, shelf).encode()
    yield f"{stem}.jsonld", _json(web_annotations(site, dossier, citations, shelf))
    yield from feed_of(site, related.brief)


def _json(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value, enc_hook=str, order="sorted"), indent=1) + b"\n"


def _parts(source: Source) -> list[int]:
    """Year, month, day of publication as far as they are known; empty where they are not."""
    if not source.published:
        return []
    covers = span(source.published)
    if not covers.first or covers.precision not in ("day", "month", "year"):
        return []
    return [covers.first.year, covers.first.month, covers.first.day][: {"year": 1, "month": 2, "day": 3}[covers.precision]]


def _doubt(source: Source) -> str:
    """The sign with which EDTF says that the date of publication is uncertain, approximate, or both; "" where it is neither."""
    covers = span(source.published) if source.published else None
    return {(True, False): "?", (False, True): "~", (True, True): "%"}.get((covers.uncertain, covers.approximate), "") if covers else ""


def csl(source: Source, outlets: Mapping[str, Outlet], shelf: Shelf) -> dict[str, Any]:
    """The source as CSL-JSON."""
    outlet = outlets.get(source.outlet or "")
    parts = _parts(source)
    item: dict[str, Any] = {
        "id": source.id,
        "type": kind_of(outlet).csl,
        "title": source.title,
        "container-title": outlet.name if outlet else "",
        "author": [{"literal": author} for author in source.authors],
        "issued": {"date-parts": [parts], **({"circa": True} if _doubt(source) else {})} if parts else None,
        "URL": links.web(source.url),
        "archive_location": links.web(source.archive.url) if source.archive else "",
        "language": links.language(source.language),
        "note": f"SHA-256 {shelf.articles[source.id].sha256}",
    }
    return {key: value for key, value in item.items() if value}


def _kept(word: re.Match[str]) -> str:
    """The word, in braces if its capitals must stay."""
    return f"{{{word[0]}}}" if CAPITAL.search(word[0]) else word[0]


def bibtex(source: Source, outlets: Mapping[str, Outlet], shelf: Shelf) -> str:
    """The source as BibLaTeX."""
    outlet = outlets.get(source.outlet or "")
    parts = _parts(source)
    fields = {
        "title": WORD.sub(_kept, source.title.translate(BIBTEX)) if source.title else "",
        "author": " and ".join(f"{{{author.translate(BIBTEX)}}}" for author in source.authors),
        NAMED_AS.get(kind_of(outlet).bibtex, "journaltitle"): outlet.name.translate(BIBTEX) if outlet else "",
        "date": "-".join(f"{part:02d}" for part in parts) + _doubt(source) if parts else "",
        "url": links.web(source.url),
        "langid": links.language(source.language),
        "entrysubtype": kind_of(outlet).subtype,
        "note": f"SHA-256 {shelf.articles[source.id].sha256}",
    }
    lines = "".join(f"  {key} = {{{' '.join(value.split())}}},\n" for key, value in fields.items() if value)
    return f"@{kind_of(outlet).bibtex}{{{source.id},\n{lines}}}\n"


def ris(source: Source, outlets: Mapping[str, Outlet], shelf: Shelf) -> str:
    """The source as RIS, which has no sign for a date that is uncertain."""
    outlet = outlets.get(source.outlet or "")
    parts = [] if _doubt(source) else _parts(source)
    fields = [
        ("TY", kind_of(outlet).ris),
        ("ID", source.id),
        ("TI", source.title),
        ("T2", outlet.name if outlet else ""),
        *(("AU", author) for author in source.authors),
        ("PY", str(parts[0]) if parts else ""),
        ("DA", "/".join(f"{part:02d}" for part in parts)),
        ("UR", links.web(source.url)),
        ("LA", links.language(source.language)),
        ("N1", f"SHA-256 {shelf.articles[source.id].sha256}"),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in fields if value) + "ER  - \r\n\r\n"


def table(citations: Sequence[Citation], shelf: Shelf) -> str:
    """All citations, one place a line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["dossier", "kind", "id", "source", "source name", "verdict", "paragraph", "start", "end", "words", "original"])
    of = {source: (_cell(shelf.names[source]), _cell(links.web(shelf.sources[source].url))) for source in {one.source for one in citations}}
    for citation in citations:
        name, url = of[citation.source]
        record = (_cell(citation.dossier), citation.kind, _cell(citation.id), _cell(citation.source), name, citation.verdict)
        words = _cell(citation.words)
        for place in citation.places:
            writer.writerow((*record, place.paragraph, place.start, place.end, words, url))
        if not citation.places:
            writer.writerow((*record, "", "", "", words, url))
    return out.getvalue()


def _cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip().startswith(FORMULA) else text


def web_annotations(site: Site, dossier: Dossier, citations: Sequence[Citation], shelf: Shelf) -> dict[str, Any]:
    """Every cited passage as a Web Annotation on its original. Addresses are absolute, or as seen from the file where the site has none."""
    root = absolute(site, "") or "../"
    file = f"{root}dossiers/{dossier.id}.jsonld"
    of = {source: links.web(shelf.sources[source].url) for source in {one.source for one in citations}}
    made = [_annotation(root, file, of[one.source], one, shelf) for one in citations if one.places]
    items = list({one["id"]: one for one in made}.values())  # a story may cite a passage twice
    return {
        "@context": ANNOTATION_CONTEXT,
        "id": file,
        "type": "AnnotationCollection",
        "label": dossier.cover.title,
        "total": len(items),
        "first": {"id": f"{file}#first", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _annotation(root: str, file: str, original: str, citation: Citation, shelf: Shelf) -> dict[str, Any]:
    """A citation. Its id says what it is made of, so that it stays while others come and go: the record, the source, the offsets.

    `original`: the source's address at its publisher's; "" if it has none but its page here.
    """
    about = links.to_record(root, citation.dossier, citation.kind, citation.id)
    article, publish = shelf.articles[citation.source], shelf.publish[citation.source]
    cited = [(place, part) for place in citation.places for part in _own(article, place)]
    where = original or links.to_source(root, citation.source)
    offsets = (f"{start}-{end}" for _, (start, end) in cited)
    return {
        "type": "Annotation",
        "id": ".".join([f"{file}#{about.rpartition('#')[2]}", citation.source, *offsets]),
        "motivation": "linking",
        "body": about,
        "target": [{"source": where, "selector": _selector(article, publish, at, in_paragraph=not original)} for at in cited],
    }


def _own(article: Article, place: Anchor) -> Iterable[Range]:
    """The parts of a place, without what stands between them that is not the article's."""
    if not article.skipped:
        return place.parts
    pieces = [(*piece, article.text[slice(*piece)]) for part in place.parts for piece in without(part, article.skipped)]
    return [(end - len(words.lstrip()), start + len(words.rstrip())) for start, end, words in pieces if words.strip()]


def _selector(article: Article, publish: Publish, at: tuple[Anchor, Range], *, in_paragraph: bool) -> dict[str, Any] | list[dict[str, Any]]:
    """The words, with their offsets in the text as stored; on our own page, which shows more than the text, their paragraph."""
    words, (start, end) = _words(article, publish, *at), at[1]
    if not in_paragraph:
        return [words, {"type": "TextPositionSelector", "start": start, "end": end}]
    paragraph = paragraph_at(article, start).number
    return {"type": "FragmentSelector", "conformsTo": FRAGMENTS, "value": f"p{paragraph}", "refinedBy": words}


def _words(article: Article, publish: Publish, place: Anchor, part: Range) -> dict[str, Any]:
    """The words with as much before and after them as may be shown."""
    text = article.text
    quote = {"type": "TextQuoteSelector", "exact": _even(text[part[0] : part[1]])}
    (start, end), most = _open(article, place, part, publish), CONTEXT_CHARACTERS
    if text.count(text[max(start, part[0] - most) : min(end, part[1] + most)]) > 1:
        most = MOST_CHARACTERS
    prefix = _even(text[max(start, part[0] - most) : part[0]])
    suffix = _even(text[part[1] : min(end, part[1] + most)])
    return quote | {key: value for key, value in (("prefix", prefix), ("suffix", suffix)) if value}


def _even(text: str) -> str:
    """The text with its white space as a page sets it. What can be printed and has single blanks alone needs no search: nearly all."""
    return text if text.isprintable() and "  " not in text else shown(text)


def _open(article: Article, place: Anchor, part: Range, publish: Publish) -> Range:
    """The window of shown text in which the words stand: where all is shown, that of their paragraphs."""
    open_ = windows(article, place, publish) if publish == "cited" else ()
    if publish == "full":
        whole = paragraph_at(article, part[0]).start, paragraph_at(article, max(part[0], part[1] - 1)).end
        open_ = tuple(without(whole, article.skipped))
    return next((one for one in open_ if one[0] <= part[0] and part[1] <= one[1]), part)
