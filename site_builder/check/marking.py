"""Which quotation marks of a source have no partner, or are turned the wrong way? What they enclose can't be quoted with certainty."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.check.reading import Reading
from site_builder.problems import Problem
from site_builder.text.unpaired import turned, unpaired

MOST = 3  # a source with more has marks of its own kind
AROUND = 20  # characters shown after a mark


def unpaired_marks(reading: Reading) -> Iterator[Problem]:
    """Warnings on marks that open or close nothing."""
    text, found = reading.article.text, [at for at in unpaired(reading.article) if not reading.is_answered(at, at + 1)]
    for n, at in enumerate(found[:MOST]):
        more = f", nor have {len(found) - MOST} more in this file" if n == MOST - 1 and len(found) > MOST else ""
        message = f"this quotation mark has no partner{more}"
        hint = "see where the quotation begins or ends: what one mark alone encloses counts as reported, not as quoted"
        near = " ".join(text[at : at + AROUND].split())
        yield Problem(reading.seed, "unpaired-mark", message, hint, (), *reading.place(at), "warning", (reading.source.id, near))


def turned_marks(reading: Reading) -> Iterator[Problem]:
    """Warnings on marks that are set against the style of the text."""
    for wrong in turned(reading.article)[:MOST]:
        if reading.is_answered(wrong.at, wrong.at + 1):
            continue
        mark = reading.article.text[wrong.at]
        message = f"this mark is turned the wrong way: {mark} for {wrong.right}"
        hint = "quotations are found all the same; tell readers in a `note`, or mark it with `sic` in sources.yaml"
        place = reading.place(wrong.at)
        near = " ".join(reading.article.text[wrong.at : wrong.at + AROUND].split())
        yield Problem(reading.seed, "turned-mark", message, hint, (), *place, "warning", (reading.source.id, near))
