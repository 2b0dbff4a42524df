"""What the preview's parts tell each other: the site as its files are now, what is wrong with it, and what has changed."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple, Protocol

from site_builder.problems import Severity


class Trouble(NamedTuple):
    """A problem as the preview shows it: where it stands in the files, and where on the site."""

    severity: Severity
    code: str
    file: str  # relative to the site's folder
    line: int  # from 1
    column: int
    message: str
    hint: str  # what to do next, the word diff among it; several lines
    text: str  # the line of the file; of a long one, what stands round the column
    width: int  # characters of it that are meant, from the column
    page: str = ""  # where it shows: "dossiers/mines.html"; "" where no page shows it
    anchor: str = ""  # the id of the element that it is about: "quote-need"; "" for the page as a whole
    token: str = ""  # stands in the page's text at the very place, to be replaced; "" where the anchor says it
    cut: int = 0  # characters of the line that stand before `text`


class Served(NamedTuple):
    """A file of the site: byte for byte what a build would write, except for the tokens of troubles."""

    content: bytes
    is_page: bool  # HTML that a reader looks at
    troubles: tuple[Trouble, ...] = ()  # that show on this page
    is_last_good: bool = False  # its files can't be read as they are now: this is how it was when they could
    is_behind: bool = False  # it lists what `work` has still to look at: it may be different when there is no more


class Change(NamedTuple):
    """What came of files that were saved."""

    files: tuple[str, ...] = ()  # that hold something else than before; none if nothing has changed
    follow: str = ""  # where the first of it shows: "dossiers/mines.html#quote-need"; "" where no page is meant


class Site(Protocol):
    """The site as its files are now. For one thread."""

    def open(self) -> None:
        """Reads what is there. OSError if it can't be read."""

    def changed(self, paths: Collection[str] | None) -> Change:
        """Looks at files that may have changed, by their paths from the site's folder; at all of them for None."""

    def served(self, path: str) -> Served | None:
        """A file of the site ("dossiers/mines.html"), made now if need be; None if the site has no such file."""

    def missing(self) -> Served:
        """404.html with links that lead to where the preview stands, wherever the site itself will."""

    def work(self) -> bool:
        """Does a small piece (at most some 30 ms) of what nobody is waiting for; whether there is more."""

    def troubles(self) -> tuple[Trouble, ...]:
        """What is known to be wrong, errors first; of many warnings only the first. Of what `work` has still to look at: what was."""

    def tally(self) -> tuple[int, int]:
        """How many errors and warnings there are; `troubles` may leave out warnings."""

    def close(self) -> None:
        """Lets go of everything."""
