"""Write `.spacy` files, in shards that stay below the limits of the format. The outputs of one run appear together."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from spacy.tokens import Doc, DocBin

from ..errors import CableError, Errors
from ..text.files import unwritable, what_is
from ..text.staging import Staging
from .docbins import ATTRS, SHARD_TOKENS, SUFFIX, begins_docbin

_SHARD_NAME = re.compile(r"[0-9]{4,}\.spacy\Z")


def write_docbins(docs: Iterable[Doc], path: str | Path, *, shard_tokens: int = SHARD_TOKENS) -> list[Path]:
    """Write documents as a `.spacy` file, or as a folder of that name with shards 0001.spacy, 0002.spacy, ... if there
    are too many for one file. `spacy train` reads both. All of it appears at once, or nothing does.

    docs (Iterable): The documents. One shard of them is held in memory.
    path (str | Path): The file (or folder) to write.
    shard_tokens (int): Maximum number of tokens per file.
    RETURNS (list): The files written.
    RAISES (CableError): Same as `stage_docbins` and `ShardedWriter`.
    """
    target = Path(path)
    with stage_docbins(target.parent, [target.name]) as staging:
        writer = ShardedWriter(staging, target.name, shard_tokens=shard_tokens)
        for doc in docs:
            writer.add(doc)
        return writer.finish()


def stage_docbins(folder: Path, names: Sequence[str], *, check: Callable[[], None] | None = None) -> Staging:
    """Make the staging of some `.spacy` files or folders. Only such files and folders are replaced.

    folder (Path): The folder that they appear in.
    names (Sequence): Their names.
    check (Callable | None): Raises a CableError if there is another reason not to write there.
    RETURNS (Staging): The staging, a context manager.
    RAISES (CableError): On entering and leaving, CE013 for anything else of that name; otherwise same as `Staging`.
    """

    def check_all() -> None:
        if check is not None:
            check()
        for name in names:
            refuse_foreign(folder / name)

    return Staging(folder, names, check=check_all)


def refuse_foreign(path: Path) -> None:
    """Refuse to replace what this package has not written.

    path (Path): A file or folder, or nothing yet.
    RAISES (CableError): CE013 unless there is nothing, a `.spacy` file, or a folder of shards of them and nothing else.
    """
    if not os.path.lexists(path):
        return
    if path.is_symlink():
        raise CableError(Errors.CE013.format(path=path, reason="it is a link"))
    if not path.is_dir():
        _refuse_other_files(path, path)
        return
    for entry in sorted(path.iterdir()):
        if not _SHARD_NAME.match(entry.name):
            raise CableError(Errors.CE013.format(path=path, reason=f"it is a folder that has {entry.name}"))
        _refuse_other_files(path, entry)


class ShardedWriter:
    """Writes documents one by one, like `write_docbins`.

    staging (Staging): Where the file (or folder) is made.
    name (str): Its name.
    shard_tokens (int): Maximum number of tokens per file.
    RAISES (CableError): From all methods, CE011 if the file cannot be written.
    """

    def __init__(self, staging: Staging, name: str, *, shard_tokens: int = SHARD_TOKENS) -> None:
        self.target = staging.folder / name
        self.shard_tokens = shard_tokens
        self._made = staging.work / name
        self._shards: list[str] = []
        self._bin = DocBin(attrs=ATTRS, store_user_data=True)
        self._tokens = 0

    def add(self, doc: Doc) -> None:
        """Add a document.

        doc (Doc): The document.
        """
        if self._tokens and self._tokens + len(doc) > self.shard_tokens:
            self._write_shard()
        self._bin.add(doc)
        self._tokens += len(doc)

    def finish(self) -> list[Path]:
        """Write the rest.

        RETURNS (list): The files, as they are called once the staging is left.
        """
        if not self._shards:
            self._write(self._made)
            return [self.target]
        if self._tokens:
            self._write_shard()
        return [self.target / shard for shard in self._shards]

    def _write_shard(self) -> None:
        self._shards.append(f"{len(self._shards) + 1:04}{SUFFIX}")
        self._write(self._made / self._shards[-1])
        self._bin = DocBin(attrs=ATTRS, store_user_data=True)
        self._tokens = 0

    def _write(self, file: Path) -> None:
        try:
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(self._bin.to_bytes())
        except OSError as error:
            raise unwritable(self.target, error) from error


def _refuse_other_files(path: Path, file: Path) -> None:
    kind = "a link" if file.is_symlink() else what_is(file)
    if not kind:
        with file.open("rb") as opened:
            head = opened.read(2)
        kind = "" if not head or begins_docbin(head) else "no .spacy file that can be read"
    if kind:
        what = "it" if file == path else f"its {file.name}"
        raise CableError(Errors.CE013.format(path=path, reason=f"{what} is {kind}"))
