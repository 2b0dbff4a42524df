from __future__ import annotations

import pytest
from msgspec.structs import replace

from site_builder.model import Cue, Kinship, Run
from site_builder.text.kinship import why

RUN = Run(60, (0, 300), (10, 310))
PAIR = Kinship("a", "b", "certain", "certain", (RUN, RUN), 112, (0.27, 0.214))
AFP = (Cue("a", "AFP", "told AFP", 4, 12), Cue("b", "AFP", "AFP"))
SHARED = "2 passages of together 112 words (27 % and 21 % of the texts outside quotation marks)"


@pytest.mark.parametrize(
    ("pair", "sentence"),
    [
        (PAIR, f"certain: {SHARED}"),
        (replace(PAIR, cues=AFP), f"certain: {SHARED}, and both credit AFP"),
        (
            replace(PAIR, kin="probable", runs=(RUN,), words=60, agencies=(("AFP",), ())),
            "probable: 1 passage of 60 words (27 % and 21 % of the texts outside quotation marks); only one of them credits AFP",
        ),
        (replace(PAIR, agencies=(("AFP",), ("AP", "dpa"))), f"certain: {SHARED}, but one credits AFP, the other AP and dpa"),
        (replace(PAIR, unit="characters"), f"certain: {SHARED.replace('words', 'characters')}"),
        (
            Kinship("a", "b", "certain", "apart", editor="derived_from"),
            "certain: the editor says so; outside quotation marks the texts share no passage",
        ),
        (
            replace(PAIR, kin="apart", editor="independent_of"),
            f"apart: the editor says so, though by the texts certain: {SHARED}",
        ),
    ],
)
def test_why_two_sources_count_as_one_report_or_two(pair: Kinship, sentence: str) -> None:
    assert why(pair) == sentence
