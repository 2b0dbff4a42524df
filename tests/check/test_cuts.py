"""Words that one source leaves out between its marks, as another shows: silent cuts are told, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from site_builder.check.cuts import unmarked
from site_builder.model import Cite, Cover, Dossier, Quote
from site_builder.problems import Problem
from site_builder.text.article import article
from tests.check.conftest import Verify
from tests.conftest import LittleSite

FULL = (
    "“We asked the port twice last spring, once by letter and once in person, to let the ship go. Nobody answered us. We are still here.”"
)

END = " Nobody answered us. We are still here.”"
SILENT = {
    "a clause": f"“We asked the port twice last spring to let the ship go.{END}",
    "a sentence": "“We asked the port twice last spring, once by letter and once in person, to let the ship go. We are still here.”",
    "half a clause": f"“We asked the port twice last spring, once in person, to let the ship go.{END}",
    "a clause, of an utterance that breaks off": "“We asked the port twice last spring to let the ship go,” he said.",
    "a clause, and a swapped word": f"“We begged the port twice last spring to let the ship go.{END}",
    "a clause, before he said": "“We asked the port twice last spring to let the ship go,” he said. “Nobody answered. We are here.”",
}
FAIR = {
    "nothing": FULL,
    "an ellipsis": f"“We asked the port twice last spring … to let the ship go.{END}",
    "points": f"“We asked the port twice last spring ... to let the ship go.{END}",
    "brackets": f"“We asked the port twice last spring [...] to let the ship go.{END}",
    "two pairs of marks": f"“We asked the port twice last spring,” he said, “to let the ship go.{END}",
    "only the ends": "“to let the ship go. Nobody answered us.”",
    "two words": "“We asked the port last spring, once by letter and once in person, to let the ship go. Nobody answered. We are here.”",
    "other words": f"“We asked the port twice last spring, by post and then by going there, to let the ship go.{END}",
    "a part of it": "“We asked the port twice last spring, once by letter”",
}


def told(verify: Verify, *texts: str) -> list[Problem]:
    """Of a quote that the second source has as a variant."""
    articles = {name: article(text, "") for name, text in zip("abc", texts, strict=False)}
    wordings = [" … ".join(text[start:end] for start, end in one.quoted) for one in articles.values() for text in (one.text,)]
    variants = tuple(Cite(name, words) for name, words in list(zip(articles, wordings, strict=True))[1:])
    quote = Quote("q", "x", wordings[0], sources=("a",), variants=variants)
    checked = verify({name: one.text for name, one in articles.items()}, quote)
    assert checked.problems == ()
    return list(unmarked(Dossier("mines", Cover(title="Mines"), quotes=(quote,)), checked.citations, articles))


@pytest.mark.parametrize("name", SILENT)
def test_a_silent_cut_is_told_whichever_source_is_the_first(verify: Verify, name: str) -> None:
    assert [problem.of for problem in told(verify, FULL, SILENT[name])] == [("q", "b")]
    assert [problem.of for problem in told(verify, SILENT[name], FULL)] == [("q", "a")]


@pytest.mark.parametrize("name", FAIR)
def test_a_fair_cut_is_not_told(verify: Verify, name: str) -> None:
    assert told(verify, FULL, FAIR[name]) == []
    assert told(verify, FAIR[name], FULL) == []


def test_what_a_source_inserted_itself_is_no_cut_of_the_other(verify: Verify) -> None:
    assert not told(
        verify, "“We asked the port [the one in Durban] twice last spring,” he said.", "“We asked the port twice last spring,” he said."
    )


def test_a_cut_outside_the_quoted_words_is_not_told(check_site: Callable[[str], LittleSite]) -> None:
    check_site("""
    -- seeds/a.txt --
    "We asked the port twice last spring to let the ship go. Nobody answered us," he said.
    -- seeds/b.txt --
    "We asked the port twice last spring, once by letter and once in person, to let the ship go. Nobody answered us," he said.
    -- content/mines/quotes.yaml --
    - {id: q, actor: x, words: Nobody answered us}
    """)


def test_two_sentences_joined_over_he_said_leave_nothing_out(check_site: Callable[[str], LittleSite]) -> None:
    check_site("""
    -- seeds/a.txt --
    "We asked the port twice last spring," he said. "Nobody answered us."
    -- content/mines/quotes.yaml --
    - {id: q, actor: x, words: "We asked the port twice last spring. Nobody answered us"}
    """)


def test_the_warning_stands_at_the_wording_that_is_cut(check_site: Callable[[str], LittleSite]) -> None:
    little = check_site("""
    -- seeds/afp.txt --
    "We asked the port twice last spring to let the ship go," he said.
    -- seeds/wire.txt --
    "We asked the port twice last spring, once by letter and once in person, to let the ship go," he said.
    -- content/mines/quotes.yaml --
    - id: q
      actor: x
      words: We asked the port twice last spring, once by letter and once in person, to let the ship go
      sources: [wire]
      variants:
        - source: afp
          words: We asked the port twice last spring to let the ship go   #! unmarked-elision: 'afp' leaves 7 words out
    """)
    [problem] = [one.problem for one in little.problems().problems]
    assert problem.unpublished.splitlines()[0] == "left out: “once by letter and once in person”"


@pytest.mark.parametrize(
    ("whole", "cut"),
    [
        (
            "«Мы дважды просили порт, один раз письмом и один раз лично, отпустить наше судно домой».",
            "«Мы дважды просили порт отпустить наше судно домой».",
        ),
        ("«طلبنا من الميناء مرتين، مرة برسالة ومرة شخصيا، أن يطلق السفينة»", "«طلبنا من الميناء مرتين أن يطلق السفينة»"),
        ("“我们两次要求港口，一次写信，一次亲自前往，放行这艘船”", "“我们两次要求港口放行这艘船”"),
        ("“हमने बंदरगाह से दो बार, एक बार चिट्ठी लिखकर, जहाज़ छोड़ने को कहा”", "“हमने बंदरगाह से दो बार जहाज़ छोड़ने को कहा”"),
    ],
)
def test_in_every_script(verify: Verify, whole: str, cut: str) -> None:
    assert [problem.of for problem in told(verify, whole, cut)] == [("q", "b")]
