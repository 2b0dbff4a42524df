"""A site for the preview's tests, and the preview of it as a program: `python -m tests.serve.stand_in FOLDER {"port": 0}`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Collection
from pathlib import Path

from site_builder.serve.seen import Change, Served, Trouble


def trouble(message: str, file: str = "content/a.yaml") -> Trouble:
    return Trouble("error", "altered", file, 3, 5, message, "did you mean this?", "  words: that", 5, "index.html", "quote-a")


class Paper:
    """The files of a folder are the site. A line "error: …" in one is a problem, "slow" takes a while, "boom" is a fault."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, bytes] = {}
        self.made: list[str] = []  # the pages, in the order in which they were made
        self.opened = 0

    def open(self) -> None:
        self.opened += 1
        self.files = self._read()

    def changed(self, paths: Collection[str] | None) -> Change:
        before, self.files = self.files, self._read()
        files = sorted(one for one in before.keys() | self.files.keys() if before.get(one) != self.files.get(one))
        assert paths is None or set(files) <= set(paths)
        if b"boom" in b"".join(self.files[one] for one in files if one in self.files and one.endswith(".txt")):
            raise ValueError("<b>boom</b>")
        return Change(tuple(files), files[0] + "#first" if files else "")

    def served(self, path: str) -> Served | None:
        content = self.files.get(path)
        if content is None:
            return None
        self.made.append(path)
        if b"boom" in content:
            raise ValueError("<b>boom</b>")
        time.sleep(0.2 if b"slow" in content else 0)
        return Served(content, path.endswith(".html"))

    def work(self) -> bool:
        return False

    def troubles(self) -> tuple[Trouble, ...]:
        lines = [(path, line) for path, content in sorted(self.files.items()) for line in content.decode("utf-8", "replace").splitlines()]
        return tuple(trouble(line[7:], path) for path, line in lines if line.startswith("error: "))

    def close(self) -> None:
        pass

    def _read(self) -> dict[str, bytes]:
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in self.root.rglob("*") if path.is_file()}


if __name__ == "__main__":
    from site_builder.serve.run import Wanted, serve
    from site_builder.serve.terminal import Terminal

    folder = Path(sys.argv[1])
    serve(Paper(folder), Wanted(folder, **json.loads(sys.argv[2])), Terminal(time.perf_counter(), colour=False))
