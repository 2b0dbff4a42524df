"""A small working site to start from."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

SITE = Path(__file__).parent / "site"


def plant(folder: Path) -> None:
    """Makes the site in `folder`, whole or not at all. FileExistsError if something is there already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".dossier-new-") as made:
        whole = Path(made) / "site"
        shutil.copytree(SITE, whole)
        (whole / "gitignore").rename(whole / ".gitignore")
        if folder.exists():
            folder.rmdir()
        whole.rename(folder)
