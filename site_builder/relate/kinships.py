"""Which pairs of sources are one report, and what shows it?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from msgspec import msgpack

from site_builder.model import Article, Kinship, Outlet, Source
from site_builder.relate.comparing import Print
from site_builder.relate.kinfolk import Kinfolk
from site_builder.relate.rows import Carrier
from site_builder.text.credits import agencies
from site_builder.text.fingerprints import fingerprints
from site_builder.text.kinship import several


def kinships(
    sources: Sequence[Source],
    articles: Mapping[str, Article],
    outlets: Iterable[Outlet] = (),
    dossiers: Iterable[Iterable[str]] = (),
) -> tuple[Kinship, ...]:
    """Every pair of sources that are, or may be, one report, and every pair on which the editor has spoken; over the whole site.

    `dossiers`: the sources of each; two of one dossier are compared even where they share little.
    """
    known = {outlet.id: outlet for outlet in outlets}
    prints = {one.id: Print(one, articles.get(one.id), known.get(one.outlet or "")) for one in sources}
    of: dict[str, list[str]] = {}
    for n, names in enumerate(dossiers):
        for name in dict.fromkeys(names):
            of.setdefault(name, []).append(str(n))
    everything = {name: carrier(one, of.get(name, ()), b"") for name, one in prints.items()}  # nothing is kept: no digests are needed
    kin = Kinfolk({})
    kin.update({}, prints.__getitem__, lambda: everything, agencies(known.values()))
    return kin.pairs()


def carrier(one: Print, dossiers: Iterable[str], content: bytes, prints: bytes | None = None) -> Carrier:
    """What must be known of a source to tell whom it meets.

    `dossiers`: those in which it stands; `content`: a digest of all that a comparison reads, such as `digest` gives; `prints`: its
    fingerprints, if they are known.
    """
    return Carrier(
        fingerprints=None if one.article is None else fingerprints(one.article) if prints is None else prints,
        content=content,
        dossiers=tuple(sorted(set(dossiers))),
        derived_from=several(one.source.derived_from),
        independent_of=several(one.source.independent_of),
    )


def digest(one: Print) -> bytes:
    """Of all that a comparison reads of a source."""
    source, outlet = one.source, one.outlet
    read = source.credit, source.authors, source.url, outlet and (outlet.kind, outlet.name), one.article
    return blake2b(msgpack.encode(read), digest_size=16).digest()
