"""What is wrong where a file can't be read as YAML, and where does it begin? The parser only notices it, often lines below."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml


class Fault(NamedTuple):
    """Line and column (from 1) of what is wrong, what it is, and what to do."""

    line: int
    column: int
    message: str
    hint: str


INDENTING = re.compile(r"[ -]*\t")
KEY_ONLY = re.compile(r"[ -]*[^\s:]+[ ]*\Z")  # what stands before a line's first colon
BRACKETED = re.compile(r".*:[ ]+([\[{]).*[\]}]\Z", re.S)
BLANKS = "replace the tab by blanks: what belongs together starts in the same column"
CLOSING = "close it where the text ends; round a text that holds such marks put the other ones, ' or \""
INDENTATION = (
    "look at the indentation: keys of one record start in the same column; or the line above may lack its colon or a closing quotation mark"
)
IN_MARKS = "text that contains ': ' must stand in quotation marks"
HINTS = (
    ("found character that cannot start any token", "text that begins with @, ` or % must stand in quotation marks"),
    ("did not find expected key", "look at the indentation, and at quotation marks inside quotation marks"),
    ("did not find expected '-' indicator", "every record of the list begins with '- ' in the same column"),
    ("while scanning an alias", "text that begins with * must stand in quotation marks"),
    ("found undefined alias", "text that begins with * must stand in quotation marks"),
    ("found undefined tag handle", "text that begins with ! must stand in quotation marks"),
    ("but found another document", "one file holds one document: delete the line '---'"),
    ("expected a single document", "one file holds one document: delete the line '---'"),
)


def fault(text: str, error: yaml.MarkedYAMLError, loader: type) -> Fault:
    """What the parser has stumbled over."""
    mark = error.problem_mark or error.context_mark
    if not mark:
        return Fault(1, 1, _said(error), "")
    scanned = _Scanned(text, mark, loader)
    found = _tab(text, mark) or _unclosed_mark(scanned, error, mark) or _unclosed_bracket(scanned, error, mark)
    return found or _without_colon(text, error) or _colon(text, error, mark) or Fault(*_place(mark), _said(error), _hint(text, error, mark))


class _Scanned:
    """The quoted text before a place, and the brackets that are open there."""

    def __init__(self, text: str, mark: yaml.Mark, loader: type) -> None:
        self.quoted: yaml.ScalarToken | None = None
        self.open: list[tuple[str, yaml.Mark]] = []  # each with the one that closes it
        for token in _tokens(text, loader):
            if token.start_mark.index >= mark.index:
                break
            if isinstance(token, yaml.ScalarToken):
                self.quoted = token if token.style in ("'", '"') else None
            elif isinstance(token, yaml.FlowSequenceStartToken):
                self.open.append(("]", token.start_mark))
            elif isinstance(token, yaml.FlowMappingStartToken):
                self.open.append(("}", token.start_mark))
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken) and self.open:
                self.open.pop()


def _tokens(text: str, loader: type) -> Iterator[yaml.Token]:
    """As far as they can be read."""
    with contextlib.suppress(yaml.YAMLError, ValueError):
        yield from yaml.scan(text, loader)


def _place(mark: yaml.Mark) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1


def _line(text: str, mark: yaml.Mark) -> str:
    lines = text.splitlines()
    return lines[mark.line] if mark.line < len(lines) else ""


def _tab(text: str, mark: yaml.Mark) -> Fault | None:
    """A tab at the place, or in the indentation of its line or the one above."""
    lines = text.splitlines()
    for n in (mark.line, mark.line - 1):
        line = lines[n] if 0 <= n < len(lines) else ""
        found = INDENTING.match(line)
        if found or (n == mark.line and line[mark.column : mark.column + 1] == "\t"):
            return Fault(n + 1, found.end() if found else mark.column + 1, "this is not YAML: a tab stands here", BLANKS)
    return None


def _unclosed_mark(scanned: _Scanned, error: yaml.MarkedYAMLError, mark: yaml.Mark) -> Fault | None:
    """A quotation mark that is not closed in its line takes all up to the next one for its text; after that nothing fits."""
    if error.context == "while scanning a quoted scalar" and error.context_mark and error.context_mark.line < mark.line:
        return Fault(*_place(error.context_mark), "this is not YAML: the quotation mark that opens here is not closed", CLOSING)
    quoted = scanned.quoted
    if quoted and quoted.start_mark.line < quoted.end_mark.line == mark.line:
        closed = f"the quotation mark that opens here is closed only by one in line {mark.line + 1}, inside another text"
        return Fault(*_place(quoted.start_mark), f"this is not YAML: {closed}", CLOSING)
    return None


def _unclosed_bracket(scanned: _Scanned, error: yaml.MarkedYAMLError, mark: yaml.Mark) -> Fault | None:
    """A bracket goes on over the lines below until something there fits into none."""
    if not (error.context or "").startswith("while parsing a flow") or not scanned.open or scanned.open[-1][1].line == mark.line:
        return None
    sign, at = scanned.open[-1]
    hint = f"close it with '{sign}'; if it is meant to go on, a comma is missing before line {mark.line + 1}"
    return Fault(*_place(at), "this is not YAML: the bracket that opens here is not closed", hint)


def _without_colon(text: str, error: yaml.MarkedYAMLError) -> Fault | None:
    """A key that is none is noticed in the line below."""
    at = error.context_mark
    if error.problem != "could not find expected ':'" or not at:
        return None
    key, colon, _ = _line(text, at)[at.column :].partition(":")
    hint = f"put a blank after the colon: {key}: …" if colon and " " not in key else "a key is followed by a colon and a blank"
    return Fault(*_place(at), "this is not YAML: a key and its ': ' are expected here", hint)


def _colon(text: str, error: yaml.MarkedYAMLError, mark: yaml.Mark) -> Fault | None:
    """A second ': ' in a line, or a key where none can stand."""
    if "mapping values are not allowed" not in (error.problem or ""):
        return None
    if not KEY_ONLY.match(_line(text, mark)[: mark.column]):
        return Fault(*_place(mark), _said(error), IN_MARKS)
    return Fault(*_place(mark), _said(error), f"{INDENTATION}; {IN_MARKS}")


def _said(error: yaml.MarkedYAMLError) -> str:
    return f"this is not YAML: {', '.join(part for part in (error.context, error.problem) if part)}"


def _hint(text: str, error: yaml.MarkedYAMLError, mark: yaml.Mark) -> str:
    bracketed = BRACKETED.match(_line(text, mark)[: mark.column])
    if bracketed and error.problem == "did not find expected key":
        return f"text that begins with {bracketed[1]} must stand in quotation marks"
    said = _said(error)
    known = (hint for symptom, hint in HINTS if symptom in said)
    return next(known, "look at this line and the one before: indentation, colons, quotation marks")
