"""A site's theme as a build has it."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from site_builder.books import Books, quiet
from site_builder.crew import Crew
from site_builder.dress import dressed
from site_builder.ledger import Ledger
from site_builder.memo import Memo
from site_builder.problems import Problem
from site_builder.render.theme import Theme, load_theme


def dress(root: Path, name: str) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme of that name over the packaged one, with all that is wrong in its files."""
    books = Books(root, Memo(root), Crew(1), Ledger(), quiet, None)
    books.site = replace(books.site, theme=name)
    found = dressed(books)
    return load_theme(found.packaged, name, found.own)[0], found.problems
