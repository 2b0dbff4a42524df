"""What an editor should look at in a source: addresses, marks, slips; and that nothing else is said."""

from collections.abc import Callable

import pytest

from tests.conftest import LittleSite

Check = Callable[[str], LittleSite]
Make = Callable[[str], LittleSite]


# ── addresses ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_address_that_is_none(check_site: Check) -> None:
    check_site("""
    -- seeds/a.txt --
    One.
    -- seeds/b.txt --
    Two.
    -- content/actors.yaml --
    - {id: ann, name: Ann}
    - id: bo
      name: Bo
      url: javascript:alert(1)          #! bad-url: 'javascript:alert(1)' is not an address on the web
    -- content/outlets.yaml --
    - id: news
      name: The News
      url: news.example                 #! bad-url
    -- content/d/sources.yaml --
    - {id: a, file: a.txt, outlet: news, url: "https://news.example/1?q[]=ы#a:~:text=b"}
    - id: b
      file: b.txt
      url: https://news.example:port/   #! bad-url
      archive:
        url: https://web..example/      #! bad-url
    """)


def test_an_address_of_another_day_than_its_source(check_site: Check) -> None:
    check_site("""
    -- seeds/a.txt --
    One.
    -- seeds/b.txt --
    Two.
    -- seeds/c.txt --
    Three.
    -- content/d/sources.yaml --
    - {id: a, file: a.txt, published: 2024-11-21}
    - id: b
      file: b.txt
      published: 2024-11-21
      url: https://news.example/2024/11/12/mines    #! address-date: dated 2024-11-12, the article 2024-11-21
    - id: c
      file: c.txt
      published: 2024-11-21
      url: https://news.example/2025/nov/mines      #! address-date: 2025-11
      archive:
        url: https://web.archive.org/web/20231122101112/https://news.example/2024/11/21/mines   #! address-date: this copy
        date: 2024-11-20
    """)


@pytest.mark.parametrize(
    "entry",
    [
        "published: 2024-11-21, url: https://news.example/2024/11/20/mines",  # a day's leeway
        "published: 2024-11-21, url: https://news.example/2024/nov/21/mines",
        "published: 2024-11, url: https://news.example/2024/11/12/mines",
        "published: 2024, url: https://news.example/20241112/mines",
        "published: 2024-11-21, url: https://news.example/2024/02/31/mines",  # no date
        "published: 2024-11-21, url: https://news.example/news/19450508120000001",
        "published: 2024-11-21, url: 'https://news.example/2024/11/21/in-2025-11-28-days'",
        "url: https://news.example/2025/11/28/mines",  # no date to contradict
        "published: 2024-11-21, archive: {url: https://archive.example/a, date: 2025-01-01}",
    ],
)
def test_an_address_that_may_be_right(check_site: Check, entry: str) -> None:
    check_site(f"""
    -- seeds/a.txt --
    One.
    -- content/d/sources.yaml --
    - {{id: a, file: a.txt, {entry}}}
    """)


def test_an_address_in_the_text_that_is_dated_after_it(check_site: Check) -> None:
    check_site("""
    -- seeds/a.txt --
    See https://news.example/2025/11/28/mines for more. #! address-date: dated 2025-11-28, after the article
    See https://news.example/2023/11/28/mines for what was.
    -- content/d/sources.yaml --
    - {id: a, file: a.txt, published: 2024-11-21}
    """)


BROKEN = "https://www.news.example/2024/11/21/us-cites-changing-russian-tactics-as-reason-for-reversi"


def test_an_address_broken_over_lines(check_site: Check) -> None:
    check_site(f"""
    -- content/d/dossier.yaml --
    title: D
    -- seeds/a.txt --
    One. {BROKEN} #! broken-address: {BROKEN}ng-landmine-policy-a87086
    ng-landmine-policy-a87086

    Two.
    """)


@pytest.mark.parametrize(
    "text",
    [
        f"{BROKEN}\nMore on this tomorrow.",
        f"{BROKEN}\nadvertisement",
        f"{BROKEN}\n\nng-landmine-policy",
        f"{BROKEN}\nhttps://news.example/other-story",
        "https://news.example/mines\nng-landmine-policy",  # nobody wraps so short a line
        f"{BROKEN}\nReuters-AFP",
    ],
)
def test_an_address_that_ends_with_its_line(check_site: Check, text: str) -> None:
    check_site(f"-- content/d/dossier.yaml --\ntitle: D\n-- seeds/a.txt --\n{text}\n")


def test_a_broken_address_that_stands_whole_in_the_sources_is_answered(check_site: Check) -> None:
    check_site(
        f"-- content/d/sources.yaml --\n- {{id: a, file: a.txt, url: {BROKEN}ng-landmine-policy}}\n"
        f"-- seeds/a.txt --\n{BROKEN}\nng-landmine-policy\n"
    )


# ── marks ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        '"We hold, he said.',
        "We hold,” he said. “We do.”",
        "Он сказал: «Мы держимся.",
        "وقال: «نحن صامدون.",
        "他说：“我们坚持。",
        "Er sagte: „Wir bleiben.",
        '"One.\n\nAnother paragraph.\n\n"Two," he said.',
    ],
)
def test_a_mark_without_a_partner(check_site: Check, text: str) -> None:
    first, rest = text.split("\n", 1) if "\n" in text else (text, "")
    check_site(f"-- content/d/dossier.yaml --\ntitle: D\n-- seeds/a.txt --\n{first} #! unpaired-mark\n{rest}\n")


@pytest.mark.parametrize(
    "text",
    [
        "“We hold,” he said. ‘We do.’",
        "”We hold,” he said.",  # turned, but paired
        'A 6" pipe and 5\' 10" tall; 40°26\'46".',
        "The soldiers' boots, the ’90s, rock ’n’ roll, the officials’ word, 'tis.",
        "“One.\n\n“Two.\n\n“Three,” he said.",
        "« Un », dit-il. « Deux.\n\n» Trois. »",
        "„Wir bleiben“, sagte er. »Ja«, sagte sie.",
        "”Vi stannar”, sade han.",
        "他说：“我们坚持，‘一定’。”「好」",
        '有人覺得"嘿，你們注意到這一點嗎？"鮑爾說。"是"',
        "قال: «نحن صامدون» و“نعم”.",
        'אמר צה"ל כי ארה"ב',
        "``We hold,'' he said.",
        "“He said ‘we hold’ and ‘we’ll stay,’ twice.”",
        '"""""""""""',
        'Names\n\n"\n\n"\n\n',
    ],
)
def test_marks_that_are_right(check_site: Check, text: str) -> None:
    check_site(f"-- content/d/dossier.yaml --\ntitle: D\n-- seeds/a.txt --\n{text}\n")


def test_a_mark_turned_the_wrong_way(check_site: Check) -> None:
    check_site("""
    -- content/d/dossier.yaml --
    title: D
    -- seeds/a.txt --
    “We hold,” he said. “We do.” And later, “We did.”
    After ”anywhere from 4 hours to 2 weeks,” he said. #! turned-mark: ” for “
    """)


@pytest.mark.parametrize(
    "text",
    [
        "”Vi stannar”, sade han. ”Ja”, sade hon. ”Nej.”",  # the style of the text
        "„Wir bleiben“, sagte er. „Ja“, sagte sie. “Nein”, sagten sie.",
        "„Zostajemy” – powiedział. „Tak” – odparła. „Nie”.",
        "»Vi bliver«, sagde han. »Ja.« »Nej.«",
    ],
)
def test_marks_of_another_house(check_site: Check, text: str) -> None:
    check_site(f"-- content/d/dossier.yaml --\ntitle: D\n-- seeds/a.txt --\n{text}\n")


# ── slips ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def cited(text: str, language: str = "en", more: str = "") -> str:
    return f"""
-- content/d/sources.yaml --
- {{id: a, file: a.txt, language: {language}{more}}}
-- content/d/events.yaml --
- {{id: e, what: W, cites: [{{source: a, words: '{text.replace("'", "''")}'}}]}}
-- seeds/a.txt --
{text}"""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They found unexploded ordinance there", "en"),
        ("This is the the plan of Kyiv", "en"),
        ("They sent an mine and armies", "en"),
        ("They sent a army", "en"),
        ("It ended there.The war went on", "en"),
        ("criticized for their past use of mines in the past", "en"),
        ("They should of known it", "en-GB"),
        ("Wir kämpfen und und hoffen", "de"),
        ("Sie warten seid Monaten", "de"),
        ("Il est dans dans la ville", "fr"),
        ("Он сказал что в в городе тихо", "ru"),
        ("قال إن القوات في في المدينة", "ar"),
    ],
)
def test_a_slip_in_cited_words(check_site: Check, text: str, language: str) -> None:
    check_site(cited(text, language) + " #! slip\n")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He had had enough, and said that that was that", "en"),
        ("It is very very long; they came in in May and went on on Monday", "en"),
        ("A European, a one-off, a US base, an FBI man, an hour, an X-ray, a unit, a euro, a UN plan", "en"),
        ("The ordinance of the city and the reign of a king", "en"),
        ("See example.Com or the U.S.Army, e.g.This or v2.Beta at 3.Mai", "en"),
        ("In the past they mined; the past of mines", "en"),
        ("They would of course leave", "en"),
        ("Die, die die die Mine sahen, und das, das das Kind fand", "de"),
        ("Nous nous levons, vous vous levez", "fr"),
        ("天天向上，慢慢来，说说而已", "zh"),
        ("да да, очень очень, еле-еле", "ru"),
        ("the the", "xx"),  # no list for it
        ("to to", "pl"),
    ],
)
def test_what_is_no_slip(check_site: Check, text: str, language: str) -> None:
    check_site(cited(text, language) + "\n")


def test_the_same_slip_is_told_once(check_site: Check) -> None:
    check_site(cited("This is the the plan and the the aim") + " #! slip\n")


def test_of_many_later_addresses_three_are_named(check_site: Check) -> None:
    lines = "\n".join(f"https://news.example/2025/11/{day}/mines" + (" #! address-date" if day < 13 else "") for day in range(10, 16))
    check_site(f"-- content/d/sources.yaml --\n- {{id: a, file: a.txt, published: 2024-11-21}}\n-- seeds/a.txt --\n{lines}\n")


def test_a_slip_that_nobody_cites_is_let_be(check_site: Check) -> None:
    check_site(cited("They hold") + "\n\nThis is the the plan.\n")


def test_a_slip_marked_sic_is_answered_and_shown(check_site: Check) -> None:
    check_site(cited("They found unexploded ordinance there", more=", sic: [{words: ordinance, meant: ordnance}]") + "\n")


def test_sic_words_must_stand_in_the_source(check_site: Check) -> None:
    check_site("""
    -- content/d/sources.yaml --
    - id: a
      file: a.txt
      sic:
        - {words: ordinance, meant: ordnance}
        - {words: ordinanc, meant: ordnance}       #! absent-sic: 'a' does not have these words
        - {words: 地垒, meant: 地雷}
    -- seeds/a.txt --
    Unexploded ordinance. 未爆地垒很多。
    """)
