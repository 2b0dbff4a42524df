"""The promise: whatever a dossier says, one click leads to the very words in the article it rests on."""

import re
from collections import defaultdict
from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import Site, Visit

CUT = re.compile(r"…|\.\.\.|\[[^\]]*\]")  # what a quote leaves out, and what an editor puts in
MARKED = """() => {
    const paragraph = document.querySelector(':target')
    const next = paragraph?.nextElementSibling
    return [paragraph, next].filter(Boolean).flatMap(one => [...one.querySelectorAll('mark')]).map(mark => mark.textContent).join(' ')
}"""


def plain(text: str) -> str:
    """Letters and digits alone: how a page sets marks, dashes and line breaks is not the question here."""
    return "".join(filter(str.isalnum, text.replace("[sic]", "").casefold()))


def address(citation: dict[str, Any]) -> str:
    return f"sources/{citation['source']}.html#p{citation['paragraph']}"


def unmarked(citation: dict[str, Any], marked: str) -> list[str]:
    """The parts of a citation's words that are not among the marked ones."""
    shown = plain(marked)
    return [part for part in CUT.split(citation["words"]) if plain(part) not in shown]


def test_every_citation_is_one_click_from_its_marked_words(site: Site, visit: Visit, citations: list[dict[str, Any]]) -> None:
    page, evidence = visit(), visit()
    wrong, followed = [], 0
    by_dossier = defaultdict(list)
    for citation in citations:
        by_dossier[citation["dossier"]].append(citation)
    for dossier, cited in by_dossier.items():
        page.goto(f"{site.address}dossiers/{dossier}.html")
        for citation in cited:
            anchor = f"#{citation['kind']}-{citation['id']}" if citation["id"] else "main"
            link = page.locator(f"{anchor} a[href$='{address(citation)}']")
            if not link.count():
                wrong.append(f"{anchor} has no link to {address(citation)}")
                continue
            evidence.goto(link.first.evaluate("link => link.href"))
            followed += 1
            left = unmarked(citation, evidence.evaluate(MARKED)) if citation["words"] else []
            wrong += [f"{anchor} → {evidence.url}: not marked: {part}" for part in left]

    assert not wrong, "\n".join(wrong)
    assert followed == len(citations) > 0


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
