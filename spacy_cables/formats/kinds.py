"""The table of the kinds of file, and how to detect them.

To add a kind, write a module with its reader and add a row to `KINDS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import CableError, Errors
from ..text.labelled import LabelledText
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
    """

    name: str
    suffixes: tuple[str, ...]
    begins: Callable[[bytes], bool]
    read: Callable[[Path, Settings], Iterator[LabelledText]]
    count: Callable[[Path], int] | None = None

    @property
    def is_one_cable(self) -> bool:
        """Whether a file is one cable, whose id is the stem of the file name."""
        return self.count is None


def _unknown(file: Path) -> int:
    return 0


def _begins_json(head: bytes) -> bool:
    return _JSON.match(head) is not None


def _never(head: bytes) -> bool:
    return False


#: The kinds. A folder is of the first kind that it has files of. A file whose name fits several kinds, or none, is of
#: the first one whose `begins` is true, else a bracket file.
KINDS: tuple[Kind, ...] = (
    Kind("brackets", (".txt",), _never, read_brackets),
    Kind("spacy", (SUFFIX,), begins_docbin, read_labelled_docbin, _unknown),
    Kind("standoff", (".jsonl",), begins_standoff, read_joined, count_lines),
    Kind("conll", (".conll", ".iob", ".iob2", ".bio", ".bilou", ".tsv"), begins_conll, read_conll, count_conll),
    Kind("jsonl", (".jsonl", ".json"), _begins_json, read_json_lines, _unknown),
    # Cannot be told from a bracket file without marks, so it must be requested by name.
    Kind("untagged", (), _never, read_untagged),
)

FORMATS: tuple[str, ...] = tuple(kind.name for kind in KINDS)

_BY_NAME = {kind.name: kind for kind in KINDS}
_BRACKETS = KINDS[0]


def kind_of(name: str) -> Kind:
    """Look up a kind of file.

    name (str): One of `FORMATS`.
    RETURNS (Kind): The kind.
    RAISES (CableError): CE006 for an unknown name.
    """
    if name not in _BY_NAME:
        raise CableError(Errors.CE006.format(what="format", name=name, choices=", ".join(("auto", *FORMATS))))
    return _BY_NAME[name]


def detect(files: list[Path]) -> Kind:
    """Detect the kind of some files.

    files (list): A file, or the files of a folder.
    RETURNS (Kind): The kind.
    """
    named = (file for kind in KINDS for file in files if file.name.endswith(kind.suffixes))
    return _detect_file(next(named, files[0]))


def _detect_file(file: Path) -> Kind:
    named = [kind for kind in KINDS if file.name.endswith(kind.suffixes)]
    if len(named) == 1:
        return named[0]
    with file.open("rb") as opened:
        head = opened.read(_HEAD)
    found = next((kind for kind in named or KINDS if kind.begins(head)), None)
    return found or (named[-1] if named else _BRACKETS)
