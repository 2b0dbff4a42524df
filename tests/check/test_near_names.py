"""Names in a source that are close to a known one."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.check.near_names import MOST_WORDS, is_slip, names_of, near_names
from site_builder.check.reading import Reading
from site_builder.model import Actor, Source
from site_builder.text.article import article
from site_builder.text.lines import Lines
from tests.conftest import LittleSite

Check = Callable[[str], LittleSite]

AUSTIN = """
-- content/d/dossier.yaml --
title: Mines
-- content/actors.yaml --
- {id: lloyd-austin, name: Lloyd Austin, kind: person, aliases: [Austin]}
- {id: mary-wareham, name: Mary Wareham, kind: person, aliases: [Wareham]}
- {id: ukrainians, name: Ukrainians, kind: group}
- {id: houthi, name: Houthi movement, kind: organisation, aliases: [Houthi]}
- {id: cindy-marin, name: Cindy Marin, kind: person}
- {id: kremlin, name: Kremlin, kind: organisation}
- {id: ireland, name: Ireland, kind: government}
"""


def test_a_word_of_a_longer_name_is_misspelt(check_site: Check) -> None:
    check_site(f"""{AUSTIN}
-- seeds/afp.txt --
US Defense Secretary Loyd Austin said so. #! near-name: 'Lloyd Austin'
Mines, Lloyd Asutin said. #! near-name: 'Lloyd Asutin' is close

Loyd Austin repeated it.
""")


def test_what_is_known_is_not_near(check_site: Check) -> None:
    check_site(
        AUSTIN.replace("aliases: [Austin]", "aliases: [Austin, Lloyd Austen], misspelt: [Loyd Austin]")
        + """
-- seeds/afp.txt --
Loyd Austin said so, and LLOYD AUSTIN's office too. Lloyd Austen agreed. Lloyd, Austin and others.
"""
    )


def test_a_name_of_one_word_is_told_where_the_right_one_stands_too(check_site: Check) -> None:
    check_site(f"""{AUSTIN}
-- seeds/afp.txt --
Mary Wareham spoke first.
Later Warham added this, and later that. #! near-name: 'Warham' is close to 'Mary Wareham'
-- seeds/reuters.txt --
Somebody called Warham spoke.
""")


@pytest.mark.parametrize(
    "text",
    [
        "The Ukrainian army and the Ukrainians said so.",  # one form of the other
        "The Houthis, a Houthi spokesman said.",
        "The Kremlin said; two Kremlins were built.",
        "Ireland and Iceland signed.",  # states
        "Cindy Marin met Ricky Martin. Martin sang for Marin.",  # another actor's name
        "Wareham met John Warham.",  # part of a longer name
        "Wareham spoke. John Warham listened.",
        "Austin met Austen. It was Austin who spoke.",  # too short
        "Lloyd George, Austin Powers and Floyd Austin.",  # another first letter
        "Wareham bought warehem and Warehem.",  # an ordinary word
        "Lloyds Austin branch.",  # an ending
    ],
)
def test_what_is_only_alike_is_not_near(check_site: Check, text: str) -> None:
    check_site(f"{AUSTIN}\n-- seeds/afp.txt --\n{text}\n")


def test_a_spelling_that_many_sources_print_is_somebody_else(check_site: Check) -> None:
    sources = "\n".join(f"-- seeds/s{n}.txt --\nMary Warehem spoke." for n in range(3))
    check_site(f"{AUSTIN}\n{sources}\n")


PUTIN = """
-- content/d/dossier.yaml --
title: D
-- content/actors.yaml --
- {id: putin, name: Владимир Путин, kind: person, aliases: [Путин]}
- {id: zelensky, name: Владимир Зеленский, kind: person}
- {id: moscow, name: Министерство обороны, kind: government}
- {id: ikhwan, name: الإخوان المسلمون, kind: organisation}
- {id: austin, name: لويد أوستن, kind: person}
- {id: modi, name: नरेन्द्र मोदी, kind: person}
- {id: zh, name: 劳埃德·奥斯汀, kind: person}
"""


@pytest.mark.parametrize(
    "text",
    [
        "Владимир Путин сказал. Слова Путина передали; Путину ответили. Владимира Путина, с Владимиром Путиным.",
        "Зеленский говорил. Зеленской ответили. Елена Зеленская.",
        "В Министерстве обороны и Министерством обороны.",
        "قال الإخوان المسلمون وقالت جماعة الإخوان المسلمين إن لويد اوستن وصل. ولويد أوستن غادر.",
        "नरेन्द्र मोदी ने कहा। नरेंद्र मोदी का भाषण।",
        "劳埃德·奥斯汀说。劳埃得·奥斯汀说。",
    ],
)
def test_inflected_names_are_not_near(check_site: Check, text: str) -> None:
    check_site(f"{PUTIN}\n-- seeds/ria.txt --\n{text}\n")


@pytest.mark.parametrize("text", ["Президент Владмир Путин сказал.", "وقال لويد أوسستن أمس", "وقال الوزير لويد أوصتن أمس"])
def test_other_scripts_have_misspelt_names_too(check_site: Check, text: str) -> None:
    check_site(f"{PUTIN}\n-- seeds/ria.txt --\n{text} #! near-name\n")


def test_a_name_marked_sic_is_answered(check_site: Check) -> None:
    check_site(f"""{AUSTIN}
-- content/d/sources.yaml --
- {{id: afp, file: afp.txt, sic: [{{words: Loyd, meant: Lloyd}}]}}
-- seeds/afp.txt --
Loyd Austin said so.
""")


@pytest.mark.parametrize(
    ("word", "known", "slips"),
    [
        ("Loyd", "Lloyd", True),
        ("Asutin", "Austin", True),
        ("Austen", "Austin", True),
        ("Austins", "Austin", False),
        ("Austin", "Austin", False),
        ("Erdogan", "Erdoğan", False),
        ("Zelenskyy", "Zelensky", False),
        ("Putina", "Putin", False),
        ("Mueller", "Müller", False),
        ("Organisation", "Organization", False),
        ("Kustin", "Austin", False),
        ("Lindeman", "Lindemann", True),
        ("Hoffmann", "Hoffman", True),
        ("Ross", "Ros", False),
        ("ووزارة", "وزارة", False),
        ("ממשרד", "משרד", False),
        ("پزشکيان", "پزشکیان", False),
    ],
)
def test_a_slip_lies_inside_the_word(word: str, known: str, slips: bool) -> None:  # noqa: FBT001
    assert is_slip(word, known) is slips


LETTERS = st.sampled_from("bdfgklmnprtvz")
NAMES = st.lists(LETTERS, min_size=5, max_size=9, unique=True).map(lambda letters: "".join(letters).title())


@given(first=NAMES, last=NAMES, at=st.integers(1, 3), before=st.text(max_size=30).filter(lambda text: not text.endswith("\r")))
def test_a_letter_left_out_of_a_longer_name_is_told_at_its_place(first: str, last: str, at: int, before: str) -> None:
    spelled = f"{first[:at]}{first[at + 1 :]} {last}"
    names = names_of([Actor(id="known", name=f"{first} {last}", kind="person")], [])
    made = article(f"{before}\n\n{spelled} spoke.", "")
    reading = Reading("f", 0, Source(id="s", file="s.txt"), made)

    (problem,) = near_names(reading, names, [reading])
    assert problem.of == ("s", "known", spelled)
    assert (problem.line, problem.column) == (Lines(made.text).at(len(before) + 2), 1)


def test_what_is_longer_than_a_name_is_none() -> None:
    def known(words: int) -> int:
        return len(names_of([Actor("a", " ".join(["Lloyd", *["Austin"] * (words - 1)]))], ()).missing)

    assert [known(words) > 0 for words in (2, MOST_WORDS, MOST_WORDS + 1, 10_000)] == [True, True, False, False]
