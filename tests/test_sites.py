"""Whole little sites, written down in tests/sites/*.md as documentation that is true.

A fenced block that names a path is a file of the site. `#! code: words` at the end of a line foretells a problem there. A block that
begins with `page` names a page and holds what must stand on it, a line each; after `not:` what must not.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from site_builder.build import build
from tests.conftest import LittleSite

SITES = sorted((Path(__file__).parent / "sites").glob("*.md"))
SECTION = re.compile(r"^## (.+)$", re.M)
BLOCK = re.compile(r"^```(?P<kind>\w+) (?P<path>\S+)\n(?P<body>.*?)^```$", re.M | re.S)
SECTIONS = [
    pytest.param(title, body, id=f"{path.stem}: {title}")
    for path in SITES
    for title, body in zip(*[iter(SECTION.split(path.read_text("utf-8"))[1:])] * 2, strict=True)
]


class Visible(HTMLParser):
    """The text of a page, what is only for the screen reader included."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, _: object) -> None:
        self.hidden += tag in ("script", "style", "head")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style", "head")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.text.append(data)


def visible(html: str) -> str:
    reader = Visible()
    reader.feed(html)
    return " ".join("".join(reader.text).split())


@pytest.mark.parametrize(("title", "body"), SECTIONS)
def test_the_site_comes_out_as_it_says(title: str, body: str, tmp_path: Path) -> None:
    blocks = [found.group("kind", "path", "body") for found in BLOCK.finditer(body)]
    little = LittleSite(tmp_path, "".join(f"-- {path} --\n{text}" for kind, path, text in blocks if kind != "page"))
    outcome = little.told(build(little.root, little.root / "_site"))
    found = sorted((one.problem.file, one.line, one.problem.code) for one in outcome.problems)

    assert found == sorted(little.expected), title + "".join(
        f"\n{o.problem.file}:{o.line}: {o.problem.message} [{o.problem.code}]" for o in outcome.problems
    )
    for one in outcome.problems:
        assert little.words[one.problem.file, one.line, one.problem.code] in f"{one.problem.message}\n{one.problem.hint}"
    for kind, path, text in blocks:
        if kind == "page":
            shown = visible((little.root / "_site" / path).read_text("utf-8"))
            stands, _, absent = text.partition("not:\n")
            for line in filter(None, stands.splitlines()):
                assert line in shown
            for line in filter(None, absent.splitlines()):
                assert line not in shown


def test_there_are_sites() -> None:
    assert len(SECTIONS) > 10
