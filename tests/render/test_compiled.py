from __future__ import annotations

import marshal
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, Template
from markupsafe import Markup, escape
from msgspec import Struct

from site_builder import bytecode
from site_builder.build import build
from site_builder.crew import Crew
from site_builder.model import Date
from site_builder.problems import Problem
from site_builder.render.compiled import Compiled, Exact, shown
from site_builder.render.page import Page
from site_builder.render.theme import Theme, load_theme, render
from tests.conftest import LittleSite
from tests.themes import dress

TEMPLATE = {"templates/a.html": b"{{ x }}{{ y }}{% if x %}{{ x ~ y }}{% endif %}"}

BESIDE = {  # what the templates below include, import and extend
    "part.html": "{{ x }}{% set x = 'here' %}{{ x }}{{ one }}",
    "named.html": "{% macro words(a, b='-') %}{{ a }}{{ b }}{{ x }}{{ more(a) }}{% endmacro %}\n{% macro more(a) %}[{{ a }}]{% endmacro %}",
    "more.html": "{% set n = namespace(n=0) %}{% macro count() %}{% set n.n = n.n + 1 %}{{ n.n }}{% endmacro %}",
    "asks.html": "{% macro title(a) %}{{ a }}{{ head.title }}{% if a %}{{ head.words[0] }}{% endif %}{% endmacro %}",
    "all.html": "{% macro around() %}{% include 'part.html' %}{% endmacro %}",
    "base.html": "<{% block top %}{{ x }}{% endblock %}|{% block main scoped %}{% endblock %}{{ self.top() }}>",
}
TEMPLATES = [
    "{{ x }}{{ head.title }}{{ head.words | join(', ') }}{{ head.title ~ x }}",
    "{{ head.title if x else head.words }}{% for one in head.words %}{{ loop.index ~ one }}{{ '/' if loop.last }}{% else %}-{% endfor %}",
    "{{ plain.title }}{{ plain.items }}{{ plain['title'] }}{{ plain.if }}",
    "{{ head.nothing }}",
    "{{ head.nothing is defined }}{{ nothing is defined }}{{ head.nothing | default('-') }}",
    "{% if head.words %}{{ nothing }}{% endif %}",
    "{{ x.upper() }}{{ x.real }}",
    "{{ [head, plain] | map(attribute='title') | join('; ') }}{{ (head, head) | join('+', attribute='title') }}",
    "{{ head.words | join(x) }}",
    "{% from 'named.html' import words with context %}{{ words(x) }}{{ words(x, 1) }}{{ words(b=1, a=x) }}{{ words(*[x]) }}{{ words() }}",
    "{% for x in head.words %}{% from 'named.html' import words with context %}{{ words(x) }}{% include 'part.html' %}{% endfor %}",
    "{% from 'named.html' import words %}{{ words(1) }}",
    "{% from 'asks.html' import title with context %}{{ title(x) }}{% for head in [plain, head] %}{{ title(head) }}{% endfor %}",
    "{% for head in [plain, head] %}{% from 'asks.html' import title with context %}{{ title(x) }}{% endfor %}",
    "{{ cycler(1, 2).next() }}{{ dict(a=x) }}{{ joiner() }}{{ namespace(a=x).a }}{{ head.title.join(['a', 'b']) }}{{ x.nothing() }}",
    "{% from 'more.html' import count with context %}{{ count() }}{% import 'more.html' as m with context %}{{ m.n }}",
    "{% from 'all.html' import around with context %}{% for one in head.words %}{{ one }}{{ around() }}{% endfor %}",
    "{% from 'named.html' import wrods with context %}{{ wrods(1) }}",
    "a{% include 'part.html' without context %}b{% if x %}{% include 'part.html' ignore missing without context %}{% endif %}{{ x }}",
    "{% extends 'base.html' %}lost{% block main %}{% include 'part.html' %}{% endblock %}{% block top %}{{ super() }}!{% endblock %}",
    "first{% if x %}{% extends 'base.html' %}{% endif %}{% block main %}{{ x }}{% endblock %}last",
    "{% macro m() %}{{ caller(x) }}{{ varargs }}{{ kwargs }}{% endmacro %}{% call(y) m(1, z=2) %}{{ y }}{{ head.title }}{% endcall %}",
    "{% macro m(a) %}<b>{{ a }}</b>{% endmacro %}{% set said = m(x) %}{{ said }}{{ said | upper }}{{ said ~ x }}{{ m(said) }}{{ m(1, 2) }}",
    "{% autoescape false %}{{ x }}{% macro m(a) %}{{ a }}{% endmacro %}{{ m(x) }}{{ head.words | join('<') }}{% endautoescape %}",
    "{% filter upper %}{{ x }}{{ head.title }}{% endfilter %}{% set block %}{{ x }}<{% endset %}{{ block }}",
    "{% for one in [[1, [2]], [3]] recursive %}{{ one if one is number else loop(one) }}{{ x }}{% endfor %}",
    "{% with y = x %}{{ y }}{% endwith %}{{ y }}",
    "{{ 1 / head.words | length }}",
    "{{ head.title | tojson }}{{ plain | tojson }}{{ head.words | first }}{{ cycler(1, 2).next() }}{{ range(3) | list }}",
]


class Head(Struct, frozen=True):
    title: str
    words: tuple[object, ...]


@given(
    st.one_of(
        st.text(), st.text("&<>\"'ab"), st.integers(), st.floats(), st.booleans(), st.none(), st.text().map(Markup), st.lists(st.text())
    )
)
def test_a_value_is_shown_as_autoescaping_shows_it(value: object) -> None:
    assert str(shown(value)) == str(escape(value))


def both_ways(theme: Theme, template: str, inputs: dict[str, object]) -> tuple[str | Problem, str | Problem]:
    """The page as it comes out, and as Jinja alone makes it."""
    page = Page("x.html", template, inputs)
    theme.for_exact.clear()
    quick = render(page, theme)
    theme.for_exact.add(template)
    return quick, render(page, theme)


texts = st.one_of(st.text(max_size=4), st.text("&<>\"'a", max_size=3), st.text("<b", max_size=2).map(Markup))
values = st.one_of(texts, st.integers(0, 9), st.none(), st.floats(), st.booleans())


@pytest.mark.parametrize("template", TEMPLATES)
@settings(max_examples=25, deadline=None)
@given(x=values, title=texts, words=st.lists(values, max_size=3).map(tuple))
def test_the_quick_way_makes_of_every_template_what_jinja_makes_of_it(
    template: str, x: object, title: str, words: tuple[object, ...]
) -> None:
    theme = theme_of(template)
    quick, exact = both_ways(theme, "a.html", {"x": x, "head": Head(title, words), "plain": {"title": title, "if": x}})
    assert quick == exact


@cache
def theme_of(template: str) -> Theme:
    files = {f"templates/{name}": text.encode() for name, text in {**BESIDE, "a.html": template}.items()}
    theme, problems = load_theme(files, "default", {})
    assert not problems
    return theme


def test_linked_data_has_no_blanks_and_its_own_letters() -> None:
    theme = theme_of("{{ x | tojson }} {{ x | tojson(1) }} {{ y | tojson }}")
    page = render(Page("x.html", "a.html", {"x": {"b": Date("2024"), "a": "Ж<"}, "y": {1: None}}), theme)

    assert (
        page == '{"a":"Ж\\u003c","b":"2024"} {\n "a": "\\u0416\\u003c",\n "b": "2024"\n} {"1": null}'
    )  # a key that is no text is Jinja's to write


def test_what_only_jinja_can_do_is_done_its_way_from_then_on(tmp_path: Path) -> None:
    theme = theme_of("{{ plain.title }}")
    page = Page("x.html", "a.html", {"plain": {"title": "<"}})

    assert [render(page, theme), render(page, theme)] == ["&lt;", "&lt;"]
    assert theme.for_exact == {"a.html"}
    assert dress(tmp_path, "default")[0].for_exact == set()


def test_a_template_is_compiled_once_for_a_text() -> None:
    compiled = Compiled({})
    theme, _ = load_theme(TEMPLATE, "default", {}, compiled)
    first = theme.environment.get_template("a.html").render(x="<", y=Markup("<b>"))
    again = Compiled(dict(compiled.codes))
    theme, _ = load_theme(TEMPLATE, "default", {}, again)

    assert first == theme.environment.get_template("a.html").render(x="<", y=Markup("<b>")) == "&lt;<b>&lt;<b>"
    assert compiled.grown
    assert not again.grown


def test_another_text_is_compiled_anew() -> None:
    compiled = Compiled({})
    load_theme(TEMPLATE, "default", {}, compiled)
    theme, _ = load_theme({"templates/a.html": b"other"}, "default", {}, compiled)

    assert theme.environment.get_template("a.html").render() == "other"


@pytest.mark.parametrize("broken", [b"", b"x" * 10, b"x" * 100, b"\0" * 32 + marshal.dumps({})])
def test_broken_or_foreign_code_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: bytes) -> None:
    kept = tmp_path / "templates.bin"
    monkeypatch.setattr(bytecode, "TEMPLATES", kept)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    kept.write_bytes(broken)

    assert bytecode.packaged() == {}
    dress(tmp_path, "default")
    assert bytecode.packaged() != {}


def test_where_python_keeps_no_byte_code_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bytecode, "TEMPLATES", tmp_path / "templates.bin")
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    dress(tmp_path, "default")

    assert list(tmp_path.iterdir()) == []


OWN = """
-- content/site.yaml --
title: A little site
theme: own
-- themes/own/templates/index.html --
{% extends "default/index.html" %}
-- themes/own/templates/404.html --
{% extends "default/404.html" %}
"""


def compiling(little: LittleSite, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that a build compiles."""
    found: list[str] = []
    compile_ = Environment.compile

    def noted(environment: Environment, source: str, name: str | None = None, *given: Any) -> Any:
        found.append(name or "")
        return compile_(environment, source, name, *given)

    with monkeypatch.context() as patched:
        patched.setattr(Environment, "compile", noted)
        assert build(little.root, little.root / "_site", crew=Crew(1)).pages
    return found


def test_what_a_sites_own_templates_were_compiled_to_is_kept(
    site: Callable[[str], LittleSite], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bytecode, "KEY", tmp_path / "key")
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    little = site(OWN)

    assert sorted(compiling(little, monkeypatch)) == ["404.html", "default/404.html", "default/index.html", "index.html"]
    little.write("content/site.yaml", "title: Another\ntheme: own\n")
    assert compiling(little, monkeypatch) == []
    little.write("themes/own/templates/404.html", '{% extends "default/404.html" %} ')
    assert compiling(little, monkeypatch) == ["404.html"]
    assert (tmp_path / "key").stat().st_mode & 0o77 == 0


def test_code_that_somebody_else_has_signed_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bytecode, "KEY", tmp_path / "key")
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    codes = {"a": ("1", compile("1", "a", "eval"))}
    kept = bytecode.signed(codes)

    assert bytecode.verified(kept) == codes
    assert [bytecode.verified(other) for other in (b"", kept[:-1], kept[:40], b"\0" * 32 + kept[32:])] == [{}] * 4
    (tmp_path / "key").write_bytes(b"\1" * 32)
    assert bytecode.verified(kept) == {}
    (tmp_path / "key").unlink()
    assert bytecode.verified(kept) == {}


def test_the_packaged_theme_goes_the_quick_way_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    get_template = Environment.get_template

    def quick(environment: Environment, *given: Any) -> Template:
        if environment.code_generator_class is Exact:
            pytest.fail(f"{given[0]} needs Jinja's own way")
        return get_template(environment, *given)

    monkeypatch.setattr(Environment, "get_template", quick)
    assert build(Path.cwd(), tmp_path / "out").pages
