"""What the verification report tells besides the citations."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from hashlib import sha256
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import pytest

from site_builder.build import build
from site_builder.model import Kinship
from site_builder.problems import Problem
from site_builder.relate.families import kindred
from site_builder.render.remarks import MOST_OF_A_KIND
from site_builder.render.report import DOSSIERS_A_PAGE, MOST_FAMILIES
from tests.conftest import LittleSite

Make = Callable[[str], LittleSite]

SITE = """
-- seeds/one.txt --
The mines were sent on Monday.
-- content/actors.yaml --
- {id: austin, name: Austin}
-- content/outlets.yaml --
- {id: agency, name: The Agency}
-- content/pages/about.md --
# About
-- content/d/dossier.yaml --
title: The dossier
updated: 2024-11-20
-- content/d/story.md --
So it was.
-- content/d/sources.yaml --
- {id: one, file: one.txt}
-- content/d/events.yaml --
- {id: sent, what: Sent, cites: [{source: one, words: sent on Monday}]}
"""
PLACES = {
    "content/d/events.yaml": "dossiers/d.html#event-sent",
    "content/d/sources.yaml": "sources/one.html",
    "content/d/dossier.yaml": "dossiers/d.html",
    "content/d/story.md": "dossiers/d.html",
    "content/actors.yaml": "actors/austin.html",
    "content/outlets.yaml": "outlets/agency.html",
    "content/pages/about.md": "about.html",
    "seeds/one.txt": "sources/one.html",
    "content/site.yaml": "",
}


def warning(file: str, message: str = "Look at this", code: str = "ambiguous") -> Problem:
    row = (0, "id") if file.endswith("s.yaml") else ()
    return Problem(file, code, message, "what to do", row, 0 if row else 1, 0 if row else 1, "warning")


@pytest.fixture
def reported(site: Make, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Builds the little site with these warnings, of which some are silenced, and says where."""

    def at(*warnings: Problem, answered: tuple[tuple[Problem, str], ...] = (), text: str = SITE, kin: tuple[Kinship, ...] = ()) -> Path:
        def silent(problems: Iterable[Problem], *_: object) -> SimpleNamespace:
            return SimpleNamespace(problems=tuple(problems), answered=answered, used=frozenset())

        monkeypatch.setattr("site_builder.books.kin_of", lambda *_: kindred(kin))
        of_dossiers = [one for one in warnings if one.file.startswith(("content/d/", "seeds/"))]
        monkeypatch.setattr("site_builder.verify.lints", lambda *_: iter(of_dossiers))
        monkeypatch.setattr("site_builder.verify.loose_ends", lambda *_: iter(()))
        monkeypatch.setattr("site_builder.verify.silenced", silent)
        monkeypatch.setattr("site_builder.fronts.loose_top", lambda *_: [one for one in warnings if one not in of_dossiers])
        little = site(text)
        outcome = build(little.root, little.root / "_site")
        assert outcome.written, outcome.problems
        return little.root / "_site"

    return at


def section(out: Path, name: str, page: str = "verification.html") -> str:
    text = (out / page).read_text("utf-8")
    return text.partition(f'id="{name}"')[2].partition("</section>")[0]


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def test_a_warning_names_its_place_and_leads_to_what_it_is_about(reported: Callable[..., Path]) -> None:
    warnings = section(reported(*map(warning, PLACES)), "warnings")
    rows = dict(re.findall(r"<li><code>([^<]*)</code>(?: · <a href=\"([^\"]*)\">)?", warnings))

    assert rows == PLACES
    assert f"Warnings {len(PLACES)}" in plain(f'<h2 id="{warnings}')
    assert "The cited words stand in the source more than once, and nothing says which place is meant." in plain(warnings)
    assert "what to do" in warnings


def test_warnings_of_one_kind_stand_together_and_many_are_counted(reported: Callable[..., Path]) -> None:
    many = [warning("content/site.yaml", f"number {n}") for n in range(MOST_OF_A_KIND + 3)]
    warnings = section(reported(warning("content/actors.yaml", code="uncited"), *many), "warnings")

    assert list(re.findall(r"<code>([a-z]+)</code></span></summary>", warnings)) == ["ambiguous", "uncited"]
    assert warnings.count("<li>") == MOST_OF_A_KIND + 1
    assert "3 more are on the dossiers' own reports" in plain(warnings)


def test_what_the_editor_silenced_is_told_with_the_reason(reported: Callable[..., Path]) -> None:
    out = reported(answered=((warning("content/d/events.yaml"), "Asked the agency by phone"),))

    for page in ("verification.html", "verification/d.html"):
        silenced = section(out, "silenced", page)
        assert "<code>content/d/events.yaml</code>" in silenced
        assert "The editor: Asked the agency by phone" in plain(silenced)
        assert not section(out, "warnings", page)
    told = json.loads((out / "problems.json").read_text("utf-8"))
    assert (told["ok"], told["problems"]) == (True, [])
    ((one),) = told["silenced"]
    assert (one["file"], one["line"], one["reason"]) == ("content/d/events.yaml", 1, "Asked the agency by phone")
    assert json.loads((out / "verification.json").read_text("utf-8"))["silenced"] == {"ambiguous": 1}


@pytest.mark.parametrize("publish", ["full", "cited"])
def test_a_warning_repeats_an_articles_words_only_where_they_may_be_shown(reported: Callable[..., Path], publish: str) -> None:
    out = reported(warning("seeds/one.txt", "the words"), text=SITE.replace("file: one.txt}", f"file: one.txt, publish: {publish}}}"))
    ((told),) = json.loads((out / "problems.json").read_text("utf-8"))["problems"]

    assert ("the words" in section(out, "warnings")) == (publish == "full")
    assert (told["message"] == "the words") == (publish == "full")
    assert told["line"] == 1


def test_a_dossiers_report_has_only_its_own_warnings(reported: Callable[..., Path]) -> None:
    warnings = section(reported(*map(warning, PLACES)), "warnings", "verification/d.html")

    assert re.findall(r"<li><code>([^<]*)</code>", warnings) == [file for file in sorted(PLACES) if "/d/" in file or "seeds" in file]


def test_the_report_says_which_content_it_is_about_and_what_it_does_not_prove(reported: Callable[..., Path]) -> None:
    out = reported()
    text = plain((out / "verification.html").read_text("utf-8"))
    told = json.loads((out / "problems.json").read_text("utf-8"))["content"]

    assert "Last checked by the editors 20 November 2024" in text
    assert "SHA256SUMS lists every file that was read" in text
    assert told["sha256"] == sha256((out / "SHA256SUMS").read_bytes()).hexdigest()
    assert (out / "SHA256SUMS").read_text("utf-8") == "".join(
        f"{sha256((out.parent / file).read_bytes()).hexdigest()}  {file}\n"
        for file in sorted(
            path.relative_to(out.parent).as_posix() for top in ("content", "seeds") for path in (out.parent / top).rglob("*.*")
        )
    )
    assert told["date"] == "2024-11-20"
    assert "Not that the article is right." in section(out, "not-proved").replace("<strong>", "").replace("</strong>", "")


def test_the_report_stays_light_with_many_dossiers_and_families(reported: Callable[..., Path]) -> None:
    many = DOSSIERS_A_PAGE + 1
    text = "".join(
        f"-- seeds/{side}{n}.txt --\nText {n}.\n-- content/d{n}/dossier.yaml --\ntitle: D{n}\n"
        f"-- content/d{n}/sources.yaml --\n- {{id: a{n}, file: a{n}.txt}}\n- {{id: b{n}, file: b{n}.txt}}\n"
        for n in range(many)
        for side in "ab"
    )
    out = reported(text=text, kin=tuple(Kinship(f"a{n}", f"b{n}", "certain", "certain") for n in range(many)))
    first, second = ((out / name).read_text("utf-8") for name in ("verification.html", "verification.2.html"))

    assert first.count('href="verification/d') == DOSSIERS_A_PAGE
    assert second.count('href="verification/d') == 1
    assert 'href="verification.2.html" rel="next"' in first
    assert "What this does not prove" in first
    assert 'id="not-proved"' not in second
    families = section(out, "families")
    assert families.count("2 sources, one report:") == MOST_FAMILIES
    assert f"{many - MOST_FAMILIES} more are on the dossiers' own reports." in plain(families)
    assert f"carry {many} independent reports" in plain(families)
