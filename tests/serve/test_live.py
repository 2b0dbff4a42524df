"""What the preview shows equals what a build makes of the same files, whatever was edited before."""

from __future__ import annotations

import gc
import random
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from site_builder.build import build
from site_builder.files import inputs
from site_builder.serve.live import Live
from tests import newsroom

OWN = ".dossier-files"  # of the build itself: no part of the site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path / "site", newsroom.files_of(newsroom.first()))
    return tmp_path / "site"


@pytest.fixture
def live(site: Path) -> Iterator[Live]:
    opened = Live(site)
    opened.open()
    done(opened)
    yield opened
    opened.close()


def write(root: Path, files: Mapping[str, bytes]) -> set[str]:
    """Brings a folder to hold these files; the paths of those that changed."""
    there = {path: (root / path).read_bytes() for path in inputs(root)}
    for path in there.keys() - files.keys():
        (root / path).unlink()
    changed = {path for path, content in files.items() if there.get(path) != content}
    for path in changed:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(files[path])
    return changed | (there.keys() - files.keys())


def done(live: Live) -> None:
    for _ in range(10_000):
        if not live.work():
            return
    raise AssertionError("there is always more to do")


def built(site: Path, at: Path) -> dict[str, bytes] | None:
    """The files that a build makes of the same files from nothing; None if it refuses."""
    shutil.rmtree(at, ignore_errors=True)
    shutil.copytree(site, at, ignore=shutil.ignore_patterns(".dossier", "_site"))
    if not build(at, at / "_site").folders:
        return None
    out = at / "_site"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file() and path.name != OWN}


def served(live: Live, paths: Any) -> dict[str, bytes]:
    found = {path: live.served(path) for path in paths}
    return {path: one.content for path, one in found.items() if one}


def edited(live: Live, site: Path, path: str, old: str, new: str) -> None:
    text = (site / path).read_text("utf-8")
    assert old in text
    (site / path).write_text(text.replace(old, new, 1), "utf-8")
    assert live.changed({path}).files == (path,)


@pytest.mark.parametrize("chance", range(3))
def test_after_any_edits_what_is_shown_equals_a_build(site: Path, tmp_path: Path, chance: int) -> None:
    draw = random.Random(chance)  # noqa: S311 a walk that can be walked again
    if chance:
        build(site, site / "_site")
    live = Live(site)
    live.open()
    knobs, ever = newsroom.first(), set[str]()
    for n in range(25):
        for _ in range(draw.choice((1, 1, 2, 4))):
            knob = draw.choice(list(newsroom.KNOBS))
            knobs = {**knobs, knob: draw.choice(newsroom.KNOBS[knob])}
        trouble = draw.choice(newsroom.TROUBLE) if draw.random() < 0.2 else ""
        changed = write(site, newsroom.files_of(knobs, trouble))
        live.changed(changed if draw.random() < 0.7 else None)
        served(live, draw.sample(sorted(ever), min(3, len(ever))))  # somebody looks before all is worked out
        if n % 5 == 4:
            done(live)
            site_built = built(site, tmp_path / "built")
            if site_built is not None:
                ever |= site_built.keys()
                assert served(live, ever) == site_built
        if n == 12:  # a build goes on beside it, and a preview is started again
            build(site, site / "_site")
            assert live.served("index.html")
            live.close()
            live = Live(site)
            live.open()
    live.close()


def test_a_preview_of_a_new_site_leaves_the_next_build_right(site: Path, live: Live, tmp_path: Path) -> None:
    edited(live, site, "content/mines/dossier.yaml", "title: ", "title: Anew, ")
    shown = built(site, tmp_path / "built")
    assert build(site, site / "_site").folders
    out = site / "_site"
    assert {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file() and path.name != OWN} == shown


def test_nothing_is_written_but_what_is_remembered(site: Path, live: Live) -> None:
    edited(live, site, "content/mines/dossier.yaml", "title: ", "title: Anew, ")
    served(live, ["index.html", "dossiers/mines.html"])
    assert {path.name for path in site.iterdir()} <= {"content", "seeds", "themes", ".dossier"}


def test_a_builds_verdicts_are_not_worked_out_again(site: Path) -> None:
    build(site, site / "_site")
    live = Live(site)
    live.open()
    assert not live.is_behind
    live.close()


# ── what is wrong ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

MINES = "dossiers/mines.html"
QUOTES, STORY = "content/mines/quotes.yaml", "content/mines/story.md"


def page(live: Live, path: str) -> bytes:
    found = live.served(path)
    assert found is not None
    return found.content


def test_a_quotation_that_is_not_there_shows_at_its_record_until_it_is_mended(site: Path, live: Live) -> None:
    before = page(live, MINES)
    edited(live, site, QUOTES, "dismounted forces", "mounted forces")
    found = live.served(MINES)
    assert found is not None
    assert not found.is_last_good
    assert b"They lead with mounted forces" in found.content
    wrong = {(one.code, one.file, one.line, one.column, one.page, one.anchor) for one in found.troubles}
    assert ("altered", QUOTES, 3, 10, MINES, "quote-lead") in wrong
    assert "They lead with dismounted forces" in found.troubles[0].hint
    assert set(live.troubles()) >= set(found.troubles)
    assert live.tally()[0] == len(found.troubles)
    edited(live, site, QUOTES, "mounted forces", "dismounted forces")
    mended = live.served(MINES)
    assert mended is not None
    assert (mended.content, mended.troubles) == (before, ())
    assert not live.tally()[0]


def test_a_citation_that_fails_in_the_story_is_marked_at_its_very_place(site: Path, live: Live) -> None:
    edited(live, site, STORY, "Mines are sent.", 'Mines [@wire "will be seen"] are sent [@wire "nowhere said"].')
    found = live.served(MINES)
    assert found is not None
    tokens = [one.token for one in found.troubles]
    assert len(tokens) == 2
    assert [found.content.count(token.encode()) for token in tokens] == [1, 1]
    assert re.search(f"Mines.*{tokens[0]} are sent.*{tokens[1]}[.]".encode(), found.content)
    assert tokens[0].encode() not in page(live, "dossiers/mines.json")


def test_a_file_that_is_no_yaml_keeps_every_page_as_it_last_was(site: Path, live: Live) -> None:
    paths = [MINES, "index.html", "sources.html", "sources/wire.html", "dossiers/cables.html", "actors/austin.html"]
    before = served(live, paths)
    for file in (QUOTES, "content/mines/sources.yaml", "content/mines/dossier.yaml"):
        text = (site / file).read_text("utf-8")
        (site / file).write_text(text + "\n- {id: [\n", "utf-8")
        assert live.changed({file}).files == (file,)
        assert served(live, paths) == before
        found = live.served(MINES)
        assert found is not None
        assert found.is_last_good
        assert {one.file for one in found.troubles} == {file}
        assert {one.file for one in live.troubles() if one.severity == "error"} == {file}
        (site / file).write_text(text, "utf-8")
        live.changed({file})
        again = live.served(MINES)
        assert again is not None
        assert (again.content, again.is_last_good, again.troubles) == (before[MINES], False, ())


def test_a_page_that_could_never_be_made_says_what_is_wrong(site: Path) -> None:
    (site / QUOTES).write_text("- {id: [\n", "utf-8")
    live = Live(site)
    live.open()
    found = live.served(MINES)
    assert found is not None
    assert {one.file for one in found.troubles} == {QUOTES}
    assert live.served("dossiers/nowhere.html") is None
    live.close()


@pytest.mark.parametrize("file", ["content/site.yaml", "content/actors.yaml", "content/outlets.yaml"])
def test_what_all_share_stands_as_it_last_could_be_read(site: Path, live: Live, file: str) -> None:
    paths = [MINES, "index.html", "actors.html", "outlets.html", "about.html"]
    before = served(live, paths)
    text = (site / file).read_text("utf-8")
    (site / file).write_text(text + "\n  ]: {\n", "utf-8")
    live.changed({file})
    assert served(live, paths) == before
    assert {one.file for one in live.troubles() if one.severity == "error"} == {file}
    (site / file).write_text(text, "utf-8")
    live.changed({file})
    assert served(live, paths) == before
    assert not live.tally()[0]


def test_a_template_that_fails_keeps_the_page_and_says_where(site: Path, live: Live) -> None:
    theme = site / "themes" / "mine" / "templates"
    edited(live, site, "content/site.yaml", "theme: default", "theme: mine")
    assert [one.code for one in live.troubles() if one.severity == "error"] == ["unknown-theme"]
    theme.mkdir(parents=True)
    (theme / "dossier.html").write_text("{{ frame.title }}!", "utf-8")
    live.changed(None)
    assert page(live, MINES) == b"Mines!"
    for broken in ("{{ nothing }}", "{% if %}"):
        (theme / "dossier.html").write_text(broken, "utf-8")
        live.changed({"themes/mine/templates/dossier.html"})
        found = live.served(MINES)
        assert found is not None
        assert found.content == b"Mines!"
        assert {one.file for one in live.troubles() if one.severity == "error"} == {"themes/mine/templates/dossier.html"}
    (theme / "dossier.html").write_text("{{ frame.title }}?", "utf-8")
    live.changed({"themes/mine/templates/dossier.html"})
    assert page(live, MINES) == b"Mines?"
    assert not live.tally()[0]


def test_of_a_theme_only_the_template_that_was_saved_is_compiled(site: Path, live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    templates = site / "themes/default/templates"
    templates.mkdir(parents=True)
    for name in ("dossier.html", "source.html", "actor.html"):
        (templates / name).write_text(f'{{% extends "default/{name}" %}}', "utf-8")
    live.changed(None)
    page(live, MINES)
    compiled: list[str] = []

    def compile_too(*given: Any, **more: Any) -> Any:
        compiled.append(str(given[2]))
        return plainly(*given, **more)

    plainly = Environment.compile
    monkeypatch.setattr(Environment, "compile", compile_too)
    for old, new in (("%}", "%}{% block sprite %}Amended{% endblock %}"), ("Amended", "Amended again")):
        edited(live, site, "themes/default/templates/dossier.html", old, new)
        assert b"Amended" in page(live, MINES)

    assert compiled == ["dossier.html"] * 2


def test_the_same_edits_again_and_again_take_no_more_memory(site: Path, live: Live) -> None:
    files = [next(site.glob(f"content/*/{name}")) for name in ("story.md", "quotes.yaml", "dossier.yaml")]
    texts = {file: file.read_bytes() for file in [*files, next(site.glob("seeds/**/*.txt"))]}

    def blocks_after(times: int) -> int:
        for _ in range(times):
            for file, text in texts.items():
                for content in (text + b"\n", text):
                    file.write_bytes(content)
                    live.changed({file.relative_to(site).as_posix()})
                    live.served(f"dossiers/{file.parent.name}.html")
                    live.troubles()
                    done(live)
        gc.collect()
        return sys.getallocatedblocks()

    blocks_after(5)
    first = blocks_after(1)
    edits = 20
    assert (blocks_after(edits) - first) / (2 * len(texts) * edits) < 4  # what is noted of an edit, if it is kept, is ten


def test_an_edit_is_followed_to_where_it_shows(site: Path, live: Live) -> None:
    page(live, MINES)
    (site / QUOTES).write_text((site / QUOTES).read_text("utf-8").replace("We will not wait for spring,", "not wait for spring,"), "utf-8")
    assert live.changed({QUOTES}).follow == f"{MINES}#quote-spring"
    for file, follow in (("seeds/wire.txt", "sources/wire.html"), ("content/pages/about.md", "about.html"), (STORY, MINES)):
        (site / file).write_text((site / file).read_text("utf-8") + "\n\nMore.\n", "utf-8")
        assert live.changed({file}).follow == follow


def test_a_dossier_comes_and_goes(site: Path, live: Live) -> None:
    new = site / "content" / "reeds"
    new.mkdir()
    (new / "dossier.yaml").write_text("title: Reeds\n", "utf-8")
    live.changed(None)
    assert b"Reeds" in page(live, "index.html")
    assert b"Reeds" in page(live, "dossiers/reeds.html")
    shutil.rmtree(new)
    live.changed(None)
    assert b"Reeds" not in page(live, "index.html")
    assert live.served("dossiers/reeds.html") is None


def test_a_new_dossier_that_cites_a_source_of_another(site: Path, live: Live, tmp_path: Path) -> None:
    new = site / "content" / "reeds"
    new.mkdir()
    (new / "dossier.yaml").write_text("title: Reeds\n", "utf-8")
    (new / "sources.yaml").write_text("- {id: reed, file: reeds.txt, title: Reeds}\n", "utf-8")
    cited = "[{source: reed, words: Reeds were cut}, {source: wire, words: The aid package}]"
    (new / "events.yaml").write_text(f"- {{id: reaped, what: Reeds are cut, cites: {cited}}}\n", "utf-8")
    (site / "seeds/reeds.txt").write_text("Reeds were cut on the bank.\n", "utf-8")
    assert len(live.changed(None).files) == 4
    done(live)
    expected = built(site, tmp_path / "built")
    assert expected
    assert served(live, expected) == expected


def test_what_is_saved_while_something_is_worked_out_is_taken_and_told_as_a_change(site: Path, live: Live) -> None:
    cover = "content/mines/dossier.yaml"
    edited(live, site, cover, "title: ", "title: Once, ")
    live.changed({QUOTES})  # what was read for the last edit is not at hand any more
    now = (site / cover).read_text("utf-8").replace("Once", "Twice")
    (site / cover).write_text(now, "utf-8")
    done(live)
    assert b"Twice, " in page(live, "dossiers/mines.html")
    assert live.changed({cover}).files == (cover,)
    assert live.changed({cover}).files == ()


def test_where_else_words_stand_is_said_when_nobody_waits(site: Path, live: Live) -> None:
    elsewhere = (site / "seeds/grain.txt").read_text("utf-8").split(".")[0].strip('“" ')
    edited(live, site, QUOTES, "They lead with dismounted forces", elsewhere[:60].rpartition(" ")[0])
    assert not any("they stand in" in one.hint for one in live.troubles())
    done(live)
    assert any("they stand in" in one.hint for one in live.troubles())


def test_an_address_that_leads_nowhere_is_answered_from_where_the_preview_stands(site: Path) -> None:
    edited_site = (site / "content/site.yaml").read_text("utf-8") + "base_url: https://example.org/news/\n"
    (site / "content/site.yaml").write_text(edited_site, "utf-8")
    live = Live(site, "/repo/")
    live.open()
    assert b'href="/news/index.html"' in page(live, "404.html")
    assert b'href="/repo/index.html"' in live.missing().content
    assert b"/news/" not in live.missing().content
    live.close()


@pytest.mark.parametrize("path", ["verification.html", "verification/mines.html"])
def test_errors_stand_apart_from_warnings_in_the_report(site: Path, live: Live, path: str) -> None:
    assert b'id="errors"' not in page(live, path)
    edited(live, site, QUOTES, "dismounted forces", "mounted forces")
    done(live)
    before, _, rest = page(live, path).partition(b'id="errors"')
    told, _, after = rest.partition(b"</section>")
    assert told.count(b"does not say this, but almost") == told.count(b"<li>") == live.tally()[0]
    assert b"does not say this, but almost" not in before + after


def test_errors_are_no_warnings_for_programs_either(site: Path, live: Live) -> None:
    edited(live, site, QUOTES, "dismounted forces", "mounted forces")
    done(live)
    assert b'"altered"' not in page(live, "verification.json").partition(b'"warnings"')[2].partition(b"}")[0]


# ── what can't be read ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

BROKEN = "\n- {id: [\n"
COVER = "content/mines/dossier.yaml"


def saved(live: Live, site: Path, path: str, text: str) -> None:
    (site / path).write_text(text, "utf-8")
    assert live.changed({path}).files == (path,)


@pytest.mark.parametrize("file", [QUOTES, "content/mines/sources.yaml", COVER, "seeds/wire.txt"])
def test_a_page_that_nobody_had_opened_is_shown_as_it_was(site: Path, live: Live, tmp_path: Path, file: str) -> None:
    of_mines = [MINES, "dossiers/mines.json", "sources/wire.html", "verification/mines.html"]
    paths = [*of_mines, *(("index.html",) if file.startswith("content/") else ())]
    edited(live, site, "content/site.yaml", "title: ", "title: Anew, ")
    expected = built(site, tmp_path / "built")
    assert expected
    text = (site / file).read_bytes()
    (site / file).write_bytes(b"\n- {id: [\n" if file.startswith("content/") else b"\xff\xfe")
    live.changed({file})
    for _ in range(2):
        assert served(live, paths) == {path: expected[path] for path in paths}
        for path in paths:
            found = live.served(path)
            assert found
            assert found.is_last_good == (path in of_mines and found.is_page)
        done(live)
    now, then = (re.findall(rb"\d+ citations", report) for report in (page(live, "verification.html"), expected["verification.html"]))
    assert now == then or file.startswith("seeds/")  # others cite it too
    wrong = [one for one in live.troubles() if one.severity == "error"]
    assert wrong
    assert live.tally()[0] == len(wrong)
    (site / file).write_bytes(text)
    live.changed(None)
    assert served(live, paths) == {path: expected[path] for path in paths}


def test_it_is_shown_as_its_files_were_not_as_it_was_when_it_was_opened(site: Path, live: Live) -> None:
    edited(live, site, QUOTES, "dismounted forces", "mounted forces")
    assert b"They lead with mounted forces" in page(live, MINES)
    edited(live, site, QUOTES, "mounted forces", "dismounted forces")
    edited(live, site, COVER, "title: ", "title: Anew, ")
    saved(live, site, QUOTES, (site / QUOTES).read_text("utf-8") + BROKEN)
    found = live.served(MINES)
    assert found
    assert found.is_last_good
    assert b"Anew, " in found.content
    assert b"They lead with mounted forces" not in found.content
    assert {one.file for one in found.troubles} == {QUOTES}


def test_a_quotation_that_was_wrong_before_its_file_could_not_be_read_is_still_marked(site: Path, live: Live) -> None:
    edited(live, site, QUOTES, "dismounted forces", "mounted forces")
    saved(live, site, QUOTES, (site / QUOTES).read_text("utf-8") + BROKEN)
    done(live)
    for path in (MINES, "actors/austin.html"):
        found = live.served(path)
        assert found
        assert b"They lead with mounted forces" in found.content
        assert "altered" in {one.code for one in found.troubles}
    assert {one.code for one in live.troubles() if one.severity == "error"} == {"yaml-syntax"}


def test_what_could_never_be_read_is_shown_as_it_is_now(site: Path) -> None:
    text = (site / QUOTES).read_text("utf-8")
    (site / QUOTES).write_text(text + BROKEN, "utf-8")
    live = Live(site)
    live.open()
    edited(live, site, COVER, "title: ", "title: Anew, ")
    assert b"Anew, " in page(live, "index.html")
    found = live.served(MINES)
    assert found
    assert b"Anew, " in found.content
    assert not found.is_last_good
    live.close()


def test_what_a_broken_dossier_names_anew_is_known_when_something_else_is_saved(site: Path, live: Live) -> None:
    sources = "content/mines/sources.yaml"
    saved(live, site, sources, (site / sources).read_text("utf-8") + "\n- {id: reed, file: reeds.txt, titel: Reeds}\n")
    (site / "seeds/reeds.txt").write_text("Reeds were cut on the bank.\n", "utf-8")
    live.changed(None)
    before = live.troubles()
    for title in ("Anew, ", "Once more, "):
        edited(live, site, "content/site.yaml", "title: ", f"title: {title}")
        edited(live, site, "content/actors.yaml", "name: ", f"name: {title[0]}")
        assert [one for one in live.troubles() if one.severity == "error"] == [one for one in before if one.severity == "error"]
    assert live.served("sources/reed.html") is None


def test_a_dossier_that_is_broken_before_anything_was_told_of_it_is_listed(site: Path) -> None:
    live = Live(site)
    live.open()
    new = site / "content" / "reeds"
    new.mkdir()
    (new / "dossier.yaml").write_text("title: Reeds\n", "utf-8")
    live.changed(None)
    saved(live, site, "content/reeds/dossier.yaml", "title: [\n")
    assert b"Reeds" in page(live, "index.html")
    live.close()


def test_pages_that_were_taken_away_are_gone_whatever_else_is_wrong(site: Path, live: Live) -> None:
    paths = ["dossiers/grain.html", "dossiers/grain.json", "about.html"]
    assert len(served(live, paths)) == len(paths)
    edited(live, site, QUOTES, "dismounted forces", "mounted forces")
    (site / "content/outlets.yaml").write_text("- {id: [\n", "utf-8")
    shutil.rmtree(site / "content/grain")
    (site / "content/pages/about.md").unlink()
    live.changed(None)
    assert live.tally()[0]
    assert not served(live, paths)
    done(live)
    assert not served(live, paths)


# ── templates that fail ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

OWN_DOSSIER = "themes/default/templates/dossier.html"
PLAIN = '{% extends "default/dossier.html" %}'
FAILING = PLAIN + "{% block sprite %}{{ nothing.there }}{% endblock %}"


def failing(live: Live) -> set[str]:
    assert live.tally()[0] == sum(one.severity == "error" for one in live.troubles())
    return {one.page for one in live.troubles() if one.severity == "error"}


@pytest.fixture
def template(site: Path, live: Live) -> str:
    (site / OWN_DOSSIER).parent.mkdir(parents=True)
    (site / OWN_DOSSIER).write_text(PLAIN, "utf-8")
    live.changed(None)
    done(live)
    return OWN_DOSSIER


def test_a_template_that_fails_is_told_though_nobody_looks(site: Path, live: Live, template: str) -> None:
    saved(live, site, template, FAILING)
    done(live)
    assert len(failing(live)) == 1
    again = Live(site)
    again.open()
    done(again)
    assert len(failing(again)) == 1
    again.close()


def test_a_template_that_is_mended_fails_on_no_page(site: Path, live: Live, template: str) -> None:
    saved(live, site, template, FAILING)
    pages = {f"dossiers/{path.name}.html" for path in (site / "content").iterdir() if (path / "dossier.yaml").exists()}
    served(live, pages)
    assert failing(live) == pages
    saved(live, site, template, FAILING.replace("nothing.there", "nothing.here"))
    done(live)
    assert failing(live) == pages
    saved(live, site, template, PLAIN)
    done(live)
    assert not failing(live)


def test_a_dossier_that_is_taken_away_or_amended_fails_no_longer(site: Path, live: Live, template: str) -> None:
    only_there = "{% block sprite %}{% if 'Mines' in frame.title or 'Grain' in frame.title %}{{ nothing.there }}{% endif %}{% endblock %}"
    saved(live, site, template, PLAIN + only_there)
    served(live, [MINES, "dossiers/grain.html"])
    assert failing(live) == {MINES, "dossiers/grain.html"}
    shutil.rmtree(site / "content/grain")
    live.changed(None)
    assert failing(live) == {MINES}
    edited(live, site, COVER, "Mines", "Anew")
    done(live)
    assert not failing(live)


def test_a_template_is_saved_when_the_dossier_that_was_looked_at_last_is_gone(site: Path, live: Live, template: str) -> None:
    page(live, "dossiers/grain.html")
    shutil.rmtree(site / "content/grain")
    live.changed(None)
    saved(live, site, template, FAILING)
    done(live)
    assert failing(live)
    assert "dossiers/grain.html" not in failing(live)


# ── what an actor said ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_quotation_that_does_not_hold_is_marked_on_its_actors_page_too(site: Path, live: Live) -> None:
    path = "actors/austin.html"
    before = page(live, path)
    edited(live, site, QUOTES, "dismounted forces", "mounted forces")
    found = live.served(path)
    assert found
    tokens = [one.token for one in found.troubles if one.code == "altered"]
    assert tokens
    for token in tokens:
        assert re.search(f"They lead with mounted forces[a-z0-9]*{token}".encode(), found.content)
    assert all("They lead with dismounted forces" in one.hint for one in found.troubles if one.code == "altered")
    assert tokens[0].encode() not in page(live, "actors/austin.json")
    others = live.served("actors/wareham.html")
    assert others
    assert not others.troubles
    edited(live, site, QUOTES, "mounted forces", "dismounted forces")
    mended = live.served(path)
    assert mended
    assert (mended.content, mended.troubles) == (before, ())
