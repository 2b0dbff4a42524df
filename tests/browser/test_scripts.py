"""What suits Latin letters is not done to those of other scripts."""

from pathlib import Path

import pytest

from site_builder.build import build
from tests.browser.conftest import Visit
from tests.browser.test_access import unfold
from tests.conftest import LittleSite

JAPANESE = """
-- seeds/one.txt --
橋は火曜日に閉鎖された。
-- seeds/two.txt --
橋は水曜日に閉鎖された。
-- content/site.yaml --
title: 記録
language: ja
-- content/d/dossier.yaml --
title: 橋
-- content/d/sources.yaml --
- {id: one, file: one.txt, language: ja, title: 港の橋}
- {id: two, file: two.txt, language: ja}
-- content/d/events.yaml --
- {id: closing, what: 閉鎖, cites: [{source: one, words: 橋は火曜日に閉鎖された}, {source: two, words: 橋は水曜日に閉鎖された}]}
"""
REPORTED = """
-- seeds/one.txt --
{words}
-- content/site.yaml --
title: A site
language: {language}
-- content/d/sources.yaml --
- {{id: one, file: one.txt, language: {language}}}
-- content/d/quotes.yaml --
- {{id: q, actor: ann, kind: indirect, words: {words}, sources: [one]}}
"""


def test_names_over_columns_are_turned_as_a_whole(visit: Visit, tmp_path: Path) -> None:
    """Letters that stay upright in vertical lines (漢, か) would stand on their heads when the line is turned."""
    little = LittleSite(tmp_path, JAPANESE)
    outcome = build(little.root, little.root / "_site")
    assert outcome.written, outcome.problems
    page = visit()
    page.goto((little.root / "_site/dossiers/d.html").as_uri())
    unfold(page)

    heads = page.locator(".coverage thead a")
    assert heads.count() == 2
    for head in heads.all():
        mode, letters = head.evaluate("one => (({writingMode, textOrientation}) => [writingMode, textOrientation])(getComputedStyle(one))")
        assert (mode, letters) == ("vertical-rl", "sideways")


@pytest.mark.parametrize(
    ("language", "words", "style"),
    [
        ("en", "it will rain all day", "italic"),
        ("de-AT", "es werde den ganzen Tag regnen", "italic"),
        ("ar", "ستمطر طوال اليوم", "normal"),
        ("he-IL", "ירד גשם כל היום", "normal"),
        ("zh-Hant-TW", "整天都會下雨", "normal"),
        ("th", "ฝนจะตกทั้งวัน", "normal"),
    ],
)
def test_no_letters_are_slanted_that_know_no_italics(visit: Visit, tmp_path: Path, language: str, words: str, style: str) -> None:
    little = LittleSite(tmp_path, REPORTED.format(language=language, words=words))
    outcome = build(little.root, little.root / "_site")
    assert outcome.written, outcome.problems
    page = visit()
    page.goto((little.root / "_site/dossiers/d.html").as_uri())

    assert page.locator(".quote blockquote").evaluate("one => getComputedStyle(one).fontStyle") == style
    assert page.locator("#cite cite").evaluate("one => getComputedStyle(one).fontStyle") == style
