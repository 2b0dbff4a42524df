from __future__ import annotations

from site_builder.model import Anchor, Citation, Cover, Dossier, Quote, Rest, Source
from site_builder.relate.briefs import in_order, related, resting, used


def small(name: str) -> tuple[Dossier, list[Citation]]:
    quote = Quote(f"{name}-quote", "austin", "They lead")
    anchor = Anchor(5, 14, 1, ((5, 14),))
    citation = Citation(name, "quote", quote.id, "afp", "exact", "They lead", (anchor,), (0,))
    return Dossier(name, Cover(title=name.title()), sources=(Source("afp", "afp.txt", outlet="agency"),), quotes=(quote,)), [citation]


def test_the_rest_of_the_site_knows_a_dossier_by_its_brief() -> None:
    dossier, citations = small("mines")
    brief = related(dossier, citations, dossier.sources).brief

    assert [(rest.dossier, rest.id, rest.label, rest.source) for rest in brief.rests] == [("mines", "mines-quote", "“They lead”", "afp")]
    assert [(voice.title, voice.id, voice.rests[0].source) for voice in brief.voices] == [("Mines", "mines-quote", "afp")]


def test_what_rests_on_a_source_stands_in_the_order_of_its_text() -> None:
    later = Rest("a", "quote", "later", "", "afp", "exact", (Anchor(50, 60, 2, ((50, 60),)),))
    first = Rest("b", "quote", "first", "", "afp", "exact", (Anchor(5, 14, 1, ((5, 14),)),))

    assert [rest.id for rest in in_order([later, first])] == ["first", "later"]


def test_a_dossier_uses_its_own_sources_and_those_it_cites() -> None:
    dossier, citations = small("mines")
    other = Source("other", "other.txt")
    cites_other = Citation("mines", "event", "e", "other", "exact", "w", ())
    everywhere = {"afp": dossier.sources[0], "other": other, "third": Source("third", "third.txt")}
    assert [source.id for source in used(dossier, [*citations, cites_other], everywhere)] == ["afp", "other"]


def test_what_rests_on_a_citation_alone_is_the_summary() -> None:
    story = "[@afp “They lead”]\n\nThey <b>lead</b>. [@afp “They lead”]"
    cites = [Citation("mines", "story", n, "afp", "exact", "They lead", (Anchor(5, 14, 1, ((5, 14),)),)) for n in ("1", "2")]
    assert [rest.label for rest in resting(Dossier("mines", Cover(title="Mines"), story=story), cites)] == ["The summary", "They lead."]
