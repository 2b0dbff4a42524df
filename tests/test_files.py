"""The output folder: whole or untouched, and never anything lost that the build did not make."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.files import ForeignFilesError, listing, write


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


def test_hidden_files_backups_and_linked_folders_are_not_listed(tmp_path: Path) -> None:
    for name in ("a.txt", ".hidden", "a.txt~", "#a.txt#", ".a.swp", "b/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "root").symlink_to("/")

    assert listing(tmp_path) == ["a.txt", "b/c.txt"]
