"""A site is published at the cost of what changed, and whatever happens meanwhile the output is one complete site."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.files import ForeignFilesError, output, publishing, put, times
from site_builder.sealed import sealed, unsealed

KILLS = int(os.environ.get("KILLS", "60"))  # whole builds are killed 200 times in test_safe.py
PAGES = 12
CALLS = ("open", "write", "mkdir", "link", "rename", "replace", "unlink", "rmdir", "chmod")  # what publishing asks of the disk

Site = Mapping[str, bytes]


def known() -> bool:
    return True


def site_of(edition: int) -> dict[str, bytes]:
    """A site of which each edition changes the front page and two more, adds one in a folder of its own, and removes one."""
    pages = {f"{n % 3}/page{n}.html": b"%d" % (edition - (edition - n) % (PAGES // 2)) for n in range(PAGES)}
    new = {f"new/{n}/page.html": b"new" for n in range(max(edition - 2, 0), edition)}
    return pages | new | {"index.html": b"%d" % edition}


def publish(root: Path, edition: int | Callable[[int], int], *, fresh: bool = False) -> None:
    """An edition over the one that is there, as a project has it; which one may depend on that."""
    (root / ".dossier").mkdir(exist_ok=True)
    with publishing(root / "_site", [], root / ".dossier" / "spare", lambda: not fresh) as staged:
        here = {} if staged.fresh else site_of(edition_in(root))
        site = site_of(edition if isinstance(edition, int) else edition(edition_in(root)))
        for name in here.keys() - site.keys():
            staged.remove(name)
        for name, content in site.items():
            if here.get(name) != content:
                put(staged.folder, name, content)
        assert staged.commit() == times(str(root / "_site"), folders_in(root / "_site"))


def folders_in(folder: Path) -> set[str]:
    return {"", *(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir())}


def edition_in(root: Path) -> int:
    return int((root / "_site" / "index.html").read_bytes())


def content_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def complete_edition(root: Path) -> int:
    """Which edition is published; fails unless all of it is there, nothing else, and no folder without files."""
    edition = edition_in(root)
    assert_holds(root / "_site", site_of(edition))
    return edition


def assert_holds(folder: Path, site: Site) -> None:
    found = content_of(folder)
    assert found.pop(output.MADE).decode().splitlines() == sorted(site)
    assert found == site
    assert folders_in(folder) - {""} == {above.as_posix() for name in site for above in Path(name).parents} - {"."}


def assert_nothing_left(root: Path) -> None:
    assert {path.name for path in root.iterdir()} == {"_site", ".dossier"}
    assert {path.name for path in (root / ".dossier").iterdir()} <= {"spare", "spare.json"}


def has_spare(root: Path) -> bool:
    return (root / ".dossier" / "spare.json").exists() and (root / ".dossier" / "spare").is_dir()


def test_editions_follow_each_other_at_the_cost_of_what_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path, 5)
    assert_holds(tmp_path / ".dossier" / "spare", site_of(5))  # so that the first edit finds it
    links = count_calls(monkeypatch, "link")
    for edition in range(6, 30):
        publish(tmp_path, edition)
        assert complete_edition(tmp_path) == edition
        assert_holds(tmp_path / ".dossier" / "spare", site_of(edition - 1))  # nothing was written through a shared file
        assert_nothing_left(tmp_path)
    assert len(links) < 24 * 5


def count_calls(monkeypatch: pytest.MonkeyPatch, name: str) -> list[object]:
    calls: list[object] = []
    act = getattr(os, name)

    def counted(*of: object, **named: object) -> object:
        calls.append(of)
        return act(*of, **named)

    monkeypatch.setattr(os, name, counted)
    return calls


def test_many_changes_leave_no_spare_and_the_next_edit_is_right(tmp_path: Path) -> None:
    for edition in (5, 6, 7, 40, 41, 42, 80, 81):
        publish(tmp_path, edition)
        assert complete_edition(tmp_path) == edition
        assert_nothing_left(tmp_path)
    assert has_spare(tmp_path)


def test_leaving_without_commit_changes_nothing(tmp_path: Path) -> None:
    for edition in (5, 6):
        publish(tmp_path, edition)
    for fresh in (True, False):
        with publishing(tmp_path / "_site", [], tmp_path / ".dossier" / "spare", lambda fresh=fresh: not fresh) as staged:  # type: ignore[misc]
            assert staged.fresh is fresh
            put(staged.folder, "index.html", b"7")
            staged.remove("0/page0.html")
        assert complete_edition(tmp_path) == 6
    assert has_spare(tmp_path)


def test_a_commit_without_changes_leaves_the_folder_as_it_is(tmp_path: Path) -> None:
    publish(tmp_path, 5)
    before = (tmp_path / "_site").stat()
    with publishing(tmp_path / "_site", [], tmp_path / ".dossier" / "spare", known) as staged:
        staged.remove("nothing/of-that-name.html")
        staged.commit()

    assert (tmp_path / "_site").stat().st_ino == before.st_ino
    assert complete_edition(tmp_path) == 5


@pytest.mark.parametrize("fresh", [True, False])
def test_what_the_caller_does_not_name_is_removed(tmp_path: Path, *, fresh: bool) -> None:
    publish(tmp_path, 5)
    kept = [name for name in site_of(5) if not name.startswith("1/")]
    with publishing(tmp_path / "_site", [], None, lambda: not fresh) as staged:
        for name, content in site_of(5).items() if fresh else {}.items():
            put(staged.folder, name, content)
        staged.commit(kept)

    assert_holds(tmp_path / "_site", {name: site_of(5)[name] for name in kept})


def test_a_file_that_is_shared_is_replaced_and_not_written_into(tmp_path: Path) -> None:
    put(str(tmp_path), "a/b.html", b"old")
    os.link(tmp_path / "a" / "b.html", tmp_path / "other")
    put(str(tmp_path), "a/b.html", b"new")

    assert (tmp_path / "a" / "b.html").read_bytes() == b"new"
    assert (tmp_path / "other").read_bytes() == b"old"


def test_a_file_is_not_put_where_the_folder_was_taken_away(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        put(str(tmp_path / "gone"), "a/b.html", b"late")
    assert not list(tmp_path.iterdir())


NAMES = ["index.html", "a", "a/b", "a/b/c", "d/e.html", "d/f.html", *(f"pages/page{n}.html" for n in range(12))]


@given(
    st.lists(st.tuples(st.dictionaries(st.sampled_from(NAMES), st.binary(max_size=2), max_size=8), st.sampled_from(["", "fresh", "lost"])))
)
@settings(max_examples=40, deadline=None)
def test_any_sequence_of_editions_ends_with_the_last(editions: list[tuple[dict[str, bytes], str]]) -> None:
    always = {f"pages/long-name-of-a-page-that-stays-as-it-is-{n}.html": b"x" for n in range(8)}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / ".dossier").mkdir()
        before: dict[str, bytes] = {}
        for chosen, how in editions:
            site = always | {name: text for name, text in chosen.items() if not any(other.startswith(f"{name}/") for other in chosen)}
            if how == "lost":
                shutil.rmtree(root / ".dossier" / "spare", ignore_errors=True)
            with publishing(root / "_site", [], root / ".dossier" / "spare", lambda how=how: how != "fresh") as staged:  # type: ignore[misc]
                here = {} if staged.fresh else before
                for name in here.keys() - site.keys():
                    staged.remove(name)
                for name in site:
                    if here.get(name) != site[name]:
                        put(staged.folder, name, site[name])
                staged.commit()
            assert_holds(root / "_site", site)
            before = site


def lose(spare: Path) -> None:
    shutil.rmtree(spare)


def lose_a_page(spare: Path) -> None:
    (spare / "1" / "page1.html").unlink()


def add_a_page(spare: Path) -> None:
    (spare / "1" / "mine.html").write_text("mine")


def lose_the_journal(spare: Path) -> None:
    spare.with_name("spare.json").unlink()


def spoil_the_journal(spare: Path) -> None:
    spare.with_name("spare.json").write_text('{"site": [')


def forge_the_journal(spare: Path) -> None:
    journal = unsealed(spare.with_name("spare.json").read_bytes())
    spare.with_name("spare.json").write_bytes(sealed(journal | {"differ": ["../../mine.html", "/mine.html", 3]}))


def empty_the_journal(spare: Path) -> None:
    journal = unsealed(spare.with_name("spare.json").read_bytes())
    spare.with_name("spare.json").write_bytes(sealed(journal | {"folders": {}}))


def alter_a_letter_of_the_journal(spare: Path) -> None:
    journal = spare.with_name("spare.json").read_text()
    assert '.html"' in journal
    spare.with_name("spare.json").write_text(journal.replace('.html"', '.htmk"', 1))


def put_another_in_its_place(spare: Path) -> None:
    copy = spare.with_name("copy")
    shutil.copytree(spare, copy)
    shutil.rmtree(spare)
    copy.rename(spare)


def make_it_a_file(spare: Path) -> None:
    shutil.rmtree(spare)
    spare.write_text("a file")


def make_it_a_link(spare: Path) -> None:
    elsewhere = spare.parent.parent.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.html").write_text("mine")
    shutil.rmtree(spare)
    spare.symlink_to(elsewhere)


SPOILT = [
    lose,
    lose_a_page,
    add_a_page,
    lose_the_journal,
    spoil_the_journal,
    forge_the_journal,
    empty_the_journal,
    alter_a_letter_of_the_journal,
    put_another_in_its_place,
    make_it_a_file,
    make_it_a_link,
]


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_spare_that_is_not_what_it_was_is_thrown_away(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    root = tmp_path / "project"
    root.mkdir()
    for edition in (5, 6, 7):
        publish(root, edition)
    (root / "mine.html").write_text("mine")
    spoil(root / ".dossier" / "spare")
    for edition in (8, 9, 10):
        publish(root, edition)
        assert complete_edition(root) == edition
    assert (root / "mine.html").read_text() == "mine"
    if spoil is make_it_a_link:
        assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["mine.html"]
    else:
        assert has_spare(root)


def test_a_spare_of_another_output_is_not_taken(tmp_path: Path) -> None:
    for edition in (5, 6, 7):
        publish(tmp_path, edition)
    other = tmp_path / "other"
    for edition in (5, 7):
        with publishing(other, [], tmp_path / ".dossier" / "spare", known) as staged:
            for name, content in site_of(edition).items():
                put(staged.folder, name, content)
            staged.commit(site_of(edition))
    assert_holds(other, site_of(7))
    publish(tmp_path, 8)
    assert complete_edition(tmp_path) == 8


def test_where_folders_lie_on_two_devices_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = os.rename

    def within(old: str, new: str) -> None:
        if ".dossier" in f"{old}{new}":
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        rename(old, new)

    monkeypatch.setattr(os, "rename", within)
    for edition in range(5, 10):
        publish(tmp_path, edition)
        assert complete_edition(tmp_path) == edition
        assert_nothing_left(tmp_path)
    assert not (tmp_path / ".dossier" / "spare").exists()


def test_where_files_have_one_name_only_they_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    for edition in range(5, 10):
        publish(tmp_path, edition)
        assert complete_edition(tmp_path) == edition
    assert has_spare(tmp_path)


def test_where_folders_cannot_be_exchanged_they_are_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "_exchange", lambda *_: False)
    for edition in range(5, 10):
        publish(tmp_path, edition)
        assert complete_edition(tmp_path) == edition
        assert_nothing_left(tmp_path)
    assert has_spare(tmp_path)


def test_many_files_are_linked_and_removed_by_two_threads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "MANY", 3)
    for edition in (5, 6, 40, 41):
        publish(tmp_path, edition)
        assert complete_edition(tmp_path) == edition
        assert_nothing_left(tmp_path)


def test_a_file_put_there_while_a_site_is_made_stops_it(tmp_path: Path) -> None:
    publish(tmp_path, 5)
    answers = iter([True, False])
    with publishing(tmp_path / "_site", [], tmp_path / ".dossier" / "spare", lambda: next(answers)) as staged:
        (tmp_path / "_site" / "mine.txt").write_text("mine")
        put(staged.folder, "index.html", b"6")
        with pytest.raises(ForeignFilesError, match="mine"):
            staged.commit()
    assert (tmp_path / "_site" / "mine.txt").read_text() == "mine"
    assert edition_in(tmp_path) == 5


def test_what_a_file_manager_leaves_behind_stays_through_editions(tmp_path: Path) -> None:
    publish(tmp_path, 5)
    for name in (".DS_Store", "1/.DS_Store"):
        (tmp_path / "_site" / name).write_bytes(b"x")
    (tmp_path / "_site" / "2" / "Thumbs.db").symlink_to("nowhere")
    for edition, fresh in ((6, True), (7, False), (8, False), (9, False), (10, True)):
        publish(tmp_path, edition, fresh=fresh)
        assert (tmp_path / "_site" / ".DS_Store").read_bytes() == (tmp_path / "_site" / "1" / ".DS_Store").read_bytes() == b"x"
        assert (tmp_path / "_site" / "2" / "Thumbs.db").is_symlink()


def test_who_may_see_the_site_stays_as_it_was(tmp_path: Path) -> None:
    publish(tmp_path, 5)
    (tmp_path / "_site").chmod(0o750)
    for edition, fresh in ((6, True), (7, False), (8, False), (9, False)):
        publish(tmp_path, edition, fresh=fresh)
        assert (tmp_path / "_site").stat().st_mode & 0o777 == 0o750


def test_a_linked_output_is_published_where_the_link_leads(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "_site").symlink_to(tmp_path / "elsewhere" / "site")
    for edition in range(5, 9):
        publish(tmp_path, edition)
        assert complete_edition(tmp_path) == edition
    assert (tmp_path / "_site").is_symlink()
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["site"]


@pytest.mark.parametrize("spare", ["_site", "_site/spare", ".", "no-such-folder/spare"])
def test_a_spare_has_no_place_in_the_output_or_round_it(tmp_path: Path, spare: str) -> None:
    out = tmp_path / "_site"
    for edition in (5, 6, 7):
        with publishing(out, [], tmp_path / spare, known) as staged:
            for name, content in site_of(edition).items():
                put(staged.folder, name, content)
            staged.commit(site_of(edition))
        assert_holds(out, site_of(edition))
    assert [path.name for path in tmp_path.iterdir()] == ["_site"]


def test_a_change_in_a_folder_shows_in_its_times(tmp_path: Path) -> None:
    publish(tmp_path, 5)
    folder = str(tmp_path / "_site")
    before = times(folder, ["", "0", "1", "gone"])
    assert before.keys() == {"", "0", "1"}
    os.utime(tmp_path / "_site" / "1", ns=(1, 1))
    assert {name for name in before if times(folder, before)[name] != before[name]} == {"1"}


def stopping(monkeypatch: pytest.MonkeyPatch, at: int, stop: Callable[[], None]) -> list[int]:
    """Has the disk's call number `at` do something else. The list holds how many were made."""
    made = [0]

    def counted(act: Callable[..., object]) -> Callable[..., object]:
        def call(*of: object, **named: object) -> object:
            made[0] += 1
            if made[0] == at:
                stop()
            return act(*of, **named)

        return call

    for name in CALLS:
        monkeypatch.setattr(os, name, counted(getattr(os, name)))
    monkeypatch.setattr(output, "_exchange", counted(output._exchange))  # noqa: SLF001 the one call that is not of os
    return made


def prepare(root: Path, edition: int, how: str) -> None:
    """A site at that edition, with the spare that it leaves or without."""
    publish(root, edition, fresh=how != "with a spare")
    assert has_spare(root)
    if how == "without a spare":
        shutil.rmtree(root / ".dossier" / "spare")


HOW = {"with a spare": 1, "without a spare": 1, "anew": 4}  # the last makes four calls for each file


@pytest.mark.parametrize("exchanged", [True, False])
@pytest.mark.parametrize("how", HOW)
def test_a_disk_that_fails_at_any_call_leaves_the_old_site_or_the_new(tmp_path: Path, how: str, *, exchanged: bool) -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    publish(tmp_path, edition := 7)
    publish(tmp_path, edition := 8)
    for at in itertools.count(1, HOW[how]):
        prepare(tmp_path, edition := edition + 1, how)
        with pytest.MonkeyPatch.context() as patch:
            if not exchanged:
                patch.setattr(output, "_exchange", lambda *_: False)
            made = stopping(patch, at, full)
            with contextlib.suppress(OSError):
                publish(tmp_path, edition + 1, fresh=how == "anew")
                edition += 1
        assert complete_edition(tmp_path) == edition
        publish(tmp_path, edition := edition + 1)
        publish(tmp_path, edition := edition + 1)
        assert complete_edition(tmp_path) == edition
        assert_nothing_left(tmp_path)
        if made[0] < at:
            break


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes to stop at a call")
@pytest.mark.parametrize("how", HOW)
def test_stopped_at_any_call_it_leaves_one_complete_site(tmp_path: Path, how: str) -> None:
    publish(tmp_path, edition := 7)
    publish(tmp_path, edition := 8)
    for at in itertools.count(1, HOW[how]):
        prepare(tmp_path, edition := edition + 1, how)
        child = os.fork()
        if not child:
            stopping(pytest.MonkeyPatch(), at, lambda: os._exit(1))
            publish(tmp_path, edition + 1, fresh=how == "anew")
            os._exit(0)
        ended = os.waitpid(child, 0)[1] == 0
        assert complete_edition(tmp_path) in (edition, edition + 1)
        publish(tmp_path, edition := edition + 2)
        publish(tmp_path, edition := edition + 1)
        assert complete_edition(tmp_path) == edition
        assert_nothing_left(tmp_path)
        if ended:
            break


def publisher(root: Path) -> int:
    """A process that publishes one edition after the other, each fifth anew, until it is killed."""
    child = os.fork()
    if child:
        return child
    with contextlib.suppress(BaseException):
        for n in itertools.count(os.getpid()):
            publish(root, lambda here: here + 1, fresh=n % 5 == 0)
    os._exit(1)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes to kill")
def test_killed_at_any_moment_it_leaves_one_complete_site(tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 nothing secret
    publish(tmp_path, 5)
    killed = 0
    while killed < KILLS or complete_edition(tmp_path) <= KILLS // 4:  # on a slow machine few live long enough to publish
        killed += 1
        before = complete_edition(tmp_path)
        child = publisher(tmp_path)
        time.sleep(chance.random() * 0.04)
        os.kill(child, signal.SIGKILL)
        assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
        assert complete_edition(tmp_path) >= before
    publish(tmp_path, complete_edition(tmp_path) + 1)
    assert_nothing_left(tmp_path)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes that publish at once")
def test_builds_that_publish_at_once_wait_for_each_other(tmp_path: Path) -> None:
    publish(tmp_path, 5)
    children = [publisher(tmp_path) for _ in range(3)]
    time.sleep(1)
    for child in children:
        os.kill(child, signal.SIGKILL)
        assert os.WIFSIGNALED(os.waitpid(child, 0)[1])  # it has not ended by itself
    assert complete_edition(tmp_path) > 2
    publish(tmp_path, edition_in(tmp_path) + 1)
    assert_nothing_left(tmp_path)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="no one who may not write")
@pytest.mark.parametrize("locked", [".", "_site"])
def test_a_folder_that_may_not_be_written_stays_as_it_is(locked: str) -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as undo:
        root = Path(folder)
        for edition in (5, 6, 7):
            publish(root, edition)
        for path in (root, *root.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        (root / locked).chmod(0o555)
        if os.geteuid() == 0:  # root may write anywhere
            undo.callback(os.seteuid, 0)
            os.seteuid(65534)
        with contextlib.suppress(PermissionError):
            publish(root, 8)
        assert complete_edition(root) in (7, 8)
        assert locked != "." or complete_edition(root) == 7
