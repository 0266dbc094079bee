"""Iterate over the cables at a path, whatever kind of file they are in."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from ..errors import CableError, Errors, Warnings
from ..text.cable_id import id_of_file
from ..text.counted import counted
from ..text.files import find_files, read_text
from ..text.labelled import STUB, LabelledText
from ..text.labels import CONLL, label_set
from ..text.seen_ids import SeenIds
from ..text.unreadable import find_unreadable
from ..tokens.build import to_doc
from .columns import read_columns
from .docbins import read_docbins
from .json_spans import OFFSETS
from .kinds import Kind, check_kind, detect, kind_of
from .settings import Settings
from .standoff import read_standoff


class _File(NamedTuple):
    path: Path
    kind: Kind
    settings: Settings


class CableFiles:
    """The cables of some files, in the order of their names. Iterating reads them one at a time. `len` gives their
    number without reading them, if the kind of file allows it.

    path (str | Path | list): A file, a folder (searched recursively) or a glob pattern, or several of them.
    format (str): One of `FORMATS`, or `auto`: detected from file names and contents.
    source (str | Path | None): The untagged sources: of tokenised bracket files, to recover their spacing (a file for a
        file, or a folder with files of the same names), or of stand-off annotations (a folder).
    style (str): The style of bracket files: `tokenised`, `inline` or `auto`: detected from the contents of each file.
    labels (str | Iterable): The label set of bracket files: its labels, or `conll` or `ontonotes`.
    strict (bool): Raise the first fault instead of repairing it.
    fatal (Collection): The kinds of fault in bracket files that are raised in any case, such as `label_set`.
    wanted (Callable | None): Takes a cable_id and returns whether to read that cable. None for all.
    limit (int): Maximum number of cables to read. 0 for all.
    on_missing (Callable | None): Called with the cable_id of each stand-off annotation without a source, which is then
        left out. If None, a missing source is an error.
    columns (str | Mapping | None): Which columns of a table, or keys of JSON, hold what: `cable_id=refid,text=message`.
    offsets (str): What the offsets in JSON count: `characters`, or `utf-16` as in JavaScript.
    order (Callable | None): The sort key of files. Their names by default.
    on_unreadable (Callable | None): Called with what cannot be read although it is named like a file, and what it is,
        such as `a link to nothing`. If None, a warning (CW004) counts it and names the first.
    RAISES (CableError): CE002 and CE003 if there are no files, CE006 for an unknown format or kind of column, CE107 for
        columns that are none.

    After reading, `left_out` has the documents that are no cables, such as the memoranda of a volume: their places, and
    what they are. `passed_over` has the files of folders that are not read, since they are not named like the rest; a
    warning (CW005) names them.
    """

    def __init__(
        self,
        path: str | Path | Iterable[str | Path],
        *,
        format: str = "auto",
        source: str | Path | None = None,
        style: str = "auto",
        labels: str | Iterable[str] = CONLL,
        strict: bool = False,
        fatal: Collection[str] = (),
        wanted: Callable[[str], bool] | None = None,
        limit: int = 0,
        on_missing: Callable[[str], object] | None = None,
        columns: str | Mapping[str, str] | None = None,
        offsets: str = "characters",
        order: Callable[[Path], Any] | None = None,
        on_unreadable: Callable[[Path, str], object] | None = None,
    ) -> None:
        self.left_out: dict[str, str] = {}
        if offsets not in OFFSETS:
            raise CableError(Errors.CE006.format(what="offsets", name=offsets, choices=", ".join(OFFSETS)))
        settings = Settings(
            source=None if source is None else Path(source),
            style=style,
            labels=label_set(labels),
            strict=strict,
            fatal=fatal,
            wanted=wanted,
            on_missing=on_missing,
            columns=read_columns(columns),
            offsets=offsets,
            on_left_out=self.left_out.__setitem__,
        )
        paths = [path] if isinstance(path, str | Path) else list(path)
        if not paths or not all(map(str, paths)):
            raise CableError(Errors.CE002.format(path=repr(path)))
        self.limit = limit
        self._source = settings.source
        self._files: list[_File] = []
        self.passed_over: list[Path] = []
        for each in paths:
            found, passed_over = _find(Path(each), format, settings)
            self._files += found
            self.passed_over += passed_over
        named = {file.path for file in self._files}
        self._files = [file for file in self._files if not _is_read_with_partner(file, named)]
        self._report_unreadable(paths, on_unreadable)
        if self.passed_over:
            names = ", ".join(file.name for file in self.passed_over[:3]) + ", ..." * (len(self.passed_over) > 3)
            warnings.warn(
                Warnings.CW005.format(files=counted(len(self.passed_over), "file"), names=names), stacklevel=2
            )
        if order is not None:
            self._files.sort(key=lambda file: order(file.path))
        if source is not None and "brackets" in self.formats:
            find_files(source)  # no sources at all is an error, one missing source is a fault

    @property
    def files(self) -> list[Path]:
        """The files."""
        return [file.path for file in self._files]

    @property
    def inputs(self) -> Iterator[Path]:
        """All files that are read: the files themselves with their partners and, if there are any, their sources."""
        for file in self._files:
            yield file.path
            partner = file.kind.partner(file.path)
            if partner is not None:
                yield partner
        if self._source is not None:
            yield from self._source.rglob("*.txt") if self._source.is_dir() else [self._source]

    @property
    def formats(self) -> set[str]:
        """The kinds of the files, each one of `FORMATS`."""
        return {file.kind.name for file in self._files}

    def _report_unreadable(
        self, paths: Iterable[str | Path], on_unreadable: Callable[[Path, str], object] | None
    ) -> None:
        kinds = {file.kind.name: file.kind for file in self._files}.values()
        suffixes = tuple(suffix for kind in kinds for suffix in kind.suffixes or (".txt",))
        found = [entry for path in paths for entry in find_unreadable(path, suffixes)]
        if on_unreadable is not None:
            for entry, kind in found:
                on_unreadable(entry, kind)
        elif found:
            first, kind = found[0]
            names = counted(len(found), "file or folder", "files or folders")
            warnings.warn(Warnings.CW004.format(names=names, first=first, kind=kind), stacklevel=3)

    def left_out_kinds(self) -> dict[str, int]:
        """The number of documents left out so far, by what they are: `{"memorandum": 12, "letter": 3}`."""
        return dict(Counter(self.left_out.values()).most_common())

    def __len__(self) -> int:
        """The number of cables, if it is known without reading them; else 0."""
        counts = [file.kind.count(file.path) if file.kind.count else 1 for file in self._files]
        total = sum(counts) if all(counts) else 0
        return min(total, self.limit) if self.limit else total

    def __iter__(self) -> Iterator[LabelledText]:
        """Read the cables. Bracket files and stand-off annotations give `ParsedCable`s, which have words."""
        return (cable for _, cable in self.with_paths())

    def with_paths(self) -> Iterator[tuple[Path, LabelledText]]:
        """Read the cables, each with the path of its file.

        YIELDS (tuple): The path of a file and a cable in it.
        """
        return islice(((file.path, cable) for file in self._files for cable in _read(file)), self.limit or None)

    def cable_ids(self) -> list[str]:
        """The ids of the cables, without stubs. A file of one cable is not parsed.

        RETURNS (list): The ids, in the order of the cables.
        RAISES (CableError): CE016 for an id that comes twice; otherwise the same as reading.
        """
        seen = SeenIds()
        found = []
        for path, cable_id in islice((pair for file in self._files for pair in _read_ids(file)), self.limit or None):
            if cable_id is not None:
                seen.refuse(cable_id, path)
                found.append(cable_id)
        return found

    def docs(self, nlp: Language, *, anatomy: bool = False) -> Iterator[Doc]:
        """Read the cables as documents with gold entities. Text without words is tokenised by the pipeline, and a token
        in which an entity starts or ends is split there.

        nlp (Language): The pipeline.
        anatomy (bool): Also find header fields and parts, for `Doc._.cable` and `doc.spans`.
        YIELDS (Doc): The documents.
        """
        return islice((doc for file in self._files for doc in _read_docs(file, nlp, anatomy)), self.limit or None)


def _find(path: Path, format: str, settings: Settings) -> tuple[list[_File], list[Path]]:
    """The files at a path, and those of a folder that are passed over, since they are not named like its kind."""
    named = None if format == "auto" else kind_of(format)
    files = find_files(path)
    passed_over: list[Path] = []
    paired: Kind | None = None
    folders: set[Path] = set()
    if path.is_dir():
        settings = replace(settings, root=path)
        kind = named or detect(files, has_columns=bool(settings.columns))
        if named is None and kind.partner_suffixes:
            paired, folders = kind, {file.parent for file in files if kind.names(file)}
        suffixes = (kind.suffixes or (".txt",)) + kind.partner_suffixes
        passed_over = [file for file in files if not file.name.lower().endswith(suffixes)]
        files = [file for file in files if file.name.lower().endswith(suffixes)]
        if not files:
            raise CableError(Errors.CE003.format(path=path, expected=f"looked for *{', *'.join(suffixes)}"))
    found = []
    for file in files:
        if named is not None:
            check_kind(file, named)
        if paired is not None and file.parent in folders:
            kind = paired
        else:
            kind = named or detect([file], has_columns=bool(settings.columns))
        if not kind.is_one_cable or settings.wants(id_of_file(file)):
            found.append(_File(file, kind, settings))
    return found, passed_over


def _is_read_with_partner(file: _File, files: set[Path]) -> bool:
    return file.kind.names(file.path) and file.kind.partner(file.path) in files


def _read(file: _File) -> Iterator[LabelledText]:
    return (cable for cable in file.kind.read(file.path, file.settings) if file.settings.wants(cable.cable_id))


def _read_ids(file: _File) -> Iterator[tuple[Path, str | None]]:
    """The ids of the cables of a file, None for a stub."""
    if file.kind.name == "standoff":
        yield from ((file.path, standoff.cable_id) for standoff in read_standoff(file.path))
    elif file.kind.is_one_cable and STUB not in read_text(file.path)[0]:
        yield file.path, id_of_file(file.path)
    else:
        yield from ((file.path, None if cable.is_stub else cable.cable_id) for cable in _read(file))


def _read_docs(file: _File, nlp: Language, anatomy: bool) -> Iterator[Doc]:
    if file.kind.name == "spacy":  # read into the vocabulary of the pipeline
        docs = read_docbins(file.path, nlp.vocab)
        return (doc for doc in docs if file.settings.wants((doc._.cable or {}).get("cable_id", "")))
    return (to_doc(cable, nlp.vocab, tokenizer=nlp.tokenizer, anatomy=anatomy) for cable in _read(file))
