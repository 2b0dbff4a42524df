from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model import Anchor, Source
from site_builder.render import links


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "http://example.org", "mailto:desk@example.org"])
def test_addresses_that_may_be_linked(url: str) -> None:
    assert links.web(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "https://",
        "//example.org",
        "../up",
        "http://[::1",
        "https://a b",
        "",
    ],
)
def test_addresses_that_may_not(url: str) -> None:
    assert not links.web(url)


def led_to(text: str, words: str, url: str = "https://example.org/a") -> str:
    start = text.index(words)
    return links.original(Source("s", "s.txt", url=url), text, Anchor(start, start + len(words), 1, ((start, start + len(words)),)))


def test_the_original_opens_at_the_words() -> None:
    assert led_to("They lead with\nforces, who are able.", "They lead with\nforces, who are able") == (
        "https://example.org/a#:~:text=They%20lead%20with%20forces%2C%20who%20are%20able"
    )


def test_a_text_fragment_avoids_marks_that_the_live_page_may_set_otherwise() -> None:
    assert led_to("They don't lead with their mechanized forces anymore", "They don't lead with their mechanized forces anymore").endswith(
        "text=lead%20with%20their%20mechanized%20forces%20anymore"
    )
    assert led_to("so-called mines & more", "so-called mines & more") == "https://example.org/a"  # no run is long enough


def test_a_text_fragment_begins_and_ends_with_whole_words() -> None:
    assert led_to("non-persistent mines are sent to them now-ish", "persistent mines are sent to them now").endswith(
        "text=mines%20are%20sent%20to%20them"
    )


def test_an_address_with_a_fragment_keeps_it() -> None:
    assert (
        led_to("one two three four", "one two three four", "https://example.org/a#b")
        == "https://example.org/a#b:~:text=one%20two%20three%20four"
    )


@pytest.mark.parametrize(
    ("tag", "language", "direction"),
    [
        ("en", "en", "ltr"),
        ("ar", "ar", "rtl"),
        ("ar-Latn", "ar-Latn", "ltr"),
        ("ur-PK", "ur-PK", "rtl"),
        ("prs", "prs", "rtl"),
        ("arz", "arz", "rtl"),
        ("az", "az", "ltr"),
        ("az-Arab", "az-Arab", "rtl"),
        ("az-IR", "az-IR", "rtl"),
        ("AZ-LATN-IR", "AZ-LATN-IR", "ltr"),
        ("pa-Arab-PK", "pa-Arab-PK", "rtl"),
        ("pa-IN", "pa-IN", "ltr"),
        ("sd", "sd", "rtl"),
        ("sd-Deva", "sd-Deva", "ltr"),
        ("ku", "ku", "auto"),
        ("ku-Arab", "ku-Arab", "rtl"),
        ("ku-Latn", "ku-Latn", "ltr"),
        ("und", "und", "auto"),
        ("und-Hebr", "und-Hebr", "rtl"),
        ("ar-Zyyy", "ar-Zyyy", "auto"),
        ('"><x', "", "auto"),
        ("english", "", "auto"),
        ("", "", "auto"),
    ],
)
def test_languages(tag: str, language: str, direction: str) -> None:
    assert links.language(tag) == language
    assert links.direction(tag) == direction


APART = r"\"'“”‘’„‚«»‹›`´…\-‐‑–—―−\[\]()"
RUN = re.compile(rf"[^\s{APART}]+(?:\s+[^\s{APART}]+)*")


@given(st.text(st.sampled_from("ab  \n-'’()…,"), max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_the_run_is_the_longest_of_whole_words(text: str, one: int, other: int) -> None:
    start, end = sorted((one, other))
    best: list[str] = []
    for found in RUN.finditer(text, start, end):
        cut = text[found.start() - 1 : found.start()] in ("-", "'", "’"), text[found.end() : found.end() + 1] in ("-", "'", "’")
        words = found[0].split()[1 if cut[0] else 0 :]
        words = (words[:-1] if cut[1] else words)[: links.MOST_WORDS]
        best = words if len(words) > len(best) else best
    run = " ".join(best).rstrip(".,;:!?") if len(best) >= links.LEAST_WORDS else ""
    anchor = Anchor(start, end, 1, ((start, end),))
    assert links.plain_run(text, anchor) == run
    address = f"https://a.example#:~:text={quote(run, safe='').replace('-', '%2D')}" if run else "https://a.example"
    assert links.original(Source("s", "s.txt", url="https://a.example"), text, anchor) == address
