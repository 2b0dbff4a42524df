"""The order and the kind of differences are chosen without scripts, and the tables stay tables."""

from playwright.sync_api import Page

from tests.browser.conftest import Site, Visit

WEIGHTS = """() => [...document.querySelectorAll('#differences .ordered > *')]
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map(one => one.className.match(/weighs-(\\w+)/)[1])"""


KINDS = """() => [...document.querySelectorAll('#differences [class*="-kind"]')]
    .filter(one => one.checkVisibility()).map(one => one.className.match(/of-(\\w+)-kind/)[1])"""


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


def test_points_are_narrowed_to_a_kind_without_scripts_and_paper_has_all(site: Site, visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    page.goto(site.address + site.dossiers[0])
    every = page.evaluate(KINDS)
    page.get_by_label("Show").select_option("date")
    dates = page.evaluate(KINDS)
    empty = page.evaluate(
        "[...document.querySelectorAll('#differences table')].filter(one => one.checkVisibility() && one.offsetHeight < 60)"
    )
    page.emulate_media(media="print")

    assert set(dates) == {"date"}
    assert dates == [kind for kind in every if kind == "date"]
    assert empty == []
    assert page.evaluate(KINDS) == every


def test_the_tables_of_claims_are_tables_for_a_screen_reader(site: Site, visit: Visit) -> None:
    page = visit()
    page.goto(site.address + site.dossiers[0])
    tables = page.locator("#differences").get_by_role("table")
    count, heads, rows = tables.count(), tables.first.get_by_role("columnheader").count(), tables.get_by_role("rowheader").count()

    assert heads > 2
    assert tables.get_by_role("columnheader").count() == count * heads
    assert tables.get_by_role("row").count() == rows + count
    assert tables.get_by_role("cell").count() == rows * (heads - 1)
