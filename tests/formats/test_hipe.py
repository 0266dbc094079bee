"""The TSV of the HIPE evaluations."""

import pytest

from spacy_cables import CableError, read_labelled
from spacy_cables.formats import CableFiles
from spacy_cables.formats.hipe import begins_hipe
from spacy_cables.text.labelled import RawCable

HEAD = "TOKEN\tNE-COARSE-LIT\tNE-COARSE-METO\tNEL-LIT\tMISC\n"


def row(word, tag="O", misc="_"):
    return f"{word}\t{tag}\tO\t_\t{misc}\n"


def read(tmp_path, text, name="09OSLO7.tsv"):
    (tmp_path / name).write_bytes(text.encode())
    return [
        (cable.cable_id, cable.text, [(cable.text[start:end], label) for start, end, label in cable.spans])
        for cable in read_labelled(tmp_path / name)
    ]


def test_documents_have_their_ids_and_their_spacing(tmp_path):
    first = "# hipe2022:language = en\n# hipe2022:document_id     = 09OSLO1\n" + row("Ada", "B-pers", "EndOfLine")
    first += row("Berg", "I-pers", "NoSpaceAfter|EndOfSentence") + row(",") + row("#") + row("end", misc="EndOfLine")
    second = "\n# document_id = 09OSLO2\n" + row("Oslo", "B-loc") + "\n" + row("Bergen", "I-loc")
    text = HEAD + "\n" + first + second
    expected = [
        ("09OSLO1", "Ada\nBerg, # end", [("Ada\nBerg", "pers")]),
        ("09OSLO2", "Oslo Bergen", [("Oslo", "loc"), ("Bergen", "loc")]),
    ]
    assert read(tmp_path, text) == expected
    assert read(tmp_path, text.replace("\n", "\r\n")) == expected
    assert read(tmp_path, "\ufeff" + text, "other.txt") == expected
    assert len(CableFiles(tmp_path / "09OSLO7.tsv")) == 2


def test_a_file_without_ids_is_one_cable(tmp_path):
    assert read(tmp_path, HEAD + row("Oslo", "B-loc")) == [("09OSLO7", "Oslo", [("Oslo", "loc")])]
    assert read(tmp_path, HEAD) == [("09OSLO7", "", [])]


def test_columns_go_by_their_names(tmp_path):
    text = "TOKEN\tMISC\tNE-FINE-LIT\tNE-COARSE-LIT\n"
    text += "Oslo\tNoSpaceAfter\tB-loc.adm\tB-loc\n.\t_\tO\tO\n"
    assert read(tmp_path, text) == [("09OSLO7", "Oslo.", [("Oslo", "loc")])]


def test_an_entity_can_be_a_part_of_its_word(tmp_path):
    assert read(tmp_path, HEAD + row("Osloavis", "B-loc", "Partial-0:4")) == [
        ("09OSLO7", "Osloavis", [("Oslo", "loc")])
    ]


def test_a_document_of_masked_tags_is_unannotated(tmp_path):
    (tmp_path / "a.tsv").write_text(HEAD + "# document_id = a\n" + row("Oslo", "_") + "# document_id = b\n" + row("on"))
    assert [isinstance(cable, RawCable) for cable in CableFiles(tmp_path / "a.tsv")] == [True, False]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Oslo\tB-loc\n", "2 columns, not the 5"),
        (row("Oslo", "loc"), "not a tag .*'loc'"),
        (row("Oslo", ""), "not a tag"),
        (row("Oslo", "_"), "some words of this cable have a tag"),
        (row("Oslo", "B-loc", "Partial-2:9"), "no part of the word: Partial-2:9"),
        ("#Oslo\tB-loc\n", "2 columns"),
        ("TOKEN\tNE-FINE-LIT\n", "no column NE-COARSE-LIT"),
    ],
)
def test_a_wrong_line_is_named(tmp_path, line, reason):
    with pytest.raises(CableError, match=rf"CE101.*09OSLO7\.tsv:3: {reason}"):
        read(tmp_path, HEAD + row("In") + line)


def test_begins_hipe():
    assert begins_hipe(b"TOKEN\tNE-COARSE-LIT\n") and begins_hipe(b"# a = b\r\n\r\nTOKEN\tX\tNE-NESTED\n")
    assert not begins_hipe(b"TOKEN\tO\n") and not begins_hipe(b"token\tNE-COARSE-LIT\n")
