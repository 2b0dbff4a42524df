"""The flow: files → records → citations → relations → pages → output. Reading this is reading the product."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from site_builder import files, memo
from site_builder.check.discretion import discreet
from site_builder.load.seeds import inside, load_article, no_seed
from site_builder.load.site import LoadedDossier, folders, load_dossier, load_top
from site_builder.model import Article, Site
from site_builder.noted import noted
from site_builder.problems import Placed, Problem, errors
from site_builder.relate.briefs import on_pages, published, related, rests, used, voices
from site_builder.relate.families import families
from site_builder.render import twins
from site_builder.render.compiled import Compiled
from site_builder.render.discovery import discovery
from site_builder.render.exports import exports
from site_builder.render.free import objections
from site_builder.render.lists import newest_first
from site_builder.render.page import twin_path
from site_builder.render.pages import arrange, shelve
from site_builder.render.report import Examined
from site_builder.render.theme import DEFAULT, Theme, load_theme, render, unknown_theme
from site_builder.report import placed, report
from site_builder.text.names import name_index, namings
from site_builder.verify import Content, Tell, Verified, every_row, every_source, quiet, verified

SEEDS_COMPARED = 50  # missing seeds for which the nearest name is looked for; where more are missing, the folder is


class Outcome(Struct, frozen=True):
    """What a build came to."""

    verified: Verified
    problems: tuple[Placed, ...]
    written: int = 0  # files; none if anything is wrong
    pages: int = 0
    answered: tuple[tuple[Placed, str], ...] = ()  # silenced warnings, each with the editor's reason

    def told(self) -> dict[str, Any]:
        """All of it as `dossier check --format json` tells it."""
        verified = self.verified
        return report(self.problems, verified.all_citations(), self.answered, verified.kin, verified.edition)


def load(root: Path, tell: Tell = quiet) -> Content:
    """Reads content/ and every seed that a source names."""
    problems: list[Problem] = []
    stored = _stored(root / "content", "content", problems, (".yaml", ".yml", ".md"))
    ids, misplaced = folders(stored)
    top = load_top(stored)
    inside_of = _by_folder(stored)
    dossiers = []
    for n, folder in enumerate(ids, 1):
        tell("reading dossiers", n, len(ids))
        dossiers.append(load_dossier(folder, inside_of[folder]))
    articles = _articles(root, dossiers, problems, tell)
    found = [*problems, *misplaced, *top.problems, *(problem for one in dossiers for problem in one.problems)]
    return Content(top, tuple(dossiers), articles, tuple(found), _hashes(stored, dossiers, articles))


def _hashes(stored: Mapping[str, bytes], dossiers: Iterable[LoadedDossier], articles: Mapping[str, Article]) -> dict[str, str]:
    """SHA-256 of the files of content/ and of every seed that a source names."""
    hashes = {f"content/{name}": sha256(text).hexdigest() for name, text in stored.items()}
    sources = (source for one in dossiers for source in one.dossier.sources if source.id in articles)
    return hashes | {f"seeds/{inside(source.file)}": articles[source.id].sha256 for source in sources}


def _stored(folder: Path, shown: str, problems: list[Problem], suffixes: tuple[str, ...] = ("",)) -> dict[str, bytes]:
    """The files of a folder by their path in it. `shown`: the folder as problems name it."""
    stored = {}
    for name in files.listing(folder):
        if not name.endswith(suffixes):
            continue
        try:
            stored[name] = files.read(folder, name)
        except files.UnreadableError as error:
            why = "is a link that leads out of its folder" if str(error) == "leaves" else "can't be read"
            problems.append(Problem(f"{shown}/{name}", "unreadable", f"this file {why}", "put the file itself here", line=1, column=1))
    return stored


def _by_folder(stored: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """The files of each folder by name."""
    inside_of: dict[str, dict[str, bytes]] = {}
    for name, content in stored.items():
        folder, _, rest = name.partition("/")
        inside_of.setdefault(folder, {})[rest] = content
    return inside_of


def _articles(root: Path, dossiers: Sequence[LoadedDossier], problems: list[Problem], tell: Tell) -> dict[str, Article]:
    """The article of every source whose file can be read."""
    there = cache(lambda: tuple(files.listing(root / "seeds")))  # looked up once, and only where a seed is missing
    articles: dict[str, Article] = {}
    wanted = [(one, n, source) for one in dossiers for n, source in zip(one.rows["sources"].at, one.dossier.sources, strict=True)]
    for done, (one, n, source) in enumerate(wanted, 1):
        tell("reading articles", done, len(wanted))
        file = f"content/{one.dossier.id}/sources.yaml"
        try:
            article, found = load_article(file, (n,), source, files.read(root / "seeds", inside(source.file)))
        except files.UnreadableError as error:
            seeds = there() if str(error) == "missing" and len(problems) < SEEDS_COMPARED else ()
            article, found = None, [no_seed(file, (n,), source, seeds, str(error))]
        problems += found
        if article is not None:
            articles.setdefault(source.id, article)
    return articles


def verify(root: Path, tell: Tell = quiet) -> Verified:
    """Reads everything and checks every name and every citation."""
    return verified(load(root, tell), tell)


def check(root: Path, tell: Tell = quiet) -> Outcome:
    """All that can be wrong before a page is rendered: what `dossier check` says."""
    verified = verify(root, tell)
    name = verified.content.top.site.theme
    packaged = name == DEFAULT and not (root / "themes" / name).is_dir()  # that one has been checked
    of_theme = () if packaged else dress(root, name)[1]
    return Outcome(verified, _placed(root, (*verified.problems, *_objections(verified), *of_theme)), answered=_answered(root, verified))


def build(root: Path, out: Path, base_url: str | None = None, tell: Tell = quiet) -> Outcome:
    """Checks everything and, if nothing is wrong, puts the whole site into `out`. If anything is, `out` stays as it was."""
    verified = verify(root, tell)
    site = verified.content.top.site
    if base_url is not None:
        site = replace(site, base_url=base_url)
    theme, of_theme = dress(root, site.theme)
    problems = [*verified.problems, *_objections(verified), *of_theme]
    if errors(problems):
        return Outcome(verified, _placed(root, problems))
    warnings, answered = _placed(root, problems), _answered(root, verified)
    outcome = _discreet(site, Outcome(verified, warnings, answered=answered))
    made, pages, wrong = _rendered(site, outcome, theme, tell)
    if wrong:
        return Outcome(verified, _placed(root, [*problems, *wrong]))
    made["problems.json"] = (json.dumps(outcome.told(), ensure_ascii=False, indent=1) + "\n").encode()
    tell("writing", 0, len(made))
    files.write(out, made, [root / name for name in ("content", "seeds", "themes", ".git")])
    return Outcome(verified, warnings, len(made), pages, answered)


def _reserved(site: Site, content: Content) -> set[str]:
    """Seeds of whose text the site may not show all."""
    return {f"seeds/{source.file}" for source in every_source(content) if (source.publish or site.publish) != "full"}


def dress(root: Path, name: str) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme of that name over the packaged one, with all that is wrong in its files."""
    packaged, folder = files.packaged_theme(), root / "themes" / name
    problems: list[Problem] = []
    there = files.subfolders(root / "themes")
    own = _stored(folder, f"themes/{name}", problems) if name in there and not files.is_same(folder, packaged) else {}
    if name != DEFAULT and name not in there:
        problems.append(unknown_theme(name, there))
    compiled = Compiled(memo.compiled())
    theme, wrong = load_theme(_stored(packaged, f"themes/{DEFAULT}", problems), name, own, compiled)
    if compiled.grown and not own:
        memo.keep_compiled(compiled.codes)
    return theme, (*problems, *wrong)


def _discreet(site: Site, outcome: Outcome) -> Outcome:
    """The outcome as the site may tell it: warnings about an article without its words, where not all of it may be shown."""
    reserved = _reserved(site, outcome.verified.content)
    silenced = discreet((one for one, _ in outcome.answered), reserved)
    answered = tuple(zip(silenced, (reason for _, reason in outcome.answered), strict=True))
    return replace(outcome, problems=discreet(outcome.problems, reserved), answered=answered)


def _rendered(site: Site, outcome: Outcome, theme: Theme, tell: Tell) -> tuple[dict[str, bytes], int, list[Problem]]:
    """Every file of the site by its path, how many of them are pages, and what is wrong with the theme's templates."""
    verified = outcome.verified
    content = verified.content
    dossiers = [one.dossier for one in content.dossiers]
    outlets = {outlet.id: outlet for outlet in content.top.outlets}
    actors = {actor.id: actor for actor in content.top.actors}
    sources = {source.id: source for dossier in dossiers for source in dossier.sources}
    cited = verified.citations
    known = name_index(actors.values())
    named = {source: namings(article, known) for source, article in content.articles.items()}
    relations = {
        one.id: related(
            one,
            cited[one.id],
            used(one, cited[one.id], sources),
            verified.kin,
            verified.told[one.id],
            articles=content.articles,
            actors=actors,
            named=named,
        )
        for one in dossiers
    }
    briefs = [relation.brief for relation in relations.values()]
    pages = list(
        arrange(
            site,
            outlets,
            actors,
            dossiers,
            content.articles,
            cited,
            content.top.pages,
            _examined(outcome),
            relations,
            rests(briefs, on_pages(content.top.pages, verified.pages)),
            voices(briefs),
            published(sources.values()),
            verified.pages,
            verified.kin.of,
        )
    )
    shelf = shelve(site, dossiers, outlets, actors, content.articles)
    made: dict[str, bytes] = {path: theme.assets[name] for name, path in theme.addresses.items()}
    wrong: dict[tuple[str, int, str], Problem] = {}
    for n, page in enumerate(pages, 1):
        tell("rendering", n, len(pages))
        text = render(page, theme)
        if isinstance(text, Problem):
            wrong.setdefault((text.file, text.line, text.message), text)
            continue
        made[page.path] = text.encode()
        if page.twin is not None:
            made[twin_path(page.path)] = twins.written(page)
    for dossier in dossiers:
        made |= dict(exports(site, dossier, cited[dossier.id], relations[dossier.id], outlets, shelf))
    made |= dict(discovery(site, newest_first(briefs), pages, theme))
    return made, len(pages), list(wrong.values())


def _examined(outcome: Outcome) -> Examined:
    """What the report tells besides the citations."""
    content, kin = outcome.verified.content, outcome.verified.kin
    spoken_of = {one.problem.file for one in (*outcome.problems, *(one for one, _ in outcome.answered))}
    names = {file: {row: name for name, row in rows.ids} for file, rows in every_row(content).items() if file in spoken_of}
    seeds = {f"seeds/{inside(source.file)}": (one.dossier.id, source.id) for one in content.dossiers for source in one.dossier.sources}
    answered = tuple(noted(one, names, seeds, reason) for one, reason in outcome.answered)
    return Examined(
        outcome.verified.edition,
        tuple(noted(one, names, seeds) for one in outcome.problems),
        answered,
        tuple(family for family in families(kin.certain, kin.certain) if len(family) > 1),
    )


def _objections(verified: Verified) -> list[Problem]:
    """What the pages would have against the stories and free pages."""
    stories = {one.dossier.id: one.dossier.story for one in verified.content.dossiers}
    return list(objections(stories, verified.content.top.pages))


def _answered(root: Path, verified: Verified) -> tuple[tuple[Placed, str], ...]:
    """The silenced warnings with their lines."""
    reasons = dict(verified.answered)
    return tuple((one, reasons[one.problem]) for one in _placed(root, reasons))


def _placed(root: Path, problems: Iterable[Problem]) -> tuple[Placed, ...]:
    """The problems with their lines."""
    found = list(problems)
    texts = {}
    for file in {problem.file for problem in found}:
        try:
            texts[file] = files.read(root, file).decode("utf-8", "replace")
        except files.UnreadableError:
            continue
    return tuple(placed(found, texts))
