"""Cable files, from the disk to `Doc`s."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from ..text.labels import CONLL
from ..text.read import iter_parsed
from .build import to_doc


def read_cables(
    path: str | Path,
    nlp: Language | None = None,
    *,
    source: str | Path | None = None,
    style: str = "auto",
    labels: Iterable[str] = CONLL,
    strict: bool = False,
    limit: int = 0,
) -> Iterator[Doc]:
    """Read bracket files as documents with gold entities, in the order of their names, one at a time.

    path (str | Path): A bracket file, a folder of them or a glob pattern.
    nlp (Language | None): The pipeline whose vocabulary the documents get; a blank English one by default.
    source (str | Path | None): The untagged source of tokenised files, from which their spacing is recovered: a file
        for a file, or a folder with files of the same names.
    style (str): `tokenised`, `inline` or `auto`: told by what is in each file.
    labels (Iterable): The label set.
    strict (bool): Raise the first fault instead of repairing, counting and listing it in `Doc._.cable["faults"]`.
    limit (int): Read no more cables than this. 0 for all.
    YIELDS (Doc): The documents.
    RAISES (CableError): CE001 for a fault in strict mode, CE002 and CE003 if there are no files, CE005 and CE006 for a
        style or a label that cannot be.
    """
    vocab = (nlp if nlp is not None else spacy.blank("en")).vocab
    for parsed in iter_parsed(path, source=source, style=style, labels=labels, strict=strict, limit=limit):
        yield to_doc(parsed, vocab)
