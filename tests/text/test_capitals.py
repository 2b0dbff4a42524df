from __future__ import annotations

import pytest

from site_builder.text.capitals import begun


@pytest.mark.parametrize(
    ("written", "begins"),
    [("mines sent", "Mines sent"), ("élus", "Élus"), ("мины", "Мины"), ("ნაღმები", "ნაღმები"), ("ǆep", "ǅep"), ("$5", "$5"), ("", "")],
)
def test_words_begin_with_the_capital_that_headings_have(written: str, begins: str) -> None:
    assert begun(written) == begins
