"""The reference (gold or silver) of an evaluation: read all or part of it, and describe it in results."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeAlias
from warnings import warn

from spacy.tokens import Doc

from ..errors import CableError, Errors, Warnings
from ..formats import CableFiles, read_labelled
from ..formats.docbins import SUFFIX
from ..text.counted import counted
from ..text.labelled import LabelledText
from ..text.labels import CONLL, label_set
from ..text.seen_ids import SeenIds
from ..text.splits import in_part
from ..tokens.labelled import doc_to_labelled
from .schemes import Scheme, fit_scheme

#: Annotated cables: a file, a folder or a pattern; or Docs or labelled texts.
Cables: TypeAlias = str | Path | Iterable[Doc | LabelledText]

#: Checked by hand, made by a tagger, some of each, or unknown.
REFERENCE_KINDS: tuple[str, ...] = ("gold", "silver", "mixed", "unknown")


@dataclass(frozen=True, slots=True)
class Reference:
    """The annotations that systems are scored against, with their description.

    name (str): The name.
    kind (str): One of `REFERENCE_KINDS`.
    sha256 (str): Hash of the cable ids, texts, spans and ranges without annotation.
    cables (int): Number of cables.
    entities (int): Number of spans.
    words (int): Number of words, separated by white space.
    texts (tuple): The cables.
    left_out (tuple): The places, in the input, of cables that were never annotated.
    """

    name: str
    kind: str
    sha256: str
    cables: int
    entities: int
    words: int
    texts: tuple[LabelledText, ...] = field(repr=False, compare=False)
    left_out: tuple[int, ...] = field(default=(), repr=False, compare=False)

    def __str__(self) -> str:
        size = f"{counted(self.cables, 'cable')}, {counted(self.entities, 'entity', 'entities')}"
        return f"{self.name} ({self.kind}, {size}, sha256 {self.sha256[:12]})"

    @property
    def labels(self) -> set[str]:
        """The labels of the spans."""
        return {label for cable in self.texts for _, _, label in cable.spans}

    def with_scheme(self, scheme: Scheme | str | Path | Mapping[str, Any] | None) -> Reference:
        """Map the labels.

        scheme (Scheme | str | Path | Mapping | None): The scheme, as for `read_scheme`. None to keep the labels.
        RETURNS (Reference): The reference with other labels.
        RAISES (CableError): CE709 for a label without a mapping, CE710 for an invalid scheme.
        """
        if scheme is None:
            return self
        fitted = fit_scheme(scheme, self.labels, ())
        return replace(make_reference(map(fitted.apply, self.texts), self.name, self.kind), left_out=self.left_out)

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-serializable data, with stable keys, without the cables."""
        return {name: getattr(self, name) for name in ("name", "kind", "sha256", "cables", "entities", "words")}


def labelled_texts(cables: Cables, *, labels: str | Iterable[str] = CONLL) -> Iterator[LabelledText]:
    """Convert annotated cables of any type to labelled texts.

    cables (str | Path | Iterable): A file, a folder or a pattern; or Docs or labelled texts.
    labels (str | Iterable): The label set of bracket files: labels or a name.
    RETURNS (Iterator): The labelled texts.
    """
    if isinstance(cables, str | Path):
        return read_labelled(cables, labels=labels)
    return (doc if isinstance(doc, LabelledText) else doc_to_labelled(doc) for doc in cables)


def read_reference(
    path: str | Path,
    *,
    name: str = "",
    kind: str = "unknown",
    source: str | Path | None = None,
    labels: str | Iterable[str] = CONLL,
    splits: str | Path | None = None,
    part: str = "",
) -> Reference:
    """Read a reference, or one part of it.

    path (str | Path): Bracket files, stand-off annotations, or predictions in any format.
    name (str): The name; the path by default.
    kind (str): `gold` (checked by hand), `silver` (made by a tagger), `mixed` or `unknown`.
    source (str | Path | None): The untagged sources of tokenised bracket files or of stand-off annotations.
    labels (str | Iterable): The label set of bracket files: labels or a name.
    splits (str | Path | None): The split, as for `read_splits`. If None, all cables are read, or one part of a folder
        with the parts that `convert` wrote (`train.spacy`, `dev.spacy`, `test.spacy`).
    part (str): The part; `test` by default.
    RETURNS (Reference): The reference.
    RAISES (CableError): CE006 for an unknown kind or part, CE701 if there are no cables, CE713 if none is annotated,
        CE718 for a part without a split.
    """
    _check_kind(kind)
    if splits is None:
        path, wanted = _path_of_part(path, part), None
    else:
        wanted = in_part(splits, part or "test", CableFiles(path, source=source, labels=label_set(labels)).cable_ids)
    texts = read_labelled(path, source=source, labels=labels, wanted=wanted)
    return make_reference(texts, name or str(path), kind)


def make_reference(cables: Iterable[Doc | LabelledText], name: str = "gold", kind: str = "unknown") -> Reference:
    """Make a reference from cables in memory.

    cables (Iterable): Docs or labelled texts.
    name (str): The name.
    kind (str): `gold` (checked by hand), `silver` (made by a tagger), `mixed` or `unknown`.
    RETURNS (Reference): The reference.
    RAISES (CableError): CE006 for an unknown kind, CE701 if there are no cables, CE713 if none is annotated, CE016
        for two cables with one id.
    """
    _check_kind(kind)
    found = list(labelled_texts(cables))
    texts = tuple(cable for cable in found if cable.is_annotated)
    if not found:
        raise CableError(Errors.CE701)
    if not texts:
        raise CableError(Errors.CE713.format(name=name, cables=counted(len(found), "cable")))
    left_out = tuple(index for index, cable in enumerate(found) if not cable.is_annotated)
    if left_out:
        warn(Warnings.CW701.format(count=len(left_out), total=counted(len(found), "gold cable")), stacklevel=2)
    if not any(cable.spans for cable in texts):
        warn(Warnings.CW702.format(name=name, cables=counted(len(texts), "gold cable")), stacklevel=2)
    digest, seen = hashlib.sha256(), SeenIds()
    for number, cable in enumerate(texts, 1):
        seen.refuse(cable.cable_id, f"{name} (cable {number})")
        missing = [cable.missing] if cable.missing else []
        digest.update(json.dumps([cable.cable_id, cable.text, cable.spans, *missing]).encode() + b"\n")
    entities = sum(len(cable.spans) for cable in texts)
    words = sum(len(cable.text.split()) for cable in texts)
    return Reference(name, kind, digest.hexdigest(), len(texts), entities, words, texts, left_out)


def _path_of_part(path: str | Path, part: str) -> str | Path:
    """The file of a part, in a folder of parts; else the path."""
    folder = Path(path)
    parts = {file.stem: file for file in sorted(folder.glob(f"*{SUFFIX}"))} if folder.is_dir() else {}
    if {"train", "test"} <= set(parts) or part in parts:
        if (part or "test") not in parts:
            raise CableError(Errors.CE006.format(what="part", name=part, choices=", ".join(parts)))
        return parts[part or "test"]
    if part:
        raise CableError(Errors.CE718.format(path=path, part=part))
    return path


def _check_kind(kind: str) -> None:
    if kind not in REFERENCE_KINDS:
        choices = ", ".join(REFERENCE_KINDS)
        raise CableError(Errors.CE006.format(what="kind of reference", name=kind, choices=choices))
