"""The base class of components that revise entities."""

import pytest
from spacy.tokens import Doc, Span

from spacy_cables.pipeline.entity_component import EntityComponent


class FirstTwo(EntityComponent):
    """Takes the first two tokens for a name, whatever was one before."""

    def predict(self, doc):
        return [Span(doc, 0, 2, label="PER")]


def test_a_component_decides_on_all_entities(en_vocab):
    doc = Doc(en_vocab, words=["Ada", "Obi", "left", "Oslo"], ents=["O", "O", "O", "B-LOC"])
    assert FirstTwo("first_two")(doc) is doc
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Ada Obi", "PER")]
    assert [token.ent_iob_ for token in doc] == ["B", "I", "O", "O"]


@pytest.mark.parametrize(("words", "found"), [(["\n", "Ada"], ["Ada"]), (["Ada", "<br/>"], ["Ada"]), (["\n", " "], [])])
def test_entities_have_no_white_space_at_their_edges(en_vocab, words, found):
    assert [ent.text for ent in FirstTwo("first_two")(Doc(en_vocab, words=words)).ents] == found
