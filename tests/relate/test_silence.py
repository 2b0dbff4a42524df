from __future__ import annotations

from site_builder.model import Actor, Cover, Dossier, Missing, Quote, Reaction, Source
from site_builder.relate.silence import missing
from site_builder.text.article import article
from site_builder.text.names import name_index, namings

ACTORS = [
    Actor("ann", "Ann Ray", kind="person", affiliation="desk"),
    Actor("desk", "The Desk", kind="organisation", affiliation="house"),
    Actor("house", "The House", kind="organisation", affiliation="desk"),  # a circle
    Actor("bob", "Bob Lee", kind="person"),
    Actor("city", "Riverton", kind="government", aliases=("the city",)),
    Actor("cy", "Cy Poe", kind="person"),
    Actor("far", "Far Away", kind="group"),
]


def silence(text: str, quoted: str = "", responding: str = "") -> Missing:
    index = name_index(ACTORS)
    named = {"s": namings(article(text, ""), index), "elsewhere": namings(article("Far Away", ""), index)}
    dossier = Dossier(
        "d",
        Cover(title="D"),
        sources=(Source("s", "s.txt"),),
        quotes=tuple(Quote(f"q-{actor}", actor, "words") for actor in quoted.split()),
        reactions=tuple(Reaction(f"r-{actor}", actor, "critical", "No", ()) for actor in responding.split()),
    )
    return missing(dossier, named, {actor.id: actor for actor in ACTORS})


def test_who_is_named_and_never_quoted_most_often_named_first() -> None:
    found = silence("Ann Ray met Bob Lee.\n\nRiverton wept; the city, Riverton, paid.", quoted="ann")
    assert [(one.actor, one.speaks, one.places) for one in found.actors] == [("city", "", (("s", (2, 2, 2)),)), ("bob", "", (("s", (1,)),))]


def test_who_responds_without_a_quote_speaks_in_a_reaction_only_even_if_not_named() -> None:
    found = silence("Bob Lee left.", responding="bob cy")
    assert [(one.actor, one.speaks, one.places) for one in found.actors] == [("bob", "reaction", (("s", (1,)),)), ("cy", "reaction", ())]


def test_whose_people_are_quoted_is_heard_through_them() -> None:
    found = silence("The House and The Desk. Ann Ray.", quoted="ann")
    assert [(one.actor, one.speaks, one.through) for one in found.actors] == [("desk", "others", ("ann",)), ("house", "others", ("ann",))]


def test_kinds_of_actor_nobody_quotes() -> None:
    found = silence("Riverton, Bob Lee, Cy Poe, The Desk", quoted="cy")
    assert found.kinds == (("organisation", ("desk",)), ("government", ("city",)))  # of persons one is quoted, groups are not named here


def test_where_nobody_is_named_nobody_is_missing() -> None:
    assert silence("It rained.") == Missing()
