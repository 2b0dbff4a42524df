"""Plain values → records, or every reason why not."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints
from unicodedata import combining, normalize

import msgspec
from msgspec import Struct

from site_builder.load.values import CUT, Value, as_number
from site_builder.model import LONGEST_ID, Date, GivenLanguage, Id, Language
from site_builder.problems import Problem, Trail, did_you_mean
from site_builder.text.dates import span
from site_builder.text.languages import meant

T = TypeVar("T", bound=Struct)
Q = TypeVar("Q")
Made: TypeAlias = Any  # whatever the type of a key's value is
Kind: TypeAlias = Any  # a type as it stands in an annotation: int, Literal["a"], tuple[Cite, ...], Date | None
WRONG = object()  # a value that has been complained of
NAMES = {
    str: "text",
    int: "a number",
    float: "a number",
    bool: "true or false",
    dict: "keys and values",
    list: "a list",
    type(None): "nothing",
}


class Field(Struct, frozen=True):
    """A key of a record as YAML has it."""

    key: str
    name: str  # in the record
    type: Kind
    required: bool


@lru_cache(maxsize=128)
def fields(record: type[Struct]) -> dict[str, Field]:
    """The keys of a record, in their order."""
    hints = get_type_hints(record, include_extras=True)
    return {f.encode_name: Field(f.encode_name, f.name, hints[f.name], f.required) for f in msgspec.structs.fields(record)}


def one(file: str, value: Value, record: type[T]) -> tuple[T | None, list[Problem]]:
    """The record that a whole file holds."""
    value = {} if value is None else value
    quick = _quick(value, record)
    if quick is not None:
        return quick, []
    problems: list[Problem] = []
    made = _record(file, value, record, (), problems)
    return (None if made is WRONG else made), problems


def many(file: str, value: Value, record: type[T]) -> tuple[list[tuple[int, T]], list[Problem]]:
    """The records of a list, each with its place in it."""
    if value is None:
        return [], []
    quick = _quick(value, _list_of(record))
    if quick is not None:
        return list(enumerate(quick)), []
    if not isinstance(value, list):
        return [], [
            Problem(file, "wrong-type", f"this file holds a list, not {NAMES[type(value)]}", "begin every record with '- '", trail=())
        ]
    problems: list[Problem] = []
    made = [(n, _record(file, item, record, (n,), problems)) for n, item in enumerate(value)]
    return [(n, item) for n, item in made if item is not WRONG], problems


def _quick(value: Value, kind: type[Q]) -> Q | None:
    """All at once where nothing is wrong."""
    try:
        return msgspec.convert(value, kind, dec_hook=_date)
    except msgspec.ValidationError:
        return None


@lru_cache(maxsize=128)
def _list_of(record: type[T]) -> type[list[T]]:
    return list[record]  # type: ignore[valid-type]


def _date(kind: type, value: object) -> object:
    if kind is not Date or isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError("a date is expected")
    text = str(value).strip()
    span(text)
    return Date(text)


def _record(file: str, value: Value, record: type[T], trail: Trail, problems: list[Problem]) -> Made:
    if not isinstance(value, dict):
        wanted = ", ".join(f.key for f in fields(record).values() if f.required) or ", ".join(fields(record))
        problems.append(
            Problem(file, "wrong-type", f"keys and values are expected here, not {_shown(value)}", f"such as: {wanted}", trail=trail)
        )
        return WRONG
    known = fields(record)
    problems += _unknown_keys(file, value, known, trail)
    given = {key for key in value if value[key] is not None}
    made = {key: _leaf(file, value[key], f.type, (*trail, key), problems) for key, f in known.items() if key in given}
    missing = [key for key, f in known.items() if f.required and key not in given]
    problems += [_missing(file, record, key, trail, is_there=key in value) for key in missing]
    within = len(trail) > 1  # what is part of a record is of no use if it is not whole
    if missing or any(made[key] is WRONG and (within or known[key].required) for key in made):
        return WRONG
    return record(**{known[key].name: item for key, item in made.items() if item is not WRONG})


def _missing(file: str, record: type[Struct], key: str, trail: Trail, *, is_there: bool) -> Problem:
    if is_there:
        return Problem(file, "missing-key", f"the key '{key}' has no value", _about(record, key), trail=(*trail, key), on_key=True)
    return Problem(file, "missing-key", f"the key '{key}' is missing", _about(record, key), trail=trail)


def _about(record: type[Struct], key: str) -> str:
    return f"every record of this kind needs: {', '.join(f.key for f in fields(record).values() if f.required)}" if key else ""


def _unknown_keys(file: str, value: dict[str, Value], known: dict[str, Field], trail: Trail) -> Iterator[Problem]:
    for key in value:
        if key not in known:
            hint = did_you_mean(key, tuple(known)) or f"known keys: {', '.join(known)}"
            yield Problem(file, "unknown-key", f"unknown key '{key[:100]}'", hint, trail=(*trail, key), on_key=True)


def _leaf(file: str, value: Value, kind: Kind, trail: Trail, problems: list[Problem]) -> Made:
    """A value as its key wants it; WRONG, with a problem, where it can't be."""
    if value is CUT:
        return WRONG
    structs = [option for option in _options(kind) if isinstance(option, type) and issubclass(option, Struct)]
    items = next((option for option in _options(kind) if _origin(option) is tuple), None)
    if items and isinstance(value, list):
        made = [_leaf(file, item, get_args(items)[0], (*trail, n), problems) for n, item in enumerate(value)]
        return WRONG if any(item is WRONG for item in made) else tuple(made)  # all or none: trails count the items
    if structs and (isinstance(value, dict) or len(_options(kind)) == 1):
        return _record(file, value, structs[0], trail, problems)
    try:
        return msgspec.convert(value, kind, dec_hook=_date)
    except msgspec.ValidationError as error:
        problems.append(_wrong(file, value, kind, trail, str(error)))
        tag = "" if LANGUAGES.isdisjoint(_options(kind)) or not isinstance(value, str) else meant(value[:100])
        return tag or WRONG  # what the language decides is not wrong besides


def _origin(kind: Kind) -> object:
    return get_origin(kind)


def _options(kind: Kind) -> tuple[Kind, ...]:
    """What a union allows, None apart."""
    if _origin(kind) in (Union, types.UnionType):
        return tuple(option for option in get_args(kind) if option is not type(None))
    return (kind,)


def _wrong(file: str, value: Value, kind: Kind, trail: Trail, said: str) -> Problem:
    options = _options(kind)
    literal = next((get_args(option) for option in options if _origin(option) is Literal), None)
    if literal:
        near = get_close_matches(str(value)[:100], literal, 1, 0.5)
        message = f"{_shown(value)} is not one of {', '.join(literal)}"
        return Problem(file, "unknown-value", message, f"did you mean '{near[0]}'?" if near else "", trail=trail)
    if Date in options:
        why = (
            said.split(" - at", maxsplit=1)[0]
            if isinstance(value, str | int) and not isinstance(value, bool)
            else "a date is text or a year"
        )
        return Problem(file, "bad-date", f"{_shown(value)} is not a date: {why}", DATES, trail=trail)
    if isinstance(value, str) and Id in options:
        hint = f"an id is made of small letters a-z, digits and hyphens, at most {LONGEST_ID}{_such_as(value)}"
        return Problem(file, "bad-id", f"{_shown(value)} can't be an id", hint, trail=trail, of=(value[:LONGEST_ID],))
    if value == "":
        return Problem(file, "empty", "this must not be empty", "", trail=trail)
    if isinstance(value, str) and not LANGUAGES.isdisjoint(options):
        return Problem(file, "unknown-value", f"{_shown(value)} is not the tag of a language", _tag_for(value), trail=trail)
    wants_text = any(option is str or _base(option) is str for option in options)
    hint = ""
    if wants_text and isinstance(value, int | float):
        hint = f"to mean the text, write it in quotation marks: '{_plain(value)}'"
    elif isinstance(value, str) and any(option in (int, float) for option in options):
        hint = as_number(value) or BARE
    elif isinstance(value, str) and (items := next((option for option in options if _origin(option) is tuple), None)):
        hint = _in_brackets(value, get_args(items)[0])
    return Problem(file, "wrong-type", f"{_wanted(options)} is expected here, not {_shown(value)}", hint, trail=trail)


def _such_as(name: str) -> str:
    """An id like the name, if it is not too long for one."""
    plain = normalize("NFKD", name.lower()) if len(name) <= LONGEST_ID else ""
    words = re.findall("[a-z0-9]+", "".join(sign for sign in plain if not combining(sign)))
    return f"; such as {'-'.join(words)}" if words else ""


def _tag_for(name: str) -> str:
    tag = meant(name[:100])
    return f"write {tag}" if tag else "write one tag of two or three letters, where it matters with script or country: en, de, pt-BR"


LANGUAGES = frozenset({Language, GivenLanguage})
BARE = "write the bare number with a point and without separators: 1200 or 1.5"
DATES = "write 2024, 2024-11, 2024-11-20, 2024-11-2X, 2024-11-20? (uncertain), 2024-11-20~ (about) or 2024-11-18/2024-11-24"


def _in_brackets(text: str, item: Kind) -> str:
    """How a list of one is written, or of those that stand between commas."""
    options = _options(item)
    if any(_base(option) is str for option in options):
        parts = [part.strip() for part in text[:80].split(",")]
        return f"write it in brackets: [{', '.join(part if WORDS.fullmatch(part) else repr(part) for part in parts if part)}]"
    return f"begin every item with '- '; each has keys and values, such as: {', '.join(fields(options[0]))}"


WORDS = re.compile(r"[^\W\d_](?:[\w .'’-]*[\w.])?")


def _base(option: Kind) -> Kind:
    return get_args(option)[0] if _origin(option) is Annotated else option


def _wanted(options: Sequence[Kind]) -> str:
    names = []
    for option in options:
        base = _base(option)
        if _origin(base) is tuple:
            names.append("a list")
        elif isinstance(base, type) and issubclass(base, Struct):
            names.append("keys and values")
        else:
            names.append(NAMES.get(base, "another value"))
    return " or ".join(dict.fromkeys(names))


def _plain(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _shown(value: Value) -> str:
    if isinstance(value, str):
        return f"'{value[:60]}…'" if len(value) > 60 else f"'{value}'"
    if isinstance(value, bool | int | float):
        return f"{NAMES[type(value)]} ({_plain(value)[:40]})" if not isinstance(value, bool) else _plain(value)
    return NAMES[type(value)]
