"""The preview as a program: its port, what it says, and its end. And what the terminal is told."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from websockets.sync.client import connect
from websockets.typing import Origin

from site_builder.serve.desk import Rebuilt
from site_builder.serve.run import Wanted, is_editor, listening, opens, place
from site_builder.serve.seen import Trouble
from site_builder.serve.terminal import KEPT, MOST, Terminal
from tests.conftest import SITE
from tests.serve.conftest import PAGE, until
from tests.serve.stand_in import trouble

ENDS = 1.0  # seconds that an end may take: on a machine that does nothing else it takes 0.2


class Program:
    """A preview in a process of its own."""

    def __init__(self, command: list[str], browser: str = "") -> None:
        env = {**os.environ, "PYTHONPATH": str(SITE), "BROWSER": browser}
        self.process = subprocess.Popen(command, cwd=SITE, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.said = self.says("Preview: ")
        found = re.search(r"http://([^/]+):(\d+)/", self.said)
        assert found
        self.port = int(found[2])

    def says(self, words: str) -> str:
        """What it says, up to the line with these words."""
        said = ""
        assert self.process.stdout
        for line in self.process.stdout:
            said += line
            if words in line:
                return said
        pytest.fail(f"it ended without {words!r}: {said}")

    def ask(self, path: str = "/") -> socket.socket:
        """A request that has been sent."""
        connection = socket.create_connection(("127.0.0.1", self.port), 5)
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
        return connection

    def end(self, how: signal.Signals = signal.SIGINT) -> tuple[float, int, str]:
        """Its end: how long it took, its status, and what it still said."""
        began = time.monotonic()
        self.process.send_signal(how)
        said, _ = self.process.communicate(timeout=10)
        return time.monotonic() - began, self.process.returncode, said


@pytest.fixture
def start() -> Iterator[Callable[..., Program]]:
    running: list[Program] = []

    def start(command: list[str], browser: str = "") -> Program:
        running.append(Program(command, browser))
        return running[-1]

    yield start
    for one in running:
        one.process.kill()
        one.process.communicate()


@pytest.fixture
def program(start: Callable[..., Program], tmp_path: Path) -> Callable[..., Program]:
    """Starts the preview of a site that is these files."""

    def program(files: dict[str, str] | None = None, browser: str = "", **wanted: Any) -> Program:
        for path, text in {"index.html": PAGE.format("Front"), **(files or {})}.items():
            (tmp_path / "content").mkdir(exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        return start([sys.executable, "-m", "tests.serve.stand_in", str(tmp_path), json.dumps({"port": 0, **wanted})], browser)

    return program


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_is_and_ends_quietly_when_asked(program: Callable[..., Program], how: signal.Signals) -> None:
    preview = program()
    assert preview.said == f"Preview: http://127.0.0.1:{preview.port}/\n"
    assert re.fullmatch(r"Ready in \d\.\d s\. Ctrl-C ends it\.\n", preview.says("Ready"))
    here = f"127.0.0.1:{preview.port}"
    tabs = [connect(f"ws://{here}/_dossier/live", origin=Origin(f"http://{here}")) for _ in range(3)]
    assert [json.loads(tab.recv(5))["type"] for tab in tabs] == ["hello"] * 3
    took, status, said = preview.end(how)

    assert (status, said) == (0, "")
    assert took < ENDS
    for tab in tabs:
        tab.close()


def test_it_ends_as_quickly_while_a_page_is_made(program: Callable[..., Program]) -> None:
    preview = program({"bed.html": "asleep"})
    preview.says("Ready")
    with closing(preview.ask("/bed")):
        time.sleep(0.1)
        took, status, said = preview.end()

    assert (status, said) == (0, "")
    assert took < ENDS


def test_it_ends_as_quickly_while_the_site_is_being_read(program: Callable[..., Program]) -> None:
    took, status, said = program({"asleep": ""}).end()

    assert (status, said) == (0, "")
    assert took < ENDS


@pytest.mark.parametrize("before", ["asyncio.run", "run.answering", "run.Hub.start", "run.listens", "run.place"])
def test_it_ends_when_asked_between_any_two_steps_of_its_start(start: Callable[..., Program], tmp_path: Path, before: str) -> None:
    asks_first = f"""
import asyncio, os, runpy, signal
from site_builder.serve import run

then = {before}

def asked(*how, **more):
    os.kill(os.getpid(), signal.SIGINT)
    return then(*how, **more)

{before} = asked
runpy.run_module("tests.serve.stand_in", run_name="__main__")
"""
    preview = start([sys.executable, "-c", asks_first, str(tmp_path), json.dumps({"port": 0})])
    preview.process.communicate(timeout=10)

    assert preview.process.returncode == 0


def test_a_port_that_is_taken_is_said_to_be_and_the_next_one_is_used(program: Callable[..., Program]) -> None:
    with listening("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        preview = program(port=port)

    assert preview.port != port
    assert preview.said.startswith(f"Port {port} is taken, so the preview is at {preview.port}.\n")


def test_it_begins_again_at_the_same_port_at_once(program: Callable[..., Program]) -> None:
    first = program()
    first.says("Ready")
    with closing(first.ask()) as asked:
        assert asked.recv(1_000)
        first.end()

    assert program(port=first.port).port == first.port


def test_a_network_is_warned_of_and_this_machine_is_not(program: Callable[..., Program]) -> None:
    assert "Warning: everybody in your network can read the whole site" in program(host="0.0.0.0").said  # noqa: S104
    assert "Warning" not in program(host="localhost").said


def test_the_browser_is_opened_without_a_word(program: Callable[..., Program], tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(
        f'#!/bin/sh\necho noise; echo noise >&2; echo "$1" > {tmp_path}/opened.part; mv {tmp_path}/opened.part {tmp_path}/opened\n'
    )
    browser.chmod(0o755)
    preview = program(opens=True, browser=str(browser))
    until((tmp_path / "opened").exists)

    assert (tmp_path / "opened").read_text() == f"http://127.0.0.1:{preview.port}/\n"
    assert "noise" not in preview.said + preview.end()[2]


def test_a_save_is_one_line_and_a_problem_is_said_once(program: Callable[..., Program], tmp_path: Path) -> None:
    preview = program({"content/a.yaml": "error: it is altered\n"})
    quotes = tmp_path / "content" / "a.yaml"

    def save(text: str) -> str:
        quotes.write_text(text, "utf-8")
        return re.sub(r"\d\d:\d\d:\d\d", "12:03:07", re.sub(r"\d+ ms", "23 ms", preview.says("→")))

    assert "content/a.yaml:3:5: error: it is altered [altered]" in preview.says("1 error")
    assert save("# a comment\nerror: it is altered\n") == "12:03:07 content/a.yaml → no open page in 23 ms; 1 error\n"
    assert save("") == "12:03:07 content/a.yaml → no open page in 23 ms; all is well\n"
    assert save("error: it is altered\n").endswith("12:03:07 content/a.yaml → no open page in 23 ms; 1 error\n")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1"])
def test_at_home_it_has_the_names_of_this_machine(host: str) -> None:
    with listening(host, 0) as listener:
        here = place(listener, Wanted(Path(), host, base="/über/"))

    assert here.hosts == {"localhost", "127.0.0.1", "[::1]"}
    assert here.is_at_home
    assert not here.any_ip
    assert here.url.endswith(f":{here.port}/%C3%BCber/")


def test_no_host_of_that_name_is_an_error() -> None:
    with pytest.raises(OSError, match=r"not known|nodename|getaddrinfo"):
        listening("no-such-host.invalid", 0)


def test_the_editor_is_opened_at_the_place_whatever_the_file_is_called(tmp_path: Path) -> None:
    one = trouble("x", 'content/a b"<é>{line}.yaml')

    address = opens("vscode://file/{path}:{line}:{column}", tmp_path)(one)
    assert address == f"vscode://file{os.path.realpath(tmp_path)}/content/a%20b%22%3C%C3%A9%3E%7Bline%7D.yaml:3:5"
    assert opens("", tmp_path)(one) == ""


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("vscode://file/{path}:{line}:{column}", True),
        ("idea://open?file={path}&line={line}", True),
        ("javascript:alert('{path}')", False),
        ("JavaScript:alert('{path}')", False),
        ("data:text/html,{path}", False),
        (" javascript:'{path}'", False),
        ("java\nscript:'{path}'", False),
        ("vscode://file/", False),
        ("{path}", False),
    ],
)
def test_an_address_of_an_editor_starts_a_program_and_runs_nothing_in_the_page(url: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_editor(url) is is_one


def dossier(*args: str) -> list[str]:
    return [sys.executable, "-m", "site_builder", *args]


@pytest.mark.parametrize(
    ("option", "value", "status", "said"),
    [
        ("--base-path", "/a/../b/", 2, "a path is expected, such as /repo/"),
        ("--editor", "javascript:alert('{path}')", 2, "an address with {path} is expected"),
        ("--host", "no-such-host.invalid", 1, "the preview can't be reached at no-such-host.invalid, port 8000"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(option: str, value: str, status: int, said: str) -> None:
    ran = subprocess.run(dossier("serve", option, value), cwd=SITE, capture_output=True, text=True, check=False)

    assert ran.returncode == status
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


def test_the_command_shows_a_site_and_what_is_saved_in_it(start: Callable[..., Program], tmp_path: Path) -> None:
    root = tmp_path / "site"
    subprocess.run(dossier("new", str(root)), cwd=SITE, check=True, capture_output=True)
    before = sorted(path for path in root.rglob("*") if ".dossier" not in path.parts)
    preview = start(dossier("serve", "--root", str(root), "--port", "0", "--base-path", "repo"))
    preview.says("Ready")
    with urlopen(f"http://127.0.0.1:{preview.port}/repo/dossiers/harbour-bridge") as page:
        assert b"<dossier-preview" in page.read()
    saved = root / "content" / "harbour-bridge" / "dossier.yaml"
    saved.write_text("# a word\n" + saved.read_text("utf-8"), "utf-8")

    assert " content/harbour-bridge/dossier.yaml → no open page in " in preview.says("→")
    assert preview.end()[1:] == (0, "")
    assert sorted(path for path in root.rglob("*") if ".dossier" not in path.parts) == before


class Said:
    """A terminal's lines."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.terminal = Terminal(time.perf_counter(), colour=False)
        self._capsys = capsys

    def lines(self) -> str:
        self.terminal.close(5)
        said = self._capsys.readouterr()
        return re.sub(r"\d\d:\d\d:\d\d", "12:03:07", said.err + said.out)


def warning(n: int) -> Trouble:
    return trouble(f"number {n}")._replace(severity="warning")


def test_many_problems_are_not_all_said(capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys)
    said.terminal.troubles([warning(n) for n in range(MOST + 5)], (0, 1_234), None)
    lines = said.lines()

    assert lines.count("number ") == MOST
    assert lines.endswith("There are more: `dossier check` tells all.\n\n12:03:07 1,234 warnings\n")


def test_a_warning_that_moved_up_in_a_list_that_was_cut_is_not_new(capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys)
    moved, own = warning(3), warning(4)._replace(file="content/own.yaml")
    said.terminal.troubles([warning(1), warning(2)], (0, 900), None)
    said.terminal.troubles([warning(2), moved, own, trouble("wrong")], (1, 899), ("content/own.yaml",))
    lines = said.lines()

    assert [lines.count(words) for words in ("number 1", "number 2", "number 3", "number 4", "wrong")] == [1, 1, 0, 1, 1]


def test_when_the_last_error_has_gone_it_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys)
    for problems, tally in (([trouble("x")], (1, 0)), ([], (0, 2)), ([], (0, 1))):
        said.terminal.troubles(problems, tally, None)

    assert said.lines().endswith("12:03:07 1 error\n12:03:07 all is well, 2 warnings\n")


def test_what_the_work_in_the_background_finds_is_said_in_few_lines(capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys)
    for found in range(0, 60, 3):
        said.terminal.troubles([warning(n) for n in range(found)], (0, found), None)
    said.terminal.troubles([trouble("wrong"), *(warning(n) for n in range(60))], (1, 60), None)
    lines = said.lines()

    assert (lines.count("number "), lines.count("There are more"), lines.count("wrong [altered]")) == (MOST, 1, 1)
    assert lines.endswith("12:03:07 1 error and 60 warnings\n")
    assert lines.count("12:03:07") == 1


def test_a_site_that_takes_long_to_be_read_is_said_to_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys)
    said.terminal.waiting()
    said.terminal.ready()
    said.terminal.waiting()

    assert re.fullmatch(r"Reading the site\. [^\n]*\nReady in [^\n]*\n", said.lines())


def test_names_of_files_do_not_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys)
    said.terminal.troubles([trouble("\x1b[2J\u202e", "content/\x1b]0;x\x07.yaml")], (1, 0), ("a",))
    said.terminal.rebuilt(Rebuilt(("a\x1b[31m\n", "b", "c"), 0.0, pages=2), 0.0123)
    said.terminal.failed("a fault: \x1b[2J\r")
    lines = said.lines()

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", lines)
    assert "12:03:07 a\ufffd[31m\ufffd and 2 others → 2 pages in 12 ms; 1 error\n" in lines


def test_a_terminal_that_stands_still_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on = threading.Event()

    class Still(io.StringIO):
        def write(self, text: str) -> int:
            goes_on.wait(5)
            return super().write(text)

    monkeypatch.setattr(sys, "stdout", Still())
    terminal = Terminal(time.perf_counter(), colour=False)
    for n in range(2 * KEPT):
        terminal.say(str(n))

    assert not terminal.close(0.01)
    goes_on.set()


def test_a_terminal_that_was_closed_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stdout", closed)
    terminal = Terminal(time.perf_counter(), colour=False)
    terminal.say("one")
    terminal.ready()

    assert terminal.close(5)
