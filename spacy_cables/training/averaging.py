"""Weight averaging: train several times from the same weights, with other seeds, and average the results."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.train import train
from spacy.language import Language
from spacy.util import load_config, load_model_from_config
from thinc.api import Config, Model

from ..errors import CableError, Errors


def train_and_average(
    config_path: str | Path,
    output: str | Path,
    *,
    runs: int = 3,
    use_gpu: int = -1,
    overrides: Mapping[str, Any] | None = None,
) -> int:
    """Train a config several times from the same weights, each time with another seed, and save the mean of the
    weights. It usually scores better than the single runs. The runs must start from the weights of a pipeline, such as
    one that was trained on silver. The mean of unrelated weights is useless.

    config_path (str | Path): The config. The first run uses its `training.seed`, the others 1, 2, ... as a prefix to
        it.
    output (str | Path): The folder to write: `model-last` is the average, `run-1`, `run-2`, ... are the runs.
    runs (int): Number of training runs.
    use_gpu (int): The GPU to train on. -1 for the CPU.
    overrides (Mapping | None): Settings of the config to override, such as `{"paths.base": "training/silver"}`.
    RETURNS (int): The number of weights that were averaged.
    RAISES (CableError): Before training, CE403 for runs without common initial weights, CE405 for trainable PyTorch
        networks, CE408 for a file that is no training config.
    """
    settings = dict(overrides or {})
    try:
        config = load_config(config_path, overrides=settings, interpolate=True)
        if runs > 1:
            _check_config(config_path, config)
        seed = config["training"]["seed"]
    except CableError:
        raise
    except (ValueError, KeyError) as error:
        raise CableError(Errors.CE408.format(path=config_path, reason=" ".join(str(error).split()))) from error
    models = []
    for run in range(runs):
        if seed is not None:
            settings["training.seed"] = int(f"{run or ''}{seed}")
        folder = Path(output) / f"run-{run + 1}"
        train(config_path, folder, use_gpu=use_gpu, overrides=settings)
        models.append(folder / "model-last")
    return average_models(models, Path(output) / "model-last")


def average_models(models: Sequence[str | Path], output: str | Path) -> int:
    """Save the weight average of several pipelines, which have the same config and were trained from the same initial
    weights. PyTorch networks must be identical in all of them.

    models (Sequence): The pipelines, by name or path. Everything but the weights is taken from the first one.
    output (str | Path): The folder to write.
    RETURNS (int): The number of weights that were averaged.
    RAISES (CableError): CE404 for a pipeline whose networks differ from those of the first one, CE405 if the weights
        of a PyTorch network differ.
    """
    pipelines = [spacy.load(model) for model in models]
    first, shape, frozen = pipelines[0], _shape(pipelines[0]), _pytorch_weights(pipelines[0])
    count = 0
    for model, nlp in zip(models, pipelines, strict=True):
        if _shape(nlp) != shape:
            raise CableError(Errors.CE404.format(path=model, first=models[0]))
        if nlp is not first and _pytorch_weights(nlp) != frozen:
            raise CableError(Errors.CE405.format(path=model))
    for nodes in zip(*map(_nodes, pipelines), strict=True):
        for name in nodes[0].param_names:
            if nodes[0].has_param(name):
                mean = sum(node.get_param(name) for node in nodes) / len(nodes)
                nodes[0].set_param(name, mean)
                count += mean.size
    Path(output).mkdir(parents=True, exist_ok=True)
    first.to_disk(output)
    return count


def _check_config(path: str | Path, config: Config) -> None:
    """Reject configs that cannot work, before hours of training."""
    frozen = config["training"]["frozen_components"]
    after_init = config["initialize"]["after_init"] or {}
    nlp = load_model_from_config(config, auto_fill=True)
    for name, component in nlp.pipeline:
        if not getattr(component, "is_trainable", False) or name in frozen:
            continue
        if "source" not in config["components"][name] and not after_init.get("path"):
            raise CableError(Errors.CE403.format(path=path, name=name))
        if any(node.shims for node in _learning(component.model)):
            raise CableError(Errors.CE405.format(path=path))


def _learning(model: Model) -> Iterator[Model]:
    """Iterate over the layers of a network, except those inside a frozen layer."""
    if not model.attrs.get("frozen"):
        yield model
        for layer in model.layers:
            yield from _learning(layer)


def _shape(nlp: Language) -> list[tuple[str, str, object]]:
    """The names and shapes of all weights, which must agree in all pipelines."""
    return [
        (node.name, name, node.get_param(name).shape if node.has_param(name) else None)
        for node in _nodes(nlp)
        for name in sorted(node.param_names)
    ]


def _pytorch_weights(nlp: Language) -> list[str]:
    """Hash the weights of each PyTorch network. (Its serialized bytes would differ: they contain temporary paths.)"""
    digests = []
    for shim in (shim for node in _nodes(nlp) for shim in node.shims):
        digest = hashlib.sha256()
        for name, weights in shim._model.state_dict().items():
            digest.update(name.encode())
            digest.update(weights.cpu().float().numpy().tobytes())
        digests.append(digest.hexdigest())
    return digests


def _nodes(nlp: Language) -> Iterator[Model]:
    """Iterate over all networks of a pipeline and their layers, in the order of the components."""
    for _, component in nlp.pipeline:
        if isinstance(getattr(component, "model", None), Model):
            yield from component.model.walk()
