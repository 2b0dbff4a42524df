"""Who speaks, said inside one pair of marks between dashes: «Мы устали, — сказала она. — Нам пора»; «No —dijo el ministro—. Nunca».

Russian, Ukrainian, Polish, Spanish, Portuguese, Italian and others print it so, and French between commas. It is the newspaper's, not
the speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from site_builder.text.incises import incises
from site_builder.text.scripts import later

Span = tuple[int, int]

DASHES = "—–"
AFTER_A_SIGN = r"""
(?:с?каза|заяви|сообщи|подчеркну|отмети|добави|поясни|рассказа|уточни|утвержда|счита|говор|пиш|написа|ответи|отвеча|спроси|призна)\w*
(?:напомни|объясни|предупреди|цитир|приво|переда|констатир|резюмир|заключи|продолж|вспомина|возмути|возраз)\w*
(?:повідоми|наголоси|зазначи|дода|розпові|вважа|каж|відпові|запита|визна|нагада|попереди|підкресли|цитує|запевни)\w*
(?:посочи|обясни|подчерта)\w*
"""
ANYWHERE = r"""
(?:powiedzia|mówi|stwierdzi|doda|oświadczy|podkreśli|zaznaczy|zapewni|wyjaśni|przekonywa|oceni|tłumaczy|zapyta|napisa|zauważy|przyzna)\w*
dijo|dijeron|dice|dicen|afirmó|afirma|declaró|aseguró|asegura|señaló|señala|explicó|explica|añadió|añade|agregó|indicó|advirtió|sostuvo
respondió|preguntó|manifestó|subrayó|insistió|reconoció|lamentó|contó|cuenta|recordó|comentó
ha\ (?:dicho|señalado|afirmado|asegurado|explicado|añadido)
disse|disseram|afirmou|afirma|declarou|explicou|explica|acrescentou|contou|conta|ressaltou|destacou|reiterou|respondeu|perguntou|alertou
ha\ (?:detto|dichiarato|affermato|aggiunto|spiegato|commentato|sottolineato|concluso|ribadito)|afferma|aggiunge|spiega|sottolinea|racconta
a\ (?:déclaré|dit|affirmé|ajouté|expliqué|indiqué|précisé|assuré|estimé|lancé|spus|declarat|adăugat|afirmat|precizat)|a-t-(?:il|elle)|spune
mondta|közölte|tette\ hozzá|kijelentette|fogalmazott|řekl\w*|uvedl\w*|dodal\w*|prohlásil\w*|povedal\w*|uviedol|uviedla|kazao|kazala
rekao|rekla
"""


SIGNS = ",.!?…:"
DASH = re.compile(f"[{DASHES}]")
LONGEST = 250  # characters between the dashes
END = re.compile(rf"\s?[{DASHES}][.,;:]?\s?")


def _verbs(verbs: str) -> re.Pattern[str]:
    return later(rf"\s?(?:{'|'.join(verbs.strip().splitlines())})(?!\w)")


SAID, SAID_AFTER_A_SIGN = _verbs(ANYWHERE), _verbs(AFTER_A_SIGN)


def uninterrupted(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The quoted spans without what says in them who speaks."""
    dashed = any(dash in text for dash in DASHES)
    return tuple([part for span in spans for part in _without(span, _said_in(text, *span, dashed=dashed))])


def _said_in(text: str, start: int, end: int, *, dashed: bool) -> Iterable[Span]:
    found = [*incises(text, start, end), *(_between_dashes(text, start, end) if dashed else ())]
    return sorted(found) if len(found) > 1 else found


def _without(span: Span, between: Iterable[Span]) -> Iterator[Span]:
    start, end = span
    for left, right in between:
        if left > start:
            yield start, left
        start = max(start, right)
    if start < end:
        yield start, end


def _between_dashes(text: str, start: int, end: int) -> Iterator[Span]:
    for found in DASH.finditer(text, start, end):
        at = found.start()
        if at < start or not text[at - 1].isspace() or not _says_who(text, at):
            continue
        closing = END.search(text, at + 1, min(end, at + LONGEST))
        if closing is None and end - at > LONGEST:
            continue
        start = closing.end() if closing else end
        yield at - 1, start


def _says_who(text: str, at: int) -> bool:
    """Whether a verb of saying stands behind a dash; in Cyrillic scripts only behind a sign, else it is the sentence's own."""
    return bool(SAID.match(text, at + 1) or (text[at - 2] in SIGNS and SAID_AFTER_A_SIGN.match(text, at + 1)))
