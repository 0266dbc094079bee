import sys

import pytest
import srsly
from typer.testing import CliRunner

from spacy_cables.cli import app
from spacy_cables.pipeline.tokenizer import CableTokenizer  # noqa: F401  registers it, installed or not
from spacy_cables.text.files import write_text


@pytest.fixture
def folder(tmp_path):
    for i in range(3):
        write_text(tmp_path / f"cables/{i}.txt", f"<pre>The board of Oslo met {i}.</pre>\n" * 20)
    srsly.write_json(tmp_path / "splits.json", {"test": ["2"]})
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(app, ["vectors", *map(str, arguments)])


@pytest.mark.slow
@pytest.mark.extra("floret")
def test_vectors(folder):
    options = ("--exclude", folder / "splits.json", "--dim", 8, "--epochs", 1)
    result = run(folder / "cables", folder / "cables.floret", *options)
    assert result.exit_code == 0, result.output
    assert "8 dimensions from 280 words" in result.output
    assert (folder / "cables.floret").is_file()


def test_vectors_without_floret(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "floret", None)
    result = run(folder / "cables", folder / "cables.floret")
    assert result.exit_code == 1
    assert "CE406" in result.output
