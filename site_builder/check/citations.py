"""Selectors → citations with their verdict, or problems that say what the source really has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.check.selectors import FILES, Selector, selectors
from site_builder.model import Anchor, Citation, Dossier, Verdict
from site_builder.problems import Problem, Trail
from site_builder.text.fold import fold
from site_builder.text.nearest import ALTERED, Near, nearest
from site_builder.text.numbers import carries, carries_range
from site_builder.text.passages import Found, Passages

LIKE = 0.3  # share of words in common from which a passage is worth showing
SHOWN = 160  # characters of a source's words in a message
AROUND = " \"'“”„«»‘’.,;:!?…—–-()[]"

Library = Mapping[str, Passages]  # every source that the dossier may cite and whose file could be read
Elsewhere = Callable[[str], str]  # words → where else on the site they stand, or ""


class Checked(Struct, frozen=True):
    """How the citations of a dossier came out."""

    citations: tuple[Citation, ...]
    problems: tuple[Problem, ...]


def check_citations(dossier: Dossier, library: Library, languages: Mapping[str, str], elsewhere: Elsewhere) -> Checked:
    """The verdict on everything that the dossier's records cite. Sources that the library lacks are reported elsewhere."""
    own = [source.id for source in dossier.sources if source.id in library]
    citations: list[Citation] = []
    problems: list[Problem] = []
    for selector in selectors(dossier):
        file = f"content/{dossier.id}/{FILES[selector.kind]}"
        if selector.source:
            made = _one(dossier.id, file, selector, library, own, languages, elsewhere)
        else:
            made = _anywhere(dossier.id, file, selector, library, own, elsewhere)
        for item in made:
            (citations if isinstance(item, Citation) else problems).append(item)  # type: ignore[arg-type]
    return Checked(tuple(citations), tuple(problems))


def _one(
    dossier: str, file: str, selector: Selector, library: Library, own: Sequence[str], languages: Mapping[str, str], elsewhere: Elsewhere
) -> Iterator[Citation | Problem]:
    passages = library.get(selector.source)
    if passages is None:
        return
    verdict, places, problem = judge(selector, passages)
    yield Citation(dossier, selector.kind, selector.id, selector.source, verdict, selector.words, places, selector.trail)
    if problem is not None or verdict == "ambiguous":
        yield complaint(file, selector, library, verdict, places, own=own, elsewhere=elsewhere)
    if problem is None:
        yield from _number(file, selector, languages.get(selector.source, ""))


def _anywhere(
    dossier: str, file: str, selector: Selector, library: Library, own: Sequence[str], elsewhere: Elsewhere
) -> Iterator[Citation | Problem]:
    """A quote without sources: every source of the dossier that has the words carries it."""
    judged = [(source, *judge(selector, library[source])) for source in own]
    carrying = [(source, verdict, places) for source, verdict, places, problem in judged if problem is None]
    for source, verdict, places in carrying:
        yield Citation(dossier, selector.kind, selector.id, source, verdict, selector.words, places, selector.trail)
        if verdict == "ambiguous":
            yield complaint(file, replace(selector, source=source), library, verdict, places)
    if carrying or not judged:
        return
    source, verdict, places, _ = next((one for one in judged if one[1] == "reported"), _likest(selector, judged, library))
    yield Citation(dossier, selector.kind, selector.id, source, verdict, selector.words, places, selector.trail)
    yield complaint(file, replace(selector, source=source), library, verdict, places, own=own, elsewhere=elsewhere)


Judged = tuple[str, Verdict, tuple[Anchor, ...], Verdict | None]  # source, verdict, places, the failed verdict if it is one


def _likest(selector: Selector, judged: Iterable[Judged], library: Library) -> Judged:
    """The failed judgement on the source whose nearest passage is most like the words."""
    return max(judged, key=lambda one: near.likeness if (near := nearest(selector.words, library[one[0]])) else 0.0)


def judge(selector: Selector, passages: Passages) -> tuple[Verdict, tuple[Anchor, ...], Verdict | None]:
    """(verdict, places, the failed verdict if it is one). Exact after folding, never by likeness."""
    found = passages.find(selector.words, direct=selector.direct)
    places = in_context(found.places, selector, passages) if found else ()
    if found is None or not places:
        near = nearest(selector.words, passages) if found is None else None
        failed: Verdict = "altered" if near and near.likeness >= ALTERED else "missing"
        return failed, (), failed
    if selector.direct and not found.said:
        return "reported", places, "reported"
    return _verdict(found, places), places, None


def _verdict(found: Found, places: Sequence[Anchor]) -> Verdict:
    return "ambiguous" if len(places) > 1 else found.likeness


def in_context(places: Sequence[Anchor], selector: Selector, passages: Passages) -> tuple[Anchor, ...]:
    """The places that `before` and `after` allow: where these adjoin the words, else where they stand in the same paragraph."""
    if not selector.before and not selector.after:
        return tuple(places)
    before, after = (fold(context).text.strip(AROUND) for context in (selector.before, selector.after))
    adjoining = tuple(place for place in places if _adjoins(place, before, after, passages))
    return adjoining or tuple(place for place in places if _shares_paragraph(place, before, after, passages))


def _adjoins(place: Anchor, before: str, after: str, passages: Passages) -> bool:
    text = passages.article.text
    left = fold(text[max(0, place.start - 3 * len(before) - 40) : place.start]).text.rstrip(AROUND)
    right = fold(text[place.end : place.end + 3 * len(after) + 40]).text.lstrip(AROUND)
    return left.endswith(before) and right.startswith(after)


def _shares_paragraph(place: Anchor, before: str, after: str, passages: Passages) -> bool:
    if not place.paragraph:
        return False
    paragraph, text = passages.article.paragraphs[place.paragraph - 1], passages.article.text
    return before in fold(text[paragraph.start : place.start]).text and after in fold(text[place.end : paragraph.end]).text


def _number(file: str, selector: Selector, language: str) -> Iterator[Problem]:
    """A figure whose words don't carry its number."""
    saying = selector.saying
    if saying is None:
        return
    given = (
        f"{_plain(saying.value)}"
        if saying.value is not None
        else " to ".join(_plain(end) for end in (saying.low, saying.high) if end is not None)
    )
    unit = f" {selector.unit}" if selector.unit else ""
    if saying.value is not None and not carries(saying.words, saying.value, selector.unit, language):
        at: Trail = (*selector.trail, "value")
    elif (saying.low is not None or saying.high is not None) and not carries_range(
        saying.words, saying.low, saying.high, selector.unit, language
    ):
        at = (*selector.trail, "low" if saying.low is not None else "high")
    else:
        return
    hint = "cite the words that give the number, or correct value and unit; units of time, length and weight and words such as 'million' are understood"
    yield Problem(file, "number", f"the words do not carry the number {given}{unit}: '{shown(saying.words)}'", hint, trail=at)


def _plain(number: float | None) -> str:
    return "" if number is None else str(int(number)) if number == int(number) else repr(number)


# what to say


def complaint(
    file: str,
    selector: Selector,
    library: Library,
    verdict: Verdict,
    places: Sequence[Anchor],
    line: int = 0,
    column: int = 0,
    *,
    own: Sequence[str] | None = None,
    elsewhere: Elsewhere = lambda _: "",
) -> Problem:
    """What is wrong with a citation of this verdict. `own`: the sources in which the words are looked for (default: all)."""
    message, hint = (
        _ambiguous(selector, library, places) if verdict == "ambiguous" else _failed(selector, library, verdict, places, own, elsewhere)
    )
    trail: Trail = () if line else (*selector.trail, "words")
    return Problem(file, verdict, message, hint, trail, line, column, "warning" if verdict == "ambiguous" else "error")


def _ambiguous(selector: Selector, library: Library, places: Sequence[Anchor]) -> tuple[str, str]:
    passages = library[selector.source]
    lines = ", ".join(str(_line(passages, place.start)) for place in places)
    say = " or say which with `before:` or `after:` (words that stand next to them)" if selector.kind != "story" else ""
    return f"these words stand {len(places)} times in '{selector.source}' (lines {lines})", f"take more words{',' if say else ''}{say}"


def _failed(
    selector: Selector, library: Library, verdict: Verdict, places: Sequence[Anchor], own: Sequence[str] | None, elsewhere: Elsewhere
) -> tuple[str, str]:
    """(message, hint) for a verdict that stops the build."""
    passages = library[selector.source]
    name = f"'{selector.source}'"
    if verdict == "reported":
        hint = "make it `kind: indirect`, or take only words that the source puts in quotation marks"
        return f"{name} has these words, but not between quotation marks (line {_line(passages, places[0].start)})", hint
    without_context = passages.find(selector.words)
    if without_context:
        lines = ", ".join(str(_line(passages, place.start)) for place in without_context.places)
        return f"{name} has these words, but not with this `before` and `after` (line {lines})", "copy what stands next to the words"
    if _in_skipped(selector.words, passages):
        return (
            f"in {name} these words stand only in what `skip:` leaves out",
            "cite the article's own text, or correct `skip:` in sources.yaml",
        )
    others = [source for source in own or sorted(library) if source != selector.source]
    has = _has([o for o in others if library[o].find(selector.words, direct=selector.direct)], library, selector) or elsewhere(
        selector.words
    )
    near = nearest(selector.words, passages)
    if verdict == "altered" and near:
        hint = "\n".join(part for part in (_diff(near, passages), has) if part)
        return f"{name} does not say this, but almost{_difference(near)}", hint
    closest = f"the nearest passage (line {_line(passages, near.start)}): {shown(near.has)}" if near and near.likeness > LIKE else ""
    return f"{name} does not have these words", has or closest or "copy the words from the article"


def _difference(near: Near) -> str:
    if not near.changes:
        return ""
    ours, theirs = near.changes[0]
    first = (
        f"the source has '{theirs}' for '{ours}'"
        if ours and theirs
        else f"'{theirs}' is left out"
        if theirs
        else f"'{ours}' is not in the source"
    )
    more = len(near.changes) - 1
    return f": {shown(first)}" + (f", and {more} more difference{'s' if more > 1 else ''}" if more else "")


def _diff(near: Near, passages: Passages) -> str:
    """The words as written under the words as they stand there."""
    line = f"line {_line(passages, near.start)}"
    return f"{'written':>{len(line)}}: {shown(near.wrote)}\n{line:>7}: {shown(near.has)}"


def _has(others: Sequence[str], library: Library, selector: Selector) -> str:
    if not others:
        return ""
    found = library[others[0]].find(selector.words, direct=selector.direct)
    line = f", line {_line(library[others[0]], found.places[0].start)}" if found else ""
    return f"they stand in '{others[0]}'{line}" + (f" and in {', '.join(repr(o) for o in others[1:])}" if others[1:] else "")


def _in_skipped(words: str, passages: Passages) -> bool:
    plain = fold(words).text.strip()
    return any(plain and plain in fold(passages.article.text[start:end]).text for start, end in passages.article.skipped)


def _line(passages: Passages, at: int) -> int:
    return passages.article.text.count("\n", 0, at) + 1


def shown(text: str) -> str:
    """Text cut to what fits a message."""
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…"
