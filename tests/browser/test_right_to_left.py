"""On a site written from right to left, numbers, dates and drawings keep their order."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from site_builder.build import build
from tests.browser.conftest import Visit
from tests.browser.test_access import unfold
from tests.conftest import LittleSite

ARABIC = """
-- seeds/ar.txt --
يوم الأربعاء قال الوزير أحمد حسن: «لن نغادر هذه المدينة أبدا». وبلغت الحرارة 5 درجات تحت الصفر.
-- seeds/en.txt --
It was minus 5 degrees, or 20 degrees. It took from 4 to 336 hours, and 41 miles.
-- content/site.yaml --
title: موقع الأخبار
language: ar
-- content/actors.yaml --
- {id: ahmad, name: أحمد, affiliation: state, misspelt: [احمد]}
- {id: state, name: الحكومة}
-- content/d/dossier.yaml --
title: الجسر
updated: 2024-11-20
editors: [سارة]
-- content/d/sources.yaml --
- {id: ar, file: ar.txt, language: ar, published: 2024-11-21, title: الجسر, url: "https://example.org/a"}
- {id: en, file: en.txt, language: en}
-- content/d/story.md --
قال الوزير [@ar "يوم الأربعاء"].
-- content/d/quotes.yaml --
- {id: q, actor: ahmad, words: لن نغادر هذه المدينة أبدا, said: 2024-11-20, place: القاهرة, sources: [ar]}
-- content/d/events.yaml --
- {id: old, what: كان قديما, date: 2019, cites: [{source: en, words: It took}]}
- {id: new, what: قال الوزير, date: 2024-11-20, cites: [{source: ar, words: يوم الأربعاء}]}
-- content/d/figures.yaml --
- id: cold
  of: cold
  unit: degrees
  says: [{source: en, value: -5, words: minus 5 degrees}, {source: en, value: 20, words: 20 degrees}]
- {id: frost, of: frost, unit: درجات, says: [{source: en, value: -5, words: minus 5 degrees}]}
- {id: time, of: time, unit: hours, says: [{source: en, low: 4, high: 336, words: from 4 to 336 hours}]}
- {id: bare, of: bare, says: [{source: en, low: 4, high: 336, words: from 4 to 336 hours}]}
- {id: way, of: way, unit: km, says: [{source: en, value: 41, unit: miles, words: 41 miles}]}
"""
AS_SEEN = """element => {
    const seen = [], walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
        const node = walk.currentNode, range = document.createRange()
        if (node.parentElement.closest('.unseen')) continue
        for (let at = 0; at < node.length; at++) {
            range.setStart(node, at)
            range.setEnd(node, at + 1)
            const box = range.getBoundingClientRect()
            if (box.width) seen.push([Math.round(box.y / 12), box.x, node.data[at]])
        }
    }
    return seen.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(one => one[2]).join('').replace(/\\s+/g, ' ').trim()
}"""
OUTSIDE = """() => [...document.querySelectorAll('.ticks')].flatMap(axis => [...axis.querySelectorAll('text')].filter(label => {
    const [outer, inner] = [axis.getBoundingClientRect(), label.getBoundingClientRect()]
    return inner.left < outer.left - 1 || inner.right > outer.right + 1
})).map(label => label.textContent)"""
BETWEEN = """([before, after]) => {
    const words = of => {
        const range = document.createRange()
        range.selectNodeContents(document.querySelector(of))
        return range.getBoundingClientRect()
    }
    const [one, other] = [words(before), words(after)]
    return Math.max(other.left - one.right, one.left - other.right)
}"""
OUT_OF_ORDER = """() => [...document.querySelectorAll('main :is(p, li, dt, dd, td, th, h1, h2, h3, h4, summary)')].flatMap(block => {
    const seen = [], walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    if (!block.checkVisibility() || block.matches('.contents li') || block.closest('.unseen, .coverage')) return []
    if (block.querySelector('p, li, td, svg, button, .line') || /[\\u0590-\\u08ff]/.test(block.textContent)) return []
    while (walk.nextNode()) {
        const node = walk.currentNode, range = document.createRange()
        for (let at = 0; at < node.length; at++) {
            range.setStart(node, at)
            range.setEnd(node, at + 1)
            const box = range.getBoundingClientRect()
            if (box.width && node.data[at].trim()) seen.push([box.bottom, box.x, node.data[at]])
        }
    }
    const words = all => all.map(one => one[2]).join('')
    const across = (a, b) => Math.abs(a[0] - b[0]) < 8 ? a[1] - b[1] : a[0] - b[0]
    return words(seen) === words([...seen].sort(across)) ? [] : [words(seen)]
})"""
SEPARATED = 9  # least pixels between words that have a dot between them


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """The pages of a site in Arabic."""
    little = LittleSite(tmp_path, ARABIC)
    outcome = build(little.root, little.root / "_site")
    assert outcome.written, outcome.problems
    return little.root / "_site"


@pytest.fixture
def arabic(visit: Visit, built: Path) -> Page:
    """Its dossier."""
    page = visit(viewport={"width": 1280, "height": 900})
    page.goto((built / "dossiers/d.html").as_uri())
    return page


def backwards(words: str) -> str:
    return "".join(reversed(words))


def test_numbers_read_as_they_are_written(arabic: Page) -> None:
    """A minus stands before its number and a range begins with its lower end, whatever script the unit is in."""
    seen = {figure: arabic.locator(f"#figure-{figure} td bdi").first.evaluate(AS_SEEN) for figure in ("cold", "frost", "time", "bare")}
    seen["way"] = arabic.locator("#figure-way td bdi").last.evaluate(AS_SEEN)
    seen["share"] = arabic.locator("#sources td bdi").first.evaluate(AS_SEEN)

    assert seen == {
        "cold": "−5 degrees",
        "frost": f"{backwards('درجات')} −5",
        "time": "4–336 hours",
        "bare": "4–336",
        "way": "≈ 66 km",
        "share": "26 %",
    }


def test_labels_stay_on_their_axis(arabic: Page) -> None:
    assert arabic.locator(".ticks text").count() > 4
    assert arabic.evaluate(OUTSIDE) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (".facts li:nth-child(1)", ".facts li:nth-child(2)"),
        (".quote .facts-line li:nth-child(1) bdi", ".quote .facts-line li:nth-child(2) time"),
        (".quote .how .verdict", ".quote .how a"),
    ],
)
def test_dots_stand_between_what_they_separate(arabic: Page, before: str, after: str) -> None:
    assert arabic.evaluate(BETWEEN, [before, after]) >= SEPARATED


def test_a_reckoned_date_is_apart_from_its_word(arabic: Page) -> None:
    assert "2024] " in arabic.locator(".notes .passage").first.evaluate(AS_SEEN)


def test_a_line_of_facts_reads_as_it_is_written(arabic: Page) -> None:
    assert arabic.locator(".facts li").nth(1).evaluate(AS_SEEN) == f"By {backwards('سارة')}"
    assert arabic.locator(".quote .facts-line time").evaluate(AS_SEEN) == "20 November 2024"


def test_english_reads_from_left_to_right_wherever_it_stands(visit: Visit, built: Path) -> None:
    page = visit(viewport={"width": 1280, "height": 900})
    found = []
    for path in sorted(built.rglob("[a-z]*.html")):
        page.goto(path.as_uri())
        unfold(page)
        found += [(path.name, words) for words in page.evaluate(OUT_OF_ORDER)]
    assert not found, "\n".join(map(str, found))


def test_a_cell_runs_as_the_name_with_which_it_begins(visit: Visit, built: Path, arabic: Page) -> None:
    """Be it followed by an English word, a number or a title in another direction."""
    assert arabic.locator("#actors tbody th").evaluate(AS_SEEN) == f"{backwards('الحكومة')} of {backwards('أحمد')}"
    assert arabic.locator("#actors tbody td").nth(1).evaluate(AS_SEEN) == f"{backwards('احمد')} misspelt"

    page = visit(viewport={"width": 1280, "height": 900})
    page.goto((built / "verification/d.html").as_uri())
    place = page.locator("#citations tr", has=page.locator("a:has-text('الجسر')")).first.locator("td").nth(2)
    assert place.evaluate(AS_SEEN).startswith("¶ 1, characters ")


def test_what_stands_in_one_table_keeps_to_one_side(visit: Visit, built: Path) -> None:
    page = visit()
    page.goto((built / "verification.html").as_uri())
    sides = page.evaluate("[...document.querySelectorAll('#verdicts ~ dl > *')].map(one => getComputedStyle(one).textAlign)")
    assert len(sides) > 8
    assert set(sides) == {"start"}
