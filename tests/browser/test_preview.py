"""The preview in a browser, with files really written: pages are patched in place, and what is wrong is shown where it is wrong."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Locator, Page, Route, expect

from site_builder.starter import plant
from tests.browser.conftest import ROOT, Visit
from tests.browser.test_access import AXE, RULES

FOLDER = "content/harbour-bridge/"
QUOTES, STORY, HEAD = FOLDER + "quotes.yaml", FOLDER + "story.md", FOLDER + "dossier.yaml"
DOSSIER = "dossiers/harbour-bridge"
DETOUR = "#quote-detour"
WORDS, ALTERED = "rather explain a detour than", "rather explain a delay than"
OLD, NEW = "after engineers found", "after divers had found"
IS_BARE = "() => getComputedStyle(document.querySelector('.page')).maxWidth === 'none'"
WATCH_WHETHER_BARE = (
    f"() => {{ const bare = {IS_BARE}; const look = () => {{ window.bare ||= bare(); requestAnimationFrame(look) }}; look() }}"
)


class Preview:
    """`dossier serve` on the little site of `dossier new`, and an editor who saves its files."""

    def __init__(self, root: Path, *options: str) -> None:
        self.root, self.options = root, options
        self._before: dict[Path, bytes | None] = {}
        self.start("--port", "0")

    def start(self, *options: str) -> None:
        command = [sys.executable, "-m", "site_builder", "serve", "--root", str(self.root), "--base-path", "/repo/"]
        self._server = subprocess.Popen([*command, *self.options, *options], cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        assert self._server.stdout
        self.url = next(found[0] for line in self._server.stdout if (found := re.search(r"http:\S+", line)))

    def stop(self) -> None:
        self._server.send_signal(signal.SIGINT)
        self._server.communicate(timeout=20)

    def restart(self) -> None:
        self.stop()
        self.start("--port", self.url.split(":")[2].split("/")[0])

    def write(self, file: str, text: str | None) -> None:
        """Saves a file by renaming, as most editors do; takes it away for None."""
        path = self.root / file
        self._before.setdefault(path, path.read_bytes() if path.exists() else None)
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.with_name(f".{path.name}.saved").write_text(text, "utf-8")
            path.with_name(f".{path.name}.saved").replace(path)

    def edit(self, file: str, old: str, new: str) -> None:
        text = (self.root / file).read_text("utf-8")
        assert old in text
        self.write(file, text.replace(old, new, 1))

    def restore(self) -> None:
        for path, content in self._before.items():
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content)
        self._before.clear()


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = tmp_path_factory.mktemp("newsroom")
    plant(root)
    server = Preview(root)
    yield server
    server.stop()


@pytest.fixture
def preview(newsroom: Preview) -> Iterator[Preview]:
    """The same server for all tests; each leaves the files as it found them."""
    yield newsroom
    newsroom.restore()


def looking(preview: Preview, visit: Visit, path: str = DOSSIER, **how: Any) -> Page:
    """A tab that looks at a page and is told of changes."""
    page = visit(**how)
    page.goto(preview.url + path)
    page.evaluate("window.isSame = true")
    expect(badge(page)).to_contain_text("all is well")
    return page


def badge(page: Page) -> Locator:
    return page.locator("dossier-preview .badge")


def panel(page: Page) -> Locator:
    return page.locator("dossier-preview .panel")


def is_same(page: Page) -> bool:
    """Whether the page has not been loaded again."""
    return bool(page.evaluate("window.isSame === true"))


# ── calm ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


THEIRS = """
if (!document.querySelector("#of-a-script")) {
  document.querySelector("main").prepend(Object.assign(document.createElement("p"), {id: "of-a-script", textContent: "from a script"}))
  document.querySelector("h1").classList.add("seen")
}
"""
FORM = f"""<form><input id="q"><input type="radio" name="r" id="r1" checked><input type="radio" name="r" id="r2">
<textarea id="t">x</textarea><select id="s"><option>one</option><option>two</option></select><pre class="scroll">{"wide " * 200}</pre>
<details id="closed" open><summary>A</summary>a</details><details id="opened"><summary>B</summary>b</details></form>"""
DID = """() => {
    const [q, r2, t, s, closed, opened] = ["q", "r2", "t", "s", "closed", "opened"].map(id => document.getElementById(id))
    return [q.value, r2.checked, t.value, s.value, closed.open, opened.open, document.querySelector(".scroll").scrollLeft,
        document.activeElement.id, t.selectionStart, t.selectionEnd, document.querySelector(".seen")?.localName,
        document.querySelector("main").firstElementChild.id, scrollY]
}"""


def test_what_the_reader_and_the_pages_script_did_stays(preview: Preview, visit: Visit) -> None:
    page = looking(preview, visit, viewport={"width": 390, "height": 500})
    base = (ROOT / "themes/default/templates/base.html").read_text("utf-8")
    preview.write("themes/evening/assets/dossier.js", THEIRS)
    preview.write("themes/evening/templates/base.html", base.replace("</header>\n<main", f"</header>{FORM}\n<main"))
    preview.edit("content/site.yaml", "language: en", "theme: evening\nlanguage: en")
    expect(page.locator("#of-a-script")).to_be_visible()  # loaded again: it has another script
    page.locator("#q").fill("words to look for")
    page.locator("#t").fill("what I have typed")
    page.evaluate(
        """() => {
            window.isSame = true
            document.querySelector("#r2").checked = true
            document.querySelector("#s").value = "two"
            document.querySelector("#closed").open = false
            document.querySelector("#opened").open = true
            document.querySelector(".scroll").scrollLeft = 40
            document.querySelector("#t").setSelectionRange(3, 7)
            scrollTo(0, 60)
        }"""
    )
    did = page.evaluate(DID)
    assert did == ["words to look for", True, "what I have typed", "two", False, True, 40, "t", 3, 7, "h1", "of-a-script", 60]

    preview.edit(STORY, OLD, NEW)
    preview.edit(HEAD, "title: The closure", "title: The closing")

    expect(page.locator("h1")).to_have_text(re.compile("^The closing"))
    expect(page.get_by_text(NEW)).to_be_attached()
    assert page.evaluate(DID) == did
    assert is_same(page)


def test_words_in_sight_stay_in_sight_when_a_page_grows_above_them(preview: Preview, visit: Visit) -> None:
    page = looking(preview, visit, viewport={"width": 390, "height": 500})
    page.evaluate(f"document.querySelector('{DETOUR}').scrollIntoView()")
    where = f"document.querySelector('{DETOUR}').getBoundingClientRect().top"
    top = page.evaluate(where)

    preview.edit(STORY, "The papers agree", "\n\nA new paragraph.\n\nAnd one more. The papers agree")

    expect(page.get_by_text("A new paragraph.")).to_be_attached()
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert abs(page.evaluate(where) - top) < 2


def test_a_selection_stays_round_words_that_change(preview: Preview, visit: Visit) -> None:
    page = looking(preview, visit)
    page.evaluate(
        """() => {
            const words = document.evaluate("//p[contains(., 'after engineers')]/text()[1]", document).iterateNext()
            const at = words.data.indexOf("harbour bridge")
            getSelection().setBaseAndExtent(words, at, words, at + "harbour bridge".length)
        }"""
    )

    preview.edit(STORY, OLD, NEW)

    expect(page.get_by_text(NEW)).to_be_visible()
    assert page.evaluate("getSelection().toString()") == "harbour bridge"


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_what_has_changed_is_marked_for_a_moment_unless_motion_is_unwelcome(preview: Preview, visit: Visit, motion: str) -> None:
    page = looking(preview, visit, reduced_motion=motion)
    page.evaluate(
        """() => document.addEventListener("dossier:patched", () => setTimeout(() => { window.marked = document.getAnimations()
            .filter(one => one.id === "dossier-changed").map(one => one.effect.target.textContent.trim().slice(0, 20)) }))"""
    )

    preview.edit(STORY, OLD, NEW)

    expect(page.get_by_text(NEW)).to_be_attached()
    assert page.evaluate("new Promise(done => setTimeout(() => done(window.marked), 20))") == (
        ["The council closed t"] if motion == "no-preference" else []
    )


def test_a_style_sheet_is_swapped_without_a_bare_moment(preview: Preview, visit: Visit) -> None:
    page = looking(preview, visit)
    style = (ROOT / "themes/default/assets/style.css").read_text("utf-8")
    page.evaluate(WATCH_WHETHER_BARE)

    preview.write("themes/evening/assets/style.css", style + "\nbody { background: rgb(1, 2, 3) }")
    preview.edit("content/site.yaml", "language: en", "theme: evening\nlanguage: en")

    expect(page.locator("body")).to_have_css("background-color", "rgb(1, 2, 3)")
    expect(page.locator("link[href*='assets/style']")).to_have_count(1)
    assert page.evaluate("window.bare") is False
    assert is_same(page)


def test_a_style_sheet_that_never_comes_leaves_the_page_dressed(preview: Preview, visit: Visit) -> None:
    style = (ROOT / "themes/default/assets/style.css").read_text("utf-8")
    preview.write("themes/evening/assets/style.css", style)
    preview.edit("content/site.yaml", "language: en", "theme: evening\nlanguage: en")
    page = looking(preview, visit)
    sheets = page.locator("link[href*='assets/style']")
    asked: list[Route] = []
    page.route("**/assets/style*", lambda route: asked.append(route))  # noqa: PLW0108 Playwright asks how many arguments it takes
    page.evaluate(WATCH_WHETHER_BARE)

    preview.write("themes/evening/assets/style.css", style + "\nbody { background: rgb(1, 2, 3) }")
    expect(sheets).to_have_count(2)
    preview.write("themes/evening/assets/style.css", style + "\nbody { background: rgb(4, 5, 6) }")
    expect(sheets).to_have_count(3)
    asked[0].abort()
    page.evaluate("new Promise(done => setTimeout(done, 100))")
    asked[1].continue_()

    expect(page.locator("body")).to_have_css("background-color", "rgb(4, 5, 6)")
    expect(sheets).to_have_count(1)
    assert sheets.get_attribute("media") is None
    assert page.evaluate("window.bare") is False
    assert is_same(page)


def test_new_elements_work_too(preview: Preview, visit: Visit) -> None:
    """The theme's script shows the button of each quote, also of one that was just written, and lights up the notes."""
    page = looking(preview, visit, permissions=["clipboard-read", "clipboard-write"])
    buttons = page.locator("button[data-does=copy]:visible")
    count = buttons.count()

    preview.edit(QUOTES, "- id: detour", f"- id: new-one\n  actor: ines-okafor\n  words: {WORDS}\n  sources: [gazette]\n\n- id: detour")

    expect(page.locator("#quote-new-one")).to_be_attached()
    expect(buttons).to_have_count(count + 1)
    page.locator("#quote-new-one button").click()
    expect(page.locator("#quote-new-one button")).to_have_attribute("data-label", "Copied")
    page.locator("[data-note='1']").hover()
    expect(page.locator("#note-1")).to_have_class("lit")
    assert is_same(page)


def test_a_page_patched_many_times_is_what_a_fresh_one_is(preview: Preview, visit: Visit) -> None:
    page, fresh = looking(preview, visit), visit()
    edits = [
        (STORY, OLD, "after <b>divers</b> found some"),
        (STORY, "The papers agree", "\n\nA new paragraph. The papers agree"),
        (QUOTES, "- id: on-foot", "- id: by-bicycle"),
        (QUOTES, WORDS, ALTERED),
        (HEAD, "title: The closure", "title: Closing & opening"),
        (QUOTES, ALTERED, WORDS),
        (STORY, "\n\nA new paragraph. ", ""),
    ]
    for n, edit in enumerate(edits):
        before = page.get_attribute("dossier-preview", "data-digest")
        preview.edit(*edit)
        expect(page.locator("dossier-preview")).not_to_have_attribute("data-digest", before or "")
        if n not in (3, len(edits) - 1):
            continue
        fresh.goto(preview.url + DOSSIER)
        expect(page.locator("dossier-preview")).to_have_attribute(
            "data-digest", fresh.get_attribute("dossier-preview", "data-digest") or ""
        )
        for part in ("head", "main", ".site-foot"):
            assert page.locator(part).inner_html() == fresh.locator(part).inner_html(), part
    assert is_same(page)


def test_a_page_that_went_and_came_back(preview: Preview, visit: Visit) -> None:
    page = looking(preview, visit, "about")
    about = (preview.root / "content/pages/about.md").read_text("utf-8")

    preview.write("content/pages/about.md", None)
    expect(badge(page)).to_contain_text("this page is gone")
    preview.write("content/pages/about.md", about + "\nAnd back again.\n")

    expect(page.get_by_text("And back again.")).to_be_visible()
    expect(badge(page)).not_to_contain_text("gone")


def test_an_address_at_which_a_page_comes_to_be(preview: Preview, visit: Visit) -> None:
    page = looking(preview, visit, "late")
    expect(page.locator("h1")).to_have_text("Page not found")

    preview.write("content/pages/late.md", "# Late, but here\n\nWords.\n")

    expect(page.locator("h1")).to_have_text("Late, but here")


def test_tabs_catch_up_when_the_server_is_back(preview: Preview, visit: Visit) -> None:
    pages = [looking(preview, visit), looking(preview, visit, "about")]
    preview.stop()
    for page in pages:
        expect(badge(page)).to_have_text("Preview · server is gone, waiting")
    preview.edit(STORY, OLD, NEW)
    preview.start("--port", preview.url.split(":")[2].split("/")[0])

    expect(pages[0].get_by_text(NEW)).to_be_visible()
    for page in pages:
        expect(badge(page)).to_have_text("Preview · all is well")
        assert is_same(page)


# ── verdicts ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_quote_that_fails_is_told_in_its_place_until_it_holds_again(preview: Preview, visit: Visit) -> None:
    page = looking(preview, visit)
    box = page.locator(f"{DETOUR} > dossier-trouble").first

    preview.edit(QUOTES, WORDS, ALTERED)

    expect(box).to_contain_text("does not say this, but almost: the source has 'detour' for 'delay'")
    assert box.locator("del").all_text_contents() == ["delay"]
    assert box.locator("ins").all_text_contents() == ["detour"]
    expect(box.locator(".where")).to_have_text(f"{QUOTES}:4:10")
    expect(badge(page)).to_have_text("Preview · 2 errors")

    preview.edit(QUOTES, ALTERED, WORDS)

    expect(page.locator("dossier-trouble")).to_have_count(0)
    expect(badge(page)).to_have_text("Preview · all is well")
    expect(panel(page)).to_be_hidden()
    assert is_same(page)


def test_a_reference_that_fails_is_marked_at_the_very_word_with_its_box_behind_the_paragraph(preview: Preview, visit: Visit) -> None:
    page = looking(preview, visit)

    preview.edit(STORY, "[@closure]", "[@closures]")

    expect(page.locator("p > dossier-mark")).to_have_text(re.compile(r"✗\s1"))
    expect(page.locator("p:has(> dossier-mark) + dossier-trouble")).to_contain_text("did you mean 'closure'?")


def test_a_file_that_cannot_be_read_keeps_the_last_good_page(preview: Preview, visit: Visit) -> None:
    page = looking(preview, visit)

    preview.edit(QUOTES, "words: We would", "words: [We would")

    expect(page.locator("main > dossier-trouble").first).to_contain_text("Not up to date")
    expect(page.locator("main > dossier-trouble").nth(1)).to_contain_text(QUOTES)
    expect(page.locator(DETOUR)).to_contain_text(WORDS)

    preview.edit(QUOTES, "words: [We would", "words: We would")
    expect(page.locator("dossier-trouble")).to_have_count(0)


def test_a_place_in_a_file_is_copied_by_a_click(preview: Preview, visit: Visit) -> None:
    page = looking(preview, visit, permissions=["clipboard-read", "clipboard-write"])
    preview.edit(QUOTES, WORDS, ALTERED)
    place = page.locator(f"{DETOUR} .where").first

    place.click()

    expect(place).to_have_attribute("data-said", "copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{QUOTES}:4:10"


def test_the_panel_lists_all_problems_of_the_site_and_leads_to_where_they_show(preview: Preview, visit: Visit) -> None:
    page = looking(preview, visit, "about")

    preview.edit(QUOTES, WORDS, ALTERED)

    expect(panel(page)).to_be_visible()
    expect(panel(page).locator("h2")).to_have_text("2 errors")
    expect(panel(page).locator("h3")).to_have_text(QUOTES)
    panel(page).get_by_text("where it shows").first.click()
    page.wait_for_url(f"**/repo/{DOSSIER}.html{DETOUR}")
    expect(page.locator(f"{DETOUR} > dossier-trouble").first).to_be_in_viewport()


def test_what_the_preview_says_is_english_on_a_page_from_right_to_left_too(preview: Preview, visit: Visit) -> None:
    page = looking(preview, visit)
    preview.edit("content/site.yaml", "language: en", "language: ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    preview.edit(QUOTES, "actor: ", "actor: 'لا أحد!' #")

    for ours in (page.locator("dossier-trouble").first, panel(page).locator("li").first, badge(page)):
        said = ours.evaluate("one => [getComputedStyle(one).direction, one.closest('[lang]')?.lang ?? one.getRootNode().host.lang]")
        assert said == ["ltr", "en"]
    expect(page.locator("dossier-trouble .message bdi").first).to_have_text("'لا أحد!'")
    expect(panel(page).locator("p bdi").first).to_have_text("'لا أحد!'")


def test_the_panel_is_for_the_keyboard_too_and_stays_as_the_reader_left_it(preview: Preview, visit: Visit) -> None:
    page = looking(preview, visit)
    preview.edit(QUOTES, WORDS, ALTERED)
    expect(panel(page)).to_be_visible()
    assert page.evaluate("document.activeElement === document.body"), "it takes no focus"

    panel(page).locator(".close").focus()
    page.keyboard.press("Escape")

    expect(panel(page)).to_be_hidden()
    expect(badge(page)).to_be_focused()
    page.reload()
    expect(badge(page)).to_have_text("Preview · 2 errors")
    expect(panel(page)).to_be_hidden()
    badge(page).press("Enter")
    expect(panel(page)).to_be_visible()


def test_on_a_phone_the_panel_opens_only_when_asked(preview: Preview, visit: Visit) -> None:
    page = looking(preview, visit, viewport={"width": 390, "height": 800})

    preview.edit(QUOTES, WORDS, ALTERED)

    expect(badge(page)).to_have_text("Preview · 2 errors")
    expect(panel(page)).to_be_hidden()
    badge(page).click()
    expect(panel(page)).to_be_in_viewport(ratio=0.99)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_paper_shows_nothing_of_the_badge(preview: Preview, visit: Visit) -> None:
    page = looking(preview, visit)
    page.emulate_media(media="print")
    expect(badge(page)).to_be_hidden()


def test_axe_finds_nothing_in_boxes_and_panel(preview: Preview, visit: Visit) -> None:
    page = looking(preview, visit, reduced_motion="reduce")
    preview.edit(STORY, "[@closure]", "[@closures]")
    preview.edit(QUOTES, WORDS, ALTERED)
    expect(badge(page)).to_have_text("Preview · 3 errors")
    expect(page.locator("dossier-trouble")).to_have_count(3)
    page.evaluate(AXE_SCRIPT)
    ours = AXE.replace("axe.run(document", "axe.run({include: ['dossier-trouble', 'dossier-mark', 'dossier-preview']}")
    found = page.evaluate(ours, RULES["light"])
    page.set_viewport_size({"width": 390, "height": 900})
    found += page.evaluate(ours, RULES["light"])
    page.emulate_media(color_scheme="dark")
    found += page.evaluate(ours, RULES["dark"])
    assert not found, "\n".join(found)


# ── follow ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_browser_follows_to_what_was_saved(visit: Visit, tmp_path: Path) -> None:
    plant(tmp_path)
    following = Preview(tmp_path, "--follow", "--editor", "vscode://file{path}:{line}:{column}")
    try:
        page = looking(following, visit, "about")
        page.locator("body").click(position={"x": 2, "y": 2})
        following.edit(QUOTES, WORDS, ALTERED)
        page.wait_for_url(f"**/repo/{DOSSIER}.html{DETOUR}")
        expect(page.locator(DETOUR)).to_be_in_viewport()
        link = page.locator(f"{DETOUR} .where").first
        assert link.get_attribute("href") == f"vscode://file{tmp_path}/{QUOTES}:4:10"

        page.evaluate("scrollTo(0, 0)")
        following.edit(QUOTES, ALTERED, WORDS)
        expect(page.locator("dossier-trouble")).to_have_count(0)
        expect(page.locator(DETOUR)).to_be_in_viewport()
    finally:
        following.stop()
