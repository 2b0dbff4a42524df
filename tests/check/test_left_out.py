"""A "not" that … leaves out is told; what else it leaves out is not."""

from __future__ import annotations

import pytest

from site_builder.check.story import check_story
from site_builder.model import Quote
from site_builder.text.article import article
from site_builder.text.passages import Passages
from tests.check.conftest import Verify

SAID_NO = [
    ("We will never support the plan", "We will … support the plan", "never"),
    ("We will never support the plan", "We will [...] support the plan", "never"),
    ("Wir werden den Plan nicht unterstützen", "Wir werden den Plan … unterstützen", "nicht"),
    ("Мы никогда не уйдём", "Мы … уйдём", "никогда"),
    ("我们绝不会投降", "我们绝…会投降", "不"),
    ("We will gladly support the plan", "We will … support the plan", ""),
    ("We will go home. He did not stay. We will wait", "We will go … We will wait", ""),
    ("We will never support the plan", "will never support … plan", ""),
    ("We will never support the plan. We will gladly support the plan", "We will … support the plan", ""),
]


SAID_NO += [
    ("We looked. No soldier fled the town", "We looked … soldier fled the town", "no"),
    ("Słyszałam. Nie przyzwyczaję się do tego", "Słyszałam. … przyzwyczaję się do tego", "nie"),
    ("Wir haben gesucht. Nicht ein Soldat floh", "Wir haben gesucht … ein Soldat floh", "nicht"),
    ("Nous n’osons le dire à personne ici", "Nous … osons le dire", "n"),
    ("Il n’a qu’un calendrier", "Il … a qu’un calendrier", "n"),
    ("We never sleep. We will wait", "We … We will wait", ""),
]


CUT_OFF = [
    ("Not everyone agrees with that plan", "Everyone agrees with that plan", "not"),
    ("Not everyone agrees with that plan", "[E]veryone agrees with that plan", "not"),
    ("We do not support the plan", "support the plan", "not"),
    ("We don’t support the plan", "support the plan", "n't"),
    ("Não vou tirar dinheiro dos pobres", "Vou tirar dinheiro dos pobres", "não"),
    ("Wir werden das nicht akzeptieren, heute", "akzeptieren, heute", "nicht"),
    ("我们不会投降的", "会投降的", "不"),
    ("No, we support the plan", "we support the plan", ""),
    ("We said no. We support the plan", "We support the plan", ""),
    ("Nous ne céderons pas aux menaces", "céderons pas aux menaces", ""),
    ("We do not support the plan", "do not support the plan", ""),
    ("We do not support the plan", "the plan", ""),
    ("We note support for the plan", "support for the plan", ""),
    ("Nous n’avons plus le choix", "avons plus le choix", "n"),
    ("We are not leaving the valley, and nobody has asked us", "leaving the valley, and nobody has asked us", "not"),
    ("Мы не сдадимся, и никто не уйдёт", "сдадимся, и никто не уйдёт", "не"),
    ("我们不会改变计划", "改变计划", "不"),
    ("我们没有提前通知任何人", "提前通知任何人", "没"),
    ("ไม่มีใครได้รับอันตราย", "มีใครได้รับอันตราย", "ไม่"),
    ("I like rock n’ roll music", "roll music", ""),
]


CUT_SHORT = [
    ("Das stimmt nicht", "Das stimmt", "nicht"),
    ("Das stimmt nicht, sagte er", "Das stimmt.", "nicht"),
    ("I will not surrender", "I will.", "not"),
    ("Bu doğru değil", "Bu doğru", "değil"),
    ("Je sais pas", "Je sais.", "pas"),
    ("この病院は安全ではない", "この病院は安全で", "ない"),
    ("私たちは知らない", "私たちは知ら", "ない"),
    ("이 건물은 안전하지 않습니다", "이 건물은 안전하지", "않습니다"),
    ("我们不同意。我们会不投降", "我们会", "不"),
    ("We will fight without fear", "We will fight", ""),
    ("We did not go nor did we stay", "We did not go", ""),
    ("We agree, not you", "We agree", ""),
    ("We agree. Not everybody does", "We agree", ""),
    ("Nous ne céderons pas", "Nous ne céderons", ""),
    ("We will not go", "We will …", ""),
    ("Wir kämpfen ohne Angst", "Wir kämpfen", ""),
    ("We will go now", "We will go", ""),
    ("我们同意。不，我们走", "我们同意", ""),
]


@pytest.mark.parametrize(("text", "words", "said"), [*SAID_NO, *CUT_OFF, *CUT_SHORT])
def test_a_no_that_is_left_out_is_told(verify: Verify, text: str, words: str, said: str) -> None:
    quote = Quote(id="q", actor="he", words=words, sources=("afp",), before="", after="")
    told = [one for one in verify({"afp": f"“{text},” he said."}, quote).problems if one.code != "ambiguous"]

    assert [(one.code, one.severity, one.message.rpartition(" ")[2].strip("'")) for one in told] == (
        [("negation-left-out", "warning", said)] if said else []
    )


@pytest.mark.parametrize(("between", "told"), [(" ", 1), ("\n", 1), ("\n\n", 0), ("\r\n \r\n", 0)])
@pytest.mark.parametrize(("text", "words"), [("We all agree{}not", "We all agree"), ("They said no{}we go on", "we go on")])
def test_a_no_of_another_paragraph_is_none(verify: Verify, text: str, words: str, between: str, told: int) -> None:
    quote = Quote(id="q", actor="he", words=words, sources=("afp",), kind="indirect")

    assert [one.code for one in verify({"afp": text.format(between)}, quote).problems] == ["negation-left-out"] * told


def test_in_a_story_it_is_told_where_the_citation_stands() -> None:
    library = {"afp": Passages(article("“We will never support the plan,” he said.", ""))}
    _, told = check_story("mines", "content/mines/story.md", 'He agrees.\n\nHe does [@afp "We will … support the plan"].', library)

    assert [(one.code, one.line, one.column) for one in told] == [("negation-left-out", 3, 9)]
