"""Markdown → HTML with all that Markdown can have, and without what a page may not have. Imported when a text is not plain: 30 ms."""

from __future__ import annotations

import nh3
from markdown import Markdown

TAGS = {
    *("p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a", "sup", "sub"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "abbr", "q", "cite"),
}
DROPPED_WHOLE = {"script", "style", "iframe", "object", "embed", "noscript", "template", "svg", "math", "form", "select", "textarea"}
ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "ol": {"start"},
}

NEEDED = {  # by what stands inside a line: the sign without which it can't be there
    **dict.fromkeys(("reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref"), "["),
    **dict.fromkeys(("autolink", "automail", "html"), "<"),
    "backtick": "`",
    "escape": "\\",
    "entity": "&",
}

_markdown = Markdown(extensions=["tables", "sane_lists"], output_format="html")
_patterns = _markdown.inlinePatterns
_sign_of = {id(_patterns[name]): sign for name, sign in NEEDED.items() if name in _patterns}
_signs = [(one, _sign_of.get(id(one), "")) for one in _patterns]  # in the order in which they are tried


def _fit(_: str, attribute: str, value: str) -> str | None:
    """The attribute's value, unless it is a number that is none."""
    return None if attribute == "start" and not value.isdecimal() else value


_cleaner = nh3.Cleaner(
    tags=TAGS,
    clean_content_tags=DROPPED_WHOLE,
    attributes=ATTRIBUTES,
    attribute_filter=_fit,
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener noreferrer",
)


def cleaned(markdown: str) -> str:
    """The Markdown as HTML that a page may have."""
    return _cleaner.clean(converted(markdown))


def converted(markdown: str) -> str:
    """The Markdown as HTML. What can't stand in it is not looked for in every line: that takes half of the time."""
    _markdown.reset()
    here = [one for one, sign in _signs if sign in markdown]
    _markdown.treeprocessors["inline"].inlinePatterns = here  # type: ignore[attr-defined]
    return _markdown.convert(markdown)
