"""WebAnno TSV 3, as INCEpTION exports it."""

import pytest

from spacy_cables import CableError, read_labelled
from spacy_cables.formats import CableFiles
from spacy_cables.formats.webanno import begins_webanno

FORMAT = "#FORMAT=WebAnno TSV 3.3\n"
POS = "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue|coarseValue\n"
NER = "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n"


def read(path, text=None):
    if text is not None:
        path.write_bytes(text.encode())
    return [
        (cable.cable_id, cable.text, [(cable.text[start:end], label) for start, end, label in cable.spans])
        for cable in read_labelled(path)
    ]


def sentence(text, *rows):
    return f"\n#Text={text}\n" + "".join(f"{row}\n" for row in rows)


FIRST = sentence("Ada Berg left.", "1-1\t0-3\tAda\t*[1]\tPER[1]\t", "1-2\t4-8\tBerg\t*[1]\tPER[1]\t",
                 "1-3\t9-13\tleft\t_\t_\t", "1-4\t13-14\t.\t_\t_\t")  # fmt: skip


def test_sentences_and_entities(tmp_path):
    second = sentence("In Oslo", "2-1\t15-17\tIn\t_\t_\t", "2-2\t18-22\tOslo\thttp://x/Q585\tLOC\t")
    expected = [("09OSLO1", "Ada Berg left.\nIn Oslo", [("Ada Berg", "PER"), ("Oslo", "LOC")])]
    text = FORMAT + NER + "\n" + FIRST + "\n#Sentence.id=s2" + second
    assert read(tmp_path / "09OSLO1.tsv", text) == expected
    assert read(tmp_path / "09OSLO1.tsv", "\ufeff" + text.replace("\n", "\r\n")) == expected
    assert CableFiles(tmp_path).cable_ids() == ["09OSLO1"]


def test_columns_go_by_their_layers(tmp_path):
    text = FORMAT + POS + NER + "#T_CH=x.CoreferenceLink|referenceType|referenceRelation\n\n"
    text += sentence("Oslo", "1-1\t0-4\tOslo\tNNP\tPROPN\t_\tLOC\t_\t_\t")
    assert read(tmp_path / "a.tsv", text)[0][2] == [("Oslo", "LOC")]
    one = FORMAT + "#T_SP=webanno.custom.Entity|kind\n\n" + sentence("Oslo", "1-1\t0-4\tOslo\tLOC\t")
    assert read(tmp_path / "b.tsv", one)[0][2] == [("Oslo", "LOC")]


def test_offsets_count_as_utf16_does(tmp_path):
    text = sentence("\U0001f600 Ada", "1-1\t0-2\t\U0001f600\t_\t_\t", "1-2\t3-6\tAda\t_\tPER\t")
    text += sentence("Oslo", "2-1\t8-12\tOslo\t_\tLOC\t")
    assert read(tmp_path / "a.tsv", FORMAT + NER + text) == [
        ("a", "\U0001f600 Ada\n\nOslo", [("Ada", "PER"), ("Oslo", "LOC")])
    ]


def test_escapes_lines_stacks_and_parts_of_tokens(tmp_path):
    text = r"a\_b \[x\] A\->B c\\d" + "\n#Text=Oslobu\n"
    rows = [
        r"1-1	0-3	a\_b	_	X\_Y|Z[2]	",
        r"1-2	4-7	\[x\]	_	Z[2]	",
        r"1-3	8-12	A\->B	_	_	",
        r"1-4	13-16	c\\d	_	_	",
    ]
    rows += ["1-5\t17-23\tOslobu\t_\t_\t", "1-5.1\t17-21\tOslo\t_\tLOC\t"]
    content = FORMAT + NER + f"\n#Text={text}" + "\n".join(rows) + "\n"
    assert read(tmp_path / "a.tsv", content) == [
        ("a", "a_b [x] A->B c\\d\nOslobu", [("a_b", "X_Y"), ("a_b [x]", "Z"), ("Oslo", "LOC")])
    ]


def test_a_folder_named_like_the_document_gives_the_id(tmp_path):
    (tmp_path / "09OSLO1.txt").mkdir()
    assert read(tmp_path / "09OSLO1.txt" / "ada.tsv", FORMAT + NER + FIRST)[0][0] == "09OSLO1"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("4-8\tBerg", "4-8\tBorg", r":7: the text at 4-8 \(UTF-16\) is 'Berg', not 'Borg'"),
        ("4-8\tBerg", "5-8\tBerg", ":7: the text at 5-8"),
        ("4-8\tBerg", "8-8\tBerg", ":7: a token of no characters"),
        ("1-2\t4-8\tBerg", "Berg", ":7: no line of WebAnno TSV 3"),
        ("\t_\t_\t\n1-4", "\n1-4", ":8: no column 5"),
        ("\tPER[1]\t\n1-3", "\t*[1]\t\n1-3", ":7: an entity without a value"),
        ("\tPER[1]\t\n1-3", "\tPER[1\t\n1-3", ":7: no value of an annotation"),
        ("13-14\t.\t_\t_", "13-14\t.\t_\tPER[1]", r":9: PER\[1\] is also on a line that is not next"),
        ("identifier|value", "identifier|kind", ":1: no layer of named entities"),
        ("#Text=Ada", "#Text=Lost\n\n#Text=Ada", ":5: a sentence without tokens"),
        ("#Text=Ada Berg left.\n", "#Text=Hi.\n0-1\t0-3\tHi.\t_\t_\t\n#Text=Ada Berg left.\n", "starts -3 characters"),
        ("1-1\t0-3", "1-1\t999999999999-9999999999999", ":6: no line"),
        ("1-1\t0-3", "1-1\t999999999990-999999999999", ":6: a sentence that starts 999999999990"),
    ],
)
def test_what_is_wrong_is_named(tmp_path, old, new, reason):
    content = FORMAT + NER + "\n" + FIRST
    assert content.count(old) == 1
    with pytest.raises(CableError, match=rf"CE101.*a\.tsv.*{reason}"):
        read(tmp_path / "a.tsv", content.replace(old, new))


def test_begins_webanno():
    assert begins_webanno(b"#FORMAT=WebAnno TSV 3.2\n") and begins_webanno(b"\xef\xbb\xbf#FORMAT=WebAnno TSV 3.3\n")
    assert not begins_webanno(b"#FORMAT=WebAnno TSV 2\n")
