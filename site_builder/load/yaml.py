"""YAML 1.2 (core schema) → plain values, each with its position. What YAML allows and a newsroom never means is a problem."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import ClassVar

import yaml

from site_builder.load.syntax import fault
from site_builder.load.values import BOOL, CORE, CUT, FLOAT, INT, MAP, NOT_TAGS, NULL, SEQ, STR, Composed, Value, as_number, scalar
from site_builder.problems import Problem, Trail

Loader: type[yaml.CSafeLoader | yaml.SafeLoader] = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

DEEPEST = 50  # levels; the format has five
TOO_DEEP, FIVE = f"this is nested more than {DEEPEST} levels deep", "no file of this format needs more than five"
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
COMPOSABLE = 1_000  # levels that the parser's recursion surely survives; it breaks somewhere above 5,000
COMMENT = re.compile(r"[ \t]+(#[^\s#].*)")
COMMENTS = "text that contains ' #' must stand in quotation marks; a comment has a blank after its #"
COMMAS = "text that contains a comma must stand in quotation marks between { and }"
NUMBERS = ("value", "low", "high")  # keys with a number
TAGGED = re.compile(r"!(?=[ \t\r\n])")
INDENTED = re.compile(rf"^[ ?-]{{{COMPOSABLE}}}", re.M)


class Core(Loader):  # type: ignore[valid-type, misc]
    """The C parser with the tags of YAML 1.2 in place of 1.1: `no`, `12:30` and `1_000` are text, `010` is ten."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _tag, _pattern, _first in CORE:
    Core.add_implicit_resolver(_tag, _pattern, _first)


def compose(file: str, text: str) -> Composed:
    """The value of a YAML file. Every duplicate key, alias, tag and odd key is a problem; so is broken syntax."""
    forbidden = FORBIDDEN.search(text)
    if forbidden:
        return _broken(
            file, *_line_and_column(text, forbidden.start()), f"the character U+{ord(forbidden[0]):04X} can't stand in YAML", "delete it"
        )
    try:
        if _may_be_deep(text) and _depth(text) > COMPOSABLE:
            return _broken(file, 1, 1, TOO_DEEP, FIVE)
        tree = yaml.compose(text, Core)
    except yaml.MarkedYAMLError as error:
        return _broken(file, *fault(text, error, Core))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return _broken(file, 1, 1, f"this is not YAML: {str(error).splitlines()[0]}", "")
    problems: list[Problem] = []
    value = _value(file, tree, (), set(), problems) if tree else None
    problems += _exclaimed(file, text) if TAGGED.search(text) else ()
    if tree and not any(one.code == "yaml-alias" for one in problems):  # they may lead round in circles
        problems += _cut_off(file, text, tree)
    return Composed(value, tree, tuple(problems))


def _broken(file: str, line: int, column: int, message: str, hint: str) -> Composed:
    return Composed(None, None, (Problem(file, "yaml-syntax", message, hint, line=line, column=column),))


def _line_and_column(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _may_be_deep(text: str) -> bool:
    """Levels cost a bracket each, or a column."""
    return text.count("[") + text.count("{") > COMPOSABLE or INDENTED.search(text) is not None


def _depth(text: str) -> int:
    """Levels of nesting, counted on the stream of events: composing deep files would end the program."""
    deepest = depth = 0
    for event in yaml.parse(text, Core):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            deepest = max(deepest, depth)
            if deepest > COMPOSABLE:
                break
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return deepest


def _value(file: str, node: yaml.Node, trail: Trail, seen: set[int], problems: list[Problem]) -> Value:
    """A node's value; None of a key that has none."""
    if id(node) in seen:
        problems.append(_alias(file, trail))
        return None
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return _scalar(file, node, trail, problems)
    if len(trail) > DEEPEST:
        problems.append(Problem(file, "yaml-syntax", TOO_DEEP, FIVE, trail=trail[:DEEPEST]))
        return None
    if isinstance(node, yaml.SequenceNode) and node.tag == SEQ:
        return [_value(file, item, (*trail, n), seen, problems) for n, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode) and node.tag == MAP:
        return _mapping(file, node, trail, seen, problems)
    problems.append(Problem(file, "yaml-tag", f"tags ({node.tag}) are not part of this format", f"delete it; {NOT_TAGS}", trail=trail))
    return None


def _exclaimed(file: str, text: str) -> Iterator[Problem]:
    """Texts of which YAML leaves the exclamation mark out that they begin with."""
    for event in yaml.parse(text, Core):
        mark = event.start_mark
        if mark and getattr(event, "tag", None) == "!":
            message = "the '!' is taken for a tag, not for a part of the text"
            yield Problem(file, "yaml-tag", message, NOT_TAGS, line=mark.line + 1, column=mark.column + 1)


def _cut_off(file: str, text: str, tree: yaml.Node) -> Iterator[Problem]:
    """Texts that end before their writer meant them to, since YAML takes what follows for a comment."""
    waiting = [tree] if COMMENT.search(text) else []
    while waiting:
        node = waiting.pop()
        if not isinstance(node, yaml.ScalarNode):
            waiting += node.value if isinstance(node, yaml.SequenceNode) else [one for pair in node.value for one in pair]
        elif not node.style and node.tag in (STR, NULL) and (comment := COMMENT.match(text, node.end_mark.index)):
            line, column = _line_and_column(text, comment.start(1))
            yield Problem(file, "cut-off", f"'{comment[1][:60]}' is taken for a comment", COMMENTS, line=line, column=column)


def _alias(file: str, trail: Trail) -> Problem:
    """An alias stands nowhere in the tree: its node is the one that it names, so the caret stands under its key."""
    return Problem(file, "yaml-alias", "aliases (*name) are not part of this format", "write the value out", trail=trail, on_key=True)


def _scalar(file: str, node: yaml.ScalarNode, trail: Trail, problems: list[Problem]) -> Value:
    if node.tag == STR and node.style == '"' and FORBIDDEN.search(node.value):  # only there can escapes bring it in
        problems.append(Problem(file, "control-character", "this text holds a character that can't be printed", "delete it", trail=trail))
        return None
    return scalar(file, node.tag, node.value, trail, problems)


def _mapping(file: str, node: yaml.MappingNode, trail: Trail, seen: set[int], problems: list[Problem]) -> dict[str, Value]:
    value: dict[str, Value] = {}
    found: set[str] = set()
    cut, last = False, ""  # whether a text was cut just before, and the key that it belongs to
    for n, (key, item) in enumerate(node.value):
        line, column = key.start_mark.line + 1, key.start_mark.column + 1
        if not isinstance(key, yaml.ScalarNode) or key.tag not in (STR, INT, FLOAT, BOOL, NULL):
            problems.append(Problem(file, "wrong-type", "a key must be a word", "", line=line, column=column))
            continue
        if id(key) in seen:
            problems.append(_alias(file, trail))
            continue
        seen.add(id(key))
        if key.value in found:
            problems.append(
                Problem(
                    file, "duplicate-key", f"the key '{key.value[:100]}' stands here twice", "keep one of them", line=line, column=column
                )
            )
            continue
        found.add(key.value)
        if node.flow_style and item.start_mark.index == item.end_mark.index == key.end_mark.index:
            if not cut:
                hint = _in_one_piece(node.value, n)
                problems.append(Problem(file, "cut-off", f"'{key.value[:60]}' is taken for a key", hint, line=line, column=column))
            if last in value:
                value[last] = CUT
            cut = True
            continue
        cut, last = False, key.value
        value[key.value] = _value(file, item, (*trail, key.value), seen, problems)
    return value


def _in_one_piece(pairs: Sequence[tuple[yaml.Node, yaml.Node]], n: int) -> str:
    """How to write what commas cut into pieces, of which the pair number `n` is the second."""
    after = list(takewhile(lambda pair: pair[1].start_mark.index == pair[1].end_mark.index == pair[0].end_mark.index, pairs[n:]))
    key, first = pairs[n - 1] if n else (None, None)
    if not isinstance(key, yaml.ScalarNode) or not isinstance(first, yaml.ScalarNode) or first.style:
        return COMMAS
    pieces = [first.value, *(str(one.value) for one, _ in after)]
    if key.value in NUMBERS and (hint := as_number(",".join(pieces))):
        return hint
    whole = ", ".join(pieces) if " " in pieces[1][:1] or not pieces[1][:1].isdigit() else ",".join(pieces)
    return f'{COMMAS}: {key.value}: "{whole[:80]}"' if '"' not in whole else COMMAS


def position(tree: yaml.Node | None, trail: Trail, *, on_key: bool = False) -> tuple[int, int]:
    """Line and column (from 1) of what `trail` leads to, or of the nearest thing above it."""
    line, column = 1, 1
    for node, at_key in _along(tree, trail):
        mark = (at_key or node).start_mark if on_key else node.start_mark
        line, column = mark.line + 1, mark.column + 1
    return line, column


def _along(tree: yaml.Node | None, trail: Trail) -> Iterator[tuple[yaml.Node, yaml.Node | None]]:
    """The nodes on the way, each with the node of its key."""
    node = tree
    if node is None:
        return
    yield node, None
    for step in trail:
        key: yaml.Node | None = None
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == step), None)
            if pair is None:
                return
            key, node = pair
        else:
            return
        yield node, key
