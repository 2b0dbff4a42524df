"""The whole way from files to a site."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.build import Outcome, build, check
from site_builder.verify import Desk, Findings
from tests.conftest import SITE, LittleSite
from tests.newsroom import files_of, first

Make = Callable[[str], LittleSite]

MINES = """
-- seeds/afp.txt --
Mines were sent on Wednesday.

"They lead with dismounted forces," Austin said.
-- content/mines/quotes.yaml --
- id: lead
  actor: austin
  words: They lead with dismounted forces
  sources: [afp]
-- content/mines/events.yaml --
- {id: sent, date: 2024-11-20, what: Mines are sent., cites: [{source: afp, words: Mines were sent}]}
-- content/mines/story.md --
Mines were sent [@sent]. They lead on foot [@afp "lead with dismounted forces"].
"""


def built(little: LittleSite) -> Outcome:
    return build(little.root, little.root / "_site")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_site_is_built_with_its_pages_and_twins(site: Make) -> None:
    little = site(MINES)
    outcome = built(little)
    made = contents(little.root / "_site")

    assert not outcome.problems
    assert outcome.written == len(made) - 1  # the list of what was made
    for page in ("index", "404", "verification", "dossiers/mines", "sources/afp", "actors/austin", "sources", "actors"):
        assert f"{page}.html" in made
    for twin in ("index", "dossiers/mines", "sources/afp", "actors/austin"):
        assert json.loads(made[f"{twin}.json"])
    assert {".nojekyll", "robots.txt", "problems.json"} <= made.keys()
    assert made["problems.json"]
    assert json.loads(made["problems.json"])["ok"] is True


def test_one_wrong_word_and_the_old_site_stays(site: Make) -> None:
    little = site(MINES)
    built(little)
    before = contents(little.root / "_site")
    little.edit("content/mines/quotes.yaml", "dismounted", "mounted")
    outcome = built(little)

    assert [(one.problem.code, one.line) for one in outcome.problems] == [("altered", 3)]
    assert outcome.written == 0
    assert contents(little.root / "_site") == before


def test_a_warning_does_not_stop_the_build(site: Make) -> None:
    little = site(MINES)
    little.write("seeds/afp.txt", "Mines were sent on Wednesday. Mines were sent.\n\n“They lead with dismounted forces,” Austin said.\n")
    outcome = built(little)

    assert [one.problem.code for one in outcome.problems] == ["ambiguous"]
    assert outcome.written


def test_what_is_no_longer_planned_is_removed(site: Make) -> None:
    little = site(MINES)
    little.write("content/more/dossier.yaml", "title: More")
    built(little)
    assert (little.root / "_site/dossiers/more.html").exists()

    (little.root / "content/more/dossier.yaml").unlink()
    built(little)
    assert not (little.root / "_site/dossiers/more.html").exists()


def test_what_is_no_longer_planned_is_removed_also_when_a_check_has_already_seen_that(site: Make) -> None:
    little = site(MINES)
    little.write("content/more/dossier.yaml", "title: More")
    built(little)

    (little.root / "content/more/dossier.yaml").unlink()
    check(little.root)
    little.edit("content/mines/quotes.yaml", "dismounted", "mounted")
    assert not built(little).written
    little.edit("content/mines/quotes.yaml", "mounted", "dismounted")
    built(little)
    assert "more" not in {path.stem for path in (little.root / "_site").rglob("*")}


def test_what_an_edit_moves_is_remembered_whatever_else_comes_of_it(site: Make) -> None:
    """All sources go, an agency comes, and a text changes while a template is broken: the next build knows who is kin."""
    said = "The long road went over the hills into the town where the mines had been laid in rows by the army."
    little = site(f"-- seeds/a.txt --\n{said}\n-- seeds/b.txt --\n{said}\n-- content/d/dossier.yaml --\ntitle: D\n")
    entered, broken = "content/d/sources.yaml", "themes/default/templates/source.html"
    sources = (little.root / entered).read_text("utf-8")
    families = ["a", "b"]

    assert check(little.root).told()["families"] == [families]
    little.write(entered, "[]")
    little.write("content/outlets.yaml", "- {id: afp, name: AFP, kind: agency}\n")
    assert check(little.root).told()["families"] == []
    little.write(entered, sources)
    assert check(little.root).told()["families"] == [families]
    little.write("seeds/b.txt", "It is not so.\n")
    little.write(broken, "{{ nothing.here }}")
    assert not built(little).written
    (little.root / broken).unlink()
    built(little)
    assert json.loads((little.root / "_site/problems.json").read_bytes())["families"] == []


def test_an_empty_site_is_a_site(site: Make) -> None:
    little = site("-- content/site.yaml --\ntitle: Empty\n")
    outcome = built(little)

    assert not outcome.problems
    assert (little.root / "_site/index.html").exists()


def test_a_source_entered_alike_in_two_dossiers_is_one(site: Make) -> None:
    little = site(MINES)
    little.write("content/more/dossier.yaml", "title: More")
    little.write("content/more/sources.yaml", (little.root / "content/mines/sources.yaml").read_text())
    assert not little.problems().problems

    little.edit("content/more/sources.yaml", "afp.txt", "afp.txt, title: Other")
    assert [one.problem.code for one in little.problems().problems] == ["duplicate-id"]


def test_the_same_input_gives_the_same_bytes_in_any_time_zone_locale_and_hash_seed(tmp_path: Path) -> None:
    sites = []
    for n, env in enumerate(
        (
            {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
            {"PYTHONHASHSEED": "77", "TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1", "COLUMNS": "20"},
        )
    ):
        out = tmp_path / str(n)
        command = [sys.executable, "-m", "site_builder", "build", "--root", str(SITE), "--out", str(out)]
        subprocess.run(command, check=True, env={**os.environ, **env}, cwd=SITE, capture_output=True)
        sites.append(contents(out))

    assert sites[0] == sites[1]


def test_no_file_of_a_site_knows_when_or_where_it_was_built(tmp_path: Path) -> None:
    build(SITE, tmp_path / "out")

    for path, content in contents(tmp_path / "out").items():
        assert str(tmp_path).encode() not in content, path
        assert str(SITE).encode() not in content, path


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("Mines [@nothing].", "unknown-citation", "nothing is called 'nothing'"),
        ("Mines [@figure:afp].", "unknown-citation", "no figure is called 'afp', but another record is"),
        ("Mines [@leed].", "unknown-citation", "did you mean 'lead'?"),
        ('Mines [@afp "lead with mounted forces"].', "altered", "does not say this"),
        ("Mines [@afp words].", "bad-citation", "can't be read"),
        ('Mines [@lead "words"].', "bad-citation", "words are cited from sources only"),
        ("Mines [@quotes:lead].", "bad-citation", "did you mean 'quote'?"),
        ("Mines [@figure:lead].", "unknown-citation", ""),
    ],
)
def test_a_citation_in_the_story_that_does_not_hold(site: Make, text: str, code: str, words: str) -> None:
    little = site(MINES)
    little.write("content/mines/story.md", f"A first line.\n\nThe second: {text}\n")
    (one,) = little.problems().problems

    assert (one.problem.file, one.problem.code, one.line, one.column) == ("content/mines/story.md", code, 3, 19)
    assert words in f"{one.problem.message} {one.problem.hint}"


def test_two_kinds_that_share_an_id_are_told_apart(site: Make) -> None:
    little = site(MINES)
    little.write("content/mines/claims.yaml", "- {id: lead, claim: x, positions: [{source: afp, says: affirms, words: Mines were sent}]}\n")
    little.write("content/mines/story.md", "One [@lead].\n")
    (one,) = little.problems().problems
    assert (one.problem.code, one.problem.hint) == ("unclear-citation", "say which: [@quote:lead] or [@claim:lead]")

    little.write("content/mines/story.md", "One [@claim:lead].\n")
    assert not little.problems().problems


def test_a_citation_on_a_free_page_is_checked_too(site: Make) -> None:
    little = site(MINES)
    little.write("content/pages/about.md", '# About\n\nSee [@afp "Mines were sent"] and [@afp "Mines were not sent on Wednesday"].\n')
    (one,) = little.problems().problems

    assert (one.problem.file, one.line, one.problem.code) == ("content/pages/about.md", 3, "altered")


def test_what_a_free_page_cites_is_shown_on_the_source_page_and_leads_back(site: Make) -> None:
    little = site(MINES)
    little.write("content/pages/about.md", '# About us\n\nSee [@afp "on Wednesday"].\n')
    assert built(little).written
    source = (little.root / "_site/sources/afp.html").read_text("utf-8")
    about = (little.root / "_site/about.html").read_text("utf-8")

    assert 'href="sources/afp.html#p1"' in about
    assert 'href="../about.html"' in source
    assert ">About us</a>" in source
    assert "on Wednesday</mark>" in source


def test_a_dossier_that_was_put_away_is_told_about_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, content in files_of(first()).items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_bytes(content)

    def built(name: str) -> dict[str, bytes]:
        shutil.rmtree(tmp_path / "site" / ".dossier", ignore_errors=True)
        out = tmp_path / name
        assert build(tmp_path / "site", out).folders
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}

    kept = built("kept")
    taken: list[str] = []
    remember = Desk.remember
    monkeypatch.setattr("site_builder.steps.DESKS", 0)

    def remembered(desk: Desk, found: Findings) -> None:
        taken.append(desk.dossier.id)
        remember(desk, found)

    monkeypatch.setattr(Desk, "remember", remembered)

    assert built("put away") == kept
    assert taken


@pytest.mark.parametrize("junk", [b"x" * 10_000, b""])
def test_a_problems_json_that_somebody_has_written_into_is_made_anew(site: Make, junk: bytes) -> None:
    little = site("-- seeds/a.txt --\nThe road was long.\n-- content/d/dossier.yaml --\ntitle: D\n")
    built(little)
    published = little.root / "_site/problems.json"
    published.write_bytes(junk[: published.stat().st_size])
    little.write("content/d/dossier.yaml", "title: Another\n")
    built(little)
    shown = published.read_bytes()
    shutil.rmtree(little.root / ".dossier")
    built(little)
    assert published.read_bytes() == shown
