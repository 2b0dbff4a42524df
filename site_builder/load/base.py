"""At which address may a site stand? Apart, since a build that is given one asks before it imports anything else."""

from __future__ import annotations

import re

from site_builder.text.addresses import is_address

BASE = re.compile(r"https?://[^?#]+")


def is_base(url: str) -> bool:
    """Whether a site may stand at this address: on the web, with a host, and without a query or fragment."""
    return bool(BASE.fullmatch(url)) and is_address(url)
