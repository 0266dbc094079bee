"""Check a corpus: counts, faults, misaligned entities and inconsistent names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy.language import Language

from ..errors import CableError, Errors
from ..formats import CableFiles
from ..text.cable import ParsedCable
from ..text.faults import REASONS, Fault
from ..text.labelled import LabelledText
from ..text.labels import CONLL
from ..text.phrases import PhraseFinder
from ..text.progress import Progress, track
from ..text.seen_ids import SeenIds
from ..text.tables import Table
from ..tokens.alignment import find_misaligned
from ..tokens.build import find_anatomy


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem in a cable.

    kind (str): A kind of fault, `unreadable` (what is named like a file and cannot be read as one), `repeated` (the id
        of an earlier cable), `misaligned` (a gold entity starts or ends inside a token of the pipeline), `unmarked` (a
        name that is marked elsewhere in the same cable) or `conflict` (a name with two labels in one cable).
    cable_id (str): The id of the cable.
    line (int): The line of the file, from 1.
    column (int): The column, in characters, from 1.
    text (str): The text concerned.
    detail (str): Details: the repair of a fault, the labels of a conflict.
    path (str): The file that has the line. Empty if the line is one of the cable's text, as it is for a cable in a
        table or with stand-off annotations.
    """

    kind: str
    cable_id: str
    line: int
    column: int
    text: str
    detail: str = ""
    path: str = ""

    @property
    def place(self) -> str:
        """The place as `path:line:column`, or `cable_id:line:column` in the cable's text."""
        return f"{self.path or self.cable_id}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class DoubtfulField:
    """A field of a cable's anatomy that a person should look at.

    path (str): The file of the cable.
    cable_id (str): The id of the cable.
    field (str): The field, a key of `Doc._.cable`.
    reason (str): Why it is unsure.
    """

    path: str
    cable_id: str
    field: str
    reason: str


@dataclass(slots=True)
class CheckReport:
    """The results of `check`.

    cables (int): Number of cables, without stubs.
    stubs (int): Number of stubs: files with a scraper's placeholder instead of a cable.
    words (int): Number of words.
    styles (Counter): Cables by style of bracket file, `other` for other kinds of file.
    labels (Counter): Entities by label.
    findings (list): The problems, sorted by cable and place.
    left_out (dict): The number of documents that are no cables, by what they are.
    passed_over (list): The files of other kinds in folders, which were not read.
    doubts (list): The fields that are unsure.
    """

    cables: int = 0
    stubs: int = 0
    words: int = 0
    styles: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)
    passed_over: list[str] = field(default_factory=list)
    doubts: list[DoubtfulField] = field(default_factory=list)

    def add(self, cable: LabelledText) -> None:
        """Count a cable.

        cable (LabelledText): The cable.
        """
        self.cables += 1
        self.words += cable.n_words
        self.styles[cable.style if isinstance(cable, ParsedCable) else "other"] += 1
        self.labels.update(label for _, _, label in cable.spans)

    def add_unreadable(self, path: Path, kind: str) -> None:
        """List what cannot be read although it is named like a file.

        path (Path): The path.
        kind (str): What it is.
        """
        self.findings.append(Finding("unreadable", path.name, 1, 1, str(path), kind, str(path)))

    def of_kind(self, *kinds: str) -> list[Finding]:
        """Get the findings of some kinds."""
        return [finding for finding in self.findings if finding.kind in kinds]

    @property
    def faults(self) -> list[Finding]:
        """The breaches of the bracket grammar."""
        return self.of_kind(*REASONS)

    def tables(self, most: int = 0) -> list[Table]:
        """Make tables of the counts, and of the findings if there are any.

        most (int): Maximum number of findings. 0 for all.
        RETURNS (list): The tables.
        """
        counts: dict[str, int] = {"cables": self.cables, "stubs": self.stubs, "words": self.words}
        counts |= {f"{style} cables": count for style, count in sorted(self.styles.items())}
        counts |= {"entities": sum(self.labels.values()), **dict(sorted(self.labels.items()))}
        counts |= {f"left out: {kind}": count for kind, count in self.left_out.items()}
        counts |= {"passed over: files of other kinds": len(self.passed_over)} if self.passed_over else {}
        counts |= {"doubts": len(self.doubts)} if self.doubts else {}
        counts |= {f"findings: {kind}": count for kind, count in self._kinds().items()}
        tables = [Table("Counts", ["what", "count"], [list(row) for row in counts.items()])]
        if self.findings:
            rows: list[list[Any]] = [
                [each.place, each.kind, each.text.replace("\n", " "), each.detail]
                for each in self.findings[: most or None]
            ]
            tables.append(Table("Findings", ["place", "kind", "text", "detail"], rows))
        if self.doubts:
            doubts = [[each.path, each.cable_id, each.field, each.reason] for each in self.doubts[: most or None]]
            tables.append(Table("Doubts", ["path", "cable", "field", "reason"], doubts))
        return tables

    def to_dict(self) -> dict[str, Any]:
        """Returns JSON-serializable data."""
        data = asdict(self)
        data["styles"], data["labels"] = dict(sorted(self.styles.items())), dict(sorted(self.labels.items()))
        data["kinds"] = self._kinds()
        return data

    def _kinds(self) -> dict[str, int]:
        return dict(sorted(Counter(finding.kind for finding in self.findings).items()))


def check(
    path: str | Path,
    *,
    nlp: Language | None = None,
    format: str = "auto",
    source: str | Path | None = None,
    style: str = "auto",
    labels: str | Iterable[str] = CONLL,
    names: bool = False,
    intended: str | Path | None = None,
    limit: int = 0,
    columns: str | Mapping[str, str] | None = None,
    anatomy: bool = False,
    progress: Progress | None = None,
) -> CheckReport:
    """Check the cables of some files.

    path (str | Path): A file, a folder or a glob pattern.
    nlp (Language | None): The pipeline whose tokens entities should align with; blank English by default.
    format (str): The kind of file, as for `read_cables`.
    source (str | Path | None): The untagged sources of tokenised files or stand-off annotations.
    style (str): The style of bracket files: `tokenised`, `inline` or `auto`.
    labels (str | Iterable): The label set of bracket files: its labels, or `conll` or `ontonotes`.
    names (bool): Also find names that a cable marks in one place but not in another, or with two labels. For bracket
        files and stand-off annotations.
    intended (str | Path | None): A JSON file of exceptions for `names`,
        `{cable_id: {"unmarked": [...], "conflict": [...]}}`.
    limit (int): Maximum number of cables to read. 0 for all.
    columns (str | Mapping | None): Which columns of a table, or keys of JSON, hold what: `cable_id=refid,text=message`.
    anatomy (bool): Also list the header fields that are unsure, with the reason.
    progress (Callable | None): Called after each cable with the number done and the total.
    RETURNS (CheckReport): The counts and the problems.
    RAISES (CableError): Same as `read_cables`, and CE008 for an invalid file of exceptions.
    """
    nlp = nlp if nlp is not None else spacy.blank("en")
    allowed = _read_intended(intended) if intended is not None else {}
    report = CheckReport()
    files = CableFiles(
        path,
        format=format,
        source=source,
        style=style,
        labels=labels,
        limit=limit,
        columns=columns,
        on_unreadable=report.add_unreadable,
    )
    seen = SeenIds()
    for path, cable in track(files.with_paths(), progress, len(files)):
        report.findings += [_of_fault(cable.cable_id, fault, str(path)) for fault in cable.faults]
        if cable.is_stub:
            report.stubs += 1
            continue
        first = seen.earlier(cable.cable_id, path)
        if first is not None and "duplicate" not in {fault.kind for fault in cable.faults}:  # which has its line
            report.findings.append(Finding("repeated", cable.cable_id, 1, 1, str(path), f"also in {first}", str(path)))
        report.add(cable)
        with nlp.memory_zone():
            report.findings += _misaligned(cable, nlp, str(path))
        if anatomy:
            report.doubts += _doubts(cable, str(path))
        if names and isinstance(cable, ParsedCable):
            report.findings += _names(cable, allowed.get(cable.cable_id, {}), str(path))
    report.left_out = files.left_out_kinds()
    report.passed_over = [str(file) for file in files.passed_over]
    return report


def _of_fault(cable_id: str, fault: Fault, path: str) -> Finding:
    return Finding(fault.kind, cable_id, fault.line, fault.column, fault.text, fault.repair, path)


def _misaligned(cable: LabelledText, nlp: Language, path: str) -> list[Finding]:
    entities = find_misaligned(cable.spans, cable.text, nlp.tokenizer)
    if not entities:
        return []
    place = cable.placer()
    in_file = path if isinstance(cable, ParsedCable) else ""
    return [
        Finding("misaligned", cable.cable_id, *place(start), cable.text[start:end], label, in_file)
        for start, end, label in entities
    ]


def _doubts(cable: LabelledText, path: str) -> list[DoubtfulField]:
    return [DoubtfulField(path, cable.cable_id, doubt.field, doubt.reason) for doubt in find_anatomy(cable).doubts]


def _names(parsed: ParsedCable, allowed: dict[str, list[str]], path: str) -> Iterator[Finding]:
    """Find names that a cable does not mark everywhere, or not with the same label."""
    labels: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, ...], int] = {}
    in_entity = bytearray(len(parsed.words))
    for start, end, label in parsed.ents:
        name = parsed.words[start:end]
        labels[name][label] += 1
        first.setdefault(name, start)
        in_entity[start:end] = b"\1" * (end - start)
    placed = parsed.placer()
    text_of = {name: " ".join(name) for name in labels}
    for name, counts in labels.items():
        if len(counts) > 1 and text_of[name] not in allowed.get("conflict", ()):
            detail = ", ".join(f"{label} {count}" for label, count in sorted(counts.items()))
            place = placed(parsed.starts[first[name]])
            yield Finding("conflict", parsed.cable_id, *place, text_of[name], detail, path)
    intended = set(allowed.get("unmarked", ()))
    details = {name: "marked " + ", ".join(sorted(counts)) for name, counts in labels.items()}
    for start, end in PhraseFinder(labels).find(parsed.words, in_entity):
        name = parsed.words[start:end]
        if text_of[name] not in intended:
            place = placed(parsed.starts[start])
            yield Finding("unmarked", parsed.cable_id, *place, text_of[name], details[name], path)


def _read_intended(path: str | Path) -> dict[str, dict[str, list[str]]]:
    try:
        data = srsly.read_json(path)
    except (OSError, ValueError) as error:
        raise CableError(Errors.CE008.format(path=path, reason=f"cannot read the exceptions: {error}")) from error
    if not isinstance(data, dict) or not all(isinstance(kinds, dict) for kinds in data.values()):
        reason = 'expected {cable_id: {"unmarked": [...], "conflict": [...]}, ...}'
        raise CableError(Errors.CE008.format(path=path, reason=reason))
    return data
