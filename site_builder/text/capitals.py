"""How do words begin that stand alone as a heading or a sentence?"""

from __future__ import annotations


def begun(words: str) -> str:
    """The words with a capital. Of a letter in which headings don't differ from other words, as in Georgian, it is the letter itself."""
    return words[:1].title() + words[1:]
