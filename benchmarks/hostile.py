"""How time grows with the size of the input, for inputs that cost a simple method the square of their size.

python benchmarks/hostile.py

Each row is one kind of input in four sizes, each twice the one before, with CPU milliseconds and the growth from the
first size to the last: 8 is linear, 64 is the square. Rows of the tokenizer have spaCy's own rules in one piece beside
them, for the two smaller sizes alone, since it is quadratic.
"""

from __future__ import annotations

import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer

from spacy_cables import CableCorpus
from spacy_cables.corpus.check import check
from spacy_cables.pipeline.tokenizer import create_cable_tokenizer

SIZES = (1, 2, 4, 8)
RUNS = {
    "[": "[",
    "$": "$",
    "'s": "'s",
    ":)": ":)",
    "[a": "[a",
    "=": "=",
    "address": "http://a.b/?",
}
PARAGRAPH = "1. (C) The pro-[LOC Oslo]bound ship of [PER Ada Obi] left.\n\n"


def measure(make: Callable[[int], str], run: Callable[[str], object], sizes: tuple[int, ...] = SIZES) -> list[float]:
    """CPU milliseconds for inputs of several sizes."""
    times = []
    for size in sizes:
        text = make(size)
        start = time.process_time()
        run(text)
        times.append((time.process_time() - start) * 1000)
    return times


def row(label: str, times: list[float]) -> None:
    print(f"| {label} | {' | '.join(f'{each:,.0f}' for each in times)} | {times[-1] / max(times[0], 1e-3):.1f} |")


def plain_tokenizer(tokenizer: Tokenizer) -> Tokenizer:
    """spaCy's tokenizer with the same rules."""
    names = ("rules", "prefix_search", "suffix_search", "infix_finditer", "token_match", "url_match")
    return Tokenizer(tokenizer.vocab, **{name: getattr(tokenizer, name) for name in names})


def read(nlp: Language, file: Path, **settings: object) -> Callable[[str], object]:
    def run(text: str) -> object:
        file.write_text(text, "utf8")
        return list(CableCorpus(file, **settings)(nlp))  # type: ignore[arg-type]

    return run


def names(size: int) -> str:
    """Names that begin with the same word, each marked once, and mentions that are not marked."""
    marked = " ".join(f"[PER Ada N{i}]" for i in range(500 * size))
    return marked + " " + "Ada and " * (500 * size) + "\n"


def long_entity(size: int) -> str:
    """A long entity of one word again and again, and the same words without a mark."""
    words = "ho " * (500 * size)
    return f"[PER {words.strip()}] said {words}\n"


def main() -> None:
    warnings.simplefilter("ignore")
    print("| input | size 1 | 2 | 4 | 8 | growth |\n|---|---:|---:|---:|---:|---:|")
    for label, unit in RUNS.items():
        tokenizer = create_cable_tokenizer()(spacy.blank("en"))
        times = measure(lambda size, unit=unit: (unit * 2000 * size)[: 2000 * size], tokenizer)  # type: ignore[misc]
        row(f"tokenizer: `{label}`, 2,000 characters and more", times)
        short = measure(
            lambda size, unit=unit: (unit * 2000 * size)[: 2000 * size],
            plain_tokenizer(tokenizer),
            SIZES[:2],  # type: ignore[misc]
        )
        print(f"| (in one piece) | {short[0]:,.0f} | {short[1]:,.0f} | - | - | {(short[1] / short[0]) ** 3:.1f} |")
    nlp = spacy.blank("en")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.txt"
        for label, settings in {
            "plain": {},
            "piece_length": {"piece_length": 60},
            "split_misaligned": {"split_misaligned": True},
            "max_length": {"max_length": 100},
        }.items():
            times = measure(lambda size: PARAGRAPH * (200 * size), read(nlp, file, **settings))
            row(f"CableCorpus, {label}, 12 KB and more", times)

        def check_names(text: str) -> object:
            file.write_text(text, "utf8")
            return check(file, names=True)

        row("check --names, 500 names and more", measure(names, check_names))
        row("check --names, an entity of 500 words and more", measure(long_entity, check_names))


if __name__ == "__main__":
    main()
