"""A problem as people and machines read it."""

from __future__ import annotations

import json
from collections.abc import Callable

from site_builder.problems import Problem
from site_builder.report import as_github, as_json, as_sarif, as_text, placed
from tests.conftest import LittleSite

TEXT = "# a comment\n- id: lead\n  words: They lead   # as printed\n"
PROBLEM = Problem("content/mines/quotes.yaml", "altered", "'afp' does not say this", "written: x\nline 5: y", trail=(0, "words"))


def test_text_shows_the_line_a_caret_and_what_to_do() -> None:
    assert as_text(placed([PROBLEM], {PROBLEM.file: TEXT})) == (
        "content/mines/quotes.yaml:3:10: error: 'afp' does not say this [altered]\n"
        "     3 │   words: They lead   # as printed\n"
        "       ╵          ^~~~~~~~~\n"
        "         written: x\n"
        "         line 5: y\n"
    )


def test_a_comment_above_moves_the_line_and_not_the_problem() -> None:
    (one,) = placed([PROBLEM], {PROBLEM.file: "# another\n" + TEXT})

    assert (one.line, one.column, one.problem) == (4, 10, PROBLEM)


def test_a_file_cannot_steer_the_terminal() -> None:
    text = as_text(placed([Problem("f.md", "x", "a \x1b[2J b", line=1, column=1)], {"f.md": "\x1b]0;title\x07 line"}))

    assert "\x1b" not in text
    assert "\x07" not in text


def test_a_long_line_is_shown_round_its_caret() -> None:
    (one,) = placed([Problem("f.md", "x", "here", line=1, column=5001)], {"f.md": "a" * 5000 + "HERE" + "b" * 5000})
    lines = as_text([one]).splitlines()

    assert len(lines[1]) < 200
    assert lines[1][lines[2].index("^")] == "H"


def test_json_is_the_contract(site: Callable[[str], LittleSite]) -> None:
    little = site("""
    -- seeds/afp.txt --
    "They lead," Austin said.
    -- content/mines/quotes.yaml --
    - {id: lead, actor: austin, words: They lead, sources: [afp]}
    - {id: led, actor: austin, words: They led, sources: [afp]}
    """)
    outcome = little.problems()
    said = json.loads(as_json(outcome.problems, outcome.verified.all_citations()))

    assert said["ok"] is False
    assert said["problems"] == [
        {
            "file": "content/mines/quotes.yaml",
            "line": 2,
            "column": 35,
            "severity": "error",
            "code": "altered",
            "trail": [1, "words"],
            "message": "'afp' does not say this, but almost: the source has 'lead' for 'led'",
            "hint": "written: They led\n line 1: They lead",
        }
    ]
    there = {"verdict": "exact", "start": 1, "end": 10, "paragraph": 1, "words": "They lead"}
    nowhere = {"verdict": "altered", "start": None, "end": None, "paragraph": None, "words": "They led"}
    assert said["citations"] == [
        {"dossier": "mines", "kind": "quote", "id": "lead", "source": "afp", **there},
        {"dossier": "mines", "kind": "quote", "id": "led", "source": "afp", **nowhere},
    ]


def test_github_annotates_the_line_and_escapes_what_it_must() -> None:
    problem = Problem("content/a,b/quotes.yaml", "altered", "100 % wrong:\nsee", line=3, column=7)

    assert as_github(placed([problem], {})) == ("::error file=content/a%2Cb/quotes.yaml,line=1,col=1,title=altered::100 %25 wrong:%0Asee\n")


def test_sarif_names_its_rules_and_regions() -> None:
    run = json.loads(as_sarif(placed([PROBLEM], {PROBLEM.file: TEXT})))["runs"][0]
    (result,) = run["results"]

    assert run["tool"]["driver"]["rules"] == [{"id": "altered"}]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("altered", 0, "error")
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 10, "endColumn": 19}
