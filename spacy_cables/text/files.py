"""Find files, read them as text, write files that are either whole or not there, and remove what was made."""

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

    path (str | Path): A file, a folder (searched to all depths, hidden files apart) or a glob pattern.
    suffix (str): How the names of files in a folder must end.
    RETURNS (list): The files.
    RAISES (CableError): CE002 if there is nothing at the path, CE003 if there is no such file in it.
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
    """Read a file as text, line ends and a byte order mark as they are.

    path (str | Path): The file. UTF-8; a file that is not is read as Windows-1252, which many old scrapes are in.
    RETURNS (tuple): The text, and the fault if the file was not UTF-8.
    """
    data = Path(path).read_bytes()
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", "replace")
        return text, make_fault(text, "encoding", error.start, "read the file as Windows-1252")


@contextmanager
def whole_file(path: str | Path) -> Iterator[Path]:
    """Write a file so that it is there whole or not at all: the block writes to a temporary file beside the target,
    which takes the target's name when the block ends, and is removed if it fails.

    path (str | Path): The target. Folders on the way to it are made.
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
    """Write a text as UTF-8, its line ends as they are; whole or not at all.

    path (str | Path): The target.
    text (str): The text.
    """
    with whole_file(path) as temporary:
        temporary.write_bytes(text.encode("utf-8"))


def remove(paths: Iterable[Path]) -> list[Path]:
    """Remove files and folders inside the current folder.

    paths (Iterable): The files and folders. Those that are not there are passed over.
    RETURNS (list): What was removed.
    RAISES (CableError): CE022 for a path outside of the current folder; nothing is removed then.
    """
    paths = list(paths)
    here = Path.cwd().resolve()
    for path in paths:
        if here not in path.resolve().parents:
            raise CableError(Errors.CE022.format(path=path))
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
