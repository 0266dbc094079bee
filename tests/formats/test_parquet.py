"""Cables in Parquet."""

import sys
from pathlib import Path

import pytest

from spacy_cables import CableError
from spacy_cables.formats import parquet
from spacy_cables.formats.settings import Settings

FILE = Path(__file__).parents[1] / "data/forms/history_lab.parquet"


@pytest.mark.extra("pyarrow")
def test_columns_of_history_lab():
    first, second = parquet.read_parquet(FILE, Settings())
    assert (first.cable_id, second.cable_id) == ("74QUITO77", "74QUITO78")
    assert first.text.startswith("UNCLASSIFIED\n\nPAGE 01") and first.text.endswith("\nREED\n")
    assert first.meta == {
        "cable_id": "74QUITO77", "date": "1974-03-01T12:00", "classification": "UNCLASSIFIED", "subject": "TUNA BOATS",
        "origin": "QUITO", "to": "STATE", "post": "QUITO", "doc_id": "1974QUITO00077", "countries": ["Ecuador"],
    }  # fmt: skip
    assert parquet.count_rows(FILE) == 2 and parquet.begins_parquet(FILE.read_bytes()[:4])


@pytest.mark.extra("pyarrow")
def test_a_broken_file_is_an_error(tmp_path):
    (tmp_path / "a.parquet").write_bytes(FILE.read_bytes()[:-20])
    with pytest.raises(CableError, match=r"CE101.*a\.parquet:1"):
        list(parquet.read_parquet(tmp_path / "a.parquet", Settings()))
    assert parquet.count_rows(tmp_path / "a.parquet") == 0


@pytest.mark.extra("pyarrow")
def test_unknown_columns(tmp_path):
    import pyarrow as pa
    from pyarrow.parquet import write_table

    rows = [{"no": f"04LIMA{number}", "c": {"memo": "UNCLAS"}} for number in range(600)]
    write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet")
    with pytest.raises(CableError, match=r"CE106.*'no', 'c\.memo'"):
        list(parquet.read_parquet(tmp_path / "a.parquet", Settings()))
    found = list(parquet.read_parquet(tmp_path / "a.parquet", Settings(columns={"cable_id": "no", "text": "memo"})))
    assert [cable.cable_id for cable in found] == [row["no"] for row in rows]


def test_without_pyarrow(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(CableError, match=r"CE108.*pip install 'spacy-cables\[tables\]'"):
        list(parquet.read_parquet(FILE, Settings()))
    assert parquet.count_rows(FILE) == 0
