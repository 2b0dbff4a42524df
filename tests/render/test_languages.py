"""On a site in another language than English, what the templates say is marked as English, and what the editors write is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from site_builder.build import build
from tests.conftest import LittleSite

OWN = "نص"  # stands in whatever the editors write, but for names
ARABIC = f"""
-- seeds/one.txt --
قال الوزير يوم الأربعاء: «لن نغادر هذه المدينة أبدا». بلغت الحرارة 5 درجات.
-- seeds/two.txt --
قال الوزير يوم الأربعاء: «لن نغادر هذه المدينة أبدا». بلغت الحرارة 7 درجات.
-- content/site.yaml --
title: موقع {OWN}
tagline: {OWN}
language: ar
base_url: https://example.org/
-- content/actors.yaml --
- {{id: ahmad, name: أحمد, role: وزير {OWN}, aliases: [الوزير], misspelt: [احمد], affiliation: state, kind: person}}
- {{id: state, name: الحكومة, kind: government}}
- {{id: silent, name: المدينة}}
-- content/outlets.yaml --
- {{id: outlet, name: الجريدة, kind: newspaper}}
-- content/d/dossier.yaml --
title: ملف {OWN}
standfirst: موجز {OWN}
updated: 2024-11-20
editors: [سارة]
corrections: [{{date: 2024-11, text: تصحيح {OWN}}}]
-- content/d/story.md --
قال {OWN} [@q]. وكان [@two].
-- content/d/sources.yaml --
- {{id: one, file: one.txt, language: ar, published: 2024-11-21, outlet: outlet, title: العنوان, authors: [ليلى], credit: وكالة}}
- {{id: two, file: two.txt, language: ar, title: الجسر}}
-- content/d/quotes.yaml --
- {{id: q, actor: ahmad, words: لن نغادر هذه المدينة أبدا, said: 2024-11-20, about: event,
   place: مكان {OWN}, role: منصب {OWN}, note: ملاحظة {OWN}, translation: {{language: he, words: לא נעזוב את העיר, by: ليلى}}}}
- {{id: told, actor: ahmad, words: قال الوزير, kind: indirect, sources: [one]}}
-- content/d/events.yaml --
- {{id: event, what: حدث {OWN}, date: 2024-11-20, resolved: الأربعاء, cites: [{{source: one, words: يوم الأربعاء}}], note: ملاحظة {OWN}}}
- {{id: undated, what: آخر {OWN}, cites: [{{source: two, words: قال الوزير}}]}}
-- content/d/figures.yaml --
- id: heat
  of: حرارة {OWN}
  unit: درجات
  says: [{{source: one, value: 5, words: 5 درجات}}, {{source: two, value: 7, words: 7 درجات}}]
-- content/d/claims.yaml --
- id: claim
  claim: زعم {OWN}
  kind: contradiction
  weight: high
  note: ملاحظة {OWN}
  positions: [{{source: one, says: affirms, words: قال الوزير}}, {{source: two, says: differs, as: بشكل {OWN}, words: قال الوزير}}]
-- content/d/reactions.yaml --
- {{id: reaction, actor: ahmad, stance: critical, to: event, summary: رد {OWN}, date: 2024-11-20,
   cites: [{{source: one, words: قال الوزير}}]}}
-- content/pages/about.md --
# صفحة {OWN}

{OWN}
"""
ALONE = {"meta", "link", "br", "hr", "input", "col"}
UNSPOKEN = {"script", "code", "text", "title"}  # labels of drawings are said in words beside them; a page's title is of both languages


class Texts(HTMLParser):
    """The pieces of text of a page, each with the language it is in."""

    def __init__(self) -> None:
        super().__init__()
        self.within: list[tuple[str, str]] = []
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALONE:
            around = self.within[-1][1] if self.within else ""
            self.within.append((tag, dict(attrs).get("lang", around) or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.within.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.within and self.within[-1][0] not in UNSPOKEN:
            self.found.append((self.within[-1][1], data.strip()))


@pytest.fixture
def texts(site: Callable[[str], LittleSite]) -> Iterator[tuple[str, str, str]]:
    """All pieces of text of a site in Arabic: page, language, text."""
    little = site(ARABIC)
    outcome = build(little.root, little.root / "_site")
    assert outcome.written, outcome.problems

    def read(path: Path) -> list[tuple[str, str, str]]:
        page = Texts()
        page.feed(path.read_text("utf-8"))
        return [(path.name, language, text) for language, text in page.found]

    return (one for path in sorted((little.root / "_site").rglob("*.html")) for one in read(path))


def test_each_text_is_in_the_language_that_is_said(texts: Iterator[tuple[str, str, str]]) -> None:
    every = list(texts)
    english = [one for one in every if re.search("[a-z]{2}", one[2]) and "://" not in one[2]]
    arabic = [one for one in every if OWN in one[2]]

    assert len(english) > 100
    assert [one for one in english if one[1] != "en"] == []
    assert len(arabic) > 50
    assert [one for one in arabic if one[1] != "ar"] == []
