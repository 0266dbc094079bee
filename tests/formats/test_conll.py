import pytest

from spacy_cables.errors import CableError
from spacy_cables.formats.conll import begins_conll, read_conll, tags_to_spans
from spacy_cables.formats.settings import Settings


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        pytest.param("O B-PER I-PER O", [(1, 3, "PER")], id="IOB2"),
        pytest.param("B-PER B-PER I-PER", [(0, 1, "PER"), (1, 3, "PER")], id="IOB2, neighbours"),
        pytest.param("O I-PER I-PER O", [(1, 3, "PER")], id="IOB1"),
        pytest.param("I-PER I-LOC", [(0, 1, "PER"), (1, 2, "LOC")], id="IOB1, other label"),
        pytest.param("I-PER B-PER", [(0, 1, "PER"), (1, 2, "PER")], id="IOB1, neighbours"),
        pytest.param("U-LOC B-PER L-PER U-PER", [(0, 1, "LOC"), (1, 3, "PER"), (3, 4, "PER")], id="BILOU"),
        pytest.param("S-LOC S-LOC B-PER I-PER E-PER", [(0, 1, "LOC"), (1, 2, "LOC"), (2, 5, "PER")], id="IOBES"),
        pytest.param("B-PER E-PER I-PER", [(0, 2, "PER"), (2, 3, "PER")], id="nothing goes on behind an end"),
        pytest.param("O B-WORK-OF-ART I-WORK-OF-ART", [(1, 3, "WORK-OF-ART")], id="hyphens in a label"),
        pytest.param("O O", [], id="nothing"),
    ],
)
def test_tags_to_spans(tags, spans):
    assert tags_to_spans(tags.split()) == spans


def read(tmp_path, text, name="09OSLO7.conll"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return [
        (cable.cable_id, cable.text, [(cable.text[start:end], label) for start, end, label in cable.spans])
        for cable in read_conll(path, Settings())
    ]


def test_read_conll_of_one_cable_is_named_by_its_file(tmp_path):
    expected = ("09OSLO7", "Ada Berg left Oslo .", [("Ada Berg", "PER"), ("Oslo", "LOC")])
    assert read(tmp_path, "Ada B-PER\nBerg I-PER\nleft O\n\nOslo B-LOC\n. O\n") == [expected]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("-DOCSTART- -X- O O\n\nOslo NNP B-NP B-LOC\n\n-DOCSTART- -X- O O\n\nfjord NN O O\n", ["", ""]),
        ("-DOCSTART- (09OSLO1)\nOslo\tB-LOC\n-DOCSTART- (09OSLO2)\nfjord\tO\n", ["09OSLO1", "09OSLO2"]),
        ("# newdoc id = 09OSLO1\n# text = Oslo\nOslo B-LOC\n# id: 09OSLO2\nfjord O\n", ["09OSLO1", "09OSLO2"]),
        ("# id = 09OSLO1\n-DOCSTART- O\nOslo B-LOC\n-DOCSTART- O\n# id = 09OSLO2\nfjord O\n", ["09OSLO1", "09OSLO2"]),
    ],
)
def test_read_conll_finds_where_cables_start(tmp_path, text, ids):
    assert read(tmp_path, text) == [(ids[0], "Oslo", [("Oslo", "LOC")]), (ids[1], "fjord", [])]


def test_read_conll_takes_a_hash_for_a_word(tmp_path):
    assert read(tmp_path, "# O\n1 O\n") == [("09OSLO7", "# 1", [])]


@pytest.mark.parametrize("line", ["Oslo", "Oslo LOC", "Oslo X-LOC", "Oslo B-"])
def test_read_conll_names_the_line_that_is_wrong(tmp_path, line):
    with pytest.raises(CableError, match=rf"CE101.*09OSLO7.conll:2.*{line}"):
        read(tmp_path, f"in O\n{line}\n")


def test_a_blank_line_ends_an_entity(tmp_path):
    expected = [("09OSLO7", "met Fred Jones", [("Fred", "PER"), ("Jones", "PER")])]
    assert read(tmp_path, "met O\nFred I-PER\n\nJones I-PER\n") == expected


@pytest.mark.parametrize("word", ["#a=b", "a\u00a0b", "a\u2028b", "a\u0085b", "a\x0cb", "#", "\ufeffx"])
def test_words_hold_whatever_is_no_tab_blank_or_line_feed(tmp_path, word):
    for separator in " \t":
        assert read(tmp_path, f"Oslo{separator}B-LOC\r\n{word}{separator}O\r\n") == [
            ("09OSLO7", f"Oslo {word}", [("Oslo", "LOC")])
        ]


def test_a_mark_at_the_start_and_words_of_white_space_are_no_words(tmp_path):
    assert read(tmp_path, "\ufeffOslo\tB-LOC\n\tO\n \tO\n\u00a0\tI-LOC\nfjord\tI-LOC\n")[0][1:] == (
        "Oslo fjord",
        [("Oslo fjord", "LOC")],
    )


def test_an_empty_document_is_a_document(tmp_path):
    text = "-DOCSTART- (a)\n\n-DOCSTART- (b)\n\nOslo B-LOC\n\n-DOCSTART- (c)\n"
    assert read(tmp_path, text) == [("a", "", []), ("b", "Oslo", [("Oslo", "LOC")]), ("c", "", [])]


@pytest.mark.parametrize(
    ("head", "begins"),
    [
        (b"Oslo B-LOC\n", True),
        (b"Oslo\tNNP\tB-LOC\r\n\r\nleft O\r\n", True),
        (b"Oslo B-LOC\nBergen B", True),  # the last line is cut off
        (b"Oslo B-LOC\nBergen B\n", False),
        (b"-DOCSTART- O\n\nno tag\n", True),
        (b"# id = 09OSLO1\nno tag\n", True),
        (b"# sent_id = 1\nOslo B-LOC\n", True),
        (b"In Oslo\n", False),
        (b"O\n", False),
        (b"\n\n", False),
    ],
)
def test_what_begins_like_conll(head, begins):
    assert begins_conll(head) is begins


def test_a_word_of_blanks_is_left_out(tmp_path):
    (tmp_path / "a.conll").write_text(" O\nOslo B-LOC\n  O\n")
    (cable,) = read_conll(tmp_path / "a.conll", Settings())
    assert (cable.text, cable.spans) == ("Oslo", ((0, 4, "LOC"),))
    (tmp_path / "a.conll").write_text("O\n")
    with pytest.raises(CableError, match=r"CE101.*a\.conll:1"):
        list(read_conll(tmp_path / "a.conll", Settings()))
