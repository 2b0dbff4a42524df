"""Who speaks, said inside the marks: it is no part of what is quoted, and what stands round it is one utterance."""

from __future__ import annotations

import re

import pytest

from site_builder.model import Quote
from site_builder.text import incises
from site_builder.text.article import article
from tests.check.conftest import Verify

SAID_BETWEEN = [
    ("«Мы не сдадимся, — сказал Дмитрий Песков, который вчера лгал. — Ответ будет».", "Мы не сдадимся.", "Ответ будет"),
    ("«Я устала, — сказала Анна Петрова. — Пенсия маленькая».", "Я устала.", "Пенсия маленькая"),
    ("«Я втомився, — сказав Дмитро Коваль. — Пенсія мала».", "Я втомився.", "Пенсія мала"),
    ("«No cederemos —dijo el ministro Juan Pérez—. La respuesta llegará».", "No cederemos.", "La respuesta llegará"),
    ("„Nie ustąpimy – powiedział minister Kowalski. – Odpowiedź będzie”.", "Nie ustąpimy.", "Odpowiedź będzie"),
    ("«Non cederemo — ha detto il ministro Rossi —. La risposta verrà».", "Non cederemo.", "La risposta verrà"),
    ("“Não vamos ceder — disse o ministro Costa —. A resposta virá.”", "Não vamos ceder.", "A resposta virá"),
    ("« C’est fini ! a-t-il lancé. On rentre chez nous. »", "C’est fini !", "On rentre chez nous"),
    ("« Je ne sais pas, explique la maire de Lyon. Il faut voir. »", "Je ne sais pas.", "Il faut voir"),
]
INCISES = [
    ("« Nous ne céderons pas, a déclaré le ministre, et nous irons au bout. »", "Nous ne céderons pas", "et nous irons au bout"),
    ("« Rien, s’est-elle exclamée, ne sera comme avant. »", "Rien", "ne sera comme avant"),
    ("« Il faudra, dit-il, partir demain. »", "Il faudra", "partir demain"),
    ("« Nous irons, a de nouveau promis M. J. Dupont, au bout. »", "Nous irons", "au bout"),
    ("“Non cederemo, ha detto il ministro Rossi, e andremo avanti.”", "Non cederemo", "e andremo avanti"),
    ("«No cederemos, dijo el ministro Juan Pérez, y seguiremos.»", "No cederemos", "y seguiremos"),
    ("“Não vamos ceder, disse o ministro, e seguiremos.”", "Não vamos ceder", "e seguiremos"),
    ("„Nu vom ceda, a spus ministrul, și vom continua.”", "Nu vom ceda", "și vom continua"),
]
CLAUSE = "сказал Дмитрий Песков, который"  # of which nobody can tell whether it only says who speaks
WHOLE = [
    "“We will — and must — fight,” he said.",
    "«Он — хороший человек — так говорят».",
    "«Он — говорит правду — и это важно».",
    "“That is – she paused – all.”",
    "«Es — creo — lo mejor».",
    "« Il est venu, a dit bonjour, et est reparti. »",
    "« Il a dit la vérité, je crois, et c’est bien. »",
    "« Je l’ai vu, rappelle-toi, hier. »",
    "« Il faut que, comme l’a dit le président, nous partions. »",
    "«Vino, dijo que sí, y se fue.»",
    "“I saw him, says Ann, and I ran.”",
]


@pytest.mark.parametrize(("text", "first", "second"), SAID_BETWEEN)
def test_what_stands_between_dashes_is_not_quoted(text: str, first: str, second: str) -> None:
    read = article(text, "")

    assert [read.text[start:end].strip(" ,.") for start, end in read.quoted] == [first.strip("."), second]


@pytest.mark.parametrize(("text", "first", "second"), SAID_BETWEEN)
def test_what_stands_round_it_may_be_quoted_and_it_may_not(verify: Verify, text: str, first: str, second: str) -> None:
    def codes(words: str) -> list[str]:
        found = verify({"afp": text}, Quote(id="q", actor="he", words=words, sources=("afp",)))
        return [one.code for one in found.problems if one.severity == "error"]

    said = text[text.index(first[:-1]) + len(first) - 1 : text.index(second)].strip(" ,.—–")
    assert not codes(f"{first[:-1]} … {second}")
    assert not codes(f"{first} {second}") or CLAUSE in text
    assert codes(said) == ["reported"]


@pytest.mark.parametrize(("text", "first", "second"), INCISES)
def test_what_stands_between_commas_is_not_quoted(verify: Verify, text: str, first: str, second: str) -> None:
    def codes(words: str) -> list[str]:
        found = verify({"afp": text}, Quote(id="q", actor="he", words=words, sources=("afp",)))
        return [one.code for one in found.problems if one.severity == "error"]

    assert codes(text[text.index(first) : text.index(second) + len(second)]) == ["reported"]
    assert not codes(f"{first} … {second}")
    assert not codes(first)
    assert not codes(second)


def test_no_incise_is_passed_over_for_its_words() -> None:
    said = re.findall(r"[^\W\d_]+", incises.FRENCH_SAID + incises.FRENCH_DID + incises.ITALIAN_SAID + incises.ROMANIAN)
    says = re.findall(r"[^\W\d_]+", incises.FRENCH_SAYS + incises.FRENCH_DOES + incises.SPANISH + incises.PORTUGUESE)
    clauses = [
        f"{word} {one}{more}" for word in ("a", "ont", "s’est", "se sont", "ha", "a-t-il", "a alors") for one in said for more in ("", "es")
    ]
    clauses += [f"{before}{one}{more}" for before in ("", "s’", "se ", "ha ") for one in says for more in ("", "nt", "-t-elle")]
    for clause in clauses:
        text = f"Nous irons, {clause} Jean, au bout"
        assert bool([*incises.incises(text, 0, len(text))]) == bool(incises.INCISE.search(text)), text


@pytest.mark.parametrize("text", WHOLE)
def test_nothing_else_interrupts(text: str) -> None:
    assert len(article(text, "").quoted) == 1
