"""Whatever stands in the files: problems with a line, never a traceback, and nothing written."""

from __future__ import annotations

import os
import random
import shutil
import sys
import unicodedata
from pathlib import Path

import pytest

from site_builder.build import build, check
from site_builder.starter import SITE as STARTER

MUTATIONS = int(os.environ.get("DOSSIER_MUTATIONS", "400"))
JUNK = (
    b'"', b"'", b": ", b"- ", b"\n", b"\t", b"#", b"&a ", b"*a ", b"!!x ", b"!<tag:x> ", b"[", b"]", b"{", b"}", b"|", b">", b"null", b"~",
    b"123", b"-1e999", b"true", b"\xff", b"\x00", b"\xe2\x80\xa8", b"[@", b"%", b"---\n", b"...\n", b"? ", b"\\", b"2024-99-99", b"../",
    b"/etc/passwd", "😀".encode(), b"9" * 500, b".nan", b".inf", b"<<: ", b"\r", b"\xef\xbb\xbf", b"0x", b'"\\ud800"', b'"\\x07"',
    b"[[[[[[", b"0o9", b"1_0",
)  # fmt: skip
VALUES = (
    b"[]",
    b"{}",
    b"12",
    b"-0.5",
    b"true",
    b"null",
    b"[a, b]",
    b"{a: b}",
    b'""',
    b"[[[x]]]",
    b"2024",
    b"- x",
    b"|",
    b"&a x",
    b"{source: afp}",
)
FOREIGN = {
    "a workflow": "on: {push: {branches: [main]}}\njobs:\n  build:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@v7\n",
    "a compose file": "services:\n  db: &db\n    image: postgres\n    ports: ['5432:5432']\n  other:\n    <<: *db\n",
    "a chart": "{{- if .Values.x }}\napiVersion: v1\nkind: Service\n{{- end }}\n",
    "an api": "openapi: 3.1.0\npaths:\n  /x:\n    get: {responses: {200: {description: ok}}}\n",
    "a playbook": "- hosts: all\n  tasks:\n    - name: x\n      apt: name=x state=present\n    - !vault |\n      abc\n",
    "json": '{"a": [1, 2, {"b": null}], "c": "\\u0000"}',
    "laughs": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "markdown": "# Title\n\nText: with colon\n* star\n",
    "a page": "<!doctype html><html><body>x</body></html>\n",
    "nothing": "",
    "spaces": "   \n\n  ",
    "deep": "[" * 20_000,
    "a list of lists": "- - - a\n- [[b]]\n",
    "a set": "!!set {a, b}\n",
    "binary": "\x00\x01\x02",
}


def mutated(text: bytes, chance: random.Random) -> bytes:
    """The file with one to three accidents."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        at = chance.randrange(len(text) + 1)
        upto = min(len(text), at + chance.choice((1, 2, 5, 20, 100)))
        lines = text.split(b"\n")
        n = chance.randrange(len(lines))
        accident = chance.randrange(8)
        if accident == 0:
            text = text[:at] + text[upto:]
        elif accident == 1:
            text = text[:at] + chance.choice(JUNK) + text[at:]
        elif accident == 2:
            text = text[:at]
        elif accident == 3:
            text = text[:at] + text[chance.randrange(len(text) + 1) :][:200] + text[at:]
        elif accident == 4:
            text = text[:at] + bytes(chance.randrange(256) for _ in range(upto - at)) + text[upto:]
        elif accident == 5:
            lines[n] = b" " * chance.randrange(6) + lines[n].lstrip()
            text = b"\n".join(lines)
        else:
            key, colon, _ = lines[n].partition(b": ")
            lines[n] = key + b": " + chance.choice(VALUES) if colon else lines[n]
            text = b"\n".join(lines)
    return text


def see_that_it_holds(root: Path) -> None:
    for one in check(root).problems:
        assert one.line >= 1
        assert one.column >= 1
        assert one.problem.message


@pytest.fixture
def start(tmp_path: Path) -> Path:
    shutil.copytree(STARTER, tmp_path / "site")
    return tmp_path / "site"


def test_random_accidents_in_any_file(start: Path) -> None:
    chance = random.Random(20241120)  # noqa: S311 accidents need no cryptography
    files = {path: path.read_bytes() for path in sorted(start.rglob("*")) if path.suffix in (".yaml", ".md", ".txt")}
    for n in range(MUTATIONS):
        path = chance.choice(list(files))
        broken = mutated(files[path], chance)
        path.write_bytes(broken)
        try:
            see_that_it_holds(start)
        except Exception as error:
            raise AssertionError(f"accident {n} in {path.name}: {broken!r}") from error
        path.write_bytes(files[path])


@pytest.mark.parametrize("name", FOREIGN)
def test_the_yaml_of_other_projects(start: Path, name: str) -> None:
    for path in [*sorted(start.rglob("*.yaml")), start / "content/harbour-bridge/story.md", start / "seeds/gazette.txt"]:
        before = path.read_bytes()
        path.write_text(FOREIGN[name], "utf-8")
        see_that_it_holds(start)
        path.write_bytes(before)


def test_every_file_cut_off_anywhere(start: Path) -> None:
    for path in sorted(start.rglob("*.yaml")):
        before = path.read_bytes()
        for at in range(0, len(before), max(1, len(before) // 12)):
            path.write_bytes(before[:at])
            see_that_it_holds(start)
        path.write_bytes(before)


@pytest.mark.parametrize("what", ["story.md", "dossier.yaml", "quotes.yaml"])
def test_a_folder_where_a_file_belongs(start: Path, what: str) -> None:
    path = start / "content/harbour-bridge" / what
    path.unlink()
    path.mkdir()

    see_that_it_holds(start)


def test_a_linked_file_that_leaves_content_is_not_read(start: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("a secret")
    path = start / "content/harbour-bridge/story.md"
    path.unlink()
    path.symlink_to(secret)

    assert [one.problem.code for one in check(start).problems] == ["unreadable"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_not_utf8_may_come_and_go(start: Path) -> None:
    assert not build(start, start / "_site").errors
    odd = Path(os.fsdecode(os.fsencode(start / "content/harbour-bridge") + b"/\xff.yaml"))
    odd.write_bytes(b"title: A\n")
    assert [one.problem.code for one in build(start, start / "_site").problems if one.problem.severity == "error"] == ["unreadable"]
    odd.unlink()
    assert not build(start, start / "_site").errors


@pytest.mark.parametrize("to", ["elsewhere", "nowhere"])
@pytest.mark.parametrize("what", ["content/harbour-bridge", "content/pages"])
def test_a_folder_that_is_a_link_is_told_and_takes_nothing_from_the_site(start: Path, what: str, to: str) -> None:
    assert not build(start, start / "_site").errors
    there = {path: path.read_bytes() for path in (start / "_site").rglob("*.html")}
    (start / what).rename(start / "elsewhere")
    (start / what).symlink_to(start / to)

    for _ in range(2):
        outcome = build(start, start / "_site")
        told = [(one.problem.code, one.problem.file) for one in outcome.problems if one.problem.severity == "error"]
        assert ("unreadable", what) in told
    assert {path: path.read_bytes() for path in (start / "_site").rglob("*.html")} == there

    (start / what).unlink()
    (start / "elsewhere").rename(start / what)
    assert not build(start, start / "_site").errors


def test_a_folder_that_may_not_be_read_is_told(start: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who tests as root may read everything: so the system is asked in the name of somebody who may not."""
    ask = os.scandir

    def refuse(path: str) -> object:
        if os.fspath(path).endswith("harbour-bridge"):
            raise PermissionError(13, "Permission denied", path)
        return ask(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert [(one.problem.code, one.problem.file) for one in check(start).problems if one.problem.severity == "error"] == [
        ("unreadable", "content/harbour-bridge")
    ]


def test_a_seed_whose_name_is_coded_in_another_way_is_told_so(start: Path) -> None:
    (start / "seeds/gazette.txt").rename(start / "seeds" / unicodedata.normalize("NFD", "gäzette.txt"))
    sources = start / "content/harbour-bridge/sources.yaml"
    sources.write_text(sources.read_text("utf-8").replace("gazette.txt", "gäzette.txt"), "utf-8")

    (told,) = [one.problem for one in check(start).problems if one.problem.code == "no-such-seed"]
    assert "coded in another way" in told.hint


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
@pytest.mark.parametrize("folder", ["content", "content/harbour-bridge", "content/pages", "themes/default", "seeds"])
def test_a_name_that_is_not_utf8_is_said_to_be_so(start: Path, folder: str) -> None:
    (start / folder).mkdir(parents=True, exist_ok=True)
    Path(os.fsdecode(os.fsencode(start / folder) + b"/\xff.yaml")).write_bytes(b"title: A\n")

    for _ in range(2):  # also of what is remembered
        outcome = build(start, start / "_site")
        assert [(one.problem.code, one.problem.file) for one in outcome.problems if one.problem.severity == "error"] == (
            [("unreadable", f"{folder}/\ufffd.yaml")] if folder != "seeds" else []
        )
