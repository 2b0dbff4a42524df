"""Whatever stands in a field is shown as text: in pages, in data, in tables, in feeds."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import pytest

from site_builder.build import build
from tests.render.hostile import EVIL, hostile

OWN = {"script", "svg", "img"}  # elements that only templates may write
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = hostile(tmp_path_factory.mktemp("hostile"))
    outcome = build(root, root / "_site")
    assert outcome.written, [(one.problem.file, one.problem.message) for one in outcome.problems]
    return root / "_site"


class Elements(HTMLParser):
    """What a page is made of, in so far as it could do harm."""

    def __init__(self) -> None:
        super().__init__()
        self.harm: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        mine = given.get("class") or given.get("type") or "assets/dossier." in (given.get("src") or "")
        if tag in OWN and not mine:
            self.harm.append((tag, attrs))
        for name, value in attrs:
            if name.startswith("on") or name == "style" or re.match(r"\s*(?:javascript|data|vbscript):", value or ""):
                self.harm.append((tag, name, value))


def test_no_page_runs_loads_or_links_what_a_field_says(out: Path) -> None:
    for page in out.rglob("*.html"):
        elements = Elements()
        elements.feed(page.read_text("utf-8"))
        assert not elements.harm, (page.name, elements.harm)


def test_what_looks_like_a_template_is_not_one(out: Path) -> None:
    assert "{{ 6*7 }}" in (out / "dossiers/d.html").read_text("utf-8")


def test_every_file_of_data_can_be_read(out: Path) -> None:
    for path in out.rglob("*"):
        if path.suffix in {".json", ".jsonld"}:
            json.loads(path.read_bytes())
        elif path.suffix in {".xml", ".svg"}:
            ET.fromstring(path.read_bytes())  # noqa: S314 made here
    assert json.loads((out / "dossiers/d.json").read_bytes())["standfirst"] == EVIL


def test_no_cell_is_a_formula(out: Path) -> None:
    with (out / "dossiers/d.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert any("=cmd" in cell for cell in cells)
    assert not [cell for cell in cells if FORMULA.match(cell)]


def test_no_field_of_a_reference_begins_another(out: Path) -> None:
    tags = [line[:6] for line in (out / "dossiers/d.ris").read_text("utf-8").split("\n") if line.strip()]
    assert tags == ["TY  - ", "ID  - ", "TI  - ", "T2  - ", "AU  - ", "AU  - ", "N1  - ", "ER  - "]
    entry = (out / "dossiers/d.bib").read_text("utf-8")
    assert entry.count("{") == entry.count("}")


@pytest.mark.parametrize(("file", "line"), [("content/d/story.md", 2), ("content/pages/about.md", 1)])
def test_a_character_that_cannot_be_printed_is_named_with_its_place(tmp_path: Path, file: str, line: int) -> None:
    root = hostile(tmp_path)
    (root / file).write_text("\nOne\x9f two" if line == 2 else "# One\x9f two\n\nText", "utf-8")
    (problem,) = [one for one in build(root, root / "_site").problems if one.problem.severity == "error"]
    assert (problem.problem.file, problem.line, problem.problem.code) == (file, line, "control-character")


@pytest.mark.parametrize(
    ("file", "old"), [("outlets.yaml", "language: en"), ("d/quotes.yaml", "language: en"), ("d/sources.yaml", "credit: ")]
)
def test_a_language_can_be_nothing_but_a_tag(tmp_path: Path, file: str, old: str) -> None:
    root = hostile(tmp_path)
    path = root / "content" / file
    new = f"language: {json.dumps(EVIL)}"
    path.write_text(path.read_text("utf-8").replace(old, new if "language" in old else f"{new}, {old}", 1), "utf-8")
    wrong = [one.problem for one in build(root, root / "_site").problems if one.problem.severity == "error"]
    assert [(one.file, one.code) for one in wrong] == [(f"content/{file}", "unknown-value")]
