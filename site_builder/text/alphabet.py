"""In which order do names stand?"""

from __future__ import annotations

from unicodedata import combining, normalize


def by_letters(name: str) -> str:
    """By which a name has its place: its letters without their marks, and only then with them; capitals count as small letters."""
    folded = name.casefold()
    if folded.isascii():
        return folded
    plain = "".join(letter for letter in normalize("NFKD", folded) if not combining(letter))
    return folded if plain == folded else f"{plain}\0{folded}"
