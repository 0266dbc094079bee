"""How many gold entities spaCy's English tokenizer cannot express, and how many of them training loses.

python benchmarks/alignment.py FOLDER [--source FOLDER]
"""

from __future__ import annotations

import argparse
from collections import Counter

import spacy

from spacy_cables import CableCorpus
from spacy_cables.tokens import doc_to_labelled
from spacy_cables.tokens.alignment import misaligned


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--source")
    arguments = parser.parse_args()
    nlp = spacy.blank("en")
    counts: Counter[str] = Counter()
    for split in (False, True):
        corpus = CableCorpus(arguments.folder, source=arguments.source, split_misaligned=split)
        for example in corpus(nlp):
            aligned, _ = example.get_aligned_ents_and_ner()
            lost = len(example.reference.ents) - len(aligned)
            if split:
                counts["lost by training with split_misaligned"] += lost
            else:
                counts["entities"] += len(example.reference.ents)
                spans = doc_to_labelled(example.reference).spans
                counts["misaligned with the tokenizer"] += len(misaligned(spans, example.predicted))
                counts["lost by training"] += lost
    print("| what | count |\n|---|---|")
    for label in (
        "entities",
        "misaligned with the tokenizer",
        "lost by training",
        "lost by training with split_misaligned",
    ):
        print(f"| {label} | {counts[label]:,} |")


if __name__ == "__main__":
    main()
