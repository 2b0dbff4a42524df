"""Who speaks, said inside the marks: it is no part of what is quoted, and what stands round it is one utterance."""

from __future__ import annotations

import pytest

from site_builder.model import Quote
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
]
CLAUSE = "сказал Дмитрий Песков, который"  # of which nobody can tell whether it only says who speaks
WHOLE = [
    "“We will — and must — fight,” he said.",
    "«Он — хороший человек — так говорят».",
    "«Он — говорит правду — и это важно».",
    "“That is – she paused – all.”",
    "«Es — creo — lo mejor».",
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


@pytest.mark.parametrize("text", WHOLE)
def test_other_dashes_interrupt_nothing(text: str) -> None:
    assert len(article(text, "").quoted) == 1
