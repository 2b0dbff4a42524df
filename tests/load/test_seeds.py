"""Seeds of any shape are read as they are; what can't be evidence is refused."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from site_builder.build import verify
from site_builder.model import Paragraph
from tests.conftest import LittleSite

Make = Callable[[str], LittleSite]

ONE = """
-- content/mines/sources.yaml --
- {id: afp, file: %s}
-- content/mines/quotes.yaml --
- {id: lead, actor: austin, words: We lead with dismounted forces, sources: [afp]}
"""
WORDS = "We lead with dismounted forces"
SHAPES = {
    "blank lines": f"Title\n\nHe said:\n\n“{WORDS},” twice.\n",
    "one a line": f"Title\nHe said:\n“{WORDS},” twice.",
    "hard-wrapped": "The minister, who came without a coat, said “We lead\nwith dismounted forces,” and then went on to speak of\nrain.\n",
    "crlf": f"Title\r\n\r\n“{WORDS},” twice.\r\n",
    "lone cr": f"Title\r\r“{WORDS},” twice.\r",
    "leading blanks": f"\n\n   \n  “{WORDS},” twice.",
    "byte order mark": f"\ufeff“{WORDS},” twice.\n",
    "no final newline": f"“{WORDS}”",
    "line separators": f"Title\u2029“{WORDS},” twice.",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_seed_of_any_shape_is_read_and_its_offsets_are_those_of_the_file(site: Make, shape: str) -> None:
    little = site(ONE % "afp.txt")
    little.write("seeds/afp.txt", SHAPES[shape])
    (citation,) = little.citations()
    anchor = citation.places[0]

    assert citation.verdict in ("exact", "typography")
    assert " ".join(SHAPES[shape][anchor.start : anchor.end].split()) == WORDS


def test_a_seed_of_five_megabytes(site: Make) -> None:
    little = site(ONE % "afp.txt")
    little.write(
        "seeds/afp.txt", "Nothing of the kind was said here, in the ordinary way of things.\n\n" * 75_000 + f"“{WORDS},” he said.\n"
    )

    assert [citation.verdict for citation in little.citations()] == ["exact"]


@pytest.mark.parametrize("path", ["../content/site.yaml", "/etc/passwd", "..\\x.txt", "a/../../x", "C:\\x.txt", "C:x"])
def test_a_path_can_not_leave_seeds(site: Make, path: str) -> None:
    little = site(ONE % f"'{path}'")

    assert [one.problem.code for one in little.problems().problems] == ["outside-seeds"]


@pytest.mark.parametrize("path", ["./afp.txt", "afp.txt/", "./afp.txt/.", ".//afp.txt"])
def test_a_seed_has_one_name(site: Make, path: str) -> None:
    little = site(ONE % path)
    little.write("seeds/afp.txt", f"“{WORDS},” he said.")

    assert [(one.problem.code, one.problem.hint) for one in little.problems().problems] == [("no-such-seed", "did you mean 'afp.txt'?")]


def test_nor_can_a_link(site: Make, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(WORDS)
    little = site(ONE % "afp.txt")
    (little.root / "seeds").mkdir()
    (little.root / "seeds" / "afp.txt").symlink_to(secret)

    assert [one.problem.code for one in little.problems().problems] == ["outside-seeds"]


def test_a_folder_or_a_pipe_is_no_seed(site: Make) -> None:
    little = site(ONE % "afp.txt")
    (little.root / "seeds").mkdir()
    os.mkfifo(little.root / "seeds" / "afp.txt")

    assert [one.problem.code for one in little.problems().problems] == ["not-a-file"]


def test_a_seed_that_is_not_there_names_the_nearest(site: Make) -> None:
    little = site(ONE % "apf.txt")
    little.write("seeds/afp.txt", WORDS)
    (one,) = little.problems().problems

    assert (one.problem.code, one.problem.hint) == ("no-such-seed", "did you mean 'afp.txt'?")


@pytest.mark.parametrize(
    ("stored", "line", "column", "hint"),
    [
        (b"One\n\nCaf\xe9 two", 3, 4, "Windows-1252"),
        ("Words".encode("utf-16"), 1, 1, "UTF-16"),
        (b"\xe2\x80", 1, 1, "Windows-1252"),
    ],
)
def test_a_seed_that_is_not_utf8_says_where(site: Make, stored: bytes, line: int, column: int, hint: str) -> None:
    little = site(ONE % "afp.txt")
    little.write("seeds/afp.txt", stored)
    (one,) = little.problems().problems

    assert (one.problem.file, one.problem.code, one.line, one.column) == ("seeds/afp.txt", "not-utf8", line, column)
    assert hint in one.problem.hint


def test_a_seed_with_a_zero_byte_is_no_text(site: Make) -> None:
    little = site(ONE % "afp.txt")
    little.write("seeds/afp.txt", b"a\x00b")

    assert [(one.problem.code, one.line, one.column) for one in little.problems().problems] == [("not-text", 1, 2)]


@pytest.mark.parametrize(
    ("stored", "named"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xff", "a Word or zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "an old Word file"),
        (b"%PDF-1.4\n%\xe2\xe3", "a PDF"),
        (b"{\\rtf1\\ansi We lead with dismounted forces \\par}", "an RTF file"),
        (b"<!DOCTYPE html>\n<html><p>We lead with dismounted forces", "a web page"),
        (b"\xef\xbb\xbf \n<html lang=en><p>We lead", "a web page"),
        (b'<?xml version="1.0"?>\n<!doctype html><p>We lead', "a web page"),
    ],
)
def test_a_document_of_another_kind_is_no_text(site: Make, stored: bytes, named: str) -> None:
    little = site(ONE % "afp.txt")
    little.write("seeds/afp.txt", stored)
    (one,) = little.problems().problems

    assert (one.problem.file, one.problem.code) == ("seeds/afp.txt", "not-text")
    assert named in one.problem.message
    assert "copy its text into a .txt file" in one.problem.hint


@pytest.mark.parametrize("stored", ["PK is how a zip file begins", "<p>html</p>", "% PDF", "{rtf}", "<htmlish>"])
def test_text_about_such_documents_is_text(site: Make, stored: str) -> None:
    little = site(ONE % "afp.txt")
    little.write("seeds/afp.txt", f"{stored}: “{WORDS}”")

    assert not little.problems().problems


def test_an_empty_seed_is_a_warning_and_words_in_it_are_missing(check_site: Make) -> None:
    check_site("""
    -- seeds/afp.txt --
    -- content/mines/sources.yaml --
    - {id: afp, file: afp.txt}     #! empty-seed
    -- content/mines/quotes.yaml --
    - id: lead
      actor: austin
      words: We lead     #! missing
    """)


def test_a_seed_that_changed_since_it_was_entered_is_an_error(site: Make) -> None:
    little = site(ONE % "afp.txt")
    little.write("seeds/afp.txt", f"“{WORDS}”")
    little.edit("content/mines/sources.yaml", "afp.txt", f"afp.txt, sha256: {sha256(f'“{WORDS}”'.encode()).hexdigest()}")
    assert not little.problems().problems

    little.write("seeds/afp.txt", f"“{WORDS}”.")
    assert [one.problem.code for one in little.problems().problems] == ["seed-changed"]


def test_skipped_words_are_kept_and_never_quotable(check_site: Make) -> None:
    little = check_site("""
    -- seeds/afp.txt --
    date 2024-11-20 Mines were sent.

    Related article: Ukraine claims a missile was fired

    Original url:
    https://news.example/mines
    -- content/mines/sources.yaml --
    - id: afp
      file: afp.txt
      skip:
        - {words: date 2024-11-20}
        - "Related article:"
        - Original url
        - Nothing like it                 #! unused-skip
    -- content/mines/quotes.yaml --
    - {id: sent, actor: a, kind: indirect, words: Mines were sent}
    - {id: fired, actor: a, kind: indirect, words: Ukraine claims a missile was fired}     #! missing: skip
    """)

    assert [paragraph.kind for paragraph in verified(little)] == ["text", "skipped", "skipped"]


def verified(little: LittleSite) -> tuple[Paragraph, ...]:
    return verify(little.root).articles["afp"].paragraphs
