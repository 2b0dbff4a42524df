"""What stands between quotation marks: each case is a text and what is quoted in it."""

from __future__ import annotations

import pytest

from site_builder.text.article import article

CASES: list[tuple[str, str, list[str]]] = [
    ("straight", '"Yes," he said. "No."', ["Yes,", "No."]),
    ("curly", "“Yes,” he said.", ["Yes,"]),
    ("single, with apostrophes", "‘It’s the soldiers’ boots,’ he said.", ["It’s the soldiers’ boots,"]),
    ("single straight", "'I don't know,' he said.", ["I don't know,"]),
    ("German", "„Ja“, sagte er. ‚Nein‘, sie.", ["Ja", "Nein"]),
    ("German guillemets", "»Hallo!« sagte er. »…und dann«", ["Hallo!", "…und dann"]),
    ("Swedish", "»Ja» sade han", ["Ja"]),
    ("French", "« Oui », dit-il : « non ».", ["Oui", "non"]),
    ("French with narrow blanks", "«\u202fOui\u202f!\u202f» dit-il", ["Oui\u202f!"]),
    ("a closing mark used to open", "after ”anywhere from 4 hours,” said", ["anywhere from 4 hours,"]),
    ("nested", "“He said ‘no’ to me,” she said", ["He said ‘no’ to me,", "no"]),
    ("nested of one kind", '"He said "no" to me," she said', ['He said "no" to me,', "no"]),
    ("after brackets, colons and ¿", '("A") said: "B" ¿"C"?', ["A", "B", "C"]),
    ("after a dash", 'he said—"yes"—and "I—"', ["yes", "I—"]),
    ("a blank too many", '"No ", he said. " Yes "', ["No", "Yes"]),
    ("a suffix after the mark", "“Word”un, “좋다”고", ["Word", "좋다"]),
    ("inches", 'a 6" pipe and "a 6" pipe broke," he said', ['a 6" pipe broke,']),
    ("elisions are no marks", "rock 'n' roll, '90s, players' boots, 'yes'", ["yes"]),
    ("Chinese", "他说“好”了。「是『的』吧」", ["好", "是『的』吧", "的"]),
    ("Chinese, one never closed", "他说“好。他说“不”了", ["不"]),
    ("straight in Chinese", '有人覺得"嘿，注意到嗎？"鮑爾說。"是"', ["嘿，注意到嗎？", "是"]),
    ("Arabic, after a prefix", 'ب"هذا" و«النص»', ["هذا", "النص"]),
    ("Hebrew acronyms", 'הדו"חות של צה"ל "הגיעו"', ["הגיעו"]),
    ("a Hebrew acronym inside a quote", '"הדו"חות אמרו" היום', ['הדו"חות אמרו']),
    ("a Hebrew prefix", 'ש"המצב קשה" אמר', ["המצב קשה"]),
    ("direction marks beside the mark", 'אמר \u200f"כן"\u200f.', ["כן"]),
    ("dialogue by dashes", "— Bonjour, dit-il.", []),
    ("a mark never closed", 'He said "yes and left.', []),
    ("a mark never opened", 'Yes," he said. "No."', ["No."]),
    ("the first never closed", '"Yes, he said. "No."', ["No."]),
    (
        "Korean, with a particle at the mark",
        "그는 '반드시 이기겠다'고 말했다. ‘우리는’며 ‘간다.’라고",
        ["반드시 이기겠다", "우리는", "간다."],
    ),
    ("Korean, with a sign before the mark", "그는 '이긴다!'며 '또 이긴다…'고 'Samsung'이라고", ["이긴다!", "또 이긴다…", "Samsung"]),
    ("Korean, one in the other", "“그는 ‘간다’고 했다”고", ["그는 ‘간다’고 했다", "간다"]),
    ("single in Chinese", "他说'好'了。他说：'好。'他走了。", ["好", "好。"]),
    ("single in Japanese and Thai", "彼は‘はい’と言った。彼は'はい'と。เขาพูดว่า'ไป'แล้ว", ["はい", "はい", "ไป"]),
    ("apostrophes in Korean", "BTS's 노래, Let's go라고, 우리 don't 노래, K팝’s 시대, '90년대 노래", []),
    ("apostrophes in Chinese and Japanese", "在Let's Go中，James'的书好。彼のLet’s note。", []),
    ("Dutch elisions", "Hij liep ’s avonds weg. ‘Nee’, zegt Jan, die ‘s nachts werkt.", ["Nee"]),
    (
        "letters that are words",
        "‘M is dead,’ he said. ‘S’ and ‘t’. ‘I know.’ ‘A lot,’ she said.",
        ["M is dead,", "S", "t", "I know.", "A lot,"],
    ),
    (
        "words that look like elisions",
        "Hij zei dat ‘er niets is’. ‘Isn’t it?’ she asked, ‘uns geht es gut’.",
        ["er niets is", "Isn’t it?", "uns geht es gut"],
    ),
    ("an ornament", '""""""""""', []),
]


@pytest.mark.parametrize(("what", "text", "quoted"), CASES, ids=[case[0] for case in CASES])
def test_what_is_quoted(what: str, text: str, quoted: list[str]) -> None:
    made = article(text, "")

    assert [text[start:end].strip() for start, end in made.quoted] == quoted, what


def test_a_quote_over_three_paragraphs_that_each_open_it_again() -> None:
    text = "“One.\n\n“Two.\n\n“Three,” he said."
    made = article(text, "")

    assert [text[start:end] for start, end in made.quoted] == ["One.\n\n“Two.\n\n“Three,"]
    assert [text[start:end] for start, end in made.reopened] == ["“", "“"]


@pytest.mark.parametrize(
    "first",
    [
        "’s Avonds sloot de politie de brug.",
        "'s Avonds sloot de politie de brug.",
        "‘s Avonds sloot de politie de brug.",
        "‘s-Hertogenbosch wil de brug sluiten.",
        "’t Is stil in de stad.",
        "’k Heb niets gezien.",
        "’n Man liep weg.",
        "’Ndrangheta bosses were held in Rome.",
        "’Ndrine e ’nduja a Reggio.",
        "’Twas the night before.",
        "’Twasn’t late.",
        "’Tis late.",
        "’90s fashion is back.",
        "’Em all.",
        "’Kay men came here.",
    ],
)
def test_an_apostrophe_at_the_beginning_opens_nothing(first: str) -> None:
    for left, right in ("‘’", "''") if first[0] == "'" else ("‘’",):
        text = f"{first}\n\n{left}We fight on,{right} said Ann."
        assert [text[start:end] for start, end in article(text, "").quoted] == ["We fight on,"]


@pytest.mark.parametrize(
    "first", ["‘Tell us.", "'Three came.", "’Vi kämpar.", "‘So be it.", "‘Do go.", "‘Neither will I.", "'Ik ook.", "‘Ze gaan."]
)
def test_words_at_the_beginning_are_carried_on(first: str) -> None:
    text = f"{first}\n\n{first[0]}Now,’ said Ann."

    assert [text[start:end] for start, end in article(text, "").quoted] == [f"{first[1:]}\n\n{first[0]}Now,"]


def test_an_apostrophe_at_the_beginning_carries_nothing_on() -> None:
    text = "‘We vechten.\n\n’s Avonds ging de brug dicht. ‘Het kan niet’, zei Anna."

    assert [text[start:end] for start, end in article(text, "").quoted] == ["Het kan niet"]


def test_french_paragraphs_may_open_with_the_closing_mark() -> None:
    text = "« Un\n\n» deux », dit-il"

    assert [text[start:end] for start, end in article(text, "").quoted] == [" Un\n\n» deux "]


def test_a_paragraph_that_does_not_open_again_ends_an_open_quote() -> None:
    assert article("“One.\n\nTwo,” he said.", "").quoted == ()
