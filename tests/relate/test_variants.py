from __future__ import annotations

from collections.abc import Mapping

from site_builder.check.citations import check_citations
from site_builder.model import Cite, Cover, Dossier, Quote, Source, Variants
from site_builder.relate.variants import variants
from site_builder.text.article import article
from site_builder.text.passages import Passages

WHOLE = (
    "“What we have seen is that they have changed their tactics, and they don't lead with their forces anymore. They walk now,” he said."
)
PART = '"They don\'t lead with their forces anymore," he said. "They walk now."'


def of(texts: Mapping[str, str], quote: Quote, **languages: str) -> Variants | None:
    articles = {name: article(text, "") for name, text in texts.items()}
    sources = tuple(Source(id=name, file=name, language=languages.get(name, "")) for name in texts)
    dossier = Dossier("d", Cover(title="D"), sources=sources, quotes=(quote,))
    checked = check_citations(dossier, {name: Passages(one) for name, one in articles.items()}, {}, lambda _: "")
    assert checked.problems == ()
    found = variants(dossier, checked.citations, articles)
    return found[0] if found else None


def cuts(texts: Mapping[str, str], quote: Quote) -> list[tuple[str, str, tuple[str, ...], str]]:
    found = of(texts, quote)
    return [(one.where, one.source, one.lacking, texts[one.source][one.start : one.end]) for one in found.cuts] if found else []


def test_a_quote_in_one_wording_has_no_variants() -> None:
    assert of({"a": PART, "b": PART}, Quote("q", "x", "They walk now")) is None
    assert of({"a": PART}, Quote("q", "x", "They walk now")) is None


def test_wordings_stand_against_the_quotes_own_words_as_the_sources_print_them() -> None:
    texts = {"a": "“They  walk  now,” he said.", "b": "“They do walk now,” he said."}
    found = of(texts, Quote("q", "x", "they walk now", sources=("a",), variants=(Cite("b", "They do walk now"),)))
    assert found
    assert found.base.words == "They walk now"
    [other] = found.others
    assert [(piece.op, piece.words) for piece in other.pieces] == [("same", "They "), ("inserted", "do "), ("same", "walk now")]


def test_sources_with_one_wording_are_grouped_with_it() -> None:
    texts = {"a": "“They walk now.”", "b": "“They do walk now.”", "c": '"They do walk -- now."', "d": "“they walk: now”"}
    others = (Cite("b", "They do walk now"), Cite("c", "They do walk -- now"), Cite("d", "they walk: now"))
    found = of(texts, Quote("q", "x", "They walk now", sources=("a",), variants=others))
    assert found
    assert [one.source for one in found.base.citations] == ["a", "d"]
    assert [[one.source for one in wording.citations] for wording in found.others] == [["b", "c"]]


def test_a_translation_is_not_compared_word_by_word() -> None:
    texts = {
        "a": "“We had minutes, not hours. People did the right thing and still ran out of road,” she said.",
        "b": "„Wir hatten Minuten, nicht Stunden. Die Leute haben das Richtige getan, und ihnen ging die Straße aus“, sagte sie.",
        "c": "“We had minutes, not hours,” she said.",
    }
    quote = Quote("q", "x", "We had minutes, not hours", sources=("a", "c"), variants=(Cite("b", "Wir hatten Minuten, nicht Stunden"),))
    found = of(texts, quote, a="en", b="de-AT", c="en-GB")
    assert found
    assert [one.pieces for one in found.others] == [()]
    assert [(one.source, one.lacking) for one in found.cuts] == [("a", ("c",))]
    unknown = of(texts, quote)
    assert unknown
    assert {name for one in unknown.cuts for name in one.lacking} == {"a", "b", "c"}


def test_a_dane_is_not_compared_with_a_norwegian() -> None:
    texts = {"a": '"Vi havde minutter, ikke timer," sagde hun.', "b": '"Vi hadde minutter, ikke timer," sa hun.'}
    quote = Quote("q", "x", "Vi havde minutter, ikke timer", sources=("a",), variants=(Cite("b", "Vi hadde minutter, ikke timer"),))

    assert [[bool(one.pieces) for one in found.others] for found in (of(texts, quote, a="da", b="no"), of(texts, quote)) if found] == [
        [False],
        [True],
    ]


def test_a_wording_that_shares_little_is_not_taken_to_pieces() -> None:
    texts = {"a": "He said they would walk from now on.", "b": "Their habits have changed, he told us."}
    quote = Quote(
        "q", "x", "they would walk from now on", sources=("a",), kind="indirect", variants=(Cite("b", "Their habits have changed"),)
    )
    found = of(texts, quote)
    assert found
    assert found.others[0].pieces == ()


def test_what_one_source_prints_before_the_quote_and_another_does_not() -> None:
    assert cuts({"whole": WHOLE, "part": PART}, Quote("q", "x", "They walk now")) == [
        ("before", "whole", ("part",), "What we have seen is that they have changed their tactics, and")
    ]


def test_what_stands_after_and_inside() -> None:
    texts = {
        "whole": "“We asked the port. We asked it twice last spring, by letter, to let it go. Nobody answered us.”",
        "part": '"We asked it twice last spring," he said, "to let it go."',
    }
    assert cuts(texts, Quote("q", "x", "We asked it twice last spring … to let it go")) == [
        ("before", "whole", ("part",), "We asked the port"),
        ("after", "whole", ("part",), "Nobody answered us"),
    ]
    texts["whole"] = texts["whole"].replace("by letter,", "by letter and by wire,")
    assert ("inside", "whole", ("part",), "by letter and by wire") in cuts(
        texts, Quote("q", "x", "We asked it twice last spring … to let it go")
    )


def test_what_the_other_source_quotes_elsewhere_is_not_cut() -> None:
    texts = {"a": "“It burned all night. We carried my mother to the roof,” she said.", "b": "“We carried my mother to the roof.”"}
    quote = Quote("q", "x", "We carried my mother to the roof")
    assert cuts(texts, quote) == [("before", "a", ("b",), "It burned all night")]
    texts["b"] += "\n\nThe mill was lost. “It burned all night,” she had said before."
    assert cuts(texts, quote) == []


def test_what_stands_far_off_is_another_part_of_the_speech() -> None:
    filler = " ".join(f"word{n}" for n in range(60))
    texts = {
        "a": f"“It burned all night. {filler}. We carried my mother to the roof,” she said.",
        "b": f"“{filler}. We carried my mother to the roof.”",
    }
    assert cuts(texts, Quote("q", "x", "We carried my mother to the roof")) == []


def test_what_the_variant_itself_quotes_is_no_cut() -> None:
    variant = Cite("whole", "they have changed their tactics, and they don't lead with their forces anymore")
    quote = Quote("q", "x", "They don't lead with their forces anymore", sources=("part",), variants=(variant,))
    assert cuts({"part": PART, "whole": WHOLE}, quote) == [("before", "whole", ("part",), "What we have seen is that")]


def test_sources_that_lack_the_same_words_are_named_together() -> None:
    assert [one[2] for one in cuts({"a": PART, "b": WHOLE, "c": PART}, Quote("q", "x", "They walk now"))] == [("a", "c")]


def test_an_utterance_over_paragraphs() -> None:
    texts = {
        "a": '"It burned all night.\n\n"We carried my mother to the roof," she said.',
        "b": '"We carried my mother to the roof," she said.',
    }
    assert cuts(texts, Quote("q", "x", "We carried my mother to the roof")) == [("before", "a", ("b",), "It burned all night")]


def test_reported_speech_is_not_cut() -> None:
    texts = {"a": "He said it burned all night and they carried her up.", "b": "They carried her up, he said."}
    assert cuts(texts, Quote("q", "x", "they carried her up", kind="indirect")) == []
