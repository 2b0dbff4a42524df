"""Who speaks, said inside one pair of marks between dashes: «Мы устали, — сказала она. — Нам пора»; «No —dijo el ministro—. Nunca».

Russian, Ukrainian, Polish, Spanish, Portuguese, Italian and others print it so, and French between commas. It is the newspaper's, not
the speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from site_builder.text.incises import incises
from site_builder.text.said import SKIPPED, begins_listed, has_form

Span = tuple[int, int]

DASHES = "—–"
SIGNS = ",.!?…:"
DASH = re.compile(f"[{DASHES}]")
LONGEST = 250  # characters between the dashes
NEAR = 100  # characters behind a dash among which a verb stands with its subject
FIRST = re.compile(r"\s?([^\W\d_A-Z][\w'’]*)")
END = re.compile(rf"\s?[{DASHES}][.,;:]?\s?")


def uninterrupted(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The quoted spans without what says in them who speaks."""
    dashed = any(dash in text for dash in DASHES)
    return tuple([part for span in spans for part in _without(span, _said_in(text, *span, dashed=dashed))])


def _said_in(text: str, start: int, end: int, *, dashed: bool) -> Iterable[Span]:
    found = [*incises(text, start, end), *(_between_dashes(text, start, end) if dashed else ())]
    return sorted(found) if len(found) > 1 else found


def _without(span: Span, between: Iterable[Span]) -> Iterator[Span]:
    start, end = span
    for left, right in between:
        if left > start:
            yield start, left
        start = max(start, right)
    if start < end:
        yield start, end


def _between_dashes(text: str, start: int, end: int) -> Iterator[Span]:
    for found in DASH.finditer(text, start, end):
        at = found.start()
        if at < start or not text[at - 1].isspace() or _goes_on(text, at):
            continue
        closing = END.search(text, at + 1, min(end, at + LONGEST))
        if (closing is None and end - at > LONGEST) or not (says_who(text, at, end) or (closing and _has_form(text, at, closing))):
            continue
        start = closing.end() if closing else end
        yield at - 1, start


def _goes_on(text: str, at: int) -> bool:
    """Whether no verb in small letters stands behind a dash."""
    word = FIRST.match(text, at + 1)
    return not word or word[1] in SKIPPED


def says_who(text: str, at: int, end: int) -> bool:
    """Whether a verb of saying that is listed stands behind the dash at `at`."""
    words = text[at + 1 : min(end, at + NEAR)].split()
    return bool(words) and begins_listed(words, sign=text[at - 2] in SIGNS)


def _has_form(text: str, at: int, closing: re.Match[str]) -> bool:
    """Whether what stands between the dash at `at` and its closing one has the form of what says who speaks."""
    said = text[at + 1 : closing.start()].strip()
    ended = said[-1:] if said[-1:] in SIGNS else closing[0].strip(f"{DASHES} ")
    return bool(said) and has_form(said.split(), sign=text[at - 2] in SIGNS, ended=ended)
