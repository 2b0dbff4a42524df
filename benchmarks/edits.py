"""What does an edit cost, whatever is edited? `python benchmarks/edits.py [N …] [--runs R]`: a line for each kind, a column for each N.

Makes a site of N articles (newsroom.py), builds it, and then times whole builds in new processes, each after one edit in another dossier;
it is looked whether the site shows it. It judges nothing. Hugo renders all pages after any edit: `build.py` measures that.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from build import Builder, builders, run
from newsroom import Dossier, Newsroom
from sites import in_our_format, seed

TRUSTED = 2.2  # seconds after which a file's times are trusted: else it is read again, whatever was edited


class Desk:
    """Edits of one site, each with a word that stands nowhere else."""

    def __init__(self, newsroom: Newsroom, builder: Builder) -> None:
        self._newsroom, self._builder = newsroom, builder
        self._made = 0
        self.word = self._outlet = ""

    def edit(self, kind: str) -> str:
        """Makes an edit; the page that is to show it."""
        self._made += 1
        self.word = "Amended" + "".join(chr(ord("a") + int(digit)) for digit in str(self._made))
        return EDITS[kind](self, self._newsroom.dossier(self._made * 7 % self._newsroom.dossiers))

    def shows(self, page: str) -> bool:
        return self.word in (self._builder.site / page).read_text("utf-8")

    def _add(self, path: str, text: str) -> None:
        file = self._builder.root / path
        file.parent.mkdir(exist_ok=True)
        file.write_text((f"{file.read_text('utf-8').rstrip()}\n" if file.exists() else "") + text, "utf-8")

    def a_word(self, dossier: Dossier) -> str:
        article = dossier.sources[0].id
        path = seed(self._builder.root, article)
        path.write_text(f"{path.read_text('utf-8').rstrip()} {self.word}.\n", "utf-8")
        return f"sources/{article}.html"

    def a_title(self, dossier: Dossier) -> str:
        path = self._builder.root / f"content/{dossier.id}/dossier.yaml"
        path.write_text(path.read_text("utf-8").replace('title: "', f'title: "{self.word}: ', 1), "utf-8")
        return f"dossiers/{dossier.id}.html"

    def a_quote(self, dossier: Dossier) -> str:
        one = dossier.quotes[0]
        said, actor = one.paragraph, self._newsroom.actors[one.paragraph.actor].id
        self._add(
            f"content/{dossier.id}/quotes.yaml",
            f"- id: {self.word.lower()}\n  actor: {actor}\n  words: |-\n    {said.words}\n  sources: [{one.article.id}]\n"
            f"  kind: {said.kind}\n  note: {self.word}\n",
        )
        return f"dossiers/{dossier.id}.html"

    def a_source(self, dossier: Dossier) -> str:
        name = self.word.lower()
        self._add(f"seeds/{name}.txt", f"{self.word}\n\nNothing of it was known before.\n")
        self._add(f"content/{dossier.id}/sources.yaml", f"- id: {name}\n  file: {name}.txt\n  title: {self.word}\n")
        return f"sources/{name}.html"

    def an_actor(self, _dossier: Dossier) -> str:
        self._add("content/actors.yaml", f"- id: {self.word.lower()}\n  name: Ann {self.word}\n  kind: person\n")
        return f"actors/{self.word.lower()}.html"

    def an_outlet(self, _dossier: Dossier) -> str:
        self._outlet = self.word.lower()
        self._add("content/outlets.yaml", f"- id: {self.word.lower()}\n  name: The {self.word} Gazette\n")
        return f"outlets/{self.word.lower()}.html"

    def a_silence(self, _dossier: Dossier) -> str:
        """Of the warning that the last outlet has no source; its reason stands on the report."""
        path = self._builder.root / "content/site.yaml"
        silence = f"  - {{lint: unused-outlet, of: {self._outlet}, reason: {self.word}}}\n"
        self._add("content/site.yaml", silence if "silence:" in path.read_text("utf-8") else f"silence:\n{silence}")
        return "verification.html"

    def a_free_page(self, _dossier: Dossier) -> str:
        self._add("content/pages/about.md", f"Some words more: {self.word}.\n")
        return "about.html"

    def a_dossier(self, _dossier: Dossier) -> str:
        self._add(f"content/{self.word.lower()}/dossier.yaml", f"title: {self.word}\n")
        return f"dossiers/{self.word.lower()}.html"


EDITS: dict[str, Callable[[Desk, Dossier], str]] = {
    "a word in an article": Desk.a_word,
    "a title": Desk.a_title,
    "a quote more": Desk.a_quote,
    "a source more": Desk.a_source,
    "an actor more": Desk.an_actor,
    "an outlet more": Desk.an_outlet,
    "a silence more": Desk.a_silence,
    "a word on a free page": Desk.a_free_page,
    "a dossier more": Desk.a_dossier,
}


def measured(articles: int, at: Path, rounds: int) -> dict[str, list[float]]:
    """Seconds of each kind of edit."""
    newsroom, builder = Newsroom(articles), builders(at, None)[0]
    in_our_format(newsroom, builder.root)
    desk = Desk(newsroom, builder)
    desk.edit("a word on a free page")  # it is in the menu: the first makes every page anew
    found: dict[str, list[float]] = {"from nothing": [run(builder).seconds], **{kind: [] for kind in EDITS}}
    for number in range(rounds):
        for kind in EDITS:
            page = desk.edit(kind)
            time.sleep(TRUSTED)
            found[kind].append(run(builder).seconds)
            if not desk.shows(page):
                sys.exit(f"{page} does not show {desk.word}")
            print(f"{articles:,}, round {number + 1}: {kind}: {found[kind][-1] * 1000:.0f} ms", file=sys.stderr, flush=True)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", metavar="N", type=int, nargs="*", default=[1_000], help="articles of a site; 1000 if left out")
    parser.add_argument("--runs", metavar="R", type=int, default=5, help="edits of each kind; 5 if left out")
    parser.add_argument("--at", metavar="DIR", type=Path, help="where to make the sites, and leave them; a temporary folder if left out")
    asked = parser.parse_args()
    columns = []
    with tempfile.TemporaryDirectory() as temporary:
        for articles in asked.articles:
            at = (asked.at or Path(temporary)) / str(articles)
            shutil.rmtree(at, ignore_errors=True)
            columns.append(measured(articles, at, asked.runs))
    print("| milliseconds | " + " | ".join(f"N = {articles:,}" for articles in asked.articles) + " |")
    print("|---|" + "---|" * len(columns))
    for kind in columns[0]:
        print(f"| {kind} | " + " | ".join(_middle(one[kind]) for one in columns) + " |")


def _middle(series: list[float]) -> str:
    least, middle, most = (round(one * 1000) for one in (min(series), statistics.median(series), max(series)))
    return f"{middle:,} ({least:,}–{most:,})" if len(series) > 1 else f"{middle:,}"


if __name__ == "__main__":
    main()
