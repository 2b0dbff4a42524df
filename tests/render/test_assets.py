from __future__ import annotations

import pytest

from site_builder.render.assets import published

FONT = {"fonts/x.woff2": b"font", "my logo#1%20.svg": b"<svg/>"}


def sheet(text: str, name: str = "style.css", **more: bytes) -> str:
    """What is published of a style sheet."""
    return published({**FONT, **more, name: text.encode()})[1][name].decode()


@pytest.mark.parametrize(
    ("text", "path", "name"),
    [
        ("@font-face { src: url(PATH) }", "fonts/x.woff2", "style.css"),
        ("@font-face { src: URL( 'PATH?#iefix' ) format('woff2') }", "./fonts/x.woff2", "style.css"),
        ('@font-face { src: url("PATH") }', "../fonts/x.woff2", "css/style.css"),
        ("@font-face { src: url(PATH) }", "x.woff2", "fonts/style.css"),
        ("body { background: url('PATH') }", "my%20logo%231%2520.svg", "style.css"),
        ('@import "PATH";', "fonts/x.woff2", "style.css"),
        ("@import url(PATH);", "fonts/x.woff2", "style.css"),
    ],
)
def test_a_style_sheet_finds_the_files_beside_it(text: str, path: str, name: str) -> None:
    known = path.replace(".woff2", ".795ea3efa4.woff2").replace(".svg", ".d4dc566691.svg")
    assert [*published(FONT)[0].values()] == ["assets/fonts/x.795ea3efa4.woff2", "assets/my logo#1%20.d4dc566691.svg"]
    assert sheet(text.replace("PATH", path), name) == text.replace("PATH", known)


def test_between_marks_a_path_may_have_blanks() -> None:
    assert sheet('a { background: url("my logo%231%2520.svg") }') == 'a { background: url("my%20logo%231%2520.d4dc566691.svg") }'


@pytest.mark.parametrize(
    "text",
    ["body { background: url(data:image/svg+xml,x) }", "a { fill: url(#hatch) }", "@import url(https://x.example/fonts/x.woff2);", "é { }"],
)
def test_what_is_no_file_of_the_theme_stays(text: str) -> None:
    assert sheet(text) == text


def test_other_files_and_signs_stay_as_they_are() -> None:
    odd = b"\xff url(fonts/none.woff2) url(my%20logo%231%2520.svg)"
    _, contents = published({**FONT, "a.js": b"url(fonts/x.woff2)", "odd.css": odd})
    assert contents["a.js"] == b"url(fonts/x.woff2)"
    assert contents["odd.css"].startswith(b"\xff url(fonts/none.woff2) url(my%20logo%231%2520.")


def test_a_style_sheet_is_called_otherwise_if_anything_changes_that_it_shows() -> None:
    sheets = {"a.css": b'@import "b.css";', "b.css": b'@import "a.css"; p { background: url(fonts/x.woff2) }', "c.css": b""}
    before, contents = published({**FONT, **sheets})
    after, _ = published({**FONT, **sheets, "fonts/x.woff2": b"another"})

    assert before["b.css"].removeprefix("assets/").encode() in contents["a.css"]
    assert {name for name in before if before[name] != after[name]} == {"a.css", "b.css", "fonts/x.woff2"}
