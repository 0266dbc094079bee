import json

import pytest
from typer.testing import CliRunner

from spacy_cables.cli import app
from spacy_cables.text.files import write_text


@pytest.fixture
def corpus(tmp_path):
    write_text(
        tmp_path / "cables/09OSLO1.txt", "UNCLAS [LOC OSLO] 1\n\n1. (U) [PER Vik] of [ORG Sur] saw [LOC Rost].\n"
    )
    write_text(tmp_path / "cables/85LIMA22.txt", "S E C R E T [LOC LIMA] 000022\n\n1. (S) [PER VIK] met.\n")
    write_text(tmp_path / "cables/notes.txt", "No banner: [LOC Rost].\n")
    write_text(tmp_path / "splits.json", '{"train": ["09OSLO1"], "test": ["85LIMA22", "notes"]}')
    return tmp_path


def test_stats(corpus):
    arguments = ["stats", str(corpus / "cables"), "--splits", str(corpus / "splits.json")]
    runner = CliRunner()
    shown = runner.invoke(app, arguments)
    assert shown.exit_code == 0 and "Cables by region" in shown.output
    as_json = runner.invoke(app, [*arguments, "--json"])
    assert json.loads(as_json.stdout)["parts"]["test"]["cables"] == 2
    as_markdown = runner.invoke(app, [*arguments, "--markdown"]).stdout
    assert "| train | 1 | 14 | 4 | 2 | 1 | 1 |" in as_markdown
    (corpus / "card.md").write_text("<!-- stats corpus -->\n<!-- end of stats -->\n")
    assert runner.invoke(app, [*arguments, "--update", str(corpus / "card.md")]).exit_code == 0
    assert as_markdown.strip() in (corpus / "card.md").read_text()
    failed = runner.invoke(app, ["stats", str(corpus / "nothing")])
    assert failed.exit_code == 1 and "CE002" in failed.output
