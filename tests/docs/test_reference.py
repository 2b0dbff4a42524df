"""Every problem and every template stands in the README."""

import ast
import re
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.build import build
from site_builder.check.references import KINDS
from site_builder.codes import CODES, WARNINGS
from site_builder.model import PASSING, Verdict
from site_builder.problems import Problem
from site_builder.render.page import Page
from site_builder.render.theme import Theme, render
from tests.docs.readme import ROOT, section

FOUND_BY_NAME = {f"unknown-{kind}" for kind in KINDS} | {"ambiguous", *(set(typing.get_args(Verdict)) - PASSING)}


def codes() -> Iterator[str]:
    """The code of every problem that the program can find."""
    yield from FOUND_BY_NAME
    for path in (ROOT / "site_builder").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        yield from re.findall(r'"([a-z]+-citation)"', text)
        for call in ast.walk(ast.parse(text)):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Problem":
                code = next((word.value for word in call.keywords if word.arg == "code"), call.args[1] if len(call.args) > 1 else None)
                if isinstance(code, ast.Constant):
                    yield str(code.value)


def test_every_problem_is_explained() -> None:
    kinds = re.findall(r"^\| (`[^|]*) \|", section("Problems"), re.M)
    explained = {code for kind in kinds for code in re.findall(r"`([^`]+)`", kind)}

    assert explained == set(codes())


def test_every_problem_has_one_sentence_for_reports_and_code_scanning() -> None:
    """Also those that tests foretell: a code that no `Problem("…")` names in one piece is found there."""
    foretold = {code for path in (ROOT / "tests").rglob("*.[pm][yd]") for code in re.findall(r"#! ([a-z0-9-]+)", path.read_text("utf-8"))}

    assert set(CODES) == set(codes())
    assert foretold - {"code"} <= set(CODES)
    for code, sentence in CODES.items():
        assert re.fullmatch(r"[A-Z“].*[^.]\.", sentence), code


def warned() -> Iterator[str]:
    """The code of every warning that the program writes out."""
    yield "ambiguous"  # a verdict
    for path in (ROOT / "site_builder").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Problem":
                given = [*call.args, *(word.value for word in call.keywords if word.arg == "severity")]
                if isinstance(call.args[1], ast.Constant) and any(
                    isinstance(one, ast.Constant) and one.value == "warning" for one in given
                ):
                    yield str(call.args[1].value)


def test_every_warning_can_be_silenced_and_says_how_it_is_answered() -> None:
    rows = re.findall(r"^\| (`[^|]*) \|", section("Warnings, and how to answer them"), re.M)

    known = {*WARNINGS, "idle-silence"}
    assert {code for kinds in rows for code in re.findall(r"`([^`]+)`", kinds)} == known
    assert set(warned()) <= known


def test_every_template_and_its_inputs_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As the sample's pages give them."""
    given: dict[str, set[str]] = {}

    def seen(page: Page, theme: Theme) -> str | Problem:
        given.setdefault(page.template, set()).update(page.inputs)
        return render(page, theme)

    monkeypatch.setattr("site_builder.steps.render", seen)
    build(ROOT, tmp_path / "out")
    rows = re.findall(r"^\| `([^`]+\.html)` \| [^|]+ \| (`[^|]*) \|$", section("Your own theme"), re.M)

    assert {template: set(re.findall(r"`([^`]+)`", inputs)) for template, inputs in rows} == given


def test_every_module_has_its_place_in_the_tour() -> None:
    tour = section("A tour of the code")
    rooms = [path.name for path in (ROOT / "site_builder").iterdir() if path.name.isidentifier() and not path.name.startswith("_")]
    modules = [path.name for path in (ROOT / "site_builder").glob("*.py") if not path.name.startswith("_")]

    assert [room for room in rooms if f"{room}/" not in tour] == []
    assert [module for module in modules if module not in tour] == []


def test_every_path_in_the_tour_exists() -> None:
    for path in re.findall(
        r"`((?:site_builder|tests|themes|docs|\.ci|\.github)/[^`*<]*)`", section("A tour of the code") + section("Change it")
    ):
        assert (ROOT / path).exists(), path
