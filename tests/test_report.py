"""A problem as people and machines read it."""

from __future__ import annotations

import json
from collections.abc import Callable

from site_builder.codes import CODES
from site_builder.model import Date, Edition, Kinship, Run
from site_builder.problems import Problem
from site_builder.report import KEPT, as_github, as_json, as_sarif, as_text, placed, report
from tests.conftest import LittleSite

TEXT = "# a comment\n- id: lead\n  words: They lead   # as printed\n"
PROBLEM = Problem("content/mines/quotes.yaml", "altered", "'afp' does not say this", "written: x\nline 5: y", trail=(0, "words"))
WARNING = Problem("seeds/a b.txt", "ambiguous", "these words stand 2 times", line=1, column=1, severity="warning")


def test_text_shows_the_line_a_caret_and_what_to_do() -> None:
    assert as_text(placed([PROBLEM], {PROBLEM.file: TEXT.encode()})) == (
        "content/mines/quotes.yaml:3:10: error: 'afp' does not say this [altered]\n"
        "     3 │   words: They lead   # as printed\n"
        "       ╵          ^~~~~~~~~\n"
        "         written: x\n"
        "         line 5: y\n"
    )


def test_a_comment_above_moves_the_line_and_not_the_problem() -> None:
    (one,) = placed([PROBLEM], {PROBLEM.file: f"# another\n{TEXT}".encode()})

    assert (one.line, one.column, one.problem) == (4, 10, PROBLEM)


def test_a_file_cannot_steer_the_terminal() -> None:
    text = as_text(placed([Problem("f.md", "x", "a \x1b[2J b", line=1, column=1)], {"f.md": b"\x1b]0;title\x07 line"}))

    assert "\x1b" not in text
    assert "\x07" not in text


def test_nor_can_its_name() -> None:
    found = placed([Problem("content/a\x1b[2J\nb.yaml", "x", "a \x1b[2J b", line=1, column=1)], {})

    assert as_text(found).startswith("content/a\ufffd[2J\ufffdb.yaml:1:1: ")
    assert as_github(found) == "::error file=content/a\ufffd[2J%0Ab.yaml,line=1,col=1,title=x::a \ufffd[2J b\n"


def test_a_long_line_is_shown_round_its_caret() -> None:
    (one,) = placed([Problem("f.md", "x", "here", line=1, column=5001)], {"f.md": b"a" * 5000 + b"HERE" + b"b" * 5000})
    lines = as_text([one]).splitlines()

    assert len(lines[1]) < 200
    assert lines[1][lines[2].index("^")] == "H"


def test_of_a_long_line_only_what_is_shown_is_kept() -> None:
    line = "[@x " * 5000
    found = placed([Problem("f.md", "x", "here", line=1, column=column) for column in range(1, 20_000, 4)], {"f.md": line.encode()})

    assert all(len(one.text) <= 2 * KEPT and one.text.startswith("[@x", one.column - 1 - one.cut) for one in found)
    shown = [as_text([found[n]]).splitlines()[1] for n in (0, 41, 2500)]
    assert [one[:16].removeprefix("     1 │ ") for one in shown] == ["[@x [@x", "…[@x [@", "…[@x [@"]


def test_json_is_the_contract(site: Callable[[str], LittleSite]) -> None:
    little = site("""
    -- seeds/afp.txt --
    "They lead," Austin said.
    -- content/mines/quotes.yaml --
    - {id: lead, actor: austin, words: They lead, sources: [afp]}
    - {id: led, actor: austin, words: They led, sources: [afp]}
    """)
    said = json.loads(as_json(little.problems().told()))

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


def test_json_tells_what_was_silenced_who_is_kin_and_of_which_content() -> None:
    kin = Kinship("a", "b", "certain", "probable", (Run(9, (0, 40), (5, 45)),), 9, (0.5, 0.25), (), "derived_from")
    silenced_ones = [(placed([WARNING], {})[0], "It is so")]
    told = report([], [], silenced_ones, [["b", "a"]], [kin], Edition("ab12", Date("2024-11-20"), checked=True))

    assert told["ok"] is True
    ((silenced),) = told["silenced"]
    assert (silenced["code"], silenced["reason"]) == ("ambiguous", "It is so")
    assert told["families"] == [["a", "b"]]
    ((kinship),) = told["kinships"]
    assert kinship["runs"] == [{"words": 9, "one": [0, 40], "other": [5, 45]}]
    assert (kinship["kin"], kinship["measured"], kinship["editor"], kinship["share"]) == (
        "certain",
        "probable",
        "derived_from",
        [0.5, 0.25],
    )
    assert told["content"] == {"sha256": "ab12", "date": "2024-11-20"}


def test_sarif_names_its_rules_and_regions() -> None:
    run = json.loads(as_sarif(placed([PROBLEM], {PROBLEM.file: TEXT.encode()})))["runs"][0]
    (result,) = run["results"]
    (rule,) = run["tool"]["driver"]["rules"]

    assert rule["id"] == "altered"
    assert rule["shortDescription"] == rule["fullDescription"] == {"text": CODES["altered"]}
    assert rule["help"]["text"].startswith(CODES["altered"])
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("altered", 0, "error")
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 10, "endColumn": 19}
    assert "suppressions" not in result


def test_sarif_keeps_what_the_editor_silenced_as_suppressed_with_the_reason() -> None:
    (said,), (silenced,) = placed([PROBLEM], {PROBLEM.file: TEXT.encode()}), placed([WARNING], {})
    log = json.loads(as_sarif([said], [(silenced, "Both places say it")]))
    open_, closed = log["runs"][0]["results"]

    assert (open_["suppressions"], open_["ruleIndex"]) == ([], 0)
    assert closed["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "Both places say it"}]
    assert (closed["level"], closed["ruleIndex"]) == ("warning", 1)
    assert closed["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "seeds/a%20b.txt"}


def test_a_problem_is_known_again_when_lines_come_or_go_and_its_twin_is_another() -> None:
    def marks(*problems: Problem, text: str = TEXT) -> list[str]:
        results = json.loads(as_sarif(placed(problems, {PROBLEM.file: text.encode()})))["runs"][0]["results"]
        return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]

    once = marks(PROBLEM)
    assert marks(PROBLEM, text="# new\n" + TEXT) == once
    twice = marks(PROBLEM, Problem(PROBLEM.file, PROBLEM.code, PROBLEM.message, line=1, column=1))
    assert len(set(twice)) == 2
    assert set(once) < set(twice)
