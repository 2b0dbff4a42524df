"""Selectors → citations with their verdict, or problems that say what the source really has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.check.carriers import Carriers, Library
from site_builder.check.complaints import Complaints, Elsewhere, Judgement
from site_builder.check.context import in_context
from site_builder.check.figures import cut, uncarried
from site_builder.check.left_out import negations_left_out
from site_builder.check.questions import questions
from site_builder.check.selectors import FILES, Selector, selectors
from site_builder.model import Citation, Dossier
from site_builder.problems import Problem
from site_builder.text.nearest import ALTERED, nearest
from site_builder.text.passages import Passages

__all__ = ["Checked", "Elsewhere", "Library", "check_citations", "judge"]


class Checked(Struct, frozen=True):
    """How the citations of a dossier came out."""

    citations: tuple[Citation, ...]
    problems: tuple[Problem, ...]


def check_citations(dossier: Dossier, library: Library, languages: Mapping[str, str], elsewhere: Elsewhere) -> Checked:
    """The verdict on everything that the dossier's records cite. Sources that the library lacks are reported elsewhere."""
    own = list(dict.fromkeys(source.id for source in dossier.sources if source.id in library))
    carriers = Carriers(library, own)
    complaints = Complaints(library, carriers, elsewhere)
    citations: list[Citation] = []
    problems: list[Problem] = []
    for selector in selectors(dossier):
        if selector.source and selector.source not in library:
            continue
        file = f"content/{dossier.id}/{FILES[selector.kind]}"
        for one, judged in _judged(selector, library, carriers, own):
            citations.append(Citation(dossier.id, one.kind, one.id, one.source, judged.verdict, one.words, judged.shown, one.trail))
            if judged.failed or judged.verdict == "ambiguous":
                problems.append(complaints.on(file, one, judged))
            if not judged.failed:
                language = languages.get(one.source, "")
                found = [*cut(file, one, judged.places, library[one.source], language)]
                problems += found or uncarried(file, one, judged.places, library[one.source], language)
                problems += negations_left_out(file, one, judged.places, library[one.source])
                problems += questions(file, one, judged.places, library[one.source])
    return Checked(tuple(citations), tuple(problems))


def _judged(selector: Selector, library: Library, carriers: Carriers, own: Sequence[str]) -> Iterator[tuple[Selector, Judgement]]:
    """The selector's judgement; if it names no source, those of every source of the dossier that has the words, or of the likest."""
    if selector.source:
        yield selector, judge(selector, library[selector.source])
        return
    carrying = False
    for source, _ in carriers.having(selector.words, direct=selector.direct):
        judged = judge(selector, library[source])
        if not judged.failed:
            carrying = True
            yield replace(selector, source=source), judged
    if not carrying and own:
        yield _likest(selector, library, carriers)


def _likest(selector: Selector, library: Library, carriers: Carriers) -> tuple[Selector, Judgement]:
    """The failed judgement that explains most: where the words are only reported, else where the nearest passage is most like them."""
    having = next(carriers.having(selector.words), None)
    if having:
        return replace(selector, source=having[0]), judge(selector, library[having[0]])
    failed = [(replace(selector, source=source), judge(selector, library[source])) for source in carriers.likest(selector.words)]
    return max(failed, key=lambda one: one[1].near.likeness if one[1].near else 0.0)


def judge(selector: Selector, passages: Passages) -> Judgement:
    """The verdict on a selector in one source. Exact after folding, never by likeness."""
    found = passages.find(selector.words, direct=selector.direct)
    if found is None:
        near = nearest(selector.words, passages)
        return Judgement("altered" if near and near.likeness >= ALTERED else "missing", (), failed=True, near=near)
    places = in_context(found.places, selector.before, selector.after, passages)
    if not places:
        return Judgement("missing", found.places, failed=True)
    if selector.direct and not found.said:
        return Judgement("reported", places, failed=True)
    return Judgement("ambiguous" if len(places) > 1 else found.likeness, places)
