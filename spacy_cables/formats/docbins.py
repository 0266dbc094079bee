"""Read `.spacy` files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

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
        docs = DocBin().from_disk(file)
    except Exception as error:  # zlib, msgpack and spaCy each raise their own
        raise CableError(Errors.CE102.format(path=file, reason=error)) from error
    yield from docs.get_docs(vocab)


def read_labelled_docbin(file: Path, settings: Settings) -> Iterator[LabelledText]:
    """Read the documents of a `.spacy` file as labelled texts. The id is taken from `Doc._.cable`, if stored.

    file (Path): The file.
    settings (Settings): The settings.
    YIELDS (LabelledText): The texts.
    RAISES (CableError): CE102 if it cannot be read.
    """
    yield from map(doc_to_labelled, read_docbins(file, Vocab()))
