"""What does a page show of a citation, and how is a source named?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup
from msgspec import Struct

from site_builder.model import Article, Citation, Outlet, Publish, Source, Told, Verdict
from site_builder.render import links
from site_builder.render.excerpts import Dating, Spellings, fitting, seen, without
from site_builder.render.page import Link
from site_builder.text.clusters import parts
from site_builder.text.dates import in_words
from site_builder.text.scripts import CJK, UNSPACED, has_unspaced, later
from site_builder.text.words import tokens, units_a_word

VERDICTS: Mapping[Verdict, tuple[str, str]] = {  # the sign and the word
    "exact": ("ok", "exact"),
    "typography": ("ok", "exact but for typography"),
    "trimmed": ("ok", "exact but for its edges"),
    "elided": ("gap", "exact, with gaps"),
    "ambiguous": ("several", "stands more than once"),
    "reported": ("bad", "only reported"),
    "altered": ("bad", "altered"),
    "missing": ("bad", "missing"),
}
PARAGRAPH = "¶\N{NO-BREAK SPACE}"  # its number follows
LOOSE = " ,;:—–-、，；："  # what no text ends with
CUT_WORD = later(rf"[^\s{CJK}{UNSPACED}]+\Z")
PLAIN = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")  # dates for which HTML has a form: 2024-21 is a season
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LONGEST_NAME = 48  # characters of a title that stands for an outlet nobody named


class Shelf(Struct, frozen=True):
    """The sources that a page speaks of, with their names, rights and texts."""

    sources: Mapping[str, Source]
    names: Mapping[str, str]
    publish: Mapping[str, Publish]
    articles: Mapping[str, Article]
    sic: Spellings  # on all sources
    slips: Mapping[str, Spellings] = {}  # on those that have more
    behind: dict[tuple[Citation, str], Evidence] = {}  # a page's passages: its story shows again what its records rest on
    records: Mapping[tuple[str, str], str] = {}  # of other dossiers, by kind and id, as far as the story cites them: where they stand
    lengths: dict[str, tuple[str, int]] = {}  # what has been counted: a source stands in its dossier's list and on its own page

    spelt: dict[str, Spellings] = {}  # of those that have been looked through: what of all this can stand in them

    def sic_in(self, source: str) -> Spellings:
        """What is marked [sic] in a source."""
        if source not in self.spelt:
            self.spelt[source] = fitting(self.slips.get(source, self.sic), self.articles[source].text)
        return self.spelt[source]

    def measured(self, source: str) -> tuple[str, int]:
        """How long a source is ("812 words"), and how much of its text stands between quotation marks, in per cent."""
        if source not in self.lengths:
            self.lengths[source] = _measured(self.articles[source])
        return self.lengths[source]


def _measured(article: Article) -> tuple[str, int]:
    whole = ((paragraph.start, paragraph.end) for paragraph in article.paragraphs if paragraph.kind != "skipped")
    own = [piece for one in whole for piece in without(one, article.skipped)]
    length = sum([end - start for start, end in own])
    quoted = length + _length_of_union(article.quoted) - _length_of_union([*own, *article.quoted])  # of what is the article's own
    return _counted(article.text, own), round(100 * quoted / length) if length else 0


def _counted(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """So many words; characters where a script sets no blanks between words."""
    unit = units_a_word(text)
    many = sum([len(text[start:end].split() if unit == 1 else tokens(text[start:end], unit)) for start, end in ranges])
    return f"{many} {'word' if unit == 1 else 'character'}{'s' if many != 1 else ''}"


def _length_of_union(ranges: Sequence[tuple[int, int]]) -> int:
    total = reached = 0
    for start, end in sorted(ranges):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


class Dated(Struct, frozen=True):
    """A date as written and as read; `iso` is empty where HTML has no form for it."""

    words: str
    iso: str


class Evidence(Struct, frozen=True):
    """The passage behind a citation, and where to click."""

    source: str
    name: str
    titled: bool  # the name is the article's title
    href: str
    paragraph: int
    verdict: str
    sign: str
    word: str
    passage: Markup
    context: bool  # the passage shows more than the cited words
    others: tuple[Link, ...]  # further places, where the words stand more than once
    original: str
    language: str
    direction: str


def evidence(citation: Citation, shelf: Shelf, root: str) -> Evidence:
    """What a page shows of the citation."""
    if (citation, root) not in shelf.behind:
        shelf.behind[citation, root] = _evidence(citation, shelf, root)
    return shelf.behind[citation, root]


def _other(source: str, paragraph: int, root: str) -> Link:
    """One more place of a passage, behind the first."""
    return Link(f"{PARAGRAPH}{paragraph}", links.to_source(root, source, paragraph))


def _evidence(citation: Citation, shelf: Shelf, root: str) -> Evidence:
    source, article = shelf.sources[citation.source], shelf.articles[citation.source]
    sign, word = VERDICTS[citation.verdict]
    first = citation.places[0] if citation.places else None
    number = first.paragraph if first else 0
    passage, context = Markup(""), False
    if first:
        passage, context = seen(article, first, shelf.publish[source.id], shelf.sic_in(source.id), dating(source))
    return Evidence(
        source=source.id,
        name=shelf.names[source.id],
        titled=bool(source.title and not source.outlet),
        href=links.to_source(root, source.id, number),
        paragraph=number,
        verdict=citation.verdict,
        sign=sign,
        word=word,
        passage=passage,
        context=context,
        others=tuple([_other(source.id, place.paragraph, root) for place in citation.places[1:]]),
        original=links.original(source, article, first, shelf.publish[source.id]) if first else links.web(source.url),
        language=links.language(source.language),
        direction=links.direction(source.language),
    )


def dating(source: Source) -> Dating:
    """What the words for dates in a source are reckoned from."""
    return Dating(source.language, source.published)


def told_words(told: Told, citations: Iterable[Citation], shelf: Shelf) -> str:
    """A source's own words for a date, where they may be shown: those of a source shown in full, and those within cited words."""
    at = told.anchor
    within = (part for one in citations if one.source == told.source for place in one.places for part in place.parts)
    cited = any(start <= at.start and at.end <= end for start, end in within)
    return told.words if cited or shelf.publish[told.source] == "full" else ""


def names(sources: Sequence[Source], outlets: Mapping[str, Outlet]) -> dict[str, str]:
    """What each source is called: its outlet, else its title, else its id; where two would be called the same, with title, date or id."""
    plain = {source.id: _name(source, outlets) for source in sources}
    often = Counter(plain.values())
    fuller = {source.id: _fuller(source, plain[source.id]) if often[plain[source.id]] > 1 else plain[source.id] for source in sources}
    still = Counter(fuller.values())
    return {source: f"{name} ({source})" if still[name] > 1 else name for source, name in fuller.items()}


def in_full(source: Source, shelf: Shelf) -> str:
    """What a source is called where there is room: one without outlet and headline is said to be so, with the short name others use."""
    name = shelf.names[source.id]
    return f"Untitled article ({name})" if name == source.id and not (source.outlet or source.title) else name


def _name(source: Source, outlets: Mapping[str, Outlet]) -> str:
    outlet = outlets.get(source.outlet or "")
    if outlet:
        return outlet.name
    return f"“{short(source.title, LONGEST_NAME)}”" if source.title else source.id


def _fuller(source: Source, name: str) -> str:
    if source.outlet and source.published:
        return f"{name}, {in_words(source.published)}"
    return f"{name}, “{short(source.title, LONGEST_NAME)}”" if source.outlet and source.title else name


def short(text: str, most: int) -> str:
    """The text, or its first words and an ellipsis; no letter is cut apart, and no word of a script that sets blanks between them."""
    if len(text) <= most:
        return text
    at = next(at for at in range(most - 1, -1, -1) if parts(text, at))
    kept = text[:at]
    words = CUT_WORD.sub("", kept) if has_unspaced(kept) else kept.rsplit(" ", 1)[0]
    return (words.rstrip(LOOSE) or kept) + "…"


@lru_cache(maxsize=4096, typed=True)
def dated(date: str | None) -> Dated | None:
    """The date for a reader and, where HTML has a form for it, for a machine."""
    if not date:
        return None
    return Dated(in_words(date), date if PLAIN.fullmatch(date) else "")


def moment(date: str | None) -> str:
    """The day as Atom wants it; "" where no day is known, or not for certain."""
    return f"{date}T00:00:00Z" if date and DAY.fullmatch(date) else ""


def by_record(citations: Iterable[Citation]) -> dict[tuple[str, str], tuple[Citation, ...]]:
    """The citations of each record, in the order they were made."""
    of: dict[tuple[str, str], list[Citation]] = {}
    for citation in citations:
        of.setdefault((citation.kind, citation.id), []).append(citation)
    return {record: tuple(found) for record, found in of.items()}
