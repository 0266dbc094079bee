"""Cables of any kind of file as `Doc`s, or as labelled texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from ..text.labelled import LabelledText
from ..text.labels import CONLL, label_set
from .cable_files import CableFiles


def read_cables(
    path: str | Path | Iterable[str | Path],
    nlp: Language | None = None,
    *,
    format: str = "auto",
    source: str | Path | None = None,
    style: str = "auto",
    labels: str | Iterable[str] = CONLL,
    strict: bool = False,
    limit: int = 0,
    anatomy: bool = True,
    wanted: Callable[[str], bool] | None = None,
    on_missing: Callable[[str], object] | None = None,
) -> Iterator[Doc]:
    """Read cables as documents with gold entities, in the order of their names, one at a time. `doc.text` is the text
    of the cable, character for character.

    path (str | Path | Iterable): A file, a folder or a glob pattern, or several of them.
    nlp (Language | None): The pipeline whose vocabulary the documents get; a blank English one by default.
    format (str): One of `spacy_cables.formats.FORMATS`, or `auto`: told by the names of the files and what is in them.
    source (str | Path | None): The untagged sources, of tokenised bracket files, from which their spacing is recovered
        (a file for a file, or a folder with files of the same names), or of stand-off annotations (a folder).
    style (str): The style of bracket files: `tokenised`, `inline` or `auto`: told by what is in each file.
    labels (str | Iterable): The label set of bracket files: its labels, or `conll` or `ontonotes`.
    strict (bool): Raise the first fault instead of repairing, counting and listing it in `Doc._.cable["faults"]`.
    limit (int): Read no more cables than this. 0 for all.
    anatomy (bool): Find header fields and parts, too, for `Doc._.cable` and `doc.spans`.
    wanted (Callable | None): Told a cable_id, says whether to read that cable. All if None.
    on_missing (Callable | None): Called with each cable_id that has no source, which is then left out. Without it a
        missing source of stand-off annotations is an error.
    YIELDS (Doc): The documents.
    RAISES (CableError): CE001 for a fault in strict mode, CE002 and CE003 if there are no files, CE208 and CE006 for a
        style or a label that cannot be, CE208 for an unknown format, CE301 to CE304 for stand-off annotations.
    """
    nlp = nlp if nlp is not None else spacy.blank("en")
    files = CableFiles(
        path,
        format=format,
        source=source,
        style=style,
        labels=label_set(labels),
        strict=strict,
        limit=limit,
        wanted=wanted,
        on_missing=on_missing,
    )
    yield from files.docs(nlp, anatomy=anatomy)


def read_labelled(
    path: str | Path | Iterable[str | Path],
    *,
    format: str = "auto",
    source: str | Path | None = None,
    labels: str | Iterable[str] = CONLL,
    wanted: Callable[[str], bool] | None = None,
) -> Iterator[LabelledText]:
    """Read cables as labelled texts: gold annotations, or the output of any system.

    path (str | Path | Iterable): A file, a folder or a glob pattern, or several of them.
    format (str): One of `spacy_cables.formats.FORMATS`, or `auto`: told by the names of the files and what is in them.
    source (str | Path | None): The untagged sources of tokenised bracket files or of stand-off annotations.
    labels (str | Iterable): The label set of bracket files: its labels, or `conll` or `ontonotes`.
    wanted (Callable | None): Told a cable_id, says whether to read that cable. All if None.
    RETURNS (Iterator): The texts, in the order of the file names; stubs without a cable are left out.
    RAISES (CableError): As `read_cables`, and CE211 for a file that is not in its format.
    """
    files = CableFiles(path, format=format, source=source, labels=label_set(labels), wanted=wanted)
    return (cable.with_spans(cable.spans) for cable in files if not cable.is_stub)
