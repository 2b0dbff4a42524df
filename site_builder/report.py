"""Problems as people and machines read them: text with the line and a caret, JSON, GitHub annotations, SARIF 2.1.0."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import astuple

from site_builder import __version__
from site_builder.codes import explained
from site_builder.load.places import Places
from site_builder.model import Citation, Edition, Kinship
from site_builder.problems import Placed, Problem
from site_builder.render.twins import of_kinship

UNKNOWN = Edition("")
HELP = "The README's section “Problems” says what to do."
WIDEST = 160  # characters of a line shown round the caret
KEPT = 2 * WIDEST  # characters of a line kept on each side of it
LONGEST = 1_000  # characters that are underlined at most
CONTROLS = re.compile("[\x7f-\x9f]")
BREAKS = re.compile(r"\r\n|[\r\n]")


def placed(problems: Iterable[Problem], texts: Mapping[str, bytes]) -> list[Placed]:
    """The problems with their lines, file by file and from top to bottom, each said once. `texts` by file, as far as they can be read."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.file, []).append(problem)
    found = [one for file, here in by_file.items() for one in _placed_in(here, texts.get(file, b"").decode("utf-8", "replace"))]
    return sorted(dict.fromkeys(found), key=order)


def order(one: Placed) -> tuple[str, int, int, str, str]:
    """By file, and from top to bottom."""
    return one.problem.file, one.line, one.column, one.problem.code, one.problem.message


def _placed_in(problems: Sequence[Problem], text: str) -> Iterator[Placed]:
    lines = BREAKS.split(text) if "\r" in text else text.split("\n")
    places = Places(text) if any(problem.trail and not problem.line for problem in problems) else Places("")
    for problem in problems:
        line, column = (problem.line, problem.column) if problem.line else places.of(problem.trail, on_key=problem.on_key)
        line = min(max(line, 1), len(lines))
        shown = lines[line - 1]
        column = min(max(column, 1), len(shown) + 1)
        about = (len(of) for of in problem.of if of and shown.startswith(of, column - 1))
        width = next(about, 0) or _width(shown, column, on_key=problem.on_key)
        cut = max(0, column - 1 - KEPT)
        yield Placed(problem, line, column, shown[cut : column - 1 + KEPT], width, cut)


def _width(line: str, column: int, *, on_key: bool) -> int:
    """How far the value or key at `column` reaches."""
    rest = line[column - 1 : column - 1 + LONGEST]
    found = re.match(r"[^\s:]+" if on_key else r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|\[@[^\]]*\]|[^\s#](?:[^#]|(?<!\s)#)*(?<!\s)", rest)
    return max(1, len(found[0]) if found else 1)


def as_text(problems: Sequence[Placed], *, colour: bool = False) -> str:
    """As esbuild and Rust print them: file:line:column, the line, a caret, and what to do next."""
    return "\n".join(_one(one, colour=colour) for one in problems)


def _one(one: Placed, *, colour: bool) -> str:
    problem = one.problem
    strong, mark, dim, off = (
        ("\033[1m", "\033[31m" if problem.severity == "error" else "\033[33m", "\033[2m", "\033[0m") if colour else ("", "", "", "")
    )
    at = f"{_printable(problem.file)}:{one.line}:{one.column}"
    out = [f"{strong}{at}: {mark}{problem.severity}:{off}{strong} {_printable(problem.message)}{off} {dim}[{problem.code}]{off}"]
    if one.text.strip():
        text, column, width = _window(one.text, one.column - one.cut, one.width)
        number = str(one.line)
        pad = re.sub(r"[^\t]", " ", text[: column - 1])
        out += [f"{dim}{number:>6} │{off} {_printable(text)}", f"{dim}{'':>6} ╵{off} {pad}{mark}{'^' + '~' * (width - 1)}{off}"]
    out += [f"{'':>8} {_printable(line)}" for line in told(problem).splitlines()]
    return "\n".join(out) + "\n"


def told(problem: Problem) -> str:
    """All of the hint, as only the editor may see it."""
    return "\n".join(filter(None, (problem.hint, problem.unpublished)))


def _window(line: str, column: int, width: int) -> tuple[str, int, int]:
    """The part of a long line round its caret."""
    if len(line) <= WIDEST:
        return line, column, min(width, max(1, len(line) - column + 1))
    start = max(0, min(column - 1 - 40, len(line) - WIDEST))
    text = line[start : start + WIDEST]
    column -= start
    if start:
        text, column = "…" + text, column + 1
    return text, column, max(1, min(width, len(text) - column + 1))


def _printable(text: str) -> str:
    """Text without control characters: a file must not steer the terminal."""
    return re.sub(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "\ufffd", text)


def as_json(said: Mapping[str, Any]) -> str:
    """`{"ok", "problems", "citations", …}`: the contract of `dossier check --format json`."""
    return _json(said)


def _json(said: Mapping[str, Any]) -> str:
    """JSON that steers no terminal: U+009B does what escape and a bracket do."""
    return CONTROLS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(said, ensure_ascii=False, indent=1)) + "\n"


def report(
    problems: Sequence[Placed],
    citations: Iterable[dict[str, Any]],
    answered: Iterable[tuple[Placed, str]] = (),
    families: Iterable[Sequence[str]] = (),
    kinships: Iterable[Kinship] = (),
    edition: Edition = UNKNOWN,
) -> dict[str, Any]:
    """What was checked and how it came out, as plain values. `families`: of more than one source."""
    return {
        "ok": not any(one.problem.severity == "error" for one in problems),
        "problems": [of_problem(one) for one in problems],
        "citations": list(citations),
        "silenced": [{**of_problem(one), "reason": reason} for one, reason in answered],
        **_of_site(families, kinships, edition),
    }


def _of_site(families: Iterable[Sequence[str]], kinships: Iterable[Kinship], edition: Edition) -> dict[str, Any]:
    return {
        "families": [sorted(family) for family in families],
        "kinships": [of_kinship(one) for one in kinships],
        "content": {"sha256": edition.sha256, "date": edition.date and str(edition.date)},
    }


def pieces(told: Iterable[dict[str, Any]]) -> memoryview:
    """Items of a list as JSON, without the brackets round them."""
    return memoryview(msgspec.json.encode(list(told)))[1:-1]


class Shown(Struct, frozen=True):
    """What problems.json tells of a dossier, or of the site: items of its lists, without the brackets round them."""

    problems: memoryview
    citations: memoryview
    silenced: memoryview

    @property
    def lengths(self) -> tuple[int, ...]:
        return tuple(map(len, astuple(self)))


class Standing(NamedTuple):
    """The same of a dossier of which the last problems.json tells it: where each of its lists begins and ends there."""

    places: tuple[tuple[int, int], ...]

    @property
    def lengths(self) -> tuple[int, ...]:
        return tuple(end - start for start, end in self.places)


SHOWN = Shown.__struct_fields__
BEFORE, BETWEEN = b'{"ok":true', b",\n"
NOTHING = memoryview(b"")
FEW = 100  # pieces that are written one by one sooner than copied together


def joined(
    shown: Collection[Shown | Standing],
    families: Iterable[Sequence[str]],
    kinships: Iterable[Kinship],
    edition: Edition,
    last: memoryview = NOTHING,
) -> list[bytes | memoryview]:
    """The report of a site without errors as JSON, its lists joined of what is shown of each dossier; in pieces. `last`: the last one."""
    parts: list[bytes | memoryview] = [BEFORE]
    for n, name in enumerate(SHOWN):
        items = [last[one[0] : one[1]] if isinstance(one, list) else one for one in _together(shown, n)]
        parts += (_opening(name), *[part for item in items for part in (item, BETWEEN)][:-1], b"]")
    few = len(parts) < FEW
    end = b"," + msgspec.json.encode(_of_site(families, kinships, edition))[1:] + b"\n"
    return [*parts, end] if few else [b"".join([*parts, end])]


def _together(shown: Iterable[Shown | Standing], n: int) -> list[memoryview | list[int]]:
    """What is shown in list number `n`; of what stood side by side in the last report, where that begins and ends: one copy for all."""
    found: list[memoryview | list[int]] = []
    run = [-1, -1]
    for one in shown:
        if isinstance(one, Shown):
            if len(item := getattr(one, SHOWN[n])):
                found.append(item)
                run = [-1, -1]
            continue
        start, end = one.places[n]
        if start == end:
            continue
        if start == run[1] + len(BETWEEN):
            run[1] = end
        else:
            run = [start, end]
            found.append(run)
    return found


def parted(lengths: Iterable[Sequence[int]]) -> list[Standing]:
    """Where what was joined stands. `lengths`: how much of each list each has, in order."""
    at, columns = len(BEFORE), []
    for name, many in zip(SHOWN, zip(*lengths, strict=True), strict=True):
        at += len(_opening(name))
        places = []
        for length in many:
            places.append((at, at + length))
            at += length + len(BETWEEN) if length else 0
        at += 1 - len(BETWEEN) * any(many)
        columns.append(places)
    return [Standing(one) for one in zip(*columns, strict=True)]


def _opening(name: str) -> bytes:
    return f',"{name}":['.encode()


def of_problem(one: Placed) -> dict[str, Any]:
    """A problem as plain values."""
    return {
        "file": one.problem.file,
        "line": one.line,
        "column": one.column,
        "severity": one.problem.severity,
        "code": one.problem.code,
        "trail": list(one.problem.trail),
        "message": one.problem.message,
        "hint": told(one.problem),
    }


def of_citation(citation: Citation) -> dict[str, Any]:
    """A citation with its place; null where it has none."""
    first = citation.places[0] if citation.places else None
    out: dict[str, Any] = {
        "dossier": citation.dossier,
        "kind": citation.kind,
        "id": citation.id,
        "source": citation.source,
        "verdict": citation.verdict,
        "start": first.start if first else None,
        "end": first.end if first else None,
        "paragraph": first.paragraph if first else None,
        "words": citation.words,
    }
    if len(citation.places) > 1:
        out["places"] = [{"start": place.start, "end": place.end, "paragraph": place.paragraph} for place in citation.places]
    if first and len(first.parts) > 1:
        out["parts"] = [list(part) for part in first.parts]
    return out


def as_github(problems: Sequence[Placed]) -> str:
    """Workflow commands that annotate the lines of a pull request."""
    return "".join(
        f"::{one.problem.severity} file={_property(one.problem.file)},line={one.line},col={one.column},"
        f"title={_property(one.problem.code)}::{_data('. '.join(filter(None, (one.problem.message, told(one.problem)))))}\n"
        for one in problems
    )


def _data(text: str) -> str:
    return _printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Sequence[Placed], answered: Sequence[tuple[Placed, str]] = ()) -> str:
    """SARIF 2.1.0 (OASIS), for code scanning. What the editor has silenced is a result that is suppressed, with the reason."""
    results = [(one, "") for one in problems] + list(answered)
    codes = sorted({one.problem.code for one, _ in results})
    marks = _fingerprints(one for one, _ in results)
    driver = {"name": "dossier", "version": __version__, "rules": [_rule(code) for code in codes]}
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes, mark) for (one, _), mark in zip(results, marks, strict=True)],
    }
    if answered:  # all results say it or none (SARIF 2.1.0, 3.27.23)
        for result, (_, reason) in zip(run["results"], results, strict=True):
            result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": reason}] if reason else []
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return _json(log)


def _rule(code: str) -> dict[str, Any]:
    """What GitHub shows of a kind of problem: all three texts are needed there."""
    text = {"text": explained(code)}
    return {"id": code, "shortDescription": text, "fullDescription": text, "help": {"text": f"{text['text']} {HELP}"}}


def _result(one: Placed, codes: Sequence[str], mark: str) -> dict[str, Any]:
    problem = one.problem
    region = {"startLine": one.line, "startColumn": one.column, "endColumn": one.column + one.width}
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": problem.severity,
        "message": {"text": "\n".join(filter(None, (problem.message, told(problem))))},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(problem.file)}, "region": region}}],
        "partialFingerprints": {"primaryLocationLineHash": mark},
    }


def _fingerprints(results: Iterable[Placed]) -> Iterator[str]:
    """By what a problem is known again when lines above it come or go: file, kind, message, and which one of its like it is."""
    often: Counter[str] = Counter()
    for one in results:
        problem = one.problem
        mark = sha256(f"{problem.file}\0{problem.code}\0{problem.message}".encode("utf-8", "replace")).hexdigest()[:16]
        often[mark] += 1
        yield f"{mark}:{often[mark]}"


def _uri(file: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415

    return quote(file)
