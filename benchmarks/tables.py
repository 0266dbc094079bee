"""Reading speed and memory of a CSV dump of cables, against Python's csv module alone, on a made-up file.

python benchmarks/tables.py [--megabytes 1000]

Writes a table of made-up rows in the layout of the dump of 2011 to a temporary folder, reads it in processes of their
own, and removes it. Prints rows and MB a second, the ratio to the csv module, and the peak memory, which should be that
of a file of 10 MB.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

OURS = """
import sys
from spacy_cables.formats import CableFiles
print(sum(1 for cable in CableFiles(sys.argv[1]) if cable.text and not cable.faults))
"""
# Imports the package as well, so that the memory is compared and not the imports.
ALONE = """
import csv, sys
import spacy_cables.formats
csv.field_size_limit(1 << 25)
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    print(sum(1 for row in csv.reader(file, doublequote=False, escapechar="\\\\") if row[7]))
"""
POSTS = ("LIMA", "OSLO", "QUITO", "LAPAZ", "TUNIS")
SENTENCE = "The Deputy Minister said that the harbor talks begin again in April, or as he put it, {} \\\\\n"


def make_row(number: int) -> str:
    """Make a row of a made-up cable of 1 to 12 KB."""
    post, year = POSTS[number % 5], number // 5 % 20
    body = f"C O N F I D E N T I A L {post} {number:06d} \\\\\n \\\\\n"
    body += f"TAGS: PREL \\\\\nSUBJECT: TALKS {number} \\\\\n \\\\\n"
    quoted = SENTENCE.format(f'\\"a new tide, number {number}.\\"')
    body += "".join(f"{index}.  (C) " + quoted * 3 + " \\\\\n" for index in range(1, number % 35 + 3)) + "BAKER"
    fields = (
        *(
            str(number),
            f"{number % 12 + 1}/{number % 28 + 1}/{1990 + year} 18:00",
            f"{(90 + year) % 100:02d}{post}{number}",
        ),
        *(
            f"Embassy {post.title()}",
            "CONFIDENTIAL",
            f"04LIMA{number}|04OSLO{number}",
            "FM AMEMBASSY\nTO SECSTATE",
            body,
        ),
    )
    return ",".join(f'"{field}"' for field in fields) + "\n"


def write_table(path: Path, megabytes: int) -> int:
    """Write a table of a size. Returns the number of rows."""
    number = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        while file.tell() < megabytes * 1_000_000:
            file.write("".join(map(make_row, range(number, number + 100))))
            number += 100
    return number


def run(code: str, path: Path) -> tuple[float, float, int]:
    """Run Python with some code. Returns CPU seconds, peak memory in MiB and the number that it prints."""
    reading, writing = os.pipe()
    actions = [(os.POSIX_SPAWN_DUP2, writing, 1)]
    process = os.posix_spawn(sys.executable, [sys.executable, "-c", code, str(path)], os.environ, file_actions=actions)
    os.close(writing)
    with os.fdopen(reading) as output:
        printed = output.read()
    _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit("failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, int(printed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=1000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        small, large = Path(name) / "small.csv", Path(name) / "large.csv"
        write_table(small, 10)
        started = time.perf_counter()
        rows = write_table(large, arguments.megabytes)
        size = large.stat().st_size / 1e6
        print(f"{rows:,} rows, {size:,.0f} MB, made in {time.perf_counter() - started:.0f} s\n")
        print("| reader | CPU s | rows/s | MB/s | against csv | peak MiB | peak MiB at 10 MB |")
        print("|---|---|---|---|---|---|---|")
        floor = 0.0
        for label, code in (("csv alone", ALONE), ("CableFiles", OURS)):
            start, base, _ = run(code, small)
            seconds, peak, found = run(code, large)
            if found != rows:
                raise SystemExit(f"{label}: {found} of {rows} rows")
            seconds -= start  # the imports, and 10 MB
            floor = floor or seconds
            rate = f"{rows / seconds:,.0f} | {size / seconds:,.0f} | {seconds / floor:.2f}x"
            print(f"| {label} | {seconds:.1f} | {rate} | {peak:.0f} | {base:.0f} |")


if __name__ == "__main__":
    main()
