"""All fields of a header, and where they stand."""

from spacy_cables.anatomy import parse_anatomy

TEXT = "UNCLAS LUSAKA 000012\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A VISIT\n\n1. (U) They met."


def test_pieces_stand_in_the_order_of_the_text():
    pieces = parse_anatomy(TEXT).fields.pieces()
    assert [name for name, _ in pieces] == ["BANNER", "CAPTION", "DECLASSIFY_ON", "TAGS", "SUBJECT"]
    assert [TEXT[piece.start_char : piece.end_char] for _, piece in pieces] == [piece.text for _, piece in pieces]


def test_fields_start_at_their_labels():
    starts = parse_anatomy(TEXT).fields.starts
    assert [TEXT[start:].split()[0] for start in starts] == ["UNCLAS", "SIPDIS", "E.O.", "TAGS:", "SUBJECT:"]


def test_offsets_count_in_the_source():
    source = TEXT.replace("PREL", "<a href='/tag/PREL_0.html'>PREL</a>")
    fields = parse_anatomy(source).fields
    assert [source[piece.start_char : piece.end_char] for piece in (fields.subject, *fields.tags.words)] == [
        "A VISIT",
        "PREL",
    ]
    assert [source[start:].split()[0] for start in fields.starts] == ["UNCLAS", "SIPDIS", "E.O.", "TAGS:", "SUBJECT:"]
