"""How does an editor's Markdown become a page's prose, with a numbered link for every citation?

One of two modules that make Markup: Markdown first, then what is not allowed is taken out, then the citations are put in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markupsafe import Markup, escape
from msgspec import Struct

from site_builder.problems import Problem
from site_builder.render.excerpts import UNFIT
from site_builder.render.plain_markdown import PLACE, plain_html
from site_builder.render.shown import short
from site_builder.text.lines import Lines
from site_builder.text.story import StoryCite, between_cites, images, story_cites

MOST_CHARACTERS = 200_000  # a story has a thousand; Markdown takes about 0.1 s for this many
MOST_BRACKETS = 60  # unclosed ones in a paragraph: Markdown looks to the end of the text from each
MOST_NESTED = 12  # quotes and lists inside each other: Markdown calls itself for each
MOST_LINE = 20_000
MOST_BROKEN = 200  # headings and rules with no blank line between them: Markdown reads all that follows anew after each
MOST_SIGNS = 10_000  # in a paragraph: Markdown copies the paragraph for each
UNLINKED = '<a rel="noopener noreferrer">'  # what is left of a link that may not be one
SCROLLED = ('<div class="scroll" tabindex="0" role="region" aria-label="Table"><table>', "</table></div>")  # alone on a narrow screen
NOTHING = re.compile(r'<p>(?:\s|<a(?=[ >])(?:[^">]|"[^"]*")*>\s*</a>)*</p>\n?')  # is left of a paragraph with nothing but a picture
LONGEST_WRITTEN = 60
HEADING = re.compile(r"<(/?)h([1-6])>")
NESTING = re.compile(r"[ \t]*(?:(?:>|(?:[-*+]|\d+[.)])(?=[ \t]))[ \t]*)+")
NESTING_MARK = re.compile(r">|[-*+]|\d+[.)]")
BLOCK_BEGINS = re.compile(r"(?:^|\n)[ \t]*(?:[-*+>#|]+|\d+[.)])$")
BRACKETS = re.compile(r"[\[\]]")
BREAKING = re.compile(r"^[ \t>]*(?:#|(?:=+|[-*_][-*_ \t]*)$|\[[^\]\n]*\]:)", re.M)  # a line that ends a paragraph
TAG = r'<(?P<end>/?)(?P<name>\w+)(?:[^">]|"[^"]*")*>'  # as the cleaner writes it
SHUT = {"a": "a link", "code": "code", "pre": "code"}  # no link may stand in these
PLAIN_PIECE = re.compile(r"\[[^\[\]]*\]\([^\[\]()\s]*\)|(?<![`\\])`[^`\\\n<\[\]]+`(?!`)")  # a link or code
SHUTTING = re.compile(r"<|\]\(|\]:|`|\t| {4}")  # without one of these every citation is shown
SIGN = re.compile(r"[*_`<&\\]|\[(?!@)| {2}\n")


class Numbered(Struct, frozen=True):
    """Where a numbered citation leads."""

    number: int
    href: str
    label: str  # for those who hear the page: "The Moscow Times, paragraph 7"


def prose(markdown: str, resolve: Callable[[int, StoryCite], Numbered | None], heading: int) -> Markup:
    """The Markdown as HTML; its highest heading becomes h<heading>, and no level is skipped. An unresolved citation leaves no trace."""
    targets: list[Numbered | None] = []

    def leads(n: int, cite: StoryCite) -> bool:
        targets.append(resolve(n, cite))
        return targets[-1] is not None

    html, key = _with_places(markdown, leads)
    seen: set[int] = set()
    pieces: list[str] = []
    at = 0
    for n, start, end, within in _places(html, key):
        target = None if within else targets[n]
        pieces += [html[at:start], _link(target, first=target.number not in seen) if target else ""]
        seen |= {target.number} if target else set()
        at = end
    return Markup(_levelled(NOTHING.sub("", "".join([*pieces, html[at:]])), heading))  # noqa: S704 sanitised; the links are escaped


def _with_places(markdown: str, leads: Callable[[int, StoryCite], bool]) -> tuple[str, str]:
    """The HTML with a place held for each citation, its number between two keys; and the key."""
    key = _key(markdown)
    *before, last = between_cites(markdown)
    pieces: list[str] = []
    for n, (piece, cite) in enumerate(zip(before, story_cites(markdown), strict=True)):
        pieces += [_close(piece, first=n == 0) if leads(n, cite) else piece, f"{key}{n}{key}"]
    return _sanitised("".join([*pieces, last])), key


def _places(html: str, key: str) -> Iterator[tuple[int, int, int, str]]:
    """Each place in the HTML: the citation's number, start, end, and within what, if no link may stand there."""
    place = re.compile(rf"{key}(?P<n>\d+){key}")
    within: list[str] = []
    for found in re.finditer(rf"{TAG}|{place.pattern}", html):
        name = found["name"]
        if not name:
            yield int(found["n"]), *found.span(), within[0] if within else ""
            continue
        for inside in place.finditer(html, *found.span()):
            yield int(inside["n"]), *inside.span(), "an address or a title"
        if name in SHUT:
            within[:] = within[:-1] if found["end"] else [*within, SHUT[name]]


def _close(before: str, *, first: bool) -> str:
    """The text without the space before a number, unless a paragraph or a list item begins there."""
    text = before.rstrip()
    begins = before[len(text) :].count("\n") > 1 or BLOCK_BEGINS.search(text) or (first and not text)
    return before if begins else text


def _key(markdown: str) -> str:
    """What the text does not contain: always the same for the same text."""
    key = PLACE
    while key in markdown:
        key += PLACE
    return key


def _sanitised(markdown: str) -> str:
    plain = plain_html(markdown)
    if plain is not None:
        return plain
    from site_builder.render.markdown import cleaned  # noqa: PLC0415 30 ms for the full converter

    return cleaned(markdown).replace(UNLINKED, "<a>").replace("<table>", SCROLLED[0]).replace("</table>", SCROLLED[1])


def _link(target: Numbered, *, first: bool) -> str:
    """The link; where a number stands several times, the way back from its note leads to the first."""
    number, href, label = target.number, escape(target.href), escape(target.label)
    back = f' id="ref-{number}"' if first else ""
    return f'<sup class="ref"><a href="{href}"{back} data-note="{number}" aria-label="{number}: {label}">{number}</a></sup>'


def _levelled(html: str, heading: int) -> str:
    """Headings from h<heading> downwards, each at most one level below the one before."""
    mapped: list[int] = []  # original levels that are open
    current = heading

    def level(found: re.Match[str]) -> str:
        nonlocal current
        if not found[1]:
            original = int(found[2])
            while mapped and mapped[-1] >= original:
                mapped.pop()
            mapped.append(original)
            current = min(heading + len(mapped) - 1, 6)
        return f"<{found[1]}h{current}>"

    return HEADING.sub(level, html)


def faults(file: str, markdown: str) -> Iterator[Problem]:
    """What keeps a text with citations from being published, and what of it no page shows."""
    unreadable = list(too_much(file, markdown))
    yield from unreadable or (*_misplaced(file, markdown), *_pictures(file, markdown))


def _pictures(file: str, markdown: str) -> Iterator[Problem]:
    """Pictures: a page has none."""
    lines = Lines(markdown)
    for start, written, said in images(markdown):
        message = f"no page shows pictures: {short(written, LONGEST_WRITTEN)}"
        hint = f"say in words what is to be seen, or link to it: [{said.strip() or 'the picture'}](https://…)"
        line, column, of = lines.at(start), lines.column(start), (said.strip() or written,)
        yield Problem(file, "picture", message, hint, line=line, column=column, severity="warning", of=of)


def _misplaced(file: str, markdown: str) -> Iterator[Problem]:
    """Citations for which the page has no place. The full converter is slow: most texts have nothing in which one could be lost."""
    cites = story_cites(markdown)
    if not cites or not SHUTTING.search(PLAIN_PIECE.sub("", markdown)):
        return
    within = {n: what for n, _, _, what in _places(*_with_places(markdown, lambda *_: True))}
    lines = Lines(markdown)
    for n, cite in enumerate(cites):
        what = within.get(n, "what is not shown")
        if what:
            meant = "code that is meant so stands between backticks" if what == "code" else "a bracket that is meant so is written \\[@"
            message, hint = f"this citation stands in {what}", f"put it behind; {meant}"
            yield Problem(file, "misplaced-citation", message, hint, line=lines.at(cite.start), column=lines.column(cite.start))


def too_much(file: str, markdown: str) -> Iterator[Problem]:
    """Text that Markdown would take seconds for, or not survive; characters that no page can hold."""
    if len(markdown) > MOST_CHARACTERS:
        yield Problem(file, "too-long", f"{len(markdown):,} characters; at most {MOST_CHARACTERS:,} are read", "split it", line=1, column=1)
        return
    for number, line in enumerate(markdown.split("\n"), 1):
        if len(line) > MOST_LINE:
            yield Problem(
                file, "too-long", f"a line of {len(line):,} characters; at most {MOST_LINE:,} are read", "break it", line=number, column=1
            )
        unfit = UNFIT.search(line)
        if unfit:
            message = f"the character U+{ord(unfit[0]):04X} can't be printed"
            yield Problem(file, "control-character", message, "delete it", line=number, column=unfit.start() + 1)
        leading = NESTING.match(line)
        if leading and len(NESTING_MARK.findall(leading[0])) > MOST_NESTED:
            yield Problem(file, "too-deep", f"nested more than {MOST_NESTED} levels deep", "write it flat", line=number, column=1)
    yield from _crowded(file, markdown)


def _crowded(file: str, markdown: str) -> Iterator[Problem]:
    at = 1
    for block in re.split(r"(\n[ \t]*\n)", markdown):
        for opening, closing in (("[", "]"), ("(", ")"), ("<", ">")):
            if block.count(opening) - block.count(closing) > MOST_BRACKETS:
                message = f"{block.count(opening):,} '{opening}' and {block.count(closing):,} '{closing}' in one paragraph"
                yield Problem(file, "unclosed", message, "close them, or write a backslash before each", line=at, column=1)
        broken, signs = len(BREAKING.findall(block)), len(SIGN.findall(block))
        if broken > MOST_BROKEN:
            message = f"{broken:,} headings, rules or addresses with no blank line between them; at most {MOST_BROKEN:,} are read"
            yield Problem(file, "too-long", message, "put a blank line between them", line=at, column=1)
        if signs > MOST_SIGNS:
            message = f"a paragraph with {signs:,} signs such as * or _; at most {MOST_SIGNS:,} are read"
            yield Problem(file, "too-long", message, "split it with blank lines", line=at, column=1)
        if _depth(block) > MOST_BRACKETS:
            yield Problem(file, "too-deep", "brackets in brackets, too many to read", "write it flat", line=at, column=1)
        at += block.count("\n")


def _depth(block: str) -> int:
    """How deep square brackets stand in each other."""
    depth = deepest = 0
    for found in BRACKETS.finditer(block):
        depth = depth + 1 if found[0] == "[" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest
