"""What pages show of sources that share words, from little sites whose kinships are given."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from itertools import combinations
from pathlib import Path

import pytest
from msgspec.structs import replace

from site_builder.build import build
from site_builder.model import Cue, Kin, Kinship, Run
from site_builder.relate.families import kindred
from site_builder.render.kin import MOST_KIN, MOST_NAMED, MOST_PASSAGES, letter
from tests.conftest import LittleSite

Make = Callable[[str], LittleSite]
Built = Callable[..., Path]

SITE = """
-- seeds/one.txt --
A headline of its own

The mines were sent on Monday by ship, said Loyd Austin. He told AFP so.

"They lead with dismounted forces," he said.
-- seeds/two.txt --
It is said that the mines were sent on Monday by ship. Nobody knows why, he told AFP.

Another paragraph of its own stands here.
-- content/site.yaml --
title: A little site
publish: full
-- content/actors.yaml --
- {id: austin, name: Lloyd Austin, misspelt: [Loyd Austin]}
-- content/d/sources.yaml --
- {id: one, file: one.txt, language: en}
- {id: two, file: two.txt, language: en}
-- content/d/events.yaml --
- {id: sent, what: Mines are sent, cites: [{source: one, words: "sent on Monday by ship, said Loyd"}]}
"""
SHARED = "mines were sent on Monday by ship"


def run(site: LittleSite, words: str, one: str = "one", other: str = "two") -> Run:
    def place(source: str) -> tuple[int, int]:
        start = (site.root / f"seeds/{source}.txt").read_text("utf-8").index(words)
        return start, start + len(words)

    return Run(len(words.split()), place(one), place(other))


@pytest.fixture
def built(site: Make, monkeypatch: pytest.MonkeyPatch) -> Built:
    """Builds the little site, with edits to its text, as if the given kinship had been found."""

    def at(
        *edits: tuple[str, str], kin: Kin = "certain", measured: Kin = "certain", words: str = SHARED, text: str = SITE, **more: object
    ) -> Path:
        for old, new in edits:
            assert old in text
            text = text.replace(old, new)
        little = site(text)
        runs = (run(little, words),) if words else ()
        found = Kinship("one", "two", kin, measured, runs, sum(run.words for run in runs), (0.5, 0.25), **more)  # type: ignore[arg-type]
        monkeypatch.setattr("site_builder.books.kin_of", lambda *_: kindred((found,)))
        outcome = build(little.root, little.root / "_site")
        assert outcome.written, outcome.problems
        return little.root / "_site"

    return at


def page(out: Path, name: str) -> str:
    return (out / name).read_text("utf-8")


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def test_shared_words_are_underlined_and_lead_to_the_other_page_and_back(built: Built) -> None:
    out = built()
    one, two = page(out, "sources/one.html"), page(out, "sources/two.html")

    assert '<a href="two.html#p1" aria-label="a: also in two, paragraph 1">a</a>' in one
    assert '<a href="one.html#p2" aria-label="a: also in one, paragraph 2">a</a>' in two
    assert 'id="p2"' in one
    assert 'id="p1"' in two
    assert '<u class="shared">mines were sent on Monday by ship</u><sup' in two


def test_shared_cited_and_misspelt_words_may_overlap(built: Built) -> None:
    one = page(built(), "sources/one.html")

    assert '<u class="shared">mines were </u><mark><u class="shared">sent on Monday by ship</u><sup class="also">' in one
    assert "</sup>, said Loyd</mark> Austin" in one
    assert "[sic]" in one


def test_each_page_shows_both_sides_in_their_sentences(built: Built) -> None:
    out = built()
    for name, other in (("one", "two"), ("two", "one")):
        section = page(out, f"sources/{name}.html").partition(f'id="shared-{other}"')[2]
        text = plain(section)
        assert "The same report" in text
        assert "The mines were sent on Monday by ship, said Loyd Austin[sic]." in text
        assert "It is said that the mines were sent on Monday by ship." in text
        assert "Nobody knows why" not in text
        assert section.count("<details>") == 1


def test_words_between_quotation_marks_are_not_underlined(built: Built) -> None:
    edits = (("Another paragraph of its own stands here.", 'He said. "They lead with dismounted forces," he said.'),)
    out = built(*edits, words='"They lead with dismounted forces," he said.')
    body = page(out, "sources/one.html").partition('id="p3"')[2].partition("</p>")[0]

    assert '"They lead with dismounted forces," <u class="shared">he said' in body


def test_of_each_side_only_what_its_rights_allow_is_shown(built: Built) -> None:
    out = built(("{id: two, file: two.txt, language: en}", "{id: two, file: two.txt, language: en, publish: cited}"))
    everything = "".join(path.read_text("utf-8") for path in out.rglob("*") if path.suffix in {".html", ".json"})
    own = plain(page(out, "sources/two.html"))

    assert "It is said" not in everything
    assert "7 words in ¶ 1, not shown here" in plain(page(out, "sources/one.html"))
    assert "a 7 words also in one, ¶ 2" in own
    assert 'id="p1"' in page(out, "sources/two.html")


def test_a_credit_is_shown_with_its_words_where_they_may_be_shown(built: Built) -> None:
    text = SITE.replace("publish: full\n", "").replace("file: one.txt,", "file: one.txt, publish: full,")
    cues = tuple(
        Cue(source, "AFP", "told AFP", start := text.split(f"seeds/{source}.txt --\n")[1].index("told AFP"), start + 8)
        for source in ("one", "two")
    )
    shown = plain(page(built(text=text, cues=cues), "sources/one.html"))

    assert "Credits AFP: “told AFP”, one, ¶ 2" in shown
    assert "Credits AFP: words not shown here, two, ¶ 1" in shown


@pytest.mark.parametrize(("publish", "expected"), [("full", "“author/afp”, one"), ("cited", "words not shown here, one")])
def test_a_credit_beside_the_article_leads_to_the_page_and_one_of_the_editors_says_so(built: Built, publish: str, expected: str) -> None:
    text = SITE.replace("publish: full", f"publish: {publish}").replace("he said.\n-- seeds/two", "he said.\n\nauthor/afp\n-- seeds/two")
    text = text.replace("file: one.txt,", 'file: one.txt, credit: AFP, skip: ["author/"],')
    start = text.split("seeds/one.txt --\n")[1].index("author/afp")
    shared = page(built(text=text, cues=(Cue("one", "AFP", "author/afp", start, start + 10), Cue("one", "AFP", "AFP"))), "sources/two.html")

    assert f"Credits AFP: {expected}" in plain(shared)
    assert "Credits AFP: noted by the editors, one" in plain(shared)
    assert 'href="one.html#p4"' not in shared


@pytest.mark.parametrize(
    ("kin", "measured", "editor", "expected"),
    [
        ("certain", "certain", "", "2 sources, 1 independent report "),
        ("probable", "probable", "", "2 sources, 2 independent reports, perhaps 1 "),
        ("apart", "certain", "independent_of", "2 sources, 2 independent reports "),
        ("certain", "apart", "derived_from", "2 sources, 1 independent report "),
    ],
)
def test_a_dossier_counts_reports_and_says_why(built: Built, kin: Kin, measured: Kin, editor: str, expected: str) -> None:
    dossier = page(built(kin=kin, measured=measured, editor=editor), "dossiers/d.html")
    families = plain(dossier.partition('id="families"')[2].partition("</section>")[0])

    assert expected in plain(dossier.partition('<ul class="facts">')[2].partition("</ul>")[0]) + " "
    assert ("One report in 2 sources: one, two" in families) == (kin == "certain")
    assert ("Perhaps the same report one and two:" in families) == (kin == "probable")
    assert ("Held to be two reports by the editor one and two:" in families) == (kin == "apart")
    assert ("The texts and credits alone: " in families) == bool(editor)
    assert 'href="../sources/one.html#shared-two">Side by side' in dossier


def test_sources_joined_by_one_of_another_dossier_say_so(site: Make) -> None:
    little = site("""
        -- seeds/a.txt --
        One.
        -- seeds/b.txt --
        Two.
        -- seeds/c.txt --
        Three.
        -- content/d/sources.yaml --
        - {id: a, file: a.txt, derived_from: c}
        - {id: b, file: b.txt, derived_from: c}
        -- content/e/sources.yaml --
        - {id: c, file: c.txt}
        """)
    assert build(little.root, little.root / "_site").written
    dossier = plain(page(little.root / "_site", "dossiers/d.html"))

    assert "One report in 2 sources: a, b They are joined by a source that is not in this dossier" in dossier
    assert "Same reporta, b" in plain(page(little.root / "_site", "sources/c.html"))


def test_twins_hold_the_kinship_with_offsets_and_never_the_words(built: Built) -> None:
    out = built(("publish: full", "publish: none"), cues=(Cue("one", "AFP", "told AFP", 80, 88),))
    text = (out.parent / "seeds/one.txt").read_text("utf-8")
    for name in ("sources/one.json", "sources/two.json", "dossiers/d.json", "problems.json"):
        (kinship,) = json.loads(page(out, name))["kinships"]
        ((start, end),) = [one["one"] for one in kinship["runs"]]
        assert text[start:end] == SHARED
        assert kinship["cues"] == [{"source": "one", "agency": "AFP", "start": 80, "end": 88}]
        assert "told" not in page(out, name)
    assert json.loads(page(out, "sources/one.json"))["family"] == ["two"]
    assert json.loads(page(out, "dossiers/d.json"))["families"] == [["one", "two"]]
    assert json.loads(page(out, "problems.json"))["families"] == [["one", "two"]]


FIVE_SCRIPTS = {
    "ar": ("وصلت الألغام إلى الميناء يوم الاثنين بحرا", "rtl"),
    "ur": ("بارودی سرنگیں پیر کے دن جہاز سے پہنچیں", "rtl"),
    "uk": ("міни прибули до порту в понеділок морем", "ltr"),
    "zh": ("地雷星期一由船运抵港口并立即卸下", "ltr"),
    "hi": ("सुरंगें सोमवार को जहाज़ से बंदरगाह पहुँचीं", "ltr"),
}


@pytest.mark.parametrize("language", FIVE_SCRIPTS)
def test_any_script_is_shown_side_by_side_in_its_direction(site: Make, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    words, direction = FIVE_SCRIPTS[language]
    little = site(
        f"-- seeds/one.txt --\n{words}.\n-- seeds/two.txt --\nX. {words}.\n-- content/site.yaml --\ntitle: S\npublish: full\n"
        f"-- content/d/sources.yaml --\n- {{id: one, file: one.txt, language: {language}}}\n- {{id: two, file: two.txt}}\n"
    )
    kin = Kinship("one", "two", "probable", "probable", (run(little, words),), 7, (1.0, 0.9))
    monkeypatch.setattr("site_builder.books.kin_of", lambda *_: kindred((kin,)))
    assert build(little.root, little.root / "_site").written
    shared = page(little.root / "_site", "sources/one.html").partition('id="shared-two"')[2]

    assert f'<p class="passage" lang="{language}" dir="{direction}"><u class="shared">{words}</u>' in shared
    assert f'<p class="passage" lang="" dir="auto">X. <u class="shared">{words}</u>' in shared


def test_a_wire_story_in_hundreds_of_outlets_keeps_its_pages_light(site: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    many = MOST_KIN + MOST_NAMED + 20
    paragraphs = [f"Paragraph {n} of the wire story goes on with the same words everywhere." for n in range(MOST_PASSAGES + 3)]
    text = "\n\n".join(paragraphs)
    names = [f"s{n:03}" for n in range(many + 1)]
    sources = "".join(f"- {{id: {name}, file: {name}.txt}}\n" for name in names)
    seeds = "".join(f"-- seeds/{name}.txt --\n{text}\n" for name in names)
    little = site(f"{seeds}-- content/site.yaml --\ntitle: S\npublish: full\n-- content/d/sources.yaml --\n{sources}")
    places = [(text.index(one), text.index(one) + len(one) - 1) for one in paragraphs]
    runs = tuple(Run(12, place, place) for place in places)
    pairs = tuple(Kinship("s000", name, "certain", "certain", runs, 12 * len(runs), (1.0, 1.0)) for name in names[1:])
    monkeypatch.setattr("site_builder.books.kin_of", lambda *_: kindred(pairs))
    assert build(little.root, little.root / "_site").written
    source = page(little.root / "_site", "sources/s000.html")

    assert source.count("<details>") == MOST_KIN
    assert source.count('<li id="shared-') == MOST_NAMED
    assert "And to 20 more sources." in plain(source)
    assert all(source.count(f' id="shared-{name}"') == 1 for name in names[1:])  # theirs lead here
    assert f"{MOST_PASSAGES} of {len(runs)} passages side by side" in plain(source)
    assert len(source) < 200_000
    dossier = page(little.root / "_site", "dossiers/d.html")
    assert f"One report in {many + 1} sources" in plain(dossier)
    assert len(dossier) < 1_000 * many


def test_whatever_sources_are_called_their_pages_have_no_anchor_twice(site: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("h", "x", "x-h")
    seeds = "".join(f"-- seeds/{name}.txt --\n{SHARED}\n" for name in names)
    little = site(f"{seeds}-- content/d/dossier.yaml --\ntitle: D\n")
    pairs = [Kinship(*both, "certain", "certain", (run(little, SHARED, *both),), 7, (1.0, 1.0)) for both in combinations(names, 2)]
    monkeypatch.setattr("site_builder.books.kin_of", lambda *_: kindred(pairs))
    assert build(little.root, little.root / "_site").written

    for name in names:
        anchors = re.findall(r' id="([^"]+)"', page(little.root / "_site", f"sources/{name}.html"))
        assert {f"shared-{other}" for other in names if other != name} < set(anchors)
        assert len(set(anchors)) == len(anchors)


def test_scripts_without_blanks_count_characters(site: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    words = FIVE_SCRIPTS["zh"][0]
    little = site(f"-- seeds/one.txt --\n{words}。\n-- seeds/two.txt --\n{words}。\n-- content/d/dossier.yaml --\ntitle: D\n")
    kin = Kinship("one", "two", "certain", "certain", (run(little, words),), len(words), (1.0, 1.0), unit="characters")
    one = replace(kin, runs=(replace(kin.runs[0], words=len(words)),))
    monkeypatch.setattr("site_builder.books.kin_of", lambda *_: kindred((one,)))
    assert build(little.root, little.root / "_site").written

    assert f"a {len(words)} characters also in two, ¶ 1" in plain(page(little.root / "_site", "sources/one.html"))
    assert f"{len(words)} characters in ¶ 1, not shown here" in plain(page(little.root / "_site", "sources/one.html"))


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["a", "z", "aa", "az", "ba", "zz", "aaa"]
