"""What is written is valid, and light."""

import gzip
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from site_builder.build import build
from tests.browser.conftest import ROOT, Site
from tests.render.hostile import hostile

NU = ROOT / ".ci/node_modules/vnu-jar/build/dist/vnu.jar"
HEAVIEST = 50_000  # bytes of a dossier page with its styles, compressed: design, budgets


def test_every_page_is_valid_by_the_nu_checker(site: Site, tmp_path: Path) -> None:
    """Also where every field tries to be more than text. Needs Java and `npm install --prefix .ci`; continuous integration has both."""
    java = shutil.which("java")
    if not (java and NU.exists()) and not os.environ.get("CI"):
        # On somebody's own machine they may lack; in continuous integration the call below fails instead.
        pytest.skip("no Java or no Nu checker here")
    assert build(hostile(tmp_path), tmp_path / "_site").written
    folders = [str(site.folder), str(tmp_path / "_site")]
    checked = subprocess.run(
        [java or "java", "-Xss2m", "-jar", str(NU), "--errors-only", "--skip-non-html", "--format", "gnu", *folders],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    said = checked.stderr.replace(site.folder.as_uri().replace("file:///", "file:/"), "")

    assert not said, said
    assert checked.returncode == 0


def styles(page: Path) -> list[Path]:
    """The style sheets that a page asks for."""
    found = re.findall(r'<link[^>]*rel="?stylesheet"?[^>]*href="?([^" >]+)', page.read_text(encoding="utf-8"))
    return [(page.parent / href).resolve() for href in found]


def test_a_dossier_loads_at_once(site: Site) -> None:
    for path in site.dossiers:
        page = site.folder / path
        assert styles(page)
        weights = {file.name: len(gzip.compress(file.read_bytes())) for file in [page, *styles(page)]}
        assert sum(weights.values()) <= HEAVIEST, weights
