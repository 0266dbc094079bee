"""The table of the kinds of file, and how to detect them.

To add a kind, write a module with its reader and add a row to `KINDS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import CableError, Errors
from ..text.labelled import LabelledText
from . import archive_record, delimited, json_records, parquet, tei, web_page
from .brackets import read_brackets
from .conll import begins_conll, count_conll, read_conll
from .docbins import SUFFIX, begins_docbin, read_labelled_docbin
from .jsonl import read_json_lines
from .settings import Settings
from .standoff import begins_standoff, count_lines, read_joined
from .untagged import read_untagged

#: The number of bytes read to detect the kind of a file.
_HEAD = 4096
_JSON = re.compile(rb"\s*(?:\{|\[\s*\{)")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    name (str): Its name, as used for `format`.
    suffixes (tuple): The suffixes of such files.
    begins (Callable): Takes the first bytes of a file and returns whether it may be of this kind.
    read (Callable): Reads the cables of a file.
    count (Callable | None): Counts the cables of a file without parsing them; None if a file is one cable.
    has_columns (bool): Whether the values of a cable stand in columns or under keys that a user can name.
    """

    name: str
    suffixes: tuple[str, ...]
    begins: Callable[[bytes], bool]
    read: Callable[[Path, Settings], Iterator[LabelledText]]
    count: Callable[[Path], int] | None = None
    has_columns: bool = False

    @property
    def is_one_cable(self) -> bool:
        """Whether a file is one cable, whose id is the stem of the file name."""
        return self.count is None


def _unknown(file: Path) -> int:
    return 0


def _one(file: Path) -> int:
    return 1


def _begins_json(head: bytes) -> bool:
    return _JSON.match(head) is not None and not json_records.begins_records(head)


def _never(head: bytes) -> bool:
    return False


#: The kinds. A folder is of the first kind that it has files of. A file whose name fits several kinds, or none, is of
#: the first one whose `begins` is true, else a bracket file if its name allows, else the last one that its name fits.
KINDS: tuple[Kind, ...] = (
    Kind("brackets", (".txt",), _never, read_brackets),
    Kind("spacy", (SUFFIX,), begins_docbin, read_labelled_docbin, _unknown),
    Kind("standoff", (".jsonl",), begins_standoff, read_joined, count_lines),
    Kind("conll", (".conll", ".iob", ".iob2", ".bio", ".bilou", ".tsv"), begins_conll, read_conll, count_conll),
    Kind("jsonl", (".jsonl", ".json"), _begins_json, read_json_lines, _unknown),
    # Cannot be told from a bracket file without marks, so it must be requested by name.
    Kind("untagged", (), _never, read_untagged),
    Kind("page", web_page.SUFFIXES, web_page.begins_page, web_page.read_page, _one),
    Kind("csv", delimited.SUFFIXES, delimited.begins_table, delimited.read_table, _unknown, has_columns=True),
    Kind("json", json_records.SUFFIXES, json_records.begins_records, json_records.read_json_records, _unknown, True),
    Kind("parquet", parquet.SUFFIXES, parquet.begins_parquet, parquet.read_parquet, parquet.count_rows, True),
    Kind("archive", (".txt",), archive_record.begins_archive_record, archive_record.read_archive_records, _unknown),
    Kind("tei", tei.SUFFIXES, tei.begins_tei, tei.read_tei, _unknown),
)

FORMATS: tuple[str, ...] = tuple(kind.name for kind in KINDS)

_BY_NAME = {kind.name: kind for kind in KINDS}
_BRACKETS = _BY_NAME["brackets"]


def kind_of(name: str) -> Kind:
    """Look up a kind of file.

    name (str): One of `FORMATS`.
    RETURNS (Kind): The kind.
    RAISES (CableError): CE006 for an unknown name.
    """
    if name not in _BY_NAME:
        raise CableError(Errors.CE006.format(what="format", name=name, choices=", ".join(("auto", *FORMATS))))
    return _BY_NAME[name]


def detect(files: list[Path], *, has_columns: bool = False) -> Kind:
    """Detect the kind of some files.

    files (list): A file, or the files of a folder.
    has_columns (bool): Only kinds with columns, since the user names some.
    RETURNS (Kind): The kind.
    """
    kinds = [kind for kind in KINDS if kind.has_columns or not has_columns]
    named = (file for kind in kinds for file in files if file.name.endswith(kind.suffixes))
    return _detect_file(next(named, files[0]), kinds)


def _detect_file(file: Path, kinds: Sequence[Kind]) -> Kind:
    named = [kind for kind in kinds if file.name.lower().endswith(kind.suffixes)]
    if len(named) == 1:
        return named[0]
    head = _head(file)
    found = next((kind for kind in named or kinds if kind.begins(head)), None)
    return found or (named[-1] if named and _BRACKETS not in named else _BRACKETS)


def _head(file: Path) -> bytes:
    if not file.is_file():
        return b""
    with file.open("rb") as opened:
        return opened.read(_HEAD)
