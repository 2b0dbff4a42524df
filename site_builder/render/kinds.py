"""What kind of publication a source is to programs that manage references: a newspaper's article, unless its outlet is of another kind."""

from __future__ import annotations

from typing import NamedTuple

from site_builder.model import Outlet


class Kind(NamedTuple):
    """The names of a kind of publication."""

    csl: str
    bibtex: str  # BibLaTeX's type of entry
    subtype: str  # and its subtype
    ris: str
    zotero: str
    schema: str  # schema.org's type


NEWS = Kind("article-newspaper", "article", "newspaper", "NEWS", "newspaperArticle", "NewsArticle")
REPORT = Kind("report", "report", "", "RPRT", "report", "Report")
KINDS = {
    "magazine": Kind("article-magazine", "article", "magazine", "MGZN", "magazineArticle", "Article"),
    "blog": Kind("post-weblog", "online", "", "BLOG", "blogPost", "BlogPosting"),
    "ngo": REPORT,
    "government": REPORT,
}


def kind_of(outlet: Outlet | None) -> Kind:
    """The kind of what an outlet publishes, or somebody unknown."""
    return KINDS.get(outlet.kind or "", NEWS) if outlet else NEWS
