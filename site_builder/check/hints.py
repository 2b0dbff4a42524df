"""How does a hint write words so that they can be pasted into YAML?"""

from __future__ import annotations

import re

UNSAFE = re.compile(r"[:#,\[\]{}'\"&*!|>%@`\\]|^[^\w]|^\d|\s$")


def in_yaml(words: str) -> str:
    """Words as a value within { } or [ ], between marks where they need them."""
    return f"'{words.replace(chr(39), chr(39) * 2)}'" if UNSAFE.search(words) else words
