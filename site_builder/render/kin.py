"""Which other sources share a source's words, where, and how far may they be shown side by side?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter, itemgetter

from markupsafe import Markup
from msgspec import Struct

from site_builder.model import Anchor, Article, Cue, Kin, Kinship, Run
from site_builder.render import links
from site_builder.render.excerpts import GAP, Range, Shared, allowed, marked, paragraph_at, sentences, stretch, without
from site_builder.render.page import Link
from site_builder.render.shown import PARAGRAPH, Shelf
from site_builder.text import kinship
from site_builder.text.capitals import begun
from site_builder.text.edges import is_word

MOST_KIN = 10  # shown side by side: a wire story may stand in hundreds of outlets, a page must stay light
MOST_NAMED = 200  # of the others are named; what goes beyond is counted
MOST_PASSAGES = 12  # of one pair: the longest
LONGEST_PASSAGE = 1_200  # characters of one side; two whole articles side by side would weigh more than the page itself
MOST_PLACES = 4  # other sources named beside one passage
RANK: Mapping[Kin, int] = {"certain": 0, "probable": 1, "apart": 2}
VERDICTS: Mapping[Kin, str] = {"certain": "The same report", "probable": "Perhaps the same report", "apart": "Two reports"}
MEASURED: Mapping[Kin, str] = {"certain": "the same report", "probable": "perhaps the same report", "apart": "two reports"}


class Side(Struct, frozen=True):
    """A passage on one side, as far as it may be shown: "" where it may not."""

    body: Markup
    paragraph: int
    href: str


class Passage(Struct, frozen=True):
    """Words that two sources share, each side in its sentences."""

    length: str  # "12 words"
    own: Side
    other: Side


class Credit(Struct, frozen=True):
    """A sign of whose report a source carries; its words as far as they may be shown."""

    agency: str
    words: Markup | str
    place: Link
    entered: bool = False  # by the editor, in sources.yaml


class KinShown(Struct, frozen=True):
    """A source that shares words or a credit with this one."""

    id: str
    name: str
    href: str
    language: str
    direction: str
    kin: Kin
    verdict: str
    measured: str  # what texts and credits alone show, where the editor says otherwise
    why: str
    credits: tuple[Credit, ...]
    passages: tuple[Passage, ...]
    more: int  # passages that are not shown


class Also(Struct, frozen=True):
    """A passage of the text that other sources have too, with the places there."""

    letter: str
    length: str  # of what the first of them shares: "12 words"
    places: tuple[Link, ...]
    more: int


class Kindred(Struct, frozen=True):
    """All that a source shares with others."""

    shown: tuple[KinShown, ...] = ()
    named: tuple[tuple[str, Link], ...] = ()  # id and link of those that are only named
    counted: tuple[str, ...] = ()  # the ids of those that are not even named: their pages lead here too
    marks: tuple[Shared, ...] = ()  # in the order of the text
    also: Mapping[int, tuple[Also, ...]] = {}  # by paragraph


class Pair(Struct, frozen=True):
    """A kinship seen from one of its two sources."""

    kinship: Kinship
    other: str
    runs: tuple[Run, ...]  # the own words first, in the order of the own text


OpenOf = Callable[[str], list[Range] | None]  # source → what its own page may show of it; None: all


def seen_from(source: str, kinships: Iterable[Kinship]) -> list[Pair]:
    """The kinships as the source sees them, the nearest first."""
    pairs = [_pair(source, one) for one in kinships]
    return sorted(pairs, key=lambda pair: (RANK[pair.kinship.kin], -pair.kinship.words, pair.other))


def _pair(source: str, one: Kinship) -> Pair:
    if one.one == source:
        return Pair(one, one.other, one.runs)
    runs = sorted((Run(run.words, run.other, run.one) for run in one.runs), key=attrgetter("one"))
    return Pair(one, one.one, tuple(runs))


def cited_beside(source: str, kinships: Sequence[Kinship], shelf: Shelf, cited: Mapping[str, Sequence[Anchor]]) -> dict[str, list[Anchor]]:
    """What is cited of the source's kin in the paragraphs of which its page shows anything. `cited`: all that is."""
    found = {}
    for pair in _pairs(source, kinships, shelf)[:MOST_KIN]:
        anchors, article = cited.get(pair.other, ()), shelf.articles[pair.other]
        if anchors and shelf.publish[pair.other] == "cited":
            seen = [run.other for run in pair.runs] + [(cue.start, cue.end) for cue in pair.kinship.cues if cue.source == pair.other]
            near = {number for part in seen for number in _numbers(article, part)}
            beside = (one for one in anchors if any(not near.isdisjoint(_numbers(article, part)) for part in one.parts))
            found[pair.other] = sorted(beside, key=lambda one: one.parts)
    return found


def _numbers(article: Article, part: Range) -> range:
    """The paragraphs in which a range begins and ends, and those between them."""
    return range(paragraph_at(article, part[0]).number, paragraph_at(article, max(part[0], part[1] - 1)).number + 1)


def _pairs(source: str, kinships: Iterable[Kinship], shelf: Shelf) -> list[Pair]:
    return [pair for pair in seen_from(source, kinships) if pair.other in shelf.articles]


def kindred(source: str, kinships: Sequence[Kinship], shelf: Shelf, cited: Mapping[str, Iterable[Anchor]]) -> Kindred:
    """What the source shares with others. `cited`: what is cited of it and, beside what is shown, of its kin: it limits what may be."""
    pairs = _pairs(source, kinships, shelf)
    if not pairs:
        return Kindred()
    open_of = cache(lambda one: allowed(shelf.articles[one], shelf.publish[one], cited.get(one, ())))
    named = pairs[MOST_KIN : MOST_KIN + MOST_NAMED]
    marks, also = _marked(source, pairs, shelf)
    return Kindred(
        shown=tuple(_shown(source, pair, shelf, open_of) for pair in pairs[:MOST_KIN]),
        named=tuple((pair.other, Link(shelf.names[pair.other], f"{pair.other}.html#{at(source)}")) for pair in named),
        counted=tuple(pair.other for pair in pairs[MOST_KIN + MOST_NAMED :]),
        marks=marks,
        also=also,
    )


def at(other: str) -> str:
    """Where a source's page shows what it shares with another."""
    return f"shared-{other}"


def _shown(source: str, pair: Pair, shelf: Shelf, open_of: OpenOf) -> KinShown:
    one, other = pair.kinship, pair.other
    found = sorted(_passages(source, pair, shelf, open_of), key=lambda passage: -passage[0])
    longest = sorted(found[:MOST_PASSAGES], key=lambda passage: passage[1])
    tag = shelf.sources[other].language
    return KinShown(
        id=at(other),
        name=shelf.names[other],
        href=f"{other}.html",
        language=links.language(tag),
        direction=links.direction(tag),
        kin=one.kin,
        verdict=VERDICTS[one.kin],
        measured=MEASURED[one.measured] if one.editor and one.measured != one.kin else "",
        why=reason(one),
        credits=tuple(_credit(cue, shelf, open_of) for cue in one.cues),
        passages=tuple(passage for _, _, passage in longest),
        more=len(found) - len(longest),
    )


def reason(one: Kinship) -> str:
    """Why the two count as one report or as two, as a sentence."""
    said = kinship.reason(one)
    return f"{begun(said)}."


def length(words: int, one: Kinship) -> str:
    """So many words; characters where a script sets no blanks between words."""
    return f"{words} {one.unit if words != 1 else one.unit.removesuffix('s')}"


def _passages(source: str, pair: Pair, shelf: Shelf, open_of: OpenOf) -> Iterator[tuple[int, int, Passage]]:
    """The shared passages, each with its words and its place in the text. Runs in the same sentences are one passage."""
    own, other = shelf.articles[source], shelf.articles[pair.other]
    for runs, window, there in _together(pair.runs, own, other):
        here = _side(source, window, [run.one for run in runs], open_of, "", shelf)
        beside = _side(pair.other, there, [run.other for run in runs], open_of, f"{pair.other}.html", shelf)
        words = sum(run.words for run in runs)
        yield words, runs[0].one[0], Passage(length(words, pair.kinship), here, beside)


def _together(runs: Iterable[Run], own: Article, other: Article) -> Iterator[tuple[list[Run], Range, Range]]:
    """The runs with their sentences on both sides, several in one where they stand in the same sentences of both."""
    group: list[Run] = []
    window = beside = (0, 0)
    for run in runs:
        here, there = sentences(own, run.one), sentences(other, run.other)
        if group and here[0] < window[1] and beside[0] < there[1] and there[0] < beside[1]:
            group.append(run)
            window, beside = _hull(window, here), _hull(beside, there)
            continue
        if group:
            yield group, window, beside
        group, window, beside = [run], here, there
    if group:
        yield group, window, beside


def _hull(one: Range, other: Range) -> Range:
    return min(one[0], other[0]), max(one[1], other[1])


def _side(source: str, window: Range, runs: Sequence[Range], open_of: OpenOf, page: str, shelf: Shelf) -> Side:
    """The runs underlined in their sentences, as far as these may be shown."""
    article, (start, end) = shelf.articles[source], window
    cut = min(end, start + LONGEST_PASSAGE)
    cut = cut if cut == end else article.text.rfind(" ", start, cut) + 1 or cut
    lines = [Shared(a, b) for run in runs for a, b in _counted(article, run)]
    body = stretch(article, (start, cut), open_of(source), (), shelf.sic_in(source), shared=lines)
    number = paragraph_at(article, min(a for a, _ in runs)).number
    return Side(body + GAP.rstrip() if body and cut < end else body, number, f"{page}#p{number}")


def _credit(cue: Cue, shelf: Shelf, open_of: OpenOf) -> Credit:
    name, page = shelf.names[cue.source], f"{cue.source}.html"
    if cue.start == cue.end:
        return Credit(cue.agency, "", Link(name, page), entered=True)
    article, window = shelf.articles[cue.source], (cue.start, cue.end)
    paragraph = paragraph_at(article, cue.start)
    if paragraph.kind == "skipped":
        shown = marked(article.text, window, (), shelf.sic_in(cue.source)) if open_of(cue.source) is None else ""
        return Credit(cue.agency, shown, Link(name, page))
    words = stretch(article, window, open_of(cue.source), (), shelf.sic_in(cue.source))
    return Credit(cue.agency, words, Link(f"{name}, {PARAGRAPH}{paragraph.number}", f"{page}#p{paragraph.number}"))


Marked = tuple[tuple[Shared, ...], dict[int, tuple[Also, ...]]]


def _marked(source: str, pairs: Sequence[Pair], shelf: Shelf) -> Marked:
    """The shared words as marked in the text, and what stands beside each paragraph. Overlapping runs are one mark."""
    article = shelf.articles[source]
    runs = sorted(((*run.one, n, run) for n, pair in enumerate(pairs) for run in pair.runs), key=itemgetter(0, 1, 2))
    marks: list[Shared] = []
    also: dict[int, list[Also]] = {}
    for number, group in enumerate(_overlapping(runs)):
        nearest = {n: run for _, _, n, run in reversed(group)}
        places = tuple(_place(pairs[n].other, run, shelf) for n, run in sorted(nearest.items(), key=itemgetter(0))[:MOST_PLACES])
        first = length(nearest[min(nearest)].words, pairs[min(nearest)].kinship)
        one = Also(letter(number), first, places, max(0, len(nearest) - MOST_PLACES))
        also.setdefault(paragraph_at(article, group[0][0]).number, []).append(one)
        marks += _lines(article, (group[0][0], max(end for _, end, _, _ in group)), one)
    return tuple(marks), {paragraph: tuple(found) for paragraph, found in also.items()}


def _lines(article: Article, run: Range, one: Also) -> Iterator[Shared]:
    """What is underlined of the passage, with its letter at the end."""
    pieces = _counted(article, run)
    yield from (Shared(a, b) for a, b in pieces[:-1])
    a, b = pieces[-1] if pieces else run
    yield Shared(a, b, one.letter, one.places[0].href, f"{one.letter}: also in {one.places[0].text.replace(PARAGRAPH, 'paragraph ')}")


def _counted(article: Article, run: Range) -> list[Range]:
    """The words of a run that were counted as shared: those outside quotation marks, without the marks."""
    pieces = (_trimmed(article.text, *piece) for piece in without(run, article.quoted))
    return [(start, end) for start, end in pieces if start < end]


def _trimmed(text: str, start: int, end: int) -> Range:
    while start < end and not is_word(text[start]):
        start += 1
    while start < end and not is_word(text[end - 1]):
        end -= 1
    return start, end


def _place(other: str, run: Run, shelf: Shelf) -> Link:
    number = paragraph_at(shelf.articles[other], run.other[0]).number
    return Link(f"{shelf.names[other]}, {PARAGRAPH}{number}", f"{other}.html#p{number}")


Numbered = tuple[int, int, int, Run]


def _overlapping(runs: Iterable[Numbered]) -> Iterator[list[Numbered]]:
    group: list[Numbered] = []
    reach = 0
    for run in runs:
        if group and run[0] >= reach:
            yield group
            group = []
        reach = max(reach, run[1]) if group else run[1]
        group.append(run)
    if group:
        yield group


def letter(number: int) -> str:
    """a, b … z, aa, ab …: numbers are taken by the story's citations."""
    return (letter(number // 26 - 1) if number >= 26 else "") + chr(ord("a") + number % 26)
