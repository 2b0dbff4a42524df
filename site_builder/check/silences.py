"""Which warnings has the editor answered, and what is left to say?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import NamedTuple

from msgspec.structs import replace

from site_builder.check.hints import in_yaml
from site_builder.codes import WARNINGS
from site_builder.model import Silence
from site_builder.problems import Problem, did_you_mean

SITE = "content/site.yaml"
LONGEST_OF = 40  # characters of what the example in a hint names; of longer words it has the beginning
GOES_ON = "…"
MOST_OF = 3  # names in it
ID = re.compile(r"[a-z0-9-]+")


class Silenced(NamedTuple):
    """What is left to say, what the editor has answered, with the answer, and which silences that took: file and number."""

    problems: tuple[Problem, ...]
    answered: tuple[tuple[Problem, str], ...]
    used: frozenset[tuple[str, int]]


class _Entry(NamedTuple):
    """A silence and where it is written."""

    file: str
    n: int
    silence: Silence


def silenced(problems: Iterable[Problem], silences: Mapping[str, Sequence[Silence]], seeds: Mapping[str, Collection[str]]) -> Silenced:
    """The problems without the warnings that the editor has silenced.

    `silences` by the file they stand in, `seeds`: the dossier.yaml files that speak for each file in seeds/.
    """
    found = tuple(problems)
    of: dict[tuple[str, str], list[_Entry]] = {}
    for file, own in silences.items():
        for n, silence in enumerate(own):
            of.setdefault((file, silence.lint), []).append(_Entry(file, n, silence))
    left: list[Problem] = []
    answered: list[tuple[Problem, str]] = []
    used: set[tuple[str, int]] = set()
    for problem in found:
        about = {_plain(one) for one in problem.of} if of else ()
        files = speaking(problem.file, seeds) if problem.severity == "warning" else ()
        fitting = [one for file in files for one in of.get((file, problem.code), ()) if _fits(one.silence, about)]
        used.update((entry.file, entry.n) for entry in fitting)
        if fitting:
            answered.append((problem, fitting[0].silence.reason))
        else:
            left.append(problem)
    return Silenced(tuple(_advised(left, seeds)), tuple(answered), frozenset(used))


def misplaced(file: str, silences: Sequence[Silence], found: Iterable[Problem]) -> Iterator[Problem]:
    """Errors on silences of what is no warning. `found`: the problems that these silences might have meant."""
    wrong = {problem.code for problem in found if problem.severity == "error"}
    for n, silence in enumerate(silences):
        code = silence.lint
        if code not in WARNINGS:
            message = (
                f"'{code[:80]}' is an error: only warnings can be silenced" if code in wrong else f"no warning is called '{code[:80]}'"
            )
            hint = did_you_mean(code, tuple(WARNINGS)) or "only warnings can be silenced: they are listed in the README"
            yield Problem(file, "unknown-lint", message, hint, ("silence", n, "lint"))


def idle(file: str, silences: Sequence[Silence], used: Collection[tuple[str, int]]) -> Iterator[Problem]:
    """Warnings on silences of nothing."""
    for n, silence in enumerate(silences):
        if silence.lint in WARNINGS and (file, n) not in used:
            message = "there is nothing to silence here any more"
            yield Problem(file, "idle-silence", message, "remove this entry", ("silence", n, "lint"), severity="warning")


def speaking(file: str, seeds: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """The files whose silences count for a file."""
    if file.startswith("seeds/"):
        return (*seeds.get(file, ()), SITE)
    folder, _, inside = file.removeprefix("content/").partition("/")
    return (f"content/{folder}/dossier.yaml", SITE) if inside and folder != "pages" else (SITE,)


def answers(silence: Silence, problem: Problem) -> bool:
    """Whether a silence is of this problem, wherever it stands."""
    return problem.code == silence.lint and _fits(silence, {_plain(one) for one in problem.of})


def _fits(silence: Silence, about: Collection[str]) -> bool:
    named = (silence.of,) if isinstance(silence.of, str) else silence.of
    return all(_names(_plain(one), about) for one in named)


def _names(words: str, about: Collection[str]) -> bool:
    """Whether a warning is about these words; where they end in …, about words that begin so."""
    begins = words.removesuffix(GOES_ON).rstrip()
    return words in about or (begins not in ("", words) and any(one.startswith(begins) for one in about))


def _plain(words: str) -> str:
    return " ".join(words.split())


def _advised(problems: Sequence[Problem], seeds: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """The problems; the first warning of each kind, as printed, knows how to silence it."""
    first: dict[str, Problem] = {}
    for problem in problems:
        is_warning = problem.severity == "warning" and problem.code in WARNINGS
        if is_warning and (problem.code not in first or _order(problem) < _order(first[problem.code])):
            first[problem.code] = problem
    for problem in problems:
        if first.get(problem.code) is problem:
            others = [one.of for one in problems if (one.code, one.severity) == (problem.code, "warning") and one is not problem]
            yield replace(problem, advice=_advice(problem, others, seeds))
        else:
            yield problem


def _order(problem: Problem) -> tuple[str, int, tuple[int, ...]]:
    return problem.file, problem.line, tuple(step for step in problem.trail if isinstance(step, int))


def _advice(problem: Problem, others: Sequence[Collection[str]], seeds: Mapping[str, Collection[str]]) -> str:
    names = [in_yaml(one) for one in _telling(problem.of, others)]
    listed = f"[{', '.join(names)}]" if len(names) > 1 else "".join(names)
    named = f", of: {listed}" if listed else ""
    where = speaking(problem.file, seeds)[0]
    return f"or let it stand, in {where}: silence: [{{lint: {problem.code}{named}, reason: …}}]"


def _telling(of: Sequence[str], others: Iterable[Collection[str]]) -> Sequence[str]:
    """What to name so that this warning is silenced and no other: words tell what they are wherever they stand, ids not always."""
    words = [_plain(one) for one in of if "\n" not in one and not ID.fullmatch(one)]
    if words:
        return [_begun(words[-1])]
    short = [one for one in of if len(one) <= LONGEST_OF and "\n" not in one]
    elsewhere = [set(one) for one in others]
    choices = chain.from_iterable(combinations(short[:MOST_OF], size) for size in range(1, MOST_OF + 1))
    alone = next((one for one in choices if not any(other.issuperset(one) for other in elsewhere)), ())
    return alone or [one for one in of if "\n" not in one][-1:]


def _begun(words: str) -> str:
    """The words, or so many of them as an example needs."""
    return words if len(words) <= LONGEST_OF else f"{words[:LONGEST_OF].rpartition(' ')[0] or words[:LONGEST_OF]}{GOES_ON}"
