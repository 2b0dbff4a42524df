"""Do words between two quotations only say who speaks? "…," said Ann Lee, head of the agency. "…"

One clause does. What follows a comma must by its form add to a name; all else is taken for a clause of another speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile, pairwise, takewhile

from site_builder.text.scripts import has_unspaced, later

COMMA = re.compile(r"[,،，](?!\d)")
AROUND = " .,،，、—-!?…:؟۔।。"
WORD = re.compile(r"[^\s'—\"()]+")
TIED = 3  # words of an addition among which one ties it to a name: the mayor of Kyiv
REST = 6  # words of a clause that an addition interrupts: Ann Lee, the mayor, told reporters

TIES = frozenset(
    (
        "s of for at in from with on to by during after near about von vom aus bei beim für im an am auf mit nach zu zum zur über der des "
        "de du des d à au aux dans pour par lors avec sur après depuis chez del al ante tras con desde para por "
        "di della dello dei degli delle dell dal dalla nel nella per su durante do dos das em no na nos nas com após "
        "van op voor uit bij på från vid av fra ved til till efter under σε στο στη στην στον του της των από για με "
        "dari untuk pada tại ở về في من باسم لدى على خلال إلى عن در از به برای מטעם של"
    ).split()
)
OWNERS = frozenset(
    (
        "his her their our my son sa ses leur leurs mon su sus seine ihre ihr suo suoi sue loro seu sua seus suas zijn haar hun hans "
        "hennes deres jego jej ich его её ее их його її їх jeho její jejich njegov njena"
    ).split()
)
OWN = frozenset("voice eyes face hands tears voix yeux stimme augen voz ojos voce occhi olhos głos głosem stem голос голосом".split())
NAMING = frozenset("the le la les el los las il lo gli i os as het der die das den dem".split())
# With these another clause begins, or somebody else is spoken of.
OTHERS = frozenset(
    (
        "but and while whereas though although yet then so before until when as he she it they we who whom whose which that "
        "aber und doch während bevor dann worauf woraufhin wobei er sie es wir mais et tandis alors puis quand que qui dont lequel elle "
        "elles ils pero y mientras entonces cuando quien cual él ella ma e mentre poi quando che cui lui lei mas enquanto então ele ela "
        "maar terwijl toen hij zij ze men och og medan mens då han hon hun som ale podczas natomiast zaś zatímco który która "
        "others autres otros altri outros inni другие інші was wogegen womit "
        "czemu czym co kto komu чем чему что кто кому чим чому що хто "
        "ona oni он она они но а и пока когда затем тогда который которая які який він вона але і та проте "
        "αλλά και ενώ που ama fakat ancak bet dar iar însă viszont mutta aga nhưng και tapi namun "
        "אבל אך והוא והיא אשר لكن ولكن بينما ثم وهو وهي الذي التي اما ولی"
    ).split()
)
ANDS = frozenset("and und et y e i и".split())
LINKS = frozenset("and und et y e и och og oraz та й і και şi și ja és".split())
LINKS_AFTER = {  # of which the same letters are an "in" elsewhere: the verbs of their own language
    "en": frozenset("zei zegt zeiden zeggen aldus verklaarde vertelde vertelt stelt stelde reageert reageerde".split()),
    "i": frozenset("mówi mówił mówiła powiedział powiedziała dodał dodała dodaje kaže kazao kazala rekao rekla diu va".split()),
    "ve": frozenset("dedi diyor söyledi belirtti açıkladı konuştu".split()),
}
TIMES = frozenset("yesterday today tonight later again gestern heute hier ayer hoy ieri oggi ontem hoje wczoraj dziś вчера сегодня".split())
CONTRARY = later(
    r"(?<!\w)(?:but|whereupon|aber|jedoch|bevor|woraufhin|worauf|mais|avant qu\w*|pero|antes de que|però|prima che|porém|maar|но|однако|але"
    r"|ale|lecz|natomiast|αλλά|όμως|fakat|ancak|mutta|nhưng|tetapi|namun|אבל|אך|و?لكن|بينما|اما|ولی|لیکن|लेकिन|मगर|परंतु|কিন্তু|მაგრამ|ხოლო"
    r"|բայց|իսկ|սակայն)(?!\w)|[,،，、] ?(?:ו\w|و\w|但|而|却|然而)|[たるいだ]が、|けれど|지만(?!\w)|(?<!ตั้ง)แต่",
    re.I,
)
# Without a comma: Ann said before Bob cut in, she said and Bob disagreed; but not after what Ann Lee and Bob Roe said
MEANWHILE = later(
    r"(?:\b(?:before|as|when|until|once|because|then|while|yet)|\b[a-zа-яα-ω]+ (?:and|und|et|y|e|en|och|og|i|и|και)) "
    r"(?:[A-ZА-ЯΑ-Ω][\w'-]* )+(?!(?:of|for|at|in|on|to|and|from|with|by|after|und|et|y) )[a-zа-яα-ω]"
)
NO_VERB = NAMING | OWNERS | TIES
NEITHER = TIES | LINKS | LINKS_AFTER.keys() | NAMING | TIMES
# Where no capital tells a name: said, and then "and"; a second subject behind a comma or a "but"
CASELESS = later("[\u0530-\u1eff\u3040-\ud7ff]")
MEANWHILE_ELSEWHERE = later(
    r"(?:कह[ाते]|बताया|बोल[ाीे])(?: है| हैं| था| थे)?,? (?:और|तथा|जबकि|तो)(?!\S)|(?:کہا|بتایا|بولے)(?: ہے| تھا)?[،,]? (?:اور|جبکہ)(?!\S)"
    r"|(?:گفت|گفتند|گفته|گوید|افزود|نوشت)(?: است)?[،,]? و(?!\S)|(?:বল|জান)\S*,? (?:এবং|ও|আর)(?!\S)"
    r"|თქვა\b.* და (?=\S+ \S)|ասաց.* և (?=\S+ \S)"
    r"|(?:กล่าว|พูด|บอก)\S{0,40}(?:ขณะที่|แล้ว(?:นาย|นาง))|(?:กล่าว|พูด|บอก)และ"
    r"|[一-鿿ァ-ヿ](?:は|が|も)[^、。]*、(?:[^、。]*、)?[^、。]*[一-鿿ァ-ヿ](?:は|が|も)|[たるいだ]が[一-鿿ァ-ヿ]+は"
    r"|[가-힣](?:은|는|이|가) [^.]*(?:고|며|자|는데),? [^.]*[가-힣](?:은|는|이|가) "
)
RETORT = later(  # somebody else speaks, or is made to
    r"(?:(?:interrupted|contradicted|echoed|rebutted|corrected|challenged|heckled|drowned out|seconded|joined) by|prompting"
    r"|(?:interromp\w+|interrompu\w*|contredit\w*|corrigée?s?|repris\w*|rejointe?s?|relayée?s?) par"
    r"|(?:interrumpid|contradich|desmentid|secundad|corregid|interrompid|contradit)[oa]s? (?:por|pel[oa])"
    r"|(?:interrott|contraddett|smentit|corrett)[oaie] da\w*|(?:unterbrochen|korrigiert|übertönt) (?:von|vom|durch)"
    r"|(?:onderbroken|tegengesproken) door|przerwan\w+ przez|(?:прерванн|перебит|перерван)\w+)(?!\w)"
)


def is_one_clause(said: str) -> bool:
    """Whether folded words are one clause, but for what is added to a name in it."""
    said = said.strip(AROUND)
    if any(pattern.search(said) for pattern in (CONTRARY, MEANWHILE, RETORT)) or (
        not said.isascii() and CASELESS.search(said) and MEANWHILE_ELSEWHERE.search(said)
    ):
        return False
    first, *parts = (WORD.findall(part) for part in COMMA.split(said))
    return not _goes_on_with_another(first) and all(
        _adds(part) or (n > 0 and part is parts[-1] and _resumes(part)) for n, part in enumerate(parts)
    )


def _adds(part: Sequence[str]) -> bool:
    """Whether words behind a comma may only add to a name: of the army, a spokeswoman for Kyiv, the mayor, Sprecherin der Polizei, 45."""
    if not part or has_unspaced(part[0]) or part[0] in OTHERS or (part[1:2] and part[1] in OTHERS and not _is_double(part)):
        return not part
    if len(part) == 1 or (part[0] in NAMING and len(part) == 2):
        return True
    if part[0] in OWNERS:
        return _is_whose(part)
    if part[0] in NAMING:
        return not TIES.isdisjoint(part[1:TIED])
    if part[0][0].islower():
        return not _another_acts(part)
    titled = len(list(takewhile(lambda word: word[0].isupper(), part)))
    return titled == len(part) or not TIES.isdisjoint(part[: max(1, titled) + 1])


def _is_whose(part: Sequence[str]) -> bool:
    """Whether words only name somebody by another: his deputy, her aide Tom Poe, her husband of ten years; or are of one's voice."""
    if part[1].casefold() in OWN or not TIES.isdisjoint(part[1 : TIED + 1]):
        return True
    return all(word[0].isupper() for word in part[2:])


def _goes_on_with_another(words: Sequence[str]) -> bool:
    """Whether behind an "and" another acts: she said and Bob disagreed; said Ann Lee and her husband protested."""
    verb_first = words[:1] and words[0][0].islower() and words[0] not in NO_VERB
    return any(
        (word in LINKS or not LINKS_AFTER.get(word, frozenset()).isdisjoint(words[:n]))
        and (verb_first or words[n - 1][0].islower())
        and _acts(words[n + 1 :], single=not _is_tied(words[:n]))
        for n, word in enumerate(words)
        if n
    )


def _acts(words: Sequence[str], *, single: bool) -> bool:
    """Whether words begin with a name, the mayor or his aide, who does something; a name of one word counts where it may be `single`."""
    named = len(list(takewhile(lambda word: word[0].isupper(), words)))
    size = 2 if words and words[0] in NAMING | OWNERS else named if single or named > 1 else 0
    following = words[size] if 0 < size < len(words) else ""
    return following[:1].islower() and following not in NEITHER


def _is_tied(words: Sequence[str]) -> bool:
    """Whether the name at the end of words belongs to what stands before it: the Ministry of Trade."""
    before = list(dropwhile(lambda word: word[0].isupper(), reversed(words)))
    return bool(before) and len(before) < len(words) and before[0] in TIES | NAMING


def _is_double(part: Sequence[str]) -> bool:
    """Whether words begin with two offices of one person: president and CEO of Acme."""
    return part[1] in ANDS and part[0][0].islower() and len(part) > 2 and part[2] not in OTHERS


def _resumes(part: Sequence[str]) -> bool:
    """Whether the clause may go on with these words after an addition: Ann Lee, the mayor, told reporters."""
    return part[0][0].islower() and len(part) <= REST and part[0] not in OTHERS | NAMING


def _another_acts(part: Sequence[str]) -> bool:
    """Whether a name that nothing ties to another stands before a word that may say what it does: then Bob disagreed."""
    before = ""
    for word, after in pairwise(part):
        tied = before in TIES or before in NAMING
        if word[0].isupper() and not tied and after[0].islower() and after not in TIES:
            return True
        before = before if word[0].isupper() and tied else word
    return False
