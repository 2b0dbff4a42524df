"""Where the paragraphs of a seed are, whatever its shape: blank lines between them, one a line, or hard-wrapped lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from site_builder.text.scripts import later, may_be_unspaced

LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
BREAK = r"(?:\r\n|\r(?!\n)|[\n\f\v\x85\u2028\u2029])"
BLANK = re.compile(rf"{BREAK}(?:[^\S\r\n\f\v\x85\u2028\u2029]|\ufeff)*{BREAK}|\u2029")
RARE_BREAKS = "\r\f\v\x85\u2028\u2029"
PLAIN_BLANK = re.compile(r"\n(?:[^\S\n]|\ufeff)*\n")  # the same in a text without those: a search for one letter, six times faster
UNSPACED = later("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]")
NARROW = 30  # lines of a poem or a list are shorter than those of wrapped prose
WRAP_WIDTH = 120  # nobody wraps wider; a longer line is a paragraph of its own
PARAGRAPH_LINE = 160  # a line this long between blank lines is not a wrapped one
WRAPPED_SHARE = 0.8  # of the line ends must be explained by the width, or the lines are paragraphs
RUN_ON_SHARE = 0.25  # of the line ends must be inside a sentence for the others to be judged by the width
STOP = re.compile('[.!?…:;。！？؟۔।]["”’»)\\]]*$')
PADDING = "".join(map(chr, (*range(0x09, 0x0E), *range(0x1C, 0x21), 0x85, 0xA0, 0x2028, 0x2029, 0x3000, 0xFEFF)))


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Offsets of every paragraph, without the white space round it, in order."""
    plain = not any(sign in text for sign in RARE_BREAKS)
    blocks = list(_blocks(text, PLAIN_BLANK if plain else BLANK))
    if len(blocks) == 1:
        return [_trimmed(text, span) for span in _lone_block(text, *blocks[0])]
    return [
        _trimmed(text, span)
        for block in blocks
        for span in ([block] if plain and text.find("\n", *block) < 0 else _block(text, *block))  # one line is one paragraph
    ]


def _blocks(text: str, blank: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """What stands between blank lines."""
    at = 0
    for found in blank.finditer(text):
        if not _empty(text, at, found.start()):
            yield at, found.start()
        at = found.end()
    if not _empty(text, at, len(text)):
        yield at, len(text)


def _empty(text: str, start: int, end: int) -> bool:
    return start == end or (text[start] in PADDING and not text[start:end].strip(PADDING))


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    if start < end and text[start] not in PADDING and text[end - 1] not in PADDING:
        return span
    part = text[start:end]
    lead = len(part) - len(part.lstrip(PADDING))
    return start + lead, max(start + lead, start + len(part.rstrip(PADDING)))


def _block(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """One paragraph, but for long lines: those are one each."""
    lines = [found.span() for found in LINE.finditer(text, start, end) if not _empty(text, *found.span())]
    if any(e - s > PARAGRAPH_LINE and "://" not in text[s:e] for s, e in lines):
        return lines
    return [(start, end)]


def _lone_block(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A text without blank lines: hard-wrapped where sentences run on or the width demands the line ends, else one paragraph a line."""
    lines = [found.span() for found in LINE.finditer(text, start, end) if not _empty(text, *found.span())]
    if len(lines) < 2:
        return lines
    width = max(e - s for s, e in lines)
    runs_on = [_runs_on(text, line, after) for line, after in pairwise(lines)]
    full = [NARROW <= width <= WRAP_WIDTH and _is_full(text, line, after, width) for line, after in pairwise(lines)]
    wrapped = sum(runs_on) >= RUN_ON_SHARE * len(runs_on) or (len(lines) > 2 and sum(full) >= WRAPPED_SHARE * len(full))
    spans = [lines[0]]
    for line, on, is_full in zip(lines[1:], runs_on, full, strict=True):
        if on or (wrapped and is_full and not text[line[0] : line[0] + 2].isspace()):
            spans[-1] = (spans[-1][0], line[1])
        else:
            spans.append(line)
    return spans


def _runs_on(text: str, line: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether the sentence does not end with the line: no stop before, a small letter after. Short lines may be a list."""
    before, first = text[slice(*line)].rstrip(), text[slice(*after)].lstrip()[:1]
    return first.islower() and (before.endswith(("-", ",", "،")) or (len(before) >= NARROW and not STOP.search(before)))


def _is_full(text: str, line: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    """Whether the first word of the line after would not have fitted."""
    word = text[after[0] : after[1]].split(maxsplit=1)[0]
    needs = 3 if may_be_unspaced(word) and UNSPACED.match(word) else 1 + len(word)
    return len(text[line[0] : line[1]].rstrip()) + needs > width
