"""What do the lints cost, against the verification itself? `python benchmarks/lints.py SITE`: any site, such as a generated one."""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from site_builder import build
from site_builder.check import lints
from site_builder.check.near_names import names_of, near_names
from site_builder.check.quotations import unused_quotations
from site_builder.check.reading import Range, Reading
from site_builder.problems import Problem


def main(root: Path) -> None:
    """A line for each lint: milliseconds for each article, and how often it speaks."""
    began = time.perf_counter()
    verified = build.verify(root)
    whole = time.perf_counter() - began
    dossiers, top, articles = verified.dossiers, verified.top, len(verified.articles)
    cited: defaultdict[str, list[Range]] = defaultdict(list)
    for citation in verified.all_citations():
        cited[citation.source] += [part for place in citation.places for part in place.parts]
    owners: dict[str, str] = {}
    for dossier in dossiers:
        for source in dossier.sources:
            owners.setdefault(source.id, dossier.id)
    owned = {dossier.id: {source for source, owner in owners.items() if owner == dossier.id} for dossier in dossiers}
    read = [lints.readings(dossier, verified.articles, cited, owned[dossier.id]) for dossier in dossiers]
    every = [reading for own in read for reading in own]
    told("words", articles, lambda: [str(len(reading.words.vocabulary)) for reading in every])
    for lint in (*lints.OF_A_SOURCE, unused_quotations):
        told(lint.__name__, articles, partial(every_one, lint, every))
    known = names_of(top.actors, top.outlets)
    told("names_of", articles, lambda: sorted(names_of(top.actors, top.outlets).proper))
    told("near_names", articles, lambda: [one.code for own in read for reading in own for one in near_names(reading, known, own)])
    told("loose_ends", articles, lambda: [one.code for own in read for one in lints.loose_ends(own, owners, {})])
    sys.stdout.write(f"{articles:,} articles, {len(top.actors):,} actors; all of verify {whole / articles * 1000:.2f} ms an article\n")


def every_one(lint: Callable[[Reading], Iterable[Problem]], readings: Iterable[Reading]) -> list[str]:
    return [one.code for reading in readings for one in lint(reading)]


def told(name: str, articles: int, step: Callable[[], Iterable[str]]) -> None:
    began = time.perf_counter()
    found = len(list(step()))
    sys.stdout.write(f"{name:24}{(time.perf_counter() - began) / articles * 1000:8.3f} ms an article{found:10,}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
