"""What is a warning about, and what may the site tell of it?"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from site_builder.codes import explained
from site_builder.problems import Noted, Placed

WITHHELD = "The words are the article's and may not be shown here; the command “dossier check” says them."


def noted(one: Placed, names: Mapping[str, Mapping[int, str]], seeds: Mapping[str, tuple[str, str]], reason: str = "") -> Noted:
    """The warning with what it is about. `names`: by file, the id of each of its records; `seeds`: by file, the dossier and the source."""
    if one.problem.file in seeds:
        dossier, source = seeds[one.problem.file]
        return Noted(one, "source", source, dossier, reason)
    folder, _, name = one.problem.file.removeprefix("content/").rpartition("/")
    kind = name.removesuffix(".yaml").removesuffix("s")
    row = one.problem.trail[0] if one.problem.trail else None
    record = names.get(one.problem.file, {}).get(row, "") if isinstance(row, int) else ""
    if record:
        return Noted(one, kind, record, folder, reason)
    if folder == "pages":
        return Noted(one, "page", name.removesuffix(".md"), "", reason)
    return Noted(one, "dossier", folder, folder, reason) if folder else Noted(one, reason=reason)


def discreet(one: Placed, closed: Collection[str]) -> Placed:
    """The problem as the site may tell it. `closed`: seeds of which not all may be shown; a problem in one of them repeats its words."""
    problem = one.problem
    if problem.file not in closed:
        return one
    return replace(one, problem=replace(problem, message=explained(problem.code), hint=WITHHELD, of=()), text="")
