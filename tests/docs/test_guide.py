"""The ten-minute guide, followed to the letter: every file written, every change made, every command run, every answer compared."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from tests.docs.readme import ROOT, section

FILE = r"`(?P<file>my-site/[^`]+)`(?P<more>[^`\n]*):\n\n```(?:text|yaml)\n(?P<content>.*?)^```"
CHANGE = r"change `(?P<old>[^`]+)` to `(?P<new>[^`]+)`\s+in\s+`(?P<changed>my-site/[^`]+)`"
CONSOLE = r"^```console\n(?P<console>.*?)^```"
STEP = re.compile(f"{FILE}|{CHANGE}|{CONSOLE}", re.M | re.S)


def test_the_guide_is_true(tmp_path: Path) -> None:
    steps = list(STEP.finditer(section("Ten minutes: your first dossier")))
    answers = 0
    for step in steps:
        if step["file"]:
            write(tmp_path / step["file"], step["content"], more="the end" in step["more"])
        elif step["changed"]:
            file = tmp_path / step["changed"]
            before = file.read_text(encoding="utf-8")
            assert before.count(step["old"]) == 1
            file.write_text(before.replace(step["old"], step["new"]), encoding="utf-8")
        else:
            for command, expected in typed(step["console"]):
                assert plain(answer(command, tmp_path)) == plain(expected), command
                answers += 1
    assert answers >= 4
    assert (tmp_path / "my-site/_site/index.html").exists()


def write(file: Path, content: str, *, more: bool) -> None:
    """The file, or more of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text((file.read_text(encoding="utf-8").rstrip("\n") + "\n" if more else "") + content, encoding="utf-8")


def typed(console: str) -> list[tuple[str, str]]:
    """Each command with what it answers."""
    return [(command, expected) for command, expected in re.findall(r"^\$ ([^\n]*)\n((?:(?!\$ )[^\n]*\n)*)", console, re.M)]


def answer(command: str, folder: Path) -> str:
    program, *arguments = shlex.split(command)
    assert program == "dossier"
    run = subprocess.run(
        [sys.executable, "-m", "site_builder", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return run.stdout + run.stderr


def plain(answered: str) -> str:
    """Without what differs from one computer to another: how long it took."""
    return re.sub(r"\d+(\.\d+)? m?s\b", "a moment", answered).strip()
