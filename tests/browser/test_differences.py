"""The order of differences is chosen without scripts, the tables stay tables, and what unfolds is as accessible as the rest."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.conftest import Site, Visit
from tests.browser.test_access import AXE, RULES, TOO_WIDE

WEIGHTS = """() => [...document.querySelectorAll('#differences .ordered > *')]
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map(one => one.className.match(/weighs-(\\w+)/)[1])"""


def weights_from_above(page: Page) -> list[str]:
    """The weights of the points as they stand on the screen."""
    return [str(weight) for weight in page.evaluate(WEIGHTS)]


def test_points_are_ordered_by_weight_with_the_keyboard_alone_and_without_scripts(site: Site, visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    order = {"high": 0, "medium": 1, "nothing": 1, "low": 2}
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(site.address + site.dossiers[0])
        before = weights_from_above(page)
        page.get_by_label("what is disputed first").focus()
        page.keyboard.press("ArrowDown")
        after = weights_from_above(page)

        assert sorted(before) == sorted(after)
        assert before != after
        assert [order[one] for one in after] == sorted(order[one] for one in after)


def test_the_table_of_claims_is_a_table_for_a_screen_reader(site: Site, visit: Visit) -> None:
    page = visit()
    page.goto(site.address + site.dossiers[0])
    table = page.locator("#differences").get_by_role("table")
    heads = table.get_by_role("columnheader").count()

    assert heads > 2
    assert table.get_by_role("rowheader").count() == table.get_by_role("row").count() - 1
    assert table.get_by_role("cell").count() == table.get_by_role("rowheader").count() * (heads - 1)


def test_what_unfolds_is_accessible_too(site: Site, visit: Visit) -> None:
    page = visit()
    page.goto(site.address + site.dossiers[0])
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.evaluate(AXE_SCRIPT)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(AXE, RULES["light"]) == []
        assert page.evaluate(TOO_WIDE) == []
