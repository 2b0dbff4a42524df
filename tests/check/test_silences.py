"""An editor answers a warning with a reason, and it is not said again."""

from collections.abc import Callable

import pytest

from site_builder.build import build, check
from site_builder.report import told
from tests.conftest import LittleSite

Check = Callable[[str], LittleSite]
Make = Callable[[str], LittleSite]

AUSTIN = """
-- content/actors.yaml --
- {id: lloyd-austin, name: Lloyd Austin}
- {id: mary-wareham, name: Mary Wareham}
-- content/one/sources.yaml --
- {id: afp, file: afp.txt}
-- content/two/sources.yaml --
- {id: ria, file: ria.txt}
-- seeds/afp.txt --
Loyd Austin said so.
-- seeds/ria.txt --
Loyd Austin said so.
"""


def test_a_dossier_speaks_for_its_own_sources(check_site: Check) -> None:
    check_site(
        AUSTIN.rstrip() + " #! near-name\n"
        """-- content/one/dossier.yaml --
title: One
silence: [{lint: near-name, of: Loyd Austin, reason: Another man.}]
-- content/two/dossier.yaml --
title: Two
"""
    )


def test_the_site_speaks_for_all(check_site: Check) -> None:
    check_site(
        AUSTIN
        + """
-- content/site.yaml --
title: S
silence:
  - {lint: near-name, of: [lloyd-austin, Loyd Austin], reason: Another man.}
"""
    )


@pytest.mark.parametrize("of", ["", "of: ria, ", "of: [ria, lloyd-austin], ", "of: [], "])
def test_each_of_what_it_is_about_must_fit(site: Make, of: str) -> None:
    little = site(f"{AUSTIN}\n-- content/two/dossier.yaml --\ntitle: T\nsilence: [{{lint: near-name, {of}reason: Another man.}}]\n")
    answered = check(little.root).answered

    assert [(one.problem.file, reason) for one, reason in answered] == [("seeds/ria.txt", "Another man.")]


def test_what_silences_nothing_is_told(check_site: Check) -> None:
    check_site("""
    -- content/one/dossier.yaml --
    title: One
    silence:
      - {lint: near-name, of: Lloyd Bentsen, reason: Another man.}     #! idle-silence: remove this entry
      - {lint: near-nam, reason: A slip.}                              #! unknown-lint: did you mean 'near-name'?
      - {lint: idle-silence, reason: Quiet.}                           #! unknown-lint: only warnings can be silenced
    -- seeds/afp.txt --
    Lloyd Austin said so.
    """)


def test_errors_cannot_be_silenced(check_site: Check) -> None:
    check_site("""
    -- content/one/dossier.yaml --
    title: One
    silence:
      - {lint: missing, reason: I know.}          #! unknown-lint: 'missing' is an error
      - {lint: unused-skip, reason: Some day.}
    -- content/one/events.yaml --
    - {id: e, what: W, cites: [{source: afp, words: Nothing of the kind was ever thought of}]}   #! missing
    -- seeds/afp.txt --
    Lloyd Austin said so.
    """)


def test_a_reason_is_required(check_site: Check) -> None:
    check_site("""
    -- content/one/dossier.yaml --
    title: One
    silence:
      - {lint: near-name}    #! missing-key
    -- seeds/afp.txt --
    Lloyd Austin said so.
    """)


def test_older_warnings_can_be_silenced_too(check_site: Check) -> None:
    check_site("""
    -- content/one/dossier.yaml --
    title: One
    silence:
      - {lint: ambiguous, of: e, reason: Both are meant.}
      - {lint: unused-skip, of: Related, reason: Kept for later.}
      - {lint: empty-seed, of: nil, reason: It came so.}
    -- content/one/sources.yaml --
    - {id: afp, file: afp.txt, skip: [Related]}
    - {id: nil, file: nil.txt}
    -- content/one/events.yaml --
    - {id: e, what: W, cites: [{source: afp, words: mine}]}
    -- seeds/afp.txt --
    A mine is a mine.
    -- seeds/nil.txt --

    """)


def test_only_the_first_of_a_kind_says_how(site: Make) -> None:
    hints = [one.problem.hint for one in check(site(AUSTIN).root).problems if one.problem.code == "near-name"]

    assert "in content/one/dossier.yaml: silence: [{lint: near-name, of: Loyd Austin, reason: …}]" in hints[0]
    assert "silence" not in hints[1]


@pytest.mark.parametrize(("publish", "shown"), [("full", True), ("cited", False), ("none", False)])
def test_what_is_published_of_a_warning_keeps_the_rights(site: Make, publish: str, shown: bool) -> None:  # noqa: FBT001
    little = site(f"{AUSTIN}\n-- content/site.yaml --\ntitle: S\npublish: {publish}\n")
    outcome = build(little.root, little.root / "_site")
    told = "".join((little.root / "_site" / name).read_text("utf-8") for name in ("problems.json", "verification.html"))

    assert any("Loyd" in one.problem.message for one in outcome.problems)
    assert "near-name" in told
    assert ("Loyd" in told) is shown


def test_the_silence_that_a_hint_proposes_fits_this_warning_alone(site: Make) -> None:
    little = site("""
    -- content/one/reactions.yaml --
    - {id: r, actor: others, stance: critical, summary: No, cites: [{source: afp, words: said}]}
    - {id: s, actor: others, stance: critical, summary: No, cites: [{source: afp, words: said}]}
    -- content/one/quotes.yaml --
    - {id: flood, actor: others, words: Nobody had warned us of the flood, sources: [afp]}
    - {id: dam, actor: others, words: The dam was a hundred years old, sources: [afp]}
    -- seeds/afp.txt --
    "Nobody had warned us of the flood," she said. "The dam was a hundred years old."
    -- seeds/ria.txt --
    "Nobody had ever warned us of the flood," she told us. "The dam was nearly a hundred years old."
    """)
    hints = "\n".join(told(one.problem) for one in check(little.root).problems)
    assert "{lint: untargeted-reaction, of: r, " in hints
    assert "{lint: unlisted-variant, of: flood, " in hints
    little.edit("content/one/quotes.yaml", "id: dam", "id: ria")  # an id of a quote and of a source
    hints = "\n".join(told(one.problem) for one in check(little.root).problems)
    assert "{lint: unlisted-variant, of: flood, " in hints


def test_of_long_words_a_silence_needs_the_beginning(site: Make) -> None:
    little = site("""
    -- content/one/dossier.yaml --
    title: One
    -- content/one/events.yaml --
    - {id: e, what: W, cites: [{source: afp, words: A mine}]}
    -- seeds/afp.txt --
    A mine lies there. "It was hot, it was loud, and nobody ever came to see us," she said. "The report was never shown to us," he said.
    """)
    first, second = (one.problem for one in check(little.root).problems if one.problem.code == "unused-quotation")
    silence = "silence: [{lint: unused-quotation, of: 'It was hot, it was loud, and nobody…', reason: Idle.}]"
    assert silence.replace("Idle.", "…") in first.hint

    little.write("content/one/dossier.yaml", f"title: One\n{silence}\n")
    assert [one.problem.of for one in check(little.root).problems if one.problem.code == "unused-quotation"] == [second.of]
    little.write("content/one/dossier.yaml", f"title: One\n{silence.replace('nobody…', 'nobody')}\n")
    assert "idle-silence" in [one.problem.code for one in check(little.root).problems]
