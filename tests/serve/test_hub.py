"""The open tabs: who is told what, and when. And whose turn it is with the site."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Collection
from concurrent.futures import TimeoutError as NotYet
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from site_builder.serve import desk, hub
from site_builder.serve.seen import Change, Served, Trouble
from tests.serve.conftest import Preview, until
from tests.serve.stand_in import Paper

Start = Callable[..., Preview]


def pages(preview: Preview) -> list[str]:
    return [one for one in preview.site.done if one.endswith(".html") and " " not in one]


def test_a_tab_is_greeted_and_told_what_is_wrong_first(previews: Start) -> None:
    preview = previews({"content/a.yaml": "error: it is altered"}, index="Front", wanted={"editor": "vscode://file/{path}:{line}:{column}"})
    tab = preview.tab()
    told = tab.hears()

    assert (told["type"], told["errors"], told["warnings"], told["more"]) == ("troubles", 1, 0, 0)
    assert told["list"][0] == {
        "severity": "error",
        "code": "altered",
        "file": "content/a.yaml",
        "line": 3,
        "column": 5,
        "message": "it is altered",
        "hint": "did you mean this?",
        "text": "  words: that",
        "width": 5,
        "page": "",
        "anchor": "",
        "open": "vscode://file/news/room/content/a.yaml:3:5",
    }


def test_a_list_of_troubles_ends_somewhere(previews: Start) -> None:
    preview = previews({"content/a.yaml": "\n".join(f"error: {n}" for n in range(250))}, index="Front")
    told = preview.tab().hears("troubles")

    assert (told["errors"], told["more"], len(told["list"])) == (250, 50, 200)


def test_what_is_wrong_is_told_again_only_when_it_is_something_else(previews: Start) -> None:
    preview = previews({"content/a.yaml": "error: one"}, index="Front")
    tab = preview.tab("index.html", preview.digest("index.html"))
    tab.hears("troubles")
    preview.save(index="Another")
    tab.hears("page")
    assert tab.is_silent()
    preview.files["content/a.yaml"] = b""
    preview.desk.saved(frozenset({"content/a.yaml"}))

    assert tab.hears()["errors"] == 0
    until(lambda: preview.told.known == [["one"], []])


def test_a_tab_that_shows_the_page_as_it_is_hears_nothing(previews: Start) -> None:
    preview = previews(index="Front", other="Other")
    tab = preview.tab("index.html", preview.digest("index.html"))
    tab.hears("troubles")
    preview.save(other="Another")
    tab.looks("index.html", preview.digest("index.html"), focused=True)

    assert tab.is_silent()


def test_a_saved_file_is_in_the_page_that_is_looked_at(previews: Start) -> None:
    preview = previews(index="Front")
    tab = preview.tab("index.html", preview.digest("index.html"))
    for text in ("Änderung", "Again"):
        preview.save(index=text)
        told = tab.hears("page")
        assert (told["path"], told["digest"]) == ("index.html", preview.digest("index.html"))
        assert f"<main>{text}</main>" in told["html"]


def test_a_tab_that_slept_or_lost_its_server_catches_up(previews: Start) -> None:
    first = previews(index="Front")
    digest = first.digest("index.html")
    restarted = previews(index="Front")
    tab = restarted.tab("index.html", digest)

    assert tab.run != first.tab().run
    tab.hears("troubles")
    assert tab.is_silent()
    tab.close()
    restarted.save(index="Changed while it slept")
    assert "while it slept" in restarted.tab("index.html", digest).hears("page")["html"]


def test_ten_tabs_are_served_that_with_the_focus_first(previews: Start) -> None:
    preview = previews(**{f"page{n}": f"Page {n}" for n in range(10)})
    tabs = [preview.tab(f"page{n}.html", preview.digest(f"page{n}.html")) for n in range(10)]
    tabs[3].looks("page3.html", preview.digest("page3.html"), focused=True)
    tabs[3].looks("page3.html", preview.digest("page3.html"), focused=False)
    tabs[7].looks("page7.html", preview.digest("page7.html"), focused=True)
    preview.site.done.clear()
    preview.save(**{f"page{n}": f"New {n}" for n in range(10)})

    for n, tab in enumerate(tabs):
        assert f"New {n}" in tab.hears("page")["html"]
    assert pages(preview)[:2] == ["page7.html", "page3.html"]
    assert sorted(pages(preview)) == [f"page{n}.html" for n in range(10)]
    until(lambda: preview.told.rebuilds)
    assert [one.pages for one in preview.told.rebuilds] == [10]


def test_a_page_is_sent_before_the_next_is_made(previews: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = previews(index="Front", other="Other")
    behind = preview.tab("other.html", preview.digest("other.html"))
    focused = preview.tab("index.html", preview.digest("index.html"), focused=True)
    served = preview.site.served

    def slowly(path: str) -> Served | None:
        time.sleep(0.4 if path == "other.html" else 0)
        return served(path)

    monkeypatch.setattr(preview.site, "served", slowly)
    began = time.monotonic()
    preview.save(index="New", other="New")
    focused.hears("page")
    first = time.monotonic() - began
    behind.hears("page")

    assert first < 0.3 < time.monotonic() - began


def test_tabs_that_look_at_one_page_share_it(previews: Start) -> None:
    preview = previews(index="Front")
    tabs = [preview.tab("index.html", preview.digest("index.html")) for _ in range(5)]
    preview.site.done.clear()
    preview.save(index="New")

    assert len({tab.hears("page")["html"] for tab in tabs}) == 1
    assert pages(preview) == ["index.html"]


def test_who_asks_during_a_rebuild_waits_for_what_comes_of_it(previews: Start) -> None:
    preview = previews(index="Front")
    preview.digest("index.html")
    preview.site.awake.clear()
    preview.save(index="New")
    answer = preview.desk.ask("index.html")
    with pytest.raises(NotYet):
        answer.result(0.1)
    preview.site.awake.set()

    assert b"<main>New</main>" in answer.result(5).content


def test_what_is_saved_during_a_rebuild_makes_one_more(previews: Start) -> None:
    preview = previews(index="Front", other="Other")
    preview.digest("index.html")
    preview.site.awake.clear()
    preview.save(index="0")
    until(lambda: "changed index.html" in preview.site.done)
    for n in range(1, 20):
        preview.save(index=str(n))
        preview.save(other=str(n))
    preview.site.awake.set()

    assert b"<main>19</main>" in preview.desk.ask("other.html").result(5).content
    assert [one for one in preview.site.done if one.startswith("changed")] == ["changed index.html", "changed index.html other.html"]


def test_saves_without_end_do_not_keep_the_pages_from_being_shown(previews: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "LONGEST", 0.05)
    preview = previews(index="Front")
    tab = preview.tab("index.html", preview.digest("index.html"))
    changed = preview.site.changed

    def again(paths: Collection[str] | None) -> Change:
        found = changed(paths)
        preview.save(index=f"{time.monotonic()}")  # the next is there before this one is done
        return found

    monkeypatch.setattr(preview.site, "changed", again)
    preview.save(index="New")

    assert tab.hears("page")["digest"] != tab.hears("page")["digest"]
    assert preview.ask("/").status == 200
    monkeypatch.undo()


def test_a_file_that_was_saved_and_not_told_yet_is_waited_for_a_little(previews: Start) -> None:
    preview = previews(index="Front", other="Other")
    preview.digest("index.html")
    waiting = [True]
    preview.desk.more_saved = lambda: waiting[0]
    preview.save(index="New")
    preview.save(other="New")
    waiting[0] = False
    preview.digest("index.html")
    waiting[0] = True  # and never told
    preview.save(index="Newer")

    assert b"Newer" in preview.desk.ask("index.html").result(1).content
    assert [one for one in preview.site.done if one.startswith("changed")] == ["changed index.html other.html", "changed index.html"]


def test_work_is_done_when_nobody_waits_and_ends(previews: Start) -> None:
    preview = previews(index="Front")
    until(lambda: "work" in preview.site.done)
    preview.site.left = 5
    preview.site.done.clear()
    preview.save(index="New")
    preview.digest("index.html")
    until(lambda: preview.site.left <= 0)
    preview.digest("index.html")

    assert preview.site.done[:2] == ["changed index.html", "index.html"]
    assert preview.site.done.count("work") == 5


def test_a_page_that_is_gone_is_said_to_be_and_comes_back(previews: Start) -> None:
    preview = previews({"404.html": "Nothing"}, index="Front", other="Other")
    tab = preview.tab("other.html", preview.digest("other.html"))
    preview.save(other=None)
    assert tab.hears("gone") == {"type": "gone"}
    preview.save(index="New")
    assert tab.is_silent()
    preview.save(other="Other")

    assert "<main>Other</main>" in tab.hears("page")["html"]


def test_a_tab_that_shows_404_gets_the_page_when_there_is_one(previews: Start) -> None:
    preview = previews({"404.html": "Nothing"}, index="Front")
    tab = preview.tab()
    tab.looks("404.html", preview.digest("dossiers/mines"), asked="dossiers/mines")
    tab.hears("troubles")
    assert tab.is_silent()
    preview.files["404.html"] = b"Nothing at all"
    preview.save(index="New")
    told = tab.hears("page")
    assert (told["path"], "Nothing at all" in told["html"]) == ("404.html", True)
    preview.save(**{"dossiers/mines": "Mines"})

    assert tab.hears("page")["path"] == "dossiers/mines.html"


def test_only_the_tab_focused_last_follows(previews: Start) -> None:
    preview = previews(index="Front", other="Other", wanted={"follows": True})
    first = preview.tab("index.html", preview.digest("index.html"), focused=True)
    second = preview.tab("other.html", preview.digest("other.html"), focused=True)
    preview.save(index="New")

    assert second.hears("follow") == {"type": "follow", "to": "index.html#first"}
    first.hears("page")
    assert first.is_silent()


def test_nobody_follows_unasked(previews: Start) -> None:
    preview = previews(index="Front")
    tab = preview.tab("index.html", preview.digest("index.html"), focused=True)
    preview.save(index="New")
    tab.hears("page")

    assert tab.is_silent()


def test_who_waits_long_is_told_that_something_is_being_made(previews: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "SLOW", 0.05)
    preview = previews({"content/a.yaml": "error: one"}, index="Front", other="Other")
    tab = preview.tab("index.html", preview.digest("index.html"))
    tab.hears("troubles")
    preview.site.awake.clear()
    preview.save(other="New")
    assert tab.hears() == {"type": "building"}
    preview.site.awake.set()

    assert tab.hears()["type"] == "troubles"  # it is over, and this page is as it was


def test_a_tab_that_does_not_read_holds_nobody_up_and_catches_up_with_the_newest(previews: Start) -> None:
    preview = previews(index="Front")
    url, origin = f"ws://{preview.host}/_dossier/live", Origin(f"http://{preview.host}")
    asleep = connect(url, origin=origin, compression=None, max_size=None, max_queue=1)
    asleep.send('{"type": "looking", "path": "index.html", "digest": "old"}')
    awake = preview.tab("index.html", preview.digest("index.html"))
    pushed = 30
    for n in range(pushed):
        preview.save(index=f"{n} " + "x" * 400_000)
        assert f"<title>{n} " in awake.hears("page")["html"][:500]
    heard: list[dict[str, Any]] = []
    while not heard or f"<title>{pushed - 1} " not in heard[-1].get("html", ""):
        heard.append(json.loads(asleep.recv(5)))
    asleep.close()

    assert len(heard) < pushed / 2  # what the sockets' buffers took, and the newest


RUBBISH: tuple[str | bytes, ...] = (
    "",
    "{",
    "[]",
    "null",
    '"looking"',
    "[" * 50_000,
    '{"type": "looking"}',
    '{"type": "looking", "path": 7, "digest": [], "focused": {}}',
    '{"type": "looking", "path": "../../etc/passwd"}',
    '{"type": "looking", "path": "404.html", "asked": "\\u0000"}',
    '{"type": "looking", "path": "\\ud800"}',
    b"\xff\x00",
)


def test_rubbish_from_a_browser_is_nothing(previews: Start) -> None:
    preview = previews(index="Front")
    tab = preview.tab()
    for text in RUBBISH:
        tab.says(text)
        tab.looks("index.html", "old")
        assert "<main>Front</main>" in tab.hears("page")["html"]
    assert preview.told.failures == []


def test_a_message_that_is_too_long_ends_the_connection(previews: Start) -> None:
    preview = previews(index="Front")
    tab = preview.tab()
    tab.says("x" * (hub.MOST_HEARD + 1))

    with pytest.raises(ConnectionClosed):
        tab.hears("page")
    assert preview.ask("/").status == 200


def test_there_is_an_end_to_tabs(previews: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "MOST_TABS", 3)
    preview = previews(index="Front")
    tabs = [preview.tab() for _ in range(3)]
    with pytest.raises(InvalidStatus):
        preview.tab()
    tabs[0].close()
    until(lambda: not preview.hub.is_full)

    assert preview.tab().run == tabs[0].run


def test_a_fault_on_one_page_is_shown_there_and_the_next_save_begins_anew(previews: Start) -> None:
    preview = previews({"bad.html": "boom"}, index="Front")
    answer = preview.ask("/bad")
    assert (answer.status, answer.headers["content-type"]) == (500, "text/html; charset=utf-8")
    assert b"ValueError: &lt;b&gt;boom&lt;/b&gt; (stand_in.py:" in answer.body
    assert b"<b>" not in answer.body.split(b"<main>")[1]
    assert b"/_dossier/preview.js" in answer.body
    assert preview.ask("/").status == 200
    tab = preview.tab("bad.html", preview.digest("bad.html"))
    preview.site.done.clear()
    preview.save(bad="Good")

    assert "<main>Good</main>" in tab.hears("page")["html"]
    assert [one for one in preview.site.done if one != "work"][:2] == ["close", "open"]
    assert preview.told.failures[0].startswith("a fault in Dossier: ValueError: <b>boom</b> (stand_in.py:")


def test_a_fault_in_taking_a_change_in_shows_everywhere_until_the_next(previews: Start) -> None:
    preview = previews(index="Front")
    tab = preview.tab("index.html", preview.digest("index.html"))
    preview.files["boom.txt"] = b""
    preview.desk.saved(frozenset({"boom.txt"}))
    assert "a fault in Dossier: ValueError" in tab.hears("page")["html"]
    assert preview.ask("/").status == 500
    preview.save(index="Good")

    assert "<main>Good</main>" in tab.hears("page")["html"]
    assert preview.ask("/").status == 200


def test_a_site_that_cannot_be_read_says_so_until_it_can(previews: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = previews({"content/a.yaml": "error: one"}, index="Front")
    tab = preview.tab("index.html", preview.digest("index.html"))
    tab.hears("troubles")

    def unreadable() -> dict[str, bytes]:
        raise PermissionError(13, "Permission denied", "content/site.yaml")

    read = preview.site.read
    monkeypatch.setattr(preview.site, "read", unreadable)
    preview.desk.saved(None)
    assert "content/site.yaml can&#x27;t be read: Permission denied" in tab.hears("page")["html"]
    assert preview.ask("/").status == 500
    monkeypatch.setattr(preview.site, "read", read)
    preview.desk.saved(None)

    assert "<main>Front</main>" in tab.hears("page")["html"]
    assert preview.ask("/").status == 200
    until(lambda: [one.files for one in preview.told.rebuilds] == [("all files",), ("all files",)])
    assert preview.told.known == [["one"]]  # they are not said to be gone in between


def test_a_fault_at_the_start_is_said_and_stops_nothing(monkeypatch: pytest.MonkeyPatch, previews: Start) -> None:
    monkeypatch.setattr(Paper, "troubles", lambda _: 1 / 0)
    preview = previews(index="Front")
    until(lambda: preview.told.failures)
    assert preview.ask("/").status == 200
    monkeypatch.undo()
    preview.save(index="New")

    assert preview.tab().hears("troubles")["errors"] == 0


def test_a_fault_in_the_background_is_said_and_stops_nothing(previews: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = previews(index="Front")
    preview.digest("index.html")
    monkeypatch.setattr(preview.site, "work", lambda: 1 / 0)
    preview.save(index="New")
    until(lambda: preview.told.failures)

    assert preview.told.failures[0].startswith("a fault in Dossier: ZeroDivisionError")
    assert preview.ask("/").status == 200


def test_a_fault_in_the_first_look_at_what_is_wrong_is_said_and_stops_nothing(previews: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    told = Paper.troubles

    def troubles(site: Paper) -> tuple[Trouble, ...]:
        if site.done.count("open") == 1:
            raise ValueError("boom")
        return told(site)

    monkeypatch.setattr(Paper, "troubles", troubles)
    preview = previews(index="Front")
    until(lambda: preview.told.failures)
    preview.save(index="Good")

    assert b"Good" in preview.ask("/").body


def test_what_the_work_finds_to_be_wrong_is_told_while_it_goes_on(previews: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "OFTEN", 0.0)
    preview = previews({"content/a.yaml": ""}, index="Front")
    until(lambda: "work" in preview.site.done)
    tab = preview.tab("index.html", preview.digest("index.html"))
    tab.hears("troubles")

    def work() -> bool:
        preview.site.files["content/a.yaml"] += b"error: found\n"
        return preview.site.files["content/a.yaml"].count(b"error") < 3

    monkeypatch.setattr(preview.site, "work", work)
    preview.save(index="New")

    assert [tab.hears("troubles")["errors"] for _ in range(3)] == [1, 2, 3]


def test_a_list_that_was_behind_is_shown_again_when_the_work_is_done(previews: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = previews(index="Front", list="1 of 3")
    served = preview.site.served

    def behind(path: str) -> Served | None:
        found = served(path)
        if found and path == "list.html" and preview.site.left > 0:
            return found._replace(content=found.content.replace(b"3 of 3", b"2 of 3"), is_behind=True)
        return found

    monkeypatch.setattr(preview.site, "served", behind)
    tab = preview.tab("list.html", preview.digest("list.html"))
    tab.hears("troubles")
    until(lambda: "work" in preview.site.done)
    preview.site.left = 3
    preview.save(list="3 of 3")

    assert ["2 of 3" in tab.hears("page")["html"], "3 of 3" in tab.hears("page")["html"]] == [True, True]
