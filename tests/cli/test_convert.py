import pytest
from typer.testing import CliRunner

from spacy_cables.cli import app
from spacy_cables.text.files import write_text


@pytest.fixture
def folder(tmp_path):
    write_text(tmp_path / "in/a.txt", "[PER Ada  ] left .\n")
    write_text(tmp_path / "in/b.txt", "Rain .\n[LOC Oslo\n")
    return tmp_path / "in"


def run(*arguments):
    return CliRunner().invoke(app, ["convert", *map(str, arguments)])


def test_convert(folder, tmp_path):
    result = run(folder, tmp_path / "out.spacy")
    assert result.exit_code == 0, result.output
    assert str(tmp_path / "out.spacy") in result.output.replace("\n", "")
    assert "1 fault repaired, the first in " in result.output and "b.txt:2:1: `check`" in result.output
    assert (tmp_path / "out.spacy").is_file()


def test_convert_splits(folder, tmp_path):
    result = run(folder, tmp_path / "out", "--splits", "train=0.5,dev=0.5")
    assert result.exit_code == 0, result.output
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["dev.spacy", "train.spacy"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--strict"], "CE001"),
        (["--splits", "x=2"], "CE007"),
        (["--style", "prose"], "CE006"),
        (["--labels", "a b"], "CE004"),
    ],
)
def test_convert_fails_with_one_line(folder, tmp_path, options, code):
    result = run(folder, tmp_path / "out", *options)
    assert result.exit_code == 1
    assert len(result.output.strip().splitlines()) == 1
    assert code in result.output


def test_convert_without_input(tmp_path):
    result = run(tmp_path / "none", tmp_path / "out")
    assert result.exit_code == 1
    assert "CE002" in result.output


def test_convert_marks_of_another_label_set(tmp_path):
    write_text(tmp_path / "in/a.txt", "[PERSON Ada  ] left [GPE Oslo  ] .\n")
    refused = run(tmp_path / "in", tmp_path / "out.spacy")
    assert refused.exit_code == 1
    assert "PERSON 1" in refused.output and "--labels ontonotes reads them" in refused.output
    assert "✔" not in refused.output and not (tmp_path / "out.spacy").exists()
    assert run(tmp_path / "in", tmp_path / "out.spacy", "--labels", "ontonotes").exit_code == 0
