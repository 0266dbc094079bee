"""Find and read files, and write them atomically."""

from __future__ import annotations

import codecs
import errno
import glob
import os
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import CableError, Errors
from .faults import Fault, make_fault

_KINDS: tuple[tuple[Callable[[int], bool], str], ...] = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)

#: The marks of UTF-32 come first, since that of UTF-16 is the beginning of one of them.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


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
        expected = f"looked for *{suffix}" if suffix else "no files" if root.is_dir() else what_is(root) or "no files"
        raise CableError(Errors.CE003.format(path=path, expected=expected))
    return files


def read_text(path: str | Path) -> tuple[str, Fault | None]:
    """Read a file as text. Line ends are kept, as is the byte order mark of UTF-8.

    path (str | Path): The file, in UTF-8; or in UTF-16 or UTF-32 with a byte order mark. Any other file is read as
        Windows-1252, the encoding of many old scrapes.
    RETURNS (tuple): The text, and a fault if the file is not in one of the encodings of Unicode.
    RAISES (CableError): CE008 for a file that is binary: one with a NUL.
    """
    data = Path(path).read_bytes()
    try:
        text = decode_marked(data)
        text, fault = data.decode("utf-8") if text is None else text, None
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", "replace")
        fault = make_fault(text, "encoding", error.start, "read the file as Windows-1252")
    if "\0" in text:
        reason = f"a binary file, not text (a NUL at character {text.index(chr(0))})"
        raise CableError(Errors.CE008.format(path=path, reason=reason))
    return text, fault


def decode_marked(data: bytes, *, final: bool = True) -> str | None:
    """Decode bytes that begin with the byte order mark of UTF-16 or UTF-32.

    data (bytes): The bytes.
    final (bool): Whether they are the whole file. Else the last character may be incomplete.
    RETURNS (str | None): The text without the mark; None if there is no such mark.
    RAISES (UnicodeDecodeError): If the bytes are not in the encoding of their mark.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if encoding is None:
        return None
    return codecs.getincrementaldecoder(encoding)("strict" if final else "replace").decode(data, final)


@contextmanager
def whole_file(path: str | Path) -> Iterator[Path]:
    """Write a file atomically. The block writes to a temporary file next to the target, which is renamed when the block
    ends and removed if it fails.

    path (str | Path): The target. Missing parent folders are created. Of a link, the file that it leads to is written.
    YIELDS (Path): The temporary file.
    RAISES (CableError): CE011 if the target cannot be written, or is no regular file.
    """
    target = Path(path)
    try:
        target = target.resolve()
        if target.exists() and not target.is_file():
            raise CableError(Errors.CE011.format(path=path, reason=f"it is {what_is(target)}"))
        target.parent.mkdir(parents=True, exist_ok=True)
        # The names of temporary files are short, since that of the target may be as long as a name can be.
        handle, name = tempfile.mkstemp(prefix=".spacy-cables-", suffix=target.suffix[:20], dir=target.parent)
    except (OSError, RuntimeError) as error:  # a RuntimeError for links in a circle, before Python 3.13
        raise unwritable(path, error) from error
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
    except OSError as error:
        if error.filename is None or Path(error.filename) == temporary:
            raise unwritable(path, error) from error
        raise  # of another file, which the block reads
    finally:
        temporary.unlink(missing_ok=True)


def write_text(path: str | Path, text: str) -> None:
    """Write a text as UTF-8, atomically. Line ends are kept.

    path (str | Path): The target.
    text (str): The text.
    RAISES (CableError): CE011 if it cannot be written.
    """
    with whole_file(path) as temporary:
        temporary.write_bytes(text.encode("utf-8"))


def unwritable(path: str | Path, error: Exception) -> CableError:
    """Make the error for an output that cannot be written, which names the output and no temporary file.

    path (str | Path): The output.
    error (Exception): What the system says.
    RETURNS (CableError): CE011.
    """
    reason = (error.strerror if isinstance(error, OSError) else None) or "its links lead in a circle"
    return CableError(Errors.CE011.format(path=path, reason=reason))


def what_is(path: Path) -> str:
    """Describe what is at a path, if it is no regular file.

    path (Path): The path.
    RETURNS (str): Such as `a folder`, `a pipe` or `a link to nothing`; "" for a regular file.
    """
    try:
        mode = path.stat().st_mode
    except OSError as error:
        if path.is_symlink():
            return "a link to nothing" if error.errno == errno.ENOENT else "a link in a circle"
        return error.strerror or str(error)
    return next((name for is_kind, name in _KINDS if is_kind(mode)), "")


def refuse_inputs(outputs: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Refuse to write where something is read, also by way of links.

    outputs (Iterable): The files or folders to write.
    inputs (Iterable): The files that are read.
    RAISES (CableError): CE012 for an output that is one of the inputs, or a folder that holds one.
    """
    existing = [output for output in outputs if output.exists()]
    if not existing:
        return
    read = [(file.stat(), file) for file in inputs if file.exists()]
    for output in existing:
        here, whole = output.stat(), output.resolve()
        for status, file in read:
            if os.path.samestat(here, status) or (output.is_dir() and whole in file.resolve().parents):
                raise CableError(Errors.CE012.format(path=output, input=file))


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
