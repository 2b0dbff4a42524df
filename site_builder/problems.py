"""What is wrong, where, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

Trail = tuple[str | int, ...]
Severity = Literal["error", "warning"]
MOST_NAMES = 5_000  # names among which the nearest is looked for; more take seconds


class Problem(Struct, frozen=True):
    """One thing that is wrong in one file.

    A problem in YAML keeps its trail (`(3, "words")`: the words of the fourth record) and gets its line when it is printed, so that
    a comment added above a record does not change the problem. A problem in any other file keeps its line and column, from 1.
    """

    file: str  # relative to the site's folder, with forward slashes
    code: str  # stable and short: "altered", "unknown-key"
    message: str
    hint: str = ""  # what to do next; may have several lines
    trail: Trail = ()
    line: int = 0  # 0: to be found from the trail
    column: int = 0
    severity: Severity = "error"
    of: tuple[str, ...] = ()  # ids, names or words that it is about: by these the editor may silence a warning
    unpublished: str = ""  # more of the hint, with words of a source: for the editor's eyes, and on no page
    on_key: bool = False  # the caret stands under the key, not under its value
    advice: str = ""  # how to silence it; said once for each kind


class Placed(Struct, frozen=True):
    """A problem with its line, as printed."""

    problem: Problem
    line: int  # from 1
    column: int  # from 1, in characters
    text: str  # the line itself; of a long one, what stands round the column
    width: int  # characters to underline
    cut: int = 0  # characters of the line that stand before `text`


class Noted(Struct, frozen=True):
    """A warning as the site tells it: where it stands, what it is about, and the editor's answer if there is one."""

    placed: Placed
    kind: str = ""  # of what it is about: "quote", "source", "actor", "dossier", "page"; "" where it is about the whole site
    id: str = ""
    dossier: str = ""
    reason: str = ""  # the editor's, where the warning is silenced


def errors(problems: tuple[Problem, ...] | list[Problem]) -> int:
    """How many of them stop the build."""
    return sum(problem.severity == "error" for problem in problems)


def advised(problems: Iterable[Placed]) -> Iterator[Placed]:
    """The problems, in order; the first of each kind that can be silenced says how."""
    said: set[str] = set()
    for one in problems:
        problem = one.problem
        if not problem.advice:
            yield one
            continue
        advice = "" if problem.code in said else problem.advice
        said.add(problem.code)
        last = "unpublished" if problem.unpublished else "hint"  # what is to be pasted stands before the other way
        whole = "\n".join(filter(None, (getattr(problem, last), advice)))
        yield replace(one, problem=replace(problem, **{last: whole, "advice": ""}))


@lru_cache(maxsize=1_000)
def did_you_mean(name: str, among: tuple[str, ...]) -> str:
    """The question that names the nearest name; "" where none is near, or where there are too many to compare with."""
    near = get_close_matches(name[:80], among, 1, 0.6) if len(among) < MOST_NAMES else []
    return f"did you mean '{near[0]}'?" if near else ""
