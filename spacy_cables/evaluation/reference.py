"""What scores are measured against: its name, its kind and a hash of it travel with every figure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ..errors import CableError, Errors
from ..text.labelled import LabelledText

#: Checked by hand, made by a tagger, some of each, or not said.
REFERENCE_KINDS: tuple[str, ...] = ("gold", "silver", "mixed", "unknown")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference.

    name (str): Its name.
    kind (str): One of `REFERENCE_KINDS`.
    sha256 (str): Hash of its cable ids, texts and spans.
    cables (int): How many cables it has.
    entities (int): How many spans.
    words (int): How many words, as white space separates them.
    """

    name: str
    kind: str
    sha256: str
    cables: int
    entities: int
    words: int

    def __str__(self) -> str:
        size = f"{self.cables} cables, {self.entities} entities"
        return f"{self.name} ({self.kind}, {size}, sha256 {self.sha256[:12]})"

    def to_dict(self) -> dict[str, Any]:
        """JSON-able, with stable keys."""
        return asdict(self)


def make_reference(cables: Sequence[LabelledText], name: str, kind: str) -> Reference:
    """Describe a reference.

    cables (Sequence): The gold cables.
    name (str): What to call it.
    kind (str): One of `REFERENCE_KINDS`.
    RETURNS (Reference): The description.
    RAISES (CableError): CE208, for an unknown kind.
    """
    if kind not in REFERENCE_KINDS:
        choices = ", ".join(REFERENCE_KINDS)
        raise CableError(Errors.CE208.format(what="kind of reference", name=kind, choices=choices))
    digest = hashlib.sha256()
    for cable in cables:
        digest.update(json.dumps([cable.cable_id, cable.text, cable.spans]).encode() + b"\n")
    entities = sum(len(cable.spans) for cable in cables)
    words = sum(len(cable.text.split()) for cable in cables)
    return Reference(name, kind, digest.hexdigest(), len(cables), entities, words)
