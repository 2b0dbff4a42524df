"""One utterance of several sentences between which the source says who speaks: "We will hold," she said. "We have to."."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from itertools import islice

from site_builder.model import Article
from site_builder.text.attributions import is_one_clause
from site_builder.text.edges import cases, core, is_word
from site_builder.text.fold import fold
from site_builder.text.standing import MOST_PLACES, Part, standing

SENTENCE = re.compile(r"(?<=[.!?؟۔।])[\" ]+|(?<=[。！？…])\"?")
MOST_SENTENCES = 40
MOST_WAYS = 20
LONGEST_ATTRIBUTION = 250  # characters; more between two quotes is a story of its own
STOP = re.compile(
    r"(?<![^\W\d_])(?P<short>\w|Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Sen|Rep|Gov|Prof|Rev|Hon|Jr|Sr|No|vs)\.|[.!?؟۔।;:؛](?=\s)|[。！？；：…]"
)
SENTENCE_ENDS = ".!?؟۔।。！？…"
QUESTIONS = "?؟？"
TIES = ",،，、—-"  # what ties "she said" to the quote before it
ENDS = SENTENCE_ENDS + ",،，、—"
TO_GO_ON = re.compile(r"(?<=[.,;:])(?:,|\.)? ?—$")  # «…, — сказала она. — …»: the dash behind who speaks
WORD = re.compile(r"\w+")
ONE = re.compile(r"(?<!\w)(?:one|l'une?|uno|una|eine[rs]?|ena?|een|jeden|jedn[aoi]|оди?н[аиі]?|biri|jedan|den ene|den ena)\W*$", re.I)
BESIDE = 12  # characters beside a quote in which the next sign is found


def sentences(words: str) -> list[str]:
    """The sentences of folded words; nothing if there are too many to be one utterance."""
    ends = [found.end() for found in islice(SENTENCE.finditer(words), MOST_SENTENCES) if 0 < found.end() < len(words)]
    if len(ends) >= MOST_SENTENCES:
        return []
    return [words[start:end] for start, end in zip([0, *ends], [*ends, len(words)], strict=True)]


def utterances(text: str, parts: Sequence[str], follows: Callable[[int, int], bool]) -> list[tuple[Part, ...]]:
    """Every way to find the sentences in order, as few pieces as possible; `follows(end, start)`: whether a piece may follow another."""
    if not all(any(_said(case) in text for case in cases(_said(part))) for part in parts):
        return []

    @cache
    def ways(first: int) -> list[tuple[Part, ...]]:
        for until in range(len(parts), first, -1):
            whole = _said("".join(parts[first:until]))
            places = [place for case in (cases(whole) if first == 0 else (whole,)) for place in islice(standing(text, case), MOST_PLACES)]
            made = _joined(places, ways(until) if places and until < len(parts) else [()])
            if made:
                return made
        return []

    def _joined(places: Sequence[Part], rests: Sequence[tuple[Part, ...]]) -> list[tuple[Part, ...]]:
        fitting = ((place, *rest) for place in places for rest in rests if not rest or follows(place[1], rest[0][0]))
        return list(islice(fitting, MOST_WAYS))

    return ways(0)


def _said(part: str) -> str:
    start, end = core(part)
    return part[start:end]


def goes_on(article: Article, before: Part, span: Part, until: int) -> bool:
    """Whether the speaker of one quoted span goes on in the next one: between them, in one paragraph, the source only says who speaks.

    `until`: where the span after that begins. Where two may be speaking this is not told: "Will you?" he asked. "No," she said.
    """
    text, between = article.text, article.text[before[1] : span[0]]
    if len(between) > LONGEST_ATTRIBUTION + 2 or _paragraph(article, before[1]) != _paragraph(article, span[0]):
        return False
    said = TO_GO_ON.sub("", fold(between).text.strip('" '))
    if not _is_attribution(said) or _is_fragment(article, before):
        return False
    last, first = text[before[0] : before[1]].rstrip()[-1:], fold(text[span[0] : span[0] + BESIDE]).text.strip('" ')[:1]
    ended, sentence = last in SENTENCE_ENDS, said[-1] in SENTENCE_ENDS
    if ended and not (said[0] in TIES or said[0].islower() or (not sentence and not _has_case(said[0]))):
        return False  # a sentence of its own: "We will fight." Bob disagreed. "We will surrender."
    if sentence:
        return last not in QUESTIONS and not _names_a_speaker(article, span, until)
    if first.islower():
        return not _is_one_of_two(said, WORD.search(text, span[1], min(until, span[1] + BESIDE)))
    return not _has_case(first) and not _names_a_speaker(article, span, until)


def _is_one_of_two(said: str, following: re.Match[str] | None) -> bool:
    """Whether what says who speaks, and the word behind the next span, set one against the other: "…," said one, "…," said another."""
    opening = WORD.search(said)
    return bool((opening and following and opening[0] == following[0]) or ONE.search(said))


def _is_attribution(said: str) -> bool:
    """Whether what stands between two quotes (folded) may only say who speaks: one sentence that does not introduce another speaker."""
    if not said or said[-1] not in ENDS or not (is_word(said[0]) or said[0] in TIES) or not is_one_clause(said):
        return False
    if any(part[:1].isupper() for part in said[1:].split("—")[1:]):
        return False
    return all(found.end() == len(said) or found["short"] for found in STOP.finditer(said))


def _is_fragment(article: Article, span: Part) -> bool:
    """Whether the span stands inside a sentence of the source's: he called it "a mistake"."""
    start = article.paragraphs[_paragraph(article, span[0]) - 1].start
    before = fold(article.text[max(start, span[0] - BESIDE) : span[0]]).text.rstrip('" ')
    return is_word(before[-1:] or " ")


def _names_a_speaker(article: Article, span: Part, until: int) -> bool:
    """Whether words of the same sentence follow the span: "…," he said."""
    end = min(until, article.paragraphs[_paragraph(article, span[1]) - 1].end, span[1] + BESIDE)
    follows = fold(article.text[span[1] : end]).text.lstrip('" ')[:1]
    stop = article.text[span[0] : span[1]].rstrip()[-1:]
    if not follows or not is_word(follows):
        return (follows or stop or " ") in f"({TIES}"
    return follows.islower() or stop not in SENTENCE_ENDS or (stop in "!?؟！？…" and _has_case(follows))


def _has_case(letter: str) -> bool:
    return letter.lower() != letter.upper()


def _paragraph(article: Article, at: int) -> int:
    return bisect_right(article.paragraphs, at, key=lambda paragraph: paragraph.start)
