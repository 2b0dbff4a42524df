"""What is clicked or touched is large enough, or far enough from the next (WCAG 2.2, 2.5.8), also where little is known of the sources."""

from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from site_builder.build import build
from tests.browser.conftest import Visit
from tests.browser.test_access import AXE, unfold
from tests.conftest import LittleSite

COPIES = 40  # of one report: the pages of its sources show some beside each other and name the rest
REPORT = """The mayor of the harbour town said on Tuesday that the old bridge over the river would be closed to lorries for two years.
Engineers had found cracks in three of its pillars, and the council did not want to wait until the winter was over to repair them."""
SITE = f"""
{"".join(f"-- seeds/s{n}.txt --{chr(10)}{REPORT}{chr(10)}" for n in range(COPIES))}
-- seeds/other.txt --
"We will not go," said Ann Lee. "We will stay," she said.
-- content/d/sources.yaml --
{"".join(f'- {{id: s{n}, file: s{n}.txt, url: "https://example.org/{n}"}}{chr(10)}' for n in range(COPIES))}
-- content/d/story.md --
She will not go [@q1], but stay [@q2]. The bridge [@s1 "the old bridge"] is old.
-- content/e/sources.yaml --
- {{id: other, file: other.txt, title: Ann Lee, url: "https://example.org/other", archive: {{url: "https://example.org/kept"}}}}
-- content/e/quotes.yaml --
- {{id: q1, actor: ann, words: We will not go}}
- {{id: q2, actor: ann, words: We will stay}}
"""
TARGETS = {"runOnly": ["target-size"], "rules": {"target-size": {"enabled": True}}}


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_targets_are_large_enough_or_apart(visit: Visit, tmp_path: Path, width: int) -> None:
    little = LittleSite(tmp_path, SITE)
    outcome = build(little.root, little.root / "_site")
    assert outcome.written, outcome.problems
    page = visit(viewport={"width": width, "height": 900})
    found = []
    for path in ("dossiers/d.html", "dossiers/e.html", "sources/s20.html", "sources.html"):
        page.goto((little.root / "_site" / path).as_uri())
        unfold(page)
        page.evaluate(AXE_SCRIPT)
        found += [f"{path}: {violation}" for violation in page.evaluate(AXE, TARGETS)]
        if path.startswith("sources/"):
            assert page.get_by_text("Also related to").count() == 1
    assert not found, "\n".join(found)
