"""A site for the preview's tests, and the preview of it as a program: `python -m tests.serve.stand_in FOLDER '{"port": 0}'`."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Collection
from pathlib import Path

from site_builder.serve.seen import Change, Served, Trouble

Files = dict[str, bytes]


def trouble(message: str, file: str = "content/a.yaml", page: str = "") -> Trouble:
    return Trouble("error", "altered", file, 3, 5, message, "did you mean this?", "  words: that", 5, page)


class Paper:
    """Files that are the site as they stand.

    "error: …" on a line is a problem, "boom" a fault in the program, "asleep" takes longer than anybody waits.
    """

    def __init__(self, read: Callable[[], Files]) -> None:
        self.read = read
        self.files: Files = {}
        self.done: list[str] = []  # what was asked of it, in order
        self.awake = threading.Event()  # while it is not set, the next change is not taken in
        self.awake.set()
        self.left = 0  # pieces of work

    def open(self) -> None:
        self.done.append("open")
        self.files = self.read()
        if "asleep" in self.files:
            time.sleep(30)

    def changed(self, paths: Collection[str] | None) -> Change:
        self.done.append(f"changed {' '.join(sorted(paths or ()))}")
        before, self.files = self.files, self.read()
        assert self.awake.wait(10)
        files = sorted(one for one in before.keys() | self.files.keys() if before.get(one) != self.files.get(one))
        if any("boom" in one for one in files):
            raise ValueError("<b>boom</b>")
        return Change(tuple(files), f"{files[0]}#first" if files else "")

    def served(self, path: str) -> Served | None:
        content = self.files.get(path)
        if content is None:
            return None
        self.done.append(path)
        if b"boom" in content:
            raise ValueError("<b>boom</b>")
        if b"asleep" in content:
            time.sleep(30)
        return Served(content, path.endswith(".html"))

    def missing(self) -> Served:
        return self.served("404.html") or Served(b"<p>There is no such page", is_page=True)

    def work(self) -> bool:
        self.done.append("work")
        self.left -= 1
        return self.left > 0

    def troubles(self) -> tuple[Trouble, ...]:
        lines = ((path, line) for path, content in sorted(self.files.items()) for line in content.decode("utf-8", "replace").split("\n"))
        return tuple(trouble(line[7:], path) for path, line in lines if line.startswith("error: "))

    def tally(self) -> tuple[int, int]:
        return len(self.troubles()), 0

    def close(self) -> None:
        self.done.append("close")


def folder(root: Path) -> Files:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


if __name__ == "__main__":
    from site_builder.serve.run import Wanted, serve
    from site_builder.serve.terminal import Terminal

    site = Path(sys.argv[1])
    serve(Paper(lambda: folder(site)), Wanted(site, **json.loads(sys.argv[2])), Terminal(time.perf_counter(), colour=False))
