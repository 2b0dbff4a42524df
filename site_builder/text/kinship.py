"""Why do two sources count as one report, or as two? Said in one sentence."""

from __future__ import annotations

from site_builder.model import Kinship

BY_THE_EDITOR = {
    "derived_from": "The editor says that {one} derives from {other}",
    "independent_of": "The editor says that {one} is independent of {other}",
}


def why(kinship: Kinship) -> str:
    """What the texts show, what they credit, and what the editor says."""
    said = BY_THE_EDITOR[kinship.editor].format(one=kinship.one, other=kinship.other) if kinship.editor else ""
    shared = _shared(kinship) if kinship.runs else ""
    agencies = sorted({cue.agency for cue in kinship.cues})
    credited = f"both credit {' and '.join(agencies)}" if agencies else ""
    reasons = "; ".join(filter(None, (said, shared, credited))) or "Nothing but their dates and sources is known to be alike"
    return f"{reasons[:1].upper()}{reasons[1:]}."


def _shared(kinship: Kinship) -> str:
    passages = f"{len(kinship.runs)} passage{'' if len(kinship.runs) == 1 else 's'}"
    one, other = (round(100 * share) for share in kinship.share)
    share = f"{one} %" if one == other else f"{min(one, other)} and {max(one, other)} %"
    return f"they share {kinship.words} words outside quotation marks in {passages}: {share} of their texts"
