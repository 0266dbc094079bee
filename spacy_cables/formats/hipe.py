"""Read the TSV of the HIPE evaluations: columns by name, a word and its tags a line.

The format: https://github.com/hipe-eval/HIPE-2022-data, "HIPE format and tagging scheme".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..errors import CableError, Errors
from ..text.files import read_text
from ..text.labelled import LabelledText, RawCable
from .conll import is_tag, tags_to_spans
from .settings import Settings

SUFFIXES = (".tsv",)

#: The column of the tags: the coarse types, in the literal sense.
_TAGS = "NE-COARSE-LIT"
_ID = re.compile(r"#[ \t]*(?:[\w-]+:)?document_id[ \t]*=[ \t]*(\S+)[ \t]*\Z")
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?(?:(?:#[^\n]*)?\r?\n)*TOKEN\t(?:[^\n]*\t)?NE-")
_PARTIAL = re.compile(r"Partial-(\d{1,9}):(\d{1,9})\Z")


def begins_hipe(head: bytes) -> bool:
    """Check whether a file begins like HIPE's TSV: with the names of its columns."""
    return _BEGINS.match(head) is not None


def count_hipe(file: Path) -> int:
    """Count the cables of a file."""
    return sum(_ID.match(line) is not None for line in _lines(file)) or 1


def read_hipe(path: Path, settings: Settings) -> Iterator[LabelledText]:
    """Read a file of HIPE. The tags are those of the column NE-COARSE-LIT.

    path (Path): The file. A comment `# document_id = 08LONDON2643` starts a cable; a file without them is one cable,
        whose id is the stem of the file name. A blank line ends an entity.
    settings (Settings): The settings.
    YIELDS (LabelledText): The cables. Their words are joined by blanks, unless MISC says `NoSpaceAfter`, and by line
        feeds at an `EndOfLine`. `Partial-0:4` narrows an entity to a part of its word. A cable whose tags are all `_`
        is a `RawCable`.
    RAISES (CableError): CE101 for a line that is no row of these columns, or has no tag.
    """
    columns: list[str] = []
    cable: _Cable | None = None
    for number, line in enumerate(_lines(path), 1):
        row = line.split("\t")
        found = _ID.match(line)
        if found:
            if cable is not None:
                yield cable.finish()
            cable = _Cable(found[1])
        elif not line.strip():
            if cable is not None:
                cable.end_sentence()
        elif row[0] == "TOKEN" and any(name.startswith("NE-") for name in row[1:]):
            columns = row
            if _TAGS not in columns:
                raise _wrong(path, number, line, f"no column {_TAGS}")
        elif not _is_comment(line, row, columns):
            if len(row) != len(columns):
                reason = f"{len(row)} columns, not the {len(columns)} of the first row" if columns else "no row TOKEN"
                raise _wrong(path, number, line, reason)
            cable = cable or _Cable(path.stem)
            try:
                cable.add(row[0], row[columns.index(_TAGS)], row[columns.index("MISC")] if "MISC" in columns else "_")
            except ValueError as error:
                raise _wrong(path, number, line, str(error)) from error
    yield (cable or _Cable(path.stem)).finish()


class _Cable:
    """The words and tags of one cable, as they are read."""

    def __init__(self, cable_id: str) -> None:
        self.cable_id = cable_id
        self.pieces: list[str] = []  # words, and what is between them
        self.length = 0
        self.ranges: list[tuple[int, int]] = []
        self.tags: list[str] = []
        self.is_tagged: bool | None = None

    def add(self, word: str, tag: str, misc: str) -> None:
        if tag != "_" and not is_tag(tag):
            raise ValueError(f"not a tag (O, B-pers, I-pers ...): {tag[:40]!r}")
        if not word.strip():
            return
        self.is_tagged = (tag != "_") if self.is_tagged is None else self.is_tagged
        if self.is_tagged != (tag != "_"):
            raise ValueError("some words of this cable have a tag, others '_'")
        start, end = 0, len(word)
        flags = misc.split("|")
        for found in filter(None, map(_PARTIAL.match, flags)):
            start, end = int(found[1]), int(found[2])
            if not start < end <= len(word):
                raise ValueError(f"no part of the word: {found[0]}")
        self.ranges.append((self.length + start, self.length + end))
        self.tags.append(tag)
        between = "" if "NoSpaceAfter" in flags else "\n" if "EndOfLine" in flags else " "
        self.pieces += (word, between)
        self.length += len(word) + len(between)

    def end_sentence(self) -> None:
        self.tags.append("")

    def finish(self) -> LabelledText:
        text = "".join(self.pieces[:-1])
        if self.is_tagged is False:
            return RawCable(self.cable_id, text)
        spans = [
            (self.ranges[start][0], self.ranges[end - 1][1], label) for start, end, label in tags_to_spans(self.tags)
        ]
        return LabelledText(self.cable_id, text, tuple(spans))


def _lines(path: Path) -> Iterator[str]:
    for line in read_text(path)[0].removeprefix("\ufeff").split("\n"):
        yield line.removesuffix("\r")


def _is_comment(line: str, row: list[str], columns: list[str]) -> bool:
    """Whether a line is a comment. A word can be a hash, too."""
    return line.startswith("#") and len(row) != len(columns) and (len(row) == 1 or "=" in line)


def _wrong(path: Path, number: int, line: str, reason: str) -> CableError:
    return CableError(Errors.CE101.format(place=f"{path}:{number}", reason=reason, text=repr(line[:60])))
