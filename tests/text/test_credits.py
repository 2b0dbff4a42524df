from __future__ import annotations

import pytest

from site_builder.model import Cue, Outlet, Source
from site_builder.text.article import article
from site_builder.text.credits import agencies, cues


def credited(text: str, **keys: str) -> list[str]:
    return [cue.agency for cue in of(text, Source(id="s", file="s.txt", **keys))]  # type: ignore[arg-type]


def of(text: str, source: Source | None = None, *outlets: Outlet) -> tuple[Cue, ...]:
    own = source or Source(id="s", file="s.txt")
    return cues(own, article(text, ""), next((one for one in outlets if one.id == own.outlet), None), agencies(outlets))


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("KYIV (AFP) - A drone fell.", "AFP"),
        ("NAIROBI, Kenya (AP) — The court ruled.", "AP"),
        ("“It may explode,” Wareham told AFP, adding that it was not enough.", "AFP"),
        ("It was closed, a spokesman told The Associated Press.", "AP"),
        ("A drone fell.\n\nBy Reuters\n\nNobody was hurt.", "Reuters"),
        ("The minister resigned, Reuters reported.", "Reuters"),
        ("The minister resigned, according to dpa.", "dpa"),
        ("A drone fell.\n\nhttps://www.themoscowtimes.com/author/afp-3", "AFP"),
        ("МОСКВА, 20 ноября. /ТАСС/. Движение приостановлено.", "TASS"),
        ("Об этом сообщает РИА Новости со ссылкой на министра.", "RIA Novosti"),
        ("Он рассказал агентству «Интерфакс» о пожаре.", "Interfax"),
        ("Про це повідомляє Укрінформ.", "Ukrinform"),
        ("Движение приостановлено, пишет Рейтер.", "Reuters"),
        ("القاهرة - (أ ف ب) - لقي شخص مصرعه", "AFP"),
        ("وقال المحافظ لوكالة فرانس برس إن السوق احترقت", "AFP"),
        ("قال ديوان الحبوب لرويترز إن الشحنة وصلت", "Reuters"),
        ("الرياض - واس - دشن الوزير الخط", "SPA"),
        ("أبوظبي في 3 يونيو / وام / استقبل الوزير", "WAM"),
        ("لاہور (اے ایف پی) پاکستان نے میچ جیت لیا", "AFP"),
        ("اے پی پی کے مطابق بارش جاری ہے", "APP"),
        ("新华社成都9月3日电（记者李力可）隧道贯通", "Xinhua"),
        ("据路透社报道，关税上调", "Reuters"),
        ("共同社东京11月7日电 工资下降", "Kyodo"),
        ("Die Anlage sei alt, sagte Einsatzleiterin Katrin Boldt der dpa.", "dpa"),
        ("Die Anlage sei alt, sagte sie am Abend der Deutschen Presse-Agentur.", "dpa"),
        ("Deux personnes restaient introuvables, a indiqué à l'AFP la préfète.", "AFP"),
        ("« Chaque heure compte », a déclaré mardi à l’AFP le maire du village.", "AFP"),
        ("Anadolu Ajansının haberine göre arama sürüyor.", "Anadolu"),
        ("Vali, AA muhabirine yaptığı açıklamada botların yolda olduğunu söyledi.", "Anadolu"),
        ("पीटीआई के अनुसार बारिश जारी है", "PTI"),
    ],
)
def test_a_credit(text: str, agency: str) -> None:
    assert credited(text) == [agency]


@pytest.mark.parametrize(
    "text",
    [
        "Two AFP journalists were injured when a shell struck the building.",
        "The AP is a party that nobody votes for.",
        "Reuters is to cut two hundred jobs, its owner said.",
        "“AFP reported lies,” he said, “and we told Reuters so.”",
        "According to AFP photographers the car was empty.",
        "Photo: AFP",
        "He works in a MENA country, and she in an SPA.",
        "The minister visited the headquarters of TASS in Moscow.",
        "В здании ТАСС открылась выставка.",
        "زار الوزير مقر رويترز في لندن",
        "新华社大楼前发生车祸",
        "Sie sagte, dass der Neubau der dpa-Zentrale teuer werde.",
        "Le ministre s'est rendu à l'AFP place de la Bourse.",
        "Anadolu yollarında kar var.",
        "They saw a wafa and told the tasser.",
    ],
)
def test_a_mention_is_no_credit(text: str) -> None:
    assert not credited(text)


def test_the_words_of_a_credit_stand_where_it_says() -> None:
    text = "A drone fell. Nobody was hurt, a neighbour told AFP on Monday."
    (cue,) = of(text)

    assert cue == Cue("s", "AFP", "told AFP", 43, 51)
    assert text[cue.start : cue.end] == cue.words


def test_credits_in_what_is_skipped_count() -> None:
    text = "A drone fell.\n\nhttps://news.example/author/afp-3"

    assert [cue.agency for cue in cues(Source(id="s", file="s"), article(text, "", skip=["https://news.example"]))] == ["AFP"]


@pytest.mark.parametrize(
    ("keys", "agency"),
    [
        ({"credit": "AFP"}, "AFP"),
        ({"credit": "Agence France-Presse"}, "AFP"),
        ({"credit": "afp"}, "AFP"),
        ({"credit": "Pool reporters"}, "Pool reporters"),
        ({"url": "https://news.example/author/reuters/1"}, "Reuters"),
    ],
)
def test_what_the_editor_noted_counts(keys: dict[str, str], agency: str) -> None:
    assert credited("A drone fell.", **keys) == [agency]


def test_an_author_may_be_an_agency() -> None:
    assert [cue.agency for cue in of("A drone fell.", Source(id="s", file="s", authors=("Jane Doe", "新华社")))] == ["Xinhua"]


def test_an_outlet_that_is_an_agency_credits_itself_and_is_recognised_elsewhere() -> None:
    outlet = Outlet(id="liga", name="LigaNews", kind="agency")

    assert [cue.agency for cue in of("A drone fell.", Source(id="s", file="s", outlet="liga"), outlet)] == ["LigaNews"]
    assert [cue.agency for cue in of("A drone fell, a neighbour told LigaNews.", None, outlet)] == ["LigaNews"]
    assert not of("A drone fell, a neighbour told LigaNews.")
