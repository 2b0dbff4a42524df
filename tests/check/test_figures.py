"""Numbers in their sources: what the words carry where they stand, and what they cut in two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from site_builder.check.citations import Checked
from site_builder.check.story import check_story
from site_builder.model import Figure, Quote, Saying
from site_builder.text.article import article
from site_builder.text.passages import Passages

Verify = Callable[..., Checked]

INSERTED = [
    ("About many people died.", "About [500] people died", 500.0),
    ("About many people died.", "About [five hundred] people died", 500.0),
    ("About 300 people died.", "About 300 [or 500] people died", 500.0),
]
CUT = [  # article, words, value, language
    ("A $275 million package", "$275", 275.0, "en"),
    ("A €3 billion package", "€3", 3.0, "en"),
    ("Es sind 1,5 Millionen Euro", "1,5", 1.5, "de"),
    ("Three thousand five hundred people", "five hundred people", 500.0, "en"),
    ("Three thousand five hundred people", "Three thousand", 3000.0, "en"),
    ("One hundred and twenty villages", "twenty villages", 20.0, "en"),
    ("The army said on Wednesday that it had taken one hundred and\ntwenty villages in the east.", "twenty villages", 20.0, "en"),
    ("Two and a half million euros", "half million euros", 500_000.0, "en"),
    ("Two and a half million euros", "Two and a half", 2.5, "en"),
    ("It was minus 9 degrees", "9 degrees", 9.0, "en"),
    ("It was –7 degrees", "–7 degrees", 7.0, "en"),
    ("Around 300 million people", "300 … people", 300.0, "en"),
    ("死者三千五百人。", "五百人", 500.0, "zh"),
    ("死者三千五百人。", "三千", 3000.0, "zh"),
    ("约十二万人", "二万人", 20_000.0, "zh"),
    ("约1万2000人", "2000人", 2000.0, "zh"),
    ("모두 3만 5천 명", "3만", 30_000.0, "ko"),
    ("Там двадцать пять кошек", "пять кошек", 5.0, "ru"),
    ("Там двадцать пять кошек", "двадцать", 20.0, "ru"),
    ("Il a vingt et un chats", "un chats", 1.0, "fr"),
    ("deux cent mille femmes", "cent mille", 100_000.0, "fr"),
    ("tres mil quinientas personas", "tres mil", 3000.0, "es"),
    ("zwei Millionen dreihunderttausend", "zwei Millionen", 2_000_000.0, "de"),
    ("for 5 ½ hours", "for 5", 5.0, "en"),
]
WHOLE = [
    ("About [500] people died.", "About [500] people died", 500.0, "en"),
    ("About 300 people died.", "About 300 [or more] people", 300.0, "en"),
    ("In 2024 five people died", "five people died", 5.0, "en"),
    ("In May 2024 200 people died", "200 people", 200.0, "en"),
    ("In May 2024 3,000 people died", "3,000 people", 3000.0, "en"),
    ("The numbers were 12, 15 and 18", "15", 15.0, "en"),
    ("He was one of 200", "one of 200", 200.0, "en"),
    ("Of the twenty, five people died", "five people died", 5.0, "en"),
    ("There were twenty. Five died", "Five died", 5.0, "en"),
    ("At that point two people died", "two people died", 2.0, "en"),
    ("A half-million dollars", "half-million", 500_000.0, "en"),
    ("It took two weeks", "took two", 2.0, "en"),
    ("A $5 million 10-year plan", "$5 million", 5_000_000.0, "en"),
    ("More than 5\nmillion people", "5 million", 5_000_000.0, "en"),
    ("It was –7 degrees", "–7 degrees", -7.0, "en"),
    ("The men –200 of them wounded– went", "200 of them", 200.0, "en"),
    ("有五人死亡", "五人死亡", 5.0, "zh"),
    ("有五百人死亡", "五百人死亡", 500.0, "zh"),
    ("Il y a mille femmes", "mille femmes", 1000.0, "fr"),
]
IN_TWO = [
    ("The 1 200 soldiers died", "200 soldiers died"),
    ("The 1\u00a0200 soldiers died", "200 soldiers died"),
    ("The 1\u202f200 soldiers died", "200 soldiers died"),
    ("The 1 200 soldiers died", "The 1"),
    ("It was –7 degrees", "7 degrees"),
    ("It was –$7", "$7"),
    ("It was –$7", "7"),
    ("It was −€5 million", "5 million"),
    ("It was -US$5 million", "5 million"),
    ("It was -R$ 5 million", "R$ 5 million"),
    ("It was -R$ 5 million", "5 million"),
    ("It was −EUR 5 million", "EUR 5 million"),
    ("是−￥5億", "5億"),
    ("損失は▲5億円だ", "5億円だ"),
    ("气温为零下7度", "7度"),
    ("気温は氷点下4度", "4度"),
    ("기온은 영하 12도", "12도"),
    ("It was minus 7 degrees", "7 degrees"),
    ("Il faisait moins 12 degrés", "12 degrés"),
    ("Hava eksi 12 derece", "12 derece"),
]
IN_TWO_LANGUAGES = [  # language, article, words
    ("zh", "一千二百人死亡", "二百人死亡"),
    ("zh", "二十人死亡", "十人死亡"),
    ("ja", "約2万3千人が", "3千人が"),
    ("ja", "350万人が", "350"),
    ("ko", "모두 3만 5천 명", "5천 명"),
    ("zh", "二〇二四年", "四年"),
    ("ja", "１，２３４人が", "２３４人が"),
    ("ja", "１．５倍に", "５倍に"),
    ("en", "worth £1·5 million", "5 million"),
    ("ar", "نسبة ٢،٥ في", "٥ في"),
    (
        "fr",
        "Le port compte, selon ses douanes, 12\n500 conteneurs arrivés depuis le début\nde l’année et d’autres en route.\n\nFin.",
        "500 conteneurs",
    ),
    ("en", "a $275 million package", "a $275"),
    ("en", "about three thousand five hundred men", "five hundred men"),
    ("en", "about three thousand five hundred men", "about three thousand"),
    ("en", "hundreds of thousands of people", "thousands of people"),
    ("en", "half a million people", "million people"),
    ("en", "minus seven degrees", "seven degrees"),
    ("en", "about 2 1/2 miles", "1/2 miles"),
    ("fr", "plus de deux mille personnes", "mille personnes"),
    ("fr", "plus de deux mille personnes", "plus de deux"),
    ("fr", "vingt et un chats", "un chats"),
    ("ru", "сорок два человека", "два человека"),
    ("es", "cuarenta y dos personas", "dos personas"),
    ("es", "cuarenta y dos personas", "cuarenta y"),
    ("de", "zwei Millionen Menschen", "Millionen Menschen"),
    ("tr", "kırk iki kişi", "iki kişi"),
    ("th", "ราว 5 ล้านคน", "ราว 5"),
    ("hi", "5 लाख लोग", "लाख लोग"),
]
NOT_IN_TWO = [
    ("zh", "唯一一次机会", "一次机会"),
    ("zh", "周三三十人死亡", "三十人死亡"),
    ("zh", "有五人死亡", "五人死亡"),
    ("zh", "2024年3月5日一人死亡", "一人死亡"),
    ("zh", "不可能", "可能"),
    ("en", "about a million people", "million people"),
    ("en", "a dozen men", "dozen men"),
    ("en", "one in five children", "five children"),
    ("en", "Of the two thousand, three hundred died", "Of the two thousand"),
    ("en", "In 2024 five people died", "five people died"),
    ("en", "it is 5 m wide", "it is 5"),
    ("en", "two or three weeks", "three weeks"),
    ("en", "one and two of the men", "two of the men"),
    ("en", "on 5 May 2024", "May 2024"),
    ("fr", "plus d’un million de personnes", "million de personnes"),
    ("fr", "En 2024 cinq personnes", "cinq personnes"),
    ("fr", "des deux, trois sont morts", "trois sont morts"),
    ("es", "Juan y un hombre", "un hombre"),
    ("ru", "Два человека", "человека"),
    ("de", "Von den zwei drei Wochen alt", "drei Wochen alt"),
    ("ja", "１０，１２，１５", "１２"),
    ("vi", "Có 5 triệu không phải là ít", "không phải là ít"),
    ("fr", "Il y en a 12\n\n500 conteneurs", "500 conteneurs"),
    ("en", "12\n500\n300", "500"),
]
UNSIGNED = [
    ("It was 7-9 degrees", "It was 7-9"),
    ("Au moins 12 personnes", "12 personnes"),
    ("Al menos 12 personas", "12 personas"),
    ("Ao menos 12 pessoas", "12 pessoas"),
    ("▲5일 서울", "5일"),
    ("▲ 5.2%", "5.2%"),
    ("plus ou moins 12 personnes", "12 personnes"),
    ("– 12 people died", "12 people died"),
]


def figure(words: str, value: float) -> Figure:
    return Figure(id="f", of="x", says=(Saying("afp", words, value=value),))


@pytest.mark.parametrize(("text", "words", "value"), INSERTED)
def test_what_the_editor_inserts_carries_no_number(verify: Verify, text: str, words: str, value: float) -> None:
    assert [one.code for one in verify({"afp": text}, figure(words, value)).problems] == ["number"]


@pytest.mark.parametrize(("text", "words", "value", "language"), CUT)
def test_a_number_that_goes_on_beside_the_words(verify: Verify, text: str, words: str, value: float, language: str) -> None:
    assert [one.code for one in verify({"afp": text}, figure(words, value), language=language).problems] == ["number"]


@pytest.mark.parametrize(("text", "words", "value", "language"), WHOLE)
def test_a_number_that_stands_whole_in_the_words(verify: Verify, text: str, words: str, value: float, language: str) -> None:
    assert {one.code for one in verify({"afp": text}, figure(words, value), language=language).problems} <= {"hedged-number"}


@pytest.mark.parametrize(
    ("language", "text", "words", "key"),
    [
        ("en", "At least 12 people died.", "12 people", "low: 12"),
        ("en", "At least 12 people died.", "At least 12 people", "low: 12"),
        ("en", "No more than 12 people came.", "12 people", "high: 12"),
        ("de", "Mindestens 12 Menschen starben.", "12 Menschen", "low: 12"),
        ("fr", "Au moins 12 personnes sont mortes.", "12 personnes", "low: 12"),
        ("ru", "Погибли не менее 12 человек.", "12 человек", "low: 12"),
        ("ar", "قتل ما لا يقل عن 12 شخصا.", "12 شخصا", "low: 12"),
        ("zh", "至少12人死亡。", "12人", "low: 12"),
    ],
)
def test_a_least_or_most_is_no_value(verify: Verify, language: str, text: str, words: str, key: str) -> None:
    (problem,) = verify({"afp": text}, figure(words, 12), language=language).problems

    assert (problem.code, problem.severity) == ("hedged-number", "warning")
    assert f"write {key} in place of value: 12, since the source says" in problem.hint


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Twelve people died, and at least 40 were hurt; 12 people fled.", "12 people"),
        ("en", "About 12 people died.", "12 people"),
        ("en", "At least 12 people died. In the end it was 12 people.", "12 people"),
        ("en", "Over the night 12 people died.", "12 people"),
        ("de", "Über Nacht starben 12 Menschen.", "12 Menschen"),
        ("ru", "Число погибших выросло до 12 человек.", "12 человек"),
        ("es", "La cifra subió hasta 12 muertos.", "12 muertos"),
        ("pt", "O número subiu até 12 mortos.", "12 mortos"),
        ("fr", "Plus tard, 12 personnes sont mortes.", "12 personnes"),
    ],
)
def test_what_is_given_as_the_number_is_one(verify: Verify, language: str, text: str, words: str) -> None:
    found = verify({"afp": text}, figure(words, 12), language=language).problems

    assert not [one for one in found if one.code != "ambiguous"]


@pytest.mark.parametrize(("text", "words"), IN_TWO)
def test_no_citation_cuts_a_number_in_two(verify: Verify, text: str, words: str) -> None:
    made = verify({"afp": f"“{text},” he said."}, Quote(id="q", actor="he", words=words, sources=("afp",)))
    _, told = check_story("mines", "story.md", f'So it was [@afp "{words}"].', {"afp": Passages(article(text, ""))})

    assert [one.message for one in (*made.problems, *told)] == ["the words cut a number of the source in two"] * 2
    assert told[0].line == 1


@pytest.mark.parametrize(("text", "words"), UNSIGNED)
def test_what_is_no_minus_may_be_left_out(verify: Verify, text: str, words: str) -> None:
    assert not verify({"afp": text}, Quote(id="q", actor="he", words=words, sources=("afp",), kind="indirect")).problems


@pytest.mark.parametrize(("language", "text", "words"), IN_TWO_LANGUAGES)
def test_nor_does_it_cut_one_in_another_script_or_in_words(verify: Verify, language: str, text: str, words: str) -> None:
    quote = Quote(id="q", actor="he", words=words, sources=("afp",), kind="indirect")

    assert [one.code for one in verify({"afp": text}, quote, language=language).problems] == ["number"]


@pytest.mark.parametrize(("language", "text", "words"), NOT_IN_TWO)
def test_what_is_no_number_with_what_stands_beside_it_may_be_cited(verify: Verify, language: str, text: str, words: str) -> None:
    quote = Quote(id="q", actor="he", words=words, sources=("afp",), kind="indirect")

    assert not [one for one in verify({"afp": text}, quote, language=language).problems if one.code != "negation-left-out"]


REFIGURED = [
    ("About 500 people died", "About 5[0] people"),
    ("About 300 people died", "About [500] people died"),
    ("About 300 people died", "About [five hundred] people died"),
    ("About 300 people died", "[500] people died"),
    ("350 people died", "[50] people died"),
    ("About five people died", "About [fifty] people died"),
    ("About 3 people died", "About 3[000] people died"),
    ("About 3 people died", "About 3 [000] people died"),
    ("About 300 people died", "About [1] 300 people died"),
    ("About 7 million in all", "About 7 [billion] in all"),
    ("About 7 million in all", "About 7 [billion]"),
    ("At 7 degrees below", "At [-]7 degrees"),
    ("At 7 degrees below", "At [minus] 7 degrees"),
    ("有三百人死亡", "[五百]人死亡"),
    ("It cost $40 and more", "It cost $40[m] and more"),
    ("It cost $40 and more", "It cost $40 [½] and more"),
    ("It cost $40 and more", "It cost $40[²] and more"),
    ("It cost $40 and more", "It cost $40 [and a half] and more"),
    ("It cost $40 and more", "It cost [£]40 and more"),
    ("It cost $40 and more", "It cost [] 40 and more"),
    ("It rose 3 percent more", "It rose 3 percent [points] more"),
    ("It rose 7.5% in May", "It rose 7.5 [] in May"),
    ("It rose 7.5% in May", "It rose 7.5 [sic] in May"),
    ("Il monte à 14 % en mai", "Il monte à [sic] %"),
]
EXPLAINED = [
    ("About 7 in all", "About 7 [billion] in all"),
    ("About 300 people died", "About 300 [civilian] people died"),
    ("He left on May 5", "He left on May 5 [2024]"),
    ("About 300 people died, and he left", "[In 2024] he left"),
    ("About 300 people died. They left in May", "They left in May [2024]"),
    ("About 300 people died", "[Some] people died"),
    ("So I’m old and tired", "[At 90] old and tired"),
    ("He was the 3 they sought", "He was the 3[rd] they sought"),
    ("It rose 3 percent more", "It rose 3 percent [at that point] more"),
    ("It rose 7.5 in May", "It rose 7.5 [percent] in May"),
]


@pytest.mark.parametrize(("text", "words"), REFIGURED)
def test_no_insertion_makes_another_number(verify: Verify, text: str, words: str) -> None:
    made = verify({"afp": f"“{text},” he said."}, Quote(id="q", actor="he", words=words, sources=("afp",)))

    assert len(made.problems) == 1
    assert made.problems[0].code in ("altered", "missing")


@pytest.mark.parametrize(("text", "words"), EXPLAINED)
def test_an_insertion_may_explain_a_number(verify: Verify, text: str, words: str) -> None:
    made = verify({"afp": f"“{text},” he said."}, Quote(id="q", actor="he", words=words, sources=("afp",)))

    assert not made.problems


@pytest.mark.parametrize("text", ["In May 2024 200 soldiers died", "the men –200 soldiers among them– died"])
def test_a_year_or_an_aside_beside_a_number_is_no_part_of_it(verify: Verify, text: str) -> None:
    made = verify({"afp": text}, Quote(id="q", actor="he", words="200 soldiers", sources=("afp",), kind="indirect"))

    assert not made.problems
