from typer.testing import CliRunner

from spacy_cables.cli import app
from spacy_cables.text.files import write_text


def run(*arguments):
    return CliRunner().invoke(app, ["clean", *arguments])


def test_clean(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("out/a.spacy", "out/deep/b.spacy", "metrics.json", "kept.txt"):
        write_text(tmp_path / name, "x")
    result = run("out", "metrics.json", "nothing")
    assert result.exit_code == 0, result.output
    assert result.output.count("removed") == 2
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_clean_removes_nothing_outside_of_the_current_folder(tmp_path, monkeypatch):
    write_text(tmp_path / "a.txt", "x")
    write_text(tmp_path / "here/b.txt", "x")
    monkeypatch.chdir(tmp_path / "here")
    result = run("b.txt", "../a.txt")
    assert result.exit_code == 1
    assert "CE009" in result.output and "a.txt" in result.output
    assert (tmp_path / "a.txt").exists() and (tmp_path / "here/b.txt").exists()


def test_clean_of_links_in_a_circle_and_of_the_same_twice(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "loop").symlink_to("loop")
    write_text(tmp_path / "a/b.txt", "x")
    result = run("loop", "a", "a", "a/b.txt")
    assert result.exit_code == 0, result.output
    assert result.output.count("removed") == 2
    assert list(tmp_path.iterdir()) == []
