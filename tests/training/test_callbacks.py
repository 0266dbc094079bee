import pytest
import spacy
from spacy.training import Example

from spacy_cables import CableError
from spacy_cables.training.callbacks import create_start_from

TEXT = "Ada Obi left Oslo."
ENTITIES = {"entities": [(0, 7, "PER"), (13, 17, "LOC")]}


def make_pipeline():
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    nlp.add_pipe("ner", config={"model": {"tok2vec": listener}})
    example = Example.from_dict(nlp.make_doc(TEXT), ENTITIES)
    return nlp, example, nlp.initialize(lambda: [example])


def found(nlp):
    return [(ent.text, ent.label_) for ent in nlp(TEXT).ents]


@pytest.mark.slow
def test_start_from_another_pipeline(tmp_path):
    base, example, optimizer = make_pipeline()
    for _ in range(40):
        base.update([example], sgd=optimizer)
    base.to_disk(tmp_path)
    nlp, example, optimizer = make_pipeline()
    assert found(base) != found(nlp)
    assert create_start_from(tmp_path)(nlp) is nlp
    assert found(nlp) == found(base) == [("Ada Obi", "PER"), ("Oslo", "LOC")]
    losses = nlp.update([example], sgd=optimizer)
    assert losses["ner"] < 1.0


@pytest.mark.parametrize("path", [None, ""])
def test_start_from_nothing(path):
    nlp, _, _ = make_pipeline()
    before = nlp.to_bytes()
    assert create_start_from(path)(nlp).to_bytes() == before


def test_start_from_a_pipeline_without_the_component(tmp_path):
    spacy.blank("en").to_disk(tmp_path)
    nlp, _, _ = make_pipeline()
    with pytest.raises(CableError, match="CE402"):
        create_start_from(tmp_path)(nlp)
