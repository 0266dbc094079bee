"""Print milliseconds a cable for the whole anatomy, and how look-alikes of 0.5 and 1 MB compare.

Usage: python benchmarks/anatomy.py CABLES
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median

from spacy_cables.anatomy import parse_anatomy

LOOK_ALIKES = {
    "digits and dots": "1.2 34. 5 .",
    "paragraph numbers": "1. (C) ",
    "pilcrows": "¶1. ",
    "dashes": "-",
    "spaced dashes": "- ",
    "rules": "-----\n",
    "rules in a line": "----- a ",
    "REF": "REF: A. ",
    "open marks": "(C",
    "Classified By": "Classified By: ",
    "comments": "(Comment: ",
    "comment lines": "COMMENT\n",
    "summary": "SUMMARY: ",
    "end summary": "END SUMMARY. ",
    "page lines": "LONDON 00002643 002 OF 002 ",
    "capitals": "ABC DEF ",
    "short words": "A B ",
    "blanks": " ",
    "line ends": "\n",
    "line ends and a letter": "\n \na",
    "slashes": "//AB ",
    "brackets": "[",
    "redactions": "XXXXXX ",
    "tags": "<a href='/tag/PREL_0.html'>",
    "less-than signs": "<a ",
    "ampersands": "&amp;",
    "recipients": "TO RUEHC/SECSTATE ",
    "subject": "SUBJECT: ",
    "full stops": ". ",
    "removed": "[removed ",
    "levels": "C O N F I D E N T I A L ",
}


def seconds(text: str) -> float:
    start = time.perf_counter()
    parse_anatomy(text)
    return time.perf_counter() - start


def main(folder: Path) -> None:
    texts = [text for path in sorted(folder.glob("*.txt")) if len(text := path.read_text("utf8")) > 60]
    times = sorted(1000 * seconds(text) for text in texts)
    size = sum(map(len, texts)) / len(texts) / 1000
    print(f"{len(texts)} cables of {size:.1f} thousand characters: median {median(times):.2f} ms, ", end="")
    print(f"99% {times[int(len(times) * 0.99)]:.2f} ms, longest {times[-1]:.2f} ms")
    print("\n| 1 MB of | s, 0.5 MB | s, 1 MB | ratio |\n|---|---:|---:|---:|")
    for name, unit in LOOK_ALIKES.items():
        half, whole = (seconds((unit * (size // len(unit) + 1))[:size]) for size in (500_000, 1_000_000))
        print(f"| {name} | {half:.2f} | {whole:.2f} | {whole / half:.1f} |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
