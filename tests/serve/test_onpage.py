"""What the preview adds to a page, wherever in it, and whatever the page is like."""

from __future__ import annotations

import re
from typing import Any

import lxml.html
import pytest

from site_builder.serve.onpage import decorated
from site_builder.serve.seen import Served, Trouble

PLAIN = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><title>T</title>
</head>
<body>
<main>
{}
</main>
</body>
</html>
"""
ONE, TWO, X1, X11 = "[1]", "[2]", "xt1", "xt11"  # tokens
HINT = (
    "written: have a need for things which can help to slow down\n line 9: have a “need” for things that can help slow down\nor take it out"
)


def trouble(**what: Any) -> Trouble:
    given = {
        "severity": "error",
        "code": "altered",
        "file": "content/a/quotes.yaml",
        "line": 35,
        "column": 10,
        "message": "it does not say this",
    }
    return Trouble(**{**given, "hint": "", "text": "", "width": 1, **what})


def shown(page: str, *troubles: Trouble, **how: Any) -> str:
    served = Served(page.encode(), is_page=True, troubles=troubles)
    return decorated(served, "a.html", **how).html.decode()


def body(page: str, *troubles: Trouble) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(shown(page, *troubles)).body


def without_ours(page: str) -> str:
    page = re.sub(r'<link rel="stylesheet" href="/_dossier/.*>\n|<script src="/_dossier/.*></script>\n', "", page)
    return re.sub(r"(?s)<dossier-preview .*?</dossier-preview>\n|<dossier-(trouble|mark) .*?</dossier-\1>", "", page)


# ── every page ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "page",
    [
        PLAIN.format("words"),
        "<!DOCTYPE HTML><HTML><HEAD><TITLE>T</TITLE></HEAD><BODY>words</BODY></HTML>",
        "words without any tag",
        "<!-- <head> --><title>T</title><p>words",
        "\ufeff<!doctype html><title>T</title>words<!-- </body> -->",
        "<!doctype html><html><body><p>words</body></html><!-- </body></html> -->\n",
        "<header>words</header>",
        "",
    ],
)
def test_a_page_however_written_gets_style_scripts_and_mark_and_keeps_the_rest(page: str) -> None:
    got = shown(page, root="/repo/")
    tree = lxml.html.document_fromstring(got.removeprefix("\ufeff"))

    assert [link.get("href") for link in tree.xpath("//head/link")] == ["/_dossier/preview.css"]
    assert [script.get("src") for script in tree.xpath("//head/script")] == ["/_dossier/idiomorph.js", "/_dossier/preview.js"]
    assert tree.xpath("(//*)[last()][self::dossier-preview]/@data-root") == ["/repo/"]
    assert without_ours(got) == page


def test_the_pages_own_scripts_come_after_the_previews() -> None:
    got = shown(PLAIN.replace("</title>", '</title><script src="a.js" defer></script>').format(""))
    assert got.index("/_dossier/preview.js") < got.index("a.js")


def test_the_same_page_has_the_same_digest_and_another_another() -> None:
    one, same, other, wrong = (
        decorated(Served(PLAIN.format(words).encode(), is_page=True, troubles=troubles), "a.html").digest
        for words, troubles in [("a", ()), ("a", ()), ("b", ()), ("a", (trouble(),))]
    )
    assert one == same
    assert len({one, other, wrong}) == 3


def test_what_was_asked_for_is_said_and_escaped() -> None:
    got = shown(PLAIN.format(""), asked='x"><script>alert(1)</script>')
    assert "<script>alert" not in got


# ── places ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("content", "before"),
    [
        ('<div id="q" class=x>words</div>', '<div id="q" class=x>'),
        ("<DIV class='a > b' ID='q'>words</DIV>", "<DIV class='a > b' ID='q'>"),
        ("<li id=q>words</li>", "<li id=q>"),
        ('<p id="q">words</p>', "words</p>"),
        ('<h2 id="q">words <em>and</em></h2>', "</h2>"),
        ('<p>some <a href="x" id="q">words</a> and more</p>', "and more</p>"),
        ('<p>some <span id="q">words</span><ul><li>x</ul>', "words</span>"),
        ('<div>a</div><ul id="q"><li>words</li></ul>', "<div>a</div>"),
        ('<table><tr id="q"><td>words</td></tr></table>', "<td>"),
        ('<table><tbody id="q"><tr><th>words</th></tr></tbody></table>', "<th>"),
        ('<section>a<svg id="q"><text>words</text></svg></section>', "<section>a"),
        ('<details id="q"><summary>words</summary>more</details>', "</summary>"),
        ('<!-- <div id="q"> --><script>"<div id=q>"</script><b title=\'<i id="q">\'>a</b><div id="q">words</div>', '</b><div id="q">'),
        ("<b title=it's>a</b><div id=q>it's</div>", "<div id=q>"),
        ('<div data-id="q">a</div><div id="q">words</div>', 'a</div><div id="q">'),
    ],
)
def test_a_box_stands_where_html_lets_it_as_near_as_may_be(content: str, before: str) -> None:
    got = shown(PLAIN.format(content), trouble(anchor="q"))

    assert got.count("<dossier-trouble") == 1
    assert got[: got.index("<dossier-trouble")].replace(" open>", ">").endswith(before)
    assert without_ours(got).replace(" open>", ">") == PLAIN.format(content)


def test_what_has_no_place_stands_at_the_top_and_not_all_of_many() -> None:
    top = body(PLAIN.format("<p>words</p>"), trouble(anchor="nowhere"), *[trouble()] * 20).xpath("//main/*")
    assert [one.tag for one in top] == ["dossier-trouble"] * 9 + ["p"]
    assert top[8].text == "and 13 more, in the panel"
    assert shown("no tags", trouble()).count("<dossier-trouble") == 1


def test_foldings_round_a_box_open() -> None:
    page = '<details class="a"><summary>s</summary><DETAILS open><p id="q">x</p></DETAILS></details><details><p id="r">x</p></details>'
    got = shown(PLAIN.format(page), trouble(anchor="q"))
    assert re.findall(r"(?i)<details[^>]*>", got) == ['<details class="a" open>', "<DETAILS open>", "<details>"]


def test_a_page_as_it_was_says_so() -> None:
    got = decorated(Served(PLAIN.format("<p>words</p>").encode(), is_page=True, is_last_good=True), "a.html").html.decode()
    assert lxml.html.document_fromstring(got).xpath("//main/*")[0].text_content().startswith("✗ Not up to date")


def test_a_token_becomes_a_mark_with_its_box_behind_the_paragraph() -> None:
    main = body(PLAIN.format("<p>She said [1]<sup>2</sup> so.</p><p>More [2].</p>"), trouble(token=ONE), trouble(token=TWO))

    assert [mark.text for mark in main.xpath("//p/dossier-mark")] == ["✗\xa01", "✗\xa02"]
    boxes = main.xpath("//p/following-sibling::*[1][self::dossier-trouble]/b")
    assert [box.text for box in boxes] == ["✗\xa01 Error", "✗\xa02 Error"]


def test_tokens_disappear_where_nothing_can_be_shown() -> None:
    page = PLAIN.replace("<title>T", '<meta name="d" content="a [1]"><title>T [1]').format(
        '<p title="[1]">a</p><!-- [1] --><script>"[1]"</script><textarea>[1]</textarea><svg><text>[1]</text></svg>'
    )
    got = shown(page, trouble(token=ONE))

    assert "[1]" not in got
    assert "<dossier-mark" not in got
    assert without_ours(got) == page.replace("[1]", "")
    assert got.count("<dossier-trouble") == 1, "at the top"


def test_one_token_that_begins_as_another_is_itself() -> None:
    main = body(PLAIN.format("<p>a xt1 b xt11</p>"), trouble(token=X1, message="one"), trouble(token=X11, message="eleven"))
    assert [mark.get("title") for mark in main.xpath("//dossier-mark")] == ["error: one", "error: eleven"]


# ── what a box shows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_words_are_compared_and_only_what_differs_is_marked() -> None:
    box = body(PLAIN.format(""), trouble(hint=HINT)).xpath("//dossier-trouble")[0]

    assert [one.text for one in box.xpath(".//del")] == ["which", "to"]
    assert [one.text for one in box.xpath(".//ins")] == ["that"]
    assert [one.text_content() for one in box.xpath(".//*[@class='of']")] == ["written", "line 9"]
    assert [one.text for one in box.xpath(".//*[@class='hint']")] == ["or take it out"]


def test_of_a_long_line_what_stands_round_the_column_is_shown() -> None:
    long = trouble(text="x " * 160 + "HERE" + " y" * 158, column=5001, width=4, cut=4680)
    box = body(PLAIN.format(""), long).xpath("//dossier-trouble")[0]

    assert box.xpath("string(.//u)") == "HERE"
    line = box.xpath("string(.//*[@class='line'])")
    assert (line[0], line[-1]) == ("…", "…")


@pytest.mark.parametrize(("column", "meant"), [(9, "3, 4"), (1, "  va"), (13, ""), (99, "")])
def test_the_line_is_shown_with_what_is_meant(column: int, meant: str) -> None:
    box = body(PLAIN.format(""), trouble(text="  value 3, 4", column=column, width=4)).xpath("//dossier-trouble")[0]
    assert (box.xpath("string(.//u)"), box.xpath("string(.//*[@class='line'])").strip()) == (meant.strip() and meant, "value 3, 4")


def test_a_place_is_copied_or_opens_the_editor() -> None:
    copied = body(PLAIN.format(""), trouble()).xpath("//dossier-trouble/button")[0]
    assert copied.get("data-place") == copied.text == "content/a/quotes.yaml:35:10"

    opened = shown(PLAIN.format(""), trouble(), opener=lambda one: f"vscode://file/{one.file}:{one.line}")
    assert '<a class="where" href="vscode://file/content/a/quotes.yaml:35">content/a/quotes.yaml:35:10</a>' in opened


def test_everything_from_files_is_text() -> None:
    hostile = "</dossier-trouble><script>alert('1')</script>\"&"
    fields = dict.fromkeys(("code", "file", "message", "text"), hostile)
    got = shown(PLAIN.format("<p>[1]</p>"), trouble(**fields, hint=f"written: {hostile} a\n line 1: {hostile} b\n{hostile}", token=ONE))

    assert "<script>alert" not in got
    assert len(lxml.html.document_fromstring(got).xpath("//dossier-trouble")) == 1


# ── languages ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_all_that_is_ours_is_english_from_left_to_right() -> None:
    page = PLAIN.replace('lang="en"', 'lang="ar" dir="rtl"').format(f"<p>{ONE}x</p>")
    served = Served(page.encode(), is_page=True, is_last_good=True, troubles=(trouble(token=ONE), *[trouble()] * 20))
    tree = lxml.html.document_fromstring(decorated(served, "a.html").html)
    ours = tree.xpath("//dossier-trouble | //dossier-mark | //dossier-preview")

    assert len(ours) > 10
    assert {(one.get("lang"), one.get("dir")) for one in ours} == {("en", "ltr")}


@pytest.mark.parametrize(
    ("message", "apart"),
    [
        ("no source is called 'أ!'; there are 'ב' and 'c'", ["'أ!'", "'ב'"]),
        ("this can't be read, nor can't 'كلمات'", ["'كلمات'"]),
        ("'it isn't' and can't be", []),
    ],
)
def test_words_from_right_to_left_are_set_apart_where_they_are_quoted(message: str, apart: list[str]) -> None:
    tree = body(PLAIN.format(""), trouble(message=message, hint=message))

    for said in tree.xpath("//*[@class='message' or @class='hint']"):
        assert said.text_content() == message
        assert [one.text for one in said.xpath("bdi")] == apart


def test_words_as_written_and_as_they_stand_run_as_their_letters_do() -> None:
    assert set(body(PLAIN.format(""), trouble(hint=HINT)).xpath("//*[@class='words']/@dir")) == {"auto"}
