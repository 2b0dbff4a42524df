from __future__ import annotations

from collections.abc import Callable
from typing import Any

Check = Callable[[str], Any]

REPORT = """
    At least 60 people are feared dead after a dam in the east burst under heavy rain, washing away about twenty villages.

    The reservoir lies forty kilometres north of the port. A week of torrential rain had filled it with mud.

    Many families fled to the hills for fear of scorpions and snakes, and the main road to the coast was cut.
"""
OTHER = """
    The bell of the church lies in the nave, full of plaster, and the priest jokes that his bishop must pay for a roof.

    Nobody here has slept. The crowd asked the governor for water and got a speech about steel.
"""
SITE = f"""
    -- seeds/a.txt --{REPORT}
    -- seeds/b.txt --{REPORT.replace("Many families fled", "Families had fled")}
    -- seeds/c.txt --{OTHER}"""


def test_independent_by_the_editor_but_one_report_by_the_text(check_site: Check) -> None:
    check_site(f"""{SITE}
    -- content/dams/sources.yaml --
    - id: a
      file: a.txt
      independent_of: [c, b]    #! not-independent: 'a' and 'b': said to be independent, but by their texts they are one report
    - {{id: b, file: b.txt}}
    - {{id: c, file: c.txt, independent_of: a}}
    """)


def test_independent_of_what_it_is_joined_with_by_others(check_site: Check) -> None:
    check_site(f"""{SITE}
    -- content/dams/sources.yaml --
    - id: a
      file: a.txt
    - {{id: b, file: b.txt}}
    - id: c
      file: c.txt
      derived_from: a
      independent_of: b    #! not-independent: all count as one
    """)


def test_derived_and_independent_at_once(check_site: Check) -> None:
    check_site(f"""{SITE}
    -- content/dams/sources.yaml --
    - id: a
      file: a.txt
      independent_of: c    #! derived-and-independent: keep `derived_from` or `independent_of`
    - {{id: b, file: b.txt}}
    - {{id: c, file: c.txt, derived_from: a}}
    """)


def test_derived_from_what_came_later(check_site: Check) -> None:
    check_site(f"""{SITE}
    -- content/dams/sources.yaml --
    - id: a
      file: a.txt
      published: 2024-08-25
      derived_from: b    #! derived-from-later: the first, of 2024-08-25
    - {{id: b, file: b.txt, published: 2024-08-27}}
    - {{id: c, file: c.txt}}
    """)


def test_an_uncertain_or_wider_date_contradicts_nothing(check_site: Check) -> None:
    check_site(f"""{SITE}
    -- content/dams/sources.yaml --
    - {{id: a, file: a.txt, published: 2024-08-25, derived_from: [b, c]}}
    - {{id: b, file: b.txt, published: 2024-08-26?}}
    - {{id: c, file: c.txt, published: 2024-08}}
    """)


def test_a_day_may_be_the_same_elsewhere(check_site: Check) -> None:
    check_site(f"""{SITE}
    -- content/dams/sources.yaml --
    - {{id: a, file: a.txt, published: 2024-08-25, derived_from: b}}
    - {{id: b, file: b.txt, published: 2024-08-26}}
    - {{id: c, file: c.txt}}
    """)


def test_derived_from_a_report_of_another_agency(check_site: Check) -> None:
    check_site(f"""{SITE}
    -- content/dams/sources.yaml --
    - id: a
      file: a.txt
      credit: AFP
      derived_from: [b]    #! other-credit: the first credits AFP, the second Reuters
    - {{id: b, file: b.txt, credit: Reuters}}
    - {{id: c, file: c.txt}}
    """)


def test_a_retelling_in_other_words_is_no_contradiction(check_site: Check) -> None:
    check_site(f"""{SITE}
    -- content/dams/sources.yaml --
    - {{id: a, file: a.txt, derived_from: c}}
    - {{id: b, file: b.txt}}
    - {{id: c, file: c.txt}}
    """)


def test_a_source_of_two_dossiers_is_warned_of_once(check_site: Check) -> None:
    check_site(f"""{SITE}
    -- content/dams/sources.yaml --
    - id: a
      file: a.txt
      independent_of: b    #! not-independent
    - {{id: b, file: b.txt}}
    - {{id: c, file: c.txt}}
    -- content/rains/sources.yaml --
    - id: a
      file: a.txt
      independent_of: b
    """)


def test_a_source_is_no_source_of_itself(check_site: Check) -> None:
    check_site(f"""{SITE}
    -- content/dams/sources.yaml --
    - id: a
      file: a.txt
      derived_from: a                #! wrong-value: can't derive from itself
    - id: b
      file: b.txt
      derived_from:
        - a
        - b                          #! wrong-value: can't derive from itself
    - {{id: c, file: c.txt, independent_of: [a, c]}}     #! wrong-value: can't be independent of itself
    """)


def test_sources_that_derive_from_each_other_in_a_circle_are_told_once(check_site: Check) -> None:
    check_site(f"""{SITE}
    -- content/dams/sources.yaml --
    - id: a
      file: a.txt
      published: 2024-11-20
      derived_from: c                #! wrong-value: 'a' from 'c' from 'b' from 'a'
    - {{id: b, file: b.txt, derived_from: a}}
    - {{id: c, file: c.txt, derived_from: [b], published: 2024-11-25}}
    """)
