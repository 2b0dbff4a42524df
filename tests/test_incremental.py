"""After any sequence of changes the output equals a build from nothing, byte for byte, and no page is rendered that need not be.

`STEPS` and `SITES` in the environment make the campaign longer than what a test run has time for.
"""

# ruff: noqa: SLF001 what is known of another build must not help the one from nothing
from __future__ import annotations

import contextlib
import difflib
import marshal
import os
import pickle
import pprint
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from site_builder import books, catalogue, crew, fronts, memo, steps, telling
from site_builder import build as building
from site_builder.build import Outcome, build, check
from site_builder.catalogue import catalogue_of
from site_builder.crew import Crew, Piece
from site_builder.files import output
from tests.newsroom import KNOBS, TROUBLE, files_of, first

SITES = int(os.environ.get("SITES", "4"))
STEPS = int(os.environ.get("STEPS", "12"))

Files = Mapping[str, bytes]

values = st.sampled_from([(knob, value) for knob, all_of in KNOBS.items() for value in all_of])
turned = st.lists(values, min_size=1, max_size=4)


class Halt(BaseException):
    """The build is killed, as far as one process can kill itself and go on."""


# ── a site on disk ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def write(root: Path, files: Files, before: Files = {}) -> None:  # noqa: B006 never changed
    """Makes the project hold these files, changing no other."""
    for path in before.keys() - files.keys():
        (root / path).unlink()
        for above in (root / path).parents:
            if above == root or any(above.iterdir()):
                break
            above.rmdir()
    for path, content in files.items():
        if before.get(path) != content:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file and folder of a site."""
    return {
        path.relative_to(folder).as_posix() + "/" * path.is_dir(): b"" if path.is_dir() else path.read_bytes() for path in folder.rglob("*")
    }


def said(outcome: Outcome) -> dict[str, Any]:
    """What a build says of its site, whatever it had to do for it."""
    told = {name: getattr(outcome, name) for name in outcome.__struct_fields__}
    return {name: value for name, value in told.items() if name not in {"written", "rendered", "made", "folders", "is_settled"}}


def assert_alike(told: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    """Fails with what is told otherwise."""
    other = {name: (told[name], wanted[name]) for name in told if told[name] != wanted[name]}
    assert not other, pprint.pformat(other, width=160)[:4000]


def difference(path: str, now: bytes | None, wanted: bytes | None) -> str:
    """How a file is, and how it should be."""
    if now is None or wanted is None:
        return f"{path}: {'lacking' if now is None else 'left over'}"
    one, other = (content.decode("utf-8", "replace").splitlines() for content in (now, wanted))
    lines = difflib.unified_diff(one, other, "is", "should be", lineterm="", n=0)
    return "\n".join((path, *(line[:300] for line in list(lines)[:12])))


def together(root: Path) -> dict[str, Any]:
    """What a build keeps of the site as a whole, and the next one follows from edit to edit."""
    kept = memo.Memo(root)
    try:
        catalogue, tally = catalogue_of(kept.get("catalogue", "all")), kept.get("", "tally")
        numbers = {name: kept.get("", name) for name in ("pages made", "reported", "clean")}
        addresses = steps.unpacked(kept.get("", "addresses") or b"\x90", set[str])
        in_order = catalogue and sorted(catalogue.users, key=catalogue.order)
        return {**numbers, "catalogue": catalogue, "order": in_order, "tally": tally and marshal.loads(tally), "addresses": addresses}  # noqa: S302
    finally:
        kept.close()


class FromNothing:
    """What comes of a site that was never built before."""

    def __init__(self, files: Files, base_url: str | None) -> None:
        steps._desks.clear()
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder, "project")
            write(root, files)
            self.outcome = said(build(root, root / "_site", base_url, crew=Crew(1)))
            self.is_published = (root / "_site").exists()
            self.tree = tree(root / "_site") if self.is_published else {}
            self.together = together(root)
            shutil.rmtree(root / ".dossier")
            steps._desks.clear()
            self.checked = said(check(root, crew=Crew(1)))
        steps._desks.clear()


_known: dict[bytes, FromNothing] = {}


def from_nothing(files: Files, base_url: str | None = None) -> FromNothing:
    """The same, worked out once."""
    key = sha256(pickle.dumps((sorted(files.items()), base_url))).digest()
    if key not in _known:
        if len(_known) > 200:
            _known.clear()
        _known[key] = FromNothing(files, base_url)
    return _known[key]


class Workers(Crew):
    """Workers that share nothing but bytes, as those in other processes and on other machines do."""

    def __init__(self, *, share_disk: bool) -> None:
        super().__init__(2)
        self.elsewhere = "" if share_disk else "somewhere"

    def map(self, step: Callable[..., Any], first: tuple[Any, ...], items: Sequence[Any]) -> Iterator[Piece[Any]]:
        for n in range(0, len(items), 2):
            desks, steps._desks = steps._desks, {}
            given = pickle.loads(pickle.dumps((step, first, items[n : n + 2])))  # noqa: S301 our own
            answers = pickle.loads(pickle.dumps(list(given[0](*given[1], given[2]))))  # noqa: S301
            steps._desks = desks
            yield Piece(answers, 0, 0.0, 0.0)


CREWS: dict[str, Callable[[], Crew]] = {
    "alone": lambda: Crew(1),
    "workers": lambda: Workers(share_disk=True),
    "workers elsewhere": lambda: Workers(share_disk=False),
}
BREAKS = (
    (telling, "make"), (steps, "make"), (steps, "examined"), (building, "_outcome"), (fronts.Fronts, "report_files"), (memo.Memo, "commit"),
    (output.Staged, "commit"), (output, "_take_place"), (output.Staged, "_keep"),
    (building._Place, "note"), (output, "_link"), (memo.Memo, "put"),
)  # fmt: skip


@contextlib.contextmanager
def halting(where: tuple[Any, str], after: int) -> Iterator[None]:
    """Ends the build when it has called something so often."""
    owner, name = where
    real, calls = getattr(owner, name), 0

    def halt(*given: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls > after:
            raise Halt
        return real(*given, **named)

    with mock.patch.object(owner, name, halt), contextlib.suppress(Halt):
        yield


class Desk(RuleBasedStateMachine):
    """An editor at work, and everything that may come between."""

    @initialize(trusting=st.booleans())
    def begin(self, *, trusting: bool) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name, "project")
        self.out = self.root / "_site"
        self.stack = contextlib.ExitStack()
        if trusting:  # else every file is so young that it is read again
            self.stack.enter_context(mock.patch.object(memo, "UNSURE", 0))
        self.knobs, self.trouble = first(), ""
        self.files: dict[str, bytes] = {}
        self.base_url: str | None = None
        self.published: dict[Path, dict[str, bytes]] = {}
        self._write()

    def teardown(self) -> None:
        if hasattr(self, "stack"):
            self.stack.close()
            self.folder.cleanup()

    def _write(self) -> None:
        files = files_of(self.knobs, self.trouble)
        write(self.root, files, self.files)
        self.files = files

    # ── what editors do ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

    @rule(turned=turned)
    def edits(self, turned: list[tuple[str, Any]]) -> None:
        self.knobs |= dict(turned)
        self._write()

    @rule(turned=turned, how=st.sampled_from(list(CREWS)))
    def edits_and_builds(self, turned: list[tuple[str, Any]], how: str) -> None:
        self.edits(turned)
        self.builds(how)

    @rule(one=values)
    def edits_one_thing_between_two_builds(self, one: tuple[str, Any]) -> None:
        self.repairs()
        self.builds("alone")
        self.edits([one])
        self.builds("alone")

    @rule(trouble=st.sampled_from(TROUBLE))
    def errs(self, trouble: str) -> None:
        self.trouble = trouble
        self._write()

    @rule(trouble=st.sampled_from(TROUBLE), one=values)
    def errs_and_repairs(self, trouble: str, one: tuple[str, Any]) -> None:
        self.errs(trouble)
        self.builds("alone")
        self.edits([one])
        self.checks()
        self.repairs()
        self.builds("alone")

    @rule()
    def repairs(self) -> None:
        self.trouble = ""
        self._write()

    @rule(data=st.data(), ahead=st.sampled_from([-(10**6), -3600, 0, 3600]))
    def touches(self, data: st.DataObject, ahead: int) -> None:
        path = self.root / data.draw(st.sampled_from(sorted(self.files)))
        times = path.stat().st_mtime_ns + ahead * 10**9
        path.write_bytes(path.read_bytes())
        os.utime(path, ns=(times, times))

    @rule(one=values)
    def edits_without_a_trace(self, one: tuple[str, Any]) -> None:
        """All times that an editor can set stay as they were."""
        before = {path: (self.root / path).stat() for path in self.files}
        self.edits([one])
        for path, was in before.items():
            if (self.root / path).exists():
                os.utime(self.root / path, ns=(was.st_atime_ns, was.st_mtime_ns))

    # ── what programs do ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

    @rule(how=st.sampled_from(list(CREWS)))
    def builds(self, how: str) -> None:
        fresh = from_nothing(self.files, self.base_url)
        before = tree(self.out) if self.out.exists() else {}
        outcome = build(self.root, self.out, self.base_url, crew=CREWS[how]())
        assert_alike(said(outcome), fresh.outcome)
        if fresh.is_published:
            self._is_published(fresh)
        else:
            assert not outcome.made
            assert (tree(self.out) if self.out.exists() else {}) == before
        assert not list(self.out.parent.glob(".*-new-*"))

    def _is_published(self, fresh: FromNothing) -> None:
        made = self.published[self.out] = tree(self.out)
        other = [path for path in sorted(made.keys() | fresh.tree.keys()) if made.get(path) != fresh.tree.get(path)]
        assert not other, "\n".join(difference(path, made.get(path), fresh.tree.get(path)) for path in other)
        assert_alike(together(self.root), fresh.together)

    @rule()
    def builds_twice(self) -> None:
        self.builds("alone")
        made = self.published.get(self.out)
        outcome = build(self.root, self.out, self.base_url, crew=Crew(1))
        assert not outcome.made
        assert not outcome.written
        assert made is None or outcome.errors or tree(self.out) == made

    @rule()
    def checks(self) -> None:
        assert_alike(said(check(self.root, crew=Crew(1))), from_nothing(self.files).checked)

    @rule(url=st.sampled_from([None, "https://example.net/elsewhere/"]))
    def publishes_under_another_address(self, url: str | None) -> None:
        self.base_url = url

    @rule(name=st.sampled_from(["_site", "public", "../elsewhere"]))
    def publishes_elsewhere(self, name: str) -> None:
        self.out = self.root / name

    @rule(where=st.sampled_from(BREAKS), after=st.integers(0, 40), how=st.sampled_from(list(CREWS)))
    def builds_and_is_killed(self, where: tuple[Any, str], after: int, how: str) -> None:
        fresh = from_nothing(self.files, self.base_url)
        before = tree(self.out) if self.out.exists() else {}
        with halting(where, after):
            build(self.root, self.out, self.base_url, crew=CREWS[how]())
        now = tree(self.out) if self.out.exists() else {}
        assert now in (before, fresh.tree)

    @rule(turned=turned, where=st.sampled_from(BREAKS), after=st.integers(0, 12))
    def edits_and_is_killed(self, turned: list[tuple[str, Any]], where: tuple[Any, str], after: int) -> None:
        self.repairs()
        self.builds("alone")
        self.edits(turned)
        self.builds_and_is_killed(where, after, "alone")
        self.builds("alone")

    # ── what happens to the memory ───────────────────────────────────────────────────────────────────────────────────────────────────

    @rule(what=st.sampled_from(["", "memo.sqlite", "last.json", "spare", "spare.json"]))
    def forgets(self, what: str) -> None:
        path = self.root / ".dossier" / what
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)

    @rule(
        what=st.sampled_from(["memo.sqlite", "last.json", "spare.json"]),
        content=st.sampled_from([b"", b"{}", b"\0" * 5000, b"SQLite format 3\0"]),
    )
    def damages(self, what: str, content: bytes) -> None:
        if (self.root / ".dossier").is_dir():
            (self.root / ".dossier" / what).write_bytes(content)

    @rule(seed=st.integers(0, 2**32))
    def tears_a_hole(self, seed: int) -> None:
        """Some bytes of the memory are others."""
        path = self.root / ".dossier" / "memo.sqlite"
        if path.is_file():
            content = bytearray(path.read_bytes())
            at = seed % max(1, len(content))
            content[at : at + 400] = sha256(b"%d" % seed).digest() * 10
            path.write_bytes(bytes(content[: len(path.read_bytes())]))

    @rule()
    def meddles_with_the_spare(self) -> None:
        spare = self.root / ".dossier" / "spare"
        for path in list(spare.rglob("*.html"))[:2]:
            path.unlink()
            path.write_text("meddled")

    @rule()
    def loses_pages(self) -> None:
        for path in list(self.out.rglob("*.html"))[:2]:
            path.unlink()

    @rule()
    def loses_the_site(self) -> None:
        shutil.rmtree(self.out, ignore_errors=True)

    @rule(program=st.sampled_from(["", "one", "another"]))
    def is_another_program(self, program: str) -> None:
        self.stack.enter_context(mock.patch.object(memo, "program", (lambda: program) if program else memo.program))


def test_any_sequence_of_changes_gives_what_a_build_from_nothing_gives() -> None:
    checks = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
    run_state_machine_as_test(
        Desk, settings=settings(max_examples=SITES, stateful_step_count=STEPS, deadline=None, suppress_health_check=checks)
    )


# ── which pages are made again ───────────────────────────────────────────────────────────────────────────────────────────────────────

EVERYTHING = "everything"
MADE: list[tuple[str, Any, str]] = [
    # nothing that any page shows
    ("mines comment", "# looked at again\n# and once more\n", ""),
    ("actors comment", "# who is who\n", ""),
    ("stray", "notes", ""),
    ("own style", "/* mine */", ""),  # of a theme that the site does not wear
    # one dossier's prose: its page and no other
    ("mines story", 1, "dossiers/mines.html"),
    ("quote note", "As both print it.", "dossiers/mines.html"),
    ("weight", "high", "dossiers/mines.html"),
    ("mines tags", "tags: [mines, aid]\n", "dossiers/mines.html index.html"),
    # and what others show of a dossier
    ("drones title", "The drones", "dossiers/drones.html index.html verification.html verification/drones.html"),
    (
        "mines title",
        "The mines",
        "actors/austin.html actors/wareham.html dossiers/mines.html index.html verification.html verification/mines.html",
    ),
    ("quote place", "Laos", "actors/austin.html dossiers/mines.html"),
    ("stance", "supportive", "actors/wareham.html dossiers/mines.html"),
    ("mines silence", ("unused-source",), "verification.html verification/mines.html"),
    # a word of an article that nobody cites: the source's own page, and those that hold it against others
    ("grain line", "Prices rose by 4 percent.", "dossiers/grain.html sources/market.html verification/grain.html"),
    (
        "harbour end",
        "“Nobody knows,” a captain said.",
        "dossiers/cables.html sources/harbour.html sources/paper.html sources/wire.html verification/cables.html",
    ),
    # actors and outlets
    ("austin role", "Minister", "actors.html actors/austin.html dossiers/cables.html dossiers/mines.html"),
    ("austin affiliation", "", "actors/austin.html actors/pentagon.html dossiers/cables.html dossiers/mines.html"),
    (
        "austin misspelt",  # one source prints it, which other dossiers cite and other sources copy
        "Lloyd Ostin",
        (
            "actors/austin.html dossiers/cables.html dossiers/drones.html dossiers/mines.html "
            "sources/harbour.html sources/paper.html sources/wire.html "
            "verification.html verification/cables.html"
        ),
    ),
    ("ghost", True, "actors.html actors/ghost.html verification.html"),
    (
        "afp name",
        "AFP",
        "dossiers/drones.html outlets.html outlets/afp.html sources.html sources/drone.html verification/drones.html",
    ),
    # the site
    ("site silence", ("unused-outlet",), "verification.html"),
    ("site title", "Words & Words", EVERYTHING),
    ("base_url", "https://example.org/", EVERYTHING),
    ("page two", True, EVERYTHING),  # it is in the menu
    # the theme
    ("default base", "<!-- based -->", "404.html"),
    ("theme", "own", "index.html"),  # has a template of its own for this page only
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is at first, built."""
    root = tmp_path_factory.mktemp("newsroom") / "project"
    write(root, files_of(first()))
    build(root, root / "_site", crew=Crew(1))
    return root


@pytest.mark.parametrize(("knob", "value", "made"), MADE, ids=[knob for knob, _, _ in MADE])
def test_no_page_is_made_again_that_need_not_be(built: Path, tmp_path: Path, knob: str, value: object, made: str) -> None:
    root = tmp_path / "project"
    shutil.copytree(built, root)
    before = build(root, root / "_site", crew=Crew(1))  # another folder: everything is made anew
    write(root, files_of(first() | {knob: value}), files_of(first()))
    outcome = build(root, root / "_site", crew=Crew(1))
    assert len(before.made) == before.pages
    assert outcome.made == (tuple(sorted(made.split())) if made != EVERYTHING else outcome.made)
    assert made != EVERYTHING or len(outcome.made) == outcome.pages
    assert build(root, root / "_site", crew=Crew(1)).made == ()


def test_no_page_is_made_again_when_actors_change_places(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(built, root)
    last, head = first() | {"ghost": True}, first() | {"ghost": True, "ghost first": True}
    write(root, files_of(last), files_of(first()))
    build(root, root / "_site", crew=Crew(1))
    write(root, files_of(head), files_of(last))

    assert build(root, root / "_site", crew=Crew(1)).made == ()


@pytest.mark.parametrize(
    ("knob", "value", "rooms"),
    [
        ("grain line", "Prices rose by 4 percent.", set[str]()),
        ("mines story", 1, set[str]()),  # it cites more
        ("drones title", "The drones", set[str]()),
        ("austin role", "Minister", set[str]()),
        ("ghost", True, set[str]()),  # an actor more
        ("afp name", "AFP", set[str]()),
    ],
)
def test_an_edit_reads_what_is_kept_of_its_own_dossier(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knob: str, value: object, rooms: set[str]
) -> None:
    """What is kept of all others is not read, but for keys."""
    root = tmp_path / "project"
    shutil.copytree(built, root)
    build(root, root / "_site", crew=Crew(1))
    asked = set[str]()
    everything = memo.Memo.all

    def all_of(kept: memo.Memo, room: str) -> dict[str, bytes]:
        asked.add(room)
        return everything(kept, room)

    monkeypatch.setattr(memo.Memo, "all", all_of)
    write(root, files_of(first() | {knob: value}), files_of(first()))
    assert build(root, root / "_site", crew=Crew(1)).made
    assert asked & {"entry", "rests", "prints", *telling.ROOMS} == rooms
    assert tree(root / "_site") == from_nothing(files_of(first() | {knob: value})).tree


@pytest.mark.parametrize(
    ("knob", "value"), [("austin misspelt", "Lloyd Ostin"), ("afp name", "AFP"), ("site silence", ("near-name",)), ("page", "words")]
)
def test_what_was_edited_before_a_page_could_not_be_rendered_shows_when_it_can(
    built: Path, tmp_path: Path, knob: str, value: object
) -> None:
    """In between, what a build had put into the memory is taken back."""
    root, edited = tmp_path / "project", first() | {knob: value}
    shutil.copytree(built, root)
    states = [files_of(first()), files_of(first(), "altered"), files_of(edited, "template"), files_of(edited)]
    for before, now in pairwise(states):
        write(root, now, before)
        build(root, root / "_site", crew=Crew(1))
    assert tree(root / "_site") == from_nothing(files_of(edited)).tree


OSTIN = {"austin misspelt": "Lloyd Ostin"}


@pytest.mark.parametrize(
    "steps_taken",
    [
        # a source is cited elsewhere before its dossier is there again
        [({"drones story cites": "harbour"}, "cables"), ({"drones story cites": "harbour"}, "")],
        # what stands beside a dossier changes while it is away, can't be read, or is otherwise
        [({"austin affiliation": "league"}, "cables"), ({"austin affiliation": "league"}, "")],
        [({"afp name": "AFP"}, "drones"), ({"afp name": "AFP"}, "")],
        [({"austin role": "Minister"}, "yaml"), ({"austin role": "Minister"}, "")],
        [({"drone end": "Lloyd Ostin left."}, "altered"), (OSTIN, "altered"), (OSTIN, "")],
        [(OSTIN, "altered"), (OSTIN | {"drone end": "Lloyd Ostin left."}, "altered"), (OSTIN, "")],
    ],
)
def test_what_changed_while_nothing_could_be_published_shows_when_it_can(
    built: Path, tmp_path: Path, steps_taken: list[tuple[dict[str, Any], str]]
) -> None:
    """A trouble that is a dossier's name: its dossier.yaml is away."""
    root, before = tmp_path / "project", files_of(first())
    shutil.copytree(built, root)
    for knobs, trouble in steps_taken:
        now = files_of(first() | knobs, trouble if trouble in TROUBLE else "")
        now.pop(f"content/{trouble}/dossier.yaml", None)
        write(root, now, before)
        build(root, root / "_site", crew=Crew(1))
        before = now
    assert tree(root / "_site") == from_nothing(before).tree


def test_several_processes_give_what_one_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "WORTH_IT", 1e-9)
    monkeypatch.setattr(crew, "FIRST", 0.0)
    monkeypatch.setattr(crew, "LOOK", 0.0)
    monkeypatch.setattr(crew, "FORK_LOOK", 0.0)
    files = files_of(first())
    write(tmp_path, files)
    build(tmp_path, tmp_path / "_site", crew=Crew(2))
    assert tree(tmp_path / "_site") == from_nothing(files).tree
    after = files_of(first() | {"mines title": "The mines", "harbour prose": "A ship came in."})
    write(tmp_path, after, files)
    build(tmp_path, tmp_path / "_site", crew=Crew(2))
    assert tree(tmp_path / "_site") == from_nothing(after).tree


def test_a_site_of_which_little_is_at_hand_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of large sites not all records are kept while they are built: they are read again."""
    files, after = files_of(first()), files_of(first() | {"mines title": "The mines", "harbour prose": "A ship came in."})
    wanted = from_nothing(files), from_nothing(after)
    monkeypatch.setattr(catalogue, "AT_HAND", 2)
    monkeypatch.setattr(books, "AT_HAND", 1)
    monkeypatch.setattr(memo, "SPILL", 1_000)
    write(tmp_path, files)
    build(tmp_path, tmp_path / "_site", crew=Crew(1))
    assert tree(tmp_path / "_site") == wanted[0].tree
    assert_alike(together(tmp_path), wanted[0].together)
    write(tmp_path, after, files)
    build(tmp_path, tmp_path / "_site", crew=Crew(1))
    assert tree(tmp_path / "_site") == wanted[1].tree
    assert_alike(together(tmp_path), wanted[1].together)


@pytest.mark.parametrize("times", [0, 3600 * 10**9, -(10**6) * 10**9])
def test_two_saves_in_one_tick_of_any_clock(tmp_path: Path, times: int) -> None:
    """The same size, and all times that can be set the same, right before and right after a build."""
    files = files_of(first())
    write(tmp_path, files)
    path = tmp_path / "content/mines/story.md"
    tick = path.stat().st_mtime_ns + times
    for text in ("Mines are sent.\n", "Mines were sent\n", "Mines are sent!\n"):
        path.write_text(text)
        os.utime(path, ns=(tick, tick))
        build(tmp_path, tmp_path / "_site", crew=Crew(1))
        assert tree(tmp_path / "_site") == from_nothing(files | {"content/mines/story.md": text.encode()}).tree


LITTLE = {
    "content/site.yaml": b"title: A little site\n",
    "content/actors.yaml": b"- {id: ann, name: Ann}\n",
    "content/d/dossier.yaml": b"title: A dossier\n",
    "content/d/quotes.yaml": b"- {id: q, actor: ann, words: We will hold, sources: [s]}\n",
}


LITTLE_SITE = LITTLE | {
    "content/d/sources.yaml": b"- {id: s, file: a.txt}\n",
    "seeds/a.txt": b"\xe2\x80\x9cWe will hold,\xe2\x80\x9d Ann said.",
}


@pytest.mark.parametrize("name", ["./a.txt", "sub//a.txt", "sub/./a.txt", ".a.txt", ".sub/a.txt", "a.txt~", "a.bak", "#a.txt", "a.txt"])
def test_a_seed_is_looked_at_however_it_is_named(tmp_path: Path, name: str) -> None:
    own = LITTLE | {"content/d/sources.yaml": f"- {{id: s, file: '{name}'}}\n".encode()}
    seed = f"seeds/{name}".replace("//", "/").replace("/./", "/")
    before: dict[str, bytes] = {}
    texts = (b"\xe2\x80\x9cWe will hold,\xe2\x80\x9d Ann said.", b"\xe2\x80\x9cWe will fold,\xe2\x80\x9d Ann said.")
    for text in (None, texts[0], texts[1], None, texts[0], texts[0] + b" Later.", None):
        files = own | ({seed: text} if text else {})
        write(tmp_path, files, before)
        before = files
        fresh = from_nothing(files)
        for _ in range(2):
            assert_alike(said(build(tmp_path, tmp_path / "_site", crew=Crew(1))), fresh.outcome)
            if fresh.is_published:
                assert tree(tmp_path / "_site") == fresh.tree


def test_names_of_seeds_that_nobody_uses_any_more_are_not_kept(tmp_path: Path) -> None:
    before: dict[str, bytes] = {}
    for name in (".a.txt", "missing.txt", "a.txt"):
        files = LITTLE | {
            "content/d/sources.yaml": f"- {{id: s, file: '{name}'}}\n".encode(),
            "seeds/a.txt": b"\xe2\x80\x9cWe will hold\xe2\x80\x9d.",
        }
        write(tmp_path, files, before)
        before = files
        build(tmp_path, tmp_path / "_site", crew=Crew(1))
    kept = memo.Memo(tmp_path)
    assert kept.names("unlisted") == []
    kept.close()


def test_what_lies_in_a_theme_and_no_template_names_is_published_as_it_is(tmp_path: Path) -> None:
    before: dict[str, bytes] = {}
    assets = {"themes/default/assets/extra.css": b"1"}, {"themes/default/assets/extra.css": b"2", "themes/default/assets/note.txt": b"n"}
    for files in ({}, assets[0], assets[1], {}):
        write(tmp_path, LITTLE_SITE | files, before)
        before = LITTLE_SITE | files
        build(tmp_path, tmp_path / "_site", crew=Crew(1))
        assert tree(tmp_path / "_site") == from_nothing(before).tree


def test_a_story_leads_to_what_other_dossiers_have(tmp_path: Path) -> None:
    """By a source's name alone, and to their records; the outlet is renamed in between."""
    cites = ["[@s]", "[@source:s]", '[@s "We will hold"]', "[@q]", "[@quote:q]"]
    other = {
        "content/e/dossier.yaml": b"title: Another\n",
        "content/e/sources.yaml": b"- {id: t, file: t.txt}\n",
        "content/e/story.md": " ".join(f"Told {cite}." for cite in cites).encode(),
        "seeds/t.txt": b"The weather was fine.",
        "content/d/sources.yaml": b"- {id: s, file: a.txt, outlet: o, independent_of: [t]}\n",
    }
    before: dict[str, bytes] = {}
    for name in ("The Gazette", "New Gazette", ""):
        outlet = {"content/outlets.yaml": f"- {{id: o, name: {name}}}\n".encode()} if name else {}
        files = LITTLE_SITE | other | outlet
        files["content/d/sources.yaml"] = files["content/d/sources.yaml"].replace(b" outlet: o,", b" outlet: o," if name else b"")
        write(tmp_path, files, before)
        before = files
        build(tmp_path, tmp_path / "_site", crew=Crew(1))
        assert tree(tmp_path / "_site") == from_nothing(files).tree
        page = (tmp_path / "_site/dossiers/e.html").read_text()
        assert page.count("../sources/s.html") >= 2
        assert 'href="../dossiers/d.html#quote-q"' in page
        assert 'href="#quote-q"' not in page
        assert "Told ." not in page
        assert name in page


@pytest.mark.parametrize("name", ["a\nb.css", "a\u2028b.css"])
def test_a_theme_s_file_whose_name_is_no_line_is_told(tmp_path: Path, name: str) -> None:
    write(tmp_path, LITTLE_SITE | {f"themes/default/assets/{name}": b"1"})
    for _ in range(2):
        outcome = build(tmp_path, tmp_path / "_site", crew=Crew(1))
        assert [one.problem.code for one in outcome.problems if one.problem.severity == "error"] == ["unreadable"]
        assert not (tmp_path / "_site").exists()
