"""Wordings on the page: differences marked for the eye and for the ear, and no more text than the rights allow."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from site_builder.build import build
from tests.conftest import LittleSite
from tests.test_sites import visible

Site = Callable[[str], LittleSite]


def page(little: LittleSite) -> str:
    assert build(little.root, little.root / "_site").written
    return (little.root / "_site/dossiers/mines.html").read_text("utf-8")


def twin(little: LittleSite) -> dict[str, object]:
    found: dict[str, object] = json.loads((little.root / "_site/dossiers/mines.json").read_text("utf-8"))["quotes"][0]
    return found


TWO = """
-- seeds/a.txt --
"It would violate the treaty," she said.
-- seeds/b.txt --
"It would contravene the old treaty," she said.
-- content/mines/quotes.yaml --
- {id: q, actor: x, words: It would violate the treaty, sources: [a], variants: [{source: b, words: It would contravene the old treaty}]}
-- content/mines/sources.yaml --
- {id: a, file: a.txt, language: LANGUAGE}
- {id: b, file: b.txt, language: LANGUAGE}
"""


def test_differences_are_told_without_eyes_and_without_colour(site: Site) -> None:
    html = page(site(TWO.replace("LANGUAGE", "en")))
    assert "“It would [contravene instead of: violate] the [added: old] treaty”" in visible(html)
    assert "<ins>" in html
    assert "<del>" in html
    assert "1 source prints it so, 1 otherwise" in visible(html)


def test_hidden_words_keep_their_own_language(site: Site) -> None:
    assert '<span class="unseen" lang="en" dir="ltr">[added: </span>' in page(site(TWO.replace("LANGUAGE", "ur")))


def test_the_twin_has_the_pieces(site: Site) -> None:
    little = site(TWO.replace("LANGUAGE", "en"))
    page(little)
    assert twin(little)["wordings"] == [
        {"words": "It would violate the treaty", "sources": ["a"]},
        {
            "words": "It would contravene the old treaty",
            "sources": ["b"],
            "pieces": [
                {"op": "same", "words": "It would "},
                {"op": "substituted", "words": "contravene ", "base": "violate "},
                {"op": "same", "words": "the "},
                {"op": "inserted", "words": "old "},
                {"op": "same", "words": "treaty"},
            ],
        },
    ]


CUT = """
-- seeds/part.txt --
"We carried my mother to the roof," she said.
-- seeds/whole.txt --
"It burned from dusk to dawn. We waited for the rain, but we carried my mother to the roof," she said.
-- content/site.yaml --
title: Fire
publish: RIGHTS
-- content/mines/quotes.yaml --
- {id: q, actor: x, words: we carried my mother to the roof}
"""


@pytest.mark.parametrize(
    ("rights", "said"),
    [
        ("full", "prints It burned from dusk to dawn. We waited for the rain, but. Not quoted by part."),
        ("cited", "prints We waited for the rain, but (and more, not shown here). Not quoted by part."),
        ("none", "prints more, not shown here. Not quoted by part."),
    ],
)
def test_of_what_was_cut_no_more_is_shown_than_its_rights_allow(site: Site, rights: str, said: str) -> None:
    little = site(CUT.replace("RIGHTS", rights))
    assert said in visible(page(little))
    shown = "".join(path.read_text("utf-8") for path in (little.root / "_site").rglob("*") if path.is_file())
    assert ("dusk" in shown) == (rights == "full")
    assert ("rain" in shown) == (rights != "none")
    assert twin(little)["cuts"] == [{"source": "whole", "lacking": ["part"], "where": "before", "start": 1, "end": 57}]


def test_the_words_in_a_warnings_hint_are_not_published(site: Site) -> None:
    little = site("""
    -- seeds/a.txt --
    "Nobody had warned us of the flood," she said.
    -- seeds/b.txt --
    "Nobody had ever forewarned us of the flood," she said.
    -- content/site.yaml --
    title: Flood
    publish: none
    -- content/mines/quotes.yaml --
    - {id: q, actor: x, words: Nobody had warned us of the flood, sources: [a]}
    """)
    outcome = build(little.root, little.root / "_site")
    assert any("forewarned" in one.problem.unpublished for one in outcome.problems)
    published = {path.name: path.read_text("utf-8") for path in (little.root / "_site").rglob("*") if path.is_file()}
    assert "unlisted-variant" in published["problems.json"]
    assert [name for name, text in published.items() if "forewarned" in text] == []
