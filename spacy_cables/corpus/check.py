"""What is in a folder of bracket files, and what is wrong with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy.language import Language

from ..errors import CableError, Errors
from ..formats.brackets import iter_parsed
from ..text.cable import ParsedCable
from ..text.faults import REASONS, Fault
from ..text.labels import CONLL
from ..tokens import exact_doc, to_doc
from ..tokens.alignment import misaligned


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a cable that is worth a look.

    kind (str): A kind of fault, `misaligned` (a gold entity starts or ends inside a token of the pipeline), `unmarked`
        (a name that is marked elsewhere in the same cable) or `conflict` (a name with two labels in one cable).
    cable_id (str): The cable.
    line (int): The line of the file, from 1.
    column (int): The character of the line, from 1.
    text (str): The text concerned.
    detail (str): More about it: the repair of a fault, the labels of a conflict.
    """

    kind: str
    cable_id: str
    line: int
    column: int
    text: str
    detail: str = ""


@dataclass(slots=True)
class CheckReport:
    """What `check` found.

    cables (int): Files, stubs apart.
    stubs (int): Files with a scraper's line in place of a cable.
    words (int): Words.
    styles (Counter): Cables by style.
    labels (Counter): Entities by label.
    findings (list): What is worth a look, by cable and place.
    """

    cables: int = 0
    stubs: int = 0
    words: int = 0
    styles: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)

    def of_kind(self, *kinds: str) -> list[Finding]:
        """The findings of some kinds."""
        return [finding for finding in self.findings if finding.kind in kinds]

    @property
    def faults(self) -> list[Finding]:
        """The breaches of the bracket grammar."""
        return self.of_kind(*REASONS)

    def to_dict(self) -> dict[str, Any]:
        """A JSON-able copy."""
        data = asdict(self)
        data["styles"], data["labels"] = dict(sorted(self.styles.items())), dict(sorted(self.labels.items()))
        data["kinds"] = dict(sorted(Counter(finding.kind for finding in self.findings).items()))
        return data


def check(
    path: str | Path,
    *,
    nlp: Language | None = None,
    source: str | Path | None = None,
    style: str = "auto",
    labels: Iterable[str] = CONLL,
    names: bool = False,
    intended: str | Path | None = None,
    limit: int = 0,
    progress: Callable[[int], object] | None = None,
) -> CheckReport:
    """Look through bracket files.

    path (str | Path): A bracket file, a folder of them or a glob pattern.
    nlp (Language | None): The pipeline whose tokens entities should agree with; a blank English one by default.
    source (str | Path | None): The untagged sources of tokenised files.
    style (str): `tokenised`, `inline` or `auto`.
    labels (Iterable): The label set.
    names (bool): Look for names that are marked in one place of a cable and not in another, or with another label.
    intended (str | Path | None): A JSON file of names that are meant so,
        `{cable_id: {"unmarked": [...], "conflict": [...]}}`.
    limit (int): Read no more cables than this. 0 for all.
    progress (Callable | None): Called with the number of cables done, after each.
    RETURNS (CheckReport): What is there, and what is worth a look.
    RAISES (CableError): CE002 and CE003 if there are no files, CE021 for a bad file of intended names.
    """
    nlp = nlp if nlp is not None else spacy.blank("en")
    allowed = _read_intended(intended) if intended is not None else {}
    report = CheckReport()
    parsed_cables = iter_parsed(path, source=source, style=style, labels=labels, limit=limit)
    for done, parsed in enumerate(parsed_cables, 1):
        report.findings += [_of_fault(parsed.cable_id, fault) for fault in parsed.faults]
        if parsed.is_stub:
            report.stubs += 1
        else:
            report.cables += 1
            report.words += len(parsed.words)
            report.styles[parsed.style] += 1
            report.labels.update(label for _, _, label in parsed.ents)
            with nlp.memory_zone():
                report.findings += _misaligned(parsed, nlp)
            if names:
                report.findings += _names(parsed, allowed.get(parsed.cable_id, {}))
        if progress is not None:
            progress(done)
    return report


def _of_fault(cable_id: str, fault: Fault) -> Finding:
    return Finding(fault.kind, cable_id, fault.line, fault.column, fault.text, fault.repair)


def _misaligned(parsed: ParsedCable, nlp: Language) -> list[Finding]:
    doc = to_doc(parsed, nlp.vocab)
    exact = exact_doc(doc)
    entities = misaligned(exact, nlp.make_doc(exact.text))
    if not entities:
        return []
    place = _placer(parsed)
    index = {moved.start: ent.start for moved, ent in zip(exact.ents, doc.ents, strict=True)}
    return [Finding("misaligned", parsed.cable_id, *place(index[ent.start]), ent.text, ent.label_) for ent in entities]


def _names(parsed: ParsedCable, allowed: dict[str, list[str]]) -> Iterator[Finding]:
    """Names of a cable that are not marked everywhere, or not everywhere with one label."""
    labels: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, ...], int] = {}
    in_entity = bytearray(len(parsed.words))
    for start, end, label in parsed.ents:
        name = parsed.words[start:end]
        labels[name][label] += 1
        first.setdefault(name, start)
        in_entity[start:end] = b"\1" * (end - start)
    place = _placer(parsed)
    by_first_word: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name, counts in labels.items():
        by_first_word[name[0]].append(name)
        text = " ".join(name)
        if len(counts) > 1 and text not in allowed.get("conflict", ()):
            detail = ", ".join(f"{label} {count}" for label, count in sorted(counts.items()))
            yield Finding("conflict", parsed.cable_id, *place(first[name]), text, detail)
    for i, word in enumerate(parsed.words):
        for name in by_first_word.get(word, ()):
            end = i + len(name)
            text = " ".join(name)
            if parsed.words[i:end] == name and not any(in_entity[i:end]) and text not in allowed.get("unmarked", ()):
                detail = "marked " + ", ".join(sorted(labels[name]))
                yield Finding("unmarked", parsed.cable_id, *place(i), text, detail)


def _placer(parsed: ParsedCable) -> Callable[[int], tuple[int, int]]:
    """A function from a word's index to its line and column in the file."""
    offsets, places = parsed.offsets_in_file(), parsed.places()
    return lambda word: places.place(offsets[word])


def _read_intended(path: str | Path) -> dict[str, dict[str, list[str]]]:
    try:
        data = srsly.read_json(path)
    except (OSError, ValueError) as error:
        raise CableError(Errors.CE021.format(path=path, reason=f"no file of intended names: {error}")) from error
    if not isinstance(data, dict) or not all(isinstance(kinds, dict) for kinds in data.values()):
        reason = 'expected {cable_id: {"unmarked": [...], "conflict": [...]}, ...}'
        raise CableError(Errors.CE021.format(path=path, reason=reason))
    return data
