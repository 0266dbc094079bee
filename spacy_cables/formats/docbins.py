"""`.spacy` files: read them, and write them in shards that stay far from the limits of the format."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from ..errors import CableError, Errors
from ..text.files import whole_file
from ..text.labelled import LabelledText
from ..tokens.labelled import doc_to_labelled
from .settings import Settings

SUFFIX = ".spacy"

#: What is stored of each token. The annotation that this package makes, and no more: it halves memory and file size.
ATTRS = ("ENT_IOB", "ENT_TYPE", "SENT_START")

#: Tokens in one file. A file is one msgpack object, which may have 2 ** 32 - 1 bytes; this keeps memory flat, too.
SHARD_TOKENS = 500_000


def begins_docbin(head: bytes) -> bool:
    """Whether a file begins as a `.spacy` file does: with the two bytes of zlib."""
    return head[:1] == b"\x78" and head[1:2] in (b"\x01", b"\x5e", b"\x9c", b"\xda")


def read_docbins(file: str | Path, vocab: Vocab) -> Iterator[Doc]:
    """Read the documents of a `.spacy` file.

    file (str | Path): The file.
    vocab (Vocab): The vocabulary that the documents get.
    YIELDS (Doc): The documents.
    RAISES (CableError): CE008 if it is not readable.
    """
    try:
        docs = DocBin().from_disk(file)
    except Exception as error:  # zlib, msgpack and spaCy each have their own
        raise CableError(Errors.CE008.format(path=file, reason=error)) from error
    yield from docs.get_docs(vocab)


def read_labelled_docbin(file: Path, settings: Settings) -> Iterator[LabelledText]:
    """Read the documents of a `.spacy` file as labelled texts. The id is that of `Doc._.cable`, if the file has it.

    file (Path): The file.
    settings (Settings): How to read it.
    YIELDS (LabelledText): The texts.
    RAISES (CableError): CE008 if it is not readable.
    """
    yield from map(doc_to_labelled, read_docbins(file, Vocab()))


def write_docbins(docs: Iterable[Doc], path: str | Path, *, shard_tokens: int = SHARD_TOKENS) -> list[Path]:
    """Write documents as a `.spacy` file; as a folder of that name with files 0001.spacy, 0002.spacy, ... where they
    are too many for one. `spacy train` reads both. Files are there whole or not at all.

    docs (Iterable): The documents. One shard of them is held in memory.
    path (str | Path): The file (or folder) to write.
    shard_tokens (int): Tokens in one file.
    RETURNS (list): The files that were written.
    """
    target = Path(path)
    with ShardedWriter(target, shard_tokens=shard_tokens) as writer:
        for doc in docs:
            writer.add(doc)
    return writer.files


class ShardedWriter:
    """Write documents one by one, as `write_docbins` does. Use as a context manager: files appear when it ends well.

    path (Path): The file (or folder) to write.
    shard_tokens (int): Tokens in one file.
    """

    def __init__(self, path: Path, *, shard_tokens: int = SHARD_TOKENS) -> None:
        self.path = path
        self.shard_tokens = shard_tokens
        self.files: list[Path] = []
        self._bin = DocBin(attrs=ATTRS, store_user_data=True)
        self._tokens = 0
        self._folder = path.with_name(f".{path.name}.shards")

    def __enter__(self) -> ShardedWriter:
        shutil.rmtree(self._folder, ignore_errors=True)
        return self

    def add(self, doc: Doc) -> None:
        """Add a document.

        doc (Doc): The document.
        """
        if self._tokens and self._tokens + len(doc) > self.shard_tokens:
            self._write_shard()
        self._bin.add(doc)
        self._tokens += len(doc)

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        if error is None:
            self._finish()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _write_shard(self) -> None:
        file = self._folder / f"{len(self.files) + 1:04}{SUFFIX}"
        self._write(file)
        self.files.append(file)
        self._bin = DocBin(attrs=ATTRS, store_user_data=True)
        self._tokens = 0

    def _write(self, file: Path) -> None:
        with whole_file(file) as temporary:
            temporary.write_bytes(self._bin.to_bytes())

    def _finish(self) -> None:
        if not self.files:
            if self.path.is_dir():
                shutil.rmtree(self.path)
            self._write(self.path)
            self.files = [self.path]
            return
        if self._tokens:
            self._write_shard()
        if self.path.is_dir():
            shutil.rmtree(self.path)
        else:
            self.path.unlink(missing_ok=True)
        self._folder.replace(self.path)
        self.files = [self.path / file.name for file in self.files]
