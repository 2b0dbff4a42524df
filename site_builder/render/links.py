"""Where does a link lead, and may it be one?"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from site_builder.model import Anchor, Source

SCHEMES = frozenset({"http", "https", "mailto"})
UNFIT = re.compile(r"[\s\x00-\x1f\x7f\"<>\\^`{|}]")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-[A-Za-z0-9]{5,8})*")
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
LEAST_WORDS, MOST_WORDS = 4, 12  # of a text fragment: shorter ones are ambiguous, longer ones meet marks that the live page sets otherwise
PLAIN_RUN = re.compile(r"[^\s\"'“”‘’„‚«»‹›`´…\-‐‑–—―−\[\]()]+(?:\s+[^\s\"'“”‘’„‚«»‹›`´…\-‐‑–—―−\[\]()]+)*")


def web(url: str) -> str:
    """The address if it is one that may be linked, else ""."""
    if UNFIT.search(url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    fit = parts.scheme in SCHEMES and (parts.netloc or parts.scheme == "mailto")
    return url if fit else ""


def original(source: Source, text: str, anchor: Anchor) -> str:
    """The source's own address, led to the words by a text fragment where a run of them is plain enough."""
    url = web(source.url)
    if not url.startswith("http"):
        return ""
    run = plain_run(text, anchor)
    if not run:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:text={quote(run, safe='').replace('-', '%2D')}"


def plain_run(text: str, anchor: Anchor) -> str:
    """The longest run of words, without any mark that the live page may set otherwise, that begins and ends with whole words."""
    best: list[str] = []
    for start, end in anchor.parts:
        for found in PLAIN_RUN.finditer(text, start, end):
            at, to = found.span()
            words = found[0].split()
            if at > 0 and not text[at - 1].isspace() and text[at - 1] in "-'’":
                words = words[1:]
            if to < len(text) and text[to] in "-'’":
                words = words[:-1]
            words = words[:MOST_WORDS]
            if len(words) > len(best):
                best = words
    return " ".join(best).rstrip(".,;:!?") if len(best) >= LEAST_WORDS else ""


def language(tag: str) -> str:
    """The language tag if it is a plausible one (BCP 47), else ""."""
    return tag if LANGUAGE.fullmatch(tag) else ""


def direction(tag: str) -> str:
    """ "rtl" for scripts that run from right to left, "ltr" for other known languages, "auto" where none is given."""
    if not language(tag):
        return "auto"
    parts = tag.lower().split("-")
    return "rtl" if parts[0] in RIGHT_TO_LEFT and "latn" not in parts else "ltr"


def to_source(root: str, source: str, paragraph: int = 0) -> str:
    """The source's page, at a paragraph."""
    return f"{root}sources/{source}.html" + (f"#p{paragraph}" if paragraph else "")


def to_record(root: str, dossier: str, kind: str, record: str) -> str:
    """The record on its dossier's page; what the story cites leads to the story, what is of no dossier to its free page."""
    if not dossier:
        return f"{root}{record}.html"
    return f"{root}dossiers/{dossier}.html#" + ("in-brief" if kind == "story" else f"{kind}-{record}")
