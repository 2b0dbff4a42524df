"""`dossier serve` as an editor has it: the real program, a real browser, and files that are saved in all the ways in which one saves."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Locator, Page, expect

from site_builder.build import build
from site_builder.files import inputs
from site_builder.serve.onpage import decorated
from site_builder.serve.seen import Served
from tests import newsroom
from tests.browser.conftest import ROOT, Visit
from tests.saves import SAVES, by_rename, in_place

MINES = "dossiers/mines.html"
QUOTES, STORY, TITLE, WIRE = "content/mines/quotes.yaml", "content/mines/story.md", "content/mines/dossier.yaml", "seeds/wire.txt"
TEMPLATE, STYLE = "themes/default/templates/dossier.html", "themes/default/assets/style.css"
LEAD = "They lead with dismounted forces"
SEARCH = '{% extends "default/dossier.html" %}{% block sprite %}{{ super() }}<p>Look: <input type="search" id="q"></p>{% endblock %}\n'
LONG = "\n\n".join(f"In paragraph {n} nothing happens that has not happened before." for n in range(60))
FILES = {
    **newsroom.files_of(newsroom.first()),
    TEMPLATE: SEARCH.encode(),
    STYLE: (ROOT / STYLE).read_bytes(),
    "content/pages/long.md": f"# Long\n\n{LONG}\n".encode(),
}
OWN = ".dossier-files"  # of the build itself: no part of the site
PATIENCE = 20.0  # seconds: on a machine that does nothing else, what is waited for takes a tenth of one


class Room:
    """A site's folder, and the preview of it as a program of its own."""

    def __init__(self, root: Path, *options: str) -> None:
        self.root = root
        self._options = options
        self.port = 0
        self.lines: list[str] = []
        self.put_back()
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "site_builder", "serve", "--root", str(self.root), "--port", str(self.port), *self._options]
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self._said, self._heard = threading.Condition(), threading.Thread(target=self._hear, daemon=True)
        self._heard.start()
        self.says("Ready")
        self.url = re.findall(r"Preview: (\S+)", "".join(self.lines))[-1]
        self.port = int(re.findall(r":(\d+)/", self.url)[0])

    def _hear(self) -> None:
        for line in self.process.stdout or ():
            with self._said:
                self.lines.append(line)
                self._said.notify_all()

    def says(self, words: str, since: int = 0) -> str:
        """Waits for a line with these words."""
        with self._said:
            assert self._said.wait_for(lambda: any(words in line for line in self.lines[since:]), PATIENCE), self.lines
        return next(line for line in self.lines[since:] if words in line)

    def rebuilds(self, since: int = 0) -> list[str]:
        return [line for line in self.lines[since:] if "→" in line]

    def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        self.process.send_signal(how)
        self.process.wait(PATIENCE)
        self._heard.join(PATIENCE)
        (self.process.stdout or sys.stdin).close()

    def edit(self, file: str, old: str, new: str, save: Callable[[Path, bytes], None] = in_place) -> None:
        text = (self.root / file).read_text("utf-8")
        assert old in text
        save(self.root / file, text.replace(old, new, 1).encode())

    def put_back(self, files: Mapping[str, bytes] = FILES) -> None:
        """Brings the folder to hold these files."""
        there = {path: (self.root / path).read_bytes() for path in (inputs(self.root) if self.root.exists() else ())}
        for path in there.keys() - files.keys():
            (self.root / path).unlink()
        for path, content in files.items():
            if there.get(path) != content:
                (self.root / path).parent.mkdir(parents=True, exist_ok=True)
                (self.root / path).write_bytes(content)

    def get(self, path: str) -> bytes:
        with urlopen(self.url + path) as answer:
            content: bytes = answer.read()
        return content


def built(root: Path, at: Path) -> dict[str, bytes]:
    """What a build from nothing makes of the same files."""
    shutil.rmtree(at, ignore_errors=True)
    shutil.copytree(root, at, ignore=shutil.ignore_patterns(".dossier", ".git", "_site"))
    assert build(at, at / "_site").folders
    out = at / "_site"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file() and path.name != OWN}


def equals_a_build(room: Room, at: Path) -> None:
    """All that is served is what a build makes, and on pages nothing is added but the preview's own."""
    for path, content in built(room.root, at).items():
        is_page = path.endswith(".html")
        assert room.get(path) == (decorated(Served(content, is_page), path).html if is_page else content), path


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    room = Room(tmp_path_factory.mktemp("room") / "site")
    yield room
    room.end()


@pytest.fixture
def room(shared: Room) -> Iterator[Room]:
    """One preview for all tests; each finds the files as they were at first."""
    yield shared
    shared.put_back()


@pytest.fixture
def own_room(tmp_path: Path) -> Iterator[Callable[..., Room]]:
    """A preview for this test alone."""
    rooms: list[Room] = []

    def start(*options: str) -> Room:
        rooms.append(Room(tmp_path / "site", *options))
        return rooms[-1]

    yield start
    for room in rooms:
        room.end()


@pytest.fixture
def look(room: Room, visit: Visit) -> Callable[..., Page]:
    """Opens a page of the preview; one that is loaded again is found out."""

    def look(path: str = MINES) -> Page:
        return opened(visit(), room, path)

    return look


def opened(page: Page, room: Room, path: str) -> Page:
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(room.url + path)
    badge(page).filter(has_text="·").wait_for()  # it has been told something: the files as they were at first among it
    page.evaluate("window.same = true")
    return page


def badge(page: Page) -> Locator:
    return page.locator("dossier-preview .badge")


def trouble(page: Page) -> Locator:
    return page.locator("dossier-trouble.error")


def is_same(page: Page) -> Any:
    return page.evaluate("window.same")


def shows(page: Page, words: str) -> None:
    page.get_by_text(words).first.wait_for(state="attached")


# ── fast and calm ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("path", "file", "old", "new"),
    [
        (MINES, QUOTES, "sources: [wire, paper]", "sources: [wire, paper]\n  note: Both print {}."),
        (MINES, STORY, "Mines are sent.", "Mines are sent {}."),
        ("sources/wire.html", WIRE, "Mines will be sent.", "Mines will be sent {}."),
        (MINES, TITLE, "Mines", "Mines of {}"),
        ("index.html", TITLE, "Mines", "Mines of {}"),
        (MINES, TEMPLATE, "Look:", "Look for {}:"),
    ],
    ids=["quote", "story", "article", "title", "title in a list", "template"],
)
def test_what_was_saved_is_shown_however_it_was_saved(
    look: Callable[..., Page], room: Room, path: str, file: str, old: str, new: str
) -> None:
    page = look(path)
    for save in SAVES:
        words = new.format(f"the {save.__name__} kind".replace("_", " "))
        room.edit(file, old, words, save)
        shows(page, words.rpartition("\n")[2].removeprefix("  note: "))
        old = words
    assert is_same(page)


def test_a_style_is_shown_without_a_bare_page_in_between(look: Callable[..., Page], room: Room) -> None:
    page = look()
    for n, save in enumerate(SAVES, 1):
        save(room.root / STYLE, FILES[STYLE] + f"\nh1 {{ letter-spacing: {n}px; }}\n".encode())
        expect(page.locator("h1")).to_have_css("letter-spacing", f"{n}px")
    assert is_same(page)


def test_nothing_but_what_was_edited_moves(look: Callable[..., Page], room: Room) -> None:
    page = look()
    page.locator("#q").fill("what I look for")
    page.locator("details:not([open]) > summary").first.click()
    unfolded = page.locator("details[open]").count()
    page.evaluate("document.querySelector('#quote-spring').scrollIntoView()")
    before = page.evaluate("scrollY")
    page.locator("#q").evaluate("one => { one.focus({preventScroll: true}); one.setSelectionRange(2, 6); }")

    room.edit(STORY, "Mines are sent.", "Mines were sent.", by_rename)
    shows(page, "Mines were sent.")
    room.edit(TITLE, "Mines", "Mines anew")
    shows(page, "Mines anew")

    assert page.evaluate("scrollY") == before > 0
    assert page.evaluate("[document.activeElement.id, q.value, q.selectionStart, q.selectionEnd]") == ["q", "what I look for", 2, 6]
    assert page.locator("details[open]").count() == unfolded > 0
    assert is_same(page)


def test_words_that_a_reader_has_chosen_stay_chosen(look: Callable[..., Page], room: Room) -> None:
    page = look()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#quote-spring blockquote'))")
    room.edit(QUOTES, LEAD, "They lead")
    expect(page.locator("#quote-lead blockquote")).to_contain_text("They lead”")
    assert "We will not wait for spring" in page.evaluate("String(getSelection())")


# ── verdicts ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_quote_that_is_altered_shows_in_its_place_and_goes_when_it_is_right(look: Callable[..., Page], room: Room) -> None:
    page, since = look(), len(room.lines)
    room.edit(QUOTES, LEAD, "They lead with mounted forces")

    box = page.locator("#quote-lead dossier-trouble.error").first
    box.wait_for()
    assert box.locator("del").inner_text() == "mounted"
    assert box.locator("ins").inner_text() == "dismounted"
    assert box.locator(".where").inner_text() == f"{QUOTES}:3:10"
    assert box.evaluate("one => getComputedStyle(one).borderLeftColor") != page.evaluate("getComputedStyle(document.body).color")
    expect(badge(page)).to_contain_text("2 errors")
    panel = page.locator("dossier-preview .panel")
    expect(panel).to_contain_text(QUOTES)
    panel.get_by_role("link", name="where it shows").first.click()
    assert page.url.endswith("#quote-lead")
    assert "2 errors" in room.says("→", since)
    assert len([line for line in room.lines[since:] if f"{QUOTES}:3:10: error" in line]) == 2  # one for each source

    room.edit(QUOTES, "They lead with mounted forces", LEAD)
    expect(trouble(page)).to_have_count(0)
    expect(badge(page)).not_to_contain_text("error")
    expect(panel).to_be_hidden()
    assert is_same(page)


def test_what_cannot_be_read_leaves_the_page_and_shows_the_place(look: Callable[..., Page], room: Room) -> None:
    page = look()
    room.edit(QUOTES, "words: They", "words: [They")

    expect(page.locator("dossier-trouble").first).to_contain_text("Not up to date")
    shows(page, LEAD)
    expect(page.locator("dossier-preview .panel")).to_contain_text(QUOTES)
    room.edit(QUOTES, "words: [They", "words: They")
    expect(page.locator("dossier-trouble")).to_have_count(0)
    assert is_same(page)


def test_a_template_that_fails_leaves_the_page_and_says_where(look: Callable[..., Page], room: Room) -> None:
    page = look()
    room.edit(TEMPLATE, "{{ super() }}", "{{ super( }}")
    expect(page.locator("dossier-preview .panel")).to_contain_text(TEMPLATE)
    shows(page, LEAD)
    room.put_back()
    expect(badge(page)).not_to_contain_text("error")
    assert is_same(page)


# ── many, asleep, away ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_ten_tabs_show_the_same(room: Room, visit: Visit) -> None:
    first = opened(visit(), room, MINES)
    pages = [first, *(opened(first.context.new_page(), room, (MINES, "index.html", "sources/wire.html")[n % 3]) for n in range(9))]
    room.edit("content/site.yaml", "Word for Word", "Words for All")
    for page in pages:
        shows(page, "Words for All")
        assert is_same(page)


def test_a_page_that_sleeps_catches_up(look: Callable[..., Page], room: Room) -> None:
    page, other = look(), look()
    asleep = page.context.new_cdp_session(page)
    asleep.send("Page.setWebLifecycleState", {"state": "frozen"})
    for n in range(3):
        room.edit(STORY, "Mines are sent", f"Mines are sent {n}, Mines are sent")
        shows(other, f"Mines are sent {n}, ")
    asleep.send("Page.setWebLifecycleState", {"state": "active"})
    shows(page, "Mines are sent 2, ")
    assert is_same(page)


def test_a_preview_that_was_killed_and_started_again_is_found_by_its_pages(own_room: Callable[..., Room], visit: Visit) -> None:
    room = own_room()
    page = opened(visit(), room, MINES)
    room.end(signal.SIGKILL)
    room.edit(STORY, "Mines are sent.", "Mines are sent at night.")
    expect(badge(page)).to_contain_text("server is gone")
    room.start()
    shows(page, "Mines are sent at night.")
    expect(badge(page)).not_to_contain_text("gone")
    assert is_same(page)


def test_what_was_edited_is_followed(own_room: Callable[..., Room], visit: Visit) -> None:
    room = own_room("--follow", "--base-path", "/repo/")
    assert room.url.endswith("/repo/")
    page = opened(visit(), room, "")
    page.bring_to_front()
    room.edit(QUOTES, LEAD, "They lead with dismounted")
    page.wait_for_url("**/repo/dossiers/mines.html*")
    expect(page.locator("#quote-lead")).to_be_in_viewport()
    shows(page, "They lead with dismounted”")
    room.edit(WIRE, "Mines will be sent.", "Mines will be sent soon.")
    page.wait_for_url("**/repo/sources/wire.html*")
    shows(page, "Mines will be sent soon.")
    missing = page.goto(f"{room.url}nowhere")
    assert missing
    assert missing.status == 404
    assert page.locator("a[href]").first.evaluate("one => one.href").startswith(room.url)


# ── many files at once ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_three_hundred_files_at_once_are_one_rebuild(look: Callable[..., Page], room: Room, tmp_path: Path) -> None:
    page, since = look("index.html"), len(room.lines)
    new = {f"seeds/many/{n}.txt": f"Ship {n} came into the harbour.\n".encode() for n in range(298)}
    new["content/ships/dossier.yaml"] = b"title: Ships of the year\n"
    new["content/ships/sources.yaml"] = "".join(f"- {{id: ship-{n}, file: many/{n}.txt, publish: full}}\n" for n in range(298)).encode()
    room.put_back({**FILES, **new})

    shows(page, "Ships of the year")
    room.says("→", since)
    assert len(room.rebuilds(since)) <= 3  # one, unless the machine keeps this program waiting while it writes
    assert b"Ship 297" in room.get("sources/ship-297.html")
    shutil.rmtree(room.root / "seeds/many")
    shutil.rmtree(room.root / "content/ships")
    expect(page.get_by_text("Ships of the year")).to_have_count(0)
    equals_a_build(room, tmp_path / "built")


def test_a_branch_that_is_switched_to_is_one_rebuild(look: Callable[..., Page], room: Room, tmp_path: Path) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *words], cwd=room.root, check=True, capture_output=True)

    pages = {f"content/pages/page-{n}.md": f"# Page {n}\n\nAs it was.\n".encode() for n in range(120)}
    room.put_back({**FILES, **pages})
    page = look("page-7.html")
    git("init", "--initial-branch=one")
    (room.root / ".git/info/exclude").write_text(".dossier\n")
    git("add", ".")
    git("commit", "-m", "one")
    git("switch", "-c", "two")
    since = len(room.lines)
    room.put_back({**FILES, **{path: text.replace(b"As it was", b"As it is on the other branch") for path, text in pages.items()}})
    shows(page, "As it is on the other branch.")
    room.says("→", since)
    git("commit", "-am", "two")

    for branch, words in (("one", "As it was."), ("two", "As it is on the other branch.")):
        since = len(room.lines)
        git("switch", branch)
        shows(page, words)
        room.says("and 119 others", since)
        assert len(room.rebuilds(since)) == 1
    equals_a_build(room, tmp_path / "built")
    shutil.rmtree(room.root / ".git")


def test_folders_that_move_go_and_come_back_are_followed(look: Callable[..., Page], room: Room, tmp_path: Path) -> None:
    page, dossier = look("index.html"), look(MINES)
    (room.root / "content/mines").rename(room.root / "content/fields")
    expect(page.locator("a[href='dossiers/fields.html']").first).to_be_attached()
    expect(badge(dossier)).to_contain_text("this page is gone")
    shows(dossier, LEAD)
    (room.root / "content/fields").rename(room.root / "content/mines")
    expect(badge(dossier)).not_to_contain_text("gone")

    kept = tmp_path / "kept"
    shutil.move(room.root / "content/grain", kept)
    expect(page.locator("a[href='dossiers/grain.html']")).to_have_count(0)
    shutil.move(kept, room.root / "content/grain")
    expect(page.locator("a[href='dossiers/grain.html']").first).to_be_attached()
    equals_a_build(room, tmp_path / "built")
    assert is_same(page)
    assert is_same(dossier)


# ── no part of the site ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_nobody_mistakes_it_for_the_site_and_the_site_has_nothing_of_it(look: Callable[..., Page], room: Room, tmp_path: Path) -> None:
    page = look()
    expect(badge(page)).to_contain_text("Preview")
    room.edit(QUOTES, LEAD, "They lead with dismounted")
    shows(page, "They lead with dismounted”")
    room.put_back()
    shows(page, LEAD)

    before = built(room.root, tmp_path / "built")
    assert build(room.root, room.root / "_site").folders  # beside the preview, with what both remember
    out = room.root / "_site"
    assert {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file() and path.name != OWN} == before
    assert not any(b"/_dossier/" in content or b"dossier-preview" in content for content in before.values())
    shutil.rmtree(out)
