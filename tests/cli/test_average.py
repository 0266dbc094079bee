from pathlib import Path

import pytest
from typer.testing import CliRunner

from spacy_cables.cli import app

CONFIG = Path(__file__).resolve().parents[2] / "configs/ner_cnn.cfg"


def run(*arguments):
    return CliRunner().invoke(app, ["average", *map(str, arguments)])


def test_average_refuses_runs_without_one_start(tmp_path):
    result = run(CONFIG, tmp_path / "out", "--paths.base", "")
    assert result.exit_code == 1
    assert "CE403" in result.output
    assert not (tmp_path / "out").exists()


def test_average_needs_a_config(tmp_path):
    assert run(tmp_path / "none.cfg", tmp_path / "out").exit_code == 2
    assert run(CONFIG, tmp_path / "out", "--runs", "0").exit_code == 2


@pytest.mark.parametrize(
    "content", ["no config", "", "[paths]\ntrain = 1\n", "[nlp\n", "[paths]\na = ${paths.b}\n", "\x00"]
)
@pytest.mark.parametrize("runs", ["1", "2"])
def test_average_of_what_is_no_config(tmp_path, content, runs):
    (tmp_path / "a.cfg").write_text(content)
    result = run(tmp_path / "a.cfg", tmp_path / "out", "--runs", runs)
    assert result.exit_code == 1
    assert "CE408" in result.output and "a.cfg" in result.output
    assert len(result.output.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()
