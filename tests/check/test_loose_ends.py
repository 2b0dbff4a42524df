"""What is entered and leads nowhere, and what only looks strong."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.build import check
from site_builder.check.loose_ends import named_in, spelled
from site_builder.check.reading import WORD, Reading
from site_builder.model import Actor, Source
from site_builder.text.article import article
from tests.conftest import LittleSite

Make = Callable[[str], LittleSite]

SITE = """
-- content/outlets.yaml --
- {id: post, name: The Post}
- {id: gazette, name: The Gazette}
-- content/actors.yaml --
- {id: austin, name: Lloyd Austin}
- {id: pentagon, name: Pentagon}
- {id: biden, name: Joe Biden, aliases: [President Biden], affiliation: pentagon}
- {id: nobody, name: Nobody At All}
- {id: han, name: 奥斯汀}
- {id: absent, name: 内塔尼亚胡}
-- content/d/dossier.yaml --
title: D
-- content/d/sources.yaml --
- {id: a, file: a.txt, outlet: post}
- {id: b, file: b.txt, derived_from: a}
- {id: c, file: c.txt}
- {id: d, file: d.txt}
- {id: ee, file: ee.txt}
-- content/d/story.md --
One [@d]. Two [@ee "five stood"].
-- content/d/quotes.yaml --
- {id: q, actor: austin, words: We hold the line, sources: [a]}
-- content/d/reactions.yaml --
- {id: r, actor: austin, stance: neutral, summary: S., cites: [{source: a, words: line}]}
-- content/d/events.yaml --
- {id: e, what: W, cites: [{source: a, words: line}, {source: b, words: line}]}
- {id: f, what: W, cites: [{source: a, words: line}, {source: a, words: We}]}
- {id: g, what: W, cites: [{source: a, words: line}, {source: ee, words: five}]}
-- content/d/claims.yaml --
- id: k
  claim: C
  positions:
    - {source: a, says: affirms, words: line}
    - {source: b, says: differs, as: x, words: line}
-- seeds/a.txt --
"We hold the line," he said. President Biden listened.
-- seeds/b.txt --
The line, they said. "We never wanted any of this to happen," she said. 奥斯汀说
-- seeds/c.txt --
Three.
-- seeds/d.txt --
Four.
-- seeds/ee.txt --
The five stood.
"""


def told(little: LittleSite) -> list[tuple[str, int, str]]:
    return [(one.problem.file.removeprefix("content/"), one.line, one.problem.code) for one in check(little.root).problems]


def test_each_loose_end_is_told_where_it_is_entered(site: Make) -> None:
    assert told(site(SITE)) == [
        ("actors.yaml", 4, "unused-actor"),
        ("actors.yaml", 6, "unused-actor"),
        ("d/events.yaml", 1, "one-family"),
        ("d/reactions.yaml", 1, "untargeted-reaction"),
        ("d/sources.yaml", 3, "unused-source"),
        ("outlets.yaml", 2, "unused-outlet"),
        ("seeds/b.txt", 1, "unused-quotation"),
    ]


def test_while_something_is_wrong_nothing_is_called_unused(site: Make) -> None:
    little = site(SITE)
    little.edit("content/d/quotes.yaml", "We hold the line", "We held the line")

    assert {code for _, _, code in told(little)} == {"altered", "one-family", "untargeted-reaction"}


def test_what_is_wrong_in_another_dossier_keeps_nothing_back(site: Make) -> None:
    little = site(SITE)
    little.write("content/other/dossier.yaml", "title: Other\n")
    little.write("content/other/quotes.yaml", "- {id: wrong, actor: austin, words: Three, sources: [c]}\n")
    said = told(little)

    assert {code for file, _, code in said if file.startswith("other/")} == {"reported"}
    assert ("d/sources.yaml", 3, "unused-source") not in said  # the other dossier cites it
    assert {code for file, _, code in said if file.startswith(("d/", "seeds/"))} >= {"unused-quotation", "one-family"}
    assert not [code for file, _, code in said if file == "actors.yaml"]  # whom the other dossier names is not known


def test_a_source_of_two_dossiers_is_used_if_one_of_them_uses_it(site: Make) -> None:
    shared = "- {id: a, file: a.txt}\n"
    little = site(f"""
-- content/one/dossier.yaml --
title: One
-- content/one/sources.yaml --
{shared}
-- content/two/dossier.yaml --
title: Two
-- content/two/sources.yaml --
{shared}
-- content/two/events.yaml --
- {{id: e, what: W, cites: [{{source: a, words: wanted any}}]}}
-- seeds/a.txt --
"We never wanted any of this to happen," she said.
""")

    assert not told(little)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('"We will go," he said. The "so-called special military operation" and "The Gulag Archipelago of Our Own Age" stand.', 0),
        ('"We will go there tomorrow at dawn," he said.', 1),
        ("«Мы никогда не хотели этой войны», — сказал он.", 1),
        ("“我们从来没有想要过这场战争，”他说。", 1),
        ("“我们坚持。”", 0),
        ("وقال: «لم نكن نريد هذه الحرب أبدا يا سادة».", 1),
        ("\n\n".join(f'"We will go there tomorrow at {n} or so," he said.' for n in range(9)), 3),
    ],
)
def test_an_utterance_is_long_enough_and_no_title(site: Make, text: str, count: int) -> None:
    events = "- {id: e, what: W, cites: [{source: a, words: A beginning}]}"
    little = site(f"-- content/d/events.yaml --\n{events}\n-- seeds/a.txt --\nA beginning.\n\n{text}\n")

    assert [code for _, _, code in told(little)] == ["unused-quotation"] * count


def test_the_hint_is_a_record_to_paste(site: Make) -> None:
    problems = check(site(SITE).root).problems
    (hint,) = [one.problem.hint for one in problems if one.problem.code == "unused-quotation"]

    assert "words: >-\n    We never wanted any of this to happen\n  sources: [b]" in hint


def test_what_is_told_as_a_wording_of_a_quote_is_not_told_as_unused_too(site: Make) -> None:
    little = site("""
    -- seeds/a.txt --
    "Nobody had warned us of the flood," she said.
    -- seeds/b.txt --
    The rain fell. "Nobody has ever warned us of the flood," she said. "The river has taken everything that we had," she said.
    -- content/d/quotes.yaml --
    - {id: q, actor: rahman, words: Nobody had warned us of the flood, sources: [a]}
    -- content/d/events.yaml --
    - {id: e, what: W, cites: [{source: b, words: The rain fell}]}
    """)
    codes = [(one.problem.code, one.problem.message) for one in check(little.root).problems if one.problem.code.startswith("un")]
    assert [code for code, _ in codes] == ["unlisted-variant", "unused-quotation"]
    assert "The river has taken" in codes[1][1]


words = st.sampled_from(["of", "an", "Joan", "Data", "Bank", "Kyiv", "Bank\u0301", "n", "Łódź"])


@given(
    st.lists(st.tuples(words, st.sampled_from([" ", "\n", ", ", "-", "  "])).map("".join), max_size=9).map("".join),
    st.lists(st.lists(words, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=3),
)
def test_whose_names_stand_in_a_source(text: str, names: list[str]) -> None:
    """What is looked through first hides no name."""
    made = article(text, "")
    reading = Reading("f.yaml", 0, Source("s", "s.txt"), made)
    actors = [Actor(f"a{n}", name) for n, name in enumerate(names)]

    def stands(name: str) -> bool:
        parts = WORD.findall(name)
        pattern = r"\W+".join(map(re.escape, parts))
        known = reading.words.vocabulary.issuperset(parts) and re.search(pattern, made.text)
        return max(parts, key=len) in reading.words.vocabulary and bool(known or " ".join(parts) in made.text)

    assert named_in([reading], spelled(actors)) == {actor.id for actor in actors if stands(actor.name)}
