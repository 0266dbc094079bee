"""Words per second of pipelines on one core, against a yardstick in the same run.

    python benchmarks/speed.py CABLES en_core_web_sm training/ner_cnn_full/model-last ...

CABLES is a folder of untagged cables. The first pipeline is the yardstick, with nothing but its entity recogniser
enabled. Each runs over the same cables in turn, several times; the fastest run counts, in CPU time of one thread.
"""
# ruff: noqa: E402 (the number of threads is read when numpy is imported)

from __future__ import annotations

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import argparse
import time
from pathlib import Path

import spacy

from spacy_cables.formats import CableFiles


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cables", type=Path)
    parser.add_argument("yardstick")
    parser.add_argument("systems", nargs="+")
    parser.add_argument("--limit", type=int, default=60, help="how many cables")
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    cables = CableFiles(arguments.cables, format="untagged", limit=arguments.limit)
    texts = [cable.text for cable in cables]
    words = sum(len(text.split()) for text in texts)
    pipelines = {f"{arguments.yardstick}, ner alone": spacy.load(arguments.yardstick, enable=["ner"])}
    pipelines |= {system: spacy.load(system) for system in arguments.systems}
    fastest = dict.fromkeys(pipelines, float("inf"))
    for _ in range(arguments.repeat):
        for name, nlp in pipelines.items():
            start = time.process_time()
            for _ in nlp.pipe(texts):
                pass
            fastest[name] = min(fastest[name], time.process_time() - start)
    yardstick = next(iter(fastest.values()))
    print(f"{len(texts)} cables, {words:,} words\n\n| pipeline | words/s | ratio |\n|---|---:|---:|")
    for name, seconds in fastest.items():
        print(f"| {name} | {words / seconds:,.0f} | {yardstick / seconds:.2f} |")


if __name__ == "__main__":
    main()
