"""Read cables from any kind of file, as `Doc`s or as labelled texts."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from ..errors import Warnings
from ..text.counted import counted
from ..text.faults import LABEL_SET
from ..text.labelled import LabelledText
from ..text.labels import CONLL
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
    columns: str | Mapping[str, str] | None = None,
    offsets: str = "characters",
) -> Iterator[Doc]:
    """Read cables as documents with gold entities, one at a time, in the order of file names. `doc.text` is the text of
    the cable, character for character.

    path (str | Path | Iterable): A file, a folder or a glob pattern, or several of them.
    nlp (Language | None): The pipeline whose vocabulary the documents get; blank English by default.
    format (str): One of `spacy_cables.formats.FORMATS`, or `auto`: detected from file names and contents.
    source (str | Path | None): The untagged sources: of tokenised bracket files, to recover their spacing (a file for a
        file, or a folder with files of the same names), or of stand-off annotations (a folder).
    style (str): The style of bracket files: `tokenised`, `inline` or `auto`: detected from the contents of each file.
    labels (str | Iterable): The label set of bracket files: its labels, or `conll` or `ontonotes`.
    strict (bool): Raise the first fault, instead of repairing faults and listing them in `Doc._.cable["faults"]`.
    limit (int): Maximum number of cables to read. 0 for all.
    anatomy (bool): Also find header fields and parts, for `Doc._.cable` and `doc.spans`.
    wanted (Callable | None): Takes a cable_id and returns whether to read that cable. None for all.
    on_missing (Callable | None): Called with the cable_id of each stand-off annotation without a source, which is then
        left out. If None, a missing source is an error.
    columns (str | Mapping | None): Which columns of a table, or keys of JSON, hold what: `cable_id=refid,text=message`.
    offsets (str): What the offsets in JSON count: `characters`, or `utf-16` as in JavaScript.
        Needed where their names are not usual ones.
    YIELDS (Doc): The documents.
    RAISES (CableError): CE001 for a fault in strict mode, CE002 and CE003 if there are no files, CE006 and CE004 for a
        style or an invalid label, CE006 for an unknown format, CE010 and CE103 to CE105 for stand-off annotations,
        CE106 for a table without a column that is known as the text.
    """
    nlp = nlp if nlp is not None else spacy.blank("en")
    files = CableFiles(
        path,
        format=format,
        source=source,
        style=style,
        labels=labels,
        strict=strict,
        limit=limit,
        wanted=wanted,
        on_missing=on_missing,
        columns=columns,
        offsets=offsets,
    )
    yield from files.docs(nlp, anatomy=anatomy)
    if files.left_out:
        kinds = ", ".join(f"{kind} {count}" for kind, count in files.left_out_kinds().items())
        said = Warnings.CW003.format(documents=counted(len(files.left_out), "document"), kinds=kinds)
        warnings.warn(said, stacklevel=2)


def read_labelled(
    path: str | Path | Iterable[str | Path],
    *,
    format: str = "auto",
    source: str | Path | None = None,
    labels: str | Iterable[str] = CONLL,
    wanted: Callable[[str], bool] | None = None,
    columns: str | Mapping[str, str] | None = None,
    offsets: str = "characters",
) -> Iterator[LabelledText]:
    """Read cables as labelled texts: gold annotations, or the output of any system.

    path (str | Path | Iterable): A file, a folder or a glob pattern, or several of them.
    format (str): One of `spacy_cables.formats.FORMATS`, or `auto`: detected from file names and contents.
    source (str | Path | None): The untagged sources of tokenised bracket files or of stand-off annotations.
    labels (str | Iterable): The label set of bracket files: its labels, or `conll` or `ontonotes`.
    wanted (Callable | None): Takes a cable_id and returns whether to read that cable. None for all.
    columns (str | Mapping | None): Which columns of a table, or keys of JSON, hold what: `cable_id=refid,text=message`.
    offsets (str): What the offsets in JSON count: `characters`, or `utf-16` as in JavaScript.
    RETURNS (Iterator): The texts, in the order of file names. Stubs are left out.
    RAISES (CableError): Same as `read_cables`, CE001 for a bracket file of another label set, and CE101 for a file that
        is not in its format.
    """
    files = CableFiles(
        path,
        format=format,
        source=source,
        labels=labels,
        fatal=(LABEL_SET,),
        wanted=wanted,
        columns=columns,
        offsets=offsets,
    )
    return (cable.with_spans(cable.spans) for cable in files if not cable.is_stub)
