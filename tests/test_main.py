"""The package as a command."""

import runpy
import sys

import pytest


def test_module_is_the_command(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["spacy_cables", "--help"])
    with pytest.raises(SystemExit) as exit_:
        runpy.run_module("spacy_cables", run_name="__main__")
    assert exit_.value.code == 0
    shown = capsys.readouterr().out
    assert "convert" in shown and "check" in shown
