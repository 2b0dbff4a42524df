"""Can there be something at an address on the web?"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

REMEMBERED = 4096  # addresses: each is asked of for the checks, for pages and for exports
INVISIBLE = "\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # some of them turn what stands behind them round
UNFIT = re.compile(rf"[\s\x00-\x1f\x7f-\x9f\"<>\\^`{{|}}{INVISIBLE}]|%(?![0-9A-Fa-f]{{2}})|#.*#")
LONGEST_LABEL = 63  # characters between two points of a host's name


@lru_cache(maxsize=REMEMBERED)
def is_address(url: str) -> bool:
    """Whether this is an address of a page, or of a letter box."""
    if UNFIT.search(url):
        return False
    try:
        parts = urlsplit(url)
        if parts.scheme == "mailto":
            return "@" in parts.path
        return parts.scheme in ("http", "https") and "@" not in parts.netloc and parts.port != 0 and _is_host(parts.hostname or "")
    except ValueError:  # a bracket that is not closed, a sign that no host may have, a port that is no number
        return False


def _is_host(name: str) -> bool:
    """Whether a host may be called so: by names with points between them, or by its number."""
    labels = name.removesuffix(".").split(".")
    if ":" in name:
        return True  # the sixth version's number, which was read already
    if labels[-1].isdecimal():
        return len(labels) == 4 and all(label.isdecimal() and int(label) < 256 for label in labels)
    return all(0 < len(label) <= LONGEST_LABEL for label in labels)
