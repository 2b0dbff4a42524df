"""Whoever does the work, the answers are the same; and nobody is left behind."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder import crew
from site_builder.build import build
from site_builder.cli import cli
from site_builder.crew import Crew, CrewError, Todo
from tests.works import doubled, faulty, killed, killed_once, knotted, slowly

ROOT = Path(__file__).parent.parent
DOSSIERS = 16


@pytest.fixture
def _always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others are hired for whatever there is to do."""
    for name in ("WORTH_IT", "LOOK", "FORK_LOOK", "FIRST"):
        monkeypatch.setattr(crew, name, 1e-9)


def answers(workers: Crew, step: Any, *first: Any, items: range) -> list[int]:
    return [answer for piece in workers.map(step, first, items) for answer in piece.answers]


@pytest.mark.usefixtures("_always")
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_answers_come_in_the_order_of_the_items(jobs: int) -> None:
    with Crew(jobs) as workers:
        for many in (0, 1, 2, 3, 7, 400):
            assert answers(workers, doubled, items=range(many)) == [2 * n for n in range(many)]


def test_little_work_is_done_by_this_process() -> None:
    with Crew(2) as workers:
        assert {piece.process for piece in workers.map(doubled, (), range(1000))} == {os.getpid()}


def test_much_work_is_shared_and_none_is_done_twice() -> None:
    with Crew(2) as workers:
        pieces = list(workers.map(slowly, (0.02,), range(200)))

    processes = {piece.process for piece in pieces}
    assert len(processes) == 2
    assert os.getpid() in processes
    assert [answer for piece in pieces for answer in piece.answers] == [2 * n for n in range(200)]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.usefixtures("_always")
def test_what_items_leave_does_not_pile_up_where_the_collector_is_off(jobs: int) -> None:
    gc.disable()
    try:
        with Crew(jobs) as workers:
            pieces = [piece for piece in workers.map(knotted, (), range(1_000)) if piece.process == os.getpid()]
    finally:
        gc.enable()
        gc.unfreeze()

    assert max(max(piece.answers) for piece in pieces) <= 3 * crew.TIDY


@given(st.integers(0, 300), st.integers(1, 5), st.data())
@settings(deadline=None, max_examples=60)
def test_every_item_is_given_once(items: int, workers: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, items))
    todo = Todo(start, items, workers)
    chance = data.draw(st.randoms(use_true_random=False))
    at_work: list[tuple[int, int]] = []
    done: list[int] = []
    while True:
        at_work += todo.next([place for _, place in at_work], workers)
        assert all(count <= crew.AHEAD for count in Counter(place for _, place in at_work).values())
        if not at_work:
            break
        number, place = at_work.pop(chance.randrange(len(at_work)))
        if chance.random() < 0.1:
            todo.again(number, place)
        else:
            done.append(number)
        if chance.random() < 0.1 and (last := todo.last()) is not None:
            done.append(last)
    covered = sorted(item for number in done for item in range(*todo.pieces[number]))
    assert covered == list(range(start, items))


def test_the_same_item_goes_to_the_same_worker_in_each_task() -> None:
    def places(start: int) -> dict[int, int]:
        todo = Todo(start, 500, 3)
        return {item: place for number, place in todo.next([], 3) for item in range(*todo.pieces[number])}

    both = places(0).keys() & places(100).keys()
    assert len(both) > 100
    assert {item: place for item, place in places(0).items() if item in both} == {i: place for i, place in places(100).items() if i in both}


@pytest.mark.usefixtures("_always")
def test_a_worker_that_dies_is_replaced(tmp_path: Path) -> None:
    with Crew(2) as workers:
        assert answers(workers, killed_once, str(tmp_path / "mark"), items=range(100)) == [2 * n for n in range(100)]
    assert (tmp_path / "mark").exists()


@pytest.mark.usefixtures("_always")
def test_workers_that_die_again_and_again_are_an_error() -> None:
    with Crew(2) as workers, pytest.raises(CrewError, match="killed again and again"):
        answers(workers, killed, items=range(400))


@pytest.mark.usefixtures("_always")
def test_an_error_in_a_step_is_told_and_the_crew_works_on() -> None:
    with Crew(2) as workers:
        with pytest.raises(ZeroDivisionError):
            answers(workers, faulty, items=range(100))
        assert answers(workers, doubled, items=range(100)) == [2 * n for n in range(100)]


@pytest.mark.usefixtures("_always")
def test_who_stops_listening_ends_the_work() -> None:
    with Crew(2) as workers:
        began = time.monotonic()
        pieces = workers.map(slowly, (1.0,), range(20))
        next(pieces)
        next(pieces)
        del pieces
    assert time.monotonic() - began < 15


@pytest.mark.usefixtures("_always")
def test_where_no_process_can_be_had_this_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(**_: bool) -> None:
        raise NotImplementedError("no semaphores")

    monkeypatch.setattr(crew, "_process", none)
    with Crew(2) as workers:
        assert {piece.process for piece in workers.map(doubled, (), range(10))} == {os.getpid()}


# ── builds ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def site(root: Path, dossiers: int = DOSSIERS) -> Path:
    """A site of little dossiers, one of which cites another's source."""
    texts = {"content/site.yaml": "title: A little site\n", "content/actors.yaml": "- {id: austin, name: Lloyd Austin}\n"}
    for n in range(dossiers):
        texts[f"seeds/s{n}.txt"] = f'"They lead with {n + 10} dismounted forces," Austin said.\n\nThe talks went on for {n + 2} days.\n'
        texts[f"content/d{n}/dossier.yaml"] = f"title: Dossier {n}\n"
        texts[f"content/d{n}/sources.yaml"] = f"- {{id: s{n}, file: s{n}.txt}}\n"
        texts[f"content/d{n}/story.md"] = f"They lead [@s{max(n - 1, 0)}].\n"
        texts[f"content/d{n}/quotes.yaml"] = (
            f"- {{id: q{n}, actor: austin, words: 'They lead with {n + 10} dismounted forces', sources: [s{n}]}}\n"
        )
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root


def pages(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site as this process makes it alone."""
    root = site(tmp_path_factory.mktemp("here"))
    outcome = build(root, root / "_site", crew=Crew(1))
    assert outcome.errors == 0
    return pages(root / "_site")


@pytest.mark.usefixtures("_always")
@pytest.mark.parametrize("threaded", [False, True])
def test_several_processes_make_the_same_site(tmp_path: Path, here: dict[str, bytes], *, threaded: bool) -> None:
    root = site(tmp_path)
    workers = Crew(2)
    act = threading.Thread(target=build, args=(root, root / "_site"), kwargs={"crew": workers})
    if threaded:
        act.start()
        act.join()
    else:
        act.run()

    assert pages(root / "_site") == here


PROGRAM = """
import os, sys
from pathlib import Path
from site_builder import crew
from site_builder.cli import cli

def says(*_):
    crew.WORTH_IT = crew.LOOK = crew.FORK_LOOK = crew.FIRST = 1e-9
    real = crew.Crew._shared
    def shared(self, task, start):
        for n, piece in enumerate(real(self, task, start)):
            yield piece
            if piece.process != os.getpid():
                print(*[pid for w in self._hired for pid in w.executor._processes], flush=True)
    crew.Crew._shared = shared

if __name__ == "__main__":
    says()
    cli()
"""


def is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no way to see who lives")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_a_build_that_is_stopped_leaves_no_process_and_no_half_site(tmp_path: Path, name: str) -> None:
    sign = signal.Signals[name]
    root = site(tmp_path / "site", 40)
    (tmp_path / "main.py").write_text(PROGRAM)
    command = [sys.executable, str(tmp_path / "main.py"), "build", "--root", str(root), "--jobs", "3"]
    started = subprocess.Popen(
        command,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with started as running:
        assert running.stdout
        assert running.stderr
        workers = [int(process) for process in running.stdout.readline().split()]
        if sign == signal.SIGINT:
            os.killpg(running.pid, sign)  # as a terminal does
        else:
            running.send_signal(sign)
        running.wait(20)
        said = running.stderr.read()
    assert len(workers) == 2
    assert "Traceback" not in said
    for _ in range(100):
        if not any(map(is_alive, workers)):
            break
        time.sleep(0.05)
    assert not any(map(is_alive, workers))
    assert not (root / "_site").exists()
    assert build(root, root / "_site", crew=Crew(1)).errors == 0
    assert {path.name for path in root.iterdir()} == {"content", "seeds", "_site", ".dossier"}


# ── workers elsewhere ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

WATCH = """
import sys

def seen(event, given):
    if event == "open":
        print("OPENED", given[0], file=sys.stderr, flush=True)

def dask_setup(worker):
    sys.addaudithook(seen)
"""


class Farm:
    """A Dask scheduler and workers that have a copy of the program and of nothing else, in a folder of their own."""

    def __init__(self, folder: Path, stack: contextlib.ExitStack) -> None:
        self.folder, self._stack = folder, stack
        shutil.copytree(ROOT / "site_builder", folder / "program/site_builder", ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "watch.py").write_text(WATCH)
        self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", "scheduler.json")
        written = self.folder / "scheduler.json"
        _until(lambda: written.exists() and written.read_bytes().endswith(b"}"))
        self.address = json.loads(written.read_bytes())["address"].replace("tcp://", crew.ELSEWHERE)
        self._gone = 0
        self.workers = {name: self.hire(name) for name in ("one", "two")}

    def made_whole(self) -> None:
        """Workers that a test killed are replaced, and forgotten by the scheduler."""
        for name, worker in self.workers.items():
            if worker.poll() is not None:
                self._gone += 1
                self.workers[name] = self.hire(name)
        _until(lambda: all("Registered to" in self.log(name) for name in self.workers))
        _until(lambda: self.log("scheduler").count("Remove worker") >= self._gone)

    def dismiss(self, stranger: subprocess.Popen[bytes]) -> None:
        stranger.kill()
        stranger.wait()
        self._gone += 1

    def hire(self, name: str) -> subprocess.Popen[bytes]:
        options = ("--no-nanny", "--nthreads", "3", "--name", name, "--preload", "watch.py", "--local-directory", name)
        return self._start("worker", "--scheduler-file", "scheduler.json", *options, log=name)

    def _start(self, what: str, *options: str, log: str = "scheduler") -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", "--no-dashboard", *options]
        with (self.folder / f"{log}.log").open("wb") as written:
            environment = {**os.environ, "PYTHONPATH": str(self.folder / "program")}
            started = subprocess.Popen(command, cwd=self.folder, stdout=written, stderr=written, env=environment)
        self._stack.callback(started.wait)
        self._stack.callback(started.kill)
        return started

    def log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text("utf-8", "replace")


def _until(is_so: Callable[[], bool]) -> None:
    for _ in range(600):
        if is_so():
            return
        time.sleep(0.05)
    raise TimeoutError


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Farm]:
    with contextlib.ExitStack() as stack:
        yield Farm(tmp_path_factory.mktemp("farm"), stack)


@pytest.fixture
def farm(founded: Farm) -> Farm:
    """With both workers, whatever other tests did to them."""
    founded.made_whole()
    return founded


elsewhere = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::UserWarning")  # distributed's own


@elsewhere
def test_workers_that_see_no_project_make_the_same_site(tmp_path: Path, here: dict[str, bytes], farm: Farm) -> None:
    root = site(tmp_path)
    outcome = build(root, root / "_site", crew=Crew(executor=farm.address))

    assert outcome.errors == 0
    assert pages(root / "_site") == here
    for name in ("one", "two"):
        opened = [line for line in farm.log(name).splitlines() if line.startswith("OPENED")]
        assert not [line for line in opened if str(tmp_path) in line or str(ROOT / "site_builder") in line]


@elsewhere
def test_an_edit_made_elsewhere_equals_a_build_from_nothing(tmp_path: Path, farm: Farm) -> None:
    root = site(tmp_path, 6)
    build(root, root / "_site", crew=Crew(executor=farm.address))
    (root / "content/d3/dossier.yaml").write_text("title: Another title\n")
    edited = build(root, root / "_site", crew=Crew(executor=farm.address))
    build(root, root / "fresh", crew=Crew(1))

    assert 0 < edited.rendered < edited.pages
    assert pages(root / "_site") == pages(root / "fresh")


@elsewhere
def test_what_is_wrong_is_told_as_here(tmp_path: Path, farm: Farm) -> None:
    root = site(tmp_path, 4)
    (root / "content/d1/story.md").write_text("They lead [@nobody].\n")
    (root / "content/d2/quotes.yaml").write_text("- {id: q2, actor: austin, words: They lead with 12 mounted forces, sources: [s2]}\n")
    there, own = (build(root, root / "_site", crew=one) for one in (Crew(executor=farm.address), Crew(1)))

    assert {one.problem.code for one in there.problems if one.problem.severity == "error"} == {"altered", "unknown-citation"}
    assert there.problems == own.problems


@elsewhere
def test_a_worker_with_another_program_is_refused(tmp_path: Path, farm: Farm) -> None:
    root = site(tmp_path, 2)
    crew._elsewhere(farm.address)[0].close()  # noqa: SLF001 the others are asked before it is changed
    program = farm.folder / "program/site_builder/problems.py"
    text = program.read_text()
    program.write_text(text + "# changed\n")
    stranger = farm.hire("stranger")
    try:
        _until(lambda: "Registered to" in farm.log("stranger"))
        said = CliRunner().invoke(cli, ["build", "--root", str(root), "--executor", farm.address])
    finally:
        program.write_text(text)
        farm.dismiss(stranger)

    assert said.exit_code == 1
    assert said.stderr.startswith("Error: 1 of 3 workers")
    assert "install the same there as here" in said.stderr
    assert said.stderr.count("\n") == 1
    assert not (root / "_site").exists()


@elsewhere
def test_a_worker_elsewhere_that_dies_in_the_middle_is_done_without(tmp_path: Path, here: dict[str, bytes], farm: Farm) -> None:
    root = site(tmp_path)

    def watch(what: str, done: int, _of: int) -> None:
        if what == "checking and rendering" and done == 1:
            farm.workers["one"].kill()

    outcome = build(root, root / "_site", tell=watch, crew=Crew(executor=farm.address))
    assert outcome.errors == 0
    assert farm.workers["one"].wait(5) == -signal.SIGKILL
    assert pages(root / "_site") == here


@elsewhere
def test_workers_elsewhere_that_are_all_gone_are_told(tmp_path: Path, farm: Farm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "PATIENCE", 1)
    root = site(tmp_path)

    def watch(what: str, _done: int, _of: int) -> None:
        if what == "reading dossiers":
            for worker in farm.workers.values():
                worker.kill()
                worker.wait()

    with pytest.raises(CrewError, match="gone"):
        build(root, root / "_site", tell=watch, crew=Crew(executor=farm.address))
    with pytest.raises(CrewError, match="has no workers"):
        build(root, root / "_site", crew=Crew(executor=farm.address))
    assert not (root / "_site").exists()


@elsewhere
def test_a_scheduler_that_does_not_answer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "PATIENCE", 1)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = CliRunner().invoke(cli, ["build", "--root", str(site(tmp_path, 2)), "--executor", f"dask://127.0.0.1:{port}"])

    assert said.exit_code == 1
    assert said.stderr == f"Error: no scheduler answers at dask://127.0.0.1:{port}\n"


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "dask", "127.0.0.1"])
def test_an_address_that_is_none_is_wrong_usage(tmp_path: Path, address: str) -> None:
    said = CliRunner().invoke(cli, ["build", "--root", str(site(tmp_path, 1)), "--executor", address])

    assert said.exit_code == 2
    assert "dask://localhost:8786" in said.stderr
