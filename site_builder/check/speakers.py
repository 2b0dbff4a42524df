"""Does the article have a quote said by somebody else?

Told is only what the sentence says in so many words: the name of another actor stands directly beside a verb of saying, at the quotation
marks ("…," said Ann Lee; Ann Lee told reporters: "…"), and the name of the quote's own actor nowhere in that clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from site_builder.model import Actor, Article, Citation, Dossier, Paragraph, Source
from site_builder.problems import Problem
from site_builder.text.aligned import Span, one_line
from site_builder.text.attributions import ANDS, OTHERS, TIES
from site_builder.text.calendar import reader
from site_builder.text.latest import of_articles
from site_builder.text.names import Naming
from site_builder.text.speeches import Speech, speeches
from site_builder.text.utterances import STOP

REACH = 200  # characters beside quotation marks
MARKS = " ,”“\"»«’'—–-"  # between quotation marks and who says it
ENDS = re.compile(r"[.!?…؟۔।;](?=[\s”\"»“«'’]|$)|[。！？；]")
WORD = re.compile(r"\w+")
SURNAME = 3  # letters
TITLES = 4  # words between a verb and a name: said Defense Secretary Lloyd Austin
SAYING = {  # beside those by which a date is told to be that of a saying
    "en": "replied|answered|responded|countered|continued|recalled|admitted|acknowledged|claimed|concluded|testified|shouted|joked|pledged",
    "de": "antwortete|entgegnete|meinte|ergänzte|fügte|betonte|forderte|kritisierte",
    "fr": "répondu|lancé|déploré|martelé|insisté|regretté|réagi|poursuivi|conclu|rappelé",
    "es": "respondió|contestó|agregó|reiteró|manifestó|subrayó|insistió|reconoció|lamentó|concluyó",
    "it": "risposto|ribadito|commentato|replicato|concluso|osservato",
    "pt": "respondeu|ressaltou|destacou|reiterou|concluiu",
    "nl": "antwoordde|reageerde|vindt|zegt|zei",
}
WHOLE = re.compile(r"\s*[,.;:!?)—–-]|\s+(?:on|in|at|to|during|after|late|early|am|in|bei|à|en|a|el|em|no|na|w|в|на)\s")
NO_TITLE = OTHERS | ANDS  # words that no title has
TOWARDS = frozenset("told tells warned warns warnte warnten averti advirtió alertou alertó informó".split())  # and then may come to whom
HELPERS = frozenset("a ha hat hatte habe have has had avait aurait había havia".split())


def other_speakers(
    dossier: Dossier,
    citations: Sequence[Citation],
    articles: Mapping[str, Article],
    sources: Mapping[str, Source],
    actors: Mapping[str, Actor],
    named: Callable[[str], Sequence[Naming]],
) -> Iterator[Problem]:
    """A warning for each source in which another actor says a part of a direct quote. `named`: where a source names actors."""
    rows = {quote.id: (n, quote) for n, quote in enumerate(dossier.quotes) if quote.kind == "direct"}
    told: set[tuple[str, str]] = set()
    for citation in citations:
        row = rows.get(citation.id) if citation.kind == "quote" and citation.source in articles and citation.places else None
        about = citation.id, citation.source
        if row is None or about in told or row[1].actor not in actors or actors[row[1].actor].kind not in (None, "person"):
            continue
        n, quote = row
        actor, article = actors[quote.actor], articles[citation.source]
        saying = _saying(sources[citation.source].language)
        if not saying:
            continue
        spoken, known = speeches(article), _known(article, named(citation.source))
        parts = [part for part in citation.places[0].parts if not _is_repeated(article, spoken, part)]
        for speech in _touched(spoken, parts):
            found = _said_by(article, spoken, speech, known, saying)
            beside = {word for _, clause in found for word in WORD.findall(article.text[slice(*clause)])}
            if found and not {actor.id, actor.affiliation}.intersection(one for one, _ in found) and beside.isdisjoint(_words(actor)):
                told.add(about)
                yield _problem(dossier.id, n, citation, actor, actors[found[0][0]], article.text[slice(*found[0][1])])
                break


def _problem(dossier: str, row: int, citation: Citation, actor: Actor, other: Actor, clause: str) -> Problem:
    return Problem(
        f"content/{dossier}/quotes.yaml",
        "other-speaker",
        f"'{citation.source}' has '{citation.id}', or a part of it, said by '{other.id}', not by '{actor.id}'",
        "correct `actor`, or quote each speaker apart; if both are meant, silence the warning",
        (row, "actor"),
        severity="warning",
        of=(citation.id, citation.source),
        unpublished=f"beside the words: “{one_line(clause).strip(MARKS)}”",
    )


@of_articles
def _known(article: Article, named: Sequence[Naming]) -> list[Naming]:
    """Where an article names actors, also by the last word alone of a name that it prints in full."""
    bearers: dict[str, set[str]] = {}
    for one in named:
        _, *more = WORD.findall(article.text[one.start : one.end]) or ("",)
        if more:
            bearers.setdefault(more[-1], set()).add(one.actor)
    one_bearer = {word: next(iter(of)) for word, of in bearers.items() if len(of) == 1 and len(word) >= SURNAME}
    found = {word for word in one_bearer if word in article.text}
    if not found:
        return list(named)
    taken = [(one.start, one.end) for one in named]
    places = re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(found)))})(?!\w)", article.text)
    alone = [one for one in places if not _is_within(one.start(), taken)]
    return sorted([*named, *(Naming(one_bearer[one[0]], *one.span(), 0) for one in alone)], key=_start)


def _is_within(at: int, taken: Sequence[Span]) -> bool:
    n = bisect_right(taken, at, key=lambda span: span[0])
    return n > 0 and at < taken[n - 1][1]


def _words(actor: Actor) -> set[str]:
    """Words by which an actor may be meant."""
    return {word for name in (actor.name, *actor.aliases, *actor.misspelt) for word in WORD.findall(name) if len(word) >= SURNAME}


def _is_repeated(article: Article, spoken: Sequence[Speech], part: Span) -> bool:
    """Whether words stand in a quotation within another one, which repeats what somebody else has said."""
    return any(
        start <= part[0] and part[1] <= end and outer != (start, end)
        for speech in _touched(spoken, (part,))
        for outer in speech
        for start, end in article.quoted
        if outer[0] <= start and end <= outer[1]
    )


def _touched(spoken: Sequence[Speech], parts: Sequence[Span]) -> list[Speech]:
    """The utterances in which the parts of a quote stand, each once."""
    starts = [speech[0][0] for speech in spoken]
    found = {max(0, bisect_right(starts, start) - 1): start for start, _ in parts} if spoken else {}
    return [spoken[n] for n, start in sorted(found.items()) if spoken[n][0][0] <= start < spoken[n][-1][1]]


def _said_by(
    article: Article, spoken: Sequence[Speech], speech: Speech, named: Sequence[Naming], saying: re.Pattern[str]
) -> list[tuple[str, Span]]:
    """The actors by whom the sentences say that the utterance was said, each with the clause."""
    spans = sorted(span for one in spoken for span in one)
    found: list[tuple[str, Span]] = []
    for clause, is_before in _clauses(article, spans, speech):
        names = named[bisect_left(named, clause[0], key=_start) : bisect_left(named, clause[1], key=_start)]
        by = _before(article.text, clause, names, saying) if is_before else _after(article.text, clause, names, saying)
        if by:
            found += [(one.actor, clause) for one in names]  # whoever is named beside the speaker may be the one who is meant
    return found


def _start(naming: Naming) -> int:
    return naming.start


def _clauses(article: Article, spans: Sequence[Span], speech: Speech) -> Iterator[tuple[Span, bool]]:
    """What stands right before an utterance and behind each of its spans, within the sentence: the first is true of what is before."""
    text, start = article.text, speech[0][0]
    n = bisect_left(spans, speech[0])
    low = max(_paragraph(article, start).start, start - REACH, spans[n - 1][1] if n else 0)
    sentences = [low, *(found.end() for found in ENDS.finditer(text, low, start))]
    if len(sentences) > 1 or low > start - REACH:
        yield (sentences[-1], start), True
    for span in speech:
        following = bisect_right(spans, span)
        end = _paragraph(article, span[1] - 1).end
        high = max(span[1], min(end, span[1] + REACH, spans[following][0] if following < len(spans) else end))
        stops = (found.start() for found in STOP.finditer(text, span[1], high) if not found["short"])
        yield (span[1], next(stops, high)), False


def _paragraph(article: Article, at: int) -> Paragraph:
    return article.paragraphs[max(0, bisect_right(article.paragraphs, at, key=lambda one: one.start) - 1)]


def _before(text: str, clause: Span, names: Sequence[Naming], saying: re.Pattern[str]) -> bool:
    """Whether somebody named is said to say what follows: Ann Lee told reporters on Monday: "…"."""
    verb = saying.search(text, *clause)
    if not verb or len(text[verb.end() : clause[1]].split()) > TITLES + 2:
        return False
    return any(one.end <= verb.start() and _is_beside(text[one.end : verb.start()]) for one in names)


def _after(text: str, clause: Span, names: Sequence[Naming], saying: re.Pattern[str]) -> bool:
    """Whether somebody named is said to have said what stands before: "…," said Ann Lee; "…," Ann Lee said."""
    verb = saying.search(text, *clause)
    if not verb:
        return False
    between = text[clause[0] : verb.start()].strip(MARKS)
    for one in names:
        if one.end <= verb.start() and _is_beside(text[one.end : verb.start()]) and _is_title(text[clause[0] : one.start]):
            return True
        if verb.end() <= one.start and _is_beside(between) and verb[0].casefold() not in TOWARDS:
            return _is_title(text[verb.end() : one.start]) and _is_whole(text, one.end, clause[1])
    return False


def _is_beside(between: str) -> bool:
    """Whether a verb stands right behind a name, or the marks, with a helping verb between them at most: Lee a dit, Lee hat gesagt."""
    return HELPERS.issuperset(between.casefold().split())


def _is_title(between: str) -> bool:
    """Whether words before a name may be its title: Defense Secretary, the president."""
    title = between.strip(MARKS)
    words = title.casefold().split()
    if len(words) > TITLES or not NO_TITLE.isdisjoint(words) or (words[-1:] and words[-1] in TIES):
        return False
    return not any(sign in title for sign in ",;:()")


def _is_whole(text: str, end: int, clause: int) -> bool:
    """Whether a name ends here, and is not that of whom somebody else belongs to: said Lee's lawyer, said Lee aide Bob Roe."""
    return end >= clause or bool(WHOLE.match(text, end))


@cache
def _saying(language: str) -> re.Pattern[str] | None:
    """The verbs by which a language says who speaks; None where it is not known."""
    read = reader(language)
    if read is None or not read.calendar.saying or not read.calendar.spaced:
        return None
    words = "|".join(filter(None, (read.calendar.saying, SAYING.get(language.casefold().partition("-")[0], ""))))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I)
