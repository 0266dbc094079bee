"""Robustness to noisy text: strict F1 of pipelines on gold cables, clean and with noise.

    python robustness.py ../corpus/full/gold/dev.spacy ../training/ner_cnn_full/model-last ...

Each row adds one kind of noise to the same cables and adjusts the offsets of names: line breaks at 40 columns, also
inside names; HTML tags; straight for curly quotes and vice versa; commas for apostrophes; page lines between words;
page lines inside names, which are then not scored; all capitals, as in old telegrams.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.tokens import DocBin

from spacy_cables.evaluation import evaluate
from spacy_cables.silver.vote import opinions_of
from spacy_cables.text.labelled import LabelledText
from spacy_cables.text.offsets import CharSpan
from spacy_cables.tokens import doc_to_labelled

Cable = tuple[str, list[CharSpan], list[tuple[int, int]]]  # text, names, passages that do not count
Edit = tuple[int, int, str]  # start, end and what comes there

QUOTES = str.maketrans({"'": "’", "’": "'", '"': "”", "“": '"', "”": '"'})
WORD_END = re.compile(r"\s|$")
PAGE_LINE = "\nLIMA 00001234  002 OF 003\n\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("systems", nargs="+")
    arguments = parser.parse_args()
    docs = DocBin().from_disk(arguments.gold).get_docs(spacy.blank("en").vocab)
    cables: list[Cable] = [(cable.text, list(cable.spans), []) for cable in map(doc_to_labelled, docs)]
    pipelines = [spacy.load(system) for system in arguments.systems]
    print(f"| the cables | {' | '.join(arguments.systems)} |\n|---|{'---:|' * len(pipelines)}")
    for name, roughen in ROWS.items():
        random.seed(0)
        rough = [roughen(cable) for cable in cables]
        print(f"| {name} | {' | '.join(f'{f1(nlp, rough):.1f}' for nlp in pipelines)} |", flush=True)


def f1(nlp: spacy.Language, cables: list[Cable]) -> float:
    """Strict F1 in per cent, of what touches no passage that does not count."""
    gold: list[LabelledText] = []
    predicted: list[LabelledText] = []
    for i, ((text, ents, ignored), doc) in enumerate(zip(cables, nlp.pipe(cable[0] for cable in cables), strict=True)):
        for found, labelled in ((ents, gold), (opinions_of(doc), predicted)):
            counted = tuple(ent for ent in found if not touches(ent, ignored))
            labelled.append(LabelledText(str(i), text, counted))
    return 100 * evaluate(predicted, gold, modes=("strict",), by=(), n_bootstrap=0).micro["strict"].f


def touches(ent: CharSpan, passages: list[tuple[int, int]]) -> bool:
    return any(ent[0] < end and start < ent[1] for start, end in passages)


def edited(cable: Cable, edits: list[Edit]) -> Cable:
    """A cable with passages replaced, in order and apart. A name that holds the place of an edit grows with it."""
    text, ents, ignored = cable
    pieces: list[str] = []
    position = 0
    for start, end, new in edits:
        pieces += [text[position:start], new]
        position = end

    def moved(offset: int, *, at_start: bool) -> int:
        before = [e for e in edits if e[1] <= offset and (at_start or e[0] < offset)]
        return offset + sum(len(new) - (end - start) for start, end, new in before)

    moved_ents = [(moved(start, at_start=True), moved(end, at_start=False), label) for start, end, label in ents]
    passages = [(moved(start, at_start=True), moved(end, at_start=False)) for start, end in ignored]
    return "".join([*pieces, text[position:]]), moved_ents, passages


def narrow(cable: Cable) -> Cable:
    """Line breaks for blanks, so that no line is longer than 40 characters if it can be helped."""
    text, ents, ignored = cable
    characters = list(text)
    start = 0
    for blank in re.finditer(r"[ \n]", text):
        if text[blank.start()] == "\n":
            start = blank.end()
        elif WORD_END.search(text, blank.end()).end() - start > 40:  # type: ignore[union-attr]
            characters[blank.start()] = "\n"
            start = blank.end()
    return "".join(characters), ents, ignored


def web_page(cable: Cable) -> Cable:
    return edited(cable, [(m.start(), m.start(), "<br/>") for m in re.finditer("\n", cable[0])])


def quotes(cable: Cable) -> Cable:
    return cable[0].translate(QUOTES), cable[1], cable[2]


def comma_s(cable: Cable) -> Cable:
    return re.sub(r"(?<=[A-Za-z])['’]s\b", ",s", cable[0]), cable[1], cable[2]


def page_lines(cable: Cable) -> Cable:
    text, ents, _ = cable
    blanks = [m.start() for m in re.finditer(r"(?<=[a-z,]) (?=[a-z])", text)]
    outside = [i for i in blanks if not touches((i, i + 1, ""), [(start, end) for start, end, _ in ents])]
    chosen = sorted(random.sample(outside, min(5, len(outside))))
    rough, moved, ignored = edited(cable, [(i, i + 1, PAGE_LINE) for i in chosen])
    posts = [(m.start(), m.end(), "LOC") for m in re.finditer(r"(?<=\n)LIMA(?= 00001234)", rough)]
    return rough, [*moved, *posts], ignored


def cut_names(cable: Cable) -> Cable:
    text, ents, _ = cable
    long = [(start, end) for start, end, _ in ents if re.search(r"[a-z] [A-Z]", text[start:end])]
    chosen = sorted(random.sample(long, min(5, len(long))))
    edits = []
    for start, end in chosen:
        blank = text.index(" ", start, end)
        edits.append((blank, blank + 1, PAGE_LINE))
    return edited((text, ents, chosen), edits)


def capitals(cable: Cable) -> Cable:
    """In capitals, but for the letters that are two as capitals."""
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in cable[0]), cable[1], cable[2]


ROWS: dict[str, Callable[[Cable], Cable]] = {
    "unchanged": lambda cable: cable,
    "lines of 40 characters": narrow,
    "HTML, a tag at each line end": web_page,
    "other quotes": quotes,
    "`word,s` for `word's`": comma_s,
    "5 page lines per cable, between words": page_lines,
    "5 page lines per cable, inside names, which are not scored": cut_names,
    "all in capitals": capitals,
}


if __name__ == "__main__":
    main()
