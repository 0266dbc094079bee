"""Tabulate experiments: what was tried, F1, words per second and size, from the metrics files that `evaluate` wrote.

    python tables.py metrics/dev
    python tables.py metrics/dev --update experiments.md --section dev

Each file holds one system; its name says what was tried. The rows are in the order of the file names. With --keep
FOLDER, what the table needs of each file is written there, under the same name.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import srsly

from spacy_cables.corpus.stats_tables import update_section
from spacy_cables.text.files import write_text
from spacy_cables.text.tables import Table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("metrics", type=Path, help="the folder of metrics files")
    parser.add_argument("--update", type=Path, help="a Markdown file to put the table in, between its stats comments")
    parser.add_argument("--section", default="experiments", help="NAME of the comment <!-- stats NAME -->")
    parser.add_argument("--keep", type=Path, help="a folder to write small copies of the files to")
    arguments = parser.parse_args()
    if arguments.keep:
        keep(arguments.metrics, arguments.keep)
    table = experiments_table(arguments.metrics)
    if arguments.update:
        write_text(arguments.update, update_section(arguments.update, arguments.section, table))
    else:
        print(table, end="")


def experiments_table(folder: Path) -> str:
    """Make the table.

    folder (Path): The folder of metrics files.
    RETURNS (str): Markdown.
    """
    header = ["what", "F1", "interval", "PER", "LOC", "ORG", "MISC", "words/s", "MB"]
    rows: list[list[str]] = []
    for file in sorted(folder.glob("*.json")):
        for system in srsly.read_json(file)["systems"]:
            strict = system["micro"]["strict"]
            low, high = (f"{100 * bound:.1f}" for bound in strict["f_ci"])
            by_label = [f"{100 * system['ents_per_type'][label]['f']:.1f}" for label in header[3:7]]
            speed = f"{system['speed']:,.0f}" if system["speed"] else ""
            size = f"{system['size'] / 1e6:.0f}" if system.get("size") else ""
            rows.append([system["name"], f"{100 * strict['f']:.1f}", f"{low} to {high}", *by_label, speed, size])
    return Table("", header, rows).to_markdown() + "\n"


def keep(metrics: Path, folder: Path) -> None:
    """Write small copies of metrics files.

    metrics (Path): The folder of metrics files.
    folder (Path): The folder to write to.
    """
    for file in sorted(metrics.glob("*.json")):
        systems = [
            {
                **{key: system.get(key) for key in ("name", "reference", "ents_per_type", "speed", "size")},
                "micro": {"strict": system["micro"]["strict"]},
            }
            for system in srsly.read_json(file)["systems"]
        ]
        write_text(folder / file.name, srsly.json_dumps({"systems": systems}, indent=1) + "\n")


if __name__ == "__main__":
    main()
