"""The output folder: whole or untouched, and never anything lost that the build did not make."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.files import ForeignFilesError, UnreadableError, listing, output, read, scan, write

EDITIONS = """
import sys
from pathlib import Path
from site_builder.files import write
edition = int(sys.argv[2])
print("ready", flush=True)
while True:
    edition += 1
    write(Path(sys.argv[1]), {f"{n % 7}/page{n}.html": f"{edition}".encode() for n in range(40 + edition % 3)}, [])
"""
KILLS = 40


def test_a_folder_holds_exactly_what_was_written(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, {"a.html": b"1", "b/c.html": b"2"}, [])
    write(out, {"a.html": b"3"}, [])

    assert sorted(path.name for path in out.rglob("*")) == [".dossier-files", "a.html"]
    assert (out / "a.html").read_bytes() == b"3"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("foreign", ["notes.txt", "b/notes.txt", ".git/config"])
def test_foreign_files_are_refused_and_stay(tmp_path: Path, foreign: str) -> None:
    out = tmp_path / "out"
    write(out, {"a.html": b"1"}, [])
    (out / foreign).parent.mkdir(exist_ok=True)
    (out / foreign).write_text("mine")

    with pytest.raises(ForeignFilesError, match=foreign):
        write(out, {"a.html": b"2"}, [])
    assert (out / foreign).read_text() == "mine"
    assert (out / "a.html").read_bytes() == b"1"


def test_a_folder_of_someone_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")

    with pytest.raises(ForeignFilesError, match=r"photo\.jpg"):
        write(tmp_path, {"a.html": b"1"}, [])


def test_what_a_file_manager_leaves_behind_is_kept(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, {"a.html": b"1"}, [])
    (out / ".DS_Store").write_bytes(b"x")
    write(out, {"a.html": b"2"}, [])

    assert (out / ".DS_Store").read_bytes() == b"x"


@pytest.mark.parametrize("out", [".", "content", "content/deep", "seeds"])
def test_a_site_is_not_written_over_what_it_is_made_from(tmp_path: Path, out: str) -> None:
    (tmp_path / "content").mkdir()

    with pytest.raises(ForeignFilesError, match="made from"):
        write(tmp_path / out, {"a.html": b"1"}, [tmp_path / "content", tmp_path / "seeds"])


def test_a_build_that_cannot_write_leaves_the_old_site(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, {"a.html": b"1"}, [])

    with pytest.raises(OSError, match="File name too long"):
        write(out, {"a.html": b"2", "x" * 300: b"3"}, [])
    assert (out / "a.html").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def complete_edition(out: Path) -> int:
    """Which edition the folder holds; fails unless it holds all of it and nothing else."""
    pages = {path.relative_to(out).as_posix(): path.read_text() for path in out.rglob("*.html")}
    (edition,) = {int(text) for text in pages.values()}
    assert sorted(pages) == sorted(f"{n % 7}/page{n}.html" for n in range(40 + edition % 3))
    return edition


def test_killed_at_any_moment_it_leaves_one_complete_site(tmp_path: Path) -> None:
    out, chance = tmp_path / "out", random.Random(1)  # noqa: S311 nothing secret
    write(out, {f"{n % 7}/page{n}.html": b"0" for n in range(40)}, [])
    for _ in range(KILLS):
        before = complete_edition(out)
        with subprocess.Popen([sys.executable, "-c", EDITIONS, str(out), str(before)], stdout=subprocess.PIPE) as builder:
            assert builder.stdout
            builder.stdout.readline()
            time.sleep(chance.random() * 0.03)
            builder.send_signal(signal.SIGKILL)
        assert complete_edition(out) >= before
    write(out, {"index.html": b"x"}, [])

    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_site_put_aside_by_a_killed_build_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "_exchange", lambda *_: False)
    out = tmp_path / "out"
    write(out, {"a.html": b"1"}, [])
    aside = tmp_path / ".out-old-0123456789ab"
    aside.mkdir()
    out.rename(aside / "site")

    with pytest.raises(OSError, match="File name too long"):
        write(out, {"a.html": b"2", "x" * 300: b"3"}, [])
    assert (out / "a.html").read_bytes() == b"1"
    write(out, {"a.html": b"2"}, [])
    assert (out / "a.html").read_bytes() == b"2"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_builds_that_write_at_once_wait_for_each_other(tmp_path: Path) -> None:
    out = tmp_path / "out"
    builders = [subprocess.Popen([sys.executable, "-c", EDITIONS, str(out), str(n * 1000)], stdout=subprocess.PIPE) for n in range(3)]
    time.sleep(1)
    for builder in builders:
        assert builder.poll() is None
        builder.kill()
        builder.communicate()

    complete_edition(out)


def test_hidden_files_backups_and_linked_folders_are_not_listed(tmp_path: Path) -> None:
    for name in ("a.txt", ".hidden", "a.txt~", "#a.txt#", ".a.swp", "b/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "root").symlink_to("/")

    assert listing(tmp_path) == ["a.txt", "b/c.txt"]


def plainly_read(folder: Path, path: str) -> bytes:
    """What `read` answers, by asking for the real place of every file."""
    try:
        real = Path(os.path.realpath(folder / path))
        if not real.is_relative_to(os.path.realpath(folder)):
            raise UnreadableError("leaves")
        if not real.is_file():
            raise UnreadableError("not a file" if real.exists() else "missing")
        return real.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableError("missing") from error


def answer(ask: Callable[[Path, str], bytes], folder: Path, path: str) -> bytes | str:
    try:
        return ask(folder, path)
    except UnreadableError as error:
        return str(error)


def a_knot_of_links(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a" / "b" / "c").write_text("c")
    (folder / "a" / "plain").write_text("plain")
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "content-too").mkdir()
    (tmp_path / "content-too" / "plain").write_text("a neighbour")
    for link, target in {
        "within": "a/plain",
        "a/up": "../a/b/c",
        "out": "../secret",
        "a/neighbour": "../../content-too/plain",
        "folder": "a/b",
        "root": "/",
        "away": "..",
        "self": "self",
        "broken": "nowhere",
        "back": "../content/a/plain",
    }.items():
        (folder / link).symlink_to(target)
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe")
    return folder


STEPS = ["", ".", "..", "a", "b", "c", "plain", "content", "content-too", "secret", "x\0", "\ud800", "é" * 200, "/"]
LINKS = ["within", "up", "out", "neighbour", "folder", "root", "away", "self", "broken", "back", "pipe"]


@given(st.lists(st.sampled_from(STEPS + LINKS), max_size=5))
@settings(max_examples=400, deadline=None)
def test_a_file_is_read_as_if_its_real_place_were_asked_for(knot: Path, steps: list[str]) -> None:
    path = "/".join(steps)
    assert answer(read, knot, path) == answer(plainly_read, knot, path)


@pytest.fixture(scope="module")
def knot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_knot_of_links(tmp_path_factory.mktemp("knot"))


def test_a_scan_tells_the_files_that_can_be_read_from_those_that_cannot(knot: Path) -> None:
    found = scan(knot)

    assert sorted(found) == listing(knot)
    assert {name for name, seen in found.items() if seen is None} == {name for name in found if isinstance(answer(read, knot, name), str)}
    assert found["within"] == found["a/plain"]
    assert {name for name, seen in found.items() if seen} == {"a/b/c", "a/plain", "a/up", "back", "within"}


def test_a_scan_shows_a_change(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1")
    before = scan(tmp_path)
    assert before == scan(tmp_path)
    (tmp_path / "new").write_text("2")
    os.utime(tmp_path / "new", ns=(0, (tmp_path / "a.txt").stat().st_mtime_ns))
    (tmp_path / "new").replace(tmp_path / "a.txt")

    assert scan(tmp_path) != before
    assert scan(tmp_path / "nowhere") == {}
