import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spacy_cables import CONLL, ONTONOTES, CableError
from spacy_cables.text.brackets import STYLES, Mark, Scan, detect_style, scan, write


def marked(text, **settings):
    found = scan(text, **settings)
    return [(mark.label, found.text[mark.start : mark.end]) for mark in found.marks]


def kinds(text, **settings):
    return [fault.kind for fault in scan(text, **settings).faults]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[PER Ada Okoro  ]", [("PER", "Ada Okoro")], id="two blanks"),
        pytest.param("[PER Ada Okoro ]", [("PER", "Ada Okoro")], id="one blank"),
        pytest.param("[PER Ada Okoro]", [("PER", "Ada Okoro")], id="no blank"),
        pytest.param("[PER  Ada\t]", [("PER", "Ada")], id="wide opening, tab before the close"),
        pytest.param("[PER Ada]/[PER Obi]", [("PER", "Ada"), ("PER", "Obi")], id="adjacent"),
        pytest.param("pro-[LOC Oslo]-based", [("LOC", "Oslo")], id="glued to words"),
        pytest.param("[ DETAILS [MISC REMOVED  ] ]", [("MISC", "REMOVED")], id="literal around"),
        pytest.param("[sic] [ note ] ] [ x[1] [[2]]", [], id="literals"),
        pytest.param("[PER Ada [sic] Okoro]", [("PER", "Ada [sic] Okoro")], id="literal inside"),
        pytest.param("[PER a [b [c] d] e]", [("PER", "a [b [c] d] e")], id="nested literals inside"),
        pytest.param("[PER [XXXXXXXXXXXX  ] met", [("PER", "[XXXXXXXXXXXX")], id="redaction"),
        pytest.param("[PER [XXXX  ] met [LOC Oslo] [sic]", [("PER", "[XXXX"), ("LOC", "Oslo")], id="first close"),
        pytest.param("[PER [XXXX and [XXXX  ]", [("PER", "[XXXX and [XXXX")], id="two redactions, one close"),
        pytest.param("[PER] [per Ada] [PERX Ada] [PER\nAda]", [], id="no openings"),
        pytest.param("[PER Wolff</pre></code>  ]", [("PER", "Wolff</pre></code>")], id="tags inside"),
        pytest.param("<b>[PER Ada]</b>", [("PER", "Ada")], id="inside tags"),
        pytest.param("", [], id="empty"),
    ],
)
def test_scan_without_fault(text, expected, style):
    found = scan(text, style=style)
    assert marked(text, style=style) == expected
    assert found.faults == ()
    assert write(found) == text


@pytest.mark.parametrize(
    ("text", "expected", "faults"),
    [
        pytest.param("[LOC [LOC HARARE  ] ]", [("LOC", "HARARE ")], ["nested"], id="doubled"),
        pytest.param("[ORG [LOC Oslo] Council]", [("ORG", "Oslo Council")], ["nested"], id="two labels"),
        pytest.param("[PER Ada met [LOC Oslo]", [("LOC", "Oslo")], ["unclosed"], id="never closes"),
        pytest.param("[PER Ada", [], ["unclosed"], id="end of file"),
        pytest.param("[PER  ] x [PER ]", [], ["empty", "empty"], id="around nothing"),
        pytest.param("[GPE Oslo]", [], ["unknown_label"], id="label of another set"),
        pytest.param("[GPE [LOC Oslo] ]", [("LOC", "Oslo")], ["unknown_label"], id="an unknown label hides nothing"),
        pytest.param("[SHIP Fram  ]", [], ["unknown_label"], id="label of no set, closed by the tagger"),
    ],
)
def test_scan_lists_faults_and_keeps_words(text, expected, faults):
    found = scan(text)
    assert [(label, words.rstrip()) for label, words in marked(text)] == [(a, b.rstrip()) for a, b in expected]
    assert kinds(text) == faults
    words = re.sub(r"\[(?:PER|LOC|ORG|GPE|SHIP)\s|\]", " ", text).split()
    assert found.text.split() == words


def test_scan_redaction_without_words_is_no_label():
    assert scan("[XXXXXXXXXXXX  ] left").text == "[XXXXXXXXXXXX  ] left"


def test_scan_inline_crosses_a_line_end_and_tokenised_does_not():
    text = "the [ORG World\nBank] said"
    assert marked(text, style="inline") == [("ORG", "World\nBank")]
    assert marked(text, style="tokenised") == []
    assert kinds(text, style="tokenised") == ["unclosed"]


def test_scan_inline_blank_lines():
    assert marked("[ORG World\n\nBank] x", style="inline") == [("ORG", "World\n\nBank")]
    assert kinds("[ORG World\n\na\n\nBank] x", style="inline") == ["unclosed"]
    assert kinds("[ORG World\n\n[LOC Oslo] x", style="inline") == ["unclosed"]


def test_scan_label_sets():
    assert marked("[GPE Oslo] [WORK_OF_ART Peer Gynt]", labels=ONTONOTES) == [
        ("GPE", "Oslo"),
        ("WORK_OF_ART", "Peer Gynt"),
    ]
    assert marked("[Ship-2 Fram]", labels=["Ship-2"]) == [("Ship-2", "Fram")]
    assert kinds("[PER Ada]", labels=["Ship-2"]) == ["unknown_label"]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("label", ["B-PER", "I-LOC", "S-ORG", "L-GPE", "b-per", "B-Person"])
def test_scan_takes_prefixed_labels_for_marks(label, style):
    found = scan(f"[{label} Ada] left [sic] .", style=style)
    assert (found.text, found.others) == ("Ada left [sic] .", (label,))
    assert marked(f"[{label} Ada]", style=style, labels=[label]) == [(label, "Ada")]


@pytest.mark.parametrize("label", ["per", "Person", "Gpe", "ship", "ship-name", "Ship_Name"])
def test_scan_takes_labels_of_any_case_for_marks_if_two_blanks_close_them(label):
    found = scan(f"[{label} Ada  ] left .")
    assert (found.text, found.others) == ("Ada left .", (label,))


def test_scan_takes_labels_in_another_case_for_marks_if_they_are_more_than_the_others():
    assert scan("[Person Ada] met [Gpe Oslo].", style="inline").others == ("Person", "Gpe")
    assert scan("[SHIP Ada] met [SHIP Obi].", style="inline", labels="ship").others == ("SHIP", "SHIP")
    for text in ("[Date illegible].", "[Date illegible], [Time illegible], [PER Ada] and [PER Obi]."):
        assert scan(text, style="inline").others == ()


@pytest.mark.parametrize(
    "text",
    [
        *("[NAME REMOVED]", "[Embassy comment: two pages  ]", "[Embassy comment]", "[note]"),
        *("[PER [name removed  ]", "[Text follows .  ]", f"[a {200 * 'b'}  ]"),
    ],
)
def test_scan_takes_no_words_for_labels(text):
    assert scan(text).others == ()


def test_scan_places_faults():
    (fault,) = scan("One\r\ntwo [PER Ada\r\n").faults
    assert (fault.line, fault.column, fault.text) == (2, 5, "[PER Ada")
    assert fault.place("a/b.txt") == "a/b.txt:2:5"


def test_scan_leads_back_to_the_bracketed_text():
    text = "a [PER Ada  ] [LOC Oslo] b"
    found = scan(text)
    assert [text[found.to_source(i)] for i in range(len(found.text))] == list(found.text)


@pytest.mark.parametrize("function", [lambda: scan("", style="prose"), lambda: scan("", style="auto")])
def test_scan_refuses_unknown_styles(function):
    with pytest.raises(CableError, match="CE006"):
        function()


def test_write_puts_marks_in():
    text = "Ada saw Oslo."
    marks = (Mark("PER", 0, 3, "[PER ", "  ]"), Mark("LOC", 8, 12, "[LOC ", "]"))
    assert write(Scan(text, marks)) == "[PER Ada  ] saw [LOC Oslo]."


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("[PER Ada  ] left [LOC Oslo  ] .", "tokenised"),
        ("[PER Ada ] left , they said .", "tokenised"),
        ("[PER Ada] left, they said.", "inline"),
        ("told [ORG DCM]'s guest.", "inline"),
        ("Rain , rain .", "tokenised"),
        ("Rain, rain.", "inline"),
        ("", "inline"),
    ],
)
def test_detect_style(text, style):
    assert detect_style(text) == style


PIECES = [
    "[PER ",
    "[LOC  ",
    "[GPE ",
    "[",
    "]",
    "  ]",
    " ]",
    "\n",
    "\r\n",
    "\n\n",
    " ",
    "a",
    "Ada",
    "<b>",
    "[sic]",
    "[XXXX",
    "\t",
]
BRACKETED = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)


@given(st.one_of(BRACKETED, st.text()), st.sampled_from(STYLES))
def test_scan_accounts_for_every_mark(text, style):
    found = scan(text, style=style)
    if not found.faults:
        assert write(found) == text
    openings = [match for match in re.finditer(r"\[([A-Z]+)[ \t]+", text) if match[1] in {*CONLL, *ONTONOTES}]
    others = [fault for fault in found.faults if fault.text.startswith("[XXXX")]
    assert len(openings) == len(found.marks) + len(found.faults) - len(others)
    end = 0
    for mark in found.marks:
        assert end <= mark.start < mark.end
        assert found.text[mark.start : mark.end].strip()
        end = mark.end


def test_style_of_tokens_without_marks_whose_colons_were_left_in_place():
    assert (
        detect_style("UNCLAS BODO 000012 NEA FOR K. VIK ; EUR/NB E.O. 12958: N/A TAGS: PREL SUBJECT: FISH .\n")
        == "tokenised"
    )


@pytest.mark.parametrize("text", ["[XX y ]", "[XX y]", "[XX y\t]", "a [REDACTED Oslo ] b"])
def test_a_word_in_capitals_in_brackets_is_text_unless_the_tagger_closed_it_with_two_blanks(text):
    found = scan(text, style="tokenised")
    assert (found.text, found.marks, found.faults) == (text, (), ())
    assert kinds(text.replace("]", "  ]"), style="tokenised") == ["unknown_label"]
    assert kinds(text.replace("]", "  ]"), style="inline") == []
