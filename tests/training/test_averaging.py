import numpy
import pytest
import spacy
from spacy.training import Example

from spacy_cables import CableError
from spacy_cables.training.averaging import average_models

TEXT = "Ada Obi left Oslo."
ENTITIES = {"entities": [(0, 7, "PER"), (13, 17, "LOC")]}


def make_pipeline(width=96):
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": {"width": width}})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "tok2vec"}
    nlp.add_pipe("ner", config={"model": {"tok2vec": listener}})
    example = Example.from_dict(nlp.make_doc(TEXT), ENTITIES)
    return nlp, example, nlp.initialize(lambda: [example])


def weights(nlp):
    nodes = [node for name in nlp.pipe_names for node in nlp.get_pipe(name).model.walk()]
    return [node.get_param(name) for node in nodes for name in node.param_names if node.has_param(name)]


def test_average_of_two_ends(tmp_path):
    nlp, example, optimizer = make_pipeline()
    nlp.update([example], sgd=optimizer)
    nlp.to_disk(tmp_path / "a")
    for _ in range(20):
        nlp.update([example], sgd=optimizer)
    nlp.to_disk(tmp_path / "b")
    count = average_models([tmp_path / "a", tmp_path / "b"], tmp_path / "new/mean")
    a, b, mean = (weights(spacy.load(tmp_path / name)) for name in ("a", "b", "new/mean"))
    assert count == sum(array.size for array in mean)
    assert any((x != y).any() for x, y in zip(a, b, strict=True))
    for x, y, z in zip(a, b, mean, strict=True):
        numpy.testing.assert_allclose((x + y) / 2, z, rtol=1e-6)


def test_average_of_one_is_the_same(tmp_path):
    nlp, example, optimizer = make_pipeline()
    for _ in range(40):
        nlp.update([example], sgd=optimizer)
    nlp.to_disk(tmp_path / "a")
    average_models([tmp_path / "a"], tmp_path / "mean")
    doc = spacy.load(tmp_path / "mean")(TEXT)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Ada Obi", "PER"), ("Oslo", "LOC")]


def test_average_refuses_other_networks(tmp_path):
    make_pipeline()[0].to_disk(tmp_path / "a")
    make_pipeline(width=64)[0].to_disk(tmp_path / "b")
    with pytest.raises(CableError, match="CE406"):
        average_models([tmp_path / "a", tmp_path / "b"], tmp_path / "mean")
    assert not (tmp_path / "mean").exists()
