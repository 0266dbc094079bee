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


SPELLINGS = [
    ("SUMMARY:", "END SUMMARY."),
    ("SUMMARY. ", "END SUMMARY"),
    ("SUMMARY --", "-- END SUMMARY"),
    ("SUMMARY -", "END SUMMARY."),
    ("SUMMARY", "END OF SUMMARY."),
    ("BEGIN SUMMARY:", "END SUMMARY."),
    ("BEGIN SUMMARY.", "END SUMMARY."),
    ("Begin summary:", "End summary."),
    ("S U M M A R Y:", "END S U M M A R Y"),
    ("SUMMARY AND COMMENT:", "END SUMMARY AND COMMENT."),
    ("Summary and comment.", "End comment and summary."),
    ("Summary & Comment:", "End Summary & Comment."),
    ("SUMMARY/COMMENT:", "END SUMMARY/COMMENT."),
    ("Summary and Action Request.", "End Summary and Action Request."),
    ("SUMMARY AND ACTION REQUEST:", "END SUMMARY AND ACTION REQUEST."),
    ("Summary, Comment and Action Request:", "End summary."),
    ("ACTION REQUEST AND SUMMARY:", "END ACTION REQUEST AND SUMMARY."),
    ("Action request/summary:", "End action request/summary."),
    ("Action Request and Summary.", "End Summary."),
    ("INTRODUCTION AND SUMMARY:", "END INTRODUCTION AND SUMMARY."),
    ("Introduction and summary.", "End summary."),
    ("INTRODUCTION:", "END INTRODUCTION."),
    ("Introduction.", "End introduction."),
    ("INTRODUCTION:", "END SUMMARY."),
    ("Overview.", "End overview."),
    ("KEY POINTS:", "END KEY POINTS."),
    ("EXECUTIVE SUMMARY:", "END EXECUTIVE SUMMARY."),
    ("Executive Summary.", "End summary."),
    ("Summary (C):", "End summary (C)."),
    ("SUMMARY (SBU).", "END SUMMARY."),
    ("Summary:", "End of summary."),
    ("Summary:", "(End summary.)"),
    ("Summary:", "[End Summary]"),
    ("SUMMARY:", "END SUMARY."),
    ("SUMMARY:", "ENDSUMMARY."),
]


@pytest.mark.parametrize("opening, closing", SPELLINGS)
def test_the_spellings_of_a_summary(opening, closing):
    for number in ("1. ", "1. (C) ", "¶1. (U) ", "(U) ", "", "1. (C) They asked us.\n\n2. (C) "):
        for after in ("", "\n\n3. (C) More.\n\n4. (C) Even more.\nREED"):
            text = (
                f"UNCLAS LIMA 001234\n\nSUBJECT: TALKS\n\n{number}{opening} They came.\nThey left. {closing}{after}\n"
            )
            found = find_summary(text)
            assert found is not None and found.text == "They came. They left." and found.closed, text


def test_a_summary_that_nothing_closes_ends_with_its_paragraph():
    for opening in {opening for opening, _ in SPELLINGS}:
        for number in ("{}. ", "{}. (C) ", "¶{}. (U) "):
            one, two = map(number.format, (1, 2))
            text = f"UNCLAS LIMA 001234\n\nSUBJECT: TALKS\n\n{one}{opening} They came.\nThey left.\n\n{two}More.\n"
            found = find_summary(text)
            assert found is not None and found.text == "They came. They left." and not found.closed, text


def test_a_summary_of_several_paragraphs_ends_at_the_next_heading():
    text = f"Summary\n{RULE}\n\n1. (C) They came.\n\n2. (C) They left.\n\nTalks\n{RULE}\n\n3. (C) More.\n"
    assert find_summary(text).text == "They came. 2. (C) They left."
    assert find_summary(text.replace("Talks", "More talk").replace("Summary", "SUMMARY AND COMMENT")).text == (
        "They came. 2. (C) They left."
    )


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
        (f"1. (C) One.\n\nCOMMENT: ALL OR NOTHING\n{RULE}\n\n2. (C) A bold step.\n\n3. (C) More.", ["A bold step."]),
        ("1. C O M M E N T: A bold step. END COMMENT.", ["A bold step."]),
        ("1. (C) Comment (SBU): A bold step. End comment.", ["A bold step."]),
        ("1. THEY MET. COMMENT: A BOLD STEP. END COMMENT. MORE.", ["A BOLD STEP."]),
        ("1. THEY MET.\n\n2. COMMENT. A BOLD STEP.\n\n3. MORE.", ["A BOLD STEP."]),
        ("1. THEY MET.\n\n2. COMMENT: A BOLD\n\nPAGE 02  LIMA 01234  051830Z\n\nSTEP.\nREED", ["A BOLD STEP."]),
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


def test_summary_ends_the_other_way_round():
    found = find_summary("1. (C) Summary. They met. Summary ends.\n\n2. (C) They left.\n")
    assert (found.text, found.closed) == ("They met.", True)
    assert not find_summary("1. (C) Summary: They met; the summary ends here.\n\n2. (C) They left.\n").closed
