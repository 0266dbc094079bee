"""The first bytes of a file, and the kinds of file that are not read: how to tell them, and what to do with them."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..errors import CableError, Errors
from ..text.files import decode_marked

#: The number of bytes read to detect the kind of a file.
_HEAD = 8192


@dataclass(frozen=True, slots=True)
class UnreadKind:
    """A kind of file that is not read.

    what (str): What it is.
    advice (str): What to do with it.
    suffixes (tuple): The suffixes of such files.
    begins (Callable): Takes the first bytes of a file and returns whether it is of this kind.
    """

    what: str
    advice: str
    suffixes: tuple[str, ...]
    begins: Callable[[bytes], bool]


def _magic(*starts: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(starts)


def _zip_of(folder: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(b"PK") and folder in head


def _holds(*texts: bytes) -> Callable[[bytes], bool]:
    return lambda head: any(text in head for text in texts)


def _begins_xml(head: bytes) -> bool:
    return head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"<?xml")


_UNPACK = "unpack it first"
_AS_TEXT = "save it as plain text (UTF-8) first"

#: The kinds that are not read, the more special first.
UNREAD: tuple[UnreadKind, ...] = (
    UnreadKind("a Word document", _AS_TEXT, (".docx",), _zip_of(b"word/")),
    UnreadKind("an Excel workbook", "save it as CSV first", (".xlsx",), _zip_of(b"xl/")),
    UnreadKind("an OpenDocument file", _AS_TEXT, (".odt", ".ods"), _holds(b"mimetypeapplication/vnd.oasis")),
    UnreadKind("a zip archive", _UNPACK, (".zip",), _magic(b"PK\x03\x04", b"PK\x05\x06")),
    UnreadKind("a PDF", "extract its text first", (".pdf",), _magic(b"%PDF-")),
    UnreadKind("a file packed with xz", _UNPACK, (".xz",), _magic(b"\xfd7zXZ\0")),
    UnreadKind("a file packed with gzip", _UNPACK, (".gz", ".tgz"), _magic(b"\x1f\x8b")),
    UnreadKind("a file packed with bzip2", _UNPACK, (".bz2",), _magic(b"BZh")),
    UnreadKind("a file packed with zstd", _UNPACK, (".zst",), _magic(b"\x28\xb5\x2f\xfd")),
    UnreadKind("a 7z archive", _UNPACK, (".7z",), _magic(b"7z\xbc\xaf\x27\x1c")),
    UnreadKind("a rar archive", _UNPACK, (".rar",), _magic(b"Rar!")),
    UnreadKind("a tar archive", _UNPACK, (".tar",), lambda head: head[257:262] == b"ustar"),
    UnreadKind("an old Office document", _AS_TEXT, (".doc", ".xls"), _magic(b"\xd0\xcf\x11\xe0")),
    UnreadKind("a Rich Text document", _AS_TEXT, (".rtf",), _magic(b"{\\rtf")),
    UnreadKind("an SQLite database", "export its table as CSV first", (".sqlite", ".db"), _magic(b"SQLite format 3")),
    UnreadKind(
        "an image", "recognise its text first", (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff"),
        _magic(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"),
    ),
    UnreadKind(
        "a UIMA CAS in XMI", "export it as WebAnno TSV 3 instead (INCEpTION, Export)", (".xmi",),
        _holds(b"<xmi:XMI", b"http://www.omg.org/XMI"),
    ),
    UnreadKind("an XML file", "only TEI and web pages are read", (), _begins_xml),
    UnreadKind("a binary file", "cables are text", (".bin", ".pickle", ".pkl", ".npy", ".exe"), _holds(b"\0")),
)  # fmt: skip


def read_head(file: Path) -> bytes:
    """Read the first bytes of a file.

    file (Path): The file.
    RETURNS (bytes): The bytes, in UTF-8 if the file has the byte order mark of UTF-16 or UTF-32. "" for what is no
        regular file.
    """
    if not file.is_file():
        return b""
    with file.open("rb") as opened:
        head = opened.read(_HEAD)
    text = decode_marked(head, final=False)
    return head if text is None else text.encode("utf-8", "replace")


def find_unread(head: bytes) -> UnreadKind | None:
    """Find the kind that is not read that a file is of, by its first bytes.

    head (bytes): The first bytes.
    RETURNS (UnreadKind | None): The kind, if it is one of these.
    """
    return next((kind for kind in UNREAD if kind.begins(head)), None)


def refuse_unread(file: Path, kind: UnreadKind) -> CableError:
    """Make the error for a file that is not read.

    file (Path): The file.
    kind (UnreadKind): Its kind.
    RETURNS (CableError): CE109.
    """
    return CableError(Errors.CE109.format(path=file, what=kind.what, advice=kind.advice))
