from __future__ import annotations

import pytest

from site_builder.text.article import article
from site_builder.text.furniture import Furniture, is_aside, is_list

ASIDES = (
    "Skip to main content. Sign in or create an account to save articles for later.",
    "We use cookies and the like to personalise content and ads and to analyse our traffic. You can change your settings at any time.",
    "Sign up for our free morning newsletter and get the stories that matter delivered straight to your inbox every weekday.",
    "Got a story? Email our news desk or send us a message on WhatsApp. We do not pay for tips, but we will always protect our sources.",
    "This article was amended on 24 April to correct the spelling of a name.",
    "Read more: The day the heather burned; Who owns the Highlands?",
    "Copyright 2024. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
    "Jane Doe/Getty Images",
    "Abonnieren Sie unseren Newsletter und lesen Sie jeden Morgen, was wichtig ist.",
    "Dieser Artikel wurde aktualisiert. In einer früheren Fassung hieß es, die Brücke sei offen.",
    "Abonnez-vous à notre newsletter pour recevoir chaque matin l’essentiel dans votre boîte.",
    "Suscríbete a nuestro boletín y recibe cada mañana las noticias en tu correo electrónico.",
    "Iscriviti alla nostra newsletter: ogni mattina nella tua casella di posta.",
    "Assine nossa newsletter e receba as notícias no seu e-mail.",
    "Meld je aan voor onze nieuwsbrief en ontvang elke ochtend het nieuws.",
    "Läs också: Därför stängdes bron i Malmö",
    "Przeczytaj także: Dlaczego zamknięto most w Warszawie",
    "Подпишитесь на наш Telegram-канал, чтобы не пропустить главные новости дня.",
    "Читайте також: Чому закрили міст у Києві",
    "اقرأ أيضا: لماذا أغلق الجسر في القاهرة",
    "یہ بھی پڑھیں: پل کیوں بند ہوا",
    "Bizi takip edin: her sabah en önemli haberler",
    "ये भी पढ़ें: पुल क्यों बंद हुआ",
    "相关阅读：大桥为何关闭",
    "無断転載・複製を禁じます。",
    "무단전재 및 재배포 금지",
    "Xem thêm: Vì sao cây cầu bị đóng",
    "Baca juga: Mengapa jembatan itu ditutup",
)
REPORTS = (
    "The regulator fined the company because its website set cookies without consent, and ordered it to rewrite its privacy policy.",
    "The newsletter, which has 40,000 subscribers, was first printed in a garage in Leeds.",
    "Subscribers to the network lost service on Monday after a cable was cut near the port.",
    "The minister's e-mails were read for two years, and whoever read them had his password.",
    "Officials read more than 4,000 pages before they signed the treaty on Friday.",
    "The sign in the window said that the shop was closed, and nobody followed up.",
    "Voters were told to sign up for the draft by the end of March.",
    "All three sat down to share this year's prize, which the academy had doubled.",
    "The court said that the rights of tenants had not been reserved in the contract of 1998.",
    "We reached the village on foot at dawn. The bridge was gone, and our driver would go no further.",
    "Die Behörde verhängte ein Bußgeld, weil das Unternehmen Cookies ohne Einwilligung setzte.",
    "Der Newsletter der Partei ging am Montag an 12.000 Empfänger.",
    "La Cnil a condamné le site pour ses cookies et sa politique de confidentialité.",
    "El boletín oficial publicó el lunes la ley, que entra en vigor en junio.",
    "Il Garante ha multato la società per i cookie e per la privacy degli utenti.",
    "A assinatura do acordo foi adiada para junho, disse o ministro.",
    "De toezichthouder legde een boete op vanwege cookies en de privacy van klanten.",
    "Podpisanie umowy przełożono na czerwiec, a rząd nie podał powodu.",
    "Подписание соглашения отложили до июня, сообщил министр.",
    "تأجل التوقيع على الاتفاق إلى يونيو، ولم تذكر الحكومة السبب.",
    "监管机构因隐私问题对该公司处以罚款。",
    "監督機関は個人情報の扱いをめぐり同社に罰金を科した。",
    "감독 기관은 고객 정보를 이유로 이 회사에 벌금을 물렸다.",
    "Anlaşmanın imzası hazirana kaldı, hükümet nedenini açıklamadı.",
    "Penandatanganan perjanjian itu ditunda sampai Juni, kata menteri.",
    "The fire broke out on Tuesday near a disused quarry. Twelve people were killed. Sign up for our newsletter.",
    "“Sign up for our newsletter and follow us,” the page said. It was the only trace that the two men had left of themselves.",
)
LISTS = (
    "Home, News, Sport, Business, Weather, Travel, Culture, Obituaries, Letters and Puzzles.",
    "Home | Politik | Wirtschaft | Sport | Kultur | Wetter",
    "Accueil · International · Politique · Société · Économie · Sport",
    "Главная / Политика / Экономика / Спорт / Культура",
    "首页、新闻、体育、财经、天气、文化",
)
NO_LISTS = (
    "The dead were farmers, nurses, two teachers, a priest and the man who kept the bridge open for forty years.",
    "Anna, who is four, Ben, who is six, and Carl, who is nine, were found on Monday in the barn.",
    "Nach Angaben der Polizei waren Helfer, Ärzte, Soldaten, Nachbarn und Freiwillige im Einsatz.",
    "Les pompiers, les médecins, les soldats, les voisins et les bénévoles ont cherché toute la nuit.",
    "“我很累”，她说，手里攥着票，车晚了，灯灭了，人散了。",
    "珠江口沿岸城市实行停课、停工、停产、停运、停市，桂南有大暴雨。",
    "В поисках участвовали пожарные, врачи, солдаты, соседи и добровольцы из трёх областей.",
)
SECTIONS = (
    "Section 14 of the Fire Act says that the authority shall take all reasonable steps.",
    "Under section 15 the owner of the land shall keep clear any track.",
    "§ 12 Der Eigentümer hat die Wege freizuhalten.",
    "Artikel 5 Jeder hat das Recht, seine Meinung frei zu äußern.",
    "Article 11. La libre communication des pensées est un des droits les plus précieux.",
    "Статья 29. Каждому гарантируется свобода мысли и слова.",
    "第二十一条　集会、結社及び言論の自由は、これを保障する。",
    "제 21 조 모든 국민은 언론의 자유를 가진다.",
    "المادة 19 لكل شخص حق التمتع بحرية الرأي.",
)
NO_SECTIONS = (
    "Sections of the wall fell on Monday, and 14 people were hurt.",
    "The article that 5 papers printed on Monday named no source.",
    "Artikel über den Brand erschienen in 12 Zeitungen.",
    "第二次会议于周一举行。",
    "Clause by clause, 19 members read the bill.",
    "Статьи о пожаре вышли в 12 газетах.",
)


@pytest.mark.parametrize("text", ASIDES)
def test_what_a_site_says_to_its_readers_is_an_aside(text: str) -> None:
    assert is_aside(text)


@pytest.mark.parametrize("text", REPORTS)
def test_a_report_on_such_things_is_none(text: str) -> None:
    assert not Furniture(article(f"{OTHER}\n\n{text}\n\n{OTHER}", "")).has(2)


@pytest.mark.parametrize("text", LISTS)
def test_names_of_sections_are_a_list(text: str) -> None:
    assert is_list(text)


@pytest.mark.parametrize("text", NO_LISTS)
def test_a_sentence_that_lists_is_none(text: str) -> None:
    assert not is_list(text)


@pytest.mark.parametrize("text", SECTIONS)
def test_a_laws_section_is_a_document(text: str) -> None:
    assert Furniture(article(f"{OTHER}\n\n{text}\n\n{OTHER}", "")).has(2)


@pytest.mark.parametrize("text", NO_SECTIONS)
def test_what_only_begins_alike_is_none(text: str) -> None:
    assert not Furniture(article(f"{OTHER}\n\n{text}\n\n{OTHER}", "")).has(2)


OTHER = "The bell of the church lies in the nave, full of plaster, and the priest jokes that his bishop must pay for a roof at last."


def test_short_lines_in_a_row_are_a_list_at_the_edges_only() -> None:
    menu = "Home\n\nNews\n\nSport\n\nWeather"
    found = Furniture(article(f"{menu}\n\n{OTHER}", ""))

    assert [found.has(n) for n in range(1, 6)] == [True] * 4 + [False]
    within = Furniture(article("\n\n".join([*[OTHER] * 9, menu, *[OTHER] * 9]), ""))
    assert not any(within.has(n) for n in range(1, 20))


def test_who_the_author_is_counts_at_the_end_only() -> None:
    author = "Anna Bell is a senior correspondent who covers Scotland."

    assert Furniture(article(f"{OTHER}\n\n{author}", "")).has(2)
    assert not Furniture(article(f"{author}\n\n{OTHER}\n\n{OTHER}\n\n{OTHER}", "")).has(1)
    assert not Furniture(article(f"{OTHER}\n\nAnna Bell is a nurse who was there.", "")).has(2)


def test_from_a_heading_on_a_document_stands_in_full() -> None:
    found = Furniture(article(f"{OTHER}\n\nThe statement in full: The Prime Minister has spoken.\n\n{OTHER}", ""))

    assert [found.has(n) for n in (1, 2, 3)] == [False, True, True]
    assert not Furniture(article(f"{OTHER}\n\nHe paid his debts in full: nobody had asked.\n\n{OTHER}", "")).has(3)


def test_a_paragraph_that_is_not_there_has_nothing() -> None:
    assert not Furniture(article("", "")).has(1)
