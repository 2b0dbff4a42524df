"""Little sites written in the test itself.

`-- path --` begins a file. `#! code` at the end of a line says that a problem of that code must appear on that line; `#! code: words` also
that its message or hint has these words. What a site needs and the test does not care for (a title, actors, a list of all seeds) is added.
"""

from __future__ import annotations

import os
import re
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from msgspec.structs import replace

from site_builder.build import Outcome, check, verify
from site_builder.model import Citation

# The many programs that the tests start must find the byte code of the one before, as their users' do; else each takes a second longer.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a machine may stand still for a moment
settings.load_profile("patient")

FILE = re.compile(r"^-- (?P<path>\S+) --\n", re.M)
EXPECTED = re.compile(r"[ \t]*#! (?P<code>[a-z0-9-]+)(?:: (?P<words>.*))?$")
SITE = Path(__file__).parent.parent  # the sample

LOOSE_ENDS = {"one-family", "untargeted-reaction", "unused-actor", "unused-outlet", "unused-quotation", "unused-source"}

Expected = tuple[str, int, str]


class LittleSite:
    """A site in a folder of its own, and the problems that its text foretells."""

    def __init__(self, root: Path, text: str) -> None:
        self.root = root
        self.expected: list[Expected] = []
        self.words: dict[Expected, str] = {}
        parts = FILE.split(textwrap.dedent(text).lstrip("\n"))
        for path, body in zip(parts[1::2], parts[2::2], strict=True):
            self.write(path, self._read(path, body.rstrip("\n") + "\n"))
        self._complete()

    def _read(self, path: str, body: str) -> str:
        lines = body.split("\n")
        for n, line in enumerate(lines):
            found = EXPECTED.search(line)
            if found:
                lines[n] = line[: found.start()]
                one = (path, n + 1, found["code"])
                self.expected.append(one)
                self.words[one] = found["words"] or ""
        return "\n".join(lines)

    def write(self, path: str, text: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new, 1))

    def _complete(self) -> None:
        self._unless("content/site.yaml", "title: A little site\n")
        dossiers = [folder for folder in (self.root / "content").iterdir() if folder.is_dir() and folder.name != "pages"]
        seeds = sorted(path.relative_to(self.root / "seeds").as_posix() for path in (self.root / "seeds").rglob("*") if path.is_file())
        for n, folder in enumerate(sorted(dossiers)):
            self._unless(f"content/{folder.name}/dossier.yaml", "title: A dossier\n")
            if n == 0:
                self._unless(f"content/{folder.name}/sources.yaml", "".join(f"- {{id: {Path(s).stem}, file: {s}}}\n" for s in seeds))
        text = "\n".join(path.read_text("utf-8", "replace") for path in (self.root / "content").rglob("*.yaml"))
        actors = sorted(set(re.findall(r"\bactor: ([a-z0-9-]+)", text)))
        self._unless("content/actors.yaml", "".join(f"- {{id: {actor}, name: {actor.title()}}}\n" for actor in actors))

    def _unless(self, path: str, text: str) -> None:
        if not (self.root / path).exists():
            self.write(path, text)

    def problems(self) -> Outcome:
        return self.told(check(self.root))

    def told(self, outcome: Outcome) -> Outcome:
        """The outcome without the loose ends that the text does not foretell: a little site is full of them."""
        foretold = {code for _, _, code in self.expected}
        said = [one for one in outcome.problems if one.problem.code not in LOOSE_ENDS or one.problem.code in foretold]
        return replace(outcome, problems=tuple(said))

    def citations(self) -> list[Citation]:
        return list(verify(self.root).citations)


@pytest.fixture
def site(tmp_path: Path) -> Callable[[str], LittleSite]:
    """Makes a little site of a text."""
    count = 0

    def make(text: str) -> LittleSite:
        nonlocal count
        count += 1
        return LittleSite(tmp_path / f"site{count}", text)

    return make


@pytest.fixture
def check_site(site: Callable[[str], LittleSite]) -> Callable[[str], LittleSite]:
    """Makes a little site and sees that exactly the foretold problems appear on their lines."""

    def make(text: str) -> LittleSite:
        little = site(text)
        said = little.problems().problems
        found = sorted((one.problem.file, one.line, one.problem.code) for one in said)
        assert found == sorted(little.expected), "\n".join(
            f"{o.problem.file}:{o.line}: {o.problem.message} [{o.problem.code}]" for o in said
        )
        for one in said:
            words = little.words[one.problem.file, one.line, one.problem.code]
            assert words in f"{one.problem.message}\n{one.problem.hint}"
        return little

    return make
