"""How programs save a file."""

from __future__ import annotations

from pathlib import Path


def in_place(path: Path, content: bytes) -> None:
    """As VS Code and nano."""
    path.write_bytes(content)


def by_rename(path: Path, content: bytes) -> None:
    """As gedit, Kate, Sublime Text and most programs that are afraid of losing something."""
    new = path.with_name(f".{path.name}.tmp")
    new.write_bytes(content)
    new.replace(path)


def with_backup(path: Path, content: bytes) -> None:
    """As Vim: what was there becomes a backup, the new file has its name."""
    backup = path.with_name(f"{path.name}~")
    path.rename(backup)
    path.write_bytes(content)
    backup.unlink()


def anew(path: Path, content: bytes) -> None:
    """As some on other systems: what was there is deleted first."""
    path.unlink()
    path.write_bytes(content)


def in_two_steps(path: Path, content: bytes) -> None:
    """Emptied, and then written in pieces."""
    with path.open("wb") as file:
        for piece in (content[: len(content) // 2], content[len(content) // 2 :]):
            file.write(piece)
            file.flush()


SAVES = (in_place, by_rename, with_backup, anew, in_two_steps)
