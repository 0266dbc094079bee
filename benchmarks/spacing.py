"""How many of the gaps between neighbouring words the rule restores as the untagged sources have them.

python benchmarks/spacing.py FOLDER --source FOLDER
"""

from __future__ import annotations

import argparse

from spacy_cables.formats import CableFiles
from spacy_cables.text.spacing import spaces_by_rule


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--source", required=True)
    arguments = parser.parse_args()
    gaps = right = cables = 0
    for parsed in CableFiles(arguments.folder, source=arguments.source):
        if parsed.is_stub or any(fault.kind == "source" for fault in parsed.faults):
            continue
        cables += 1
        restored = spaces_by_rule(parsed.words)
        gaps += len(restored) - 1
        right += sum(a == b for a, b in zip(restored[:-1], parsed.spaces[:-1], strict=True))
    print(f"{right:,} of {gaps:,} gaps in {cables:,} cables restored right: {right / gaps:.3%}")


if __name__ == "__main__":
    main()
