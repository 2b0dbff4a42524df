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
accusé|admis|affirmé|ajouté|assuré|averti|commenté|complété|conclu|confié|confirmé|déclaré|dénoncé|déploré|détaillé|dit|écrit|estimé|expliqué
fustigé|indiqué|insisté|jugé|justifié|lancé|martelé|noté|observé|plaidé|poursuivi|précisé|prévenu|promis|raconté|rappelé|réagi|reconnu|regretté
renchéri|répété|répliqué|répondu|résumé|rétorqué|réitéré|souligné|soufflé|tempéré|témoigné|tonné|tranché|tweeté
agacée?|alarmée?|défendue?|désolée?|émue?|étonnée?|exclamée?|félicitée?|indignée?|inquiétée?|insurgée?|interrogée?|réjouie?
"""
FRENCH_SAYS = r"""
accuse|admet|affirme|ajoute|assure|avertit|commente|complète|conclut|confie|confirme|déclare|dénonce|déplore|détaille|dit|écrit|estime|explique
fustige|indique|insiste|juge|justifie|lance|martèle|note|observe|plaide|poursuit|précise|prévient|promet|raconte|rappelle|réagit|reconnaît|regrette
renchérit|répète|réplique|répond|résume|rétorque|réitère|souligne|souffle|soupire|tempère|témoigne|tonne|tranche|lâche|glisse|croit|pense
s['’](?:agace|alarme|émeut|étonne|exclame|indigne|inquiète|insurge|interroge)|se\ (?:défend|désole|félicite|réjouit|souvient)
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
        |(?:(?:ha|hanno)\ (?:{ITALIAN_SAID})|(?:{ITALIAN_SAYS}))\s(?:(?:il|lo|la|i|gli|le|una?)\s|l['’]|{NAME})
        |{_any(SPANISH)}\s(?:(?:el|la|los|las|una?|su)\s|{NAME})
        |(?:{PORTUGUESE})\s(?:(?:o|a|os|as|uma?)\s|{NAME})
        |a\ (?:{ROMANIAN})\s(?!că\b)\w
    )""",
    re.X,
)
REST = later(r"(?:[^,.;:!?…«»“”„\"]|(?<=\b[A-Z])\.(?=[\s-]\w)){0,150}(?:[,.;:!?…]+\s?|$)")


def incises(text: str, start: int, end: int) -> Iterator[Span]:
    """Where inside a quotation the newspaper says who speaks, with the sign that ends it."""
    for found in INCISE.finditer(text, start, end):
        rest = REST.match(text, found.end(), end)
        if rest:
            yield found.start() + 1, rest.end()
