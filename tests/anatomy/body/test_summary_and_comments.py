"""Summary, comments and notes over invented text."""

import pytest

from spacy_cables.anatomy import find_comments, find_notes, find_summary

RULE = "---------"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("1. (C) SUMMARY: All is well. END SUMMARY.\n\n2. (C) More.", "All is well."),
        ("1. (C) Summary. All is well. End Summary.\n\n2. (C) More.", "All is well."),
        ("1. (C) Summary: All is well.  (End Summary.)\n", "All is well."),
        (f"SUMMARY\n{RULE}\n\n1. (C) All is well. End summary.\n\n2. (C) More.", "All is well."),
        (f"{RULE}\nSummary\n{RULE}\n\n1. (C) All is well.\n\n2. (C) More.", "All is well."),
        ("1. (C) Summary and Comment: All is well. End Summary and Comment.", "All is well."),
        ("1. (C) All is well. END SUMMARY.\n\n2. (C) More.", "All is well."),
        ("1. (C) Summary: All is well.\n\n2. (C) More.", "All is well."),
        ("1. (SBU) Begin Summary: All is well. End Summary.", "All is well."),
        ("SUMMARY: All is\nwell. END OF SUMMARY", "All is well."),
        ("¶1 . ( C ) Summary . All is well , they say . End Summary .", "All is well, they say."),
        ("1. (C) Summary: One.\n\n2. (C) Two. End summary.\n\n3. (C) More.", "One. 2. (C) Two."),
        ("1. (C) INTRODUCTION: All is well. END SUMMARY.", "All is well."),
        ("1. (C) S U M M A R Y: All is well. END SUMMARY.", "All is well."),
    ],
)
def test_find_summary(text, expected):
    found = find_summary(text)
    assert found is not None and found.text == expected
    assert "".join(text[found.start_char : found.end_char].split()) == "".join(found.text.split())


@pytest.mark.parametrize("text", ["", "1. (C) All is well.", "In summary, all is well."])
def test_no_summary(text):
    assert find_summary(text) is None


def test_a_summary_that_says_so_twice():
    found = find_summary(f"Summary\n{RULE}\n\n1. (C) Summary. All is well. End summary.")
    assert found is not None and found.text == "All is well."


@pytest.mark.parametrize(
    "text, expected",
    [
        ("1. (C) One.\n\n2. (C) COMMENT: A bold step. END COMMENT.\nREED", ["A bold step."]),
        ("1. (C) One.\n\n2. (C) Comment: A bold step.\n\n3. (C) More.", ["A bold step."]),
        ("1. (C) One. (Comment: A bold (but late) step. End comment.) More.", ["A bold (but late) step."]),
        ("1. (C) One. (Comment: A bold (but late) step.) More.", ["A bold (but late) step."]),
        ("1. (C) One. [Comment: A bold step.] More.", ["A bold step."]),
        ("1. (C) One. Comment: A bold step. End Comment. More.", ["A bold step."]),
        (f"1. (C) One.\n\nCOMMENT\n{RULE}\n\n2. (C) A bold step.\n\n3. (C) More.", ["A bold step."]),
        ("1. (C) One.\n\nCOMMENT\n\n2. (C) A bold step.", ["A bold step."]),
        ("1. (C) One.\n\n2. (C) Embassy Comment: A bold step. End Comment.", ["A bold step."]),
        ("1. (C) One. COMMENT --------- ¶2 . ( C ) A bold step . ¶3 . ( C ) More .", ["A bold step."]),
        ("1. (C) Comment: A. End comment.\n\n2. (C) Comment: B. End comment.", ["A.", "B."]),
        ("1. (C) BEGIN COMMENT: A bold step. END COMMENT", ["A bold step."]),
        ("1. (C) He had no comment.", []),
        ("1. (C) He declined to comment: no reason was given.", []),
        ("", []),
    ],
)
def test_find_comments(text, expected):
    assert [comment.text for comment in find_comments(text)] == expected


def test_find_notes():
    text = "1. (C) He left. (Note: By train. End note.) She stayed. NOTE: By choice. END NOTE. Note: not closed."
    assert [note.text for note in find_notes(text)] == ["By train.", "By choice."]
