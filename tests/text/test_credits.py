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


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        ("AP", "The bridge is closed.\n\n© 2024 The Associated Press. All rights reserved."),
        ("AP", "By JANE DOE, Associated Press\n\nThe bridge is closed."),
        ("AP", "The bridge is closed.\n\nAssociated Press writer John Roe in Paris contributed to this report."),
        ("AFP", "The bridge is closed.\n\nwith AFP"),
        ("AFP", "The bridge is closed.\n\n– With AFP and Reuters"),
        ("dpa", "Die Brücke wurde geschlossen.\n\nQuelle: dpa"),
        ("dpa", "Die Brücke wurde geschlossen.\n\nmit dpa"),
        ("ANP", "De brug is dicht.\n\nBron: ANP"),
        ("PAP", "Most jest zamknięty.\n\nŹródło: PAP"),
        ("Anadolu", "Köprü kapatıldı.\n\nKaynak: AA"),
        ("EFE", "El puente está cerrado.\n\n(Con información de EFE)"),
        ("Lusa", "A ponte está fechada, disse à Lusa o presidente."),
        ("Lusa", "A ponte está fechada, disse à agência Lusa o presidente da câmara."),
        ("RIA Novosti", "МОСКВА, 20 ноя — РИА Новости. Мост закрыт."),
        ("Anadolu", "إسطنبول / الأناضول\n\nأغلق الجسر."),
        ("Kyodo", "【ワシントン共同】橋が閉鎖された。"),
        ("Kyodo", "橋が閉鎖された。（共同）"),
        ("Yonhap", "(서울=연합뉴스) 김철수 기자 = 다리가 폐쇄됐다."),
    ],
)
def test_credits_as_papers_print_them(agency: str, text: str) -> None:
    assert agency in {cue.agency for cue in cues(Source(id="s", file="s"), article(text, ""))}


@pytest.mark.parametrize(
    "text",
    [
        "Photo by Jane Doe (AP)\n\nThe bridge is closed.",
        "Photo credit:\nReuters\nThe bridge is closed.",
        "Photo credit: Reuters\n\nThe bridge is closed.",
        "Image: AFP\n\nThe bridge is closed.",
        "Image:\n\nAFP\n\nThe bridge is closed.",
        "Foto: Max Muster, dpa\n\nDie Brücke ist zu.",
        "Photo © AFP\n\nLe pont est fermé.",
        "Фото: РИА Новости\n\nМост закрыт.",
        "The coach told AP students to revise for AP exams.",
        "The mayor told TT riders to slow down.",
        "The court told APP developers to leave.",
        "Copyright AP Moller Maersk",
        "© 2024 AP Moller Maersk",
        "The minister, according to APA rules, must step down.",
        "Mr Roe met AP leaders with AFP staff in the hall.",
        "A bola passou à Lusa e o jogo acabou.",
        "共同声明が出された。日本と米国は共同で発表した。",
        "对共同利益的讨论持续了两天。",
        "Москва - РИА выросла, и акции тоже.",
        "Anadolu yollarında kar var.",
    ],
)
def test_pictures_and_names_that_mean_others_are_no_credit(text: str) -> None:
    assert not cues(Source(id="s", file="s"), article(text, ""))


def test_what_is_told_to_an_agency_stays_a_credit() -> None:
    for text in ("She told AFP journalists to wait.", "He told AFP on Monday.", "He told AFP he was tired.", "A source told AP this week."):
        assert cues(Source(id="s", file="s"), article(text, "")), text
