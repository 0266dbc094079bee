"""Read and write `.spacy` files, in shards that stay below the limits of the format."""

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


def write_docbins(docs: Iterable[Doc], path: str | Path, *, shard_tokens: int = SHARD_TOKENS) -> list[Path]:
    """Write documents as a `.spacy` file, or as a folder of that name with shards 0001.spacy, 0002.spacy, ... if there
    are too many for one file. `spacy train` reads both. Files are written atomically.

    docs (Iterable): The documents. One shard of them is held in memory.
    path (str | Path): The file (or folder) to write.
    shard_tokens (int): Maximum number of tokens per file.
    RETURNS (list): The files written.
    """
    target = Path(path)
    with ShardedWriter(target, shard_tokens=shard_tokens) as writer:
        for doc in docs:
            writer.add(doc)
    return writer.files


class ShardedWriter:
    """Writes documents one by one, like `write_docbins`. A context manager: files appear when it exits without an
    error.

    path (Path): The file (or folder) to write.
    shard_tokens (int): Maximum number of tokens per file.
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
