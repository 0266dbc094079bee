"""`spacy-cables average`: train a config several times and average the weights."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from spacy.cli._util import parse_config_overrides

from ..evaluation.pipelines import use_gpu
from ..text.counted import counted
from ..training.averaging import train_and_average
from .app import clean_exit, say


def average_cli(
    context: typer.Context,
    config_path: Annotated[
        Path, typer.Argument(metavar="CONFIG", help="The training config.", exists=True, dir_okay=False)
    ],
    output_path: Annotated[Path, typer.Argument(metavar="OUTPUT", help="The output folder.")],
    *,
    runs: Annotated[int, typer.Option(min=1, help="Number of training runs.")] = 3,
    gpu_id: Annotated[int, typer.Option(help="The GPU to train on. -1 for the CPU.")] = -1,
) -> None:
    """Train a config several times from the same weights, with different seeds, and save the weight average.

    Other options override the config, as in `spacy train`: --paths.base training/silver/model-last
    """
    overrides = parse_config_overrides(context.args)
    with clean_exit():
        use_gpu(gpu_id)
        count = train_and_average(config_path, output_path, runs=runs, use_gpu=gpu_id, overrides=overrides)
        say(f"✔ {output_path / 'model-last'}: the mean of {counted(runs, 'run')}, {counted(count, 'weight')}")
