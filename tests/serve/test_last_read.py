"""A dossier's files as they last could be read."""

from __future__ import annotations

import pytest

from site_builder.serve import last_read
from site_builder.serve.last_read import LastRead
from site_builder.steps import Folder


def folder(name: str, key: bytes, story: bytes) -> Folder:
    return Folder(name, key, {"story.md": story, "quotes.yaml": b"[]"}, {"a/one.txt": story * 2, "two.txt": "missing"})


def test_a_folder_comes_back_as_it_was_kept() -> None:
    kept = LastRead()
    kept.keep(folder("mines", b"1", b"Mines."))
    kept.keep(folder("mines", b"2", b"Mines are sent."))
    was = kept.folder("mines")
    assert (was.id, was.key, was.files) == ("mines", b"2", {"story.md": b"Mines are sent.", "quotes.yaml": b"[]"})
    assert was.seeds == {"a/one.txt": b"Mines are sent." * 2}
    kept.drop("mines")
    assert "mines" not in kept


def test_those_kept_longest_ago_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = LastRead()
    kept.keep(folder("mines", b"1", b"Mines."))
    assert not kept.is_full
    monkeypatch.setattr(last_read, "MOST", 60)
    for name in ("cables", "drones"):
        kept.keep(folder(name, b"1", name.encode()))
    assert [name for name in ("mines", "cables", "drones") if name in kept] == ["drones"]
