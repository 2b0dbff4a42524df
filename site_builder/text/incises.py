"""Who speaks, said between commas inside the marks: « Nous partirons, a déclaré le ministre, et nous reviendrons. »

French prints it so as a rule; Italian, Spanish, Portuguese and Romanian now and then. A verb of saying stands right behind the comma and
its subject right behind the verb, as nobody puts it who speaks of himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.text.scripts import later

Span = tuple[int, int]

FRENCH_SAID = r"""
accusé|acquiescé|admis|affirmé|ajouté|argumenté|argué|articulé|asséné|assuré|averti|avoué|balbutié
blagué|chuchoté|clamé|claironné|commenté|complété|concédé|conclu|confessé|confié|confirmé|constaté
déclamé|déclaré|dénoncé|déploré|détaillé|dit|écrit|éclairé|embrayé|enchaîné|estimé
expliqué|fulminé|fustigé|grincé|grondé|hurlé|indiqué|insinué|insisté
ironisé|jugé|juré|justifié|lâché|lancé|martelé|murmuré|noté|nuancé|objecté|observé
plaidé|plaisanté|poursuivi|précisé|prédit|prétendu|prévenu|promis|pronostiqué|protesté|prophétisé|pesté
raconté|rappelé|réaffirmé|réagi|rebondi|reconnu|regretté
remarqué|renchéri|répété|répliqué|répondu|résumé|rétorqué|réitéré|riposté|rugi
souligné|soufflé|soupiré|surenchéri|tempéré|témoigné|tonné
tranché|tweeté|vitupéré|vociféré
agacée?|alarmée?|amusée?|apitoyée?|défendue?|demandée?|désolée?|écriée?|émerveillée?|émue?|emportée?|enorgueillie?|enquise?|enthousiasmée?
étonnée?|étranglée?|exaspérée?|excusée?|exclamée?|félicitée?|impatientée?|inclinée?|indignée?|inquiétée?|insurgée?|interrogée?|justifiée?
lamentée?|moquée?|offusquée?|plainte?|récriée?|réjouie?|remémorée?|souvenue?|vantée?
"""
FRENCH_SAYS = r"""
accuse|acquiesce|admet|affirme|ajoute|argumente|argue|assène|assure|avertit|avoue|balbutie|blague
chuchote|clame|claironne|commente|complète|concède|conclut|confesse|confie|confirme|constate|croit
déclare|dénonce|déplore|détaille|dit|écrit|estime|explique|fulmine
fustige|glisse|grince|gronde|hurle|indique|insinue|insiste|ironise|juge|jure|justifie|lâche|lance|martèle
murmure|nie|note|nuance|objecte|observe|pense|peste|plaide|plaisante|poursuit|précise|prédit|prétend
prévient|promet|pronostique|prophétise|proteste|raconte|rappelle|réaffirme|réagit
rebondit|reconnaît|regrette|remarque|renchérit|répète|réplique|répond
résume|rétorque|réitère|riposte|rugit|souffle|souligne|soupire
surenchérit|tempère|témoigne|tonne|tranche|vitupère|vocifère
s['’](?:agace|alarme|amuse|écrie|émerveille|émeut|emporte|enorgueillit|enquiert|enthousiasme|étonne|étrangle|exaspère|exclame|excuse|impatiente
|indigne|inquiète|insurge|interroge|offusque)|se\ (?:défend|demande|désole|félicite|justifie|lamente|moque|plaint|récrie|réjouit|remémore
|souvient|vante)
"""
# These take an object: a name must stand behind them.
FRENCH_DID = r"""
alerté|analysé|annoncé|appelé|attaqué|balayé|certifié|consenti|contesté|corrigé|crié|décrit|décrypté|développé|énuméré|évoqué
exhorté|exigé|exposé|exprimé|glissé|illustré|imploré|informé|interpellé|invoqué|lu|maintenu|menacé|mentionné|minimisé|nié|ordonné
pointé|posté|proclamé|prôné|questionné|raillé|rapporté|rassuré|recadré|réclamé|recommandé|récapitulé|redit|relaté|relativisé
relevé|reproché|repris|révélé|ri|scandé|sermonné|signalé|souri|soutenu|stipulé|spécifié|suggéré|supplié|taclé|tancé|twitté
"""
FRENCH_DOES = r"""
alerte|analyse|annonce|attaque|balaie|certifie|conteste|corrige|crie|décrit|décrypte|développe|embraie|embraye|enchaîne|énumère
exhorte|exige|expose|illustre|interpelle|maintient|menace|minimise|ordonne|pointe|proclame|prône|questionne|raille|rapporte
rassure|recadre|réclame|recommande|récapitule|redit|relate|relativise|relève|reprend|révèle|rit|scande|signale|sourit|soutient
spécifie|suggère|supplie|tacle
"""
ITALIAN_SAID = r"affermato|aggiunto|commentato|concluso|detto|dichiarato|osservato|precisato|ribadito|sottolineato|spiegato"
ITALIAN_SAYS = r"afferma|aggiunge|commenta|conclude|dice|osserva|precisa|racconta|sottolinea|spiega"
SPANISH = r"""
afirmó|agregó|añadió|advirtió|aseguró|comentó|declaró|dijo|explicó|indicó|insistió|manifestó|recalcó|señaló|sostuvo|subrayó
ha\ (?:afirmado|añadido|asegurado|declarado|dicho|explicado|señalado)
"""
PORTUGUESE = r"acrescentou|afirmou|comentou|contou|declarou|destacou|disse|explicou|ressaltou"
ROMANIAN = r"adăugat|afirmat|declarat|explicat|menționat|precizat|spus|subliniat"

NAME = r"(?:d['’]|d[aeiu]\ |v[ao]n\ )?[^\W\d_a-zà-öø-ÿ]"  # a capital
FRENCH = rf"\s(?:l['’]|(?:les?|la|une?|son|sa|ses|cet?|cette|M\.|MM\.|Mme)\s|{NAME})"
INVERTED = r"-(?:t-)?(?:ils?|elles?|on)\b"


def _any(words: str) -> str:
    return "(?:" + "|".join(words.strip().splitlines()) + ")"


INCISE = later(
    rf"""[,!?…]\s(?:
        (?:a|ont|avait|s['’]est|se\ sont)(?:\ \w+){{0,2}}\ {_any(FRENCH_SAID)}{FRENCH}
        |(?:a|ont|avait|s['’]est|se\ sont){INVERTED}(?:\ \w+){{0,2}}\ {_any(FRENCH_SAID)}\b
        |{_any(FRENCH_SAYS)}(?:nt)?(?:{INVERTED}|{FRENCH})
        |(?:(?:a|ont|avait)(?:\ \w+){{0,2}}\ {_any(FRENCH_DID)}|{_any(FRENCH_DOES)}(?:nt)?)\s(?:MM?\.|Mme\s|{NAME})
        |(?:(?:ha|hanno)\ (?:{ITALIAN_SAID})|(?:{ITALIAN_SAYS}))\s(?:(?:il|lo|la|i|gli|le|una?)\s|l['’]|{NAME})
        |{_any(SPANISH)}\s(?:(?:el|la|los|las|una?|su)\s|{NAME})
        |(?:{PORTUGUESE})\s(?:(?:o|a|os|as|uma?)\s|{NAME})
        |a\ (?:{ROMANIAN})\s(?!că\b)\w
    )""",
    re.X,
)
REST = later(r"(?:[^,.;:!?…«»“”„\"]|(?<=\b[A-Z])\.(?=[\s-]\w)){0,150}(?:[,.;:!?…]+\s?|$)")


# The same words without their order, by which most texts are told to have no incise before that pattern is compiled, in 7 ms.
BEGINNING = re.compile(r"[,!?…]\s([^\W\d_A-Z][\w'’-]*)(?:\s(\w+))?(?:\s(\w+))?(?:\s(\w+))?")
AUXILIARIES = frozenset("a ont avait ha hanno".split())


def _words_in(*patterns: str) -> frozenset[str]:
    return frozenset(word.rstrip("es") for pattern in patterns for word in re.findall(r"[^\W\d_]+", pattern))


SAYING = _words_in(FRENCH_SAYS, FRENCH_DOES, ITALIAN_SAYS, SPANISH, PORTUGUESE)
SAID = _words_in(FRENCH_SAID, FRENCH_DID, ITALIAN_SAID, SPANISH, ROMANIAN)


def _may_say_who(first: str, *others: str | None) -> bool:
    """Whether words behind a comma may begin an incise."""
    word = first.replace("’", "'").partition("-")[0]
    if word.startswith("s'") or word == "se" or (word in AUXILIARIES and "-" in first):
        return True
    if word in AUXILIARIES:
        return any(other and other.rstrip("es") in SAID for other in others)
    return word.rstrip("es") in SAYING or word.removesuffix("nt").rstrip("es") in SAYING


def incises(text: str, start: int, end: int) -> Iterator[Span]:
    """Where inside a quotation the newspaper says who speaks, with the sign that ends it."""
    if not any(_may_say_who(*found.groups()) for found in BEGINNING.finditer(text, start, end)):
        return
    for found in INCISE.finditer(text, start, end):
        rest = REST.match(text, found.end(), end)
        if rest:
            yield found.start() + 1, rest.end()
