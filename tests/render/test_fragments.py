"""Text fragments lead to the cited words and to no other place."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from site_builder.model import Anchor, Publish, Skip, Source
from site_builder.render import links
from site_builder.render.excerpts import paragraph_at
from site_builder.render.fragments import LEAST_WORDS, fragment
from site_builder.text.article import article


def led_to(text: str, words: str, url: str = "https://example.org/a", skip: tuple[str | Skip, ...] = ()) -> str:
    start = text.index(words)
    end, seen = start + len(words), article(text, "00", skip=skip)
    return links.original(
        Source("s", "s.txt", url=url), seen, Anchor(start, end, paragraph_at(seen, start).number, ((start, end),)), "full"
    )


def test_the_original_opens_at_the_words() -> None:
    assert led_to("They lead with\nforces, who are able.\n\nThe end.", "They lead with\nforces, who are able") == (
        "https://example.org/a#:~:text=They%20lead%20with%20forces%2C%20who%20are%20able"
    )


def test_a_text_fragment_avoids_marks_that_the_live_page_may_set_otherwise() -> None:
    assert led_to("They don't lead with their mechanized forces anymore", "They don't lead with their mechanized forces anymore").endswith(
        "text=lead%20with%20their%20mechanized%20forces%20anymore"
    )
    assert led_to("so-called mines & more", "so-called mines & more").endswith("#:~:text=so%2Dcalled-,mines%20%26%20more")
    assert led_to("mines & more", "mines & more") == "https://example.org/a"  # nothing is long enough


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


ELSEWHERE = "Some members said it will close the bridge in the spring.\n\n"
TWICE = f"{ELSEWHERE}The mayor announced: it will close the bridge in the spring, and stay so."


def nth(text: str, words: str, n: int, publish: Publish = "full") -> str:
    """The fragment that leads to the words where they stand for the nth time."""
    at = -1
    for _ in range(n):
        at = text.index(words, at + 1)
    seen = article(text, "")
    return unquote(fragment(seen, Anchor(at, at + len(words), paragraph_at(seen, at).number, ((at, at + len(words)),)), publish))


@pytest.mark.parametrize(
    ("text", "words", "n", "led"),
    [
        (TWICE, "it will close the bridge in the spring", 1, "Some members said-,it will close the bridge in the spring"),
        (TWICE, "it will close the bridge in the spring", 2, "The mayor announced:-,it will close the bridge in the spring"),
        (f"{ELSEWHERE}“It will close the bridge in the spring, and stay so.”", "It will close the bridge in the spring", 1,
         "It will close the bridge in the spring,,-and stay so"),
        ("He said “no more” and left. She said “no more” too.", "no more", 2, "left. She said “-,no more"),
        ("He said no more, and left. She said no more, then.", "no more", 2, "and left. She said-,no more"),
        ("It will close soon now.\n\nIt will close soon now.", "It will close soon now", 2, "It will close soon now"),  # nobody can tell
        ("“They will not let a single lorry pass,” he said.", "They will not let a single lorr", 1, "They will not let a single"),
        ("“They will not let a single lorry pass,” he said.", "ill not let a single lorry", 1, "not let a single lorry"),
        ("市長は「トラックは一台も通さない」と述べた。", "トラックは一台も通さない", 1, "トラックは一台も通さない"),
        ("市長は「通さない」と述べた。知事も「通さない」と。", "通さない", 2, "知事も「-,通さない"),
        ("市长说：“我们不会\n让步，绝不会放弃。”", "我们不会\n让步，绝不会放弃", 1, "让步，绝不会放弃"),
        ("เขากล่าวว่า เราจะไม่ยอมให้รถผ่าน ในวันนี้", "เราจะไม่ยอมให้รถผ่าน", 1, "เราจะไม่ยอมให้รถผ่าน"),
    ],
)  # fmt: skip
def test_words_before_or_behind_tell_the_place(text: str, words: str, n: int, led: str) -> None:
    assert nth(text, words, n) == led


def test_no_words_go_along_that_may_not_be_shown() -> None:
    text = f"{ELSEWHERE}Nobody spoke. “It will close the bridge in the spring,” she said."
    words = "It will close the bridge in the spring"

    assert nth(text, words, 1, "full") == f"Nobody spoke. “-,{words}"
    assert nth(text, words, 1, "cited") == f"“-,{words}"
    assert nth(text, words, 1, "none") == words


def opened(text: str, led: str) -> tuple[int, int] | None:
    """Where a browser goes: the first place of the words with what stands before and behind them, each from whole word to whole word."""
    terms = dict.fromkeys(("before", "words", "behind"), "")
    parts = led.split(",")
    for part in parts:
        terms["before" if part.endswith("-") else "behind" if part.startswith("-") else "words"] = unquote(part.strip("-"))
    patterns = {name: r"\s+".join(map(re.escape, term.split())) for name, term in terms.items()}
    before, behind = (patterns[name] and rf"(?<!\w){patterns[name]}(?!\w)" for name in ("before", "behind"))
    found = re.search(rf"{before}\s*(?<!\w)(?P<words>{patterns['words']})(?!\w)\s*{behind}", text, re.I)
    return found.span("words") if found else None


@given(st.text(st.sampled_from("aabB  \n-'’()…,."), max_size=120), st.integers(0, 120), st.integers(0, 120))
def test_a_fragment_leads_to_a_run_of_the_words_and_to_no_place_before(text: str, one: int, other: int) -> None:
    text = f"a{text}a"
    start, end = sorted((one % len(text), other % len(text)))
    seen = article(text, "00")
    touched = [paragraph for paragraph in seen.paragraphs if paragraph.start < end and start < paragraph.end]
    assume(touched)
    led = fragment(seen, Anchor(start, end, touched[0].number, ((start, end),)), "full")
    place = opened(text, led) if led else (start, end)
    assert place
    if "," in led or " ".join(text.split()).casefold().count(unquote(led).casefold()) == 1:
        assert start <= place[0]
        assert place[1] <= end + 1  # with the stop that belongs to the words
    if led:
        assert len(unquote(re.sub("-,|,-", " ", led)).split()) >= LEAST_WORDS
