"""Is a number said to be the least or the most: more than 37, up to 37, 37 or more?"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

from site_builder.text.printed import CODES, Place

# Before a number, in any order: what begins first counts, so "no more than" is read before "more than".
LEAST = """
more than | over | above | at least | no fewer than | no less than | not less than | exceed | exceeds | exceeded | exceeding | in excess of
upwards of | a minimum of | minimum of | north of
mehr als | über | mindestens | wenigstens | zumindest | nicht weniger als | minimum
plus de | au moins | au minimum | un minimum de | pas moins de | más de | al menos | por lo menos | como mínimo | un mínimo de | no menos de
più di | oltre | almeno | non meno di | un minimo di | mais de | pelo menos | ao menos | acima de | no mínimo | um mínimo de
meer dan | minstens | ten minste | tenminste | mer än | fler än | minst | över
mer enn | flere enn | mere end | flere end | mindst
более | более чем | больше | больше чем | свыше | не менее | не менее чем | не меньше | не меньше чем | по меньшей мере | по крайней мере
как минимум | минимум | понад | більше | більше ніж | більш ніж | більш як | не менше | не менше ніж | щонайменше | принаймні | мінімум
ponad | powyżej | więcej niż | co najmniej | przynajmniej | nie mniej niż | více než | nejméně | alespoň | přes | viac ako | najmenej
en az | asgari | legalább | több mint | vähintään | yli | cel puțin | mai mult de | peste
τουλάχιστον | πάνω από | περισσότεροι από | περισσότερες από | περισσότερα από | περισσότερους από | άνω των
أكثر من | على الأقل | ما لا يقل عن | لا يقل عن | لا تقل عن | ما يزيد على | ما يزيد عن | يزيد على | يزيد عن | تزيد على | تزيد عن
يفوق | تفوق
بیش از | بیشتر از | افزون بر | بالغ بر | دست کم | دست‌کم | دستکم | حداقل | לפחות | יותר מאשר | למעלה מאשר
कम से कम | न्यूनतम | ít nhất | tối thiểu | hơn | nhiều hơn | trên | không dưới | không ít hơn
sedikitnya | setidaknya | paling sedikit | lebih dari | sekurang-kurangnya | minimal | zaidi ya | angalau | si chini ya
"""
MOST = """
up to | at most | as many as | fewer than | less than | no more than | not more than | under | below | a maximum of | maximum of
bis zu | höchstens | weniger als | nicht mehr als | maximal
jusqu'à | moins de | au plus | au maximum | un maximum de | pas plus de
hasta | menos de | no más de | como máximo | un máximo de | fino a | meno di | al massimo | non più di | un massimo di
até | no máximo | não mais de | abaixo de | um máximo de
minder dan | hoogstens | hooguit | upp till | högst | färre än | mindre än | inte mer än | opptil | opp til | høyst | færre enn | mindre enn
op til | højst | færre end | mindre end
до | менее | менее чем | меньше | меньше чем | не более | не более чем | не больше | не больше чем | максимум | как максимум
менше | менше ніж | менш ніж | не більше | не більше ніж | щонайбільше
najwyżej | co najwyżej | mniej niż | nie więcej niż | poniżej | maksymalnie | nejvýše | méně než | en fazla | en çok | azami
legfeljebb | kevesebb mint | enintään | cel mult | mai puțin de | până la
το πολύ | λιγότεροι από | λιγότερες από | λιγότερα από | λιγότερους από | κάτω από | έως | μέχρι
أقل من | ما لا يزيد على | ما لا يزيد عن | لا يزيد على | لا يزيد عن | لا تزيد على | لا تزيد عن | على الأكثر
کمتر از | حداکثر | לכל היותר | עד | לא יותר מאשר | अधिकतम | ज़्यादा से ज़्यादा
nhiều nhất | tối đa | chưa đến | dưới | không quá | ít hơn | paling banyak | maksimal | kurang dari | hingga | tidak lebih dari
hadi | chini ya | si zaidi ya
"""
TIED = {  # without a blank behind them
    "least": r"plus d['’]|más d['’]|più d['’]|(?:יותר|למעלה) מ[-־]?|מעל\ ",
    "most": r"moins d['’]|meno d['’]|(?:לא יותר|פחות) מ[-־]?",
}
UNSPACED = {  # in scripts without blanks, or with particles
    "least": "超过|超過|至少|最少|不少于|不少於|不下|不低于|高于|多于|逾"
    "|少なくとも|最低でも|อย่างน้อย|ไม่น้อยกว่า|ไม่ต่ำกว่า|มากกว่า|กว่า|เกิน|최소한?|적어도",
    "most": "最多|至多|不超过|不超過|不到|不足|少于|少於|低于|多达|高达|最大で?"
    "|多くても|ไม่เกิน|ไม่มากกว่า|น้อยกว่า|ไม่ถึง|สูงสุด|최대|많아야|많게는",
}
BEHIND = {  # 50 at most, 50 people or more
    "least": """
at least | or more | or above | or over | and above | and over | and more | and up | oder mehr | ou plus | au moins | o más
como mínimo | o più
ou mais | no mínimo | of meer | eller fler | eller flere | eller mer | eller mere | или более | или больше | або більше
lub więcej | i więcej
veya daha fazla | على الأقل | أو أكثر | فأكثر | או יותר | לפחות | से अधिक | से ज़्यादा | से ज्यादा | या अधिक | trở lên
atau lebih | ή περισσότεροι
""",
    "most": """
at most | tops | or fewer | or less | or under | or below | oder weniger | ou moins | au plus | au maximum | o menos | como máximo | o meno
ou menos | no máximo | of minder | eller färre | eller færre | eller mindre | или менее | или меньше | або менше | lub mniej
veya daha az | على الأكثر | أو أقل | فأقل | או פחות | לכל היותר | से कम | या कम | trở xuống | atau kurang
""",
}
SUFFIXED = {  # tied to the number or to what it counts
    "least": r"-plus(?!\w)|\+(?!\d)|여(?=\s|[명개건곳])|[多余餘](?![震下])|\ ?กว่า"
    r"|(?:\s\w+)?['’-]?\w{0,3}[dt][ae]n (?:daha )?(?:fazla|çok)"
    r"|['’]?[yn]?[iıuü] aşkın|[^\W\d_]{0,2}\s?(?:以上|이상|초과|超(?:え|す|(?=[がのをにはで、。）\s]|\Z))|余り)"
    r"|[^\W\d_]{0,2}[이을]?\s넘[는게어]",
    "most": r"(?:\s\w+)?['’-]?\w{0,3}[dt][ae]n (?:daha )?az|[^\W\d_]{0,2}\s?(?:以下|以内|以內|未満|이하|미만|足らず)",
}
ABOUT = """
about | around | approximately | roughly | some | nearly | almost | close to | circa | ca. | an estimated
etwa | ungefähr | rund | knapp | fast | nahezu | annähernd | environ | près de | quelque | autour de | presque | à peu près
unos | unas | alrededor de | cerca de | aproximadamente | casi | en torno a | quasi | intorno a | all'incirca
quase | em torno de | por volta de | ongeveer | zo'n | bijna | omkring | cirka | ungefär | nästan | runt | omtrent | rundt | nesten | næsten
noin | lähes | suunnilleen | около | примерно | приблизительно | порядка | почти | близько | приблизно | майже | орієнтовно
około | ok. | prawie | blisko | niemal | asi | zhruba | přibližně | téměř | skoro | körülbelül | mintegy | közel | csaknem | kb.
aproximativ | aproape | yaklaşık | neredeyse | περίπου | σχεδόν
نحو | حوالي | قرابة | زهاء | ما يقارب | ما يقرب من | حدود | نزدیک به | تقریبا | تقریباً | لگ بھگ | בערך | כמעט | קרוב ל
लगभग | करीब | क़रीब | khoảng | gần | sekitar | kira-kira | hampir | takriban | karibu
"""
ABOUT_UNSPACED = "大约|大約|约|約|将近|將近|接近|近|およそ|ほぼ|약|대략|거의|ประมาณ|ราว|เกือบ"
ALSO_TO = frozenset({"до", "hasta", "até", "fino a", "έως", "μέχρι", "hingga", "hadi", "עד"})  # a toll may rise to 12 in these words
MONEY_BEFORE = rf"(?:[a-z]{{1,3}}(?=[^\w\s])|(?:{'|'.join(sorted(CODES))})\.?\s?)?\W{{0,2}}\Z"
LETTERS = re.compile(r"[^\W\d_]+")
OTHER = re.compile("[\u0300-\u036f\u0590-\u1fff\u2e80-\uffff]")  # signs set on letters, and scripts that write words together
LONGEST = 32  # characters before a number in which such words stand


def bound(place: Place) -> str:
    """Whether a number is said to be the "least" or the "most", or neither: more than 37, up to 37."""
    found = _said(place)
    return (found.lastgroup or "").partition("_")[0] if found else ""


def limit(place: Place) -> tuple[str, str]:
    """Whether a number is said to be the "least" or the "most", and by which words; twice nothing where it may only rise or fall to it."""
    found = _said(place)
    if not found or found[0].strip().casefold() in ALSO_TO:
        return "", ""
    return (found.lastgroup or "").partition("_")[0], found[found.lastgroup or 0].strip()


def hedge(place: Place) -> tuple[str, str]:
    """The `limit`, or that the number is "about" so many."""
    text, start, _ = place
    found = limit(place)
    about = None if found[0] else _about().search(text, max(0, start - LONGEST), start)
    return ("about", about[0].strip()) if about else found


def _said(place: Place) -> re.Match[str] | None:
    """What says beside a number that it is the least or the most."""
    text, start, end = place
    return standing_before(text, start) or _behind().match(text, end)


def standing_before(text: str, start: int) -> re.Match[str] | None:
    """Such words before a number. Mostly none can stand there, which is told before the pattern of all languages is compiled, in 5 ms."""
    words = text[max(0, start - LONGEST) : start].casefold()
    may_stand = "d'" in words or "d’" in words or OTHER.search(words) or not _last_words().isdisjoint(LETTERS.findall(words))
    return before_numbers().search(text, max(0, start - LONGEST), start) if may_stand else None


@cache
def _last_words() -> frozenset[str]:
    return frozenset(LETTERS.findall(phrase.casefold())[-1] for phrase in phrases_of(LEAST + "|" + MOST))


@cache
def _about() -> re.Pattern[str]:
    money = MONEY_BEFORE.replace(r"[^\w\s]", r"[$€£¥₦₵]")
    return re.compile(rf"(?<![^\W\d_])و?(?:{_listed(ABOUT)})\s+{money}|(?:{ABOUT_UNSPACED})\s?{money}|\bכ[-־]\Z", re.I)


@cache
def before_numbers() -> re.Pattern[str]:
    """What says before a number that it is the least or the most."""
    return re.compile(
        rf"(?<![^\W\d_])[وו]?(?:(?P<least>{_listed(LEAST)})|(?P<most>{_listed(MOST)}))\s+{MONEY_BEFORE}"
        rf"|(?<![^\W\d_])ו?(?:(?P<least_tied>{TIED['least']})|(?P<most_tied>{TIED['most']}))\W{{0,2}}\Z"
        rf"|(?:(?P<least_unspaced>{UNSPACED['least']})|(?P<most_unspaced>{UNSPACED['most']}))\s?{MONEY_BEFORE}",
        re.I,
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(
        rf"\s(?:[^\s\d.,;:!?()]+\s){{0,2}}(?:(?P<least>{_listed(BEHIND['least'])})|(?P<most>{_listed(BEHIND['most'])}))(?!\w)(?!\s+\d)"
        rf"|(?P<least_tied>{SUFFIXED['least']})|(?P<most_tied>{SUFFIXED['most']})",
        re.I,
    )


def _listed(words: str) -> str:
    """The words as alternatives of a pattern."""
    return "|".join(re.escape(part).replace("'", "['’]") for part in phrases_of(words))


def phrases_of(words: str) -> list[str]:
    """The phrases of a table."""
    lines = normalize("NFC", words).strip().splitlines()
    return [part.strip() for line in lines for part in line.split("|") if part.strip()]
