"""A tok2vec that is shown no white space."""

import numpy
import pytest
from spacy.language import Language
from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
from spacy.tokens import Doc
from thinc.api import Model

from spacy_cables.pipeline.networks.visible_words import build_visible_words


def make_visible_words(docs: list[Doc], **settings):
    embed = MultiHashEmbed(width=16, attrs=["NORM", "SHAPE"], rows=[100, 100], include_static_vectors=False)
    encode = MaxoutWindowEncoder(width=16, window_size=1, maxout_pieces=2, depth=2)
    model = build_visible_words(build_Tok2Vec_model(embed, encode), **settings)
    model.initialize(X=docs)
    return model


def test_visible_words_reads_on_over_line_ends(nlp: Language) -> None:
    straight = nlp.make_doc("talks with Ana Rojas in Lima")
    wrapped = nlp.make_doc("\ntalks with Ana\n\nRojas in Lima\n")
    model = make_visible_words([straight])
    a, b = model.predict([straight, wrapped])
    words = [token.i for token in wrapped if not token.is_space]
    numpy.testing.assert_allclose(a, b[words], rtol=1e-4, atol=1e-5)
    line_end = [token.i for token in wrapped if token.is_space][1]
    numpy.testing.assert_array_equal(b[line_end], b[line_end - 1])


def test_visible_words_hands_on_the_text_with_single_blanks(nlp: Language) -> None:
    seen: list[str] = []

    def forward(model, docs, is_train):
        seen.extend(doc.text for doc in docs)
        return [numpy.zeros((len(doc), 4), dtype="f") for doc in docs], lambda dY: docs

    model = build_visible_words(Model("spy", forward, dims={"nO": 4}))
    doc = nlp.make_doc("Ana\n\nRojas' port,\n  now\n")
    (output,) = model.predict([doc])
    assert seen == ["Ana Rojas' port, now "]
    assert output.shape == (len(doc), 4)


@pytest.mark.parametrize("text", ["\n\n", "\nLima", "Lima", "Lima \n\n Quito"])
def test_visible_words_learns(nlp: Language, text: str) -> None:
    doc = nlp.make_doc(text)
    model = make_visible_words([nlp.make_doc("Lima and Quito")])
    output, backprop = model.begin_update([doc])
    assert output[0].shape == (len(doc), 16)
    assert backprop([numpy.ones_like(output[0])]) == [doc]
    assert any(node.has_grad("E") and node.get_grad("E").any() for node in model.walk() if node.has_param("E"))


def test_visible_words_that_are_frozen_stay_as_they_are(nlp: Language) -> None:
    docs = [nlp.make_doc("Lima \n\n Quito")]
    model = make_visible_words(docs, frozen=True)
    output, backprop = model.begin_update(docs)
    numpy.testing.assert_array_equal(output[0], model.predict(docs)[0])
    assert backprop([numpy.ones_like(output[0])]) == docs
    assert not any(node.has_grad(name) for node in model.walk() for name in node.grad_names)
