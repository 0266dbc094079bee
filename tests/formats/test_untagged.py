"""Untagged cables."""

from spacy_cables.formats.settings import Settings
from spacy_cables.formats.untagged import read_untagged
from spacy_cables.text.files import write_text


def test_read_untagged(tmp_path):
    write_text(tmp_path / "09OSLO7.txt", "<pre>See [LOC Oslo] &amp; go.</pre>\n")
    (cable,) = read_untagged(tmp_path / "09OSLO7.txt", Settings())
    assert (cable.cable_id, cable.text, cable.spans) == ("09OSLO7", "See [LOC Oslo] & go.\n", ())
    assert cable.faults == ()


def test_read_untagged_that_is_not_utf8(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"Z\xfcrich\n")
    (cable,) = read_untagged(tmp_path / "a.txt", Settings())
    assert cable.text == "Zürich\n"
    assert [(fault.kind, fault.line, fault.column) for fault in cable.faults] == [("encoding", 1, 2)]
