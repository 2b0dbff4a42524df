"""The README, section by section."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """From a heading to the next one of the same or a higher level, its fenced blocks included."""
    hidden = re.sub(r"^```.*?^```", lambda block: block[0].replace("\n#", "\n\x00"), README, flags=re.M | re.S)
    found = re.search(rf"^(#+) {re.escape(title)}$", hidden, re.M)
    assert found, f"README.md has no section '{title}'"
    rest = hidden[found.end() :]
    following = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.M)
    return (rest[: following.start()] if following else rest).replace("\x00", "#")


def blocks(text: str, *languages: str) -> list[str]:
    """What stands in the fenced blocks of these languages, in order."""
    return [body for language, body in re.findall(r"^```(\w*)\n(.*?)^```", text, re.M | re.S) if language in languages]
