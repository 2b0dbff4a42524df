"""One utterance of several sentences between which the source says who speaks: "We will hold," she said. "We have to."."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import islice

from site_builder.text.edges import cases, core
from site_builder.text.standing import MOST_PLACES, Part, standing

SENTENCE = re.compile(r"(?<=[.!?؟۔।])[\" ]+|(?<=[。！？…])\"?")
MOST_SENTENCES = 40
MOST_WAYS = 20
LONGEST_ATTRIBUTION = 250  # characters; more between two quotes is a story of its own
STOP = re.compile(
    r"(?<![^\W\d_])(?P<short>\w|Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Sen|Rep|Gov|Prof|Rev|Hon|Jr|Sr|No|vs)\.|[.!?؟۔।](?=\s)|[。！？…]"
)
ENDS = ".!?؟۔।。！？…,،，、—"


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


def is_attribution(between: str) -> bool:
    """Whether what stands between two quotes (folded) only says who speaks: one sentence that does not introduce another speaker."""
    said = between.strip('" ')
    if not said or len(said) > LONGEST_ATTRIBUTION or said[-1] not in ENDS:
        return False
    return all(found.end() == len(said) or found["short"] for found in STOP.finditer(said))
