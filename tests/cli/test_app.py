"""What all commands share."""

import re

import pytest
from typer.testing import CliRunner

import spacy_cables
from spacy_cables.cli import PANELS, app

COMMANDS = [name for commands in PANELS.values() for name in commands]


def run(*arguments):
    return CliRunner().invoke(app, arguments)


def test_help_lists_the_commands_in_panels_in_the_order_of_work():
    shown = run("-h").output
    places = [shown.index(f" {name}") for name in PANELS]
    assert places == sorted(places)
    for name in COMMANDS:
        assert re.search(rf"^\W*{name} ", shown, re.MULTILINE), name


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(name):
    result = run(name, "--help")
    assert result.exit_code == 0
    assert "Usage" in result.output


def test_version():
    assert run("--version").output.strip() == spacy_cables.__version__
