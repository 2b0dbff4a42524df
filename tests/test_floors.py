"""Who may know whom: imports go down only, and the rooms of one floor do not know each other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "site_builder"
FLOORS = (
    {"model", "problems", "codes", "sealed", "__init__"},
    {"text"},
    {"load", "check", "relate", "render", "files", "memo", "crew", "ledger", "starter"},
    {"bytecode"},
    {"report", "noted", "verify"},
    {"steps"},
    {"stock", "catalogue", "library"},
    {"beside"},
    {"books"},
    {"fronts"},
    {"telling", "dress"},
    {"build"},
    {"serve"},
    {"command"},
    {"cli"},
    {"__main__"},
)
FLOOR = {room: n for n, floor in enumerate(FLOORS) for room in floor}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(module: Path) -> Iterator[str]:
    """The rooms that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "site_builder":
            parts = node.module.split(".")
            yield from [parts[1]] if len(parts) > 1 else [name.name for name in node.names if name.name in FLOOR]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_down_only(module: Path) -> None:
    here = room(module)
    for other in imported(module):
        assert other == here or FLOOR[other] < FLOOR[here], f"{module.name} imports {other}"


def test_the_news_rooms_know_no_disk() -> None:
    for module in MODULES:
        if room(module) in (
            "model",
            "problems",
            "text",
            "load",
            "check",
            "relate",
            "render",
            "report",
            "noted",
            "codes",
            "verify",
            "steps",
            "stock",
            "beside",
            "books",
            "fronts",
            "telling",
            "dress",
            "build",
        ):
            text = module.read_text("utf-8")
            names = {name.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import) for name in node.names}
            assert not names & {"os", "sqlite3", "subprocess", "time", "random", "shutil", "tempfile", "locale"}, module
            assert not re.search(r"\bopen\(|\.(?:read|write)_(?:text|bytes)\(", text), module
