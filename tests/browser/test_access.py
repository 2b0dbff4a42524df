"""Anyone can use it: axe-core, a narrow screen, the keyboard alone, no scripts, paper."""

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.conftest import Site, Visit

AXE = """async options => {
    const {violations} = await axe.run(document, {resultTypes: ['violations'], ...options})
    return violations.flatMap(rule => rule.nodes.slice(0, 3).map(node => `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`))
}"""
RULES: dict[str, dict[str, Any]] = {
    "light": {"rules": {"target-size": {"enabled": True}}},
    "dark": {"runOnly": ["color-contrast", "link-in-text-block"]},  # nothing but the colours differs
}
STOPS = """() => {
    const can = "a[href], button:not([disabled]), input, select, textarea, summary, iframe, [tabindex]:not([tabindex='-1'])"
    window.stops = new Map([...document.querySelectorAll(can)].filter(one => one.checkVisibility()).map((one, n) => [one, n]))
    document.activeElement?.blur()
}"""
FOCUSED = """() => {
    const element = document.activeElement
    if (element === document.body) return null
    const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(element)
    const boxes = [...element.getClientRects()].filter(one => one.width > 1 && one.height > 1 && one.bottom > 0 && one.top < innerHeight)
    const middle = box => Math.min(Math.max(box.y + box.height / 2, 1), innerHeight - 1)
    const tops = boxes.map(one => document.elementFromPoint(one.x + one.width / 2, middle(one)))
    return {
        n: window.stops.get(element) ?? -1,
        html: element.outerHTML.slice(0, 120),
        ring: (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
        seen: boxes.length > 0,
        covered: !tops.some(top => top && (element.contains(top) || top.contains(element))),
    }
}"""
SCROLLERS = """() => [...document.querySelectorAll('body *')]
    .filter(one => one.scrollWidth > one.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX))
    .map(one => ({html: one.outerHTML.slice(0, 120), focusable: one.tabIndex >= 0,
                  named: Boolean(one.getAttribute('aria-label') || one.getAttribute('aria-labelledby'))}))"""
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] : ['the page', ...[...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map(one => one.outerHTML.slice(0, 120))]"""
RECORDS = """() => [...document.querySelectorAll('[id^=quote-], [id^=figure-], [id^=reaction-], [id^=event-], [id^=claim-]')]
    .filter(one => one.closest('main')).map(one => one.innerText)"""
WITHOUT_ADDRESS = """() => [...document.querySelectorAll('main a[href^=http]')]
    .filter(one => one.checkVisibility() && !one.innerText.includes('http'))
    .filter(one => !/http|attr/.test(getComputedStyle(one, '::after').content)).map(one => one.outerHTML)"""
WIDTHS = (320, 768, 1280)


def one_of_each_kind(site: Site) -> list[str]:
    """A dossier's page, a source's, an actor's…: pages of a kind have the same styles."""
    return list({path.split("/")[0]: path for path in site.pages}.values())


def longest_and_shortest(site: Site) -> list[str]:
    """Two pages of each kind: the one that has most and the one that lacks most."""
    of: dict[str, list[str]] = {}
    for path in sorted(site.pages, key=lambda path: (site.folder / path).stat().st_size):
        of.setdefault(path.split("/")[0], []).append(path)
    return list(dict.fromkeys(path for paths in of.values() for path in (paths[-1], paths[0])))


def unfold(page: Page, *, opened: bool = True) -> None:
    page.evaluate("opened => document.querySelectorAll('details').forEach(one => one.open = opened)", opened)


def test_axe_finds_nothing(site: Site, visit: Visit) -> None:
    """Unfolded; one page of each kind on a narrow screen too, and a dossier, most of which is folded, also as it opens."""
    page = visit(color_scheme="light")
    found = []
    kinds = one_of_each_kind(site)
    for path in longest_and_shortest(site):
        page.goto(site.address + path)
        page.evaluate(AXE_SCRIPT)
        states = [(1280, True)] + [(320, True)] * (path in kinds) + [(390, False)] * (path in site.dossiers)
        for width, opened in states:
            page.set_viewport_size({"width": width, "height": 900})
            unfold(page, opened=opened)
            found += [f"{path} at {width}: {violation}" for violation in page.evaluate(AXE, RULES["light"])]
    assert not found, "\n".join(found)


def test_axe_finds_nothing_in_the_dark(site: Site, visit: Visit) -> None:
    page = visit(color_scheme="dark", viewport={"width": 1280, "height": 900})
    found = []
    for path in one_of_each_kind(site):
        page.goto(site.address + path)
        unfold(page)
        page.evaluate(AXE_SCRIPT)
        found += [f"{path}: {violation}" for violation in page.evaluate(AXE, RULES["dark"])]
    assert not found, "\n".join(found)


def test_nothing_scrolls_sideways_but_what_a_keyboard_can_scroll(site: Site, visit: Visit) -> None:
    page = visit()
    wide: list[tuple[str, int, Any]] = []
    for path in longest_and_shortest(site):
        page.goto(site.address + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 640})
            unfold(page)
            wide += [(path, width, element) for element in page.evaluate(TOO_WIDE)]
            wide += [(path, width, inner) for inner in page.evaluate(SCROLLERS) if not (inner["focusable"] and inner["named"])]
    assert not wide, "\n".join(map(str, wide))


def tab_stops(page: Page) -> list[dict[str, Any]]:
    """What the tab key reaches, in order, until it leaves the page or comes round. The page itself notes it: asking each time is slow."""
    page.evaluate(STOPS)
    page.evaluate(f"() => {{ window.reached = []; addEventListener('keyup', () => window.reached.push(({FOCUSED})())) }}")
    least = int(page.evaluate("window.stops.size"))
    for _ in range(least):
        page.keyboard.press("Tab")
    while True:
        reached: list[dict[str, Any] | None] = page.evaluate("window.reached")
        first = reached[0]
        assert first
        ends = (n for n, stop in enumerate(reached) if n and (stop is None or stop["n"] == first["n"]))
        end = next(ends, None)
        if end is not None:
            return [stop for stop in reached[:end] if stop]
        page.keyboard.press("Tab")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_tab_key_reaches_everything_in_order_and_shows_where_it_is(site: Site, visit: Visit, width: int) -> None:
    page = visit(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    for path in one_of_each_kind(site):
        if width == 390 and path in site.dossiers:
            continue  # a thousand stops: walked on the wide screen, where its table has heads that could cover them
        page.goto(site.address + path)
        stops = tab_stops(page)

        assert [stop["n"] for stop in stops] == sorted(stop["n"] for stop in stops), path
        for stop in stops:
            assert stop["ring"], (path, "no focus ring", stop)
            assert stop["seen"], (path, "out of sight", stop)
            assert not stop["covered"], (path, "covered", stop)


def test_the_first_stop_skips_to_the_content(site: Site, visit: Visit) -> None:
    page = visit()
    for path in one_of_each_kind(site):
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
    for path in one_of_each_kind(site):
        scripted.goto(site.address + path)
        plain.goto(site.address + path)
        assert visible_text(plain) == visible_text(scripted), path


def test_the_printed_page_is_whole_and_says_where_links_lead(site: Site, visit: Visit) -> None:
    page = visit(color_scheme="dark")
    for path in site.dossiers:
        page.goto(site.address + path)
        shown = page.evaluate(RECORDS)
        page.emulate_media(media="print", color_scheme="light")
        printed = page.evaluate(RECORDS)

        assert len(shown) == len(printed) > 0
        # where an article was published is printed once, with the sources
        lost = [set(one.split()) - set(other.split()) - {"original"} for one, other in zip(shown, printed, strict=True)]
        assert not any(lost), lost
        assert page.evaluate("[...document.querySelectorAll('nav')].every(one => !one.checkVisibility())"), "menus are not for paper"
        assert page.evaluate(WITHOUT_ADDRESS) == []
        assert page.pdf().startswith(b"%PDF")
