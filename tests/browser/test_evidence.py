"""The promise: whatever a dossier says, one click leads to the very words in the article it rests on."""

import re
from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import Site, Visit

CUT = re.compile(r"…|\.\.\.|\[[^\]]*\]")  # what a quote leaves out, and what an editor puts in
ADDED = re.compile(r"\[sic\]|\[reckoned: [^\]]*\]")  # what a page puts in
MARKED = """() => {
    document.querySelectorAll('mark .also').forEach(letter => letter.remove())  // leads to the same words elsewhere
    const words = part => [...part.querySelectorAll('mark')].map(mark => mark.textContent).join(' ')
    const paragraphs = [...document.querySelectorAll('[id^=p]')].filter(one => /^p[0-9]+$/.test(one.id))
    return Object.fromEntries(paragraphs.map((one, n) => [one.id, paragraphs.slice(n, n + 2).map(words).join(' ')]))
}"""
LINKS = """() => Object.fromEntries([...document.querySelectorAll('main [id], main')].map(one => [
    one.id, [...one.querySelectorAll('a[href]')].map(link => link.href),
]))"""


def plain(text: str) -> str:
    """Letters and digits alone: how a page sets marks, dashes and line breaks is not the question here."""
    return "".join(filter(str.isalnum, ADDED.sub("", text).casefold()))


def unmarked(citation: dict[str, Any], marked: str) -> list[str]:
    """The parts of a citation's words that are not among the marked ones."""
    shown = plain(marked)
    return [part for part in CUT.split(citation["words"]) if plain(part) not in shown]


def test_every_citation_is_one_click_from_its_marked_words(site: Site, visit: Visit, citations: list[dict[str, Any]]) -> None:
    """Each record on its dossier's page links to a paragraph of a source, and there its words are marked."""
    page = visit()
    marked: dict[str, dict[str, str]] = {}
    for path in (path for path in site.pages if path.startswith("sources/")):
        page.goto(site.address + path)
        marked[path] = page.evaluate(MARKED)
    wrong = []
    for dossier in {citation["dossier"] for citation in citations}:
        page.goto(f"{site.address}dossiers/{dossier}.html")
        links = page.evaluate(LINKS)
        for citation in (one for one in citations if one["dossier"] == dossier):
            record = "in-brief" if citation["kind"] == "story" else f"{citation['kind']}-{citation['id']}"
            path, paragraph = f"sources/{citation['source']}.html", f"p{citation['paragraph']}"
            if f"{site.address}{path}#{paragraph}" not in links[record]:
                wrong.append(f"#{record} has no link to {path}#{paragraph}")
            wrong += [f"#{record} → {path}#{paragraph}: not marked: {part}" for part in unmarked(citation, marked[path][paragraph])]

    assert citations
    assert not wrong, "\n".join(wrong)


def test_a_reader_clicks_a_quotation(site: Site, visit: Visit) -> None:
    """With the mouse, from the front page: a dossier, its first quotation, the words in the article, on the screen and marked."""
    page = visit(viewport={"width": 390, "height": 844})
    page.goto(site.address)
    click(page, "main a[href*='dossiers/']")
    click(page, "[id^='quote-'] a[href*='sources/'][href*='#p']")
    page.wait_for_function("document.querySelector(':target')")

    words = page.locator(":target mark").first
    box, height = words.bounding_box(), page.evaluate("innerHeight")
    assert "/sources/" in page.url
    assert box is not None
    assert 0 <= box["y"] < height, "the marked words are not on the screen"
    paper = page.evaluate("getComputedStyle(document.querySelector(':target')).backgroundColor")
    assert words.evaluate("mark => getComputedStyle(mark).backgroundColor") != paper


def click(page: Page, selector: str) -> None:
    with page.expect_navigation():
        page.locator(selector).first.click()


def test_a_source_says_what_rests_on_it(site: Site, visit: Visit, citations: list[dict[str, Any]]) -> None:
    """And back: from the paragraph one click leads to whatever rests on it."""
    page = visit()
    wrong = []
    for path in (path for path in site.pages if path.startswith("sources/")):
        source = path.removeprefix("sources/").removesuffix(".html")
        resting = {
            (f"p{one['paragraph']}", f"dossiers/{one['dossier']}.html#{one['kind']}-{one['id']}")
            for one in citations
            if one["source"] == source and one["id"]
        }
        page.goto(site.address + path)
        links = set(page.evaluate("[...document.querySelectorAll('main a[href]')].map(link => link.href)"))
        wrong += [f"{path}: nothing leads from {place} to {wanted}" for place, wanted in resting if site.address + wanted not in links]

    assert not wrong, "\n".join(wrong)
