"""The words of the field as frozen records: what an editor writes, what an article is, and where a citation stands.

Records carry no line numbers and never change. Field names are the keys of the YAML files.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct, field
from msgspec.structs import replace

LONGEST_ID = 100  # characters; with the ending of a page's file it must remain a name that every disk can bear
Id = Annotated[str, Meta(pattern=rf"^[a-z0-9-]{{1,{LONGEST_ID}}}\Z")]
Text = Annotated[str, Meta(min_length=1)]
# langtag of RFC 5646, section 2.1, but for languages of more than three letters, of which there is none.
TAG = (
    r"(?P<language>[A-Za-z]{2,3})(?:-[A-Za-z]{3}){0,3}"
    r"(?:-(?P<script>[A-Za-z]{4}))?(?:-(?P<region>[A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"  # variants
    r"(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?"  # extensions, private use
)
Language = Annotated[str, Meta(pattern=rf"^(?:{TAG})?\Z")]  # a tag; when it has been loaded, in its canonical case
GivenLanguage = Annotated[Language, Meta(min_length=1)]

Publish = Literal["full", "cited", "none"]
ActorKind = Literal["person", "organisation", "government", "group", "anonymous"]
OutletKind = Literal["newspaper", "agency", "magazine", "broadcaster", "ngo", "government", "blog"]
Stance = Literal["supportive", "critical", "neutral", "mixed"]
ClaimKind = Literal["contradiction", "precision", "strength", "attribution", "scope", "wording", "omission", "date"]
Weight = Literal["high", "medium", "low"]
Says = Literal["affirms", "denies", "differs"]
Kind = Literal["quote", "figure", "reaction", "event", "claim", "story"]
ParagraphKind = Literal["text", "title", "deck", "skipped"]
Kin = Literal["certain", "probable", "apart"]
How = Literal["carries", "rewords", "affirms", "denies", "differs"]
Op = Literal["same", "inserted", "omitted", "substituted"]
Where = Literal["before", "inside", "after"]
Verdict = Literal["exact", "typography", "trimmed", "elided", "reported", "ambiguous", "altered", "missing"]

PASSING: frozenset[Verdict] = frozenset({"exact", "typography", "trimmed", "elided", "ambiguous"})


class Date(str):
    """A date in EDTF (ISO 8601-2) as the editor wrote it: 2024, 2024-11-2X, 2024-11-20?, 2024-11-18/2024-11-24."""

    __slots__ = ()


class Record(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What an editor writes: every key is named here, any other is a problem."""


# ── content/*.yaml ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Silence(Record, frozen=True):
    """A warning that the editor has looked at and lets stand."""

    lint: Text  # its code, as printed in brackets
    reason: Text
    of: Text | tuple[Text, ...] = ()  # what it is about: ids, names or words, all of which must fit; none: wherever it appears


class Site(Record, frozen=True):
    """content/site.yaml"""

    title: Text
    tagline: str = ""
    base_url: str = ""  # where the site will stand; only for what must be absolute
    language: Language = "en"
    editors: tuple[Text, ...] = ()
    theme: Id = "default"
    publish: Publish = "cited"
    silence: tuple[Silence, ...] = ()


class Outlet(Record, frozen=True):
    """Who publishes a source."""

    id: Id
    name: Text
    url: str = ""
    kind: OutletKind | None = None
    country: str = ""
    language: Language = ""


class Actor(Record, frozen=True):
    """A person or an institution that speaks or acts."""

    id: Id
    name: Text
    kind: ActorKind | None = None
    role: str = ""  # at the time
    affiliation: Id | None = None  # another actor
    aliases: tuple[Text, ...] = ()
    misspelt: tuple[Text, ...] = ()  # as sources print the name wrongly
    url: str = ""

    @property
    def above(self) -> Actor:
        """As those show it who belong to it: without its other spellings."""
        return replace(self, aliases=(), misspelt=())


# ── content/<dossier>/*.yaml ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class Correction(Record, frozen=True):
    """What was wrong on the page, and since when it is right."""

    date: Date
    text: Text


class Cover(Record, frozen=True):
    """dossier.yaml: what stands above a dossier."""

    title: Text
    standfirst: str = ""
    status: str = ""
    updated: Date | None = None
    editors: tuple[Text, ...] = ()
    tags: tuple[Text, ...] = ()
    corrections: tuple[Correction, ...] = ()
    silence: tuple[Silence, ...] = ()


class Archive(Record, frozen=True):
    """A copy kept by an archive."""

    url: Text
    date: Date | None = None


class Skip(Record, frozen=True):
    """Words in a seed that are not the article's."""

    words: Text


class Sic(Record, frozen=True):
    """Words that stand wrong in a source, and stay so."""

    words: Text
    meant: Text


class Source(Record, frozen=True):
    """One article as one outlet published it."""

    id: Id
    file: Text  # in seeds/
    outlet: Id | None = None
    title: str = ""
    deck: str = ""
    published: Date | None = None
    authors: tuple[Text, ...] = ()
    url: str = ""
    credit: str = ""
    language: Language = ""
    publish: Publish | None = None
    archive: Archive | None = None
    sha256: str = ""
    skip: tuple[Text | Skip, ...] = ()
    sic: tuple[Sic, ...] = ()
    derived_from: str | tuple[str, ...] = ()
    independent_of: str | tuple[str, ...] = ()


class Cite(Record, frozen=True):
    """A selector: the words by which the editor points at a passage."""

    source: Id
    words: Text
    before: str = ""
    after: str = ""


class At(Record, frozen=True):
    """One of a quote's sources, where the words stand in it more than once."""

    source: Id
    before: str = ""
    after: str = ""


class Translation(Record, frozen=True):
    language: GivenLanguage
    words: Text
    by: str = ""


class Quote(Record, frozen=True):
    """An actor's words as they stand in a source."""

    id: Id
    actor: Id
    words: Text
    sources: tuple[str | At, ...] = ()  # none: every source of the dossier that has the words
    said: Date | None = None
    place: str = ""
    role: str = ""  # at the time, where it is not the actor's
    about: Id | None = None  # a claim, an event or a figure
    kind: Literal["direct", "indirect"] = "direct"
    variants: tuple[Cite, ...] = ()
    translation: Translation | None = None
    note: str = ""
    before: str = ""
    after: str = ""


class Saying(Record, frozen=True):
    """A number as one source gives it: a value, or a range from low to high, or only one end of it."""

    source: Id
    words: Text
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""  # where it is not the figure's
    before: str = ""
    after: str = ""


class Figure(Record, frozen=True):
    """A number that sources give."""

    id: Id
    of: Text
    says: tuple[Saying, ...]
    unit: str = ""
    note: str = ""


class Reaction(Record, frozen=True):
    """An actor's response to an event or a claim."""

    id: Id
    actor: Id
    stance: Stance
    summary: Text
    cites: tuple[Cite, ...]
    to: Id | None = None
    date: Date | None = None
    note: str = ""


class Event(Record, frozen=True):
    """Something that happened on a date."""

    id: Id
    what: Text
    cites: tuple[Cite, ...]
    date: Date | None = None
    resolved: str = ""  # the source's own word for the date: "Wednesday"
    note: str = ""


class Position(Record, frozen=True):
    """What one source says of a claim."""

    source: Id
    says: Says
    words: Text
    wording: str = field(name="as", default="")  # how it differs
    before: str = ""
    after: str = ""


class Claim(Record, frozen=True):
    """A statement that sources affirm, deny or leave out. A source without a position is silent."""

    id: Id
    claim: Text
    positions: tuple[Position, ...]
    kind: ClaimKind | None = None
    weight: Weight = "medium"
    note: str = ""


class Dossier(Struct, frozen=True):
    """One topic's record: all that its folder holds."""

    id: str  # the folder's name
    cover: Cover
    story: str = ""  # story.md as written
    sources: tuple[Source, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()


class FreePage(Struct, frozen=True):
    """content/pages/<id>.md"""

    id: str
    title: str
    body: str  # Markdown, without the title


# ── what an article is ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Paragraph(Struct, frozen=True):
    """A paragraph of a seed: text[start:end], numbered from 1 in the order of the file."""

    number: int
    start: int
    end: int
    kind: ParagraphKind


class Article(Struct, frozen=True):
    """A source's text as stored, with what can be read off it."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    skipped: tuple[tuple[int, int], ...]  # offsets of words that are not the article's, never quotable
    quoted: tuple[tuple[int, int], ...]  # offsets of what stands between quotation marks, in order; inner ones may nest
    sha256: str  # of the file's bytes
    reopened: tuple[tuple[int, int], ...] = ()  # marks that only carry a quote on into the next paragraph


# ── where a citation stands ──────────────────────────────────────────────────────────────────────────────────────────────────────────


class Anchor(Struct, frozen=True):
    """Where words stand in a source: offsets into the text as stored, `end` exclusive."""

    start: int
    end: int
    paragraph: int  # number of the paragraph in which it starts
    parts: tuple[tuple[int, int], ...]  # one for plain words; one each for what stands between elisions


class Citation(Struct, frozen=True):
    """How one citation came out."""

    dossier: str
    kind: Kind
    id: str  # of the record; "" in the story
    source: str
    verdict: Verdict
    words: str  # the selector
    places: tuple[Anchor, ...]  # the first is the citation's; several only where it is ambiguous; none where it failed
    trail: tuple[str | int, ...] = ()  # in the record's file, from its list: (3, "variants", 0); in the story: (n,), the n-th citation


# ── which sources carry the same report ──────────────────────────────────────────────────────────────────────────────────────────────


class Run(Struct, frozen=True):
    """Words that stand alike in two sources, outside quotation marks."""

    words: int
    one: tuple[int, int]  # offsets into the first source's text
    other: tuple[int, int]


class Cue(Struct, frozen=True):
    """A sign of whose report a source carries: "told AFP", an agency's dateline, `credit:`."""

    source: str
    agency: str
    words: str
    start: int = 0  # offsets into the source's text; both 0 where it stands in sources.yaml
    end: int = 0


class Kinship(Struct, frozen=True):
    """How two sources are related: what their texts show, and the editor's word, which is the last."""

    one: str
    other: str
    kin: Kin  # after the editor's word
    measured: Kin  # what the texts and credits alone show
    runs: tuple[Run, ...] = ()  # in the order of the first text
    words: int = 0  # of all runs together; in scripts without blanks between words these are characters
    share: tuple[float, float] = (0.0, 0.0)  # of each text's words outside quotation marks, 0 to 1
    cues: tuple[Cue, ...] = ()  # of both, where they credit the same
    editor: Literal["", "derived_from", "independent_of"] = ""  # if "derived_from", `one` is the source beside which it stands
    unit: Literal["words", "characters"] = "words"  # in which runs are counted
    agencies: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())  # that each of them credits


# ── variants ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Piece(Struct, frozen=True):
    """A stretch of a wording against the base. All pieces' `words` joined are the wording, all pieces' `base` joined are the base."""

    op: Op
    words: str  # "" where they are left out
    base: str  # "" where they are inserted


class Wording(Struct, frozen=True):
    """An utterance in the words of one or several sources, as they print it."""

    words: str  # on one line; … stands where a citation leaves something out
    citations: tuple[Citation, ...]
    pieces: tuple[Piece, ...] = ()  # against the quote's own words; none for these, and for a wording that shares little with them


class Cut(Struct, frozen=True):
    """Words of the utterance that one source prints and others don't: text[start:end] of that source."""

    source: str
    lacking: tuple[str, ...]  # the quote's sources that don't quote these words
    where: Where  # seen from the quote
    start: int
    end: int


class Variants(Struct, frozen=True):
    """All wordings of one quote. The base is the one that its page prints large: the quote's own words."""

    quote: str
    base: Wording
    others: tuple[Wording, ...] = ()
    cuts: tuple[Cut, ...] = ()


# ── relative dates ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Told(Struct, frozen=True):
    """A date that a source gives beside what a record cites.

    `part`: whether it stands in the cited words, is the word that the editor resolved, says when somebody spoke, or stands elsewhere in
    the sentence. Only the first two are the record's own date.
    """

    kind: Kind
    id: str  # of the record
    source: str
    words: str
    date: Date | None  # EDTF; None where the source's own date is not known well enough, or the words are no date that can be read
    anchor: Anchor  # of the words
    part: Literal["cited", "resolved", "saying", "beside"]
    relative: bool = True  # reckoned from the source's own date; else printed in full
    anniversary: bool = False  # "the Oct. 7 attack": the day of another year than the nearest may be meant
    trail: tuple[str | int, ...] = ()  # of the citation


# ── differences, coverage, silence ───────────────────────────────────────────────────────────────────────────────────────────────────


class Carried(Struct, frozen=True):
    """How many sources carry something, of how many outlets, and how many independent reports they are."""

    sources: int
    outlets: int  # distinct ones; 0 where the outlet of one of the sources is not known
    reports: int
    at_least: int  # reports if sources that are probably one report are one


class Difference(Struct, frozen=True):
    """A figure or an event for which sources give numbers or dates that can't all hold. Found by comparing; no editor wrote it."""

    kind: Literal["figure", "event"]
    id: str
    sources: tuple[str, ...]  # all that give a number or a date
    told: tuple[Told, ...] = ()  # of an event; what a figure's sources say stands in the figure


class Spot(Struct, frozen=True):
    """Where a source carries a fact, and how: a quote in other words, a claim as affirmed, denied or told differently."""

    source: str
    how: How
    paragraph: int


class Covered(Struct, frozen=True):
    """A fact with its place in each source that has it. A source without one is silent."""

    kind: Kind
    id: str
    label: str
    spots: tuple[Spot, ...]


class Alone(Struct, frozen=True):
    """What one report carries and no other."""

    sources: tuple[str, ...]  # of the report; those that are only probably one are taken for one
    facts: tuple[Covered, ...]


class Coverage(Struct, frozen=True):
    """Who carries what."""

    facts: tuple[Covered, ...] = ()
    alone: tuple[Alone, ...] = ()  # by report, in the order of the sources


class Unheard(Struct, frozen=True):
    """An actor whom the sources name, or who responds, and who is not quoted."""

    actor: str
    speaks: Literal["", "reaction", "others"]  # not at all; in a reaction only; others who belong to them are quoted
    through: tuple[str, ...]  # these others
    places: tuple[tuple[str, tuple[int, ...]], ...]  # by source: the paragraph of each time they are named


class Missing(Struct, frozen=True):
    """Who is talked about and never quoted, most often named first, and kinds of actor of which nobody is."""

    actors: tuple[Unheard, ...] = ()
    kinds: tuple[tuple[ActorKind, tuple[str, ...]], ...] = ()  # with the actors of that kind


# ── what follows from the records ────────────────────────────────────────────────────────────────────────────────────────────────────


class Rest(Struct, frozen=True):
    """What rests on one passage of a source."""

    dossier: str
    kind: Kind
    id: str  # of the record; in the story its number, on a free page the page's
    label: str  # one sentence that says what it is
    source: str
    verdict: Verdict
    anchors: tuple[Anchor, ...]


class Voice(Struct, frozen=True):
    """What an actor said, or how they responded, in one dossier."""

    dossier: str
    title: str  # of the dossier
    actor: str
    kind: Literal["quote", "reaction"]
    id: str
    words: str  # the quote's words or the reaction's summary
    direct: bool = False  # a quote to be shown between quotation marks
    stance: Stance | None = None
    date: Date | None = None
    place: str = ""
    rests: tuple[Rest, ...] = ()
    carried: Carried | None = None


class Finding(Struct, frozen=True):
    """A statement with those who carry it; in a dispute, with all who speak of it."""

    kind: Kind
    id: str
    label: str
    sources: tuple[str, ...]
    carried: Carried


class Findings(Struct, frozen=True):
    """What is established, what is disputed, and what only one report says."""

    established: tuple[Finding, ...] = ()
    disputed: tuple[Finding, ...] = ()
    single: tuple[Finding, ...] = ()


class Moment(Struct, frozen=True):
    """An event or a publication on the timeline. `first` and `last` are ISO days; "" where that end is open or unknown."""

    kind: Literal["event", "publication"]
    id: str
    date: Date | None
    first: str = ""
    last: str = ""
    precision: str = ""  # day, month, season, year, decade, century, interval, set; "" where no date is known
    uncertain: bool = False
    approximate: bool = False


class Brief(Struct, frozen=True):
    """All that the rest of the site may know of a dossier."""

    id: str
    title: str
    standfirst: str
    status: str
    updated: Date | None
    tags: tuple[str, ...]
    sources: tuple[str, ...]  # ids
    originators: int
    quotes: int
    citations: int
    rests: tuple[Rest, ...]
    voices: tuple[Voice, ...]


class Related(Struct, frozen=True):
    """What follows from one dossier's records."""

    families: tuple[frozenset[str], ...]  # of source ids: each certainly carries one report
    findings: Findings
    timeline: tuple[Moment, ...]
    brief: Brief
    perhaps: tuple[frozenset[str], ...] = ()  # families as they are if what is probable is so
    told: tuple[Told, ...] = ()  # dates that the sources give
    kinships: tuple[Kinship, ...] = ()  # of pairs of this dossier's sources; pairs that are merely apart are left out
    carried: Mapping[tuple[str, str, str], Carried] = {}  # by kind and id; of claims also by what is said: affirms, denies, differs
    differences: tuple[Difference, ...] = ()
    coverage: Coverage = Coverage()
    missing: Missing = Missing()
    variants: tuple[Variants, ...] = ()  # of quotes that are printed in several wordings, or cut differently


# ── the report ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Edition(Struct, frozen=True):
    """Which content was checked: no clock says when, the content does."""

    sha256: str  # of the list of all files read, each with its own SHA-256
    date: Date | None = None
    checked: bool = False  # the date is the editor's `updated`; else the newest date found


# ── the site's books: what is known of each dossier without having it on the desk ────────────────────────────────────────────────────


class Entry(Struct, frozen=True):
    """What a dossier enters into the site's books before anybody has asked what follows from it."""

    id: str
    cover: Cover
    sources: tuple[Source, ...]
    read: tuple[str, ...]  # ids of sources whose article could be read
    given: dict[str, tuple[str, ...]]  # by kind: the id of each record, "" for one without
    broken: tuple[str, ...]  # kinds of record of which nobody knows how many there are: their file can't be read
    mentions: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]  # the ids that records use for others, by the kinds that they may be of
    cites: tuple[tuple[str, str, bool], ...]  # of the story: kind as written, id, and whether words are cited
    speaking: tuple[str, ...]  # actors who are quoted or respond
    heard: tuple[tuple[str, int, int], ...]  # source, start and end of utterances of which a warning speaks
    sound: bool  # nothing in it is wrong, as far as it alone can tell
    whole: bool  # all of it could be read


class Account(Struct, frozen=True):
    """What the lists and the report tell of a dossier."""

    brief: Brief  # without what rests on its sources and what its actors say
    verdicts: dict[Verdict, int]
    reports: int
    perhaps: int
    warnings: dict[str, int]  # by code
    silenced: dict[str, int]
    errors: int
    spoke: dict[str, tuple[int, int]]  # how often each actor is quoted and responds
    named: tuple[str, ...]  # actors whose names stand in its own sources
    answers: tuple[int, ...]  # silences of site.yaml that something here answers to
