"""What is kept of a site's kinships from one build to the next: the rows of a drawer.

source/NUMBER   what is known of a source, by the number that its name gives it
dossier/NAME    the sources of a dossier that have a text
crowd/PART      who carries which fingerprints
met/NUMBER      the pairs of a source that were compared, and what came of it
site            what is said of the site as a whole
"""

from __future__ import annotations

from array import array
from collections.abc import MutableMapping
from typing import TypeVar

from msgspec import Struct, msgpack

from site_builder.relate.families import number

VERSION = 1
T = TypeVar("T")
Names = tuple[str, str]


class Carrier(Struct, frozen=True):
    """All that must be known of a source to tell whom it meets."""

    fingerprints: bytes | None = None  # None if its article is missing
    content: bytes = b""  # a digest of whatever a comparison reads of it: article, credits, outlet
    dossiers: tuple[str, ...] = ()
    derived_from: tuple[str, ...] = ()
    independent_of: tuple[str, ...] = ()


class Known(Struct, frozen=True):
    """What is kept of a source."""

    name: str
    carrier: Carrier | None = None  # None if there is no such source, but others name it
    named_by: tuple[str, ...] = ()  # whose `derived_from` or `independent_of` it is

    @property
    def readable(self) -> bool:
        return self.carrier is not None and self.carrier.fingerprints is not None

    @property
    def prints(self) -> bytes:
        return (self.carrier and self.carrier.fingerprints) or b""

    @property
    def own(self) -> frozenset[int]:
        """Its fingerprints."""
        return frozenset(array("Q", self.prints))

    @property
    def dossiers(self) -> frozenset[str]:
        """Those in which its text stands."""
        return frozenset(self.carrier.dossiers) if self.carrier and self.readable else frozenset()

    @property
    def names(self) -> frozenset[str]:
        """The sources on which the editor speaks beside it."""
        return frozenset((*self.carrier.derived_from, *self.carrier.independent_of)) if self.carrier else frozenset()


class Compared(Struct, frozen=True, array_like=True):
    """What came of comparing a pair."""

    stamp: bytes  # of all that the answer depends on, but for what is heard everywhere
    asked: bytes | None  # of which fingerprints it was asked whether they are; None if none were
    heard: bytes  # those that were
    kin: str = ""
    kinship: bytes = b""  # a Kinship in msgpack; nothing if the two are merely apart


class Met(Struct):
    name: str
    others: dict[str, Compared]


class Site(Struct, frozen=True):
    """What is said of the site as a whole."""

    version: int = VERSION
    sources: int = 0  # that have a text
    agencies: tuple[str, ...] = ()
    bits: int = 0  # by which crowds are kept; 0 if none are
    everywhere: bytes = b""  # fingerprints of what is heard everywhere, in order
    usual: tuple[float, float] = (0.0, 0.0)
    first: tuple[int, ...] = ()  # sources that stand in a dossier, from the smallest number on
    shares: tuple[tuple[int, int, float, float], ...] = ()  # what those of them that are strangers have in common


class Lost(Exception):
    """The drawer does not hold what it should."""


class Rows:
    """The rows of a drawer as records."""

    def __init__(self, drawer: MutableMapping[str, bytes]) -> None:
        self.drawer = drawer

    def names(self, kind: str) -> list[str]:
        return [name for name in self.drawer if name.startswith(kind)]

    def read(self, row: str, kind: type[T]) -> T:
        found = self.find(row, kind)
        if found is None:
            raise Lost(row)
        return found

    def find(self, row: str, kind: type[T]) -> T | None:
        stored = self.drawer.get(row)
        return None if stored is None else msgpack.decode(stored, type=kind)

    def write(self, row: str, kept: Struct | list[str] | None) -> None:
        """None removes it."""
        if kept is not None:
            self.drawer[row] = msgpack.encode(kept)
        elif row in self.drawer:
            del self.drawer[row]


def row_of(kind: str, name: str) -> str:
    return row_by(kind, number(name))


def row_by(kind: str, one: int) -> str:
    return f"{kind}/{one:016x}"


class Sources(Rows):
    """The rows, and what was read of the sources among them."""

    def __init__(self, drawer: MutableMapping[str, bytes]) -> None:
        super().__init__(drawer)
        self.known: dict[int, Known | None] = {}

    def source(self, one: int) -> Known:
        """The source with this number."""
        found = self.look(one)
        if found is None:
            raise Lost
        return found

    def named(self, name: str) -> Known:
        """What is known of a source, be it nothing but its name."""
        return self.look(number(name)) or Known(name)

    def look(self, one: int) -> Known | None:
        if one not in self.known:
            self.known[one] = self.find(row_by("source", one), Known)
        return self.known[one]

    def put(self, known: Known) -> None:
        kept = known if known.carrier or known.named_by else None
        self.known[number(known.name)] = kept
        self.write(row_of("source", known.name), kept)

    def members(self, dossier: str) -> list[str]:
        """Those sources of a dossier that have a text."""
        return self.find(f"dossier/{dossier}", list[str]) or []


def in_order(one: str, other: str) -> Names:
    return (one, other) if one < other else (other, one)
