"""Read tables of cables as text, a row after another: CSV, TSV, and the CSV dump of 2011."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from ..errors import CableError, Errors
from ..text.faults import Fault
from ..text.labelled import RawCable
from ..text.streams import mend_text, open_text
from . import values
from .columns import DUMP, Columns
from .records import RecordReader, no_columns
from .settings import Settings

SUFFIXES = (".csv", ".tsv", ".tab", ".psv")

#: The characters read to find out how a file is written.
_SAMPLE = 1_000_000
#: The longest field, in characters: far more than the longest cable. It bounds what a quote that never closes costs.
LONGEST_FIELD = 1 << 25
_DELIMITERS = ",\t;|"
# A quote behind a backslash that does not end its field: within "..." only an escaped one can stand there.
_ESCAPED_QUOTE = re.compile(r"""(?<!\\)(?:\\\\)*\\"(?![",;|\t\r\n])""")
_DOUBLED_QUOTE = re.compile(r"""[^",;|\t\r\n\\]""[^",;|\t\r\n]""")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.|"")*"', re.DOTALL)
_QUOTED_FIELD = re.compile(r'(?:^|\t)"[^"\t\r\n]*(?:""[^"\t\r\n]*)*"(?:\t|\r?$)', re.MULTILINE)
# Follows the last line. In an open quote it becomes part of the last field, else a row of its own.
_END = "\x1fend of file\x1f"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is written.

    delimiter (str): What separates two fields.
    escaped (bool): Whether a quote inside a field has a backslash before it. Else it is doubled.
    names (tuple): The names of the columns.
    has_header (bool): Whether they stand in the first row.
    quoted (bool): Whether quotes enclose fields.
    """

    delimiter: str
    escaped: bool
    names: tuple[str, ...]
    has_header: bool
    quoted: bool = True

    def reader(self, lines: Iterable[str]) -> Any:
        """Make a `csv.reader` for it."""
        return _reader(lines, self.delimiter, self.escaped, self.quoted)


def begins_table(head: bytes) -> bool:
    """Check whether a file begins like a table of cables: with a row of known columns, or a row of the dump of 2011."""
    text = head.decode("utf-8-sig", "replace")
    first = _first_row(text, _delimiter(text), _ESCAPED_QUOTE.search(text) is not None)
    columns = Columns(first if max(map(len, first), default=0) < 100 else ())
    return _is_dump(first) or (columns.have_text and sum(map(bool, columns.by_role.values())) > 1)


def read_table(path: Path, settings: Settings) -> Iterator[RawCable]:
    """Read the cables of a CSV or TSV file, one row at a time.

    path (Path): The file. Its first row has the names of its columns, unless it is the dump of 2011, or the user gives
        the numbers of columns, from 1.
    settings (Settings): The settings.
    YIELDS (RawCable): The cables. A row with more or fewer fields than columns has a fault.
    RAISES (CableError): CE106 if no column is known as the text, CE101 for a row that cannot be read.
    """
    layout = read_layout(path, settings)
    records = RecordReader(path, settings, escaped=layout.escaped)
    with open_text(path) as lines:
        rows = iter_rows(path, lines, layout)
        if layout.has_header:
            next(rows, None)
        for line, row, faults in rows:
            if any(row):
                yield records.read(dict(zip(layout.names, row, strict=True)), line, faults)


def read_layout(path: Path, settings: Settings) -> Layout:
    """Find out how a table is written, from its beginning.

    path (Path): The file.
    settings (Settings): The settings.
    RETURNS (Layout): The layout.
    RAISES (CableError): CE106 if no column is known as the text.
    """
    with open_text(path) as lines:
        sample = lines.read(_SAMPLE)
    delimiter = _delimiter(sample)
    escaped = _ESCAPED_QUOTE.search(sample) is not None
    quoted = delimiter != "\t" or _is_quoted(sample)
    first = _first_row(sample, delimiter, escaped, quoted)
    given = settings.columns
    if given and all(name.isdecimal() for name in given.values()) and not set(given.values()) <= set(first):
        names = tuple(str(number) for number in range(1, len(first) + 1))
        return Layout(delimiter, escaped, names, False, quoted)
    if _is_dump(first) and len(first) == len(DUMP):
        return Layout(delimiter, escaped or not _DOUBLED_QUOTE.search(sample), DUMP, False)
    columns = Columns(first, given)
    missing = columns.missing(given)
    if missing or not columns.have_text:
        raise no_columns(path, tuple(first), missing)
    return Layout(delimiter, escaped, _unique(first), True, quoted)


def iter_rows(path: Path, lines: Iterable[str], layout: Layout) -> Iterator[tuple[int, list[str], tuple[Fault, ...]]]:
    """Iterate over the rows of a table, each with as many fields as there are columns.

    path (Path): The file.
    lines (Iterable): Its lines.
    layout (Layout): How it is written.
    YIELDS (tuple): The line at which a row begins, from 1, its fields and its faults.
    RAISES (CableError): CE101 for a row that cannot be read.
    """
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_FIELD))
    reader = layout.reader(chain(lines, [_END]))
    width, line = len(layout.names), 1
    while True:
        try:
            row = next(reader)
        except csv.Error as error:
            reason = f"a row of the table cannot be read ({error})"
            raise CableError(Errors.CE101.format(place=f"{path}:{line}", reason=reason, text="...")) from error
        if row == [_END]:
            return
        if len(row) == width and not row[-1].endswith(_END):
            yield line, row, ()
        elif row:
            yield line, *_fit(row, line, layout)
            if row[-1].endswith(_END):
                return
        line = reader.line_num + 1


def _fit(row: list[str], line: int, layout: Layout) -> tuple[list[str], tuple[Fault, ...]]:
    """Give a row as many fields as there are columns: surplus ones join the last."""
    faults = []
    width = len(layout.names)
    shown = mend_text(" ".join(row)[:60])[0]
    if row[-1].endswith(_END):
        row = [*row[:-1], row[-1].removesuffix(_END)]
        faults.append(Fault("broken", line, 1, shown, "kept what is there"))
    if len(row) != width:
        repair = f"read {len(row)} fields as {width} columns, in their order"
        faults.append(Fault("columns", line, 1, shown, repair))
        row = [*row[: width - 1], layout.delimiter.join(row[width - 1 :])]
        row = [*row, *[""] * width][:width]
    return row, tuple(faults)


def _reader(lines: Iterable[str], delimiter: str, escaped: bool, quoted: bool = True) -> Any:
    return csv.reader(
        lines,
        delimiter=delimiter,
        doublequote=not escaped,
        escapechar="\\" if escaped else None,
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
    )


def _first_row(text: str, delimiter: str, escaped: bool, quoted: bool = True) -> list[str]:
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_FIELD))
    try:
        return next(_reader(text.splitlines(keepends=True), delimiter, escaped, quoted), [])
    except csv.Error:
        return []


def _delimiter(text: str) -> str:
    first = next((line for line in _QUOTED.sub("", text[:100_000]).splitlines() if line.strip("\r\n")), "")
    return max(_DELIMITERS, key=first.count)


def _is_quoted(sample: str) -> bool:
    """Whether quotes enclose fields of a TSV file. In many, a quote is part of the text, and each line is a row."""
    lines = sample.splitlines()
    width = lines[0].count("\t") if lines else 0
    is_row_by_row = all(line.count("\t") == width for line in lines[:-1] if line)
    return not is_row_by_row or _QUOTED_FIELD.search(sample) is not None


def _is_dump(row: list[str]) -> bool:
    return len(row) > 3 and row[0].isdecimal() and bool(values.iso_date(row[1])) and values.is_cable_id(row[2])


def _unique(names: list[str]) -> tuple[str, ...]:
    """The names of columns, with a number behind those that stand there twice or have none."""
    found: list[str] = []
    for number, name in enumerate(names, 1):
        found.append(name if name and name not in found else f"{name}_{number}")
    return tuple(found)
