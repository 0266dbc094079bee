"""The network that labels names."""

import numpy
import pytest
from spacy.util import fix_random_seed

from spacy_cables.pipeline.networks.name_features import Names, sample_names
from spacy_cables.pipeline.networks.name_labeller import build_name_labeller

WIDTH = 4
LABELS = ("LOC", "PER")


@pytest.fixture
def network():
    fix_random_seed(0)
    model = build_name_labeller(WIDTH, hidden_width=8, dropout=0.0)
    return model.initialize(X=sample_names(model, LABELS), Y=model.ops.alloc2f(1, 2))


@pytest.fixture
def names(network):
    """Three names: of one place, of three and of two."""
    rng, sample = numpy.random.default_rng(1), sample_names(network, LABELS)
    places = rng.normal(size=(6, sample.places.shape[1])).astype("float32")
    facts = rng.normal(size=(3, sample.facts.shape[1])).astype("float32")
    return Names(places, numpy.asarray([1, 3, 2], dtype="int32"), facts)


def test_a_row_of_scores_for_each_name(network, names):
    scores = network.predict(names)
    assert scores.shape == (3, 2)
    second = Names(names.places[1:4], names.counts[1:2], names.facts[1:2])
    numpy.testing.assert_allclose(network.predict(second), scores[1:2], rtol=1e-5, atol=1e-6)


def test_gradient(network, names):
    """The gradient that goes back is how the scores change with the weights."""
    rng = numpy.random.default_rng(0)
    direction = rng.normal(size=(len(names.counts), 2)).astype("float32")
    _, backprop = network.begin_update(names)
    backprop(direction)
    for layer in network.walk():
        for name in layer.param_names:
            weights, gradient = layer.get_param(name), layer.get_grad(name)
            step = rng.normal(size=weights.shape).astype("float32")
            step *= 1e-3 / numpy.abs(step).max()
            ends = []
            for sign in (1, -1):
                layer.set_param(name, weights + sign * step)
                ends.append(float((network.predict(names).astype("float64") * direction).sum()))
            layer.set_param(name, weights)
            assert (ends[0] - ends[1]) / 2 == pytest.approx(float((gradient * step).sum()), rel=0.05, abs=2e-4)
