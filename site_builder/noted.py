"""What is a warning about?"""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.problems import Noted, Placed


def noted(one: Placed, names: Mapping[str, Mapping[int, str]], seeds: Mapping[str, tuple[str, str]], reason: str = "") -> Noted:
    """The warning with what it is about. `names`: by file, the id of each of its records; `seeds`: by file, the dossier and the source."""
    if one.problem.file in seeds:
        dossier, source = seeds[one.problem.file]
        return Noted(one, "source", source, dossier, reason)
    if not one.problem.file.startswith("content/"):
        return Noted(one, reason=reason)
    folder, _, name = one.problem.file.removeprefix("content/").rpartition("/")
    kind = name.removesuffix(".yaml").removesuffix("s")
    row = one.problem.trail[0] if one.problem.trail else None
    record = names.get(one.problem.file, {}).get(row, "") if isinstance(row, int) else ""
    if record:
        return Noted(one, kind, record, folder, reason)
    if folder == "pages":
        return Noted(one, "page", name.removesuffix(".md"), "", reason)
    return Noted(one, "dossier", folder, folder, reason) if folder else Noted(one, reason=reason)
