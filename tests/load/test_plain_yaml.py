"""What the quick reader takes means the same to the full one; what it does not know it leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.load.plain_yaml import ODD, plain
from site_builder.load.yaml import compose

PLAIN = [
    ("", None),
    ("# nothing\n\n", None),
    ("a: x\nb: 'y'\nc: \"z\"\n", {"a": "x", "b": "y", "c": "z"}),
    ("a: no\nb: 12\nc: -1.5\nd: 2024-11-21\ne: true\n", {"a": "no", "b": 12, "c": -1.5, "d": "2024-11-21", "e": True}),
    ("a:\nb: ~\nc: x # why\n", {"a": None, "b": None, "c": "x"}),
    ("#a\nb: x # why\nc: y #\nd: z ## z\n", {"b": "x", "c": "y", "d": "z"}),
    ("- a: [x, 'y z', 3]\n  b: {c: d, \"e\": [f]}\n", [{"a": ["x", "y z", 3], "b": {"c": "d", "e": ["f"]}}]),
    ("- a: >-\n    one: 'two'\n    # three\n\n- b: x\r\n", [{"a": "one: 'two' # three"}, {"b": "x"}]),
    ("a:\n- x\n- b:\n    - y\n  # and\n  c: z\nd: https://e.f/g#h", {"a": ["x", {"b": ["y"], "c": "z"}], "d": "https://e.f/g#h"}),
]
LEFT_ALONE = [
    'a: " "\n',
    "a: [' ', b]\n",
    "a: \u00a0\n",
    "- \u200b\n",
    'a: "\u200b\u2800"\n',
    "a: >-\n  \u200b\n",
    'a: "x\\n"\n',
    "a: it's: so\n",
    "a: x\n  y\n",
    "a: |\n  x\n",
    "a: &b x\n",
    "a: b\na: c\n",
    "a: {b: c, b: d}\n",
    "a: {b: c, d}\n",
    "a: the #1 enemy\n",
    "a: [b] #c\n",
    "a: .inf\n",
    "a: 'it''s'\n",
    "a: >-\n  x\n   y\n",
    "a: >-\n  x\n\n  y\n",
    "a: >-\n  x\n  \n",
    "a:\tx\n",
    "a: x\u2028y\n",
    "--- x\n",
    "a: b\n- c\n",
    "- a\nb: c\n",
    " a: b\nc: d\n",
    "a: [b\n",
    "a: [b]]\n",
    "a: [b: c]\n",
    "a: '" + "[" * 3 + "\n",
    "a: " + "[" * 30 + "]" * 30 + "\n",
]


@pytest.mark.parametrize(("text", "value"), PLAIN)
def test_plain_files_are_read(text: str, value: object) -> None:
    assert plain(text) == value
    assert compose("f.yaml", text).value == value


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_other_files_are_left_to_the_full_parser(text: str) -> None:
    assert plain(text) is ODD


WRITTEN = (
    *("x", "a b", "no", "12", "-5", "0x1F", "010", "null", "~", "true", ".inf", "2024-11-20", "a: b", "a:b", "a #b", "a#b", "é“x”", "'s'"),
    *('"q: #x"', '"a\\n"', "'it''s'", "[a, b]", "[]", "{ }", "{a: b, a: c}", '[{"a": "b", "c": 3}]', "[a, [b, {c: d}]]", "[a,]", "[a: b]"),
    *(
        "{a:b}",
        '{"a":"b"}',
        "[x] # c",
        "[https://x.y/z]",
        "{a: }",
        "[a?b]",
        "[null]",
        "[a}",
        "*a",
        "&a b",
        "!t x",
        "- x",
        "-",
        "? a",
        "...",
    ),
    *("---", "%x", "=", "<<", "key:", "x\u00a0", "\u3000x", "x\u2028", "\ufeff", "a\tb", "x  ", "# c", "|", ">-", ">-\n  a\n  b", ">-\n x"),
)
values = st.sampled_from(WRITTEN)
keys = st.sampled_from(["a", "b", "c", "as", "x_1", "null", "1", "A", "'a'", "a b"])
lines = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["", "", "  ", "  ", "    ", " "]),
    st.sampled_from(["", "", "- ", "-   ", "-"]),
    st.one_of(st.just(""), keys.map("{}: ".format), keys.map("{}:".format)),
    st.one_of(st.just(""), values),
    st.sampled_from(["\n", "\n", "\n", "\r\n", " # c\n", " #\n", "\n\n", "\n# c\n", "\n   # c\n", "\n  \n", ""]),
)


@given(st.lists(lines, max_size=6).map("".join))
def test_what_is_read_means_what_it_means_to_the_full_parser(text: str) -> None:
    value = plain(text)

    if value is not ODD:
        composed = compose("f.yaml", text)
        assert not composed.problems
        assert repr(value) == repr(composed.value)  # types and the order of keys as well
