"""The disk: what is read, and how a site is put in its place. All paths inside are relative, with forward slashes."""

from site_builder.files.ahead import ahead, seen
from site_builder.files.inputs import (
    READ,
    Stat,
    UnreadableError,
    inputs,
    is_same,
    listing,
    look,
    packaged_theme,
    read,
    real,
    root_above,
    scan,
    subfolders,
)
from site_builder.files.output import NO_STAMP, ForeignFilesError, Staged, Stamp, mapped, publishing, put, stamp, times, write

__all__ = [
    "NO_STAMP",
    "READ",
    "ForeignFilesError",
    "Staged",
    "Stamp",
    "Stat",
    "UnreadableError",
    "ahead",
    "inputs",
    "is_same",
    "listing",
    "look",
    "mapped",
    "packaged_theme",
    "publishing",
    "put",
    "read",
    "real",
    "root_above",
    "scan",
    "seen",
    "stamp",
    "subfolders",
    "times",
    "write",
]
