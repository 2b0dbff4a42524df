"""Does the article have a quote said by somebody else?

Told is only what the sentence says in so many words: the name of another actor stands directly beside a verb of saying, at the quotation
marks ("…," said Ann Lee; Ann Lee told reporters: "…"; Ayşe Kaya, “…” dedi), and the name of the quote's own actor nowhere in that clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from site_builder.model import Actor, Article, Citation, Dossier, Paragraph, Source
from site_builder.problems import Problem
from site_builder.text.aligned import Span, one_line
from site_builder.text.attributions import ANDS, NAMING, OTHERS, OWNERS, TIES
from site_builder.text.calendar import reader
from site_builder.text.latest import of_articles
from site_builder.text.names import Naming
from site_builder.text.negations import LETTER
from site_builder.text.speeches import Speech, speeches
from site_builder.text.utterances import STOP

REACH = 200  # characters beside quotation marks
MARKS = " ,،؛”“\"»«’'—–-"  # between quotation marks and who says it
ENDS = re.compile(r"[.!?…؟۔।;](?=[\s”\"»“«'’]|$)|[。！？；]")
WORD = re.compile(r"\w+")
SIGN = re.compile(r"\s*[,،;:]")
BEHIND = re.compile(r"[\s,،”“\"»«’'—–-]*(?:(?:diye|şeklinde) )?")
SURNAME = 3  # letters
TITLES = 4  # words between a verb and a name: said Defense Secretary Lloyd Austin
SAYING = {  # beside those by which a date is told to be that of a saying
    "en": "replied|answered|responded|countered|continued|recalled|admitted|acknowledged|claimed|concluded|testified|shouted|joked|pledged",
    "de": "antwortete|entgegnete|meinte|ergänzte|fügte|betonte|forderte|kritisierte"
    "|sagt|sagen|meint|betont|warnt|kritisiert|fordert|schreibt|ergänzt|berichtet|antwortet|entgegnet",
    "fr": "répondu|lancé|déploré|martelé|insisté|regretté|réagi|poursuivi|conclu|rappelé"
    "|explique|affirme|assure|estime|déclare|raconte|ajoute|précise|souligne|prévient|dénonce|insiste|confie|indique|répond|regrette|poursuit",
    "es": "respondió|contestó|agregó|reiteró|manifestó|subrayó|insistió|reconoció|lamentó|concluyó|replicó|recordó|comentó"
    "|dicho|declarado|afirmado|asegurado|explicado|señalado|añadido|dice|explica|afirma|asegura|señala|añade|sostiene|insiste|advierte|recuerda",
    "it": "risposto|ribadito|commentato|replicato|concluso|osservato"
    "|dice|spiega|afferma|aggiunge|sottolinea|racconta|osserva|conclude|dichiara|commenta|ribadisce",
    "pt": "respondeu|ressaltou|destacou|reiterou|concluiu|diz|afirma|explica|acrescenta|ressalta|destaca|avalia|relata",
    "nl": "antwoordde|reageerde|vindt|zegt|zei|vertelt|stelt|meent|aldus|schrijft|verklaart|reageert",
    "sv": "sade|sa|säger|uppger|berättar|berättade|förklarade|förklarar|menar|menade|skriver|skrev|svarade|svarar|tillade|tillägger",
    "pl": "mówi|mówił[a]?|zapewnia|zapewnił[a]?|twierdzi|uważa|dodaje|podkreśla|podkreślił[a]?|tłumaczy|wyjaśnia|wyjaśnił[a]?|ocenia"
    "|ocenił[a]?|odpowiedział[a]?",
    "ru": "говорит|считает|отмечает|добавляет|подчеркивает|подчёркивает|поясняет|рассказывает|утверждает|уверяет|пишет"
    "|ответил[аи]?|уверена?",
    "uk": "каже|вважає|наголоси(?:в|ла|ли)|наголошує|запевни(?:в|ла|ли)|запевняє|зауважи(?:в|ла|ли)|пояснює|поясни(?:в|ла|ли)|додає"
    "|зазначає|розповідає|підкреслює|відпові(?:в|ла|ли)|пише",
    "tr": "diyor|söylüyor|anlatıyor|belirtiyor|yanıtladı|ekledi|anlattı|uyardı",
    "ar": "و?أجابت?|و?شددت?|و?تابعت?|و?أعربت?|[وف]?[يت]قول|فقالت?",
    "fa": "می‌گوید|می‌گویند|می‌افزاید|می‌نویسد|پاسخ داد",
    "hi": "कहती|कहते|कहता|बोला|बोली|बोले|का कहना",
    "ur": "کہتی|کہتے|کہتا|بولے|بولی|کا کہنا",
}
VERB_FIRST = frozenset({"ar"})  # قالت سعاد: «…»
VERB_LAST = frozenset({"tr", "hi", "ur"})  # Ayşe Kaya, “…” dedi; the words stand between the name and the verb
ARTICLE = "ال"  # of an Arabic title; without it somebody belongs to whom is named: the lawyer of
WHOLE = re.compile(
    r"\s*[,.;:!?)—–،؛؟।-]|\s+(?:on|in|at|to|during|after|late|early|am|in|bei|à|en|a|el|em|no|na|w|в|на|i|på|till|في|خلال|يوم|أمام)\s"
)
NO_TITLE = OTHERS | ANDS  # words that no title has
TO_WHOM = TIES | {"a", "ad", "å"}
TOWARDS = frozenset("told tells averti alertou alertó informó".split())  # and then may come to whom
HELPERS = frozenset("a ha hat hatte habe have has had avait aurait había havia ने نے diye şeklinde".split())
ANOTHERS = frozenset(  # words with which another one's clause has begun: Lee said that the captain had…
    (
        "had has have was were is are hatte habe hätte sei war ist avait aurait était había era aveva havia hade var "
        "that que qu che dass daß dat att że что що"
    ).split()
)
ANOTHER = (NAMING | OWNERS) - frozenset("der dem den".split())  # Lee said the captain yelled


class Saying(NamedTuple):
    """The verbs by which a language says who speaks."""

    verbs: re.Pattern[str]
    language: str


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


def _said_by(article: Article, spoken: Sequence[Speech], speech: Speech, named: Sequence[Naming], saying: Saying) -> list[tuple[str, Span]]:
    """The actors by whom the sentences say that the utterance was said, each with the clause."""
    spans = sorted(span for one in spoken for span in one)
    found: list[tuple[str, Span]] = []
    parts = list(_clauses(article, spans, speech))
    if saying.language in VERB_LAST and parts[0][1] and saying.verbs.match(article.text, _behind(article.text, speech[0][1])):
        names = _named_in(named, parts[0][0])
        found += [(one.actor, parts[0][0]) for one in names if _at_the_end(article.text, parts[0][0], names)]
    for clause, is_before in parts:
        names = _named_in(named, clause)
        says = _before if is_before else _after
        if names and says(article.text, clause, names, saying):
            found += [(one.actor, clause) for one in names]  # whoever is named beside the speaker may be the one who is meant
    return found


def _named_in(named: Sequence[Naming], clause: Span) -> Sequence[Naming]:
    return named[bisect_left(named, clause[0], key=_start) : bisect_left(named, clause[1], key=_start)]


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


def _before(text: str, clause: Span, names: Sequence[Naming], saying: Saying) -> bool:
    """Whether somebody named is said to say what follows: Ann Lee told reporters on Monday: "…". The verb nearest to it counts."""
    verb = deque(saying.verbs.finditer(text, *clause), 1)
    if not verb:
        return False
    start, end = verb[0].span()
    between = text[end : clause[1]].split()
    if len(between) > TITLES + 2 or _another_begins(verb[0][0], [word.strip(MARKS).casefold() for word in between]):
        return False
    if saying.language in VERB_FIRST and not _is_alone(between, verb[0][0]):
        behind = next((one for one in names if end <= one.start), None)
        return behind is not None and _is_subject(text, end, behind, clause, saying)
    return any(one.end <= start and _is_beside(text[one.end : start]) for one in names)


def _another_begins(verb: str, behind: Sequence[str]) -> bool:
    """Whether words behind a verb of saying are the clause of somebody else: said the captain had shouted; but told the BBC on Monday."""
    return not ANOTHERS.isdisjoint(behind) or (len(behind) > 2 and behind[0] in ANOTHER and verb.casefold() not in TOWARDS)


def _is_alone(between: Sequence[str], verb: str) -> bool:
    """Whether an Arabic verb has no subject of its own behind it, nor begins a clause."""
    return not verb.startswith(("و", "ف")) and not "".join(between).strip(MARKS + ":")


def _is_subject(text: str, verb: int, name: Naming, clause: Span, saying: Saying) -> bool:
    """Whether the name, with its title at most, stands right behind a verb that ends there, and is whole."""
    before = text[verb : name.start]
    return not SIGN.match(before) and _is_title(before, saying.language) and _is_whole(text, name.end, clause[1])


def _behind(text: str, end: int) -> int:
    """Where the first word behind quotation marks begins that is no helping one: “…” diye konuştu."""
    found = BEHIND.match(text, end)
    return found.end() if found else end


def _at_the_end(text: str, clause: Span, names: Sequence[Naming]) -> bool:
    """Whether the clause ends with a name, which with its title is all: Ayşe Kaya, “…” dedi."""
    return any(_is_beside(text[one.end : clause[1]].strip(MARKS)) and _is_title(text[clause[0] : one.start]) for one in names[-1:])


def _after(text: str, clause: Span, names: Sequence[Naming], saying: Saying) -> bool:
    """Whether somebody named is said to have said what stands before: "…," said Ann Lee; "…," Ann Lee said."""
    verb = saying.verbs.search(text, *clause)
    if not verb:
        return False
    between = text[clause[0] : verb.start()].strip(MARKS)
    for one in names:
        if one.end <= verb.start() and saying.language not in VERB_FIRST:
            if _is_beside(text[one.end : verb.start()]) and _is_title(text[clause[0] : one.start]):
                return True
        elif verb.end() <= one.start and _is_beside(between) and verb[0].casefold() not in TOWARDS:
            return _is_subject(text, verb.end(), one, clause, saying)
    return False


def _is_beside(between: str) -> bool:
    """Whether a verb stands right behind a name, or the marks, with a helping verb between them at most: Lee a dit, Lee hat gesagt."""
    return HELPERS.issuperset(between.casefold().split())


def _is_title(between: str, language: str = "") -> bool:
    """Whether words before a name may be its title: Defense Secretary, the president."""
    title = between.strip(MARKS)
    words = title.casefold().split()
    if len(words) > TITLES or not NO_TITLE.isdisjoint(words) or (words[-1:] and words[-1] in TO_WHOM):
        return False
    if language in VERB_FIRST and not all(word.startswith(ARTICLE) for word in words):
        return False
    return not any(sign in title for sign in ",;:()")


def _is_whole(text: str, end: int, clause: int) -> bool:
    """Whether a name ends here, and is not that of whom somebody else belongs to: said Lee's lawyer, said Lee aide Bob Roe."""
    return end >= clause or bool(WHOLE.match(text, end))


@cache
def _saying(language: str) -> Saying | None:
    """The verbs by which a language says who speaks; None where it is not known."""
    name, read = language.replace("_", "-").casefold().partition("-")[0], reader(language)
    if read is not None and not (read.calendar.saying and read.calendar.spaced):
        return None
    words = "|".join(filter(None, (read.calendar.saying if read else "", SAYING.get(name, ""))))
    letter = LETTER if name == "hi" else r"\w"
    return Saying(re.compile(rf"(?<![{letter}])(?:{words})(?![{letter}])", re.I), name) if words else None
