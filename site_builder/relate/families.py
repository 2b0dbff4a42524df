"""Which sources carry the same report?"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.model import Source


def families(sources: Sequence[Source]) -> tuple[frozenset[str], ...]:
    """The sources by originator, in the order of their first source. Only the editor's `derived_from` joins two."""
    parent: dict[str, str] = {}
    for source in sources:
        for origin in _several(source.derived_from):
            parent[_root(parent, source.id)] = _root(parent, origin)
    members: dict[str, list[str]] = {}
    for source in sources:
        members.setdefault(_root(parent, source.id), []).append(source.id)
    return tuple(frozenset(ids) for ids in members.values())


def _several(ids: str | tuple[str, ...]) -> tuple[str, ...]:
    return (ids,) if isinstance(ids, str) else ids


def _root(parent: dict[str, str], name: str) -> str:
    while name in parent and parent[name] != name:
        name = parent[name]
    return name
