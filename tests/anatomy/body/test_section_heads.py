"""The heads of later sections, over invented text."""

import pytest

from spacy_cables.anatomy import find_page_breaks, find_paragraphs, find_signer

BANNER = "C O N F I D E N T I A L SECTION 1 OF 2 SUVA 1234\n\nE.O. 11652: GDS\nTAGS: PFOR, PE\nSUBJ: HARBOR TALKS\n"
ARCHIVE = """CONFIDENTIAL

NNN

CONFIDENTIAL

PAGE 01  SUVA 01234  02 OF 02  051845Z

47
ACTION ARA-10

INFO  OCT-01  EUR-12  ISO-00  /083 W
                       ---------------------     004802
R 051800Z MAR 74
FM AMEMBASSY SUVA
TO SECSTATE WASHDC 4322
INFO AMEMBASSY QUITO
USCINCSO

C O N F I D E N T I A L SECTION 2 OF 2 SUVA 1234
"""
HEADS = {
    "archive": ARCHIVE,
    "captions": ARCHIVE + "\nEXDIS\n\nPANAMA FOR USCINCSO\n",
    "no page line": ARCHIVE[ARCHIVE.index("R 05") :],
    "number behind a slash": ARCHIVE.replace("SECTION 2 OF 2 SUVA 1234", "SUVA 1234/2"),
    "banner alone": "C O N F I D E N T I A L SECTION 2 OF 2 SUVA 1234\n",
    "final section": ARCHIVE.replace("SECTION 2 OF 2", "FINAL SECTION OF 2"),
    "words": ARCHIVE.replace("SECTION 2 OF 2", "SECTION TWO OF TWO"),
    "header again": ARCHIVE + "\nE.O. 11652: GDS\nTAGS: PFOR, PE\nSUBJ: HARBOR TALKS\n",
    "route": (
        "VZCZCXRO1456\nOO RUEHWEB\nDE RUEHPE #1234/02 0651800\nZNY CCCCC ZZH\nO 051800Z MAR 04\nFM AMEMBASSY SUVA\n"
        "TO RUEHC/SECSTATE WASHDC 4322\nC O N F I D E N T I A L SECTION 02 OF 02 SUVA 001234\n\nSIPDIS\n"
    ),
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("after", ["3. HE CAME BACK.\nBAKER\n", "AGAIN.\n\n3. HE CAME BACK.\nBAKER\n"])
def test_a_section_head_is_no_part_of_a_paragraph(head, after):
    before = "1. THE MINISTER CALLED.\n\n2. HE LEFT" + (".\n\n" if after[0] == "3" else "\n\n")
    text = BANNER + "\n" + before + head + "\n" + after
    (found,) = find_page_breaks(text)
    assert text[found.start_char : found.end_char] == head.strip()
    expected = ["1. THE MINISTER CALLED.", "2. HE LEFT" + ("." if after[0] == "3" else " AGAIN."), "3. HE CAME BACK."]
    assert [paragraph.text for paragraph in find_paragraphs(text)] == expected
    assert find_signer(text) == "BAKER"


@pytest.mark.parametrize(
    "text",
    [
        BANNER.replace("1 OF", "2 OF"),
        BANNER + "\n1. See SECTION 2 OF 3 of the report.\n",
        BANNER + "\n1. IT IS IN\nSECTION 2 OF THE REPORT.\n",
    ],
)
def test_no_section_heads(text):
    assert find_page_breaks(text) == []
