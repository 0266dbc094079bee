"""Texts with the annotations of brat beside them."""

import pytest

from spacy_cables import CableError, read_cables, read_labelled
from spacy_cables.formats import CableFiles
from spacy_cables.formats.brat import begins_brat
from spacy_cables.text.labelled import RawCable

pytestmark = pytest.mark.filterwarnings("ignore:.*CW005")

TEXT = "Ada Berg left Oslo.\nShe is in Rome.\n"
ANN = "T1\tPER 0 8\tAda Berg\nT2\tLOC 14 18\tOslo\n"
SPANS = ((0, 8, "PER"), (14, 18, "LOC"))


def put(folder, text=TEXT, ann=ANN, name="09OSLO1"):
    for suffix, content in ((".txt", text), (".ann", ann)):
        if content is not None:
            (folder / f"{name}{suffix}").write_bytes(content.encode())
    return folder


def read(path, **settings):
    return [(cable.cable_id, cable.text, cable.spans) for cable in read_labelled(path, **settings)]


@pytest.mark.parametrize("name", ["", "09OSLO1.txt", "09OSLO1.ann", "*", "*.ann", "*.txt"])
def test_a_pair_is_read_once_whatever_it_is_called_by(tmp_path, name):
    assert read(put(tmp_path) / name) == [("09OSLO1", TEXT, SPANS)]


def test_a_list_of_both_files_is_read_as_one_pair(tmp_path):
    put(tmp_path)
    files = CableFiles([tmp_path / "09OSLO1.txt", tmp_path / "09OSLO1.ann"])
    assert [cable.cable_id for cable in files] == ["09OSLO1"]
    assert sorted(file.name for file in files.inputs) == ["09OSLO1.ann", "09OSLO1.txt"]


def test_other_annotations_are_passed_over(tmp_path):
    other = "*\tEquiv T1 T2\n\nR1\tIn Arg1:T1 Arg2:T2\nE1\tGo:T2\nA1\tSure T1\nN1\tReference T1 W:Q1\n#1\tNote T1\tx\n"
    assert read(put(tmp_path, ann=other + ANN.replace("\n", "\r\n"))) == [("09OSLO1", TEXT, SPANS)]


def test_a_folder_of_pairs(tmp_path):
    put(tmp_path)
    put(tmp_path, "No marks [LOC Oslo  ].", None, "09OSLO2")
    put(tmp_path, ann="", name="09OSLO3")
    (tmp_path / "annotation.conf").write_text("[entities]\n")
    files = CableFiles(tmp_path)
    assert [(cable.cable_id, isinstance(cable, RawCable), len(cable.spans)) for cable in files] == [
        ("09OSLO1", False, 2), ("09OSLO2", True, 0), ("09OSLO3", False, 0),
    ]  # fmt: skip
    assert (files.formats, len(files), [file.name for file in files.passed_over]) == ({"brat"}, 3, ["annotation.conf"])
    assert files.cable_ids() == ["09OSLO1", "09OSLO2", "09OSLO3"]


def test_bracket_files_in_another_folder_stay_bracket_files(tmp_path):
    (tmp_path / "pairs").mkdir()
    put(tmp_path / "pairs")
    put(tmp_path, "In [LOC Oslo  ] .\n", None, "09OSLO2")
    assert {name: len(spans) for name, _, spans in read(tmp_path)} == {"09OSLO1": 2, "09OSLO2": 1}


def test_docs_have_the_entities(tmp_path):
    put(tmp_path)
    put(tmp_path, TEXT, None, "09OSLO2")
    annotated, raw = read_cables(tmp_path)
    assert [(ent.text, ent.label_) for ent in annotated.ents] == [("Ada Berg", "PER"), ("Oslo", "LOC")]
    assert not raw.has_annotation("ENT_IOB")


@pytest.mark.parametrize(
    ("text", "ann", "expected"),
    [
        ("Hi.\r\nAda Berg\r\nwrote.\r\n", "T1\tPER 5 13\tAda Berg\n", "Ada Berg"),
        ("Hi.\r\nAda Berg\r\nwrote.\r\n", "T1\tPER 4 12\tAda Berg\n", "Ada Berg"),
        ("\ufeffAda Berg wrote.", "T1\tPER 0 8\tAda Berg\n", "Ada Berg"),
        ("\ufeffAda Berg wrote.", "T1\tPER 1 9\tAda Berg\n", "Ada Berg"),
        ("By Ada\nBerg.", "T1\tPER 3 6;7 11\tAda Berg\n", "Ada\nBerg"),
        ("By Ada\nBerg.", "T1\tPER 3 11\tAda Berg\n", "Ada\nBerg"),
        ("\U0001f600 Ada", "T1\tPER 2 5\tAda\n", "Ada"),
    ],
)
def test_what_offsets_count(tmp_path, text, ann, expected):
    ((_, found, ((start, end, label),)),) = read(put(tmp_path, text, ann))
    assert (found, found[start:end], label) == (text.removeprefix("\ufeff"), expected, "PER")


def test_utf16_offsets_are_named_and_read(tmp_path):
    put(tmp_path, "\U0001f600 Ada", "T1\tPER 3 6\tAda\n")
    with pytest.raises(CableError, match=r"CE101.*OSLO1\.ann:1: the span 3:6 is 'da', not 'Ada'.*UTF-16 offsets\?"):
        read(tmp_path)
    assert read(tmp_path, offsets="utf-16")[0][2] == ((2, 5, "PER"),)


def test_a_discontinuous_entity_is_its_whole_range_and_a_fault(tmp_path):
    put(tmp_path, "In North\nand South America.", "T1\tLOC 3 8;19 26\tNorth America\n")
    (cable,) = CableFiles(tmp_path)
    assert cable.spans == ((3, 26, "LOC"),)
    assert [(fault.kind, fault.line, fault.column) for fault in cable.faults] == [("discontinuous", 1, 4)]
    with pytest.raises(CableError, match=r"CE001.*OSLO1\.txt:1:4: an entity in pieces"):
        list(CableFiles(tmp_path, strict=True))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("T2\tLOC 14 18\tRome", "span 14:18 is 'Oslo', not 'Rome' as it says: 'T2"),
        ("T2\tLOC 14 99\tOslo", "span 14:99"),
        ("T2\tLOC 14 14\t", "no characters"),
        ("T2\tLOC 14 18", "no annotation of brat"),
        ("T2\tLOC 14 -18\tOslo", "no annotation of brat"),
        ("T2 LOC 14 18 Oslo", "no annotation of brat"),
        ("T2\tLOC 14 18;0 3\tOslo Ada", "not in order"),
        ("In [LOC Oslo  ]", "no annotation of brat"),
        ("T2\tLOC 1" + "0" * 5000 + " 18\tOslo", "no annotation of brat"),
    ],
)
def test_a_wrong_line_is_named(tmp_path, line, reason):
    put(tmp_path, ann=f"T1\tPER 0 8\tAda Berg\n{line}\n")
    with pytest.raises(CableError, match=rf"CE101.*09OSLO1\.ann:2: .*{reason}"):
        read(tmp_path)


@pytest.mark.parametrize("name", ["09OSLO1.ann", "notes.txt"])
def test_annotations_without_their_text_are_refused(tmp_path, name):
    (tmp_path / name).write_text(ANN)
    for path in (tmp_path, tmp_path / name):
        with pytest.raises(CableError, match=rf"CE101.*{name}: annotations of brat without their text: no .*txt"):
            read(path)


def test_brackets_can_still_be_asked_for(tmp_path):
    put(tmp_path, "In [LOC Oslo  ] .\n")
    assert [len(spans) for _, _, spans in read(tmp_path, format="brackets")] == [1]


@pytest.mark.parametrize(
    "line",
    [
        "T1\tPerson 0 5\tAda B", "T1\tPerson 0 3;4 5\tAda B", "R1\tFamily Arg1:T1 Arg2:T2", "E1\tVisit:T3 Who:T1",
        "A1\tDoubtful T1", "M1\tDoubtful E1", "N1\tReference T1 Wikidata:Q7259", "#1\tAnnotatorNotes T1\tor Eda?",
        "*\tEquiv T1 T2",
    ],
)  # fmt: skip
def test_begins_brat(line):
    assert begins_brat(line.encode()) and not begins_brat(f" {line}".encode())
