"""Where does a link lead, and may it be one?"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

from site_builder.model import Anchor, Source

REMEMBERED = 4096  # addresses, language tags, words
SCHEMES = frozenset({"http", "https", "mailto"})
UNFIT = re.compile(r"[\s\x00-\x1f\x7f\"<>\\^`{|}]")
LANGUAGE = re.compile(
    r"(?P<language>[A-Za-z]{2,3})(?:-(?P<script>[A-Za-z]{4}))?(?:-(?P<region>[A-Za-z]{2}|[0-9]{3}))?(?:-[A-Za-z0-9]{5,8})*"
)
TO_THE_LEFT = frozenset(  # scripts (ISO 15924), languages whose own script is one of these, and what a language is in a country
    "adlm arab aran armi avst chrs cprt elym gara hatr hebr hung khar lydi mand mani mend merc mero narb nbat nkoo orkh ougr "
    "palm phli phlp phnx prti rohg samr sarb sidt sogd sogo syrc syre syrj syrn thaa yezi "
    "aao abh abv acm acq acw acx adf aeb aec afb aii apc apd ar arb arc arq ars ary arz auz avl ayh ayl ayn ayp azb bal bcc bft "
    "bgn bgp bqi brh ckb dcc dv fa glk gwc haz he hno iw ji jpr jrb khw ks lah lki lrc luz mzn nqo pbt pbu pes pga phr pnb prs ps "
    "pst rhg sam sd sdh shu skr ssh syr trw ug ur ydd yi az-iq az-ir kk-cn ku-iq ku-ir ky-cn pa-pk tg-pk uz-af".split()
)
UNKNOWN = frozenset("ku lad mis mul und zxx zinh zxxx zyyy zzzz".split())  # of no script, or of several, as Kurdish and Ladino
LEAST_WORDS, MOST_WORDS = 4, 12  # of a text fragment: shorter ones are ambiguous, longer ones meet marks that the live page sets otherwise
PLAIN = re.compile(r"[^\"'“”‘’„‚«»‹›`´…\-‐‑–—―−\[\]()]+")


@lru_cache(maxsize=REMEMBERED)
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
    return f"{url}{'' if '#' in url else '#'}:~:text={'%20'.join(map(_in_address, run.split(' ')))}"


@lru_cache(maxsize=REMEMBERED)
def _in_address(word: str) -> str:
    """A word as a text fragment has it. The same words stand in most of them."""
    return quote(word, safe="").replace("-", "%2D")


def plain_run(text: str, anchor: Anchor) -> str:
    """The longest run of words, without any mark that the live page may set otherwise, that begins and ends with whole words."""
    best: list[str] = []
    for start, end in anchor.parts:
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


@lru_cache(maxsize=REMEMBERED)
def language(tag: str) -> str:
    """The language tag if it is a plausible one (BCP 47), else ""."""
    return tag if LANGUAGE.fullmatch(tag) else ""


@lru_cache(maxsize=REMEMBERED)
def direction(tag: str) -> str:
    """ "rtl" where the tag's script, else the language's own, runs from right to left; "auto" where neither is known; else "ltr"."""
    found = LANGUAGE.fullmatch(tag.lower())
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
