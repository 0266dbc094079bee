"""The tables of experiments.md and results.md are those of the metrics files beside them."""

import importlib.util
from pathlib import Path

import pytest

from spacy_cables.corpus.stats_tables import update_section

RESEARCH = Path(__file__).parent
PAGES = [RESEARCH / "experiments.md", RESEARCH / "results.md"]
SECTIONS = sorted(folder.name for folder in (RESEARCH / "metrics").iterdir())


def load_tables():
    spec = importlib.util.spec_from_file_location("tables", RESEARCH / "tables.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("section", SECTIONS)
def test_tables_are_up_to_date(section):
    table = load_tables().experiments_table(RESEARCH / "metrics" / section)
    (page,) = (page for page in PAGES if f"<!-- stats {section} -->" in page.read_text("utf-8"))
    assert update_section(page, section, table) == page.read_text("utf-8")
    assert table.count("\n") > 2


def test_keep_leaves_the_table_as_it_is(tmp_path):
    tables = load_tables()
    folder = RESEARCH / "metrics/test"
    tables.keep(folder, tmp_path)
    assert tables.experiments_table(tmp_path) == tables.experiments_table(folder)
