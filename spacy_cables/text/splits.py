"""Which part of a corpus a cable belongs to: by a file of names, or by shares and a hash of the cable's name."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from ..errors import CableError, Errors

#: Maps a cable_id to the name of its part, None if it is in no part.
Split = Callable[[str], "str | None"]

_PART_NAME = re.compile(r"\w[\w.-]*\Z")


def read_splits(split: str | Path) -> tuple[list[str], Split]:
    """Read a division of a corpus by whole cables.

    split (str | Path): A JSON file `{"train": [cable_id, ...], "dev": [...], ...}`, or shares such as
        `train=0.8,dev=0.1,test=0.1`, by which a cable's place depends on a hash of its name alone: adding cables
        moves none.
    RETURNS (tuple): The names of the parts, in order, and the function from a cable_id to the name of its part.
    RAISES (CableError): CE020 for shares that make no sense, CE021 for a file that is no division.
    """
    if "=" in str(split) and not Path(split).exists():
        return _by_shares(str(split))
    return _by_names(Path(split))


def in_part(split: str | Path, part: str | None) -> Callable[[str], bool]:
    """Tell which cables are in one part of a corpus.

    split (str | Path): The division, as `read_splits` takes it.
    part (str | None): The name of the part.
    RETURNS (Callable): Whether a cable_id is in the part.
    RAISES (CableError): CE208 for a part that the division does not have; as `read_splits`.
    """
    parts, part_of = read_splits(split)
    if part not in parts:
        raise CableError(Errors.CE208.format(what="part", name=part, choices=", ".join(parts)))
    return lambda cable_id: part_of(cable_id) == part


def read_held_out(splits: Sequence[str | Path]) -> Callable[[str], bool]:
    """Read which cables are not to be trained on: those in any part of any of several divisions.

    splits (Sequence): The divisions, each as `read_splits` takes it.
    RETURNS (Callable): Whether a cable_id is held out.
    RAISES (CableError): As `read_splits`.
    """
    parts = [read_splits(split)[1] for split in splits]
    return lambda cable_id: any(part_of(cable_id) is not None for part_of in parts)


def _by_shares(split: str) -> tuple[list[str], Split]:
    try:
        pairs = [(name.strip(), float(share)) for name, share in (part.split("=") for part in split.split(","))]
    except ValueError as error:
        raise CableError(Errors.CE020.format(split=split)) from error
    shares = dict(pairs)
    # Written so that NaN, which compares as false, is refused too.
    sound = all(share >= 0 for share in shares.values()) and sum(shares.values()) <= 1 + 1e-9
    if not sound or len(shares) < len(pairs) or not all(map(_is_part_name, shares)):
        raise CableError(Errors.CE020.format(split=split))

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
        raise CableError(Errors.CE021.format(path=path, reason=f"no file of splits: {error}")) from error
    if not isinstance(parts, dict) or not all(map(_is_part_name, parts)) or not all(map(_is_names, parts.values())):
        raise CableError(Errors.CE021.format(path=path, reason='expected {"train": [cable_id, ...], ...}'))
    part_of: dict[str, str] = {}
    for part, names in parts.items():
        for name in names:
            if name in part_of:
                reason = f"{name} is in {part_of[name]} and in {part}"
                raise CableError(Errors.CE021.format(path=path, reason=reason))
            part_of[name] = part
    return list(parts), part_of.get


def _is_part_name(name: str) -> bool:
    """Whether a part can be a file of that name."""
    return _PART_NAME.match(name) is not None


def _is_names(names: object) -> bool:
    return isinstance(names, list) and all(isinstance(name, str) for name in names)
