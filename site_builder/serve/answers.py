"""Who may ask, and what is answered: HTTP and the WebSocket, for the browser on the editor's own machine and for nobody else."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from typing import Any, NamedTuple

from site_builder.serve import addresses
from site_builder.serve.desk import Desk, told
from site_builder.serve.hub import Hub

LIVE = "/_dossier/live"
OWN = {f"/_dossier/{name}" for name in ("preview.js", "preview.css", "idiomorph.js")}
CLIENT = Path(__file__).parent / "client"
TEXT = "text/plain; charset=utf-8"
ALWAYS = (
    (b"cache-control", b"no-store"),
    (b"x-robots-tag", b"noindex"),
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
)
HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[^:\[\]]+)(?::(?P<port>[0-9]{1,5}))?")
OURS = (b"same-origin", b"none")  # who asks, by Sec-Fetch-Site: this site's own pages, or a person who typed or chose the address

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Headers = Mapping[bytes, bytes]


class Here(NamedTuple):
    """Where the preview stands."""

    url: str  # of the front page
    base: str  # the path of it: "/", "/repo/"
    hosts: frozenset[str]  # by which it may be called, in small letters
    port: int
    any_ip: bool = False  # it may be called by any IP address: such a name can't be made to mean another machine
    is_at_home: bool = True  # only this machine can reach it


class Reply(NamedTuple):
    status: int
    content: bytes
    kind: str = TEXT
    headers: tuple[tuple[bytes, bytes], ...] = ()


class Answers:
    """The preview as an ASGI application."""

    def __init__(self, desk: Desk, hub: Hub, here: Here, fail: Callable[[str], None]) -> None:
        self._desk, self._hub, self._here, self._fail = desk, hub, here, fail

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope["headers"])
        if scope["type"] == "websocket":
            await self._talk(scope, headers, receive, send)
            return
        try:
            reply = await self._reply(scope, headers)
        except Exception as error:  # noqa: BLE001 a fault in the program must not end an editor's day
            self._fail(told(error))
            reply = said(500, "Dossier failed here; its terminal says how.")
        length = (b"content-length", str(len(reply.content)).encode())
        head = [(b"content-type", reply.kind.encode()), length, *ALWAYS, *reply.headers]
        await send({"type": "http.response.start", "status": reply.status, "headers": head})
        await send({"type": "http.response.body", "body": reply.content})

    async def _talk(self, scope: Scope, headers: Headers, receive: Receive, send: Send) -> None:
        """A tab that wants to be told of changes."""
        from starlette.websockets import WebSocket  # noqa: PLC0415 costs 40 ms, and the first page goes before the first tab

        socket = WebSocket(scope, receive, send)
        wanted = scope["raw_path"] == LIVE.encode() and headers.get(b"origin") == b"http://" + headers.get(b"host", b"")
        if refusal(headers, self._here) or not wanted or self._hub.is_full:
            await socket.close()  # before it was accepted: 403
            return
        await self._hub.talk(socket, self._desk.look)

    async def _reply(self, scope: Scope, headers: Headers) -> Reply:
        refused = refusal(headers, self._here)
        if refused:
            return refused
        if scope["method"] not in ("GET", "HEAD"):
            return said(405, "The preview can only be read.", (b"allow", b"GET, HEAD"))
        at, base, query = scope["raw_path"].decode("ascii"), self._here.base, scope["query_string"]
        if at in OWN:
            return Reply(200, own(at), addresses.kind(at))
        if at in ("/", base[:-1]) and base != "/":
            return moved(302, base, query)
        if not at.startswith(base) or at.startswith("/_dossier/"):
            return said(404, f"There is nothing here. The site begins at {self._here.url}")
        name = addresses.name(at, base)
        if name is None:
            return said(400, "No page of a site has such an address.")
        answer = await asyncio.wrap_future(self._desk.ask(name))
        if answer.status == 301:
            return moved(301, addresses.address(answer.path, base), query)
        return Reply(answer.status, answer.content, addresses.kind(answer.path) if answer.status == 200 else addresses.KINDS["html"])


def refusal(headers: Headers, here: Here) -> Reply | None:
    """Why this is not answered, if it isn't.

    Another site can make a browser ask us in two ways: under a name of its own that it lets point to this machine, so that its scripts
    may read the answer (DNS rebinding), or under our name, as a part of its page. The first shows in Host, the second in Sec-Fetch-Site
    (https://www.w3.org/TR/fetch-metadata/). Following a link to the preview is no harm.
    """
    if not is_ours(headers.get(b"host", b"").decode("latin-1").lower(), here):
        return said(421, f"This is a preview on its editor's machine. It answers at {here.url} and under no other name.")
    followed = headers.get(b"sec-fetch-mode") == b"navigate" and headers.get(b"sec-fetch-dest") == b"document"
    if headers.get(b"sec-fetch-site", b"none") not in OURS and not followed:
        return said(403, "This is a preview; other sites may not make use of it.")
    return None


def is_ours(host: str, here: Here) -> bool:
    """Whether we may be called so: "localhost:8000"."""
    called = HOST.fullmatch(host)
    if not called or int(called["port"] or 80) != here.port:
        return False
    return called["name"] in here.hosts or (here.any_ip and is_ip(called["name"].strip("[]")))


def is_ip(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def said(status: int, sentence: str, *headers: tuple[bytes, bytes]) -> Reply:
    return Reply(status, f"{sentence}\n".encode(), headers=headers)


def moved(status: int, to: str, query: bytes) -> Reply:
    """To an address that begins with one slash and so stays here; what can't be a name is not moved."""
    return Reply(status, b"", headers=((b"location", to.encode("ascii") + (b"?" + query if query else b"")),))


@cache
def own(path: str) -> bytes:
    """What the preview adds to pages: a script or a style."""
    return (CLIENT / path.rpartition("/")[2]).read_bytes()
