"""Escape sequences in what is read do not reach the terminal, from any command."""

import pytest
from typer.testing import CliRunner

from spacy_cables.cli import app

ESCAPE = "\x1b[31m\x9b1m\x07"


@pytest.fixture
def folder(tmp_path):
    """A cable with escape sequences in its name, in an entity and in a fault; and a label with them."""
    (tmp_path / "in").mkdir()
    name = f"09OSLO1{ESCAPE}.txt"
    (tmp_path / "in" / name).write_text(f"The pro-[LOC Os{ESCAPE}lo]bound [PER x{ESCAPE}\n", "utf8")
    (tmp_path / "a.conll").write_text(f"Ada B-P{ESCAPE}\nleft O\n", "utf8")
    (tmp_path / f"{ESCAPE}.cfg").write_text("no config", "utf8")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        "check in", "check in --names", "check in --json", "stats in", "stats in --json", "stats in --markdown",
        "convert in out.spacy", "convert in out.spacy --strict", "convert in %ESC.spacy", "export in out.jsonl",
        "check a.conll", "stats a.conll", "convert a.conll out.spacy", "check %ESC", "convert none%ESC out",
        "clean ../%ESC", "clean %ESC.cfg", "evaluate none%ESC --gold a.conll", "convert in out --splits %ESC=2",
        "check in --format %ESC", "check in --labels %ESC", "average none%ESC.cfg out", "average %ESC.cfg out",
    ],
)  # fmt: skip
def test_no_escape_sequence_is_printed(folder, arguments, monkeypatch):
    monkeypatch.chdir(folder)
    given = [argument.replace("%ESC", ESCAPE) for argument in arguments.split()]
    result = CliRunner().invoke(app, given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.output.strip()
    assert not [char for char in result.output if char != "\n" and (ord(char) < 32 or 127 <= ord(char) < 160)]
