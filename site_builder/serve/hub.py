"""The open tabs: what each looks at, and what it is told."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from itertools import count
from secrets import token_hex
from typing import TYPE_CHECKING, NamedTuple

from site_builder.serve import addresses
from site_builder.serve.seen import Trouble

if TYPE_CHECKING:
    from starlette.websockets import WebSocket

MOST_TABS = 200
MOST_HEARD = 65_536  # bytes of one message of a browser; it has only a path and a digest to say
SLOW = 0.3  # seconds after which a browser is told that something is being made
HANDED_OVER = 0.5  # seconds that the site's thread gives the tabs at most to send a page before it goes on; most take 1 ms
MISSING = "404.html"
MOST_TOLD = 200  # troubles in a browser's list

Tally = tuple[int, int]  # of errors and of warnings
Look = Callable[[str, str], None]  # a tab looks at this name, and has what bears this digest


class Shown(NamedTuple):
    """A page as the tabs are sent it."""

    path: str
    digest: str
    html: bytes
    is_missing: bool = False  # there is no such page: this is 404.html


class Tab:
    """A page open in a browser."""

    def __init__(self) -> None:
        self.looks_at = ""  # a name as `addresses.name` gives it
        self.is_looking = False  # it has said it
        self.digest = ""  # of what it shows
        self.on_missing = False  # it shows 404.html
        self.focused = 0  # when it had the focus, counted over all tabs
        self._waiting: dict[str, str] = {}
        self._bell = asyncio.Event()

    def tell(self, kind: str, message: str) -> None:
        """Sends a message, in place of one of its kind that has not gone yet: a tab that sleeps holds no more than one of each."""
        self._waiting.pop(kind, None)
        self._waiting[kind] = message
        self._bell.set()

    async def sent(self, socket: WebSocket) -> None:
        """Sends until the tab is closed."""
        with suppress(Exception):  # whatever a broken connection raises: the receiving side notices it too, and ends the tab
            while await self._bell.wait():
                self._bell.clear()
                while self._waiting:
                    await socket.send_text(self._waiting.pop(next(iter(self._waiting))))


class Hub:
    """All open tabs. Its methods are for the thread of the connections, except where they say that they are for any thread."""

    def __init__(self, *, follows: bool = False) -> None:
        self.views: tuple[str, ...] = ()  # the names looked at, that of the tab focused last first; to be read in any thread
        self._follows = follows
        self._tabs: list[Tab] = []
        self._focus = count(1)
        self._hello = message("hello", run=token_hex(8))
        self._troubles = ""
        self._slow: asyncio.TimerHandle | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self.started = threading.Event()

    def start(self) -> None:
        """From now on there may be tabs, in the running loop."""
        self._loop = asyncio.get_running_loop()
        self.started.set()

    async def talk(self, socket: WebSocket, look: Look) -> None:
        """One tab, from its opening to its end."""
        tab = Tab()
        self._tabs.append(tab)
        sending = asyncio.create_task(tab.sent(socket))
        try:
            await socket.accept()
            tab.tell("hello", self._hello)
            if self._troubles:
                tab.tell("troubles", self._troubles)
            while (said := await socket.receive())["type"] == "websocket.receive":
                self._hear(tab, said.get("text") or "", look)
        finally:
            sending.cancel()
            self._tabs.remove(tab)
            self._arrange()

    @property
    def is_full(self) -> bool:
        return len(self._tabs) >= MOST_TABS

    def _hear(self, tab: Tab, text: str, look: Look) -> None:
        """What a tab says: at what it looks. Anything else is nothing."""
        try:
            said = json.loads(text)
        except (ValueError, RecursionError):
            return
        if not isinstance(said, dict) or said.get("type") != "looking":
            return
        path, asked, digest = (str(said.get(key) or "") for key in ("path", "asked", "digest"))
        tab.on_missing = path == MISSING
        at = asked if tab.on_missing and asked else path
        if not addresses.is_name(at):
            return
        tab.looks_at, tab.digest, tab.is_looking = at, digest, True
        if said.get("focused"):
            tab.focused = next(self._focus)
        self._arrange()
        look(at, digest)

    def _arrange(self) -> None:
        self._tabs.sort(key=lambda tab: -tab.focused)
        self.views = tuple(dict.fromkeys(tab.looks_at for tab in self._tabs if tab.is_looking))

    def show(self, view: str, shown: Shown) -> bool:
        """Sends what is now at a name to the tabs that look at it and show something else, and whether there is one. For any thread.

        It comes back when the page has been sent: the making of the next would compete with the sending to each of ten tabs.
        """
        told: list[bool] = []
        self._in_loop(lambda: told.append(self._show(view, shown)), wait=True)
        return any(told)

    def _show(self, view: str, shown: Shown) -> bool:
        behind = [tab for tab in self._tabs if tab.is_looking and tab.looks_at == view and tab.digest != shown.digest]
        text = ""
        for tab in behind:
            tab.digest = shown.digest
            if shown.is_missing and not tab.on_missing:
                tab.tell("page", message("gone"))
                continue
            text = text or message("page", path=shown.path, digest=shown.digest, html=shown.html.decode("utf-8", "replace"))
            tab.tell("page", text)
        return bool(behind)

    def troubles(self, said: str) -> None:
        """Tells all tabs what is wrong with the site. For any thread."""

        def tell() -> None:
            self._troubles = said
            self._to(self._tabs, "troubles", said)

        self._in_loop(tell)

    def follow(self, to: str) -> None:
        """Brings the tab that was focused last to where an edit shows, if that is wanted. For any thread."""
        if self._follows and to:
            self._in_loop(lambda: self._to(self._tabs[:1], "follow", message("follow", to=to)))

    def begun(self) -> None:
        """Something is being made. For any thread."""

        def begin() -> None:
            if self._loop and not self._slow:
                self._slow = self._loop.call_later(SLOW, lambda: self._to(self._tabs, "building", message("building")))

        self._in_loop(begin)

    def done(self) -> None:
        """It has been made; tabs that were told of it hear that it is over by the troubles. For any thread."""

        def end() -> None:
            if self._slow and self._loop and self._slow.when() <= self._loop.time():
                self._to(self._tabs, "troubles", self._troubles)
            if self._slow:
                self._slow.cancel()
            self._slow = None

        self._in_loop(end)

    def _to(self, tabs: Iterable[Tab], kind: str, said: str) -> None:
        for tab in tabs:
            tab.tell(kind, said)

    def _in_loop(self, do: Callable[[], object], *, wait: bool = False) -> None:
        if self._loop is None:
            do()  # nobody is there yet
            return
        done = threading.Event()

        def now() -> None:
            try:
                do()
            finally:
                asyncio.get_running_loop().call_soon(done.set)  # after the tabs' turns, which were asked for before it

        with suppress(RuntimeError):  # the loop has ended: so have all tabs
            self._loop.call_soon_threadsafe(now)
            if wait:
                done.wait(HANDED_OVER)


def what_is_wrong(troubles: Sequence[Trouble], tally: Tally, opener: Callable[[Trouble], str]) -> str:
    """The message that tells it. `opener` gives the address at which the editor opens a file."""
    shown = [name for name in Trouble._fields if name not in ("token", "cut")]
    told = [{**{name: getattr(one, name) for name in shown}, "open": opener(one)} for one in troubles[:MOST_TOLD]]
    errors, warnings = tally
    return message("troubles", errors=errors, warnings=warnings, more=errors + warnings - len(told), list=told)


def message(kind: str, **said: object) -> str:
    return json.dumps({"type": kind, **said}, ensure_ascii=False, separators=(",", ":"))
