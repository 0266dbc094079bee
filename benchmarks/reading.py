"""Reading speed of `spacy-cables convert` against two yardsticks, and its memory, as ratios in one run.

python benchmarks/reading.py FOLDER [--cables 300]

FOLDER holds tokenised bracket files. The yardsticks read the same words: (a) `spacy convert` from CoNLL columns, (b)
the floor: spaCy's own tokenizer, Doc and DocBin on the restored text. CPU seconds of whole processes, start-up counted.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from spacy_cables.formats import CableFiles
from spacy_cables.text.files import find_files

FLOOR = """
import sys
from pathlib import Path
import spacy
from spacy.tokens import DocBin
nlp = spacy.blank("en")
docs = DocBin()
for file in sorted(Path(sys.argv[1]).glob("*.txt")):
    docs.add(nlp.make_doc(file.read_text("utf8")))
docs.to_disk(sys.argv[2])
"""


def run(*arguments: str | Path) -> tuple[float, float]:
    """Run Python with some arguments. Returns CPU seconds and peak memory in MiB."""
    command = [sys.executable, *map(str, arguments)]
    with Path(os.devnull).open("wb") as nowhere:
        process = os.posix_spawn(
            sys.executable,
            command,
            os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, nowhere.fileno(), 1), (os.POSIX_SPAWN_DUP2, nowhere.fileno(), 2)],
        )
        _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def median_of(runs: list[tuple[float, float]]) -> tuple[float, float]:
    return sorted(runs)[len(runs) // 2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cables", type=int, default=300)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    files = [file for file in find_files(arguments.folder, ".txt") if file.stat().st_size > 200]
    step = max(1, len(files) // arguments.cables)
    chosen = files[::step][: arguments.cables]
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for folder in ("all", "tenth", "brackets", "plain"):
            (work / folder).mkdir()
        for file in files:
            shutil.copy(file, work / "all")
        for file in files[::10]:
            shutil.copy(file, work / "tenth")
        words = 0
        with (work / "cables.conll").open("w", encoding="utf8") as conll:
            for file in chosen:
                shutil.copy(file, work / "brackets")
                (parsed,) = CableFiles(file)
                words += len(parsed.words)
                (work / "plain" / file.name).write_text(parsed.text, "utf8")
                tags = ["O"] * len(parsed.words)
                for start, end, label in parsed.ents:
                    tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
                conll.write("-DOCSTART- -X- O O\n")
                for word, tag, starts in zip(parsed.words, tags, parsed.sent_starts, strict=True):
                    conll.write("\n" * starts + f"{word} -X- _ {tag}\n")
                conll.write("\n")
        (work / "floor.py").write_text(FLOOR, "utf8")
        convert = ("-m", "spacy_cables", "convert")
        commands: dict[str, tuple[str | Path, ...]] = {
            "convert": (*convert, work / "brackets", work / "cables.spacy"),
            "check": ("-m", "spacy_cables", "check", work / "brackets"),
            "(a) spacy convert": ("-m", "spacy", "convert", work / "cables.conll", work, "-c", "ner", "-n", "0"),
            "(b) floor": (work / "floor.py", work / "plain", work / "floor.spacy"),
        }
        results: dict[str, list[tuple[float, float]]] = {label: [] for label in commands}
        for _ in range(arguments.runs):
            for label, command in commands.items():
                results[label].append(run(*command))
        ours = median_of(results["convert"])[0]
        print(
            f"{len(chosen)} cables, {words:,} words; medians of {arguments.runs} runs, CPU seconds of whole processes\n"
        )
        print("| reader | CPU seconds | against convert | words/s |\n|---|---|---|---|")
        for label, runs in results.items():
            seconds = median_of(runs)[0]
            print(f"| {label} | {seconds:.2f} | {seconds / ours:.2f}x | {words / seconds:,.0f} |")
        tenth = run(*convert, work / "tenth", work / "tenth.spacy")[1]
        whole = run(*convert, work / "all", work / "all.spacy")[1]
        print(
            f"\nPeak memory: {whole:.0f} MiB for {len(files)} cables, {tenth:.0f} MiB for {len(files[::10])}: ", end=""
        )
        print(f"{whole / tenth:.2f}x")


if __name__ == "__main__":
    main()
