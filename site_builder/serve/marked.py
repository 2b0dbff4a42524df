"""Where in the words of a page do its troubles stand? A token is put there; see `seen.Trouble`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from site_builder.model import Dossier
from site_builder.render.lists import Heard, VoiceShown
from site_builder.render.page import Page
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


def in_voices(page: Page, troubles: Troubles) -> tuple[Page, Troubles]:
    """An actor's page with a token behind the words of every record in which something is wrong, and the troubles with these tokens.

    `troubles`: of dossiers; those of records that are not on the page are left out.
    """
    heard: Sequence[Heard] = page.inputs["heard"]
    voices = [voice for one in heard for voice in (*one.quotes, *one.reactions)]
    key, shown = _in_none_of(*(voice.words for voice in voices)), {voice.href for voice in voices}
    about = [one for one in troubles if _href(one) in shown]
    marked = tuple(one._replace(token=f"{key}{n}z") for n, one in enumerate(about))

    def with_tokens(spoken: tuple[VoiceShown, ...]) -> tuple[VoiceShown, ...]:
        tokens = ("".join(one.token for one in marked if _href(one) == voice.href) for voice in spoken)
        return tuple(replace(voice, words=voice.words + token) for voice, token in zip(spoken, tokens, strict=True))

    if not marked:
        return page, ()
    amended = tuple(replace(one, quotes=with_tokens(one.quotes), reactions=with_tokens(one.reactions)) for one in heard)
    return replace(page, inputs={**page.inputs, "heard": amended}), marked


def _href(trouble: Trouble) -> str:
    """Where an actor's page says that the record stands."""
    return f"../{trouble.page}#{trouble.anchor}"


def _in_none_of(*texts: str) -> str:
    """What a token can begin with, so that none stands in the texts already."""
    key = "xtroublex"
    while any(key in text for text in texts):
        key += "x"
    return key
