from __future__ import annotations

from site_builder.model import Anchor, Citation, Cover, Dossier, Quote, Source
from site_builder.relate.briefs import published, related, rests, used, voices


def small(name: str) -> tuple[Dossier, list[Citation]]:
    quote = Quote(f"{name}-quote", "austin", "They lead")
    anchor = Anchor(5, 14, 1, ((5, 14),))
    citation = Citation(name, "quote", quote.id, "afp", "exact", "They lead", (anchor,), (0,))
    return Dossier(name, Cover(title=name.title()), sources=(Source("afp", "afp.txt", outlet="agency"),), quotes=(quote,)), [citation]


def test_the_rest_of_the_site_knows_a_dossier_by_its_brief() -> None:
    briefs = [related(dossier, citations, dossier.sources).brief for dossier, citations in (small("mines"), small("missiles"))]
    assert [(rest.dossier, rest.id, rest.label) for rest in rests(briefs)["afp"]] == [
        ("mines", "mines-quote", "“They lead”"),
        ("missiles", "missiles-quote", "“They lead”"),
    ]
    assert [(voice.title, voice.id, voice.rests[0].source) for voice in voices(briefs)["austin"]] == [
        ("Mines", "mines-quote", "afp"),
        ("Missiles", "missiles-quote", "afp"),
    ]


def test_a_dossier_uses_its_own_sources_and_those_it_cites() -> None:
    dossier, citations = small("mines")
    other = Source("other", "other.txt")
    cites_other = Citation("mines", "event", "e", "other", "exact", "w", ())
    everywhere = {"afp": dossier.sources[0], "other": other, "third": Source("third", "third.txt")}
    assert [source.id for source in used(dossier, [*citations, cites_other], everywhere)] == ["afp", "other"]


def test_sources_by_outlet() -> None:
    assert published([Source("a", "a.txt", outlet="x"), Source("b", "b.txt")]) == {"x": ("a",)}
