"""The table of the kinds of file, and how to detect them.

To add a kind, write a module with its reader and add a row to `KINDS`: what messages call it, the suffixes of its
files, and `begins`, which must be sure: it is tried on files of any name, so it is true only of bytes that no other
kind begins with. Rows that are more special come first. Add a sample of it to `tests/formats/samples.py`. Files of
kinds that are not read are told by `formats/unread.py`; take a kind out of there once it is read.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import CableError, Errors
from ..text.labelled import LabelledText
from . import archive_record, brat, delimited, hipe, json_records, parquet, tei, web_page, webanno
from .brackets import read_brackets
from .conll import SUFFIXES as CONLL_SUFFIXES
from .conll import begins_conll, count_conll, read_conll
from .docbins import SUFFIX, begins_docbin, read_labelled_docbin
from .jsonl import read_json_lines
from .settings import Settings
from .standoff import begins_standoff, count_lines, read_joined
from .unread import UNREAD, UnreadKind, find_unread, read_head, refuse_unread
from .untagged import read_untagged

_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*[\"}]")


def _no_partner(file: Path) -> Path | None:
    return None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    name (str): Its name, as used for `format`.
    what (str): What messages call it.
    suffixes (tuple): The suffixes of such files, in small letters. Files are of a kind in any case of letters.
    begins (Callable): Takes the first bytes of a file, in UTF-8, and returns whether it is surely of this kind.
    read (Callable): Reads the cables of a file.
    count (Callable | None): Counts the cables of a file without parsing them; None if a file is one cable.
    has_columns (bool): Whether the values of a cable stand in columns or under keys that a user can name.
    may_be (tuple): The names of kinds whose files may be read as this one, if the user asks for it.
    partner (Callable): Finds the file that stands beside another of this kind and belongs to it, if there is one.
    partner_suffixes (tuple): The suffixes of such files.
    """

    name: str
    what: str
    suffixes: tuple[str, ...]
    begins: Callable[[bytes], bool]
    read: Callable[[Path, Settings], Iterator[LabelledText]]
    count: Callable[[Path], int] | None = None
    has_columns: bool = False
    may_be: tuple[str, ...] = ()
    partner: Callable[[Path], Path | None] = _no_partner
    partner_suffixes: tuple[str, ...] = ()

    @property
    def is_one_cable(self) -> bool:
        """Whether a file is one cable, whose id is the stem of the file name."""
        return self.count is None

    def names(self, file: Path) -> bool:
        """Whether the suffix of a file is one of this kind."""
        return file.name.lower().endswith(self.suffixes)


def _unknown(file: Path) -> int:
    return 0


def _one(file: Path) -> int:
    return 1


def _begins_json(head: bytes) -> bool:
    return _JSON.match(head) is not None and not begins_standoff(head) and not json_records.begins_records(head)


def _begins_spacy(head: bytes) -> bool:
    if not begins_docbin(head):
        return False
    try:
        return b"attrs" in zlib.decompressobj().decompress(head, 64)
    except zlib.error:
        return False


def _never(head: bytes) -> bool:
    return False


#: The kinds. A file is of the kind that its content begins like, first among those of its suffix. If it begins like
#: none, it is of the first kind of its suffix, else a bracket file. A file with its partner beside it is of the kind
#: of such pairs. A folder is of the first kind that it has files of.
KINDS: tuple[Kind, ...] = (
    Kind(
        "brat",
        "annotations of brat",
        brat.SUFFIXES,
        brat.begins_brat,
        brat.read_brat,
        partner=brat.find_partner,
        partner_suffixes=brat.TEXT_SUFFIXES,
    ),
    Kind("brackets", "a bracket file", (".txt",), _never, read_brackets, may_be=("page", "archive")),
    Kind("spacy", "a .spacy file", (SUFFIX,), _begins_spacy, read_labelled_docbin, _unknown),
    Kind("standoff", "a stand-off file", (".jsonl",), begins_standoff, read_joined, count_lines),
    Kind("conll", "a file of columns (CoNLL)", CONLL_SUFFIXES, begins_conll, read_conll, count_conll),
    # Behind `conll`, which is what other files are that end in .tsv.
    Kind("hipe", "a TSV file of HIPE", hipe.SUFFIXES, hipe.begins_hipe, hipe.read_hipe, hipe.count_hipe),
    Kind("webanno", "WebAnno TSV 3", webanno.SUFFIXES, webanno.begins_webanno, webanno.read_webanno, _one),
    Kind(
        "jsonl",
        "a JSON file of annotations",
        (".jsonl", ".json"),
        _begins_json,
        read_json_lines,
        _unknown,
        may_be=("json",),
    ),
    # Cannot be told from a bracket file without marks, so it must be requested by name.
    Kind("untagged", "untagged text", (), _never, read_untagged, may_be=("page", "archive")),
    Kind("page", "a web page", web_page.SUFFIXES, web_page.begins_page, web_page.read_page, _one),
    Kind("csv", "a table", delimited.SUFFIXES, delimited.begins_table, delimited.read_table, _unknown, True),
    Kind(
        "json",
        "a JSON file of records",
        json_records.SUFFIXES,
        json_records.begins_records,
        json_records.read_json_records,
        _unknown,
        has_columns=True,
    ),
    Kind(
        "parquet",
        "a Parquet file",
        parquet.SUFFIXES,
        parquet.begins_parquet,
        parquet.read_parquet,
        parquet.count_rows,
        has_columns=True,
    ),
    Kind(
        "archive",
        "a record of the National Archives",
        (".txt",),
        archive_record.begins_archive_record,
        archive_record.read_archive_records,
        _unknown,
    ),
    Kind("tei", "a TEI file", tei.SUFFIXES, tei.begins_tei, tei.read_tei, _unknown),
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
    RAISES (CableError): CE109 for a file of a kind that is not read.
    """
    kinds = [kind for kind in KINDS if kind.has_columns or not has_columns]
    named = (file for kind in kinds for file in files if kind.names(file))
    return _detect_file(next(named, files[0]), kinds)


def check_kind(file: Path, kind: Kind) -> None:
    """Check that a file may be of the kind that was asked for.

    file (Path): The file.
    kind (Kind): The kind.
    RAISES (CableError): CE109 for a file of a kind that is not read, CE110 for one that is surely of another kind.
    """
    head = read_head(file)
    if kind.begins(head) or kind.partner(file):
        return
    found = next((other for other in KINDS if other.begins(head)), None) or find_unread(head)
    if isinstance(found, UnreadKind) and kind.name != "spacy":  # whose reader says what is wrong
        raise refuse_unread(file, found)
    # Of JSON, annotations may follow a text that is longer than what was looked at.
    may_be = found is not None and (kind.is_one_cable or file.stat().st_size > len(head))
    if isinstance(found, Kind) and not (may_be and found.name in kind.may_be):
        raise CableError(Errors.CE110.format(path=file, what=found.what, asked=kind.what, format=found.name))


def _detect_file(file: Path, kinds: Sequence[Kind]) -> Kind:
    head = read_head(file)
    pair = next((kind for kind in kinds if kind.partner(file)), None)
    if pair is not None:
        return pair
    named = [kind for kind in kinds if kind.names(file)]
    for kind in (*named, *kinds):
        if kind.begins(head):
            return kind
    unread = find_unread(head)
    if unread is None and not named:
        unread = next((each for each in UNREAD if file.name.lower().endswith(each.suffixes)), None)
    if unread is not None and named != [_BY_NAME["spacy"]]:
        raise refuse_unread(file, unread)
    return named[0] if named else _BRACKETS if _BRACKETS in kinds else kinds[0]
