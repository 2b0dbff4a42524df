"""Words for dates in what is shown of a source: the date behind them, plainly not the source's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from site_builder.build import build
from site_builder.model import Anchor, Article, Date, Publish
from site_builder.render.excerpts import Dating, Spellings, body, dates_shown, has_context, passage
from site_builder.text.article import article

NOBODY = Spellings({})
AFP = Dating("en", Date("2024-11-20"))


def ins(date: str) -> str:
    return f'<ins class="reckoned"> <span lang="en" dir="ltr">[<span class="unseen">reckoned: </span>{date}]</span></ins>'


def anchored(text: str, words: str) -> tuple[Article, Anchor]:
    start = text.index(words)
    return article(text, ""), Anchor(start, start + len(words), 1, ((start, start + len(words)),))


def test_the_date_stands_behind_the_word_and_outside_the_mark_that_ends_there() -> None:
    one, at = anchored("Austin said Wednesday.", "said Wednesday")
    assert passage(one, at, "full", NOBODY, AFP) == f"Austin <mark>said Wednesday</mark>{ins('20 November 2024')}."


def test_inside_the_mark_it_interrupts_it_only_as_an_insertion() -> None:
    one, at = anchored("Austin said Wednesday it was over.", "said Wednesday it")
    assert passage(one, at, "full", NOBODY, AFP) == f"Austin <mark>said Wednesday{ins('20 November 2024')} it</mark> was over."


def test_a_word_is_explained_once_in_a_passage() -> None:
    one, at = anchored("On Tuesday he came, on Tuesday he left, on Monday he slept.", "he left")
    shown = passage(one, at, "full", NOBODY, AFP)
    assert shown.count("19 November 2024") == 1
    assert shown.count("18 November 2024") == 1
    assert shown.startswith("On Tuesday<ins")


@pytest.mark.parametrize("dating", [Dating("en"), Dating("", Date("2024-11-20")), Dating("en", Date("2024"))])
def test_without_a_date_or_a_language_nothing_is_added(dating: Dating) -> None:
    one, at = anchored("Austin said Wednesday.", "said Wednesday")
    assert "<ins" not in passage(one, at, "full", NOBODY, dating)


@pytest.mark.parametrize(("publish", "dates"), [("full", 2), ("cited", 2), ("none", 1)])
def test_only_what_is_shown_is_explained(publish: Publish, dates: int) -> None:
    one, at = anchored("On Tuesday it rained, Austin said Wednesday. Yesterday was dry.", "said Wednesday")
    assert passage(one, at, publish, NOBODY, AFP).count("<ins") == dates
    assert len(dates_shown(one, at, publish, AFP)) == dates


def test_what_is_added_is_no_context() -> None:
    one, at = anchored("Austin said Wednesday.", "Austin said Wednesday")
    assert not has_context(one, at, "full")
    assert has_context(*anchored("Austin said Wednesday.", "said Wednesday"), "full")
    assert not has_context(*anchored("Austin said Wednesday.", "said Wednesday"), "none")


def test_a_paragraph_of_a_source_page_has_the_dates_too() -> None:
    one = article("It ended last year. He said so.", "")
    assert body(one, one.paragraphs[0], None, [], NOBODY, AFP) == f"It ended last year{ins('2023')}. He said so."


def test_what_a_source_prints_is_escaped_round_the_date() -> None:
    one, at = anchored("<b>On Tuesday</b> it ended", "<b>On Tuesday</b>")
    assert passage(one, at, "full", NOBODY, AFP) == f"<mark>&lt;b&gt;On Tuesday{ins('19 November 2024')}&lt;/b&gt;</mark> it ended"


def test_the_twin_carries_the_dates_with_their_places(tmp_path: Path) -> None:
    text = "It rained. On Tuesday Putin signed the decree, Austin said Wednesday."
    for path, content in {
        "seeds/s.txt": text,
        "content/site.yaml": "title: Little\npublish: cited\n",
        "content/one/dossier.yaml": "title: One\n",
        "content/one/sources.yaml": "- {id: s, file: s.txt, language: en, published: 2024-11-20}\n",
        "content/one/events.yaml": "- {id: e, what: It, date: 2024-11-19, cites: [{source: s, words: On Tuesday Putin signed}]}\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, "utf-8")
    build(tmp_path, tmp_path / "_site")
    (event,) = json.loads((tmp_path / "_site/dossiers/one.json").read_bytes())["events"]

    relative = event["citations"][0]["relative"]
    assert [(one["words"], one["date"]) for one in relative] == [("On Tuesday", "2024-11-19"), ("Wednesday", "2024-11-20")]
    assert [text[one["start"] : one["end"]] for one in relative] == ["On Tuesday", "Wednesday"]
    (date,) = event["dates"]
    assert (date["source"], date["words"], date["date"], date["relative"]) == ("s", "On Tuesday", "2024-11-19", True)
    assert text[date["place"]["start"] : date["place"]["end"]] == "On Tuesday"
