from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model import Kinship, Outlet, Source
from site_builder.relate.kinships import kinships
from site_builder.text.article import article
from tests.relate.corpus import tellings

REPORT = (
    "At least 60 people are feared dead after a dam in the east burst under heavy rain, washing away about twenty villages.\n\n"
    "The reservoir lies forty kilometres north of the port. A week of torrential rain had filled it with mud.\n\n"
    "Many families fled to the hills for fear of scorpions and snakes, and the main road to the coast was cut."
)
RETOLD = (
    "A week of torrential rain had filled it with mud; then the reservoir gave way.\n\n"
    "Some sixty may have died. The flood came at night, washing away about twenty villages.\n\n"
    "Most ran to higher ground. Nobody went back before morning, said a nurse."
)
OTHER = "The bell of the church lies in the nave, full of plaster, and the priest jokes that his bishop must pay for a roof at last."
QUOTE = '"We do not strike for pleasure, we strike because nobody listens to us, and we shall strike again until somebody does," he said. '


def related(texts: Mapping[str, str], *given: Source, **keys: dict[str, str]) -> dict[tuple[str, str], Kinship]:
    sources = given or tuple(Source(id=name, file=name, **keys.get(name, {})) for name in texts)  # type: ignore[arg-type]
    articles = {name: article(text, "") for name, text in texts.items()}
    return {(one.one, one.other): one for one in kinships(sources, articles, (), [list(texts)])}


def test_one_text_printed_twice_is_one_report() -> None:
    found = related({"a": REPORT, "b": REPORT.upper(), "c": OTHER})

    assert list(found) == [("a", "b")]
    assert found["a", "b"].kin == "certain"
    assert found["a", "b"].share == (1.0, 1.0)


def test_a_retelling_is_probable_and_certain_if_both_credit_the_same_agency() -> None:
    assert related({"a": REPORT, "b": RETOLD})["a", "b"].kin == "probable"
    found = related({"a": REPORT, "b": RETOLD}, a={"credit": "AFP"}, b={"credit": "AFP"})["a", "b"]
    assert found.kin == "certain"
    assert [cue.agency for cue in found.cues] == ["AFP", "AFP"]


def test_a_sentence_before_a_quotation_counts_unless_it_introduces_it() -> None:
    release = (
        "Ms Castle, who joins from the national grid, will take up the post on 1 September and lead a five-year programme to replace "
        "900 kilometres of cast-iron mains"
    )
    first = f"The Water Board today announced a new chief executive. {release}.\n\n{QUOTE}"
    assert related({"a": first, "b": f"Irene Castle leaves for Helmstadt. {release}. {QUOTE}"})["a", "b"].kin == "certain"
    introduced = release.replace("replace", "tell reporters who had come to hear of the")
    assert not related({"a": f"It rained. {introduced}: {QUOTE}", "b": f"She is new here. {introduced}: {QUOTE}"})


@pytest.mark.parametrize(
    "furniture",
    [
        "We use cookies and the like to personalise content and ads and to analyse our traffic. You can change your settings at any time.",
        "Sign up for our free morning newsletter and get the stories that matter delivered straight to your inbox every weekday.",
        "Home, News, Sport, Business, Weather, Travel, Culture, Obituaries, Letters, Puzzles, Crosswords, Jobs, Cars, Homes, Shop",
        "Section 14 of the Fire Act says that the authority shall take steps to ensure the prevention of loss of life and damage.",
    ],
)
def test_what_sites_say_to_their_readers_and_laws_make_no_family(furniture: str) -> None:
    assert not related({"a": f"{furniture}\n\n{REPORT}\n\n{furniture}", "b": f"{furniture}\n\n{OTHER}\n\n{furniture}"})
    assert related({"a": f"{furniture}\n\n{REPORT}", "b": f"{REPORT}\n\n{furniture}"})["a", "b"].kin == "certain"


def test_one_passage_of_less_than_half_a_report_is_at_most_probable() -> None:
    background = (
        "The reservoir was dug by prisoners in 1931 and has burst twice.\n\nEach time the court blamed the weather and nobody else."
    )
    apart = f"{OTHER} {OTHER.replace('bell', 'organ').replace('lies', 'rots')} Its pipes were sold for lead in the war before last."

    assert related({"a": f"{background}\n\n{REPORT}", "b": f"{background}\n\n{apart}"})["a", "b"].kin == "probable"


def test_credits_alone_make_no_family() -> None:
    assert not related({"a": REPORT, "b": OTHER}, a={"credit": "AFP"}, b={"credit": "AFP"})


def test_two_reporters_at_one_press_conference_are_two() -> None:
    assert not related({"a": QUOTE * 3 + OTHER, "b": QUOTE * 3 + REPORT})


def test_the_editor_has_the_last_word_and_what_the_texts_show_is_kept() -> None:
    found = related({"a": REPORT, "b": REPORT, "c": OTHER}, b={"independent_of": "a"}, c={"derived_from": "a"})

    assert (found["b", "a"].kin, found["b", "a"].measured, found["b", "a"].editor) == ("apart", "certain", "independent_of")
    assert (found["c", "a"].kin, found["c", "a"].measured, found["c", "a"].editor) == ("certain", "apart", "derived_from")
    assert ("b", "c") not in found


def test_of_two_words_of_the_editor_the_one_that_joins_holds() -> None:
    found = related({"a": REPORT, "b": OTHER}, a={"independent_of": "b"}, b={"derived_from": "a"})

    assert [one.editor for one in found.values()] == ["derived_from"]


def test_a_source_whose_article_is_missing_has_only_the_editors_word() -> None:
    sources = Source(id="a", file="a"), Source(id="gone", file="gone", derived_from="a")

    assert related({"a": REPORT}, *sources)["gone", "a"].kin == "certain"


def test_sources_of_different_dossiers_find_each_other() -> None:
    articles = {"a": article(REPORT, ""), "b": article(REPORT, "")}
    sources = [Source(id="a", file="a"), Source(id="b", file="b")]

    assert [one.kin for one in kinships(sources, articles, (), [["a"], ["b"]])] == ["certain"]


def test_an_agencys_own_page_credits_the_agency() -> None:
    texts = {"a": article(REPORT, ""), "b": article(f"{RETOLD} She told LigaNews so.", "")}
    sources = [Source(id="a", file="a", outlet="liga"), Source(id="b", file="b")]

    (found,) = kinships(sources, texts, [Outlet(id="liga", name="LigaNews", kind="agency")], [["a", "b"]])
    assert found.agencies == (("LigaNews",), ("LigaNews",))


@pytest.mark.parametrize("script", ["english", "arabic", "chinese"])
@settings(deadline=None, max_examples=20)
@given(data=st.data())
def test_the_order_of_sources_changes_nothing(script: str, data: st.DataObject) -> None:
    texts = dict(list(tellings(script).items())[:6])
    articles = {name: one.article for name, one in texts.items()}
    ordered = [Source(id=name, file=name) for name in texts]
    shuffled = data.draw(st.permutations(ordered))

    assert kinships(shuffled, articles, (), [[one.id for one in shuffled]]) == kinships(ordered, articles, (), [list(texts)])


def test_what_many_unrelated_sources_carry_is_a_set_phrase() -> None:
    footer = "Sign up for our morning briefing, sent to your inbox every weekday at six, and support reporting that nobody else will do."
    texts = {f"s{n}": f"{footer}\n\n{' '.join(f'word{n}x{k}' for k in range(150))}" for n in range(12)}
    common = related(texts | {"t": f"{REPORT} {footer} {OTHER}", "u": f"{footer} {RETOLD}"})

    assert {pair for pair, one in common.items() if one.kin != "apart"} == {("t", "u")}
    assert not any("briefing" in (texts | {"t": f"{REPORT} {footer} {OTHER}"})["t"][slice(*run.one)] for run in common["t", "u"].runs)
