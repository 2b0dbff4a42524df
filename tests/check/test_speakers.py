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
    ("de", "„We will never let that ship go“, sagt Bob Roe."),
    ("de", "„We will never let that ship go“, meint Roe."),
    ("de", "„We will never let that ship go“, warnte Roe am Montag."),
    ("de", "Bob Roe sagte der Zeitung am Montag: „We will never let that ship go.“"),
    ("fr", "« We will never let that ship go », explique Bob Roe."),
    ("fr", "« We will never let that ship go », assure le maire Roe."),
    ("es", "“We will never let that ship go”, ha dicho Roe."),
    ("es", "“We will never let that ship go”, advirtió Bob Roe."),
    ("es", "“We will never let that ship go”, explica la alcaldesa, Bob Roe."),
    ("it", "«We will never let that ship go», spiega Roe."),
    ("pt", "“We will never let that ship go”, diz Bob Roe."),
    ("nl", "“We will never let that ship go”, zegt Bob Roe."),
    ("sv", "”We will never let that ship go”, säger Bob Roe."),
    ("sv", "Bob Roe sade: ”We will never let that ship go.”"),
    ("pl", "„We will never let that ship go”, mówi Bob Roe."),
    ("ru", "«We will never let that ship go», — говорит Bob Roe."),
    ("uk", "«We will never let that ship go», — каже Bob Roe."),
    ("ar", "قالت Bob Roe: «We will never let that ship go»."),
    ("ar", 'وقال الطبيب Bob Roe: "We will never let that ship go".'),
    ("ar", "«We will never let that ship go»، قال Bob Roe."),
    ("ar", "«We will never let that ship go»، يقول Bob Roe في بيان."),
    ("hi", "“We will never let that ship go”, Bob Roe ने कहा।"),
    ("hi", "Bob Roe ने कहा, “We will never let that ship go”।"),
    ("hi", "Bob Roe का कहना है, “We will never let that ship go”।"),
    ("hi", "Bob Roe ने “We will never let that ship go” कहा।"),
    ("tr", "Bob Roe, “We will never let that ship go” dedi."),
    ("tr", "Başkan Bob Roe “We will never let that ship go” diye konuştu."),
    ("tr", "“We will never let that ship go” diye konuştu Bob Roe."),
    ("fa", "Bob Roe می‌گوید: «We will never let that ship go»."),
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
    ("en", "Bob Roe said the captain had shouted “We will never let that ship go!” over the loudspeaker."),
    ("en", "Bob Roe said the captain yelled “We will never let that ship go!” at once."),
    ("en", "Bob Roe told us that a sailor cried: “We will never let that ship go.”"),
    ("en", "“We will never let that ship go,” she said, Bob Roe at her side."),
    ("de", "Bob Roe sagte, der Kapitän habe gerufen: „We will never let that ship go.“"),
    ("de", "„We will never let that ship go“, warnt sie Bob Roe."),
    ("de", "„We will never let that ship go“, sagt der Sohn von Bob Roe."),
    ("fr", "Bob Roe affirme que le capitaine a crié : « We will never let that ship go. »"),
    ("fr", "« We will never let that ship go », explique l’avocat de Bob Roe."),
    ("es", "“We will never let that ship go”, advirtió a Bob Roe."),
    ("es", "“We will never let that ship go”, dice el abogado de Bob Roe."),
    ("it", "«We will never let that ship go», spiega a Bob Roe."),
    ("nl", "“We will never let that ship go”, zegt de advocaat van Bob Roe."),
    ("sv", "”We will never let that ship go”, säger hon till Bob Roe."),
    ("pl", "„We will never let that ship go”, mówi adwokat, a Bob Roe milczy."),
    ("ru", "«We will never let that ship go», — говорит она, Bob Roe молчит."),
    ("ar", "قال محامي Bob Roe: «We will never let that ship go»."),
    ("ar", "رفض Bob Roe وقال محاميه: «We will never let that ship go»."),
    ("ar", "رفض Bob Roe وقالت: «We will never let that ship go»."),
    ("ar", "قال Bob Roe إن القبطان صرخ: «We will never let that ship go»."),
    ("ar", "«We will never let that ship go»، قال محامي Bob Roe."),
    ("ar", "«We will never let that ship go»، قالت له Bob Roe."),
    ("hi", "“We will never let that ship go”, Bob Roe के वकील ने कहा।"),
    ("hi", "“We will never let that ship go”, उसने Bob Roe को बताया।"),
    ("hi", "Bob Roe के वकील ने कहा, “We will never let that ship go”।"),
    ("hi", "Bob Roe, “We will never let that ship go” कहां है।"),
    ("tr", "Bob Roe'nun avukatı, “We will never let that ship go” dedi."),
    ("tr", "“We will never let that ship go” dedi, Bob Roe, güldü."),
    ("tr", "Bob Roe, “We will never let that ship go” sözlerine güldü."),
    ("tr", "“We will never let that ship go” diyen Bob Roe’nun avukatı gitti."),
    ("fa", "وکیل Bob Roe خندید: «We will never let that ship go»."),
    ("uk", "«We will never let that ship go», — каже адвокат і Bob Roe киває."),
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
