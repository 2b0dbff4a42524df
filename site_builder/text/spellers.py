"""Numbers written out in languages that `num2words` does not know, as a table says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple


class Words(NamedTuple):
    """The words of which a language makes its numbers."""

    small: str  # those from zero on that are words of their own
    tens: str  # from twenty on; none where all numbers below a hundred are words of their own
    hundreds: str  # each; or one word behind their number
    scales: Sequence[tuple[int, str, str]]  # the greatest first: one of them, several
    joins: str = " "  # what stands between the last part and those before
    joins_all: bool = False  # or between all of them


TABLE = {
    "bg": Words(
        small="""
            нула едно две три четири пет шест седем осем девет десет единадесет дванадесет тринадесет четиринадесет петнадесет
            шестнадесет седемнадесет осемнадесет деветнадесет
            """,
        tens="двадесет тридесет четиридесет петдесет шестдесет седемдесет осемдесет деветдесет",
        hundreds="сто двеста триста четиристотин петстотин шестстотин седемстотин осемстотин деветстотин",
        scales=(
            (10**6, "един милион", "{n} милиона"),
            (10**3, "хиляда", "{n} хиляди"),
        ),
        joins=" и ",
    ),
    "el": Words(
        small="""
            μηδέν ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ εννέα δέκα έντεκα δώδεκα δεκατρία δεκατέσσερα δεκαπέντε δεκαέξι
            δεκαεπτά δεκαοκτώ δεκαεννέα
            """,
        tens="είκοσι τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα",
        hundreds="εκατόν διακόσια τριακόσια τετρακόσια πεντακόσια εξακόσια επτακόσια οκτακόσια εννιακόσια",
        scales=(
            (10**6, "ένα εκατομμύριο", "{n} εκατομμύρια"),
            (10**3, "χίλια", "{n} χιλιάδες"),
        ),
    ),
    "et": Words(
        small="""
            null üks kaks kolm neli viis kuus seitse kaheksa üheksa kümme üksteist kaksteist kolmteist neliteist viisteist
            kuusteist seitseteist kaheksateist üheksateist
            """,
        tens="kakskümmend kolmkümmend nelikümmend viiskümmend kuuskümmend seitsekümmend kaheksakümmend üheksakümmend",
        hundreds="sada kakssada kolmsada nelisada viissada kuussada seitsesada kaheksasada üheksasada",
        scales=(
            (10**6, "miljon", "{n} miljonit"),
            (10**3, "tuhat", "{n} tuhat"),
        ),
    ),
    "hi": Words(
        small="""
            शून्य एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस बाईस तेईस
            चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस
            इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन
            सत्तावन अट्ठावन उनसठ साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर
            पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे
            इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे
            """,
        tens="",
        hundreds="{n}_सौ",
        scales=(
            (10**7, "एक करोड़", "{n} करोड़"),
            (10**5, "एक लाख", "{n} लाख"),
            (10**3, "एक हज़ार", "{n} हज़ार"),
        ),
    ),
    "hr": Words(
        small="""
            nula jedan dva tri četiri pet šest sedam osam devet deset jedanaest dvanaest trinaest četrnaest petnaest šesnaest
            sedamnaest osamnaest devetnaest
            """,
        tens="dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset",
        hundreds="sto dvjesto tristo četiristo petsto šesto sedamsto osamsto devetsto",
        scales=(
            (10**6, "milijun", "{n} milijuna"),
            (10**3, "tisuću", "{n} tisuća"),
        ),
    ),
    "mk": Words(
        small="""
            нула едно две три четири пет шест седум осум девет десет единаесет дванаесет тринаесет четиринаесет петнаесет
            шеснаесет седумнаесет осумнаесет деветнаесет
            """,
        tens="дваесет триесет четириесет педесет шеесет седумдесет осумдесет деведесет",
        hundreds="сто двесте триста четиристотини петстотини шестотини седумстотини осумстотини деветстотини",
        scales=(
            (10**6, "еден милион", "{n} милиони"),
            (10**3, "илјада", "{n} илјади"),
        ),
        joins=" и ",
    ),
    "sw": Words(
        small="""
            sifuri moja mbili tatu nne tano sita saba nane tisa kumi kumi_na_moja kumi_na_mbili kumi_na_tatu kumi_na_nne
            kumi_na_tano kumi_na_sita kumi_na_saba kumi_na_nane kumi_na_tisa
            """,
        tens="ishirini thelathini arobaini hamsini sitini sabini themanini tisini",
        hundreds="mia_moja mia_mbili mia_tatu mia_nne mia_tano mia_sita mia_saba mia_nane mia_tisa",
        scales=(
            (10**6, "milioni moja", "milioni {n}"),
            (10**3, "elfu moja", "elfu {n}"),
        ),
        joins=" na ",
        joins_all=True,
    ),
    "ur": Words(
        small="""
            صفر ایک دو تین چار پانچ چھ سات آٹھ نو دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ انیس بیس اکیس بائیس تئیس چوبیس
            پچیس چھبیس ستائیس اٹھائیس انتیس تیس اکتیس بتیس تینتیس چونتیس پینتیس چھتیس سینتیس اڑتیس انتالیس چالیس اکتالیس بیالیس
            تینتالیس چوالیس پینتالیس چھیالیس سینتالیس اڑتالیس انچاس پچاس اکیاون باون ترپن چون پچپن چھپن ستاون اٹھاون انسٹھ ساٹھ
            اکسٹھ باسٹھ ترسٹھ چونسٹھ پینسٹھ چھیاسٹھ سڑسٹھ اڑسٹھ انہتر ستر اکہتر بہتر تہتر چوہتر پچھتر چھہتر ستتر اٹھہتر اناسی اسی
            اکیاسی بیاسی تراسی چوراسی پچاسی چھیاسی ستاسی اٹھاسی نواسی نوے اکیانوے بانوے ترانوے چورانوے پچانوے چھیانوے ستانوے
            اٹھانوے ننانوے
            """,
        tens="",
        hundreds="{n}_سو",
        scales=(
            (10**7, "ایک کروڑ", "{n} کروڑ"),
            (10**5, "ایک لاکھ", "{n} لاکھ"),
            (10**3, "ایک ہزار", "{n} ہزار"),
        ),
    ),
}
LANGUAGES = TABLE.keys()
TOO_GREAT = 10**12


def spelled(number: int, language: str) -> str:
    """The number in words of one of LANGUAGES.

    Raises:
        OverflowError: it is negative or too great.
    """
    if not 0 <= number < TOO_GREAT:
        raise OverflowError(number)
    words = TABLE[language]
    return _joined(_parts(number, words), words) or _listed(words.small)[0]


def _joined(parts: Sequence[str], words: Words) -> str:
    if words.joins_all or len(parts) == 1:
        return words.joins.join(parts)
    return words.joins.join([" ".join(parts[:-1]), *parts[-1:]])


def _parts(number: int, words: Words) -> list[str]:
    """The words of a number, each with its scale."""
    for scale, one, several in words.scales:
        count, rest = divmod(number, scale)
        if count:
            return [one if count == 1 else several.format(n=_joined(_parts(count, words), words)), *_parts(rest, words)]
    count, rest = divmod(number, 100)
    small, hundreds, parts = _listed(words.small), _listed(words.hundreds), []
    if count:
        parts.append(hundreds[count - 1] if hundreds[1:] else hundreds[0].format(n=small[count]))
    if rest < len(small):
        return [*parts, *([small[rest]] if rest else [])]
    tens, ones = divmod(rest, 10)
    return [*parts, _listed(words.tens)[tens - 2], *([small[ones]] if ones else [])]


@cache
def _listed(words: str) -> list[str]:
    """The words of a row; _ is a blank in one of them."""
    return [word.replace("_", " ") for word in words.split()]
