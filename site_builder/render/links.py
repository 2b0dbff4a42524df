"""Where does a link lead, and may it be one?"""

from __future__ import annotations

from functools import lru_cache

from site_builder.model import Anchor, Article, Publish, Source
from site_builder.render.fragments import fragment
from site_builder.text.addresses import is_address
from site_builder.text.languages import TAG

REMEMBERED = 4096  # language tags
TO_THE_LEFT = frozenset(  # scripts (ISO 15924), languages whose own script is one of these, and what a language is in a country
    "adlm arab aran armi avst chrs cprt elym gara hatr hebr hung khar lydi mand mani mend merc mero narb nbat nkoo orkh ougr "
    "palm phli phlp phnx prti rohg samr sarb sidt sogd sogo syrc syre syrj syrn thaa yezi "
    "aao abh abv acm acq acw acx adf aeb aec afb aii apc apd ar arb arc arq ars ary arz auz avl ayh ayl ayn ayp azb bal bcc bft "
    "bgn bgp bqi brh ckb dcc dv fa glk gwc haz he hno iw ji jpr jrb khw ks lah lki lrc luz mzn nqo pbt pbu pes pga phr pnb prs ps "
    "pst rhg sam sd sdh shu skr ssh syr trw ug ur ydd yi az-iq az-ir kk-cn ku-iq ku-ir ky-cn pa-pk tg-pk uz-af".split()
)
UNKNOWN = frozenset("ku lad mis mul und zxx zinh zxxx zyyy zzzz".split())  # of no script, or of several, as Kurdish and Ladino
FRAGMENT = ":~:"  # begins what leads the browser to words


def web(url: str) -> str:
    """The address if it is one that may be linked, else ""."""
    return url if is_address(url) else ""


def original(source: Source, article: Article, anchor: Anchor, publish: Publish) -> str:
    """The source's own address, led to the words by a text fragment where they can be told apart."""
    url = web(source.url)
    if url[:4].lower() != "http":
        return ""
    words = fragment(article, anchor, publish)
    if not words:
        return url
    page, _, place = url.partition("#")
    return f"{page}#{place.partition(FRAGMENT)[0]}{FRAGMENT}text={words}"


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
