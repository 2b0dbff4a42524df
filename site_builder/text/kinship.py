"""Why do two sources count as one report, or as two?"""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.model import Kin, Kinship


def several(ids: str | tuple[str, ...]) -> tuple[str, ...]:
    """One id or several, as `derived_from` allows both."""
    return (ids,) if isinstance(ids, str) else ids


def why(kinship: Kinship) -> str:
    """The verdict and its reason in one plain sentence."""
    return f"{kinship.kin}: {reason(kinship)}"


def reason(kinship: Kinship) -> str:
    """What the texts share, whom they credit, what the editor says."""
    if not kinship.editor:
        return shown(kinship)
    if _agrees(kinship.kin, kinship.measured):
        return f"the editor says so; {shown(kinship)}"
    return f"the editor says so, though by the texts {kinship.measured}: {shown(kinship)}"


def _agrees(kin: Kin, measured: Kin) -> bool:
    """Whether the texts do not speak against the editor. That they share nothing does not: a report can be told in other words."""
    return not (kin == "apart" and measured != "apart")


def shown(kinship: Kinship) -> str:
    """What the texts share and whom they credit."""
    return f"{_passages(kinship)}{_credits(kinship)}"


def _passages(kinship: Kinship) -> str:
    count = len(kinship.runs)
    if not count:
        return "outside quotation marks the texts share no passage"
    passages = (
        f"1 passage of {kinship.words} {kinship.unit}" if count == 1 else f"{count} passages of together {kinship.words} {kinship.unit}"
    )
    one, other = (f"{100 * share:.0f} %" for share in kinship.share)
    return f"{passages} ({one} and {other} of the texts outside quotation marks)"


def _credits(kinship: Kinship) -> str:
    agreed = list(dict.fromkeys(cue.agency for cue in kinship.cues))
    if agreed:
        return f", and both credit {_listed(agreed)}"
    one, other = kinship.agencies
    if one and other:
        return f", but one credits {_listed(one)}, the other {_listed(other)}"
    return f"; only one of them credits {_listed(one or other)}" if one or other else ""


def _listed(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
