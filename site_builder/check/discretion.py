"""What may be published of a problem that speaks of a source's text?"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from site_builder.codes import explained
from site_builder.problems import Placed

WITHHELD = "The words are the article's and may not be shown here; the command “dossier check” says them."


def discreet(problems: Iterable[Placed], reserved: Collection[str]) -> tuple[Placed, ...]:
    """The problems as anybody may read them: of those in `reserved` files only their kind and place, without a word of the text."""
    return tuple(_bare(one) if one.problem.file in reserved else _published(one) for one in problems)


def _published(one: Placed) -> Placed:
    problem = one.problem
    return replace(one, problem=replace(problem, unpublished="", advice="")) if problem.unpublished or problem.advice else one


def _bare(one: Placed) -> Placed:
    problem = replace(one.problem, message=explained(one.problem.code), hint=WITHHELD, unpublished="", of=(), advice="")
    return replace(one, problem=problem, text="")
