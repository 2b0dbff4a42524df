from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from site_builder.model import Anchor, Skip, Source
from site_builder.render import links
from site_builder.render.excerpts import paragraph_at
from site_builder.text.article import article


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "http://example.org", "mailto:desk@example.org"])
def test_addresses_that_may_be_linked(url: str) -> None:
    assert links.web(url) == url


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//example.org", "../up", "https://a..example/", ""])
def test_addresses_that_may_not(url: str) -> None:
    assert not links.web(url)


def led_to(text: str, words: str, url: str = "https://example.org/a", skip: tuple[str | Skip, ...] = ()) -> str:
    start = text.index(words)
    end, seen = start + len(words), article(text, "00", skip=skip)
    return links.original(Source("s", "s.txt", url=url), seen, Anchor(start, end, paragraph_at(seen, start).number, ((start, end),)))


def test_the_original_opens_at_the_words() -> None:
    assert led_to("They lead with\nforces, who are able.\n\nThe end.", "They lead with\nforces, who are able") == (
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


def test_an_address_in_capitals_is_one() -> None:
    assert led_to("one two three four", "one two three four", "HTTPS://EXAMPLE.ORG/A").startswith("HTTPS://EXAMPLE.ORG/A#:~:text=")


def test_an_address_that_leads_to_words_already_leads_to_these() -> None:
    words = "one two three four"
    for url in ("https://example.org/a#:~:text=Head", "https://example.org/a#b:~:text=Head&text=Tail"):
        assert led_to(words, words, url) == f"{url.partition(':~:')[0]}:~:text=one%20two%20three%20four"


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("He left.\n\nWe will go tomorrow then.", "We%20will%20go%20tomorrow%20then"),
        ("A headline of the paper\n\nWe go.", "A%20headline%20of%20the%20paper"),
        ("Not one.\n\nOf these two.\n\nIs long.", ""),
        ("Before all this.\n\nHe went (so\n\nthey all say now) home.", "they%20all%20say%20now"),
    ],
)
def test_a_text_fragment_stays_in_one_paragraph(text: str, run: str) -> None:
    words = text.rstrip(".")
    assert led_to(text, words) == "https://example.org/a" + (f"#:~:text={run}" if run else "")
    assert led_to(f"Another one.\n\n{text}", words) == led_to(text, words)


def test_a_text_fragment_leads_to_words_of_the_article() -> None:
    text = "We will not go,\n\nAd: the best of all bread is here\n\nand we stay."
    assert led_to(text, text, skip=("Ad:",)).endswith("text=We%20will%20not%20go")
    within = "We will not go. Our bread is better. And we stay here."
    assert led_to(within, within, skip=(Skip("Our bread is better."),)).endswith("text=We%20will%20not%20go")


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
def test_the_run_is_the_longest_of_whole_words_in_one_paragraph(text: str, one: int, other: int) -> None:
    text = f"a{text}a"
    start, end = sorted((one % len(text), other % len(text)))
    seen = article(text, "00")
    touched = [paragraph for paragraph in seen.paragraphs if paragraph.start < end and start < paragraph.end]
    assume(touched)
    best: list[str] = []
    for paragraph in touched:
        for found in RUN.finditer(text, max(start, paragraph.start), min(end, paragraph.end)):
            cut = text[found.start() - 1 : found.start()] in ("-", "'", "’"), text[found.end() : found.end() + 1] in ("-", "'", "’")
            words = found[0].split()[1 if cut[0] else 0 :]
            words = (words[:-1] if cut[1] else words)[: links.MOST_WORDS]
            best = words if len(words) > len(best) else best
    run = " ".join(best).rstrip(".,;:!?") if len(best) >= links.LEAST_WORDS else ""
    anchor = Anchor(start, end, touched[0].number, ((start, end),))
    assert links.plain_run(seen, anchor) == run
    address = f"https://a.example#:~:text={quote(run, safe='').replace('-', '%2D')}" if run else "https://a.example"
    assert links.original(Source("s", "s.txt", url="https://a.example"), seen, anchor) == address
