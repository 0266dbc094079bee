"""The component on a cable that has metadata."""

import spacy
from spacy.tokens import Doc


def test_the_date_of_the_metadata_counts_where_the_text_has_none():
    nlp = spacy.blank("en")
    component = nlp.add_pipe("cable_anatomy")
    doc: Doc = nlp.make_doc("UNCLAS LIMA 001234\n\n1. They met.\n")
    doc._.cable = {"meta": {"date": "2004-03-05"}}
    cable = component(doc)._.cable
    assert (cable["date"], cable["date_source"], cable["cable_id"]) == ("2004-03-05", "meta", "04LIMA1234")
    assert cable["meta"] == {"date": "2004-03-05"}
