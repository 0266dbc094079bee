import hashlib

from typer.testing import CliRunner

from spacy_cables.cli import app
from spacy_cables.text.files import write_text

CONTENT = b"x\n"


def test_verify(tmp_path):
    write_text(tmp_path / "in/a.txt", "x\n")
    write_text(tmp_path / "in/b.txt", "y\n")
    manifest = tmp_path / "in.sha256"
    write_text(manifest, f"{hashlib.sha256(CONTENT).hexdigest()}  a.txt\n")
    line = ["verify", str(tmp_path / "in"), str(manifest)]
    result = CliRunner().invoke(app, line)
    assert result.exit_code == 0
    assert "in.sha256: 1\n" in result.output and "not checked: 1\n" in result.output
    write_text(tmp_path / "in/a.txt", "z\n")
    result = CliRunner().invoke(app, line)
    assert result.exit_code == 1
    assert "CE303" in result.output and "✔" not in result.output
