"""Parts of the body over invented text: paragraphs, marks, headings, summary, comments, page lines, signature."""

import pytest

from spacy_cables.anatomy import (
    find_comments,
    find_headings,
    find_notes,
    find_page_breaks,
    find_paragraphs,
    find_portion_marks,
    find_redactions,
    find_signer,
    find_summary,
    running_text,
)

RULE = "---------"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("1. (C) One.\n\n2. (C) Two.", [(1, "C"), (2, "C")]),
        ("¶1. (C) One.\n\n¶2. (S/NF) Two.", [(1, "C"), (2, "S/NF")]),
        (
            "<a id='par1' href='#par1'>¶</a>1. (C) One.\n<a id='par2' href='#par2'>¶</a>2. (U) Two.",
            [(1, "C"), (2, "U")],
        ),
        ("1.(C) One. 2.(SBU) Two.", [(1, "C"), (2, "SBU")]),
        ("¶1 . \n( C ) One . ¶2 . \n( SBU ) Two .", [(1, "C"), (2, "SBU")]),
        ("1. One text.\n\n2. Another text.", [(1, ""), (2, "")]),
        ("¶1. (C - ENTIRE TEXT)\n\n¶2. Two.", [(1, "C - ENTIRE TEXT"), (2, "")]),
        ("¶1. (C ) One.\n¶2. C/NF) Two.", [(1, "C"), (2, "C/NF")]),
        ("¶1. (SNF) One.\n¶2. (S//NF) Two.", [(1, "S/NF"), (2, "S//NF")]),
        ("¶1. (S/REL TO USA, FVEY) One.", [(1, "S/REL TO USA, FVEY")]),
        ("¶1. (c) One.", [(1, "C")]),
        ("¶1. (C) On 29 November\n¶2009. It went on.\n¶2. (C) Two.", [(1, "C"), (2, "C")]),
        ("¶1. (C) List:\n¶1. Bread\n¶2. Salt\n¶2. (C) Two.", [(1, "C"), (2, "C")]),
        ("¶1. (C) One.\n¶3. (C) Three.", [(1, "C"), (3, "C")]),
        ("¶1. (C) The office (S/CT) came.", [(1, "C")]),
        ("See para 4 (S) of the 1.4 (C) text.", []),
        ("No paragraphs at all.", []),
    ],
)
def test_find_paragraphs(text, expected):
    found = find_paragraphs(text)
    assert [(p.number, p.mark.text if p.mark else "") for p in found] == expected


def test_a_paragraph_ends_before_heading_and_signature():
    text = f"1. (C) One.\n\nA Heading\n{RULE}\n\n2. (C) Two.\n\nREED\n"
    one, two = find_paragraphs(text)
    assert text[one.start_char : one.end_char] == "1. (C) One." and one.content.text == "One."
    assert text[two.start_char : two.end_char] == "2. (C) Two."


def test_portion_marks_are_no_offices_and_no_letters_of_a_list():
    text = "1. (C) The office (S/CT) of (S/GC) met. (U) It ended.\nText (a), (b) and (C) of the law."
    assert [mark.text for mark in find_portion_marks(text)] == ["C", "U"]


@pytest.mark.parametrize(
    "text, expected",
    [
        (f"Text.\n\nA Heading\n{RULE}\n\n1. (C) One.", [("A Heading", "underlined")]),
        (f"Text.\n\n{RULE}\nA Heading\n{RULE}\n\n1. (C) One.", [("A Heading", "boxed")]),
        (f"Text.\n{RULE * 5} ----\nA Long Heading\n{RULE * 5} ----\n1. (C) One.", [("A Long Heading", "boxed")]),
        (f"{RULE} SUMMARY {RULE}\n\n1. (C) One.", [("SUMMARY", "inline")]),
        ("1. (C) One.\n\n//A BOLD MOVE//\n\n2. (C) Two.", [("A BOLD MOVE", "slashes")]),
        ("1. (C) One.\n\nPlain Words Alone\n\n2. (C) Two.", [("Plain Words Alone", "plain")]),
        ("1. (C) One.\n\nTwo Lines of\nHeading\n==========\n\n2. (C) Two.", [("Two Lines of Heading", "underlined")]),
        ("1. (C) It ended. A New Start ----------- 2. (C) Two.", [("A New Start", "underlined")]),
        ("1. (C) One.\nA Heading\n- - - - - - -\n2. (C) Two.", [("A Heading", "underlined")]),
        (f"Text.\nhttp://example.org/wiki/\n{RULE}\n", []),
        (f"12 34 56 78 90 12\n{RULE}\n", []),
        (f"XXXXXXXXXXXX\n{RULE}\n", []),
        ("1. (C) One sentence that ends.\n\n2. (C) Two.", []),
    ],
)
def test_find_headings(text, expected):
    found = find_headings(text)
    assert [(heading.text, heading.style) for heading in found] == expected


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


@pytest.mark.parametrize(
    "text, post, page, pages",
    [
        ("talks on\n\nLUSAKA 00002643 002 OF 002\n\ntrade", "LUSAKA", 2, 2),
        ("talks on LUSAKA 00002643 002.2 OF 003 trade", "LUSAKA", 2, 3),
        ("IN THE BUENOS AIR 00002643 002 OF 003 TALKS", "BUENOS AIR", 2, 3),
        ("THE HAGUE 00002643  002.2 OF 003", "THE HAGUE", 2, 3),
        ("of\nCONFIDENTIAL\n\nCONFIDENTIAL\n\nPAGE 02        CAPE T  00097  01 OF 03  182017Z\n\nmen", "CAPE T", 2, 3),
    ],
)
def test_find_page_breaks(text, post, page, pages):
    (found,) = find_page_breaks(text)
    assert (found.post, found.page, found.pages) == (post, page, pages)
    assert text[found.start_char :].startswith((post, "CONFIDENTIAL", "PAGE"))


@pytest.mark.parametrize("text", ["LUSAKA 2643", "3 OF 5 men", "ROOM 00012 ON FLOOR 002", ""])
def test_no_page_breaks(text):
    assert find_page_breaks(text) == []


def test_find_redactions():
    text = "He met XXXXXXXXXXXX and xxxxxxxxxxxx. [Name removed] said so, [ DETAILS REMOVED ] too. XXX is none."
    assert [text[r.start_char : r.end_char] for r in find_redactions(text)] == [
        "XXXXXXXXXXXX", "xxxxxxxxxxxx", "[Name removed]", "[ DETAILS REMOVED ]",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text, expected",
    [
        ("2. (C) It will end well.\nREED", "REED"),
        ("2. (C) It will end well.\nREED\n", "REED"),
        ("2. (C) It will end well. REED", "REED"),
        ("2. (C) It will end well. Reed", "Reed"),
        ("2. (C) It will end well.\n\nReed", "Reed"),
        ("2. (C) It will end well. End Comment. REED", "REED"),
        ("2. (C) It will end well. END COMMENT\nREED", "REED"),
        ("2. (C) It will end well.\nREED\n\nNNNN", "REED"),
        ("2. (C) It will end well.\nREED\n\nCONFIDENTIAL", "REED"),
        ("2. (C) It will end well.\nREED\n\n\nCONFIDENTIAL\n\n\nNNNN\n", "REED"),
        ("2. (C) It will end well.\nVAN BUREN", "VAN BUREN"),
        ("2. (C) It will end well.\nvan Buren", "van Buren"),
        ("2. (C) It will end well. VAN BUREN", "VAN BUREN"),
        ("2. (C) It will end well.\nO'REED", "O'REED"),
        ("2. (C) It will end well.\nMCREED", "MCREED"),
        ("2. (C) It will end well.\nHARROW-FINCH", "HARROW-FINCH"),
        ("2. (C) It will end well.\nREED  REED", "REED"),
        ("2. (C) It will end well.\nREED.", "REED"),
        ("2. (C) It will end well.\nMINIMIZE CONSIDERED\nREED", "REED"),
        ("2. (C) It will end well.\nVisit our website: http://www.example.org/x/\nREED", "REED"),
        ("2. (C) It will end well.\nREED\n\nVisit our classified website:\nhttp://www.example.org/", "REED"),
        ("2. (C) It will end well.\nREED\n=======================CABLE ENDS============================", "REED"),
        ("2. (C) It will end well. REED NNNN", "REED"),
        ("2. (C) It will end well .\nREED", "REED"),
        ("IT WILL END WELL.\n\nREED\n\nUNCLASSIFIED", "REED"),
        ("2. (C) It will end well.\nLU", "LU"),
        ("2. (C) It will end well. END COMMENT.", ""),
        ("2. (C) It will end well. End Summary.", ""),
        ("2. (C) It will end well in London.", ""),
        ("2. (C) It will end well.\n\nSECRET", ""),
        ("2. (C) It will end wel", ""),
        ("", ""),
    ],
)
def test_find_signer(text, expected):
    assert find_signer(text) == expected


def test_a_sentence_that_a_page_line_cuts_reads_through():
    text = (
        "S E C R E T LUSAKA 000012\n\nSUBJECT: A VISIT\n\n1. (C) They spoke of\n\nLUSAKA 00000012 002 OF 002\n\n\n"
        f"trade.\n\nA Heading\n{RULE}\n\n2. (S) It ended.\nREED\n"
    )
    running = running_text(text)
    assert running.text == "They spoke of trade.\n\nA Heading\n\nIt ended."
    for word in ("They", "trade", "Heading", "ended"):
        start = running.text.index(word)
        end = start + len(word)
        assert text[running.to_original(start) : running.to_original(end, end=True)] == word


def test_running_text_leads_back_through_html():
    text = "<pre><a id='par1' href='#par1'>¶</a>1. (C) R&amp;D grew.\n<a id='par2'>¶</a>2. (C) It <b>fell</b>.</pre>"
    running = running_text(text)
    assert running.text == "R&D grew.\n\nIt fell."
    start = running.text.index("fell")
    assert text[running.to_original(start) : running.to_original(start + 4, end=True)] == "fell"


def test_a_summary_that_says_so_twice():
    found = find_summary(f"Summary\n{RULE}\n\n1. (C) Summary. All is well. End summary.")
    assert found is not None and found.text == "All is well."
