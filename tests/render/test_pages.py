"""What pages show, from little sites."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from site_builder.build import build
from tests.conftest import LittleSite

Make = Callable[[str], LittleSite]

MINES = """
-- seeds/afp.txt --
US to send mines

"They lead with dismounted forces," Loyd Austin said. Nobody asked why. He spoke of 200 mines.

Rights groups were "appalled."
-- seeds/other.txt --
He spoke of 300 mines, an official said. They lead with cavalry.
-- content/site.yaml --
title: A little site
base_url: https://example.org/repo
-- content/actors.yaml --
- {id: austin, name: Lloyd Austin, kind: person, misspelt: [Loyd Austin], url: "javascript:alert(1)"}
- {id: rights-groups, name: Rights groups}
-- content/outlets.yaml --
- {id: agency, name: The Agency, url: https://example.org}
-- content/mines/dossier.yaml --
title: Mines & more
standfirst: <b>Not bold</b>
updated: 2024-11
tags: [mines]
corrections: [{date: 2024-12-01, text: It was Wednesday}]
-- content/mines/sources.yaml --
- {id: afp, file: afp.txt, outlet: agency, title: US to send mines, published: 2024-11-20, language: en, url: "https://example.org/a"}
- {id: other, file: other.txt}
-- content/mines/quotes.yaml --
- {id: lead, actor: austin, words: They lead with dismounted forces, said: 2024-11-20, sources: [afp]}
-- content/mines/figures.yaml --
- id: count
  of: mines sent
  says: [{source: afp, value: 200, words: 200 mines}, {source: other, value: 300, words: 300 mines}]
-- content/mines/events.yaml --
- {id: spoke, what: Austin spoke, date: 2024-11-20?, cites: [{source: afp, words: He spoke of}]}
- {id: year, what: The year, date: 2024, cites: [{source: other, words: an official said}]}
-- content/mines/claims.yaml --
- id: sent
  claim: Mines are sent
  positions: [{source: afp, says: affirms, words: US to send mines}, {source: other, says: denies, words: They lead with cavalry}]
-- content/mines/reactions.yaml --
- {id: appalled, actor: rights-groups, stance: critical, to: spoke,
   summary: They were appalled, cites: [{source: afp, words: Rights groups were}]}
-- content/mines/story.md --
Austin spoke [@lead]. Somebody counted [@other "300 mines"]. See [@afp].
"""


@pytest.fixture
def made(site: Make) -> Callable[..., Path]:
    """Builds the little site, with edits to its text, and says where."""

    def at(*edits: tuple[str, str]) -> Path:
        text = MINES
        for old, new in edits:
            assert old in text
            text = text.replace(old, new)
        little = site(text)
        outcome = build(little.root, little.root / "_site")
        assert outcome.written, outcome.problems
        return little.root / "_site"

    return at


def page(out: Path, name: str) -> str:
    return (out / name).read_text("utf-8")


def linked_data(html: str) -> Any:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    assert found
    return json.loads(found[1])


def test_every_statement_links_to_the_words_it_rests_on(made: Callable[..., Path]) -> None:
    dossier = page(made(), "dossiers/mines.html")
    for anchor, place in (("quote-lead", "afp.html#p2"), ("reaction-appalled", "afp.html#p3"), ("event-spoke", "afp.html#p2")):
        item = dossier[dossier.index(f'id="{anchor}"') :]
        assert place in re.findall(r'href="\.\./sources/([^"]*)"', item)[0]
    assert 'href="../sources/other.html#p1" id="ref-2"' in dossier


def test_a_source_says_at_each_paragraph_what_rests_on_it(made: Callable[..., Path]) -> None:
    source = page(made(), "sources/afp.html")
    second = source[source.index('id="p2"') : source.index('id="p3"')]
    assert "<mark>They lead with dismounted forces</mark>" in second
    assert 'href="../dossiers/mines.html#quote-lead"' in second
    assert 'href="../dossiers/mines.html#figure-count"' in second
    assert "[sic]</ins>" in second


def test_of_a_cited_source_only_sentences_with_citations_are_shown(made: Callable[..., Path]) -> None:
    out = made()
    everything = "".join(path.read_text("utf-8") for path in out.rglob("*") if path.suffix in {".html", ".json", ".csv", ".jsonld", ".xml"})
    assert "Nobody asked why" not in everything
    assert "[…]" in page(out, "sources/afp.html")


def test_a_source_that_may_be_shown_is_shown_whole(made: Callable[..., Path]) -> None:
    out = made(("language: en,", "language: en, publish: full,"))
    assert "Nobody asked why" in page(out, "sources/afp.html")
    assert "Nobody asked why" in json.loads(page(out, "sources/afp.json"))["text"]


def test_of_a_source_that_may_not_be_shown_nothing_but_the_cited_words_appears(made: Callable[..., Path]) -> None:
    out = made(("language: en,", "language: en, publish: none,"))
    everything = "".join(path.read_text("utf-8") for path in out.rglob("*") if path.suffix in {".html", ".json", ".csv", ".jsonld", ".xml"})
    assert "Loyd Austin said" not in everything
    assert "appalled." not in page(out, "sources/afp.html").replace("They were appalled", "")
    assert "They lead with dismounted forces" in page(out, "dossiers/mines.html")
    assert 'id="p2"' in page(out, "sources/afp.html")
    targets = [target for one in json.loads(page(out, "dossiers/mines.jsonld"))["first"]["items"] for target in one["target"]]
    assert [target for target in targets if target["source"] == "https://example.org/a"]
    assert not [
        target for target in targets if target["source"] == "https://example.org/a" and set(target["selector"][0]) & {"prefix", "suffix"}
    ]


def test_records_are_text_not_markup(made: Callable[..., Path]) -> None:
    out = made()
    assert "&lt;b&gt;Not bold&lt;/b&gt;" in page(out, "dossiers/mines.html")
    assert "<b>" not in page(out, "dossiers/mines.html")
    assert 'href="javascript' not in page(out, "actors/austin.html")
    assert "javascript:alert(1)" in page(out, "actors/austin.html")


def test_linked_data_cannot_break_out_of_its_script(made: Callable[..., Path]) -> None:
    dossier = page(made(("Mines & more", "</script><script>alert(1)</script>")), "dossiers/mines.html")
    assert dossier.count("<script") == 2
    assert linked_data(dossier)["name"] == "</script><script>alert(1)</script>"


def test_nobody_is_said_to_be_a_person_whom_nothing_says_to_be_one(made: Callable[..., Path]) -> None:
    signed = ("updated: 2024-11\n", "updated: 2024-11\neditors: [The Desk]\n")
    written = ("language: en, url", "language: en, authors: [Reuters Staff], url")
    out = made(signed, written)
    dossier, source = (linked_data(page(out, path)) for path in ("dossiers/mines.html", "sources/afp.html"))

    assert dossier["editor"] == ["The Desk"]
    assert source["author"] == dossier["citation"][0]["author"] == ["Reuters Staff"]
    assert dossier["hasPart"][0]["spokenByCharacter"]["@type"] == "Person", "so the list of actors says"


def test_what_has_no_data_is_left_out(site: Make) -> None:
    little = site("-- seeds/a.txt --\nText.\n-- content/bare/dossier.yaml --\ntitle: Bare\n")
    assert build(little.root, little.root / "_site").written
    dossier = page(little.root / "_site", "dossiers/bare.html")
    assert re.findall(r'<section class="section[^"]*" id="([^"]*)"', dossier) == ["sources", "method", "cite", "downloads"]
    assert not (little.root / "_site/actors.html").exists()
    assert not (little.root / "_site/feed.xml").exists()


def test_an_empty_site_says_so(site: Make) -> None:
    little = site("-- content/site.yaml --\ntitle: Empty\n")
    assert build(little.root, little.root / "_site").written
    assert "There is no dossier yet" in page(little.root / "_site", "index.html")


def test_names_with_marks_on_their_letters_stand_in_their_place_in_every_list(site: Make) -> None:
    names = {"b": "Zet", "c": "Özil", "d": "Omar"}
    few = {
        "actors.yaml": "".join(f"- {{id: {one}, name: {name}}}\n" for one, name in names.items()),
        "outlets.yaml": "".join(f"- {{id: {one}, name: {name}}}\n" for one, name in names.items()),
        "a/sources.yaml": "".join(f"- {{id: {one}, file: {one}.txt, outlet: {one}}}\n" for one in names),
        "a/quotes.yaml": "".join(f"- {{id: {one}, actor: {one}, words: We will stay, sources: [{one}]}}\n" for one in names),
        **{f"{one}/dossier.yaml": f"title: {name}\n" for one, name in names.items()},
    }
    seeds = "".join(f'-- seeds/{one}.txt --\n"We will stay," said {name}.\n' for one, name in names.items())
    little = site(seeds + "".join(f"-- content/{path} --\n{text}" for path, text in few.items()))
    outcome = build(little.root, little.root / "_site")
    assert outcome.written, outcome.problems

    dossier = page(little.root / "_site", "dossiers/a.html")
    lists = [page(little.root / "_site", f"{name}.html") for name in ("index", "actors", "outlets", "sources")]
    for made in (*lists, dossier[dossier.index('id="actors"') : dossier.index('id="sources"')]):
        assert re.findall(r">(Omar|Özil|Zet)</a>", made) == ["Omar", "Özil", "Zet"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("The bridge", "<cite>The bridge</cite>. "),
        ("Who pays?", "<cite>Who pays?</cite> "),
        ("“Who pays?”", "<cite>“Who pays?”</cite> "),
        ("من يدفع؟", "<cite>من يدفع؟</cite> "),
        ("谁付钱？", "<cite>谁付钱？</cite> "),
    ],
)
def test_no_full_stop_stands_behind_a_sign_that_ends_a_sentence(made: Callable[..., Path], title: str, shown: str) -> None:
    dossier = page(made(("title: Mines & more", f"title: {title}"), ("updated: 2024-11\n", "")), "dossiers/mines.html")
    assert f'<p class="prose">{shown}A little site. <a href="https:' in dossier

    dossier = page(made(("title: Mines & more", f"title: {title}"), ("title: A little site", "title: Look!")), "dossiers/mines.html")
    assert f'<p class="prose">{shown}Look!, <span>last checked November 2024</span>. <a' in dossier


def test_one_is_told_otherwise_than_several(site: Make) -> None:
    little = site('-- seeds/a.txt --\n"We stay," said Ann.\n-- content/d/quotes.yaml --\n- {id: q, actor: ann, words: We stay}\n')
    assert build(little.root, little.root / "_site").written
    assert ">1 article, with what rests on it<" in page(little.root / "_site", "sources.html")
    assert ">1 citation, looked up in its source. <" in page(little.root / "_site", "verification/d.html")


def test_no_line_ends_between_a_paragraphs_sign_and_its_number(made: Callable[..., Path]) -> None:
    told = ("actor: austin, words", "actor: rights-groups, kind: indirect, words")
    out = made(told, ("sources: [afp]}", "sources: [afp]}\n- {id: names, actor: rights-groups, kind: indirect, words: He spoke}"))
    pages = {path.name: re.sub("<[^<>]*>", "", path.read_text("utf-8")) for path in out.rglob("*.html")}

    assert sum(len(re.findall("¶(?:&nbsp;|\xa0)[0-9]", text)) for text in pages.values()) > 10
    assert [name for name, text in pages.items() if re.search(r"¶(?!&nbsp;|\xa0)", text)] == []
    assert "Missing voices" in pages["mines.html"]


def test_disputed_figures_are_drawn_and_told(made: Callable[..., Path]) -> None:
    dossier = page(made(), "dossiers/mines.html")
    figure = dossier[dossier.index('id="figure-count"') :]
    figure = figure[: figure.index("</table>")]
    assert figure.count("<circle") == 2
    assert "200 mines" in figure
    disputed = dossier[dossier.index("Disputed <") : dossier.index("From one report only")]
    assert 'href="#figure-count"' in disputed
    assert 'href="#claim-sent"' in disputed


def test_uncertain_dates_look_and_read_uncertain(made: Callable[..., Path]) -> None:
    dossier = page(made(), "dossiers/mines.html")
    row = dossier[dossier.index('id="event-spoke"') :]
    row = row[: row.index("</li>\n</ol>") if "</li>\n</ol>" in row else len(row)]
    assert "20 November 2024 (uncertain)" in row
    assert "url(#hatch)" in row


def test_addresses_are_absolute_only_where_the_site_knows_its_own(made: Callable[..., Path]) -> None:
    known = page(made(), "dossiers/mines.html")
    assert '<link rel="canonical" href="https://example.org/repo/dossiers/mines.html">' in known
    out = made(("base_url: https://example.org/repo\n", ""))
    assert "canonical" not in page(out, "dossiers/mines.html")
    assert "og:url" not in page(out, "dossiers/mines.html")
    assert not (out / "sitemap.xml").exists()


def annotated(out: Path) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(page(out, "dossiers/mines.jsonld"))["first"]["items"]
    return items


@pytest.mark.parametrize("base", ["https://example.org/repo", ""])
def test_annotations_lead_to_records_and_sources_from_where_they_stand(made: Callable[..., Path], base: str) -> None:
    out = made(("base_url: https://example.org/repo\n", f"base_url: {base}\n" if base else ""))
    at = "https://example.org/repo/"
    led = [urljoin(f"{at}dossiers/mines.jsonld", to) for one in annotated(out) for to in (one["body"], one["target"][0]["source"])]
    ours = {address.removeprefix(at) for address in led if address.startswith(at)}

    assert {"dossiers/mines.html#quote-lead", "dossiers/mines.html#in-brief", "sources/other.html"} <= ours
    assert all((out / address.partition("#")[0]).is_file() for address in ours)


def test_whatever_is_an_annotation_or_holds_some_has_an_id_of_its_own(made: Callable[..., Path]) -> None:
    collection = json.loads(page(made(), "dossiers/mines.jsonld"))
    ids = [one["id"] for one in (collection, collection["first"], *collection["first"]["items"])]

    assert ids[0] == "https://example.org/repo/dossiers/mines.jsonld"
    assert len(set(ids)) == len(ids) == collection["total"] + 2


def test_an_annotation_on_a_page_of_ours_names_the_paragraph(site: Make) -> None:
    little = site("""
    -- seeds/a.txt --
    It was hot.

    “We will not go,” Ann said.
    -- content/d/sources.yaml --
    - {id: a, file: a.txt}
    -- content/d/quotes.yaml --
    - {id: q, actor: ann, words: We will not go}
    """)
    assert build(little.root, little.root / "_site").written
    (one,) = json.loads(page(little.root / "_site", "dossiers/d.jsonld"))["first"]["items"]
    ((target,),) = (one["target"],)

    assert target["source"] == "../sources/a.html"
    assert (target["selector"]["type"], target["selector"]["value"]) == ("FragmentSelector", "p2")
    assert target["selector"]["refinedBy"]["exact"] == "We will not go"


@pytest.mark.parametrize("publish", ["full", "cited", "none"])
def test_no_annotation_has_what_is_not_the_articles(site: Make, publish: str) -> None:
    little = site(f"""
    -- seeds/a.txt --
    Ann said: We will not go. Our bread is better.

    Ad: the best of bread

    And we stay.
    -- content/d/sources.yaml --
    - {{id: a, file: a.txt, publish: {publish}, url: "https://example.org/a", skip: ["Ad:", {{words: Our bread is better.}}]}}
    -- content/d/quotes.yaml --
    - {{id: q, actor: ann, kind: indirect, words: We will not go. And we stay}}
    """)
    assert build(little.root, little.root / "_site").written
    (one,) = json.loads(page(little.root / "_site", "dossiers/d.jsonld"))["first"]["items"]

    assert [target["selector"][0]["exact"] for target in one["target"]] == ["We will not go.", "And we stay"]
    assert [target["selector"][1]["start"] for target in one["target"]] == [10, 71]
    assert "bread" not in json.dumps(one)


def test_an_annotation_keeps_its_id_when_records_come_before_it(made: Callable[..., Path]) -> None:
    before = {one["id"]: one for one in annotated(made())}
    quote = "- {id: asked, actor: austin, words: Nobody asked why, kind: indirect, sources: [afp]}\n- {id: lead"
    after = {one["id"]: one for one in annotated(made(("- {id: lead", quote), ("Austin spoke [@lead].", 'Before [@afp "Nobody asked"].')))}

    assert before.items() < after.items()
    assert len(after) == len(before) + 2


def test_a_passage_that_a_story_cites_twice_is_one_annotation(made: Callable[..., Path]) -> None:
    twice = annotated(made(('[@other "300 mines"].', '[@other "300 mines"]. Again [@other "300 mines"].')))

    assert twice == annotated(made())


def test_no_line_begins_or_ends_with_a_dot_between_nothing(site: Make) -> None:
    """Where there are many sources, the silent ones are counted under each point: nothing else is said of one found by comparing."""
    numbers = [f"-- seeds/s{n}.txt --\nHe spoke of {n} mines.\n" for n in range(2, 10)]
    says = ", ".join(f"{{source: s{n}, value: {n}, words: He spoke of {n} mines}}" for n in range(2, 9))
    claim = "- {id: spoke, claim: He spoke, positions: [{source: s2, says: affirms, words: He spoke}]}"
    little = site(
        "".join(numbers)
        + f"-- content/mines/figures.yaml --\n- {{id: count, of: mines, says: [{says}]}}\n-- content/mines/claims.yaml --\n{claim}\n"
    )
    assert build(little.root, little.root / "_site").written
    dossier = page(little.root / "_site", "dossiers/mines.html")
    differences = dossier[dossier.index('id="differences"') : dossier.index('id="coverage"')]

    assert '<p class="meta">1 source silent</p>' in differences
    assert '<p class="meta">affirmed by 1 source · 7 sources silent</p>' in differences
    assert not re.findall(r"<(?:p|span|li)[^>]*>(?: ?· |</)", differences)


def test_a_feed_is_linked_only_where_there_is_one(made: Callable[..., Path]) -> None:
    assert 'href="mines.xml"' in page(made(("updated: 2024-11\n", "updated: 2024-11-30\n")), "dossiers/mines.html")
    out = made()
    assert [path.name for path in out.rglob("*.xml")] == ["sitemap.xml"]
    assert "atom+xml" not in page(out, "dossiers/mines.html")


def test_every_page_says_what_it_is(made: Callable[..., Path]) -> None:
    out = made()
    said = {
        path.relative_to(out): re.findall('<meta property="og:type" content="([a-z]+)">', path.read_text("utf-8"))
        for path in out.rglob("*.html")
    }

    assert {path for path, kinds in said.items() if kinds != ["website"]} == {Path("sources/afp.html"), Path("sources/other.html")}
    assert said[Path("sources/afp.html")] == ["article"]


def test_a_source_is_not_indexed_and_names_its_original(made: Callable[..., Path]) -> None:
    source = page(made(), "sources/afp.html")
    assert '<meta name="robots" content="noindex">' in source
    assert '<link rel="canonical" href="https://example.org/a">' in source
    sitemap = page(made(), "sitemap.xml")
    assert "dossiers/mines.html" in sitemap
    assert "sources/afp.html" not in sitemap


def test_no_page_needs_inline_styles_or_scripts(made: Callable[..., Path]) -> None:
    for path in made().rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"<[^>]*\s(style|on\w+)=", text), path
        assert re.findall(r"<script(?! type=\"application/ld\+json\"| src=)", text) == []


def test_only_the_page_for_unknown_addresses_links_from_the_root(made: Callable[..., Path]) -> None:
    out = made()
    assert 'href="/repo/index.html"' in page(out, "404.html")
    for path in out.rglob("*.html"):
        if path.name != "404.html":
            assert not re.search(r'(?:href|src)="/', path.read_text("utf-8")), path


def test_a_text_from_right_to_left_says_so(made: Callable[..., Path]) -> None:
    out = made(("title: US to send mines, published: 2024-11-20, language: en", "title: US to send mines, language: ar"))
    assert '<blockquote lang="ar" dir="rtl">' in page(out, "dossiers/mines.html")
    assert '<html lang="en">' in page(out, "dossiers/mines.html")


def test_words_of_a_source_without_language_are_in_none_that_is_known(made: Callable[..., Path]) -> None:
    out = made(("published: 2024-11-20, language: en", "published: 2024-11-20"))
    unknown = ' lang="" dir="auto">'
    assert f"<blockquote{unknown}<p data-copy>“They lead" in page(out, "dossiers/mines.html")
    assert f'<p class="passage"{unknown}"<mark>They lead' in page(out, "dossiers/mines.html")
    assert f"<p{unknown}“<mark>They lead" in page(out, "sources/afp.html").replace('"<mark>', "“<mark>")
    assert f"<h1{unknown}US to send mines" in page(out, "sources/afp.html")
    assert f'<span class="words"{unknown}They lead' in page(out, "verification/mines.html")


def test_a_title_by_which_a_source_is_called_is_in_its_own_language(made: Callable[..., Path]) -> None:
    out = made(("outlet: agency, title: US to send mines, published: 2024-11-20, language: en", "title: Verschickte Minen, language: de"))
    called = ' lang="de" dir="ltr">“Verschickte Minen”'
    assert f'<tr><th scope="row"><a href="sources/afp.html"{called}' in page(out, "sources.html")
    dossier = page(out, "dossiers/mines.html")
    assert f'<th scope="row"><a href="../sources/afp.html"{called}' in dossier
    passages = re.findall(r'<a href="../sources/afp.html#p[0-9]+"([^>]*>“Verschickte Minen”), <span', dossier)
    assert len(passages) > 2
    assert set(passages) == {called}


def test_the_twin_of_a_dossier_holds_its_records_with_their_citations(made: Callable[..., Path]) -> None:
    twin = json.loads(page(made(), "dossiers/mines.json"))
    (quote,) = twin["quotes"]
    (citation,) = quote["citations"]
    assert citation["source"] == "afp"
    assert citation["verdict"] == "exact"
    (place,) = citation["places"]
    text = (made().parent / "seeds/afp.txt").read_text("utf-8")
    assert text[place["start"] : place["end"]] == quote["words"]


def test_a_free_page_may_not_take_a_name_of_the_sites_own(site: Make) -> None:
    little = site("-- content/pages/sources.md --\n# Sources\n")
    (problem,) = build(little.root, little.root / "_site").problems
    assert problem.problem.code == "taken"


def test_the_description_of_a_free_page_has_no_marks_of_citations(site: Make) -> None:
    little = site(
        """
        -- seeds/a.txt --
        One two.
        -- content/d/dossier.yaml --
        title: D
        -- content/pages/about.md --
        # About

        We say [@a "One two"] so.
        """
    )
    assert build(little.root, little.root / "_site").written
    assert '<meta name="description" content="We say so.">' in page(little.root / "_site", "about.html")


def test_comments_of_editors_are_nowhere_published(site: Make) -> None:
    little = site(
        """
        -- seeds/a.txt --
        One two. Three four.
        -- content/d/dossier.yaml --
        title: D
        -- content/d/sources.yaml --
        - {id: a, file: a.txt}
        -- content/d/story.md --
        <!-- Ask the lawyer. [@a "One two"] -->
        We say <!-- the lawyer: [@a "Three"] --> so [@a "four"].
        -- content/pages/about.md --
        # About

        <!-- Our lawyer

        says so. -->

        We <!-- the lawyer --> say so.
        """
    )
    assert build(little.root, little.root / "_site").written
    out = little.root / "_site"
    assert not [path for path in out.rglob("*") if path.is_file() and b"lawyer" in path.read_bytes()]
    assert '<meta name="description" content="We say so.">' in page(out, "about.html")
    assert 'id="ref-1"' in page(out, "dossiers/d.html")
    assert 'id="note-2"' not in page(out, "dossiers/d.html")


@pytest.mark.parametrize("story", ["<!-- to be written -->", "![a chart](a.png)", "&nbsp;"])
def test_a_story_without_words_is_left_out(site: Make, story: str) -> None:
    little = site(f"-- content/d/dossier.yaml --\ntitle: D\n-- content/d/story.md --\n{story}\n")
    assert build(little.root, little.root / "_site").written
    assert "In brief" not in page(little.root / "_site", "dossiers/d.html")


def test_no_letter_is_turned_into_one_that_headings_do_not_have(site: Make) -> None:
    little = site("""
    -- seeds/a.txt --
    200 ნაღმი
    -- seeds/b.txt --
    300 ნაღმი
    -- content/d/dossier.yaml --
    title: D
    status: ღია
    -- content/d/figures.yaml --
    - id: count
      of: ნაღმები
      says: [{source: a, value: 200, words: 200 ნაღმი}, {source: b, value: 300, words: 300 ნაღმი}]
    """)
    assert build(little.root, little.root / "_site").written
    pages = [path.read_text("utf-8") for path in (little.root / "_site").rglob("*.*") if path.suffix in (".html", ".json")]
    assert sum("ნაღმები" in one for one in pages) > 2
    assert "ღია" in page(little.root / "_site", "dossiers/d.html")
    assert not [one for one in pages if re.search("[Ა-Ჿ]", one)]


def test_a_sources_twin_names_the_slips_that_are_cited(site: Make) -> None:
    little = site("""
    -- content/d/sources.yaml --
    - {id: afp, file: afp.txt, sic: [{words: ordinance, meant: ordnance}, {words: reign, meant: rein}]}
    -- content/d/events.yaml --
    - {id: e, what: W, cites: [{source: afp, words: unexploded ordinance}]}
    -- seeds/afp.txt --
    They found unexploded ordinance. Elsewhere they had free reign.
    """)
    build(little.root, little.root / "_site")
    twin = json.loads((little.root / "_site/sources/afp.json").read_text("utf-8"))

    assert twin["sic"] == [{"words": "ordinance", "meant": "ordnance"}]
