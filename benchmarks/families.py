"""How long does it take to find the families among many articles, and how much memory?

    python benchmarks/families.py 1000 10000 100000

The articles are made up, the same ones every time: words by frequency as in a real language, quotations, a footer for each outlet, reports
that went round among two to twelve outlets in their own words, and one story that every hundredth article carries.
"""

from __future__ import annotations

import resource
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from functools import lru_cache
from itertools import accumulate
from random import Random
from statistics import median
from time import process_time

from msgspec.structs import replace

from site_builder.model import Article, Source
from site_builder.relate.comparing import Answer, Batch, Print
from site_builder.relate.following import Asked, Compares
from site_builder.relate.kinfolk import Kinfolk
from site_builder.relate.prose import judged, telling
from site_builder.relate.reading import Text
from site_builder.relate.rows import Carrier
from site_builder.text.fingerprints import fingerprints
from site_builder.text.words import words

WORDS = 30_000
LENGTH = 400  # words of an article
OUTLETS = 100
RETOLD = 4  # of ten articles are retellings
CARRIED = 100  # every so many articles carry the one story
STORIES = 7  # sources that retell one report, on average
DOSSIER = 5  # sources of a dossier
SAMPLE = 2_000  # pairs compared for the rate
EDITS = 50  # of which the median is told
MOVED = 5  # fingerprints that a word which is edited changes


class Press(Mapping[str, Article]):
    """Articles made when they are asked for, so that their texts take no memory."""

    def __init__(self, many: int) -> None:
        self.many = many
        random = Random(1)
        self.words = ["".join(random.choices("aeiourstnlmdkpbvg", k=random.randint(2, 9))) for _ in range(WORDS)]
        self.weights = list(accumulate(1 / (n + 2.7) for n in range(WORDS)))
        self.footers = [self.prose(random, 30) for _ in range(OUTLETS)]
        self.report = lru_cache(maxsize=10_000)(lambda story: self.prose(Random(f"report {story}"), LENGTH))

    def prose(self, random: Random, many: int) -> list[str]:
        return random.choices(self.words, cum_weights=self.weights, k=many)

    def __len__(self) -> int:
        return self.many

    def __iter__(self) -> Iterator[str]:
        return map(str, range(self.many))

    def __getitem__(self, name: str) -> Article:
        number, random = int(name), Random(f"article {name}")
        own = self.prose(random, LENGTH - 120)
        if number % CARRIED == 0:
            own = self.retold(random, -1, own)
        elif number % 10 < RETOLD:
            own = self.retold(random, random.randrange(1 + self.many * RETOLD // 10 // STORIES), own)
        before, speech, after = " ".join(own[:100]), " ".join(self.prose(random, 60)), " ".join(own[100:])
        text = f'{before} "{speech}" {after}\n\n{" ".join(self.footers[number % OUTLETS])}'
        start = len(before) + 2
        return Article(text, (), (), ((start, start + len(speech)),), name)

    def retold(self, random: Random, story: int, own: list[str]) -> list[str]:
        """A report in the article's own words: passages of 4 to 15 words stay."""
        report, told = self.report(story), list(own)
        at = 0
        while at + 40 < len(told):
            many = random.randint(4, 15)
            told[at : at + many] = report[at : at + many]
            at += many + random.randint(8, 25)
        return told


def peak() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Drawer(MutableMapping[str, bytes]):
    """Rows in a file that is gone afterwards."""

    def __init__(self) -> None:
        self.rows = sqlite3.connect("")
        self.rows.execute("create table rows (name text primary key, content blob) without rowid")

    def __getitem__(self, name: str) -> bytes:
        for (content,) in self.rows.execute("select content from rows where name = ?", (name,)):
            return bytes(content)
        raise KeyError(name)

    def __setitem__(self, name: str, content: bytes) -> None:
        self.rows.execute("insert or replace into rows values (?, ?)", (name, content))

    def __delitem__(self, name: str) -> None:
        self.rows.execute("delete from rows where name = ?", (name,))

    def __iter__(self) -> Iterator[str]:
        return iter([name for (name,) in self.rows.execute("select name from rows")])

    def __len__(self) -> int:
        return len(list(iter(self)))


class Desk:
    """Notes the pairs and says of none that it is one report, so that what is measured is how they are found."""

    def __init__(self) -> None:
        self.pairs: list[tuple[str, str]] = []

    def spread(self, _: Compares, asked: Sequence[Asked], __: Callable[[Asked], Batch]) -> Iterator[tuple[Answer, ...]]:
        for questions in asked:
            self.pairs += ((one.one, one.other) for one in questions)
            yield (Answer(None, None),) * len(questions)


def measured(many: int) -> str:
    """One line of the table."""
    press, desk, drawer = Press(many), Desk(), Drawer()
    spent, carriers = 0.0, {}
    for name in press:
        one = press[name]
        begun = process_time()
        carriers[name] = Carrier(fingerprints(one), name.encode(), (str(int(name) // DOSSIER),))
        spent += process_time() - begun
    begun = process_time()
    Kinfolk(drawer, desk.spread).update({}, blank, lambda: carriers)
    meeting = process_time() - begun
    kept = sum(len(one.fingerprints or b"") for one in carriers.values()) // 8 / many
    pairs = list(desk.pairs)
    edits = edited(press, carriers, drawer, desk)
    rate, kin = compared_of(press, pairs[:: max(1, len(pairs) // SAMPLE)])
    return (
        f"{many:>9,} {many / spent:>10,.0f} {1000 * spent / many:>8.3f} {kept:>7.0f} {meeting:>10.1f} {len(pairs):>10,} {edits:>10.1f}"
        f" {rate:>10,.0f} {100 * kin:>7.0f} {len(pairs) / rate:>9.0f} {peak():>9.0f}"
    )


def blank(name: str) -> Print:
    return Print(Source(id=name, file=name))


def edited(press: Press, carriers: Mapping[str, Carrier], drawer: Drawer, desk: Desk) -> float:
    """Milliseconds that it takes to follow the edit of one word in one article, in the middle of so many."""
    spent = []
    for name in list(press)[:: max(1, press.many // EDITS)]:
        own = carriers[name].fingerprints or b""
        changed = replace(carriers[name], fingerprints=own[8 * MOVED :], content=b"edited")
        begun = process_time()
        Kinfolk(drawer, desk.spread).update({name: changed}, blank, lambda: carriers)
        spent.append(1000 * (process_time() - begun))
    return median(spent)


def compared_of(press: Press, pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """How many pairs are compared in a second, with both texts read anew, and which part of them is kin."""
    spent, kin = 1e-9, 0
    for one, other in pairs:
        both = press[one], press[other]
        begun = process_time()
        first, second = (Text(article, words(article)) for article in both)
        kin += judged(telling(first, second), agree=False, disagree=False) != "apart"
        spent += process_time() - begun
    return len(pairs) / spent, kin / max(1, len(pairs))


def main() -> None:
    """One line for each size. Seconds are the processor's, so that other programs disturb them less."""
    print("           fingerprints                 meetings              one edit comparing pairs            memory")
    print(" articles      per s       ms    kept          s      pairs         ms      per s   kin %   all, s  peak, MB")
    for many in sys.argv[1:] or ("1000",):
        print(measured(int(many)), flush=True)


if __name__ == "__main__":
    main()
