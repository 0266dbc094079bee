"""Compare the files of a folder with a manifest of SHA-256 checksums, to tell a corpus from a changed one."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..errors import CableError, Errors
from ..text.progress import Progress, track

# A line of `sha256sum`: `9f86d0...  annotated/09OSLO1.txt`. A star before the name says that it was read as bytes.
_LINE = re.compile(r"([0-9a-f]{64}) [ *](\S.*)")
_MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class Verified:
    """What a comparison with a manifest found, where all of its files are there unchanged.

    files (int): Files that the manifest lists.
    unlisted (int): Files in the same folders that it does not list. They were not checked.
    """

    files: int
    unlisted: int


def verify(folder: str | Path, manifest: str | Path, *, progress: Progress | None = None) -> Verified:
    """Compare the files of a folder with a manifest.

    folder (str | Path): The folder that the names of the manifest start from.
    manifest (str | Path): Checksums and names of files, as `sha256sum` writes them. See `read_manifest`.
    progress (Callable | None): Called with the number of files done, and of all.
    RETURNS (Verified): The number of files, and of files that the manifest does not list.
    RAISES (CableError): CE303 for files that are changed or missing, with the names of the first ones.
    """
    folder = Path(folder)
    checksums = read_manifest(manifest)
    changed, missing = [], []
    for name, checksum in track(checksums.items(), progress, len(checksums)):
        path = folder / name
        if not path.is_file():
            missing.append(name)
        elif text_checksum(path.read_bytes()) != checksum:
            changed.append(name)
    if changed or missing:
        found = ", ".join(
            f"{len(names):,} {what} ({_first(names)})"
            for what, names in (("changed", changed), ("missing", missing))
            if names
        )
        raise CableError(Errors.CE303.format(folder=folder, manifest=manifest, total=len(checksums), found=found))
    parents = {PurePosixPath(name).parent for name in checksums}
    paths = (path for parent in parents for path in (folder / parent).iterdir())
    present = {path.relative_to(folder).as_posix() for path in paths if not path.is_dir()}
    return Verified(len(checksums), len(present - checksums.keys()))


def read_manifest(path: str | Path) -> dict[str, str]:
    """Read a manifest: lines of a checksum, two spaces and the name of a file, as `sha256sum` writes them.

    path (str | Path): The manifest.
    RETURNS (dict): The checksum of each file, by its name.
    RAISES (CableError): CE001 for a line of another form, or a name that is given twice or leads out of the folder.
        CE304 for a manifest without lines.
    """
    checksums: dict[str, str] = {}
    for number, row in enumerate(Path(path).read_bytes().splitlines(), 1):
        line = row.decode("utf-8", errors="backslashreplace")
        match = _LINE.fullmatch(line)
        name = PurePosixPath(match[2]) if match else PurePosixPath()
        if not match:
            reason = "no checksum and name of a file"
        elif name.is_absolute() or ".." in name.parts:
            reason = "the file is not inside the folder"
        elif name.as_posix() in checksums:
            reason = "the file is listed twice"
        else:
            checksums[name.as_posix()] = match[1]
            continue
        raise CableError(Errors.CE001.format(place=f"{path}:{number}", reason=reason, text=repr(line[:80])))
    if not checksums:
        raise CableError(Errors.CE304.format(path=path))
    return checksums


def text_checksum(text: bytes) -> str:
    """The SHA-256 checksum of a text with line ends of Unix, since git on Windows may write others.

    text (bytes): The content of a file.
    RETURNS (str): The checksum, in hexadecimal digits.
    """
    return hashlib.sha256(text.replace(b"\r\n", b"\n")).hexdigest()


def _first(names: list[str]) -> str:
    """The first names of a list, with dots if there are more."""
    return ", ".join(names[:_MOST_NAMES] + ["..."] * (len(names) > _MOST_NAMES))
