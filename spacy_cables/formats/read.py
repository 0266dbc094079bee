"""Cable files and stand-off gold, from the disk to `Doc`s."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from ..text.labels import CONLL
from ..text.standoff import iter_joined
from ..tokens.build import to_doc
from .brackets import iter_parsed


def read_cables(
    path: str | Path,
    nlp: Language | None = None,
    *,
    source: str | Path | None = None,
    style: str = "auto",
    labels: Iterable[str] = CONLL,
    strict: bool = False,
    limit: int = 0,
    anatomy: bool = True,
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
    anatomy (bool): Find header fields and parts, too, for `Doc._.cable` and `doc.spans`.
    YIELDS (Doc): The documents.
    RAISES (CableError): CE001 for a fault in strict mode, CE002 and CE003 if there are no files, CE005 and CE006 for a
        style or a label that cannot be.
    """
    vocab = (nlp if nlp is not None else spacy.blank("en")).vocab
    for parsed in iter_parsed(path, source=source, style=style, labels=labels, strict=strict, limit=limit):
        yield to_doc(parsed, vocab, anatomy=anatomy)


def read_gold(
    path: str | Path,
    sources: str | Path,
    nlp: Language | None = None,
    *,
    cable_ids: Collection[str] | None = None,
    limit: int = 0,
    anatomy: bool = True,
    on_missing: Callable[[str], object] | None = None,
) -> Iterator[Doc]:
    """Read stand-off gold annotations, joined with the sources that they were made on, one cable at a time.

    path (str | Path): The stand-off file, as `corpus/gold/gold.jsonl`.
    sources (str | Path): A folder with the untagged sources, `<cable_id>.txt`, HTML and all. The annotations count in
        `plain_text` of a source, which must have the hash that the stand-off file gives.
    nlp (Language | None): The pipeline whose vocabulary the documents get; a blank English one by default.
    cable_ids (Collection | None): Read these cables alone, such as those of one part of a split.
    limit (int): Read no more cables than this. 0 for all.
    anatomy (bool): Find header fields and parts, too, for `Doc._.cable` and `doc.spans`.
    on_missing (Callable | None): Called with each cable_id that has no source, which is then left out. Without it a
        missing source is an error.
    YIELDS (Doc): The documents, as `read_cables` would give them for inline bracket files.
    RAISES (CableError): CE002 and CE301 for the file, CE302 for a source that is not what was annotated, CE303 for one
        that is not there.
    """
    vocab = (nlp if nlp is not None else spacy.blank("en")).vocab
    for parsed in iter_joined(path, sources, cable_ids=cable_ids, limit=limit, on_missing=on_missing):
        yield to_doc(parsed, vocab, anatomy=anatomy)
