"""Who says a quote: told is what the sentence says in so many words, and nothing else."""

from __future__ import annotations

import pytest

from site_builder.check.speakers import other_speakers
from site_builder.model import Actor, Cover, Dossier, Quote, Source
from site_builder.text.article import article
from site_builder.text.names import name_index, namings
from tests.check.conftest import Verify

ANN = Actor("ann", "Ann Lee", kind="person", affiliation="port")
BOB = Actor("bob", "Bob Roe", kind="person", aliases=("Mr. Roe",))
PORT = Actor("port", "Port Authority", kind="organisation")
ACTORS = {actor.id: actor for actor in (ANN, BOB, PORT)}
LEAD = "Ann Lee and Bob Roe met at the Port Authority. "
WORDS = "We will never let that ship go"
WRAPPED = "and many of those who stood beside him at the quay of the old harbour nodded at once\nor clapped."
SAID_BY_BOB = [
    ("en", "“We will never let that ship go,” said Bob Roe."),
    ("en", "“We will never let that ship go,” Roe said."),
    ("en", "“We will never let that ship go,” Mr. Roe said on Monday."),
    ("en", "“We will never let that ship go,” said harbour master Bob Roe, who has been there for years."),
    ("en", "“We will never let that ship go,” Roe told reporters."),
    ("en", "“We will never let that ship go,” Roe replied in a statement."),
    ("en", f"“We will never let that ship go,” harbour master Bob\nRoe said, {WRAPPED}"),
    ("en", "Bob Roe said: “We will never let that ship go.”"),
    ("en", "Roe told reporters on Monday: “We will never let that ship go.”"),
    ("en", "“Nobody asked us,” Lee said. “We will never let that ship go,” Roe answered."),
    ("en", "Lee said “nobody asked us” and Roe said “We will never let that ship go.”"),
    ("de", "„We will never let that ship go“, sagte Bob Roe."),
    ("de", "„We will never let that ship go“, sagte Hafenmeister Roe am Montag."),
    ("de", "Roe sagte: „We will never let that ship go.“"),
    ("de", "„We will never let that ship go“, hat Roe erklärt."),
    ("fr", "« We will never let that ship go », a déclaré Bob Roe."),
    ("fr", "« We will never let that ship go », a affirmé le ministre Roe."),
    ("es", "“We will never let that ship go”, dijo Roe."),
    ("it", "«We will never let that ship go», ha detto Roe."),
    ("ru", "«We will never let that ship go», — сказал Bob Roe."),
]
UNSURE = [
    ("en", "“She told me: ‘We will never let that ship go,’ and left,” said Bob Roe."),
    ("en", "“We will never let that ship go,” he told Bob Roe."),
    ("en", "“We will never let that ship go,” said Roe’s lawyer."),
    ("en", "“We will never let that ship go,” said Roe aide Tom Poe."),
    ("en", "“We will never let that ship go,” Lee told Bob Roe."),
    ("en", "“We will never let that ship go,” she said, as Bob Roe looked on."),
    ("en", "“We will never let that ship go.” Bob Roe disagreed."),
    ("en", "“We will never let that ship go,” a spokeswoman said. Bob Roe said nothing."),
    ("en", "Bob Roe said nothing. “We will never let that ship go,” she said."),
    ("en", "She said: “We will never let that ship go,” and Bob Roe said: “Nor we.”"),
    ("en", "“We will never let that ship go,” said the Port Authority."),
    ("en", "“We will never let that ship go,” said Lee after Bob Roe said he would."),
    ("en", "“We will never let that ship go,” according to Bob Roe, Lee said."),
    ("en", "“We will never let that ship go.”\n\n“Nor we,” said Bob Roe."),
    ("en", "“We will never let that ship go,” she said of the offer that Bob Roe announced."),
    ("de", "„We will never let that ship go“, sagte sie zu Bob Roe."),
    ("de", "„We will never let that ship go“, sagte der Anwalt von Bob Roe."),
    ("fr", "« We will never let that ship go », a-t-elle dit à Bob Roe."),
    ("fr", "« We will never let that ship go », a déclaré l’avocat de Bob Roe."),
    ("es", "“We will never let that ship go”, le dijo a Bob Roe."),
    ("", "“We will never let that ship go,” said Bob Roe."),
    ("zh", "“We will never let that ship go”，Bob Roe说。"),
]


def told(verify: Verify, language: str, text: str, actor: str) -> list[tuple[str, ...]]:
    read = article(LEAD + text, "")
    quote = Quote("q", actor, WORDS, sources=("a",))
    checked = verify({"a": read.text}, quote)
    assert checked.problems == ()
    named = namings(read, name_index(ACTORS.values()))
    sources = {"a": Source("a", "a.txt", language=language)}
    dossier = Dossier("mines", Cover(title="Mines"), quotes=(quote,))
    found = list(other_speakers(dossier, checked.citations, {"a": read}, sources, ACTORS, lambda _: named))
    return [one.of for one in found]


@pytest.mark.parametrize(("language", "text"), SAID_BY_BOB)
def test_another_speaker_is_told(verify: Verify, language: str, text: str) -> None:
    assert told(verify, language, text, "ann") == [("q", "a")]
    assert told(verify, language, text, "bob") == []


@pytest.mark.parametrize(("language", "text"), UNSURE)
def test_nothing_is_told_that_is_not_said(verify: Verify, language: str, text: str) -> None:
    assert told(verify, language, text, "ann") == []


def test_an_institution_speaks_through_people(verify: Verify) -> None:
    assert told(verify, "en", "“We will never let that ship go,” Roe said.", "port") == []
