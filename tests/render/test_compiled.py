from __future__ import annotations

import marshal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from site_builder import memo
from site_builder.build import dress
from site_builder.render.compiled import Compiled, shown
from site_builder.render.theme import load_theme

TEMPLATE = {"templates/a.html": b"{{ x }}{{ y }}{% if x %}{{ x ~ y }}{% endif %}"}


@given(
    st.one_of(
        st.text(), st.text("&<>\"'ab"), st.integers(), st.floats(), st.booleans(), st.none(), st.text().map(Markup), st.lists(st.text())
    )
)
def test_a_value_is_shown_as_autoescaping_shows_it(value: object) -> None:
    assert str(shown(value)) == str(escape(value))


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
    monkeypatch.setattr(memo, "TEMPLATES", kept)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    kept.write_bytes(broken)

    assert memo.compiled() == {}
    dress(tmp_path, "default")
    assert memo.compiled() != {}


def test_where_python_keeps_no_byte_code_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "TEMPLATES", tmp_path / "templates.bin")
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    dress(tmp_path, "default")

    assert list(tmp_path.iterdir()) == []
