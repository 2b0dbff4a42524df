"""What does each kind of problem mean, in one sentence? Used by SARIF and by the verification report; the README says what to do."""

from __future__ import annotations

from collections.abc import Mapping

# What an editor may answer with a silence: a warning that is not listed here can't be silenced.
WARNINGS: Mapping[str, str] = {
    "address-date": "An address is dated otherwise than its source.",
    "ambiguous": "The cited words stand in the source more than once, and nothing says which place is meant.",
    "bad-url": "A value is not an address on the web.",
    "broken-address": "An address is broken over lines.",
    "date-contradicts": "A source gives another date than the record does.",
    "derived-and-independent": "Two sources are said both to derive one from the other and to be independent.",
    "derived-from-later": "A source is said to derive from a later one.",
    "empty-seed": "An article has no text.",
    "hedged-number": "A figure gives as exact what its source gives as the least or the most.",
    "near-name": "A name is close to a known one, but no known spelling of it.",
    "negation-left-out": "What is left out of cited words says no.",
    "not-independent": "Two sources are said to be independent, though their texts are one report.",
    "one-family": "Several sources carry a fact, but they are one report.",
    "other-credit": "A source is said to derive from one that credits another agency.",
    "other-speaker": "A source has a quote said by somebody else.",
    "picture": "A story or a page has a picture, and no page shows pictures.",
    "question-mark": "A quote asks where its source does not, or does not where its source asks.",
    "resolved-not-there": "A word for a date stands in no sentence that the event cites.",
    "slip": "Cited words are probably a slip of the source.",
    "turned-mark": "A quotation mark is turned the wrong way.",
    "unlisted-variant": "Another source has a quote in other words.",
    "unmarked-elision": "A source leaves words out of a quote without a sign.",
    "unpaired-mark": "A quotation mark has no partner.",
    "unresolved-date": "A word for a date could be resolved, but the event has no date.",
    "untitled-page": "A free page does not begin with its title, or is empty.",
    "untargeted-reaction": "A reaction does not say what it reacts to.",
    "unused-actor": "An actor is neither quoted nor named in any source.",
    "unused-outlet": "An outlet has no source.",
    "unused-quotation": "A quotation is used nowhere.",
    "unused-skip": "Nothing in the article fits what is to be skipped.",
    "unused-source": "A source is cited nowhere.",
}
CODES: Mapping[str, str] = {
    **WARNINGS,
    # silences and slips
    "unknown-lint": "A silence names no warning.",
    "idle-silence": "A silence silences nothing.",
    "absent-sic": "Words that are to be marked [sic] do not stand in the article.",
    # citations
    "altered": "The cited words stand in the source almost, but not so.",
    "missing": "The cited words do not stand in the source.",
    "reported": "The words of a direct quote stand in the source, but not between quotation marks.",
    "number": "The cited words do not carry the number that the figure gives, or cut one in two.",
    "uncited": "A record cites nothing.",
    "bad-citation": "A citation in a story or on a page can't be read.",
    "misplaced-citation": "A citation in a story or on a page stands where none can be shown: in a link, in code, in what is left out.",
    "unknown-citation": "A citation in a story or on a page names nothing that exists.",
    "unclear-citation": "A citation in a story or on a page may mean two things.",
    # names
    "duplicate-id": "Two records of one kind have the same id.",
    "bad-id": "An id, or the name of a folder or page, can't be part of an address.",
    "unknown-source": "No source has this id.",
    "unknown-outlet": "No outlet has this id.",
    "unknown-actor": "No actor has this id.",
    "unknown-quote": "No quote has this id.",
    "unknown-figure": "No figure has this id.",
    "unknown-reaction": "No reaction has this id.",
    "unknown-event": "No event has this id.",
    "unknown-claim": "No claim has this id.",
    # YAML
    "unknown-key": "A key does not exist in this kind of record.",
    "missing-key": "A key that must be given is missing.",
    "duplicate-key": "A key stands twice in one record.",
    "unknown-value": "A key has a word that it can't have.",
    "wrong-type": "A value is of another kind than the key expects.",
    "wrong-value": "A value contradicts another one, or can't be said of its own record.",
    "empty": "A text that must say something is empty.",
    "bad-date": "A value is not a date in EDTF.",
    "yaml-syntax": "The file is not YAML as it is read here.",
    "yaml-alias": "The file uses aliases, which are not part of the format.",
    "cut-off": "A text ends before its writer meant it to: YAML takes what follows for a comment or a key.",
    "yaml-tag": "The file uses tags, which are not part of the format.",
    "control-character": "A text holds a character that can't be printed.",
    # files
    "missing-file": "A file that must be there is missing.",
    "unknown-file": "A file stands where nothing reads it.",
    "unreadable": "A file can't be read.",
    "not-utf8": "A file is not UTF-8.",
    "not-text": "An article's file is not plain text.",
    "no-such-seed": "The file of a source does not exist.",
    "outside-seeds": "The file of a source stands outside seeds/.",
    "not-a-file": "The file of a source is no plain file.",
    "seed-changed": "An article is not the file that was entered.",
    # stories, pages, themes
    "too-long": "A text is too long to be read in reasonable time.",
    "too-deep": "A text is nested too deeply to be read in reasonable time.",
    "unclosed": "A text opens brackets that it never closes.",
    "taken": "A free page has the name of a page that the site makes itself.",
    "unknown-theme": "No theme has this name.",
    "template": "A template of a theme is wrong.",
}


def explained(code: str) -> str:
    """What a problem of this kind means; "" for one that nobody explained, which the tests don't let pass."""
    return CODES.get(code, "")
