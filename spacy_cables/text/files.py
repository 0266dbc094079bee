"""Find, read and remove files, and write them atomically."""

from __future__ import annotations

import glob
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import CableError, Errors
from .faults import Fault, make_fault


def find_files(path: str | Path, suffix: str = "") -> list[Path]:
    """List the files at a path, in the order of their names.

    path (str | Path): A file, a folder (searched recursively, without hidden files) or a glob pattern.
    suffix (str): The suffix that files in a folder must have.
    RETURNS (list): The files.
    RAISES (CableError): CE002 if there is nothing at the path, CE003 if it has no such file.
    """
    root = Path(path)
    if root.is_file():
        return [root]
    if root.is_dir():
        found = [file for file in root.rglob(f"*{suffix}") if not _hidden(file.relative_to(root))]
    else:
        found = [Path(name) for name in glob.glob(str(path), recursive=True)]
        if not found:
            raise CableError(Errors.CE002.format(path=path))
    files = sorted((file for file in found if file.is_file()), key=lambda file: file.as_posix())
    if not files:
        raise CableError(Errors.CE003.format(path=path, expected=f"looked for *{suffix}" if suffix else "no files"))
    return files


def read_text(path: str | Path) -> tuple[str, Fault | None]:
    """Read a file as text. Line ends and a byte order mark are kept.

    path (str | Path): The file, in UTF-8. Any other file is read as Windows-1252, the encoding of many old scrapes.
    RETURNS (tuple): The text, and a fault if the file is not UTF-8.
    """
    data = Path(path).read_bytes()
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", "replace")
        return text, make_fault(text, "encoding", error.start, "read the file as Windows-1252")


@contextmanager
def whole_file(path: str | Path) -> Iterator[Path]:
    """Write a file atomically. The block writes to a temporary file next to the target, which is renamed when the block
    ends and removed if it fails.

    path (str | Path): The target. Missing parent folders are created.
    YIELDS (Path): The temporary file.
    """
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=target.suffix, dir=target.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def write_text(path: str | Path, text: str) -> None:
    """Write a text as UTF-8, atomically. Line ends are kept.

    path (str | Path): The target.
    text (str): The text.
    """
    with whole_file(path) as temporary:
        temporary.write_bytes(text.encode("utf-8"))


def remove(paths: Iterable[Path]) -> list[Path]:
    """Remove files and folders inside the current folder.

    paths (Iterable): The files and folders. Missing ones are skipped.
    RETURNS (list): What was removed.
    RAISES (CableError): CE009 for a path outside of the current folder. Nothing is removed in that case.
    """
    paths = list(paths)
    here = Path.cwd().resolve()
    for path in paths:
        if here not in path.resolve().parents:
            raise CableError(Errors.CE009.format(path=path))
    removed = [path for path in paths if path.exists()]
    for path in removed:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    return removed


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
