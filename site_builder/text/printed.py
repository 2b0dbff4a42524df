"""Which unit or money is printed beside a number, and can it be the one that an editor gives?

Only what is known contradicts: five hours are no five days, but five of anything may be five missiles.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TypeAlias

from site_builder.text.measures import COMPOUND, LONGEST, PER, Known, folded, known_units, words_of_unit
from site_builder.text.scripts import has_unspaced, later
from site_builder.text.units import is_share, singular

Measure: TypeAlias = tuple[Known, ...]  # a known unit, and the one of which it is a rate if there is one
PERCENTS: Measure = ((1.0, "percent"),)
Place: TypeAlias = tuple[str, int, int]  # a text, and from where to where a number stands in it

# Money as articles print it, of which an editor may say more: the dollars of which country, yen or yuan.
MONEY = """
dollar_or_peso: $ ＄
dollar: dollar dólar dólares dollaro dollari доллар доллара долларов долларах долл долар долари доларів дол دولار دولارا دولارات डॉलर ドル
dollar: δολάριο δολάρια δολαρίων דולר דולרים 달러 dolar dolara dolary dolarów dolarach dolari dolarů
dollar: doları dolarlık dollár dollarin dollaria
dollar: đô_la ดอลลาร์ ডলার dola
australian_dollar: australian_dollar a$ au$ aud
canadian_dollar: canadian_dollar c$ ca$ cad
hong_kong_dollar: hong_kong_dollar hk$ hkd 港元 港币 港幣
new_zealand_dollar: new_zealand_dollar nz$ nzd
singapore_dollar: singapore_dollar s$ sgd dolar_singapura 新元
taiwan_dollar: taiwan_dollar new_taiwan_dollar nt$ twd 台币 台幣 新台币 新台幣
yuan_or_local: 元
peso: peso 比索 ペソ песо песо 페소
mexican_peso: mexican_peso mx$ mxn peso_mexicano
philippine_peso: philippine_peso ₱ php peso_filipino
argentine_peso: argentine_peso ar$ ars peso_argentino
colombian_peso: colombian_peso peso_colombiano
chilean_peso: chilean_peso clp peso_chileno
cuban_peso: cuban_peso peso_cubano
brazilian_real: brazilian_real brazilian_reais r$ brl reais
rand: rand zar
naira: naira ₦ ngn
cedi: cedi ₵ gh₵ gh¢ ghs
birr: birr etb ብር
shilling: shilling sh shilingi
kenyan_shilling: kenyan_shilling ksh kes
ugandan_shilling: ugandan_shilling ush ugx
tanzanian_shilling: tanzanian_shilling tsh tzs
baht: baht thb ฿ บาท 泰铢 バーツ 바트
rupiah: rupiah idr rp
dong: dong vnd ₫ đồng
ringgit: ringgit rm myr
taka: taka tk bdt ৳ টাকা
riel: riel ៛
riyal: riyal rial ريال ريالا ريالات ریال
saudi_riyal: saudi_riyal sar ريال_سعودي
qatari_riyal: qatari_riyal qar ريال_قطري
iranian_rial: iranian_rial irr
toman: toman تومان
dirham: dirham dh dhs درهم درهما دراهم
emirati_dirham: emirati_dirham uae_dirham aed درهم_إماراتي
moroccan_dirham: moroccan_dirham درهم_مغربي
dinar: dinar دينار دينارا دنانير динар динара динаров دینار
iraqi_dinar: iraqi_dinar iqd دينار_عراقي
kuwaiti_dinar: kuwaiti_dinar kwd دينار_كويتي
jordanian_dinar: jordanian_dinar jod دينار_أردني
serbian_dinar: serbian_dinar rsd
pound_sterling: ￡ جنيه_إسترليني جنيه_استرليني
pound: pound pfund фунт фунта фунтов جنيه جنيها جنيهات funt funty funtów libra 파운드 ポンド ปอนด์
egyptian_pound: egyptian_pound egp جنيه_مصري
lebanese_pound: lebanese_pound lbp ليرة_لبنانية
syrian_pound: syrian_pound ليرة_سورية
yen_or_yuan: ¥ ￥
won: ₩ ￦ krw 원 south_korean_won ウォン 韩元 韓元
lira: lira lire liralık lirası лир лиры ليرة ليرات
turkish_lira: turkish_lira ₺ tl türk_lirası ليرة_تركية
shekel: ₪ ils nis shekel שקל שקלים שקלי שקלין شيكل شيكلا شواكل шекель шекеля шекелей
rupee: ₨ rs rupee रुपये रुपए रुपया रुपयों روپے 卢比 ルピー
sri_lankan_rupee: sri_lankan_rupee lkr
zloty: zł pln zloty złoty złote złotych złotego
krone: kr krone kroner krona kronor kronur kron koron крон кроны крона koruna koruny korun 克朗
czech_krone: kč czk czech_koruna
swedish_krona: sek swedish_krona swedish_kronor svensk_krona svenska_kronor
norwegian_krone: nok norwegian_krone norwegian_kroner norsk_krone norske_kroner
danish_krone: dkk danish_krone danish_kroner dansk_krone danske_kroner
icelandic_krona: isk icelandic_krona icelandic_kronur
foot_or_forint: ft
forint: forint huf forintot
leu: lei leu ron
moldovan_leu: moldovan_leu mdl
lev: lev leva bgn лев лева левов
tenge: tenge kzt ₸ тенге
lari: lari gel ₾ лари
manat: manat azn ₼ манат манатов
dram: dram amd ֏
franc: franc francos franchi франк франка франков franków فرنك
cfa_franc: cfa_franc franc_cfa fcfa xof xaf
celsius: °c ℃ degree_celsius celsius grad_celsius degré_celsius grado_celsius
fahrenheit: °f ℉ degree_fahrenheit fahrenheit grad_fahrenheit
"""
LOOSE = {
    **{name: name for name in "dollar peso shilling dirham dinar rupee franc leu".split()},
    "dollar or peso": "dollar peso",
    "krone": "krone krona",
    "pound": "pound",
    "lira": "lira syrian lebanese",
    "foot or forint": "forint",
    "riyal": "riyal rial",
    "yen or yuan": "yen yuan",
    "yuan or local": "yuan taiwan hong",
}  # what else each may be, by a word of its name
ALSO = {"pound": (453.59237, "gram"), "foot or forint": (0.3048, "metre")}  # what is no money may be meant too
CODES = frozenset(  # as they stand before digits, often without a blank
    (
        "usd eur gbp jpy cny rmb rub uah chf inr pkr lkr aud cad hkd nzd sgd twd mxn brl krw ils nis pln sek nok dkk isk czk huf kr rs ars"
        " clp php zar ngn ghs etb ksh kes ush ugx tsh tzs sh thb idr rp vnd rm myr tk bdt sar qar irr aed dh dhs iqd kwd jod rsd egp lbp tl"
        " mdl bgn kzt azn amd xof xaf fcfa"
    ).split()
)
BEFORE = later(
    rf"(?:[a-z]{{0,3}}[$€£¥₽₴₹₩₺₪₨₱৳₫฿₦₵₸₼₾֏៛＄￡￥￦]|(?<![^\W\d_])(?:{'|'.join(sorted(CODES))}))\.?[ \u00a0\u202f]?\Z"
    r"|(?<![^\W\d_])(?:yüzde|asilimia) \Z|ร้อยละ ?\Z|(?<![\d%٪])[%٪]\Z"  # 48 percent in Turkish, Swahili and Thai
)
BEHIND = later(
    r"(?:(?<=[^\W\d_])\.)?[-‑ \u00a0\u202f]*(?:(?:d[’']|(?:de|di|von)[ \u00a0\u202f])(?=[^\W\d_]))?"  # 5 Mio. Euro, 5 millions d’euros
    r"(?=[^\W\d_]|[%％٪‰€$£¥₽₴₹₺₪₱৳₫฿₦₵₸₼₾֏៛°℃℉])"
)
LONGEST_BEFORE, LONGEST_BEHIND, LONGEST_UNSPACED = 9, 48, 12
PESO = "peso"  # $500 pesos are no dollars
PHRASE = later(r"[^,;:!?()\[\]{}\"“”„«»…’'،؛؟।]*")
OTHERS = later("[周週][年岁歲]|日本")  # which are no weeks and no days
HANGUL = later("[가-힣]")
PARTICLE = later(r"[을를이가은는에의로도만과와간째대까부정동]|(?![가-힣])")  # with which a word goes on behind a unit of one syllable


@lru_cache(maxsize=256)
def measure(unit: str) -> Measure:
    """The known unit with which a unit begins, or nothing: "US dollars per barrel" → US dollars."""
    return _measure(words_of_unit(unit)[1])


def printed(place: Place) -> Measure:
    """The money or unit printed beside a number, or nothing: $5, 5 km/h, 5公里."""
    text, start, end = place
    sign = BEFORE.search(text[max(0, start - LONGEST_BEFORE) : start].casefold())
    money = _names().get((sign[0].strip(" \u00a0\u202f."),)) if sign else None
    if money and PESO not in text[end : end + LONGEST_BEFORE]:
        return (money,)
    found = BEHIND.match(text, end)
    return _behind(text[found.end() : found.end() + LONGEST_BEHIND]) if found else ()


def agrees(beside: Measure, unit: str) -> bool:
    """Whether a number with this printed beside it may be so many of a unit: a share of something is no count of anything."""
    asked = measure(unit)
    if beside and asked:
        return ratio(beside, asked) == 1
    return beside != PERCENTS or not unit or is_share(unit)


def ratio(one: Measure, other: Measure) -> float | None:
    """By what a value in one is multiplied to be in the other; None if they measure different things."""
    ratios = [_ratio(a, b) for a, b in zip(one, other, strict=False)]
    head, *under = ratios
    if head is None or None in under:
        return None
    return head / under[0] if under and under[0] else head


@lru_cache(maxsize=1024)
def _ratio(one: Known, other: Known) -> float | None:
    one, other = _as(one, other[1]), _as(other, one[1])
    if one[1] != other[1] and not any(set(LOOSE.get(a, "").split()) & set(b.split()) for a, b in ((one[1], other[1]), (other[1], one[1]))):
        return None
    return one[0] / other[0]


def _as(known: Known, base: str) -> Known:
    """A unit of two meanings in that which is measured in the base: 5 pounds of rice."""
    also = ALSO.get(known[1])
    return also if also and also[1] == base else known


def _behind(text: str) -> Measure:
    """The unit with which a text begins, in scripts without blanks by its longest name."""
    korean = HANGUL.match(text)
    if korean or has_unspaced(text[0]):
        name = next((text[:length] for length in range(LONGEST_UNSPACED, 0, -1) if (text[:length],) in _names()), "")
        other = OTHERS.match(text) or (korean and len(name) == 1 and not PARTICLE.match(text, 1))
        return (_names()[(name,)],) if name and not other else ()
    text = PHRASE.match(text)[0]  # type: ignore[index]  # it matches everything
    first = text.partition(" ")[0].partition("/")[0].partition("-")[0].replace(".", "")
    if singular(folded(first)) not in _first_words():
        return ()  # as most words
    words = words_of_unit(text)[1]
    return _measure(words) or _measure([*words[0].split("-")[:1], *words[1:]] if words else ())


def _measure(words: Sequence[str]) -> Measure:
    length, known = _begun(words)
    if not known:
        return ()
    under = _begun(words[length + 1 :])[1] if words[length : length + 1] and words[length] in PER else None
    return (known, under) if under else (known,)


def _begun(words: Sequence[str]) -> tuple[int, Known | None]:
    """With how many words of a known unit these begin, and the unit; "$5 an hour" begins with none."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        for name in (tuple(words[:length]), tuple(map(singular, words[:length]))):
            if name in _names() and name[0] not in PER:
                return length, _names()[name]
    return 0, None


@cache
def _names() -> dict[tuple[str, ...], Known]:
    """Every name of a unit or of money."""
    names = dict(known_units())
    for line in MONEY.strip().splitlines():
        base, known = line.split(": ")
        names |= {tuple(name.split("_")): (1.0, base.replace("_", " ")) for name in folded(known).split()}
    return names


@cache
def _first_words() -> frozenset[str]:
    """Those with which a name may begin, in the singular."""
    first = {part for name in _names() for part in (name[0], name[0].split("-")[0])}
    return frozenset(map(singular, first)) | COMPOUND.keys() | {"per"}
