from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.build import verify
from site_builder.model import Archive, Correction, Cover, Date, Dossier, Source
from site_builder.relate.edition import amended, edition, newest, sums
from tests.conftest import LittleSite


def dossier(updated: str = "", corrected: str = "", **source: object) -> Dossier:
    corrections = (Correction(Date(corrected), "It was Wednesday"),) if corrected else ()
    cover = Cover("D", updated=Date(updated) if updated else None, corrections=corrections)
    return Dossier("d", cover, sources=(Source("s", "s.txt", **source),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("dossiers", "expected", "checked"),
    [
        ([], None, False),
        ([dossier()], None, False),
        ([dossier("2024-11-20"), dossier("2024-11-2X"), dossier("2024-11-25")], "2024-11-2X", True),
        ([dossier("2024", published=Date("2025-01-01"))], "2024", True),
        ([dossier("2024-11-20/.."), dossier(corrected="2024-12-01")], "2024-12-01", False),
        ([dossier(published=Date("2024-11-20")), dossier(archive=Archive("https://a.org", Date("2024-11-22")))], "2024-11-22", False),
    ],
)
def test_the_content_says_when_it_was_checked(dossiers: list[Dossier], expected: str | None, *, checked: bool) -> None:
    found = edition(b"", (one.cover.updated for one in dossiers), map(newest, dossiers))

    assert (found.date, found.checked) == (expected, checked)


def test_the_fingerprint_is_that_of_the_list_that_sha256sum_prints(site: Callable[[str], LittleSite]) -> None:
    little = site("-- seeds/a.txt --\nText.\n-- seeds/é b.txt --\nMore.\n-- content/d/dossier.yaml --\ntitle: D\n")
    files = sorted((path for path in little.root.rglob("*") if path.is_file()), key=lambda path: path.relative_to(little.root).as_posix())
    sums = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(little.root).as_posix()}\n" for path in files)

    expected = hashlib.sha256("".join(sums).encode()).hexdigest()

    assert verify(little.root).outcome.told()["content"]["sha256"] == expected
    little.edit("seeds/a.txt", "Text", "Test")
    assert verify(little.root).outcome.told()["content"]["sha256"] != expected


def test_a_file_whose_name_is_not_utf8_can_be_listed() -> None:
    assert sums({"seeds/\udcff.txt": "00"}) == b"00  seeds/\xff.txt\n"


PATHS = st.text("ab /.é\u4e2d\udcff\\\n", min_size=1, max_size=6).map("content/{}".format)
SUMS = st.integers(0, 2**256 - 1).map("{:064x}".format)


@given(st.dictionaries(PATHS, SUMS), st.dictionaries(PATHS, SUMS | st.just("")), st.data())
def test_a_list_in_which_some_files_are_different_is_the_list_of_all(
    had: dict[str, str], other: dict[str, str], data: st.DataObject
) -> None:
    """What can't be written into the list that there was is None: the list is then made anew."""
    changed = other | {path: data.draw(SUMS) for path in had if data.draw(st.booleans())}
    now = {path: own for path, own in (had | changed).items() if own}

    found = amended(sums(had), changed)

    assert found in (None, sums(now))
    if not any("\\" in path or "\n" in path for path in had | changed):
        assert found is not None
