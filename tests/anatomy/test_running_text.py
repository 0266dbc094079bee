"""The running text of a cable, and the way back."""

from spacy_cables.anatomy import running_text

RULE = "---------"


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
