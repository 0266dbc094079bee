"""Print how often each field and part is found in a folder of cables, beside the figures of an independent count.

Usage: python benchmarks/anatomy_scoreboard.py CABLES [ANNOTATED]

With a second folder, of bracket files by the same names, the same is counted over the words that are read from the
brackets: marks and tags off, words set apart by single blanks.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

from spacy_cables.anatomy import Anatomy, find_tags, parse_anatomy
from spacy_cables.anatomy.pieces import read_fragment
from spacy_cables.text.markup import plain_text

#: Share of the cables with a body in which an independent count found each field (per cent).
EXPECTED = {
    "level": 99.7, "post + serial = id": 97.8, "E.O.": 99.0, "date or N/A": 97.8, "TAGS": 99.9, "SUBJECT": 96.6,
    "REF ids": 57.0, "Classified By": 75.1, "Classified By, of C and S": 97.0, "reasons": 73.4, "signer": 94.0,
    ">= 1 paragraph": 96.8, "numbers 1..n": 94.0, ">= 1 portion mark": 92.8, "highest mark = level": 99.0,
    "underlined heading": 41.5, "any heading": 58.8, "summary": 70.3, "summary, closed": 67.0, "comment": 53.2,
    "page line": 46.9, "redaction": 15.2, "UNCLAS: order N/A": 97.5, "UNCLAS without Classified By": 100.0,
    "C and S: order not N/A": 100.0, "NF mark = NOFORN": 96.1, "page line serial = own": 99.4,
    "page numbers rise": 99.8, "linked TAGS are TAGS": 100.0, "flat subject = subject": 94.6,
    "flat paragraphs = paragraphs": 99.0,
}  # fmt: skip
STUB = 60
LEVELS = {"U": 0, "SBU": 0, "LOU": 0, "FOUO": 0, "C": 1, "S": 2, "TS": 3}
BANNER_LEVELS = {"UNCLASSIFIED": 0, "LIMITED OFFICIAL USE": 0, "CONFIDENTIAL": 1, "SECRET": 2, "TOP SECRET": 3}


class Tally:
    """Counts of how often something held, of how many times it was asked."""

    def __init__(self) -> None:
        self.yes: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()

    def ask(self, name: str, held: object) -> None:
        self.asked[name] += 1
        self.yes[name] += bool(held)

    def share(self, name: str) -> str:
        return (
            f"{100 * self.yes[name] / self.asked[name]:.1f} ({self.yes[name]}/{self.asked[name]})"
            if self.asked[name]
            else ""
        )


def count(tally: Tally, anatomy: Anatomy, cable_id: str) -> None:
    """Ask of one cable what the scoreboard asks."""
    fields, body = anatomy.to_dict(), anatomy.body
    portion_marks = [piece for part, _, _, piece in anatomy.parts() if part == "portion_marks"]
    secret = fields["classification"] in ("CONFIDENTIAL", "SECRET", "TOP SECRET")
    value = fields["declassify_on"] or ""
    not_applicable = bool(re.match(r"N ?/? ?A\b", value, re.IGNORECASE))
    numbers = [paragraph.number for paragraph in anatomy.paragraphs]
    tally.ask("level", fields["classification"])
    own_id = re.sub(r"^\d\d", "", cable_id) == f"{re.sub('[^A-Z]', '', fields['post'] or '')}{fields['serial'] or ''}"
    tally.ask("post + serial = id", own_id)
    tally.ask("E.O.", fields["executive_order"])
    tally.ask("date or N/A", re.fullmatch(r"\d{4}-\d\d-\d\d", value) or not_applicable)
    tally.ask("TAGS", fields["tags"])
    tally.ask("SUBJECT", fields["subject"])
    tally.ask("REF ids", any(ref["cable_id"] for ref in fields["references"]))
    officer = anatomy.fields.classified_by and anatomy.fields.classified_by.officer
    tally.ask("Classified By", officer)
    if secret:
        tally.ask("Classified By, of C and S", officer)
        tally.ask("C and S: order not N/A", not not_applicable)
    elif fields["classification"]:
        tally.ask("UNCLAS: order N/A", not_applicable)
        tally.ask("UNCLAS without Classified By", not officer)
    tally.ask("reasons", fields["reasons"])
    tally.ask("signer", fields["signer"])
    tally.ask(">= 1 paragraph", numbers)
    tally.ask("numbers 1..n", numbers and numbers == list(range(1, len(numbers) + 1)))
    tally.ask(">= 1 portion mark", portion_marks)
    marks = [LEVELS[level] for mark in portion_marks if (level := re.match("[A-Z]*", mark.text)[0]) in LEVELS]  # type: ignore[index]
    if marks and fields["classification"]:
        tally.ask("highest mark = level", max(marks) == BANNER_LEVELS[fields["classification"]])
    tally.ask(
        "NF mark = NOFORN",
        any("NF" in m.text or "NOFORN" in m.text for m in portion_marks) == ("NOFORN" in fields["captions"]),
    )
    tally.ask("underlined heading", any(heading.style in ("underlined", "boxed") for heading in body.headings))
    tally.ask("any heading", body.headings)
    tally.ask("summary", anatomy.summary)
    tally.ask("summary, closed", anatomy.summary and anatomy.summary.closed)
    tally.ask("comment", body.comments)
    tally.ask("page line", body.page_breaks)
    tally.ask("redaction", body.redactions)
    for page in body.page_breaks:
        tally.ask("page line serial = own", page.serial == fields["serial"])
    pages = [page.page for page in body.page_breaks]
    for before, after in pairwise(pages):
        tally.ask("page numbers rise", before <= after)


def flat_words(annotated: str) -> str:
    """The words of a bracket file, set apart by single blanks."""
    text = re.sub(r"\[(?:PER|LOC|ORG|MISC) +|(?<= ) ?\](?<=  \])", " ", annotated)
    return " ".join(plain_text(text).split())


def main(cables: Path, annotated: Path | None) -> None:
    source, flat = Tally(), Tally()
    for path in sorted(cables.glob("*.txt")):
        text = path.read_text("utf8")
        if len(text) < STUB:
            continue
        anatomy = parse_anatomy(text)
        count(source, anatomy, path.stem)
        fragment = read_fragment(text)
        links = [fragment.text[start:end] for start, end in fragment.links]
        if links:
            source.ask("linked TAGS are TAGS", set(links) <= set(find_tags(text)))
        if annotated and (annotated / path.name).exists():
            words = flat_words((annotated / path.name).read_text("utf8"))
            other = parse_anatomy(words)
            count(flat, other, path.stem)
            squeezed = [re.sub(r"\W", "", parsed.to_dict()["subject"] or "") for parsed in (anatomy, other)]
            flat.ask("flat subject = subject", squeezed[0] == squeezed[1])
            numbers = [[paragraph.number for paragraph in parsed.paragraphs] for parsed in (anatomy, other)]
            flat.ask("flat paragraphs = paragraphs", numbers[0] == numbers[1])
    print("| | expected | source text | words from brackets |")
    print("|---|---:|---:|---:|")
    for name, expected in EXPECTED.items():
        print(f"| {name} | {expected} | {source.share(name)} | {flat.share(name)} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
