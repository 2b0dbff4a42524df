from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from site_builder.render.markdown import cleaned, converted
from site_builder.render.plain_markdown import PLACE, plain_html
from site_builder.render.prose import MOST_CHARACTERS, Numbered, faults, prose, too_much
from site_builder.text.story import StoryCite


def numbered(n: int, cite: StoryCite) -> Numbered | None:
    return Numbered(n + 1, f"../sources/{cite.id}.html#p7", "AFP, paragraph 7") if cite.id == "afp" else None


def html(markdown: str) -> str:
    return str(prose(markdown, numbered, 2))


def test_a_citation_becomes_a_numbered_link_close_to_the_word() -> None:
    assert html('He said so [@afp "so"].') == (
        '<p>He said so<sup class="ref"><a href="../sources/afp.html#p7" id="ref-1" data-note="1" '
        'aria-label="1: AFP, paragraph 7">1</a></sup>.</p>'
    )


def test_citations_in_a_row_stand_together() -> None:
    assert "</sup><sup" in html("So [@afp] [@afp].")
    assert "</sup><sup" in html('So [@afp]\n[@afp "x"].')


def test_an_id_is_given_once() -> None:
    made = str(prose("One [@afp]. Two [@afp].", lambda _, __: Numbered(1, "#x", "AFP"), 2))
    assert made.count('id="ref-1"') == 1
    assert made.count('data-note="1"') == 2


def test_an_unresolved_citation_leaves_no_trace() -> None:
    assert html("He said so [@nobody].") == "<p>He said so .</p>"


def test_citations_at_the_beginning_of_a_block_stay_there() -> None:
    assert html("One.\n\n[@afp] two.").count("<p>") == 2
    assert html("- [@afp] one\n- two").count("<li>") == 2


def test_text_that_looks_like_a_placeholder_is_left_alone() -> None:
    assert f"{PLACE}0{PLACE}" in html(f"{PLACE}0{PLACE} [@afp]")


@pytest.mark.parametrize("words", ["_so_", "__so__", "*so*", "**so**"])
def test_a_citation_does_not_undo_what_stands_out(words: str) -> None:
    assert html(f"It is {words} [@afp] and [@afp]{words}").count("so</") == 2


MISPLACED = [
    ("See [this [@afp] one](https://x.example/)", "a link"),
    ("See [*this* [@afp]][r]\n\n[r]: https://x.example/", "a link"),
    ('See [this](https://x.example/ "one [@afp]")', "an address or a title"),
    ('See [this](https://x.example/ "a < b [@afp] </a>") `c`', "an address or a title"),
    ("See [this](https://x.example/[@afp])", "an address or a title"),
    ("See <https://x.example/[@afp]>", "a link"),
    ("See <https://x.example/[@nobody]>", "a link"),
    ('See [this].\n\n[this]: https://x.example/ "one [@afp]"', "an address or a title"),
    ('<abbr title="[@afp]">AFP</abbr>', "an address or a title"),
    ('<a href="https://x.example/"><em>one</em> [@afp]</a>', "a link"),
    ("![a chart [@afp]](a.png)", "what is not shown"),
    ("<script>[@afp]</script>", "what is not shown"),
    ("Thus:\n\n    so [@afp]", "code"),
    ("Thus:\n\n\tso [@afp]", "code"),
]


@pytest.mark.parametrize(("markdown", "within"), MISPLACED)
def test_a_citation_where_no_link_can_stand_is_told(markdown: str, within: str) -> None:
    (problem,) = faults("content/d/story.md", f"One.\n\n{markdown}")
    assert problem.message == f"this citation stands in {within}"
    line, column = problem.line - 1, problem.column - 1
    assert f"One.\n\n{markdown}".split("\n")[line][column:].startswith("[@")


@pytest.mark.parametrize(("markdown", "within"), MISPLACED)
def test_a_citation_where_no_link_can_stand_leaves_the_page_whole(markdown: str, within: str) -> None:
    made = html(markdown.replace("nobody", "afp"))
    assert "ref-1" not in made, within
    assert PLACE not in made


def test_a_citation_beside_a_link_is_where_it_may_be() -> None:
    beside = "[See](https://x.example/) [@afp], <b>so</b> [@afp], `so` [@afp]. <!-- [@afp]\n\n[@afp] -->"
    markdown = f'{beside}\n\n- one\n\n    [@afp "two"]\n\n| [@afp] |\n|--|\n'
    assert not list(faults("content/d/story.md", markdown))
    assert html(markdown).count("<sup") == 5
    assert "--" not in html(markdown)


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        '<a href="https://example.org" onclick="alert(1)">x</a>',
        "<iframe src='https://example.org'></iframe>",
        "<form action='https://example.org'><input></form>",
        "<p style='position:fixed'>x</p>",
        "![x](https://example.org/pixel.gif)",
        "<svg><a href='javascript:alert(1)'>x</a></svg>",
    ],
)
def test_what_is_dangerous_or_foreign_is_gone(markdown: str) -> None:
    made = html(markdown).lower()
    assert not any(word in made for word in ("script", "onerror", "onclick", "iframe", "<form", "<input", "style", "<img", "<svg"))


@pytest.mark.parametrize(
    ("markdown", "written", "of"),
    [
        ("Before.\n\n![A map](map.png)\n\nAfter.", "![A map](map.png)", "A map"),
        ("Before.\n\n![](map_(1).png 'The map')\n\nAfter.", "![](map_(1).png 'The map')", "![](map_(1).png 'The map')"),
        ("Before.\n\n[![A map](map.png)](https://example.org/map)\n\nAfter.", "![A map](map.png)", "A map"),
        ("Before.\n\n![A map][1]\n\n[1]: map.png\n\nAfter.", "![A map][1]", "A map"),
        ("Before.\n\n<img src='map.png'>\n\nAfter.", "<img src='map.png'>", "<img src='map.png'>"),
    ],
)
def test_a_picture_is_told_and_leaves_no_empty_paragraph(markdown: str, written: str, of: str) -> None:
    (problem,) = faults("content/pages/p.md", markdown)

    assert (problem.code, problem.severity, problem.line, problem.of) == ("picture", "warning", 3, (of,))
    assert written in problem.message
    assert html(markdown).split() == ["<p>Before.</p>", "<p>After.</p>"]


@pytest.mark.parametrize(
    "markdown", ["`![A map](map.png)`", "```\n![A map](map.png)\n```", "<!-- ![A](b) -->", r"\![A](https://b.c)", "Ha![@afp]"]
)
def test_what_is_no_picture_is_not_told(markdown: str) -> None:
    assert list(faults("content/pages/p.md", markdown)) == []


def test_what_stands_beside_a_picture_stays() -> None:
    assert html("See ![a](b) here ![c](d).") == "<p>See  here .</p>"


def test_headings_stand_below_the_pages_own_and_skip_no_level() -> None:
    made = html("# A\n\n### B\n\n###### C\n\n## D\n\n# E")
    assert [made[made.index(f">{letter}<") - 2 : made.index(f">{letter}<")] for letter in "ABCDE"] == ["h2", "h3", "h4", "h3", "h2"]


@pytest.mark.parametrize(
    ("markdown", "code"),
    [
        ("[" * 3000, "unclosed"),
        ("![" * 3000, "unclosed"),
        (">" * 5000, "too-deep"),
        ("- " * 5000, "too-deep"),
        ("[" * 1500 + "]" * 1500, "too-deep"),
        ("word " * 5000, "too-long"),
        ("a\n" * 200_000, "too-long"),
        ("a\n===\n" * 300, "too-long"),
        ("a\n---\n" * 300, "too-long"),
        ("> # a\n" * 300, "too-long"),
        (("-" * 50 + "\n") * 300, "too-long"),
        ("* * *\n" * 300, "too-long"),
        ("[a]: b\n" * 300, "too-long"),
        (("*" * 50 + "\n") * 300, "too-long"),
        (("*a" * 25 + "\n") * 500, "too-long"),
        ("\\* &amp; `a` <b>\n" * 3000, "too-long"),
        ("a  \n" * 20_000, "too-long"),
    ],
)
def test_what_would_take_seconds_is_refused(markdown: str, code: str) -> None:
    problems = list(too_much("content/d/story.md", "# Fine\n\n" + markdown))
    assert problems[0].code == code
    assert problems[0].line in (1, 3)


@pytest.mark.parametrize(
    "markdown", ["|a" * 1000 + "\n" + "|-" * 1000, "*a " * 5000, "_a" * 5000, "`a " * 5000, "*_" * 3000, "a\n: b\n" * 3000, "---", "* * *"]
)
def test_what_is_not_refused_takes_no_seconds(markdown: str) -> None:
    if not list(too_much("story.md", markdown)):
        began = time.monotonic()
        html(markdown)
        assert time.monotonic() - began < 2


BLOCK = [
    "# A heading\n",
    "A heading\n===\n",
    "---\n",
    "*a* [b](c) `d` [@e]\n",
    "[a]: https://example.org/\n",
    "- *a*\n- b\n",
    "| a | b |\n|---|---|\n| c | d |\n",
]


@pytest.mark.parametrize("block", BLOCK)
def test_what_stands_between_blank_lines_is_never_too_much(block: str) -> None:
    assert not list(too_much("story.md", f"{block}\n" * 3000))


@pytest.mark.parametrize(
    "line", ["a\n===\n", "# a\n", "***\n", "[a]: b\n", "*a\n", "a  \n", "\\*\n", "- a\n", "|a|b|\n", "> a\n", "`a` [b](c)\n"]
)
def test_what_is_read_without_blank_lines_takes_no_seconds(line: str) -> None:
    most = next(many for many in range(5000, 0, -100) if not list(too_much("story.md", line * many)))
    began = time.process_time()
    cleaned(line * most + ("b " * 40 + "\n") * ((MOST_CHARACTERS - len(line) * most) // 81))
    assert time.process_time() - began < 4


def test_an_ordinary_story_is_never_refused() -> None:
    story = (
        "# Title\n\n> A quote\n> - with a list\n\n---\n\n1. One [@afp]\n2. Two (see [there](https://example.org)) < 5\n\n```\n[[[[[[\n```\n"
    )
    assert not list(too_much("story.md", story))


SIGNS = st.text(st.sampled_from("ab\n \t\\`*_{}[]()<>&#|~=-+.!1:;/@'\"“” é中 \r\x02\x03"), max_size=60)
FORMS = "**a** _b_ `c` [d](e) ![f](g) <i> </i> <a@b.c> <https://h.i> &amp; \\* [j] [j]:k - > <!--l--> ``` m".split()
MARKED = st.lists(st.sampled_from([*FORMS, "  \n", "\n\n", "\n", " "])).map("".join)


@given(SIGNS | MARKED)
def test_what_is_not_looked_for_is_not_there(markdown: str) -> None:
    assert converted(markdown) == Markdown(extensions=["tables", "sane_lists"], output_format="html").convert(markdown)


SCRAPS = f'{PLACE}|a|Ä9|न्|مُ| | |-|*|**|`|\n|\n\n|\n\n\n|- |> |## |1. |1) |. |: |“|(|"|!|b c|& |&|amp; '.replace(r"\n", "\n").split("|")
BLOCKS = st.sampled_from(
    [
        *("One **two** three.", "*One* `two`", "## One", "- one\n- **two**", "> One & “two”", "One\ntwo-three", "- one"),
        *("**one** *two*: 3", f"{PLACE}0{PLACE}. One"),
    ]
)
PLAIN = st.lists(st.sampled_from(SCRAPS), max_size=14).map("".join) | st.lists(BLOCKS, min_size=1, max_size=5).map("\n\n".join)


@settings(max_examples=500)
@given(PLAIN)
def test_plain_markdown_is_what_the_full_converter_makes_of_it(markdown: str) -> None:
    plain = plain_html(markdown)

    assert plain is None or plain == cleaned(markdown)


@given(st.lists(BLOCKS, min_size=1, max_size=3, unique_by=lambda block: block[0]).map("\n\n".join))
def test_what_a_newsroom_mostly_writes_is_plain(markdown: str) -> None:
    assert plain_html(markdown) is not None


def test_a_long_line_that_is_hardly_plain_takes_no_time() -> None:
    for begin in ("a" * 50_000, "**a " * 20_000, "a-" * 20_000, "`a` " * 20_000, "- a\n" * 20_000):
        began = time.monotonic()
        plain_html(begin + "\x02")
        assert time.monotonic() - began < 1
