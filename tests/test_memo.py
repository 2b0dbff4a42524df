"""A build that has nothing to do does nothing; one that has something to do does it."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder import memo
from site_builder.cli import cli
from site_builder.sealed import unsealed
from tests.conftest import LittleSite

LONG_AGO = time.time() - 3600
SITE = """
-- seeds/afp.txt --
"They lead with dismounted forces," Austin said.
-- content/mines/quotes.yaml --
- {id: lead, actor: austin, words: They lead with dismounted forces, sources: [afp]}
"""

Change = Callable[[LittleSite, Path], None]


@pytest.fixture
def little(site: Callable[[str], LittleSite]) -> LittleSite:
    made = site(SITE)
    _age(made.root)
    return made


def _age(folder: Path) -> None:
    """Makes files an hour old, as far as their writer can; what the system notes by itself stays young."""
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


@pytest.fixture(autouse=True)
def _trusting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The little sites are younger than what is trusted."""
    monkeypatch.setattr(memo, "UNSURE", 0)


def build(little: LittleSite, *options: str) -> Result:
    return CliRunner().invoke(cli, ["build", "--root", str(little.root), *options])


def wrote(result: Result) -> bool:
    return " written" in result.stdout and "nothing changed" not in result.stdout


def pages(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_nothing_changed(little: LittleSite) -> None:
    first = build(little)
    made = pages(little.root / "_site")
    second = build(little)

    assert wrote(first)
    assert "nothing changed, 0 of" in second.stdout
    assert pages(little.root / "_site") == made


def _edit(little: LittleSite, _: Path) -> None:
    little.edit("content/site.yaml", "A little site", "B little site")


def _new_seed(little: LittleSite, _: Path) -> None:
    little.write("seeds/more.txt", "More.")


def _new_dossier(little: LittleSite, _: Path) -> None:
    little.write("content/other/dossier.yaml", "title: Other")


def _rename(little: LittleSite, _: Path) -> None:
    (little.root / "content/mines").rename(little.root / "content/fields")


def _theme(little: LittleSite, _: Path) -> None:
    little.write("themes/default/templates/404.html", "Nothing here")


def _lost_page(_: LittleSite, out: Path) -> None:
    (out / "dossiers" / "mines.html").unlink()


def _added_page(_: LittleSite, out: Path) -> None:
    (out / "dossiers" / ".DS_Store").write_text("x")


def _lost_site(_: LittleSite, out: Path) -> None:
    shutil.rmtree(out)


@pytest.mark.parametrize("change", [_edit, _new_seed, _new_dossier, _rename, _theme, _lost_page, _added_page, _lost_site])
def test_whatever_changed_is_built(little: LittleSite, change: Change, tmp_path: Path) -> None:
    build(little)
    change(little, little.root / "_site")
    again = build(little)
    fresh = build(little, "--out", str(tmp_path / "fresh"))

    assert wrote(again) or change is _new_seed  # no source names it
    assert wrote(fresh)
    made = {name: content for name, content in pages(little.root / "_site").items() if not name.endswith(".DS_Store")}
    assert made == pages(tmp_path / "fresh")


def test_the_same_size_and_the_same_time_do_not_hide_a_change(little: LittleSite) -> None:
    build(little)
    file = little.root / "content/site.yaml"
    was = file.stat()
    file.write_text(file.read_text().replace("little", "larger"))
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))

    assert wrote(build(little))


def test_another_address_another_folder_another_program(little: LittleSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(little)
    assert wrote(build(little, "--base-url", "https://example.org/"))
    assert wrote(build(little, "--out", str(tmp_path / "elsewhere")))
    assert "nothing changed" in build(little, "--out", str(tmp_path / "elsewhere")).stdout
    monkeypatch.setattr(memo, "program", lambda: "another")
    assert wrote(build(little, "--out", str(tmp_path / "elsewhere")))


BROKEN = [b"", b"{", b"[1]", b"\xff", b"null", b'{"made": 1}', b"[" * 100_000, b"SQLite format 3\0" + b"\7" * 5000]


@pytest.mark.parametrize("file", [memo.LAST, memo.KEPT])
@pytest.mark.parametrize("broken", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_memory_is_as_good_as_none(little: LittleSite, broken: bytes, file: str) -> None:
    build(little)
    made = pages(little.root / "_site")
    (little.root / ".dossier" / memo.LAST).unlink()
    (little.root / ".dossier" / file).write_bytes(broken)

    assert wrote(build(little)) is (file == memo.KEPT)
    assert pages(little.root / "_site") == made
    assert not wrote(build(little))


@pytest.mark.parametrize(("here", "other"), [("counts", "counted"), ("1 citation", "9 citations"), ('"pages":', '"pages":1')])
def test_an_answer_that_was_altered_is_not_told(little: LittleSite, here: str, other: str) -> None:
    first = build(little)
    last = little.root / ".dossier" / memo.LAST
    text = last.read_text()
    assert here in text
    last.write_text(text.replace(here, other, 1))
    again = build(little)

    assert again.exit_code == 0
    assert again.stdout.partition(";")[0] == first.stdout.partition(";")[0]


def test_a_young_file_is_not_trusted(little: LittleSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read again, and nothing is made again where it holds what it held."""
    monkeypatch.setattr(memo, "UNSURE", 3600 * 10**9)
    build(little)

    assert not (little.root / ".dossier" / memo.LAST).exists()
    assert not wrote(build(little))
    file = little.root / "content/site.yaml"
    was = file.stat()
    file.write_text(file.read_text().replace("little", "larger"))
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert wrote(build(little))


def test_a_clock_that_went_back_is_not_trusted(little: LittleSite) -> None:
    ahead = time.time() + 3600
    file = little.root / "content/site.yaml"
    os.utime(file, (ahead, ahead))
    build(little)

    assert not (little.root / ".dossier" / memo.LAST).exists()
    file.write_text(file.read_text().replace("little", "larger"))
    os.utime(file, (ahead, ahead))
    assert wrote(build(little))


def test_warnings_are_said_again(little: LittleSite) -> None:
    little.write("seeds/afp.txt", '"They lead with dismounted forces," Austin said. "They lead with dismounted forces."')
    first, second = build(little), build(little)

    assert "nothing changed" in second.stdout
    assert "[ambiguous]" in first.stderr
    assert second.stderr == first.stderr


def test_a_failed_build_is_not_remembered(little: LittleSite) -> None:
    little.edit("content/mines/quotes.yaml", "dismounted", "mounted")
    first, second = build(little), build(little)

    assert first.exit_code == second.exit_code == 1
    assert "[altered]" in second.stderr


def test_what_is_kept_is_ignored_by_git_and_holds_no_words_of_the_site(little: LittleSite) -> None:
    build(little)

    assert (little.root / ".dossier" / ".gitignore").read_text() == "*\n"
    assert "dismounted" not in json.dumps(unsealed((little.root / ".dossier" / memo.LAST).read_bytes()))
