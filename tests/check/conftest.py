"""A dossier of one or two sources, made of texts and records, without a disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from site_builder.check.citations import Checked, check_citations
from site_builder.model import Claim, Cover, Dossier, Event, Figure, Quote, Reaction, Source
from site_builder.text.article import article
from site_builder.text.passages import Passages

Record = Quote | Figure | Event | Claim | Reaction
Verify = Callable[..., Checked]


def _verify(texts: Mapping[str, str], *records: Record, language: str = "en") -> Checked:
    """How the records come out against articles, by source."""
    dossier = Dossier(
        "mines",
        Cover(title="Mines"),
        sources=tuple(Source(id=name, file=f"{name}.txt", language=language) for name in texts),
        quotes=tuple(one for one in records if isinstance(one, Quote)),
        figures=tuple(one for one in records if isinstance(one, Figure)),
        events=tuple(one for one in records if isinstance(one, Event)),
        claims=tuple(one for one in records if isinstance(one, Claim)),
        reactions=tuple(one for one in records if isinstance(one, Reaction)),
    )
    library = {name: Passages(article(text, "")) for name, text in texts.items()}
    return check_citations(dossier, library, dict.fromkeys(texts, language), lambda _: "")


@pytest.fixture
def verify() -> Verify:
    return _verify
