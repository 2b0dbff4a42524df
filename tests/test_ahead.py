"""Files are looked at by another process while the program starts: what it tells is what a look tells."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from site_builder import files

ROOT = Path(__file__).parent.parent
PROGRAM = """
import os, signal, sys
from pathlib import Path
from site_builder import files

root, killed = Path(sys.argv[1]), sys.argv[2] == "killed"
fork, children = os.fork, []

def forks():
    child = fork()
    children.append(child)
    if killed and not child:
        os.kill(os.getpid(), signal.SIGKILL)
    return child

os.fork = forks
before = set(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else set()
seen = files.ahead(root)
at, listed = seen()
after = set(os.listdir("/proc/self/fd")) if before else set()
assert before == after, (before, after)
assert at > 0
assert listed == files.listed(root), listed
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print(len(children), sum(len(files.shown(one)) for one in listed.values()))
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for path in ("content/mines/dossier.yaml", "content/site.yaml", "seeds/a.txt", "seeds/b/c.txt", "seeds/.hidden.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    (tmp_path / "elsewhere.txt").write_text("not here")
    (tmp_path / "seeds/out.txt").symlink_to(tmp_path / "elsewhere.txt")
    if sys.platform == "linux":
        Path(os.fsdecode(os.fsencode(tmp_path / "seeds") + b"/\xff.txt")).write_text("a name that is not UTF-8")
    return tmp_path


@pytest.mark.skipif(sys.platform != "linux", reason="only there another process looks")
@pytest.mark.parametrize("how", ["", "killed"])
def test_another_process_tells_what_a_look_tells(project: Path, how: str) -> None:
    command = [sys.executable, "-c", PROGRAM, str(project), how]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)

    assert done.stderr == ""
    assert done.stdout.split() == ["1", "6"]


def test_beside_other_threads_it_is_looked_when_it_is_asked(project: Path) -> None:
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        seen = files.ahead(project)
        (project / "seeds/late.txt").write_text("after it was begun")
        at, listed = seen()
    finally:
        over.set()
        other.join()

    assert listed == files.listed(project)
    assert "late.txt" in files.shown(listed["seeds/"])
    assert at > 0
