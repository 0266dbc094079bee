"""How often an interval contains the true value: samples of a few cables, against the score on all of them.

    python benchmarks/intervals.py SYSTEM --gold assets/gold --cables 15 20

The F1 of a system on all gold cables counts as the truth. Each draw takes a few of the cables at random and computes
four kinds of interval from them alone; a 95 % interval should contain the truth in 95 % of the draws. `expanded` is
what `evaluate` reports. BCa is Efron's bias-corrected and accelerated interval (1987).
"""

from __future__ import annotations

import argparse
from statistics import NormalDist

import numpy

from spacy_cables.evaluation import evaluate
from spacy_cables.evaluation.bootstrap import resample, tail_share
from spacy_cables.evaluation.metrics import precision_recall_f1
from spacy_cables.formats import read_labelled

_NORMAL = NormalDist()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("system")
    parser.add_argument("--gold", default="assets/gold")
    parser.add_argument("--cables", type=int, nargs="+", default=[15, 20])
    parser.add_argument("--draws", type=int, default=1000)
    parser.add_argument("--source", help="The untagged sources, for predictions in tokenised bracket files.")
    args = parser.parse_args()
    gold = list(read_labelled(args.gold))
    system = args.system
    if args.source:
        wanted = {cable.cable_id for cable in gold}
        system = read_labelled(args.system, source=args.source, wanted=wanted.__contains__)
    scores = evaluate(system, gold, by=(), n_bootstrap=0)
    counts = scores.counts.counts[:, scores.counts.rows.index(("all", "", "strict"))]
    truth = float(_f1(counts.sum(axis=0)))
    print(f"{scores.name}: F1 {100 * truth:.1f} on {len(counts)} cables, {args.draws} draws\n")
    print("cables  interval       coverage  width  too high  too low")
    random = numpy.random.RandomState(1)
    for cables in args.cables:
        draws = [counts[random.randint(0, len(counts), cables)] for _ in range(args.draws)]
        found = numpy.array([_intervals(draw, seed) for seed, draw in enumerate(draws)])  # draws, kinds, bounds
        low, high = found[..., 0], found[..., 1]
        for index, kind in enumerate(("percentile", "expanded", "BCa", "expanded BCa")):
            above, below = (low[:, index] > truth).mean(), (high[:, index] < truth).mean()
            width = 100 * (high - low)[:, index].mean()
            print(f"{cables:6}  {kind:13}  {1 - above - below:8.3f}  {width:5.1f}  {above:8.3f}  {below:7.3f}")


def _f1(totals: numpy.ndarray) -> numpy.ndarray:
    return precision_recall_f1(totals)[..., 2]


def _intervals(draw: numpy.ndarray, seed: int) -> list[tuple[float, float]]:
    samples = numpy.sort(_f1(numpy.concatenate(list(resample(draw, 1000, seed)))))
    value = _f1(draw.sum(axis=0))
    lower = ((samples < value).sum() + (samples == value).sum() / 2) / len(samples)
    bias = _NORMAL.inv_cdf(min(max(lower, 0.001), 0.999))
    left_out = _f1(draw.sum(axis=0) - draw)
    moved = left_out.mean() - left_out
    skew = (moved**3).sum() / (6 * (moved**2).sum() ** 1.5)
    tails = (0.025, tail_share(len(draw)))
    plain = [(tail, 1 - tail) for tail in tails]
    corrected = [tuple(_corrected(share, bias, skew) for share in pair) for pair in plain]
    return [tuple(numpy.quantile(samples, pair)) for pair in (*plain, *corrected)]


def _corrected(share: float, bias: float, skew: float) -> float:
    shifted = bias + _NORMAL.inv_cdf(share)
    return _NORMAL.cdf(bias + shifted / (1 - skew * shifted))


if __name__ == "__main__":
    main()
