"""Where does a link lead, and may it be one?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from urllib.parse import quote

from site_builder.model import Anchor, Article, Source
from site_builder.render.excerpts import Range, without
from site_builder.text.addresses import is_address
from site_builder.text.languages import TAG

REMEMBERED = 4096  # language tags, words
TO_THE_LEFT = frozenset(  # scripts (ISO 15924), languages whose own script is one of these, and what a language is in a country
    "adlm arab aran armi avst chrs cprt elym gara hatr hebr hung khar lydi mand mani mend merc mero narb nbat nkoo orkh ougr "
    "palm phli phlp phnx prti rohg samr sarb sidt sogd sogo syrc syre syrj syrn thaa yezi "
    "aao abh abv acm acq acw acx adf aeb aec afb aii apc apd ar arb arc arq ars ary arz auz avl ayh ayl ayn ayp azb bal bcc bft "
    "bgn bgp bqi brh ckb dcc dv fa glk gwc haz he hno iw ji jpr jrb khw ks lah lki lrc luz mzn nqo pbt pbu pes pga phr pnb prs ps "
    "pst rhg sam sd sdh shu skr ssh syr trw ug ur ydd yi az-iq az-ir kk-cn ku-iq ku-ir ky-cn pa-pk tg-pk uz-af".split()
)
UNKNOWN = frozenset("ku lad mis mul und zxx zinh zxxx zyyy zzzz".split())  # of no script, or of several, as Kurdish and Ladino
LEAST_WORDS, MOST_WORDS = 4, 12  # of a text fragment: shorter ones are ambiguous, longer ones meet marks that the live page sets otherwise
FRAGMENT = ":~:"  # begins what leads the browser to words
PLAIN = re.compile(r"[^\"'“”‘’„‚«»‹›`´…\-‐‑–—―−\[\]()]+")


def web(url: str) -> str:
    """The address if it is one that may be linked, else ""."""
    return url if is_address(url) else ""


def original(source: Source, article: Article, anchor: Anchor) -> str:
    """The source's own address, led to the words by a text fragment where a run of them is plain enough."""
    url = web(source.url)
    if url[:4].lower() != "http":
        return ""
    run = plain_run(article, anchor)
    if not run:
        return url
    page, _, place = url.partition("#")
    return f"{page}#{place.partition(FRAGMENT)[0]}{FRAGMENT}text={'%20'.join(map(_in_address, run.split(' ')))}"


@lru_cache(maxsize=REMEMBERED)
def _in_address(word: str) -> str:
    """A word as a text fragment has it. The same words stand in most of them."""
    return quote(word, safe="").replace("-", "%2D")


def plain_run(article: Article, anchor: Anchor) -> str:
    """The longest run of words in one paragraph, without any mark that the live page may set otherwise, from whole word to whole word."""
    text, best = article.text, list[str]()
    for start, end in _within_paragraphs(article, anchor):
        for found in PLAIN.finditer(text, start, end):
            at, to = found.span()
            words = found[0].split()
            if len(words) <= len(best):
                continue
            if at > 0 and text[at - 1] in "-'’" and not text[at].isspace():
                words = words[1:]
            if to < len(text) and text[to] in "-'’" and not text[to - 1].isspace():
                words = words[:-1]
            words = words[:MOST_WORDS]
            if len(words) > len(best):
                best = words
    return " ".join(best).rstrip(".,;:!?") if len(best) >= LEAST_WORDS else ""


def _within_paragraphs(article: Article, anchor: Anchor) -> Iterable[Range]:
    """The parts of the anchor, cut where a paragraph ends, without what is not the article's."""
    paragraphs, first, parts = article.paragraphs, anchor.paragraph - 1, anchor.parts
    if anchor.end > paragraphs[first].end:
        both = product(parts, paragraphs[first:])
        parts = tuple([(max(start, one.start), min(end, one.end)) for (start, end), one in both if one.start < end and start < one.end])
    return [piece for part in parts for piece in without(part, article.skipped)] if article.skipped else parts


@lru_cache(maxsize=REMEMBERED)
def language(tag: str) -> str:
    """The language tag if it is well formed (BCP 47), else ""."""
    return tag if TAG.fullmatch(tag) else ""


@lru_cache(maxsize=REMEMBERED)
def direction(tag: str) -> str:
    """ "rtl" where the tag's script, else the language's own, runs from right to left; "auto" where neither is known; else "ltr"."""
    found = TAG.fullmatch(tag.lower())
    if not found:
        return "auto"
    written = found["script"] or found["language"]
    if written in TO_THE_LEFT or f"{written}-{found['region']}" in TO_THE_LEFT:
        return "rtl"
    return "auto" if written in UNKNOWN else "ltr"


def to_source(root: str, source: str, paragraph: int = 0) -> str:
    """The source's page, at a paragraph."""
    return f"{root}sources/{source}.html" + (f"#p{paragraph}" if paragraph else "")


def to_record(root: str, dossier: str, kind: str, record: str) -> str:
    """The record on its dossier's page; what the story cites leads to the story, what is of no dossier to its free page."""
    if not dossier:
        return f"{root}{record}.html"
    return f"{root}dossiers/{dossier}.html#" + ("in-brief" if kind == "story" else f"{kind}-{record}")
