import sys

from typer.testing import CliRunner

from spacy_cables.cli import app


def test_glove_without_its_packages(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = CliRunner().invoke(app, ["glove", str(tmp_path / "glove.txt")])
    assert result.exit_code == 1
    assert "CE407" in result.output
    assert not list(tmp_path.iterdir())
