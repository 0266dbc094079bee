"""From a Doc to a labelled text."""

from spacy.tokens import Doc, Span

from spacy_cables.text.labelled import LabelledText
from spacy_cables.tokens import doc_to_labelled, to_doc


def test_a_doc_without_meta_data(en_vocab):
    doc = Doc(en_vocab, words=["In", "New", "Oslo", "."], spaces=[True, True, False, False])
    doc.ents = [Span(doc, 1, 3, label="LOC")]
    cable = doc_to_labelled(doc)
    assert (cable.cable_id, cable.text, cable.spans) == ("", "In New Oslo.", ((3, 11, "LOC"),))
    assert not cable.meta and not cable.faults


def test_there_and_back(nlp):
    cable = LabelledText("09OSLO1", "Ada left  Oslo.", ((0, 3, "PER"), (10, 14, "LOC")), {"source": "x"})
    back = doc_to_labelled(to_doc(cable, nlp.vocab, tokenizer=nlp.tokenizer))
    assert (back.cable_id, back.text, back.spans) == (cable.cable_id, cable.text, cable.spans)
    assert back.meta["source"] == "x"
