"""Who speaks, said between dashes inside one pair of marks: «Мы устали, — сказала она. — Нам пора»; «No —dijo el ministro—. Nunca».

Russian, Ukrainian, Polish, Spanish, Portuguese, Italian and others print it so. It is the newspaper's, not the speaker's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


def _one_of(verbs: str) -> str:
    return f"(?:{'|'.join(verbs.strip().splitlines())})(?!\\w)"


CLAUSE = later(
    rf"(?:(?<=[,.!?…:])\s[{DASHES}]\s?(?:{_one_of(AFTER_A_SIGN)}|{_one_of(ANYWHERE)})|(?<=\s)[{DASHES}]\s?{_one_of(ANYWHERE)})"
    rf"[^{DASHES}]{{0,250}}(?:\s?[{DASHES}][.,;:]?\s?|\Z)"
)


def uninterrupted(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The quoted spans without what says between dashes who speaks."""
    if not any(dash in text for dash in DASHES):
        return tuple(spans)
    return tuple([part for span in spans for part in (_parts(text, span) if _has_dash(text, *span) else (span,))])


def _has_dash(text: str, start: int, end: int) -> bool:
    return text.find("—", start, end) >= 0 or text.find("–", start, end) >= 0


def _parts(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    for found in CLAUSE.finditer(text[start:end]):
        if span[0] + found.start() > start:
            yield start, span[0] + found.start()
        start = span[0] + found.end()
    if start < end:
        yield start, end
