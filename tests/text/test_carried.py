"""A closing mark that was forgotten makes no quotation over two paragraphs of what the newspaper writes."""

from __future__ import annotations

import pytest

from site_builder.text.article import article
from site_builder.text.unpaired import unpaired

FORGOTTEN = [  # the first paragraph, what is quoted in it, and the marks of the second
    ("“We will fight to the last man, said Ann Lee, who had fled the town in May.", [], "“”"),
    ("“We will fight. Nobody helps us, said Tom Poe, who fled.", [], "“”"),
    ("“We will fight, said Defense Secretary Lloyd Austin on Monday.", [], "“”"),
    ("“We will fight — said Ann Lee, who had fled.", [], "“”"),
    ("“We will fight, Ann Lee said, who had fled.", [], "“”"),
    ("“We fight, said Ann. “Men will win,” said Bob Roe, who had fled the town.", ["Men will win,"], "“”"),
    ('"We will fight to the last man, said Ann Lee, who had fled the town in May.', [], '""'),
    ('"We fight, said Ann. "Men will win," said Bob Roe, who had fled the town.', ["Men will win,"], '""'),
    ("„Wir kämpfen bis zuletzt, sagte Anna Lehmann, die im Mai floh.", [], "„“"),
    ("„Wenn sie kommen, kämpfen wir, sagte Anna Lehmann, die im Mai floh.", [], "„“"),
    ("„Wir kämpfen, sagte Anna. „Wir siegen“, sagte Bob Roe, der im Mai floh.", ["Wir siegen"], "„“"),
    ("„Wir kämpfen, sagte Ursula von der Leyen, die floh.", [], "„“"),
    ("”Vi kämpar, sade Anna Lind, som flydde i maj.", [], "””"),
    ("«Мы будем бороться, сказала Анна Ли, бежавшая из города.", [], "«»"),
    ("«Мы, сказала Анна. «Мы победим», — сказал Боб, бежавший из города.", ["Мы победим"], "«»"),
    ("„Będziemy walczyć, powiedziała Anna Lis, która uciekła z miasta.", [], "„”"),
]
INSIDE = [  # of languages that set who speaks inside the marks: nothing else follows, or it tells of the speaker
    ("« Nous lutterons, a dit Anne Petit, qui avait fui la ville.", "« »"),
    ("«Lucharemos, dijo Ana Pérez, que había huido en mayo.", "«»"),
    ("«Lotteremo, ha detto Anna Rossi, che era fuggita a maggio.", "«»"),
    ("«Мы будем бороться, — сказала Анна Ли, бежавшая из города.", "«»"),
]
CARRIED = [
    "“We will fight to the last man. Nobody said Ann Lee had to flee.",
    "“My father, who fled, said the mayor of Kyiv lied.",
    "“My brother, a baker, said Ann Lee lied.",
    "“The plan, announced Monday by Biden, is a trap.",
    "“I asked him, ‘Where to?’ He looked at me, said nothing, and left.",
    "“I asked. ‘It is over,’ said Ann Lee. Then I left.",
    "“Then the phone rang, and I said Ann should come.",
    "“He told us ‘no’ twice.",
    "“It was late, she said, so we ran.",
    "„Als ich kam, sagte Peter, er gehe.",
    "„Weil es regnete, forderte Berlin mehr Geld.",
    "„Er sagte ‚nein‘.",
    "‘Toen ik kwam, zei Peter niets.",
    "«Тот, кто пришёл, сказал Анне, что всё кончено.",
    "«Когда я пришёл, сказал Иван правду.",
    "« Il a dit “non”.",
    "„Gdy przyszłam, powiedziała Anna prawdę.",
]
GOES_ON = [  # and so does the quotation, round who speaks
    ("« Nous lutterons, a dit Anne Petit. Rien ne nous arrêtera.", "Rien ne nous arrêtera."),
    ("«No cederemos, dijo el ministro Juan Pérez, y seguiremos.", "y seguiremos."),
    ("«Мы устали, — сказала Анна Ли. — Нам пора.", "Нам пора."),
    ("„Nie ustąpimy – powiedział Jan Kowalski. – Nie mamy dokąd iść.", "Nie mamy dokąd iść."),
]


@pytest.mark.parametrize(("first", "said", "marks"), FORGOTTEN)
def test_a_closing_mark_that_was_forgotten(first: str, said: list[str], marks: str) -> None:
    text = f"{first}\n\n{marks[0]}They lie,{marks[1]} Tom Poe."
    read = article(text, "")

    assert [text[start:end] for start, end in read.quoted] == [*said, "They lie,"]
    assert unpaired(read) == [0]


@pytest.mark.parametrize(("first", "marks"), INSIDE)
def test_who_speaks_ends_the_paragraph(first: str, marks: str) -> None:
    text = f"{first}\n\n{marks[0]}They lie{marks[-1]}, Tom Poe."
    read = article(text, "")

    assert [text[start:end] for start, end in read.quoted] == ["They lie"]
    assert unpaired(read) == [0]


def test_the_paragraphs_before_are_not_quoted_either() -> None:
    text = "“One.\n\n“We will fight, said Ann Lee on Monday.\n\n“They lie,” said Tom."
    read = article(text, "")

    assert [text[start:end] for start, end in read.quoted] == ["They lie,"]
    assert len(unpaired(read)) == 2


@pytest.mark.parametrize("first", CARRIED)
def test_nothing_says_who_speaks(first: str) -> None:
    closing = {"“": "”", "„": "“", "«": "»", "‘": "’"}[first[0]]
    text = f"{first}\n\n{first[0]}So it was{closing}, Tom Poe."
    read = article(text, "")

    assert (1, text.rindex(closing)) in read.quoted
    assert not unpaired(read)


@pytest.mark.parametrize(("first", "rest"), GOES_ON)
def test_who_speaks_is_said_inside_the_marks(first: str, rest: str) -> None:
    closing = {"„": "”", "«": "»"}[first[0]]
    text = f"{first}\n\n{first[0]}So it was{closing}, Tom Poe."
    read = article(text, "")

    assert (text.index(rest), text.rindex(closing)) in read.quoted
    assert not unpaired(read)


def test_a_french_mark_that_is_never_closed_is_told() -> None:
    assert unpaired(article("« Nous partons, dit la ville.\n\nEt ils partent.", "")) == [0]
