"""Whatever happens to a build, the published folder is one complete site, the old or the new; and the next build is right."""

from __future__ import annotations

import contextlib
import errno
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder import files, memo
from site_builder.build import build, check
from site_builder.cli import cli
from site_builder.crew import Crew

KILLS = int(os.environ.get("KILLS", "200"))
EDITS = int(os.environ.get("EDITS", "60"))
EDITIONS = 3
ROOT = Path(__file__).parent.parent

Site = dict[str, bytes]


def edit(root: Path, edition: int) -> None:
    """A site of two dossiers, of which each edition has another title, other words and another actor; the last has a dossier more."""
    edition %= EDITIONS
    who = ("austin", "blinken", "cavoli")[edition]
    texts = {"content/site.yaml": "title: A little site\n", "content/actors.yaml": f"- {{id: {who}, name: {who.title()}}}\n"}
    for n in range(3 if edition == EDITIONS - 1 else 2):
        texts[f"seeds/s{n}.txt"] = f'"They lead with {edition + 10} dismounted forces," {who.title()} said.\n'
        texts[f"content/d{n}/dossier.yaml"] = f"title: Dossier {n} in edition {edition}\n"
        texts[f"content/d{n}/sources.yaml"] = f"- {{id: s{n}, file: s{n}.txt}}\n"
        texts[f"content/d{n}/quotes.yaml"] = f"- {{id: q{n}, actor: {who}, words: They lead with {edition + 10} dismounted forces}}\n"
    for folder in (*(root / "content").glob("d*"), root / "seeds"):
        if f"content/{folder.name}/dossier.yaml" not in texts:
            shutil.rmtree(folder, ignore_errors=True)
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)


def pages(out: Path) -> Site:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def make(root: Path, out: Path | None = None) -> Site:
    """What a build publishes."""
    out = out or root / "_site"
    assert build(root, out, crew=Crew(1)).errors == 0
    return pages(out)


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> list[Site]:
    """Each edition, made from nothing."""
    made = []
    for edition in range(EDITIONS):
        root = tmp_path_factory.mktemp("edition")
        edit(root, edition)
        made.append(make(root))
    assert len({frozenset(one.items()) for one in made}) == EDITIONS
    return made


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The first edition, published."""
    edit(tmp_path, 0)
    make(tmp_path)
    return tmp_path


def assert_nothing_left(root: Path) -> None:
    assert {path.name for path in root.iterdir()} == {"content", "seeds", "_site", ".dossier"}
    allowed = {".gitignore", memo.LAST, memo.KEPT, memo.LOCK, "spare", "spare.json"}
    assert {path.name for path in (root / ".dossier").iterdir()} <= allowed


def started(root: Path, *, whole: bool = False) -> int:
    """A build in a process of its own: of one that has all modules at hand, or, at five times the cost, from the command on."""
    if whole:
        return subprocess.Popen(
            [sys.executable, "-m", "site_builder", "build", "--root", str(root)],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ).pid
    child = os.fork()
    if child:
        return child
    with contextlib.suppress(BaseException):
        for stream in (sys.stdout, sys.stderr):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    try:
        cli(["build", "--root", str(root)], standalone_mode=False)
    except BaseException:  # noqa: BLE001 whatever it is, this process must end here
        os._exit(1)
    os._exit(0)


# ── killed ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes to kill")
@pytest.mark.filterwarnings("ignore:.*subprocess.*:ResourceWarning")
def test_killed_at_any_moment_it_leaves_the_old_site_or_the_new(root: Path, editions: list[Site]) -> None:
    chance = random.Random(int(os.environ.get("SEED", "1")))  # noqa: S311 nothing secret
    edit(root, 1)
    began = time.monotonic()
    assert os.waitpid(started(root), 0)[1] == 0
    half = time.monotonic() - began  # the time after which it is as likely as not that the new site stands
    assert pages(root / "_site") == editions[1]
    standing, found = 1, {"killed": 0, "old": 0, "new": 0}
    for n in range(KILLS):
        wanted = chance.choice([one for one in range(EDITIONS) if one != standing])
        edit(root, wanted)
        whole = n % 20 == 0
        child = started(root, whole=whole)
        time.sleep(chance.random() * 2 * half * (4 if whole else 1))
        os.kill(child, signal.SIGKILL)
        killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
        site = pages(root / "_site")
        assert site in (editions[standing], editions[wanted])
        assert killed or site == editions[wanted]
        found["killed"] += killed
        found["new" if site == editions[wanted] else "old"] += 1
        half *= 0.95 if site == editions[wanted] else 1.05
        standing = wanted if site == editions[wanted] else standing
        if n % 10 == 9:
            assert make(root) == editions[wanted]
            assert_nothing_left(root)
            standing = wanted
    assert make(root) == editions[wanted]
    assert_nothing_left(root)
    assert min(found.values()) > KILLS // 20, found  # it was killed before, while and after the site took its place


@pytest.mark.parametrize("folder", [".dossier", "_site"])
def test_a_folder_that_is_deleted_while_a_build_is_at_work(root: Path, editions: list[Site], folder: str) -> None:
    edit(root, 2)
    moments = []

    def delete(what: str, _done: int, _of: int) -> None:
        moments.append(what)
        shutil.rmtree(root / folder, ignore_errors=True)

    with contextlib.suppress(OSError):
        build(root, root / "_site", tell=delete, crew=Crew(1))
    assert "checking and rendering" in moments
    assert not (root / "_site").exists() or pages(root / "_site") == editions[2]
    for edition in (2, 1, 0):
        edit(root, edition)
        assert make(root) == editions[edition]
    assert_nothing_left(root)


# ── several at once ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes that build at once")
def test_builds_at_once_wait_for_each_other(root: Path, editions: list[Site]) -> None:
    for edition in (1, 2, 0):
        edit(root, edition)
        children = [started(root) for _ in range(3)]
        assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]
        assert pages(root / "_site") == editions[edition]
    assert_nothing_left(root)


# ── the memory ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _random_bytes(kept: Path) -> None:
    kept.write_bytes(random.Random(1).randbytes(20_000))  # noqa: S311 nothing secret


def _empty(kept: Path) -> None:
    kept.write_bytes(b"")


def _truncated(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[:-5000])


def _half(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[: kept.stat().st_size // 2])


def _of_another_program(kept: Path) -> None:
    kept.unlink()
    with contextlib.closing(sqlite3.connect(kept)) as base, base:
        base.execute("CREATE TABLE moz_places (id INTEGER)")


def _of_another_table(kept: Path) -> None:
    kept.unlink()
    with contextlib.closing(sqlite3.connect(kept)) as base, base:
        base.execute("CREATE TABLE kept (value TEXT)")


def _of_another_version(kept: Path) -> None:
    with contextlib.closing(sqlite3.connect(kept)) as base, base:
        base.execute("UPDATE kept SET value = x'00' WHERE room = '' AND name = 'program'")
        base.execute("UPDATE kept SET value = x'ff00' WHERE room = 'entry'")


def _other_values(kept: Path) -> None:
    with contextlib.closing(sqlite3.connect(kept)) as base, base:
        base.execute("UPDATE kept SET value = 'words' WHERE room IN ('rests', 'account')")


def _a_folder(kept: Path) -> None:
    kept.unlink()
    kept.mkdir()


def _a_journal_of_something_else(kept: Path) -> None:
    kept.with_name(f"{memo.KEPT}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))


def _no_memory_at_all(kept: Path) -> None:
    shutil.rmtree(kept.parent)


def _a_file_where_the_folder_was(kept: Path) -> None:
    shutil.rmtree(kept.parent)
    kept.parent.write_text("mine")


def _a_folder_where_the_lock_was(kept: Path) -> None:
    (kept.parent / memo.LOCK).unlink()
    (kept.parent / memo.LOCK).mkdir()


def _a_spare_of_something_else(kept: Path) -> None:
    (kept.parent / "spare").mkdir(exist_ok=True)
    (kept.parent / "spare" / "index.html").write_text("mine")


SPOILT = [
    _random_bytes,
    _empty,
    _truncated,
    _half,
    _of_another_program,
    _of_another_table,
    _of_another_version,
    _other_values,
    _a_folder,
    _a_journal_of_something_else,
    _no_memory_at_all,
    _a_file_where_the_folder_was,
    _a_folder_where_the_lock_was,
    _a_spare_of_something_else,
]


def _tidy(folder: Path) -> None:
    """Takes away what stands where something else belongs."""
    if folder.is_file():
        folder.unlink()
    for name in (memo.LOCK, memo.KEPT):
        with contextlib.suppress(OSError):
            (folder / name).rmdir()


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_spoilt_memory_is_as_good_as_none(root: Path, editions: list[Site], spoil: Callable[[Path], None]) -> None:
    for edition in (1, 2):
        spoil(root / ".dossier" / memo.KEPT)
        edit(root, edition)
        assert make(root) == editions[edition]
        _tidy(root / ".dossier")
        make(root)


@pytest.mark.parametrize("spoil", [_a_folder, _a_file_where_the_folder_was])
def test_what_is_wrong_is_told_where_nothing_can_be_remembered(root: Path, spoil: Callable[[Path], None]) -> None:
    (root / "seeds/s0.txt").write_text('"They lead with other forces," Austin said.\n')
    spoil(root / ".dossier" / memo.KEPT)
    published = pages(root / "_site")

    assert check(root).errors == build(root, root / "_site", crew=Crew(1)).errors > 0
    assert pages(root / "_site") == published


def test_what_is_lost_of_the_memory_never_reaches_a_page(root: Path, editions: list[Site]) -> None:
    """Of a database in which one bit is another, any row may be missing, and nothing tells."""
    kept = root / ".dossier" / memo.KEPT
    edit(root, 2)
    make(root)
    with contextlib.closing(sqlite3.connect(kept)) as base:
        rows = base.execute("SELECT room, name FROM kept ORDER BY room, name").fetchall()
    for n, (room, name) in enumerate(rows):
        with contextlib.closing(sqlite3.connect(kept)) as base, base:
            base.execute("DELETE FROM kept WHERE room = ? AND name = ?", (room, name))
        edition = n % 2
        edit(root, edition)
        assert make(root) == editions[edition], (room, name)
        edit(root, 2)
        assert make(root) == editions[2], (room, name)


def test_a_memory_elsewhere_is_none(root: Path, editions: list[Site], tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link that came with somebody's site would let builds write and remove files where it leads."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "spare").mkdir()
    (elsewhere / "spare" / "thesis.txt").write_text("mine")
    (elsewhere / memo.KEPT).write_text("mine")
    shutil.rmtree(root / ".dossier")
    (root / ".dossier").symlink_to(elsewhere)
    for edition in (1, 2):
        edit(root, edition)
        assert make(root) == editions[edition]
        assert CliRunner().invoke(cli, ["build", "--root", str(root)]).exit_code == 0
    assert pages(elsewhere) == {"spare/thesis.txt": b"mine", memo.KEPT: b"mine"}


def test_folders_beside_the_site_are_left_alone(root: Path, editions: list[Site]) -> None:
    for name in ("._site-new-design", "._site-old-2019"):
        (root / name).mkdir()
        (root / name / "mine.html").write_text("mine")
    edit(root, 1)
    assert make(root) == editions[1]
    assert (root / "._site-new-design" / "mine.html").exists()
    assert (root / "._site-old-2019" / "mine.html").exists()


def test_flipped_bytes_in_the_memory_never_reach_a_page(root: Path, editions: list[Site]) -> None:
    chance = random.Random(int(os.environ.get("SEED", "1")))  # noqa: S311 nothing secret
    kept = root / ".dossier" / memo.KEPT
    for n in range(EDITS // 2):
        if not kept.exists():  # what broke while it was written is forgotten
            make(root)
        stored = bytearray(kept.read_bytes())
        for _ in range(chance.choice([1, 1, 5, 40])):
            stored[chance.randrange(len(stored))] ^= 1 << chance.randrange(8)
        kept.write_bytes(stored)
        edit(root, n % 2)
        assert make(root) == editions[n % 2]


def test_the_memory_is_bounded(root: Path) -> None:
    def size() -> int:
        return sum(path.stat().st_size for path in (root / ".dossier").rglob("*") if path.is_file())

    sizes = []
    for n in range(EDITS):
        (root / "content" / "d0" / "dossier.yaml").write_text(f"title: Dossier in edition {n:03}\n")
        make(root)
        sizes.append(size())
    assert max(sizes[EDITS // 2 :]) <= 1.1 * max(sizes[: EDITS // 2])


def test_nothing_is_remembered_of_pages_that_are_gone(root: Path) -> None:
    make(root)
    for _ in range(3):
        (root / "content" / "d0").rename(root / "content" / "d9")
        make(root)
        (root / "content" / "d9").rename(root / "content" / "d0")
        make(root)
        kept = memo.Memo(root)
        reasons = [*kept.names("why")]
        kept.close()
        assert not [page for page in reasons if not (root / "_site" / page).exists()]


def test_nothing_is_kept_outside_of_the_project_or_seen_by_git(
    root: Path, editions: list[Site], tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("home")
    environment = {
        **os.environ,
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "TMPDIR": str(home),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    edit(root, 1)
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    command = [sys.executable, "-m", "site_builder", "build", "--root", str(root)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    seen = subprocess.run(
        ["git", "status", "--porcelain", "--untracked-files=all"], cwd=root, check=True, capture_output=True, text=True
    ).stdout

    assert list(home.iterdir()) == []
    assert pages(root / "_site") == editions[1]
    assert ".dossier" not in seen.replace("_site/.dossier-files", "")


# ── the disk ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_full_disk_leaves_the_old_site(root: Path, editions: list[Site], monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    room = [0]

    def limited(to: int, content: bytes) -> int:
        room[0] -= len(content)
        if room[0] < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(to, content)

    edit(root, 2)
    for space in (0, 500, 5_000, 20_000, 60_000):
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", limited)
            room[0] = space
            with pytest.raises(OSError, match="No space"):
                make(root)
        assert pages(root / "_site") == editions[0]
        assert_nothing_left(root)
    assert make(root) == editions[2]


def test_a_memory_that_finds_no_room_does_not_stop_a_build(root: Path, editions: list[Site], monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(sqlite3.Connection):
        def executemany(self, *_: object) -> sqlite3.Cursor:
            raise sqlite3.OperationalError("database or disk is full")

    connect = sqlite3.connect
    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", lambda *of, **named: connect(*of, factory=Full, **named))
        for edition in (1, 2):
            edit(root, edition)
            assert make(root) == editions[edition]
    edit(root, 1)
    assert make(root) == editions[1]


def test_a_folder_that_may_not_be_written_is_told_in_one_line(root: Path, editions: list[Site], monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner  # noqa: PLC0415

    def readonly(*_: object, **_named: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    edit(root, 1)
    with monkeypatch.context() as patch:
        patch.setattr(files.output, "_take_place", readonly)
        said = CliRunner().invoke(cli, ["build", "--root", str(root), "--jobs", "1"])
    assert said.exit_code == 1
    assert said.stderr.splitlines()[-1] == f"Error: {root / '_site'} could not be written: Permission denied. Nothing in it was changed."
    assert pages(root / "_site") == editions[0]
    assert make(root) == editions[1]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no one who may not write")
@pytest.mark.parametrize("locked", [".", ".dossier", "_site"])
def test_one_who_may_not_write_there(editions: list[Site], locked: str) -> None:
    folder = Path("/tmp") / f"dossier-{os.urandom(6).hex()}"  # noqa: S108 where anybody may go
    try:
        edit(folder, 0)
        make(folder)
        edit(folder, 1)
        for path in (folder, *folder.rglob("*")):
            if os.geteuid() == 0:
                os.chown(path, 65534, 65534)
            path.chmod(0o755 if path.is_dir() else 0o644)
        (folder / locked).chmod(0o555)
        child = os.fork()
        if not child:
            with contextlib.suppress(BaseException):
                if os.geteuid() == 0:
                    os.setuid(65534)  # root may write anywhere
                build(folder, folder / "_site", crew=Crew(1))
                os._exit(0)
            os._exit(1)
        status = os.waitpid(child, 0)[1]
        site = pages(folder / "_site")
        assert site == editions[1 if status == 0 else 0]
        assert locked != ".dossier" or status == 0
        (folder / locked).chmod(0o755)
        assert make(folder) == editions[1]
        assert_nothing_left(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
