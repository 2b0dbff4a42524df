"""The command: what it prints, where, and with which exit status."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder import memo
from tests.conftest import SITE

OURS = {**os.environ, "PYTHONPATH": str(SITE), "LC_ALL": "C"}


def dossier(*args: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "site_builder", *args], capture_output=True, text=True, encoding="utf-8", cwd=cwd, env=OURS, check=False
    )


@pytest.fixture
def started(tmp_path: Path) -> Path:
    """A site made by `dossier new`."""
    assert dossier("new", "site", cwd=tmp_path).returncode == 0
    return tmp_path / "site"


def test_a_new_site_builds_without_a_word_of_complaint(started: Path) -> None:
    ran = dossier("build", cwd=started)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.count("\n") == 1
    assert ran.stdout.startswith("1 dossier, 2 sources, ")
    assert "verified; " in ran.stdout
    assert (started / "_site" / "index.html").exists()


def test_the_site_is_found_from_below(started: Path) -> None:
    assert dossier("build", cwd=started / "content" / "harbour-bridge").returncode == 0


def test_new_does_not_touch_a_folder_that_holds_something(started: Path) -> None:
    (started / "mine.txt").write_text("mine")
    ran = dossier("new", ".", cwd=started)

    assert ran.returncode == 2
    assert "is not empty" in ran.stderr
    assert (started / "mine.txt").read_text() == "mine"


def test_the_folder_of_a_new_site_is_named_as_it_is_typed(tmp_path: Path) -> None:
    assert "Next: cd 'my site' && dossier build" in dossier("new", "my site", cwd=tmp_path).stdout
    assert "Next: cd my-site && dossier build" in dossier("new", "my-site", cwd=tmp_path).stdout


def test_a_wrong_word_stops_the_build_with_status_1(started: Path) -> None:
    quotes = started / "content" / "harbour-bridge" / "quotes.yaml"
    quotes.write_text(quotes.read_text("utf-8").replace("a detour than", "a tour than"), "utf-8")
    ran = dossier("build", cwd=started)

    assert (ran.returncode, ran.stdout) == (1, "")
    assert (
        "content/harbour-bridge/quotes.yaml:4:10: error: 'gazette' does not say this, but almost: the source has 'detour' for 'tour'"
        in ran.stderr
    )
    assert "2 errors; nothing was written" in ran.stderr
    assert not (started / "_site").exists()


def test_a_check_ends_with_how_many_warnings_there_are(started: Path) -> None:
    assert dossier("check", cwd=started).stdout.endswith(" citations verified; no warnings\n")
    sources = started / "content" / "harbour-bridge" / "sources.yaml"
    sources.write_text(sources.read_text("utf-8") + "  skip: [Nothing begins so]\n", "utf-8")
    ran = dossier("check", cwd=started)

    assert ran.returncode == 0
    assert "[unused-skip]" in ran.stderr
    assert ran.stdout.endswith(" citations verified; 1 warning\n")
    told = json.loads(dossier("check", "--format", "json", cwd=started).stdout)
    assert [one["code"] for one in told["problems"]] == ["unused-skip"]
    assert {"ok", "problems", "citations", "silenced", "families", "kinships", "content"} == set(told)


def test_a_build_tells_ten_warnings_of_each_kind_and_a_check_all(started: Path) -> None:
    sources = started / "content" / "harbour-bridge" / "sources.yaml"
    sources.write_text(sources.read_text("utf-8") + f"  skip: [{', '.join(f'Nothing begins so {n}' for n in range(12))}]\n", "utf-8")
    built, checked = dossier("build", cwd=started), dossier("check", cwd=started)

    assert (built.returncode, checked.returncode) == (0, 0)
    assert (built.stderr.count("[unused-skip]"), checked.stderr.count("[unused-skip]")) == (10, 12)
    assert "2 more unused-skip: `dossier check` tells all\n" in built.stderr
    assert "more unused-skip" not in checked.stderr
    assert built.stderr.endswith("12 warnings\n")
    assert len(json.loads((started / "_site/problems.json").read_bytes())["problems"]) == 12
    again = dossier("build", cwd=started)
    assert again.stderr == built.stderr


@pytest.mark.parametrize(
    "args",
    [
        ("biuld",),
        ("build", "--rot", "."),
        ("build", "--root", "nowhere"),
        ("build", "--base-url", "not an address"),
        ("build", "--base-url", "https://a]b/"),
        ("build", "--base-url", "https://a.org/?q#f"),
        ("check", "--format", "xml"),
        ("new",),
        ("build", "--out", "themes/mine"),
        ("build", "--out", ".git/mine"),
        ("build", "--trace", "_site/trace.json"),
    ],
)
def test_wrong_usage_has_status_2(started: Path, args: tuple[str, ...]) -> None:
    ran = dossier(*args, cwd=started)

    assert ran.returncode == 2
    assert "Usage:" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not {"themes", ".git", "_site"}.intersection(path.name for path in started.iterdir())


def test_a_folder_without_content_is_wrong_usage(tmp_path: Path) -> None:
    ran = dossier("build", cwd=tmp_path)

    assert ran.returncode == 2
    assert "dossier new" in ran.stderr


def test_an_output_folder_of_someone_else_is_refused(started: Path, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").write_text("x")
    ran = dossier("build", "--out", str(tmp_path / "photos"), cwd=started)

    assert ran.returncode == 2
    assert "one.jpg" in ran.stderr


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_check_prints_one_document(started: Path, form: str) -> None:
    ran = dossier("check", "--format", form, cwd=started)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)
    assert not (started / "_site").exists()


def test_help_teaches() -> None:
    for args in ((), ("build",), ("check",), ("new",)):
        ran = dossier(*args, "--help")
        assert ran.returncode == 0
        assert "Usage: dossier" in ran.stdout


def test_a_build_without_options_imports_nobody_who_reads_them(started: Path) -> None:
    assert dossier("build", cwd=started).returncode == 0
    code = "import sys; sys.argv[1:] = ['build']; from site_builder.__main__ import main; main(); print('click' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=started, check=True)
    assert ran.stdout.endswith("\nFalse\n")


@pytest.mark.parametrize("options", [(), ("--base-url", "")])
def test_what_is_wrong_with_a_folder_is_told_alike_with_options_and_without(tmp_path: Path, options: tuple[str, ...]) -> None:
    ran = dossier("build", *options, cwd=tmp_path)
    assert ran.returncode == 2
    assert ran.stderr.startswith("Usage: dossier build [OPTIONS]\n")
    assert "Error: there is no folder content/ here or above" in ran.stderr


def test_help_and_a_wrong_word_import_nothing_heavy() -> None:
    heavy = ["jinja2", "markdown", "yaml", "msgspec", "rich", "rapidfuzz"]
    code = f"import sys, site_builder.cli; print([name for name in {heavy} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=SITE, check=True)

    assert ran.stdout == "[]\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in which somebody is can't be removed there")
def test_a_shell_in_the_site_itself_may_go_on_building(started: Path) -> None:
    site = started / "_site"
    assert dossier("build", cwd=started).returncode == 0
    build = f'"{sys.executable}" -m site_builder build'
    again = "for n in 1 2 3; do echo '# '$n >> ../content/site.yaml; sed -i \"s/^title:.*/title: Edition $n/\" ../content/site.yaml; "
    script = f"{again}{build} || exit 9; done; cd {site} && {build}"
    ran = subprocess.run(["bash", "-c", script], capture_output=True, text=True, cwd=site, env=OURS, check=False)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.count("verified") == 4
    assert "Edition 3" in (site / "index.html").read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in which somebody is can't be removed there")
def test_a_folder_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    script = f'mkdir gone; cd gone; rmdir ../gone; "{sys.executable}" -m site_builder build'
    ran = subprocess.run(["bash", "-c", script], capture_output=True, text=True, cwd=tmp_path, env=OURS, check=False)

    assert ran.returncode == 1
    assert ran.stderr == "Error: the folder that you are in is no longer there: go to your site's folder\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
@pytest.mark.parametrize("command", [["build"], ["check"], ["check", "--format", "json"]])
def test_what_can_not_be_said_is_no_traceback(started: Path, command: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        run = [sys.executable, "-m", "site_builder", *command]
        ran = subprocess.run(run, stdout=full, stderr=subprocess.PIPE, text=True, cwd=started, env=OURS, check=False)

    assert ran.returncode == 1
    assert ran.stderr == "Error: what was to be said could not be written: No space left on device\n"


@pytest.mark.skipif(sys.platform == "win32", reason="bash")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_keep_nobody_from_building(started: Path, closed: str) -> None:
    script = f'"{sys.executable}" -m site_builder build {closed}'
    assert subprocess.run(["bash", "-c", script], capture_output=True, cwd=started, env=OURS, check=False).returncode == 0
    assert (started / "_site/index.html").exists()


@pytest.mark.parametrize("file", ["seeds/gazette.txt", "content/site.yaml", "content/new.txt"])
def test_a_trace_is_written_over_nothing_that_counts(started: Path, file: str) -> None:
    before = {path: path.read_bytes() for path in started.rglob("*") if path.is_file()}
    ran = dossier("build", "--trace", file, cwd=started)

    assert ran.returncode == 2
    assert "never written" in ran.stderr
    assert {path: path.read_bytes() for path in started.rglob("*") if path.is_file()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="no lock there")
def test_a_command_that_waits_for_another_says_so(started: Path) -> None:
    with memo.alone(started):
        run = [sys.executable, "-m", "site_builder", "check"]
        with pytest.raises(subprocess.TimeoutExpired) as waited:
            subprocess.run(run, capture_output=True, cwd=started, env=OURS, timeout=6, check=False)
    assert (waited.value.stderr or b"").startswith(b"waiting for another build")


def test_nobody_knows_why_where_nothing_is_remembered(started: Path) -> None:
    (started / ".dossier").write_text("no folder")
    ran = dossier("build", "--why", "index.html", cwd=started)

    assert ran.returncode == 0
    assert "Nothing is remembered" in ran.stdout


@pytest.mark.skipif(shutil.which("localedef") is None, reason="makes a locale")
def test_a_name_that_is_not_ascii_is_found_whatever_the_locale(started: Path, tmp_path: Path) -> None:
    (started / "seeds/gazette.txt").rename(started / "seeds/gäzette.txt")
    sources = started / "content/harbour-bridge/sources.yaml"
    sources.write_text(sources.read_text("utf-8").replace("gazette.txt", "gäzette.txt"), "utf-8")
    env = {**OURS, "LC_ALL": "de_DE.ISO-8859-1", "LOCPATH": str(tmp_path)}
    subprocess.run(["localedef", "-i", "de_DE", "-f", "ISO-8859-1", tmp_path / env["LC_ALL"]], capture_output=True, check=False)
    encoding = subprocess.run(
        [sys.executable, "-c", "import sys; print(sys.getfilesystemencoding())"], capture_output=True, text=True, env=env, check=True
    ).stdout
    if encoding.strip() == "utf-8":
        pytest.skip("this system can't make such a locale")

    assert subprocess.run([sys.executable, "-m", "site_builder", "build"], cwd=started, env=env, check=False).returncode == 0
