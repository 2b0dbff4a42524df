"""The sample, built once, served as GitHub Pages would serve it, and a browser to look at it."""

import functools
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
BASE_URL = "https://newsroom.example/repo/"  # where the sample believes to stand; nothing is ever asked of it
QUIET = [
    "--no-sandbox",  # continuous integration runs as root
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Visit = Callable[..., Page]


@dataclass(frozen=True)
class Site:
    """The built sample: its folder and, under a base path, its address."""

    folder: Path
    address: str

    @property
    def pages(self) -> list[str]:
        """Every page, as its path in the folder."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    @property
    def dossiers(self) -> list[str]:
        return [page for page in self.pages if page.startswith("dossiers/")]


def dossier(*arguments: str) -> str:
    """What the command says; it must be content."""
    command = [sys.executable, "-m", "site_builder", *arguments, "--root", str(ROOT)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 the name is the standard library's
        """Nothing: the tests look at the answers."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """404.html for what isn't there, as GitHub Pages does."""
        page = Path(self.directory, "repo", "404.html")
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    web = tmp_path_factory.mktemp("web")
    dossier("build", "--out", str(web / "repo"), "--base-url", BASE_URL)
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(web))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(web / "repo", f"http://127.0.0.1:{server.server_port}/repo/")
        server.shutdown()


@pytest.fixture(scope="session")
def citations() -> list[dict[str, Any]]:
    """Every citation of the sample, as `dossier check` gives them."""
    found: list[dict[str, Any]] = json.loads(dossier("check", "--format", "json"))["citations"]
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    installed = next(filter(None, map(shutil.which, names)), None)
    with sync_playwright() as playwright:
        if not installed and not Path(playwright.chromium.executable_path).exists() and not os.environ.get("CI"):
            # On somebody's own machine a browser may lack; in continuous integration the launch below fails instead.
            pytest.skip("no browser here: looked for " + ", ".join(names))
        chromium = playwright.chromium.launch(executable_path=installed, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A new page with nothing remembered, set up as the words given say: `color_scheme`, `viewport`, `java_script_enabled`…"""
    contexts = []

    def visit(**how: Any) -> Page:
        contexts.append(browser.new_context(**how))
        return contexts[-1].new_page()

    yield visit
    for context in contexts:
        context.close()
