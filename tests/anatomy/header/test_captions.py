"""Captions before the subject."""

import pytest

from spacy_cables.anatomy import find_captions, parse_anatomy

CORRECTED = " ".join("CORRECTED")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("S E C R E T TUNIS 000123\n\nNOFORN\nSIPDIS\n\nSIPDIS", ["NOFORN", "SIPDIS"]),
        ("UNCLAS TUNIS 000123\nSENSITIVE, SIPDIS", ["SENSITIVE", "SIPDIS"]),
        (f"{CORRECTED}  COPY - PARA 3", ["CORRECTED COPY"]),
        ("FOR OFFICIAL USE ONLY", ["FOUO"]),
        ("SUBJECT: NOFORN POLICY", []),
    ],
)
def test_find_captions(text, expected):
    assert find_captions(text) == expected


def test_captions_stand_as_often_as_they_are_written():
    text = "S E C R E T TUNIS 000123\n\nNOFORN\nSIPDIS\n\nSIPDIS"
    captions = parse_anatomy(text).fields.captions
    assert [text[caption.start_char : caption.end_char] for caption in captions] == ["NOFORN", "SIPDIS", "SIPDIS"]
