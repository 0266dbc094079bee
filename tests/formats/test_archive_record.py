"""Records of the National Archives."""

import pytest

from spacy_cables import CableError
from spacy_cables.formats.archive_record import begins_archive_record, read_archive_records
from spacy_cables.formats.settings import Settings

RECORD = """ Declassified/Released US Department of State EO Systematic Review 01 JAN 2005
Message Text
 
UNCLASSIFIED

PAGE 01  LIMA 00024  051830Z

1. MESSAGE TEXT: NO.
REED
Message Attributes
Automatic Decaptioning: X
Concepts: n/a
Current Classification: UNCLASSIFIED
Document Number: 1974LIMA00024
Draft Date: 05 MAR 1974
From: LIMA
Original Classification: LIMITED OFFICIAL USE
Subject: VISIT OF MR.
REED: ARRANGEMENTS
 Declassified/Released US Department of State EO Systematic Review 01 JAN 2005
TAGS: PFOR, OVIP, (REED, DANA)
"""  # noqa: W293


@pytest.fixture
def read(tmp_path):
    def read_content(content: str, name="a.txt", **settings):
        (tmp_path / name).write_bytes(content.encode("cp1252"))
        return list(read_archive_records(tmp_path / name, Settings(**settings)))

    return read_content


def test_a_record(read):
    (cable,) = read(RECORD)
    assert cable.cable_id == "74LIMA24" and not cable.faults
    assert cable.text == "UNCLASSIFIED\n\nPAGE 01  LIMA 00024  051830Z\n\n1. MESSAGE TEXT: NO.\nREED\n"
    assert cable.meta == {
        "cable_id": "74LIMA24", "date": "1974-03-05", "classification": "LIMITED OFFICIAL USE",
        "tags": ["PFOR", "OVIP", "REED, DANA"], "subject": "VISIT OF MR. REED: ARRANGEMENTS", "origin": "LIMA",
        "post": "LIMA", "Automatic Decaptioning": "X", "Current Classification": "UNCLASSIFIED",
        "Document Number": "1974LIMA00024",
    }  # fmt: skip


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends(read, end):
    (cable,) = read(RECORD.replace("\n", end))
    assert cable.text.endswith(f"NO.{end}REED\n") and cable.meta["post"] == "LIMA"


def test_several_records(read):
    cables = read(RECORD + RECORD.replace("00024", "00025"))
    assert [cable.cable_id for cable in cables] == ["74LIMA24", "74LIMA25"]
    above, below = RECORD.split("Message Attributes\n")
    text = above[above.index("Message Text") :]
    turned = f"Message Attributes\n{below}{text}"
    assert read(turned + turned)[1].text == cables[0].text


def test_what_is_missing(read):
    (cable,) = read(RECORD.partition("Message Attributes")[0], "74LIMA00024.txt")
    assert (cable.cable_id, cable.meta) == ("74LIMA24", {"cable_id": "74LIMA24"})
    assert [fault.kind for fault in cable.faults] == ["broken"]
    (cable,) = read(RECORD[RECORD.index("Message Attributes") :])
    assert (cable.text, [fault.kind for fault in cable.faults]) == ("", ["no_text"])
    with pytest.raises(CableError, match=r"CE001.*a\.txt:1"):
        read(RECORD[RECORD.index("Message Attributes") :], strict=True)
    with pytest.raises(CableError, match=r"CE101.*no record of the National Archives"):
        read("UNCLAS LIMA 24\n")


def test_what_begins_like_a_record():
    assert begins_archive_record(RECORD.encode()) and begins_archive_record(b"\rMessage Text\r")
    assert not begins_archive_record(b"1. Message Text of the note\n")
    assert not begins_archive_record(b"UNCLAS LIMA 24\n\nMessage Text\n")


def test_strict_raises_the_first_fault(read):
    content = "Message Text\nUNCLAS LIMA 24. RÉED\n"
    (cable,) = read(content)
    assert [fault.kind for fault in cable.faults] == ["encoding", "broken"]
    with pytest.raises(CableError) as raised:
        read(content, strict=True)
    assert str(raised.value).endswith(str(cable.faults[0].error("a.txt")).partition("a.txt")[2])
