"""What the preview shows equals what a build makes of the same files, whatever was edited before."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from site_builder.build import build
from site_builder.files import inputs
from site_builder.serve.live import Live
from tests import newsroom

OWN = ".dossier-files"  # of the build itself: no part of the site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path / "site", newsroom.files_of(newsroom.first()))
    return tmp_path / "site"


@pytest.fixture
def live(site: Path) -> Iterator[Live]:
    opened = Live(site)
    opened.open()
    done(opened)
    yield opened
    opened.close()


def write(root: Path, files: Mapping[str, bytes]) -> set[str]:
    """Brings a folder to hold these files; the paths of those that changed."""
    there = {path: (root / path).read_bytes() for path in inputs(root)}
    for path in there.keys() - files.keys():
        (root / path).unlink()
    changed = {path for path, content in files.items() if there.get(path) != content}
    for path in changed:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(files[path])
    return changed | (there.keys() - files.keys())


def done(live: Live) -> None:
    for _ in range(10_000):
        if not live.work():
            return
    raise AssertionError("there is always more to do")


def built(site: Path, at: Path) -> dict[str, bytes] | None:
    """The files that a build makes of the same files from nothing; None if it refuses."""
    shutil.rmtree(at, ignore_errors=True)
    shutil.copytree(site, at, ignore=shutil.ignore_patterns(".dossier", "_site"))
    if not build(at, at / "_site").folders:
        return None
    out = at / "_site"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file() and path.name != OWN}


def served(live: Live, paths: Any) -> dict[str, bytes]:
    found = {path: live.served(path) for path in paths}
    return {path: one.content for path, one in found.items() if one}


def edited(live: Live, site: Path, path: str, old: str, new: str) -> None:
    text = (site / path).read_text("utf-8")
    assert old in text
    (site / path).write_text(text.replace(old, new, 1), "utf-8")
    assert live.changed({path}).files == (path,)


@pytest.mark.parametrize("chance", range(3))
def test_after_any_edits_what_is_shown_equals_a_build(site: Path, tmp_path: Path, chance: int) -> None:
    draw = random.Random(chance)  # noqa: S311 a walk that can be walked again
    if chance:
        build(site, site / "_site")
    live = Live(site)
    live.open()
    knobs, ever = newsroom.first(), set[str]()
    for n in range(25):
        for _ in range(draw.choice((1, 1, 2, 4))):
            knob = draw.choice(list(newsroom.KNOBS))
            knobs = {**knobs, knob: draw.choice(newsroom.KNOBS[knob])}
        trouble = draw.choice(newsroom.TROUBLE) if draw.random() < 0.2 else ""
        changed = write(site, newsroom.files_of(knobs, trouble))
        live.changed(changed if draw.random() < 0.7 else None)
        served(live, draw.sample(sorted(ever), min(3, len(ever))))  # somebody looks before all is worked out
        if n % 5 == 4:
            done(live)
            site_built = built(site, tmp_path / "built")
            if site_built is not None:
                ever |= site_built.keys()
                assert served(live, ever) == site_built
        if n == 12:  # a build goes on beside it, and a preview is started again
            build(site, site / "_site")
            assert live.served("index.html")
            live.close()
            live = Live(site)
            live.open()
    live.close()


def test_a_preview_of_a_new_site_leaves_the_next_build_right(site: Path, live: Live, tmp_path: Path) -> None:
    edited(live, site, "content/mines/dossier.yaml", "title: ", "title: Anew, ")
    shown = built(site, tmp_path / "built")
    assert build(site, site / "_site").folders
    out = site / "_site"
    assert {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file() and path.name != OWN} == shown


def test_nothing_is_written_but_what_is_remembered(site: Path, live: Live) -> None:
    edited(live, site, "content/mines/dossier.yaml", "title: ", "title: Anew, ")
    served(live, ["index.html", "dossiers/mines.html"])
    assert {path.name for path in site.iterdir()} <= {"content", "seeds", "themes", ".dossier"}


def test_a_builds_verdicts_are_not_worked_out_again(site: Path) -> None:
    build(site, site / "_site")
    live = Live(site)
    live.open()
    assert not live.is_behind
    live.close()
