"""Read WebAnno TSV 3, as INCEpTION and WebAnno export it.

The format: the user guide of INCEpTION (https://inception-project.github.io), "WebAnno TSV 3.3 File format".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..errors import CableError, Errors
from ..text.files import read_text
from ..text.labelled import LabelledText
from .settings import Settings
from .utf16 import utf16_to_chars

SUFFIXES = (".tsv",)

_FIRST_COLUMN = 3  # behind the number of the token, its offsets and its text
_LONGEST_GAP = 10_000  # between two sentences, in characters
_ROW = re.compile(r"\d{1,9}-\d{1,9}(\.\d{1,9})?\t(\d{1,12})-(\d{1,12})\t")
_ESCAPED = re.compile(r"\\(->|[\\\[\]|_;*tnr])")
_VALUE = re.compile(r"((?:\\->|\\.|[^\\|\[\]])+)(?:\[(\d{1,9})\])?(?:\||\Z)")
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r"}


class _Row(NamedTuple):
    """A token or a part of one: its line, the token it belongs to, its range as it is counted, and its text."""

    number: int
    line: str
    token: int
    start: int
    end: int
    text: str
    values: list[tuple[str, str]]


def begins_webanno(head: bytes) -> bool:
    """Check whether a file begins like WebAnno TSV 3."""
    return head.removeprefix(b"\xef\xbb\xbf").startswith(b"#FORMAT=WebAnno TSV 3")


def read_webanno(path: Path, settings: Settings) -> Iterator[LabelledText]:
    """Read a file of WebAnno TSV 3: one cable.

    path (Path): The file. Its stem is the cable_id, or that of the folder in which INCEpTION puts the files of several
        annotators (`09OSLO1.txt/ada.tsv`). The entities are the values of the layer `NamedEntity`, else those of the
        only span layer, if it has one feature.
    settings (Settings): The settings.
    YIELDS (LabelledText): The text: the sentences, with line feeds where the file has a gap between two of them.
    RAISES (CableError): CE101 for a line that is none of this format, a token that is not the text at its offsets, and
        an entity without a value.
    """
    length = token = 0
    rows: list[_Row] = []
    pieces: list[str] = []
    lines = [line.removesuffix("\r") for line in read_text(path)[0].removeprefix("\ufeff").split("\n")]
    column = _find_column(path, lines)
    sentence: tuple[int, str] | None = None  # the number of the line and the text of a sentence without tokens yet
    for number, line in enumerate(lines, 1):
        found = _ROW.match(line)
        if line.startswith("#Text="):
            part = _unescape(line.removeprefix("#Text="))
            if sentence is not None and lines[number - 2].startswith("#Text="):
                sentence = sentence[0], f"{sentence[1]}\n{part}"
            else:
                _refuse_left(path, sentence)
                sentence = number, part
        elif found:
            token += found[1] is None
            row = _read_row(path, number, line, token, column)
            if sentence is not None:
                gap = row.start - length
                if not 0 <= gap <= _LONGEST_GAP:
                    raise _wrong(path, number, line, f"a sentence that starts {gap} characters behind the last one")
                pieces += ("\n" * gap, sentence[1])
                length = row.start + len(sentence[1].encode("utf-16-le")) // 2
                sentence = None
            rows.append(row)
        elif line.strip() and not line.startswith("#"):
            raise _wrong(path, number, line, "no line of WebAnno TSV 3 (1-1<tab>0-3<tab>Ada)")
    _refuse_left(path, sentence)
    text = "".join(pieces)
    to_chars = utf16_to_chars(text)
    for row in rows:
        found_text = text[to_chars(row.start) : to_chars(row.end)]
        if "".join(found_text.split()) != "".join(row.text.split()):
            reason = f"the text at {row.start}-{row.end} (UTF-16) is {found_text[:40]!r}, not {row.text[:40]!r}"
            raise _wrong(path, row.number, row.line, reason)
    spans = [(to_chars(start), min(to_chars(end), len(text)), label) for start, end, label in _spans(path, rows)]
    yield LabelledText(_cable_id(path), text, tuple(spans))


def _find_column(path: Path, lines: list[str]) -> int:
    """Find the column of the entities, by the layers that the first lines name."""
    at = _FIRST_COLUMN
    layers: dict[str, tuple[int, list[str]]] = {}
    for line in lines:
        if line.startswith("#T_SP="):
            name, *features = line.removeprefix("#T_SP=").split("|")
            features = features or [""]
            layers[name] = at, features
            at += len(features)
        elif line.startswith("#Text="):
            break
    entities = [layer for name, layer in layers.items() if name.rpartition(".")[2] == "NamedEntity"]
    for first, features in entities or (layers.values() if len(layers) == 1 else []):
        if "value" in features:
            return first + features.index("value")
        if len(features) == 1 and features[0]:
            return first
    names = ", ".join(layers) or "none"
    reason = f"no layer of named entities with a feature 'value' (layers: {names[:200]})"
    raise CableError(Errors.CE101.format(place=f"{path}:1", reason=reason, text=repr(lines[0][:60])))


def _read_row(path: Path, number: int, line: str, token: int, column: int) -> _Row:
    cells = line.split("\t")
    start, end = map(int, cells[1].split("-"))
    if len(cells) <= column or not cells[column]:
        raise _wrong(path, number, line, f"no column {column + 1}, of the entities")
    if start >= end:
        raise _wrong(path, number, line, "a token of no characters")
    values = [] if cells[column] == "_" else _read_values(cells[column])
    if values is None:
        raise _wrong(path, number, line, f"no value of an annotation: {cells[column][:40]!r}")
    if any(value.strip() in ("", "*") for value, _ in values):
        raise _wrong(path, number, line, "an entity without a value")
    return _Row(number, line, token, start, end, _unescape(cells[2]), values)


def _read_values(cell: str) -> list[tuple[str, str]] | None:
    """Read `PER[1]|ORG[2]`: the values and their numbers, "" for none."""
    values: list[tuple[str, str]] = []
    position = 0
    while position < len(cell):
        found = _VALUE.match(cell, position)
        if found is None:
            return None
        values.append((found[1] if found[1] == "*" else _unescape(found[1]), found[2] or ""))
        position = found.end()
    return values


def _spans(path: Path, rows: list[_Row]) -> Iterator[tuple[int, int, str]]:
    """The entities, as they are counted. Rows with the same value and number are one."""
    numbered: dict[tuple[str, str], tuple[int, int, int]] = {}
    for row in rows:
        for label, number in row.values:
            if not number:
                yield row.start, row.end, label
                continue
            start, end, token = numbered.get((label, number), (row.start, row.end, row.token))
            if row.token > token + 1:
                reason = f"{label}[{number}] is also on a line that is not next to this one"
                raise _wrong(path, row.number, row.line, reason)
            numbered[label, number] = min(start, row.start), max(end, row.end), row.token
    yield from ((start, end, label) for (label, _), (start, end, _) in numbered.items())


def _unescape(text: str) -> str:
    return _ESCAPED.sub(lambda found: _CONTROLS.get(found[1], found[1]), text)


def _cable_id(path: Path) -> str:
    folder = path.parent
    return folder.stem if folder.suffix.lower() in (".txt", ".tsv", ".xmi", ".html", ".json", ".xml") else path.stem


def _refuse_left(path: Path, sentence: tuple[int, str] | None) -> None:
    if sentence is not None and sentence[1].strip():
        raise _wrong(path, sentence[0], f"#Text={sentence[1]}", "a sentence without tokens")


def _wrong(path: Path, number: int, line: str, reason: str) -> CableError:
    return CableError(Errors.CE101.format(place=f"{path}:{number}", reason=reason, text=repr(line[:60])))
