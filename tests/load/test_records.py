"""A record's wrong keys and values: all of them, each on its line, with what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.build import build
from site_builder.load.base import is_base
from site_builder.load.site import load_dossier, load_top
from site_builder.model import LONGEST_ID, Translation
from site_builder.report import as_text
from tests.conftest import LittleSite

Check = Callable[[str], LittleSite]


def test_every_mistake_of_a_file_is_told_in_one_run(check_site: Check) -> None:
    check_site("""
    -- seeds/afp.txt --
    "We lead," Austin said.
    -- content/mines/quotes.yaml --
    - id: A b                   #! bad-id
      actor: austin
      words: 12                 #! wrong-type: '12'
      sorces: [afp]             #! unknown-key: sources
    - just text                 #! wrong-type: id, actor, words
    - id: lead
      actor: austin
      words: We lead
      said: 2024-13-45          #! bad-date: there is no month 13
      kind: dirct               #! unknown-value: direct
      translation: x            #! wrong-type
    - {id: nobody, actor: austin}     #! missing-key: words
    """)


def test_a_key_without_a_value_is_as_good_as_none_if_it_is_known(check_site: Check) -> None:
    check_site("""
    -- seeds/afp.txt --
    "We lead," Austin said.
    -- content/mines/quotes.yaml --
    - id: lead
      actor: austin
      sources:
      kind:
      words: We lead
      note: ~
    - {id: two, actor: austin, words: We lead, kind: }
    - {id: three, actor: austin, words: We lead, kindd: ,      #! unknown-key: kind
       translatoin: }                                          #! unknown-key: translation
    - id: four
      actor: austin
      words:                                                   #! missing-key: every record
      wrods:                                                   #! unknown-key: words
    """)


def test_a_text_that_a_comma_or_a_comment_would_cut_off_is_refused(check_site: Check) -> None:
    check_site("""
    -- seeds/afp.txt --
    "We lead, but not today," Austin said. "They are our #1 enemy."
    -- content/mines/quotes.yaml --
    - {id: one, actor: austin, words: We lead, but not today}  #! cut-off: quotation marks
    - id: two
      actor: austin
      words: They are our #1 enemy                             #! cut-off: blank
    -- content/mines/claims.yaml --
    - {id: three, claim: Austin leads, positions: [{says: affirms, source: afp, words: We lead, note}]}  #! cut-off
    """)


@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\u200b", "\u3000 \u2060"])
def test_a_text_of_blanks_is_none(check_site: Check, blank: str) -> None:
    check_site(f"""
    -- seeds/afp.txt --
    "We lead," Austin said.
    -- content/mines/dossier.yaml --
    title: "{blank}"          #! empty
    standfirst: "{blank}"
    tags: [a, "{blank}"]      #! empty
    -- content/actors.yaml --
    - id: austin
      name: '{blank}'         #! empty
      role: '{blank}'
    -- content/mines/events.yaml --
    - {{id: led, what: "{blank}", cites: [{{source: afp, words: We lead}}]}}     #! empty
    -- content/mines/sources.yaml --
    - id: afp
      file: afp.txt
      title: "{blank}"
      authors: ["{blank}"]     #! empty
    """)


@pytest.mark.parametrize("heading", ["", "\u200b", "<!-- to be named -->"])
def test_a_page_whose_heading_says_nothing_is_called_as_its_file(heading: str) -> None:
    (page,) = load_top({"pages/how-we-work.md": f"# {heading}\nBy hand.\n".encode()}).pages
    assert (page.title, page.body) == ("How we work", "\nBy hand.\n")


def test_numbers_and_dates(check_site: Check) -> None:
    check_site("""
    -- seeds/afp.txt --
    It sent 1,200 mines.
    -- content/mines/figures.yaml --
    - id: mines
      of: mines sent
      says: [{source: afp, value: '1200', words: "1,200 mines"}]     #! wrong-type: 1200
    - id: none
      of: mines sent
      says: [{source: afp, words: "1,200 mines"}]                     #! missing-key: value
    - id: both
      of: mines sent
      says: [{source: afp, value: 1200, low: 1200, words: "1,200 mines"}]     #! wrong-value
    -- content/mines/events.yaml --
    - {id: sent, date: 2024-02-30, what: x, cites: [{source: afp, words: It sent}]}     #! bad-date: has no day 30
    - {id: when, date: true, what: x, cites: [{source: afp, words: It sent}]}           #! bad-date
    - {id: year, date: 2024, what: x, cites: [{source: afp, words: It sent}]}
    - {id: season, date: 2024-21, what: x, cites: [{source: afp, words: It sent}]}
    - {id: set, date: "[2024-11-01,2024-11-05]", what: x, cites: [{source: afp, words: It sent}]}
    - {id: uncited, what: x, cites: []}                                                 #! uncited
    """)


def test_a_file_that_is_a_mapping_where_a_list_belongs(check_site: Check) -> None:
    check_site("""
    -- seeds/afp.txt --
    x
    -- content/mines/quotes.yaml --
    id: lead     #! wrong-type: begin every record
    """)


def test_a_broken_file_raises_no_alarm_about_the_names_it_would_have_given(check_site: Check) -> None:
    check_site("""
    -- seeds/afp.txt --
    "We lead," Austin said.
    -- content/mines/sources.yaml --
    - id: afp
      file: afp.txt: x     #! yaml-syntax: quotation marks
    -- content/mines/quotes.yaml --
    - {id: lead, actor: austin, words: We lead, sources: [afp]}
    """)


@pytest.mark.parametrize("name", ["quote.yaml", "quotes.yml", "Quotes.yaml", "quotes.yaml.txt", "quotes.txt", "QUOTES.YAML"])
def test_a_yaml_file_that_nothing_reads_is_an_error(site: Callable[[str], LittleSite], name: str) -> None:
    little = site("-- seeds/afp.txt --\nx\n-- content/mines/dossier.yaml --\ntitle: x\n")
    little.write(f"content/mines/{name}", "[]")

    assert [(o.problem.file, o.problem.code, o.problem.hint) for o in little.problems().problems] == [
        (f"content/mines/{name}", "unknown-file", "call it 'quotes.yaml'")
    ]


STRAYS = [  # files, and the one that is told, with what to do
    (["mines/Story.md"], "mines/Story.md", "call it 'story.md'"),
    (["mines/story.txt"], "mines/story.txt", "call it 'story.md'"),
    (["mines/story.markdown", "mines/story.md"], "mines/story.markdown", "'story.md' stands there already"),
    (["mines/claim.yml", "mines/claims.yaml"], "mines/claim.yml", "'claims.yaml' stands there already"),
    (["mines/evnets.yaml"], "mines/evnets.yaml", "did you mean 'events.yaml'?"),
    (["mines/evnets.yaml", "mines/events.yaml"], "mines/evnets.yaml", "read here are"),
    (["mines/actors.yaml"], "mines/actors.yaml", "move what it says to content/actors.yaml"),
    (["mines/outlets.yaml"], "mines/outlets.yaml", "move it to content/outlets.yaml"),
    (["quotes.yaml"], "quotes.yaml", "belongs in a dossier's folder: content/<dossier>/quotes.yaml"),
    (["story.md"], "story.md", "content/<dossier>/story.md"),
    (["Outlets.yaml.txt"], "Outlets.yaml.txt", "call it 'outlets.yaml'"),
    (["about.md"], "about.md", "content/pages/about.md"),
    (["pages/About us.MD"], "pages/About us.MD", "content/pages/about-us.md"),
    (["pages/about.txt"], "pages/about.txt", "content/pages/about.md"),
    (["pages/about.markdown"], "pages/about.markdown", "content/pages/about.md"),
    (["pages/about.md.txt"], "pages/about.md.txt", "content/pages/about.md"),
    (["pages/us/about.md"], "pages/us/about.md", "pages have no folders"),
    (["page/about.md", "page/method.md"], "page/about.md", "rename the folder"),
    (["Pages/about.md"], "Pages/about.md", "rename the folder"),
    (["more/grain/claims.yaml", "more/grain/dossier.yaml"], "more/grain/claims.yaml", "move the folder to content/grain/"),
]


@pytest.mark.parametrize(("names", "told", "hint"), STRAYS, ids=[told for _, told, _ in STRAYS])
def test_a_file_that_is_not_read_because_of_its_name_is_told_once(site: Check, names: list[str], told: str, hint: str) -> None:
    little = site("-- seeds/afp.txt --\nx\n-- content/mines/dossier.yaml --\ntitle: x\n")
    for name in names:
        little.write(f"content/{name}", "" if name.lower().endswith(("md", "txt")) else "[]")
    (one,) = little.problems().problems

    assert (one.problem.file, one.problem.code) == (f"content/{told}", "unknown-file")
    assert hint in one.problem.hint


@pytest.mark.parametrize("name", ["notes.txt", "README.md", "mines/notes.md", "mines/article.txt", "pages/readme.txt", "todo.txt"])
def test_notes_for_colleagues_are_let_be_and_are_no_part_of_what_is_published(site: Check, tmp_path: Path, name: str) -> None:
    little = site("-- seeds/afp.txt --\nx\n-- content/mines/dossier.yaml --\ntitle: x\n")
    little.write(f"content/{name}", "Ask Ann.")

    assert not little.problems().problems
    build(little.root, tmp_path / "out")
    assert (name in (tmp_path / "out" / "SHA256SUMS").read_text()) is name.endswith(".md")


def test_what_a_file_under_a_wrong_name_would_list_is_not_missed(site: Check) -> None:
    little = site("""
    -- seeds/afp.txt --
    "We lead," Austin said.
    -- content/mines/quotes.yaml --
    - {id: lead, actor: austin, words: We lead, sources: [afp]}
    """)
    sources = little.root / "content/mines/sources.yaml"
    for name in ("Sources.yaml", "sources.yaml.txt", "sources.txt"):
        stray = sources.rename(sources.with_name(name))
        assert [(one.problem.code, one.problem.file) for one in little.problems().problems] == [("unknown-file", f"content/mines/{name}")]
        stray.rename(sources)
        assert not little.problems().problems


@pytest.mark.parametrize("folder", ["Grain ships", "grain", "more/grain"])
def test_what_a_folder_that_cannot_be_read_would_list_is_not_missed(site: Check, folder: str) -> None:
    little = site("""
    -- seeds/afp.txt --
    "We lead," Austin said.
    -- content/mines/story.md --
    It was led [@lead].
    """)
    little.write(f"content/{folder}/quotes.yaml", "- {id: lead, actor: austin, words: We lead, sources: [afp]}")
    if folder != "grain":
        little.write(f"content/{folder}/dossier.yaml", "title: Grain")
    (one,) = little.problems().problems

    assert one.problem.file == f"content/{folder}/dossier.yaml"
    assert one.problem.code == {"Grain ships": "bad-id", "grain": "missing-file", "more/grain": "unknown-file"}[folder]


def test_that_no_file_lists_actors_is_said_once(check_site: Check) -> None:
    little = check_site("""
    -- seeds/afp.txt --
    "We lead," Austin said. "We follow," he said.
    -- content/mines/sources.yaml --
    - {id: afp, file: afp.txt, outlet: afp}
    -- content/outlets.yaml --
    - {id: afp, name: AFP}
    -- content/mines/quotes.yaml --
    - {id: lead, actor: austin, words: We lead, sources: [afp]}
    - {id: follow, actor: austin, words: We follow, sources: [afp]}
    """)
    (little.root / "content/actors.yaml").unlink()
    (little.root / "content/outlets.yaml").unlink()

    assert [(one.problem.file, one.problem.code) for one in little.problems().problems] == [
        ("content/actors.yaml", "missing-file"),
        ("content/outlets.yaml", "missing-file"),
    ]


def test_an_id_is_no_longer_than_a_file_may_be_called(check_site: Check) -> None:
    check_site(f"""
    -- seeds/afp.txt --
    "We lead," Austin said.
    -- content/mines/sources.yaml --
    - {{id: {"a" * LONGEST_ID}, file: afp.txt}}
    - {{id: {"b" * (LONGEST_ID + 1)}, file: afp.txt}}     #! bad-id: at most 100
    - {{id: {"b" * (LONGEST_ID + 1)}, file: afp.txt}}     #! bad-id
    - id: "two\\n"     #! bad-id
      file: afp.txt
    -- content/mines/story.md --
    It is so [@{"a" * LONGEST_ID}].
    Or so [@{"b" * (LONGEST_ID + 1)}].     #! bad-citation
    -- content/{"d" * (LONGEST_ID + 1)}/dossier.yaml --
    title: Too long     #! bad-id: rename it
    -- content/pages/{"p" * (LONGEST_ID + 1)}.md --
    # Too long     #! bad-id: rename the file
    """)


def test_no_id_makes_a_message_long(site: Check) -> None:
    little = site(f"""
    -- seeds/afp.txt --
    "We lead," Austin said.
    -- content/mines/sources.yaml --
    - {{id: {"a" * 50_000}, file: afp.txt, {"b" * 50_000}: 1, {"b" * 50_000}: 2, derived_from: {"c" * 50_000}}}
    - {{id: {"a" * 50_000}, file: afp.txt, outlet: {"d" * 50_000}}}
    -- content/mines/story.md --
    It is so [@{"a" * 15_000}] [@{"a" * 5_000}:b].
    """)

    assert max(map(len, as_text(little.problems().problems).splitlines())) < 300


@pytest.mark.parametrize(
    ("url", "fits"),
    [
        ("https://example.org", True),
        ("http://localhost:8000/news/", True),
        ("https://[::1]:8000/it's/%22", True),
        ("https://münchen.example/", True),
        ("https://[::1", False),
        ("https://a]b/", False),
        ("http://ex℀.example/", False),
        ("https://example.org:x/", False),
        ("https://:80/", False),
        ("https://news..example/", False),
        ("https://1.2.3.999/", False),
        ("https://ann:word@example.org/", False),
        ("https://example.org/%zz", False),
        ("https://", False),
        ("ftp://example.org/", False),
        ("https://example.org/?q", False),
        ("https://example.org/#f", False),
        ("https://example.org/a b", False),
        ('https://example.org/"', False),
        ("https://example.org/\n", False),
        ("", False),
    ],
)
def test_where_a_site_may_stand(url: str, fits: bool) -> None:  # noqa: FBT001
    assert is_base(url) is fits


def test_an_address_that_cannot_be_split_is_told(check_site: Check) -> None:
    check_site("""
    -- seeds/afp.txt --
    "We lead," Austin said.
    -- content/site.yaml --
    title: A site
    base_url: 'https://[::1'     #! bad-url: is not an address
    -- content/mines/dossier.yaml --
    title: Mines
    """)


def test_what_is_an_error_offers_no_silence(site: Check) -> None:
    little = site("""
    -- seeds/afp.txt --
    x
    -- content/site.yaml --
    title: A site
    base_url: news.example
    -- content/outlets.yaml --
    - {id: afp, name: AFP, url: www.afp.com}
    -- content/mines/sources.yaml --
    - {id: afp, file: afp.txt, outlet: afp}
    """)
    warned, wrong = little.problems().problems

    assert (warned.problem.severity, wrong.problem.severity) == ("warning", "error")
    assert "silence: [{lint: bad-url" in warned.problem.hint
    assert "silence" not in wrong.problem.hint


def test_a_name_in_place_of_an_id_is_told_with_the_id(check_site: Check) -> None:
    check_site("""
    -- seeds/afp.txt --
    "We lead," Austin said.
    -- content/actors.yaml --
    - {id: us-defense, name: Pentagon}
    - {id: lloyd-austin, name: Lloyd Austin, aliases: [Mr. Austin], affiliation: Pentagon}   #! bad-id: us-defense
    -- content/outlets.yaml --
    - {id: afp, name: Agence France-Presse}
    -- content/mines/sources.yaml --
    - {id: afp, file: afp.txt, outlet: Agence France-Presse}   #! bad-id: write the id of Agence France-Presse: afp
    - {id: The Böse one, file: afp.txt}   #! bad-id: the-bose-one
    - {id: Reuters-one, file: afp.txt}   #! bad-id
    -- content/mines/quotes.yaml --
    - {id: lead, actor: Mr. Austin, words: We lead, sources: [afp]}   #! bad-id: write the id of Mr. Austin: lloyd-austin
    - {id: led, actor: Ann Lee, words: We lead, sources: [afp]}   #! bad-id: ann-lee
    - {id: two, actor: lloyd-austin, words: We lead, sources: [reuters-one]}   #! unknown-source: known are: afp
    -- content/mines/story.md --
    It is so [@afp], or so [@outlet-two],
    or [@lloyd-austin].     #! unknown-citation: is an actor
    -- content/mines/claims.yaml --
    - {id: outlet-two, claim: x, positions: [{source: afp, says: affirms, words: We lead}]}
    """)


def test_what_cannot_be_read_of_a_dossier_is_not_missed_in_it(check_site: Check) -> None:
    check_site("""
    -- seeds/afp.txt --
    "We lead," Austin said Wednesday.
    -- content/mines/sources.yaml --
    - {id: afp, file: afp.txt, language: en}
    - [                                             #! yaml-syntax
    -- content/mines/quotes.yaml --
    - {id: lead, actor: austin, words: We lead}
    -- content/mines/events.yaml --
    - {id: led, what: x, resolved: Wednesday, cites: [{source: afp, words: said Wednesday}]}
    """)


def test_a_source_that_is_not_known_makes_no_others_unlisted(check_site: Check) -> None:
    check_site("""
    -- seeds/afp.txt --
    "We lead the way with dismounted forces," Austin said.
    -- seeds/dpa.txt --
    "We lead the way with dismounted forces," Austin said.
    -- content/mines/sources.yaml --
    - {id: afp-one, file: afp.txt}
    - {id: dpa-one, file: dpa.txt}
    -- content/mines/quotes.yaml --
    - {id: lead, actor: austin, words: We lead the way with dismounted forces, sources: [afp-one, dpa]}    #! unknown-source: dpa-one
    """)


def test_a_language_is_named_by_its_tag(check_site: Check) -> None:
    check_site("""
    -- seeds/afp.txt --
    "We lead," Austin said.
    -- content/site.yaml --
    title: A site
    language: English          #! unknown-value: write en
    -- content/outlets.yaml --
    - {id: le-monde, name: Le Monde, language: French}      #! unknown-value: write fr
    -- content/mines/sources.yaml --
    - {id: one, file: afp.txt, language: deutsch}           #! unknown-value: write de
    - {id: two, file: afp.txt, language: de_DE}             #! unknown-value: write de-DE
    - {id: three, file: afp.txt, language: fr de}           #! unknown-value: write one tag
    - {id: four, file: afp.txt, language: english-us}       #! unknown-value: is not the tag of a language
    - {id: five, file: afp.txt, language: und}
    - {id: six, file: afp.txt, language: no}
    - {id: seven, file: afp.txt, language: ""}
    - {id: eight, file: afp.txt, language: sl-Latn-IT-nedis}
    -- content/mines/quotes.yaml --
    - {id: lead, actor: austin, words: We lead, sources: [one], translation: {language: German, words: Wir führen}}   #! unknown-value: de
    - {id: led, actor: austin, words: We lead, sources: [one], translation: {language: "", words: Wir führen}}        #! empty
    """)


def test_a_language_that_is_meant_is_read_as_meant(check_site: Check) -> None:
    check_site("""
    -- seeds/dpa.txt --
    Am Mittwoch wurden zwei Arbeiter verletzt.
    -- content/mines/sources.yaml --
    - {id: dpa, file: dpa.txt, language: deutsch}      #! unknown-value: write de
    -- content/mines/figures.yaml --
    - {id: injured, of: injured, unit: people, says: [{source: dpa, value: 2, words: zwei Arbeiter verletzt}]}
    """)


def test_the_case_of_a_tag_means_nothing() -> None:
    top = load_top({"site.yaml": b"{title: x, language: EN}", "outlets.yaml": b"- {id: o, name: O, language: ZH-hant-tw}"})
    quotes = b"- {id: q, actor: a, words: w, translation: {language: FR, words: m}}"
    dossier = load_dossier(
        "d", {"dossier.yaml": b"title: x", "sources.yaml": b"- {id: s, file: s.txt, language: De-de}", "quotes.yaml": quotes}
    ).dossier

    assert (top.site.language, top.outlets[0].language, dossier.sources[0].language) == ("en", "zh-Hant-TW", "de-DE")
    assert dossier.quotes[0].translation == Translation("fr", "m")


def test_a_text_that_a_comma_cuts_is_told_and_nothing_more(check_site: Check) -> None:
    check_site("""
    -- seeds/afp.txt --
    It sent 1,200 mines and 2,5 tons.
    -- content/mines/figures.yaml --
    - id: mines
      of: mines sent
      says: [{source: afp, value: 1,200, words: "1,200 mines"}]      #! cut-off: write it without separators: 1200
    - id: tons
      of: tons sent
      says: [{source: afp, value: 2.5, words: 2,5 tons}]             #! cut-off: words: "2,5 tons"
    - id: block
      of: mines sent
      says:
        - source: afp
          value: 1,200                                               #! wrong-type: write it without separators: 1200
          words: 1,200 mines
    """)


def test_a_list_of_one_is_a_list(check_site: Check) -> None:
    check_site("""
    -- seeds/afp.txt --
    "We lead," Austin said.
    -- content/site.yaml --
    title: A site
    editors: Anna Muster            #! wrong-type: write it in brackets: [Anna Muster]
    -- content/mines/dossier.yaml --
    title: Mines
    tags: energy, war               #! wrong-type: write it in brackets: [energy, war]
    corrections: We erred.          #! wrong-type: each has keys and values, such as: date, text
    -- content/mines/sources.yaml --
    - {id: afp, file: afp.txt, skip: "Contact:"}        #! wrong-type: ['Contact:']
    """)


PAGES = [  # what a page holds, what is said of it, and what to do
    ("", "this page is empty", "beginning with # Our method"),
    ("\n \n", "this page is empty", "or delete it"),
    ("We copy.\n\n# Later\n", "is called 'Our method'", "begin it with its title: # Our method"),
    ("## How we work\n\nWe copy.\n", "its first line is no heading", "begin it with its title: # How we work"),
    ("#How we work\n\nWe copy.\n", "its first line is no heading", "begin it with its title: # How we work"),
]


@pytest.mark.parametrize(("text", "said", "hint"), PAGES)
def test_a_page_that_does_not_begin_with_its_title_is_told(text: str, said: str, hint: str) -> None:
    (problem,) = load_top({"site.yaml": b"title: x", "pages/our-method.md": text.encode()}).problems

    assert (problem.file, problem.code, problem.severity) == ("content/pages/our-method.md", "untitled-page", "warning")
    assert said in problem.message
    assert hint in problem.hint


def test_a_picture_may_stand(check_site: Check) -> None:
    check_site("""
    -- content/site.yaml --
    title: A site
    silence: [{lint: picture, of: A map, reason: It is shown elsewhere.}]
    -- content/pages/plain.md --
    # Plain

    We copy.
    ![A map](map.png)
    ![A plan](plan.png)            #! picture: [A plan](https://…)
    -- content/mines/dossier.yaml --
    title: Mines
    silence: [{lint: picture, of: A map, reason: It is shown elsewhere.}]
    -- content/mines/story.md --
    ![A map](map.png) ![A plan](plan.png) #! picture
    """)


def test_a_page_without_a_title_may_stand(check_site: Check) -> None:
    check_site("""
    -- content/site.yaml --
    title: A site
    silence: [{lint: untitled-page, of: plain, reason: It is called as its file.}]
    -- content/pages/plain.md --
    We copy.
    -- content/pages/other.md --
    We copy.                       #! untitled-page
    -- content/mines/dossier.yaml --
    title: Mines
    """)
