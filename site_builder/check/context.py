"""Which of several places an editor means: `before` and `after` say what stands next to the words."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.model import Anchor
from site_builder.text.edges import begins, ends
from site_builder.text.fold import fold
from site_builder.text.passages import Passages
from site_builder.text.standing import standing

AROUND = " \"'.,;:!?…—-()[]，。：；！？、،؛؟۔"  # between the words and their context, in folded text


def in_context(places: Sequence[Anchor], before: str, after: str, passages: Passages) -> tuple[Anchor, ...]:
    """The places that the context allows: where it adjoins the words, else where it stands in the same paragraph."""
    if not before and not after:
        return tuple(places)
    before, after = (fold(context.strip()).text.strip(AROUND) for context in (before, after))
    if not before and not after:
        return tuple(places)
    adjoining = tuple(place for place in places if _adjoins(place, before, after, passages.article.text))
    return adjoining or tuple(place for place in places if _shares_paragraph(place, before, after, passages))


def _adjoins(place: Anchor, before: str, after: str, text: str) -> bool:
    left = fold(text[max(0, place.start - 3 * len(before) - 40) : place.start]).text.rstrip(AROUND)
    right = fold(text[place.end : place.end + 3 * len(after) + 40]).text.lstrip(AROUND)
    return (
        left.endswith(before)
        and right.startswith(after)
        and (not before or begins(left, len(left) - len(before)))
        and (not after or ends(right, len(after)))
    )


def _shares_paragraph(place: Anchor, before: str, after: str, passages: Passages) -> bool:
    if not place.paragraph:
        return False
    paragraph, text = passages.article.paragraphs[place.paragraph - 1], passages.article.text
    return _has(text[paragraph.start : place.start], before) and _has(text[place.end : paragraph.end], after)


def _has(text: str, context: str) -> bool:
    return not context or any(True for _ in standing(fold(text).text, context))
