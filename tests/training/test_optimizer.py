import numpy
import pytest
from spacy.util import registry

from spacy_cables.training.optimizer import create_adam

KEYS = {"thinc": (1, "W"), "torch": (2, "encoder.layer.0.weight")}


def step(optimizer, key):
    weights = numpy.zeros((4,), dtype="float32")
    weights, _ = optimizer(key, weights, numpy.ones((4,), dtype="float32"))
    return abs(float(weights[0]))


def test_optimizer_by_name():
    assert registry.get("optimizers", "spacy_cables.Adam.v1") is create_adam


@pytest.mark.parametrize("scale", [1.0, 0.05])
def test_pytorch_takes_smaller_steps(scale):
    optimizer = create_adam(0.001, torch_scale=scale)
    assert step(optimizer, KEYS["torch"]) == pytest.approx(scale * step(optimizer, KEYS["thinc"]), rel=1e-3)


def test_schedule_counts_for_both():
    optimizer = create_adam(iter([0.001, 0.002]), torch_scale=0.5)
    optimizer.step_schedules()
    assert optimizer.learn_rate == 0.002
    assert step(optimizer, KEYS["thinc"]) == pytest.approx(0.002, rel=1e-3)
    assert step(optimizer, KEYS["torch"]) == pytest.approx(0.001, rel=1e-3)
