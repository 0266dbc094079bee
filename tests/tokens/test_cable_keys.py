"""The keys of `Doc._.cable` are those that docs/anatomy.md lists, with these types."""

import json
import re
from pathlib import Path

import pytest

from spacy_cables import read_cables

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/anatomy.md").read_text("utf-8")
SECTION = PAGE.split("## All keys of `doc._.cable`")[1].split("\n## ")[0]
ROWS = {row[1]: row for row in re.finditer(r"^\| `(\w+)` \| (\w+)(.*?) \| `(.*)` \|$", SECTION, re.MULTILINE)}
TYPES = {"str": str, "bool": bool, "int": int, "dict": dict, "list": list}


@pytest.fixture(scope="module")
def cables(tmp_path_factory):
    """A tokenised cable, an inline one, and one of a table with metadata."""
    table = tmp_path_factory.mktemp("table") / "cables.csv"
    text = "UNCLAS LIMA 001234\n\nREF: QUITO 77\n\n1. They met.\n"
    table.write_text(f'refid,date,message\n04LIMA1234,2004-03-05,"{text}"\n')
    paths = [ROOT / "corpus/cables/08LONDON2643.txt", ROOT / "corpus/cables/03LIMA4471.txt", table]
    return [doc._.cable for path in paths for doc in read_cables(path, anatomy=True)]


def test_the_list_is_complete(cables):
    assert set().union(*cables) == set(ROWS)


def test_values_have_the_types(cables):
    for cable in cables:
        for key, value in cable.items():
            _, _, more, _ = ROWS[key].groups()
            assert isinstance(value, TYPES[ROWS[key][2]]) or (value is None and " or None" in more), (key, value)


@pytest.mark.parametrize("key", ROWS)
def test_examples_have_the_types(key):
    assert isinstance(json.loads(ROWS[key][4]), TYPES[ROWS[key][2]])
