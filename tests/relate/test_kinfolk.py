"""Whatever the sequence of edits: what is known afterwards is what would be found from nothing."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model import Article, Outlet, Source
from site_builder.relate import edits, following, meetings
from site_builder.relate.comparing import Print
from site_builder.relate.crowds import Crowd
from site_builder.relate.families import kindred
from site_builder.relate.kinfolk import Kinfolk
from site_builder.relate.kinships import carrier, digest, kinships
from site_builder.relate.rows import Carrier
from site_builder.text.article import article
from site_builder.text.credits import agencies

NAMES = [f"s{n}" for n in range(24)]
DOSSIERS = ["d1", "d2", "d3"]
RANDOM = Random(7)  # noqa: S311 texts for a test need no secret chance
WORDS = ["".join(RANDOM.choices("aeiourstnlmdk", k=RANDOM.randint(3, 8))) for _ in range(400)]
PASSAGES = [" ".join(RANDOM.choices(WORDS, k=n)) for n in (5, 7, 7, 9, 9, 12, 12, 16, 16, 25, 25, 40)]
OUTLETS = [Outlet(id="liga", name="LigaNews", kind="agency"), Outlet(id="post", name="Post")]


class Newsroom:
    """A little site that changes, and what `Kinfolk` is told of it."""

    def __init__(self) -> None:
        self.sources: dict[str, Source] = {}
        self.articles: dict[str, Article] = {}
        self.dossiers: dict[str, list[str]] = {name: [] for name in DOSSIERS}
        self.outlets = OUTLETS
        self.drawer: dict[str, bytes] = {}
        self.read: set[str] = set()
        self.kin = Kinfolk(self.drawer)

    def text(self, name: str) -> Print:
        self.read.add(name)
        return self.prints()[name]

    def prints(self) -> dict[str, Print]:
        known = {outlet.id: outlet for outlet in self.outlets}
        return {name: Print(one, self.articles.get(name), known.get(one.outlet or "")) for name, one in self.sources.items()}

    def everything(self) -> dict[str, Carrier]:
        return {name: carrier(one, [d for d in DOSSIERS if name in self.dossiers[d]], digest(one)) for name, one in self.prints().items()}

    def update(self, *names: str) -> None:
        self.read.clear()
        known = self.everything()
        self.kin.update({name: known.get(name) for name in names}, self.text, lambda: known, agencies(self.outlets))

    def reopen(self) -> None:
        self.drawer = dict(self.drawer)
        self.kin = Kinfolk(self.drawer)

    def check(self) -> None:
        listed = [[name for name in members if name in self.sources] for members in self.dossiers.values()]
        expected = kinships(list(self.sources.values()), self.articles, self.outlets, listed)
        found, wanted = self.kin.kindred(), kindred(expected)
        assert self.kin.pairs() == expected
        assert list(found.of.items()) == list(wanted.of.items())
        assert list(found.certain.items()) == list(wanted.certain.items())
        assert list(found.probable.items()) == list(wanted.probable.items())
        assert "nobody" not in found.of
        assert "nobody" not in found.certain


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few sources are a site: what is done for thousands is done for twenty."""
    monkeypatch.setattr(following, "SMALL", 6)
    monkeypatch.setattr(following, "MANY", 1)
    monkeypatch.setattr(edits, "SPARE", 2)
    monkeypatch.setattr(following, "SPARE", 2)
    monkeypatch.setattr(following, "BATCH", 3)
    monkeypatch.setattr("site_builder.relate.crowds.KEPT", 8)
    for name, value in {"FEW": 3, "SAMPLE": 3, "STRANGERS": 4, "ENOUGH": 3, "LEAST": 2, "DOZENS": 4, "EVERYWHERE": 6}.items():
        monkeypatch.setattr(meetings, name, value)
    monkeypatch.setattr("site_builder.relate.crowds.FEW", 3)
    monkeypatch.setattr("site_builder.relate.crowds.SAMPLE", 3)


def newsroom(many: int = 20) -> Newsroom:
    """Sources in three dossiers, of which every fifth tells one report; the others have nothing in common."""
    room, random = Newsroom(), Random(3)  # noqa: S311 as above
    report = " ".join(random.choices(WORDS, k=60))
    for n, name in enumerate(NAMES[:many]):
        own = " ".join(random.choices(WORDS, k=60))
        room.sources[name] = Source(id=name, file=name)
        room.articles[name] = article(f"{report}\n\n{own}" if n % 5 == 0 else own, "")
        room.dossiers[DOSSIERS[n % 3]].append(name)
    room.update()
    return room


@pytest.mark.usefixtures("small")
def test_an_edit_compares_the_pairs_of_what_was_edited_and_reads_no_other_texts() -> None:
    room = newsroom()
    before = room.kin.pairs()
    assert len(before) >= 3

    room.reopen()
    room.articles["s5"] = article(f"Today {room.articles['s5'].text}", "")
    room.update("s5")

    assert not room.kin.anew
    assert room.kin.compared
    assert all("s5" in pair for pair in room.kin.compared)
    assert room.read == {name for pair in room.kin.compared for name in pair}
    room.check()


@pytest.mark.usefixtures("small")
def test_what_is_told_again_and_has_not_changed_costs_nothing() -> None:
    room = newsroom()
    before = dict(room.drawer)
    room.update(*NAMES)

    assert room.drawer == before
    assert not room.kin.compared


@pytest.mark.usefixtures("small")
def test_where_all_is_looked_at_again_no_pair_is_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    room = newsroom()
    monkeypatch.setattr(following, "MANY", 1000)
    room.sources["new"] = Source(id="new", file="new")
    room.articles["new"] = article("Nothing that anybody else says.", "")
    room.update("new")

    assert room.kin.anew
    assert not room.kin.compared
    room.check()


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("row", ["site", "source", "crowd", "met", "dossier"])
@pytest.mark.parametrize("content", [b"", b"\x00", b"\xc1 no msgpack", b"\x80"])
def test_a_broken_drawer_is_as_good_as_none(row: str, content: bytes) -> None:
    room = newsroom()
    for name in [name for name in room.drawer if name.startswith(row)]:
        room.drawer[name] = content
    room.articles["s5"] = article(f"Today {room.articles['s5'].text}", "")
    room.update("s5")

    assert room.kin.anew
    room.check()


@given(st.sets(st.integers(0, 99), min_size=2, max_size=20))
def test_a_crowd_brings_the_same_together_whichever_way_it_is_asked(numbers: set[int]) -> None:
    crowd = Crowd(len(numbers), tuple(sorted(numbers)))

    assert crowd.pairs() == {tuple(sorted((one, other))) for one in numbers for other in crowd.neighbours(one)}


TEXT = st.lists(st.sampled_from([*PASSAGES, '"Nobody at all listens to us," he said', "reported by AFP."]), min_size=1, max_size=6).map(
    ". ".join
)
OTHERS = st.lists(st.sampled_from(NAMES), max_size=2).map(tuple)
SOURCE = st.tuples(OTHERS, OTHERS, st.sampled_from([None, None, "liga", "post"]), st.sampled_from(["", "", "AFP", "Reuters"]))
STEP = st.one_of(
    st.tuples(st.just("text"), st.sampled_from(NAMES), TEXT),
    st.tuples(st.just("text"), st.sampled_from(NAMES), TEXT),
    st.tuples(st.just("gone"), st.sampled_from(NAMES), st.none()),
    st.tuples(st.just("missing"), st.sampled_from(NAMES), st.none()),
    st.tuples(st.just("record"), st.sampled_from(NAMES), SOURCE),
    st.tuples(st.just("dossiers"), st.sampled_from(NAMES), st.sets(st.sampled_from(DOSSIERS))),
    st.tuples(st.just("outlets"), st.none(), st.booleans()),
)


def apply(room: Newsroom, kind: str, name: str, given: object) -> None:
    if kind == "text" and isinstance(given, str):
        room.sources.setdefault(name, Source(id=name, file=name))
        room.articles[name] = article(given, "")
    elif kind == "gone":
        room.sources.pop(name, None)
        room.articles.pop(name, None)
    elif kind == "missing":
        room.articles.pop(name, None)
    elif kind == "record" and isinstance(given, tuple) and name in room.sources:
        derived, independent, outlet, credit = given
        room.sources[name] = Source(id=name, file=name, derived_from=derived, independent_of=independent, outlet=outlet, credit=credit)
    elif kind == "dossiers" and isinstance(given, set):
        for dossier, members in room.dossiers.items():
            members[:] = [*(one for one in members if one != name), *([name] if dossier in given else [])]
    elif kind == "outlets":
        room.outlets = OUTLETS if given else OUTLETS[1:]


@pytest.mark.usefixtures("small")
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_after_any_edits_all_is_as_from_nothing(data: st.DataObject) -> None:
    room = Newsroom()
    texts = data.draw(st.lists(TEXT, min_size=8, max_size=20))
    for n, text in enumerate(texts):
        apply(room, "text", NAMES[n], text)
        room.dossiers[DOSSIERS[n % 3]].append(NAMES[n])
    room.update()
    room.check()
    for steps in data.draw(st.lists(st.lists(STEP, min_size=1, max_size=3), max_size=8)):
        for step in steps:
            apply(room, *step)
        room.update(*{name for _, name, _ in steps if name})
        room.check()
        if data.draw(st.booleans()):
            room.reopen()
