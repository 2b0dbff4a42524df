"""Every key of every file stands in the README's tables, no other does, and the examples there are right."""

import re
import typing
from collections.abc import Iterator

import msgspec
import pytest
import yaml

from site_builder import model
from site_builder.text.dates import span
from tests.docs.readme import section

TABLES: dict[str, list[type[model.Record]]] = {
    "content/site.yaml": [model.Site],
    "content/outlets.yaml": [model.Outlet],
    "content/actors.yaml": [model.Actor],
    "dossier.yaml": [model.Cover, model.Correction],
    "sources.yaml": [model.Source, model.Archive, model.Skip, model.Sic],
    "quotes.yaml": [model.Quote, model.At, model.Translation],
    "figures.yaml": [model.Figure, model.Saying],
    "reactions.yaml": [model.Reaction],
    "events.yaml": [model.Event],
    "claims.yaml": [model.Claim, model.Position],
    "Citations": [model.Cite],
    "Silences": [model.Silence],
}
Field = msgspec.structs.FieldInfo


def fields(records: list[type[model.Record]]) -> dict[str, Field]:
    return {field.encode_name: field for record in reversed(records) for field in msgspec.structs.fields(record)}


def rows(text: str) -> Iterator[list[str]]:
    """The rows of a section's tables, without their heads, cell by cell."""
    for line in re.findall(r"^\| (\**`.*) \|$", text, re.M):
        yield [cell.strip() for cell in re.split(r"(?<!\\) \|", line)]


def test_every_record_that_an_editor_writes_has_its_table() -> None:
    assert {record for records in TABLES.values() for record in records} == set(model.Record.__subclasses__())


@pytest.mark.parametrize("file", TABLES)
def test_every_key_is_explained(file: str) -> None:
    text = section(file)
    keys = fields(TABLES[file])

    assert [key for key in keys if f"`{key}`" not in text] == []
    assert [key for row in rows(text) for key in re.findall(r"`([^`]+)`", row[0]) if key not in keys] == []


@pytest.mark.parametrize("file", TABLES)
def test_what_must_be_given_is_bold(file: str) -> None:
    text = section(file)
    for record in TABLES[file]:
        for field in msgspec.structs.fields(record):
            if field.required:
                assert f"**`{field.encode_name}`**" in text, field.encode_name
    needed = {field.encode_name for record in TABLES[file] for field in msgspec.structs.fields(record) if field.required}
    assert set(re.findall(r"\*\*`([^`]+)`\*\*", text)) <= needed


@pytest.mark.parametrize("file", TABLES)
def test_every_word_that_a_key_may_have_is_named(file: str) -> None:
    text = section(file)
    for key, field in fields(TABLES[file]).items():
        for word in choices(field.type):
            assert f"`{word}`" in text, (key, word)


def choices(kind: object) -> list[str]:
    """The words of a Literal, be it one of several types."""
    if typing.get_origin(kind) is typing.Literal:
        return list(typing.get_args(kind))
    return [word for one in typing.get_args(kind) for word in choices(one)]


@pytest.mark.parametrize("file", TABLES)
def test_the_examples_are_right(file: str) -> None:
    keys = fields(TABLES[file])
    for row in rows(section(file)):
        named = re.findall(r"`([^`]+)`", row[0])
        example = re.fullmatch(r"`(.+)`", row[2])
        if not example:
            continue
        key = "words" if "words" in named else named[0]
        written = "{" + example[1] + "}" if example[1].startswith(f"{key}:") else f"{key}: {example[1]}"
        read = yaml.load(written, yaml.BaseLoader)  # noqa: S506 makes nothing but text
        for one, value in read.items():
            msgspec.convert(value, keys[one].type, strict=False, dec_hook=date)


def date(kind: type, value: str) -> object:
    """The date, which the standard must know."""
    assert kind is model.Date
    span(value)  # raises
    return model.Date(value)


def test_every_verdict_is_explained() -> None:
    named = [re.findall(r"`([^`]+)`", row[0])[0] for row in rows(section("Verdicts"))]

    assert sorted(named) == sorted(typing.get_args(model.Verdict))
    goes_on = {name for name, row in zip(named, rows(section("Verdicts")), strict=True) if "stops" not in row[2]}
    assert goes_on == model.PASSING
