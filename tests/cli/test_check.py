import pytest
import srsly
from typer.testing import CliRunner

from spacy_cables.cli import app
from spacy_cables.text.files import write_text


@pytest.fixture
def folder(tmp_path):
    write_text(tmp_path / "a.txt", "[PER Ada  ] left .\n")
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(app, ["check", *map(str, arguments)])


def test_check(folder):
    result = run(folder, "--strict")
    assert result.exit_code == 0, result.output
    assert "PER" in result.output


def test_check_lists_places_and_strict_fails(folder):
    write_text(folder / "b.txt", "Rain .\nAt [LOC Oslo\n")
    result = run(folder)
    assert result.exit_code == 0
    assert "b.txt:2:4" in result.output
    assert run(folder, "--strict").exit_code == 1


def test_check_json(folder):
    write_text(folder / "b.txt", "Rain .\nAt [LOC Oslo\n")
    data = srsly.json_loads(run(folder, "--json").stdout)
    assert (data["cables"], data["labels"]) == (2, {"PER": 1})
    assert [(finding["kind"], finding["line"], finding["column"]) for finding in data["findings"]] == [
        ("unclosed", 2, 4)
    ]


def test_check_most(folder):
    write_text(folder / "b.txt", "[LOC Oslo\n" * 5)
    assert "3 more" in run(folder, "--most", "2").output


def test_check_fails_with_one_line(tmp_path):
    result = run(tmp_path / "none")
    assert result.exit_code == 1
    assert "CE002" in result.output


def test_check_names_what_it_passes_over(folder):
    (folder / "b.txt").symlink_to("none")
    (folder / "c.txt").mkdir()
    result = run(folder)
    assert result.exit_code == 0
    assert "a link to nothing" in result.stdout and "a folder" in result.stdout
    assert run(folder, "--strict").exit_code == 1
    data = srsly.json_loads(run(folder, "--json").stdout)
    assert [(finding["kind"], finding["detail"]) for finding in data["findings"]] == [
        ("unreadable", "a link to nothing"),
        ("unreadable", "a folder"),
    ]


@pytest.mark.parametrize("command", ["convert", "export", "stats"])
def test_other_commands_say_what_they_pass_over(folder, command):
    (folder / "b.txt").symlink_to("none")
    output = [] if command == "stats" else [str(folder / "out.spacy")]
    result = CliRunner().invoke(app, [command, str(folder), *output])
    assert result.exit_code == 0, result.output
    assert "⚠ [CW004] 1 file or folder" in result.output
    assert f"passed over, the first {folder / 'b.txt'}: a link to nothing" in result.output
