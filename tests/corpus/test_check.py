import pytest
import srsly

from spacy_cables import CableError
from spacy_cables.corpus.check import check
from spacy_cables.text.files import write_text


@pytest.fixture
def folder(tmp_path):
    write_text(tmp_path / "in/a.txt", "The pro-[LOC Oslo]bound ship.\nOslo is [PER Oslo].\n")
    write_text(tmp_path / "in/b.txt", "One\ntwo [PER Ada  ] , three [PER Obi  ]\n[GPE Rome  ] .\n[PER Ito\n")
    write_text(tmp_path / "in/stub.txt", "Appears in these articles:\n")
    return tmp_path / "in"


def places(findings):
    return [(finding.kind, finding.cable_id, finding.line, finding.column, finding.text) for finding in findings]


def test_counts(folder):
    report = check(folder)
    assert (report.cables, report.stubs) == (2, 1)
    assert dict(report.labels) == {"LOC": 1, "PER": 3}
    assert dict(report.styles) == {"inline": 1, "tokenised": 1}
    assert places(report.of_kind("misaligned")) == [("misaligned", "a", 1, 14, "Oslo")]
    assert places(report.faults) == [
        ("unknown_label", "b", 3, 1, "[GPE Rome  ] ."),
        ("unclosed", "b", 4, 1, "[PER Ito"),
    ]


def test_places_name_the_file(folder):
    report = check(folder, names=True)
    assert [finding.place for finding in report.of_kind("misaligned", "unclosed", "unmarked")] == [
        f"{folder / 'a.txt'}:1:14",
        f"{folder / 'a.txt'}:2:1",
        f"{folder / 'b.txt'}:4:1",
    ]


def test_places_in_the_text_of_a_record_name_the_cable(tmp_path):
    text = "One.\nThe pro-Oslobound ship."
    srsly.write_jsonl(tmp_path / "a.jsonl", [{"id": "09LIMA1", "text": text, "spans": [[13, 17, "LOC"]]}])
    (finding,) = check(tmp_path / "a.jsonl").findings
    assert finding.place == "09LIMA1:2:9"


def test_names(folder, tmp_path):
    report = check(folder, names=True)
    assert places(report.of_kind("conflict")) == [("conflict", "a", 1, 14, "Oslo")]
    assert places(report.of_kind("unmarked")) == [("unmarked", "a", 2, 1, "Oslo")]
    srsly.write_json(tmp_path / "intended.json", {"a": {"conflict": ["Oslo"], "unmarked": ["Oslo"]}})
    assert not check(folder, names=True, intended=tmp_path / "intended.json").of_kind("conflict", "unmarked")


@pytest.mark.parametrize("text", ["[]", "{", '{"a": []}'])
def test_bad_intended_names(folder, tmp_path, text):
    (tmp_path / "intended.json").write_text(text)
    with pytest.raises(CableError, match="CE008"):
        check(folder, intended=tmp_path / "intended.json")


def test_to_dict_is_json(folder):
    data = check(folder).to_dict()
    assert srsly.json_loads(srsly.json_dumps(data)) == data
    assert data["kinds"] == {"misaligned": 1, "unclosed": 1, "unknown_label": 1}


def test_names_the_longest_at_each_place(tmp_path):
    write_text(tmp_path / "a.txt", "[PER Ada Obi], [PER Ada] and [PER Obi] met. Ada Obi left, Ada slept.\n")
    found = check(tmp_path, names=True).of_kind("unmarked")
    assert [(finding.column, finding.text) for finding in found] == [(45, "Ada Obi"), (49, "Obi"), (59, "Ada")]


@pytest.mark.slow
def test_names_in_a_cable_with_many_of_them(tmp_path):
    """Comparing each name at each word would take minutes."""
    names = " ".join(f"[PER Ada {i}]" for i in range(20_000))
    write_text(tmp_path / "a.txt", names + " Ada" * 20_000 + " Ada 7\n")
    assert [finding.text for finding in check(tmp_path, names=True).of_kind("unmarked")] == ["Ada 7"]


def test_fields_that_are_unsure(tmp_path):
    text = "UNCLAS LUSAKA 001234\n\nE.O. 12958: N/A\nSUBJECT: A VISIT\n\n1. (C) They met.\n"
    path = tmp_path / "08LUSAKA1234.txt"
    write_text(path, text)
    report = check(path, format="untagged", anatomy=True)
    reason = "UNCLASSIFIED in the banner, (C) the highest portion mark"
    assert report.to_dict()["doubts"] == [
        {"path": str(path), "cable_id": "08LUSAKA1234", "field": "classification", "reason": reason}
    ]
    assert report.tables()[-1].rows == [[str(path), "08LUSAKA1234", "classification", reason]]
    assert check(path, format="untagged").doubts == []


def test_tables_show_as_many_findings_as_asked_for(folder):
    report = check(folder)
    assert [len(table.rows) for table in report.tables()] == [11, 3]
    assert [len(table.rows) for table in report.tables(most=2)] == [11, 2]
    assert report.tables()[0].rows == [
        ["cables", 2], ["stubs", 1], ["words", 20], ["inline cables", 1], ["tokenised cables", 1], ["entities", 4],
        ["LOC", 1], ["PER", 3], ["findings: misaligned", 1], ["findings: unclosed", 1], ["findings: unknown_label", 1],
    ]  # fmt: skip
    assert report.tables()[1].rows[0] == [f"{folder / 'a.txt'}:1:14", "misaligned", "Oslo", "LOC"]


def test_a_conflict_tells_how_often_each_label_stands(tmp_path):
    write_text(tmp_path / "a.txt", "[ORG Oslo], [LOC Oslo], [LOC Oslo] and\n[LOC Oslo Bay].\n")
    ((place, detail),) = [((each.line, each.column), each.detail) for each in check(tmp_path, names=True).findings]
    assert (place, detail) == ((1, 6), "LOC 2, ORG 1")


def test_an_id_that_comes_twice_is_a_finding_at_the_beginning_of_its_file(folder):
    write_text(folder / "again/a.txt", "No names.\n")
    assert places(check(folder).of_kind("repeated")) == [("repeated", "a", 1, 1, str(folder / "again/a.txt"))]


def test_check_lists_where_a_table_and_its_text_differ(tmp_path):
    text = "R 051800Z MAR 04\nFM AMEMBASSY QUITO\n\nUNCLAS QUITO 000012\n\nSUBJECT: TALKS\n"
    row = f'04QUITO12,2004-03-06,SECRET,"{text}"\n'
    (tmp_path / "a.csv").write_text("cable_id,date,classification,text\n" + row, "utf8")
    doubts = check(tmp_path / "a.csv", anatomy=True).doubts
    assert [(each.field, each.reason) for each in doubts] == [
        ("date", "2004-03-05 in the text, 2004-03-06 in the metadata"),
        ("classification", "'UNCLASSIFIED' in the text, 'SECRET' in the metadata"),
    ]
