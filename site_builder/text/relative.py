"""Which day does "Wednesday" mean in an article of that date?"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from site_builder.model import Date


class Relative(Struct, frozen=True):
    """A word for a date that only the article's own date makes one."""

    start: int  # offsets into the text
    end: int
    words: str
    date: Date | None  # EDTF; None where the article's date is not known well enough


def relative_dates(text: str, language: str, published: Date | None, start: int = 0, end: int | None = None) -> Iterator[Relative]:
    """The relative dates in text[start:end], in order, resolved as far as `published` allows."""
    yield from ()
