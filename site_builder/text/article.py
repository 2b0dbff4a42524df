"""A source's text with what can be read off it: paragraphs, what is not the article's, what stands between marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.model import Article, Paragraph, ParagraphKind, Skip
from site_builder.text.fold import fold
from site_builder.text.interrupted import uninterrupted
from site_builder.text.marks import quoted
from site_builder.text.paragraphs import paragraphs
from site_builder.text.scripts import has_unspaced

WORD_BEFORE, WORD_AFTER = r"(?<!\w)(?<!\w[-’'])", r"(?![-’']?\w)"


def article(text: str, sha256: str, title: str = "", deck: str = "", skip: Sequence[str | Skip] = ()) -> Article:
    """The article that stands in `text`, under the editor's word on its headline and on what is not its text."""
    spans = paragraphs(text)
    starts = [_plain(rule) for rule in skip if isinstance(rule, str) and rule.strip()]
    plain_title, plain_deck = _plain(title), _plain(deck)
    heads = "".join(plain[:3] for plain in (plain_title, plain_deck, *starts))
    folded = [_plain(text[start:end]) if heads and _may_begin(text, start, end, heads) else "" for start, end in spans]
    kinds = _kinds(folded, len(spans), plain_title, plain_deck, starts)
    skipped = [span for span, kind in zip(spans, kinds, strict=True) if kind == "skipped"]
    for rule in skip:
        if isinstance(rule, Skip):
            skipped += [span for span in occurrences(text, rule.words) if not _inside(span, skipped)]
    skipped.sort()
    made = [
        Paragraph(n, start, end, "skipped" if _covered(text, (start, end), skipped) else kind)
        for n, ((start, end), kind) in enumerate(zip(spans, kinds, strict=True), 1)
    ]
    marks = quoted(text, [(paragraph.start, paragraph.end) for paragraph in made if paragraph.kind != "skipped"])
    return Article(text, tuple(made), tuple(skipped), uninterrupted(text, marks.spans), sha256, marks.reopened)


def unused_skips(text: str, skip: Sequence[str | Skip]) -> list[int]:
    """Numbers of the rules that skip nothing in this text."""
    folded = [_plain(text[start:end]) for start, end in paragraphs(text)]
    return [
        n
        for n, rule in enumerate(skip)
        if (not any(p.startswith(_plain(rule)) for p in folded) if isinstance(rule, str) else not occurrences(text, rule.words))
    ]


def _plain(text: str) -> str:
    return fold(text).text.strip() if text else ""  # not remembered: these are whole paragraphs


def _may_begin(text: str, start: int, end: int, heads: str) -> bool:
    """Whether a paragraph may begin like one of those sought: told by the first letter, since folding every paragraph takes time."""
    for at in range(start, end):
        if text[at].isalnum():
            return text[at] in heads or not text[at].isascii() or not heads.isascii()
    return True


def _kinds(folded: list[str], count: int, title: str, deck: str, starts: list[str]) -> list[ParagraphKind]:
    """ "title" and "deck" are the first paragraphs equal to them."""
    kinds: list[ParagraphKind] = ["text"] * count
    for n, paragraph in enumerate(folded):
        if not paragraph:
            continue
        if any(paragraph.startswith(start) for start in starts):
            kinds[n] = "skipped"
        elif title and paragraph == title and "title" not in kinds:
            kinds[n] = "title"
        elif deck and paragraph == deck and "deck" not in kinds:
            kinds[n] = "deck"
    return kinds


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Where `words` stand in `text` as whole words, white space apart."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    if not pattern:
        return []
    before, after = (WORD_BEFORE if _has_borders(words.strip()[0]) else ""), (WORD_AFTER if _has_borders(words.strip()[-1]) else "")
    return [found.span() for found in re.finditer(before + pattern + after, text)]


def _has_borders(sign: str) -> bool:
    return sign.isalnum() and not has_unspaced(sign)


def _inside(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _covered(text: str, span: tuple[int, int], skipped: Sequence[tuple[int, int]]) -> bool:
    """Whether nothing but punctuation is left of a paragraph."""
    if not skipped:
        return False
    rest, at = "", span[0]
    for start, end in skipped:
        if end > span[0] and start < span[1]:
            rest += text[at : max(at, start)]
            at = max(at, end)
    rest += text[at : span[1]]
    return not re.search(r"\w", rest)
