"""The commands of research/project.yml are complete, and override what is in the configs."""

import re
from pathlib import Path

import pytest
from spacy.cli import project_run
from spacy.util import load_config
from weasel.util import load_project_config

RESEARCH = Path(__file__).parent
PROJECT = load_project_config(RESEARCH)
SCRIPTS = [line for command in PROJECT["commands"] for line in command["script"]]
CONFIGS = re.compile(r"(?<= )(\S+\.cfg)(?= )")
OVERRIDES = re.compile(r"--((?:\w+|\*)\.\S+) (\S+)")


@pytest.mark.parametrize("name", [*PROJECT["workflows"], "kfold", "robustness", "clean"])
def test_dry_run(name, capfd):
    project_run(RESEARCH, name, dry=True)
    assert "Running command" in capfd.readouterr().out


@pytest.mark.parametrize("script", [line for line in SCRIPTS if CONFIGS.search(line)])
def test_overrides_are_settings_of_the_config(script):
    config = load_config(RESEARCH / CONFIGS.search(script).group())
    for name, _ in OVERRIDES.findall(script):
        section = config
        for part in name.split("."):
            assert part in section, name
            section = section[part]


def test_numbers_have_names():
    text = (RESEARCH / "project.yml").read_text("utf-8").partition("commands:")[2]
    lines = [line for line in text.splitlines() if "python " in line]
    assert lines and not [line for line in lines if re.search(r"(?<=\s)-?[\d.]+(?=[\s\"])", line)]
