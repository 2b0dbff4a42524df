"""What is told of files that are really written, as editors and git write them."""

from __future__ import annotations

import os
import queue
import resource
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from site_builder import files
from site_builder.serve import hearing, watching
from site_builder.serve.hearing import Observed, Place
from site_builder.serve.watching import Watch, is_read
from tests.serve.conftest import until

QUOTES = "content/mines/quotes.yaml"
ENOUGH = 10.0  # seconds after which something has not been told
SILENCE = 0.15  # after which what has been told is all, if nothing waits
AT_ONCE = 0.04  # seconds within which a save is told
QUIET = 0.4  # seconds that a machine may stand still between two steps of a save, and it is one batch all the same
linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system tells less")

Told = set[str] | None


class Listener:
    """What a watch tells and explains."""

    def __init__(self, root: Path, *, polling: bool = False) -> None:
        self.root = root
        self.batches: queue.Queue[tuple[Told, float]] = queue.Queue()
        self.lines: queue.Queue[str] = queue.Queue()
        self.watch = Watch(root, self.hear, self.lines.put, polling=polling)

    def hear(self, paths: frozenset[str] | None) -> None:
        self.batches.put((None if paths is None else set(paths), time.monotonic()))

    def next(self) -> Told:
        return self.batches.get(timeout=ENOUGH)[0]

    def rest(self) -> list[Told]:
        """All batches until nothing more is told."""
        told = [self.next()]
        while True:
            try:
                told.append(self.batches.get(timeout=SILENCE)[0])
            except queue.Empty:
                if not self.watch.waiting:
                    return told

    def nothing(self) -> bool:
        try:
            return self.batches.get(timeout=SILENCE) is None
        except queue.Empty:
            return not self.watch.waiting


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path in (QUOTES, "content/mines/dossier.yaml", "content/mines/story.md", "seeds/afp.md", "themes/default/base.html"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("as it was\n")
    return tmp_path


@pytest.fixture
def listen(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Listener]]:
    monkeypatch.setattr(watching, "START", 0)
    monkeypatch.setattr(watching, "QUIET", QUIET)
    listening: list[Listener] = []

    def listen(*, polling: bool = False) -> Listener:
        listening.append(Listener(root, polling=polling))
        listening[-1].watch.start()
        assert listening[-1].next() is None, "the first look is at everything"
        return listening[-1]

    yield listen
    for one in listening:
        began = time.monotonic()
        one.watch.stop()
        assert time.monotonic() - began < 0.3
    until(lambda: "watch" not in {thread.name for thread in threading.enumerate()})


@pytest.fixture
def listener(listen: Callable[..., Listener]) -> Listener:
    return listen()


def in_place(file: Path) -> None:
    with file.open("r+") as out:
        out.write("new")
        out.truncate()


def truncated(file: Path) -> None:
    file.write_text("new")


def renamed_over(file: Path) -> None:
    new = file.with_name(f".{file.name}.tmp")
    new.write_text("new")
    new.replace(file)


def with_backup(file: Path) -> None:
    file.rename(f"{file}~")
    file.write_text("new")


def with_backup_elsewhere(file: Path) -> None:
    file.rename(file.parents[2] / "backup")
    file.write_text("new")


def from_elsewhere(file: Path) -> None:
    new = file.parents[2] / "unwatched"
    new.write_text("new")
    new.replace(file)


def deleted_first(file: Path) -> None:
    file.unlink()
    file.write_text("new")


def by_vim(file: Path) -> None:
    for name in ("4913", f".{file.name}.swp"):
        file.with_name(name).write_text("")
    file.with_name("4913").unlink()
    with_backup(file)
    Path(f"{file}~").unlink()
    file.with_name(f".{file.name}.swp").unlink()


def by_emacs(file: Path) -> None:
    file.with_name(f".#{file.name}").symlink_to("editor@desk.1234")
    file.with_name(f"#{file.name}#").write_text("half")
    with_backup(file)
    file.with_name(f"#{file.name}#").unlink()
    file.with_name(f".#{file.name}").unlink()


def by_jetbrains(file: Path) -> None:
    new, old = Path(f"{file}___jb_tmp___"), Path(f"{file}___jb_old___")
    new.write_text("new")
    file.rename(old)
    new.rename(file)
    old.unlink()


def by_gedit(file: Path) -> None:
    new = file.with_name(".goutputstream-5TLX11")
    new.write_text("new")
    new.replace(file)


def by_macos(file: Path) -> None:
    folder = Path(f"{file}.sb-0b9ab1f4-Kx2gZy")
    folder.mkdir()
    (folder / file.name).write_text("new")
    (folder / file.name).replace(file)
    folder.rmdir()


STYLES = (
    in_place,
    truncated,
    renamed_over,
    with_backup,
    with_backup_elsewhere,
    from_elsewhere,
    deleted_first,
    by_vim,
    by_emacs,
    by_jetbrains,
    by_gedit,
    by_macos,
)


@linux
@pytest.mark.parametrize("save", STYLES)
def test_a_save_is_told_once_and_at_once(listener: Listener, save: Callable[[Path], None]) -> None:
    took, saved_before = [], set[str]()
    for path in (QUOTES, "seeds/afp.md", "themes/default/base.html"):
        save(listener.root / path)
        saved = time.monotonic()
        told, at = listener.batches.get(timeout=ENOUGH)
        took.append(at - saved)
        assert told
        assert path in told
        saved_before.add(path)
        assert not any((listener.root / other).exists() for other in told - saved_before)

    assert min(took) < AT_ONCE
    assert listener.nothing()


@linux
def test_a_file_that_is_still_open_is_told_when_it_is_whole(listener: Listener) -> None:
    with (listener.root / QUOTES).open("w") as out:
        for _ in range(5):
            out.write("a part\n")
            out.flush()
            time.sleep(watching.QUIET / 4)
        assert listener.batches.empty()

    assert listener.rest() == [{QUOTES}]


@linux
def test_a_file_that_stays_open_is_told_after_all(listener: Listener) -> None:
    with (listener.root / QUOTES).open("w") as out:
        out.write("all there is")
        out.flush()

        assert listener.next() == {QUOTES}


def test_an_empty_file_is_given_time_to_be_filled(listener: Listener) -> None:
    file = listener.root / QUOTES
    file.write_text("")
    time.sleep(watching.QUIET / 4)
    assert listener.batches.empty()
    file.write_text("new")

    assert listener.rest() == [{QUOTES}]


def test_a_file_that_is_gone_is_told(listener: Listener) -> None:
    (listener.root / QUOTES).unlink()

    assert listener.rest() == [{QUOTES}]


def test_a_renamed_file_is_told_by_both_names(listener: Listener) -> None:
    (listener.root / QUOTES).rename(listener.root / "content/mines/words.yaml")

    assert listener.rest() == [{QUOTES, "content/mines/words.yaml"}]


@pytest.mark.parametrize("touch", [Path.touch, lambda file: file.chmod(0o600)], ids=["touch", "chmod"])
def test_a_touched_file_may_have_changed(listener: Listener, touch: Callable[[Path], None]) -> None:
    touch(listener.root / QUOTES)

    assert listener.rest() == [{QUOTES}]


def test_two_saves_in_a_row_are_not_lost(listener: Listener) -> None:
    file = listener.root / QUOTES
    file.write_text("first")
    time.sleep(0.02)
    file.write_text("second")

    told = listener.rest()
    assert told in ([{QUOTES}], [{QUOTES}, {QUOTES}])


def test_a_new_file_that_is_saved_again_and_again_is_told_in_between(listener: Listener) -> None:
    began = time.monotonic()
    while listener.batches.empty() and time.monotonic() < began + watching.LONGEST:
        (listener.root / "content/mines/figures.yaml").write_text("new")
        time.sleep(watching.QUIET / 2)

    assert listener.next() == {"content/mines/figures.yaml"}
    assert time.monotonic() < began + watching.LONGEST


def test_reading_is_not_told(listener: Listener) -> None:
    for path in files.inputs(listener.root):
        (listener.root / path).read_bytes()

    assert listener.nothing()


def test_what_a_build_does_not_read_is_not_told(listener: Listener) -> None:
    for path in (
        "content/mines/.quotes.yaml.swp",
        "content/mines/quotes.yaml~",
        "content/mines/#quotes.yaml#",
        "content/mines/4913",
        "content/mines/notes.odt",
        "content/.obsidian/notes.md",
        "seeds/afp.md.bak",
        "_site/index.html",
        ".git/index",
        ".dossier/memo.yaml",
        "node_modules/a/content/b.yaml",
        "notes.yaml",
    ):
        (listener.root / path).parent.mkdir(parents=True, exist_ok=True)
        (listener.root / path).write_text("x")
        assert not is_read(path)

    assert listener.nothing()


def test_what_is_read_is_what_a_build_reads(root: Path) -> None:
    for name in (".a.yaml", "a.yaml~", "#a.yaml", "a.yml", "a.md", "a.txt", "b.swp/a.md", "b/a.tmp", "b/.c/a.md", "4913"):
        for top in ("content", "seeds", "themes"):
            (root / top / name).parent.mkdir(parents=True, exist_ok=True)
            (root / top / name).write_text("x")

    found = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    assert {path for path in found if is_read(path)} == set(files.inputs(root))


def test_300_files_at_once_are_one_batch(listener: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    # a busy machine may write them slowly
    monkeypatch.setattr(watching, "LONGEST", ENOUGH)
    new = {f"seeds/{n}.md" for n in range(300)}
    for path in new:
        (listener.root / path).write_text("x")

    assert listener.next() == new


def test_a_change_of_branch_is_one_batch(root: Path, listen: Callable[..., Listener]) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b", *words], cwd=root, check=True, capture_output=True, timeout=30)

    both = {f"seeds/{n}.md" for n in range(500)}
    for path in both:
        (root / path).write_text("on main")
    git("init", "-b", "main")
    git("add", ".")
    git("commit", "-m", "main")
    git("checkout", "-b", "other")
    for path in both:
        (root / path).write_text("on other")
    git("commit", "-am", "other")
    listener = listen()
    git("checkout", "main")

    assert listener.rest() == [both]


def test_nothing_is_told_while_git_works(root: Path, listen: Callable[..., Listener]) -> None:
    (root / ".git").mkdir()
    listener = listen()
    lock = root / ".git/index.lock"
    lock.touch()
    (root / QUOTES).write_text("new")
    time.sleep(watching.QUIET * 3)
    assert listener.watch.waiting
    assert listener.batches.empty()
    lock.unlink()

    assert listener.rest() == [{QUOTES}]


def test_a_lock_that_git_left_behind_is_not_waited_for(root: Path, listen: Callable[..., Listener]) -> None:
    (root / ".git").mkdir()
    listener = listen()
    (root / ".git/index.lock").touch()
    os.utime(root / ".git/index.lock", (0, 0))
    (root / QUOTES).write_text("new")

    assert listener.rest() == [{QUOTES}]


def moved(root: Path) -> None:
    (root / "content/mines").rename(root / "content/land-mines")


def recreated(root: Path) -> None:
    shutil.rmtree(root / "content/mines")
    (root / "content/mines").mkdir()
    (root / QUOTES).write_text("new")


def replaced(root: Path) -> None:
    shutil.copytree(root / "content", root / "other")
    (root / "content").rename(root / "old")
    (root / "other").rename(root / "content")


def moved_away(root: Path) -> None:
    (root / "content/mines").rename(root / "mines")


def came_full(root: Path) -> None:
    (root / "new/deep").mkdir(parents=True)
    (root / "new/deep/quotes.yaml").write_text("x")
    (root / "new").rename(root / "content/new")


def removed(root: Path) -> None:
    shutil.rmtree(root / "seeds")


@linux
@pytest.mark.parametrize("act", [moved, recreated, replaced, moved_away, came_full, removed])
def test_when_a_folder_comes_or_goes_everything_is_looked_at_once(listener: Listener, act: Callable[[Path], None]) -> None:
    act(listener.root)
    assert listener.rest() == [None]

    for path in files.inputs(listener.root):
        (listener.root / path).write_text("newer")
        assert listener.next() == {path}


def test_a_folder_that_is_first_made_later_is_watched(root: Path, listen: Callable[..., Listener]) -> None:
    shutil.rmtree(root / "themes")
    listener = listen()
    (root / "themes/mine").mkdir(parents=True)
    (root / "themes/mine/base.html").write_text("x")
    assert listener.rest() == [None]
    (root / "themes/mine/base.html").write_text("y")

    assert listener.next() == {"themes/mine/base.html"}


def test_a_folder_may_be_a_link(root: Path, tmp_path_factory: pytest.TempPathFactory, listen: Callable[..., Listener]) -> None:
    real = tmp_path_factory.mktemp("elsewhere") / "seeds"
    (root / "seeds").rename(real)
    (root / "seeds").symlink_to(real)
    listener = listen()
    (real / "afp.md").write_text("new")

    assert listener.rest() == [{"seeds/afp.md"}]


def test_what_a_link_leads_to_is_told_by_the_name_of_the_link_too(root: Path, listen: Callable[..., Listener]) -> None:
    (root / "seeds/link.md").symlink_to("afp.md")
    listener = listen()
    (root / "seeds/afp.md").write_text("new")

    assert [listener.next(), listener.next()] == [{"seeds/afp.md"}, {"seeds/link.md"}]


class Deaf:
    """Hears nothing, as on a network mount."""

    def watch(self, places: Sequence[Place]) -> None:
        pass

    def close(self) -> None:
        pass


@linux
def test_what_the_system_did_not_tell_is_found_and_from_then_on_heard(
    listen: Callable[..., Listener], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "IDLE", 0.1)
    listener = listen()
    monkeypatch.setattr(listener.watch._ears, "_watched", {})  # noqa: SLF001 it has forgotten what it watches
    (listener.root / QUOTES).write_text("new")
    assert listener.next() == {QUOTES}

    monkeypatch.setattr(watching, "IDLE", 1000)
    for n in range(3):
        (listener.root / QUOTES).write_text(f"{n} newer")
        assert listener.next() == {QUOTES}
    assert listener.lines.empty()


def test_where_nothing_is_heard_all_files_are_looked_at_again_and_again(
    listen: Callable[..., Listener], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "IDLE", 0.1)
    monkeypatch.setattr(watching, "POLL", 0.1)
    monkeypatch.setattr(watching, "ears", lambda *_: Deaf())
    listener = listen()
    for n in range(watching.DEAF):
        (listener.root / QUOTES).write_text(f"{n} new")
        assert listener.next() == {QUOTES}

    assert "nothing is heard" in listener.lines.get(timeout=ENOUGH)
    (listener.root / QUOTES).write_text("the last")
    assert listener.next() == {QUOTES}


def test_a_warning_of_lost_news_makes_everything_be_looked_at(listener: Listener) -> None:
    listener.watch._hear(hearing.News("", "lost", is_folder=True))  # noqa: SLF001 a full queue takes 16,384 events and no reader

    assert listener.rest() == [None]


@pytest.mark.parametrize("save", [in_place, renamed_over, deleted_first])
def test_where_only_looking_helps_a_save_is_told_once(
    listen: Callable[..., Listener], save: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "POLL", 0.1)
    listener = listen(polling=True)
    save(listener.root / QUOTES)

    assert listener.rest() == [{QUOTES}]
    assert listener.lines.empty(), "who asked for it needs no reason"


def test_where_only_looking_helps_a_file_is_told_when_it_is_whole(listen: Callable[..., Listener], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "POLL", 0.05)
    listener = listen(polling=True)
    with (listener.root / QUOTES).open("w") as out:
        for _ in range(10):
            out.write("a part\n")
            out.flush()
            time.sleep(watching.QUIET / 4)
        assert listener.batches.empty()

    assert listener.rest() == [{QUOTES}]


@linux
def test_when_no_more_can_be_watched_files_are_looked_at(root: Path) -> None:
    listener = Listener(root)
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    used = os.open(root, os.O_RDONLY)
    os.close(used)
    resource.setrlimit(resource.RLIMIT_NOFILE, (used, limits[1]))
    try:
        listener.watch.start()
        line = listener.lines.get(timeout=ENOUGH)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)

    assert "fs.inotify.max_user_instances" in line
    assert "\n" not in line
    assert listener.next() is None
    (root / QUOTES).write_text("new")
    assert listener.next() == {QUOTES}
    listener.watch.stop()


def test_the_observer_of_other_systems_tells_saves_and_folders(listen: Callable[..., Listener], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "ears", lambda hear, _: Observed(hear))
    listener = listen()
    renamed_over(listener.root / QUOTES)
    assert listener.rest() == [{QUOTES}]
    in_place(listener.root / QUOTES)
    assert listener.rest() == [{QUOTES}]
    came_full(listener.root)
    assert listener.rest() == [None]


def test_the_watch_may_be_stopped_from_what_it_calls(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "START", 0)
    told = threading.Event()

    def tell(_: frozenset[str] | None) -> None:
        watch.stop()
        told.set()

    watch = Watch(root, tell, print)
    watch.start()
    assert told.wait(ENOUGH)
