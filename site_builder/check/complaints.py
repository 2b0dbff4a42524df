"""What to say about a citation that does not hold: what the source really has, and who has the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice, pairwise

from msgspec import Struct

from site_builder.check.carriers import Carriers, Library
from site_builder.check.selectors import Selector
from site_builder.model import Anchor, Verdict
from site_builder.problems import Problem
from site_builder.text.elisions import GAP, pieces_of
from site_builder.text.fold import TURNING, fold, plain
from site_builder.text.nearest import Near
from site_builder.text.passages import Passages
from site_builder.text.utterances import sentences

LIKE = 0.3  # share of words in common from which a passage is worth showing
SHOWN = 160  # characters of a source's words in a message
LINES = 8  # numbers of lines in a message
CHANGES = 3  # differences named one by one
CARRIERS = 4  # sources named in a hint

Elsewhere = Callable[[str], str]  # words → where else on the site they stand, or ""


class Judgement(Struct, frozen=True):
    """The verdict on one selector in one source."""

    verdict: Verdict
    places: tuple[Anchor, ...]
    failed: bool = False
    near: Near | None = None  # the passage most like words that are not there

    @property
    def shown(self) -> tuple[Anchor, ...]:
        """The places of the citation: none for words that stand elsewhere than their context says."""
        return () if self.verdict == "missing" else self.places


class Complaints:
    """Puts failed citations into words. `carriers`: the sources in which the words are looked for."""

    def __init__(self, library: Library, carriers: Carriers, elsewhere: Elsewhere = lambda _: "") -> None:
        self._library = library
        self._carriers = carriers
        self._elsewhere = elsewhere

    def on(self, file: str, selector: Selector, judged: Judgement, line: int = 0, column: int = 0) -> Problem:
        """What is wrong with a citation of this verdict, and what to do next."""
        ambiguous = judged.verdict == "ambiguous"
        message, hint = self._ambiguous(selector, judged) if ambiguous else self._failed(selector, judged)
        at = selector.at(line), line, column
        return Problem(file, judged.verdict, message, hint, *at, "warning" if ambiguous else "error", selector.about)

    def _ambiguous(self, selector: Selector, judged: Judgement) -> tuple[str, str]:
        where = _lines(self._library[selector.source], judged.places)
        say = ", or say which with `before:` or `after:` (words that stand next to them)" if selector.kind != "story" else ""
        return f"these words stand {len(judged.places)} times in '{selector.source}' ({where})", f"take more words{say}"

    def _failed(self, selector: Selector, judged: Judgement) -> tuple[str, str]:
        passages, name = self._library[selector.source], f"'{selector.source}'"
        turning = TURNING.search(selector.words)
        if turning:
            return f"these words hold U+{ord(turning[0]):04X}, which turns the order in which their letters are shown", "delete it"
        if judged.verdict == "reported":
            hint = "make it `kind: indirect`, or take only words that the source puts in quotation marks"
            return f"{name} has these words, but not between quotation marks ({_lines(passages, judged.places)})", hint
        if judged.places:
            where = _lines(passages, judged.places)
            return f"{name} has these words, but not with this `before` and `after` ({where})", "copy what stands next to the words"
        if _in_skipped(selector.words, passages):
            hint = "cite the article's own text, or correct `skip:` in sources.yaml"
            return f"in {name} these words stand only in what `skip:` leaves out", hint
        return self._absent(selector, judged.verdict, judged.near)

    def _absent(self, selector: Selector, verdict: Verdict, near: Near | None) -> tuple[str, str]:
        passages, name = self._library[selector.source], f"'{selector.source}'"
        has = self._who_has(selector) or self._elsewhere(selector.words)
        if near is None and pieces_of(fold(selector.words.strip()).text):
            hint = "each part must follow the one before in the same paragraph or the next; cite them one by one"
            if "[" in selector.words:
                hint = "write … where words are left out: [text] stands for a few, never for a negation or another number, [sic] for none"
            return f"{name} does not have these words in this order", has or hint
        if apart := _apart(selector, passages):
            hint = f"if one person said both, write … where they are left out: {_shown(apart)}"
            return f"between these sentences {name} has other words", hint
        if verdict == "altered" and near:
            hint = "\n".join(filter(None, (_side_by_side(near, passages), has)))
            return f"{name} does not say this, but almost{_differences(near)}", hint
        close = near and near.likeness > LIKE
        closest = f"the nearest passage ({_lines(passages, [near])}): {_shown(near.has)}" if near and close else ""
        return f"{name} does not have these words", has or closest or "copy the words from the article"

    def _who_has(self, selector: Selector) -> str:
        having = list(islice(self._carriers.having(selector.words, direct=selector.direct, but=selector.source), CARRIERS + 1))
        if not having:
            return ""
        source, found = having[0]
        others = ", ".join(f"'{other}'" for other, _ in having[1:CARRIERS])
        more = " and in others" if len(having) > CARRIERS else ""
        return f"they stand in '{source}', {_lines(self._library[source], found.places[:1])}{f', and in {others}' if others else ''}{more}"


def _apart(selector: Selector, passages: Passages) -> str:
    """The words with … between sentences where the source has others, if they stand there so."""
    words = plain(selector.words)
    parts = [part.strip() for part in sentences(words)]
    if len(parts) < 2 or GAP.search(words):
        return ""

    def stand(words: str) -> bool:
        found = passages.find(words, direct=selector.direct)
        return bool(found and (found.said or not selector.direct))

    joined = parts[0]
    for one, other in pairwise(parts):
        joined += f" {other}" if stand(f"{one} {other}") else f" … {other}"
    return joined if stand(joined) else ""


def _differences(near: Near) -> str:
    """: the source has 'will' for 'would'; 'not' is left out"""
    if not near.changes:
        return ""
    said = "; ".join(_shown(_difference(*change)) for change in near.changes[:CHANGES])
    more = len(near.changes) - CHANGES
    return f": {said}" + (f"; and {more} more difference{'s' if more > 1 else ''}" if more > 0 else "")


def _difference(ours: str, theirs: str) -> str:
    if ours and theirs:
        return f"the source has '{theirs}' for '{ours}'"
    return f"'{theirs}' is left out" if theirs else f"'{ours}' is not in the source"


def _side_by_side(near: Near, passages: Passages) -> str:
    """The words as written above the words as they stand there."""
    line = _lines(passages, [near])
    width = max(len(line), len("written"))
    return f"{'written':>{width}}: {_shown(near.wrote)}\n{line:>{width}}: {_shown(near.has)}"


def _in_skipped(words: str, passages: Passages) -> bool:
    plain = fold(words.strip()).text.strip()
    return any(plain and plain in fold(passages.article.text[start:end]).text for start, end in passages.article.skipped)


def _lines(passages: Passages, places: Sequence[Anchor | Near]) -> str:
    """ "line 3" or "lines 3, 5", as an editor counts them."""
    numbers = list(dict.fromkeys(passages.lines.at(place.start) for place in places))
    more = "…" if len(numbers) > LINES else ""
    return f"line{'s' if len(numbers) > 1 else ''} {_listed(numbers[:LINES])}{more}"


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))


def _shown(text: str) -> str:
    """Text cut to what fits a message."""
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…"
