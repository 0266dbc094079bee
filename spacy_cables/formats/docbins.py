"""Read `.spacy` files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from ..errors import CableError, Errors
from ..text.labelled import LabelledText
from ..tokens.labelled import doc_to_labelled
from .settings import Settings

SUFFIX = ".spacy"

#: The attributes stored for each token: only those that this package sets, which halves memory and file size.
ATTRS = ("ENT_IOB", "ENT_TYPE", "SENT_START")

#: Tokens per file. A file is one msgpack object of at most 2 ** 32 - 1 bytes. Shards also keep memory constant.
SHARD_TOKENS = 500_000


def begins_docbin(head: bytes) -> bool:
    """Check whether a file begins like a `.spacy` file, with the two bytes of zlib."""
    return head[:1] == b"\x78" and head[1:2] in (b"\x01", b"\x5e", b"\x9c", b"\xda")


def read_docbins(file: str | Path, vocab: Vocab) -> Iterator[Doc]:
    """Read the documents of a `.spacy` file.

    file (str | Path): The file.
    vocab (Vocab): The vocabulary that the documents get.
    YIELDS (Doc): The documents.
    RAISES (CableError): CE102 if it cannot be read.
    """
    try:
        docs = iter(DocBin().from_disk(file).get_docs(vocab))
    except Exception as error:  # zlib, msgpack and spaCy each raise their own
        raise CableError(Errors.CE102.format(path=file, reason=_one_line(error))) from error
    while True:
        try:
            doc = next(docs, None)
            if doc is None:
                return
            doc.text.encode()  # looks its words up, which may not be there
            if doc._.cable is not None:
                doc._.cable = _with_lists(dict(doc._.cable))
        except Exception as error:  # documents are made one by one, of whatever the file holds
            raise CableError(Errors.CE102.format(path=file, reason=_one_line(error))) from error
        yield doc


def _one_line(error: Exception) -> str:
    return f"{type(error).__name__} {str(error)[:100]}".strip().partition("\n")[0]


def _with_lists(value: Any) -> Any:
    """Make the lists again that msgpack reads as tuples."""
    if isinstance(value, dict):
        return {key: _with_lists(each) for key, each in value.items()}
    return [_with_lists(each) for each in value] if isinstance(value, list | tuple) else value


def read_labelled_docbin(file: Path, settings: Settings) -> Iterator[LabelledText]:
    """Read the documents of a `.spacy` file as labelled texts. The id is taken from `Doc._.cable`, if stored.

    file (Path): The file.
    settings (Settings): The settings.
    YIELDS (LabelledText): The texts.
    RAISES (CableError): CE102 if it cannot be read.
    """
    yield from map(doc_to_labelled, read_docbins(file, Vocab()))
