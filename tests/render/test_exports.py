from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from site_builder.model import Anchor, Brief, Citation, Date, Outlet, OutletKind, Site, Source
from site_builder.render.discovery import feed as feed_in
from site_builder.render.discovery import feed_of
from site_builder.render.excerpts import Spellings, shown
from site_builder.render.exports import _even, bibtex, csl, ris, table
from site_builder.render.lists import newest_first, placing
from site_builder.render.shown import Shelf, moment
from site_builder.text.article import article
from tests.pace import LINEAR, growth

OUTLETS = {"times": Outlet("times", "The Times & Co")}
KNOWN = Source(
    "a",
    "a.txt",
    outlet="times",
    title="Mines: 100% {sure}",
    published=Date("2024-11-21"),
    authors=("Ann Lee",),
    url="https://example.org/a_b",
)
UNKNOWN = Source("b", "b.txt", published=Date("2024-11-2X"), url="javascript:x")


def shelf() -> Shelf:
    text = article("=1+1 they said", "00")
    return Shelf(
        {"a": KNOWN, "b": UNKNOWN}, {"a": "The Times & Co", "b": "b"}, {"a": "cited", "b": "cited"}, {"a": text, "b": text}, Spellings({})
    )


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (None, ("article-newspaper", "@article{", "NEWS")),
        ("agency", ("article-newspaper", "@article{", "NEWS")),
        ("magazine", ("article-magazine", "@article{", "MGZN")),
        ("blog", ("post-weblog", "@online{", "BLOG")),
        ("government", ("report", "@report{", "RPRT")),
    ],
)
def test_a_source_is_of_its_outlets_kind(kind: OutletKind | None, names: tuple[str, str, str]) -> None:
    outlets = {"times": Outlet("times", "The Times", kind=kind)}

    assert csl(KNOWN, outlets, shelf())["type"] == names[0]
    assert bibtex(KNOWN, outlets, shelf()).startswith(names[1])
    assert ris(KNOWN, outlets, shelf()).startswith(f"TY  - {names[2]}\r\n")
    assert "The Times" in bibtex(KNOWN, outlets, shelf())


def test_csl_leaves_out_what_is_not_known() -> None:
    known, unknown = csl(KNOWN, OUTLETS, shelf()), csl(UNKNOWN, OUTLETS, shelf())
    assert known["issued"] == {"date-parts": [[2024, 11, 21]]}
    assert known["container-title"] == "The Times & Co"
    assert not {"issued", "URL", "title", "author", "container-title"} & set(unknown)
    json.dumps(known)


def test_bibtex_escapes_and_keeps_capitals() -> None:
    entry = bibtex(KNOWN, OUTLETS, shelf())
    assert r"title = {{Mines}: 100\% \textbraceleft{}sure\textbraceright{}}" in entry
    assert r"journaltitle = {The Times \& Co}" in entry
    assert "date = {2024-11-21}" in entry
    assert "date" not in bibtex(UNKNOWN, OUTLETS, shelf())


@pytest.mark.parametrize(
    ("published", "parts", "written"),
    [("2024-11-20?", [2024, 11, 20], "2024-11-20?"), ("2024-11~", [2024, 11], "2024-11~"), ("2024%", [2024], "2024%")],
)
def test_a_date_that_is_not_sure_is_none_that_is(published: str, parts: list[int], written: str) -> None:
    source = structs.replace(KNOWN, published=Date(published))

    assert csl(source, OUTLETS, shelf())["issued"] == {"date-parts": [parts], "circa": True}
    assert f"date = {{{written}}}" in bibtex(source, OUTLETS, shelf())
    assert not {"PY", "DA"} & {line[:2] for line in ris(source, OUTLETS, shelf()).split("\r\n")}


@pytest.mark.parametrize("sign", "x1河X_")
def test_time_grows_with_a_title(sign: str) -> None:
    assert growth(lambda many: bibtex(structs.replace(KNOWN, title=sign * many), OUTLETS, shelf()), 100_000) < LINEAR


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("a-Bc dE f1 éÉ", "a-{Bc} {dE} f1 éÉ"),
        ("éX_y 河A", r"{éX}\_y {河A}"),
        ("US & UK", r"{US} \& {UK}"),
        ("New_Title of FBI_Report_", r"{New}\_{Title} of {FBI}\_{Report}\_"),
        ("C\u0327a", "{C\u0327a}"),
    ],
)
def test_words_with_capitals_are_kept(title: str, written: str) -> None:
    assert f"title = {{{written}}}" in bibtex(structs.replace(KNOWN, title=title), OUTLETS, shelf())


def test_ris_begins_and_ends_as_it_must() -> None:
    lines = ris(KNOWN, OUTLETS, shelf()).split("\r\n")
    assert lines[0] == "TY  - NEWS"
    assert "DA  - 2024/11/21" in lines
    assert lines[-3] == "ER  - "


def test_the_table_holds_every_place_and_no_formula() -> None:
    places = (Anchor(0, 4, 1, ((0, 4),)), Anchor(5, 9, 1, ((5, 9),)))
    text = table([Citation("d", "quote", "q", "a", "ambiguous", "=1+1", places)], shelf())
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["start"], row["end"], row["words"]) for row in rows] == [("0", "4", "'=1+1"), ("5", "9", "'=1+1")]


def brief(name: str, updated: str | None) -> Brief:
    return Brief(name, f"{name} & <co>", "", "", Date(updated) if updated else None, ("x",), (), 0, 0, 0, (), ())


def test_feeds_hold_what_has_a_date_newest_first() -> None:
    site = Site("A site", base_url="https://example.org/repo/")
    dates = {"b": "2024-11-30", "a": "2024-11-30", "old": "2023-01-02", "month": "2024-12", "undated": None}
    briefs = {name: brief(name, date) for name, date in dates.items()}
    moments = {name: moment(briefs[name].updated) for name in newest_first({name: placing(one) for name, one in briefs.items()})}
    made = dict(chain(feed_in(site, moments, briefs.__getitem__), *(feed_of(site, one) for one in briefs.values())))
    assert set(made) == {"feed.xml", "dossiers/old.xml", "dossiers/a.xml", "dossiers/b.xml"}
    assert not [*feed_in(Site("A site"), moments, briefs.__getitem__), *feed_of(Site("A site"), briefs["old"])]
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ET.fromstring(made["feed.xml"])  # noqa: S314 our own
    assert [entry.findtext(f"{atom}title") for entry in feed.findall(f"{atom}entry")] == ["a & <co>", "b & <co>", "old & <co>"]
    assert feed.findtext(f"{atom}updated") == "2024-11-30T00:00:00Z"
    assert [link.get("href") for link in feed.findall(f"{atom}link")] == [
        "https://example.org/repo/feed.xml",
        "https://example.org/repo/index.html",
    ]


@pytest.mark.parametrize("date", ["2024", "2024-11", "2024-21", "2024-11-20?", "2024-11-20~", "2024-11-2X", "2024-11-20/..", None])
def test_what_is_no_certain_day_dates_no_feed(date: str | None) -> None:
    assert not moment(date)


@given(st.text(st.one_of(st.characters(), st.sampled_from(" \n\t-\xa0\u2028漢a"))))
def test_white_space_in_annotations_is_that_of_pages(text: str) -> None:
    assert _even(text) == shown(text)
