"""The sample's pages as they should be, in tests/golden. `DOSSIER_RENEW=1 pytest tests/test_golden.py` renews them: review the diff."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from site_builder.build import build
from tests.conftest import SITE

GOLDEN = Path(__file__).parent / "golden"
PAGES = (
    "index.html",
    "dossiers/us-landmines-ukraine.html",
    "sources/vientiane.html",
    "actors/lloyd-austin.html",
    "outlets/moscow-times.html",
    "sources.html",
    "verification.html",
    "404.html",
    "dossiers/us-landmines-ukraine.bib",
    "actors/mary-wareham.json",
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sample") / "site"
    assert build(SITE, out).written
    return out


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_the_sample_is_as_it_was_reviewed(sample: Path, page: str) -> None:
    golden, made = GOLDEN / page, (sample / page).read_text("utf-8")
    if os.environ.get("DOSSIER_RENEW"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(made, "utf-8")

    assert made == golden.read_text("utf-8")
