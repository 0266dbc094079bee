"""A tok2vec that reads on over line ends."""

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Model

from spacy_cables.pipeline.networks.tok2vec import build_cable_tok2vec


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


def make_model(docs: list[Doc], build=build_cable_tok2vec):
    embed = MultiHashEmbed(width=16, attrs=["NORM", "SHAPE"], rows=[100, 100], include_static_vectors=False)
    encode = MaxoutWindowEncoder(width=16, window_size=1, maxout_pieces=2, depth=2)
    model = build(embed, encode)
    model.initialize(X=docs)
    return model


def test_tok2vec_reads_on_over_line_ends(nlp: Language) -> None:
    straight = nlp.make_doc("talks with Ana Rojas in Lima")
    wrapped = nlp.make_doc("talks with Ana\n\nRojas in Lima")
    model = make_model([straight])
    a, b = model.predict([straight, wrapped])
    words = [token.i for token in wrapped if not token.is_space]
    numpy.testing.assert_allclose(a, b[words], rtol=1e-4, atol=1e-5)
    line_end = next(token.i for token in wrapped if token.is_space)
    numpy.testing.assert_array_equal(b[line_end], b[line_end - 1])


@pytest.mark.parametrize("text", ["\n\n", "\nLima", "Lima"])
def test_tok2vec_short_texts(nlp: Language, text: str) -> None:
    doc = nlp.make_doc(text)
    model = make_model([nlp.make_doc("Lima and Quito")])
    output, backprop = model.begin_update([doc])
    assert output[0].shape == (len(doc), 16)
    backprop(output)


def test_tok2vec_learns_from_every_word_and_from_no_white_space(nlp: Language) -> None:
    doc = nlp.make_doc("Lima \n\n Quito")
    model = make_model([doc])
    output, backprop = model.begin_update([doc])
    backprop([numpy.ones_like(output[0])])
    table = model.get_ref("embed").walk()
    assert any(node.has_grad("E") and node.get_grad("E").any() for node in table if node.has_param("E"))


def test_tok2vec_embeds_each_different_word_once(nlp: Language) -> None:
    texts = ["Lima can't meet Quito in Lima", "", "\n\n", "Lima met Lima\nin LIMA, and they can't"]
    docs = [nlp.make_doc(text) for text in texts]
    model = make_model(docs)
    seen: list[list[str]] = []
    embed = model.get_ref("embed")

    def forward(spy, some: list[Doc], is_train: bool):
        seen.extend([token.text for token in doc] for doc in some)
        return embed(some, is_train)

    spy = Model("spy", forward, layers=[embed])
    once = build_cable_tok2vec(spy, model.get_ref("encode"), context_free=True)
    for ours, plain in zip(once.predict(docs), model.predict(docs), strict=True):
        numpy.testing.assert_allclose(ours, plain, rtol=1e-4, atol=1e-5)
    (words,) = seen
    assert sorted(words) == sorted({token.text for doc in docs for token in doc})
    seen.clear()
    once.begin_update(docs)
    assert seen == [[token.text for token in doc] for doc in docs]
    assert [Y.shape for Y in once.predict([nlp.make_doc("")])] == [(0, 16)]


def test_tok2vec_tells_apart_words_by_their_norm(nlp: Language) -> None:
    doc = Doc(nlp.vocab, words=["'s", "'s"])
    doc[0].norm_, doc[1].norm_ = "is", "has"
    model = make_model([doc])
    (embedded,) = model.get_ref("embed").predict([doc])
    assert (embedded[0] != embedded[1]).any()
    once = build_cable_tok2vec(model.get_ref("embed"), model.get_ref("encode"), context_free=True)
    numpy.testing.assert_allclose(once.predict([doc])[0], model.predict([doc])[0], rtol=1e-4, atol=1e-5)


@pytest.mark.slow
def test_tok2vec_in_a_config_trains(nlp: Language, tmp_path) -> None:
    model = {
        "@architectures": "spacy_cables.CableTok2Vec.v1",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 32,
            "attrs": ["NORM", "SHAPE"],
            "rows": [200, 200],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 32,
            "depth": 2,
            "window_size": 1,
            "maxout_pieces": 2,
        },
    }
    nlp = spacy.blank("en")
    nlp.add_pipe("ner", config={"model": {"tok2vec": model}})
    text = "The Minister told Ana\nRojas of Lima so."
    example = Example.from_dict(nlp.make_doc(text), {"entities": [(18, 27, "PER"), (31, 35, "LOC")]})
    optimizer = nlp.initialize(lambda: [example])
    for _ in range(60):
        nlp.update([example], sgd=optimizer)
    assert [(ent.text, ent.label_) for ent in nlp(text).ents] == [("Ana\nRojas", "PER"), ("Lima", "LOC")]
    nlp.to_disk(tmp_path)
    assert [ent.text for ent in spacy.load(tmp_path)(text).ents] == ["Ana\nRojas", "Lima"]
