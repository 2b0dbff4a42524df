from __future__ import annotations

from array import array
from itertools import combinations
from random import Random

from site_builder.relate.meetings import FEW, meetings


def prints(*sources: set[int]) -> list[bytes]:
    return [array("Q", sorted(one)).tobytes() for one in sources]


def test_sources_that_share_enough_meet() -> None:
    found = meetings(prints({1, 2, 3, 4}, {2, 3, 4, 5}, {4, 5, 6}))

    assert found.pairs == ((0, 1),)


def test_inside_a_dossier_one_fingerprint_is_enough() -> None:
    found = meetings(prints({1, 2, 3}, {3, 4, 5}, {5, 6, 7}, {8}), [[0, 1], [2, 3]])

    assert found.pairs == ((0, 1),)


def test_the_same_pairs_as_comparing_all_with_all() -> None:
    random = Random(2)  # noqa: S311 numbers for a test need no secret chance
    sources = [{random.randrange(1 << 40) for _ in range(30)} for _ in range(60)]
    for n in range(0, 60, 4):
        for other in (n + 1, n + 2):
            sources[other] |= set(list(sources[n])[: random.randint(1, 6)])
    expected = {pair for pair in combinations(range(60), 2) if len(sources[pair[0]] & sources[pair[1]]) >= 3}

    assert expected
    assert set(meetings(prints(*sources)).pairs) == expected


def test_a_report_that_went_round_is_one_connected_family_without_comparing_all_with_all() -> None:
    many = 300
    report = set(range(1000, 1100))
    found = meetings(prints(*({*report, n} for n in range(many))))

    assert many - 1 <= len(found.pairs) <= 4 * many
    joined = {0}
    for one, other in found.pairs:
        if one in joined or other in joined:
            joined |= {one, other}
    assert joined == set(range(many))
    assert not found.common


def test_a_footer_of_many_unrelated_sources_brings_nobody_together() -> None:
    footer = set(range(1000, 1010))
    found = meetings(prints(*(footer | {5000 + 200 * n + k for k in range(150)} for n in range(10 * FEW))))

    assert not found.pairs
    assert found.common == footer
