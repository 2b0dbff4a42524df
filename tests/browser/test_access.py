"""Anyone can use it: axe-core, a narrow screen, the keyboard alone, no scripts, paper."""

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.conftest import Site, Visit

AXE = """async () => {
    const {violations} = await axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})
    return violations.flatMap(rule => rule.nodes.slice(0, 3).map(node => `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`))
}"""
FOCUSABLE = "a[href], button:not([disabled]), input, select, textarea, summary, iframe, [tabindex]:not([tabindex='-1'])"
FOCUSED = """() => {
    const element = document.activeElement
    if (element === document.body) return null
    const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(element)
    const box = [...element.getClientRects()].find(one => one.width > 0 && one.height > 0) ?? element.getBoundingClientRect()
    const x = box.x + box.width / 2, y = box.y + box.height / 2
    const top = document.elementFromPoint(Math.min(Math.max(x, 1), innerWidth - 1), Math.min(Math.max(y, 1), innerHeight - 1))
    return {
        n: [...document.querySelectorAll(%r)].filter(one => one.checkVisibility()).indexOf(element),
        html: element.outerHTML.slice(0, 120),
        ring: (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
        seen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        covered: !(top && (element.contains(top) || top.contains(element))),
    }
}""".replace("%r", repr(FOCUSABLE))
SCROLLERS = """() => [...document.querySelectorAll('body *')]
    .filter(one => one.scrollWidth > one.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX))
    .map(one => ({html: one.outerHTML.slice(0, 120), focusable: one.tabIndex >= 0,
                  named: Boolean(one.getAttribute('aria-label') || one.getAttribute('aria-labelledby'))}))"""
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map(one => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(site: Site, visit: Visit, scheme: str, width: int) -> None:
    page = visit(color_scheme=scheme, viewport={"width": width, "height": 900})
    found = []
    for path in site.pages:
        page.goto(site.address + path)
        page.evaluate(AXE_SCRIPT)
        found += [f"{path}: {violation}" for violation in page.evaluate(AXE)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_scrolls_sideways(site: Site, visit: Visit, width: int) -> None:
    page = visit(viewport={"width": width, "height": 640})
    wide = {}
    for path in site.pages:
        page.goto(site.address + path)
        if not page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            wide[path] = page.evaluate(TOO_WIDE)
    assert not wide


def test_what_scrolls_inside_a_page_can_be_scrolled_by_keyboard(site: Site, visit: Visit) -> None:
    page = visit(viewport={"width": 320, "height": 640})
    for path in site.pages:
        page.goto(site.address + path)
        for scroller in page.evaluate(SCROLLERS):
            assert scroller["focusable"], (path, scroller)
            assert scroller["named"], (path, scroller)


def tab_stops(page: Page) -> list[dict[str, Any]]:
    """What the tab key reaches, in order, until it leaves the page or comes round."""
    stops: list[dict[str, Any]] = []
    page.evaluate("document.activeElement?.blur()")
    while True:
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None or (stops and focused["n"] == stops[0]["n"]):
            return stops
        stops.append(focused)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_tab_key_reaches_everything_in_order_and_shows_where_it_is(site: Site, visit: Visit, width: int) -> None:
    page = visit(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    kinds = {path.split("/")[0]: path for path in site.pages}  # one page of each kind
    for path in kinds.values():
        page.goto(site.address + path)
        stops = tab_stops(page)

        assert [stop["n"] for stop in stops] == sorted(stop["n"] for stop in stops), path
        for stop in stops:
            assert stop["ring"], (path, "no focus ring", stop)
            assert stop["seen"], (path, "out of sight", stop)
            assert not stop["covered"], (path, "covered", stop)


def test_the_first_stop_skips_to_the_content(site: Site, visit: Visit) -> None:
    page = visit()
    for path in site.pages:
        page.goto(site.address + path)
        page.keyboard.press("Tab")
        target = page.evaluate("document.activeElement.hash")
        assert target, path
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        inside = f"document.querySelector('{target}').contains(document.activeElement)"
        after = f"document.querySelector('{target}').compareDocumentPosition(document.activeElement) & 4"
        assert page.evaluate(f"{inside} || {after}"), path


def visible_text(page: Page) -> list[str]:
    """The words on the screen, without those of buttons: what only scripts can do is offered only where they run."""
    page.evaluate("document.querySelectorAll('button').forEach(button => button.remove())")
    return str(page.evaluate("document.body.innerText")).split()


def test_a_page_is_whole_without_scripts(site: Site, visit: Visit) -> None:
    scripted, plain = visit(), visit(java_script_enabled=False)
    for path in site.pages:
        scripted.goto(site.address + path)
        plain.goto(site.address + path)
        assert visible_text(plain) == visible_text(scripted), path


def test_the_printed_page_is_whole_and_says_where_links_lead(site: Site, visit: Visit) -> None:
    page = visit(color_scheme="dark")
    for path in site.dossiers:
        page.goto(site.address + path)
        shown = page.locator("main").inner_text().split()
        page.emulate_media(media="print", color_scheme="light")

        assert page.evaluate("[...document.querySelectorAll('nav')].every(one => !one.checkVisibility())"), "menus are not for paper"
        assert set(shown) - set(page.locator("main").inner_text().split()) <= set(), path
        assert page.evaluate("""() => [...document.querySelectorAll('main a[href^=http]')]
            .filter(one => one.checkVisibility()).every(one => getComputedStyle(one, '::after').content.includes('http')
                || one.innerText.includes('http') || getComputedStyle(one, '::after').content.includes('attr'))"""), path
        assert page.pdf().startswith(b"%PDF")
