"""The citations in a story or a free page: each leads to a source, to words in one, or to a record."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from site_builder.check.carriers import Carriers, Library
from site_builder.check.citations import judge
from site_builder.check.complaints import Complaints
from site_builder.check.figures import cut
from site_builder.check.left_out import negations_left_out
from site_builder.check.references import ID, KINDS, Names
from site_builder.check.selectors import Selector
from site_builder.model import Citation
from site_builder.problems import Problem, did_you_mean
from site_builder.text.lines import Lines
from site_builder.text.story import StoryCite, story_cites

CITABLE = ("source", "quote", "figure", "reaction", "event", "claim")


def check_story(
    dossier: str, file: str, markdown: str, library: Library, page: str = "", languages: Mapping[str, str] | None = None
) -> tuple[list[Citation], list[Problem]]:
    """The verdicts on `[@source "words"]`. A free page has its id in `page`, and no dossier. `languages`: of the sources, if known."""
    citations: list[Citation] = []
    problems: list[Problem] = []
    lines = Lines(markdown)
    complaints = Complaints(library, Carriers(library))
    for n, cite in enumerate(story_cites(markdown)):
        if cite.words and cite.kind in ("", "source") and cite.id in library:
            selector = Selector("story", page or str(n + 1), cite.id, cite.words, (n,))
            judged, at = judge(selector, library[cite.id]), (lines.at(cite.start), lines.column(cite.start))
            citations.append(Citation(dossier, "story", selector.id, cite.id, judged.verdict, cite.words, judged.shown, (n,)))
            if judged.failed or judged.verdict == "ambiguous":
                problems.append(complaints.on(file, selector, judged, *at))
            if not judged.failed:
                language = (languages or {}).get(cite.id, "")
                problems += cut(file, selector, judged.places, library[cite.id], language, *at)
                problems += negations_left_out(file, selector, judged.places, library[cite.id], *at)
    return citations, problems


def unresolved(file: str, markdown: str, known: Names, unsure: Collection[str] = ()) -> Iterator[Problem]:
    """Every `[@…]` that leads nowhere. `unsure`: kinds of record of which a file is broken."""
    lines = Lines(markdown)
    for cite in story_cites(markdown):
        for code, message, hint in _unresolved(cite, known, unsure):
            yield Problem(file, code, message, hint, line=lines.at(cite.start), column=lines.column(cite.start))


def _unresolved(cite: StoryCite, known: Names, unsure: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """(code, message, hint) where a citation can't be followed."""
    if not cite.id:
        yield (
            "bad-citation",
            "this citation can't be read",
            'write [@source], [@source "words"] or [@id]; a bracket that is meant so is written \\[@',
        )
        return
    if cite.kind and cite.kind not in CITABLE:
        hint = did_you_mean(cite.kind, CITABLE) or f"kinds are: {', '.join(CITABLE)}"
        yield "bad-citation", f"'{cite.kind}' is no kind of record", hint
        return
    kinds = kinds_of(cite, known)
    if not kinds and any(kind in unsure for kind in ([cite.kind] if cite.kind else CITABLE)):
        return
    if not kinds:
        other = next((kind for kind in CITABLE if cite.id in known[kind]), "")
        if other:
            yield "unknown-citation", f"no {cite.kind} is called '{cite.id}', but another record is", f"write [@{other}:{cite.id}]"
            return
        other = next((kind for kind in KINDS if cite.id in known[kind]), "")
        if other:
            message = f"'{cite.id}' is {'an' if other[0] in 'ao' else 'a'} {other}: that can't be cited"
            yield "unknown-citation", message, "cite a source, or a record by its id"
            return
        names = [name for kind in ([cite.kind] if cite.kind else CITABLE) for name in known[kind] if ID.fullmatch(name)]
        hint = did_you_mean(cite.id, tuple(names)) or "cite a source, or a record by its id"
        yield "unknown-citation", f"nothing is called '{cite.id}'", hint
    elif len(kinds) > 1:
        options = " or ".join(f"[@{kind}:{cite.id}]" for kind in kinds)
        yield "unclear-citation", f"'{cite.id}' is the id of a {' and of a '.join(kinds)}", f"say which: {options}"
    elif cite.words and kinds[0] != "source":
        yield "bad-citation", f"'{cite.id}' is a {kinds[0]}: words are cited from sources only", f"write [@{cite.id}]"


def resolves(kind: str, name: str, known: Names, *, words: bool) -> bool:
    """Whether a citation, as written, leads to one thing that can be cited so."""
    cite = StoryCite(0, 0, kind, name, "words" if words else "")
    return next(_unresolved(cite, known, ()), None) is None


def kinds_of(cite: StoryCite, known: Names) -> list[str]:
    """The kinds of record that a citation may mean."""
    return [kind for kind in ([cite.kind] if cite.kind else CITABLE) if cite.id in known[kind]]
