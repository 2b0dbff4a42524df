"""What is looked for first, since it costs little, stands in all that a rule finds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.check.slips import CONFUSED, DOUBLED, Rule, _pattern, _possible, _rules
from tests.conftest import LittleSite

RULES = [pytest.param(rule, id=f"{language}: {rule.meant}") for language in sorted({*DOUBLED, *CONFUSED}) for rule in _rules(language)]


@pytest.mark.parametrize("rule", RULES)
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_a_rule_finds_has_what_the_rule_cannot_do_without(rule: Rule, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(_pattern(rule), fullmatch=True))
    for case in (text, text.upper(), f"“{text}” "):
        if _pattern(rule).search(case):
            assert rule in _possible([rule], case)


@pytest.mark.parametrize("text", ["The the", "İT'S OWN", "it'ſ own", "caſualities", "THE\nthe", "„THE The“"])
def test_letters_that_count_as_one_are_one(text: str) -> None:
    found = [rule for rule in _rules("en") if _pattern(rule).search(text)]
    assert found == _possible(found, text)
    assert found


def test_what_is_to_be_marked_in_one_source_is_one_list(site: Callable[[str], LittleSite]) -> None:
    little = site("""
    -- seeds/afp.txt --
    The the boiler cost an pound, she said, it's own.
    -- content/mines/sources.yaml --
    - {id: afp, file: afp.txt, language: en}
    -- content/mines/story.md --
    It is so [@afp "The the boiler cost an pound, she said, it's own"].
    """)
    others = "{words: an pound, meant: a pound}, {words: 'it''s own', meant: its own}"
    hints = [one.problem.hint.splitlines()[1] for one in little.problems().problems]
    assert hints == [f"sic: [{{words: The the, meant: The}}, {others}]"] * 3

    little.write("content/mines/sources.yaml", "- id: afp\n  file: afp.txt\n  language: en\n  sic: [{words: The the, meant: The}]\n")
    first, second = (one.problem.hint for one in little.problems().problems)
    assert "add to the list `sic` of 'afp'" in first
    assert first.splitlines()[1] == second.splitlines()[1] == others
