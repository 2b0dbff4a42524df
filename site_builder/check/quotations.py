"""Which quotations of a source does nothing cite?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from site_builder.check.reading import Range, Reading, joined
from site_builder.problems import Problem
from site_builder.text.scripts import has_unspaced

FEWEST_WORDS = 5  # words between marks: in news in four languages three of four so long are utterances, of four words half: terms, titles
FEWEST_SIGNS = 12  # the same in scripts without spaces
MOST = 3  # quotations named of one source
COMMAS = " ,،，"
SIGN = re.compile(r"\w")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
SHOWN = 70  # characters of a quotation in a message


def unused_quotations(reading: Reading, told: Sequence[Range] = ()) -> Iterator[Problem]:
    """Warnings on what stands between quotation marks and is cited by nothing. `told`: of what stands there another warning speaks."""
    taken = joined([*reading.cited, *told])
    unused = [span for span in _outer(reading) if not _is_met(span, taken) and _is_said(reading, span)]
    for n, (start, end) in enumerate(unused[:MOST]):
        words = " ".join(reading.article.text[start:end].split()).rstrip(COMMAS)
        more = f", and {len(unused) - MOST} more" if n == MOST - 1 and len(unused) > MOST else ""
        message = f"nothing uses this quotation: {_shown(words)}{more}"
        hint = f"to use it, add to quotes.yaml:\n{_record(reading, words)}"
        yield Problem(reading.seed, "unused-quotation", message, hint, (), *reading.place(start), "warning", (reading.source.id, words))


def _outer(reading: Reading) -> list[Range]:
    """Quotations that are not inside others."""
    return joined([(start, end) for start, end in reading.article.quoted if end > start])


def _is_said(reading: Reading, span: Range) -> bool:
    """Whether so much stands between the marks that somebody said it: long, and not in capitals like a title."""
    text = reading.article.text[slice(*span)]
    if has_unspaced(text):
        return len(SIGN.findall(text)) >= FEWEST_SIGNS
    words = WORD.findall(text)
    return len(words) >= FEWEST_WORDS and sum([word[0].isupper() for word in words]) < len(words) / 2


def _is_met(span: Range, ranges: Sequence[Range]) -> bool:
    """Whether any of it stands in one of the ranges, which are in order and apart."""
    at = bisect_left(ranges, (span[1], 0))
    return at > 0 and ranges[at - 1][1] > span[0]


def _record(reading: Reading, words: str) -> str:
    return f"- id: \n  actor: \n  words: >-\n    {words}\n  sources: [{reading.source.id}]"


def _shown(words: str) -> str:
    return words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + "…"
