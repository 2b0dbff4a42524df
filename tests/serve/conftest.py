"""A preview in this process, asked through real sockets."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from site_builder.serve.answers import Answers
from site_builder.serve.desk import Desk, Rebuilt
from site_builder.serve.hub import Hub, Tally, what_is_wrong
from site_builder.serve.run import Wanted, answering, dressed, listening, listens, opens, place
from site_builder.serve.seen import Trouble
from tests.serve.stand_in import Paper

PAGE = "<!DOCTYPE html><html><head><title>{0}</title></head><body><main>{0}</main></body></html>"
PATIENCE = 5.0


class Response(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes


def until(is_so: Callable[[], object]) -> None:
    """Waits for what happens in another thread."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.001)


class Told:
    """What the terminal was told."""

    def __init__(self) -> None:
        self.rebuilds: list[Rebuilt] = []
        self.failures: list[str] = []
        self.known: list[list[str]] = []

    def waiting(self) -> None: ...

    def ready(self) -> None: ...

    def rebuilt(self, rebuilt: Rebuilt, took: float) -> None:
        assert 0 <= took < PATIENCE
        self.rebuilds.append(rebuilt)

    def troubles(self, troubles: Sequence[Trouble], tally: Tally, saved: Collection[str] | None) -> None:
        assert saved != ()
        assert tally == (len(troubles), 0)
        self.known.append([one.message for one in troubles])

    def failed(self, why: str) -> None:
        self.failures.append(why)


class Tab:
    """A browser's page, as far as the server knows it."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self.run = self.hears()["run"]

    def looks(self, path: str, digest: str = "", *, focused: bool = False, asked: str = "") -> None:
        self.says(json.dumps({"type": "looking", "path": path, "digest": digest, "focused": focused, "asked": asked, "since": 0}))
        for _ in range(2):  # the server reads on when it has taken the message in: then it answers the second
            assert self._connection.ping().wait(PATIENCE)

    def says(self, text: str | bytes) -> None:
        self._connection.send(text)

    def hears(self, kind: str = "") -> dict[str, Any]:
        """The next message, or the next one of a kind."""
        while True:
            message: dict[str, Any] = json.loads(self._connection.recv(PATIENCE))
            if kind in ("", message["type"]):
                return message

    def is_silent(self, seconds: float = 0.15) -> bool:
        with suppress(TimeoutError):
            self._connection.recv(seconds)
            return False
        return True

    def close(self) -> None:
        self._connection.close()


class Preview:
    """A running preview."""

    def __init__(self, files: dict[str, str], **wanted: Any) -> None:
        self.files = {path: text.encode() for path, text in files.items()}
        self.site = Paper(lambda: dict(self.files))
        self.told = Told()
        asked = Wanted(Path("/news/room"), port=0, **wanted)
        listener = listening(asked.host, asked.port)
        self.here = place(listener, asked)
        opener = opens(asked.editor, asked.root)
        self.hub = Hub(follows=asked.follows)
        self.desk = Desk(self.site, self.hub, self.told, partial(dressed, self.here.base, opener), partial(what_is_wrong, opener=opener))
        self.desk.start()
        self._server = listens(Answers(self.desk, self.hub, self.here, self.told.failed))
        self._thread = threading.Thread(target=lambda: asyncio.run(answering(self._server, self.hub, listener, self.told)), daemon=True)
        self._thread.start()
        assert self.hub.started.wait(PATIENCE)
        self._tabs: list[Tab] = []

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.here.port}"

    def raw(self, request: bytes, *, end: bytes = b"") -> bytes:
        """What comes back for these bytes, until the server closes or `end` is there."""
        with socket.create_connection(("127.0.0.1", self.here.port), PATIENCE) as connection:
            connection.sendall(request)
            answer = b""
            while (piece := connection.recv(65_536)) and not (end and end in answer + piece):
                answer += piece
            return answer + piece

    def ask(self, path: str, method: str = "GET", **headers: str) -> Response:
        """What a path is answered with; headers as `sec_fetch_site="cross-site"`, left out if empty."""
        sent = {"host": self.host, "connection": "close", **{name.replace("_", "-"): value for name, value in headers.items()}}
        lines = "".join(f"{name}: {value}\r\n" for name, value in sent.items() if value)
        head, _, body = self.raw(f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode()).partition(b"\r\n\r\n")
        status, *fields = head.decode("latin-1").split("\r\n")
        return Response(int(status.split()[1]), dict(field.lower().split(": ", 1) for field in fields), body)

    def tab(self, path: str = "", digest: str = "", *, focused: bool = False) -> Tab:
        tab = Tab(connect(f"ws://{self.host}/_dossier/live", origin=Origin(f"http://{self.host}"), compression=None, max_size=None))
        self._tabs.append(tab)
        if path:
            tab.looks(path, digest, focused=focused)
        return tab

    def digest(self, path: str) -> str:
        """Of the page as it is now."""
        answer = self.desk.ask(path).result(PATIENCE)
        assert answer.digest
        return answer.digest

    def save(self, **texts: str | None) -> None:
        """Writes pages by their names without ending, removes them for None, and tells of it."""
        for name, text in texts.items():
            if text is None:
                del self.files[f"{name}.html"]
            else:
                self.files[f"{name}.html"] = PAGE.format(text).encode()
        self.desk.saved(frozenset(f"{name}.html" for name in texts))

    def stop(self) -> None:
        self.site.awake.set()
        for tab in self._tabs:
            tab.close()
        self._server.should_exit = True
        assert self.desk.stop(PATIENCE)

    def join(self) -> None:
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()


@pytest.fixture(scope="module")
def ending() -> Iterator[list[Preview]]:
    """Previews that end while the next tests run: each takes a fifth of a second."""
    previews: list[Preview] = []
    yield previews
    for preview in previews:
        preview.join()


@pytest.fixture
def previews(ending: list[Preview]) -> Iterator[Callable[..., Preview]]:
    """Starts previews of pages that bear these texts."""
    running: list[Preview] = []

    def start(files: dict[str, str] | None = None, *, wanted: Mapping[str, Any] | None = None, **pages: str) -> Preview:
        running.append(Preview({**(files or {}), **{f"{name}.html": PAGE.format(text) for name, text in pages.items()}}, **(wanted or {})))
        return running[-1]

    yield start
    for preview in running:
        preview.stop()
    ending += running
