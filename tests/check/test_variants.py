"""Utterances that a source has in other words: which are told, over pairs made to be hard, and what is said of them."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from site_builder.check.variants import unlisted
from site_builder.model import Article, Cite, Cover, Dossier, Quote, Source
from site_builder.problems import Problem
from site_builder.text.article import article
from tests.check.conftest import Verify
from tests.conftest import LittleSite
from tests.text.wordings import DIFFERENT, FREE, OTHERS_DIFFERENT, OTHERS_SAME, SAME, Pair

CheckSite = Callable[[str], LittleSite]
KNOWN_WRONG = {"a motto"}  # a saying that one source quotes as a whole and another within a sentence looks like a quote cut short


def told(verify: Verify, quote: Quote, *texts: str) -> list[Problem]:
    articles: dict[str, Article] = {name: article(text, "") for name, text in zip("abc", texts, strict=False)}
    citations = verify({name: one.text for name, one in articles.items()}, quote).citations
    sources = tuple(Source(id=name, file=f"{name}.txt") for name in articles)
    found = unlisted(Dossier("mines", Cover(title="Mines"), sources=sources, quotes=(quote,)), citations, articles)
    return [one.problem for one in found]


def is_told(verify: Verify, pair: Pair) -> bool:
    one, other = pair
    return bool(told(verify, Quote("q", "x", one, sources=("a",)), f"“{one},” she said.", f"It rained. “{other},” she told us here."))


@pytest.mark.parametrize("name", sorted(SAME.keys() | OTHERS_SAME.keys()))
def test_one_utterance_in_other_words_is_told(verify: Verify, name: str) -> None:
    assert is_told(verify, (SAME | OTHERS_SAME)[name])


@pytest.mark.parametrize("name", sorted((DIFFERENT.keys() | OTHERS_DIFFERENT.keys()) - KNOWN_WRONG))
def test_another_utterance_on_the_same_topic_is_not_told(verify: Verify, name: str) -> None:
    assert not is_told(verify, (DIFFERENT | OTHERS_DIFFERENT)[name])


@pytest.mark.parametrize("name", FREE)
def test_a_free_retelling_is_left_alone(verify: Verify, name: str) -> None:
    assert not is_told(verify, FREE[name])


QUOTE = "The water reached the second floor by midnight. Nobody had warned us"


def test_a_listed_variant_is_not_told(verify: Verify) -> None:
    other = "The water had reached the second floor by midnight"
    quote = Quote("q", "x", QUOTE, sources=("a",), variants=(Cite("b", other),))
    assert not told(verify, quote, f"“{QUOTE}.”", f"“{other}.”")


def test_reported_speech_is_not_compared(verify: Verify) -> None:
    assert not told(verify, Quote("q", "x", QUOTE, sources=("a",), kind="indirect"), f"{QUOTE}.", f"“{QUOTE}.”")
    assert not told(verify, Quote("q", "x", QUOTE, sources=("a",)), f"“{QUOTE}.”", f"{QUOTE}.")


def test_the_words_to_paste_hold(check_site: CheckSite) -> None:
    """Over paragraphs and "he said", with a colon and marks inside."""
    seeds = """
    -- seeds/a.txt --
    "The water reached the second floor by midnight. Nobody had warned us: not one of them. We carried my mother up," she said.
    -- seeds/b.txt --
    "The water had reached the second floor by midnight," she said. "Nobody had warned us: 'not one' of them. We

    "carried my mother up," she said.
    -- content/mines/quotes.yaml --
    - id: flood
      actor: rahman
      words: >-
        The water reached the second floor by midnight. Nobody had warned us: not one of them. We carried my mother up
      sources: [a]
    """
    first = check_site(seeds.replace("words: >-", "words: >-   #! unlisted-variant: other words"))
    [problem] = [one.problem for one in first.problems().problems]
    assert problem.of == ("flood", "b")
    assert "mother" not in problem.message + problem.hint
    pasted, _, other_way = problem.unpublished.partition("\nor let it stand, in content/mines/dossier.yaml")
    assert other_way
    check_site(seeds.rstrip() + "\n" + "\n".join(f"    {line}" for line in pasted.splitlines()))


def test_the_same_words_elsewhere_are_to_be_added_as_a_source(check_site: CheckSite) -> None:
    check_site("""
    -- seeds/a.txt --
    "Nobody had warned us of the flood," she said.
    -- seeds/b.txt --
    "Nobody had warned us of the flood," she said.
    -- content/mines/quotes.yaml --
    - id: flood
      actor: rahman
      words: Nobody had warned us of the flood   #! unlisted-variant: in the same words
      sources: [a]
    """)


def test_two_quotes_that_are_one_utterance_are_told_once(check_site: CheckSite) -> None:
    little = check_site("""
    -- seeds/a.txt --
    "Nobody had warned us of the flood," she said.
    -- seeds/b.txt --
    "Nobody has warned us of the flood," she said.
    -- content/mines/quotes.yaml --
    - {id: one, actor: rahman, words: Nobody had warned us of the flood}
    - {id: two, actor: rahman, words: Nobody has warned us of the flood}   #! unlisted-variant: as quote 'one'
    """)
    assert [one.problem.of for one in little.problems().problems] == [("two", "a", "one")]


def test_many_sources_are_each_told(verify: Verify) -> None:
    others = ["“The water reached the third floor by midnight. Nobody had warned us.”"] * 2
    assert [one.of for one in told(verify, Quote("q", "x", QUOTE, sources=("a",)), f"“{QUOTE}.”", *others)] == [("q", "b"), ("q", "c")]


def test_the_list_of_sources_to_paste_is_whole(site: CheckSite) -> None:
    little = site("""
    -- seeds/a.txt --
    "Nobody had warned us of the flood," she said. "Nobody had warned us of the flood," he said.
    -- seeds/b.txt --
    "Nobody had warned us of the flood," she said.
    -- seeds/c.txt --
    "Nobody had warned us of the flood," she said.
    -- seeds/d.txt --
    "Nobody had warned us of the flood," she said.
    -- content/mines/quotes.yaml --
    - id: flood
      actor: rahman
      words: Nobody had warned us of the flood
      sources: [{source: a, after: she said}, b]
    """)
    first, second = (one.problem for one in little.problems().problems)
    assert "put this in place of its `sources`" in first.hint
    paste, other_way = first.unpublished.splitlines()
    assert paste == "  sources: [{source: a, after: she said}, b, c, d]"
    assert other_way.startswith("or let it stand")
    assert second.unpublished == paste
    little.edit("content/mines/quotes.yaml", "  sources: [{source: a, after: she said}, b]", paste)
    assert not little.problems().problems


def test_a_variant_is_added_to_those_that_are_there(site: CheckSite) -> None:
    seeds = """
    -- seeds/a.txt --
    "Nobody in the valley had warned us of the flood," she said.
    -- seeds/b.txt --
    "Nobody in this valley had warned us of the flood," she said.
    -- seeds/c.txt --
    "Nobody in that valley had warned us of the flood," she said.
    -- seeds/d.txt --
    "Nobody in our valley had warned us of the flood," she said.
    -- content/mines/quotes.yaml --
    - id: flood
      actor: rahman
      words: Nobody in the valley had warned us of the flood
      sources: [a]
      variants:
        - {source: b, words: Nobody in this valley had warned us of the flood}
    """
    little = site(seeds)
    first, second = (one.problem for one in little.problems().problems)
    assert "add it to its `variants`" in first.hint
    assert first.unpublished.startswith(second.unpublished)
    assert not site(f"{seeds.rstrip()}\n{textwrap.indent(second.unpublished, '    ')}").problems().problems
