"""What pages and twins show of reports, differences, coverage and silence, from little sites."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from site_builder.build import build
from site_builder.model import Article, Cover, Coverage, Covered, Dossier, Source, Spot
from site_builder.relate.briefs import related
from site_builder.render.coverage import coverage
from site_builder.render.excerpts import spellings
from site_builder.render.shown import Shelf
from tests.conftest import LittleSite

Make = Callable[[str], LittleSite]

STRIKE = """
-- seeds/one.txt --
The strike killed 20 people, the ministry said. It lasted 2 hours.

"We heard it," Ana Ruiz said. Mayor Tom Holt was not asked; Holt slept.
-- seeds/two.txt --
The strike killed 20 people, the ministry said.

"We heard it," Ana Ruiz said.
-- seeds/three.txt --
The strike killed 30 people. It lasted 150 minutes. The ministry and the Red Shield were silent. Nobody was there.
-- content/outlets.yaml --
- {id: post, name: The Post}
- {id: times, name: The Times}
-- content/actors.yaml --
- {id: ana, name: Ana Ruiz, kind: person}
- {id: holt, name: Tom Holt, aliases: [Holt], kind: person, role: mayor}
- {id: ministry, name: The ministry, aliases: [the ministry], kind: government}
- {id: shield, name: the Red Shield, kind: organisation}
-- content/strike/dossier.yaml --
title: The strike
-- content/strike/sources.yaml --
- {id: one, file: one.txt, outlet: post}
- {id: two, file: two.txt, outlet: times, derived_from: one}
- {id: three, file: three.txt}
-- content/strike/quotes.yaml --
- {id: heard, actor: ana, words: We heard it}
-- content/strike/figures.yaml --
- id: dead
  of: people killed
  says:
    - {source: one, value: 20, words: 20 people}
    - {source: two, value: 20, words: 20 people}
    - {source: three, value: 30, words: 30 people}
- id: length
  of: how long it lasted
  unit: minutes
  says: [{source: one, value: 2, unit: hours, words: 2 hours}, {source: three, value: 150, words: 150 minutes}]
-- content/strike/events.yaml --
- id: strike
  what: The strike
  cites: [{source: one, words: The strike}, {source: two, words: The strike}, {source: three, words: The strike}]
-- content/strike/reactions.yaml --
- {id: said, actor: ministry, stance: neutral, summary: It said so, cites: [{source: one, words: the ministry said}]}
-- content/strike/claims.yaml --
- id: many
  claim: Many died
  weight: low
  kind: strength
  positions: [{source: one, says: affirms, words: killed 20}, {source: two, says: affirms, words: killed 20}]
- id: short
  claim: It was short
  weight: high
  positions: [{source: one, says: affirms, words: It lasted 2 hours}, {source: three, says: denies, words: It lasted 150 minutes}]
"""


@pytest.fixture
def strike(site: Make) -> Path:
    little = site(STRIKE)
    outcome = build(little.root, little.root / "_site")
    assert outcome.written, outcome.problems
    return little.root / "_site"


def section(out: Path, name: str, dossier: str = "strike") -> str:
    text = (out / f"dossiers/{dossier}.html").read_text("utf-8")
    start = text.index(f'id="{name}"')
    return text[start : text.index("</section>", start)]


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", re.sub(r"</?bdi>", "", html))).split())


def twin(out: Path) -> Any:
    return json.loads((out / "dossiers/strike.json").read_text("utf-8"))


def test_every_record_says_by_how_many_outlets_and_reports_it_is_carried(strike: Path) -> None:
    assert "2 outlets, 1 report" in plain(section(strike, "quotes"))
    assert "3 sources, 2 reports" in plain(section(strike, "figures"))
    assert "3 sources, 2 reports" in plain(section(strike, "timeline"))
    assert "affirmed by 2 outlets, 1 report" in plain(section(strike, "differences"))
    assert "2 outlets, 1 report" in plain((strike / "actors/ana.html").read_text("utf-8"))
    assert twin(strike)["quotes"][0]["carried"] == {"sources": 2, "outlets": 2, "reports": 1, "at_least": 1}
    assert twin(strike)["claims"][1]["carried"]["denies"] == {"sources": 1, "outlets": 0, "reports": 1, "at_least": 1}


def test_three_sources_of_two_reports_establish_and_two_of_one_do_not(strike: Path) -> None:
    found = twin(strike)["findings"]
    assert [one["id"] for one in found["established"]] == ["strike"]
    assert [one["id"] for one in found["single"]] == ["many", "heard"]


def test_figures_that_differ_are_differences_without_a_claim(strike: Path) -> None:
    differences = section(strike, "differences")
    words = plain(differences)
    assert "Different figures and dates, found by comparing them 2" in words
    assert "People killed" in words
    assert "gives 20 20 people" in words
    assert "gives 30 30 people" in words
    assert "gives 2 hours (120 minutes) 2 hours" in words
    assert 'href="#figure-dead"' in differences
    assert 'href="#figure-length"' in differences
    assert [(one["kind"], one["id"]) for one in twin(strike)["findings"]["disputed"]] == [
        ("claim", "short"),
        ("figure", "dead"),
        ("figure", "length"),
    ]
    assert [one["id"] for one in twin(strike)["differences"]] == ["dead", "length"]


def test_what_is_printed_in_another_unit_is_told_in_the_common_one_too(strike: Path) -> None:
    assert "2 hours 120 minutes" in plain(section(strike, "figures"))


def test_points_are_ordered_without_scripts(strike: Path) -> None:
    differences = section(strike, "differences")
    assert re.findall(r'type="radio" name="order" value="(\w+)"', differences) == ["disputed", "weight"]
    assert re.findall(r"<option[^>]*>([^<]*)", differences) == ["every kind of difference", "figure", "strength"]
    tables = re.findall(r'<table class="[^"]*weighs-(\w+)">\s*<caption>([^<]*?) <', differences)
    assert tables == [
        ("high", "Disputed, of high weight"),
        ("nothing", "Different figures and dates, found by comparing them"),
        ("low", "Not disputed, of low weight"),
    ]
    kinds = re.findall(r'<tr[^>]* class="of-(\w+)-kind"', differences)
    assert kinds == ["no", "figure", "figure", "strength"]


def test_the_matrix_has_a_cell_for_every_citation_and_tells_what_one_report_has_alone(strike: Path) -> None:
    matrix = section(strike, "coverage")
    assert "In several reports 4" in plain(matrix)
    assert "Only in The Post, The Times 3 · 1 report · 1 in The Post alone" in plain(matrix)
    assert matrix.count('href="../sources/three.html#p1"') == 4
    assert 'aria-label="denies">−</a>' in matrix
    assert twin(strike)["coverage"]["alone"][0]["sources"] == ["one", "two"]


def test_who_is_named_and_never_quoted(strike: Path) -> None:
    words = plain(section(strike, "missing-voices"))
    assert "Named, never quoted 2 Tom Holt mayor Named 2 times in The Post" in words
    assert "Speak only in a reaction 1 The ministry" in words
    assert "No organisation is quoted: the Red Shield" in words
    assert "No government is quoted: The ministry" in words
    assert "Ana Ruiz" not in words
    assert twin(strike)["missing"]["actors"][0] == {
        "actor": "ministry",
        "speaks": "reaction",
        "through": [],
        "named": [{"source": "one", "paragraphs": [1]}, {"source": "two", "paragraphs": [1]}, {"source": "three", "paragraphs": [1]}],
    }


def test_a_place_that_may_not_be_shown_can_still_be_led_to(strike: Path) -> None:
    """The second sentence of the third source names an actor; nothing there is cited but the page has the paragraph."""
    for source, paragraph in re.findall(r'href="\.\./sources/(\w+)\.html#(p\d+)"', section(strike, "missing-voices")):
        text = (strike / f"sources/{source}.html").read_text("utf-8")
        assert f'id="{paragraph}"' in text


def many(sources: int, facts: int) -> str:
    words = [f"Thing {n} took place." for n in range(facts)]
    seeds = "".join(f"-- seeds/s{n}.txt --\n{' '.join(words[n % 3 :])}\n" for n in range(sources))
    listed = "".join(f"- {{id: s{n}, file: s{n}.txt}}\n" for n in range(sources))
    events = "".join(f"- {{id: e{n}, what: Thing {n}, cites: [{cites(n, sources)}]}}\n" for n in range(facts))
    parts = {"dossier": "title: Big\n", "sources": listed, "events": events}
    return seeds + "".join(f"-- content/big/{name}.yaml --\n{text}" for name, text in parts.items())


def cites(fact: int, sources: int) -> str:
    """A third of the sources lacks the first fact, another third the first two."""
    return ", ".join(f"{{source: s{n}, words: Thing {fact} took}}" for n in range(sources) if fact >= n % 3)


def test_with_many_sources_each_fact_lists_its_own(site: Make) -> None:
    little = site(many(60, 20))
    assert build(little.root, little.root / "_site").written
    matrix = section(little.root / "_site", "coverage", "big")
    assert '<table class="carriers">' in matrix
    assert '<table class="coverage">' not in matrix
    assert matrix.count('aria-label="has it: ') == 60 * 20 - 20 - 40
    assert len(matrix) < 100 * 60 * 20


SCRIPTS = {
    "latin": ("Lloyd Austin", "Lloyd Austin left early."),
    "cyrillic": ("Ллойд Остин", "Министр Ллойд Остин уехал."),
    "arabic": ("لويد أوستن", "غادر لويد أوستن مبكرا."),
    "chinese": ("奥斯汀", "国防部长奥斯汀提前离开。"),
    "hindi": ("लॉयड ऑस्टिन", "लॉयड ऑस्टिन चले गए।"),
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_missing_voices_in_several_scripts(site: Make, script: str) -> None:
    name, text = SCRIPTS[script]
    little = site(f"""
-- seeds/a.txt --
{text}
-- content/actors.yaml --
- {{id: who, name: {name}, kind: person}}
-- content/strike/dossier.yaml --
title: It
""")
    assert build(little.root, little.root / "_site").written
    assert f"{name} Named once in a" in plain(section(little.root / "_site", "missing-voices"))


def test_what_is_perhaps_one_report_stands_under_one_line() -> None:
    families = (frozenset("ab"), frozenset("c"), frozenset("d"))
    perhaps = (frozenset("abc"), frozenset("d"))
    sources = {name: Source(name, f"{name}.txt") for name in "abcd"}
    shelf = Shelf(sources, {name: name for name in sources}, dict.fromkeys(sources, "none"), dict[str, Article](), spellings({}))
    facts = (Covered("event", "e", "It was", (Spot("a", "carries", 1), Spot("d", "carries", 2))),)
    empty = related(Dossier("d", Cover(title="D")), [], tuple(sources.values()))
    found = coverage(replace(empty, families=families, perhaps=perhaps, coverage=Coverage(facts)), shelf, "acbd")
    assert found
    assert [(one.words, [column.id for column in one.columns]) for one in found.parts[0].brackets] == [
        ("2 reports, perhaps 1", ["a", "b", "c"]),
        ("", ["d"]),
    ]
    assert [[sign.href for sign in signs] for signs in found.parts[0].groups[0].rows[0].cells] == [
        ["../sources/a.html#p1"],
        [],
        [],
        ["../sources/d.html#p2"],
    ]
