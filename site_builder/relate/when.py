"""Which date does each source give for an event, a quote, a reaction?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from site_builder.model import Anchor, Article, Citation, Dossier, Event, Quote, Reaction, Source, Told
from site_builder.text.calendar import Reader, reader
from site_builder.text.dated import Printed, dates_in, is_a_name
from site_builder.text.edges import cases, is_word
from site_builder.text.fold import fold
from site_builder.text.relative import Relative
from site_builder.text.scripts import later
from site_builder.text.sentences import sentence
from site_builder.text.standing import standing

Range = tuple[int, int]
Part = Literal["cited", "resolved", "saying", "beside"]

CLAUSE = re.compile(r"[;:,，；：、،؛\"“”«»„「」『』—–]|--")  # a full stop in a sentence is an abbreviation's
BETWEEN = " \t\r\n,，،.…!?！？。\"'’”»“「」』"  # between a quote and who said it
POSSESSIVE = ("'s", "’s")  # "ahead of Friday's vote" dates the vote
BOUND = later(  # another date than that of the saying or the event: before the Nov. 5 election, since Monday
    r"(?<!\w)(?:before|after|since|until|till|by|ahead of|prior to|following|vor|nach|seit|bis(?: zum)?|ab|avant|après|depuis|jusqu['’]à"
    r"|jusqu['’]au|à partir du?|antes del?|después del?|desde|hasta|a partir del?|prima d(?:i|el(?:l['’])?)|dopo|entro|fino al?(?:l['’])?"
    r"|depois d[aeo]|antes d[ao]|até|vóór|sinds|vanaf|tot|до|после|с|со|після|з|із|przed|po|od|do"
    r"|قبل|بعد|منذ|حتى|پیش از|پس از|از|تا) ?(?:(?:the|dem|der|den|le|la|l['’]|el|los|il|lo|o|a|dnia|يوم) ?)?\Z",
    re.I,
)
BEHIND = later(  # the same in languages that say it behind the date
    r"['’]?[dt][ae]n (?:önce|sonra|beri|itibaren|bu yana)|\s(?:के बाद|से|तक|के पहले|کے بعد|سے|تک)(?!\w)"
    r"|之[前后後]|[前后後](?![往线線半])|以[前后後来來降]|まで|から"
)
LONGEST_BOUND = 24
THAT = 8  # letters: "that", "что", "dass er"
INTRODUCTION = 80  # characters: ", Defense Secretary Lloyd Austin told reporters: "

LONGEST = 1_000  # characters of a sentence before and after the words; longer ones are no sentences
MORE = 20  # letters in cited words besides "Austin said Wednesday", from which on they tell of something else than his saying it
MORE_UNSPACED = 8  # the same in Chinese and Japanese


def tellings(
    dossier: Dossier, citations: Iterable[Citation], articles: Mapping[str, Article], sources: Mapping[str, Source]
) -> tuple[Told, ...]:
    """Every date that the sources of a dossier give for its events, and for the quotes and reactions that the editor has dated."""
    of: dict[tuple[str, str], list[Citation]] = {}
    for citation in citations:
        of.setdefault((citation.kind, citation.id), []).append(citation)
    records: list[tuple[str, Event | Quote | Reaction]] = [("event", event) for event in dossier.events]
    records += [("quote", quote) for quote in dossier.quotes if quote.said]
    records += [("reaction", reaction) for reaction in dossier.reactions if reaction.date]
    return tuple(one for kind, record in records for one in told(record, of.get((kind, record.id), ()), articles, sources))


def told(
    record: Event | Quote | Reaction, citations: Iterable[Citation], articles: Mapping[str, Article], sources: Mapping[str, Source]
) -> tuple[Told, ...]:
    """The dates in the sentences that a record cites, in the order of its citations. Words that stand more than once give none."""
    found: list[Told] = []
    for citation in citations:
        if len(citation.places) == 1 and citation.source in articles and citation.source in sources:
            found += _told(record, citation, articles[citation.source], sources[citation.source])
    return tuple(found)


def _told(record: Event | Quote | Reaction, citation: Citation, article: Article, source: Source) -> Iterator[Told]:
    place, text = citation.places[0], article.text
    uttered = _uttered(article, place) if isinstance(record, Quote) else (place.start, place.end)
    first, last = _sentence(article, place.paragraph, uttered)
    word = _place_of(record.resolved, text, first, last) if isinstance(record, Event) and record.resolved else None
    read = reader(source.language)
    taken = False
    for one in dates_in(text, source.language, source.published, first, last) if read else ():
        date = one.start, one.end
        if any(_overlap(date, gap) for gap in article.skipped):
            continue
        resolved = word is not None and _overlap(date, word)
        taken = taken or resolved
        bound = not resolved and _is_bound(text, one, first) and (isinstance(record, Quote) or not is_a_name(text, *date))
        part = "resolved" if resolved else "beside" if bound else _part(record, date, place.parts, (first, *uttered, last), text, read)
        of = word if word and resolved else next((_common(date, cited) for cited in place.parts if _overlap(date, cited)), date)
        yield _made(citation, text, of, part, one)
    if word and not taken:
        yield _made(citation, text, word, "resolved", None)


def _made(citation: Citation, text: str, words: Range, part: Part, date: Relative | Printed | None) -> Told:
    """A date as told. Its words are no more than the record has of them: "Tuesday" where "On" is not cited."""
    anchor = Anchor(*words, citation.places[0].paragraph, (words,))
    relative = not isinstance(date, Printed)
    anniversary = isinstance(date, Printed) and date.anniversary
    said, day = text[words[0] : words[1]], date.date if date else None
    return Told(citation.kind, citation.id, citation.source, said, day, anchor, part, relative, anniversary, citation.trail)


def _part(
    record: Event | Quote | Reaction,
    date: Range,
    cited: Iterable[Range],
    sentence: tuple[int, int, int, int],
    text: str,
    read: Reader | None,
) -> Part:
    """What a date in the sentence is to the record. `sentence`: where it begins, where the words do, where they end, where it ends."""
    if read is None or read.saying is None:
        return "beside"
    if isinstance(record, Quote):
        return "saying" if _tells_when_said(date, sentence, text, read.saying) else "beside"
    part = next((one for one in cited if _overlap(date, one)), None)
    if part is None or text.startswith(POSSESSIVE, date[1]):
        return "beside"
    clause = _clause_start(text, part[0], date[0])
    says = bool(read.saying.search(text, clause, date[0]))
    if isinstance(record, Reaction):
        return "cited" if says else "beside"
    if says and read.tense.pattern.search(text, part[0], clause):  # "The bridge was closed, the council said Tuesday"
        return "saying"
    more = sum(map(is_word, text[part[0] : clause])), sum(map(is_word, text[date[1] : part[1]]))
    return "saying" if says and max(more) >= (MORE if read.calendar.spaced else MORE_UNSPACED) else "cited"


def _is_bound(text: str, date: Relative | Printed, first: int) -> bool:
    """Whether something is said of the days before or after a date, not of its own: "after Nov. 11". A span says both its ends."""
    if date.date and "/" in date.date:
        return False
    return bool(BOUND.search(text[max(first, date.start - LONGEST_BOUND) : date.start]) or BEHIND.match(text, date.end))


def _clause_start(text: str, low: int, at: int) -> int:
    """Where the clause begins in which `at` stands, not before `low`."""
    return max((found.end() for found in CLAUSE.finditer(text, low, at)), default=low)


def _tells_when_said(date: Range, sentence: tuple[int, int, int, int], text: str, saying: re.Pattern[str]) -> bool:
    """Whether a date belongs to the clause that says who spoke, next to the words: "…," Austin said Wednesday."""
    first, start, end, last = sentence
    if date[0] >= end:
        after = len(text[end:last]) - len(text[end:last].lstrip(BETWEEN)) + end
        stop = CLAUSE.search(text, after, last)
        clause_end = stop.start() if stop else last
        return date[1] <= clause_end and bool(saying.search(text, after, clause_end))
    if date[1] > start or len(saying.findall(text[first:start])) != 1:
        return False
    between = text[date[1] : start]
    return sum(map(is_word, between)) <= THAT or (len(between) <= INTRODUCTION and bool(saying.search(between)))


def _uttered(article: Article, place: Anchor) -> Range:
    """The words with all that stands between the same quotation marks; who said them stands outside."""
    round_them = [(a, b) for a, b in article.quoted if a <= place.start and place.end <= b]
    return max(round_them, key=lambda span: span[1] - span[0], default=(place.start, place.end))


def _sentence(article: Article, paragraph: int, words: Range) -> Range:
    """The sentence of the words, within their paragraphs."""
    low, high = words
    for one in article.paragraphs[max(0, paragraph - 1) :]:
        if one.start > words[1]:
            break
        low, high = min(low, one.start), max(high, one.end)
    low, high = max(low, words[0] - LONGEST), min(high, words[1] + LONGEST)
    return sentence(article.text, low, high, *words)


def _place_of(words: str, text: str, first: int, last: int) -> Range | None:
    """Where the editor's word stands in the sentence."""
    folded, wanted = fold(text[first:last]), fold(words.strip()).text
    found = next((span for case in cases(wanted) for span in standing(folded.text, case)), None)
    if found is None and wanted:  # in Arabic and Hebrew behind a word written onto it, in Turkish with its case behind an apostrophe
        tied = re.search(rf"(?<!\w)(?:[وفبلك]{{1,2}}|[ובלכהשמ]{{1,3}}-?)?({re.escape(wanted)})(?:'\w+)?(?!\w)", folded.text)
        found = tied.span(1) if tied else None
    return (first + folded.start(found[0]), first + folded.end(found[1] - 1)) if found else None


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _common(one: Range, other: Range) -> Range:
    return max(one[0], other[0]), min(one[1], other[1])
