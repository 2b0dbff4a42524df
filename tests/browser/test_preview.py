"""The preview in a browser: pages are patched in place, what is wrong stands where it is wrong, and the panel lists it all."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Locator, Page
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from site_builder.serve.onpage import Decorated, decorated
from site_builder.serve.seen import Served, Trouble
from tests.browser.conftest import ROOT, Site, Visit

CLIENT = ROOT / "site_builder/serve/client"
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".json": "application/json"}
DOSSIER = "dossiers/us-landmines-ukraine.html"
QUOTE = Trouble(
    "error",
    "altered",
    "content/us-landmines-ukraine/quotes.yaml",
    35,
    10,
    "'moscow-times' does not say this, but almost: the source has 'that' for 'which'; 'to' is not in the source",
    "written: have a need for things which can help to slow down that effort on the part of the Russians\n"
    " line 9: have a need for things that can help slow down that effort on the part of the Russians",
    "  words: have a need for things which can help to slow down that effort on the part of the Russians",
    86,
    DOSSIER,
    "quote-austin-need",
)
STORY = Trouble(
    "error",
    "unknown-citation",
    "content/us-landmines-ukraine/story.md",
    1,
    122,
    "nothing is called 'us-supplies-mine'",
    "did you mean 'us-supplies-mines'?",
    "reversing its policy of 2022 [@us-supplies-mine]",
    19,
    DOSSIER,
    "",
    "[TOKEN]",
)
LINT = Trouble(
    "warning",
    "unused-source",
    "content/us-landmines-ukraine/sources.yaml",
    12,
    3,
    "nothing rests on 'vientiane'",
    "cite it, or take it out",
    "",
    1,
)


class Preview:
    """A server of the preview's protocol over pages that a test holds in its hand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages: dict[str, Served] = {}
        self.told: list[dict[str, Any]] = []
        self.wrong: tuple[Trouble, ...] = ()
        self.port = 0
        self._open: dict[WebSocket, dict[str, Any]] = {}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/repo/"

    def page(self, path: str) -> Served:
        return self.pages.get(path) or Served((self.folder / path).read_bytes(), is_page=True)

    def edit(self, path: str, old: str, new: str, *troubles: Trouble, is_last_good: bool = False) -> None:
        """As if a file had been saved: the page has another text, and other troubles."""
        content = self.page(path).content
        assert old.encode() in content
        self.pages[path] = Served(content.replace(old.encode(), new.encode()), is_page=True, troubles=troubles, is_last_good=is_last_good)
        self.push(path)

    def complain(self, *troubles: Trouble) -> None:
        self.wrong = troubles
        self.tell(self._troubles())

    def push(self, path: str) -> None:
        self.tell(self._page(path), path)

    def tell(self, message: dict[str, Any], path: str = "") -> None:
        for socket, looks in list(self._open.items()):
            if not path or looks["path"] == path:
                asyncio.run_coroutine_threadsafe(socket.send_text(json.dumps(message)), self._loop).result(5)

    # ── the server ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────

    def start(self) -> None:
        routes = [
            WebSocketRoute("/_dossier/live", self._live),
            Route("/_dossier/{name}", self._own),
            Route("/repo/{path:path}", self._file),
        ]
        settings = uvicorn.Config(
            Starlette(routes=routes),
            port=self.port,
            log_level="critical",
            lifespan="off",
            ws="websockets-sansio",
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(settings)
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        while not self._server.started:
            self._thread.join(0.01)
            assert self._thread.is_alive()
        self.port = self._server.servers[0].sockets[0].getsockname()[1]

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)
        assert not self._thread.is_alive()

    def _run(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._loop.run_until_complete(self._server.serve())
        self._loop.close()

    def _decorated(self, path: str) -> Decorated:
        return decorated(self.page(path), path, root="/repo/")

    def _page(self, path: str) -> dict[str, Any]:
        page = self._decorated(path)
        return {"type": "page", "path": path, "digest": page.digest, "html": page.html.decode()}

    def _troubles(self) -> dict[str, Any]:
        listed = [one._asdict() | {"open": ""} for one in self.wrong]
        errors = sum(one.severity == "error" for one in self.wrong)
        return {"type": "troubles", "errors": errors, "warnings": len(listed) - errors, "more": 0, "list": listed}

    async def _own(self, request: Request) -> Response:
        file = CLIENT / request.path_params["name"]
        return Response(file.read_bytes(), media_type=TYPES[file.suffix], headers={"Cache-Control": "no-store"})

    async def _file(self, request: Request) -> Response:
        path = request.path_params["path"]
        page = path.endswith(".html")
        if not page and path not in self.pages and not (self.folder / path).exists():
            return Response(status_code=404)
        content = self._decorated(path).html if page else self.page(path).content
        return Response(content, media_type=TYPES[Path(path).suffix], headers={"Cache-Control": "no-store"})

    async def _live(self, socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_json({"type": "hello", "run": "1"})
        await socket.send_json(self._troubles())
        try:
            while True:
                looks = await socket.receive_json()
                self.told.append(looks)
                if socket not in self._open:
                    page = self._page(looks["path"])
                    if page["digest"] != looks["digest"]:
                        await socket.send_json(page)
                self._open[socket] = looks
        except WebSocketDisconnect:
            self._open.pop(socket, None)


@pytest.fixture
def preview(site: Site) -> Iterator[Preview]:
    server = Preview(site.folder)
    server.start()
    yield server
    server.stop()


def looking(preview: Preview, visit: Visit, path: str = DOSSIER, **how: Any) -> Page:
    """A tab that looks at a page and has said so."""
    page = visit(**how)
    page.goto(preview.url + path)
    connected(page)
    return page


def badge(page: Page) -> Locator:
    return page.locator("dossier-preview .badge")


def connected(page: Page) -> None:
    badge(page).filter(has_text="·").wait_for()


def scroll_to(page: Page, selector: str) -> float:
    return float(page.evaluate("s => { document.querySelector(s).scrollIntoView(); return scrollY }", selector))


# ── calm ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_was_saved_is_there_and_nothing_else_has_moved(preview: Preview, visit: Visit) -> None:
    page = looking(preview, visit)
    page.evaluate("window.same = document.querySelector('#quote-austin-need')")
    before = scroll_to(page, "#quote-austin-need")

    preview.edit(DOSSIER, "Skip to the content", "Skip to what counts")

    page.get_by_text("Skip to what counts").wait_for(state="attached")
    assert page.evaluate("scrollY") == before > 0
    assert page.evaluate("window.same === document.querySelector('#quote-austin-need')")
