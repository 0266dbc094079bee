"""The help of every command: whole, with an example that works, and completed by shells."""

import re
from functools import cache

import pytest
import typer
from typer.testing import CliRunner

from spacy_cables.cli import PANELS, app
from spacy_cables.cli.examples import EXAMPLES

NAMES = [name for commands in PANELS.values() for name in commands]
COMMANDS = typer.main.get_command(app).commands
CABLE = "Minister [PER Ana Rojas  ] left [LOC Lima  ] .\n"


def run(*arguments, **environment):
    return CliRunner().invoke(app, arguments, env=environment)


@cache
def shown(name):
    """The help of a command on a terminal of 80 columns."""
    result = run(name, "-h", COLUMNS="80", TERMINAL_WIDTH="80")
    assert result.exit_code == 0
    return result.output


def letters(text):
    """The text of the last column of a table, without white space, since it wraps."""
    return "".join(re.split(" {2,}", line.strip("│ "))[-1] for line in text.splitlines()).replace(" ", "")


@pytest.mark.parametrize("name", NAMES)
def test_help_ends_with_an_example(name):
    assert " ".join(shown(name).split()).endswith(f"Example: {EXAMPLES[name]}")


@pytest.mark.parametrize("name", NAMES)
def test_all_of_the_help_is_shown_in_80_columns(name):
    """Nothing is read as markup, as `[cable_id, ...]` would be, or cut off, as a long word is."""
    for text in (COMMANDS[name].help, *(param.help for param in COMMANDS[name].params if param.help)):
        assert letters(text) in letters(shown(name)), text


def test_commands_and_examples_agree():
    assert list(EXAMPLES) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_options_of_an_example_exist(name):
    program, command, *words = EXAMPLES[name].split()
    assert (program, command) == ("spacy-cables", name)
    known = {option for param in COMMANDS[name].params for option in param.opts}
    overrides = ("--paths.",) if name == "average" else ()
    for word in words:
        assert not word.startswith("--") or word in known or word.startswith(overrides), word


@pytest.mark.slow
@pytest.mark.parametrize("name", ["convert", "check", "stats", "export", "clean"])
def test_examples_run(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for folder, text in (("annotated", CABLE), ("cables", "Minister Ana Rojas left Lima.\n")):
        (tmp_path / folder).mkdir()
        for number in range(1, 11):
            (tmp_path / folder / f"09LIMA{number}.txt").write_text(text, "utf8")
    (tmp_path / "splits.json").write_text('{"train": ["09LIMA1"], "test": ["09LIMA2"]}', "utf8")
    if name == "clean":
        (tmp_path / "corpus").mkdir()
        (tmp_path / "training").mkdir()
    result = run(*EXAMPLES[name].split()[1:])
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_has_a_script_for_each_shell(shell):
    result = CliRunner().invoke(app, prog_name="spacy-cables", env={"_SPACY_CABLES_COMPLETE": f"source_{shell}"})
    assert result.exit_code == 0
    assert f"_SPACY_CABLES_COMPLETE=complete_{shell}" in result.output


def test_completion_can_be_installed():
    result = run("--help", COLUMNS="80", TERMINAL_WIDTH="80")
    assert "--install-completion" in result.output
    assert "--show-completion" in result.output


@pytest.mark.parametrize(
    ("line", "word", "completions"),
    [
        ("spacy-cables ", 1, set(NAMES)),
        ("spacy-cables e", 1, {"export", "evaluate"}),
        ("spacy-cables check --st", 2, {"--style", "--strict"}),
        ("spacy-cables convert in out --spl", 4, {"--splits"}),
    ],
)
def test_bash_completes(line, word, completions):
    environment = {"_SPACY_CABLES_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(word)}
    result = CliRunner().invoke(app, prog_name="spacy-cables", env=environment)
    assert set(result.output.split()) == completions


@pytest.mark.parametrize("command", ["check in", "stats in", "convert in out.spacy", "export in out.jsonl"])
def test_style_in_american_spelling(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "09LIMA1.txt").write_text(CABLE, "utf8")
    outputs = [run(*command.split(), "--style", style) for style in ("tokenized", "tokenised")]
    assert [each.exit_code for each in outputs] == [0, 0]
    assert outputs[0].output == outputs[1].output
