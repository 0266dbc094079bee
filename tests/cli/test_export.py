import pytest
import srsly
from typer.testing import CliRunner

from spacy_cables.cli import app
from spacy_cables.text.files import write_text


@pytest.fixture
def folder(tmp_path):
    write_text(tmp_path / "in/09OSLO1.txt", "[PER Ada Obi] left [LOC Oslo].\n")
    write_text(tmp_path / "in/09OSLO2.txt", "Nobody slept.\n")
    write_text(tmp_path / "in/09OSLO3.txt", "Appears in these articles:\n")
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(app, ["export", *map(str, arguments)])


def test_export(folder):
    result = run(folder / "in", folder / "gold.jsonl")
    assert result.exit_code == 0, result.output
    assert "2 cables, 2 entities" in result.output
    lines = list(srsly.read_jsonl(folder / "gold.jsonl"))
    assert [(line["cable_id"], line["spans"]) for line in lines] == [
        ("09OSLO1", [[0, 7, "PER"], [13, 17, "LOC"]]),
        ("09OSLO2", []),
    ]


def test_export_is_strict(folder):
    write_text(folder / "in/09OSLO2.txt", "[PER Ada\n")
    result = run(folder / "in", folder / "gold.jsonl")
    assert result.exit_code == 1
    assert "CE001" in result.output
    assert not (folder / "gold.jsonl").exists()


@pytest.mark.parametrize("output", ["in/09OSLO1.txt", "in/../in/09OSLO1.txt", "link.txt", "sources/09OSLO1.txt"])
def test_export_does_not_overwrite_what_it_reads(folder, output):
    (folder / "link.txt").symlink_to("in/09OSLO1.txt")
    write_text(folder / "sources/09OSLO1.txt", "Ada Obi left Oslo.\n")
    before = (folder / "in/09OSLO1.txt").read_text()
    result = run(folder / "in/09OSLO1.txt", folder / output, "--source", folder / "sources")
    assert result.exit_code == 1
    assert "CE012" in result.output
    assert (folder / "in/09OSLO1.txt").read_text() == before
