"""Which sources leave words out of a quote without saying so, as another source of the quote shows?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from site_builder.model import Article, Citation, Dossier
from site_builder.problems import Problem
from site_builder.text.aligned import Word, keys, one_line
from site_builder.text.fold import fold
from site_builder.text.omissions import Omission, omissions
from site_builder.text.speeches import Speech, around, said_round, speeches

MARKED = re.compile(r"[…\[(]")
REPEATED = 200  # characters of what is left out that a hint repeats


class Printed(Struct, frozen=True):
    """The utterance as the source of a citation prints it."""

    citation: Citation
    article: Article
    speech: Speech  # the spans in which the cited words stand
    words: list[Word]


def unmarked(dossier: Dossier, citations: Sequence[Citation], articles: Mapping[str, Article]) -> Iterator[Problem]:
    """Warnings where a source leaves words out of a direct quote, within one pair of marks and without an ellipsis.

    Two sentences that the editor joins over "he said" are not meant: nothing of what was said is left out there.
    """
    direct = {quote.id for quote in dossier.quotes if quote.kind == "direct"}
    of: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        if citation.kind == "quote" and citation.id in direct and citation.places and citation.source in articles:
            of[citation.id].append(citation)
    for found in of.values():
        if len({citation.source for citation in found}) > 1:
            yield from _of_quote([_printed(citation, articles[citation.source]) for citation in found])


def _printed(citation: Citation, article: Article) -> Printed:
    found = speeches(article)
    place = citation.places[0]
    return Printed(citation, article, around(found, place), said_round(article, found, place))


def _of_quote(printed: Sequence[Printed]) -> Iterator[Problem]:
    """Each source against the one that prints most of the utterance, and that one against the others; each is told of once."""
    fullest = max(printed, key=lambda one: len(one.words))
    told: set[str] = set()
    for other in printed:
        for whole, cut in ((fullest, other), (other, fullest)):
            if cut.citation.source in {*told, whole.citation.source} or keys(whole.words) == keys(cut.words):
                continue
            found = next((one for one in omissions(whole.words, cut.words) if _is_silent(one, whole, cut)), None)
            if found:
                told.add(cut.citation.source)
                yield _problem(found, whole, cut)


def _is_silent(found: Omission, whole: Printed, cut: Printed) -> bool:
    """Whether the words are left out inside the quote, between two words of one pair of marks, and no sign says so."""
    before, after = cut.words[found.at - 1], cut.words[found.at]
    place = cut.citation.places[0]
    if not place.start <= before.start < after.end <= place.end:
        return False
    if not any(start <= before.start and after.end <= end for start, end in cut.speech):
        return False
    gone = whole.article.text[whole.words[found.first - 1].end : whole.words[found.last].start]
    return not MARKED.search(fold(cut.article.text[before.end : after.start]).text) and not _is_aside(gone)


def _is_aside(gone: str) -> bool:
    """Whether the words are an insertion in brackets, which the other source made itself."""
    plain = gone.strip(" ,;.\n")
    return plain.startswith(("[", "(")) and plain.endswith(("]", ")"))


def _problem(found: Omission, whole: Printed, cut: Printed) -> Problem:
    longer, shorter = whole.citation, cut.citation
    gone = one_line(whole.article.text[whole.words[found.first].start : whole.words[found.last - 1].end])
    short = gone if len(gone) <= REPEATED else gone[:REPEATED].rsplit(" ", 1)[0] + "…"
    return Problem(
        f"content/{shorter.dossier}/quotes.yaml",
        "unmarked-elision",
        f"'{shorter.source}' leaves {found.last - found.first} words out of this without an ellipsis; '{longer.source}' has them",
        "quote the fuller wording with this one as a variant, or say it in a note; if they are two utterances, silence the warning",
        (*shorter.trail, "words"),
        severity="warning",
        of=(shorter.id, shorter.source),
        unpublished=f"left out: “{short}”",
    )
