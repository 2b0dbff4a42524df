"""A long day: edits of every kind, saved in every way, and what is served equals a build.

`EDITS=20000 SEED=7 pytest tests/serve/test_soak.py` for a longer one, and another.
"""

from __future__ import annotations

import gc
import os
import random
import shutil
import sys
import time
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from site_builder.build import build
from site_builder.serve.desk import Answer, Desk, Rebuilt
from site_builder.serve.hub import Hub, Tally, what_is_wrong
from site_builder.serve.live import Live
from site_builder.serve.onpage import decorated
from site_builder.serve.run import dressed
from site_builder.serve.seen import Served, Trouble
from site_builder.serve.watching import Watch
from tests import newsroom
from tests.saves import SAVES, in_place

EDITS = int(os.environ.get("EDITS", "2000"))
SEED = int(os.environ.get("SEED", "0"))
SETTLED = 50  # edits after which all that was saved must be shown
COMPARED = 8  # times that everything served is held against a build
GROWN = 1.2  # times what was held after an eighth of the edits may be held at the end: the site itself grows and shrinks
PATIENCE = 9.0  # seconds until a save is shown: all files are looked at every 10, which would hide that one was not heard of
MARK = "content/pages/mark.md"
OWN = ".dossier-files"  # of the build itself: no part of the site


class Silent:
    """A terminal of which only failures are kept."""

    def __init__(self) -> None:
        self.failures: list[str] = []

    def ready(self) -> None: ...

    def waiting(self) -> None: ...

    def rebuilt(self, rebuilt: Rebuilt, took: float) -> None: ...

    def troubles(self, troubles: Sequence[Trouble], tally: Tally, saved: Collection[str] | None) -> None: ...

    def failed(self, why: str) -> None:
        self.failures.append(why)


class Day:
    """A site's folder that is edited, and everything between its files and the answers to a browser."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.there: dict[str, bytes] = {}
        self.terminal, self.hub = Silent(), Hub()
        self._draw = random.Random(SEED)  # noqa: S311 a day that can be lived again
        self._marks = 0
        self.knobs = newsroom.first()
        self.save(newsroom.files_of(self.knobs))
        self.hub.views = ("dossiers/mines.html", "index.html", "sources/wire.html")  # as if tabs were open
        self.hub.started.set()
        self.desk = Desk(
            Live(root), self.hub, self.terminal, partial(dressed, "/", lambda _: ""), partial(what_is_wrong, opener=lambda _: "")
        )
        self.watch = Watch(root, self.desk.saved, self.terminal.failed)
        self.desk.more_saved = lambda: self.watch.waiting
        self.watch.start()
        self.desk.start()

    def end(self) -> None:
        self.watch.stop()
        assert self.desk.stop(10)

    def edit(self) -> None:
        """Somebody changes something, perhaps for the worse, and looks at something, perhaps before it has been taken in."""
        draw = self._draw
        knob = draw.choice(list(newsroom.KNOBS))
        before = self.knobs["mines"]
        self.knobs = {**self.knobs, knob: draw.choice(newsroom.KNOBS[knob])}
        if self.knobs["mines"] != before:
            self._move(f"content/{before}", f"content/{self.knobs['mines']}")
        self.save(newsroom.files_of(self.knobs, draw.choice(newsroom.TROUBLE) if draw.random() < 0.2 else ""))
        if draw.random() < 0.1:
            self.desk.ask(draw.choice(self.hub.views))

    def _move(self, old: str, new: str) -> None:
        (self.root / old).rename(self.root / new)
        self.there = {path.replace(f"{old}/", f"{new}/"): content for path, content in self.there.items()}

    def save(self, files: dict[str, bytes]) -> None:
        """Brings the folder to hold these files."""
        for path in self.there.keys() - files.keys():
            (self.root / path).unlink()
            del self.there[path]
        for path, content in files.items():
            if self.there.get(path) != content:
                (self.root / path).parent.mkdir(parents=True, exist_ok=True)
                save = self._draw.choice(SAVES) if path in self.there else in_place
                save(self.root / path, content)
                self.there[path] = content

    def settle(self) -> None:
        """Mends what is wrong, and waits until the last that was saved is shown."""
        self._marks += 1
        mark = f"This is mark {self._marks}."
        self.save({**newsroom.files_of(self.knobs), MARK: f"# Mark\n\n{mark}\n".encode()})
        end = time.monotonic() + PATIENCE
        while mark.encode() not in self.at("mark.html").content:
            assert time.monotonic() < end, self.terminal.failures

    def at(self, name: str) -> Answer:
        return self.desk.ask(name).result(PATIENCE)


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    begun = Day(tmp_path / "site")
    yield begun
    begun.end()


def built(site: Path, at: Path) -> dict[str, bytes] | None:
    """What a build from nothing makes of the same files; None if it refuses."""
    shutil.rmtree(at, ignore_errors=True)
    shutil.copytree(site, at, ignore=shutil.ignore_patterns(".dossier"))
    out = at / "_site"
    if not build(at, out).folders:
        return None
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file() and path.name != OWN}


def held() -> int:
    """How much Python holds in memory, in blocks."""
    gc.collect()
    return sys.getallocatedblocks()


def test_after_a_long_day_what_is_served_equals_a_build_and_nothing_has_piled_up(day: Day, tmp_path: Path) -> None:
    ever, blocks, compared = set[str](), [], 0
    for n in range(1, EDITS + 1):
        day.edit()
        if n % SETTLED == 0:
            day.settle()
        if n % (EDITS // COMPARED) == 0:
            day.settle()
            expected = built(day.root, tmp_path / "built")
            if expected is not None:
                compared += 1
                for path in ever - expected.keys():
                    assert day.at(path).status in {301, 404}, (n, path)
                for path, content in expected.items():
                    is_page = path.endswith(".html")
                    shown = decorated(Served(content, is_page), path).html if is_page else content
                    assert day.at(path).content == shown, (n, path)
                ever |= expected.keys()
            blocks.append(held())

    assert compared > COMPARED // 2
    assert not day.terminal.failures
    assert blocks[-1] < GROWN * blocks[0], blocks
