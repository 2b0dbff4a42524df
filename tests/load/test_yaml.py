import time

import pytest

from site_builder.load.yaml import compose, position

CORE = [
    ("no", "no"),
    ("yes", "yes"),
    ("on", "on"),
    ("true", True),
    ("False", False),
    ("12:30", "12:30"),
    ("010", 10),
    ("0o10", 8),
    ("0x1F", 31),
    ("1_000", "1_000"),
    ("2024-11-21", "2024-11-21"),
    ("2024-13-45", "2024-13-45"),
    ("1e3", 1000.0),
    (".5", 0.5),
    ("=", "="),
    ("<<", "<<"),
    ("+1", 1),
    ("0b11", "0b11"),
    ("1.2.3", "1.2.3"),
]


@pytest.mark.parametrize(("written", "means"), CORE)
def test_scalars_mean_what_yaml_1_2_says(written: str, means: object) -> None:
    value = compose("f.yaml", f"key: {written}\n").value

    assert value == {"key": means}
    assert isinstance(value, dict)
    assert type(value["key"]) is type(means)


def test_a_key_without_a_value_has_none() -> None:
    assert compose("f.yaml", "a:\nb: ~\nc: null\nd: x\n").value == {"a": None, "b": None, "c": None, "d": "x"}


BROKEN = [
    ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1),
    ("- &x [1]\n- *x\n", "yaml-alias", 0, 0),
    ("title: &t T\ntagline: *t\n", "yaml-alias", 0, 0),
    ("- &t T\n- *t\n", "yaml-alias", 0, 0),
    ("a: &k b\n*k : c\n", "yaml-alias", 0, 0),
    ("&k a: b\nc: *k\n", "yaml-alias", 0, 0),
    ("a: !!python/object/apply:os.system [x]\n", "yaml-tag", 0, 0),
    ("a: !thing x\n", "yaml-tag", 0, 0),
    ("a: !!int x\n", "yaml-tag", 0, 0),
    ("a: [\n", "yaml-syntax", 1, 4),
    ("a: b: c\n", "yaml-syntax", 1, 5),
    ("é: 'x' y\n", "yaml-syntax", 1, 8),
    ("a: \x01\n", "yaml-syntax", 1, 4),
    ('a: "\\x07"\n', "control-character", 0, 0),
    ('a: "\\ud800"\n', "yaml-syntax", 1, 7),
    ("? [a]\n: b\n", "wrong-type", 1, 3),
    ("---\na: 1\n---\nb: 2\n", "yaml-syntax", 3, 1),
    (f"a: {'9' * 5000}\n", "wrong-type", 0, 0),
    ("a: .inf\n", "wrong-type", 0, 0),
    ("[" * 50_000, "yaml-syntax", 1, 1),
    ("- " * 50_000, "yaml-syntax", 1, 1),
    ("{a: " * 50_000, "yaml-syntax", 1, 1),
    ('["]", ' * 50_000, "yaml-syntax", 1, 1),
    ("[[], " * 50_000, "yaml-syntax", 1, 1),
    ("".join(" " * n + "a:\n" for n in range(2_000)), "yaml-syntax", 1, 1),
    ("[" * 500 + "]" * 500, "yaml-syntax", 0, 0),
    ("- " * 400 + "x", "yaml-syntax", 0, 0),
    ("- {id: é, words: We will fight, but not today}\n", "cut-off", 1, 33),
    ("{words: We fight, 'not now', id: x}\n", "cut-off", 1, 19),
    ("{words: We fight, id}\n", "cut-off", 1, 19),
    ("words: the #1 enemy\n", "cut-off", 1, 12),
    ("words: the\n  old #1 enemy\n", "cut-off", 2, 7),
    ("- note: #MeToo\n", "cut-off", 1, 9),
    ("tags: [a, b #c\n  ]\n", "cut-off", 1, 13),
]


FAULTS = [  # what is written, line and column of what is wrong, and words of what is said
    ("- id: x\n   a: b\n", 2, 5, "look at the indentation"),
    ("- id x\n  a: b\n", 2, 4, "the line above may lack its colon"),
    ("a: so: it is\n", 1, 6, "text that contains ': ' must stand in quotation marks"),
    ("- id: x\n  a b\n  c: d\n", 2, 3, "a key is followed by a colon"),
    ("- id: x\n  a:b\n  c: d\n", 2, 3, "put a blank after the colon: a: …"),
    ('- a: "We\n  b: c\n- d: "e"\n', 1, 6, "closed only by one in line 3"),
    ("- a: 'We\n  b: c\n- d: 'e'\n", 1, 6, "closed only by one in line 3"),
    ('- a: "b\n- c: d\n', 1, 6, "is not closed"),
    ('- {a: "x, b: c}\n- {a: "y"}\n', 1, 7, "closed only by one in line 2"),
    ("- a: 'I don't know'\n", 1, 13, "quotation marks inside quotation marks"),
    ("- a: [b\n- c: d\n", 1, 6, "close it with ']'"),
    ("a: [\n {b: c}\n {d: e}]\n", 1, 4, "a comma is missing before line 3"),
    ("- a: {b: c\n- d: e\n", 1, 6, "close it with '}'"),
    ("- a: x\n\tb: y\n", 2, 1, "replace the tab by blanks"),
    ("- a: x\n  \tb: y\n", 2, 3, "replace the tab by blanks"),
    ("a:\n\t- b\n", 2, 1, "replace the tab by blanks"),
    ("- a: [W]e fight\n", 1, 9, "text that begins with [ must stand in quotation marks"),
    ("a: *foo\n", 1, 4, "text that begins with * must stand in quotation marks"),
    ("a: @foo\n", 1, 4, "@, ` or %"),
    ("a: ! foo\n", 1, 4, "text that begins with ! must stand in quotation marks"),
    ("- ! [foo]\n", 1, 3, "text that begins with ! must stand in quotation marks"),
    ("{value: 1,800,000, words: x}\n", 1, 11, "write it without separators: 1800000"),
    ("{low: 2,5, words: x}\n", 1, 9, "write it with a point: 2.5"),
    ("{words: 2,5 million, source: x}\n", 1, 11, 'words: "2,5 million"'),
    ("{words: We fight, but, not so, source: x}\n", 1, 19, 'words: "We fight, but, not so"'),
]


@pytest.mark.parametrize(("text", "line", "column", "words"), FAULTS)
def test_a_fault_is_told_once_where_it_begins_and_with_what_to_do(text: str, line: int, column: int, words: str) -> None:
    (problem,) = compose("f.yaml", text).problems

    assert (problem.line, problem.column) == (line, column)
    assert words in f"{problem.message}\n{problem.hint}"


@pytest.mark.parametrize(
    "text",
    [
        "a: so!\nb: [c! d]\n",
        "{a: b, c: , d: [e, f], 'g': h, i: 'j, k'}\n",
        "a: x # y\n#z\nb: 'c' #d\ne: >- #f\n  the #1 enemy\ng: 12 #h\ni: j#k\nl: # m\n",
        '\ufeffa: é\nb: "the #1, or not"\nc: the 1# enemy\n',
    ],
)
def test_what_is_written_as_meant_is_no_problem(text: str) -> None:
    assert compose("f.yaml", text).problems == ()


@pytest.mark.parametrize(("text", "code", "line", "column"), BROKEN, ids=[f"{code}-{n}" for n, (_, code, _, _) in enumerate(BROKEN)])
def test_what_nobody_means_is_a_problem(text: str, code: str, line: int, column: int) -> None:
    problem = compose("f.yaml", text).problems[0]

    assert (problem.code, problem.line, problem.column) == (code, line, column)


def test_an_alias_is_told_where_it_stands() -> None:
    made = compose("f.yaml", "title: &t T\ntagline: *t\n")

    assert made.value == {"title": "T", "tagline": None}
    assert [position(made.tree, one.trail, on_key=one.on_key) for one in made.problems] == [(2, 1)]


def test_a_list_in_brackets_of_many_short_lists_is_not_deep() -> None:
    assert not compose("f.yaml", "".join(f"- {{a: [x, y], b: [[z]]}} # {n}\n" for n in range(2000))).problems


def test_brackets_without_end_take_no_time() -> None:
    began = time.process_time()
    compose("f.yaml", "[" * 19 + "a" * 200_000)
    compose("f.yaml", "- [" + "x, " * 200_000 + "]")

    assert time.process_time() - began < 20


def test_every_value_and_key_has_its_position() -> None:
    tree = compose("f.yaml", "# a comment\n- id: é\n  words: x\n- {id: b, cites: [{source: s}]}\n").tree

    assert position(tree, (0, "words")) == (3, 10)
    assert position(tree, (0, "words"), on_key=True) == (3, 3)
    assert position(tree, (1, "cites", 0, "source")) == (4, 28)
    assert position(tree, (1, "gone", 7)) == (4, 3)
