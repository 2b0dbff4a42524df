"""Words that say that something is not so: who leaves one out of a quotation, or puts one in, turns it round."""

from __future__ import annotations

import re

from site_builder.text.scripts import later

# Whole words, of the languages in which most sources are written.
WORDS = r"""
no(?!\.\s?\d) no-one not never none nobody nothing nowhere neither nor cannot without hardly barely scarcely rarely seldom unable unlikely
impossible refus\w* deny denies denied ain't
nicht nie niemals nimmer mitnichten kein\w* niemand\w* nichts nirgend\w* weder ohne kaum nein niet geen nooit niets
niemand nergens ne pas jamais rien aucun\w* guère nullement non sans nunca jamás nadie nada ningún ningun\w* tampoco
não ninguém nem nenhum\w* nessun\w* niente nulla neanche neppure nemmeno mica senza nici nimeni nimic niciodată fără
не ни нет нету ничуть нисколько вряд никогда никто ничто ничего ничему ничем никого никому никем никак\w* нельзя нечего отнюдь вовсе без
ні немає ніколи ніхто ніщо нічого нічому нікого нікому жоден жодн\w* аніяк няма никой нищо нема никој ништо нико није нису нећ\w*
nie nigdy nikt nikogo nikomu nic niczego niczemu niczym wcale bez żad\w* nigdzie
není nejs\w* nebud\w* nemá\w* nechc\w* nikdo nikoho nikomu nikdy žádn\w* nije nisu neć\w* nitko niko ništa nikad\w* nema\w*
nem ei inte ej aldrig ingen inget inga ingenting ingenstans ikke aldri intet uden uten
eivät emme ette ilman soha nincs\w* senki semmi nélkül nėra niekada niekas nav nekad nuk
δ[εέ]ν? μη μην όχι ποτέ ουδέποτε ουδόλως καθόλου χωρίς κανείς κανένας καμία τίποτα ούτε değil\w* asla hiç yok\w* hayır
\w{2,}m(?:ayaca|eyece)[ğk]\w* \w{2,}m[ıiuü]yor\w*
tidak tanpa bukan jangan belum (?<!hàng\s)không(?!\s(?:quân|kích|khí|gian|phận|lực)) chưa chẳng chả đừng
ו?ש?(?:לא|ללא|אין|אינ\w*|בלי|מבלי|בלתי|מעולם) אל(?=\s(?:ת(?!ל\sאביב)|$)) אף(?=\s(?:אחד|אחת|פעם|$))
[وف]?(?:لا|لم|لن|ليس\w*|لس(?:ت|نا|تم)|غير|بدون|دون|بلا|عدم) كلا(?=\s?[،,.!]|$)
نه نیست\w* هیچ\w* هرگز نمی\w* نخواه\w* ندار\w* نبود\w* نکرد\w* نشد\w* نباید نہیں بغیر
안 नहीं मत न ना बिना مت না নয় নেই নাই নই নন [\u0980-\u09ff]+(?:েনি|য়নি|রিনি|লিনি|াইনি)
არ არა აღარ ვერ ვეღარ ნუ არც ვერც არავინ\w* არაფერ\w* არასდროს ոչ ոչինչ երբեք առանց չ(?!ինա|որս|որեք|ափ|եխ|իլի)\w*
(?:አል|አይ|አን|አት)\w+ም የለም ምንም
"""
# These mean something else in another language, or not always no: who leaves one out writes …, but an editor may put one in.
DOUBTFUL = r"""
(?<!a\s)few failed fails stopped false untrue
(?<!la\s)(?<!une\s)(?<!cette\s)personne (?<!\d\s)(?<!\b(?:en|de|du|im|am)\s)mai(?!\s\d) né(?!\s(?:en|le|à|au)\b) ni nu sem sin tak
"""
UNSPACED = (
    "不(?![断斷仅僅但久少])|[没沒](?!收)|[无無](?!人[机機艇车車]|[线線])|非(?![洲常])|未(?![来來])|(?<![特个個分区區级級差类類性告])[別别](?![人的墅])|勿"
    '|莫(?=[要再忘])|(?<![是能可])否|ない|なかっ|なく|ません|ねば|[せわたらけきれ]ず(?!か)|[せわたらけれ]ぬ|まい(?=[。、"]|$)'
    "|못|않|없|아[니닌닐님닙]|전혀|지 ?[마말맙]|ไม่|อย่า(?!ง)|ห้าม|มิ(?:ได้|ใช่|อาจ)|ບໍ່|មិន|គ្មាន|မ(?![\u102b-\u103e])(?!.\u103a)"
)
LETTER = r"\w\u0900-\u0963\u0966-\u0dff"  # with the vowel signs of India's scripts, which \w lacks
VOWELS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0656-\u065f\u0670]")

NEGATION = later(rf"(?<![{LETTER}])(?:{'|'.join((WORDS + DOUBTFUL).split())})(?![{LETTER}])|\bn'|n't\b|{UNSPACED}")
INSERTED = later(rf"(?<![{LETTER}])(?:{'|'.join(WORDS.split())})(?![{LETTER}-])|\bn'|n't\b|{UNSPACED}")  # but the no-fly zone
# Parts of words that do the same
PREFIX = later(r"(?:not?|un|in|im|il|ir|dis|mis|miss|non|anti|dés?|nicht|kein|on|nie|bez|ne|n'|не|ни|бе[зс]|αν)-?", re.I)
SUFFIX = later(r"not|n't|less\w*|los\w*|loos\w*|l[öø]s\w*|-?free|-?frei\w*|s[ıiuü]z\w*|t[oö]n|t[ae]l[ae]n", re.I)


def written(words: str) -> str:
    """Folded words in small letters and, as Hebrew and Arabic are mostly written, without vowels."""
    return VOWELS.sub("", words.lower())


def negation(words: str) -> str:
    """The first of folded words that says no, in small letters; none where none does."""
    found = NEGATION.search(written(words))
    return found[0] if found else ""


def negates(words: str) -> bool:
    """Whether folded words hold one that says no."""
    return bool(negation(words))


def is_negation(word: str) -> bool:
    """Whether a folded word says no."""
    return bool(NEGATION.fullmatch(written(word)))
