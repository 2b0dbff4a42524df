"""The preview from its start to its end: the port, the parts and how they are joined, and Ctrl-C."""

from __future__ import annotations

import asyncio
import errno
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, cast
from urllib.parse import quote

from site_builder.serve import onpage
from site_builder.serve.answers import Answers, Here
from site_builder.serve.desk import Desk, Log
from site_builder.serve.hub import MOST_HEARD, Hub, what_is_wrong
from site_builder.serve.seen import Served, Site, Trouble
from site_builder.serve.terminal import Terminal
from site_builder.serve.watching import Watch

if TYPE_CHECKING:
    import uvicorn

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 it is what an editor may ask for, and is warned of
TRIED = 50  # ports that are tried one after the other before the system chooses
TURNS = (
    0.0005  # seconds a thread keeps the interpreter while another wants it: pages come in 4 ms beside work, with Python's 5 ms in 6 to 10
)
LONG = 2.0  # seconds until it is said that the site is still being read
PATIENCE = 0.15  # seconds that the end waits for a thread
Opener = Callable[[Trouble], str]
NEVER = {"javascript", "data", "vbscript", "blob", "about"}  # schemes that would run something in the page


class Wanted(NamedTuple):
    """What the editor has asked for."""

    root: Path
    host: str = "127.0.0.1"
    port: int = 8000
    base: str = "/"
    editor: str = ""
    opens: bool = False
    follows: bool = False


def serve(site: Site, wanted: Wanted, terminal: Terminal) -> NoReturn:
    """Shows the site in browsers and keeps it up to date, until somebody ends it. OSError if it can't be reached at that host."""
    sys.setswitchinterval(TURNS)
    os.environ.setdefault(
        "PYTHONWARNINGS", "ignore:resource_tracker"
    )  # Ctrl-C during a build by several processes leaves it some to clear up
    is_ending = threading.Event()
    when_asked_to_end(lambda *_: is_ending.set())
    listener = listening(wanted.host, wanted.port)
    here = place(listener, wanted)
    greet(terminal, here, wanted)
    opener = opens(wanted.editor, wanted.root)
    hub = Hub(follows=wanted.follows)
    desk = Desk(site, hub, terminal, partial(dressed, here.base, opener), partial(what_is_wrong, opener=opener))
    watch = Watch(wanted.root, desk.saved, terminal.say)
    desk.more_saved = lambda: watch.waiting
    desk.opened = watch.start  # not before: threads that take turns at each of 2,000 folders hold each other up
    desk.start()
    answers = Answers(desk, hub, here, terminal.failed)
    server = listens(answers)  # its import takes 0.1 s, in which the site is being read
    when_asked_to_end(server.handle_exit)  # before is_ending is asked: in between, somebody may press Ctrl-C
    if not is_ending.is_set():
        asyncio.run(answering(server, hub, listener, terminal))
    desk.stop(PATIENCE)
    watch.stop()
    terminal.close(PATIENCE)
    os._exit(0)  # a build under way must not hold up the end, and Python may crash when it ends while such a thread runs


def when_asked_to_end(do: Callable[[int, FrameType | None], None]) -> None:
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, do)


def listening(host: str, port: int) -> socket.socket:
    """Takes the port, or the next one that is free."""
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    for free in (*range(port, min(port + TRIED, 65_536)), 0):
        try:
            return socket.create_server((host, free), family=family, backlog=128)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or not free:
                raise
    raise AssertionError("the system always has a free port")


def place(listener: socket.socket, wanted: Wanted) -> Here:
    """Where the preview stands, and by which names it may be called."""
    bound, port = listener.getsockname()[:2]
    is_everywhere = bound in EVERYWHERE
    is_at_home = ip_address(bound.partition("%")[0]).is_loopback
    host = "127.0.0.1" if is_everywhere else bracketed(wanted.host)
    names = {host.lower(), bracketed(bound)}
    names.update(LOOPBACK if is_at_home or is_everywhere else ())
    names.update((socket.gethostname().lower(),) if is_everywhere else ())
    base = quote(wanted.base)
    return Here(f"http://{host}:{port}{base}", base, frozenset(names), port, any_ip=is_everywhere, is_at_home=is_at_home)


def bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def greet(terminal: Terminal, here: Here, wanted: Wanted) -> None:
    """Says where the preview is to be found, and what is to be known of that; opens it if that is wanted."""
    if wanted.port not in (here.port, 0):
        terminal.say(f"Port {wanted.port} is taken, so the preview is at {here.port}.")
    if not here.is_at_home:
        terminal.say("Warning: everybody in your network can read the whole site here, also what you have not published yet.", err=True)
    terminal.say(f"Preview: {here.url}")
    if wanted.opens:  # a process of its own: some browsers write to the terminal, and some are waited for
        quiet = subprocess.DEVNULL
        command = [sys.executable, "-m", "webbrowser", here.url]
        subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603 the address is our own


def dressed(base: str, opener: Opener, file: Served, path: str, asked: str) -> tuple[bytes, str]:
    return onpage.decorated(file, path, root=base, asked=asked, opener=opener)


def is_editor(url: str) -> bool:
    """Whether an address can open an editor, and nothing worse: it must name a program and take a path."""
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", url)
    return scheme is not None and scheme[1].lower() not in NEVER and "{path}" in url and url.isprintable()


def opens(editor: str, root: Path) -> Opener:
    """Makes the address that opens the editor at a problem, of one like `vscode://file/{path}:{line}:{column}`."""
    folder = Path(os.path.realpath(root))
    begins_with_slash = folder.as_posix().startswith("/")
    form = re.sub(r"(?<=[^/])/\{path\}", "{path}", editor) if begins_with_slash else editor  # vscode://file/home/…, not file//home

    def address(one: Trouble) -> str:
        parts = {"path": quote((folder / one.file).as_posix(), safe="/:"), "line": str(one.line), "column": str(one.column)}
        return re.sub(r"\{(path|line|column)\}", lambda found: parts[found[1]], form)

    return address


def listens(answers: Answers) -> uvicorn.Server:
    """The HTTP server, without all that it does beside serving."""
    import uvicorn  # noqa: PLC0415 costs 0.1 s

    config = uvicorn.Config(
        answers,
        loop="asyncio",
        http="h11",
        ws=cast("type[asyncio.Protocol]", talking),  # it is called for a protocol, as a class would be
        ws_max_size=MOST_HEARD,
        ws_per_message_deflate=False,  # to pack a page takes longer than to copy it
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=0,
    )
    config.load()  # now, and not when it is said to be ready
    return uvicorn.Server(config)


def talking(**how: Any) -> asyncio.Protocol:  # noqa: ANN401 it is handed on
    """The protocol of a WebSocket."""
    from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol  # noqa: PLC0415 costs 45 ms, see Answers

    return WebSocketsSansIOProtocol(**how)


async def answering(server: uvicorn.Server, hub: Hub, listener: socket.socket, log: Log) -> None:
    """Until SIGINT or SIGTERM, which uvicorn takes in the meantime."""
    hub.start()
    asyncio.get_running_loop().call_later(LONG, log.waiting)
    await server.serve(sockets=[listener])
