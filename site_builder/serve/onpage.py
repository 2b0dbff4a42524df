"""What the preview adds to a page: its own style and script, what is wrong in the very place, and the mark that this is not the site."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from difflib import SequenceMatcher
from hashlib import blake2b
from itertools import count, zip_longest
from typing import NamedTuple

from markupsafe import Markup, escape

from site_builder.serve.seen import Served, Trouble

HEAD = b"""<link rel="stylesheet" href="/_dossier/preview.css">
<script src="/_dossier/idiomorph.js" defer></script>
<script src="/_dossier/preview.js" defer></script>
"""  # comes first: the preview looks at the page before the page's own scripts change it
MOST_ON_TOP = 8  # boxes at the top of a page; more would push it out of sight, and the panel lists them all
WIDEST = 160  # characters of a file's line in a box

# A comment; an element in which nothing of ours may stand; a tag. Quotation marks count only behind "=", as browsers read them.
# What is looked at ahead and then repeated is matched in one way only: possessive groups are matched wrongly before Python 3.11.5.
TAG = re.compile(
    rb"""<!--(?:.*?-->|.*\Z)
    |<(?P<closed>script|style|title|textarea|svg|math|select|template|iframe|noscript|noembed|noframes|xmp|object|video|audio)(?=[\s/>])
      (?=(?P<of_closed>(?:[^>=]++|=\s*+(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*)?)*))(?P=of_closed)>.*?(?:</(?P=closed)(?=[\s/>])[^>]*>|\Z)
    |<[!?][^>]*>
    |<(?P<end>/?)(?P<name>[a-z][^\s/>]*+)(?=(?P<attributes>(?:[^>=]++|=\s*+(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*)?)*))
      (?P=attributes)>""",
    re.I | re.S | re.X,
)
ATTRIBUTE = re.compile(rb"""([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
OPEN = re.compile(rb"\sopen(?=[\s=>/])", re.I)
LAST_TAGS = re.compile(rb"</body\s*>\s*(?:</html\s*>)?\s*\Z", re.I)
LINE_OF_HINT = re.compile(r" *(written|lines? [^:]*): (.*)")
FROM_THE_RIGHT = re.compile(r"((?<!\w)'[^'\n]*[\u0590-\u08ff][^'\n]*'(?!\w))")
ROUND_WORD = " \t\"'“”‘’«»„‚‹›.,;:!?…()[]"  # two words that differ in these alone are one word

# Where a box may stand, by HTML's content models.
BLOCKS = frozenset(
    b"""address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2
    h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul""".split()
)
AFTER = frozenset(b"p h1 h2 h3 h4 h5 h6 pre summary dt".split())  # a box about something in these stands behind them
BEFORE = frozenset(b"ul ol dl table menu hr dir hgroup".split())
IN_CELL = frozenset(b"tr tbody thead tfoot colgroup col".split())
CELLS = frozenset(b"td th caption".split())


class Decorated(NamedTuple):
    """A page as the preview serves it."""

    html: bytes
    digest: str  # the same for the same page, whichever run of the server made it


Opener = Callable[[Trouble], str]  # the address that opens the editor there; "" if none is configured


def decorated(served: Served, path: str, *, root: str = "/", asked: str = "", opener: Opener = lambda _: "") -> Decorated:
    """The page with all that the preview adds.

    `path`: the file of the site, "404.html" for what is not there, and then `asked` what was asked for. `root`: under which address the
    site is served.
    """
    page = _with_boxes(served, opener) if served.troubles or served.is_last_good else served.content
    page = _spliced(page, [(_head_of(page), HEAD)])
    digest = blake2b(page, digest_size=16).hexdigest()
    mark = Markup(
        '<dossier-preview lang="en" dir="ltr" data-path="{}" data-asked="{}" data-root="{}" data-digest="{}">Preview</dossier-preview>\n'
    )
    last = LAST_TAGS.search(page, max(0, len(page) - 200))
    # Behind everything if the page does not end as pages do: browsers put it into the body all the same.
    return Decorated(_spliced(page, [(last.start() if last else len(page), mark.format(path, asked, root, digest).encode())]), digest)


def _spliced(page: bytes, pieces: Sequence[tuple[int, bytes]]) -> bytes:
    """The page with pieces put in, each at its offset; those at one offset in the order given."""
    parts, at = [], 0
    for offset, piece in sorted(pieces, key=lambda one: one[0]):
        parts += [page[at:offset], piece]
        at = offset
    return b"".join([*parts, page[at:]])


def _head_of(page: bytes) -> int:
    """Where the head begins; browsers open one there if the page leaves its tag out."""
    at = 0
    for found in TAG.finditer(page):
        name = (found["name"] or b"").lower()
        if page[at : found.start()].strip(b" \t\r\n\f\xef\xbb\xbf") or (name not in (b"", b"html", b"head")) or found["closed"]:
            break
        at = found.end()
        if name == b"head":
            break
    return at


# ── boxes in their places ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _with_boxes(served: Served, opener: Opener) -> bytes:
    """The page with a box for each of its troubles, as near as may be to what it is about; the foldings round a box open."""
    page, marks = _without_tokens(served)
    tags = _Tags(page)
    pieces: list[tuple[int, bytes]] = []
    on_top: list[Markup] = [LAST_GOOD] if served.is_last_good else []
    opened: set[int] = set()
    numbers = count(1)
    for trouble in served.troubles:
        marked = [offset for offset in marks.get(trouble.token, ()) if tags.shows(offset)]
        number = next(numbers) if marked else 0
        pieces += [(offset, _mark(trouble, number).encode()) for offset in marked]
        about = tags.before(marked[0]) if marked else tags.called(trouble.anchor)
        place = None if about is None else tags.end_of_block(about) if marked else tags.place_at(about)
        if about is None or place is None:
            on_top.append(_box(trouble, number, opener(trouble)))
        else:
            pieces.append((place, _box(trouble, number, opener(trouble)).encode()))
            opened.update(tags.foldings(about))
    if on_top:
        pieces.append((tags.top, _cut(on_top).encode()))
    return _spliced(page, pieces + [(end - 1, b" open") for end in opened if not OPEN.search(page, page.rfind(b"<", 0, end), end)])


def _without_tokens(served: Served) -> tuple[bytes, dict[str, list[int]]]:
    """The page without the tokens of troubles, and where in it they stood."""
    tokens = {trouble.token.encode(): trouble.token for trouble in served.troubles if trouble.token}
    if not tokens:
        return served.content, {}
    found: dict[str, list[int]] = {token: [] for token in tokens.values()}
    parts, at, length = [], 0, 0
    for token in re.finditer(b"|".join(map(re.escape, sorted(tokens, key=len, reverse=True))), served.content):
        parts.append(served.content[at : token.start()])
        length += token.start() - at
        found[tokens[token[0]]].append(length)
        at = token.end()
    return b"".join([*parts, served.content[at:]]), found


class _Tags:
    """A page's tags in order, and where beside them a box may stand. Tags are meant by their numbers.

    Only offsets are kept, and the rest is looked at when it is asked for: a page of 300 kB has 12,000 tags, and to keep what was found
    of each took 30 ms instead of 9.
    """

    def __init__(self, page: bytes) -> None:
        self._page, self._in_small = page, page.lower()
        spans = [tag.span() for tag in TAG.finditer(page)]
        self._starts, self._ends = [start for start, _ in spans], [end for _, end in spans]
        self._body = max(self._named(b"/head", b"body"), default=0)
        self._details = self._named(b"details", b"/details")
        tops = [*self._named(b"main"), *self._named(b"body")]
        self.top = self._ends[tops[0]] if tops else len(page)

    def called(self, anchor: str) -> int | None:
        """The tag with this id."""
        id_ = anchor.encode()
        numbers = {self.before(one.start()): None for one in re.finditer(re.escape(id_), self._page)} if anchor else {}
        return next((n for n in numbers if n >= 0 and _id(self._tag(n)) == id_), None)

    def before(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def shows(self, offset: int) -> bool:
        """Whether something can be shown there: not in the head, in a tag, in a script."""
        n = self.before(offset)
        return n >= self._body and (offset >= self._ends[n] or offset == self._starts[n])

    def foldings(self, n: int) -> list[int]:
        """Where the tags of the foldings round a tag, or of itself, end."""
        round_it: list[int] = []
        for one in self._details:
            if one > n:
                break
            if not self._tag(one)["end"]:
                round_it.append(self._ends[one])
            elif round_it:
                round_it.pop()
        return round_it

    def place_at(self, n: int) -> int | None:
        """Where a box about an element may stand."""
        name = self._name(n)
        if name == b"details":
            return self._behind(n, {b"/summary"}) or self._ends[n]
        if name in IN_CELL:
            return self._behind(n, CELLS)
        if name in BEFORE or self._tag(n)["closed"]:
            return self._starts[n]
        return self.end_of_block(n) if name in AFTER or name not in BLOCKS else self._ends[n]

    def end_of_block(self, n: int) -> int | None:
        """Behind or at the end of the block in which the tag, or what follows it, stands."""
        for one in range(n + 1, len(self._starts)):
            name = self._name(one)
            if name.startswith(b"/") and name[1:] in AFTER:
                return self._ends[one]
            if name.removeprefix(b"/") in BLOCKS:
                return self._starts[one]
        return None

    def _behind(self, n: int, names: Collection[bytes]) -> int | None:
        return next((self._ends[one] for one in range(n + 1, len(self._starts)) if self._name(one) in names), None)

    def _name(self, n: int) -> bytes:
        """In small letters; "/p" for an end tag, "" for comments and the like."""
        tag = self._tag(n)
        return (tag["end"] or b"") + (tag["closed"] or tag["name"] or b"").lower()

    def _tag(self, n: int) -> re.Match[bytes]:
        return next(TAG.finditer(self._page, self._starts[n]))

    def _named(self, *names: bytes) -> list[int]:
        looked_for = re.finditer(rb"<(?:%b)(?=[\s/>])" % b"|".join(names), self._in_small)
        numbers = [(self.before(one.start()), one.start()) for one in looked_for]
        return [n for n, start in numbers if n >= 0 and self._starts[n] == start]


def _id(tag: re.Match[bytes]) -> bytes:
    attributes = tag["of_closed"] or tag["attributes"] or b""
    return next((one[2] or one[3] or one[4] or b"" for one in ATTRIBUTE.finditer(attributes) if one[1].lower() == b"id"), b"")


def _cut(boxes: list[Markup]) -> Markup:
    more = len(boxes) - MOST_ON_TOP
    rest = (
        Markup('<dossier-trouble lang="en" dir="ltr" role="note">and {} more, in the panel</dossier-trouble>').format(more)
        if more > 0
        else Markup()
    )
    return Markup().join(boxes[:MOST_ON_TOP]) + rest


# ── what a box shows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
# Elements of our own and phrasing content alone: so it may stand in a paragraph, a heading or a cell.

LAST_GOOD = Markup(
    '<dossier-trouble lang="en" dir="ltr" class="error" role="note"><b class="sign">✗ Not up to date</b> '
    '<span class="message">The files of this page can’t be read as they are now. This is the page as it was when they could.</span>'
    "</dossier-trouble>"
)


def _mark(trouble: Trouble, number: int) -> Markup:
    """Stands in the text, at the very word, with the number of its box."""
    about = Markup('<dossier-mark lang="en" dir="ltr" class="{}" title="{}">{}</dossier-mark>')
    return about.format(trouble.severity, f"{trouble.severity}: {trouble.message}", _sign(trouble, number))


def _sign(trouble: Trouble, number: int) -> str:
    """ "✗ 2"; without a number where no mark in the text has one."""
    return "\N{NO-BREAK SPACE}".join(filter(None, ("✗" if trouble.severity == "error" else "!", str(number or ""))))


def _box(trouble: Trouble, number: int, address: str) -> Markup:
    sign = Markup('<b class="sign">{} {}</b> <code class="code">{}</code> ').format(
        _sign(trouble, number), trouble.severity.capitalize(), trouble.code
    )
    hint = _hint(trouble.hint)
    line = Markup() if 'class="side"' in hint else _line(trouble)
    return Markup(
        '<dossier-trouble lang="en" dir="ltr" class="{}" role="note">{}<span class="message">{}</span>{}{}{}</dossier-trouble>'
    ).format(trouble.severity, sign, _apart(trouble.message), line, hint, _where(trouble, address))


def _apart(text: str) -> Markup:
    """What we say; words that it quotes from right to left change no order but their own."""
    return Markup().join(Markup("<bdi>{}</bdi>").format(piece) if n % 2 else piece for n, piece in enumerate(FROM_THE_RIGHT.split(text)))


def _where(trouble: Trouble, address: str) -> Markup:
    """file:line:column, which opens the editor or is copied."""
    said = f"{trouble.file}:{trouble.line}:{trouble.column}"
    if address:
        return Markup('<a class="where" href="{}">{}</a>').format(address, said)
    return Markup('<button type="button" class="where" data-place="{}" title="Copy">{}</button>').format(said, said)


def _line(trouble: Trouble) -> Markup:
    """The line of the file, with what is meant underlined."""
    if not trouble.text.strip():
        return Markup()
    first = min(max(0, trouble.column - 1 - trouble.cut), len(trouble.text))
    last = first + trouble.width
    start = max(0, first - WIDEST // 3)
    end = start + WIDEST
    before, meant, after = trouble.text[start:first].lstrip(), trouble.text[first : min(last, end)], trouble.text[last:end]
    cut_before, cut_after = "…" * (start > 0), "…" * (len(trouble.text) > end)
    return Markup('<code class="line">{}{}<u>{}</u>{}{}</code>').format(cut_before, before, meant, after, cut_after)


def _hint(hint: str) -> Markup:
    """What to do next; words as written and as they stand in the source below one another, each with what the other lacks."""
    lines = hint.split("\n") if hint else []
    shown, wrote = [], ""
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        found, after = LINE_OF_HINT.fullmatch(line), LINE_OF_HINT.fullmatch(following)
        if found and found[1] == "written" and after:
            wrote = found[2]
            shown.append(_side(found[1], _differing(wrote, after[2], Markup("<del>{}</del>"))))
        elif found and wrote:
            shown.append(_side(found[1], _differing(found[2], wrote, Markup("<ins>{}</ins>"))))
            wrote = ""
        else:
            shown.append(Markup('<span class="hint">{}</span>').format(_apart(line)))
    return Markup().join(shown)


def _side(called: str, words: Markup) -> Markup:
    return Markup('<span class="side"><span class="of">{}</span> <span class="words" dir="auto">{}</span></span>').format(called, words)


def _differing(words: str, other: str, marked: Markup) -> Markup:
    """Words, with those marked that the other side does not have."""
    ours = words.split()
    ours_plain, theirs_plain = ([word.strip(ROUND_WORD).casefold() or word for word in side] for side in (ours, other.split()))
    shown = []
    for what, start, end, _, _ in SequenceMatcher(None, ours_plain, theirs_plain, autojunk=False).get_opcodes():
        run = " ".join(ours[start:end])
        if run:
            shown.append(escape(run) if what == "equal" else marked.format(run))
    return Markup(" ").join(shown)
