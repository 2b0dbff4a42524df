"""Names of one record in another: every id stands for something, and for one thing only."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.check.selectors import FILES, selectors
from site_builder.model import LONGEST_ID, Actor, Dossier, Outlet, Saying, Source
from site_builder.problems import Problem, Trail, did_you_mean

ID = re.compile(rf"[a-z0-9-]{{1,{LONGEST_ID}}}")
KINDS = ("source", "quote", "figure", "reaction", "event", "claim", "actor", "outlet")
NAMED = ("actor", "affiliation", "outlet")  # keys that name an actor or outlet
Names = Mapping[str, Mapping[str, str]]  # kind → id → the file that gives it
Given = tuple[str, str, Sequence[str]]  # kind, file, and the id of each record there, "" for one without


class Mention(Struct, frozen=True):
    """An id that a record uses for another record."""

    file: str
    trail: Trail
    name: str
    kinds: tuple[str, ...]


def names(given: Iterable[Given]) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """The table of names, and a problem for every id that is given twice."""
    table: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    problems: list[Problem] = []
    for kind, file, ids in given:
        of, new = table[kind], dict.fromkeys(ids, file)
        if len(new) == len(ids) and "" not in new and of.keys().isdisjoint(new):
            of.update(new)
        else:
            problems += _enter(of, kind, file, ids)
    return table, problems


def _enter(table: dict[str, str], kind: str, file: str, ids: Sequence[str]) -> Iterator[Problem]:
    """Enters the names of one kind that a file gives, and tells of each that is there already."""
    for row, name in enumerate(ids):
        if name in table:
            first = table[name]
            where = "earlier in this file" if first == file else f"in {first}"
            hint = "ids are unique over the whole site: give it another"
            yield Problem(file, "duplicate-id", f"another {kind} is called '{name}' already, {where}", hint, trail=(row, "id"))
        elif name:
            table[name] = file


def unknown_names(mentions: Iterable[Mention], known: Names, unsure: Collection[str] = ()) -> Iterator[Problem]:
    """Mentions that lead nowhere. `unsure`: kinds of which a file is broken, so that nothing can be said of their names."""
    for mention in mentions:
        if any(kind in unsure or mention.name in known[kind] for kind in mention.kinds):
            continue
        kinds = " or ".join(mention.kinds)
        hint = _nearest(mention, known)
        code = f"unknown-{mention.kinds[0]}"
        yield Problem(mention.file, code, f"no {kinds} is called '{mention.name[:80]}'", hint, trail=mention.trail)


def _nearest(mention: Mention, known: Names) -> str:
    here = [name for kind in mention.kinds for name in known[kind] if ID.fullmatch(name)]  # what is refused itself is no advice
    near = did_you_mean(mention.name, tuple(here))
    if near:
        return near
    other = next((kind for kind in KINDS if mention.name in known[kind]), "")
    if other:
        return f"'{mention.name}' is {'an' if other[0] in 'aeo' else 'a'} {other}, in {known[other][mention.name]}"
    return f"known are: {', '.join(sorted(here)[:12])}" + ("…" if len(here) > 12 else "") if here else f"there is no {mention.kinds[0]} yet"


def by_names(problems: Iterable[Problem], actors: Iterable[Actor], outlets: Iterable[Outlet]) -> Iterator[Problem]:
    """The problems; where an actor or outlet is given by its name in place of its id, the hint has the id."""
    ids: dict[str, dict[str, str]] = {}
    for problem in problems:
        key = problem.trail[-1] if problem.trail else None
        if problem.code != "bad-id" or key not in NAMED:
            yield problem
            continue
        if not ids:
            of_actors = {name.casefold(): one.id for one in actors for name in (*one.misspelt, *one.aliases, one.name)}
            ids = {"actor": of_actors, "affiliation": of_actors, "outlet": {one.name.casefold(): one.id for one in outlets}}
        meant = ids[str(key)].get(problem.of[0].casefold(), "")
        yield replace(problem, hint=f"write the id of {problem.of[0]}: {meant}") if meant else problem


def mentions(dossier: Dossier) -> Iterator[Mention]:
    """Every id that the records of a dossier use."""
    base = f"content/{dossier.id}"
    for n, source in enumerate(dossier.sources):
        file = f"{base}/sources.yaml"
        if source.outlet:
            yield Mention(file, (n, "outlet"), source.outlet, ("outlet",))
        yield from _relatives(file, (n, "derived_from"), source.derived_from)
        yield from _relatives(file, (n, "independent_of"), source.independent_of)
    for n, quote in enumerate(dossier.quotes):
        yield Mention(f"{base}/quotes.yaml", (n, "actor"), quote.actor, ("actor",))
        if quote.about:
            yield Mention(f"{base}/quotes.yaml", (n, "about"), quote.about, ("claim", "event", "figure"))
    for n, reaction in enumerate(dossier.reactions):
        yield Mention(f"{base}/reactions.yaml", (n, "actor"), reaction.actor, ("actor",))
        if reaction.to:
            yield Mention(f"{base}/reactions.yaml", (n, "to"), reaction.to, ("event", "claim"))
    for selector in selectors(dossier):
        if selector.source:
            yield Mention(f"{base}/{FILES[selector.kind]}", selector.source_trail, selector.source, ("source",))


def _relatives(file: str, trail: Trail, named: str | tuple[str, ...]) -> Iterator[Mention]:
    if isinstance(named, str):
        yield Mention(file, trail, named, ("source",))
        return
    for k, name in enumerate(named):
        yield Mention(file, (*trail, k), name, ("source",))


def affiliations(actors: Sequence[Actor]) -> Iterator[Mention]:
    """The actors that actors belong to."""
    for n, actor in enumerate(actors):
        if actor.affiliation:
            yield Mention("content/actors.yaml", (n, "affiliation"), actor.affiliation, ("actor",))


def incomplete(dossier: Dossier, *, knows_sources: bool = True) -> Iterator[Problem]:
    """Records that state something without saying where it stands, or a number without giving one.

    `knows_sources`: whether its sources.yaml could be read.
    """
    base = f"content/{dossier.id}"
    for n, source in enumerate(dossier.sources):
        yield from _of_itself(f"{base}/sources.yaml", n, source)
    yield from _without(f"{base}/reactions.yaml", "cites", [reaction.cites for reaction in dossier.reactions])
    yield from _without(f"{base}/events.yaml", "cites", [event.cites for event in dossier.events])
    yield from _without(f"{base}/figures.yaml", "says", [figure.says for figure in dossier.figures])
    yield from _without(f"{base}/claims.yaml", "positions", [claim.positions for claim in dossier.claims])
    for n, figure in enumerate(dossier.figures):
        for k, saying in enumerate(figure.says):
            yield from _numberless(f"{base}/figures.yaml", (n, "says", k), saying)
    for n, claim in enumerate(dossier.claims):
        for k, position in enumerate(claim.positions):
            if position.says == "differs" and not position.wording:
                hint = "add `as:` with what this source says instead"
                yield Problem(
                    f"{base}/claims.yaml", "missing-key", "`says: differs` needs to say how", hint, trail=(n, "positions", k, "says")
                )
    for n, quote in enumerate(dossier.quotes if knows_sources and not dossier.sources else ()):
        if not quote.sources:
            hint = "name the sources: `sources: [id]`, or list them in sources.yaml"
            yield Problem(
                f"{base}/quotes.yaml", "uncited", "this dossier has no source in which these words could stand", hint, trail=(n, "words")
            )


def _of_itself(file: str, n: int, source: Source) -> Iterator[Problem]:
    """What a source can only be to another one."""
    related = [*_relatives(file, (n, "derived_from"), source.derived_from), *_relatives(file, (n, "independent_of"), source.independent_of)]
    for one in related:
        if one.name == source.id:
            what = "derive from itself" if one.trail[1] == "derived_from" else "be independent of itself"
            yield Problem(file, "wrong-value", f"'{source.id}' can't {what}", "name another source, or remove this", trail=one.trail)


def _without(file: str, key: str, cited: Sequence[Sequence[object]]) -> Iterator[Problem]:
    for n, cites in enumerate(cited):
        if not cites:
            hint = "every statement needs at least one source with its words"
            yield Problem(file, "uncited", "nothing is cited here", hint, trail=(n, key))


def _numberless(file: str, trail: Trail, saying: Saying) -> Iterator[Problem]:
    value, low, high = saying.value, saying.low, saying.high
    if value is None and low is None and high is None:
        yield Problem(file, "missing-key", "a number is missing", "give `value:`, or `low:` and `high:`, or one of these", trail=trail)
    if value is not None and (low is not None or high is not None):
        yield Problem(
            file, "wrong-value", "`value` and a range exclude each other", "give `value:`, or `low:` and `high:`", trail=(*trail, "value")
        )
    if low is not None and high is not None and low > high:
        yield Problem(file, "wrong-value", "`low` is above `high`", "exchange them", trail=(*trail, "low"))
