"""Commands on cables as people have them: columns, and what is left out."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from spacy_cables.cli import app

FORMS = Path(__file__).parents[1] / "data/forms"


@pytest.fixture
def run(tmp_path):
    (tmp_path / "a.csv").write_text("number,memo\n04LIMA24,UNCLAS LIMA 0024\n", "utf-8")

    def run_command(*arguments):
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    return run_command


COLUMNS = ("--columns", "cable_id=number,text=memo")


@pytest.mark.parametrize("command", ["check", "stats"])
def test_columns_of_a_table(run, tmp_path, command):
    assert json.loads(run(command, tmp_path / "a.csv", *COLUMNS, "--json").stdout)
    result = run(command, tmp_path / "a.csv")
    assert result.exit_code == 1 and "CE106" in result.output and "'number', 'memo'" in result.output


@pytest.mark.parametrize(("command", "output"), [("convert", "a.spacy"), ("export", "a.jsonl")])
def test_columns_of_what_is_written(run, tmp_path, command, output):
    assert run(command, tmp_path / "a.csv", tmp_path / output, *COLUMNS).exit_code == 0
    assert (tmp_path / output).is_file()


def test_documents_that_are_no_cables_are_counted(run, tmp_path):
    said = "1 document left out as no cables: memorandum 1"
    assert said in run("convert", FORMS / "tei.xml", tmp_path / "a.spacy").output
    assert said in run("export", FORMS / "tei.xml", tmp_path / "a.jsonl").output
    assert said in run("stats", FORMS / "tei.xml").output
    assert json.loads(run("check", FORMS / "tei.xml", "--json").stdout)["left_out"] == {"memorandum": 1}
