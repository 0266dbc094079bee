"""Splits of a corpus into parts: by a file of cable ids, or by shares and a hash of the cable id."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from ..errors import CableError, Errors

#: Maps a cable_id to the name of its part, None if it has none.
Split = Callable[[str], "str | None"]

_PART_NAME = re.compile(r"\w[\w.-]*\Z")


def read_splits(split: str | Path) -> tuple[list[str], Split]:
    """Read how a corpus is split into parts, by whole cables.

    split (str | Path): A JSON file `{"train": [cable_id, ...], "dev": [...], ...}`, or shares such as
        `train=0.8,dev=0.1,test=0.1`, where the part depends only on a hash of the cable_id, so that adding cables
        moves no other cable.
    RETURNS (tuple): The names of the parts, in order, and a function from a cable_id to the name of its part.
    RAISES (CableError): CE007 for invalid shares, CE008 for an invalid file.
    """
    if "=" in str(split) and not Path(split).exists():
        return _by_shares(str(split))
    return _by_names(Path(split))


def in_part(split: str | Path, part: str | None) -> Callable[[str], bool]:
    """Make a test for the cables of one part.

    split (str | Path): The split, as for `read_splits`.
    part (str | None): The name of the part.
    RETURNS (Callable): Whether a cable_id is in the part.
    RAISES (CableError): CE006 for an unknown part; otherwise the same as `read_splits`.
    """
    parts, part_of = read_splits(split)
    if part not in parts:
        raise CableError(Errors.CE006.format(what="part", name=part, choices=", ".join(parts)))
    return lambda cable_id: part_of(cable_id) == part


def read_held_out(splits: Sequence[str | Path]) -> Callable[[str], bool]:
    """Read which cables are held out from training: those in any part of any of several splits.

    splits (Sequence): The splits, as for `read_splits`.
    RETURNS (Callable): Whether a cable_id is held out.
    RAISES (CableError): Same as `read_splits`.
    """
    parts = [read_splits(split)[1] for split in splits]
    return lambda cable_id: any(part_of(cable_id) is not None for part_of in parts)


def _by_shares(split: str) -> tuple[list[str], Split]:
    try:
        pairs = [(name.strip(), float(share)) for name, share in (part.split("=") for part in split.split(","))]
    except ValueError as error:
        raise CableError(Errors.CE007.format(split=split)) from error
    shares = dict(pairs)
    # Written so that NaN, which compares as false, is also rejected.
    sound = all(share >= 0 for share in shares.values()) and sum(shares.values()) <= 1 + 1e-9
    if not sound or len(shares) < len(pairs) or not all(map(_is_part_name, shares)):
        raise CableError(Errors.CE007.format(split=split))

    def part_of(cable_id: str) -> str | None:
        digest = hashlib.sha256(cable_id.encode("utf-8", "surrogatepass")).digest()
        place = int.from_bytes(digest[:8], "big") / 2**64
        for name, share in shares.items():
            if place < share:
                return name
            place -= share
        return None if sum(shares.values()) < 1 - 1e-9 else name

    return list(shares), part_of


def _by_names(path: Path) -> tuple[list[str], Split]:
    try:
        parts = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise CableError(Errors.CE008.format(path=path, reason=f"cannot read the splits: {error}")) from error
    if not isinstance(parts, dict) or not all(map(_is_part_name, parts)) or not all(map(_is_names, parts.values())):
        raise CableError(Errors.CE008.format(path=path, reason='expected {"train": [cable_id, ...], ...}'))
    part_of: dict[str, str] = {}
    for part, names in parts.items():
        for name in names:
            if name in part_of:
                reason = f"{name} is in {part_of[name]} and in {part}"
                raise CableError(Errors.CE008.format(path=path, reason=reason))
            part_of[name] = part
    return list(parts), part_of.get


def _is_part_name(name: str) -> bool:
    """Whether the name of a part can be a file name."""
    return _PART_NAME.match(name) is not None


def _is_names(names: object) -> bool:
    return isinstance(names, list) and all(isinstance(name, str) for name in names)
