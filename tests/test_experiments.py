"""The tables of docs/experiments.md are those of the metrics files beside it."""

import importlib.util
from pathlib import Path

import pytest

from spacy_cables.corpus.stats_tables import update_section

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/experiments.md"
SECTIONS = sorted(folder.name for folder in (ROOT / "docs/experiments").iterdir())


def load_benchmark():
    spec = importlib.util.spec_from_file_location("experiments", ROOT / "benchmarks/experiments.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("section", SECTIONS)
def test_tables_are_up_to_date(section):
    table = load_benchmark().experiments_table(ROOT / "docs/experiments" / section)
    assert update_section(PAGE, section, table) == PAGE.read_text("utf-8")
    assert table.count("\n") > 2


def test_keep_leaves_the_table_as_it_is(tmp_path):
    benchmark = load_benchmark()
    folder = ROOT / "docs/experiments/test"
    benchmark.keep(folder, tmp_path)
    assert benchmark.experiments_table(tmp_path) == benchmark.experiments_table(folder)
