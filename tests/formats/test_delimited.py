"""Tables as text: CSV, TSV, the dump of 2011."""

import csv

import pytest

from spacy_cables import CableError
from spacy_cables.formats import CableFiles
from spacy_cables.formats.delimited import begins_table, read_table
from spacy_cables.formats.settings import Settings

DUMP = r""""1","12/28/1966 18:48","66LIMA24","Embassy Lima","UNCLASSIFIED","66STATE1|66OSLO2","P R 281848Z DEC 66
FM AMEMBASSY LIMA","UNCLAS LIMA 0024 \\
 \\
1. He said \"no, never\", and 'yes'.\\
REED"
"2","2/25/1972 9:30","72OSLO7","Embassy Oslo","SECRET","","R 250930Z FEB 72","S E C R E T OSLO 7\
CARVER"
"""


@pytest.fixture
def read(tmp_path):
    def read_content(content: str | bytes, name: str = "a.csv", **settings):
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / name).write_bytes(data)
        return list(read_table(tmp_path / name, Settings(**settings)))

    return read_content


def test_the_dump_of_2011(read):
    first, second = read(DUMP)
    assert (first.cable_id, second.cable_id) == ("66LIMA24", "72OSLO7")
    assert first.text == (
        "P R 281848Z DEC 66\nFM AMEMBASSY LIMA\n\nUNCLAS LIMA 0024 \n \n1. He said \"no, never\", and 'yes'.\nREED\n"
    )
    assert second.text == "R 250930Z FEB 72\n\nS E C R E T OSLO 7\nCARVER\n"
    assert first.meta == {
        "cable_id": "66LIMA24", "date": "1966-12-28T18:48", "classification": "UNCLASSIFIED",
        "references": ["66STATE1", "66OSLO2"], "origin": "Embassy Lima", "post": "Lima", "id": "1",
    }  # fmt: skip
    assert not first.faults and not second.faults


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends(read, end):
    first, second = read(DUMP.replace("\n", end))
    assert first.text.split(end)[-2:] == ["1. He said \"no, never\", and 'yes'.", "REED\n"]
    assert second.text.split(end)[-1] == "CARVER\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(read, encoding):
    first, _ = read(DUMP.replace("REED", "RÉED").encode(encoding))
    assert first.text.endswith("RÉED\n") and not first.faults


def test_bytes_of_windows_1252(read):
    first, second = read(DUMP.replace("REED", "RÉED").encode("cp1252"))
    assert first.text.endswith("RÉED\n") and not second.faults
    assert [(fault.kind, fault.line) for fault in first.faults] == [("encoding", 1)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_ALL, csv.QUOTE_MINIMAL])
def test_a_table_with_names(tmp_path, delimiter, quoting):
    text = 'UNCLAS LIMA 24\n\nHe said "no", \\ then; left|\tREED\n'
    with (tmp_path / "a.csv").open("w", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, quoting=quoting)
        writer.writerows([["Doc ID", "Date", "Text", ""], ["2004LIMA00024", "2004-03-05", text, "x"]])
    (cable,) = read_table(tmp_path / "a.csv", Settings())
    assert (cable.cable_id, cable.text) == ("04LIMA24", text)
    assert cable.meta == {"cable_id": "04LIMA24", "date": "2004-03-05", "_4": "x", "Doc ID": "2004LIMA00024"}


def test_quotes_of_an_unquoted_table_are_text(read):
    first, second = read('id\ttext\n04LIMA1\t"no\n04LIMA2\tyes"\n', "a.tsv")
    assert (first.text, second.text) == ('"no\n', 'yes"\n')


def test_columns_by_name_and_by_number(read):
    (cable,) = read("refno,memo,x\n04LIMA24,UNCLAS LIMA 24,1\n", columns={"cable_id": "refno", "text": "memo"})
    assert (cable.cable_id, cable.text, cable.meta["x"]) == ("04LIMA24", "UNCLAS LIMA 24\n", "1")
    (cable,) = read("04LIMA24,UNCLAS LIMA 24,1\n", columns={"cable_id": "1", "text": "2"})
    assert (cable.cable_id, cable.text, cable.meta["3"]) == ("04LIMA24", "UNCLAS LIMA 24\n", "1")


def test_unknown_columns_are_shown(read):
    with pytest.raises(CableError, match=r"CE106.*a\.csv.*no column is known.*'refno', 'memo'.*--columns text="):
        read("refno,memo\n04LIMA24,UNCLAS\n")
    with pytest.raises(CableError, match=r"CE106.*no column 'message'"):
        read("refno,memo\n04LIMA24,UNCLAS\n", columns={"text": "message"})


def test_rows_that_do_not_fit_are_faults(read):
    cables = read("id,text\n04LIMA1,a,b\n04LIMA2\n\n04LIMA1,c\n04LIMA4,n/a\n")
    assert [cable.text for cable in cables] == ["a,b\n", "", "c\n", ""]
    faults = [(fault.kind, fault.line) for cable in cables for fault in cable.faults]
    assert faults == [("columns", 2), ("columns", 3), ("no_text", 3), ("duplicate", 5), ("no_text", 6)]
    with pytest.raises(CableError, match=r"CE001.*a\.csv:2:1"):
        read("id,text\n04LIMA1,a,b\n", strict=True)


def test_a_file_that_breaks_off(read):
    cables = read(DUMP[:-3])
    assert cables[1].text.endswith("S E C R E T OSLO 7\nCARVE\n")
    assert [(fault.kind, fault.line) for fault in cables[1].faults] == [("broken", 6)]


def test_a_quote_that_never_closes_is_an_error(read, monkeypatch):
    monkeypatch.setattr("spacy_cables.formats.delimited.LONGEST_FIELD", 1000)
    old = csv.field_size_limit(1000)
    try:
        with pytest.raises(CableError, match=r"CE101.*a\.csv:3.*field larger"):
            read('id,text\n04LIMA1,a\n04LIMA2,"b' + "b\n" * 1000)
    finally:
        csv.field_size_limit(old)


def test_what_begins_like_a_table():
    assert begins_table(DUMP.encode()) and begins_table(b"id;text\n") and begins_table(b"\xef\xbb\xbfid,body\n")
    assert (
        not begins_table(b"UNCLAS LIMA 24, SECTION 1\n")
        and not begins_table(b"text, message\n")
        and not begins_table(b"")
        and not begins_table(b'{"text": 1}')
    )


def test_quotes_of_the_dump_may_be_doubled(read):
    row = '"1","2/25/1972 9:30","72OSLO7","Embassy Oslo","SECRET","","R 250930Z FEB 72","{}"\n'
    (cable,) = read(row.format('He said ""no"" to it.'))
    assert cable.text == 'R 250930Z FEB 72\n\nHe said "no" to it.\n' and not cable.faults
    (cable,) = read(row.format("A\\\nB\nC\nD\nE"))  # without any quote inside a field
    assert cable.text == "R 250930Z FEB 72\n\nA\nB\nC\nD\nE\n"


def test_faults_are_text_whatever_the_bytes(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"cable_id,date,text\n09OSLO1,2009-01-02,UNCLAS,\xe5bo\n")
    (cable,) = CableFiles(tmp_path / "a.csv")
    assert [fault.text for fault in cable.faults if fault.kind == "columns"] == ["09OSLO1 2009-01-02 UNCLAS åbo"]
