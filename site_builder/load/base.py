"""At which address may a site stand? Apart, since a build that is given one asks before it imports anything else."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

BASE = re.compile(r"https?://[^\s\x00-\x1f\x7f\"<>\\^`{|}?#]+")


def is_base(url: str) -> bool:
    """Whether a site may stand at this address: on the web, with a host, and without a query or fragment."""
    try:
        parts = urlsplit(url)
        return bool(BASE.fullmatch(url) and parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # a bracket that is not closed, a sign that no host may have, a port that is no number
        return False
