"""In which theme is the site dressed? What is known of the packaged one is not worked out again."""

from __future__ import annotations

import marshal
from typing import NamedTuple

from msgspec.structs import replace

from site_builder import bytecode, files, steps
from site_builder.books import Books
from site_builder.bytecode import Codes
from site_builder.problems import Problem, errors
from site_builder.render import pages
from site_builder.render.compiled import Compiled
from site_builder.render.page import Setting
from site_builder.render.shown import moment
from site_builder.render.theme import DEFAULT, Theme, load_theme, unknown_theme
from site_builder.render.uses import template_digests
from site_builder.steps import (
    Common,
    digest,
    packed,
    unpacked,
)


class Dress(NamedTuple):
    """The theme's files, with what is wrong in them."""

    name: str
    packaged: dict[str, bytes]
    own: dict[str, bytes]
    problems: tuple[Problem, ...]
    compiled: Codes
    codes: bytes  # what was compiled, for other processes
    templates: dict[str, bytes]  # by name: the digest of all that a template uses
    theme: Theme | None = None  # if it had to be loaded

    def common(self, books: Books) -> Common:
        """What the pages of every dossier are made with."""
        fed = bool(books.site.base_url) and any(map(moment, books.catalogue.updated.values()))
        has = {"sources": bool(books.sources), "actors": bool(books.actors), "outlets": bool(books.outlets)}
        shown = replace(books.site, publish="cited", silence=(), theme=DEFAULT)  # the rest of site.yaml is on no page as such
        setting = Setting(shown, pages.menu(**has, pages=books.top.pages), fed)
        actors, outlets = books.top.actors, books.top.outlets
        return Common(
            books.site, outlets, actors, books.names_ready, setting, self.name, self.packaged, self.own, self.codes, self.templates
        )


def dressed(books: Books, before: Dress | None = None) -> Dress:
    """The site's theme; what is known of the packaged one, or was compiled before, is not worked out again.

    `before`: as it was last in this process, which goes on alone: for others nothing is made ready.
    """
    with books.ledger.step("theme"):
        name, root = books.site.theme, books.root
        there = {path.split("/")[1] for path in books.stock.files.below("themes/") if path.count("/") > 1}
        packaged = _packaged()
        mine = name in there and not files.is_same(root / "themes" / name, files.packaged_theme())
        own = {path: books.stock.bytes(f"themes/{name}/{path}") for path in sorted(books.stock.below(f"themes/{name}"))} if mine else {}
        problems = books.stock.unreadable(f"themes/{name}") if mine else []
        if name != DEFAULT and name not in there:
            problems.append(unknown_theme(name, sorted(there), is_link=(root / "themes" / name).is_symlink()))
        compiled = dict(before.compiled) if before else _compiled(packaged) | _own(books, name)
        key = digest((packaged, own, name))
        stored = books.kept.get("theme", name)
        if stored and stored[: steps.KEY] == key and not problems:
            return Dress(name, packaged, own, (), compiled, marshal.dumps(compiled), unpacked(stored[steps.KEY :], dict[str, bytes]))
        codes = Compiled(compiled)
        theme, wrong = load_theme(packaged, name, own, codes)
        problems += wrong
        if before:
            return Dress(name, packaged, own, tuple(problems), codes.codes, b"", {}, theme)
        templates = template_digests(theme) if not errors(problems) else {"": b""}
        if not problems:
            books.kept.put("theme", name, key + packed(templates))
        if codes.grown and mine:
            _keep(books, name, codes.codes)
        return Dress(name, packaged, own, tuple(problems), codes.codes, marshal.dumps(codes.codes), templates, theme)


def _compiled(packaged: dict[str, bytes]) -> Codes:
    """What the packaged templates are compiled to; the next program finds it, whatever theme its site has."""
    known = bytecode.packaged()
    if known:
        return known
    codes = Compiled({})
    load_theme(packaged, DEFAULT, {}, codes)
    bytecode.keep_packaged(codes.codes)
    return codes.codes


def _own(books: Books, theme: str) -> Codes:
    """What the templates of the site's own theme were compiled to, as far as the last build noted it."""
    kept = books.kept.get("codes", theme)
    return bytecode.verified(kept) if kept else {}


def _keep(books: Books, theme: str, codes: Codes) -> None:
    """Notes it for the next one: of this theme alone, and of those templates that it has."""
    known = bytecode.packaged()
    for name in books.kept.names("codes"):
        books.kept.drop("codes", name)
    books.kept.put("codes", theme, bytecode.signed({key: code for key, code in codes.items() if known.get(key) != code}))


def _packaged() -> dict[str, bytes]:
    folder = files.packaged_theme()
    return {name: files.read(folder, name) for name in files.listing(folder)}
