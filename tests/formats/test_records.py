"""Cables made of records."""

from pathlib import Path

import pytest

from spacy_cables import CableError
from spacy_cables.formats.records import RecordReader
from spacy_cables.formats.settings import Settings


def read(record, **options):
    return RecordReader(Path("04LIMA9.json"), Settings(), **options).read(record, 3)


@pytest.mark.parametrize(
    ("record", "text"),
    [
        ({"header": "A\n", "body": "\nB\n"}, "A\n\nB\n"),
        ({"header": "", "body": "B"}, "B\n"),
        ({"header": "A", "content": None, "text": "B"}, "A\n\nB\n"),
        ({"header": "A", "body": "B", "text": "C"}, "C\n"),
        ({"body": "<p>1 &lt; 2</p>"}, "1 < 2\n"),
        ({"body": ["A", "B"]}, "A\nB\n"),
    ],
)
def test_texts(record, text):
    assert read(record).text == text


def test_backslashes_at_the_ends_of_most_lines_are_not_of_the_text():
    assert read({"text": "A \\\nB\\\\\nC\\"}).text == "A \nB\nC\n"
    assert read({"text": "A \\\nB\\"}).text == "A \nB\n"
    assert read({"text": "A \\\nB\nC\nD"}).text == "A \\\nB\nC\nD\n"
    assert read({"text": "A \\\r\nB\r\nC\r\nD"}, escaped=True).text == "A \r\nB\r\nC\r\nD\n"
    assert read({"text": "A\\B"}, escaped=True).text == "A\\B\n"


def test_anchors_and_links_are_kept():
    cable = read({"body": "TAGS: <a href='/tag/PREL_0.html'>PREL</a> <a id='par1' href='#par1'>¶</a>1."})
    assert (cable.text[slice(*cable.links[0])], cable.text[cable.anchors[0]]) == ("PREL", "¶")


@pytest.mark.parametrize(
    ("record", "cable_id"),
    [
        ({"id": 1, "cable_id": "04LIMA24"}, "04LIMA24"),
        ({"cable_id": "x", "id": "2004LIMA00024"}, "04LIMA24"),
        ({"_id": "5d0b", "id": "04LIMA24"}, "04LIMA24"),
        ({"id": "n/a"}, "04LIMA9"),
        ({"id": 7}, "04LIMA9"),
    ],
)
def test_the_best_id(record, cable_id):
    assert read({**record, "text": "A"}).cable_id == cable_id


def test_metadata_under_standard_names():
    record = {
        "id": "04LIMA24", "Created": "3/5/2004", "From Field": "AMEMBASSY LIMA", "TAGS": "PREL PE",
        "Classification": "secret",
        "title": "A", "refs": "", "n": 2**70, "text": "B",
    }  # fmt: skip
    assert read(record).meta == {
        "cable_id": "04LIMA24", "date": "2004-03-05", "classification": "SECRET", "tags": ["PREL", "PE"],
        "subject": "A",
        "origin": "AMEMBASSY LIMA", "post": "LIMA", "n": str(2**70),
    }  # fmt: skip


def test_a_date_that_cannot_be_read_is_kept_as_it_is():
    assert read({"date": "spring 2004", "text": "A"}).meta["date"] == "spring 2004"


def test_faults_have_the_line_and_the_record():
    records = RecordReader(Path("a.json"), Settings())
    cables = [records.read({"id": "04LIMA24", "text": "A"}, line) for line in (1, 5)]
    (fault,) = cables[1].faults
    assert (fault.kind, fault.line, fault.text) == ("duplicate", 5, "record 2 of a.json: 04LIMA24")
    with pytest.raises(CableError, match=r"CE001.*a\.json:9:1: a record without a text"):
        RecordReader(Path("a.json"), Settings(strict=True)).read({"id": "04LIMA24", "text": ""}, 9)


@pytest.mark.parametrize(("count", "end"), [(20, "'c20'. Say"), (21, "'c20', .... Say")])
def test_of_unknown_columns_twenty_are_shown(count, end):
    with pytest.raises(CableError) as raised:
        read({f"c{number}": 1 for number in range(1, count + 1)})
    assert "'c1', 'c2', " in str(raised.value) and end in str(raised.value)
