"""The ten-minute guide, followed to the letter: every file written, every change made, every command run, every answer compared.

Where the program now answers otherwise, `RENEW=1 pytest tests/docs/test_guide.py` writes its answers into the README; look at the diff.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from tests.docs.readme import README, ROOT, section

FILE = r"`(?P<file>my-site/[^`]+)`(?P<more>[^`\n]*):\n\n```(?:text|yaml)\n(?P<content>.*?)^```"
CHANGE = r"change `(?P<old>[^`]+)` to `(?P<new>[^`]+)`\s+in\s+`(?P<changed>my-site/[^`]+)`"
CONSOLE = r"^```console\n(?P<console>.*?)^```"
STEP = re.compile(f"{FILE}|{CHANGE}|{CONSOLE}", re.M | re.S)
TOOK = re.compile(r"\d+(\.\d+)? m?s\b")  # differs from one computer to another


def test_the_guide_is_true(tmp_path: Path) -> None:
    guide = section("Ten minutes: your first dossier")
    told = guide
    for step in STEP.finditer(guide):
        if step["file"]:
            write(tmp_path / step["file"], step["content"], more="at the end" in step["more"])
        elif step["changed"]:
            change(tmp_path / step["changed"], step["old"], step["new"])
        else:
            told = told.replace(step["console"], answered(step["console"], tmp_path))
    if "RENEW" in os.environ:
        (ROOT / "README.md").write_text(README.replace(guide, told), encoding="utf-8")

    assert told == guide
    assert (tmp_path / "my-site/_site/index.html").exists()


def write(file: Path, content: str, *, more: bool) -> None:
    """The file, or more of it."""
    file.write_text((file.read_text(encoding="utf-8").rstrip("\n") + "\n" if more else "") + content, encoding="utf-8")


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def answered(console: str, folder: Path) -> str:
    """The command with what it answers, in the time that the guide tells."""
    typed, said = console.split("\n", maxsplit=1)
    program, *arguments = shlex.split(typed.removeprefix("$ "))
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
    took = TOOK.search(said)
    answer = (run.stdout + run.stderr).rstrip("\n")
    return f"{typed}\n{TOOK.sub(took[0], answer) if took else answer}\n"
