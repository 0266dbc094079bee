"""An optimizer for a pipeline with a transformer: what starts from nothing learns faster than what is pretrained."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.util import registry
from thinc.api import Optimizer
from thinc.types import FloatsXd


@registry.optimizers("spacy_cables.Adam.v1")
def create_adam(
    learn_rate: float | Iterable[float],
    *,
    torch_scale: float = 1.0,
    L2: float = 0.01,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
    grad_clip: float = 1.0,
    L2_is_weight_decay: bool = True,
    use_averages: bool = False,
) -> Optimizer:
    """Create an optimizer like `Adam.v1` with two learning rates. The few hundred steps that suit a transformer are too
    few for the layers above it, at a rate that its weights bear.

    learn_rate (float | Iterable[float]): The learning rate, or its schedule.
    torch_scale (float): The share of that rate for the parameters of PyTorch's modules.
    RETURNS (Optimizer): The optimizer. All other settings are those of `Adam.v1`.
    """
    return _TwoRates(
        learn_rate,
        torch_scale=torch_scale,
        L2=L2,
        beta1=beta1,
        beta2=beta2,
        eps=eps,
        grad_clip=grad_clip,
        L2_is_weight_decay=L2_is_weight_decay,
        use_averages=use_averages,
    )


class _TwoRates(Optimizer):
    __slots__ = ["torch_scale"]

    def __init__(self, learn_rate: float | Iterable[float], *, torch_scale: float, **settings: float) -> None:
        super().__init__(learn_rate, **settings)
        self.torch_scale = torch_scale

    def __call__(
        self, key: tuple[int, str], weights: FloatsXd, gradient: FloatsXd, *, lr_scale: float = 1.0
    ) -> tuple[FloatsXd, FloatsXd]:
        if "." in key[1]:  # PyTorch names the parameters of a module by a path, thinc by a word
            lr_scale *= self.torch_scale
        return super().__call__(key, weights, gradient, lr_scale=lr_scale)
