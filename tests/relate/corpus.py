"""Reports of agencies and what others made of them, written for these tests: `# story | member | report`, then the text.

Members of one story with the same report are one family. `own` is an independent reporter at the same event, with the same quotation and
the same official names. `*-held.txt` was written before anything was tuned, and nothing was tuned to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from msgspec import Struct

from site_builder.model import Article, Kin, Source
from site_builder.relate.kinships import kinships
from site_builder.text.article import article

WIRE = Path(__file__).parent / "wire"


class Telling(Struct, frozen=True):
    report: str  # whose report it is
    article: Article


class Score(Struct):
    """How pairs came out."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def tellings(name: str) -> dict[str, Telling]:
    """The texts of one file by their names."""
    return dict(_read((WIRE / f"{name}.txt").read_text("utf-8")))


def _read(text: str) -> Iterator[tuple[str, Telling]]:
    for part in re.split(r"^# ", text, flags=re.M)[1:]:
        head, body = part.split("\n", 1)
        story, member, report = (word.strip() for word in head.split("|"))
        yield f"{story}-{member}", Telling(f"{story}-{report}", article(body, ""))


def score(texts: dict[str, Telling], kin: tuple[Kin, ...]) -> Score:
    """How many pairs are found rightly, found wrongly and missed, if these count as found."""
    sources = [Source(id=name, file=name) for name in texts]
    found = kinships(sources, {name: one.article for name, one in texts.items()}, (), [list(texts)])
    said = {(one.one, one.other) for one in found if one.kin in kin}
    out = Score()
    for pair in combinations(sorted(texts), 2):
        same = texts[pair[0]].report == texts[pair[1]].report
        out.right += same and pair in said
        out.wrong += not same and pair in said
        out.missed += same and pair not in said
    return out
