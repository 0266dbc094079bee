"""The spaCy project: its commands are complete, portable and say what they depend on."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import srsly
from spacy.cli import project_run
from spacy.util import load_config
from weasel.util import load_project_config

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "project.yml").read_text("utf-8")
CONFIGS = sorted(path.stem for path in (ROOT / "configs").glob("*.cfg"))


@pytest.fixture
def project(tmp_path):
    """A copy of the project file alone: to load it makes folders."""
    shutil.copy(ROOT / "project.yml", tmp_path)
    return load_project_config(tmp_path)


def test_project_is_short():
    assert len(TEXT.splitlines()) < 200
    assert TEXT.count("python -m spacy train") == 2


def test_commands_are_portable(project):
    scripts = [line for command in project["commands"] for line in command["script"]]
    assert {line.split()[2] for line in scripts} == {"spacy", "spacy_cables", "compileall"}
    assert all(line.startswith("python -m ") for line in scripts)
    assert not [line for line in scripts if re.search("[|><;&'\"\\\\]", line)]


def test_numbers_have_names():
    lines = [line for line in TEXT.splitlines() if "python -m" in line]
    assert not [line for line in lines if re.search(r'(?<=\s)-?[\d.]+(?=[\s"])', line)]


@pytest.mark.parametrize("config", CONFIGS)
@pytest.mark.parametrize("workflow", ["all", "full"])
def test_workflows_make_what_they_depend_on(tmp_path, config, workflow):
    shutil.copy(ROOT / "project.yml", tmp_path)
    project = load_project_config(tmp_path, overrides={"vars.config": config})
    project_run(tmp_path, workflow, dry=True, overrides={"vars.config": config})
    commands = {command["name"]: command for command in project["commands"]}
    made = {asset["dest"] for asset in project["assets"]}
    for command in (commands[name] for name in project["workflows"][workflow]):
        for dep in command.get("deps", []):
            assert dep in made or (ROOT / dep).exists(), (command["name"], dep)
        made.update(command.get("outputs", []) + command.get("outputs_no_cache", []))


def test_clean_removes_what_is_made(project):
    (clean,) = (command for command in project["commands"] if command["name"] == "clean")
    removed = [Path(path) for path in clean["script"][0].split()[4:]]
    for command in project["commands"]:
        for output in command.get("outputs", []) + command.get("outputs_no_cache", []):
            assert {Path(output), *Path(output).parents} & set(removed), output
    assert Path("assets") not in removed


@pytest.mark.parametrize("config", CONFIGS)
def test_configs_name_what_commands_read(config):
    settings = load_config(ROOT / f"configs/{config}.cfg", interpolate=True)
    assert {"train", "dev", "silver", "gold", "gold_dev"} == set(settings["corpora"])
    for name in re.findall(r"corpora\.(\w+)", TEXT):
        assert name in settings["corpora"]
    for key in re.findall(r"--((?:paths|training|system)\.\S+)", TEXT):
        section, _, option = key.partition(".")
        assert option in settings[section]


@pytest.mark.slow
def test_train_runs_again_when_the_package_changes(tmp_path):
    """And by itself, in a clone where no command has run before."""
    for name in ("spacy_cables", "configs", "corpus"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.spacy", "full"))
    shutil.copy(ROOT / "project.yml", tmp_path)
    config = tmp_path / "configs/ner_cnn.cfg"
    short = re.sub(r"max_steps = \d+\neval_frequency = \d+", "max_steps = 2\neval_frequency = 2", config.read_text())
    config.write_text(short)

    def run(*command):
        line = [sys.executable, "-m", *command]
        return subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    assert "Saved pipeline" in run("spacy", "project", "run", "train")
    run("spacy_cables", "stats", "corpus/cables")  # compiles nothing that is not compiled
    assert "nothing changed" in run("spacy", "project", "run", "train")
    network = tmp_path / "spacy_cables/pipeline/networks/tok2vec.py"
    network.write_text(network.read_text("utf-8") + "# A comment.\n", encoding="utf-8")
    assert "Saved pipeline" in run("spacy", "project", "run", "train")
    assert "nothing changed" in run("spacy", "project", "run", "train")
    assert "train" in srsly.read_yaml(tmp_path / "project.lock")
