"""The README's two commands, and every command and option of the program."""

import re
from collections.abc import Iterator

import click
import pytest

from site_builder.cli import cli
from tests.docs.readme import ROOT, blocks, section

WORKFLOWS = ROOT / ".github/workflows"


def commands(command: click.Command, name: str = "dossier") -> Iterator[tuple[str, click.Command]]:
    """The command and all below it, as typed."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            assert found
            yield from commands(found, f"{name} {below}")


@pytest.mark.parametrize(("name", "command"), commands(cli), ids=[name for name, _ in commands(cli)])
def test_every_command_and_option_is_documented_and_says_what_it_does(name: str, command: click.Command) -> None:
    text = section("The command")

    assert f"`{name}" in text
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert any(f"`{flag}" in text for flag in parameter.opts), parameter.opts
            assert parameter.help, parameter.opts
            if isinstance(parameter.type, click.Choice):
                assert [choice for choice in parameter.type.choices if f"`{choice}`" not in text] == []
        elif parameter.make_metavar(click.Context(command)) not in text:
            pytest.fail(f"{name} {parameter.name} is not in the README")


def test_no_command_is_documented_that_does_not_exist() -> None:
    known = {name for name, _ in commands(cli)}
    said = {f"dossier {word}" for word in re.findall(r"`dossier ([a-z]+)", section("Dossier"))}
    flags = {flag for _, command in commands(cli) for parameter in command.params for flag in parameter.opts} | {"--help"}

    assert said <= known
    assert set(re.findall(r"`(--[a-z-]+)", section("The command"))) <= flags


def test_the_two_commands_are_the_ones_that_continuous_integration_runs() -> None:
    build, test = blocks(section("Try it"), "sh")
    run = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()

    assert build.strip() in run
    assert test.strip() == run[-1]
    assert "run: .ci/run" in (WORKFLOWS / "test.yml").read_text(encoding="utf-8")


def test_the_workflows_use_the_program_as_the_readme_does() -> None:
    build = blocks(section("Try it"), "sh")[0]
    for name, command in {"pages.yml": "dossier build", "check.yml": "dossier check"}.items():
        text = (WORKFLOWS / name).read_text(encoding="utf-8")
        assert "run: pip install ." in text
        assert f"run: {command}" in text
        assert f"`{name}`" in section("Publish on GitHub Pages")
    assert "pip install ." in build
    assert "dossier build" in build


def test_windows_does_the_same() -> None:
    for unix, windows in zip(blocks(section("Try it"), "sh"), blocks(section("Try it"), "bat"), strict=True):
        same = unix.replace("python3 ", "py ").replace(".venv/bin/", ".venv\\Scripts\\").replace("'.[test]'", ".[test]")
        assert windows == same
