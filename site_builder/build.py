"""The flow: files → records → the site's books → what is said of each dossier → pages → output. Reading this is reading the product.

A dossier is entered (`steps.enter`), and when all are, it is told about (`steps.tell`) with what it must know of the others: its `Around`.
Both are pure functions, so an answer stands as long as what was asked is the same, and other processes can give it. Lists, actors, outlets
and the report are made of what was told, never of dossiers.
"""

from __future__ import annotations

import contextlib
import errno
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from site_builder import files, memo, report
from site_builder.books import Books, Tell, quiet
from site_builder.crew import Crew
from site_builder.dress import Dress, dressed
from site_builder.fronts import Tally, TopSaid, of_site, said_of_site
from site_builder.ledger import Ledger
from site_builder.load.site import LoadedTop
from site_builder.model import Account, Article, Citation, Dossier, Edition, Kinship
from site_builder.problems import Placed, advised, did_you_mean, errors
from site_builder.report import Shown
from site_builder.steps import (
    Made,
    Said,
    packed,
    unpacked,
)
from site_builder.stock import ChangedError, Looked, as_on_disk
from site_builder.telling import Reason, Telling
from site_builder.verify import Desk, judged

PATIENCE = 5  # times that a build begins anew because a file was changed while it read
WARNINGS_TOLD = 10  # of each kind by a build; `dossier check` tells all
WAITING = "waiting for another build of this site, which is at work or was stopped"
SPARE = "spare"  # in the project's .dossier/: the site before the last one, by which the next is published quickly


class Outcome(Struct, frozen=True):
    """What a build came to."""

    problems: tuple[Placed, ...]
    answered: tuple[tuple[Placed, str], ...] = ()  # silenced warnings, each with the editor's reason
    errors: int = 0
    warnings: int = 0  # of which `problems` may hold only the first of each kind
    more: dict[str, int] = {}  # by kind, those that it does not hold
    silenced: int = 0
    counts: tuple[int, int, int] = (0, 0, 0)  # dossiers, sources, citations
    written: int = 0  # files; none if anything is wrong
    rendered: int = 0  # pages of these
    made: tuple[str, ...] = ()  # their paths
    pages: int = 0  # of the site
    folders: tuple[str, ...] = ()  # of the output
    is_settled: bool = True  # a look at the project's files will show it if anything changes
    citations: bytes = b""  # as JSON, where nothing was published
    edition: Edition | None = None
    families: tuple[tuple[str, ...], ...] = ()
    kinships: tuple[Kinship, ...] = ()

    def told(self) -> dict[str, Any]:
        """All of it as `dossier check --format json` tells it."""
        citations = json.loads(b"[" + self.citations + b"]")
        return report.report(self.problems, citations, self.answered, self.families, self.kinships, self.edition or report.UNKNOWN)


# ── the flow ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def build(
    root: Path,
    out: Path,
    base_url: str | None = None,
    tell: Tell = quiet,
    *,
    crew: Crew | None = None,
    ledger: Ledger | None = None,
    seen: Looked | None = None,
) -> Outcome:
    """Checks everything and, if nothing is wrong, brings `out` up to date. If anything is, `out` stays as it was.

    `seen`: the project's files, where somebody has just looked at them.
    """
    return _patiently(root, base_url, tell, crew, ledger, lambda books: _published(books, out), seen)


def check(root: Path, tell: Tell = quiet, *, crew: Crew | None = None) -> Outcome:
    """All that can be wrong before a page is rendered: what `dossier check` says."""
    return _patiently(root, None, tell, crew, None, lambda books: _examined(books, dressed(books), publishing=False))


class Verified(NamedTuple):
    """What was cited of which articles, and how it came out. For those who want to look closer than the pages do."""

    citations: tuple[Citation, ...]
    articles: dict[str, Article]
    outcome: Outcome
    dossiers: tuple[Dossier, ...]
    top: LoadedTop

    def all_citations(self) -> tuple[Citation, ...]:
        """Those of the dossiers in order, then those of the free pages."""
        return self.citations


def verify(root: Path) -> Verified:
    """Everything that is checked, with the citations themselves."""
    found: list[Verified] = []

    def look(books: Books) -> Outcome:
        outcome = _examined(books, dressed(books), publishing=False)
        citations: list[Citation] = []
        dossiers: list[Dossier] = []
        for name in books.ids:
            folder = books.folder(name)
            desk = Desk(folder.id, folder.files, folder.seeds)
            dossiers.append(desk.dossier)
            citations += judged(desk, books.around(name)).citations
        articles = {source: article for source in books.sources if (article := books.article(source))}
        found.append(Verified((*citations, *books.page_citations), articles, outcome, tuple(dossiers), books.top))
        return outcome

    _patiently(root, None, quiet, None, None, look)
    return found[0]


def why(root: Path, page: str) -> str:
    """Which inputs of a page changed when it was last made. KeyError if the site has no such page; its argument says what may be meant."""
    kept = memo.Memo(root)
    try:
        made = {one.path for stored in kept.all("made").values() for one in unpacked(stored, tuple[Made, ...]) if one.is_page}
        if not made:
            return f"Nothing is remembered of the last build ({memo.FOLDER}/ can't be written), so nobody can say why {page} was made."
        path = page.replace("\\", "/").removeprefix("./").removeprefix("/").removeprefix("_site/")
        path = next((one for one in (path, f"{path}.html", f"{path.rstrip('/')}/index.html".lstrip("/")) if one in made), "")
        if not path:
            raise KeyError(did_you_mean(page, tuple(sorted(made))))
        stored = kept.get("why", path)
        whole = int.from_bytes(kept.get("", "whole") or b"", "big")
        if not stored:
            return f"{path} was made with all other pages on {_on(whole)}; nothing that it shows has changed since."
        reason = unpacked(stored, Reason)
        if not reason.since:
            return f"{path} is new since {_on(reason.at)}{_by(reason.files)}."
        changed = ", ".join(reason.changed)
        return f"{path} was made again on {_on(reason.at)}. Since {_on(reason.since)} this had changed: {changed}{_by(reason.files)}."
    finally:
        kept.close()


def _on(nanoseconds: int) -> str:
    return f"{datetime.fromtimestamp(nanoseconds // 1_000_000_000).astimezone():%Y-%m-%d at %H:%M:%S}"


def _by(changed: Sequence[str]) -> str:
    return f" ({', '.join(changed)})" if changed else ""


def _patiently(
    root: Path,
    base_url: str | None,
    tell: Tell,
    crew: Crew | None,
    ledger: Ledger | None,
    then: Callable[[Books], Outcome],
    seen: Looked | None = None,
) -> Outcome:
    """Opens the books and does something with them; anew, if files change meanwhile."""
    with memo.alone(root, lambda: tell(WAITING, 0, 0)), crew or Crew() as workers:
        kept = memo.Memo(root)
        try:
            for _ in range(PATIENCE):
                with contextlib.suppress(ChangedError, memo.BrokenError):
                    return then(Books(root, kept, workers, ledger or Ledger(), tell, base_url, seen))
                kept.abandon()
                seen = None
        finally:
            kept.close()
        raise OSError(errno.EBUSY, "its files kept changing while they were read")


def _published(books: Books, out: Path) -> Outcome:
    root, kept = books.root, books.kept
    dress = dressed(books)
    if books.troubled or errors(of_site(books, dress.problems)):
        return _examined(books, dress)
    before = kept.mark()
    place = _Place(kept, out)
    inputs = [root / name for name in (*files.READ, ".git")]
    with files.publishing(out, inputs, root / memo.FOLDER / SPARE if kept.usable else None, place.is_known) as staged:
        telling = Telling(books, dress.common(books), fresh=staged.fresh, into=staged.folder, published=staged.out)
        telling.dossiers()
        top = said_of_site(books, dress.problems, telling.tally, told=True)
        faulty = telling.tally.errors or errors([one.problem for one in top.problems])
        if not faulty:
            telling.site(top, books.edition)
            telling.report_files(top, books.edition)
        if faulty or telling.wrong:
            kept.undo(before)
            return _examined(books, dress._replace(problems=(*dress.problems, *dict.fromkeys(telling.wrong))))
        outcome = _outcome(books, telling, top)
        telling.keep()
        kept.put("", "clean", b"1")
        books.stock.note_published()
        there = {path for planned in telling.made.values() for one in planned for path in one.paths}
        for path in telling.gone - there:
            staged.remove(path)
        with books.ledger.step("publish"):
            staged.commit()
    place.note(there)
    with books.ledger.step("remember"):
        kept.commit()
    return replace(outcome, folders=place.folders)


def _examined(books: Books, dress: Dress, *, publishing: bool = True) -> Outcome:
    """All that is to be said of a site, with nothing published."""
    telling = Telling(books, replace(dress.common(books), templates={}), fresh=False, into="")
    telling.dossiers()
    accounts = telling.all("account", Account)
    tally = Tally.of(accounts)
    top = said_of_site(books, dress.problems, tally, told=len(accounts) == len(books.ids))
    if publishing:
        books.kept.drop("", "clean")
    said = [top, *telling.all("placed", Said).values()]
    problems = _in_order(chain.from_iterable(one.problems for one in said))
    often = Counter(one.problem.code for one in problems if one.problem.severity == "warning")
    wrong, warned = errors([one.problem for one in problems]), often.total()
    if publishing:
        problems = list(_some(problems, Counter()))
    answered = tuple(sorted(chain.from_iterable(one.answered for one in said), key=lambda pair: report.order(pair[0])))
    told = None if publishing else books.edition
    citations = b",".join(filter(None, (one.citations for one in telling.all("shown", Shown).values())))
    of_pages = report.pieces(map(report.of_citation, books.page_citations))
    examined = Outcome(
        tuple(advised(problems)),
        answered,
        wrong,
        warned,
        _left(often) if publishing else {},
        len(answered),
        _counts(books, tally),
        citations=b",".join(filter(None, (citations, of_pages))),
        edition=told,
        families=books.families,
        kinships=books.kinships,
    )
    books.kept.commit()  # at the end: a memory that can't be written forgets all that was put there
    return examined


def _in_order(problems: Iterable[Placed]) -> list[Placed]:
    return sorted(dict.fromkeys(problems), key=report.order)


def _counts(books: Books, tally: Tally) -> tuple[int, int, int]:
    return len(books.ids), len(books.catalogue.read), tally.citations + len(books.page_citations)


def _outcome(books: Books, telling: Telling, top: TopSaid) -> Outcome:
    """What a build came to that published its site."""
    tally = telling.tally
    told: Counter[str] = Counter()
    problems = list(_some(top.problems, told))
    often = Counter(one.problem.code for one in top.problems) + Counter(tally.often)
    wanted = _lacking(told, often)
    for name in books.ids if wanted else ():
        if not wanted.isdisjoint(tally.warnings.get(name, ())):
            problems += _some(unpacked(books.kept.need("placed", name), Said).problems, told)
            wanted = _lacking(told, often)
            if not wanted:
                break
    planned = [one for made in telling.made.values() for one in made]
    return Outcome(
        tuple(advised(_in_order(problems))),
        (),
        0,
        often.total(),
        _left(often),
        len(top.answered) + tally.silenced,
        _counts(books, tally),
        written=sum(len(one.paths) for one in planned if one.rendered),
        rendered=sum(one.rendered and one.is_page for one in planned),
        made=tuple(sorted(one.path for one in planned if one.rendered and one.is_page)),
        pages=telling.pages,
        is_settled=books.stock.is_settled,
    )


def _some(problems: Iterable[Placed], told: Counter[str]) -> Iterator[Placed]:
    """All errors, and the first warnings of each kind. `told`: how many there were already."""
    for one in problems:
        told[one.problem.code] += one.problem.severity == "warning"
        if told[one.problem.code] <= WARNINGS_TOLD or one.problem.severity == "error":
            yield one


def _lacking(told: Mapping[str, int], often: Mapping[str, int]) -> set[str]:
    """The kinds of warnings of which too few are told yet."""
    return {code for code, count in often.items() if told[code] < min(count, WARNINGS_TOLD)}


def _left(often: Mapping[str, int]) -> dict[str, int]:
    """How many warnings of each kind are not told."""
    return {code: count - WARNINGS_TOLD for code, count in sorted(often.items()) if count > WARNINGS_TOLD}


class _Place:
    """Where the site stands, and whether it still stands there as the last build left it."""

    def __init__(self, kept: memo.Memo, out: Path) -> None:
        self._kept, self._out = kept, files.real(out)
        stored = kept.get("", "place")
        place, self._times = unpacked(stored, tuple[bytes, dict[str, int]]) if stored else (b"", {})
        self._here = place == as_on_disk(self._out)

    def is_known(self) -> bool:
        """Whether no file there was added, removed or renamed since."""
        return self._here and bool(self._times) and files.times(self._out, self._times) == self._times

    def note(self, made: Iterable[str]) -> None:
        """Notes how it stands there now."""
        above = {path.rpartition("/")[0] for path in made}
        within = {"/".join(folder.split("/")[: n + 1]) for folder in above if folder for n in range(folder.count("/") + 1)}
        self._times = files.times(self._out, {"", *within, *(self._times if self._here else ())})
        self._kept.put("", "place", packed((as_on_disk(self._out), self._times)))

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of the site."""
        return tuple(f"{self._out}/{name}" if name else self._out for name in self._times)
