"""Sentences of whole cables."""

from itertools import pairwise

from spacy_cables.anatomy import cable_sentence_starts, parse_anatomy

SENTENCES = [
    "C O N F I D E N T I A L LUSAKA 000123\n\n",
    "SIPDIS\n\n",
    "TAGS: PREL, ZA\n",
    "SUBJECT: A QUIET VISIT\n\n",
    "1. (C) He left. ",
    "She stayed.\n\n",
    "On the Coast\n------------\n\n",
    "2. (C) They met\n\n",
    "LUSAKA 00000123 002 OF 002\n\n",
    "in Mbala.\n\n",
    "PIKE\n",
]


def test_fields_headings_paragraphs_and_page_breaks_end_sentences():
    text = "".join(SENTENCES)
    starts = cable_sentence_starts(text, parse_anatomy(text))
    assert [text[a:b] for a, b in pairwise([*starts, len(text)])] == SENTENCES


def test_text_without_a_header():
    text = "He left. She stayed."
    assert cable_sentence_starts(text, parse_anatomy(text)) == [0, 9]
    assert cable_sentence_starts("", parse_anatomy("")) == []
