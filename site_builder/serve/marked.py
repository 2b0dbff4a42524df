"""Where in the words of a page do its troubles stand? A token is put there; see `seen.Trouble`."""

from __future__ import annotations

from msgspec.structs import replace

from site_builder.model import Dossier
from site_builder.serve.seen import Trouble
from site_builder.text.story import story_cites

Troubles = tuple[Trouble, ...]


def in_story(dossier: Dossier, troubles: Troubles) -> tuple[Dossier, Troubles]:
    """The dossier with a token in its story behind every citation that failed, and the troubles with these tokens."""
    file = f"content/{dossier.id}/story.md"
    if not any(one.file == file for one in troubles):
        return dossier, troubles
    story, key = dossier.story, _in_none_of(dossier.story)
    at = {}
    for cite in story_cites(story):
        line = story.count("\n", 0, cite.start) + 1
        at[line, cite.start - (story.rfind("\n", 0, cite.start) + 1) + 1] = cite.end
    ends = [at.get((one.line, one.column)) if one.file == file else None for one in troubles]
    marked = [one if end is None else one._replace(token=f"{key}{n}z") for n, (one, end) in enumerate(zip(troubles, ends, strict=True))]
    for end, one in sorted(((end, one) for end, one in zip(ends, marked, strict=True) if end is not None), reverse=True):
        story = story[:end] + one.token + story[end:]
    return replace(dossier, story=story), tuple(marked)


def _in_none_of(*texts: str) -> str:
    """What a token can begin with, so that none stands in the texts already."""
    key = "xtroublex"
    while any(key in text for text in texts):
        key += "x"
    return key
