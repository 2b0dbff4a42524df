"""Folding: what counts as the same setting of the same words, and the way back to the file."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.text import fold as folding
from site_builder.text.fold import fold

SAME = [
    ("white space and line wraps", "to pave\nthe  way", "to\r\npave the\u00a0way"),
    ("a word broken after its own hyphen", "anti-\npersonnel mines", "anti-personnel mines"),
    ("a vowel sign before the hyphen", "की-\nकी", "की-की"),
    ("straight and curly marks", '"I don\'t," he said', "“I don’t,” he said"),
    ("German and French marks", "„Nein“ sagte er", "« Nein » sagte er"),
    ("turned French marks", "»Nein« sagte er", '"Nein" sagte er'),
    ("marks typed twice", "``No,'' he said", '"No," he said'),
    ("double for single marks, which is house style", "the 'special' plan", 'the "special" plan'),
    ("single marks in Chinese", "他说‘好’了", "他说“好”了"),
    ("corner brackets", "他说「好」了", "他说“好”了"),
    ("dashes with and without spaces", "shift -- and more", "shift—and more"),
    ("en and em dashes", "shift – and", "shift — and"),
    ("ranges", "4 – 6 weeks", "4-6 weeks"),
    ("the minus sign", "−5 degrees", "-5 degrees"),
    ("ranges with an en dash", "10–20", "10-20"),
    ("a soft hyphen at the end of a line", "Com\u00ad\nmittee", "Committee"),
    ("the same in a file of Windows", "Com\u00ad\r\nmittee", "Committee"),
    ("a hyphen behind a dateline", "(EFE).- El Gobierno", "(EFE). — El Gobierno"),
    ("the same at the end of a line", "(EFE).-\nEl Gobierno", "(EFE).– El Gobierno"),
    ("a hyphen behind a word cut short", "U.S.-\nbacked", "U.S.-backed"),
    ("the same with a blank", "U.S.- backed", "U.S.-backed"),
    ("ellipses", "well... no", "well… no"),
    ("four dots", "well.... No", "well…. No"),
    ("non-breaking hyphens", "anti\u2011personnel", "anti-personnel"),
    ("soft hyphens and invisible characters", "per\u00adson\u200bnel", "personnel"),
    ("the Arabic stretcher", "قـــال", "قال"),
    ("ligatures", "the ﬁrst oﬃcer", "the first officer"),
    ("composed and decomposed accents", "Größe", unicodedata.normalize("NFD", "Größe")),
    ("composed and decomposed syllables", "한국어", unicodedata.normalize("NFD", "한국어")),
    ("wrapped Chinese", "这个决\n定", "这个决定"),
    ("wide digits", "署名は４２００人分", "署名は4200人分"),
    ("wide letters", "ＮＡＴＯ軍は", "NATO軍は"),
    ("wide signs beside a number", "＄３０００と５０％", "$3000と50%"),
    ("a wide comma", "有人敲门，我们没拿", "有人敲门,我们没拿"),
    ("a comma behind a Latin letter", "加入NATO，24日", "加入NATO,24日"),
    ("a comma behind a number", "在2024，我们", "在2024,我们"),
    ("wide signs that end a sentence", "行く！どこ？", "行く!どこ?"),
    ("wide colons", "他说：晚上10：30；好", "他说:晚上10:30;好"),
    ("wide parentheses", "北约（ＮＡＴＯ）的", "北约(NATO)的"),
    ("narrow kana", "ﾊﾞｽとﾊﾟﾝｶﾞ来た。ｺｰﾋｰ", "バスとパンガ来た。コーヒー"),
    ("narrow punctuation", "｢行く､ﾈ｣｡", "「行く、ネ」。"),
    ("a narrow voiced mark behind a wide letter", "ハﾞスだ", "バスだ"),
    ("wide signs at the end of a line", "有人敲门，\n24人", "有人敲门,24人"),
    ("a wide blank", "東京　大阪", "東京大阪"),
    ("wrapped Thai", "การตัด\nสินใจ", "การตัดสินใจ"),
]
DIFFERENT = [
    ("a hyphen inside a word", "re-elect", "reelect"),
    ("a hyphen of which the rest comes later", "30- bis 40-mal", "30-bis 40-mal"),
    ("a hyphen and a space", "anti-personnel", "anti personnel"),
    ("a hyphen and a dash", "a not-yet plan", "a not—yet plan"),
    ("an apostrophe", "won't", "wont"),
    ("an apostrophe and a mark", "l'homme", 'l"homme'),
    ("feet and inches", "5' long", '5" long'),
    ("case", "Mines", "mines"),
    ("an accent", "résumé", "resume"),
    ("Turkish letters", "ılık", "ilik"),
    ("ё and е", "ёлка", "елка"),
    ("Arabic vowels", "مُحَمَّد", "محمد"),
    ("a space in Korean", "할 수", "할수"),
    ("digits", "1,200", "1200"),
    ("a soft hyphen at the end of a line", "now\u00ad\nhere", "now here"),
    ("a range and two sentences", "killed 120 — 35 of them", "killed 120-35 of them"),
    ("a minus behind a number", "3,980   -4.2%", "3,980-4.2%"),
    ("two numbers in Thai", "ข้อ ๒ ๓๐ คน", "ข้อ ๒๓๐ คน"),
    ("two numbers in Burmese", "၂ ၃၀", "၂၃၀"),
    ("a comma", "yes, we", "yes we"),
    ("a number and two numbers", "来了10，200人", "来了10,200人"),
    ("the same in wide digits", "１０，２００", "10,200"),
    ("wide brackets, which are no editor's", "我们［不］去", "我们[不]去"),
    ("a voiced letter and one that is not", "ﾊｽだ", "バスだ"),
    ("a sign in a circle", "①番", "1番"),
    ("one sign for a unit", "5㎏だ", "5kgだ"),
    ("a superscript", "5m²だ", "5m2だ"),
    ("a fraction", "½だ", "1/2だ"),
    ("a Roman number", "Ⅳだ", "IVだ"),
    ("a comma of another kind", "人、我们", "人,我们"),
    ("wide and other stops", "行く．次", "行く。次"),
    ("narrow Hangul", "ﾡ가", "ㄱ가"),
]


@pytest.mark.parametrize(("what", "one", "other"), SAME, ids=[case[0] for case in SAME])
def test_set_otherwise_but_the_same(what: str, one: str, other: str) -> None:
    assert fold(one).text == fold(other).text, what


@pytest.mark.parametrize(("what", "one", "other"), DIFFERENT, ids=[case[0] for case in DIFFERENT])
def test_not_the_same(what: str, one: str, other: str) -> None:
    assert fold(one).text != fold(other).text, what


def test_spans_cut_out_count_as_white_space() -> None:
    folded = fold("the move [Related: x] comes", [(9, 21)])

    assert folded.text == "the move comes"
    assert folded.start(folded.text.index("comes")) == 22


signs = "ab éß“”\"'’«»—–- .…\n\u00a0\u00ad\u0301\u0323ﬁ1,م̈ก中가ｦﾊﾞﾟハ２，！：％Ａ（，,!"
texts = st.text(st.sampled_from(signs) | st.characters(exclude_categories=["Cs"]), max_size=60)


@given(texts)
def test_every_offset_leads_back_in_order(text: str) -> None:
    folded = fold(text)
    places = [(folded.start(at), folded.end(at)) for at in range(len(folded.text))]

    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(places))


@given(texts)
def test_nothing_but_invisible_characters_and_space_is_left_out(text: str) -> None:
    folded = fold(text)
    covered = {at for n in range(len(folded.text)) for at in range(folded.start(n), folded.end(n))}

    assert not any(text[at].isalnum() for at in range(len(text)) if at not in covered)


def _slowly(text: str) -> str:
    """Folded step by step, each looked for at every character."""
    text = folding.UNSEEN.sub("", text)
    text = folding.LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    text = "".join(folding.ONE_TO_ONE.get(sign, sign) for sign in unicodedata.normalize("NFC", text))
    text = folding.UNSPACED_QUOTES.sub('"', text)
    text = folding.CHANGES.sub(lambda found: folding.BECOMES[found.lastgroup or ""], text)
    text = folding.NEEDLESS.sub("", text)
    text = folding.TO_WIDE.sub(lambda found: folding.WIDE[found[0]], text)
    text = folding.TO_NARROW.sub(lambda found: folding.NARROW[found[0]], text)
    return "".join(folding.ALWAYS_NARROW.get(sign, sign) for sign in text)


@given(texts)
@example("A'\u1000")
def test_what_a_text_does_not_call_for_may_be_left_out(text: str) -> None:
    assert fold(text).text == _slowly(text)


NARROW_ONES = str.maketrans({wide: narrow for wide, narrow in folding.ALWAYS_NARROW.items() if narrow.isalnum()})


@given(texts)
def test_letters_and_digits_of_any_width_fold_to_the_same(text: str) -> None:
    text = text.replace("，", "、")  # of which the digits beside it tell whether it is a number's

    assert fold(text).text == fold(text.translate(NARROW_ONES)).text


@given(texts)
def test_composed_and_decomposed_texts_fold_to_the_same(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)).text == fold(unicodedata.normalize("NFC", text)).text


@given(texts, st.sampled_from(["\n", "\r\n", "\u00a0", "  ", "\u202f", "\n\n"]))
def test_what_kind_of_space_it_is_does_not_matter(text: str, space: str) -> None:
    words = [word.rstrip("\u00ad") for word in text.split()]  # which joins a word over a line's end

    assert fold(space.join(words)).text.strip() == fold(" ".join(words)).text.strip()
