from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from msgspec import Struct

from site_builder.problems import Problem
from site_builder.render.page import Page
from site_builder.render.theme import render
from tests.themes import dress


class Shown(Struct, frozen=True):
    title: str
    standfirst: str


def write(root: Path, name: str, text: str) -> None:
    file = root / "themes" / "mine" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def rendered(root: Path, template: str = "mine.html") -> str | Problem:
    theme, problems = dress(root, "mine")
    assert not problems
    return render(Page("mine.html", template, {"head": Shown("A & B", "c"), "sources": ()}), theme)


def test_a_template_gets_what_its_page_names_and_escapes_it(tmp_path: Path) -> None:
    write(tmp_path, "templates/mine.html", "<h1>{{ head.title }}</h1>")
    assert rendered(tmp_path) == "<h1>A &amp; B</h1>"


@pytest.mark.parametrize(
    ("template", "line", "message", "hint"),
    [
        ("<p>\n{{ quote }}", 2, "this page offers no 'quote'", "there is: head, sources"),
        ("<p>\n\n{{ source }}", 3, "this page offers no 'source'", "did you mean 'sources'?"),
        ("{{ head.titel }}", 1, "Shown has no 'titel'", "did you mean 'title'?"),
        ("{% if head %}\n{{ 1 / 0 }}{% endif %}", 2, "ZeroDivisionError: division by zero", ""),
        ("{{ asset('styl.css') }}", 1, "the theme has no asset 'styl.css'", "did you mean 'style.css'?"),
        ("{% include 'dosier.html' %}", 1, "there is no template 'dosier.html'", "did you mean 'dossier.html'?"),
        ("{{ sources[0].id }}", 1, "", ""),
        ("\n{% for one in sources or [head] %}\n{{ one.wrods }}{% endfor %}", 3, "Shown has no 'wrods'", "there is: standfirst, title"),
        ("{{ head.title | replace(hed, 'x') }}", 1, "this page offers no 'hed'", "did you mean 'head'?"),
        ("\n{{ [head] | map(attribute='titel') | join }}", 2, "Shown has no 'titel'", "did you mean 'title'?"),
        ("\n{% include 'mine.html' %}", 2, "includes itself without end", ""),
        ("{% include '../../../etc/passwd' %}", 1, "there is no template '../../../etc/passwd'", ""),
        ("{{ asset('../../content/site.yaml') }}", 1, "the theme has no asset '../../content/site.yaml'", ""),
        ("\n{{ head['__cl' ~ 'ass__'] }}", 2, "a template can't use '__class__'", ""),
        ("{{ [head] | map(attribute='__class__.__mro__') | list }}", 1, "a template can't use '__class__'", ""),
    ],
)
def test_a_template_that_uses_what_is_not_there_says_where_and_what_there_is(
    tmp_path: Path, template: str, line: int, message: str, hint: str
) -> None:
    write(tmp_path, "templates/mine.html", template)
    problem = rendered(tmp_path)
    assert isinstance(problem, Problem)
    assert (problem.file, problem.line) == ("themes/mine/templates/mine.html", line)
    assert message in problem.message
    assert hint in problem.hint


def test_templates_that_cannot_be_read_are_all_named_before_anything_is_rendered(tmp_path: Path) -> None:
    write(tmp_path, "templates/a.html", "{% if %}")
    write(tmp_path, "templates/b.html", "\n{{ x")
    write(tmp_path, "templates/c.html", "{{ x | nofilter }}")
    _, problems = dress(tmp_path, "mine")
    assert [(problem.file, problem.line) for problem in problems] == [
        ("themes/mine/templates/a.html", 1),
        ("themes/mine/templates/b.html", 2),
        ("themes/mine/templates/c.html", 1),
    ]


@pytest.mark.parametrize(
    "template",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ (range(3) | map('string')).gi_frame.f_builtins.open('/etc/passwd').read() }}",
        "{{ ''.__class__ }}",
        "{{ head | attr('__class__') }}",
    ],
)
def test_a_template_cannot_look_behind_what_its_page_names(tmp_path: Path, template: str) -> None:
    write(tmp_path, "templates/mine.html", f"\n{template}")
    _, (problem,) = dress(tmp_path, "mine")
    assert (problem.file, problem.line, problem.code) == ("themes/mine/templates/mine.html", 2, "template")


def test_a_theme_answers_first_and_the_default_one_for_what_it_leaves_out(tmp_path: Path) -> None:
    write(tmp_path, "templates/404.html", '{% extends "default/404.html" %}{% block sprite %}mine{% endblock %}')
    write(tmp_path, "assets/style.css", "body {}")
    theme, problems = dress(tmp_path, "mine")
    assert not problems
    assert theme.templates["404.html"].file == "themes/mine/templates/404.html"
    assert theme.templates["default/404.html"].file == "themes/default/templates/404.html"
    assert theme.assets["style.css"] == b"body {}"
    assert "dossier.js" in theme.assets


def test_an_assets_address_changes_with_its_content(tmp_path: Path) -> None:
    write(tmp_path, "assets/style.css", "a {}")
    before = dress(tmp_path, "mine")[0].addresses["style.css"]
    write(tmp_path, "assets/style.css", "b {}")
    assert before.startswith("assets/style.")
    assert dress(tmp_path, "mine")[0].addresses["style.css"] != before


def test_an_asset_can_be_linked_whatever_it_is_called(tmp_path: Path) -> None:
    write(tmp_path, "assets/my logo#1%20é.svg", "<svg/>")
    write(tmp_path, "templates/mine.html", "{{ asset('my logo#1%20é.svg') }}")
    address = rendered(tmp_path)
    assert isinstance(address, str)
    assert "#" not in address
    assert unquote(address) == dress(tmp_path, "mine")[0].addresses["my logo#1%20é.svg"]


def test_a_theme_that_is_not_there(tmp_path: Path) -> None:
    write(tmp_path, "templates/x.html", "")
    _, (problem,) = dress(tmp_path, "mini")
    assert (problem.file, problem.trail, problem.hint) == ("content/site.yaml", ("theme",), "did you mean 'mine'?")


def test_links_that_leave_the_theme_are_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", "utf-8")
    write(tmp_path, "assets/mine.css", "")
    (tmp_path / "themes/mine/assets/x.css").symlink_to(tmp_path / "secret")
    theme, (problem,) = dress(tmp_path, "mine")
    assert problem.file == "themes/mine/assets/x.css"
    assert "x.css" not in theme.assets
