"""Splits of a corpus into parts: by a file of cable ids, or by shares and the order of a hash of the cable id."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import islice
from math import floor
from pathlib import Path

from ..errors import CableError, Errors
from .counted import counted

#: Maps a cable_id to the name of its part, None if it has none.
Split = Callable[[str], "str | None"]

_PART_NAME = re.compile(r"\w[\w.-]*\Z")


def read_splits(split: str | Path, cable_ids: Callable[[], Iterable[str]]) -> tuple[list[str], Split]:
    """Read how a corpus is split into parts, by whole cables.

    split (str | Path): A JSON file `{"train": [cable_id, ...], "dev": [...], ...}`, or shares such as
        `train=0.8,dev=0.1,test=0.1`. See `divide` for what shares mean.
    cable_ids (Callable): Called for shares alone: gives the ids of all cables of the corpus.
    RETURNS (tuple): The names of the parts, in order, and a function from a cable_id to the name of its part.
    RAISES (CableError): CE007 for invalid shares, CE008 for an invalid file, CE015 if shares meet cables without an id.
    """
    if not _has_shares(split):
        return _by_names(Path(split))
    shares = _read_shares(str(split))
    found = list(cable_ids())
    if "" in found:
        raise CableError(Errors.CE015.format(split=split, cables=counted(found.count(""), "cable")))
    return list(shares), divide(found, shares).get


def in_part(split: str | Path, part: str | None, cable_ids: Callable[[], Iterable[str]]) -> Callable[[str], bool]:
    """Make a test for the cables of one part.

    split (str | Path): The split, as for `read_splits`.
    part (str | None): The name of the part.
    cable_ids (Callable): Gives the ids of all cables of the corpus, as for `read_splits`.
    RETURNS (Callable): Whether a cable_id is in the part.
    RAISES (CableError): CE006 for an unknown part; otherwise the same as `read_splits`.
    """
    parts, part_of = read_splits(split, cable_ids)
    if part not in parts:
        raise CableError(Errors.CE006.format(what="part", name=part, choices=", ".join(parts)))
    return lambda cable_id: part_of(cable_id) == part


def read_held_out(splits: Sequence[str | Path]) -> Callable[[str], bool]:
    """Read which cables are held out from training: those in any part of any of several splits.

    splits (Sequence): JSON files, as for `read_splits`.
    RETURNS (Callable): Whether a cable_id is held out.
    RAISES (CableError): CE008 for an invalid file.
    """
    held_out = {cable_id for split in splits for cable_id in _read_names(Path(split))[1]}
    return held_out.__contains__


def divide(cable_ids: Iterable[str], shares: Mapping[str, Fraction]) -> dict[str, str]:
    """Divide cables among parts. Each part gets its share to the nearest cable (the method of the largest remainder),
    in the order of a hash of the cable_id. So the order in which cables are read does not matter, and most cables stay
    where they are when others are added: of up to four parts, a new cable moves at most two others over the boundary
    between a part and the next, and mostly none.

    cable_ids (Iterable): The ids of the cables.
    shares (Mapping): The share of each part. Their sum is at most 1; the cables of the rest are in no part.
    RETURNS (dict): The part of each cable that is in one.
    """
    ordered = sorted(set(cable_ids), key=_hash)
    total = len(ordered)
    quotas = [share * total for share in (*shares.values(), 1 - sum(shares.values()))]
    sizes = [floor(quota) for quota in quotas]
    by_remainder = sorted(range(len(quotas)), key=lambda i: sizes[i] - quotas[i])
    for i in by_remainder[: total - sum(sizes)]:
        sizes[i] += 1
    left = iter(ordered)
    return {cable_id: part for part, size in zip(shares, sizes, strict=False) for cable_id in islice(left, size)}


def _has_shares(split: str | Path) -> bool:
    return "=" in str(split) and not Path(split).exists()


def _read_shares(split: str) -> dict[str, Fraction]:
    try:
        pairs = [(name.strip(), float(share)) for name, share in (part.split("=") for part in split.split(","))]
    except ValueError as error:
        raise CableError(Errors.CE007.format(split=split)) from error
    total = sum(share for _, share in pairs)
    # Written so that NaN, which compares as false, is also rejected.
    sound = all(share >= 0 for _, share in pairs) and total <= 1 + 1e-9
    if not sound or len(dict(pairs)) < len(pairs) or not all(_is_part_name(name) for name, _ in pairs):
        raise CableError(Errors.CE007.format(split=split))
    shares = {name: Fraction(share).limit_denominator(10**9) for name, share in pairs}
    whole = sum(shares.values()) if total > 1 - 1e-9 else Fraction(1)  # 0.333,0.333,0.334 is all of it
    return {name: share / whole for name, share in shares.items()}


def _hash(cable_id: str) -> bytes:
    return hashlib.sha256(cable_id.encode("utf-8", "surrogatepass")).digest()


def _by_names(path: Path) -> tuple[list[str], Split]:
    parts, part_of = _read_names(path)
    return parts, part_of.get


def _read_names(path: Path) -> tuple[list[str], dict[str, str]]:
    """The names of the parts, and the part of each cable."""
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
    return list(parts), part_of


def _is_part_name(name: str) -> bool:
    """Whether the name of a part can be a file name."""
    return _PART_NAME.match(name) is not None


def _is_names(names: object) -> bool:
    return isinstance(names, list) and all(isinstance(name, str) for name in names)
