"""Time to evaluate, apart from running models: scores, intervals, comparison and report.

python benchmarks/evaluation.py FOLDER [--source FOLDER] [--cables 300]

FOLDER holds bracket files, which are the reference. Two systems are made of it by disturbing its spans with a fixed
seed. CPU seconds of one process, imports and reading not counted.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from random import Random
from typing import TypeVar

from spacy_cables.evaluation import compare, compare_all, evaluate, render_report
from spacy_cables.evaluation.breakdowns import BREAKDOWNS
from spacy_cables.formats import read_labelled
from spacy_cables.text.labelled import LabelledText
from spacy_cables.text.labels import CONLL

T = TypeVar("T")


def disturbed(cable: LabelledText, random: Random) -> LabelledText:
    """A cable as a system might see it: one span in eight is dropped, one relabelled, one cut short."""
    spans = []
    for start, end, label in cable.spans:
        chance = random.randrange(8)
        if chance == 0:
            continue
        spans.append((start, end - (chance == 1 and end - start > 1), random.choice(CONLL) if chance == 2 else label))
    return replace(cable, spans=tuple(spans))


def timed(name: str, action: Callable[[], T]) -> T:
    """Do something, and print a line of the table with how long it took."""
    start = time.process_time()
    result = action()
    print(f"| {name} | {time.process_time() - start:.2f} |")
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--source")
    parser.add_argument("--cables", type=int, default=300)
    arguments = parser.parse_args()
    gold = list(islice(read_labelled(arguments.folder, source=arguments.source), arguments.cables))
    first, second = ([disturbed(cable, Random(f"{seed} {cable.cable_id}")) for cable in gold] for seed in (1, 2))
    print(f"{len(gold)} cables, {sum(len(cable.spans) for cable in gold):,} entities, 1,000 resamples\n")
    print("| what | CPU seconds |\n|---|---:|")
    by_id = {name: BREAKDOWNS[name] for name in ("decade", "post")}
    timed("one system, four modes, by label", lambda: evaluate(first, gold, by={}))
    timed("the same, by decade and post too", lambda: evaluate(first, gold, by=by_id))
    one = timed("the same, by part and classification too", lambda: evaluate(first, gold))
    two = evaluate(second, gold)
    timed("paired differences of two systems, all rows", lambda: compare(one, two))
    results = compare_all([one, two])
    report = timed("report of two systems", lambda: render_report(results))
    print(f"\nReport: {len(report.encode()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
