import numpy
import pytest
import spacy
from spacy.training import Example

from spacy_cables import CableError
from spacy_cables.pipeline.tok2vec import build_cable_tok2vec  # noqa: F401  registers it, installed or not
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


TOK2VEC = {
    "@architectures": "spacy_cables.CableTok2Vec.v1",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 8,
        "attrs": ["NORM"],
        "rows": [50],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 8,
        "window_size": 1,
        "maxout_pieces": 2,
        "depth": 1,
    },
}


def test_start_from_the_words_of_another_pipeline(tmp_path):
    base = spacy.blank("en")
    tok2vec = base.add_pipe("tok2vec", config={"model": TOK2VEC})
    base.initialize(lambda: [Example.from_dict(base.make_doc(TEXT), ENTITIES)])
    base.to_disk(tmp_path / "base")
    nlp = spacy.blank("en")
    ner = nlp.add_pipe("ner", config={"model": {"tok2vec": TOK2VEC}})
    nlp.initialize(lambda: [Example.from_dict(nlp.make_doc(TEXT), ENTITIES)])
    doc = nlp.make_doc(TEXT)
    network = next(node for node in ner.model.walk() if node.name == "cable_tok2vec")
    assert not numpy.allclose(network.predict([doc])[0], tok2vec.model.predict([doc])[0])
    create_start_from(tmp_path / "base", words_only=True)(nlp)
    numpy.testing.assert_array_equal(network.predict([doc])[0], tok2vec.model.predict([doc])[0])


def test_start_from_words_that_are_not_there(tmp_path):
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(CableError, match="CE404"):
        create_start_from(tmp_path, words_only=True)(spacy.blank("en"))
